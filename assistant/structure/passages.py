"""Passages: what is retrieved and cited, cut along the structure of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.config import Config
from assistant.schema import BlockKind, Document, Level, Passage, Span, Step
from assistant.structure.labels import path_label, path_slug, step_heading
from assistant.structure.marks import RANKS
from assistant.structure.outline import Entry, Part, outline
from assistant.structure.splitting import split_long
from assistant.vietnamese.normalise import fold

__all__ = ["passages"]

_SHORT = 120
"""Characters; neighbours shorter than this under one heading share a passage."""
_SHORT_PREAMBLE = 260
"""The same before the first rung of an official document: letterhead and legal bases."""
_COUNTED = (Level.DIEU, Level.KHOAN, Level.SO, Level.DIEM)
"""Rungs whose text is one unit, quoted whole where it fits."""


@dataclass(slots=True)
class _Piece:
    """Blocks that become one passage, with the lead-in that they hang from."""

    entries: list[Entry]
    lead: str = ""
    items: tuple[int, int] = (0, 0)

    @property
    def start(self) -> int:
        return self.entries[0].block.start

    @property
    def end(self) -> int:
        return self.entries[-1].block.end

    @property
    def listed(self) -> bool:
        return any(entry.block.kind is BlockKind.ITEM for entry in self.entries)

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(slots=True)
class _Counts:
    """Running numbers of one document."""

    slugs: Counter[str] = field(default_factory=Counter)
    paragraphs: Counter[tuple[int, ...]] = field(default_factory=Counter)


def passages(document: Document, config: Config) -> list[Passage]:
    """Cut a document into passages.

    A khoản with its points, a paragraph of the press, a table row, each is one where it
    fits ``config.passage_chars``; longer ones are cut at points, items, sentences. Every
    character of body text other than white space lies in exactly one passage.

    Args:
        document: The document.
        config: Settings.

    Returns:
        Passages in order; the whole text is one for a document of headings alone.
    """
    entries, _ = outline(document)
    counts = _Counts()
    found: list[Passage] = []
    context = _Tables(document, entries)
    preamble = next((e.block.start for e in entries if e.opens and e.path[-1].level in RANKS), 0)
    for unit in _units(entries):
        if unit[0].block.kind is BlockKind.ROW:
            found.append(_row_passage(document, unit[0], context, counts))
            continue
        short = _SHORT_PREAMBLE if unit[-1].block.end <= preamble else _SHORT
        for piece in _pieces(document, unit, config.passage_chars, short):
            found += _piece_passages(document, piece, config.passage_chars, counts)
    return found or _bare(document)


def _bare(document: Document) -> list[Passage]:
    """Return the whole text as one passage, for a document that is a heading and no more."""
    text = document.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return []
    first, last = document.page_at(start), document.page_at(end - 1)
    return [
        Passage(
            id=f"{document.id}/toan-van#1",
            document_id=document.id,
            start=start,
            end=end,
            path=(),
            pages=(first, last) if first and last else None,
            label="toàn văn",
            index_text=f"{document.title}\n{text[start:end]}",
        )
    ]


def _units(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield runs of body blocks that belong together: one khoản or mục, or one heading's text."""
    run: list[Entry] = []
    for entry in entries:
        row = entry.block.kind is BlockKind.ROW
        if entry.part is not Part.BODY or row or (run and _unit_key(run[-1]) != _unit_key(entry)):
            if run:
                yield run
            run = []
        if entry.part is Part.BODY:
            if row:
                yield [entry]
            else:
                run.append(entry)
    if run:
        yield run


def _unit_key(entry: Entry) -> tuple[int, ...]:
    """Return the rung whose text is taken as one unit: points belong to their khoản."""
    depth = len(entry.path)
    while depth and entry.path[depth - 1].level is Level.DIEM:
        depth -= 1
    return entry.keys[:depth]


def _pieces(document: Document, unit: list[Entry], limit: int, short: int) -> list[_Piece]:
    path = unit[0].path
    counted = any(step.level in _COUNTED for step in path)
    whole = _Piece(unit)
    if counted and whole.length <= limit:
        return [whole]
    pieces = _split_unit(document, unit, limit)
    return _merge_short(pieces, short, limit)


def _split_unit(document: Document, unit: list[Entry], limit: int) -> list[_Piece]:
    """Cut a unit at its points, list items and paragraphs.

    A lead-in ("Đến năm 2025:") stays with the first thing that hangs from it, and with all
    of them where they fit; the others carry it as context.
    """
    pieces: list[_Piece] = []
    pending: list[Entry] = []
    lead = ""
    item = 0
    under: tuple[int, ...] = ()
    for group in _groups(document, unit, limit):
        first = group[0]
        if first.keys != under:
            under, item = first.keys, 0
        text = document.text[first.block.start : first.block.end]
        hangs = first.block.kind is BlockKind.ITEM or _is_point(first)
        if not hangs:
            lead, item = ("", 0) if not pending else (lead, 0)
        if len(group) == 1 and _is_lead_in(text, first) and not (hangs and pending):
            pending.append(first)
            lead = f"{lead}\n{text}" if len(pending) > 1 else text
            continue
        start, item = item + 1, item + sum(e.block.kind is BlockKind.ITEM for e in group)
        items = (start, item) if first.block.kind is BlockKind.ITEM else (0, 0)
        length = group[-1].block.end - (pending or group)[0].block.start
        if pending and length <= limit:
            pieces.append(_Piece([*pending, *group]))
        else:
            pieces += [_Piece([waiting]) for waiting in pending]
            pieces.append(_Piece(group, lead if hangs or pending else "", items))
        pending = []
    return [*pieces, *(_Piece([waiting]) for waiting in pending)]


def _groups(document: Document, unit: Sequence[Entry], limit: int) -> Iterator[list[Entry]]:
    """Yield what is quoted together: a point with its own text, a list with its lead-in."""
    index = 0
    while index < len(unit):
        group = [unit[index]]
        text = document.text[group[0].block.start : group[0].block.end]
        for following in unit[index + 1 :]:
            item = following.block.kind is BlockKind.ITEM
            same_point = _is_point(group[0]) and following.keys == group[0].keys
            if not (same_point or (item and _is_lead_in(text, group[0]))):
                break
            group.append(following)
        if group[-1].block.end - group[0].block.start > limit:
            group = group[:1]
        yield group
        index += len(group)


def _is_point(entry: Entry) -> bool:
    return bool(entry.path) and entry.path[-1].level is Level.DIEM


def _is_lead_in(text: str, entry: Entry) -> bool:
    """Tell whether a line introduces what comes after it."""
    if text.endswith(":"):
        return True
    return entry.opens and text[-1:] not in ".;!?…/" and len(text) <= 300


def _merge_short(pieces: list[_Piece], short: int, limit: int) -> list[_Piece]:
    merged: list[_Piece] = []
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
            merged[-1] = _Piece([*last.entries, *piece.entries], last.lead, items)
        else:
            merged.append(piece)
    return merged


def _piece_passages(
    document: Document, piece: _Piece, limit: int, counts: _Counts
) -> Iterator[Passage]:
    path = _common_path(piece.entries)
    key = piece.entries[0].keys[: len(path)]
    label = path_label(path)
    counted = any(step.level in _COUNTED for step in path)
    if not counted:
        scope = () if not label else key
        counts.paragraphs[scope] += len(piece.entries)
        last = counts.paragraphs[scope]
        first = last - len(piece.entries) + 1
        number = str(first) if first == last else f"{first}–{last}"
        path = (*path, Step(Level.DOAN, number))
        label = path_label(path)
    elif piece.items[0]:
        first, last = piece.items
        number = str(first) if first == last else f"{first}–{last}"
        label = f"{label}, gạch đầu dòng thứ {number}"
    for span in split_long(document.text, Span(piece.start, piece.end), limit):
        context = [piece.lead] if piece.lead else []
        if span.start > piece.start and not piece.lead:
            opening = document.text[piece.start : piece.entries[0].block.end]
            context = [opening] if opening.endswith(":") else []
        yield _passage(document, path, label, span, context, counts)


def _common_path(entries: Sequence[Entry]) -> tuple[Step, ...]:
    keys, path = entries[0].keys, entries[0].path
    depth = min(
        next(
            (
                index
                for index, (one, other) in enumerate(zip(keys, entry.keys, strict=False))
                if one != other
            ),
            min(len(keys), len(entry.keys)),
        )
        for entry in entries
    )
    return path[:depth]


class _Tables:
    """What the rows of a document stand under: column names and group rows."""

    def __init__(self, document: Document, entries: Sequence[Entry]) -> None:
        self.headers: dict[int, str] = {}
        self.groups: dict[int, str] = {}
        self.appended: dict[int, int] = {}
        self.sharing: Counter[tuple[int, ...]] = Counter()
        group = ""
        seen: set[int] = set()
        for entry in entries:
            block = entry.block
            if block.kind is not BlockKind.ROW:
                continue
            if block.table not in seen:
                seen.add(block.table)
                self.sharing[entry.keys] += 1
                self.appended[block.table] = self.sharing[entry.keys]
                group = ""
            text = document.text[block.start : block.end]
            if block.row == 0:
                self.headers[block.table] = text
                continue
            filled = [cell.of(document.text) for cell in block.cells if cell.start < cell.end]
            is_group = len(block.cells) >= 3 and len(filled) <= 2 and len(text) < 400
            if is_group:
                group = " ".join(filled)
            self.groups[block.start] = "" if is_group else group


def _row_passage(document: Document, entry: Entry, tables: _Tables, counts: _Counts) -> Passage:
    block = entry.block
    inside = any(step.level is Level.PHU_LUC for step in entry.path)
    alone = inside and tables.sharing[entry.keys] == 1
    table = "" if alone else str(tables.appended[block.table] if inside else block.table)
    path = (*entry.path, Step(Level.BANG, table), Step(Level.DONG, str(block.row)))
    context = [tables.headers.get(block.table, ""), tables.groups.get(block.start, "")]
    span = Span(block.start, block.end)
    return _passage(document, path, path_label(path), span, context, counts)


def _passage(
    document: Document,
    path: tuple[Step, ...],
    label: str,
    span: Span,
    context: Sequence[str],
    counts: _Counts,
) -> Passage:
    slug = path_slug(path)
    counts.slugs[slug] += 1
    first, last = document.page_at(span.start), document.page_at(span.end - 1)
    pages = (first, last) if first is not None and last is not None else None
    title = document.title
    if document.number and fold(document.number) not in fold(title):
        title = f"{title} ({document.number})"
    headings = [
        step_heading(step)
        for step in path
        if step.heading or step.level in (Level.DIEU, Level.PHU_LUC)
    ]
    lines = [title, *headings, *(text for text in context if text), span.of(document.text)]
    return Passage(
        id=f"{document.id}/{slug}#{counts.slugs[slug]}",
        document_id=document.id,
        start=span.start,
        end=span.end,
        path=path,
        pages=pages,
        label=label,
        index_text="\n".join(lines),
    )
