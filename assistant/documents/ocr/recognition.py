"""Pictures into pages of words: several at a time, none twice, without what is no text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from assistant.config import Config
from assistant.documents.ocr.caches import RecognitionCache, cache_folder
from assistant.documents.ocr.pictures import Picture
from assistant.documents.ocr.ruling import rules_in
from assistant.documents.ocr.tesseract import ReadWord, Tesseract
from assistant.documents.pages.grids import Grid, grids
from assistant.documents.pages.nouns import Page, Word
from assistant.documents.pages.spelling import spelt
from assistant.errors import ReadError
from assistant.vietnamese.normalise import fold

__all__ = ["Recognised", "recognise"]

_BLOCKS = 3
"""Tesseract's mode for a page of blocks in any layout."""
_DOUBTFUL = 0.6
"""Mean confidence below which a page may be lying on its side; upright ones reach 0.85."""
_LEAST_LINE = 0.45
"""Mean confidence of a line that is kept; specks, handwriting and seals are below."""
_LEAST_WORD = 0.3
"""Confidence of a word of one or two characters that is kept."""
_WORD_HEIGHT = 0.95
"""Of the size: height of the box of a Vietnamese word, from its marks to its descenders."""
_OTHER_FONT = 0.3
"""Of the usual height of words of a page: what differs by less is in one size."""
_INCOMING = re.compile(r"\bden\b.*\bgio\b|\bden\b.*\bngay\b|cong thong tin dien tu|cong van den")
_SPECK = re.compile(r"[^\w%]+|[|_~^`´¨'\"‘’“”.,:;*+=<>«»°-]*")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as it was recognised.

    Attributes:
        page: Its words, with confidence, and its ruling lines.
        confidence: Mean confidence of its words by their characters, in [0, 1].
        characters: Number of its characters.
    """

    page: Page
    confidence: float
    characters: int


def recognise(
    pictures: Iterable[Picture], engine: Tesseract, config: Config, jobs: int
) -> Iterator[Recognised]:
    """Yield the pages of pictures in their order.

    A page that cannot be recognised in time comes out empty.

    Args:
        pictures: Pictures; drawn one by one as they are needed.
        engine: Tesseract.
        config: Settings; ``page_seconds`` bounds each page.
        jobs: How many to read at a time.
    """
    cache = RecognitionCache(cache_folder())
    waiting: deque[Future[Recognised]] = deque()
    with ThreadPoolExecutor(max(1, jobs)) as pool:
        for picture in pictures:
            waiting.append(pool.submit(_recognise_one, picture, engine, config, cache))
            if len(waiting) > jobs:  # pictures are large: no more than one waits beside those read
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _recognise_one(
    picture: Picture, engine: Tesseract, config: Config, cache: RecognitionCache
) -> Recognised:
    try:
        upright, words = _read_upright(picture, engine, config, cache)
    except ReadError:
        width, height = picture.size
        return Recognised(Page(picture.number, width, height, pictured=True), 0.0, 0)
    width, height = upright.size
    page = Page(
        number=picture.number,
        width=width,
        height=height,
        words=tuple(_placed(words, upright)),
        rules=rules_in(upright),
        pictured=True,
        tilt=upright.tilt,
    )
    [page], _ = spelt([_without_incoming_stamps(page)])
    count = sum(len(word.text) for word in page.words)
    sure = sum((word.confidence or 0.0) * len(word.text) for word in page.words)
    return Recognised(page, sure / count if count else 0.0, count)


def _read_upright(
    picture: Picture, engine: Tesseract, config: Config, cache: RecognitionCache
) -> tuple[Picture, tuple[ReadWord, ...]]:
    """Read a picture; one that makes no sense is read again lying on either side."""
    clean = picture.cleaned()
    best, words = clean, _read(clean, engine, config, cache)
    if not words or _mean(words) >= _DOUBTFUL:
        return best, words
    for degrees in (90, 270):
        turned = picture.quarter_turned(degrees).cleaned()
        others = _read(turned, engine, config, cache)
        if _mean(others) * len(others) > _mean(words) * len(words):
            best, words = turned, others
    return best, words


def _read(
    picture: Picture, engine: Tesseract, config: Config, cache: RecognitionCache
) -> tuple[ReadWord, ...]:
    file = picture.as_file()
    key = cache.key(file, engine.version, picture.dpi, _BLOCKS)
    words = cache.get(key)
    if words is None:
        words = engine.read(file, picture.dpi, config.page_seconds, _BLOCKS)
        cache.put(key, words)
    return words


def _mean(words: Sequence[ReadWord]) -> float:
    count = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / count if count else 0.0


def _placed(words: Sequence[ReadWord], picture: Picture) -> Iterator[Word]:
    """Yield the words of lines that are text, in points, each line on one base line."""
    lines: dict[tuple[int, int, int], list[ReadWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    kept = [[word for word in line if not _is_speck(word)] for line in lines.values()]
    kept = [line for line in kept if line and _mean(line) >= _LEAST_LINE and _is_text(line)]
    heights = [_middle([word.bottom - word.top for word in line]) for line in kept]
    usual = _middle([height for line, height in zip(kept, heights, strict=True) for _ in line])
    for line, height in zip(kept, heights, strict=True):
        # Capitals with two marks tower above a line without any in the same font.
        like_the_rest = abs(height - usual) <= _OTHER_FONT * usual
        yield from _on_base_line(line, usual if like_the_rest else height, 72 / picture.dpi)


def _is_speck(word: ReadWord) -> bool:
    if word.confidence < _LEAST_WORD and len(word.text) <= 2:
        return True
    # A dash and a plus are marks of lists; other signs alone are dirt unless surely read.
    return (
        word.text not in "-–+" and _SPECK.fullmatch(word.text) is not None and word.confidence < 0.8
    )


def _is_text(line: Sequence[ReadWord]) -> bool:
    """Tell whether a line holds a word or a number, and not the remains of a seal."""
    signs = sum(char.isalnum() for word in line for char in word.text)
    if signs >= 4:
        return True
    return signs > 0 and _mean(line) >= 0.7


def _on_base_line(line: Sequence[ReadWord], height: float, scale: float) -> Iterator[Word]:
    """Yield the words of a line, with one size and base line for all.

    The boxes of letters tell neither: g hangs below the line and ổ towers above it. The middle
    of the words does.

    Args:
        line: Its words.
        height: Height of its words, in pixels.
        scale: Points of a pixel.
    """
    base = _middle([word.bottom for word in line]) * scale
    size = round(height * scale / _WORD_HEIGHT, 1)
    for word in line:
        yield Word(
            word.text,
            word.left * scale,
            word.top * scale,
            word.right * scale,
            word.bottom * scale,
            base - 0.2 * size,
            size,
            confidence=word.confidence,
        )


def _middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def _without_incoming_stamps(page: Page) -> Page:
    """Drop the stamp of the office that received a paper: a small ruled box with a few words."""
    words, rules = page.words, page.rules
    for grid in grids(rules):
        box = grid.box
        small = (box.right - box.left) < 0.4 * page.width and (
            box.bottom - box.top
        ) < 0.12 * page.height
        inside = [word for word in words if _in_or_near(grid, word)]
        if small and _INCOMING.search(fold(" ".join(word.text for word in inside))):
            words = tuple(word for word in words if word not in inside)
            rules = tuple(
                rule for rule in rules
                if not (box.left - 6 <= rule.left <= box.right + 6
                        and box.top - 6 <= rule.top <= box.bottom + 6)
            )  # fmt: skip
    return Page(
        page.number, page.width, page.height, words, rules, page.pictured, page.blank, page.tilt
    )


def _in_or_near(grid: Grid, word: Word) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    box = grid.box
    return box.left - 3 <= x <= box.right + 3 and box.top - 6 <= y <= box.bottom + 6
