"""The characters of words on a page, put right before anything is made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

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
    composed = [list(_composed(page.words)) for page in pages]
    runs = [[_run(word) for word in words] for words in composed]
    fonts = LegacyFonts(run for page in runs for run in page)
    made = [
        replace(page, words=tuple(_words(words, fonts.convert(page_runs))))
        for page, words, page_runs in zip(pages, composed, runs, strict=True)
    ]
    return made, fonts.note


def _run(word: Word) -> Run:
    """Return a word as a run, with the space before it unless it is glued to the last."""
    text = word.text if word.text.isascii() else _hyphened(word)
    return Run(text if word.glued else f" {text}", word.font or None)


def _words(words: Sequence[Word], texts: Sequence[str]) -> Iterator[Word]:
    for word, text in zip(words, texts, strict=True):
        plain = _put_right(text)
        if plain:
            yield word if plain == word.text else word._replace(text=plain)


@lru_cache(maxsize=50_000)
def _put_right(text: str) -> str:
    return _CONTROL.sub("", nfc(text).translate(_LOOKALIKES)).strip()


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
