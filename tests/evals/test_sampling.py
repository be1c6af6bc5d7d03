"""Bootstrap intervals and percentiles."""

from __future__ import annotations

import pytest

from evals.sampling import interval, paired_interval, percentile


def test_percentile_lies_between_neighbours() -> None:
    assert percentile([10, 20], 50) == 15
    assert percentile([7], 95) == 7


def test_interval_of_certain_outcomes_is_a_point() -> None:
    assert interval([True] * 9) == (1.0, 1.0)
    assert interval([False] * 9) == (0.0, 0.0)
    assert interval([]) is None


def test_interval_is_near_the_normal_one_and_repeats() -> None:
    outcomes = [True] * 80 + [False] * 20
    found = interval(outcomes)
    assert found is not None
    margin = 1.96 * (0.8 * 0.2 / 100) ** 0.5
    assert found == pytest.approx((0.8 - margin, 0.8 + margin), abs=0.015)
    assert interval(outcomes) == found


def test_paired_interval_knows_that_hard_questions_are_hard_twice() -> None:
    before = [1.0] * 50 + [0.0] * 50
    assert paired_interval(before, before) == (0, 0)
    after = [1.0] * 60 + [0.0] * 40
    found = paired_interval(before, after)
    assert found == interval([0.0] * 50 + [1.0] * 10 + [0.0] * 40)
    assert found is not None
    assert found[0] > 0
    assert paired_interval([], []) is None
