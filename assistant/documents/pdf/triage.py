"""What a page of a PDF holds: text, a text that a machine misread, a note, a picture, nothing.

A signed scan carries a signature note that makes it look like text, and some scans carry what a
machine took for Latin letters (“Luqt TO ch*c”). So pages are judged by letters on the page and
by the share of marked letters, which is 0.28 to 0.30 in genuine Vietnamese, never by length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.documents.pages.nouns import Page
from assistant.vietnamese.normalise import LOWER, UPPER

__all__ = ["Verdict", "triage"]

PAGE_LETTERS = 120
"""Letters that a page of prose has at least; a signature note alone has about 100."""
MARKED_LEAST = 0.18
"""Share of marked letters below which Vietnamese text is garbage; genuine is 0.28 to 0.30."""
_MARKED = re.compile(f"[{''.join(char for char in LOWER + UPPER if not char.isascii())}]")
_ENGLISH = frozenset(["the", "of", "and", "to", "in", "a", "is", "for"])


class Verdict(StrEnum):
    """What a page holds."""

    TEXT = "text"
    BROKEN = "broken"
    NOTE = "note"
    PICTURE = "picture"
    BLANK = "blank"


def triage(pages: Sequence[Page]) -> tuple[Verdict, ...]:
    """Return the verdict on each page.

    A page that is no picture is judged with the whole document beside it, since a table of
    figures or a list of foreign names has few marked letters and is right all the same.

    Args:
        pages: Pages of one document.
    """
    spellings = [_Spelling.of(page.text) for page in pages]
    printed = [one for page, one in zip(pages, spellings, strict=True) if not page.pictured]
    whole = _Spelling(
        "\n".join(one.text for one in printed),
        sum(one.letters for one in printed),
        sum(one.marked for one in printed),
    )
    return tuple(
        _verdict(page, spelling, whole.sound)
        for page, spelling in zip(pages, spellings, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A text with the number of its letters and of those with a mark."""

    text: str
    letters: int
    marked: int

    @classmethod
    def of(cls, text: str) -> _Spelling:
        return cls(text, sum(map(str.isalpha, text)), len(_MARKED.findall(text)))

    @property
    def sound(self) -> bool:
        """Whether it is spelt like Vietnamese, or reads as English."""
        share = self.marked / max(1, self.letters)
        return share >= MARKED_LEAST or (share < 0.01 and _reads_as_english(self.text))


def _verdict(page: Page, spelling: _Spelling, sound: bool) -> Verdict:
    if page.blank:
        return Verdict.BLANK
    if not spelling.letters:
        return Verdict.TEXT if page.words and sound and not page.pictured else Verdict.PICTURE
    if spelling.letters >= PAGE_LETTERS:
        believed = spelling.sound or (sound and not page.pictured)
        return Verdict.TEXT if believed else Verdict.BROKEN
    if page.pictured:
        return Verdict.NOTE
    return Verdict.TEXT if sound or spelling.sound else Verdict.NOTE


def _reads_as_english(text: str) -> bool:
    words = text.casefold().split()
    common = [word for word in words if word in _ENGLISH]
    return len(set(common)) >= 4 and len(common) * 8 >= len(words)
