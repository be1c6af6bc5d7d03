"""Putting a new generation in the place of the old one, whole or not at all.

    index/
    ├── CURRENT            name of the generation that answers
    ├── gen-000001/        kept for readers that opened it
    ├── gen-000002/        manifest.json, library.sqlite, fields, vectors
    └── .lock              held while a build runs

A generation is written into a folder beside, synced, renamed, and only then named in
``CURRENT`` by an atomic replacement. Whatever is left behind by a build that was killed is
removed by the next one.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import IndexDamagedError, UsageError

__all__ = ["beside", "current_generation", "hold_lock", "publish", "start_generation"]

_CURRENT = "CURRENT"
_LOCK = ".lock"
_BUILDING = ".building"
_GENERATION = re.compile(r"gen-(\d{6,})")


def beside(index: Path, ending: str) -> Path:
    """Return a place beside an index, for what is to outlive it: an index may be deleted.

    Args:
        index: Folder of the index.
        ending: What follows the name of the folder.
    """
    folder = index.resolve()
    return folder.with_name(f"{folder.name}-{ending}")


def current_generation(index: Path) -> Path | None:
    """Return the folder of the generation that answers, or None when there is no index.

    Raises:
        IndexDamagedError: ``CURRENT`` names nothing that is there.
    """
    try:
        name = (index / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamagedError(
            f"{index / _CURRENT}: không đọc được. Hãy chạy lại: chinhsach index"
        ) from error
    folder = index / name
    if not _GENERATION.fullmatch(name) or not folder.is_dir():
        raise IndexDamagedError(
            f"{index / _CURRENT}: không có thế hệ “{name[:40]}”. Hãy chạy lại: chinhsach index"
        )
    return folder


def start_generation(index: Path) -> Path:
    """Return an empty folder to build in, after removing what a killed build left.

    The caller holds the lock.
    """
    for path in index.glob(f"{_BUILDING}*"):
        shutil.rmtree(path, ignore_errors=True)
    current = _current_name(index)
    for path in index.glob("gen-*"):
        # Renamed, and killed before CURRENT named it: no reader has opened it.
        if current is None or _number(path.name) > _number(current):
            shutil.rmtree(path, ignore_errors=True)
    folder = index / f"{_BUILDING}-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def publish(index: Path, built: Path) -> Path:
    """Make a finished folder the generation that answers.

    Args:
        index: Folder of the index.
        built: What ``start_generation`` gave, filled.

    Returns:
        The folder of the new generation. The one before is kept for those who read it.
    """
    for path in sorted(built.rglob("*")):
        if path.is_file():
            _sync(path)
    for path in [*(path for path in built.rglob("*") if path.is_dir()), built]:
        _sync_folder(path)
    before = _current_name(index)
    taken = [_number(path.name) for path in index.glob("gen-*")]
    folder = index / f"gen-{max(taken, default=0) + 1:06d}"
    built.rename(folder)
    _sync_folder(index)
    _name_current(index, folder.name)
    for path in index.glob("gen-*"):
        if path.name not in (folder.name, before):
            # Windows refuses while a reader has it open; the next build tries again.
            shutil.rmtree(path, ignore_errors=True)
    return folder


def _name_current(index: Path, name: str) -> None:
    beside = index / f".{_CURRENT}"
    beside.write_text(f"{name}\n", encoding="utf-8")
    _sync(beside)
    beside.replace(index / _CURRENT)
    _sync_folder(index)


@contextlib.contextmanager
def hold_lock(index: Path) -> Iterator[None]:
    """Hold the index for one build.

    The lock is the operating system's, on a file, so that it ends with the process that
    holds it, however that ends.

    Raises:
        UsageError: Another build holds it, or the folder cannot be written to.
    """
    path = index / _LOCK
    try:
        index.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{index}: không ghi được ({error.strerror}). Hãy chọn thư mục khác bằng --index."
        ) from error
    with file:
        try:
            _lock(file.fileno())
        except OSError as error:
            file.seek(0)
            holder = file.read().strip() or "?"
            raise UsageError(
                f"{index}: một lần lập chỉ mục khác đang chạy (tiến trình {holder})."
                " Hãy đợi nó xong rồi chạy lại."
            ) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # beyond the text, which stays readable
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _current_name(index: Path) -> str | None:
    try:
        folder = current_generation(index)
    except IndexDamagedError:
        return None
    return folder.name if folder else None


def _number(name: str) -> int:
    match = _GENERATION.fullmatch(name)
    return int(match.group(1)) if match else 0


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Make the names in a folder last; Windows does so by itself and has no call for it."""
    if sys.platform != "win32":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
