"""All that the page shows of an index, read once for each publication and day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from assistant.figures.standings import day_of
from assistant.schema import Citation, CitedFigure, CitedTask, FigureFilters, FigureTable, Span
from assistant.ui.cards import citation_card
from assistant.ui.opening import Shelf
from assistant.ui.targets.columns import Cells
from assistant.ui.targets.rows import (
    Row,
    Wanted,
    among_bodies,
    among_places,
    choose,
    rows_of,
    table_of,
)
from assistant.ui.targets.search import Words, says, words_of
from assistant.ui.targets.series import Series, series_of
from assistant.ui.texts import TEXTS

__all__ = [
    "Board",
    "TaskRow",
    "View",
    "board_of",
    "card",
    "cells_of",
    "choose_tasks",
    "view_of",
]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task, and what a search finds it by."""

    cited: CitedTask
    words: Words


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """The figures and tasks of an index; shared by all sessions, and changed by none.

    Attributes:
        table: The figures with how they stand to each other.
        rows: The figures as rows.
        series: The series of all figures, by number.
        tasks: The tasks.
    """

    table: FigureTable
    rows: tuple[Row, ...]
    series: dict[int, Series]
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What is wanted of the figures.

    Attributes:
        rows: The rows.
        table: The same as a table, with the pairs that they have part in.
        series: The same by series, those with most figures first.
    """

    rows: tuple[Row, ...]
    table: FigureTable
    series: tuple[Series, ...]


def board_of(shelf: Shelf, as_of: date | None) -> Board:
    """Return the figures and tasks of an index as they stood on a day.

    Args:
        shelf: The open index.
        as_of: Only documents issued on or before this day count; all when None.
    """
    return _board(shelf.stamp, as_of, shelf)


# Several, as people look at several days; each holds references to the same figures.
@st.cache_resource(max_entries=8, show_spinner=False)
def _board(stamp: str, as_of: date | None, _shelf: Shelf) -> Board:
    table = _shelf.assistant.figures(FigureFilters(as_of=as_of))
    rows = rows_of(table)
    tasks = tuple(
        TaskRow(cited, words_of(cited.task.name, cited.task.product))
        for cited in _shelf.assistant.tasks()
        if as_of is None or (day_of(cited.source) or as_of) <= as_of
    )
    return Board(table, rows, {one.number: one for one in series_of(rows)}, tasks)


def view_of(board: Board, wanted: Wanted, key: str) -> View:
    """Return what is wanted of the figures, worked out once for all reruns and sessions.

    Args:
        board: The figures.
        wanted: Which are wanted.
        key: What tells the board and what is wanted from all others.
    """
    return _view(key, board, wanted)


@st.cache_resource(max_entries=32, show_spinner=False)
def _view(key: str, _board: Board, _wanted: Wanted) -> View:
    rows = choose(_board.rows, _wanted)
    return View(tuple(rows), table_of(rows, _board.table), tuple(series_of(rows)))


@st.cache_resource(max_entries=32, show_spinner=False)
def cells_of(key: str, _cells: Callable[[], Cells]) -> Cells:
    """Return the cells of a table, worked out once for all reruns and sessions.

    Args:
        key: What tells the table from all others.
        _cells: Works them out; nobody may change what it returns.
    """
    return _cells()


def choose_tasks(tasks: tuple[TaskRow, ...], wanted: Wanted) -> list[CitedTask]:
    """Return the tasks that are wanted, by all that can be asked of a task."""
    return [
        row.cited
        for row in tasks
        if among_places(row.cited.source.place, wanted.places)
        and (not wanted.years or row.cited.task.year in wanted.years)
        and among_bodies(row.cited.task.agency, wanted.agencies)
        and (not wanted.documents or row.cited.source.id in wanted.documents)
        and says(row.words, wanted.words)
    ]


def card(shelf: Shelf, cited: CitedFigure | CitedTask, language: str) -> str:
    """Return the card of a figure's or a task's source, with its words marked, as HTML.

    Args:
        shelf: The open index.
        cited: The figure, of which the value is marked, or the task, of which the row is.
        language: Language of the frame.
    """
    span = cited.figure.value_span if isinstance(cited, CitedFigure) else cited.task.row_span
    return _card(
        shelf.stamp,
        cited.passage_id,
        span.start,
        span.end,
        cited.label,
        cited.page,
        language,
        shelf,
    )


@st.cache_data(max_entries=500, show_spinner=False)
def _card(
    stamp: str,
    passage_id: str,
    start: int,
    end: int,
    label: str,
    page: int | None,
    language: str,
    _shelf: Shelf,
) -> str:
    document, passage = _shelf.assistant.passage(passage_id)
    span = Span(start, end)
    citation = Citation(1, document, passage, label, page, span.start, span.end)
    return citation_card(citation, "", TEXTS[language])
