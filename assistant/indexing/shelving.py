"""Filling the library: each file read, taken over, or left out with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant.config import Config
from assistant.documents import SourceFile
from assistant.documents.corrections import digest_of
from assistant.indexing.earlier import NONE_STATED, Corrections, Earlier, key_of, look_at
from assistant.indexing.library import FileRecord
from assistant.indexing.library_writer import LibraryWriter
from assistant.indexing.manifest import code_digest, reads_alike
from assistant.indexing.reading import Reading, read_all
from assistant.schema import Skipped

__all__ = ["Shelving"]

_STAGE = "Đọc tệp"


@dataclass(slots=True)
class Shelving:
    """One filling of a library, and what it counted.

    Attributes:
        library: The library in the making.
        config: Settings.
        earlier: The generation before, when there is one.
        corrections: What people state of documents.
        added: Files read for the first time.
        changed: Files whose bytes changed, or that are read anew for other settings.
        unchanged: Files that are as they were.
        removed: Files that are gone.
    """

    library: LibraryWriter
    config: Config
    earlier: Earlier | None
    corrections: Corrections = field(default_factory=lambda: NONE_STATED)
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    _by_id: dict[str, str] = field(default_factory=dict)
    _by_digest: dict[str, str] = field(default_factory=dict)

    def fill(
        self,
        files: Sequence[SourceFile],
        refused: Sequence[Skipped],
        jobs: int,
        progress: Callable[[str, int, int], None],
    ) -> None:
        """Put all files into the library, in order.

        Args:
            files: Files of the corpus.
            refused: Files that are not opened, and why.
            jobs: Processes to read with.
            progress: Called with the stage, the files done and their number.
        """
        for skipped in refused:
            self.library.skip(skipped)
        plan = [(file, self._inspect(file)) for file in files]
        to_read = [
            replace(file, stated=self.corrections.get(record.sha256, ()))
            for file, record in plan
            if self._must_read(record)
        ]
        readings = read_all(to_read, self.config, jobs, progress)
        for done, (file, record) in enumerate(plan):
            progress(_STAGE, done, len(plan))
            if record.reason is None:
                if self._must_read(record):
                    record = replace(record, reason=self._shelve(record, next(readings)))
                else:
                    self._take_over(record)
            if record.reason is not None:
                self.library.skip(Skipped(file.path, record.reason), record.key)
            self.library.record(record)
        progress(_STAGE, len(plan), len(plan))
        known = self.earlier.files if self.earlier else {}
        self.removed = len(known.keys() - {key_of(file) for file in files})

    def _inspect(self, file: SourceFile) -> FileRecord:
        """Return what a file looks like, with a reason when it is not to be read."""
        known = self.earlier.files.get(key_of(file)) if self.earlier else None
        try:
            record = look_at(file, known)
        except OSError as error:
            reason = f"không mở được ({error.strerror}). Hãy cấp quyền đọc tệp."
            record = FileRecord(key_of(file), file.path, 0, 0, "", 0, reason)
        record = replace(record, stated=digest_of(self.corrections.get(record.sha256, ())))
        if known is None:
            self.added += 1
        elif not self._reads_alike or not _is_same(known, record):
            self.changed += 1
        else:
            self.unchanged += 1
        if record.reason is None:
            first = self._by_digest.setdefault(record.sha256, file.path)
            if first != file.path:
                reason = f"trùng nội dung với {first}. Hãy bỏ một trong hai tệp."
                record = replace(record, reason=reason)
        return record

    @property
    def _reads_alike(self) -> bool:
        manifest = self.earlier.manifest if self.earlier else None
        return (
            manifest is not None
            and reads_alike(manifest.config, self.config)
            and manifest.code == code_digest()
        )

    def _must_read(self, record: FileRecord) -> bool:
        if record.reason is not None:
            return False
        known = self.earlier.files.get(record.key) if self.earlier else None
        return not (
            self.earlier is not None
            and known is not None
            and known.reason is None
            and known.path == record.path
            and _is_same(known, record)
            and record.key not in self.earlier.incomplete
            and self._reads_alike
        )

    def _shelve(self, record: FileRecord, reading: Reading) -> str | None:
        """Store the documents of a file; return why it has none."""
        for document, passages, collected in reading.documents:
            if not passages:
                reason = "không có đoạn văn nào để tìm. Hãy kiểm tra nội dung của tệp."
                self.library.skip(Skipped(document.path, reason), record.key)
            elif self._is_new(document.id, document.path, record.key):
                self.library.add(record.key, document, passages, collected)
        return reading.reason

    def _take_over(self, record: FileRecord) -> None:
        for document_id, path in self.library.earlier_documents(record.key):
            if self._is_new(document_id, path, record.key):
                self.library.copy(document_id)

    def _is_new(self, document_id: str, path: str, key: str) -> bool:
        if document_id in self._by_id:
            first = self._by_id[document_id]
            reason = f"trùng mã “{document_id}” với {first}. Hãy đổi tên một trong hai."
            self.library.skip(Skipped(path, reason), key)
            return False
        self._by_id[document_id] = path
        return True


def _is_same(known: FileRecord, record: FileRecord) -> bool:
    """Tell whether a file has the bytes and the corrections that it had."""
    return (known.sha256, known.stated) == (record.sha256, record.stated)
