"""Titles that stand on the lines below their rung: “Chương II”, then its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.schema import BlockKind, Level, PassageRole
from assistant.structure.entries import Entry, Part
from assistant.structure.marks import RANKS

__all__ = ["name_bare_rungs"]

_LONGEST_CAPITALS = 250
_LONGEST_LINE = 160
_MOST_LINES = 4
_ENDED = re.compile(r"[.,;:!?…/”\"’)]$")


def name_bare_rungs(entries: list[Entry], texts: Sequence[str]) -> None:
    """Take the lines under a bare “Chương II” or “Điều 5” that name it as its heading.

    Args:
        entries: Entries of a document, changed in place.
        texts: Text of each.
    """
    for index, entry in enumerate(entries[:-1]):
        bare = entry.opens and entry.part is Part.HEADING and not entry.path[-1].heading
        if not bare or RANKS.get(entry.path[-1].level, 99) > RANKS[Level.DIEU]:
            continue
        names = _in_capitals(entries, texts, index) or _in_one_line(entries, texts, index)
        for place in range(index + 1, index + 1 + len(names)):
            entries[place] = replace(entries[place], part=Part.HEADING)
        if names:
            _name(entries, index, " ".join(names))


def _is_plain(entry: Entry) -> bool:
    body = entry.part is Part.BODY and entry.role is PassageRole.CONTENT
    return body and not entry.opens and not entry.block.cells


def _in_capitals(entries: Sequence[Entry], texts: Sequence[str], index: int) -> list[str]:
    names: list[str] = []
    for place in range(index + 1, min(index + 1 + _MOST_LINES, len(entries))):
        text = texts[place]
        capitals = len(text) <= _LONGEST_CAPITALS and text.isupper()
        if not capitals or not _is_plain(entries[place]):
            break
        names.append(text)
    return names


def _in_one_line(entries: Sequence[Entry], texts: Sequence[str], index: int) -> list[str]:
    """Return a short line without a full stop that has text of the same rung below it."""
    if index + 2 >= len(entries):
        return []
    below, after = entries[index + 1], entries[index + 2]
    text = texts[index + 1]
    short = len(text) <= _LONGEST_LINE and text[:1].isupper() and not _ENDED.search(text)
    item = BlockKind.ITEM in (below.block.kind, after.block.kind)
    same = below.keys == entries[index].keys and after.part is Part.BODY
    return [text] if short and same and not item and _is_plain(below) else []


def _name(entries: list[Entry], index: int, heading: str) -> None:
    """Write a heading into the step that an entry opened, wherever that step stands."""
    depth, key = len(entries[index].path) - 1, entries[index].keys[-1]
    for later in range(index, len(entries)):
        found = entries[later]
        if len(found.keys) <= depth or found.keys[depth] != key:
            if found.role is PassageRole.CONTENT:
                break
            continue
        step = replace(found.path[depth], heading=heading)
        path = (*found.path[:depth], step, *found.path[depth + 1 :])
        entries[later] = replace(found, path=path)
