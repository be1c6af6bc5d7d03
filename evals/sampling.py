"""Bootstrap intervals (Efron 1979): how far chance in the choice of questions could go.

Resamples are drawn with a fixed seed, so that equal outcomes give equal intervals.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["interval", "paired_interval", "percentile"]

_RESAMPLES = 2000
_SEED = 20211026


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95% percentile bootstrap interval of a mean.

    Args:
        values: One value a question; None is returned when there is none.
    """
    if not values:
        return None
    array = np.asarray(values, dtype=float)
    low, high = np.percentile(array[_picks(len(array))].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


@lru_cache(maxsize=4)
def _picks(count: int) -> NDArray[np.int64]:
    """Return which questions each resample takes, int64, (resamples, questions)."""
    return np.random.default_rng(_SEED).integers(0, count, (_RESAMPLES, count))


def paired_interval(before: Sequence[float], after: Sequence[float]) -> tuple[float, float] | None:
    """Return the 95% interval of the mean difference, after less before, of paired values.

    Questions are resampled and not answers, so what is hard in a question counts in both.

    Args:
        before: One value a question; None is returned when there is none.
        after: Another value of each of the same questions, in the same order.
    """
    return interval([new - old for old, new in zip(before, after, strict=True)])


def percentile(values: Sequence[float], percent: float) -> float:
    """Return a percentile of a non-empty list of milliseconds, between neighbours linearly."""
    return float(np.percentile(np.asarray(values, dtype=float), percent))
