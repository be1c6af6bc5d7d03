"""Reading a published index; what a question does not need is not opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from assistant.config import Config
from assistant.errors import IndexDamagedError, IndexMissingError, UsageError
from assistant.indexing.arrays import DENSE_FILE, ENCODER_FOLDER, SPARSE_FOLDER
from assistant.indexing.bag_encoder import open_bag
from assistant.indexing.dense import DenseIndex
from assistant.indexing.encoders import Encoder, LatentSemanticEncoder
from assistant.indexing.library import Library
from assistant.indexing.manifest import Manifest
from assistant.indexing.publish import current_generation
from assistant.indexing.sparse import SparseIndex

__all__ = ["IndexReader"]

_T = TypeVar("_T")


class IndexReader:
    """One generation of an index, kept for as long as the reader lives.

    Attributes:
        folder: Folder of the generation.
        manifest: What the index says of itself.
        library: Documents and passages.

    Args:
        folder: Folder of the generation.
        encoder: The encoder, when the index was built with one given from outside.
    """

    def __init__(self, folder: Path, encoder: Encoder | None = None) -> None:
        self.folder = folder
        self.manifest = Manifest.read(folder)
        self._check_files()
        self.library = Library.open(folder / "library.sqlite")
        self._given = encoder

    @classmethod
    def open(cls, index: Path, encoder: Encoder | None = None) -> IndexReader:
        """Open the generation that answers.

        Args:
            index: Folder of the index.
            encoder: The encoder, when the index was built with one given from outside.

        Raises:
            IndexMissingError: There is no index in the folder.
            IndexDamagedError: The index cannot be trusted; the message names what is wrong.
        """
        for attempt in range(2):
            folder = current_generation(index)
            if folder is None:
                raise IndexMissingError(f"chưa có chỉ mục ở “{index}”. Hãy chạy: chinhsach index")
            try:
                return cls(folder, encoder)
            except IndexDamagedError:
                # Two builds may have come by since CURRENT was read, and removed it.
                if attempt or current_generation(index) == folder:
                    raise
        raise AssertionError("the second attempt returns or raises")

    @property
    def digest(self) -> str:
        """Digest of what the index holds."""
        return self.manifest.digest

    @property
    def config(self) -> Config:
        """Settings that the index was built with."""
        return self.manifest.config

    @cached_property
    def sparse(self) -> SparseIndex:
        """Syllables and bigrams, of passages and of their contexts."""
        sparse = self._load(SPARSE_FOLDER, SparseIndex.load)
        if (sparse.passages, sparse.context_count) != (
            self.manifest.passages,
            self.manifest.contexts,
        ):
            raise self._damaged(SPARSE_FOLDER)
        return sparse

    @cached_property
    def dense(self) -> DenseIndex | None:
        """Vectors of the passages; None when the index was built without an encoder."""
        if self.manifest.encoder_kind == "none":
            return None
        dense = self._load(DENSE_FILE, DenseIndex.load)
        if dense.count != self.manifest.passages:
            raise self._damaged(DENSE_FILE)
        return dense

    @cached_property
    def encoder(self) -> Encoder | None:
        """The encoder of questions; None when the index was built without one.

        Raises:
            UsageError: The index was built with an encoder that was not given to ``open``.
            IndexDamagedError: The encoder is not the one that made the vectors.
        """
        kind = self.manifest.encoder_kind
        if kind == "none":
            return None
        if kind == "lsa":
            return self._load(ENCODER_FOLDER, LatentSemanticEncoder.load)
        encoder = self._given
        if encoder is None and kind == "given":
            raise UsageError(
                f"chỉ mục dùng bộ mã hoá {self.manifest.encoder} từ bên ngoài."
                " Hãy truyền bộ mã hoá đó khi mở chỉ mục."
            )
        if encoder is None and kind == "bag":
            encoder = open_bag(self.config.encoder)
        if encoder is None:
            from assistant.indexing.sentence_encoder import SentenceTransformerEncoder

            encoder = SentenceTransformerEncoder(
                self.config.encoder, prepare=self.config.encoder_prepare
            )
        if encoder.name != self.manifest.encoder:
            raise IndexDamagedError(
                f"mô hình {encoder.name} khác mô hình đã lập chỉ mục ({self.manifest.encoder})."
                " Hãy chạy lại: chinhsach index"
            )
        return encoder

    def close(self) -> None:
        """Close the library."""
        self.library.close()

    def _load(self, name: str, load: Callable[[Path], _T]) -> _T:
        try:
            return load(self.folder / name)
        except (OSError, ValueError, KeyError) as error:
            raise self._damaged(name) from error

    def _check_files(self) -> None:
        """Compare sizes; digests would mean reading the whole index at every question."""
        for name, (size, _) in self.manifest.files.items():
            try:
                found = (self.folder / name).stat().st_size
            except OSError as error:
                raise self._damaged(name) from error
            if found != size:
                raise self._damaged(name)

    def _damaged(self, name: str) -> IndexDamagedError:
        return IndexDamagedError(
            f"{self.folder / name}: thiếu hoặc hỏng. Hãy chạy lại: chinhsach index"
        )
