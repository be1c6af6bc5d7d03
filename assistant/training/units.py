"""Which units get a vector, and what the vectors are before training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from assistant.vietnamese.tokens import sparse_tokens

__all__ = ["choose_units", "first_vectors"]

# A syllable met less often than this has seen too little to learn from.
_MIN_TEXTS = 5
# Vietnamese has some 2,400 folded syllables; the rest of this part are names, numbers and
# foreign words. Bigrams, which stand in for words, take what is left.
_SYLLABLE_PART = 0.25


def choose_units(passages: Iterable[str], most: int) -> tuple[list[str], NDArray[np.int64], int]:
    """Return the units that stand in the most passages.

    Args:
        passages: Texts, each counted once.
        most: How many units to return at most.

    Returns:
        Units, syllables before bigrams and each part most frequent first, ties by the unit;
        in how many passages each stands; the number of passages.
    """
    frequencies: Counter[str] = Counter()
    total = 0
    for passage in passages:
        frequencies.update(set(sparse_tokens(passage, folded=True)))
        total += 1
    ordered = sorted(frequencies, key=lambda unit: (-frequencies[unit], unit))
    syllables = [u for u in ordered if "_" not in u and frequencies[u] >= _MIN_TEXTS]
    syllables = syllables[: int(most * _SYLLABLE_PART)]
    bigrams = [unit for unit in ordered if "_" in unit][: most - len(syllables)]
    units = syllables + bigrams
    return units, np.array([frequencies[unit] for unit in units], dtype=np.int64), total


def first_vectors(
    frequencies: NDArray[np.int64], total: int, dimensions: int, seed: int
) -> NDArray[np.float32]:
    """Return random directions as long as their units are rare.

    Bags of random directions compare like the bags themselves, so that training begins where
    a weighted overlap of units ends, as with the weights of Arora, Liang and Ma 2017 (SIF).

    Args:
        frequencies: In how many passages each unit stands, (units,).
        total: Number of passages.
        dimensions: Length of a vector.
        seed: Decides the directions.
    """
    generator = np.random.default_rng(seed)
    shape = (len(frequencies), dimensions)
    directions = generator.standard_normal(shape, dtype=np.float32) / np.sqrt(dimensions)
    rarity = np.log1p(total / (1 + frequencies))
    vectors: NDArray[np.float32] = directions * (rarity / rarity.mean())[:, None]
    return vectors.astype(np.float32)
