"""The sparse leg: contexts by their postings, then the passages of the best by their text.

What a passage is worth is said by BM25 of its own words, by BM25 of the words of its context,
and by how much of what the question asks for each of the two holds at all. Of the passage itself
that is asked without stop words: “của” and “bao nhiêu” are rare enough in a small corpus to hide
what a question is about.

Of the passage's own words those that most of the best passages hold count for less, however rare
they are elsewhere: they led here, and tell nothing apart any more. Among clauses on crimes “truy
cứu trách nhiệm hình sự” is such a word, and among papers of one city its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.config import Config
from assistant.indexing.sequences import BREAK
from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.fusion import DECIMALS, normalise
from assistant.retrieval.wanted import Wanted, wanted

__all__ = ["Candidates", "Lexical", "Ranking", "best_contexts", "context_scores", "draw"]

# Shares of the best score above which the best contexts are looked for first: a hundredth of
# all contexts is soon found, and their order is soon known.
_SHARES = (0.5, 0.35, 0.2)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What the parts of a score are worth, chosen on development questions.

    Attributes:
        pairs: Weight of a bigram beside a syllable of the same rarity.
        covered: Weight of the share that a context holds of what is asked, beside its BM25.
        held: Weight of the share that a passage holds of the subject, beside its BM25.
        common: Share of its weight that a word loses when all of the best passages hold it.
        stand_in: What the words of official texts count for beside the everyday words that they
            stand in for; from .3 to .6 changes little.
        best: How many passages are the best in that; from 30 to 300 change little.
        contexts: How many contexts are read at least; 100 lose nothing on development sets.
    """

    pairs: float = 0.6
    covered: float = 0.5
    held: float = 1.5
    common: float = 0.5
    stand_in: float = 0.5
    best: int = 100
    contexts: int = 300


class Lexical:
    """Search by words in one index.

    Args:
        index: The sparse index.
        config: Settings, of which the weights of contexts and of other marks count here.
        ranking: What the parts of a score are worth.
    """

    def __init__(self, index: SparseIndex, config: Config, ranking: Ranking) -> None:
        self._index = index
        self._config = config
        self._ranking = ranking

    def search(
        self, text: str, marked: bool, k: int, mask: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return passages that have words in common with a question, and their scores.

        Args:
            text: The question.
            marked: Whether it was typed with tone marks.
            k: How many passages are wanted.
            mask: Passages that may be returned, (passages,); all when None.

        Returns:
            Rows, ascending, and scores in [0, 1], float32.
        """
        found = self.candidates(text, marked, k, mask)
        return found.rows, self.scores(found)

    def candidates(
        self, text: str, marked: bool, k: int, mask: NDArray[np.bool_] | None = None
    ) -> Candidates:
        """Return the passages of the best contexts; arguments as for ``search``."""
        others = self._config.folded_weight if marked else 0.0
        asked = wanted(
            text,
            self._index,
            marked=marked,
            others=others,
            pairs=self._ranking.pairs,
            stand_in=self._ranking.stand_in,
        )
        scores = context_scores(asked, self._index)
        if mask is not None:
            # A context is part of one document, and filters are of documents.
            scores[~mask[self._index.context_starts]] = 0
        contexts = best_contexts(scores, max(self._ranking.contexts, k))
        return draw(asked, self._index, contexts, scores)

    def scores(self, found: Candidates) -> NDArray[np.float32]:
        """Return one score in [0, 1] of each candidate, float32, (candidates,)."""
        first = self._weighed(found, np.ones_like(found.asked))
        if not len(first) or self._ranking.common == 0:
            return first
        best = np.argsort(-np.round(first, DECIMALS), kind="stable")[: self._ranking.best]
        worth = first[best] / max(float(first[best].sum()), 1e-9)
        common = worth @ found.held[best]
        return self._weighed(found, (1 - self._ranking.common * common).astype(np.float32))

    def _weighed(self, found: Candidates, weights: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return scores with the words of passages counted by weights, (tokens,)."""
        weight, covered = self._config.context_weight, self._ranking.covered
        about = found.held @ _portions(found.subject * weights)
        own = normalise(found.own @ (found.asked * weights))
        own += np.float32(self._ranking.held) * about
        around = (normalise(found.around) + covered * found.covered) / (1 + covered)
        both = (1 - weight) * normalise(own) + weight * around
        return normalise(both.astype(np.float32))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages drawn for a question, ascending; tokens are its syllables, then its bigrams.

    Attributes:
        rows: The passages, int64, (candidates,).
        own: What BM25 gives each for holding a token of idf 1, float32, (candidates, tokens).
        held: 1 where it holds a token, less for what counts for less, such as a word with other
            marks, float32, (candidates, tokens).
        asked: The idf of each token times how often it is asked for, float32, (tokens,).
        subject: The same, 0 for a token that does not bear on the subject, float32, (tokens,).
        around: BM25 of the context of each, float32, (candidates,).
        covered: Share of the question, by idf, that the context of each holds, float32,
            (candidates,).
    """

    rows: NDArray[np.int64]
    own: NDArray[np.float32]
    held: NDArray[np.float32]
    asked: NDArray[np.float32]
    subject: NDArray[np.float32]
    around: NDArray[np.float32]
    covered: NDArray[np.float32]


def context_scores(asked: Wanted, index: SparseIndex) -> NDArray[np.float32]:
    """Return the BM25 score of every context, float32, (contexts,); 0 with nothing in common.

    Args:
        asked: The question.
        index: The sparse index.
    """
    total = np.zeros(index.context_count, dtype=np.float32)
    norms = index.context_norms
    for forms, count in zip(asked.forms, asked.counts.tolist(), strict=True):
        _add(total, norms, index.syllables.of(range(*forms)), count, forms[1] - forms[0])
    for pairs, count in zip(asked.pair_numbers, asked.pair_counts.tolist(), strict=True):
        _add(total, norms, index.pairs.of(pairs.tolist()), count, len(pairs))
    return total


def _add(
    total: NDArray[np.float32],
    norms: NDArray[np.float32],
    parts: Sequence[tuple[NDArray[np.intp], NDArray[np.uint8] | NDArray[np.float32]]],
    weight: float,
    tokens: int,
) -> None:
    """Add the scores of so many tokens that count as one."""
    if tokens > 1 and parts:
        held: NDArray[np.float32] = np.zeros(len(total), dtype=np.float32)
        for rows, counts in parts:
            held[rows] += counts  # a row stands once in a part, so no add.at is needed
        rows = np.flatnonzero(held > 0)  # of truth values it takes a tenth of the time
        parts = [(rows, held[rows])]
    idf = _idf(sum(len(rows) for rows, _ in parts), len(total)) * np.float32(weight)
    for rows, counts in parts:
        tf = counts.astype(np.float32)
        divisor = norms[rows]
        divisor += tf
        tf *= idf
        tf /= divisor
        total[rows] += tf


def best_contexts(scores: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """Return the contexts with the best positive scores, ascending; ties by number.

    Args:
        scores: Scores of all contexts.
        count: How many to return at most.
    """
    found = np.flatnonzero(scores > 0)
    if len(found) <= count:
        return found
    if count <= 0:
        return found[:0]
    for share in _SHARES:
        near = found[scores[found] > share * scores.max()]
        if len(near) >= count:
            found = near
            break
    limit = np.partition(scores[found], len(found) - count)[len(found) - count]
    above = found[scores[found] > limit]
    equal = found[scores[found] == limit][: count - len(above)]
    return np.sort(np.concatenate([above, equal]))


def draw(
    asked: Wanted,
    index: SparseIndex,
    contexts: NDArray[np.int64],
    scores: NDArray[np.float32],
) -> Candidates:
    """Return the passages of contexts with what is known of each.

    Args:
        asked: The question.
        index: The sparse index.
        contexts: The contexts, ascending.
        scores: Scores of all contexts.
    """
    rows = index.passages_of(contexts)
    if not len(rows) or not asked.forms:
        no_token, nothing = np.zeros(0, np.float32), np.zeros(len(rows), np.float32)
        none_held = np.zeros((len(rows), 0), np.float32)
        return Candidates(rows, none_held, none_held, no_token, no_token, nothing, nothing)
    words, pairs = _held(asked, index, rows)
    found = asked.stand_ins.lend(words, pairs)
    idf = np.concatenate(_idfs(asked, index))
    of_row = index.contexts[rows].astype(np.int64)
    starts = np.flatnonzero(np.diff(of_row, prepend=-1))
    lengths = np.diff(np.append(starts, len(rows)))
    covered = np.logical_or.reduceat(found > 0, starts) @ _portions(idf)
    counts = np.concatenate([asked.counts, asked.pair_counts])
    subject = np.concatenate([asked.subject, asked.subject[asked.pairs].prod(axis=1)])
    return Candidates(
        rows=rows,
        own=found / (found + index.passage_norms[rows][:, None]),
        held=np.minimum(found, 1),
        asked=idf * counts,
        subject=idf * counts * subject,
        around=scores[of_row],
        covered=np.repeat(covered.astype(np.float32), lengths),
    )


def _portions(worth: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what each is of the sum; zeros where that is zero."""
    return worth / np.float32(max(float(worth.sum()), 1e-9))


def _held(
    asked: Wanted, index: SparseIndex, rows: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return how often passages hold each word, (rows, words), and bigram, (rows, pairs).

    What may stand in for a word is counted too, behind the words and bigrams asked for.
    """
    forms = (*asked.forms, *asked.stand_ins.forms)
    word_of, worth_of = _tables(asked, forms, len(index.lexicon))
    width = len(forms)
    both_pairs = np.concatenate([asked.pairs, asked.stand_ins.pairs])
    pair_of = np.zeros((width + 1, width + 1), dtype=np.int64)
    pair_of[both_pairs[:, 0] + 1, both_pairs[:, 1] + 1] = np.arange(1, len(both_pairs) + 1)
    tokens, places = index.read(rows)
    found = np.flatnonzero(word_of[tokens])
    words, worth = word_of[tokens[found]], worth_of[tokens[found]]
    where = places[found]
    held = np.bincount(
        where * width + words - 1, weights=worth, minlength=len(rows) * width
    ).reshape(len(rows), width)
    beside = np.flatnonzero(np.diff(found) == 1)
    pairs = pair_of[words[beside], words[beside + 1]]
    kept = np.flatnonzero(pairs)
    beside, pairs = beside[kept], pairs[kept] - 1
    both = np.minimum(worth[beside], worth[beside + 1])
    count = len(both_pairs)
    held_pairs = np.bincount(
        where[beside] * count + pairs, weights=both, minlength=len(rows) * count
    ).reshape(len(rows), count)
    return held.astype(np.float32), held_pairs.astype(np.float32)


def _tables(
    asked: Wanted, forms: Sequence[tuple[int, int]], size: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return for each token, as passages are read, the word it stands for from 1, and its worth."""
    word_of = np.zeros(size + 1, dtype=np.int64)
    worth_of = np.zeros(size + 1, dtype=np.float32)
    if asked.others > 0:
        for word, (first, last) in enumerate(asked.alike, 1):
            word_of[first + 1 : last + 1] = word
            worth_of[first + 1 : last + 1] = asked.others
    for word, (first, last) in enumerate(forms, 1):
        word_of[first + 1 : last + 1] = word
        worth_of[first + 1 : last + 1] = 1
    word_of[BREAK] = 0
    return word_of, worth_of


def _idfs(asked: Wanted, index: SparseIndex) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the idf of each word and of each bigram, over passages."""
    words = [index.syllable_frequency(forms) for forms in asked.forms]
    pairs = [index.pair_frequency(numbers) for numbers in asked.pair_numbers]
    count = index.passages
    return (
        np.array([_idf(df, count) for df in words], dtype=np.float32),
        np.array([_idf(df, count) for df in pairs], dtype=np.float32),
    )


def _idf(frequency: int, count: int) -> np.float32:
    frequency = min(frequency, count)
    return np.float32(np.log1p((count - frequency + 0.5) / (frequency + 0.5)))
