"""Drawing pages in a process apart, with limits on time and memory.

It is not the process that reads files: a page is wanted while an index is being built.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from assistant.config import Config
from assistant.documents.drawing.pictures import draw
from assistant.documents.drawing.places import Place, line_places
from assistant.documents.isolation import Told, Worker, limit_memory, serve
from assistant.schema import Document, Span

__all__ = ["PagePicture", "draw_page"]

_SECONDS = 60.0
"""Longest that somebody waits for a page, also behind others; one takes 0.1, a map 2."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a picture.

    Attributes:
        data: The picture as JPEG, the quote boxed where it was found.
        places: Where the lines of the quote stand; none where it was not surely found.
    """

    data: bytes
    places: tuple[Place, ...]


def draw_page(data: bytes, document: Document, page: int, quote: Span) -> PagePicture:
    """Draw a page of a document with what stands on it of a quote boxed.

    Args:
        data: All bytes of the document's file, the ones it was read from.
        document: The document.
        page: The page, from 1.
        quote: The quote; none of it needs to stand on this page.

    Raises:
        ReadError: The page cannot be drawn, or takes too long.
    """
    whole = _page_span(document, page)
    part = Span(max(whole.start, quote.start), min(whole.end, quote.end))
    request: dict[str, Any] = {
        "page": page,
        "suffix": PurePosixPath(document.path).suffix.lower(),
        "memory": Config().reader_bytes,
    }
    if part.start < part.end:
        boxes = [box for box in document.boxes(part) if box.page == page]
        request["known"] = line_places(boxes)
        request["text"] = whole.of(document.text)
        request["quote"] = [part.start - whole.start, part.end - whole.start]
    answer = _worker().ask(request, data, lambda message: None, _SECONDS, _SECONDS)
    return PagePicture(
        base64.b64decode(answer["picture"]), tuple(Place(*place) for place in answer["places"])
    )


def _page_span(document: Document, page: int) -> Span:
    """Return what stands on a page; empty for one that the document does not have."""
    starts = document.page_starts
    if not 1 <= page <= len(starts):
        return Span(0, 0)
    end = starts[page] if page < len(starts) else len(document.text)
    # A page without text starts where the next one does.
    return Span(starts[page - 1], end)


@lru_cache(maxsize=1)
def _worker() -> Worker:
    return Worker("assistant.documents.drawing.worker")


def _handle(request: dict[str, Any], data: bytes, told: Told) -> dict[str, Any]:
    limit_memory(request["memory"])
    picture, places = draw(
        data,
        request["page"],
        request["suffix"],
        known=[Place(*place) for place in request.get("known", ())],
        text=request.get("text", ""),
        quote=Span(*request["quote"]) if "quote" in request else None,
    )
    return {"picture": base64.b64encode(picture).decode("ascii"), "places": places}


if __name__ == "__main__":
    serve(_handle)
