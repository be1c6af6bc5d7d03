"""The figures of an index as rows: each with how it stands, and found by what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.schema import CitedFigure, FigureSource, FigureTable, Role, Standing, name_or_title
from assistant.ui.targets.search import Words, says, words_of
from assistant.vietnamese.places import same_place

__all__ = [
    "Row",
    "Wanted",
    "among_bodies",
    "among_places",
    "bodies",
    "choose",
    "rows_of",
    "source_name",
    "table_of",
]

_SET = (Role.TARGET, Role.BUDGET)
"""Roles of figures that hold until something else is set."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with how it stands to the others.

    Attributes:
        standing: The figure in its series.
        words: What a search finds its series by.
        result: The latest result of the same definition, beside a target in force.
        contested: Whether another source tells another value for the same year.
    """

    standing: Standing
    words: Words
    result: CitedFigure | None = None
    contested: bool = False

    @property
    def cited(self) -> CitedFigure:
        """The figure itself."""
        return self.standing.cited

    @property
    def holds(self) -> bool:
        """Whether it is set and nothing has taken its place."""
        return self.cited.figure.role in _SET and self.standing.superseded_by is None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are shown; an empty field holds to nothing.

    Attributes:
        words: Words of the indicator or place, with or without tone marks.
        places: Provinces or cities.
        years: Years that figures speak of.
        roles: What figures are for.
        units: Units in normal form.
        agencies: Bodies that lead.
        documents: Ids of documents.
        in_force: Only what is set and holds.
    """

    words: str = ""
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    units: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    in_force: bool = False

    @property
    def conditions(self) -> int:
        """Number of filters that are set, besides the search and what is in force."""
        filters = (
            self.places, self.years, self.roles, self.units, self.agencies, self.documents,
        )  # fmt: skip
        return sum(map(bool, filters))


def rows_of(table: FigureTable) -> tuple[Row, ...]:
    """Return the figures of a table as rows, in its order."""
    results = {_key(target): result for target, result in table.progress}
    contested = {_key(cited) for pair in table.conflicts for cited in pair}
    words = _words_by_series(table)
    return tuple(
        Row(
            standing,
            words[standing.series],
            results.get(_key(standing.cited)),
            _key(standing.cited) in contested,
        )
        for standing in table.entries
    )


def choose(rows: Iterable[Row], wanted: Wanted) -> list[Row]:
    """Return the rows that are wanted, in their order."""
    return [row for row in rows if _is_wanted(row, wanted)]


def table_of(rows: Iterable[Row], whole: FigureTable) -> FigureTable:
    """Return rows as a table again, with the pairs of the whole one that they have part in.

    Args:
        rows: Rows of the table.
        whole: The table.
    """
    rows = list(rows)
    kept = {_key(row.cited) for row in rows}
    return FigureTable(
        tuple(row.standing for row in rows),
        tuple(pair for pair in whole.conflicts if any(_key(one) in kept for one in pair)),
        tuple(pair for pair in whole.progress if _key(pair[0]) in kept),
    )


def source_name(source: FigureSource) -> str:
    """Return what a document is called for short: by kind and number, else by its title."""
    return name_or_title(source)


def bodies(told: str | None) -> tuple[str, ...]:
    """Return the bodies that a cell names, which it parts by semicolons."""
    return tuple(filter(None, (" ".join(body.split()) for body in (told or "").split(";"))))


def among_bodies(told: str | None, wanted: Sequence[str]) -> bool:
    """Tell whether a cell names one of the bodies that are wanted; all do when none is."""
    return not wanted or not set(bodies(told)).isdisjoint(wanted)


def among_places(place: str | None, places: Sequence[str]) -> bool:
    """Tell whether a place is among places, by their present or earlier names; all when none."""
    return not places or any(same_place(place or "", wanted) for wanted in places)


def _is_wanted(row: Row, wanted: Wanted) -> bool:
    figure = row.cited.figure
    return (
        (not wanted.in_force or row.holds)
        and among_places(figure.place, wanted.places)
        and (not wanted.years or figure.year in wanted.years)
        and (not wanted.roles or figure.role in wanted.roles)
        and (not wanted.units or figure.unit in wanted.units)
        and among_bodies(figure.agency, wanted.agencies)
        and (not wanted.documents or row.cited.source.id in wanted.documents)
        and says(row.words, wanted.words)
    )


def _words_by_series(table: FigureTable) -> dict[int, Words]:
    """Return what a search finds each series by: all that any of its figures is called."""
    parts: dict[int, dict[str, None]] = {}
    for standing in table.entries:
        figure = standing.cited.figure
        told = (figure.indicator, figure.key, figure.base, figure.place, figure.level)
        parts.setdefault(standing.series, {}).update(dict.fromkeys(filter(None, told)))
    return {number: words_of(*told) for number, told in parts.items()}


def _key(cited: CitedFigure) -> tuple[str, int, int, int | None]:
    """Return what tells a figure from all others."""
    span = cited.figure.value_span
    return cited.source.id, span.start, span.end, cited.figure.year
