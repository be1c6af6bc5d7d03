"""Lines of a corpus that are parts of one document, known by its number alone.

A corpus of laws often has an article a line, titled by the number of its law, “91/2015/QH13”.
That says nothing of what the law is about, so that an article on “hình phạt” of the wrong law
ranks beside the right one. What the other articles of the law have in common with a question
says it, and most of all what stands beside it, since a chapter has one subject. A title with words
stands in every passage and says so by itself; where the title has words, and in the documents of a
folder, the same counting only loses (``evals/README.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.fusion import DECIMALS
from assistant.vietnamese.tokens import syllables

__all__ = ["Lots"]

# How many of the best lines of a lot are counted, and what the lot is then worth beside the
# best score of a passage; from 10 to 60 and from .2 to .4 change little.
_COUNTED = 30
_WORTH = 0.3
# How far a line's neighbours reach, each counting for less the farther it is, and what they are
# worth; from .1 to .3 changes little.
_REACH = 3
_BESIDE = 0.2


class Lots:
    """Which lines are parts of one document, and what that does to scores.

    Args:
        titles: Title of each document, in order.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        self._lot_of = np.full(len(titles), -1, dtype=np.int64)
        begin = count = 0
        for title, run in groupby(titles):
            end = begin + sum(1 for _ in run)
            if end - begin > 1 and _wordless(title):
                self._lot_of[begin:end] = count
                count += 1
            begin = end
        self.count = count

    def lift(
        self, documents: NDArray[np.int64], scores: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return scores that count what else was found in the same lot.

        A lot is worth the sum of its best lines, of which each counts at its best passage, as
        a share of the best lot; the lines beside one are worth their mean. A document outside
        any lot loses nothing by that: it is lifted like the best.

        Args:
            documents: Number of each passage's document, ascending, (passages,).
            scores: Scores in [0, 1], (passages,).
        """
        if not self.count or not len(scores):
            return scores
        starts = np.flatnonzero(np.diff(documents, prepend=-1))
        lines = documents[starts]
        best = np.maximum.reduceat(scores, starts).astype(np.float64)
        added = _WORTH * self._shares(lines, best) + _BESIDE * self._beside(lines, best)
        lifted = scores + np.repeat(added, np.diff(np.append(starts, len(scores))))
        # What has nothing in common with a question is not found through its neighbours.
        lifted = np.where(scores > 0, lifted / (1 + _WORTH + _BESIDE), 0)
        return np.round(lifted, DECIMALS).astype(np.float32)

    def _shares(self, lines: NDArray[np.int64], best: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what the lot of each line is worth, as a share of the best lot, (lines,)."""
        lots = self._lot_of[lines]
        order = np.lexsort((-best, lots))
        ordered = lots[order]
        firsts = np.flatnonzero(np.diff(ordered, prepend=-2))
        sizes = np.diff(np.append(firsts, len(ordered)))
        counted = np.arange(len(ordered)) - np.repeat(firsts, sizes) < _COUNTED
        kept = order[counted & (ordered >= 0)]
        worth = np.bincount(lots[kept], weights=best[kept], minlength=self.count)
        return np.append(worth / max(float(worth.max()), 1e-9), 1.0)[lots]

    def _beside(self, lines: NDArray[np.int64], best: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the mean score of the lines beside each in its lot, (lines,)."""
        known = np.zeros(len(self._lot_of) + _REACH)
        known[lines] = best
        lot_of = np.append(self._lot_of, np.full(_REACH, -1))
        total = np.zeros(len(lines))
        mine = lot_of[lines]
        for step in range(1, _REACH + 1):
            for other in (lines - step, lines + step):
                total += np.where((lot_of[other] == mine) & (mine >= 0), known[other], 0) / step
        total /= sum(2 / step for step in range(1, _REACH + 1))
        return np.where(mine >= 0, total, total.max())

    def highest(self, score: float) -> float:
        """Return the most that a score can be lifted to."""
        return (score + _WORTH + _BESIDE) / (1 + _WORTH + _BESIDE) if self.count else score


def _wordless(title: str) -> bool:
    """Tell whether a title is a number, of a document or not, and nothing else."""
    tokens = syllables(title)
    return bool(tokens) and all(any(char.isdigit() for char in one.text) for one in tokens)
