"""What stands on a scan and is no text of the document: specks, stamps, seals, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.ocr.tesseract import ReadWord
from assistant.documents.pages.nouns import Box, Page, TextLine, Word
from assistant.documents.pages.rows import runs_of_words, text_lines
from assistant.vietnamese.legacy_spelling import is_spelt
from assistant.vietnamese.normalise import fold, nfc

__all__ = ["mean_confidence", "without_marks_of_offices", "words_of_text"]

_LEAST_LINE = 0.45
"""Mean confidence of a line that is kept; specks, handwriting and seals are below."""
_SURE = 0.75
"""Mean confidence of a line that is kept whatever it says."""
_CERTAIN, _LEAST_CERTAIN = 0.9, 3
"""Confidence, and number, of words that are kept of a line that is none."""
_LEAST_WORD = 0.3
"""Confidence of a word of one or two characters that is kept."""
_SPECK = re.compile(r"[^\w%]+")
_RUNG = re.compile(r"(Phần|Chương|Mục|Điều)([IVXLC]+|\d+)\.?")
_HEADING = re.compile(r"(?:Phần|Chương|Mục|Điều|PHỤ LỤC)(?: (?:[IVXLC]+|\d+)\b|$)")
_SHORT = re.compile(r"[\W_]*(?:\d[\d.,%/]*|[IVXLC]+|[a-zđ][.)])[\W_]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_STAMP = re.compile(r"thongt.{0,4}di.{1,2}n|di.n.{0,3}chi.{0,3}ph|congvanden")
_LABEL = re.compile(r"(?:den|gio|ngay|so|chuyen)\b")
_STAMP_BELOW = 50.0
"""Points that a stamp of receipt reaches below its first line: its hour, its day."""
_SIGNING = re.compile(r"noi nhan\s*:?")


def mean_confidence(words: Sequence[ReadWord]) -> float:
    """Return the mean confidence of words by their characters, in [0, 1]."""
    count = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / count if count else 0.0


def words_of_text(line: Sequence[ReadWord]) -> list[ReadWord]:
    """Return the words of a line without dirt; none when the line is no text at all.

    Args:
        line: Words of one line, in reading order.
    """
    stripped = (replace(word, text=word.text.strip("_|~¡¦")) for word in line)
    sound = [word for word in stripped if word.text and not _is_speck(word)]
    kept = [part for word in sound for part in _parts(word)]
    if not kept or _is_text(kept):
        return kept
    # A stamp beside a line of text is taken for one line with it.
    sure = [word for word in kept if word.confidence >= _CERTAIN]
    return sure if len(sure) >= _LEAST_CERTAIN else []


def without_marks_of_offices(page: Page) -> Page:
    """Return a page without stamps of receipt, and without what a seal made of a signature.

    Args:
        page: A recognised page.
    """
    words = page.words
    if page.number == 1:
        words = _without_receipt(words)
    return replace(page, words=_without_seal(words, page.width))


def _parts(word: ReadWord) -> list[ReadWord]:
    """Return a word as it is, “ChươngV” as two."""
    rung = _RUNG.fullmatch(word.text)
    if rung is None:
        return [word]
    middle = word.left + (word.right - word.left) * len(rung[1]) // len(word.text)
    return [replace(word, text=rung[1], right=middle), replace(word, text=rung[2], left=middle)]


def _is_speck(word: ReadWord) -> bool:
    if word.confidence < _LEAST_WORD and len(word.text) <= 2:
        return True
    # A dash and a plus are marks of lists; other signs alone are dirt unless surely read.
    return (
        word.text not in "-–+" and _SPECK.fullmatch(word.text) is not None and word.confidence < 0.8
    )


def _is_text(line: Sequence[ReadWord]) -> bool:
    """Tell whether a line holds words or a number, and not the remains of a seal or a signature.

    A surely read line is; a doubtful one must be spelt like Vietnamese for the greater part.
    """
    text = " ".join(word.text for word in line)
    if _HEADING.match(text):
        return True  # set apart in a large font, it is read right and hardly trusted
    if mean_confidence(line) < _LEAST_LINE:
        return False
    if sum(map(str.isalnum, text)) < 4:
        return mean_confidence(line) >= _SURE and _SHORT.fullmatch(text) is not None
    return mean_confidence(line) >= _SURE or _spelt_share(text) >= 0.6


def _spelt_share(text: str) -> float:
    """Return the share of letters that stand in words spelt like Vietnamese."""
    words = _LETTERS.findall(nfc(text).lower())
    spelt = sum(len(word) for word in words if len(word) > 1 and is_spelt(word))
    return spelt / max(1, sum(map(len, words)))


def _without_receipt(words: Sequence[Word]) -> tuple[Word, ...]:
    """Drop the stamp of the office that received the paper: its name, “ĐẾN”, hour and day."""
    dropped: set[Word] = set()
    runs = runs_of_words(words)
    for run in runs:
        # The stamp may overlap a line of text, whose own words stand on in small letters.
        name = [word for word in run.words if sum(map(str.isupper, word.text)) * 2 > len(word.text)]
        if len(name) < 2 or not _STAMP.search(_plain_letters(name)):
            continue
        dropped.update(name)
        area = Box(
            min(word.left for word in name) - 30,
            min(word.top for word in name) - 6,
            max(word.right for word in name) + 15,
            max(word.bottom for word in name) + _STAMP_BELOW,
        )
        for other in runs:
            inside = area.left <= other.box.left and other.box.right <= area.right
            if inside and area.top <= other.box.top <= area.bottom and _is_of_stamp(other):
                dropped.update(other.words)
    return tuple(word for word in words if word not in dropped)


def _is_of_stamp(run: TextLine) -> bool:
    """Tell whether words beside the name of a stamp are of it: written by hand, or its labels."""
    return _mean(run) < 0.9 or _LABEL.match(fold(run.text)) is not None


def _plain_letters(words: Sequence[Word]) -> str:
    return re.sub(r"[^a-z]", "", fold("".join(word.text for word in words)))


def _mean(line: TextLine) -> float:
    return sum(word.confidence or 0.0 for word in line.words) / len(line.words)


def _without_seal(words: Sequence[Word], width: float) -> tuple[Word, ...]:
    """Drop what stands between the office of the signer and his name: a seal and handwriting.

    Of the right half below “Nơi nhận” only words in capitals and names are text.
    """
    lines = text_lines(words)
    starts = [line for line in lines if _SIGNING.match(fold(line.text))]
    if not starts:
        return tuple(words)
    top = starts[-1].box.top - 3 * starts[-1].size
    dropped: set[Word] = set()
    for line in lines:
        below = line.box.top >= top and line.box.left >= 0.42 * width
        if below and not _is_signing(line.text):
            dropped.update(line.words)
    return tuple(word for word in words if word not in dropped)


def _is_signing(text: str) -> bool:
    words = _LETTERS.findall(nfc(text))
    if not words or sum(map(len, words)) < 4:
        return False
    spelt = _spelt_share(text) >= 0.7
    named = 2 <= len(words) <= 6 and all(word[0].isupper() for word in words)
    return spelt and (text.isupper() or named)
