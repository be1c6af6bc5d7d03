"""Dates and deadlines as Vietnamese documents write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.vietnamese.normalise import fold

__all__ = ["DateMention", "Deadline", "Due", "dates", "deadlines", "years"]

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# A bare 1/3 or 22.11 is a ratio or a decimal unless a word for a day stands before it.
_CUES = ("ngay", "sang", "chieu", "toi", "trua", "hom", "mung", "mong")
_CUE = rf"(?<![\w])(?P<cue>(?:{'|'.join(_CUES)})\s+(?:ngay\s+)?(?:so\s+)?)"
_YEARS = ("19", "20")
_ANY_YEAR = re.compile(_YEAR)
_DIGIT = re.compile(r"\d")

# “Thông tư 05/2024” and “số 6/2025” number a document, “6/2025” alone is a month.
_NOT_NUMBERED = (
    r"(?<!so )(?<!thong tu )(?<!nghi dinh )(?<!luat )(?<!nghi quyet )(?<!quyet dinh )"
    r"(?<!chi thi )(?<!phap lenh )(?<!tren )(?<!ty le )"
)

_PATTERNS = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            _YEARS,
            rf"(?<![\w/.,-]){_DAY}\s?([/.-])\s?{_MONTH}\s?\2\s?{_YEAR}(?![\w/]|[.,-]\d)",
        ),
        (
            ("thang",),
            rf"(?<!\w){_DAY}\s+thang\s+{_MONTH}(?:\s*[,]?\s+nam\s+|\s?[/-]\s?){_YEAR}(?!\w)",
        ),
        (_CUES, rf"{_CUE}{_DAY}\s?[/.-]\s?{_MONTH}(?![\w/%]|[.,]\d)"),
        (("thang",), rf"{_CUE}{_DAY}\s+thang\s+{_MONTH}(?!\w)"),
        (("thang",), rf"(?<!\w)thang\s+{_MONTH}(?:\s?[/-]\s?|\s+nam\s+){_YEAR}(?![\w/])"),
        (
            ("quy",),
            r"(?<!\w)quy\s+(?P<quarter>i{1,3}|iv|[1-4])\s?(?:/|\s+nam\s+)\s?"
            rf"{_YEAR}(?![\w/])",
        ),
        (_YEARS, rf"(?<![\w/.,-]){_NOT_NUMBERED}{_MONTH}/{_YEAR}(?![\w/]|[.,-]\d)"),
        (("nam",), rf"(?<!\w)nam\s+{_YEAR}(?![\w/]|[.,]\d)"),
        (_YEARS, rf"(?<![\w/.,]){_YEAR}(?![\w/%]|[.,]\d)"),
    )
)
"""Forms of dates, each with words one of which it holds: few texts hold any of them."""


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, month or year in a text.

    Attributes:
        start: First character, without a cue word such as “ngày”.
        end: One past the last.
        year: Year, or None when the text leaves it out (“ngày 22.11”).
        month: Month, or None.
        day: Day, or None.
        quarter: Quarter from 1 to 4, or None.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    quarter: int | None = None

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
    ``tháng 6/2023``, ``6/2023``, ``quý I/2024``, ``năm 2022`` and a bare year, with or without
    marks.
    """
    return list(_dates(text))


# An answer looks at each sentence many times.
@lru_cache(maxsize=8_192)
def _dates(text: str) -> tuple[DateMention, ...]:
    if _DIGIT.search(text) is None:
        return ()
    folded = fold(text)
    found: list[DateMention] = []
    dated = _ANY_YEAR.search(folded) is not None
    for words, pattern in _PATTERNS:
        if "year" in pattern.groupindex and not dated:
            continue
        if not any(word in folded for word in words):
            continue
        for match in pattern.finditer(folded):
            group = match.groupdict()
            start = match.end("cue") if group.get("cue") else match.start()
            if any(f.start < match.end() and start < f.end for f in found):
                continue
            found.append(
                DateMention(
                    start,
                    match.end(),
                    _int(group.get("year")),
                    _int(group.get("month")),
                    _int(group.get("day")),
                    _QUARTERS.get(group.get("quarter") or ""),
                )
            )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def years(text: str) -> list[int]:
    """Return the years that a text names, in order, each once."""
    found = (mention.year for mention in dates(text))
    return list(dict.fromkeys(year for year in found if year is not None))


class Due(StrEnum):
    """How a deadline binds."""

    BEFORE = "trước"
    BY = "đến"
    BY_END = "đến hết"
    WITHIN = "trong"
    AFTER = "sau"
    EVERY = "hằng"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which, within which or how often something is due.

    Attributes:
        start: First character, the words that bind it included.
        end: One past the last.
        due: How it binds.
        date: The date, which may lack its year (“trước ngày 31/01”); None for what recurs.
        every: For what recurs, the period in normal form: “quý”, “6 tháng”; empty otherwise.
    """

    start: int
    end: int
    due: Due
    date: DateMention | None
    every: str = ""


_BINDS = re.compile(
    r"(?<!\w)(?:(?P<before>truoc(?: het)?)|(?P<by_end>den het|het|den cuoi|cuoi)"
    r"|(?P<by>(?:cham|muon) nhat(?: la)?(?: vao)?(?: trong)?(?: den)?|den|toi"
    r"|han(?: chot)?(?: la)?)"
    r"|(?P<within>trong)|(?P<after>sau|tu))"
    r"\s+(?:(?:ngay|thang|nam|quy|vao|cuoi|dau|het|khoang)\s+)*$"
)
_PARTIAL = re.compile(
    rf"(?<!\w)(?:(?:ngay\s+{_DAY}(?:\s?[/.-]\s?|\s+thang\s+)|thang\s+){_MONTH}"
    r"|quy\s+(?P<quarter>i{1,3}|iv|[1-4]))(?![\w/]|[.,]\d)"
)
_EVERY = re.compile(
    r"(?<!\w)(?:hằng|hàng|mỗi)\s+(?P<period>ngày|tuần|tháng|quý|năm)(?!\w)"
    r"|(?<!\w)định kỳ\s+(?:(?:hằng|hàng|mỗi)\s+)?(?P<term>(?:\d+\s+)?(?:ngày|tuần|tháng|quý|năm))"
    r"(?!\w)",
    re.IGNORECASE,
)


def deadlines(text: str) -> list[Deadline]:
    """Find deadlines and recurrences in marked NFC text, in order, not overlapping.

    Understands ``trước ngày 31/01``, ``trong tháng 6/2023``, ``đến hết năm 2025``, ``chậm nhất
    ngày 15/01/2026``, ``trong quý I``, ``hằng quý`` and ``định kỳ 6 tháng``.
    """
    folded = fold(text)
    mentions = dates(text)
    for match in _PARTIAL.finditer(folded):
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            group = match.groupdict()
            month, day = (int(group[part]) if group[part] else None for part in ("month", "day"))
            quarter = _QUARTERS.get(group["quarter"] or "")
            mentions.append(DateMention(*match.span(), None, month, day, quarter))
    found: list[Deadline] = []
    for mention in mentions:
        binds = _BINDS.search(folded, max(0, mention.start - 50), mention.start)
        if binds and binds.lastgroup:
            due = Due[binds.lastgroup.upper()]
            found.append(Deadline(binds.start(), mention.end, due, mention))
    for match in _EVERY.finditer(text):
        period = " ".join((match["period"] or match["term"]).lower().split())
        found.append(Deadline(*match.span(), Due.EVERY, None, period))
    found.sort(key=lambda deadline: deadline.start)
    return [d for n, d in enumerate(found) if not n or found[n - 1].end <= d.start]
