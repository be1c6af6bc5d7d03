"""Who changed what in the library of a shared machine: a file beside the index, only added to.

One JSON object a line in ``index-changes.jsonl``. It stands beside the index and not in it, since
an index may be deleted and built anew. A line is written with one call and synced; one that a
power cut tore is passed over, and the next begins on a line of its own.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.errors import UsageError
from assistant.indexing.publish import beside

__all__ = ["ACTS", "Change", "ChangeLog", "changes_file"]

ACTS = ("upload", "replace", "remove", "correct")
"""What an editor does to a document."""

_FAILED = (
    "không ghi được nhật ký thay đổi. Hãy kiểm tra chỗ trống của ổ đĩa và quyền ghi, rồi thử lại."
)
# A line of one session must not stand in the middle of another's.
_writing = threading.Lock()


@dataclass(slots=True)
class Change:
    """One act of one editor.

    Attributes:
        who: E-mail address of the editor.
        act: One of ``ACTS``.
        document: Name of the file, or title of a document that was corrected.
        before: What was there before, by field; ``sha256`` is the digest of a file.
        after: What stands in its place; a field that is missing is read from the file again.
        at: Moment in UTC, ISO form, to the second.
    """

    who: str
    act: str
    document: str
    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))


def changes_file(index: Path) -> Path:
    """Return where changes are logged: beside the index.

    Args:
        index: Folder of the index.
    """
    return beside(index, "changes.jsonl")


class ChangeLog:
    """The changes of one file.

    Args:
        path: The file; made with the first change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def keep(self, change: Change) -> Iterator[Change]:
        """Log what is done within, once it is done; what fails there is not logged.

        The file is opened before: where nothing can be logged, nothing is changed.

        Args:
            change: What is done; its fields may be filled in within.

        Raises:
            UsageError: It cannot be logged.
        """
        with _writing:
            try:
                descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
            except OSError as error:
                raise UsageError(_FAILED) from error
            try:
                yield change
                _append(descriptor, change)
            finally:
                os.close(descriptor)

    def all(self) -> list[Change]:
        """Return all changes, newest first; none where nothing was ever changed.

        Raises:
            UsageError: The file cannot be read.
        """
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise UsageError("không đọc được nhật ký thay đổi. Hãy kiểm tra quyền đọc.") from error
        return [change for line in reversed(lines) if (change := _change(line))]


def _append(descriptor: int, change: Change) -> None:
    record = {
        "at": change.at, "who": change.who, "act": change.act, "document": change.document,
        "before": change.before, "after": change.after,
    }  # fmt: skip
    # A lone surrogate of a file's name has no bytes in UTF-8; escaped it does.
    line = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
    try:
        size = os.lseek(descriptor, 0, os.SEEK_END)
        if size:
            os.lseek(descriptor, size - 1, os.SEEK_SET)
            line = line if os.read(descriptor, 1) == b"\n" else b"\n" + line
        if os.write(descriptor, line) != len(line):
            raise OSError("a part of the line")
        os.fsync(descriptor)
    except OSError as error:
        raise UsageError(_FAILED) from error


def _change(line: bytes) -> Change | None:
    """Return the change of a line; None where it is none."""
    try:
        given: Any = json.loads(line)
        words = {name: str(given[name]) for name in ("at", "who", "act", "document")}
        datetime.fromisoformat(words["at"])
        return Change(before=_texts(given["before"]), after=_texts(given["after"]), **words)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {str(name): str(value) for name, value in values.items()}
