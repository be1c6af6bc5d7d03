"""The generation that answers now, as the next build sees it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from assistant.config import Config
from assistant.documents import SourceFile, discover
from assistant.documents.corrections import Stated, digest_of
from assistant.errors import IndexDamagedError, ReadError, UsageError
from assistant.indexing.library import FileRecord, Library
from assistant.indexing.manifest import Manifest, code_digest, files_of
from assistant.indexing.publish import current_generation
from assistant.schema import Skipped

__all__ = ["NONE_STATED", "Corrections", "Earlier", "key_of", "look_at", "survey"]

Corrections = Mapping[str, Stated]
"""What people state of documents, by the SHA-256 digest of the bytes they speak of."""

NONE_STATED: Corrections = {}

# File systems keep the time of a change to within two seconds (FAT); a file changed that
# close to when it was looked at may have changed again without a trace.
_GRAIN = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known of the corpus from the last build.

    Attributes:
        folder: Folder of the generation.
        manifest: Its manifest.
        files: Files as they were, by key.
        skipped: All that was not read, and why.
        refused: The files among them that were never opened.
        incomplete: Keys of files of which a document was left out.
    """

    folder: Path
    manifest: Manifest
    files: Mapping[str, FileRecord]
    skipped: tuple[Skipped, ...]
    refused: tuple[Skipped, ...]
    incomplete: frozenset[str]

    @classmethod
    def of(cls, index: Path) -> Earlier | None:
        """Return the generation of an index, or None when there is none of use.

        All its files are compared with their digests: who opens a damaged index is told to build
        it again, and nothing of the damage may come along.
        """
        try:
            folder = current_generation(index)
            if folder is None:
                return None
            manifest = Manifest.read(folder)
            if files_of(folder) != manifest.files:
                return None
            library = Library.open(folder / "library.sqlite")
        except (IndexDamagedError, OSError):
            return None
        try:
            refused, incomplete = library.left_out()
            skipped = tuple(library.skipped())
            return cls(folder, manifest, library.files(), skipped, refused, incomplete)
        finally:
            library.close()

    def holds(
        self,
        files: Sequence[SourceFile],
        refused: Sequence[Skipped],
        config: Config,
        corrections: Corrections,
    ) -> bool:
        """Tell whether a build of these files would give this generation again.

        No document is read; a file whose time changed is compared by its bytes.
        """
        return (
            self.manifest.config.digest() == config.digest()
            and self.manifest.code == code_digest()
            and self.refused == tuple(refused)
            and len(files) == len(self.files)
            and all(self._knows(file, corrections) for file in files)
        )

    def _knows(self, file: SourceFile, corrections: Corrections) -> bool:
        known = self.files.get(key_of(file))
        if known is None or known.path != file.path:
            return False
        try:
            sha256 = look_at(file, known).sha256
        except OSError:
            return not known.sha256
        stated = digest_of(corrections.get(sha256, ()))
        return (sha256, stated) == (known.sha256, known.stated)


def survey(sources: Sequence[Path]) -> tuple[list[SourceFile], list[Skipped]]:
    """Find the files of all sources, each once.

    Args:
        sources: Folders and files.

    Raises:
        UsageError: A source is not there.
    """
    files: dict[str, SourceFile] = {}
    skipped: list[Skipped] = []
    for source in sources:
        try:
            found, refused = discover(source)
        except ReadError as error:
            raise UsageError(str(error)) from error
        for file in found:
            files.setdefault(key_of(file), file)
        skipped += refused
    return list(files.values()), skipped


def key_of(file: SourceFile) -> str:
    """Return what a file is known by from one build to the next."""
    return str(file.absolute.resolve())


def look_at(file: SourceFile, known: FileRecord | None) -> FileRecord:
    """Return what a file looks like now.

    Size and time of change are trusted when they are those of ``known``; otherwise the
    bytes are read.

    Args:
        file: The file.
        known: What it looked like at the last build.

    Raises:
        OSError: The file cannot be read.
    """
    seen = time.time_ns()
    status = file.absolute.stat()
    if (
        known is not None
        and (known.size, known.modified) == (status.st_size, status.st_mtime_ns)
        and known.modified + _GRAIN < known.seen
    ):
        return replace(known, path=file.path, reason=None)
    with file.absolute.open("rb") as handle:
        sha256 = file_digest(handle, "sha256").hexdigest()
    size, modified = status.st_size, status.st_mtime_ns
    return FileRecord(key_of(file), file.path, size, modified, sha256, seen)
