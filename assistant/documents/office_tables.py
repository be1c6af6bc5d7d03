"""Tables of office files whose rows know the edges of their cells, as one grid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["TableRow", "grid_rows"]

_SAME_EDGE = 20
"""Twips (a millimetre is 57) within which two edges are one, as people draw tables by hand."""
_MOST_COLUMNS = 64


@dataclass(slots=True)
class TableRow:
    """A row of a table as its file has it.

    Attributes:
        cells: Words of its cells, left to right.
        edges: Left edge of each cell and the right edge of the last, in twips; empty where the
            file does not say.
        goes_on: For each cell, whether it is the lower part of one that is merged downwards.
        swallowed: For each cell, whether it is part of the cell on its left.
        header: Whether the row is repeated on every page.
    """

    cells: list[str] = field(default_factory=list)
    edges: tuple[int, ...] = ()
    goes_on: tuple[bool, ...] = ()
    swallowed: tuple[bool, ...] = ()
    header: bool = False


def grid_rows(rows: Sequence[TableRow]) -> list[list[str]]:
    """Return the cells of a table by row, each row with a cell for every column.

    A cell over several columns has its words in the first one; the lower parts of a cell that
    is merged downwards are empty.
    """
    columns = _columns(rows)
    return [_row_cells(row, columns) for row in rows]


def _columns(rows: Sequence[TableRow]) -> list[int]:
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not columns or edge - columns[-1] > _SAME_EDGE:
            columns.append(edge)
    return columns


def _row_cells(row: TableRow, columns: Sequence[int]) -> list[str]:
    cells: list[str] = []
    known = len(row.edges) == len(row.cells) + 1
    for index, words in enumerate(row.cells):
        if index < len(row.goes_on) and row.goes_on[index]:
            words = ""
        if index < len(row.swallowed) and row.swallowed[index]:
            words = ""
        cells.append(words)
        if known:
            first = bisect_right(columns, row.edges[index] + _SAME_EDGE)
            behind = bisect_left(columns, row.edges[index + 1] - _SAME_EDGE)
            inside = min(_MOST_COLUMNS, behind - first)
            cells += [""] * inside
        if len(cells) >= _MOST_COLUMNS:
            break
    return cells
