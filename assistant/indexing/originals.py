"""The file that a document was read from, as long as it is still the same file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistant.indexing.library import Library
from assistant.schema import Document

__all__ = ["Found", "Original", "find_original"]


class Found(StrEnum):
    """What became of the file of a document."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a document.

    Attributes:
        found: Whether it is there and the same.
        data: Its bytes; empty unless the same.
    """

    found: Found
    data: bytes = b""


def find_original(library: Library, document: Document) -> Original:
    """Return the file of a document, if its bytes are those that were read.

    Two indexed folders may each have a file of the same name; the digest tells them apart. A
    line of a BEIR corpus has no file of its own.

    Args:
        library: The library that holds the document.
        document: The document.
    """
    there = False
    for record in library.files_named(document.path):
        path = Path(record.key)
        try:
            # A file that has grown since is another file, whatever its digest would be.
            if path.stat().st_size == record.size:
                data = path.read_bytes()
                if hashlib.sha256(data).hexdigest() == document.sha256:
                    return Original(Found.SAME, data)
            there = True
        except OSError:
            continue
    return Original(Found.CHANGED if there else Found.GONE)
