"""Units counted by hand."""

from __future__ import annotations

import numpy as np

from assistant.training.units import choose_units, first_vectors

PASSAGES = ["bến cảng biển"] * 6 + ["bến xe", "bến, bến, bến"]


def test_units_are_those_of_the_most_passages() -> None:
    units, frequencies, total = choose_units(PASSAGES, 8)
    # A quarter of eight for syllables; "xe" stands in too few. Then bigrams, ties by letter.
    assert units == ["ben", "bien", "ben_cang", "cang_bien", "ben_xe"]
    assert frequencies.tolist() == [8, 6, 6, 6, 1]
    assert total == 8


def test_rare_units_begin_longer() -> None:
    vectors = first_vectors(np.array([1_000, 10]), 1_000, 4_096, seed=1)
    lengths = np.linalg.norm(vectors, axis=1)
    expected = np.log1p(1_000 / 11) / np.log1p(1_000 / 1_001)
    assert np.isclose(lengths[1] / lengths[0], expected, rtol=0.05)
    np.testing.assert_array_equal(
        vectors, first_vectors(np.array([1_000, 10]), 1_000, 4_096, seed=1)
    )
