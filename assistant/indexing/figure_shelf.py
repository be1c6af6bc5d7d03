"""Figures and tasks of a library: those of a document packed together, found by their place."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from assistant.indexing.records import (
    SOURCE_COLUMNS,
    figure_from_json,
    source_from_row,
    task_from_json,
    unpacked,
)
from assistant.schema import CitedFigure, CitedTask, Figure, FigureSource, Span, Task

__all__ = ["FigureShelf"]

Entry = tuple[int, int, int | None, str]
"""Whether it is a task, place of its passage in the document, page, the record as JSON."""


class FigureShelf:
    """What passages hold, with the documents that say it.

    Args:
        fetch: Runs a statement with its values and returns all rows.
        text: Returns the text of a document by its id.
    """

    def __init__(self, fetch: Callable[..., list[Any]], text: Callable[[str], str]) -> None:
        self._fetch = fetch
        self._text = text

    def figures(self) -> list[CitedFigure]:
        """Return all figures with their sources, in order of the documents."""
        rows = self._fetch("SELECT document, place FROM figures ORDER BY row")
        return self._cited(rows)

    def figures_of(self, document_id: str) -> list[Figure]:
        """Return the figures of one document, in order; none when there is no such document."""
        return [
            figure_from_json(cells)
            for is_task, _, _, cells in self._entries(document_id)
            if not is_task
        ]

    def tasks_of(self, document_id: str) -> list[Task]:
        """Return the tasks of one document, in order; none when there is no such document."""
        return [
            task_from_json(cells) for is_task, _, _, cells in self._entries(document_id) if is_task
        ]

    def _entries(self, document_id: str) -> list[Entry]:
        rows = self._fetch(
            "SELECT cells FROM cells JOIN documents ON place_in_order = document WHERE id = ?",
            document_id,
        )
        return [entry for row in rows for entry in json.loads(unpacked(row[0]))]

    def tasks(self) -> list[CitedTask]:
        """Return all tasks with their sources, in order of the documents."""
        found = []
        for (place,) in self._fetch("SELECT document FROM cells ORDER BY document"):
            document = _Document.read(place, self._fetch)
            for is_task, passage, page, cells in document.entries:
                if is_task:
                    task = task_from_json(cells)
                    quote = task.row_span.of(self._text(document.source.id))
                    named = document.passage(passage)
                    found.append(CitedTask(task, document.source, *named, page, quote))
        return found

    def series_at(self, row: int, span: Span) -> tuple[int, list[CitedFigure]] | None:
        """Return number and figures of the series that a figure of a passage belongs to.

        Args:
            row: Row of the passage.
            span: Half-open span of the document, which holds the value or stands in it.
        """
        here = self._fetch(
            "SELECT document, place, series FROM figures WHERE passage = ? ORDER BY row", row
        )
        for document, place, series in here:
            (figure,) = self._cited([(document, place)])
            if figure.figure.value_span.overlaps(span):
                rows = self._fetch(
                    "SELECT document, place FROM figures WHERE series = ? ORDER BY row", series
                )
                return series, self._cited(rows)
        return None

    def replaced_by(self, document_id: str) -> FigureSource | None:
        """Return the document that replaces another one; None where none is known to."""
        later = self._fetch(
            f"SELECT {SOURCE_COLUMNS} FROM documents"
            " WHERE id = (SELECT later FROM replacements WHERE earlier = ?)",
            document_id,
        )
        return source_from_row(later[0]) if later else None

    def _cited(self, rows: Sequence[tuple[int, int]]) -> list[CitedFigure]:
        """Return the figures at places of documents, those of a document side by side."""
        found = []
        for place, group in groupby(rows, key=lambda row: row[0]):
            document = _Document.read(place, self._fetch)
            text = self._text(document.source.id)
            for _, number in group:
                _, passage, page, cells = document.entries[number]
                figure = figure_from_json(cells)
                written, quote = figure.value_span.of(text), figure.sentence_span.of(text)
                named = document.passage(passage)
                found.append(CitedFigure(figure, document.source, *named, page, written, quote))
        return found


class _Document:
    """What is needed of one document to cite its figures."""

    def __init__(
        self, source: FigureSource, entries: list[Entry], labels: list[tuple[str, str]]
    ) -> None:
        self.source = source
        self.entries = entries
        self._labels = labels

    @classmethod
    def read(cls, place: int, fetch: Callable[..., list[Any]]) -> _Document:
        (row,) = fetch(
            f"SELECT {SOURCE_COLUMNS} FROM documents WHERE place_in_order = ?",
            place,
        )
        ((first, count, cells),) = fetch(
            "SELECT first_row, passages, cells FROM documents JOIN cells ON document = ?"
            " WHERE place_in_order = ?",
            place, place,
        )  # fmt: skip
        labels = fetch(
            "SELECT slug, value FROM passages JOIN strings ON number = label"
            " WHERE row >= ? AND row < ? ORDER BY row",
            first, first + count,
        )  # fmt: skip
        return cls(source_from_row(row), json.loads(unpacked(cells)), labels)

    def passage(self, place: int) -> tuple[str, str]:
        """Return id and label of a passage."""
        slug, label = self._labels[place]
        return f"{self.source.id}/{slug}", label
