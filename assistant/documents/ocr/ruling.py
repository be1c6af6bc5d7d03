"""Ruling lines of a table in a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.documents.pages.grids import grids
from assistant.documents.pages.nouns import Rule

if TYPE_CHECKING:
    from assistant.documents.ocr.pictures import Picture

__all__ = ["without_rules"]

_INCHES = 0.4
"""Length from which an unbroken dark run is a line: no letter of a document is that long."""
_THICK = 0.06
"""Inches; thicker is a bar or the edge of a photograph."""
_DPI = 150
"""Lines are looked for at that resolution, where even fine ones are a pixel thick."""
_UNBROKEN = 0.97
"""Share of dark pixels in a line; a speck of dust may part it."""
_AROUND = 4
"""Pixels of the smaller picture around a table that its outer lines may reach into."""
_DARK, _WHITE = 140, 255


def without_rules(picture: Picture) -> tuple[Picture, tuple[Rule, ...]]:
    """Return a picture without its ruling lines, and the lines, in points.

    Tesseract takes a line beside a figure for a part of it, and “1,1” for “11” or “L1”.

    Args:
        picture: A picture whose lines are level.
    """
    import numpy as np

    step = max(1, picture.dpi // _DPI)
    grey = picture.grey
    high, wide = (side // step * step for side in grey.shape)
    # The darkest pixel of each block: a line one pixel thin survives being made smaller.
    blocks = grey[:high, :wide].reshape(high // step, step, wide // step, step)
    ink = blocks.min(axis=(1, 3)) < _DARK
    scale = 72 * step / picture.dpi
    length = round(_INCHES * picture.dpi / step)
    thick = max(3, round(_THICK * picture.dpi / step))
    level, level_mask = _runs(ink, length, thick)
    upright, upright_mask = _runs(np.ascontiguousarray(ink.T), length, thick)
    rules = [
        Rule(x0 * scale, (y0 + y1) / 2 * scale, x1 * scale, (y0 + y1) / 2 * scale)
        for y0, y1, x0, x1 in level
    ]
    rules += [
        Rule((x0 + x1) / 2 * scale, y0 * scale, (x0 + x1) / 2 * scale, y1 * scale)
        for x0, x1, y0, y1 in upright
    ]
    mask = level_mask | upright_mask.T
    cleaned = grey
    for grid in grids(rules):
        # Elsewhere a line may run through letters: an underline, the frame of a stamp.
        rows = slice(
            max(0, int(grid.box.top / scale) - _AROUND), int(grid.box.bottom / scale) + _AROUND
        )
        columns = slice(
            max(0, int(grid.box.left / scale) - _AROUND), int(grid.box.right / scale) + _AROUND
        )
        if cleaned is grey:
            cleaned = grey.copy()
        inside = mask[rows, columns].repeat(step, axis=0).repeat(step, axis=1)
        area = cleaned[:high, :wide][
            rows.start * step : rows.stop * step, columns.start * step : columns.stop * step
        ]
        area[inside] = _WHITE
    return replace(picture, grey=cleaned), tuple(rules)


def _runs(ink: Any, length: int, thick: int) -> tuple[list[tuple[int, int, int, int]], Any]:
    """Return first and last row, first and last column of long level runs, and their pixels."""
    import numpy as np
    from scipy import ndimage

    # A line that falls by a pixel over its length is followed through one row of tolerance.
    tall = ndimage.maximum_filter1d(ink.astype(np.uint8), 3, axis=0)
    dense = ndimage.uniform_filter1d(tall.astype(np.float32), length, axis=1, mode="constant")
    labels, _ = ndimage.label(dense >= _UNBROKEN)
    runs: list[tuple[int, int, int, int]] = []
    mask = np.zeros(ink.shape, bool)
    half = length // 2
    for rows, columns in ndimage.find_objects(labels):
        if rows.stop - rows.start <= thick + 2:
            first, last = max(0, columns.start - half), columns.stop + half
            runs.append((rows.start, rows.stop, first, last))
            mask[rows, first:last] |= tall[rows, first:last] > 0
    return runs, mask
