"""What was uploaded, removed or corrected and is not in the index yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.corrections import Stated, digest_of
from assistant.indexing.library import FileRecord
from assistant.indexing.uploads import Uploads

__all__ = ["Upload", "count_changes", "uploads_of"]


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file and what became of it.

    Attributes:
        path: Where it lies.
        state: ``read``, ``waiting`` or ``unread``.
        reason: Why it is unread; empty otherwise.
        size: Size in bytes.
    """

    path: Path
    state: str
    reason: str
    size: int


def uploads_of(uploads: Uploads, files: Mapping[str, FileRecord]) -> list[Upload]:
    """Return the uploaded files, by name.

    Args:
        uploads: The folder of uploads.
        files: Files as the index knows them, by absolute path.
    """
    found: list[Upload] = []
    for path in uploads.files():
        try:
            status = path.stat()
        except OSError:
            continue  # removed by another session this moment
        known = files.get(str(path.resolve()))
        if known is None or (known.size, known.modified) != (status.st_size, status.st_mtime_ns):
            found.append(Upload(path, "waiting", "", status.st_size))
        elif known.reason:
            found.append(Upload(path, "unread", known.reason, status.st_size))
        else:
            found.append(Upload(path, "read", "", status.st_size))
    return found


def count_changes(
    uploads: Uploads,
    found: Sequence[Upload],
    files: Mapping[str, FileRecord],
    corrections: Mapping[str, Stated],
) -> int:
    """Return how many files a build would add, read anew, or drop.

    Args:
        uploads: The folder of uploads.
        found: Its files, as ``uploads_of`` returns them.
        files: Files as the index knows them, by absolute path.
        corrections: What is stated of documents, by digest of their bytes.
    """
    there = {str(upload.path.resolve()) for upload in found}
    folder = str(uploads.folder)
    gone = [key for key in files if key not in there and Path(key).is_relative_to(folder)]
    waiting = {str(one.path.resolve()) for one in found if one.state == "waiting"}
    stated = [
        key
        for key, file in files.items()
        if key not in waiting
        and key not in gone
        and file.reason is None
        and file.stated != digest_of(corrections.get(file.sha256, ()))
    ]
    return len(gone) + len(waiting) + len(stated)
