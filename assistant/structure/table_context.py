"""What the rows of a table stand under: column names, group rows, cells merged downwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.schema import Block, BlockKind, Document, Level, Step
from assistant.structure.entries import Entry, Part

__all__ = ["TableContext"]

_LONGEST_GROUP = 400


class TableContext:
    """What is known of the tables of a document before their rows become passages.

    A table that goes on after a page break, as a second one of the same columns with
    nothing between them, counts as one with the first.

    Args:
        document: The document.
        entries: Its entries.
    """

    def __init__(self, document: Document, entries: Sequence[Entry]) -> None:
        self._text = document.text
        self._headers: dict[int, Block] = {}
        self._above: dict[int, list[str]] = {}
        self._numbers: dict[int, tuple[int, int]] = {}
        self._appended: dict[int, int] = {}
        self._sharing: Counter[tuple[int, ...]] = Counter()
        before: Block | None = None
        group = ""
        leading: list[str] = []
        for entry in entries:
            block = entry.block
            if block.kind is not BlockKind.ROW:
                before = None
                continue
            if block.table not in self._numbers:
                self._open(entry, before)
                if self._numbers[block.table][1] == 0:
                    group, leading = "", []
            before = block
            if entry.part is Part.HEADING:
                continue
            filled = [cell.of(self._text) for cell in block.cells if cell.start < cell.end]
            is_group = self._is_group(block, len(filled))
            if is_group:
                group, leading = " ".join(filled), []
                self._above[block.start] = []
                continue
            merged = self._merged(block, leading)
            leading = [cell.of(self._text) for cell in block.cells] if not merged else leading
            self._above[block.start] = [text for text in (group, " | ".join(merged)) if text]

    def _is_group(self, block: Block, filled: int) -> bool:
        """Tell whether a row heads the rows below it: “II | Cải cách thủ tục hành chính”."""
        first = block.cells[0].start < block.cells[0].end if block.cells else False
        few = filled == 1 or (filled == 2 and first)
        return len(block.cells) >= 3 and few and len(self._own(block)) < _LONGEST_GROUP

    def _own(self, block: Block) -> str:
        return self._text[block.start : block.end]

    def _open(self, entry: Entry, before: Block | None) -> None:
        """Number a new table, or find that it goes on with the one right above it."""
        block = entry.block
        if block.row == 0:
            self._headers[block.table] = block
        if before is not None and self._goes_on(before, block):
            table, offset = self._numbers[before.table]
            self._numbers[block.table] = (table, offset + before.row)
            self._headers.setdefault(block.table, self._headers[before.table])
            self._appended[block.table] = self._appended[before.table]
            return
        self._numbers[block.table] = (block.table, 0)
        self._sharing[entry.keys] += 1
        self._appended[block.table] = self._sharing[entry.keys]

    def _goes_on(self, before: Block, block: Block) -> bool:
        header = self._headers.get(before.table)
        if header is None or len(header.cells) != len(block.cells):
            return False
        return block.row > 0 or self._own(block) == self._own(header)

    def _merged(self, block: Block, leading: Sequence[str]) -> list[str]:
        """Return the first cells of the row above that reach down into a row."""
        if len(leading) != len(block.cells):
            return []
        empty = 0
        while empty < len(block.cells) and block.cells[empty].start == block.cells[empty].end:
            empty += 1
        return [text for text in leading[:empty] if text] if empty < len(block.cells) else []

    def context(self, block: Block) -> list[str]:
        """Return the lines that a row stands under, for its ``index_text``."""
        header = self._headers.get(block.table)
        lines = [self._own(header)] if header is not None else []
        return lines + self._above.get(block.start, [])

    def steps(self, entry: Entry) -> tuple[Step, Step]:
        """Return table and row as the last steps of a row's path.

        In an appendix with one table the number of the table is left empty.
        """
        block = entry.block
        table, offset = self._numbers[block.table]
        inside = any(step.level is Level.PHU_LUC for step in entry.path)
        number = str(self._appended[block.table] if inside else table)
        if inside and self._sharing[entry.keys] == 1:
            number = ""
        return Step(Level.BANG, number), Step(Level.DONG, str(offset + block.row))
