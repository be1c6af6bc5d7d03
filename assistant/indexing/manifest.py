"""What an index folder says of itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from hashlib import file_digest
from pathlib import Path
from typing import Any

from assistant.config import Config
from assistant.errors import IndexDamagedError

__all__ = [
    "FORMAT_VERSION",
    "MANIFEST_NAME",
    "Manifest",
    "code_digest",
    "files_of",
    "index_digest",
    "reads_alike",
]

FORMAT_VERSION = 8
MANIFEST_NAME = "manifest.json"
# What a passage or figure is depends on these rooms; a change in them makes every document stale.
_ROOMS = ("schema", "vietnamese", "documents", "structure", "figures", "indexing")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of ``manifest.json``.

    Attributes:
        digest: Digest of what the index holds; equal wherever it was built.
        config: Settings it was built with.
        code: Digest of the code that read the documents.
        encoder_kind: ``bag``, ``lsa``, ``sentence-transformers``, ``given`` or ``none``.
        encoder: Name of the encoder; empty for ``none``.
        documents: Number of documents.
        passages: Number of passages.
        contexts: Number of contexts.
        skipped: Number of files and entries that were not read.
        files: Size in bytes and SHA-256 digest of each file of the generation, by path.
        created: When it was built, ISO 8601 in UTC; no part of the digest.
        format: Version of the layout.
    """

    digest: str
    config: Config
    code: str
    encoder_kind: str
    encoder: str
    documents: int
    passages: int
    contexts: int
    skipped: int
    files: dict[str, tuple[int, str]]
    created: str
    format: int = FORMAT_VERSION

    @property
    def is_complete(self) -> bool:
        """Whether questions are answered without a model from outside the package."""
        return self.encoder_kind in ("bag", "lsa", "none")

    def write(self, folder: Path) -> None:
        """Write the manifest into a folder."""
        values = asdict(self) | {"config_digest": self.config.digest()}
        text = json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / MANIFEST_NAME).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read the manifest of a folder.

        Raises:
            IndexDamagedError: It is missing, unreadable or of another version.
        """
        path = folder / MANIFEST_NAME
        try:
            values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if values.pop("format") != FORMAT_VERSION:
                raise IndexDamagedError(
                    f"{path}: chỉ mục của một phiên bản khác. Hãy chạy lại: chinhsach index"
                )
            config = Config(**values.pop("config"))
            if values.pop("config_digest") != config.digest():
                raise ValueError("config_digest")
            files = {
                name: (int(size), str(sha)) for name, (size, sha) in values.pop("files").items()
            }
            return cls(config=config, files=files, **values)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexDamagedError(
                f"{path}: không đọc được ({type(error).__name__}). Hãy chạy lại: chinhsach index"
            ) from error


def files_of(folder: Path) -> dict[str, tuple[int, str]]:
    """Return size in bytes and SHA-256 digest of each file of a folder but its manifest, by path.

    Raises:
        OSError: A file cannot be read.
    """
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name != MANIFEST_NAME:
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            found[name] = (path.stat().st_size, digest)
    return found


def index_digest(
    documents: Iterable[tuple[str, str, str]],
    passages: Iterable[tuple[str, str]],
    config: Config,
    encoder: str,
) -> str:
    """Return the digest of what an index holds.

    It is taken over texts and names, never over floating-point numbers, so that it is the
    same on every machine.

    Args:
        documents: Id, path and SHA-256 digest of each document, in order.
        passages: Id and indexed text of each passage, in order.
        config: Settings of the build.
        encoder: Name of the encoder, empty for none.
    """
    digest = hashlib.sha256()

    def add(*values: str) -> None:
        digest.update(json.dumps(values, ensure_ascii=False).encode() + b"\n")

    add("format", str(FORMAT_VERSION), config.digest(), encoder)
    for document in documents:
        add("document", *document)
    for passage_id, text in passages:
        add("passage", passage_id, hashlib.sha256(text.encode()).hexdigest())
    return digest.hexdigest()


def code_digest() -> str:
    """Return the digest of the code that makes passages and figures out of files."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    paths: list[Path] = []
    for room in _ROOMS:
        paths += sorted((package / room).rglob("*.py"))
    for path in paths:
        if path.is_file():
            digest.update(path.relative_to(package).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


_QUERY_SETTINGS = {"dense_weight", "folded_weight", "context_weight", "candidates", "ratings"}
_ARRAY_SETTINGS = {
    "bm25_k1",
    "bm25_b",
    "context_chars",
    "encoder",
    "encoder_prepare",
    "lsa_dimensions",
}


def reads_alike(one: Config, other: Config) -> bool:
    """Tell whether two settings make the same passages of the same file.

    A setting counts unless it is known to act only later, so that a new one is safe.
    """
    later = _QUERY_SETTINGS | _ARRAY_SETTINGS
    return all(
        getattr(one, field.name) == getattr(other, field.name)
        for field in fields(Config)
        if field.name not in later
    )
