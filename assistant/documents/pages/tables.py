"""Ruled tables as rows of lines, one table where it goes on over pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.documents.lines import Line
from assistant.documents.pages.grids import Grid, cell_words
from assistant.documents.pages.nouns import Page, Word
from assistant.documents.tables import table_lines
from assistant.schema import BlockKind, WordBox

__all__ = ["RuledTables"]

_SAME_COLUMN = 6.0
"""Points; columns of one table stand within that on the next page, unless margins are mirrored."""


@dataclass
class _Row:
    page: int
    cells: list[list[Word]]


class RuledTables:
    """Collects the grids of pages that follow each other into tables.

    Args:
        pages: Each page by its number.
    """

    def __init__(self, pages: Mapping[int, Page]) -> None:
        self._pages = pages
        self._rows: list[_Row] = []
        self._grid: Grid | None = None
        self._lines: list[Line] = []
        self._number = 0

    def add(self, page: Page, grid: Grid) -> None:
        """Take in a grid; one with the columns of the grid before it goes on with its table."""
        inside = [word for word in page.words if grid.holds(word)]
        rows = [_Row(page.number, row) for row in cell_words(grid, inside)]
        rows = [row for row in rows if any(row.cells)]
        if self._grid is not None and not self._grid.has_columns_of(grid, _SAME_COLUMN):
            self._close()
        if self._grid is not None and self._rows and rows:
            turned = self._rows[-1].page != page.number
            if turned and _texts(rows[0]) == _texts(self._rows[0]):
                rows = rows[1:]  # the header, repeated at the top of a page
            if turned and rows and _is_cut(rows[0], self._rows):
                last = self._rows[-1]
                last.cells = [
                    [*one, *other] for one, other in zip(last.cells, rows[0].cells, strict=True)
                ]
                rows = rows[1:]
        self._grid = grid
        self._rows += rows

    def finish(self) -> list[Line]:
        """Return the lines of all tables taken in since the last call."""
        self._close()
        lines, self._lines = self._lines, []
        return lines

    def _close(self) -> None:
        rows, self._rows, self._grid = self._rows, [], None
        if not rows:
            return
        made = table_lines([_texts(row) for row in rows], self._number + 1)
        if made and made[0].kind is BlockKind.ROW:
            self._number += 1
            made = [
                replace(line, page=row.page, boxes=self._boxes(row))
                for line, row in zip(made, rows, strict=True)
            ]
        else:
            made = [replace(line, page=rows[0].page) for line in made]
        self._lines += made

    def _boxes(self, row: _Row) -> tuple[WordBox, ...]:
        """Return where the recognised words of a row stand, by offset in its joined cells."""
        boxes: list[WordBox] = []
        offset = 0
        for words in row.cells:
            if not words:
                continue
            for word, start in _places(words):
                box = self._pages[row.page].word_box(word, offset + start)
                if box is not None:
                    boxes.append(box)
            offset += len(_joined(words)) + len(" | ")
        return tuple(boxes)


def _is_cut(first: _Row, before: Sequence[_Row]) -> bool:
    """Tell whether a row at the top of a page is the rest of the last one before it.

    Its first cell, which numbers or names the row, is empty there and in no other row.
    """
    numbered = [row for row in before if row.cells[0]]
    return (
        not first.cells[0]
        and len(numbered) == len(before)
        and sum(bool(cell) for cell in first.cells) > 0
        and len(first.cells) == len(before[-1].cells)
    )


def _texts(row: _Row) -> list[str]:
    return [_joined(words) for words in row.cells]


def _joined(words: Sequence[Word]) -> str:
    return "".join(
        ("" if word.glued or position == 0 else " ") + word.text
        for position, word in enumerate(words)
    )


def _places(words: Sequence[Word]) -> list[tuple[Word, int]]:
    """Return each word with its offset in the joined cell."""
    found: list[tuple[Word, int]] = []
    offset = 0
    for position, word in enumerate(words):
        offset += 0 if word.glued or position == 0 else 1
        found.append((word, offset))
        offset += len(word.text)
    return found
