"""Words with their places and fonts, and ruling lines, out of a page of a PDF."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any

from assistant.documents.pages.nouns import Page, Rule, Word

__all__ = ["LINE_END_HYPHEN", "read_page"]

LINE_END_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen or soft hyphen at the end of a line."""

_WORD = re.compile(rf"[^\s\x00{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")
_MOST_OBJECTS = 20_000
"""Drawn objects of a page that are looked at for ruling lines; a dense table has about 3,000."""
_THIN = 2.5
"""Points; a filled rectangle that thin is a line of a table."""
_SHORTEST = 4.0
"""Points; a shorter stroke is part of a drawn letter."""
_COVERS = 0.5
"""Share of the page from which a picture is the page, and not an emblem or a stamp on it."""
_MOST_NESTED = 4
"""Depth of forms in forms that is followed."""
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_UPRIGHT = 0.02
"""Radians; a watermark stands at an angle, and is not text of the page."""


def read_page(page: Any, number: int) -> Page:
    """Return the words and lines of a page of pypdfium2.

    Args:
        page: A ``pypdfium2.PdfPage``.
        number: Its number, from 1.
    """
    width, height = page.get_size()
    turn = _Turn(page)
    textpage = page.get_textpage()
    try:
        words = tuple(_words(textpage.raw, turn))
    finally:
        textpage.close()
    rules: list[Rule] = []
    pictured = 0.0
    drawn = 0
    for kind, item, matrix in _objects(page):
        drawn += 1
        if kind == _PATH:
            rules += _rules(item, matrix, turn)
        elif kind == _IMAGE:
            left, top, right, bottom = _bounds(item, matrix, turn)
            pictured += (min(right, width) - max(left, 0)) * (min(bottom, height) - max(top, 0))
    return Page(
        number=number,
        width=width,
        height=height,
        words=words,
        rules=tuple(rules),
        pictured=pictured >= _COVERS * width * height,
        blank=not words and drawn == 0,
    )


class _Turn:
    """From coordinates of a page's content to those of the page as it is read.

    PDFium counts upwards from a corner of the crop box, before the page is turned.
    """

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._quarter = (page.get_rotation() // 90) % 4

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self._quarter == 0:
            return x - self._left, self._top - y
        if self._quarter == 1:
            return y - self._bottom, x - self._left
        if self._quarter == 2:
            return self._right - x, y - self._bottom
        return self._top - y, self._right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    @property
    def radians(self) -> float:
        """Angle at which upright text is written in the content."""
        return float(self._quarter) * math.pi / 2


def _words(textpage: Any, turn: _Turn) -> Iterator[Word]:
    import pypdfium2.raw as pdfium

    text = _characters(textpage)
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    fonts = _Fonts()
    size_of, loose_box = pdfium.FPDFText_GetFontSize, pdfium.FPDFText_GetLooseCharBox
    for match in _WORD.finditer(text):
        begin, end = match.span()
        sizes = [size_of(textpage, index) for index in range(begin, end)]
        first = begin
        while first < end:
            # A raised number of a footnote follows its word without a space, in a smaller size.
            last = first + 1
            while last < end and abs(sizes[last - begin] - sizes[first - begin]) < 0.1:
                last += 1
            if not loose_box(textpage, first, at_box):
                first = last
                continue
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            if last > first + 1 and loose_box(textpage, last - 1, at_box):
                left, bottom = min(left, box.left), min(bottom, box.bottom)
                right, top = max(right, box.right), max(top, box.top)
            pdfium.FPDFText_GetCharOrigin(textpage, first, at_x, at_y)
            font, upright = fonts.of(textpage, first, turn)
            if upright:
                yield Word(
                    text[first:last],
                    *turn.box(left, bottom, right, top),
                    turn.point(x.value, y.value)[1],
                    round(fonts.scale * sizes[first - begin], 1),
                    font,
                    glued=first > begin,
                )
            first = last


def _characters(textpage: Any) -> str:
    """Return one character for each of PDFium's, also for those outside the first plane."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes
    )


class _Fonts:
    """Name and direction of the text objects that characters belong to, each asked once."""

    def __init__(self) -> None:
        self._last = 0
        self._found = ("", True)
        self.scale = 1.0

    def of(self, textpage: Any, index: int, turn: _Turn) -> tuple[str, bool]:
        """Return the font's name, and whether the character stands upright on the page."""
        import pypdfium2.raw as pdfium

        item = pdfium.FPDFText_GetTextObject(textpage, index)
        address = ctypes.addressof(item.contents) if item else 0
        if address and address == self._last:
            return self._found
        self._last = address
        if not address:
            self._found = ("", True)
            return self._found
        buffer = ctypes.create_string_buffer(128)
        pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(item), buffer, 128)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
        self.scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        # The direction of the base line; an upright font slanted to look italic keeps it.
        angle = (math.atan2(matrix.b, matrix.a) - turn.radians) % math.tau
        upright = min(angle, math.tau - angle) <= _UPRIGHT
        name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
        self._found = (name, upright)
        return self._found


def _objects(page: Any) -> Iterator[tuple[int, Any, tuple[float, ...]]]:
    """Yield kind, handle and matrix of the objects of a page, also of those inside forms."""
    import pypdfium2.raw as pdfium

    seen = 0

    def walk(
        count: int, get: Any, parent: Any, outer: tuple[float, ...], depth: int
    ) -> Iterator[tuple[int, Any, tuple[float, ...]]]:
        nonlocal seen
        for index in range(count):
            seen += 1
            if seen > _MOST_OBJECTS:
                return
            item = get(parent, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind != _FORM:
                yield kind, item, outer
            elif depth < _MOST_NESTED:
                inner = pdfium.FPDFFormObj_CountObjects(item)
                matrix = _product(_matrix(item), outer)
                yield from walk(inner, pdfium.FPDFFormObj_GetObject, item, matrix, depth + 1)

    count = pdfium.FPDFPage_CountObjects(page)
    yield from walk(count, pdfium.FPDFPage_GetObject, page, (1, 0, 0, 1, 0, 0), 0)


def _matrix(item: Any) -> tuple[float, ...]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return (1, 0, 0, 1, 0, 0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(first: tuple[float, ...], then: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _applied(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(item: Any, outer: tuple[float, ...], turn: _Turn) -> tuple[float, float, float, float]:
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(edge) for edge in edges)):
        return (0, 0, 0, 0)
    left, bottom, right, top = (edge.value for edge in edges)
    return turn.box(*_applied(outer, left, bottom), *_applied(outer, right, top))


def _rules(item: Any, outer: tuple[float, ...], turn: _Turn) -> Iterator[Rule]:
    """Yield the lines that a path draws: a thin rectangle, or straight strokes."""
    import pypdfium2.raw as pdfium

    left, top, right, bottom = _bounds(item, outer, turn)
    if bottom - top <= _THIN and right - left >= _SHORTEST:
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
        return
    if right - left <= _THIN and bottom - top >= _SHORTEST:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom)
        return
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke))
    count = pdfium.FPDFPath_CountSegments(item)
    if not stroke.value or not 2 <= count <= 200:
        return
    matrix = _product(_matrix(item), outer)
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        here = turn.point(*_applied(matrix, x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and points:
            yield from _straight(points[-1], here)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            points = [here]
        else:
            points.append(here)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(here, points[0])


def _straight(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Rule]:
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    if y1 - y0 <= 1 and x1 - x0 >= _SHORTEST:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= 1 and y1 - y0 >= _SHORTEST:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
