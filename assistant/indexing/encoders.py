"""Texts as vectors: what an encoder is, and the one that is fitted on the corpus itself."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.tables import TokenTable
from assistant.indexing.vocabulary import Vocabulary, map_array
from assistant.vietnamese.tokens import sparse_tokens

__all__ = ["Encoder", "LatentSemanticEncoder", "unit_rows"]

# Fitted on at most this many passages, evenly spaced: the axes of meaning of a large corpus
# show in a part of it, and the cost of fitting stays that of a small one.
_FIT_PASSAGES = 20_000
# The most frequent tokens carry the axes; 50,000 at 128 dimensions are 13 MB on disk.
_FEATURES = 50_000
_MIN_TEXTS = 2
_SEED = 20_211_026
_OVERSAMPLING = 16
_POWER_ITERATIONS = 4
_BATCH = 2_048


@runtime_checkable
class Encoder(Protocol):
    """Anything that turns passages and questions into comparable unit vectors."""

    @property
    def name(self) -> str:
        """Name that changes when the vectors would."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a passage, float32, (texts, dimensions), rows of length 1."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a question, float32, (texts, dimensions), rows of length 1."""
        ...


class LatentSemanticEncoder:
    """TF-IDF over folded syllables and bigrams, reduced by a truncated SVD.

    Deerwester et al. 1990, with the randomised SVD of Halko, Martinsson and Tropp 2011
    (algorithm 4.4) under a fixed seed and a fixed sign. Weights are
    ``(1 + ln tf) · (1 + ln((1 + N) / (1 + df)))``. A question needs numpy alone.

    Args:
        vocabulary: Tokens with their rows in ``components``.
        weights: Inverse document frequency of each token, float32.
        components: Axes, float16, (tokens, dimensions).
    """

    name = "lsa"

    def __init__(
        self,
        vocabulary: Vocabulary,
        weights: NDArray[np.float32],
        components: NDArray[np.float16],
    ) -> None:
        self._vocabulary = vocabulary
        self._weights = weights
        self._components = components

    @classmethod
    def fit(cls, table: TokenTable, dimensions: int) -> LatentSemanticEncoder | None:
        """Find the axes of a corpus.

        Args:
            table: Tokens of the passages, folded.
            dimensions: Most axes to keep; fewer when the corpus has fewer passages.

        Returns:
            The encoder, or None when the corpus is too small to have an axis (no token
            stands in two passages).
        """
        frequencies = np.zeros(len(table.tokens), dtype=np.int64)
        for text in table.texts:
            frequencies[np.unique(text).astype(np.int64)] += 1
        kept = np.flatnonzero(frequencies >= _MIN_TEXTS)
        kept = kept[np.lexsort((kept, -frequencies[kept]))][:_FEATURES]
        if not len(kept):
            return None
        total = len(table.texts)
        weights = (1 + np.log((1 + total) / (1 + frequencies[kept]))).astype(np.float32)
        step = math.ceil(total / _FIT_PASSAGES)
        features = np.full(len(table.tokens), -1, dtype=np.int64)
        features[kept] = np.arange(len(kept))
        matrix = _matrix(table.texts[::step], features, weights)
        components = _principal_axes(matrix, dimensions)
        vocabulary = Vocabulary.build([table.tokens[place] for place in kept])
        return cls(vocabulary, weights, components.astype(np.float16))

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._components.shape[1])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a passage; zero for a passage without a known token."""
        return self.encode_table(TokenTable.read(texts, folded=True))

    def encode_table(self, table: TokenTable) -> NDArray[np.float32]:
        """Return one unit vector for each text of a folded table."""
        numbers = (self._vocabulary.number(token) for token in table.tokens)
        features = np.array([-1 if n is None else n for n in numbers], dtype=np.int64)
        axes = self._components.astype(np.float32)
        vectors = np.zeros((len(table.texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(table.texts), _BATCH):
            batch = table.texts[start : start + _BATCH]
            vectors[start : start + _BATCH] = _matrix(batch, features, self._weights) @ axes
        return unit_rows(vectors)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a question; zero for one without a known token."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            counts: Counter[int] = Counter()
            for token in sparse_tokens(text, folded=True):
                if (number := self._vocabulary.number(token)) is not None:
                    counts[number] += 1
            if counts:
                places = np.fromiter(counts.keys(), dtype=np.int64)
                values = _saturate(np.fromiter(counts.values(), dtype=np.float32))
                values *= self._weights[places]
                vectors[row] = values @ self._components[places].astype(np.float32)
        return unit_rows(vectors)

    def save(self, folder: Path) -> None:
        """Write the encoder into a folder, which is made."""
        folder.mkdir(parents=True)
        np.save(folder / "weights.npy", self._weights, allow_pickle=False)
        np.save(folder / "components.npy", self._components, allow_pickle=False)
        self._vocabulary.save(folder)

    @classmethod
    def load(cls, folder: Path) -> LatentSemanticEncoder:
        """Open the encoder of a folder, its arrays memory-mapped.

        Raises:
            OSError: A file of it is missing.
            ValueError: A file of it is not an array.
        """
        weights, components = (
            map_array(folder / f"{name}.npy") for name in ("weights", "components")
        )
        return cls(Vocabulary.load(folder), weights, components)


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the rows scaled to length 1; rows of zeros stay zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


def _saturate(counts: NDArray[np.float32]) -> NDArray[np.float32]:
    saturated: NDArray[np.float32] = 1 + np.log(counts)
    return saturated


def _matrix(
    texts: Sequence[Sequence[int]], features: NDArray[np.int64], weights: NDArray[np.float32]
) -> Any:
    """Return the weighted counts as a sparse matrix (texts, features) with unit rows."""
    from scipy.sparse import csr_array  # build time alone

    places, values, starts = [], [], [0]
    for text in texts:
        known = features[np.asarray(text, dtype=np.int64)]
        columns, counts = np.unique(known[known >= 0], return_counts=True)
        row = _saturate(counts.astype(np.float32)) * weights[columns]
        length = float(np.linalg.norm(row))
        places.append(columns)
        values.append(row / length if length else row)
        starts.append(starts[-1] + len(columns))
    shape = (len(texts), len(weights))
    return csr_array((np.concatenate(values), np.concatenate(places), starts), shape=shape)


def _principal_axes(matrix: Any, dimensions: int) -> NDArray[np.float32]:
    """Return the leading right singular vectors, (features, dimensions or the rank)."""
    smaller = min(matrix.shape)
    width = min(dimensions + _OVERSAMPLING, smaller)
    generator = np.random.default_rng(_SEED)
    basis = matrix @ generator.standard_normal((matrix.shape[1], width)).astype(np.float32)
    for _ in range(_POWER_ITERATIONS):
        basis = np.linalg.qr(basis)[0]
        basis = np.linalg.qr(matrix.T @ basis)[0]
        basis = matrix @ basis
    basis = np.linalg.qr(basis)[0]
    _, strengths, axes = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    rank = max(1, int((strengths > strengths[0] * 1e-6).sum()))
    axes = axes[: min(dimensions, rank)].T
    # A singular vector is free in its sign: the largest entry is made positive.
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    signed: NDArray[np.float32] = (axes * np.where(largest < 0, -1, 1)).astype(np.float32)
    return signed
