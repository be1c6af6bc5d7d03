"""Which figures hold: history, conflicts, and targets beside results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from assistant.figures.governors import named_years
from assistant.figures.keys import key_of
from assistant.figures.series import same_definition, same_indicator, series_of
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
    "series_by_day",
    "standings_of",
]

_CENTRAL = re.compile(
    r"\b(?:quoc hoi|chinh phu|thu tuong|bo chinh tri|trung uong|bo truong|bo|tong bi thu)\b"
)
_LOCAL = re.compile(r"\b(?:xa|phuong|thi tran|huyen|quan|dac khu)\b")
_SET = (Role.TARGET, Role.BUDGET)
"""Roles that a later document can replace; what was achieved stays so."""
_LONG_AGO = date(1, 1, 1)


def figure_table(figures: Sequence[CitedFigure], filters: FigureFilters) -> FigureTable:
    """Return the figures that are wanted, with how they stand to all others.

    A target gives way to that of a later document of the same or a higher issuer with another
    value for the same year, and to a document that replaces or amends its own. The press and
    what a document reports from another never replace anything.

    Args:
        figures: All figures of a corpus.
        filters: Which of them are wanted; documents after ``as_of`` count for nothing.
    """
    known = [c for c in figures if filters.as_of is None or _reaches(c.source, filters.as_of)]
    known.sort(key=_day_and_path)
    numbers = series_of(known)
    by_series: dict[int, list[CitedFigure]] = {}
    for cited, number in zip(known, numbers, strict=True):
        by_series.setdefault(number, []).append(cited)
    sources = {cited.source.id: cited.source for cited in known}
    replaced = replacements(sources.values())
    by_source: dict[str, list[CitedFigure]] = {}
    for cited in known:
        by_source.setdefault(cited.source.id, []).append(cited)
    standings = [
        _with_heir(standing, by_source)
        for number, members in by_series.items()
        for standing in _stand(members, number, replaced)
    ]
    wanted = [s for s in standings if _is_wanted(s, filters)]
    chosen = sorted({standing.series for standing in wanted})
    groups: dict[int, list[Standing]] = {number: [] for number in chosen}
    for standing in standings:
        if standing.series in groups:
            groups[standing.series].append(standing)
    return FigureTable(
        tuple(sorted(wanted, key=_place_in_table)),
        tuple(pair for group in groups.values() for pair in _conflicts(group, filters)),
        tuple(pair for group in groups.values() for pair in _progress(group)),
    )


def series_by_day(figures: Sequence[CitedFigure]) -> list[int]:
    """Return for each figure the number of its series, as ``figure_table`` numbers them."""
    order = sorted(range(len(figures)), key=lambda n: _day_and_path(figures[n]))
    numbers = series_of([figures[n] for n in order])
    return [number for _, number in sorted(zip(order, numbers, strict=True))]


def standings_of(
    members: Sequence[CitedFigure], number: int, as_of: date | None = None
) -> list[Standing]:
    """Return the figures of one series, by day, with what has taken their place.

    Args:
        members: All figures of the series.
        number: Its number.
        as_of: Documents after this day count for nothing.
    """
    known = sorted(
        (c for c in members if as_of is None or _reaches(c.source, as_of)), key=_day_and_path
    )
    return _stand(known, number, replacements(cited.source for cited in known))


def _day_and_path(cited: CitedFigure) -> tuple[date, str]:
    return day_of(cited.source) or _LONG_AGO, cited.source.path


def _is_wanted(standing: Standing, filters: FigureFilters) -> bool:
    """Tell whether a figure is among those asked for."""
    figure = standing.cited.figure
    place = figure.place or ""
    words = set(f"{figure.key} {fold(figure.indicator)}".split())
    return (
        (not filters.places or any(same_place(place, wanted) for wanted in filters.places))
        and (not filters.years or figure.year in filters.years)
        and (not filters.roles or figure.role in filters.roles)
        and set(key_of(filters.indicator).split()) <= words
        and (not filters.in_force or (figure.role in _SET and standing.superseded_by is None))
    )


def day_of(source: FigureSource) -> date | None:
    """Return the day of a document: of issue, of publication, or of the year in its title."""
    if source.day:
        return source.day
    named = named_years(source.title)
    return date(named[0], 1, 1) if len(named) == 1 else None


def _reaches(source: FigureSource, as_of: date) -> bool:
    day = day_of(source)
    return day is None or day <= as_of


def is_reported(cited: CitedFigure) -> bool:
    """Tell whether a figure is reported in its document rather than set by it."""
    return cited.source.kind in (None, PRESS) or cited.figure.quoted_from is not None


def _rank(source: FigureSource) -> int:
    """Return how high the issuer stands: 3 central, 2 a province, 1 below it."""
    issuer = fold(source.issuer or "")
    if _LOCAL.search(issuer):
        return 1
    return 3 if source.place == "Việt Nam" or _CENTRAL.search(issuer) else 2


def replacements(sources: Iterable[FigureSource]) -> dict[str, FigureSource]:
    """Return the documents that others replace, by id, each with the one in its stead."""
    all_sources = sorted(sources, key=lambda s: (day_of(s) or _LONG_AGO, s.path))
    found: dict[str, FigureSource] = {}
    for later in all_sources:
        for relation in later.relations:
            if relation.kind is not RelationKind.THAY_THE:
                continue
            for earlier in all_sources:
                if earlier is not later and _is_named(earlier, relation.number):
                    found.setdefault(earlier.id, later)
    return found


def _is_named(source: FigureSource, number: str) -> bool:
    own = named_documents(source.number or "")
    return any_match(own, named_documents(number))


def _stand(
    members: Sequence[CitedFigure], number: int, replaced: dict[str, FigureSource]
) -> list[Standing]:
    """Return the figures of a series, by day, with what has taken their place."""
    found: list[Standing] = []
    peers: dict[tuple[int | None, Role], list[CitedFigure]] = {}
    for cited in members:
        if not is_reported(cited) and day_of(cited.source) is not None:
            peers.setdefault((cited.figure.year, cited.figure.role), []).append(cited)
    for cited in members:
        beside = peers.get((cited.figure.year, cited.figure.role), [])
        now = _successor(cited, beside) if cited.figure.role in _SET else None
        by = now.source if now else None
        if by is None and cited.figure.role in _SET and not is_reported(cited):
            by = replaced.get(cited.source.id)
        found.append(Standing(cited, number, by, now))
    return found


def _with_heir(standing: Standing, by_source: Mapping[str, Sequence[CitedFigure]]) -> Standing:
    """Return a figure of a replaced document with the one that its heir sets in its stead.

    The heir may govern another place: the plan of a merged province replaces those of both.
    """
    if standing.now is not None or standing.superseded_by is None:
        return standing
    old = standing.cited.figure
    heirs = [
        heir
        for heir in by_source.get(standing.superseded_by.id, ())
        if (heir.figure.role, heir.figure.year, heir.figure.unit) == (old.role, old.year, old.unit)
        and not is_reported(heir)
        and same_indicator(heir.figure, old)
    ]
    return replace(standing, now=heirs[0]) if heirs else standing


def _successor(cited: CitedFigure, peers: Sequence[CitedFigure]) -> CitedFigure | None:
    """Return the latest figure that a later document set in place of one.

    Args:
        cited: A figure.
        peers: What documents set for the same year, by day.
    """
    own = _origin_of(cited, peers)
    if own is not None and own is not cited:
        return _successor(own, peers)
    day = day_of(cited.source)
    if cited.figure.year is None or day is None:
        return None
    later = [
        other
        for other in peers
        if other.source.id != cited.source.id
        and (day_of(other.source) or _LONG_AGO) > day
        and (_rank(other.source) >= _rank(cited.source) or _acts_on(other, cited))
    ]
    return later[-1] if later and _value(later[-1]) != _value(cited) else None


def _origin_of(cited: CitedFigure, peers: Sequence[CitedFigure]) -> CitedFigure | None:
    """Return the figure of the document that a reported figure comes from, where it is known."""
    if not is_reported(cited):
        return cited
    number = cited.figure.quoted_from
    alike = [other for other in peers if _value(other) == _value(cited)]
    if number:
        alike = [other for other in alike if _is_named(other.source, number)] or alike
    return alike[0] if alike else None


def _acts_on(later: CitedFigure, earlier: CitedFigure) -> bool:
    return any(
        relation.kind is not RelationKind.CAN_CU and _is_named(earlier.source, relation.number)
        for relation in later.source.relations
    )


def _value(cited: CitedFigure) -> tuple[float, float | None]:
    return cited.figure.value, cited.figure.upper


def _conflicts(
    group: Sequence[Standing], filters: FigureFilters
) -> list[tuple[CitedFigure, CitedFigure]]:
    """Return pairs of different sources that differ on one year, none of them replaced."""
    held = [
        s.cited
        for s in group
        if s.superseded_by is None
        and s.cited.figure.year is not None
        and (not filters.years or s.cited.figure.year in filters.years)
        and (not filters.roles or s.cited.figure.role in filters.roles)
    ]
    found, seen = [], set()
    for one, other in combinations(held, 2):
        same = (one.figure.year, one.figure.role) == (other.figure.year, other.figure.role)
        told = (one.source.id, other.source.id, _value(one), _value(other))
        if (
            same
            and one.source.id != other.source.id
            and _value(one) != _value(other)
            and same_definition(one.figure, other.figure)
            and told not in seen
        ):
            seen.add(told)
            found.append((one, other))
    return found


def _progress(group: Sequence[Standing]) -> list[tuple[CitedFigure, CitedFigure]]:
    """Return each target in force with the latest result of the same definition."""
    results = [
        s.cited
        for s in group
        if s.cited.figure.role is Role.RESULT and s.cited.figure.year is not None
    ]
    found, told = [], set()
    for standing in group:
        target = standing.cited
        if target.figure.role is not Role.TARGET or standing.superseded_by or is_reported(target):
            continue
        agreeing = [r for r in results if same_definition(r.figure, target.figure)]
        key = (target.source.id, target.figure.year, _value(target))
        if agreeing and key not in told:
            told.add(key)
            found.append((target, max(agreeing, key=_recency)))
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
