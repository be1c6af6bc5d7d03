"""What the places of a document stand under: headings, lead-ins, tables, who speaks."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from assistant.figures.governors import ENUMERATOR, governor, heads_rows, opens, section_start
from assistant.schema import Block, BlockKind, Document, Span
from assistant.structure import sections

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

    @cached_property
    def _headings(self) -> list[tuple[int, int, Span]]:
        """Start and end of each section with the line that opens it, in order of their start."""
        found = []
        for section in sections(self.document):
            opening = self.block_at(section.start)
            if opening is not None and opening.end < section.end:
                found.append((section.start, section.end, Span(opening.start, opening.end)))
        return found

    @cached_property
    def _tables(self) -> tuple[dict[int, Block], dict[int, Span | None]]:
        """The header of each table by its number, and by the start of a row what heads it."""
        headers: dict[int, Block] = {}
        groups: dict[int, Span | None] = {}
        table, group = 0, None
        for block in self.document.blocks:
            if block.kind is not BlockKind.ROW:
                continue
            if block.row == 0:
                headers.setdefault(block.table, block)
            if block.table != table:
                table, group = block.table, None
            if block.row and heads_rows(self.text, block):
                group = Span(block.start, block.end)
            groups[block.start] = group
        return headers, groups

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds an offset; None between blocks."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or self.document.blocks[place].end <= offset:
            return None
        return self.document.blocks[place]

    def header(self, row: Block) -> Block | None:
        """Return the header row of a row's table."""
        return self._tables[0].get(row.table)

    def group(self, row: Block) -> Span | None:
        """Return the row that heads the rows of its group, such as “I | Đến năm 2030”."""
        return self._tables[1].get(row.start)

    def headings(self, offset: int) -> list[Span]:
        """Return the headings that an offset stands under, the innermost first."""
        found = []
        place = bisect_right(self._headings, (offset, len(self.text) + 1)) - 1
        for start, end, heading in reversed(self._headings[: place + 1]):
            if start <= offset < end and heading.end <= offset:
                found.append(heading)
            if len(found) > _DEEPEST or offset - start > _FARTHEST:
                break
        return found

    def leads(self, offset: int, block: Block | None) -> list[Span]:
        """Return what an offset is said under, the nearest first: lead-ins, then headings."""
        found: list[Span] = []
        if block is not None and block.kind is not BlockKind.ROW:
            place = bisect_right(self._starts, block.start) - 1
            floor = section_start(self.document, block.start)
            marked = block.kind is BlockKind.ITEM or ENUMERATOR.match(self.text, block.start)
            while marked and place > 0 and self.document.blocks[place - 1].start >= floor:
                place -= 1
                above = self.document.blocks[place]
                if opens(self.text, above) and above.end - above.start <= _LONGEST_LEAD:
                    found.append(Span(above.start, above.end))
                if len(found) == _LEADS:
                    break
        seen = {span.start for span in found}
        found += [span for span in self.headings(offset) if span.start not in seen]
        return sorted(found, key=lambda span: -span.start)

    def dated_lead(self, offset: int, block: Block | None) -> Span | None:
        """Return the nearest lead-in or heading of an item's section that names a year."""
        if block is None or block.kind is not BlockKind.ITEM:
            return None
        floor = section_start(self.document, offset)
        return governor(self.document, block.start, floor, None, in_list=True)


_DEEPEST = 8
_FARTHEST = 200_000
_LEADS = 2
