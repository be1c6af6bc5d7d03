"""Tables of Markdown: pipe tables, and pandoc's simple and grid tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["read_table"]

_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_GRID_RULE = re.compile(r"\s*\+(?:[:=-]+\+)+\s*$")
_DASHES = re.compile(r"\s*-{3,}(?:\s+-{3,})*\s*$")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")

Rows = list[list[str]]


def read_table(lines: Sequence[str], at: int) -> tuple[Rows, bool, int] | None:
    """Read the table that starts at a line, if one does.

    Args:
        lines: Source lines.
        at: Index of the line.

    Returns:
        Cells by row, whether the first row is a header, and the index of the first line
        after the table; None when no table starts here.
    """
    line = lines[at]
    if line.lstrip().startswith("|"):
        return _pipe_table(lines, at)
    if _GRID_RULE.match(line):
        return _grid_table(lines, at)
    if _DASHES.match(line) and line.count("-") >= 20:
        return _simple_table(lines, at)
    return None


def _pipe_table(lines: Sequence[str], at: int) -> tuple[Rows, bool, int]:
    rows: Rows = []
    header = False
    index = at
    while index < len(lines) and lines[index].lstrip().startswith("|"):
        source = lines[index].strip()
        index += 1
        if _PIPE_RULE.match(source):
            header = header or len(rows) == 1
            continue
        # Some writers let a cell run over several source lines; the row ends in a pipe.
        while not source.endswith("|") and index < len(lines) and lines[index].strip():
            if lines[index].lstrip().startswith("|"):
                break
            source += "\n" + lines[index].strip()
            index += 1
        cells = _UNESCAPED_PIPE.split(source.removeprefix("|").removesuffix("|"))
        rows.append([cell.strip() for cell in cells])
    return rows, header, index


def _grid_table(lines: Sequence[str], at: int) -> tuple[Rows, bool, int]:
    rows: Rows = []
    header = False
    current: Rows = []
    index = at
    while index < len(lines) and lines[index].lstrip().startswith(("+", "|")):
        line = lines[index].strip()
        index += 1
        if _GRID_RULE.match(line):
            if current:
                rows.append(["\n".join(cell) for cell in current])
                header = header or ("=" in line and len(rows) == 1)
            current = []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        current += [[] for _ in range(len(cells) - len(current))]
        for column, cell in zip(current, cells, strict=False):
            column.append(cell)
    return rows, header, index


def _simple_table(lines: Sequence[str], at: int) -> tuple[Rows, bool, int] | None:
    """Read columns set off by spaces under a rule of dashes, up to the closing rule."""
    end = next(
        (i for i in range(at + 1, min(at + 400, len(lines))) if _DASHES.match(lines[i])), None
    )
    if end is None:
        return None
    spans = [(m.start(), m.end()) for m in re.finditer(r"-+", lines[at])]
    if len(spans) < 2:
        return None
    starts = [start for start, _ in spans]
    rows: Rows = []
    current: Rows = [[] for _ in spans]
    for line in [*lines[at + 1 : end], ""]:
        if not line.strip():
            if any(current):
                rows.append(["\n".join(cell) for cell in current])
            current = [[] for _ in spans]
            continue
        for column, start in enumerate(starts):
            stop = starts[column + 1] if column + 1 < len(starts) else len(line)
            piece = line[start if column else 0 : stop].strip()
            if piece:
                current[column].append(piece)
    return rows, False, end + 1
