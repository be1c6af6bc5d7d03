"""BM25 over whole documents, the plain thing that a search has to beat.

Written apart from the search of the product, with the same tokens and the usual constants.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assistant.vietnamese.normalise import nfc
from assistant.vietnamese.tokens import sparse_tokens, syllables

__all__ = ["PlainBM25"]

_K1, _B = 1.2, 0.75


class PlainBM25:
    """BM25 as in Lucene over the tokens of whole documents, with tone marks.

    Args:
        documents: Texts by id.
        bigrams: Whether bigrams are tokens too.
    """

    def __init__(self, documents: Mapping[str, str], *, bigrams: bool) -> None:
        self._bigrams = bigrams
        self._names = list(documents)
        held: dict[str, list[tuple[int, int]]] = {}
        lengths = np.zeros(len(documents))
        for row, text in enumerate(documents.values()):
            tokens = self._tokens(text)
            lengths[row] = len(tokens)
            for token, count in Counter(tokens).items():
                held.setdefault(token, []).append((row, count))
        norms = _K1 * (1 - _B + _B * lengths / max(float(lengths.mean()), 1e-9))
        self._scores: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {}
        for token, pairs in held.items():
            rows, counts = np.array(pairs).T
            idf = np.log1p((len(documents) - len(rows) + 0.5) / (len(rows) + 0.5))
            self._scores[token] = rows, idf * counts / (counts + norms[rows])

    def rank(self, question: str, k: int) -> tuple[str, ...]:
        """Return the best documents, best first, ties in their order."""
        total = np.zeros(len(self._names))
        for token in self._tokens(question):
            if token in self._scores:
                rows, scores = self._scores[token]
                total[rows] += scores
        order = np.argsort(-np.round(total, 6), kind="stable")[:k]
        return tuple(self._names[row] for row in order if total[row] > 0)

    def _tokens(self, text: str) -> list[str]:
        tokens = sparse_tokens(text, folded=False)
        # Syllables come first, one token each, and the bigrams after them.
        return tokens if self._bigrams else tokens[: len(syllables(nfc(text)))]
