"""Tesseract as a program on this machine: whether it is there, and what it reads in a picture."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.errors import ReadError

__all__ = ["LANGUAGE", "ReadWord", "Tesseract", "find_tesseract", "how_to_install"]

LANGUAGE = "vie"
"""Name of Tesseract's data for Vietnamese; it reads Latin letters without marks as well."""
_WORD_LEVEL = "5"
_COLUMNS = 12
_ASKING_SECONDS = 20


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as Tesseract saw it, in pixels of the picture.

    Attributes:
        line: Block, paragraph and line that it belongs to.
        left: Left edge.
        top: Top edge.
        right: Right edge.
        bottom: Bottom edge.
        confidence: In [0, 1].
        text: The characters.
    """

    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    text: str


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program.

    Attributes:
        path: Where it is.
        version: Its first line about itself, part of the key of what is kept.
    """

    path: str
    version: str

    def read(self, picture: bytes, dpi: int, seconds: float, mode: int) -> tuple[ReadWord, ...]:
        """Return the words in a picture, in reading order.

        Args:
            picture: The picture, in any format that Tesseract knows.
            dpi: Its dots to an inch.
            seconds: Longest time that may be taken.
            mode: Tesseract's page segmentation mode.

        Raises:
            ReadError: The program failed or took too long.
        """
        command = [self.path, "stdin", "stdout", "-l", LANGUAGE, "--psm", str(mode)]
        command += ["--dpi", str(dpi), "tsv"]
        # One thread a page: several pages at a time use two cores better than one page does.
        environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(  # noqa: S603 - a program found by name, fixed arguments
                command, input=picture, capture_output=True, timeout=seconds, env=environment,
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise ReadError(
                f"nhận dạng một trang mất quá {seconds:.0f} giây. Hãy giảm ocr_dpi hoặc tăng"
                " page_seconds trong chinhsach.toml."
            ) from error
        except OSError as error:
            raise ReadError(f"không chạy được Tesseract ({error}). {how_to_install()}") from error
        if done.returncode:
            raise ReadError(f"Tesseract gặp lỗi ở trang này. {how_to_install()}")
        return tuple(_words(done.stdout.decode("utf-8", "replace")))


@lru_cache(maxsize=1)
def find_tesseract() -> Tesseract | None:
    """Return Tesseract with Vietnamese data, or None where there is none on this machine."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        listed = _asked(path, "--list-langs")
        version = _asked(path, "--version")
    except (OSError, subprocess.SubprocessError):
        return None
    if LANGUAGE not in listed.split():
        return None
    return Tesseract(path, version.splitlines()[0] if version else "")


def how_to_install() -> str:
    """Return, in a few words, how Tesseract with Vietnamese comes onto this machine."""
    if sys.platform == "win32":
        return "cài Tesseract 5 và gói ngôn ngữ vie (winget install UB-Mannheim.TesseractOCR)."
    if sys.platform == "darwin":
        return "cài bằng lệnh brew install tesseract tesseract-lang."
    return "cài bằng lệnh sudo apt install tesseract-ocr tesseract-ocr-vie."


def _asked(path: str, question: str) -> str:
    done = subprocess.run(  # noqa: S603 - a program found by name
        [path, question], capture_output=True, timeout=_ASKING_SECONDS, check=False
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _words(table: str) -> Iterator[ReadWord]:
    """Yield the words of Tesseract's TSV output."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        block, paragraph, line = (int(cell) for cell in cells[2:5])
        left, top, width, height = (int(cell) for cell in cells[6:10])
        sure = max(0.0, float(cells[10])) / 100
        yield ReadWord(
            (block, paragraph, line), left, top, left + width, top + height, sure, cells[11]
        )
