"""What the places of a document stand under: headings, lead-ins, tables, who speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from assistant.figures.columns import Column, columns_of
from assistant.figures.governors import (
    ENUMERATOR,
    bullet,
    governor,
    heads_rows,
    opens,
    section_start,
)
from assistant.figures.phrases import MEASURE
from assistant.schema import Block, BlockKind, Document, Span
from assistant.structure import sections
from assistant.vietnamese.sentences import sentences

__all__ = ["Frame"]

_LONGEST_LEAD = 300
"""Characters; a longer paragraph that ends in a colon is running text."""


class Frame:
    """A document with what its sentences and rows hang from, found once for all of them.

    Args:
        document: The document.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._starts = [block.start for block in document.blocks]
        self._dated: tuple[int, Span | None] = (-1, None)
        # Figures and tasks are looked for in the same rows.
        self._columns: dict[int, list[Column]] = {}

    @cached_property
    def _headings(self) -> list[tuple[int, int, Span, int]]:
        """Start, end and opening line of each section, with the place of the one around it."""
        found: list[tuple[int, int, Span, int]] = []
        around: list[int] = []
        for section in sections(self.document):
            opening = self.block_at(section.start)
            if opening is None or opening.end >= section.end:
                continue
            while around and found[around[-1]][1] < section.end:
                around.pop()
            span = Span(opening.start, opening.end)
            found.append((section.start, section.end, span, around[-1] if around else -1))
            around.append(len(found) - 1)
        return found

    @cached_property
    def _tables(self) -> tuple[dict[int, Block], dict[int, tuple[Span, ...]]]:
        """The header of each table by its number, and by the start of a row what heads it.

        A row “11 | …” without values heads those below it inside what “I | …” heads.
        """
        headers: dict[int, Block] = {}
        groups: dict[int, tuple[Span, ...]] = {}
        table = 0
        upper: tuple[Span, ...] = ()
        lower: tuple[Span, ...] = ()
        for block in self.document.blocks:
            if block.kind is not BlockKind.ROW:
                continue
            if block.row == 0:
                headers.setdefault(block.table, block)
            if block.table != table:
                table, upper, lower = block.table, (), ()
            if block.row and heads_rows(self.text, block):
                here = (Span(block.start, block.end),)
                if _NUMBERED.match(self.text, block.start):
                    lower = here
                else:
                    upper, lower = here, ()
            groups[block.start] = (*lower, *upper)
        return headers, groups

    @cached_property
    def own_place(self) -> str | None:
        """The place that the document governs; the nation for an annex to a central document."""
        if self.document.place:
            return self.document.place
        return "Việt Nam" if _CENTRAL.search(self.text[:_HEAD]) else None

    def earlier(self, sentence: Span, block: Block | None) -> list[Span]:
        """Return the sentences before one in its paragraph, the nearest first."""
        if block is None or block.kind is BlockKind.ROW or sentence.start <= block.start:
            return []
        begin = max(block.start, sentence.start - _REACH)
        return sentences(self.text, begin, sentence.start)[::-1]

    def dated(self, offset: int) -> Span | None:
        """Return the nearest sentence before an offset in its section that names a year."""
        if self._dated[0] != offset:
            floor = section_start(self.document, offset)
            found = governor(self.document, offset, floor, None, in_list=False)
            self._dated = (offset, found)
        return self._dated[1]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds an offset; None between blocks."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or self.document.blocks[place].end <= offset:
            return None
        return self.document.blocks[place]

    def row_above(self, row: Block) -> Block | None:
        """Return the row before a row in its table."""
        place = bisect_right(self._starts, row.start) - 2
        above = self.document.blocks[place] if place >= 0 else None
        same = above is not None and above.kind is BlockKind.ROW and above.table == row.table
        return above if same else None

    def header(self, row: Block) -> Block | None:
        """Return the header row of a row's table."""
        return self._tables[0].get(row.table)

    def columns(self, row: Block) -> list[Column]:
        """Return the cells of a row with what their columns hold."""
        if row.start not in self._columns:
            header = self.header(row)
            cells = header.cells if header is not None else ()
            self._columns[row.start] = columns_of(self.text, cells, row.cells)
        return self._columns[row.start]

    def groups(self, row: Block) -> tuple[Span, ...]:
        """Return the rows that head a row, the nearest first, such as “I | Đến năm 2030”."""
        return self._tables[1].get(row.start, ())

    def headings(self, offset: int) -> list[Span]:
        """Return the headings that an offset stands under, the innermost first."""
        found = []
        place = bisect_right(self._headings, offset, key=lambda section: section[0]) - 1
        while place >= 0:
            _, end, heading, around = self._headings[place]
            if offset < end and heading.end <= offset:
                found.append(heading)
            place = around
        return found

    def subject(self, offset: int) -> Span | None:
        """Return the measure that the nearest heading above an offset is about."""
        for heading in self.headings(offset):
            if about := _SUBJECT.search(heading.of(self.text)):
                return Span(heading.start + about.start(), heading.start + about.end())
        return None

    def leads(self, offset: int, block: Block | None) -> list[Span]:
        """Return what an offset is said under, the nearest first: lead-ins, then headings."""
        found: list[Span] = []
        if block is not None and block.kind is not BlockKind.ROW:
            place = bisect_right(self._starts, block.start) - 1
            floor = section_start(self.document, block.start)
            kinds = {bullet(self.text, block)}
            marked = block.kind is BlockKind.ITEM or ENUMERATOR.match(self.text, block.start)
            while marked and place > 0 and self.document.blocks[place - 1].start >= floor:
                place -= 1
                above = self.document.blocks[place]
                # An item of the same sort stands beside it, what opens another list above it.
                if bullet(self.text, above) in kinds:
                    continue
                if not opens(self.text, above) or above.end - above.start > _LONGEST_LEAD:
                    break
                found.append(Span(above.start, above.end))
                kinds.add(bullet(self.text, above))
        seen = {span.start for span in found}
        found += [span for span in self.headings(offset) if span.start not in seen]
        return sorted(found, key=lambda span: -span.start)


_SUBJECT = re.compile(
    rf"(?<!\w){MEASURE}[^,;:|\n]{{3,100}}?(?=\s+năm\s+\d|\s+của\s+[A-ZĐ]|[,;:|\n]|$)", re.IGNORECASE
)
"""What a heading is about: “II. Tỷ trọng kinh tế số trong GRDP của Huế”."""
_NUMBERED = re.compile(r"[\s*_|]*\d")
"""How a row that heads others inside a larger group begins."""
_CENTRAL = re.compile(
    r"(?:của|CỦA)\s+(?:Chính phủ|Thủ tướng|Bộ Chính trị|Quốc hội|Ban Chấp hành Trung ương)"
    r"|/(?:NQ-CP|NĐ-CP|QĐ-TTg|QH\d\d)|-NQ/TW"
)
_HEAD = 800
"""Characters at the top of a document that say whose it is."""
_REACH = 1_000
"""Characters of a paragraph before a sentence that still govern it."""
