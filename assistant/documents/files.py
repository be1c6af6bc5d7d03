"""Which files of a folder are documents."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from assistant.config import CORPUS_NAME
from assistant.documents.formats import READ_SUFFIXES
from assistant.errors import ReadError
from assistant.schema import Skipped
from assistant.vietnamese.normalise import fold, nfc

__all__ = ["SourceFile", "discover", "document_id", "is_beir"]

_READS = f"Chỉ đọc {', '.join(READ_SUFFIXES)} và {CORPUS_NAME} (BEIR)"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read.

    Attributes:
        root: The indexed folder, or the folder of a file given by itself.
        path: Path relative to ``root``, forward slashes, NFC.
        absolute: Where the file is.
        stated: What a person states of it, as ``corrections.stated_of`` returns it.
    """

    root: Path
    path: str
    absolute: Path
    stated: tuple[tuple[str, str], ...] = ()


def discover(root: Path) -> tuple[list[SourceFile], list[Skipped]]:
    """Find the documents of a folder, in a stable order.

    Hidden files and folders and README.md are left out silently; links that lead out of the
    folder and files of other formats are returned as skipped. A folder with a BEIR
    ``corpus.jsonl`` is that one file.

    Args:
        root: A folder, or one file.

    Returns:
        Files sorted by path, and what was skipped, sorted by path.

    Raises:
        ReadError: There is no such file or folder.
    """
    if root.is_file():
        source = SourceFile(root.parent, nfc(root.name), root)
        reason = _refusal(root)
        return ([], [Skipped(source.path, reason)]) if reason else ([source], [])
    if not root.is_dir():
        raise ReadError(f"không có tệp hay thư mục “{root}”. Hãy kiểm tra lại đường dẫn.")
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    _walk(root, root, root.resolve(), files, skipped)
    return (
        sorted(files, key=lambda file: (file.path, file.absolute.as_posix())),
        sorted(skipped, key=lambda skip: (skip.path, skip.reason)),
    )


def _walk(
    folder: Path, root: Path, real_root: Path, files: list[SourceFile], skipped: list[Skipped]
) -> None:
    corpus = folder / CORPUS_NAME
    if corpus.is_file() and is_beir(corpus):
        files.append(SourceFile(root, _relative(corpus, root), corpus))
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        path = _relative(folder, root)
        skipped.append(
            Skipped(path, f"không mở được thư mục ({error.strerror}). Hãy cấp quyền đọc.")
        )
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name.casefold() == "readme.md":
            continue
        path = _relative(entry, root)
        if entry.is_symlink():
            target = entry.resolve()
            # A link to a folder inside could also run in circles; its files are found anyway.
            if not target.is_relative_to(real_root) or target.is_dir():
                skipped.append(
                    Skipped(path, "liên kết trỏ ra ngoài thư mục. Hãy chép tệp thật vào thư mục.")
                )
                continue
        if entry.is_dir():
            _walk(entry, root, real_root, files, skipped)
        elif entry.is_file():
            reason = _refusal(entry)
            if reason:
                skipped.append(Skipped(path, reason))
            else:
                files.append(SourceFile(root, path, entry))


def _relative(path: Path, root: Path) -> str:
    return nfc(path.relative_to(root).as_posix())


def _refusal(path: Path) -> str | None:
    """Return why a file is not opened at all, or None."""
    suffix = path.suffix.lower()
    if suffix in READ_SUFFIXES or (path.name == CORPUS_NAME and is_beir(path)):
        return None
    what = f"định dạng {suffix}" if suffix else "tệp không có phần mở rộng"
    return f"{what} chưa đọc được. {_READS}: hãy chuyển tệp sang một trong các dạng đó."


def is_beir(path: Path) -> bool:
    """Tell whether the first line of a file is a BEIR document with ``_id`` and ``text``."""
    try:
        with path.open(encoding="utf-8-sig") as handle:
            for text in handle:
                if text.strip():
                    first = json.loads(text)
                    return isinstance(first, dict) and "_id" in first and "text" in first
    except (OSError, ValueError):
        return False
    return False


_PLAIN = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")


def document_id(path: str, entry: str | None = None) -> str:
    """Return the id of a document: ASCII, readable, one for each path, the same every time.

    A path that is plain ASCII becomes its own id, with full stops for slashes and without
    ``.md``. Any other loses something on the way ("Kế hoạch.md", "ke-hoach.md"), so a
    digest of the whole path tells it apart.

    Args:
        path: Path of the file in the corpus.
        entry: ``_id`` of the line, for a BEIR corpus.
    """
    if entry is None:
        name, whole = path.removesuffix(".md"), path
    else:
        folder = path.removesuffix(CORPUS_NAME)
        name, whole = entry, f"{folder}#{entry}" if folder else entry
    if _PLAIN.fullmatch(name) and name == whole.removesuffix(".md"):
        return name.replace("/", ".")
    plain = re.sub(r"[^a-z0-9]+", "-", fold(nfc(name))).strip("-")[:60]
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{plain or 'tai-lieu'}-{digest}"
