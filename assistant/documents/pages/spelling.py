"""The characters of words on a page, put right before anything is made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from assistant.documents.pages.nouns import Word
from assistant.vietnamese.normalise import nfc

__all__ = ["spelt"]

_LINE_END_HYPHEN = "\ufffe"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffc\ufffd\ufffe\uffff\ue000-\uf8ff]")
_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư"})
"""Letters of other languages that fonts and programs put for Vietnamese ones."""


def spelt(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return words in NFC, without control characters, with the letters that they stand for.

    Args:
        words: Words in the order of the file.
    """
    return tuple(
        word._replace(text=text)
        for word in _composed(words)
        if (text := _CONTROL.sub("", nfc(_hyphened(word.text)).translate(_LOOKALIKES)).strip())
    )


def _composed(words: Sequence[Word]) -> Iterator[Word]:
    """Join a mark that stands by itself, in a font of its own, to the letter before it."""
    last: Word | None = None
    for word in words:
        if last is not None and word.glued and unicodedata.combining(word.text[0]):
            last = last._replace(text=last.text + word.text, right=max(last.right, word.right))
            continue
        if last is not None:
            yield last
        last = word
    if last is not None:
        yield last


def _hyphened(text: str) -> str:
    """Return a word with the hyphen at the end of its line, which is not always a hyphen's code."""
    return text.replace(_LINE_END_HYPHEN, "-").replace("\u2010", "-").replace("\u2011", "-")
