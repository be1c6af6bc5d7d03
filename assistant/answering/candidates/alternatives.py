"""Which of two answers that a question offers a sentence gives.

The sentence that holds the words of one of the two, and not those of the other, says which.
"""

from __future__ import annotations

from assistant.answering.candidates.slots import Filled
from assistant.answering.terms import Haystack
from assistant.retrieval.offers import offered
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.tokens import syllables

__all__ = ["chosen"]

_SAID = 0.2
"""Bonus of a sentence that says one of the two answers offered."""

_LOOSE = 4
"""How many words more the answer may have in the text than in the question."""


def chosen(query: str, text: str) -> Filled | None:
    """Return the words with which a sentence says one of the two answers offered.

    Args:
        query: The question as understood.
        text: The sentence.

    Returns:
        Their offsets with the bonus of the sentence; None where it says neither, or both.
    """
    offers = offered(query)
    if offers is None:
        return None
    said = Haystack(text)
    held = [all(said.holds(word) for word in offer.own) for offer in offers]
    if held[0] == held[1]:
        return None
    offer = offers[held.index(True)]
    found = _shortest(offer.words, text) or _shortest(offer.own, text)
    return (*found, _SAID) if found else None


def _shortest(words: tuple[str, ...], text: str) -> tuple[int, int] | None:
    """Return the shortest range of a text that holds some words in order, None if too long."""
    tokens = [(fold(token.text), token.start, token.end) for token in syllables(text)]
    best: tuple[int, int] | None = None
    for first, (form, start, _) in enumerate(tokens):
        if form != words[0]:
            continue
        place, wanted = first, list(words)
        while place < len(tokens) and wanted:
            if tokens[place][0] == wanted[0]:
                wanted.pop(0)
            place += 1
        fits = not wanted and place - first <= len(words) + _LOOSE
        if fits and (best is None or tokens[place - 1][2] - start < best[1] - best[0]):
            best = (start, tokens[place - 1][2])
    return best
