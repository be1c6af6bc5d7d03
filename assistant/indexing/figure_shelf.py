"""Figures and tasks of a library: those of a document packed together, found by their place."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from assistant.indexing.figure_records import figure_from_list, task_from_list
from assistant.indexing.packing import Packing
from assistant.indexing.records import SOURCE_COLUMNS, source_from_row
from assistant.schema import CitedFigure, CitedTask, Figure, FigureSource, Span, Task

__all__ = ["Entry", "FigureShelf"]

Entry = tuple[int, int, int | None, list[Any]]
"""Whether it is a task, place of its passage in the document, page, the record as a list."""


class FigureShelf:
    """What passages hold, with the documents that say it.

    Args:
        fetch: Runs a statement with its values and returns all rows.
        text: Returns the text of a document by its id.
        packing: How figures are packed.
    """

    def __init__(
        self, fetch: Callable[..., list[Any]], text: Callable[[str], str], packing: Packing
    ) -> None:
        self._fetch = fetch
        self._text = text
        self._packing = packing

    def figures(self) -> list[CitedFigure]:
        """Return all figures with their sources, in order of the documents."""
        return self._cited(self._fetch("SELECT document, row FROM figures ORDER BY row"))

    def series(self) -> list[int]:
        """Return the number of the series of each figure, in the order of ``figures``."""
        return [number for (number,) in self._fetch("SELECT series FROM figures ORDER BY row")]

    def cited_of(self, document_id: str) -> list[CitedFigure]:
        """Return the figures of one document with their source, in order."""
        return self._cited(
            self._fetch(
                "SELECT document, row FROM figures JOIN documents ON place_in_order = document"
                " WHERE id = ? ORDER BY row",
                document_id,
            )
        )

    def figures_of(self, document_id: str) -> list[Figure]:
        """Return the figures of one document, in order; none when there is no such document."""
        return [
            figure_from_list(values, document_id)
            for is_task, _, _, values in self._entries(document_id)
            if not is_task
        ]

    def tasks_of(self, document_id: str) -> list[Task]:
        """Return the tasks of one document, in order; none when there is no such document."""
        return [
            task_from_list(values, document_id)
            for is_task, _, _, values in self._entries(document_id)
            if is_task
        ]

    def _entries(self, document_id: str) -> list[Entry]:
        rows = self._fetch(
            "SELECT cells FROM cells JOIN documents ON place_in_order = document WHERE id = ?",
            document_id,
        )
        return [entry for row in rows for entry in json.loads(self._packing.unpacked(row[0]))]

    def tasks(self) -> list[CitedTask]:
        """Return all tasks with their sources, in order of the documents."""
        found = []
        for (place,) in self._fetch("SELECT document FROM cells ORDER BY document"):
            document = self._document(place)
            for is_task, passage, page, values in document.entries:
                if is_task:
                    task = task_from_list(values, document.source.id)
                    quote = task.row_span.of(self._text(document.source.id))
                    named = document.passage(passage)
                    found.append(CitedTask(task, document.source, *named, page, quote))
        return found

    def series_at(self, document_id: str, span: Span) -> tuple[int, list[CitedFigure]] | None:
        """Return number and figures of the series that a figure of a document belongs to.

        Args:
            document_id: Id of the document.
            span: Half-open span of the document, which holds the value or stands in it.
        """
        held = self._fetch(
            "SELECT first_figure, cells FROM cells JOIN documents ON place_in_order = document"
            " WHERE id = ?",
            document_id,
        )
        for first, cells in held:
            entries: list[Entry] = json.loads(self._packing.unpacked(cells))
            for number, (is_task, _, _, values) in enumerate(entries, first):
                if not is_task and figure_from_list(values, document_id).value_span.overlaps(span):
                    return self._series_of(number)
        return None

    def _series_of(self, figure: int) -> tuple[int, list[CitedFigure]]:
        """Return number and figures of the series of a figure by its row."""
        ((series,),) = self._fetch("SELECT series FROM figures WHERE row = ?", figure)
        rows = self._fetch(
            "SELECT document, row FROM figures WHERE series = ? ORDER BY row", series
        )
        return series, self._cited(rows)

    def replaced_by(self, document_id: str) -> FigureSource | None:
        """Return the document that replaces another one; None where none is known to."""
        later = self._fetch(
            f"SELECT {SOURCE_COLUMNS} FROM documents"
            " WHERE id = (SELECT later FROM replacements WHERE earlier = ?)",
            document_id,
        )
        return source_from_row(later[0]) if later else None

    def _cited(self, rows: Sequence[tuple[int, int]]) -> list[CitedFigure]:
        """Return figures by document and row, those of a document side by side."""
        found = []
        for place, group in groupby(rows, key=lambda row: row[0]):
            document = self._document(place)
            text = self._text(document.source.id)
            for _, row in group:
                _, passage, page, values = document.entries[row - document.first]
                figure = figure_from_list(values, document.source.id)
                written, quote = figure.value_span.of(text), figure.sentence_span.of(text)
                named = document.passage(passage)
                found.append(CitedFigure(figure, document.source, *named, page, written, quote))
        return found

    def _document(self, place: int) -> _Document:
        (row,) = self._fetch(
            f"SELECT {SOURCE_COLUMNS} FROM documents WHERE place_in_order = ?", place
        )
        ((first_row, count, first, cells),) = self._fetch(
            "SELECT first_row, passages, first_figure, cells FROM documents JOIN cells"
            " ON document = place_in_order WHERE place_in_order = ?",
            place,
        )
        labels = self._fetch(
            "SELECT s.value, l.value FROM passages JOIN strings s ON s.number = slug"
            " JOIN strings l ON l.number = label WHERE row >= ? AND row < ? ORDER BY row",
            first_row, first_row + count,
        )  # fmt: skip
        entries = json.loads(self._packing.unpacked(cells))
        return _Document(source_from_row(row), first, entries, labels)


@dataclass(frozen=True, slots=True)
class _Document:
    """What is needed of one document to cite its figures.

    Attributes:
        source: What is known of it.
        first: Row of its first figure.
        entries: What it holds.
        labels: Slug and label of each passage.
    """

    source: FigureSource
    first: int
    entries: Sequence[Entry]
    labels: Sequence[tuple[str, str]]

    def passage(self, place: int) -> tuple[str, str]:
        """Return id and label of a passage."""
        slug, label = self.labels[place]
        return f"{self.source.id}/{slug}", label
