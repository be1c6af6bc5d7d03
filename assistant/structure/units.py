"""Blocks that are quoted together: one khoản, one point, one list with its lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.schema import BlockKind, Document, Level, PassageRole
from assistant.structure.entries import Entry, Part

__all__ = ["COUNTED", "Piece", "is_point", "pieces", "units"]

COUNTED = (Level.DIEU, Level.KHOAN, Level.SO, Level.DIEM)
"""Rungs whose text is one unit, quoted whole where it fits."""


@dataclass(slots=True)
class Piece:
    """Blocks that become one passage, with the lead-in that they hang from."""

    entries: list[Entry]
    lead: str = ""
    items: tuple[int, int] = (0, 0)

    @property
    def start(self) -> int:
        """First character in the document."""
        return self.entries[0].block.start

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.entries[-1].block.end

    @property
    def listed(self) -> bool:
        """Whether items of a list are among the blocks."""
        return any(entry.block.kind is BlockKind.ITEM for entry in self.entries)

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def units(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield runs of blocks that belong together: one khoản or mục, or one heading's text.

    Signatures, recipients and legal bases are units of their own; headings belong to none.
    """
    run: list[Entry] = []
    for entry in entries:
        alone = entry.block.kind in (BlockKind.ROW, BlockKind.NOTE)
        heading = entry.part is Part.HEADING
        if heading or alone or (run and _unit_key(run[-1]) != _unit_key(entry)):
            if run:
                yield run
            run = []
        if alone and not heading:
            yield [entry]
        elif not heading:
            run.append(entry)
    if run:
        yield run


def _unit_key(entry: Entry) -> tuple[PassageRole, tuple[int, ...]]:
    """Return the rung whose text is taken as one unit: points belong to their khoản."""
    depth = len(entry.path)
    while depth and entry.path[depth - 1].level is Level.DIEM:
        depth -= 1
    return entry.role, entry.keys[:depth]


def pieces(document: Document, unit: list[Entry], limit: int, short: int) -> list[Piece]:
    """Cut a unit into what becomes one passage each, where that fits.

    Args:
        document: The document.
        unit: Entries of one unit.
        limit: Most characters of a passage.
        short: Characters; neighbours shorter than this share a passage.
    """
    whole = Piece(unit)
    counted = any(step.level in COUNTED for step in unit[0].path)
    if unit[0].role is not PassageRole.CONTENT or (counted and whole.length <= limit):
        return [whole]
    return _merge_short(_split_unit(document, unit, limit), short, limit)


def _split_unit(document: Document, unit: list[Entry], limit: int) -> list[Piece]:
    """Cut a unit at its points, list items and paragraphs.

    A lead-in ("Đến năm 2025:") stays with the first thing that hangs from it, and with all
    of them where they fit; the others carry it as context.
    """
    pieces: list[Piece] = []
    pending: list[Entry] = []
    lead = ""
    item = 0
    under: tuple[int, ...] = ()
    filled = {entry.keys for entry in unit if not entry.opens}
    for group in _groups(document, unit, limit):
        first = group[0]
        if first.keys != under:
            under, item = first.keys, 0
        text = document.text[first.block.start : first.block.end]
        hangs = first.block.kind is BlockKind.ITEM or is_point(first)
        if not hangs:
            lead, item = ("", 0) if not pending else (lead, 0)
        # “a) Mục tiêu” under “2. Cải cách thủ tục” leads in what hangs from it in turn.
        leads = _is_lead_in(text, first) and (
            not (hangs and pending) or (first.opens and first.keys in filled)
        )
        if len(group) == 1 and leads:
            pending.append(first)
            lead = f"{lead}\n{text}" if len(pending) > 1 else text
            continue
        start, item = item + 1, item + sum(e.block.kind is BlockKind.ITEM for e in group)
        items = (start, item) if first.block.kind is BlockKind.ITEM else (0, 0)
        length = group[-1].block.end - (pending or group)[0].block.start
        if pending and length <= limit:
            pieces.append(Piece([*pending, *group]))
        else:
            pieces += [Piece([waiting]) for waiting in pending]
            pieces.append(Piece(group, lead if hangs or pending else "", items))
        pending = []
    return [*pieces, *(Piece([waiting]) for waiting in pending)]


def _groups(document: Document, unit: Sequence[Entry], limit: int) -> Iterator[list[Entry]]:
    """Yield what is quoted together: a point with its own text, a list with its lead-in."""
    index = 0
    while index < len(unit):
        group = [unit[index]]
        text = document.text[group[0].block.start : group[0].block.end]
        for following in unit[index + 1 :]:
            item = following.block.kind is BlockKind.ITEM
            same_point = is_point(group[0]) and following.keys == group[0].keys
            if not (same_point or (item and _is_lead_in(text, group[0]))):
                break
            group.append(following)
        if group[-1].block.end - group[0].block.start > limit:
            group = group[:1]
        yield group
        index += len(group)


def is_point(entry: Entry) -> bool:
    """Tell whether an entry is, or stands in, a point (điểm)."""
    return bool(entry.path) and entry.path[-1].level is Level.DIEM


def _is_lead_in(text: str, entry: Entry) -> bool:
    """Tell whether a line introduces what comes after it."""
    if text.endswith(":"):
        return True
    return entry.opens and text[-1:] not in ".;!?…/" and len(text) <= 300


def _merge_short(pieces: list[Piece], short: int, limit: int) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if (
            last is not None
            and min(last.length, piece.length) < short
            and max(last.length, piece.length) < 2.5 * short
            and piece.end - last.start <= limit
            and last.entries[-1].keys == piece.entries[0].keys
            and last.listed == piece.listed
            and (last.lead == piece.lead or not last.lead)
        ):
            items = (last.items[0], piece.items[1]) if last.items[0] and piece.items[0] else (0, 0)
            merged[-1] = Piece([*last.entries, *piece.entries], last.lead, items)
        else:
            merged.append(piece)
    return merged
