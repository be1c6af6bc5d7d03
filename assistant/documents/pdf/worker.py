"""Reading PDF files and pictures in a process apart, with limits on time and memory."""

from __future__ import annotations

import os
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from assistant.config import Config
from assistant.documents.isolation import Told, Worker, limit_memory, serve
from assistant.documents.lines import Draft, Line
from assistant.documents.ocr.caches import cache_folder
from assistant.documents.pdf.reading import Progress, read_images_here, read_pdf_here
from assistant.schema import BlockKind, Quality, WordBox

__all__ = ["read_images", "read_pdf"]


def read_pdf(
    data: bytes, config: Config, *, jobs: int = 1, progress: Progress | None = None
) -> Draft:
    """Read a PDF: its text by page, or what can be recognised in its pictures.

    Args:
        data: All its bytes.
        config: Settings; the limits of a page, of a file and of memory.
        jobs: Pages to recognise at a time.
        progress: Called with a stage, the pages done and all pages.

    Raises:
        ReadError: It is encrypted, damaged or takes too long, or is a scan and Tesseract is
            not on this machine.
    """
    return _read("pdf", data, config, jobs, progress)


def read_images(
    data: bytes, config: Config, *, jobs: int = 1, progress: Progress | None = None
) -> Draft:
    """Recognise a picture file, which may hold several pages.

    Args:
        data: All its bytes.
        config: Settings; the limits of a page, of a file and of memory.
        jobs: Pages to recognise at a time.
        progress: Called with a stage, the pages done and all pages.

    Raises:
        ReadError: It is damaged or too large, nothing can be read in it, or Tesseract is not
            on this machine.
    """
    return _read("images", data, config, jobs, progress)


def _read(kind: str, data: bytes, config: Config, jobs: int, progress: Progress | None) -> Draft:
    def told(message: dict[str, Any]) -> None:
        if progress is not None:
            progress(message["stage"], message["done"], message["pages"])

    request = {
        "kind": kind, "jobs": jobs, "config": asdict(config), "cache": str(cache_folder())
    }  # fmt: skip
    # A page may be read three times: as it lies, and turned to either side.
    silence = 4.0 * config.page_seconds
    answer = _worker().ask(request, data, told, silence, float(config.file_seconds))
    return _draft(answer)


@lru_cache(maxsize=1)
def _worker() -> Worker:
    return Worker("assistant.documents.pdf.worker")


def _handle(request: dict[str, Any], data: bytes, told: Told) -> dict[str, Any]:
    config = Config(**request["config"])
    limit_memory(config.reader_bytes)
    os.environ["CHINHSACH_CACHE"] = request["cache"]  # it may have changed since the start

    def progress(stage: str, done: int, pages: int) -> None:
        told({"stage": stage, "done": done, "pages": pages})

    read = read_pdf_here if request["kind"] == "pdf" else read_images_here
    draft = read(data, config, request["jobs"], progress)
    return {
        "lines": [_line_record(line) for line in draft.lines],
        "pages": draft.pages,
        "quality": asdict(draft.quality),
    }


def _line_record(line: Line) -> list[Any]:
    """Return the values of a line in the order of its fields."""
    return [getattr(line, field.name) for field in fields(Line)]


def _draft(answer: dict[str, Any]) -> Draft:
    lines = []
    for values in answer["lines"]:
        given = dict(zip((field.name for field in fields(Line)), values, strict=True))
        given["kind"] = BlockKind(given["kind"])
        given["cells"] = tuple(given["cells"])
        given["turns"] = tuple((offset, page) for offset, page in given["turns"])
        given["boxes"] = tuple(WordBox(*box) for box in given["boxes"])
        lines.append(Line(**given))
    return Draft(tuple(lines), pages=answer["pages"], quality=Quality(**answer["quality"]))


if __name__ == "__main__":
    serve(_handle)
