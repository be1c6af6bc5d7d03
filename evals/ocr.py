"""``python -m evals ocr``: how well scans are read, and how fast."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.cli_progress import ProgressLine
from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.errors import UsageError
from assistant.schema import Document
from evals.corpora import shared_folder
from evals.distances import Errors, compared_texts

__all__ = ["Part", "main", "parts", "table"]

_SCAN = Path("scans/96-2016-ND-CP-scan.pdf")
_TRUE = Path("office/96-2016-ND-CP.doc")
_FIRST, _SIGNED = "Điều 1.", "Nơi nhận"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document as read from a scan, against the same part of its true text."""

    name: str
    errors: Errors


def main(arguments: Sequence[str]) -> int:
    """Read a scan whose text is known, print errors and times, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evals ocr",
        description="Read a scan whose text stands in another file; print errors and times.",
    )
    documents = shared_folder() / "documents"
    parser.add_argument("--scan", type=Path, default=documents / _SCAN)
    parser.add_argument("--true", type=Path, default=documents / _TRUE)
    parser.add_argument("--jobs", type=int, default=2, help="pages at a time (default: 2)")
    options = parser.parse_args(list(arguments))
    for path in (options.scan, options.true):
        if not path.is_file():
            raise UsageError(f"{path}: không có tệp này. Hãy chỉ tệp bằng --scan và --true.")
    true = _read(options.true)
    with _empty_cache(), ProgressLine(sys.stderr) as progress:
        begin = time.perf_counter()
        found = _read(options.scan, options.jobs, progress)
        first = time.perf_counter() - begin
        begin = time.perf_counter()
        again = _read(options.scan, options.jobs)
        second = time.perf_counter() - begin
    if again != found:
        sys.stderr.write("Hai lần đọc cho hai kết quả khác nhau. Hãy kiểm tra bộ nhớ tạm.\n")
        return 1
    pages = len(found.page_starts)
    sys.stdout.write(table(parts(found.text, true.text)))
    sys.stdout.write(
        f"\n{pages} pages, {options.jobs} at a time: {first / pages:.2f} s a page,"
        f" {60 * pages / first:.0f} pages a minute; again from the cache {second / pages:.2f} s"
        f" a page\nmean confidence {100 * (found.quality.confidence or 0):.1f} %\n"
    )
    return 0


def parts(found: str, true: str) -> list[Part]:
    """Return the whole text, and the articles alone, without the forms that follow them.

    Args:
        found: The text as it was read.
        true: The text as it is.
    """
    made = [Part("whole", compared_texts(found, true))]
    if all(text.find(_FIRST) < text.rfind(_SIGNED) for text in (found, true)):
        made.append(Part("articles", compared_texts(_articles(found), _articles(true))))
    return made


def table(measured: Sequence[Part]) -> str:
    """Return the errors of parts as lines to print, rates in percent."""
    lines = [f"{'':10}{'characters':>12}{'wrong':>8}{'CER %':>8}{'marked':>9}{'marks wrong %':>15}"]
    lines += [
        f"{part.name:10}{part.errors.characters:>12}{part.errors.wrong:>8}"
        f"{100 * part.errors.character_rate:>8.2f}{part.errors.marked:>9}"
        f"{100 * part.errors.mark_rate:>15.2f}"
        for part in measured
    ]
    return "\n".join(lines) + "\n"


def _articles(text: str) -> str:
    return text[text.find(_FIRST) : text.find(_SIGNED, text.find(_FIRST))]


def _read(path: Path, jobs: int = 1, progress: ProgressLine | None = None) -> Document:
    file = SourceFile(path.parent, path.name, path)
    return read_file(file, Config(), jobs=jobs, progress=progress)[0]


@contextmanager
def _empty_cache() -> Iterator[None]:
    """Let nothing that was recognised before be found, so that the first time is a first time."""
    before = os.environ.get("CHINHSACH_CACHE")
    with tempfile.TemporaryDirectory(prefix="chinhsach-eval-") as folder:
        os.environ["CHINHSACH_CACHE"] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ["CHINHSACH_CACHE"]
            else:
                os.environ["CHINHSACH_CACHE"] = before
