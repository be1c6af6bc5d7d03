"""Numbers written in words, from eleven up: “hai mươi lăm”, “một trăm linh năm”, “ba nghìn”.

Below that a single word is as often another one (“năm” is a year, “ba” a father); those that
count are found where a noun follows, see ``quantities``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.vietnamese.normalise import lower, place_tones

__all__ = ["NUMBER_WORDS", "WrittenNumber", "ordinary", "written_numbers"]

NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
"""The words from one to ten, and what they count."""
_DIGITS = {word: value for word, value in NUMBER_WORDS.items() if value < 10}
# After a ten five is “lăm”, one “mốt” and four “tư”: “mười năm” is ten years.
_UNITS = {**{word: value for word, value in _DIGITS.items() if word != "năm"},
          "mốt": 1, "tư": 4, "lăm": 5}  # fmt: skip
_THOUSAND = ("nghìn", "ngàn")


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(words) + ")"


_D, _U = _any(_DIGITS), _any(_UNITS)
_TENS = rf"(?:mười(?: {_U})?|{_D} mươi(?: {_U})?)"
_BELOW = rf"(?:{_D} trăm(?: (?:(?:linh|lẻ) {_D}|{_TENS}))?|{_TENS})"
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<thousands>{_BELOW}|{_D}) {_any(_THOUSAND)}"
    rf"(?: (?P<rest>không trăm (?:linh|lẻ) {_D}|không trăm {_TENS}|{_BELOW}))?"
    rf"|(?P<below>{_BELOW}))(?!\w)(?! (?:mươi|trăm)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in words: its span in the text and its value."""

    start: int
    end: int
    value: int


def ordinary(word: str) -> int:
    """Return the value of a word from one to ten as it stands in fractions: “một phần tư”.

    Raises:
        KeyError: The word is no number.
    """
    return 4 if word.lower() == "tư" else NUMBER_WORDS[word.lower()]


def written_numbers(text: str) -> list[WrittenNumber]:
    """Find numbers in words from ten to 999,999 in marked NFC text, in order.

    “mười” alone is left out, as are “một nghìn” and its like before “tỷ”: a word of scale
    belongs to the quantity.
    """
    found = []
    for match in _NUMBER.finditer(place_tones(lower(text))):
        if match.group() == "mười":
            continue
        thousands = match["thousands"]
        end = match.end()
        value = _below(match["below"]) if match["below"] else 0
        if thousands:
            if text[end : end + 3].lower() in (" tỷ", " tỉ"):
                continue
            value = 1000 * _below(thousands) + (_below(match["rest"]) if match["rest"] else 0)
        found.append(WrittenNumber(match.start(), end, value))
    return found


def _below(words: str) -> int:
    """Return the value of a number below a thousand."""
    value, syllables = 0, words.split()
    for place, syllable in enumerate(syllables):
        after = syllables[place + 1] if place + 1 < len(syllables) else ""
        if syllable == "mười":
            value += 10
        elif after in ("mươi", "trăm"):
            value += _DIGITS.get(syllable, 0) * (10 if after == "mươi" else 100)
        else:
            value += _UNITS.get(syllable, _DIGITS.get(syllable, 0))
    return value
