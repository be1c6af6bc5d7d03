"""One order out of several: a convex combination of normalised scores.

Bruch, Gai and Ingber 2023 ("An Analysis of Fusion Functions for Hybrid Retrieval") find a
convex combination better than reciprocal ranks in and out of domain, and nearly indifferent
to how scores are normalised. Here BM25 is divided by the best of its leg, and a cosine stays as
it is: both have a natural zero, "nothing in common", which stays zero that way, and no score
depends on how many candidates were drawn. A cosine has a natural one as well, which says how far
to trust it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["DECIMALS", "Leg", "combine", "normalise", "top_rows"]

DECIMALS = 6
"""Sums of float32 that differ in the last digits are ties, on every machine the same."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One retriever's view of the passages that it drew.

    Attributes:
        name: Name of the retriever.
        weight: Weight in [0, 1]; those of all legs add up to 1.
        rows: The passages, each once, (drawn,).
        scores: Their scores in [0, 1], (drawn,).
    """

    name: str
    weight: float
    rows: NDArray[np.int64]
    scores: NDArray[np.float32]


def normalise(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return scores divided by the best, so that the best is 1; negative ones become 0.

    Args:
        scores: Scores of one leg, (drawn,).
    """
    best = float(scores.max(initial=0))
    if best <= 0:
        return np.zeros_like(scores)
    return (np.maximum(scores, 0) / np.float32(best)).astype(np.float32)


def combine(legs: Sequence[Leg]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the rows of all legs, ascending, and the weighted sums of their scores.

    A row that a leg did not draw has nothing from it. Sums are rounded to 6 decimals.
    """
    rows, places = np.unique(np.concatenate([leg.rows for leg in legs]), return_inverse=True)
    weighted = [leg.weight * leg.scores.astype(np.float64) for leg in legs]
    total = np.bincount(places, weights=np.concatenate(weighted), minlength=len(rows))
    return rows, np.round(total, DECIMALS).astype(np.float32)


def top_rows(
    rows: NDArray[np.int64], scores: NDArray[np.float32], k: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the k rows with the best positive scores, best first, ties by row; and these.

    Args:
        rows: The rows, (drawn,).
        scores: Their scores, (drawn,).
        k: How many to return at most.
    """
    found = np.flatnonzero(scores > 0)
    found = found[np.lexsort((rows[found], -scores[found]))][: max(k, 0)]
    return rows[found], scores[found]
