"""Which figures hold: history, conflicts, and targets beside results."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import combinations

from assistant.figures.governors import named_years
from assistant.figures.keys import key_of
from assistant.figures.series import Definition, definition_of, same_indicator, series_of
from assistant.schema import (
    PRESS,
    CitedFigure,
    FigureFilters,
    FigureSource,
    FigureTable,
    RelationKind,
    Role,
    Standing,
)
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import same_place

__all__ = [
    "day_of",
    "figure_table",
    "is_reported",
    "replacements",
    "rivals_of",
    "series_by_day",
    "standings_of",
    "with_heir",
]

_CENTRAL = re.compile(
    r"\b(?:quoc hoi|chinh phu|thu tuong|bo chinh tri|trung uong|bo truong|bo|tong bi thu)\b"
)
_LOCAL = re.compile(r"\b(?:xa|phuong|thi tran|huyen|quan|dac khu)\b")
_SET = (Role.TARGET, Role.BUDGET)
"""Roles that a later document can replace; what was achieved stays so."""
_LONG_AGO = date(1, 1, 1)


def figure_table(
    figures: Sequence[CitedFigure], filters: FigureFilters, series: Sequence[int] | None = None
) -> FigureTable:
    """Return the figures that are wanted, with how they stand to all others.

    A target gives way to that of a later document of the same or a higher issuer with another
    value for the same year, and to a document that replaces or amends its own. The press and
    what a document reports from another never replace anything.

    Args:
        figures: All figures of a corpus.
        filters: Which of them are wanted; documents after ``as_of`` count for nothing.
        series: The numbers that ``series_by_day`` gives, where they are known. As of a day they
            are others, since the first figure of a series may not be known yet.
    """
    known = [c for c in figures if filters.as_of is None or _reaches(c.source, filters.as_of)]
    if series is None or len(known) < len(figures):
        series = series_by_day(known)
    by_series: dict[int, list[CitedFigure]] = {number: [] for number in sorted(set(series))}
    for number, cited in sorted(zip(series, known, strict=True), key=lambda p: _day_and_path(p[1])):
        by_series[number].append(cited)
    replaced = replacements({cited.source.id: cited.source for cited in known}.values())
    heirs = _by_source(known, {later.id for later in replaced.values()})
    groups = {
        number: [with_heir(one, heirs) for one in _stand(members, number, replaced)]
        for number, members in by_series.items()
    }
    words = set(key_of(filters.indicator).split())
    wanted = [s for group in groups.values() for s in group if _is_wanted(s, filters, words)]
    chosen = sorted({standing.series for standing in wanted})
    return FigureTable(
        tuple(sorted(wanted, key=_place_in_table)),
        tuple(pair for number in chosen for pair in _conflicts(groups[number], filters)),
        tuple(pair for number in chosen for pair in _progress(groups[number])),
    )


def series_by_day(figures: Sequence[CitedFigure]) -> list[int]:
    """Return for each figure the number of its series, as ``figure_table`` numbers them."""
    order = sorted(range(len(figures)), key=lambda n: _day_and_path(figures[n]))
    numbers = series_of([figures[n] for n in order])
    return [number for _, number in sorted(zip(order, numbers, strict=True))]


def standings_of(
    members: Iterable[CitedFigure],
    number: int,
    as_of: date | None = None,
    replaced: Mapping[str, FigureSource] | None = None,
) -> list[Standing]:
    """Return the figures of one series, by day, with what has taken their place.

    Args:
        members: All figures of the series, or all of them of one year and role.
        number: Its number.
        as_of: Documents after this day count for nothing.
        replaced: Documents that others replace, by id; None to look among the members'.
    """
    known = sorted(
        (c for c in members if as_of is None or _reaches(c.source, as_of)), key=_day_and_path
    )
    if replaced is None:
        replaced = replacements({cited.source.id: cited.source for cited in known}.values())
    elif as_of is not None:
        replaced = {old: later for old, later in replaced.items() if _reaches(later, as_of)}
    return _stand(known, number, replaced)


def _day_and_path(cited: CitedFigure) -> tuple[date, str]:
    return day_of(cited.source) or _LONG_AGO, cited.source.path


def _is_wanted(standing: Standing, filters: FigureFilters, words: set[str]) -> bool:
    """Tell whether a figure is among those asked for.

    Args:
        standing: The figure.
        filters: What is asked for.
        words: The words of the indicator that is asked for.
    """
    figure = standing.cited.figure
    place = figure.place or ""
    return (
        (not filters.places or any(same_place(place, wanted) for wanted in filters.places))
        and (not filters.years or figure.year in filters.years)
        and (not filters.roles or figure.role in filters.roles)
        and (not words or words <= set(f"{figure.key} {fold(figure.indicator)}".split()))
        and (not filters.in_force or (figure.role in _SET and standing.superseded_by is None))
    )


def day_of(source: FigureSource) -> date | None:
    """Return the day of a document: of issue, of publication, or of the year in its title."""
    return source.day or _day_in(source.title)


@lru_cache(maxsize=65_536)
def _day_in(title: str) -> date | None:
    named = named_years(title)
    return date(named[0], 1, 1) if len(named) == 1 else None


def _reaches(source: FigureSource, as_of: date) -> bool:
    day = day_of(source)
    return day is None or day <= as_of


def is_reported(cited: CitedFigure) -> bool:
    """Tell whether a figure is reported in its document rather than set by it."""
    return cited.source.kind in (None, PRESS) or cited.figure.quoted_from is not None


def _rank(source: FigureSource) -> int:
    """Return how high the issuer stands: 3 central, 2 a province, 1 below it."""
    return _rank_of(source.issuer or "", source.place)


@lru_cache(maxsize=8192)
def _rank_of(issuer: str, place: str | None) -> int:
    issuer = fold(issuer)
    if _LOCAL.search(issuer):
        return 1
    return 3 if place == "Việt Nam" or _CENTRAL.search(issuer) else 2


def replacements(sources: Iterable[FigureSource]) -> dict[str, FigureSource]:
    """Return the documents that others replace, by id, each with the one in its stead."""
    all_sources = sorted(sources, key=lambda s: (day_of(s) or _LONG_AGO, s.path))
    if not any(r.kind is RelationKind.THAY_THE for s in all_sources for r in s.relations):
        return {}
    # Documents whose numbers differ are never one, so that few are held against a relation.
    by_number: dict[str, list[FigureSource]] = {}
    for source in all_sources:
        for own in named_documents(source.number or ""):
            by_number.setdefault(own.number, []).append(source)
    found: dict[str, FigureSource] = {}
    for later in all_sources:
        for relation in later.relations:
            if relation.kind is not RelationKind.THAY_THE:
                continue
            for named in named_documents(relation.number):
                for earlier in by_number.get(named.number, ()):
                    if earlier is not later and _is_named(earlier, relation.number):
                        found.setdefault(earlier.id, later)
    return found


def _is_named(source: FigureSource, number: str) -> bool:
    own = named_documents(source.number or "")
    return any_match(own, named_documents(number))


class _Peers:
    """What documents set for one year in one role of a series, by day."""

    def __init__(self) -> None:
        self._by_day: list[CitedFigure] = []
        self._by_value: dict[_Value, list[CitedFigure]] = {}

    def add(self, cited: CitedFigure) -> None:
        """Add a figure that is no earlier than those before it."""
        self._by_day.append(cited)
        self._by_value.setdefault(_value(cited), []).append(cited)

    def successor_of(self, cited: CitedFigure) -> CitedFigure | None:
        """Return the latest figure that a later document set in place of one."""
        own = self._origin_of(cited)
        if own is None:
            own = cited
        day = day_of(own.source)
        if own.figure.year is None or day is None:
            return None
        for other in reversed(self._by_day):
            if (day_of(other.source) or _LONG_AGO) <= day:
                return None
            if other.source.id != own.source.id and (
                _rank(other.source) >= _rank(own.source) or _acts_on(other, own)
            ):
                return other if _value(other) != _value(own) else None
        return None

    def _origin_of(self, cited: CitedFigure) -> CitedFigure | None:
        """Return the figure of the document that a reported figure comes from, if it is known."""
        if not is_reported(cited):
            return cited
        number = cited.figure.quoted_from
        alike = self._by_value.get(_value(cited), [])
        named = [other for other in alike if _is_named(other.source, number)] if number else []
        return next(iter(named or alike), None)


def _stand(
    members: Sequence[CitedFigure], number: int, replaced: Mapping[str, FigureSource]
) -> list[Standing]:
    """Return the figures of a series, by day, with what has taken their place."""
    found: list[Standing] = []
    peers: dict[tuple[int | None, Role], _Peers] = {}
    for cited in members:
        beside = peers.setdefault((cited.figure.year, cited.figure.role), _Peers())
        if not is_reported(cited) and day_of(cited.source) is not None:
            beside.add(cited)
    for cited in members:
        beside = peers[cited.figure.year, cited.figure.role]
        now = beside.successor_of(cited) if cited.figure.role in _SET else None
        by = now.source if now else None
        if by is None and cited.figure.role in _SET and not is_reported(cited):
            by = replaced.get(cited.source.id)
        found.append(Standing(cited, number, by, now))
    return found


def _by_source(
    figures: Iterable[CitedFigure], wanted: Collection[str]
) -> dict[str, list[CitedFigure]]:
    """Return the figures of some documents, by the id of each."""
    found: dict[str, list[CitedFigure]] = {}
    for cited in figures:
        if cited.source.id in wanted:
            found.setdefault(cited.source.id, []).append(cited)
    return found


def with_heir(standing: Standing, by_source: Mapping[str, Sequence[CitedFigure]]) -> Standing:
    """Return a figure of a replaced document with the one that its heir sets in its stead.

    The heir may govern another place: the plan of a merged province replaces those of both.

    Args:
        standing: A figure.
        by_source: The figures of documents that replace others, by the id of each.
    """
    if standing.now is not None or standing.superseded_by is None:
        return standing
    old = standing.cited.figure
    heirs = (
        heir
        for heir in by_source.get(standing.superseded_by.id, ())
        if (heir.figure.role, heir.figure.year, heir.figure.unit) == (old.role, old.year, old.unit)
        and not is_reported(heir)
        and same_indicator(heir.figure, old)
    )
    return replace(standing, now=next(heirs, None))


def _acts_on(later: CitedFigure, earlier: CitedFigure) -> bool:
    return any(
        relation.kind is not RelationKind.CAN_CU and _is_named(earlier.source, relation.number)
        for relation in later.source.relations
    )


_Value = tuple[float, float | None]
_Alike = tuple[int, Role, Definition]


def _value(cited: CitedFigure) -> _Value:
    return cited.figure.value, cited.figure.upper


def _conflicts(
    group: Sequence[Standing], filters: FigureFilters
) -> list[tuple[CitedFigure, CitedFigure]]:
    """Return pairs of different sources that differ on one year, none of them replaced."""
    held: dict[_Alike, dict[tuple[str, _Value], tuple[int, CitedFigure]]] = {}
    for place, standing in enumerate(group):
        cited, figure = standing.cited, standing.cited.figure
        if (
            standing.superseded_by is None
            and figure.year is not None
            and (not filters.years or figure.year in filters.years)
            and (not filters.roles or figure.role in filters.roles)
        ):
            alike = held.setdefault((figure.year, figure.role, definition_of(figure)), {})
            alike.setdefault((cited.source.id, _value(cited)), (place, cited))
    pairs = {
        (at, beside): (one, other)
        for alike in held.values()
        for (at, one), (beside, other) in combinations(alike.values(), 2)
        if _differ(one, other)
    }
    told: dict[tuple[str, str, _Value, _Value], tuple[CitedFigure, CitedFigure]] = {}
    for at in sorted(pairs):
        one, other = pairs[at]
        key = one.source.id, other.source.id, _value(one), _value(other)
        told.setdefault(key, (one, other))
    return list(told.values())


def _differ(one: CitedFigure, other: CitedFigure) -> bool:
    return one.source.id != other.source.id and _value(one) != _value(other)


def rivals_of(own: Standing, group: Sequence[Standing]) -> Iterator[CitedFigure]:
    """Yield the figures of other sources that differ from one for its year, none of them replaced.

    Args:
        own: The figure.
        group: The figures of its series, by day.
    """
    figure = own.cited.figure
    if own.superseded_by is not None or figure.year is None:
        return
    for standing in group:
        other = standing.cited.figure
        if (
            standing.superseded_by is None
            and (other.year, other.role) == (figure.year, figure.role)
            and definition_of(other) == definition_of(figure)
            and _differ(own.cited, standing.cited)
        ):
            yield standing.cited


def _progress(group: Sequence[Standing]) -> list[tuple[CitedFigure, CitedFigure]]:
    """Return each target in force with the latest result of the same definition."""
    latest: dict[Definition, CitedFigure] = {}
    for standing in group:
        result = standing.cited
        if result.figure.role is not Role.RESULT or result.figure.year is None:
            continue
        before = latest.setdefault(definition_of(result.figure), result)
        if _recency(result) > _recency(before):
            latest[definition_of(result.figure)] = result
    found, told = [], set()
    for standing in group:
        target = standing.cited
        if target.figure.role is not Role.TARGET or standing.superseded_by or is_reported(target):
            continue
        agreeing = latest.get(definition_of(target.figure))
        key = (target.source.id, target.figure.year, _value(target))
        if agreeing is not None and key not in told:
            told.add(key)
            found.append((target, agreeing))
    return found


def _recency(cited: CitedFigure) -> tuple[int, date]:
    return cited.figure.year or 0, day_of(cited.source) or _LONG_AGO


def _place_in_table(standing: Standing) -> tuple[int, int, date, str, int]:
    cited = standing.cited
    return (
        standing.series,
        *_recency(cited),
        cited.source.path,
        cited.figure.value_span.start,
    )
