"""What a question's words are looked up as: which syllables of the corpus, for how much."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.stand_ins import (
    Forms,
    Said,
    StandIns,
    find_stand_ins,
    look_up,
    said_in,
)
from assistant.vietnamese.normalise import lower, nfc, place_tones
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import runs

__all__ = ["Wanted", "wanted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as the sparse index sees it.

    Attributes:
        forms: Syllables that each different word of the question stands for.
        alike: All syllables with its letters, which count for less.
        counts: How often it is asked for, float32, (words,).
        subject: 1 for a word that bears on the subject, 0 for a stop word, float32, (words,).
        pairs: Bigrams, as places of their two words, int64, (pairs, 2).
        pair_numbers: Bigrams of the corpus that each stands for.
        pair_counts: How often each is asked for, float32, (pairs,).
        others: What a syllable with other marks counts for, in [0, 1].
        stand_ins: What may stand in for the words that people say and documents do not write.
    """

    forms: tuple[Forms, ...]
    alike: tuple[Forms, ...]
    counts: NDArray[np.float32]
    subject: NDArray[np.float32]
    pairs: NDArray[np.int64]
    pair_numbers: tuple[NDArray[np.intp], ...]
    pair_counts: NDArray[np.float32]
    others: float
    stand_ins: StandIns


def wanted(
    text: str,
    index: SparseIndex,
    *,
    marked: bool,
    others: float,
    pairs: float = 1.0,
    stand_in: float = 0.0,
) -> Wanted:
    """Look up the words of a question.

    With tone marks a word stands for itself, or, where no text holds it so, for whatever has
    its letters (“đuợc”, “quôc”); without marks always for the latter.

    Args:
        text: The question.
        index: The sparse index.
        marked: Whether the question was typed with tone marks.
        others: What a syllable with the same letters and other marks counts for, in [0, 1].
        pairs: What a bigram counts for beside a syllable.
        stand_in: What the words of official texts count for beside the everyday words that
            they stand in for, in [0, 1].
    """
    places: dict[Forms, int] = {}
    alike: list[Forms] = []
    subject: list[bool] = []
    counts: Counter[int] = Counter()
    met: Counter[tuple[int, int]] = Counter()
    said: list[Said] = []
    for line in nfc(text).split("\n"):
        for run in runs(line):
            here: list[int | None] = []
            for written in run:
                form = place_tones(lower(written))
                forms = look_up(form, index, marked=marked)
                if forms is None:
                    here.append(None)
                    continue
                place = places.setdefault(forms, len(places))
                if place == len(alike):
                    alike.append(index.lexicon.alike(form))
                    subject.append(not is_stopword(written, marked=marked))
                counts[place] += 1
                here.append(place)
            met.update(
                (one, other)
                for one, other in pairwise(here)
                if one is not None and other is not None
            )
            said += said_in(run, here, marked=marked)
    looked_up = tuple(places)
    known = {pair: index.pairs_of(looked_up[pair[0]], looked_up[pair[1]]) for pair in met}
    held = [pair for pair in met if len(known[pair])]
    return Wanted(
        forms=looked_up,
        alike=tuple(alike),
        counts=np.array([counts[place] for place in range(len(looked_up))], dtype=np.float32),
        subject=np.array(subject, dtype=np.float32),
        pairs=np.array(held, dtype=np.int64).reshape(-1, 2),
        pair_numbers=tuple(known[pair] for pair in held),
        pair_counts=np.array([pairs * met[pair] for pair in held], dtype=np.float32),
        others=others,
        stand_ins=find_stand_ins(said, places, held, index, marked=marked, worth=stand_in),
    )
