"""Capitals of TCVN3, which has no marked ones.

A heading was set in a font that draws small letters as capitals (.VnTimeH), or typed with
capitals where there are any and small letters where there are none ("PHÇN" is PHẦN).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.vietnamese.legacy_spelling import is_spelt

__all__ = ["draws_capitals", "raise_capitals"]

_NAME = re.compile(r"(?:[A-Z]{6}\+)?(?P<name>\.?vn[\w .]*?)(?:[,(-]|\s?(?:Bold|Italic)|$)", re.I)


@lru_cache(maxsize=1024)
def draws_capitals(font: str | None) -> bool:
    """Tell whether a TCVN3 font draws small letters as capitals, by its name: .VnTimeH."""
    match = _NAME.match(font or "")
    if not match:
        return False
    name = match.group("name").strip()
    return name.endswith("H") or (name.islower() and name.endswith("h"))


def raise_capitals(words: Sequence[str], typed: Sequence[bool]) -> list[str]:
    """Return the words of a paragraph with the marked capitals that could not be typed.

    A word is raised when its other letters are two capitals or more, or when it has at most
    one and the nearest words on both sides are Vietnamese words in capitals.

    Args:
        words: Words in order, converted.
        typed: For each word, whether it was typed without marked capitals.
    """
    cases = [_case(word) for word in words]
    out = list(words)
    for at, word in enumerate(words):
        if not typed[at] or word.isascii() or word.isupper() or cases[at] == "lower":
            continue
        if cases[at] == "upper" or _beside_capitals(cases, at):
            out[at] = word.upper()
    return out


def _beside_capitals(cases: Sequence[str], at: int) -> bool:
    before = next((case for case in reversed(cases[:at]) if case in ("upper", "lower")), "")
    after = next((case for case in cases[at + 1 :] if case in ("upper", "lower")), "")
    return {before, after} in ({"upper"}, {"upper", ""})


def _case(word: str) -> str:
    """Tell the case of a word: upper, lower, or open where too few letters tell."""
    plain = [char for char in word if char.isascii() and char.isalpha()]
    if any(char.islower() for char in plain):
        return "lower"
    if len(plain) < 2:
        return "open" if plain or not any(char.islower() for char in word) else "small"
    letters = "".join(char for char in word if char.isalpha())
    # An abbreviation tells nothing of the words beside it.
    return "upper" if is_spelt(letters.lower()) or not word.isascii() else "open"
