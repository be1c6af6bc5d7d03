"""Exact nearest neighbours over unit vectors, by FAISS on one thread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["DenseIndex"]

# Sums of products differ in the seventh digit between processors; four digits do not, so
# that the order is the same everywhere.
_DECIMALS = 4


class DenseIndex:
    """A flat inner-product index: cosine similarity for unit vectors.

    Args:
        engine: The FAISS index.
    """

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    @classmethod
    def build(cls, vectors: NDArray[np.float32]) -> DenseIndex:
        """Index vectors.

        Args:
            vectors: Unit vectors, float32, (passages, dimensions).
        """
        engine = _faiss().IndexFlatIP(vectors.shape[1])
        engine.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(engine)

    @property
    def count(self) -> int:
        """Number of vectors."""
        return int(self._engine.ntotal)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._engine.d)

    def search(
        self, vector: NDArray[np.float32], k: int, mask: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the nearest passages, best first, ties by row.

        Args:
            vector: A unit vector, float32, (dimensions,).
            k: How many to return at most.
            mask: Rows that may be returned, (passages,); all when None.

        Returns:
            Rows, int64, and their similarities, float32, rounded to 4 decimals.
        """
        faiss = _faiss()
        k = min(k, self.count if mask is None else int(mask.sum()))
        if k <= 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        parameters = None
        if mask is not None:
            bits = np.packbits(mask, bitorder="little")
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
        found, rows = self._engine.search(_as_row(vector), k, params=parameters)
        scores = np.round(found[0], _DECIMALS)
        order = np.lexsort((rows[0], -scores))
        return rows[0][order], scores[order]

    def scores(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the similarities of given rows, float32, rounded to 4 decimals."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        similarities = self.vectors(rows) @ np.asarray(vector, dtype=np.float32)
        return np.round(similarities, _DECIMALS).astype(np.float32)

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of given rows, (rows, dimensions)."""
        vectors: NDArray[np.float32] = self._engine.reconstruct_batch(
            np.ascontiguousarray(rows, dtype=np.int64)
        )
        return vectors

    def save(self, path: Path) -> None:
        """Write the index to a file.

        Python writes it, since FAISS cannot open a path with Vietnamese letters on Windows.
        """
        path.write_bytes(_faiss().serialize_index(self._engine).tobytes())

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """Read the index of a file.

        Raises:
            OSError: The file cannot be read.
            ValueError: The file is not a FAISS index.
        """
        data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
        try:
            return cls(_faiss().deserialize_index(data))
        except RuntimeError as error:
            raise ValueError(f"{path.name}: not a FAISS index") from error


def _as_row(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)


def _faiss() -> Any:
    """Return FAISS on one thread, which answers single questions 2 to 5 times faster."""
    import faiss

    faiss.omp_set_num_threads(1)
    return faiss
