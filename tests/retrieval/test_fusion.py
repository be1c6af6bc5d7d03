from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import Leg, combine, normalise, top_rows


def array(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def rows(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def test_the_best_of_a_leg_is_one_and_nothing_is_zero() -> None:
    assert normalise(array(8, 2, 0)).tolist() == [8 / 8, 2 / 8, 0 / 8]
    assert normalise(array(0.5, -0.5)).tolist() == [1, 0]
    assert normalise(array(0, 0)).tolist() == [0, 0]
    assert normalise(array(-1)).tolist() == [0]
    assert normalise(array()).tolist() == []


def test_legs_are_added_by_weight() -> None:
    legs = [Leg("a", 0.75, rows(0, 1), array(1, 0.5)), Leg("b", 0.25, rows(7, 1), array(1, 1))]
    found, scores = combine(legs)
    assert found.tolist() == [0, 1, 7]
    assert scores.tolist() == pytest.approx([0.75 * 1, 0.75 * 0.5 + 0.25 * 1, 0.25 * 1])


def test_a_weak_leg_with_a_small_weight_does_not_turn_a_clear_order() -> None:
    strong, weak = array(1, 0.7, 0.2), array(0, 0.1, 1)
    places = rows(0, 1, 2)
    both = combine([Leg("s", 0.9, places, strong), Leg("w", 0.1, places, weak)])
    assert top_rows(*both, 3)[0].tolist() == [0, 1, 2]


def test_differences_in_the_last_digits_are_ties() -> None:
    legs = [Leg("a", 1.0, rows(4, 2), array(0.3, 0.3 + 1e-7))]
    assert top_rows(*combine(legs), 2)[0].tolist() == [2, 4]


@given(st.lists(st.integers(-3, 5), max_size=60), st.integers(0, 70))
def test_top_rows_are_those_of_a_full_sort(values: list[int], k: int) -> None:
    order = sorted(
        (row for row in range(len(values)) if values[row] > 0), key=lambda r: (-values[r], r)
    )
    found, scores = top_rows(np.arange(len(values)), array(*values), k)
    assert found.tolist() == order[:k]
    assert scores.tolist() == [values[row] for row in order[:k]]
