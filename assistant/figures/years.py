"""The year that a value of a sentence speaks of.

“25% năm 2025 và 35% năm 2030” says each value's year behind it, “năm 2025 đạt 25%, năm 2030
đạt 35%” before it. The day a document was signed, a term of office and the year that a value
is compared with (“so với năm 2020”) are no year of a value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold

__all__ = ["COMPARED_WITH", "RESPECTIVELY", "Years", "told_years", "years_of_value"]

_PERIOD = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d)(?!\d)")
_BASE = re.compile(
    r"\b(?:so voi|cung ky|hon|ke tu|gap \S+ lan)\s+(?:cung ky\s+|cuoi\s+)?(?:nam\s+)?$"
)
COMPARED_WITH = re.compile(r"\bso voi (?:cung ky )?(?:cuoi )?(?:nam )?(?P<year>(?:19|20)\d\d)\b")
"""The year that a value is compared with, in a folded text: “tăng 3% so với năm 2022”."""
_TERM = re.compile(r"\b(?:nhiem ky|khoa)\s+$")
_CLAUSE = re.compile(r"[,;:](?=\s)|\.(?=\s)")
_ASIDE = re.compile(r"\([^()]*\)")
RESPECTIVELY = re.compile(r"\blần lượt\b", re.IGNORECASE)
"""What gives each of several things its own value: “A và B lần lượt đạt 1% và 2%”."""


@dataclass(frozen=True, slots=True)
class Years:
    """Years that a value speaks of, and those that it is compared with.

    Attributes:
        own: Years of the value; both ends of a period. Empty where the sentence gives none.
        bases: Years that values of the sentence are compared with.
    """

    own: tuple[int, ...]
    bases: tuple[int, ...]


def years_of_value(text: str, start: int, end: int, values: Sequence[tuple[int, int]]) -> Years:
    """Return the years that a value of a sentence speaks of.

    Args:
        text: The sentence.
        start: Start of the value in it.
        end: One past its end.
        values: Spans of all values of the sentence, in order.
    """
    told, bases = _mentions(text)
    if told and (year := _respective(text, start, told, values)):
        return Years((year,), bases)
    told = _outside_asides(text, start, end, told, values)
    if not told:
        return Years((), bases)
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text) + 1]
    clause = bisect_right(cuts, start) - 1
    here = [m for m in told if cuts[clause] <= m[0] < cuts[clause + 1]]
    first_value = min((value[0] for value in values), default=start)
    ahead = told[0][0] < first_value
    for mentions in (here, told):
        before = [m for m in mentions if m[1] <= start]
        after = [m for m in mentions if m[0] >= end]
        chosen = (before[-1:] or after[:1]) if ahead else (after[:1] or before[-1:])
        if chosen:
            return Years(chosen[0][2], bases)
    return Years((), bases)


def _outside_asides(
    text: str,
    start: int,
    end: int,
    told: Sequence[tuple[int, int, tuple[int, ...]]],
    values: Sequence[tuple[int, int]],
) -> list[tuple[int, int, tuple[int, ...]]]:
    """Return the mentions that can be of a value: what an aside tells is of what stands in it.

    An aside right behind a value tells of it, as in “đạt 18,3% (năm 2024)”, unless it gives values
    of its own: “13,17% (các năm 2020 - 2023 lần lượt là 12,66%, …)”.
    """
    kept = list(told)
    for aside in _ASIDE.finditer(text):
        behind = end <= aside.start() <= end + _RIGHT_BEHIND
        valued = any(aside.start() < value[0] < aside.end() for value in values)
        if aside.start() < start < aside.end() or (behind and not valued):
            continue
        kept = [m for m in kept if not aside.start() <= m[0] < aside.end()]
    return kept or list(told)


_RIGHT_BEHIND = 25
"""Characters between a value and an aside that tells of it."""


def _respective(
    text: str,
    start: int,
    told: Sequence[tuple[int, int, tuple[int, ...]]],
    values: Sequence[tuple[int, int]],
) -> int | None:
    """Return the year of a value of “các năm 2022 - 2024 lần lượt là 1%, 2% và 3%”."""
    for match in RESPECTIVELY.finditer(text):
        reach = re.compile(r"[;)]|\.(?=\s|$)").search(text, match.end())
        end = reach.start() if reach else len(text)
        listed = sorted(value for value in values if match.end() <= value[0] < end)
        opening = max(text.rfind(mark, 0, match.start()) for mark in ("(", ";", ". ", ":")) + 1
        named = [m[2] for m in told if opening <= m[0] < match.start()]
        years = [year for period in named for year in period]
        if len(named) == 1 and len(years) == 2:
            years = list(range(years[0], years[1] + 1))
        if len(listed) == len(years) > 1:
            places = [place for place, value in enumerate(listed) if value[0] <= start < value[1]]
            return years[places[0]] if places else None
    return None


def _mentions(text: str) -> tuple[list[tuple[int, int, tuple[int, ...]]], tuple[int, ...]]:
    """Return the mentions of years of values, each with its range, and the bases."""
    folded = fold(text)
    told: list[tuple[int, int, tuple[int, ...]]] = []
    bases: list[int] = []
    periods = [match.span() for match in _PERIOD.finditer(text)]
    for match in _PERIOD.finditer(text):
        if not _TERM.search(folded[: match.start()]):
            told.append((*match.span(), (int(match["first"]), int(match["last"]))))
    for mention in dates(text):
        inside = any(mention.start < b and a < mention.end for a, b in periods)
        if mention.year is None or mention.day is not None or inside:
            continue
        if _BASE.search(folded[: mention.start]):
            bases.append(mention.year)
        else:
            told.append((mention.start, mention.end, (mention.year,)))
    return sorted(told), tuple(bases)


def told_years(text: str) -> frozenset[int]:
    """Return the years of a text that values can be of or compared with."""
    told, bases = _mentions(text)
    return frozenset(bases).union(*(years for _, _, years in told))
