"""The flow of a Word document: paragraphs, cells and rows one after the other, made into lines.

Readers of binary and RTF files both see a document as a flow, in which a mark ends each
paragraph, cell and row. Text boxes follow the paragraph that they hang on and notes the whole
text, so that neither cuts a sentence; so does the reader of .docx files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from assistant.documents.lines import Draft, Line, tidied
from assistant.documents.office_lines import paragraph_lines
from assistant.documents.office_tables import TableRow, grid_rows, header_rows
from assistant.documents.tables import fold_header, table_lines
from assistant.errors import ReadError
from assistant.schema import BlockKind, Quality
from assistant.vietnamese.legacy_fonts import LegacyFonts, Run

__all__ = ["MOST_PARAGRAPHS", "TOO_LONG", "End", "Flowing", "bounded", "draft_of"]

MOST_PARAGRAPHS = 500_000
"""Paragraphs and cells of one file; a law of two hundred pages has three thousand."""
TOO_LONG = "văn bản dài bất thường. Hãy tách tệp rồi nạp lại."

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")


class End(Enum):
    """What ends with a paragraph; a table in a cell has cells and rows of its own."""

    PARAGRAPH = "paragraph"
    CELL = "cell"
    ROW = "row"
    INNER_CELL = "inner cell"
    INNER_ROW = "inner row"


@dataclass(slots=True)
class Flowing:
    """One paragraph of the flow.

    Attributes:
        runs: Its text by font, not yet converted; line breaks as line feeds.
        mark: Its automatic number as printed; a dash for a bullet.
        level: Level of a heading, 1 to 6; 0 for any other paragraph.
        depth: How many tables it stands in, one in the other.
        end: What ends with it. The mark that ends a row is a paragraph of its own.
        row: Edges and flags of the cells, where a row ends.
        boxes: Paragraphs of the text boxes that hang on it.
        notes: Texts of its footnotes and endnotes, in order.
    """

    runs: list[Run] = field(default_factory=list)
    mark: Run | None = None
    level: int = 0
    depth: int = 0
    end: End = End.PARAGRAPH
    row: TableRow | None = None
    boxes: list[Flowing] = field(default_factory=list)
    notes: list[list[Run]] = field(default_factory=list)


def bounded(paragraphs: Iterable[T]) -> Iterator[T]:
    """Yield paragraphs.

    Raises:
        ReadError: There are more than any document has.
    """
    for count, paragraph in enumerate(paragraphs):
        if count >= MOST_PARAGRAPHS:
            raise ReadError(TOO_LONG)
        yield paragraph


def draft_of(flow: Sequence[Flowing]) -> Draft:
    """Return the lines of a document, in Unicode whatever font they were set in.

    Args:
        flow: All paragraphs of the document in order.
    """
    fonts = LegacyFonts(run for paragraph in flow for run in _runs(paragraph))
    made = _Flow(fonts)
    lines = tidied([*made.lines(flow), *made.notes(flow)])
    quality = Quality("converted", note=fonts.note) if fonts.note else Quality()
    return Draft(lines, quality=quality)


def _runs(paragraph: Flowing) -> Iterator[Run]:
    yield from paragraph.runs
    for box in paragraph.boxes:
        yield from _runs(box)
    for note in paragraph.notes:
        yield from note


def _notes(flow: Iterable[Flowing]) -> Iterator[list[Run]]:
    for paragraph in flow:
        yield from paragraph.notes
        yield from _notes(paragraph.boxes)


class _Table:
    """The table being read: rows that are done, and cells of the one that is not."""

    def __init__(self) -> None:
        self.rows: list[TableRow] = []
        self.cells: list[str] = []
        self.cell: list[str] = []
        self.inner: list[str] = []  # cells of a row of a table inside the cell
        self.inner_cell: list[str] = []

    def add(self, words: str) -> None:
        if words:
            self.cell.append(words)

    def end(self, end: End, row: TableRow | None) -> None:
        if end is End.CELL:
            self.cells.append("\n".join(self.cell))
            self.cell = []
        elif end is End.ROW:
            made = row or TableRow()
            made.cells, self.cells, self.cell = self.cells, [], []
            self.rows.append(made)

    def add_inner(self, words: str, end: End) -> None:
        """Take a paragraph of a table inside the cell; a row of it becomes one line."""
        if words:
            self.inner_cell.append(words)
        if end is End.INNER_CELL:
            self.inner.append(" ".join(" ".join(self.inner_cell).split()))
            self.inner_cell = []
        elif end is End.INNER_ROW:
            self.add(" – ".join(cell for cell in self.inner if cell))
            self.inner = []

    def finished(self) -> list[TableRow]:
        """Return all rows, the last one with the cells that no mark ends."""
        self.cell += self.inner_cell
        cells = [*self.cells, "\n".join(self.cell)] if self.cell else self.cells
        return [*self.rows, TableRow(cells)] if cells else self.rows


class _Flow:
    def __init__(self, fonts: LegacyFonts) -> None:
        self._fonts = fonts
        self._tables = 0

    def lines(self, flow: Iterable[Flowing]) -> Iterator[Line]:
        table = _Table()
        for paragraph in flow:
            if not paragraph.depth:
                yield from self._table(table)
                table = _Table()
                text = self._text(paragraph.runs)
                yield from paragraph_lines(text, self._mark(paragraph), paragraph.level)
                yield from self.lines(paragraph.boxes)
                continue
            words = ""
            if paragraph.end not in (End.ROW, End.INNER_ROW):
                words = f"{self._mark(paragraph)} {self._text(paragraph.runs).strip()}".strip()
            if paragraph.depth > 1:
                table.add_inner(words, paragraph.end)
            else:
                table.add(words)
            for box in paragraph.boxes:
                table.add(self._text(box.runs).strip())
            table.end(paragraph.end, paragraph.row)
        yield from self._table(table)

    def notes(self, flow: Iterable[Flowing]) -> Iterator[Line]:
        """Yield each note as a line of its own, by its number in order."""
        texts = (" ".join(self._text(runs).split()) for runs in _notes(flow))
        for number, text in enumerate(filter(None, texts), start=1):
            yield Line(text, BlockKind.NOTE, number, gap=True)

    def _table(self, table: _Table) -> Iterator[Line]:
        rows = table.finished()
        if not rows:
            return
        cells = grid_rows(rows)
        count = header_rows(rows)
        if count > 1:
            cells = fold_header(cells, count)
        made = table_lines(cells, self._tables + 1, header=count > 0)
        self._tables += any(line.kind is BlockKind.ROW for line in made)
        yield from made

    def _mark(self, paragraph: Flowing) -> str:
        return self._fonts.convert([paragraph.mark])[0] if paragraph.mark else ""

    def _text(self, runs: Sequence[Run]) -> str:
        text = "".join(self._fonts.convert(runs))
        if _SURROGATE.search(text):  # both formats write a rare sign as two codes
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text
