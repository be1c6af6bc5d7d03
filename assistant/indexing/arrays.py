"""The search structures of a generation, from the passages of its library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.config import Config
from assistant.indexing.bag_encoder import BagEncoder
from assistant.indexing.contexts import Place, context_table, number_contexts
from assistant.indexing.dense import DenseIndex
from assistant.indexing.embeddings import embed, embedding_keys, with_contexts
from assistant.indexing.encoders import Encoder, LatentSemanticEncoder
from assistant.indexing.library_writer import IndexRow
from assistant.indexing.sparse import SparseIndex
from assistant.indexing.tables import TokenTable

__all__ = [
    "CONTEXTS_FILE",
    "DENSE_FILE",
    "ENCODER_FOLDER",
    "FIELD_FOLDERS",
    "build_arrays",
]

CONTEXTS_FILE = "contexts.npy"
DENSE_FILE = "dense.faiss"
ENCODER_FOLDER = "encoder"
_KEYS_FILE = "dense-keys.npy"
# By name: folder of the field over passages, folder of the field over contexts.
FIELD_FOLDERS = {
    "marked": ("sparse-marked", "context-marked"),
    "folded": ("sparse-folded", "context-folded"),
}

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
    np.save(folder / CONTEXTS_FILE, np.array(contexts, dtype=np.int32), allow_pickle=False)
    table = TokenTable.read(
        texts, folded=False, progress=lambda done, total: progress("Tách từ", done, total)
    )
    _build_fields(folder, "marked", table, contexts, config, progress)
    table = table.fold()
    _build_fields(folder, "folded", table, contexts, config, progress)
    if isinstance(encoder, BagEncoder):
        progress("Mã hoá", 0, 1)
        vectors = with_contexts(encoder.encode_table(table), contexts)
        DenseIndex.build(vectors, in_bytes=True).save(folder / DENSE_FILE)
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
        fitted = LatentSemanticEncoder.fit(table, config.lsa_dimensions)
        if fitted is not None:
            fitted.save(folder / ENCODER_FOLDER)
            DenseIndex.build(fitted.encode_table(table)).save(folder / DENSE_FILE)
        progress("Tìm trục nghĩa", 1, 1)
    return contexts[-1] + 1 if contexts else 0


def _place(row: IndexRow) -> Place:
    steps = tuple(f"{step.level.value}\0{step.number}\0{step.heading}" for step in row.path)
    return Place(row.document_id, row.start, row.end, steps)


def _build_fields(
    folder: Path,
    name: str,
    table: TokenTable,
    contexts: Sequence[int],
    config: Config,
    progress: Progress,
) -> None:
    stage = "Chỉ mục có dấu" if name == "marked" else "Chỉ mục không dấu"
    passage_folder, context_folder = FIELD_FOLDERS[name]
    progress(stage, 0, 2)
    SparseIndex.from_table(table, config.bm25_k1, config.bm25_b).save(folder / passage_folder)
    progress(stage, 1, 2)
    whole = context_table(table, contexts)
    SparseIndex.from_table(whole, config.bm25_k1, config.bm25_b).save(folder / context_folder)
    progress(stage, 2, 2)


def _earlier_vectors(folder: Path | None) -> tuple[NDArray[np.uint8], DenseIndex] | None:
    if folder is None or not (folder / _KEYS_FILE).is_file():
        return None
    try:
        keys = np.load(folder / _KEYS_FILE, allow_pickle=False)
        vectors = DenseIndex.load(folder / DENSE_FILE)
    except (OSError, ValueError):
        return None
    return (keys, vectors) if len(keys) == vectors.count else None
