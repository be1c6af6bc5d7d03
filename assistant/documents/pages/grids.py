"""Tables out of ruling lines: which cells they frame, and which words stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.pages.nouns import Box, Rule, Word
from assistant.documents.pages.rows import text_lines

__all__ = ["Grid", "cell_words", "grids"]

_NEAR = 3.0
"""Points; lines that close are one line, and ends that close meet."""
_MOST_RULES = 6_000
"""Rules of a page that are looked at; a page has room for about 60 rows of 15 cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page.

    Attributes:
        box: What its lines enclose.
        columns: Left edges of its columns and the right edge of the last, in points.
        cells: The box of each cell by row; a cell that spans several stands at its first
            place, and the others are None.
    """

    box: Box
    columns: tuple[float, ...]
    cells: tuple[tuple[Box | None, ...], ...]

    def holds(self, word: Word) -> bool:
        """Tell whether the middle of a word is inside."""
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.box.left <= x <= self.box.right and self.box.top <= y <= self.box.bottom

    def has_columns_of(self, other: Grid, near: float) -> bool:
        """Tell whether another table has columns of the same widths, ``near`` in points."""
        return len(self.columns) == len(other.columns) and all(
            abs((one - self.columns[0]) - (two - other.columns[0])) <= near
            for one, two in zip(self.columns, other.columns, strict=True)
        )


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the tables that ruling lines draw, from the top; frames of one cell are none.

    Args:
        rules: Ruling lines of a page, in any order, whole or in pieces.
    """
    if len(rules) > _MOST_RULES:
        return []
    level = _merged([rule for rule in rules if rule.level], level=True)
    upright = _merged([rule for rule in rules if not rule.level], level=False)
    found = [_grid(lines, uprights) for lines, uprights in _meeting(level, upright)]
    return sorted(
        (grid for grid in found if grid is not None), key=lambda g: (g.box.top, g.box.left)
    )


def cell_words(grid: Grid, words: Sequence[Word]) -> list[list[list[Word]]]:
    """Return the words of a table by row and cell, in reading order.

    Args:
        grid: The table.
        words: The words inside it, in the order of the file.
    """
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        inside.setdefault(_place_of(grid, word), []).append(word)
    return [
        [
            [word for line in text_lines(inside.get((i, j), [])) for word in line.words]
            for j in range(len(cells))
        ]
        for i, cells in enumerate(grid.cells)
    ]


def _place_of(grid: Grid, word: Word) -> tuple[int, int]:
    """Return row and column of the cell that holds the middle of a word, or the nearest."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    near: list[tuple[float, int, int]] = []
    for i, cells in enumerate(grid.cells):
        for j, box in enumerate(cells):
            if box is not None:
                aside = max(box.left - x, x - box.right, 0.0)
                away = max(box.top - y, y - box.bottom, 0.0)
                near.append((aside + away, i, j))
    _, row, column = min(near)
    return row, column


def _merged(rules: Sequence[Rule], *, level: bool) -> list[Rule]:
    """Return whole lines for pieces that lie on each other or follow each other."""
    # Place across, start and end, so that level and upright lines are one case.
    pieces = sorted(
        (rule.top, rule.left, rule.right) if level else (rule.left, rule.top, rule.bottom)
        for rule in rules
    )
    whole: list[list[float]] = []
    first_near = 0
    for at, start, end in pieces:
        while first_near < len(whole) and whole[first_near][0] < at - _NEAR / 2:
            first_near += 1
        for line in whole[first_near:]:
            if start <= line[2] + _NEAR and end >= line[1] - _NEAR:
                line[1], line[2] = min(start, line[1]), max(end, line[2])
                break
        else:
            whole.append([at, start, end])
    return [
        Rule(start, at, end, at) if level else Rule(at, start, at, end) for at, start, end in whole
    ]


def _meeting(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the groups of lines that hang together by crossing or touching."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, line in enumerate(level):
        for j, post in enumerate(upright):
            if (
                line.left - _NEAR <= post.left <= line.right + _NEAR
                and post.top - _NEAR <= line.top <= post.bottom + _NEAR
            ):
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, line in enumerate(level):
        groups.setdefault(root(i), ([], []))[0].append(line)
    for j, post in enumerate(upright):
        groups.setdefault(root(len(level) + j), ([], []))[1].append(post)
    return list(groups.values())


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    ys = _positions([rule.top for rule in level])
    xs = _positions([rule.left for rule in upright])
    if len(ys) < 2 or len(xs) < 3:  # fewer than two columns are a frame around text
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows * columns > 20_000:
        return None
    group = list(range(rows * columns))

    def root(index: int) -> int:
        while group[index] != index:
            index = group[index]
        return index

    for i in range(rows):
        for j in range(columns):
            middle_x, middle_y = (xs[j] + xs[j + 1]) / 2, (ys[i] + ys[i + 1]) / 2
            here = i * columns + j
            if j + 1 < columns and not _covers(upright, xs[j + 1], middle_y, level=False):
                group[max(root(here), root(here + 1))] = min(root(here), root(here + 1))
            if i + 1 < rows and not _covers(level, ys[i + 1], middle_x, level=True):
                below = here + columns
                group[max(root(here), root(below))] = min(root(here), root(below))
    cells: list[list[Box | None]] = [[None] * columns for _ in range(rows)]
    for index in range(rows * columns):
        i, j = divmod(index, columns)
        first_i, first_j = divmod(root(index), columns)
        box = cells[first_i][first_j] or Box(xs[first_j], ys[first_i], xs[j + 1], ys[i + 1])
        cells[first_i][first_j] = Box(
            min(box.left, xs[j]), box.top, max(box.right, xs[j + 1]), max(box.bottom, ys[i + 1])
        )
    if sum(cell is not None for row in cells for cell in row) < 2:
        return None
    return Grid(Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(tuple(row) for row in cells))


def _positions(values: Sequence[float]) -> list[float]:
    """Return the places at which lines stand, near ones made one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= _NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(near) / len(near) for near in found]


def _covers(rules: Sequence[Rule], at: float, middle: float, *, level: bool) -> bool:
    """Tell whether a line at ``at`` runs past ``middle`` of a cell's edge."""
    for rule in rules:
        place = rule.top if level else rule.left
        start, end = (rule.left, rule.right) if level else (rule.top, rule.bottom)
        if abs(place - at) <= _NEAR * 1.5 and start <= middle <= end:
            return True
    return False
