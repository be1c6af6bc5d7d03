"""Numbers of rungs as counts: II, 12a and thứ ba come after I, 12 and thứ hai."""

from __future__ import annotations

import re

from assistant.structure.marks import POINT_LETTERS, Mark

__all__ = ["is_next", "ordinal"]

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def ordinal(number: str) -> tuple[int, str] | None:
    """Return a number or roman numeral as a count with its letter: ``12a`` is ``(12, "a")``.

    None where it is neither, such as ``thứ nhất``.
    """
    plain = re.fullmatch(r"(\d{1,3})([a-zđ]{0,2})", number)
    if plain:
        return int(plain.group(1)), plain.group(2)
    if re.fullmatch(r"[IVXLC]{1,7}", number):
        values = [_ROMAN[sign] for sign in number]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return sum(-value if value < after else value for value, after in pairs), ""
    return None


def is_next(mark: Mark, number: str) -> bool:
    """Tell whether a mark comes right after another number of its own level.

    Args:
        mark: The later mark.
        number: The earlier number: 1.8 comes after 1.7, đ after d, III after II.
    """
    head, _, last = mark.number.rpartition(".")
    before_head, _, before = number.rpartition(".")
    if head != before_head:
        return False
    if last in POINT_LETTERS and before in POINT_LETTERS:
        return POINT_LETTERS.index(last) == POINT_LETTERS.index(before) + 1
    here, there = ordinal(last), ordinal(before)
    return here is not None and there is not None and here[0] == there[0] + 1
