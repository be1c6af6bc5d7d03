"""Figures of one indicator, place and unit over documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.schema import CitedFigure, Figure, Role
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import same_place

__all__ = ["Definition", "definition_of", "same_indicator", "series_of"]

Definition = tuple[frozenset[str], str]

_ALIKE = 0.6
"""Least share of common words of two indicators that are one, bounded on the pairs of
``evals/figures-pairs.jsonl``."""
_CONTRASTS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        "tung nganh|moi nganh|tung linh vuc", "tang|tang truong|toc do", "giam",
        "cap huyen|huyen|quan", "cap xa|xa|phuong", "ho gia dinh", "nho vua",
        "chu ky", "thuong mai dien tu", "ban le", "hop dong", "suc khoe",
        "thanh toan", "tiep nhan", "so hoa", "dung han", "muc do", "doanh nghiep", "nu", "nam gioi",
        "nong thon", "do thi", "von", "chi", "thu", "xuat khau", "nhap khau", "cong nghiep",
        "nong nghiep", "dich vu", "toan trinh", "mot phan", "giay", "5g", "4g", "hai long",
        "du lieu mo",
    )
)  # fmt: skip
"""Words that turn an indicator into another one when only one of two has them."""


def series_of(figures: Sequence[CitedFigure]) -> list[int]:
    """Return for each figure the number of its series, from 0 in order of first appearance.

    Args:
        figures: Figures in any order; the first of a series stands for it.
    """
    keys = dict.fromkeys(cited.figure.key for cited in figures)
    frequency = Counter(word for key in keys for word in _words(key))
    numbers: list[int] = []
    known: dict[tuple[str, str, bool, str, str], int] = {}
    first: list[Figure] = []
    shelves: dict[tuple[str, str, bool], _Shelf] = {}
    for cited in figures:
        figure = cited.figure
        group = (_place_of(figure), _unit_of(figure), figure.role is Role.RANK)
        exact = (*group, figure.key, figure.level or "")
        # A value of which nothing is told belongs to no series but its own.
        number = known.get(exact) if figure.key else None
        if number is None:
            words = sorted(_words(figure.key), key=lambda word: (frequency[word], word))
            shelf = shelves.setdefault(group, _Shelf())
            number = _like(figure, first, shelf.near(words))
            if number is None:
                number = len(first)
                first.append(figure)
                shelf.add(number, words)
            known[exact] = number
        numbers.append(number)
    return numbers


class _Shelf:
    """Series by the words of their first figures, to find those that can be alike enough.

    What is alike enough shares so many words that, of words in one order for all, the rarest
    first, the first shared one stands near the front of both, with enough of either behind it
    (the filters by prefix, size and position of Xiao et al., “Efficient Similarity Joins for
    Near Duplicate Detection”, 2008).
    """

    def __init__(self) -> None:
        self._by_word: dict[str, dict[tuple[int, int], list[int]]] = {}

    def add(self, number: int, words: Sequence[str]) -> None:
        """Add a series by its words, rarest first."""
        size = len(words)
        for place, word in enumerate(words):
            left = size - place
            if left / size < _ALIKE:
                break  # what shares no word before this one cannot be alike enough
            self._by_word.setdefault(word, {}).setdefault((size, left), []).append(number)

    def near(self, words: Sequence[str]) -> set[int]:
        """Return the series that may be alike enough, those that are among them.

        Args:
            words: Words, rarest first.
        """
        own = len(words)
        found: set[int] = set()
        for place, word in enumerate(words):
            if (own - place) / own < _ALIKE:
                break
            for (size, left), numbers in self._by_word.get(word, {}).items():
                if min(own - place, left) >= _fewest(own, size):
                    found.update(numbers)
        return found


@lru_cache(maxsize=65_536)
def _fewest(one: int, other: int) -> int:
    """Return how many words two keys of so many must share to be alike enough."""
    most = min(one, other)
    return next((n for n in range(1, most + 1) if n / (one + other - n) >= _ALIKE), most + 1)


def _like(figure: Figure, first: Sequence[Figure], among: Iterable[int]) -> int | None:
    """Return the series whose first figure is most alike, when it is alike enough."""
    likeness = {number: _likeness(figure, first[number]) for number in among}
    likely = [number for number, alike in likeness.items() if alike >= _ALIKE]
    likely.sort(key=lambda number: (-likeness[number], number))
    return next((n for n in likely[:_TRIED] if same_indicator(figure, first[n])), None)


_TRIED = 5


def same_indicator(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure one thing, whatever their values, years and documents.

    Place and unit are the caller's to compare. Words that are known to make a difference
    (“trong từng ngành”, “cấp xã”, growth against level) must stand in both or neither.
    """
    if not one.key or not other.key or (one.level or "") != (other.level or ""):
        return False
    if _marks(one.key) != _marks(other.key):
        return False
    return _likeness(one, other) >= _ALIKE


def definition_of(figure: Figure) -> Definition:
    """Return the words and the unit that figures share which can be compared."""
    return _words(figure.key), figure.unit


@lru_cache(maxsize=8192)
def _marks(key: str) -> frozenset[str]:
    """Return the contrasts that a key holds, and the words of it with a digit."""
    marks = {pattern.pattern for pattern in _CONTRASTS if pattern.search(key)}
    return frozenset(marks | {word for word in key.split() if any(c.isdigit() for c in word)})


def _likeness(one: Figure, other: Figure) -> float:
    left, right = _words(one.key), _words(other.key)
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


@lru_cache(maxsize=65_536)
def _words(key: str) -> frozenset[str]:
    return frozenset(key.split())


def _place_of(figure: Figure) -> str:
    place = figure.place or ""
    return "Huế" if same_place(place, "Huế") else place


def _unit_of(figure: Figure) -> str:
    """Return the unit; “doanh nghiệp” is none beside an indicator that counts enterprises."""
    return "" if set(fold(figure.unit).split()) <= set(figure.key.split()) else figure.unit
