"""``python -m evals pdf-speed``: pages a second beside libraries that only take out the text."""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from assistant.config import Config
from assistant.documents.pdf.reading import read_pdf_here
from assistant.errors import UsageError
from evals.corpora import shared_folder

__all__ = ["Speed", "main", "speeds", "table"]

_FILES = ("law/*.pdf", "office/*.pdf")
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one way of reading is.

    Attributes:
        name: What it is called.
        pages: Pages read.
        seconds: Time taken, the median of some rounds.
    """

    name: str
    pages: int
    seconds: float

    @property
    def pages_a_second(self) -> float:
        """Pages read in a second."""
        return self.pages / self.seconds


def main(arguments: Sequence[str]) -> int:
    """Read PDF files in three ways, in turns, print pages a second, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evals pdf-speed",
        description="Read born-digital PDF files; print pages a second beside pypdfium2 and pypdf.",
    )
    parser.add_argument("files", nargs="*", type=Path, help="default: those of the shared data")
    options = parser.parse_args(list(arguments))
    documents = shared_folder() / "documents"
    files = options.files or [path for glob in _FILES for path in sorted(documents.glob(glob))]
    if not files or not all(path.is_file() for path in files):
        raise UsageError("Không có tệp PDF nào để đo. Hãy chỉ các tệp trên dòng lệnh.")
    sys.stdout.write(table(speeds([path.read_bytes() for path in files])))
    return 0


def speeds(files: Sequence[bytes], rounds: int = _ROUNDS) -> list[Speed]:
    """Time the reading of the same files, the ways in turns so that all share what goes on.

    Args:
        files: Bytes of born-digital PDF files.
        rounds: How often; the median counts.
    """
    ways: dict[str, Callable[[bytes], int]] = {
        "ours": _ours,
        "pypdfium2": _pypdfium2,
        "pypdf": _pypdf,
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    pages = dict.fromkeys(ways, 0)
    for _ in range(rounds):
        for name, way in ways.items():
            begin = time.perf_counter()
            pages[name] = sum(way(data) for data in files)
            times[name].append(time.perf_counter() - begin)
    return [Speed(name, pages[name], statistics.median(times[name])) for name in ways]


def table(measured: Sequence[Speed]) -> str:
    """Return speeds as lines to print, each with how many times as fast as the last one."""
    slowest = measured[-1].pages_a_second
    lines = [f"{'':12}{'pages':>7}{'seconds':>9}{'pages/s':>9}{'ratio':>7}"]
    lines += [
        f"{one.name:12}{one.pages:>7}{one.seconds:>9.2f}{one.pages_a_second:>9.1f}"
        f"{one.pages_a_second / slowest:>7.1f}"
        for one in measured
    ]
    return "\n".join(lines) + "\n"


def _ours(data: bytes) -> int:
    return read_pdf_here(data, Config(), 1, lambda *_: None).pages


def _pypdfium2(data: bytes) -> int:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    try:
        for page in document:
            page.get_textpage().get_text_range()
        return len(document)
    finally:
        document.close()


def _pypdf(data: bytes) -> int:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pages = PdfReader(BytesIO(data)).pages
    for page in pages:
        page.extract_text()
    return len(pages)
