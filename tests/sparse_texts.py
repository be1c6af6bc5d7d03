"""A few texts that every part of the sparse index is tried on, and their tokens."""

from __future__ import annotations

import numpy as np

from assistant.indexing.sequences import Sequences
from assistant.indexing.sparse import SparseIndex
from assistant.vietnamese.tokens import sparse_tokens

__all__ = ["CONTEXTS", "K1", "TEXTS", "B", "build_sparse", "tokens_of"]

TEXTS = [
    "Kế hoạch\nNghị quyết 03-NQ/TU về chuyển đổi số của thành phố.",
    "Kế hoạch\nTỷ lệ hồ sơ trực tuyến đạt 81,5%, tỷ lệ đúng hạn 99%.",
    "",
    "Số hồ sơ là 1.579/1.937; điểm a khoản 5.",
    "hoà bình và hòa bình, chuyển đổi số, số hoá, số, số",
    "Chuyen doi so la mot qua trinh",
    "số " * 300,
]
CONTEXTS = [0, 0, 1, 1, 2, 3, 4]
K1, B = 1.2, 0.75


def tokens_of(text: str, *, folded: bool) -> list[str]:
    return [token for line in text.split("\n") for token in sparse_tokens(line, folded=folded)]


def build_sparse(texts: list[str], contexts: list[int]) -> SparseIndex:
    return SparseIndex.build(Sequences.read(texts), np.array(contexts, dtype=np.int32), K1, B)
