"""How far a text is from what it should be: edits, and edits to marks alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.vietnamese.normalise import nfc, place_tones, strip_marks

__all__ = ["Errors", "compared_texts", "edits"]

_SYLLABLE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Errors:
    """Errors of a text against a true one.

    Attributes:
        characters: Characters of the true text, runs of white space counted as one.
        marked: Letters of it with a mark, đ among them.
        wrong: Least number of characters to insert, delete or replace (Levenshtein).
        wrong_marks: Of these, the ones that go away when both texts lose their marks.
    """

    characters: int
    marked: int
    wrong: int
    wrong_marks: int

    @property
    def character_rate(self) -> float:
        """Character error rate, 0 is right; above 1 where more was added than there was."""
        return self.wrong / max(1, self.characters)

    @property
    def mark_rate(self) -> float:
        """Share of letters with a mark whose marks alone are wrong."""
        return self.wrong_marks / max(1, self.marked)


def compared_texts(found: str, true: str) -> Errors:
    """Compare a text with the true one.

    Both are put into NFC with one place for each tone mark (hoà, not hòa), since both spellings
    are right, and white space is made one space: the breaks of lines are not compared.
    """
    found, true = _plain(found), _plain(true)
    bare_found, bare_true = strip_marks(found), strip_marks(true)
    wrong = edits(found, true)
    marked = sum(one != other for one, other in zip(true, bare_true, strict=True))
    return Errors(len(true), marked, wrong, wrong - edits(bare_found, bare_true))


def edits(found: str, true: str) -> int:
    """Return the Levenshtein distance of two texts.

    Columns of the table of distances are kept as the bits of two whole numbers (Myers 1999, in
    the form of Hyyrö 2003), which Python adds as fast as C does: a book takes seconds.
    """
    if not found or not true:
        return len(found) + len(true)
    places: dict[str, int] = {}
    for at, char in enumerate(found):
        places[char] = places.get(char, 0) | 1 << at
    full = (1 << len(found)) - 1
    last = 1 << (len(found) - 1)
    up, down, distance = full, 0, len(found)
    for char in true:
        match = places.get(char, 0)
        diagonal = (((match & up) + up) ^ up) | match | down
        rise = down | ~(diagonal | up) & full
        fall = up & diagonal
        distance += bool(rise & last) - bool(fall & last)
        rise = (rise << 1) | 1
        up = (fall << 1 | ~(diagonal | rise)) & full
        down = rise & diagonal & full
    return distance


def _plain(text: str) -> str:
    return " ".join(_SYLLABLE.sub(_one_spelling, nfc(text)).split())


def _one_spelling(match: re.Match[str]) -> str:
    syllable = match.group()
    placed = place_tones(syllable.lower())
    if len(placed) != len(syllable):
        return syllable
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(syllable, placed, strict=True)
    )
