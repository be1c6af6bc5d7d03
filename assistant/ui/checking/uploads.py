"""The text of a file that somebody drops on the page, read as those of the corpus are."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from assistant.config import Config
from assistant.documents.files import SourceFile
from assistant.documents.formats import READ_SUFFIXES
from assistant.documents.reading import read_file

__all__ = ["MOST_BYTES", "text_of", "until"]

MOST_BYTES = 20_000_000
"""An article with pictures has a few megabytes, a long plan as PDF ten."""

_LIMITS = Config(max_file_bytes=MOST_BYTES, max_pages=100, page_seconds=30, file_seconds=180)
"""Somebody waits for it: three minutes are 90 pages to recognise."""
_STEM = "van-ban"


def text_of(name: str, data: bytes) -> str:
    """Return the text of a file; what kind of file it is, its bytes say.

    Args:
        name: Name of the file. Nothing but its ending is used, and that only where it is one
            that is known.
        data: All its bytes.

    Raises:
        ReadError: The file cannot be read; the message says what to do.
        MissingDependencyError: A program that reads such files is not installed.
    """
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    own = f"{_STEM}{ending}" if ending in READ_SUFFIXES else _STEM
    with TemporaryDirectory() as folder:
        path = Path(folder) / own
        path.write_bytes(data)
        documents = read_file(SourceFile(path.parent, own, path), _LIMITS)
    return "\n".join(document.text for document in documents)


def until(text: str, most: int) -> str:
    """Return the beginning of a text, cut where a line or at least a word ends.

    Args:
        text: The text.
        most: Most characters to keep.
    """
    if len(text) <= most:
        return text
    cut = max(text.rfind("\n", 0, most), text.rfind(". ", 0, most) + 1, 0)
    return text[: cut if cut > most // 2 else most].rstrip()
