"""What stands in the columns of each table, as lists of plain cells by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from assistant.figures.standings import day_of
from assistant.figures.wording import value_words
from assistant.schema import CitedFigure, CitedTask
from assistant.ui.escaping import clean
from assistant.ui.numerals import number_words
from assistant.ui.targets.rows import Row, source_name
from assistant.ui.targets.series import Change, Series, changes, rises
from assistant.ui.targets.texts import TargetTexts

__all__ = [
    "Cells",
    "change_words",
    "figure_columns",
    "gap_words",
    "progress_columns",
    "series_columns",
    "status_words",
    "task_columns",
]

Cells = dict[str, list[str | int | date | None]]
"""The cells of a table by the name of their column, a field of ``TargetTexts``."""

_Item = TypeVar("_Item")
_Cell = str | int | date | None


def figure_columns(rows: Sequence[Row], texts: TargetTexts) -> Cells:
    """Return a line for each figure."""
    return _cells(
        rows,
        {
            "indicator": lambda row: row.cited.figure.indicator or texts.unnamed,
            "value": lambda row: value_words(row.cited),
            "year": lambda row: row.cited.figure.year,
            "place": lambda row: row.cited.figure.place,
            "role": lambda row: texts.role_names[row.cited.figure.role.value],
            "status": lambda row: status_words(row, texts),
            "latest_result": lambda row: _dated(row.result),
            "agency": lambda row: row.cited.figure.agency,
            "document": lambda row: source_name(row.cited.source),
            "day": lambda row: day_of(row.cited.source),
            "label": lambda row: row.cited.label,
        },
    )


def series_columns(series: Sequence[Series], texts: TargetTexts) -> Cells:
    """Return a line for each indicator of a place."""
    return _cells(
        series,
        {
            "indicator": lambda one: one.name or texts.unnamed,
            "place": lambda one: one.place,
            "held": lambda one: "; ".join(map(_dated, one.held)),
            "latest_result": lambda one: _dated(one.result),
            "history": lambda one: _history(one, texts),
            "figures": lambda one: len(one.rows),
        },
    )


def progress_columns(
    pairs: Sequence[tuple[CitedFigure, CitedFigure]], texts: TargetTexts, language: str
) -> Cells:
    """Return a line for each target in force with the latest result."""
    return _cells(
        pairs,
        {
            "indicator": lambda pair: pair[0].figure.indicator or texts.unnamed,
            "place": lambda pair: pair[0].figure.place,
            "target": lambda pair: _dated(pair[0]),
            "result": lambda pair: _dated(pair[1]),
            "gap": lambda pair: gap_words(*pair, texts, language),
            "by": lambda pair: source_name(pair[0].source),
            "document": lambda pair: source_name(pair[1].source),
        },
    )


def task_columns(tasks: Sequence[CitedTask]) -> Cells:
    """Return a line for each task."""
    return _cells(
        tasks,
        {
            "task": lambda cited: cited.task.name,
            "agency": lambda cited: cited.task.agency,
            "deadline": lambda cited: cited.task.deadline,
            "helpers": lambda cited: cited.task.helpers,
            "product": lambda cited: cited.task.product,
            "place": lambda cited: cited.source.place,
            "document": lambda cited: source_name(cited.source),
            "label": lambda cited: cited.label,
        },
    )


def status_words(row: Row, texts: TargetTexts) -> str:
    """Return whether a figure holds, what has taken its place, and who differs from it."""
    standing, figure = row.standing, row.cited.figure
    told = []
    if standing.now is not None:
        name = source_name(standing.now.source)
        told.append(texts.now.format(value_words(standing.now), name))
    elif standing.superseded_by is not None:
        told.append(texts.gone.format(source_name(standing.superseded_by)))
    elif row.holds:
        told.append(texts.holds)
    if row.contested:
        told.append(texts.contested)
    if figure.quoted_from:
        told.append(texts.reported.format(figure.quoted_from))
    return "; ".join(told)


def change_words(change: Change, texts: TargetTexts) -> str:
    """Return how what was set became what holds, in one sentence."""
    first, *later = change.steps
    told = [texts.set_first.format(value_words(first), source_name(first.source))]
    told += [
        texts.set_steps[rise].format(value_words(step), source_name(step.source))
        for step, rise in zip(later, rises(change), strict=True)
    ]
    return texts.for_year.format(change.year, "; ".join(told))


def gap_words(target: CitedFigure, result: CitedFigure, texts: TargetTexts, language: str) -> str:
    """Return by how much a result lies above or below a target; a range has no one distance."""
    if target.figure.upper is not None or result.figure.upper is not None:
        return ""
    gap = round(result.figure.value - target.figure.value, 6)
    if not gap:
        return texts.equal
    unit = texts.points if target.figure.unit == "%" else target.figure.unit
    size = f"{number_words(abs(gap), language)} {unit}".strip()
    return (texts.higher if gap > 0 else texts.lower).format(size)


def _history(series: Series, texts: TargetTexts) -> str:
    told = [change_words(change, texts) for change in changes(series)]
    if not told and series.replaced:
        told.append(texts.changed)
    if series.contested:
        told.append(texts.contested)
    return " ".join(told)


def _dated(cited: CitedFigure | None) -> str:
    """Return a value with its year: ``35% (2025)``."""
    if cited is None:
        return ""
    year = cited.figure.year
    return f"{value_words(cited)} ({year})" if year else value_words(cited)


def _cells(items: Sequence[_Item], columns: Mapping[str, Callable[[_Item], _Cell]]) -> Cells:
    return {name: [_shown(cell(item)) for item in items] for name, cell in columns.items()}


def _shown(cell: _Cell) -> _Cell:
    """Return a cell as it may be shown: words on one line, without marks of direction."""
    if not isinstance(cell, str):
        return cell
    # What is printable holds no such mark, and is most of thousands of cells.
    return " ".join((cell if cell.isprintable() else clean(cell)).split())
