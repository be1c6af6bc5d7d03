"""The characters of words on a page, put right before anything is made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents.pages.nouns import Page, Word
from assistant.vietnamese.legacy_fonts import LegacyFonts, Run, is_legacy_font
from assistant.vietnamese.normalise import nfc

__all__ = ["spelt"]

_LINE_END_HYPHEN = "\ufffe"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffc\ufffd\ufffe\uffff\ue000-\uf8ff]")
_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư"})
"""Letters of other languages that fonts and programs put for Vietnamese ones."""


def spelt(pages: Sequence[Page]) -> tuple[list[Page], str | None]:
    """Return pages with words in NFC, without control characters, in the letters they stand for.

    Words set in fonts of before Unicode (TCVN3, VNI) are converted; what is such a font is
    decided over the whole document.

    Args:
        pages: Pages of one document.

    Returns:
        The pages, and what was converted, in words; None when nothing was.
    """
    fonts = LegacyFonts(run for page in pages for run in _runs(page.words))
    made = [replace(page, words=tuple(_words(page.words, fonts))) for page in pages]
    return made, fonts.note


def _runs(words: Sequence[Word]) -> list[Run]:
    """Return words as runs, with the space before each that is not glued to the last."""
    return [Run(("" if word.glued else " ") + _hyphened(word), word.font or None) for word in words]


def _words(words: Sequence[Word], fonts: LegacyFonts) -> Iterator[Word]:
    whole = list(_composed(words))
    for word, text in zip(whole, fonts.convert(_runs(whole)), strict=True):
        plain = _CONTROL.sub("", nfc(text).translate(_LOOKALIKES)).strip()
        if plain:
            yield word._replace(text=plain)


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


def _hyphened(word: Word) -> str:
    """Return the text of a word with what stands at the end of its line.

    PDFium gives one code for a hyphen and a soft hyphen there, which is the letter ư of TCVN3.
    """
    legacy = bool(word.font) and is_legacy_font(word.font)
    text = word.text.replace(_LINE_END_HYPHEN, "\u00ad" if legacy else "-")
    return text.replace("\u2010", "-").replace("\u2011", "-")
