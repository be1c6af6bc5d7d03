"""Tables of office files whose rows know the edges of their cells, as one grid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["TableRow", "grid_rows", "header_rows"]

_SAME_EDGE = 20
"""Twips (a millimetre is 57) within which two edges are one, as people draw tables by hand."""
_MOST_COLUMNS = 64
_MAX_HEADER = 4
"""Rows of a header; more that are marked as one are data."""


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

    def is_lower(self, cell: int) -> bool:
        """Tell whether a cell is the lower part of one that is merged downwards."""
        return cell < len(self.goes_on) and self.goes_on[cell]


def grid_rows(rows: Sequence[TableRow]) -> list[list[str]]:
    """Return the cells of a table by row, each row with a cell for every column.

    A cell over several columns has its words in the first one; columns that a row leaves out at
    its start are empty. Word leaves the lower parts of a merged cell empty, so words in one are
    of a cell that is no longer merged.
    """
    columns = _columns(rows)
    made: list[list[str]] = []
    for row in rows:
        before, widths = _widths(row, columns)
        cells = [""] * before
        for index, words in enumerate(row.cells[:_MOST_COLUMNS]):
            cells += [words, *[""] * (widths[index] - 1)]
        made.append(cells[:_MOST_COLUMNS])
    return made


def header_rows(rows: Sequence[TableRow]) -> int:
    """Return how many rows at the top name the columns, 0 where the file does not tell.

    Rows that are repeated on every page do; so do two rows where one cell of the first groups
    columns that the second names, beside cells that reach down over both.
    """
    marked = next((index for index, row in enumerate(rows) if not row.header), len(rows))
    if marked:
        return marked if marked <= min(_MAX_HEADER, len(rows) - 1) else 1
    if len(rows) > 2:
        widths = _widths(rows[0], _columns(rows))[1]
        groups = any(width > 1 for width in widths) or any(rows[0].swallowed)
        reaching = sum(rows[1].is_lower(index) for index in range(len(rows[1].cells)))
        if groups and 0 < reaching < len(rows[1].cells):
            return 2
    return 0


def _columns(rows: Sequence[TableRow]) -> list[int]:
    """Return the left edges of the columns, and the right edge of the last."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not columns or edge - columns[-1] > _SAME_EDGE:
            columns.append(edge)
    return columns


def _widths(row: TableRow, columns: Sequence[int]) -> tuple[int, list[int]]:
    """Return how many columns a row leaves out at its start, and the width of each cell."""
    if len(row.edges) != len(row.cells) + 1:
        return 0, [1] * len(row.cells)
    inside = [
        bisect_left(columns, right - _SAME_EDGE) - bisect_right(columns, left + _SAME_EDGE)
        for left, right in zip(row.edges, row.edges[1:], strict=False)
    ]
    before = bisect_left(columns, row.edges[0] - _SAME_EDGE)
    return min(before, _MOST_COLUMNS), [1 + max(0, min(more, _MOST_COLUMNS)) for more in inside]
