"""Everything that a page changes in the library: who may, what is done, and the log of it.

A dialog is drawn anew by itself, without the page around it, and its buttons work as long as it is
open. So whoever changes something is asked for here and now, and not where a button is shown.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assistant.documents.corrections import stated_of
from assistant.errors import NotAllowedError
from assistant.indexing.change_log import Change, ChangeLog, changes_file
from assistant.indexing.jobs import start_job
from assistant.ui.shelves.shelving import Shelves
from assistant.ui.signing.roles import Standing
from assistant.ui.signing.session import visitor

__all__ = ["build", "correct", "remove", "replace", "upload"]

_DIGEST = "sha256"


def upload(shelves: Shelves, name: str, data: bytes, most: int) -> Path:
    """Keep an uploaded file and return where it lies.

    Args:
        shelves: What the page knows.
        name: What its sender calls it.
        data: Its bytes.
        most: Largest file that is taken, in bytes.

    Raises:
        NotAllowedError: Who is signed in may only read.
        AssistantError: It cannot be read, kept or logged.
    """
    with _editing(shelves, "upload", name) as change:
        path = shelves.uploads.add(name, data, most)
        change.document = path.name
        change.after[_DIGEST] = hashlib.sha256(data).hexdigest()
    return path


def replace(shelves: Shelves, path: Path, name: str, data: bytes, most: int) -> Path:
    """Put other bytes in the place of an uploaded file and return where they lie.

    Args:
        shelves: What the page knows.
        path: The file that goes.
        name: What the sender calls the new one.
        data: Its bytes.
        most: Largest file that is taken, in bytes.

    Raises:
        NotAllowedError: Who is signed in may only read.
        AssistantError: It cannot be read, kept or logged.
    """
    with _editing(shelves, "replace", path.name) as change:
        change.before = {"file": path.name, **_digest(path)}
        written = shelves.uploads.replace(path, name, data, most)
        change.after = {"file": written.name, _DIGEST: hashlib.sha256(data).hexdigest()}
    return written


def remove(shelves: Shelves, path: Path) -> None:
    """Delete an uploaded file for good.

    Args:
        shelves: What the page knows.
        path: The file.

    Raises:
        NotAllowedError: Who is signed in may only read.
        AssistantError: It cannot be deleted or logged.
    """
    with _editing(shelves, "remove", path.name) as change:
        change.before = _digest(path)
        shelves.uploads.remove(path)


def correct(
    shelves: Shelves, sha256: str, title: str, shown: Mapping[str, str], stated: Mapping[str, str]
) -> None:
    """Keep what is stated of a document in place of what was stated before.

    What another editor has stated since the form was opened stays, in all fields that were not
    changed in it.

    Args:
        shelves: What the page knows.
        sha256: Digest of its file.
        title: Its title.
        shown: Fields as they were before; days in ISO form, as in ``stated``.
        stated: All fields that are stated now; none takes all corrections back.

    Raises:
        NotAllowedError: Who is signed in may only read.
        AssistantError: It cannot be kept or logged.
    """
    earlier, wanted = dict(shelves.corrections.get(sha256, ())), dict(stated_of(stated))
    with _editing(shelves, "correct", title) as change:
        kept = dict(shelves.uploads.corrections().get(sha256, ()))
        changed = [
            name
            for name in shown
            if (earlier.get(name) != wanted.get(name) if wanted else name in kept)
        ]
        change.before = {name: kept.get(name, shown[name]) for name in changed}
        change.after = {name: wanted[name] for name in changed if name in wanted}
        others = {name: value for name, value in kept.items() if name not in changed}
        shelves.uploads.correct(sha256, others | change.after)


def build(shelves: Shelves) -> bool:
    """Start a build; False where a source folder has moved, so that none is dropped.

    Args:
        shelves: What the page knows.

    Raises:
        NotAllowedError: Who is signed in may only read.
    """
    _editor()
    sources = shelves.sources()
    if not all(source.exists() for source in sources):
        return False
    start_job(shelves.index, sources)
    return True


@contextmanager
def _editing(shelves: Shelves, act: str, document: str) -> Iterator[Change]:
    """Let an editor change something within, and log it where people sign in."""
    who = _editor()
    change = Change(who, act, document)
    if not who:
        yield change
        return
    with ChangeLog(changes_file(shelves.index)).keep(change):
        yield change


def _editor() -> str:
    """Return the address of who may change things; empty on a machine of their own."""
    who = visitor()
    if not who.may_edit:
        raise NotAllowedError("tài khoản này chỉ được đọc, hoặc đã đăng xuất. Hãy tải lại trang.")
    return "" if who.standing is Standing.OPEN else who.email


def _digest(path: Path) -> dict[str, str]:
    """Return the digest of a file as a field of the log; none where it is gone."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return {_DIGEST: hashlib.file_digest(file, "sha256").hexdigest()}
    return {}
