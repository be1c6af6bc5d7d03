"""Pictures into pages of words: several at a time, none twice, without what is no text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from assistant.config import Config
from assistant.documents.ocr.caches import RecognitionCache, cache_folder
from assistant.documents.ocr.dirt import mean_confidence, without_marks_of_offices, words_of_text
from assistant.documents.ocr.pictures import Picture
from assistant.documents.ocr.ruling import without_rules
from assistant.documents.ocr.tesseract import ReadWord, Tesseract
from assistant.documents.pages.nouns import Page, Rule, Word
from assistant.documents.pages.spelling import spelt
from assistant.errors import ReadError

__all__ = ["Recognised", "recognise"]

_BLOCKS = 3
"""Tesseract's mode for a page of blocks in any layout."""
_DOUBTFUL = 0.6
"""Mean confidence below which a page may be lying on its side; upright ones reach 0.85."""
_WORD_HEIGHT = 0.95
"""Of the size: height of the box of a Vietnamese word, from its marks to its descenders."""
_OTHER_FONT = 0.3
"""Of the usual height of words of a page: what differs by less is in one size."""


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
        upright, rules, words = _read_upright(picture, engine, config, cache)
    except ReadError:
        width, height = picture.size
        return Recognised(Page(picture.number, width, height, pictured=True), 0.0, 0)
    width, height = upright.size
    page = Page(
        number=picture.number,
        width=width,
        height=height,
        words=tuple(_placed(words, upright)),
        rules=rules,
        pictured=True,
        tilt=upright.tilt,
    )
    [page], _ = spelt([without_marks_of_offices(page)])
    count = sum(len(word.text) for word in page.words)
    sure = sum((word.confidence or 0.0) * len(word.text) for word in page.words)
    return Recognised(page, sure / count if count else 0.0, count)


def _read_upright(
    picture: Picture, engine: Tesseract, config: Config, cache: RecognitionCache
) -> tuple[Picture, tuple[Rule, ...], tuple[ReadWord, ...]]:
    """Read a picture; one that makes no sense is read again lying on either side."""
    best, rules = without_rules(picture.cleaned())
    words = _read(best, engine, config, cache)
    if not words or mean_confidence(words) >= _DOUBTFUL:
        return best, rules, words
    for degrees in (90, 270):
        turned, other_rules = without_rules(picture.quarter_turned(degrees).cleaned())
        others = _read(turned, engine, config, cache)
        if mean_confidence(others) * len(others) > mean_confidence(words) * len(words):
            best, rules, words = turned, other_rules, others
    return best, rules, words


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


def _placed(words: Sequence[ReadWord], picture: Picture) -> Iterator[Word]:
    """Yield the words of lines that are text, in points, each line on one base line."""
    lines: dict[tuple[int, int, int], list[ReadWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    kept = [clean for line in lines.values() if (clean := words_of_text(line))]
    heights = [_middle([word.bottom - word.top for word in line]) for line in kept]
    usual = _middle([height for line, height in zip(kept, heights, strict=True) for _ in line])
    for line, height in zip(kept, heights, strict=True):
        # Capitals with two marks tower above a line without any in the same font.
        like_the_rest = abs(height - usual) <= _OTHER_FONT * usual
        yield from _on_base_line(line, usual if like_the_rest else height, 72 / picture.dpi)


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
