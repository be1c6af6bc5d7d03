"""The flow of a Word document: paragraphs, cells and rows one after the other, made into lines.

Readers of binary and RTF files both see a document as a flow, in which a mark ends each
paragraph, cell and row. What hangs on a paragraph (text boxes and notes) follows it, so that
neither cuts a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from assistant.documents.lines import Draft, Line, tidied
from assistant.documents.office_lines import note_line, paragraph_lines
from assistant.documents.office_tables import TableRow, grid_rows
from assistant.documents.tables import table_lines
from assistant.schema import BlockKind, Quality
from assistant.vietnamese.legacy_fonts import LegacyFonts, Run

__all__ = ["End", "Flowing", "draft_of"]


_SURROGATE = re.compile("[\ud800-\udfff]")


class End(Enum):
    """What ends with a paragraph."""

    PARAGRAPH = "paragraph"
    CELL = "cell"
    ROW = "row"


@dataclass(slots=True)
class Flowing:
    """One paragraph of the flow.

    Attributes:
        runs: Its text by font, not yet converted; line breaks as "\\n".
        mark: Its automatic number as printed; a dash for a bullet.
        level: Level of a heading, 1 to 6; 0 for any other paragraph.
        in_table: Whether it stands in a table.
        end: What ends with it. The mark that ends a row is a paragraph of its own.
        row: Edges and flags of the cells, where a row ends.
        boxes: Paragraphs of the text boxes that hang on it.
        notes: Its footnotes: number as printed, and text.
    """

    runs: list[Run] = field(default_factory=list)
    mark: Run | None = None
    level: int = 0
    in_table: bool = False
    end: End = End.PARAGRAPH
    row: TableRow | None = None
    boxes: list[Flowing] = field(default_factory=list)
    notes: list[tuple[int, list[Run]]] = field(default_factory=list)

    def has_text(self) -> bool:
        """Tell whether any of it is printed besides its number."""
        return any(run.text.strip() for run in self.runs)


def draft_of(flow: Sequence[Flowing]) -> Draft:
    """Return the lines of a document, in Unicode whatever font they were set in.

    Args:
        flow: All paragraphs of the document in order.
    """
    fonts = LegacyFonts(run for paragraph in flow for run in _runs(paragraph))
    lines = tidied(_Flow(fonts).lines(flow))
    quality = Quality("converted", note=fonts.note) if fonts.note else Quality()
    return Draft(lines, quality=quality)


def _runs(paragraph: Flowing) -> Iterator[Run]:
    yield from paragraph.runs
    for box in paragraph.boxes:
        yield from _runs(box)
    for _, runs in paragraph.notes:
        yield from runs


class _Flow:
    def __init__(self, fonts: LegacyFonts) -> None:
        self._fonts = fonts
        self._tables = 0

    def lines(self, flow: Iterable[Flowing]) -> Iterator[Line]:
        rows: list[TableRow] = []
        cells: list[str] = []
        cell: list[str] = []
        behind: list[Line] = []  # what hangs on a paragraph of a table follows the table
        for paragraph in flow:
            if not paragraph.in_table:
                yield from self._table(rows, cells, cell)
                yield from behind
                rows, cells, cell, behind = [], [], [], []
                yield from self._paragraph(paragraph)
                yield from self._hanging(paragraph)
                continue
            behind += self._hanging(paragraph)
            if paragraph.end is End.ROW:
                row = paragraph.row or TableRow()
                row.cells, cells, cell = cells, [], []
                rows.append(row)
                continue
            words = f"{self._mark(paragraph)} {self._text(paragraph.runs).strip()}".strip()
            if words:
                cell.append(words)
            if paragraph.end is End.CELL:
                cells.append("\n".join(cell))
                cell = []
        yield from self._table(rows, cells, cell)
        yield from behind

    def _table(self, rows: list[TableRow], cells: list[str], cell: list[str]) -> Iterator[Line]:
        """Yield the lines of a table, with the cells of a row that no mark ends."""
        if cell:
            cells = [*cells, "\n".join(cell)]
        if cells:
            rows = [*rows, TableRow(cells)]
        if not rows:
            return
        made = table_lines(grid_rows(rows), self._tables + 1, header=rows[0].header)
        self._tables += any(line.kind is BlockKind.ROW for line in made)
        yield from made

    def _paragraph(self, paragraph: Flowing) -> Iterator[Line]:
        return paragraph_lines(self._text(paragraph.runs), self._mark(paragraph), paragraph.level)

    def _hanging(self, paragraph: Flowing) -> list[Line]:
        """Return the lines of the text boxes and notes of a paragraph."""
        lines = [line for box in paragraph.boxes for line in self._paragraph(box)]
        return lines + [note_line(number, self._text(runs)) for number, runs in paragraph.notes]

    def _mark(self, paragraph: Flowing) -> str:
        return self._fonts.convert([paragraph.mark])[0] if paragraph.mark else ""

    def _text(self, runs: Sequence[Run]) -> str:
        text = "".join(self._fonts.convert(runs))
        if _SURROGATE.search(text):  # both formats write a rare sign as two codes
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return text
