"""Figures of one indicator and place together: what holds, how it came to, and other places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assistant.figures.series import same_indicator
from assistant.figures.standings import day_of, is_reported
from assistant.figures.wording import value_words
from assistant.schema import CitedFigure, Figure, Role
from assistant.ui.targets.rows import Row, source_name

__all__ = [
    "Bar",
    "Change",
    "Point",
    "Series",
    "alike",
    "bars",
    "changes",
    "points",
    "rises",
    "series_of",
]

_LONG_AGO = date(1, 1, 1)
_CHOSEN = (Role.TARGET.value, "replaced")
"""Kinds of points of which one a year is known to be in force, or none."""
_NAMED = 3
"""Documents that are named at a point; the others are counted."""


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator, place and unit.

    Attributes:
        number: Its number in the table.
        name: The indicator, as the documents that set it word it.
        place: The place; empty when none is told.
        rows: Its figures, by year, then day of the document.
    """

    number: int
    name: str
    place: str
    rows: tuple[Row, ...]

    @property
    def figure(self) -> Figure:
        """A figure that stands for all in what they have in common."""
        return self.rows[0].cited.figure

    @property
    def held(self) -> list[CitedFigure]:
        """The targets in force, one a year, by year."""
        by_year: dict[int, CitedFigure] = {}
        for row in sorted((row for row in self.rows if row.holds), key=_standing_of):
            if row.cited.figure.year is not None:
                by_year[row.cited.figure.year] = row.cited
        return [by_year[year] for year in sorted(by_year)]

    @property
    def result(self) -> CitedFigure | None:
        """The latest result."""
        results = [row.cited for row in self.rows if row.cited.figure.role is Role.RESULT]
        return max(results, key=lambda one: (one.figure.year or 0, _day(one)), default=None)

    @property
    def leading(self) -> Row:
        """The row that is shown first: what holds for the latest year, else the latest told."""
        return max(
            self.rows,
            key=lambda row: (row.holds, row.cited.figure.year or 0, _standing_of(row)),
        )

    @property
    def replaced(self) -> int:
        """How many of the figures something else has taken the place of."""
        return sum(row.standing.superseded_by is not None for row in self.rows)

    @property
    def contested(self) -> bool:
        """Whether sources differ on any of the figures."""
        return any(row.contested for row in self.rows)


@dataclass(frozen=True, slots=True)
class Change:
    """What was set for a year, and then set otherwise.

    Attributes:
        year: The year that the values are set for.
        steps: The values in order of the days on which they were set, the last in force.
    """

    year: int | None
    steps: tuple[CitedFigure, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a year, by all documents that tell it.

    Attributes:
        year: The year.
        kind: ``replaced`` for what no longer holds, else the role.
        value: The value.
        upper: Upper end of a range, else None.
        written: The value as written.
        told: Who tells it.
        joined: Whether a line leads through it: one value a year of its kind.
    """

    year: int
    kind: str
    value: float
    upper: float | None
    written: str
    told: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """The value of a place, beside those of others.

    Attributes:
        place: The place.
        value: The value.
        upper: Upper end of a range, else None.
        written: The value as written.
        told: Who tells it.
    """

    place: str
    value: float
    upper: float | None
    written: str
    told: str


def series_of(rows: Iterable[Row]) -> list[Series]:
    """Return rows by their series, those with most figures first."""
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.standing.series, []).append(row)
    found = [
        Series(number, _name(group), group[0].cited.figure.place or "", tuple(group))
        for number, group in groups.items()
    ]
    return sorted(found, key=lambda one: (-len(one.rows), one.number))


def changes(series: Series) -> list[Change]:
    """Return what of a series was set anew, by year: the values in order, the last in force.

    A value that several documents tell is told by the one that set it, as far as it is known:
    an official one, and the earliest.
    """
    steps: dict[int | None, list[CitedFigure]] = {}
    last: dict[int | None, CitedFigure] = {}
    for row in series.rows:
        if row.standing.now is not None and row.cited.figure.role is Role.TARGET:
            year = row.cited.figure.year
            steps.setdefault(year, []).append(row.cited)
            last[year] = row.standing.now
    found = []
    for year, earlier in steps.items():
        values: dict[tuple[float, float | None], CitedFigure] = {}
        for cited in sorted(earlier, key=lambda one: (is_reported(one), _day(one))):
            values.setdefault(_value(cited), cited)
        ordered = sorted(values.values(), key=_day)
        found.append(Change(year, (*ordered, last[year])))
    return sorted(found, key=lambda change: change.year or 0)


def rises(change: Change) -> list[int]:
    """Return for each step after the first 1 where it is higher, −1 where lower, 0 where alike."""
    values = [_value(step)[0] for step in change.steps]
    return [(later > earlier) - (later < earlier) for earlier, later in pairwise(values)]


def points(series: Series) -> list[Point]:
    """Return a series as points of a chart, by year; figures that tell no year are left out.

    Of the targets of a year a line leads through the one in force; where sources differ on
    anything else, it leads through none of them.
    """
    groups: dict[tuple[int, str, float, float | None], list[CitedFigure]] = {}
    for row in series.rows:
        figure = row.cited.figure
        if figure.year is not None:
            kind = "replaced" if row.standing.superseded_by else figure.role.value
            key = (figure.year, kind, figure.value, figure.upper)
            groups.setdefault(key, []).append(row.cited)
    values = Counter((year, kind) for year, kind, _, _ in groups)
    held = {(one.figure.year, Role.TARGET.value, *_value(one)) for one in series.held}
    return [
        Point(
            year,
            kind,
            value,
            upper,
            value_words(told[0]),
            _told(told),
            (year, kind, value, upper) in held or (kind not in _CHOSEN and values[year, kind] == 1),
        )
        for (year, kind, value, upper), told in sorted(
            groups.items(), key=lambda item: (item[0][0], item[0][1], item[0][2])
        )
    ]


def alike(series: Series, others: Iterable[Series]) -> list[Series]:
    """Return the series of other places that measure the same, the given one first."""
    own = series.figure
    return [
        series,
        *(
            other
            for other in others
            if other.number != series.number
            and other.place
            and other.place != series.place
            and other.figure.unit == own.unit
            and (other.figure.role is Role.RANK) == (own.role is Role.RANK)
            and own.key
            and same_indicator(other.figure, own)
        ),
    ]


def bars(series: Sequence[Series]) -> dict[tuple[int, Role], list[Bar]]:
    """Return the values of places side by side, by year and role.

    Years with most places come first, the latest of them before the others; those with one
    place alone are left out. Of a place with several values the latest told that holds counts.

    Args:
        series: Series of one indicator, each of another place.
    """
    told: dict[tuple[int, Role], dict[str, CitedFigure]] = {}
    for one in series:
        for row in sorted(one.rows, key=_standing_of):
            figure = row.cited.figure
            if figure.year is None or row.standing.superseded_by is not None:
                continue
            told.setdefault((figure.year, figure.role), {})[one.place] = row.cited
    compared = {key: places for key, places in told.items() if len(places) > 1}
    order = sorted(compared, key=lambda key: (-len(compared[key]), -key[0], key[1].value))
    return {key: [_bar(place, cited) for place, cited in compared[key].items()] for key in order}


def _bar(place: str, cited: CitedFigure) -> Bar:
    figure = cited.figure
    return Bar(place, figure.value, figure.upper, value_words(cited), source_name(cited.source))


def _name(rows: Sequence[Row]) -> str:
    """Return how most figures word their indicator, those of official documents before others."""
    told = Counter(row.cited.figure.indicator for row in rows)
    official = {row.cited.figure.indicator for row in rows if not is_reported(row.cited)}
    name = max(told, key=lambda one: (one in official, told[one], len(one), one))
    name = " ".join(name.split())
    return name[:1].upper() + name[1:]


def _standing_of(row: Row) -> tuple[bool, date]:
    """Order rows so that what is set by a document comes after what is reported of it."""
    return not is_reported(row.cited), _day(row.cited)


def _day(cited: CitedFigure) -> date:
    return day_of(cited.source) or _LONG_AGO


def _value(cited: CitedFigure) -> tuple[float, float | None]:
    return cited.figure.value, cited.figure.upper


def _told(cited: Sequence[CitedFigure]) -> str:
    names = list(dict.fromkeys(source_name(one.source) for one in cited))
    more = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f" (+{more})" if more > 0 else "")
