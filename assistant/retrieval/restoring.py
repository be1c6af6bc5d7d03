"""Tone marks of a question typed without them, put back where language and corpus tell.

“Kinh te so cua Da Nang bay gio bao nhieu?” has four spellings and more for each syllable. What
stands side by side in the corpus (“kinh tế”, “tế số”) and in everyday asking (“bây giờ”, “bao
nhiêu”) decides: of all spellings of the whole question the one whose neighbours are seen
together most often (Viterbi 1967, over counts of pairs). All rules that read marks then hold
for such a question as well. The search goes on as for a question without marks, so that a
syllable put back wrongly still finds what it should.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol

from assistant.vietnamese.abbreviations import ABBREVIATIONS
from assistant.vietnamese.document_numbers import KIND_SIGNS
from assistant.vietnamese.english import is_english
from assistant.vietnamese.everyday_phrases import PARTICLES, PHRASES
from assistant.vietnamese.normalise import (
    fold,
    has_marks,
    lower,
    nfc,
    place_tones,
    strip_marks,
)
from assistant.vietnamese.places import places
from assistant.vietnamese.spoken import SPOKEN
from assistant.vietnamese.synonym_groups import GROUPS
from assistant.vietnamese.synonym_topics import TOPICS
from assistant.vietnamese.tokens import Token, syllables

__all__ = ["Spellings", "restore"]


class Spellings(Protocol):
    """How syllables are spelt in a corpus."""

    def spellings(self, form: str) -> Mapping[str, int]:
        """Return the spellings of a folded syllable, each with the passages that hold it."""

    def pairs_spelt(self, first: str, second: str) -> Mapping[tuple[str, str], int]:
        """Return the spellings of two folded neighbours, with the passages that hold them."""


_SMOOTHED = 0.3
"""How many passages the guess counts for that neighbours are spelt each as if it stood alone."""
_ASKED = 25.0
"""How many passages a phrase of asking counts for."""
_SAID = 3.0
"""How many passages a word of the lexicon of synonyms counts for."""
_PARTICLE = 1.0
"""How many passages a particle counts for, for each that holds a syllable of its letters."""
_ALONE = 0.2
"""What the spelling of a syllable by itself counts beside that of it and its neighbour."""
_NAME = 3
"""So many capitalised syllables on end name a person; “Bộ Khoa học” has two."""
_UNSEEN = 0.5
"""How many passages more each spelling counts for than hold it."""
_JOINED = re.compile(r"[\s\-–\"'“”‘’]*")


def restore(text: str, corpus: Spellings) -> str:
    """Return a question with tone marks put back; one that has any, or is English, as it is.

    Args:
        text: The question as typed.
        corpus: How syllables are spelt in the documents.
    """
    text = nfc(text)
    if has_marks(text) or is_english(text) or text.isupper():
        return text
    tokens, named = syllables(text), places(text)
    out = list(text)
    for run in _runs(text, tokens, [(place.start, place.end) for place in named]):
        for token, spelt in zip(run, _spelt([fold(t.text) for t in run], corpus), strict=True):
            capital = token.text[0].isupper()
            out[token.start : token.end] = spelt[0].upper() + spelt[1:] if capital else spelt
    for token in tokens:
        out[token.start : token.end] = _SHORT.sub(_sign, "".join(out[token.start : token.end]))
    for place in named:
        # “Sai Gon” is no name in a text with marks, “HP” is one in any.
        short = text[place.start : place.end]
        if not short.isupper():
            out[place.start : place.end] = [place.name, *[""] * (len(short) - 1)]
    return "".join(out)


_SHORT = re.compile(r"(?<![^\W_])[A-Z]{2,6}(?![^\W\d_])")


def _sign(match: re.Match[str]) -> str:
    """Return an abbreviation with its Đ: “CDS” is “CĐS”, the “QD” of “749/QD-TTg” “QĐ”."""
    return _signs().get(match.group(), match.group())


@cache
def _signs() -> dict[str, str]:
    known = {*ABBREVIATIONS, *KIND_SIGNS}
    return {
        strip_marks(sign): sign
        for sign in sorted(known)
        if has_marks(sign) and strip_marks(sign) not in known
    }


def _runs(
    text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]
) -> list[list[Token]]:
    """Return the syllables that may bear marks, cut where two do not stand side by side.

    Abbreviations, numbers, signs of documents and names of provinces are left alone.
    """
    runs: list[list[Token]] = []
    previous = -1
    for token in tokens:
        plain = token.text.isalpha() and (not token.text.isupper() or len(token.text) == 1)
        if not plain or any(a <= token.start < b for a, b in taken):
            previous = -1
            continue
        # What follows a name (“Le Trung Chinh la ai”) makes no word with its end.
        name = runs[-1][-_NAME:] if runs else []
        named = len(name) == _NAME and all(part.text[0].isupper() for part in name)
        if (
            previous < 0
            or (named and token.text[0].islower())
            or not _JOINED.fullmatch(text[previous : token.start])
        ):
            runs.append([])
        runs[-1].append(token)
        previous = token.end
    return runs


def _spelt(forms: Sequence[str], corpus: Spellings) -> list[str]:
    """Return the likeliest spelling of syllables that stand side by side."""
    alone = [_alone(form, corpus) for form in forms]
    best: dict[str, tuple[float, list[str]]] = {
        form: (_ALONE * math.log(share), [form]) for form, share in alone[0].items()
    }
    for place, (one, other) in enumerate(pairwise(forms), start=1):
        seen = _pairs(one, other, corpus)
        total = sum(seen.values()) + _SMOOTHED
        ending: dict[str, tuple[float, list[str]]] = {}
        for second, share in alone[place].items():
            ways = []
            for first, (score, _) in best.items():
                by_chance = _SMOOTHED * alone[place - 1][first] * share
                together = (seen.get((first, second), 0.0) + by_chance) / total
                ways.append((score + math.log(together), first))
            score, first = max(ways)
            ending[second] = (score + _ALONE * math.log(share), [*best[first][1], second])
        best = ending
    return max(best.values())[1]


def _alone(form: str, corpus: Spellings) -> dict[str, float]:
    """Return the spellings of a syllable with the share of each, adding up to 1."""
    counts: dict[str, float] = dict(corpus.spellings(form))
    seen = sum(counts.values())
    for spelt, count in _everyday()[0].get(form, {}).items():
        counts[spelt] = counts.get(spelt, 0.0) + count
    for spelt in _particles().get(form, ()):
        counts[spelt] = counts.get(spelt, 0.0) + 1 + _PARTICLE * seen
    if not counts:
        return {form: 1.0}
    total = sum(counts.values()) + _UNSEEN * len(counts)
    return {spelt: (count + _UNSEEN) / total for spelt, count in sorted(counts.items())}


def _pairs(one: str, other: str, corpus: Spellings) -> dict[tuple[str, str], float]:
    """Return the spellings of two neighbours, with how many passages speak for each."""
    counts: dict[tuple[str, str], float] = dict(corpus.pairs_spelt(one, other))
    for pair, count in _everyday()[1].get((one, other), {}).items():
        counts[pair] = counts.get(pair, 0.0) + count
    return counts


@cache
def _particles() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in PARTICLES:
        found.setdefault(fold(word), []).append(place_tones(word))
    return {form: tuple(words) for form, words in found.items()}


_Everyday = tuple[dict[str, dict[str, float]], dict[tuple[str, str], dict[tuple[str, str], float]]]


@cache
def _everyday() -> _Everyday:
    """Return what everyday phrases tell of syllables, and of neighbours, by their letters."""
    single: dict[str, dict[str, float]] = {}
    pairs: dict[tuple[str, str], dict[tuple[str, str], float]] = {}
    lines = [(phrase, _ASKED) for phrase in PHRASES]
    lines += [(words, _SAID) for line in (*GROUPS, *TOPICS) for words in line.split(",")]
    lines += [(words, _SAID) for line in SPOKEN for words in re.split("[,>]", line)]
    for words, weight in lines:
        spelt = [place_tones(lower(token.text)) for token in syllables(words)]
        for word in spelt:
            here = single.setdefault(fold(word), {})
            here[word] = here.get(word, 0.0) + 1
        for pair in pairwise(spelt):
            both = pairs.setdefault((fold(pair[0]), fold(pair[1])), {})
            both[pair] = max(both.get(pair, 0.0), weight)
    return single, pairs
