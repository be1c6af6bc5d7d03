"""Where recognised words stand in the picture of their page, and how surely they were read."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.schema.spans import Span

__all__ = ["WordBox", "confidence_of", "pack_boxes", "unpack_boxes"]

_RECORD = struct.Struct("<IHHHHHHB")
_PARTS = 65_535
"""Steps into which a side of the page is divided; a twentieth of a point on A4."""


class WordBox(NamedTuple):
    """A recognised word in a text and in the picture of its page.

    Attributes:
        start: First character.
        end: One past the last.
        page: Page, from 1.
        left: Left edge, as a share of the width of the page in [0, 1].
        top: Top edge, as a share of its height in [0, 1].
        right: Right edge.
        bottom: Bottom edge.
        confidence: Confidence of recognition in [0, 1].
    """

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float

    def moved(self, offset: int) -> WordBox:
        """Return the same word in a text that begins ``offset`` characters earlier."""
        return self._replace(start=self.start + offset, end=self.end + offset)


def pack_boxes(boxes: Iterable[WordBox]) -> bytes:
    """Return boxes as few bytes, about eight a word; nothing for no box."""
    records = b"".join(
        _RECORD.pack(
            box.start,
            min(box.end - box.start, _PARTS),
            min(box.page, _PARTS),
            *(round(min(1.0, max(0.0, edge)) * _PARTS) for edge in box[3:7]),
            round(min(1.0, max(0.0, box.confidence)) * 100),
        )
        for box in boxes
    )
    return zlib.compress(records, 9) if records else b""


def unpack_boxes(packed: bytes, span: Span | None = None) -> tuple[WordBox, ...]:
    """Return boxes in order of their text, the inverse of ``pack_boxes``.

    Args:
        packed: What ``pack_boxes`` returned.
        span: Only the words that share a character with it; all when None.
    """
    if not packed:
        return ()
    found: list[WordBox] = []
    for start, length, page, left, top, right, bottom, sure in _RECORD.iter_unpack(
        zlib.decompress(packed)
    ):
        if span is None or (start < span.end and span.start < start + length):
            found.append(
                WordBox(
                    start, start + length, page,
                    left / _PARTS, top / _PARTS, right / _PARTS, bottom / _PARTS, sure / 100,
                )
            )  # fmt: skip
    return tuple(found)


def confidence_of(boxes: Sequence[WordBox]) -> float | None:
    """Return the mean confidence of words, each weighed by its characters; None for none."""
    characters = sum(box.end - box.start for box in boxes)
    if not characters:
        return None
    return sum(box.confidence * (box.end - box.start) for box in boxes) / characters
