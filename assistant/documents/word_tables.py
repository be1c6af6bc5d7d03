"""Tables of Word documents: merged cells, headers of several rows, tables inside cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.documents.lines import Line
from assistant.documents.tables import fold_header, table_lines
from assistant.documents.word_numbering import Numbering
from assistant.documents.word_text import W, paragraph_text, text_boxes

__all__ = ["read_table"]

_MAX_SPAN = 50
"""Columns that one cell is taken to reach over at most."""
_MAX_HEADER = 4
"""Rows of a header; more that are marked as one are data."""


def read_table(table: Any, numbering: Numbering, number: int) -> list[Line]:
    """Return the lines of a table.

    Args:
        table: Its element.
        numbering: Word's automatic numbers, which cells have too.
        number: Number of the table in the document, from 1.
    """
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    cells = [_cells(row, numbering) for row in rows]
    count = _header_rows(rows)
    if count > 1:
        cells = fold_header(cells, count)
    return table_lines(cells, number, header=count > 0)


def _cells(row: Any, numbering: Numbering) -> list[str]:
    """Return the cells of a row; one merged downwards gives its words to its first row."""
    cells = [""] * _before(row)
    for cell in _own(row):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        merged = merge is not None and merge.get(f"{W}val") != "restart"
        cells.append("" if merged else _cell_text(cell, numbering))
        cells += [""] * (_width(cell) - 1)
    return cells


def _own(row: Any) -> Iterator[Any]:
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            yield cell


def _before(row: Any) -> int:
    """Return how many columns a row leaves out at its start."""
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    value = skipped.get(f"{W}val", "0") if skipped is not None else "0"
    return min(int(value), _MAX_SPAN) if value.isdigit() else 0


def _width(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return max(1, min(int(value), _MAX_SPAN)) if value.isdigit() else 1


def _header_rows(rows: list[Any]) -> int:
    """Return how many rows at the top name the columns, 0 where the format does not tell.

    Rows marked to be repeated on each page do; so do two rows where one cell of the first
    groups columns that the second names, beside cells that reach down over both.
    """
    marked = 0
    for row in rows:
        repeat = row.find(f"{W}trPr/{W}tblHeader")
        if repeat is None or repeat.get(f"{W}val", "true") in ("0", "false"):
            break
        marked += 1
    if marked:
        return marked if marked <= min(_MAX_HEADER, len(rows) - 1) else 1
    if len(rows) > 2:
        groups = any(_width(cell) > 1 for cell in _own(rows[0]))
        below = [cell.find(f"{W}tcPr/{W}vMerge") for cell in _own(rows[1])]
        reaching = [m for m in below if m is not None and m.get(f"{W}val") != "restart"]
        if groups and reaching and len(reaching) < len(below):
            return 2
    return 0


def _cell_text(cell: Any, numbering: Numbering) -> str:
    """Return the words of a cell, a line a paragraph; a table in it is read row by row."""
    lines: list[str] = []
    for element in cell:
        if element.tag == f"{W}tbl":
            lines += _nested(element, numbering)
            continue
        for paragraph in element.iter(f"{W}p") if element.tag != f"{W}p" else (element,):
            text = paragraph_text(paragraph).strip()
            # A column of running numbers often holds nothing but automatic ones.
            lines.append(f"{numbering.mark(paragraph)} {text}".strip())
            for box in text_boxes(paragraph):
                lines += [paragraph_text(inner) for inner in box.iter(f"{W}p")]
    return "\n".join(line for line in lines if line.strip())


def _nested(table: Any, numbering: Numbering) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is table:
            cells = (" ".join(_cell_text(cell, numbering).split()) for cell in _own(row))
            yield " – ".join(cell for cell in cells if cell)
