from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from assistant.indexing import postings


def test_postings_are_in_order_and_counts_end_at_255(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_BLOCK_BITS", 2)
    held = postings.Postings.build(
        np.array([1, 0, 1, 1]), np.array([0, 3, 5, 9], dtype=np.int32),
        np.array([2, 1, 999, 3], dtype=np.int32), 3,
    )  # fmt: skip
    rows = [row for part, _ in held.of([1]) for row in part.tolist()]
    counts = [count for _, part in held.of([1]) for count in part.tolist()]
    assert (rows, counts, len(held)) == ([0, 5, 9], [2, 255, 3], 3)
    assert all(one < other for one, other in pairwise(rows))
    assert held.of([2]) == []
