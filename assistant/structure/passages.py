"""Passages: what is retrieved and cited, cut along the structure of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assistant.config import Config
from assistant.schema import BlockKind, Document, Level, Passage, PassageRole, Span, Step
from assistant.structure.entries import Entry
from assistant.structure.labels import path_label, path_slug, points_label, role_label, step_heading
from assistant.structure.marks import RANKS
from assistant.structure.outline import outline
from assistant.structure.speakers import Speakers
from assistant.structure.splitting import split_long
from assistant.structure.table_context import TableContext
from assistant.structure.units import COUNTED, Piece, is_point, pieces, units
from assistant.vietnamese.normalise import fold

__all__ = ["passages"]

_SHORT = 120
"""Characters; neighbours shorter than this under one heading share a passage."""
_SHORT_PREAMBLE = 260
"""The same before the first rung of an official document: letterhead and legal bases."""
_SAID_OF = {
    PassageRole.SIGNATURE: ("Chữ ký, người ký ban hành",),
    PassageRole.BASES: ("Căn cứ ban hành",),
    PassageRole.RECIPIENTS: ("Nơi nhận",),
}
"""What one asks for, which is not written in the place itself."""


def passages(document: Document, config: Config) -> list[Passage]:
    """Cut a document into passages.

    A khoản with its points, a paragraph of the press, a table row, each is one where it
    fits ``config.passage_chars``; longer ones are cut at points, items, sentences. Every
    character that is not white space or a heading lies in exactly one passage.

    Args:
        document: The document.
        config: Settings.

    Returns:
        Passages in order; the whole text is one for a document of headings alone.
    """
    return _Maker(document, config.passage_chars).run() or _bare(document)


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


class _Maker:
    """Makes the passages of one document and counts what their labels and ids count."""

    def __init__(self, document: Document, limit: int) -> None:
        self._document = document
        self._limit = limit
        self._entries, _ = outline(document)
        self._tables = TableContext(document, self._entries)
        self._speakers = Speakers(document)
        self._slugs: Counter[str] = Counter()
        self._paragraphs: Counter[tuple[int, ...]] = Counter()

    def run(self) -> list[Passage]:
        opened = (e.block.start for e in self._entries if e.opens and e.path[-1].level in RANKS)
        preamble = next(opened, 0)
        found: list[Passage] = []
        for unit in units(self._entries):
            first = unit[0]
            if first.block.kind is BlockKind.ROW:
                found.append(self._row(first))
                continue
            short = _SHORT_PREAMBLE if unit[-1].block.end <= preamble else _SHORT
            places = _paragraph_numbers(unit)
            for piece in pieces(self._document, unit, self._limit, short):
                if first.role is PassageRole.CONTENT:
                    found += self._content(piece, places)
                else:
                    found += self._apart(piece)
        return found

    def _row(self, entry: Entry) -> Passage:
        path = (*entry.path, *self._tables.steps(entry))
        span = Span(entry.block.start, entry.block.end)
        return self._passage(path, path_label(path), span, self._tables.context(entry.block))

    def _apart(self, piece: Piece) -> Iterator[Passage]:
        """Yield what is no content: a signature, recipients, legal bases, a footnote."""
        first = piece.entries[0]
        number = first.block.level if first.role is PassageRole.NOTE else 0
        label = role_label(first.path, first.role, number)
        for span in split_long(self._document.text, Span(piece.start, piece.end), self._limit):
            yield self._passage(first.path, label, span, _SAID_OF.get(first.role, ()), first.role)

    def _content(self, piece: Piece, places: Mapping[int, int]) -> Iterator[Passage]:
        path = _common_path(piece.entries)
        counted = any(step.level in COUNTED for step in path)
        if not counted:
            scope = piece.entries[0].keys[: len(path)] if path_label(path) else ()
            last = self._paragraphs[scope] + len(piece.entries)
            number = _range(self._paragraphs[scope] + 1, last)
            self._paragraphs[scope] = last
            path = (*path, Step(Level.DOAN, number))
        label = path_label(path) + (_place_in_unit(piece, places) if counted else "")
        points = _points_of(piece, len(path))
        if counted and points:
            label = points_label(path, points)
        text = self._document.text
        for span in split_long(text, Span(piece.start, piece.end), self._limit):
            context = [piece.lead] if piece.lead else []
            if span.start > piece.start and not piece.lead:
                opening = text[piece.start : piece.entries[0].block.end]
                context = [opening] if opening.endswith(":") else []
            yield self._passage(path, label, span, context)

    def _passage(
        self,
        path: tuple[Step, ...],
        label: str,
        span: Span,
        context: Sequence[str],
        role: PassageRole = PassageRole.CONTENT,
    ) -> Passage:
        document = self._document
        slug = path_slug(path) if role is PassageRole.CONTENT else path_slug(path, role)
        self._slugs[slug] += 1
        first, last = document.page_at(span.start), document.page_at(span.end - 1)
        quote = span.of(document.text)
        speaker = self._speakers.of(span) if role is PassageRole.CONTENT else None
        said = [f"Người nói: {speaker}"] if speaker and speaker.split(",")[0] not in quote else []
        headings = [
            step_heading(step)
            for step in path
            if (step.heading and not _opens_with(quote, step.heading))
            or step.level in (Level.DIEU, Level.PHU_LUC)
        ]
        lines = [_title(document), *headings, *(text for text in context if text), *said, quote]
        return Passage(
            id=f"{document.id}/{slug}#{self._slugs[slug]}",
            document_id=document.id,
            start=span.start,
            end=span.end,
            path=path,
            pages=(first, last) if first is not None and last is not None else None,
            label=label,
            index_text="\n".join(lines),
            role=role,
            speaker=speaker,
        )


def _title(document: Document) -> str:
    if document.number and fold(document.number) not in fold(document.title):
        return f"{document.title} ({document.number})"
    return document.title


def _opens_with(quote: str, heading: str) -> bool:
    """Tell whether a heading is the first line of a quote, which then says it itself."""
    return quote.split("\n", 1)[0].endswith(heading)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _paragraph_numbers(unit: Sequence[Entry]) -> dict[int, int]:
    """Number the paragraphs under each rung of a unit, by where they start; items have none."""
    counts: Counter[tuple[int, ...]] = Counter()
    numbers: dict[int, int] = {}
    for entry in unit:
        if entry.block.kind is not BlockKind.ITEM:
            counts[entry.keys] += 1
            numbers[entry.block.start] = counts[entry.keys]
    return numbers


def _place_in_unit(piece: Piece, places: Mapping[int, int]) -> str:
    """Return which part of a long khoản or mục a piece is: its items, or a later paragraph."""
    if piece.items[0]:
        return f", gạch đầu dòng thứ {_range(*piece.items)}"
    first = piece.entries[0]
    place = places.get(first.block.start, 0)
    if first.opens or piece.listed or place < 2:
        return ""
    count = sum(entry.keys == first.keys for entry in piece.entries)
    return f", đoạn {_range(place, place + count - 1)}"


def _points_of(piece: Piece, depth: int) -> list[str]:
    """Return the letters of several points that make up a piece, none where it holds more."""
    letters: list[str] = []
    for entry in piece.entries:
        if not is_point(entry) or len(entry.path) != depth + 1:
            return []
        if entry.path[-1].number not in letters:
            letters.append(entry.path[-1].number)
    return letters if len(letters) > 1 else []


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
