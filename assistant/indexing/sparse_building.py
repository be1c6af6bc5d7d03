"""Counting the tokens of a corpus, some thousand passages at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.postings import Postings
from assistant.indexing.sequences import BREAK, Sequences

__all__ = ["Counted", "count_tokens"]

_CHUNK = 20_000
"""Passages that are counted at once: some 5 million tokens, 200 MB while they are sorted."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a corpus holds.

    Attributes:
        syllables: Contexts of each syllable.
        pairs: Contexts of each bigram.
        arrays: Lengths and frequencies, named as in ``SparseIndex``.
    """

    syllables: Postings
    pairs: Postings
    arrays: dict[str, NDArray[np.int64]]


def count_tokens(sequences: Sequences, contexts: NDArray[np.int32]) -> Counted:
    """Count syllables and bigrams by passage and by context.

    Args:
        sequences: The passages.
        contexts: Number of each passage's context, from 0, never falling.
    """
    width = len(sequences.lexicon)
    groups = sequences.lexicon.groups().astype(np.int64)
    count = int(contexts[-1]) + 1 if len(contexts) else 0
    lengths = np.zeros(len(contexts), dtype=np.int64)
    frequencies = np.zeros(width, dtype=np.int64)
    group_frequencies = np.zeros(width, dtype=np.int64)
    syllables, pairs = _Triplets(), _Triplets()
    for first, last in _chunks(contexts):
        tokens, rows = sequences.stream(first, last)
        held = tokens != BREAK
        joined = np.flatnonzero(held[:-1] & held[1:])
        numbers = tokens.astype(np.int64) - 1
        codes = numbers[joined] * width + numbers[joined + 1]
        numbers, places = numbers[held], rows[held]
        lengths[first:last] = np.bincount(places, minlength=last - first)
        lengths[first:last] += np.bincount(rows[joined], minlength=last - first)
        frequencies += np.bincount(_distinct(numbers, places)[0], minlength=width)
        seen = _distinct(groups[numbers], places)[0]
        group_frequencies += np.bincount(seen, minlength=width)
        within = contexts[first:last].astype(np.int64)
        syllables.add(numbers, within[places])
        pairs.add(codes, within[rows[joined]])
        pairs.add_frequencies(_distinct(codes, rows[joined])[0])
    tokens_of, rows_of, counts_of = syllables.joined()
    codes_of, pair_rows, pair_counts = pairs.joined()
    names, held_by = pairs.frequencies()
    arrays = {
        "passage_lengths": lengths,
        "context_lengths": np.bincount(contexts, weights=lengths, minlength=count).astype("i8"),
        "frequencies": frequencies,
        # Of each form, since a question looks up a form and never its group.
        "group_frequencies": group_frequencies[groups],
        "pair_starts": np.searchsorted(names, np.arange(width + 1) * width),
        "pair_seconds": names % max(width, 1),
        "pair_frequencies": held_by,
    }
    return Counted(
        Postings.build(tokens_of, rows_of, counts_of, width),
        Postings.build(np.searchsorted(names, codes_of), pair_rows, pair_counts, len(names)),
        arrays,
    )


class _Triplets:
    """Tokens with rows and counts, gathered chunk by chunk; the rows of chunks ascend."""

    def __init__(self) -> None:
        self._parts: list[tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]] = []
        self._held: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []

    def add(self, tokens: NDArray[np.int64], rows: NDArray[np.int64]) -> None:
        named, where, counts = _distinct(tokens, rows)
        self._parts.append((named, where.astype(np.int32), counts.astype(np.int32)))

    def add_frequencies(self, tokens: NDArray[np.int64]) -> None:
        self._held.append(np.unique(tokens, return_counts=True))

    def joined(self) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
        nothing = np.zeros(0, dtype=np.int64)
        tokens = np.concatenate([nothing, *(part[0] for part in self._parts)])
        rows = np.concatenate([nothing.astype("i4"), *(part[1] for part in self._parts)])
        counts = np.concatenate([nothing.astype("i4"), *(part[2] for part in self._parts)])
        self._parts.clear()
        return tokens, rows, counts

    def frequencies(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return each token once, ascending, and what was added up of it."""
        nothing = np.zeros(0, dtype=np.int64)
        tokens = np.concatenate([nothing, *(part[0] for part in self._held)])
        counts = np.concatenate([nothing, *(part[1] for part in self._held)])
        names, places = np.unique(tokens, return_inverse=True)
        return names, np.bincount(places, weights=counts, minlength=len(names)).astype(np.int64)


def _distinct(
    tokens: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return each pair of token and row once, in order, and how often it stands there."""
    order = np.lexsort((rows, tokens))
    named, where = tokens[order], rows[order]
    fresh = np.ones(len(named), dtype=np.bool_)
    fresh[1:] = (named[1:] != named[:-1]) | (where[1:] != where[:-1])
    starts = np.flatnonzero(fresh)
    return named[starts], where[starts], np.diff(np.append(starts, len(named)))


def _chunks(contexts: NDArray[np.int32]) -> list[tuple[int, int]]:
    """Return ranges of passages, none of which ends within a context."""
    found, first = [], 0
    while first < len(contexts):
        last = min(first + _CHUNK, len(contexts))
        last = int(np.searchsorted(contexts, contexts[last - 1], side="right"))
        found.append((first, last))
        first = last
    return found
