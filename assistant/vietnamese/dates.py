"""Dates as Vietnamese documents write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.vietnamese.normalise import fold

__all__ = ["DateMention", "dates", "years"]

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# A bare 1/3 or 22.11 is a ratio or a decimal unless a word for a day stands before it.
_CUE = r"(?<![\w])(?P<cue>(?:ngay|sang|chieu|toi|trua|hom|mung|mong)\s+(?:ngay\s+)?(?:so\s+)?)"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w/.,-]){_DAY}\s?([/.-])\s?{_MONTH}\s?\2\s?{_YEAR}(?![\w/]|[.,-]\d)",
        rf"(?<!\w){_DAY}\s+thang\s+{_MONTH}(?:\s*[,]?\s+nam\s+|\s?[/-]\s?){_YEAR}(?!\w)",
        rf"{_CUE}{_DAY}\s?[/.-]\s?{_MONTH}(?![\w/%]|[.,]\d)",
        rf"{_CUE}{_DAY}\s+thang\s+{_MONTH}(?!\w)",
        rf"(?<!\w)thang\s+{_MONTH}(?:\s?[/-]\s?|\s+nam\s+){_YEAR}(?![\w/])",
        rf"(?<!\w)quy\s+(?:i{{1,3}}|iv|[1-4])\s?(?:/|\s+nam\s+)\s?{_YEAR}(?![\w/])",
        rf"(?<!\w)nam\s+{_YEAR}(?![\w/]|[.,]\d)",
        rf"(?<![\w/.,]){_YEAR}(?![\w/%]|[.,]\d)",
    )
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, month or year in a text.

    Attributes:
        start: First character, without a cue word such as “ngày”.
        end: One past the last.
        year: Year, or None when the text leaves it out (“ngày 22.11”).
        month: Month, or None.
        day: Day, or None.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def date(self) -> date | None:
        """The day, when year, month and day are all given and exist."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def dates(text: str) -> list[DateMention]:
    """Find dates in NFC text, most complete first where forms overlap, in order.

    Understands ``26/10/2021``, ``22.11.2024``, ``12 tháng 11 năm 2021``, ``ngày 22.11``,
    ``tháng 6/2023``, ``quý I/2024``, ``năm 2022`` and a bare year, with or without marks.
    """
    return list(_dates(text))


# An answer looks at each sentence many times.
@lru_cache(maxsize=8_192)
def _dates(text: str) -> tuple[DateMention, ...]:
    folded = fold(text)
    found: list[DateMention] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            group = match.groupdict()
            start = match.end("cue") if group.get("cue") else match.start()
            if any(f.start < match.end() and start < f.end for f in found):
                continue
            found.append(
                DateMention(
                    start,
                    match.end(),
                    *(
                        int(group[part]) if group.get(part) else None
                        for part in ("year", "month", "day")
                    ),
                )
            )
    return tuple(sorted(found, key=lambda mention: mention.start))


def years(text: str) -> list[int]:
    """Return the years that a text names, in order, each once."""
    found = (mention.year for mention in dates(text))
    return list(dict.fromkeys(year for year in found if year is not None))
