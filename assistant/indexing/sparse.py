"""BM25 over syllables and bigrams: of the parts of documents, then of the passages in them.

    score(q, d) = Σ_{t in q} idf(t) · tf(t, d) / (tf(t, d) + k1 · (1 − b + b · |d| / avg|d|))
    idf(t)      = ln(1 + (N − df(t) + 0.5) / (df(t) + 0.5))

That is BM25 as in Lucene (Kamphuis et al. 2020). The sum runs over the tokens of the question
as often as they stand in it.

Postings lead from a token to the *contexts* that hold it, the documents or parts of them that
passages stand in. There are a quarter as many as passages, and their postings are the half.
The passages of the best contexts are then read syllable by syllable, as they stand in the
text, and scored by what is there. So bigrams of passages need no postings, and marks need no
second index: syllables are numbered so that all with the same letters are neighbours
(``Lexicon``), and a question without marks reads a range where one with marks reads a number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.lexicon import Lexicon
from assistant.indexing.postings import Postings, smallest
from assistant.indexing.sequences import Sequences, ranges
from assistant.indexing.sparse_building import count_tokens
from assistant.indexing.vocabulary import map_array

__all__ = ["SparseIndex"]

_HEADER = "sparse.json"
_ARRAYS = (
    "tokens", "line_starts", "lines", "starts", "contexts", "passage_lengths",
    "context_lengths", "frequencies", "group_frequencies", "pair_starts", "pair_seconds",
    "pair_frequencies",
)  # fmt: skip


class SparseIndex:
    """The sparse side of a generation.

    Args:
        lexicon: The syllables.
        syllables: Contexts of each syllable.
        pairs: Contexts of each bigram.
        arrays: By name, all in the smallest type that holds them:
            ``tokens``, ``line_starts``, ``lines``, ``starts`` as in ``Sequences``;
            ``contexts``, the context of each passage; ``passage_lengths`` and
            ``context_lengths``, syllables and bigrams of each; ``frequencies``, passages that
            hold each syllable; ``group_frequencies``, the same of all with its letters;
            ``pair_starts``, (syllables + 1,), where the bigrams that begin with a syllable
            start; ``pair_seconds``, the second syllable of each bigram, ascending for one
            first; ``pair_frequencies``, passages that hold it.
        k1: Term saturation.
        b: Length normalisation in [0, 1].
    """

    def __init__(
        self,
        lexicon: Lexicon,
        syllables: Postings,
        pairs: Postings,
        arrays: Mapping[str, NDArray[np.integer]],
        k1: float,
        b: float,
    ) -> None:
        self.lexicon = lexicon
        self.syllables = syllables
        self.pairs = pairs
        self._arrays = arrays
        self._k1, self._b = k1, b

    @classmethod
    def build(
        cls, sequences: Sequences, contexts: NDArray[np.int32], k1: float, b: float
    ) -> SparseIndex:
        """Index passages.

        Args:
            sequences: The passages.
            contexts: Number of each passage's context, from 0, never falling.
            k1: Term saturation.
            b: Length normalisation in [0, 1].
        """
        counted = count_tokens(sequences, contexts)
        arrays: dict[str, NDArray[Any]] = counted.arrays | {
            "tokens": sequences.tokens,
            "line_starts": sequences.line_starts,
            "lines": sequences.lines,
            "starts": sequences.starts,
            "contexts": contexts,
        }
        small = {name: smallest(arrays[name]) for name in _ARRAYS}
        return cls(sequences.lexicon, counted.syllables, counted.pairs, small, k1, b)

    @property
    def passages(self) -> int:
        """Number of passages."""
        return len(self._arrays["contexts"])

    @property
    def context_count(self) -> int:
        """Number of contexts."""
        return len(self._arrays["context_lengths"])

    @property
    def contexts(self) -> NDArray[np.integer]:
        """Number of each passage's context, never falling, (passages,)."""
        return self._arrays["contexts"]

    @cached_property
    def context_starts(self) -> NDArray[np.int64]:
        """The first passage of each context, (contexts,)."""
        return np.searchsorted(self.contexts, np.arange(self.context_count))

    def frequency(self, token: str) -> int:
        """Return how many passages hold a syllable, or two joined by ``_``, marks aside.

        Passages that hold a bigram in two spellings count twice.
        """
        first, underscore, second = token.partition("_")
        one = self.lexicon.alike(first)
        if underscore:
            return self.pair_frequency(self.pairs_of(one, self.lexicon.alike(second)))
        return int(self._arrays["group_frequencies"][one[0]]) if one[0] < one[1] else 0

    def syllable_frequency(self, forms: tuple[int, int]) -> int:
        """Return how many passages hold one syllable, or any of those with its letters."""
        first, last = forms
        if last - first == 1:
            return int(self._arrays["frequencies"][first])
        return int(self._arrays["group_frequencies"][first]) if first < last else 0

    def pair_frequency(self, pairs: NDArray[np.intp]) -> int:
        """Return how many passages hold bigrams; one that holds two of them counts twice."""
        return int(self._arrays["pair_frequencies"][pairs].sum())

    def pairs_of(self, firsts: tuple[int, int], seconds: tuple[int, int]) -> NDArray[np.intp]:
        """Return the numbers of the bigrams of two ranges of syllables."""
        starts = self._arrays["pair_starts"]
        begin, end = int(starts[firsts[0]]), int(starts[firsts[1]])
        here = self._arrays["pair_seconds"][begin:end]
        found: NDArray[np.intp] = np.flatnonzero((here >= seconds[0]) & (here < seconds[1]))
        return found + begin

    def spellings(self, form: str) -> dict[str, int]:
        """Return the spellings of a folded syllable, each with the passages that hold it."""
        first, last = self.lexicon.alike(form)
        counts = self._arrays["frequencies"][first:last].tolist()
        return {self.lexicon.form(first + n): count for n, count in enumerate(counts)}

    def pairs_spelt(self, first: str, second: str) -> dict[tuple[str, str], int]:
        """Return the spellings of two folded neighbours, with the passages that hold each."""
        firsts, seconds = self.lexicon.alike(first), self.lexicon.alike(second)
        if firsts[0] == firsts[1] or seconds[0] == seconds[1]:
            return {}
        found = self.pairs_of(firsts, seconds)
        begins = np.searchsorted(self._arrays["pair_starts"], found, side="right") - 1
        numbers = zip(begins.tolist(), self._arrays["pair_seconds"][found].tolist(), strict=True)
        counts = self._arrays["pair_frequencies"][found].tolist()
        return {
            (self.lexicon.form(one), self.lexicon.form(other)): count
            for (one, other), count in zip(numbers, counts, strict=True)
        }

    @cached_property
    def passage_norms(self) -> NDArray[np.float32]:
        """What is added to the counts of each passage, k1 · (1 − b + b · |d| / avg|d|)."""
        return self._norms("passage_lengths")

    @cached_property
    def context_norms(self) -> NDArray[np.float32]:
        """The same of each context."""
        return self._norms("context_lengths")

    def _norms(self, name: str) -> NDArray[np.float32]:
        lengths = np.asarray(self._arrays[name], dtype=np.float64)
        average = lengths.mean() if lengths.any() else 1.0
        norms = self._k1 * (1 - self._b + self._b * lengths / average)
        return np.asarray(norms, dtype=np.float32)

    def passages_of(self, contexts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows of the passages of contexts, context by context."""
        begins = np.searchsorted(self._arrays["contexts"], contexts, side="left")
        ends = np.searchsorted(self._arrays["contexts"], contexts, side="right")
        return ranges(begins, ends)

    def read(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.integer], NDArray[np.int64]]:
        """Return what stands in passages, syllable by syllable.

        Args:
            rows: The passages.

        Returns:
            The number of each syllable plus 1, with ``BREAK`` where two make no bigram and
            after each line, passage after passage; and the place in ``rows`` of each.
        """
        starts, line_starts = self._arrays["starts"], self._arrays["line_starts"]
        first, last = starts[rows].astype(np.int64), starts[rows + 1].astype(np.int64)
        lines = self._arrays["lines"][ranges(first, last)].astype(np.int64)
        begins = line_starts[lines].astype(np.int64)
        ends = line_starts[lines + 1].astype(np.int64)
        of_line = np.repeat(np.arange(len(rows)), last - first)
        return self._arrays["tokens"][ranges(begins, ends)], np.repeat(of_line, ends - begins)

    def save(self, folder: Path) -> None:
        """Write the index into a folder, which is made."""
        folder.mkdir(parents=True)
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", self._arrays[name], allow_pickle=False)
        self.syllables.save(folder, "syllables")
        self.pairs.save(folder, "pairs")
        self.lexicon.save(folder)
        header = json.dumps({"k1": self._k1, "b": self._b})
        (folder / _HEADER).write_text(header, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> SparseIndex:
        """Open the index of a folder, its arrays memory-mapped.

        Raises:
            OSError: A file of it is missing.
            ValueError: A file of it does not hold what it should.
            KeyError: The header lacks a value.
        """
        header = json.loads((folder / _HEADER).read_text(encoding="utf-8"))
        arrays = {name: map_array(folder / f"{name}.npy") for name in _ARRAYS}
        syllables = Postings.load(folder, "syllables")
        pairs = Postings.load(folder, "pairs")
        return cls(Lexicon.load(folder), syllables, pairs, arrays, header["k1"], header["b"])
