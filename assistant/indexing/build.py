"""From files to a published index, reading only what changed."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.config import Config
from assistant.documents import SourceFile
from assistant.errors import UsageError
from assistant.indexing.arrays import DENSE_FILE, build_arrays
from assistant.indexing.bag_encoder import open_bag
from assistant.indexing.earlier import NONE_STATED, Corrections, Earlier, survey
from assistant.indexing.encoders import Encoder
from assistant.indexing.library_writer import IndexRow, LibraryWriter
from assistant.indexing.manifest import Manifest, code_digest, files_of, index_digest
from assistant.indexing.publish import hold_lock, publish, start_generation
from assistant.indexing.shelving import Shelving
from assistant.schema import Skipped

__all__ = ["BuildReport", "build_index"]

Progress = Callable[[str, int, int], None]
_LIBRARY = "library.sqlite"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: Name of the generation that answers now.
        documents: Number of documents in the index.
        passages: Number of passages.
        added: Files that are new.
        changed: Files whose bytes changed, or that were read anew for other settings.
        removed: Files that are gone.
        unchanged: Files that are as they were.
        skipped: Files and entries that were not read, and why.
        seconds: Time taken.
        digest: Digest of the index.
        up_to_date: Whether the generation before was kept, since it would be the same.
    """

    generation: str
    documents: int
    passages: int
    added: int
    changed: int
    removed: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    seconds: float
    digest: str
    up_to_date: bool


def build_index(
    sources: Sequence[Path],
    index: Path,
    config: Config,
    *,
    encoder: Encoder | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    corrections: Corrections = NONE_STATED,
) -> BuildReport:
    """Build an index, or bring one up to date.

    The index that is there answers until the new one is whole; when anything goes wrong it
    stays. A file that cannot be read is named in the report and stops nothing.

    Args:
        sources: Folders and files to index.
        index: Folder of the index, made when missing.
        config: Settings.
        encoder: An encoder in place of the one that the settings name.
        jobs: Processes to read files with.
        progress: Called with the name of a stage, the steps done and all its steps.
        corrections: What people state of documents, by digest of their bytes.

    Raises:
        UsageError: A source is missing, nothing in the sources can be indexed, or another
            build of the same index is running.
        MissingDependencyError: The encoder's library is not installed.
        ModelError: The encoder cannot be loaded or does not work.
    """
    begin = time.perf_counter()
    files, refused = survey(sources)
    kind, encoder = _choose_encoder(config, encoder)
    with hold_lock(index):
        build = _Build(
            index,
            config,
            kind,
            encoder,
            Earlier.of(index),
            progress or _silent,
            corrections,
        )
        if build.earlier and build.is_done(build.earlier, files, refused):
            folder, skipped = build.earlier.folder, list(build.earlier.skipped)
            added, changed, removed, unchanged = 0, 0, 0, len(files)
        else:
            folder, shelving, skipped = build.run(files, refused, jobs)
            added, changed = shelving.added, shelving.changed
            removed, unchanged = shelving.removed, shelving.unchanged
    manifest = Manifest.read(folder)
    return BuildReport(
        generation=folder.name,
        documents=manifest.documents,
        passages=manifest.passages,
        added=added,
        changed=changed,
        removed=removed,
        unchanged=unchanged,
        skipped=tuple(skipped),
        seconds=time.perf_counter() - begin,
        digest=manifest.digest,
        up_to_date=build.earlier is not None and folder == build.earlier.folder,
    )


@dataclass(frozen=True, slots=True)
class _Build:
    """One build of an index whose lock is held."""

    index: Path
    config: Config
    encoder_kind: str
    encoder: Encoder | None
    earlier: Earlier | None
    progress: Progress
    corrections: Corrections

    def is_done(
        self, earlier: Earlier, files: Sequence[SourceFile], refused: Sequence[Skipped]
    ) -> bool:
        """Tell, without reading a document, whether the generation before can stay."""
        return (
            earlier.holds(files, refused, self.config, self.corrections)
            and earlier.manifest.encoder == self.encoder_name
            # What failed is tried again: the cause may have lain outside the file.
            and all(file.reason is None for file in earlier.files.values())
        )

    def run(
        self, files: Sequence[SourceFile], refused: Sequence[Skipped], jobs: int
    ) -> tuple[Path, Shelving, list[Skipped]]:
        built = start_generation(self.index)
        before = self.earlier.folder / _LIBRARY if self.earlier else None
        library = LibraryWriter(built / _LIBRARY, before)
        try:
            shelving = Shelving(library, self.config, self.earlier, self.corrections)
            shelving.fill(files, refused, jobs, self.progress)
            skipped = library.skipped()
            documents = library.documents()
            rows = list(library.index_rows())
            if not rows:
                raise UsageError(_nothing_found(skipped))
            digest = index_digest(
                documents,
                ((row.passage_id, row.text) for row in rows),
                self.config,
                self.encoder_name,
            )
            if self.earlier and self._would_repeat(self.earlier, digest, shelving, skipped):
                return self.earlier.folder, shelving, skipped
            library.finish()
            self._write(built, digest, len(documents), rows, len(skipped))
            return publish(self.index, built), shelving, skipped
        finally:
            library.close()
            shutil.rmtree(built, ignore_errors=True)

    @property
    def encoder_name(self) -> str:
        return self.encoder.name if self.encoder else self.encoder_kind

    def _would_repeat(
        self, earlier: Earlier, digest: str, shelving: Shelving, skipped: Sequence[Skipped]
    ) -> bool:
        """Tell whether the new generation would be the one before, file by file."""
        return (
            digest == earlier.manifest.digest
            and earlier.manifest.encoder_kind in (self.encoder_kind, "none")
            and earlier.manifest.code == code_digest()
            and not (shelving.added or shelving.changed or shelving.removed)
            and tuple(skipped) == earlier.skipped
        )

    def _write(
        self, built: Path, digest: str, documents: int, rows: list[IndexRow], skipped: int
    ) -> None:
        before = self.earlier.folder if self.earlier else None
        contexts = build_arrays(built, rows, self.config, self.encoder, before, self.progress)
        self.progress("Ghi chỉ mục", 0, 1)
        manifest = Manifest(
            digest=digest,
            config=self.config,
            code=code_digest(),
            encoder_kind=self.encoder_kind if (built / DENSE_FILE).exists() else "none",
            encoder=self.encoder_name,
            documents=documents,
            passages=len(rows),
            contexts=contexts,
            skipped=skipped,
            files=files_of(built),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        manifest.write(built)
        self.progress("Ghi chỉ mục", 1, 1)


def _choose_encoder(config: Config, given: Encoder | None) -> tuple[str, Encoder | None]:
    """Return the kind of the encoder, and the encoder unless it is fitted on the corpus."""
    if given is not None:
        return "given", given
    if config.encoder in ("lsa", "none"):
        return config.encoder, None
    if bag := open_bag(config.encoder):
        return "bag", bag
    from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

    return "sentence-transformers", SentenceTransformerEncoder(
        config.encoder, prepare=config.encoder_prepare
    )


def _nothing_found(skipped: Sequence[Skipped]) -> str:
    if not skipped:
        return "không có tài liệu nào để lập chỉ mục. Hãy chỉ ra thư mục có tài liệu."
    first = skipped[0]
    return (
        f"không đọc được tài liệu nào; bỏ qua {len(skipped)} mục, đầu tiên là"
        f" {first.path}: {first.reason}"
    )


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""
