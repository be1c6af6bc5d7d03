"""Figures and tasks as lists for JSON and back.

A place is counted from the start of the sentence or row that it stands in, and what is said of
the document is left to the document, so that the lists of a document pack well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.schema import Cell, Comparator, Figure, Origin, Role, Span, Task

__all__ = ["figure_from_list", "figure_to_list", "task_from_list", "task_to_list"]


def figure_to_list(figure: Figure) -> list[Any]:
    """Return a figure without its document, in the order of its fields."""
    start = figure.sentence_span.start
    return [
        figure.indicator,
        figure.comparator.value,
        figure.value,
        figure.upper,
        figure.unit,
        figure.role.value,
        figure.year,
        figure.place,
        _span_to_list(figure.value_span, start),
        _span_to_list(figure.sentence_span, 0),
        figure.key,
        figure.of,
        figure.base,
        figure.level,
        figure.deadline,
        figure.agency,
        figure.speaker,
        figure.quoted_from,
        _origins_to_list(figure.origins, start),
    ]


def figure_from_list(values: Sequence[Any], document_id: str) -> Figure:
    """Return the figure of a list, the inverse of ``figure_to_list``.

    Args:
        values: The list.
        document_id: Id of its document.
    """
    read = list(values)
    start = read[9][0]
    read[1], read[5] = Comparator(read[1]), Role(read[5])
    read[8], read[9] = _span_from_list(read[8], start), _span_from_list(read[9], 0)
    read[-1] = _origins_from_list(read[-1], start)
    return Figure(document_id, *read)


def task_to_list(task: Task) -> list[Any]:
    """Return a task without its document, in the order of its fields."""
    return [
        task.name,
        task.product,
        task.deadline,
        task.year,
        task.agency,
        task.helpers,
        _span_to_list(task.row_span, 0),
        _origins_to_list(task.origins, task.row_span.start),
    ]


def task_from_list(values: Sequence[Any], document_id: str) -> Task:
    """Return the task of a list, the inverse of ``task_to_list``.

    Args:
        values: The list.
        document_id: Id of its document.
    """
    read = list(values)
    read[-1] = _origins_from_list(read[-1], read[-2][0])
    read[-2] = _span_from_list(read[-2], 0)
    return Task(document_id, *read)


def _span_to_list(span: Span, base: int) -> list[int]:
    return [span.start - base, span.end - span.start]


def _span_from_list(values: Sequence[int], base: int) -> Span:
    start, length = values
    return Span(base + start, base + start + length)


def _origins_to_list(origins: Sequence[Origin], base: int) -> list[Any]:
    return [[o.cell.value, *_span_to_list(o.span, base), int(o.inherited)] for o in origins]


def _origins_from_list(values: Sequence[Any], base: int) -> tuple[Origin, ...]:
    return tuple(
        Origin(Cell(cell), _span_from_list(span, base), bool(inherited))
        for cell, *span, inherited in values
    )
