"""Vectors of passages, computed once for a text and an encoder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError
from assistant.indexing.dense import DenseIndex
from assistant.indexing.encoders import Encoder, unit_rows

__all__ = ["embed", "embedding_keys", "with_contexts"]

_BATCH = 256
# What the passages around one add to it: as much as it has itself. With it the right article
# comes first more often on statutes and on chatty questions, and the right passage on policy.
_CONTEXT_SHARE = 1.0


def embedding_keys(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.uint8]:
    """Return a digest of each text under an encoder, uint8, (texts, 32)."""
    prefix = f"{encoder.name}\0".encode()
    digests = b"".join(hashlib.sha256(prefix + text.encode()).digest() for text in texts)
    return np.frombuffer(digests, dtype=np.uint8).reshape(-1, 32)


def embed(
    encoder: Encoder,
    texts: Sequence[str],
    keys: NDArray[np.uint8],
    earlier: tuple[NDArray[np.uint8], DenseIndex] | None,
    progress: Callable[[int, int], None] | None = None,
) -> NDArray[np.float32]:
    """Return a unit vector for each text, taking over those that are known.

    Args:
        encoder: The encoder.
        texts: Texts of the passages.
        keys: Their digests, as ``embedding_keys`` gives them.
        earlier: Digests and vectors of an earlier index.
        progress: Called with the texts done and their number.

    Raises:
        ModelError: The encoder returns something other than a finite vector a text.
    """
    vectors = np.zeros((len(texts), encoder.dimensions), dtype=np.float32)
    missing = list(range(len(texts)))
    if earlier and earlier[1].dimensions == encoder.dimensions:
        known = {key.tobytes(): row for row, key in enumerate(earlier[0])}
        pairs = [(row, known.get(key.tobytes())) for row, key in enumerate(keys)]
        taken = [(row, old) for row, old in pairs if old is not None]
        missing = [row for row, old in pairs if old is None]
        if taken:
            rows, olds = zip(*taken, strict=True)
            vectors[list(rows)] = earlier[1].vectors(np.array(olds, dtype=np.int64))
    for start in range(0, len(missing), _BATCH):
        rows_now = missing[start : start + _BATCH]
        if progress:
            progress(len(texts) - len(missing) + start, len(texts))
        vectors[rows_now] = _encode(encoder, [texts[row] for row in rows_now])
    if progress:
        progress(len(texts), len(texts))
    return vectors


def with_contexts(vectors: NDArray[np.float32], contexts: Sequence[int]) -> NDArray[np.float32]:
    """Return vectors of passages that lean towards what the passages stand in.

    A clause such as "a) Phạt tiền từ 2.000.000 đồng" says little by itself; the article that
    it stands in says what for.

    Args:
        vectors: Unit vectors, float32, (passages, dimensions).
        contexts: Number of each passage's context, from 0, each as often as it has passages.
    """
    if not len(vectors):
        return vectors
    numbers = np.asarray(contexts, dtype=np.int64)
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    around = unit_rows(np.add.reduceat(vectors, starts, axis=0))
    return unit_rows(vectors + np.float32(_CONTEXT_SHARE) * around[numbers])


def _encode(encoder: Encoder, texts: list[str]) -> NDArray[np.float32]:
    found = np.asarray(encoder.encode_passages(texts), dtype=np.float32)
    if found.shape != (len(texts), encoder.dimensions) or not np.isfinite(found).all():
        raise ModelError(
            f"mô hình {encoder.name} trả về véc-tơ sai dạng {found.shape}."
            " Hãy chọn mô hình khác trong chinhsach.toml."
        )
    return unit_rows(found)
