"""How well a piece of text speaks of what a question asks.

A question is a list of weighted terms (content syllables and bigrams). A text covers a term
when it holds it, or a word that stands for it; what the whole corpus holds everywhere weighs
little, what it nowhere holds weighs most.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.schema import Question
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.synonyms import spoken_among, synonyms
from assistant.vietnamese.tokens import syllables

__all__ = ["Haystack", "Term", "coverage", "missed", "order", "phrases", "weigh"]

_SYNONYM = 0.8
"""How much a word that stands for another counts beside the word itself."""

_UNKNOWN = 0.6
"""Weight of a word that no passage holds, beside the rarest known one. It may be what the
documents lack, or another way of saying what they have; what decides is what else is held."""

_WORD = 0.35
"""From so much mutual information on, two neighbours count as one word."""

_BIGRAM = 1.0
"""Weight of a bigram beside a syllable of the same rarity: a bigram is mostly a word."""


@dataclass(frozen=True, slots=True)
class Term:
    """A question term: its spelling with spaces, weight, and what may stand for it."""

    text: str
    weight: float
    others: tuple[str, ...]
    known: bool


# The sentences of a corpus are asked of again and again.
@lru_cache(maxsize=16_384)
def _padded(text: str) -> str:
    folded = [fold(token.text) for token in syllables(expand(text))]
    return f" {' '.join(folded)} "


class Haystack:
    """A text prepared for look-ups: folded syllables joined by single spaces."""

    __slots__ = ("padded",)

    def __init__(self, text: str) -> None:
        self.padded = _padded(text)

    def holds(self, words: str) -> bool:
        """Tell whether the words stand in the text, side by side and whole."""
        return f" {words} " in self.padded

    def match(self, term: Term) -> float:
        """Return how far the text covers a term: 1, less for a synonym, or 0."""
        if self.holds(term.text):
            return 1.0
        return _SYNONYM if any(self.holds(other) for other in term.others) else 0.0


def weigh(
    question: Question,
    frequency: Callable[[str], int],
    passages: int,
    defined: Mapping[str, str] | None = None,
) -> list[Term]:
    """Return the terms of a question with their weights.

    The weight is idf, ln(1 + N / (1 + df)), over passages. A bigram that no passage holds is
    dropped, since two neighbouring words make many bigrams that mean nothing; a syllable
    that no passage holds weighs less than its rarity.

    Args:
        question: The question.
        frequency: Number of passages that hold a folded sparse token.
        passages: Number of passages.
        defined: Abbreviations that the documents define, to the words they stand for.
    """
    spelt = {fold(short): fold(words) for short, words in (defined or {}).items()}
    said = [token.text for token in syllables(question.query)]
    spoken: list[tuple[str, list[str]]] = []
    for one in spoken_among(said, marked=question.marked):
        written = (fold(" ".join(words)) for words in one.written)
        known = [words for words in written if _known(words, frequency)]
        spoken.append((f" {fold(' '.join(said[one.start : one.end]))} ", known))
    terms: list[Term] = []
    for token in question.terms:
        df = frequency(token)
        words = token.replace("_", " ")
        pair = "_" in token
        others = synonyms(words) + ((spelt[words],) if words in spelt else ())
        respelt = _respelt(words)
        if respelt and frequency(respelt.replace(" ", "_")):
            others += (respelt,)
        if pair and df == 0 and not others:
            continue
        # A word that only its stand-ins are found for is as common as the commonest of them.
        common = df or max((_known(other, frequency) for other in others), default=0)
        rarity = math.log(1 + passages / (1 + common))
        worth = 1.0 if df or others else _UNKNOWN
        # “Số” in a pair is the word for digital (see ``Question.terms``), common as it is.
        if pair and not others and not token.endswith("_so"):
            worth = _BIGRAM * _wordness(token, df, frequency, passages)
        weight = rarity * worth
        if not weight:
            continue
        # “Bị lấy đất” is told by “thu hồi đất”, and with it each word of it.
        for phrase, instead in spoken:
            if f" {words} " in phrase:
                others += tuple(other for other in instead if other not in others)
        terms.append(Term(words, weight, others, df > 0))
    return terms


def _known(words: str, frequency: Callable[[str], int]) -> int:
    """Return in how many passages words stand: of more than two, their rarest pair."""
    parts = words.split()
    pairs = ["_".join(pair) for pair in pairwise(parts)] or parts
    return min(map(frequency, pairs))


_I_OR_Y = re.compile(r"\b(?P<onset>qu|[hklmst])(?P<end>[iy])\b")


def _respelt(words: str) -> str:
    """Return words in the other spelling in use, “ti le” for “ty le”; empty where there is none."""
    other = _I_OR_Y.sub(lambda m: m["onset"] + ("y" if m["end"] == "i" else "i"), words)
    return other if other != words else ""


def _wordness(pair: str, df: int, frequency: Callable[[str], int], passages: int) -> float:
    """Return how far a pair of neighbours is a word, in [0, 1], and no mere meeting of two.

    Normalised pointwise mutual information over passages (Bouma 2009): 1 where the syllables
    occur only together, 0 where they meet as often as chance would have it.
    """
    one, other = (max(frequency(part), df, 1) for part in pair.split("_"))
    together = df / passages
    if not df or together >= 1:
        return float(df > 0)
    association = math.log(together / ((one / passages) * (other / passages)))
    return min(1.0, max(0.3, association / -math.log(together) / _WORD))


def phrases(terms: Sequence[Term]) -> list[list[Term]]:
    """Return the phrases of a question: bigrams that chain, “điện thoại thông minh”, in order.

    Only bigrams that the corpus holds count: of what it nowhere says nothing can be missed.
    """
    chains: list[list[Term]] = []
    for term in terms:
        if " " not in term.text or not term.known:
            continue
        if chains and chains[-1][-1].text.split()[1] == term.text.split()[0]:
            chains[-1].append(term)
        else:
            chains.append([term])
    return chains


def missed(terms: Sequence[Term], near: Sequence[Haystack]) -> float:
    """Return the share in [0, 1] of the phrases' weight of which no text holds a word pair."""
    chains = phrases(terms)
    weights = [max(term.weight for term in chain) for chain in chains]
    lost = sum(
        weight
        for chain, weight in zip(chains, weights, strict=True)
        if not any(haystack.match(term) for term in chain for haystack in near)
    )
    return lost / sum(weights) if chains else 0.0


def order(terms: Sequence[Term], text: Haystack) -> tuple[float, int]:
    """Return how the words of a question stand in a text: in what order, and how far apart.

    Words in the order in which they were asked, close together, speak of one thing; the same
    words strewn over a long sentence may each speak of another (Tao and Zhai 2007).

    Args:
        terms: Terms of the question, in its order.
        text: The text.

    Returns:
        The share in [0, 1] of neighbours among the words found that keep their order, and the
        stretch from the first to the last of them, in characters; both 0 for less than two.
    """
    places = [
        place
        for term in terms
        if " " not in term.text and (place := text.padded.find(f" {term.text} ")) >= 0
    ]
    if len(places) < 2:
        return 0.0, 0
    kept = sum(one < other for one, other in pairwise(places))
    return kept / (len(places) - 1), max(places) - min(places)


def coverage(terms: Sequence[Term], layers: Sequence[tuple[Haystack, float]]) -> float:
    """Return the share in [0, 1] of the terms' weight that a text and its surroundings cover.

    A bigram that is covered, be it by a synonym, covers its syllables too. Of no terms nothing
    is covered.

    Args:
        terms: Terms of the question.
        layers: Texts with how much a match in each counts, nearest first.
    """
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    held: dict[str, float] = {}
    for term in sorted(terms, key=lambda term: " " not in term.text):
        best = held.get(term.text, 0.0)
        for haystack, factor in layers:
            if factor > best:
                best = max(best, factor * haystack.match(term))
        held[term.text] = best
        for syllable in term.text.split():
            held[syllable] = max(held.get(syllable, 0.0), best)
    return sum(term.weight * held[term.text] for term in terms) / total
