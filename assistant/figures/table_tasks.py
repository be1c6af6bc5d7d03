"""Tasks of a table's rows: what is to be done, by when, who leads, what comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.figures.columns import Column, ColumnKind, filled, told_elsewhere
from assistant.figures.frames import Frame
from assistant.figures.governors import named_years
from assistant.schema import Block, Cell, Origin, Span, Task
from assistant.vietnamese.document_numbers import named_documents

__all__ = ["row_task"]


def row_task(frame: Frame, row: Block, columns: Sequence[Column]) -> Task | None:
    """Return the task of a row; None where its table holds no tasks or the row heads a group.

    A row that leaves its task out, as merged cells do, goes on with that of the row above.
    """
    tasks = [column for column in columns if column.kind is ColumnKind.TASK]
    others = (ColumnKind.AGENCY, ColumnKind.DEADLINE)
    if row.row == 0 or not tasks or not any(c.kind in others and filled(c) for c in columns):
        return None
    named = next((column for column in tasks if filled(column)), None)
    inherited = named is None
    if named is None and _goes_on(columns):
        # Empty cells stand at one offset, so a column is known by its place.
        place = next(n for n, column in enumerate(columns) if column is tasks[0])
        named = _task_above(frame, row, tasks[0], place)
    if named is None or _heads_group(columns):
        return None
    origins = [Origin(Cell.INDICATOR, named.span, inherited)]

    def words(kind: ColumnKind, cell: Cell) -> str:
        for column in columns:
            told = filled(column) and not (cell is Cell.AGENCY and told_elsewhere(column.cell))
            if column.kind is kind and told:
                origins.append(Origin(cell, column.span))
                return " ".join(column.cell.split())
        return ""

    deadline = words(ColumnKind.DEADLINE, Cell.DEADLINE)
    # “Theo các mốc thời gian tại Quyết định số 1441/QĐ-UBND ngày 25/9/2025” sets no year itself.
    elsewhere = told_elsewhere(deadline) and named_documents(deadline)
    years = [] if elsewhere else named_years(deadline)
    return Task(
        document_id=frame.document.id,
        name=" ".join(named.cell.split()),
        product=words(ColumnKind.PRODUCT, Cell.PRODUCT),
        deadline=deadline,
        year=max(years, default=None),
        agency=words(ColumnKind.AGENCY, Cell.AGENCY),
        helpers=words(ColumnKind.HELPERS, Cell.HELPERS),
        row_span=Span(row.start, row.end),
        origins=tuple(origins),
    )


_GROUP = re.compile(r"[\s*_]*[IVXLC]+[.)]?[\s*_]*")


def _goes_on(columns: Sequence[Column]) -> bool:
    """Tell whether a row says by when, by whom and what comes of it, and only not of what."""
    kinds = (ColumnKind.AGENCY, ColumnKind.DEADLINE, ColumnKind.PRODUCT)
    return all(any(c.kind is kind and filled(c) for c in columns) for kind in kinds)


def _heads_group(columns: Sequence[Column]) -> bool:
    """Tell whether a row opens a part of the table: “IV. | Phát triển nhân lực | …”."""
    led = any(c.kind is ColumnKind.AGENCY and filled(c) for c in columns)
    counters = [c for c in columns if c.kind is ColumnKind.COUNTER]
    return not led and any(_GROUP.fullmatch(column.cell) for column in counters)


def _task_above(frame: Frame, row: Block, column: Column, place: int) -> Column | None:
    """Return the cell of the row above in which the task of a row is told."""
    above = frame.row_above(row)
    while above is not None and above.row and len(above.cells) == len(row.cells):
        cell = above.cells[place]
        if cell.of(frame.text).strip(" -–"):
            return replace(column, span=cell, cell=cell.of(frame.text))
        above = frame.row_above(above)
    return None
