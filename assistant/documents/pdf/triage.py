"""What a page of a PDF holds: text, a text that a machine misread, a note, a picture, nothing.

A signed scan carries a signature note that makes it look like text, and some scans carry what a
machine took for Latin letters (“Luqt TO ch*c”). So pages are judged by letters on the page and
by the share of marked letters, which is 0.28 to 0.30 in genuine Vietnamese, never by length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.documents.formats import marked_share
from assistant.documents.pages.nouns import Page
from assistant.vietnamese.normalise import fold

__all__ = ["Verdict", "triage"]

PAGE_LETTERS = 120
"""Letters that a page of prose has at least; a signature note alone has about 100."""
MARKED_LEAST = 0.18
"""Share of marked letters below which Vietnamese text is garbage; genuine is 0.28 to 0.30."""
_ENGLISH = frozenset(["the", "of", "and", "to", "in", "a", "is", "for"])
_NOTE = re.compile(r"nguoi ky|ky boi|thoi gian ky|ngay ky|digitally signed|signature")


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
    whole = "\n".join(page.text for page in pages if not page.pictured)
    sound = _is_sound(whole)
    return tuple(_verdict(page, sound) for page in pages)


def _verdict(page: Page, sound: bool) -> Verdict:
    if page.blank:
        return Verdict.BLANK
    if not page.letters:
        return Verdict.TEXT if page.words and sound and not page.pictured else Verdict.PICTURE
    text = page.text
    if page.letters >= PAGE_LETTERS:
        own = _is_sound(text)
        return Verdict.TEXT if own or (sound and not page.pictured) else Verdict.BROKEN
    if page.pictured or not sound:
        noted = _NOTE.search(fold(text)) is not None
        return Verdict.NOTE if noted or page.pictured or not _is_sound(text) else Verdict.TEXT
    return Verdict.TEXT


def _is_sound(text: str) -> bool:
    """Tell whether a text is spelt like Vietnamese, or reads as English."""
    share = marked_share(text)
    return share >= MARKED_LEAST or (share < 0.01 and _reads_as_english(text))


def _reads_as_english(text: str) -> bool:
    words = text.casefold().split()
    common = [word for word in words if word in _ENGLISH]
    return len(set(common)) >= 4 and len(common) * 8 >= len(words)
