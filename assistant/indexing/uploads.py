"""The folder of files that people upload, beside the index, and what they state of documents.

    index/               generations
    index-uploads/
    ├── tai-len/         files as uploaded, under cleaned names
    └── .corrections.json

It stands beside the index and not in it, since an index may be deleted and built anew. Every
file is whole or not there: it is written under a hidden name, synced, and then renamed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.corrections import Stated, stated_of
from assistant.documents.formats import READ_SUFFIXES, sniff
from assistant.errors import ReadError, UsageError
from assistant.indexing.publish import beside
from assistant.vietnamese.normalise import nfc

__all__ = ["UPLOADS_VARIABLE", "Uploads", "clean_name"]

UPLOADS_VARIABLE = "CHINHSACH_UPLOADS"
_CORRECTIONS = ".corrections.json"
# Part of the path of every uploaded document, so that none is called like one of the corpus.
_FILES = "tai-len"
_PART = ".part-"
_VERSION = 1
# Bytes of a name without its ending: file systems allow 255, and a path may be bounded too.
_LONGEST_NAME = 150
# Windows has no files of these names, whatever their ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.I)
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_NO_ROOM = "không ghi được tệp. Hãy kiểm tra chỗ trống của ổ đĩa và quyền ghi."

# Two sessions that upload one name at once must not take each other's place.
_writing = threading.RLock()


@dataclass(frozen=True, slots=True)
class Uploads:
    """The uploaded files of an index.

    Attributes:
        folder: Where they and the corrections lie; made when the first one comes.
    """

    folder: Path

    @classmethod
    def of(cls, index: Path) -> Uploads:
        """Return the uploads of an index: ``CHINHSACH_UPLOADS``, or beside its folder."""
        given = os.environ.get(UPLOADS_VARIABLE)
        return cls(Path(given).resolve() if given else beside(index, "uploads"))

    def sources(self) -> list[Path]:
        """Return the folder as a source of a build; nothing while no file is in it."""
        return [self.folder] if self.files() else []

    def files(self) -> list[Path]:
        """Return the uploaded files, by name."""
        try:
            found = [
                path for path in (self.folder / _FILES).iterdir() if not path.name.startswith(".")
            ]
        except OSError:
            return []
        return sorted(path for path in found if path.is_file() and not path.is_symlink())

    def add(self, name: str, data: bytes, most: int) -> Path:
        """Keep an uploaded file; once this returns, a power cut does not lose it.

        Args:
            name: What its sender calls it.
            data: Its bytes.
            most: Largest file that is taken, in bytes.

        Returns:
            Where it lies: under its cleaned name, numbered where another has that name.

        Raises:
            ReadError: It is of no format that can be read, empty, or too large.
            UsageError: The same file is there already, or it cannot be written.
        """
        kept = _checked(name, data, most)
        with _writing:
            digest = hashlib.sha256(data).hexdigest()
            for path in self.files():
                if path.stat().st_size == len(data) and _digest(path) == digest:
                    raise UsageError(f"đã có tệp này với tên “{path.name}”. Không cần tải lại.")
            return self._write(self._free(kept), digest, data)

    def replace(self, path: Path, name: str, data: bytes, most: int) -> Path:
        """Put other bytes in the place of an uploaded file; what was there goes last.

        Args:
            path: The file, one of ``files``.
            name: What the sender calls the new one; its ending is taken from here.
            data: Its bytes.
            most: Largest file that is taken, in bytes.

        Raises:
            ReadError: As in ``add``.
            UsageError: There is no such upload, or it cannot be written.
        """
        kept = _checked(name, data, most)
        with _writing:
            old = self._own(path)
            suffix = Path(kept).suffix
            target = old if old.suffix == suffix else self._free(old.stem + suffix)
            written = self._write(target, hashlib.sha256(data).hexdigest(), data)
            if written != old:
                _unlink(old)
            return written

    def remove(self, path: Path) -> None:
        """Delete an uploaded file for good.

        Raises:
            UsageError: There is no such upload, or it cannot be deleted.
        """
        with _writing:
            _unlink(self._own(path))

    def corrections(self) -> dict[str, Stated]:
        """Return what people state of documents, by the SHA-256 digest of their bytes."""
        try:
            kept = json.loads((self.folder / _CORRECTIONS).read_text(encoding="utf-8"))
            documents = kept["documents"] if kept["version"] == _VERSION else {}
            found = {str(key): stated_of(values) for key, values in documents.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return {key: stated for key, stated in sorted(found.items()) if stated}

    def correct(self, sha256: str, values: Mapping[str, object]) -> None:
        """Keep what is stated of a document in place of what was stated before.

        Args:
            sha256: Digest of the bytes of its file.
            values: Values by field of ``corrections.FIELDS``; none takes all corrections back.

        Raises:
            UsageError: It cannot be written.
        """
        with _writing:
            documents = {key: dict(stated) for key, stated in self.corrections().items()}
            documents.pop(sha256, None)
            if stated := stated_of(values):
                documents[sha256] = dict(stated)
            text = json.dumps(
                {"version": _VERSION, "documents": documents},
                ensure_ascii=False, indent=1, sort_keys=True,
            )  # fmt: skip
            self._write(self.folder / _CORRECTIONS, "corrections", text.encode() + b"\n")

    def signature(self) -> str:
        """Return what changes whenever a file or a correction does."""
        digest = hashlib.sha256()
        for path in [*self.files(), self.folder / _CORRECTIONS]:
            with contextlib.suppress(OSError):
                status = path.stat()
                digest.update(f"{path.name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
        return digest.hexdigest()

    def _own(self, path: Path) -> Path:
        if path not in self.files():
            raise UsageError("không còn tệp này. Hãy tải lại trang.")
        return path

    def _free(self, name: str) -> Path:
        """Return where a new file of a name goes, numbered where the name is taken."""
        taken = {nfc(path.name).casefold() for path in self.files()}
        path, number = Path(name), 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem} ({number}){path.suffix}"
        return self.folder / _FILES / name

    def _write(self, target: Path, mark: str, data: bytes) -> Path:
        part = target.with_name(f"{_PART}{mark}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            raise UsageError(_NO_ROOM) from error
        return target


def clean_name(name: str) -> str:
    """Return a name that is one file in one folder on every system, with its ending.

    Args:
        name: Whatever the sender calls a file, a path at worst.
    """
    last = re.split(r"[/\\]", nfc(name))[-1]
    # Controls, marks of direction and what is no character yet; spaces become plain ones.
    plain = "".join(
        " " if unicodedata.category(char).startswith("Z") else char
        for char in last
        if not unicodedata.category(char).startswith("C")
    )
    plain = " ".join(_UNSAFE.sub("-", plain).split())
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    stem = stem.strip(" .~$-")
    while len(stem.encode()) > _LONGEST_NAME:
        stem = stem[:-1].rstrip()
    if not stem or _DEVICES.fullmatch(stem.split(".")[0]) or stem.casefold() == "readme":
        stem = f"tai-lieu-{stem}".rstrip("-")
    return f"{stem}.{ending.lower()}" if ending else stem


def _checked(name: str, data: bytes, most: int) -> str:
    """Return the cleaned name of a file that can be read, by its bytes and its ending."""
    kept = clean_name(name)
    suffix = Path(kept).suffix
    if suffix not in READ_SUFFIXES:
        raise ReadError(f"chưa đọc được tệp dạng này. Hãy chọn một trong: {_readable()}.")
    if len(data) > most:
        raise ReadError(f"tệp lớn {len(data) / 1e6:.0f} MB, quá {most / 1e6:.0f} MB. Hãy tách tệp.")
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadError("tệp rỗng. Hãy chọn tệp có nội dung.")
    sniff(data, suffix)
    return kept


def _readable() -> str:
    return ", ".join(READ_SUFFIXES)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError("không xóa được tệp. Hãy đóng tệp ở chương trình khác.") from error
