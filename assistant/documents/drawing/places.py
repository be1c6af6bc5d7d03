"""Where a quote stands on a page: its words found again, and one box for each of its lines.

A document's text was cleaned; the page was not. What both have in common are the letters and
digits in their order, so those alone are compared. A quote that is not found, or found twice
without a way to tell which, has no place: a wrong box is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.schema import Span, WordBox

__all__ = ["Place", "boxes_of_quote", "line_places"]

_PIECES = re.compile(r"\n| \| ")
_SIGNS = "%.,;:!?)”’…"
_LEAST_PIECE = 8
"""Letters and digits of a cell or line that can be told apart from the rest of a page."""
_ENOUGH = 0.8
"""Share of a quote, in letters and digits, that its pieces must make up to be believed."""
_SAME_LINE = 0.5
"""Share of the lower of two boxes by which they overlap when they stand on one line."""
_WIDEST_GAP = 2.5
"""Heights of a line between two of its words; farther apart they stand in two columns."""


class Place(NamedTuple):
    """An upright box on a page, in shares of its width and height in [0, 1]."""

    left: float
    top: float
    right: float
    bottom: float


def boxes_of_quote(
    drawn: str, boxes: Sequence[WordBox], text: str, quote: Span
) -> tuple[WordBox, ...]:
    """Return the boxes of the words of a quote.

    Args:
        drawn: The page as it was read again for its boxes.
        boxes: Where the words of ``drawn`` stand.
        text: The page as it stands in the document.
        quote: The quote, as a span of ``text``.

    Returns:
        Boxes of all its words, or none where the quote is not surely found.
    """
    page = _Squeezed(drawn)
    whole = page.find(text, quote)
    if whole is not None:
        return _within(boxes, [whole])
    # A row whose cells the page has in another order, or lines with something between them.
    pieces = list(_pieces(text, quote))
    found = [(piece, page.find(text, piece)) for piece in pieces if _long(text, piece)]
    spans = [span for _, span in found if span is not None]
    told = sum(len(_squeeze(piece.of(text))) for piece, span in found if span is not None)
    if told < _ENOUGH * max(1, len(_squeeze(quote.of(text)))):
        return ()
    return _within(boxes, spans)


def line_places(boxes: Sequence[WordBox]) -> tuple[Place, ...]:
    """Return one box for the words of each line, in order.

    Args:
        boxes: Words of one page, in reading order.
    """
    places: list[Place] = []
    for box in boxes:
        place = Place(box.left, box.top, box.right, box.bottom)
        if places and _goes_on(places[-1], place):
            last = places[-1]
            places[-1] = Place(
                min(last.left, place.left),
                min(last.top, place.top),
                max(last.right, place.right),
                max(last.bottom, place.bottom),
            )
        else:
            places.append(place)
    return tuple(places)


class _Squeezed:
    """The letters and digits of a page, with the way back to where they stand in it."""

    def __init__(self, text: str) -> None:
        self._offsets = [at for at, char in enumerate(text) for _ in _plain(char)]
        self._letters = _squeeze(text)
        self._text = text

    def find(self, text: str, quote: Span) -> Span | None:
        """Return where a quote of another reading of this page stands in this one."""
        wanted = _squeeze(quote.of(text))
        here = _starts(self._letters, wanted)
        there = _starts(_squeeze(text), wanted)
        number = len(_starts(_squeeze(text[: quote.end]), wanted)) - 1
        if len(here) > 1 and len(here) != len(there):
            return None
        if not here:
            return None
        start = here[number if len(here) > 1 else 0]
        end = self._offsets[start + len(wanted) - 1] + 1
        return Span(self._offsets[start], self._with_signs(end, quote.of(text)))

    def _with_signs(self, end: int, quote: str) -> int:
        """Return the end of a quote with the signs that it ends with, such as ``%.``."""
        signs = quote[len(quote.rstrip(_SIGNS)) :]
        at = end
        while at < len(self._text) and self._text[at] in f" {signs}":
            at += 1
            if self._text[at - 1] != " ":
                end = at
        return end


def _squeeze(text: str) -> str:
    return "".join(letter for char in text for letter in _plain(char))


def _plain(char: str) -> str:
    return char.casefold() if char.isalnum() else ""


def _starts(text: str, wanted: str) -> list[int]:
    if not wanted:
        return []
    starts = []
    at = text.find(wanted)
    while at >= 0:
        starts.append(at)
        at = text.find(wanted, at + 1)
    return starts


def _pieces(text: str, quote: Span) -> Iterator[Span]:
    start = quote.start
    for gap in _PIECES.finditer(text, quote.start, quote.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, quote.end)


def _long(text: str, piece: Span) -> bool:
    return len(_squeeze(piece.of(text))) >= _LEAST_PIECE


def _within(boxes: Sequence[WordBox], spans: Sequence[Span]) -> tuple[WordBox, ...]:
    return tuple(
        box for box in boxes if any(span.start < box.end and box.start < span.end for span in spans)
    )


def _goes_on(line: Place, word: Place) -> bool:
    shared = min(line.bottom, word.bottom) - max(line.top, word.top)
    lower = min(line.bottom - line.top, word.bottom - word.top)
    # Shares of width and height differ in length; on paper that stands, width is the shorter.
    gap = word.left - line.right
    return (
        shared >= _SAME_LINE * lower
        and word.left >= line.left
        and gap <= _WIDEST_GAP * (line.bottom - line.top)
    )
