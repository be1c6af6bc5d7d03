"""Nearest neighbours over unit vectors, by FAISS on one thread.

Vectors lie in the index as they are, or, where they can be made again from the texts, rounded:
to bytes, a quarter of the space and half of the time, whose products are whole numbers and the
same on every processor; and where there are many, to half bytes.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["FEW", "DenseIndex"]

FEW = 20_000
"""Vectors that are compared with every question, in 2 ms; of more than that, few are."""

# Sums of products differ in the seventh digit between processors; four digits do not, so
# that the order is the same everywhere.
_DECIMALS = 4
# Bytes hold −127 to 127. A component of a unit vector that exceeds four times what it would
# be were all alike is cut off there: one in ten thousand is.
_LARGEST = 127
_REACH = 4.0
# Half bytes tell sixteen steps apart. Cut off at three times, which one component in 400
# exceeds, they change MRR@10 of the fused search by at most .001.
_HALF_REACH = 3.0


class DenseIndex:
    """A flat inner-product index: cosine similarity for unit vectors.

    Args:
        engine: The FAISS index, of floats, of signed bytes or of half bytes.
    """

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        # What a step of a byte is worth; None where the index gives floats.
        self._step: float | None = None
        faiss = _faiss()
        if (
            isinstance(engine, faiss.IndexScalarQuantizer)
            and engine.sq.qtype == faiss.ScalarQuantizer.QT_8bit_direct_signed
        ):
            self._step = _step(engine.d)

    @classmethod
    def build(cls, vectors: NDArray[np.float32], *, rounded: bool = False) -> DenseIndex:
        """Index vectors.

        Args:
            vectors: Unit vectors, float32, (passages, dimensions).
            rounded: Whether to round them, to bytes or, where there are more than ``FEW``, to
                half bytes.
        """
        faiss, width = _faiss(), vectors.shape[1]
        kinds, product = faiss.ScalarQuantizer, faiss.METRIC_INNER_PRODUCT
        if not rounded:
            engine = faiss.IndexFlatIP(width)
        elif len(vectors) <= FEW:
            engine = faiss.IndexScalarQuantizer(width, kinds.QT_8bit_direct_signed, product)
            vectors = _rounded(vectors / np.float32(_step(width)))
        else:
            engine = faiss.IndexScalarQuantizer(width, kinds.QT_4bit_uniform, product)
            # It learns no more than the range, which is thus the same for every corpus.
            reach = np.full((1, width), _HALF_REACH / math.sqrt(width), dtype=np.float32)
            engine.train(np.concatenate([-reach, reach]))
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
        asked, worth = self._asked(vector)
        found, rows = self._engine.search(asked, k, params=parameters)
        scores = np.round(found[0] * worth, _DECIMALS)
        order = np.lexsort((rows[0], -scores))
        return rows[0][order], scores[order]

    def scores(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the similarities of given rows, float32, rounded to 4 decimals."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        asked, worth = self._asked(vector)
        products: NDArray[np.float32] = (self._stored(rows) @ asked[0]) * worth
        return np.round(products, _DECIMALS).astype(np.float32)

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of given rows, as rounded as they lie here, (rows, dimensions)."""
        vectors: NDArray[np.float32] = self._stored(rows) * np.float32(self._step or 1)
        return vectors

    def _stored(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return vectors in the index's own steps."""
        stored: NDArray[np.float32] = self._engine.reconstruct_batch(
            np.ascontiguousarray(rows, dtype=np.int64)
        )
        return stored

    def _asked(self, vector: NDArray[np.float32]) -> tuple[NDArray[np.float32], np.float32]:
        """Return a vector as the index compares it, (1, dimensions), and what 1 is then worth."""
        row = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        if self._step is None:
            return row, np.float32(1)
        step = float(np.abs(row).max()) / _LARGEST or 1.0
        return _rounded(row / np.float32(step)), np.float32(step * self._step)

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


def _step(dimensions: int) -> float:
    """Return what a step of a byte is worth."""
    return _REACH / math.sqrt(dimensions) / _LARGEST


def _rounded(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the whole numbers next to the components, within what a byte holds."""
    whole = np.rint(vectors).clip(-_LARGEST, _LARGEST)
    return np.ascontiguousarray(whole, dtype=np.float32)


def _faiss() -> Any:
    """Return FAISS on one thread, which answers single questions 2 to 5 times faster."""
    import faiss

    faiss.omp_set_num_threads(1)
    return faiss
