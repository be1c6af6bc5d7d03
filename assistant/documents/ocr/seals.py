"""Round seals of offices taken out of a picture: what stands in them is no text of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

__all__ = ["without_black_seals", "without_red_seals"]

_RED = 50
"""Steps of 255 by which the red of a seal stands above its green and blue."""
_RED_MM = (18.0, 60.0)
"""Millimetres; seals are 30 to 42 across (Thông tư 21/2012/TT-BCA), small ones 20."""
_BLACK_MM = (26.0, 50.0)
"""Millimetres; a black area as high as that is no line of text."""
_WIDEST = 90.0
"""Millimetres; a signature runs through the seal, and makes one area with it."""
_INK = (0.06, 0.6)
"""Share of ink in the area of a seal; a photograph has more."""
_STRAIGHT = 0.6
"""Share of a row or column of the area from which it is a ruling line: a frame, a table."""
_RIGHT = 0.4
"""Share of the width left of which no signer's seal is; stamps of receipt are, upon the text."""
_DARK, _WHITE = 128, 255
_DPI = 75
"""Areas are looked for at that resolution."""


def without_red_seals(colours: Any, grey: Grey, dpi: int) -> Grey:
    """Return grey pixels, those of round red seals white.

    Args:
        colours: The same picture in red, green and blue, as signed numbers.
        grey: Rows of pixels.
        dpi: Dots to an inch.
    """
    import numpy as np
    from scipy import ndimage

    red = (colours[..., 0] - np.maximum(colours[..., 1], colours[..., 2])) > _RED
    if red.mean() < 0.0005:
        return grey
    step = max(1, dpi // _DPI)
    # Letters of a seal stand apart; grown by two millimetres they and its rim are one area.
    joined = ndimage.binary_dilation(red[::step, ::step], iterations=max(1, round(_DPI / 12.7)))
    labels, _ = ndimage.label(joined)
    cleaned = grey.copy()
    for rows, columns in ndimage.find_objects(labels):
        sides = ((edge.stop - edge.start) * step * 25.4 / dpi for edge in (rows, columns))
        if all(_RED_MM[0] <= side <= _RED_MM[1] for side in sides):
            area = (
                slice(rows.start * step, rows.stop * step),
                slice(columns.start * step, columns.stop * step),
            )
            cleaned[area][red[area]] = _WHITE
    return cleaned


def without_black_seals(grey: Grey, dpi: int) -> Grey:
    """Return grey pixels, those of seals on scans without colours white.

    A seal hangs together by its rim and is as high as five lines of text.

    Args:
        grey: Rows of pixels.
        dpi: Dots to an inch.
    """
    import numpy as np
    from scipy import ndimage

    step = max(1, dpi // _DPI)
    high, wide = (side // step * step for side in grey.shape)
    blocks = grey[:high, :wide].reshape(high // step, step, wide // step, step)
    ink = blocks.min(axis=(1, 3)) < _DARK
    labels, _ = ndimage.label(ink, structure=np.ones((3, 3), bool))
    cleaned = grey
    for number, (rows, columns) in enumerate(ndimage.find_objects(labels), start=1):
        tall, broad = ((edge.stop - edge.start) * step * 25.4 / dpi for edge in (rows, columns))
        sized = _BLACK_MM[0] <= tall <= _BLACK_MM[1] and _BLACK_MM[0] <= broad <= _WIDEST
        if not sized or (columns.start + columns.stop) / 2 < _RIGHT * labels.shape[1]:
            continue
        area = labels[rows, columns] == number
        straight = max(area.mean(axis=0).max(), area.mean(axis=1).max())
        if not _INK[0] <= area.mean() <= _INK[1] or straight >= _STRAIGHT:
            continue
        if cleaned is grey:
            cleaned = grey.copy()
        target = cleaned[:high, :wide][
            rows.start * step : rows.stop * step, columns.start * step : columns.stop * step
        ]
        target[area.repeat(step, axis=0).repeat(step, axis=1)] = _WHITE
    return cleaned
