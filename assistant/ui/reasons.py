"""Why a file was not read or changed, in English: it is said, and kept, in Vietnamese."""

from __future__ import annotations

import re

from assistant.ui.reason_texts import OTHER, PAIRS

__all__ = ["reason_words"]


def reason_words(reason: str, language: str) -> str:
    """Return why a file was not read or changed, in the language of the page.

    Args:
        reason: What whoever reads, keeps or logs it says, in Vietnamese.
        language: ``vi`` or ``en``; in English, what nobody has put into words is told in
            general ones.
    """
    return (_english(reason) or OTHER) if language == "en" else reason


def _english(reason: str) -> str | None:
    for said, english in _MEANT:
        if found := said.fullmatch(reason):
            # What a message names may be a message too: how Tesseract is installed.
            return english.format(*(_english(part) or part for part in found.groups()))
    return None


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, said.split("{}"))), re.S)


_MEANT = [(_pattern(said), english) for said, english in PAIRS]
