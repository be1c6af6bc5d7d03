"""Text boxes of a Word 97 file: on which paragraph each hangs, and in which order.

A box belongs to a shape, a shape stands at a place in the text or in a group of shapes that
does, and the drawing ([MS-ODRAW] 2.2.13) says which shapes make a group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from assistant.documents.word97_file import Part, WordFile, u16, u32

__all__ = ["BOX_SIZE", "box_anchors"]

BOX_SIZE = 22
"""Bytes that the table of text boxes holds for each, besides its first cp."""
_SHAPE_SIZE = 26
_DRAWING, _GROUP, _SHAPE, _SHAPE_KEY = 0xF002, 0xF003, 0xF004, 0xF00A
_DEEPEST = 20


def box_anchors(file: WordFile) -> tuple[dict[int, list[tuple[int, int]]], list[int]]:
    """Return the text boxes by the cp of the shape that they hang on.

    Args:
        file: The file.

    Returns:
        By cp, boxes as (place in the drawing, number from 0); and the numbers of those whose
        shape is not found.
    """
    shapes, texts = file.part(Part.SHAPES), file.part(Part.BOX_TEXTS)
    count = max(0, (len(shapes) - 4) // (4 + _SHAPE_SIZE))
    places = {
        u32(shapes, 4 * (count + 1) + _SHAPE_SIZE * index): u32(shapes, 4 * index)
        for index in range(count)
    }
    boxes = max(0, (len(texts) - 4) // (4 + BOX_SIZE) - 1)  # the last one is no box
    drawn = _drawn(file)
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    loose: list[int] = []
    for number in range(boxes):
        shape = u32(texts, 4 * (boxes + 2) + BOX_SIZE * number + 14)
        order, outer = drawn.get(shape, (number, shape))
        if outer in places:
            found[places[outer]].append((order, number))
        else:
            loose.append(number)
    return found, loose


def _drawn(file: WordFile) -> dict[int, tuple[int, int]]:
    """Return, for each shape, its place in the drawing and the shape that it is grouped in."""
    start, size = file.place(Part.DRAWING)
    data = file.table[start : start + size]
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at + 8 <= len(data):
        kind, inside, behind = _record(data, at)
        if kind == _DRAWING:
            for group, first, last in _records(data, inside, behind):
                if group != _GROUP:
                    continue
                for _, begin, end in _records(data, first, last):
                    keys = list(_keys(data, begin, end, 0))
                    for key in keys:
                        found.setdefault(key, (len(found), keys[0]))
        # Before each drawing stands a byte that says whether it is of the body or a header.
        at = behind if kind == 0xF000 and behind < len(data) and data[behind] > 1 else behind + 1
    return found


def _record(data: bytes, at: int) -> tuple[int, int, int]:
    """Return kind, start and end of what a record holds."""
    return u16(data, at + 2), at + 8, min(len(data), at + 8 + u32(data, at + 4))


def _records(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    while start + 8 <= end:
        kind, inside, behind = _record(data, start)
        yield kind, inside, min(behind, end)
        start = behind


def _keys(data: bytes, start: int, end: int, depth: int) -> Iterator[int]:
    """Yield the keys of the shapes between two offsets, groups taken apart."""
    for kind, inside, behind in _records(data, start, end):
        if kind == _SHAPE_KEY:
            yield u32(data, inside)
        elif kind in (_GROUP, _SHAPE) and depth < _DEEPEST:
            yield from _keys(data, inside, behind, depth + 1)
