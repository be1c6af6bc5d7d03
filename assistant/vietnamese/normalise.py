"""Spelling: one form for search, without touching what is quoted.

Every function that maps text to text for search keeps its length, character by character,
on NFC input, so that an offset in the folded text is an offset in the document.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = [
    "LOWER",
    "UPPER",
    "fold",
    "has_marks",
    "is_marked",
    "lower",
    "nfc",
    "place_tones",
    "strip_marks",
]

_VOWELS = "aăâeêioôơuưy"
LOWER = "a-zđ" + "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in _VOWELS
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
"""Lower-case letters for a character class; a range such as à-ỹ would take in capitals too."""

UPPER = "A-ZĐ" + LOWER[len("a-zđ") :].upper()
"""Capital letters for a character class."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_MARKS = _TONES | {"\u0302", "\u0306", "\u031b"}


def nfc(text: str) -> str:
    """Return text in NFC without invisible characters, as every Document's text is.

    Combining sequences in any order become single letters ("ề" typed as e, ◌̀, ◌̂ too),
    soft hyphens and zero-width characters go, non-breaking spaces become spaces.
    """
    text = text.translate(_INVISIBLE).replace("\u00a0", " ").replace("\u202f", " ")
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and not _has_loose_mark(text)):
        return text
    return unicodedata.normalize("NFC", _reorder_marks(text))


def _has_loose_mark(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _reorder_marks(text: str) -> str:
    """Put quality marks (circumflex, breve, horn) before tones, so that NFC can compose."""
    out: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if char in _MARKS and char not in _TONES and out and out[-1] in _TONES:
            out.insert(len(out) - 1, char)
        else:
            out.append(char)
    return "".join(out)


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in "đĐ":
        return "d"
    low = _lower_char(char)
    base = unicodedata.normalize("NFD", low)[0]
    return base if base.isascii() and base.isalpha() else low


@lru_cache(maxsize=4096)
def _lower_char(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def lower(text: str) -> str:
    """Return text in lower case, one character for each character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(map(_lower_char, text))


def fold(text: str) -> str:
    """Return NFC text in lower case without tone and quality marks, đ as d; same length."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """Folded characters by code point, worked out when one is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold_char(chr(code))
        return self[code]


_FOLDED = _Folded()


def strip_marks(text: str) -> str:
    """Return NFC text without tone and quality marks, đ as d, in its own case; same length."""
    return "".join(
        folded.upper() if char.isupper() else folded
        for char, folded in zip(text, fold(text), strict=True)
    )


def has_marks(text: str) -> bool:
    """Tell whether any letter of the text bears a Vietnamese mark (đ counts)."""
    return not text.isascii() and any(map(_MARKED.__getitem__, text))


class _Marked(dict[str, bool]):
    """Whether a character bears a mark, worked out when one is first met."""

    def __missing__(self, char: str) -> bool:
        self[char] = not char.isascii() and _fold_char(char) != _lower_char(char)
        return self[char]


_MARKED = _Marked()


def is_marked(text: str) -> bool:
    """Tell whether a text was typed with tone marks.

    Genuine Vietnamese marks 28 to 30% of its letters. A question typed without marks has
    none, save for a name copied from elsewhere, so one marked letter in twelve decides.
    """
    letters = [char for char in text if char.isalpha()]
    marked = sum(map(_MARKED.__getitem__, letters))
    return bool(letters) and marked * 12 >= len(letters)


_OPEN_RIMES = ("oa", "oe", "uy")


@lru_cache(maxsize=65536)
def _place_syllable(syllable: str) -> str:
    """Move a tone from the first to the second vowel of a final oa, oe or uy (hòa → hoà)."""
    if len(syllable) < 2 or syllable.isascii() or syllable.startswith("qu"):
        return syllable
    first, second = (unicodedata.normalize("NFD", char) for char in syllable[-2:])
    if first[0] + second not in _OPEN_RIMES or first[1:] not in _TONES:
        return syllable
    return syllable[:-2] + first[0] + unicodedata.normalize("NFC", second + first[1:])


def place_tones(syllable: str) -> str:
    """Return a lower-case syllable with its tone where the new spelling puts it.

    Only the open rimes oa, oe, uy have two spellings (hòa and hoà, thủy and thuỷ); after
    q the u belongs to the consonant (quý), so nothing moves. The length is kept.
    """
    return _place_syllable(syllable)
