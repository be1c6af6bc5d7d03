"""The search structures of a generation, from the passages of its library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.config import Config
from assistant.indexing.bag_encoder import BagEncoder
from assistant.indexing.contexts import Place, number_contexts
from assistant.indexing.dense import DenseIndex
from assistant.indexing.embeddings import embed, embedding_keys, with_contexts
from assistant.indexing.encoders import Encoder, LatentSemanticEncoder
from assistant.indexing.library_writer import IndexRow
from assistant.indexing.sequences import Sequences
from assistant.indexing.sparse import SparseIndex

__all__ = [
    "DENSE_FILE",
    "ENCODER_FOLDER",
    "SPARSE_FOLDER",
    "build_arrays",
]

DENSE_FILE = "dense.faiss"
ENCODER_FOLDER = "encoder"
SPARSE_FOLDER = "sparse"
_KEYS_FILE = "dense-keys.npy"

Progress = Callable[[str, int, int], None]


def build_arrays(
    folder: Path,
    rows: Sequence[IndexRow],
    config: Config,
    encoder: Encoder | None,
    earlier: Path | None,
    progress: Progress,
) -> int:
    """Write the search structures of a generation.

    Args:
        folder: Folder of the generation.
        rows: Its passages, in order.
        config: Settings.
        encoder: The encoder; None for the one that is fitted here, or none at all.
        earlier: Folder of the generation before, whose vectors are taken over.
        progress: Called with the stage, the steps done and all its steps.

    Returns:
        The number of contexts.
    """
    texts = [row.text for row in rows]
    contexts = number_contexts([_place(row) for row in rows], config.context_chars)
    sequences = Sequences.read(texts, lambda done, total: progress("Tách từ", done, total))
    progress("Chỉ mục từ khoá", 0, 1)
    numbers = np.array(contexts, dtype=np.int32)
    sparse = SparseIndex.build(sequences, numbers, config.bm25_k1, config.bm25_b)
    sparse.save(folder / SPARSE_FOLDER)
    progress("Chỉ mục từ khoá", 1, 1)
    if isinstance(encoder, BagEncoder):
        progress("Mã hoá", 0, 1)
        vectors = with_contexts(encoder.encode_table(sequences.folded_table()), contexts)
        DenseIndex.build(vectors, rounded=True).save(folder / DENSE_FILE)
        progress("Mã hoá", 1, 1)
    elif encoder is not None:
        keys = embedding_keys(encoder, texts)
        known = _earlier_vectors(earlier)
        vectors = embed(
            encoder, texts, keys, known, lambda done, total: progress("Mã hoá", done, total)
        )
        np.save(folder / _KEYS_FILE, keys, allow_pickle=False)
        DenseIndex.build(vectors).save(folder / DENSE_FILE)
    elif config.encoder == "lsa":
        progress("Tìm trục nghĩa", 0, 1)
        table = sequences.folded_table()
        fitted = LatentSemanticEncoder.fit(table, config.lsa_dimensions)
        if fitted is not None:
            fitted.save(folder / ENCODER_FOLDER)
            DenseIndex.build(fitted.encode_table(table)).save(folder / DENSE_FILE)
        progress("Tìm trục nghĩa", 1, 1)
    return contexts[-1] + 1 if contexts else 0


def _place(row: IndexRow) -> Place:
    steps = tuple(f"{step.level.value}\0{step.number}\0{step.heading}" for step in row.path)
    return Place(row.document_id, row.start, row.end, steps)


def _earlier_vectors(folder: Path | None) -> tuple[NDArray[np.uint8], DenseIndex] | None:
    if folder is None or not (folder / _KEYS_FILE).is_file():
        return None
    try:
        keys = np.load(folder / _KEYS_FILE, allow_pickle=False)
        vectors = DenseIndex.load(folder / DENSE_FILE)
    except (OSError, ValueError):
        return None
    return (keys, vectors) if len(keys) == vectors.count else None
