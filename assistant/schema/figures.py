"""Figures: values with what they measure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.schema.documents import Relation
from assistant.schema.spans import Span

__all__ = [
    "Cell",
    "CitedFigure",
    "CitedTask",
    "Comparator",
    "Figure",
    "FigureFilters",
    "FigureSource",
    "FigureTable",
    "Origin",
    "Role",
    "Standing",
    "Task",
]


class Comparator(StrEnum):
    """How a value binds."""

    EQUAL = "="
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    ABOUT = "~"


class Role(StrEnum):
    """What a figure is for."""

    TARGET = "target"
    RESULT = "result"
    BASELINE = "baseline"
    RANK = "rank"
    COUNT = "count"
    BUDGET = "budget"


class Cell(StrEnum):
    """What of a figure or task a span says."""

    INDICATOR = "indicator"
    UNIT = "unit"
    YEAR = "year"
    PLACE = "place"
    LEVEL = "level"
    AGENCY = "agency"
    HELPERS = "helpers"
    DEADLINE = "deadline"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a cell of a figure was read.

    Attributes:
        cell: The cell.
        span: Its words in the document.
        inherited: Whether they stand outside the sentence or row of the value: in a heading, a
            lead-in, the header of a table or the row that heads a group.
    """

    cell: Cell
    span: Span
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with what it measures, each cell a span of its document or None.

    Attributes:
        document_id: Id of the document.
        indicator: What is measured, in the document's words.
        comparator: How the value binds.
        value: The number in ordinary decimal form; lower end for a range.
        upper: Upper end of a range, else None.
        unit: Unit in normal form (``%``, ``tỷ đồng``, ``ha``), empty when there is none.
        role: Target, result, rank, count or budget.
        year: Year that the figure speaks of, when the sentence states one.
        place: Place that the document governs or the sentence names.
        value_span: Span of the value with its unit.
        sentence_span: Span of the whole sentence, or of the row of a table.
        key: The indicator in normal form: what it counts, without places, years and verbs.
        of: The whole of a ratio (1.937 in 1.579/1.937) or the field of a rank, else None.
        base: What a share is taken of where a table says it beside the unit: ``GDP`` of ``% GDP``.
        level: Level of administration, such as ``cấp xã``, where it is told.
        deadline: The words that set the time, such as “đến hết năm 2025”.
        agency: The body that leads, where a table names it.
        speaker: Who says it, where an article quotes somebody.
        quoted_from: Number of the document, or name of the paper, that the figure is reported
            from, where the sentence names one; such a figure sets nothing itself.
        origins: Where each cell was read. A place without an origin is the document's own, a year
            without one that of its title.
    """

    document_id: str
    indicator: str
    comparator: Comparator
    value: float
    upper: float | None
    unit: str
    role: Role
    year: int | None
    place: str | None
    value_span: Span
    sentence_span: Span
    key: str = ""
    of: float | None = None
    base: str = ""
    level: str | None = None
    deadline: str | None = None
    agency: str | None = None
    speaker: str | None = None
    quoted_from: str | None = None
    origins: tuple[Origin, ...] = ()

    def origin(self, cell: Cell) -> Origin | None:
        """Return where a cell was read; None where no words of the document say it."""
        return next((origin for origin in self.origins if origin.cell is cell), None)


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a table of tasks.

    Attributes:
        document_id: Id of the document.
        name: What is to be done, in the document's words.
        product: What comes of it; empty when not told.
        deadline: Words of the cell that sets the time; empty when not told.
        year: Year of the deadline, when it names one.
        agency: The body that leads; empty when not told.
        helpers: The bodies that help; empty when not told.
        row_span: Span of the row.
        origins: Where each cell was read.
    """

    document_id: str
    name: str
    product: str
    deadline: str
    year: int | None
    agency: str
    helpers: str
    row_span: Span
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureSource:
    """What is known of the document of a figure, without its text."""

    id: str
    path: str
    title: str
    kind: str | None
    number: str | None
    issuer: str | None
    issued: date | None
    published: date | None
    place: str | None
    relations: tuple[Relation, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of issue, else that of publication; None where neither is known."""
        return self.issued or self.published


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure with all that a reader needs to look it up.

    Attributes:
        figure: The figure.
        source: Its document.
        passage_id: Id of the passage that holds it.
        label: Place in words.
        page: Page from 1, or None: never guessed.
        written: The value as written.
        quote: The whole sentence or row, verbatim.
    """

    figure: Figure
    source: FigureSource
    passage_id: str
    label: str
    page: int | None
    written: str
    quote: str


@dataclass(frozen=True, slots=True)
class CitedTask:
    """A task with all that a reader needs to look it up, as in ``CitedFigure``."""

    task: Task
    source: FigureSource
    passage_id: str
    label: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class FigureFilters:
    """Which figures are wanted; an empty field holds to nothing.

    Attributes:
        places: Provinces or cities, by their present or earlier names.
        years: Years that figures speak of.
        roles: What figures are for.
        indicator: Words of the indicator, with or without tone marks.
        in_force: Only targets that no later document has replaced.
        as_of: Only documents issued on or before this day.
    """

    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    indicator: str = ""
    in_force: bool = False
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure among those of its series.

    Attributes:
        cited: The figure.
        series: Number of its series, from 0; figures of one indicator, place and unit share it.
        superseded_by: The later document that set another value or replaced its document; None
            while it holds.
        now: The figure that holds in its stead, where the later document sets one.
    """

    cited: CitedFigure
    series: int
    superseded_by: FigureSource | None = None
    now: CitedFigure | None = None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures with how they stand to each other.

    Attributes:
        entries: The figures, by series, then year, then day of the document.
        conflicts: Pairs of one series, year and role that differ, none of which gave way.
        progress: Targets in force, each beside the latest result of the same definition.
    """

    entries: tuple[Standing, ...]
    conflicts: tuple[tuple[CitedFigure, CitedFigure], ...] = ()
    progress: tuple[tuple[CitedFigure, CitedFigure], ...] = ()
