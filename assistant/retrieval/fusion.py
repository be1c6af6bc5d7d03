"""One order out of several: a convex combination of normalised scores.

Bruch, Gai and Ingber 2023 ("An Analysis of Fusion Functions for Hybrid Retrieval") find a
convex combination better than reciprocal ranks in and out of domain, and nearly indifferent
to how scores are normalised. Here each is divided by the best of its leg: both BM25 and
cosine have a natural zero, "nothing in common", which stays zero that way, and no score
depends on how many candidates were drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Leg", "combine", "normalise", "top_rows"]

# Sums of float32 that differ in the last digits are ties, on every machine the same.
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Leg:
    """One retriever's view of the passages.

    Attributes:
        name: Name of the retriever.
        weight: Weight in [0, 1]; those of all legs add up to 1.
        scores: Its scores in [0, 1], (passages,); 0 where it found nothing.
    """

    name: str
    weight: float
    scores: NDArray[np.float32]


def normalise(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return scores divided by the best, so that the best is 1; negative ones become 0.

    Args:
        scores: Scores of one leg, (passages,).
    """
    best = float(scores.max(initial=0))
    if best <= 0:
        return np.zeros_like(scores)
    return (np.maximum(scores, 0) / np.float32(best)).astype(np.float32)


def combine(legs: Sequence[Leg]) -> NDArray[np.float32]:
    """Return the weighted sum of the legs' scores, rounded to 6 decimals, (passages,)."""
    total: NDArray[np.float64] = np.zeros(len(legs[0].scores), dtype=np.float64)
    for leg in legs:
        total += leg.weight * leg.scores.astype(np.float64)
    return np.round(total, _DECIMALS).astype(np.float32)


def top_rows(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Return the rows of the k best positive scores, best first, ties by row.

    Args:
        scores: Scores, (passages,).
        k: How many to return at most.
    """
    found = np.flatnonzero(scores > 0)
    if k <= 0:
        return found[:0]
    if len(found) > k:
        # Which of several equal scores a partition takes is chance; their rows decide.
        limit = np.partition(scores[found], len(found) - k)[len(found) - k]
        above = found[scores[found] > limit]
        equal = found[scores[found] == limit][: k - len(above)]
        found = np.concatenate([above, equal])
    return found[np.lexsort((found, -scores[found]))]
