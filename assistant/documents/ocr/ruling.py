"""Ruling lines of a table in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.documents.pages.nouns import Rule

if TYPE_CHECKING:
    from assistant.documents.ocr.pictures import Picture

__all__ = ["rules_in"]

_INCHES = 0.4
"""Length from which an unbroken dark run is a line: no letter of a document is that long."""
_THICK = 0.06
"""Inches; thicker is a bar or the edge of a photograph."""
_DPI = 150
"""Lines are looked for at that resolution, where even fine ones are a pixel thick."""


def rules_in(picture: Picture) -> tuple[Rule, ...]:
    """Return level and upright lines of a picture, in points.

    Args:
        picture: A picture whose lines are level.
    """
    import numpy as np

    step = max(1, picture.dpi // _DPI)
    grey = picture.grey
    high, wide = (side // step * step for side in grey.shape)
    # The darkest pixel of each block: a line one pixel thin survives being made smaller.
    blocks = grey[:high, :wide].reshape(high // step, step, wide // step, step)
    ink = blocks.min(axis=(1, 3)) < 140
    scale = 72 * step / picture.dpi
    length = round(_INCHES * picture.dpi / step)
    thick = max(3, round(_THICK * picture.dpi / step))
    found = [
        Rule(x0 * scale, (y0 + y1) / 2 * scale, x1 * scale, (y0 + y1) / 2 * scale)
        for y0, y1, x0, x1 in _runs(ink, length, thick)
    ]
    found += [
        Rule((x0 + x1) / 2 * scale, y0 * scale, (x0 + x1) / 2 * scale, y1 * scale)
        for x0, x1, y0, y1 in _runs(np.ascontiguousarray(ink.T), length, thick)
    ]
    return tuple(found)


def _runs(ink: Any, length: int, thick: int) -> list[tuple[int, int, int, int]]:
    """Return first and last row, first and last column of long level runs."""
    import numpy as np
    from scipy import ndimage

    # A line that falls by a pixel over its length is followed through one row of tolerance.
    tall = ndimage.maximum_filter1d(ink.astype(np.uint8), 3, axis=0)
    dense = ndimage.uniform_filter1d(tall.astype(np.float32), length, axis=1, mode="constant")
    labels, _ = ndimage.label(dense >= 0.97)
    runs: list[tuple[int, int, int, int]] = []
    for rows, columns in ndimage.find_objects(labels):
        if rows.stop - rows.start <= thick + 2:
            half = length // 2
            runs.append((rows.start, rows.stop, columns.start - half, columns.stop + half))
    return runs
