"""How official texts write what a question says in everyday words, looked for in its stead.

“Ly dị” is nowhere in a law that says “ly hôn” in every article. A passage that holds what is
written holds what was asked, for less than by the very word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.sparse import SparseIndex
from assistant.vietnamese.synonyms import spoken_among

__all__ = ["Forms", "Said", "StandIns", "find_stand_ins", "look_up", "said_in"]

Forms = tuple[int, int]
"""Syllables that a word of the question stands for: the first, and one past the last."""

Said = tuple[tuple[int | None, ...], tuple[tuple[str, ...], ...]]
"""Places of everyday words among those of a question, and what may be written for them."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """What may stand in for words of a question.

    Attributes:
        forms: Syllables that the question does not ask for itself.
        pairs: Bigrams, as places of their two syllables among the words of the question and,
            after them, ``forms``, int64, (pairs, 2).
        worth: What holding all that is written for a word counts for, beside holding the word.
        links: What is said, and what may be written for it. The former are places among the
            words and then the bigrams of the question; the latter among the words, ``forms``,
            the bigrams and ``pairs``.
    """

    forms: tuple[Forms, ...] = ()
    pairs: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 2), dtype=np.int64))
    links: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()
    worth: float = 0.0

    def lend(self, words: NDArray[np.float32], pairs: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how often passages hold what is asked for, with what stands in for it.

        Args:
            words: How often each holds the words and ``forms``, float32, (rows, words).
            pairs: The same of the bigrams and ``pairs``, float32, (rows, pairs).

        Returns:
            Words, then bigrams of the question, float32, (rows, tokens).
        """
        everything = np.hstack([words, pairs])
        if not self.links:
            return everything
        asked = words[:, : words.shape[1] - len(self.forms)]
        found = np.hstack([asked, pairs[:, : pairs.shape[1] - len(self.pairs)]])
        for said, written in self.links:
            there = (everything[:, written] >= 1).all(axis=1, keepdims=True)
            lent = np.where(there, np.float32(self.worth), np.float32(0))
            found[:, said] = np.maximum(found[:, said], lent)
        return found


def look_up(form: str, index: SparseIndex, *, marked: bool) -> Forms | None:
    """Return the syllables that a form stands for; None where no text has its letters.

    With tone marks it stands for itself, or, where no text holds it so, for whatever has its
    letters; without marks always for the latter.
    """
    around, exact = index.lexicon.alike(form), index.lexicon.exact(form)
    if around[0] == around[1]:
        return None
    return (exact, exact + 1) if marked and exact is not None else around


def said_in(run: Sequence[str], places: Sequence[int | None], *, marked: bool) -> list[Said]:
    """Return the everyday words of neighbouring syllables, with what may be written for each.

    Args:
        run: The syllables, as typed.
        places: Place of each among the words of the question; None for one of no text.
        marked: Whether the question bears tone marks.
    """
    found = spoken_among(run, marked=marked)
    return [(tuple(places[one.start : one.end]), one.written) for one in found]


def find_stand_ins(
    said: Sequence[Said],
    words: Mapping[Forms, int],
    pairs: Sequence[tuple[int, int]],
    index: SparseIndex,
    *,
    marked: bool,
    worth: float,
) -> StandIns:
    """Return what may stand in for the everyday words of a question.

    Args:
        said: The everyday words.
        words: Places of the words of the question.
        pairs: Its bigrams, as places of their words.
        index: The sparse index.
        marked: Whether it bears tone marks.
        worth: What it counts for; nothing is looked up for 0.
    """
    places = dict(words)
    pair_of = {pair: number for number, pair in enumerate(pairs)}
    known: list[tuple[set[int], list[int]]] = []
    for spoken, options in said if worth > 0 else ():
        asked = {place for place in spoken if place is not None}
        asked |= {len(words) + pair_of[two] for two in _pairs(spoken) if two in pair_of}
        for option in options if asked else ():
            forms = [look_up(form, index, marked=marked) for form in option]
            if None not in forms:
                here = [places.setdefault(form, len(places)) for form in forms if form]
                known.append((asked, here))
    links: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for asked, here in known:
        numbers = [pair_of.setdefault(two, len(pair_of)) for two in pairwise(here)]
        # Two syllables and more are there where all their bigrams are.
        written = [len(places) + number for number in numbers] or here
        links.append((tuple(sorted(asked)), tuple(written)))
    return StandIns(
        forms=tuple(places)[len(words) :],
        pairs=np.array(list(pair_of)[len(pairs) :], dtype=np.int64).reshape(-1, 2),
        links=tuple(links),
        worth=worth,
    )


def _pairs(places: Sequence[int | None]) -> list[tuple[int, int]]:
    return [
        (one, other) for one, other in pairwise(places) if one is not None and other is not None
    ]
