"""How each reading of a legacy text is spelt: the evidence that an encoding is chosen by.

A reading is an encoding, or the text as it is. For each word of a document it is told whether
what a reading makes is spelt as Vietnamese is; the words of a font together decide on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from assistant.vietnamese.legacy_spelling import is_spelt
from assistant.vietnamese.legacy_tables import Encoding, convert

__all__ = ["CHOICES", "UNICODE_LETTER", "Tally", "encoding_named", "tally_of", "verdicts"]

_BETWEEN_WORDS = re.compile(r"[\s\d!-/:-@\[-`{-~‘’“”‚„–—…•]+")
_SIGNS = "«»·°²³§©®ª±×÷"
"""Signs of Latin-1 that stand beside words of Unicode text, and are letters in a legacy one."""
_SUBSET = re.compile(r"[A-Z]{6}\+")
_NAMES = (
    (re.compile(r"vni[-\s_]", re.I), Encoding.VNI),
    (re.compile(r"\.vn", re.I), Encoding.TCVN3),
    (re.compile(r"vps[-\s_]", re.I), Encoding.VPS),
)
CHOICES: tuple[Encoding | None, ...] = (None, *Encoding)
UNICODE_LETTER = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u0323]")
"""Letters that no legacy font has a code for; every sixth of a Vietnamese text is one."""
_COMMON = (None, Encoding.TCVN3, Encoding.VNI)
_LONGEST_TOKEN = 60
"""Characters; what is longer is no word, and says nothing."""


class Tally(NamedTuple):
    """How many words each reading (as it is, or by encoding) makes well and badly spelt."""

    good: tuple[int, ...]
    bad: tuple[int, ...]

    def score(self, choice: Encoding | None) -> int:
        """Return how many words more a reading makes well spelt than badly."""
        at = CHOICES.index(choice)
        return self.good[at] - self.bad[at]

    def good_of(self, choice: Encoding | None) -> int:
        """Return how many words a reading makes well spelt."""
        return self.good[CHOICES.index(choice)]

    @property
    def words(self) -> int:
        """Words that speak for or against some reading."""
        return max(good + bad for good, bad in zip(self.good, self.bad, strict=True))

    @staticmethod
    def of(tallies: Iterable[tuple[Tally, int]]) -> Tally:
        """Add up tallies, each taken a number of times."""
        good, bad = [0] * len(CHOICES), [0] * len(CHOICES)
        for tally, times in tallies:
            for at in range(len(CHOICES)):
                good[at] += tally.good[at] * times
                bad[at] += tally.bad[at] * times
        return Tally(tuple(good), tuple(bad))


def verdicts(tallies: dict[str | None, Tally]) -> dict[str | None, Encoding | None]:
    """Decide on each font of a document by its name and by what its text makes."""
    families: defaultdict[Encoding, list[tuple[Tally, int]]] = defaultdict(list)
    for font, tally in tallies.items():
        named = encoding_named(font)
        if named:
            families[named].append((tally, 1))
    decided: dict[str | None, Encoding | None] = {}
    for font, tally in tallies.items():
        named = encoding_named(font)
        if named and tally.words < 4:
            tally = Tally.of(families[named])  # too little text: its sister fonts tell
        decided[font] = _verdict(tally, named)
    return decided


def _verdict(tally: Tally, named: Encoding | None) -> Encoding | None:
    if named:
        # The name is believed unless another reading is clearly better spelt.
        believed = tally.score(named) + 1 + tally.words // 10
        best = max({*_COMMON, named}, key=lambda choice: (tally.score(choice), str(choice)))
        return best if tally.score(best) > believed else named
    best = max(Encoding, key=tally.score)
    least = 4 if best in _COMMON else 8
    good, plain = tally.good_of(best), tally.score(None)
    sure = good >= max(least, 0.6 * tally.words)
    return best if sure and tally.score(best) >= plain + least + 0.3 * tally.words else None


@lru_cache(maxsize=1024)
def encoding_named(font: str | None) -> Encoding | None:
    """Return the encoding that the name of a font promises."""
    name = _SUBSET.sub("", font or "", count=1)
    return next((encoding for pattern, encoding in _NAMES if pattern.match(name)), None)


@lru_cache(maxsize=100_000)
def tally_of(token: str) -> Tally:
    """Tell, for each reading of a word, whether what it makes is spelt as Vietnamese is."""
    good, bad = [0] * len(CHOICES), [0] * len(CHOICES)
    if not token.isascii() and len(token) <= _LONGEST_TOKEN:
        proof = UNICODE_LETTER.search(token) is not None
        for at, choice in enumerate(CHOICES):
            if choice and proof:
                bad[at] += 1
                continue
            made = convert(token, choice) if choice else token
            for part in _BETWEEN_WORDS.split(made):
                told = _is_well_made(part, choice)
                good[at] += told is True
                bad[at] += told is False
    return Tally(tuple(good), tuple(bad))


def _is_well_made(part: str, choice: Encoding | None) -> bool | None:
    """Tell whether a word is well spelt; None when it says nothing."""
    if choice is None:
        part = part.strip(_SIGNS)
    if part.isascii() or (len(part) == 1 and part in "đĐ"):
        return None
    if is_spelt(part.lower()):
        rest = part[1:]
        return choice is Encoding.TCVN3 or rest == rest.lower() or part == part.upper()
    abbreviation = part.isupper() and set(part) - set("ĐƯƠĂÂÊÔ") == set(filter(str.isascii, part))
    return None if abbreviation and part.isalpha() else False
