"""Searching short texts as people type: words begun, with or without tone marks."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.vietnamese.normalise import fold, has_marks, lower, nfc, place_tones
from assistant.vietnamese.stopwords import is_stopword

__all__ = ["Words", "says", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, each after a blank.

    Attributes:
        marked: In lower case, with their tone marks.
        plain: Without them.
    """

    marked: str
    plain: str


def words_of(*parts: str) -> Words:
    """Return the words of texts."""
    words = _words(" ".join(parts))
    marked = "".join(f" {word}" for word in words)
    return Words(marked, fold(marked))


def says(words: Words, sought: str) -> bool:
    """Tell whether a text holds every word of a search, or a word that begins like it.

    A word typed with marks is not found without them: “bò” is no “bộ”. One typed without is
    found with any. Words that carry no subject (“của”, “trong”) are not looked for.

    Args:
        words: The words of the text.
        sought: What was typed; nothing is held by every text.
    """
    typed = _words(sought)
    marked = has_marks(sought)
    telling = [word for word in typed if not is_stopword(word, marked=marked)] or typed
    return all(
        f" {word}" in (words.plain if fold(word) == word else words.marked) for word in telling
    )


def _words(text: str) -> list[str]:
    letters = "".join(char if char.isalnum() else " " for char in lower(nfc(text)))
    return [place_tones(word) for word in letters.split()]
