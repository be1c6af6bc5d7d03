"""Vectors of passages beside those around them, by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from assistant.indexing.embeddings import with_contexts


def test_a_passage_leans_towards_its_context() -> None:
    east, north = [1.0, 0.0], [0.0, 1.0]
    vectors = np.array([east, north, east], dtype=np.float32)
    leaned = with_contexts(vectors, [0, 0, 1])
    # The context of the first two points north-east; as much of it is added to each.
    added = 1 / math.sqrt(2)
    length = math.hypot(1 + added, added)
    assert leaned[0].tolist() == pytest.approx([(1 + added) / length, added / length])
    assert leaned[1].tolist() == pytest.approx([added / length, (1 + added) / length])
    assert leaned[2].tolist() == east  # alone in its context


def test_nothing_and_zeros_stay_what_they_are() -> None:
    assert with_contexts(np.zeros((0, 2), dtype=np.float32), []).shape == (0, 2)
    assert not with_contexts(np.zeros((2, 2), dtype=np.float32), [0, 0]).any()
