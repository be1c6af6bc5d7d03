"""How sure it is that a sentence answers: what the words and the search say of it, weighed.

That a sentence holds the words of a question is not enough: in documents that lack the answer
some sentence always holds most of them. What tells is how far it is ahead of the next one,
whether its passage was found first, and whether words and meaning agree on the passages found.
The weights are those of a logistic regression on questions whose answers are known and on the
same questions without the documents that answer them; ``python -m evals confidence`` makes them
anew. They hold in corpora that they were not fitted on: left out of the fit, each of six corpora
is told apart as well.
"""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass

__all__ = ["DOUBT", "FARTHEST", "SURE", "WEIGHTS", "Signals", "confidence"]

DOUBT = 0.1
"""What is less sure than this does not answer, however many of the words it holds."""

SURE = 0.7
"""What is as sure as this answers with somewhat fewer of the words."""
FARTHEST = 0.5
"""A sentence that is farther ahead than this is as sure as can be."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of the best sentence; as weights, what each of it counts.

    Attributes:
        cover: Share of the question's words, by weight, that it and its surroundings hold.
        sentence: The same of the sentence alone.
        soon: One over the rank of its passage.
        ahead: Its score less that of the best other sentence, at most ``FARTHEST``.
        agreed: Fused score of the first passage found: 1 where words and meaning both put it
            first, less where they disagree.
        length: Natural logarithm of its length in hundreds of characters.
        exact: 1 where exact words of it answer, 0 where it does as a whole.
        always: 1; its weight is what all answers begin with.
    """

    cover: float
    sentence: float
    soon: float
    ahead: float
    agreed: float
    length: float
    exact: float
    always: float = 1.0


WEIGHTS = Signals(
    cover=1.62,
    sentence=1.06,
    soon=2.91,
    ahead=4.40,
    agreed=6.78,
    length=-0.79,
    exact=0.98,
    always=-10.76,
)


def confidence(signals: Signals) -> float:
    """Return how sure it is in (0, 1) that a sentence with these signals answers."""
    told = sum(map(float.__mul__, astuple(WEIGHTS), map(float, astuple(signals))))
    return 1 / (1 + math.exp(-told))
