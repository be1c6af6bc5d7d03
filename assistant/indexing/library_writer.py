"""Writing the library of a new generation."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.figures.collecting import Collected
from assistant.figures.standings import replacements, series_by_day
from assistant.indexing.library import FileRecord
from assistant.indexing.records import (
    DOCUMENT_COLUMNS,
    FIGURE_COLUMNS,
    PASSAGE_COLUMNS,
    SOURCE_COLUMNS,
    document_to_row,
    figure_from_json,
    figure_to_json,
    passage_to_row,
    path_from_json,
    source_from_row,
    task_to_json,
)
from assistant.schema import CitedFigure, Document, Passage, Skipped, Span, Step

__all__ = ["IndexRow", "LibraryWriter"]

_DOCUMENT = ", ".join(DOCUMENT_COLUMNS)
_PASSAGE = ", ".join(f'"{name}"' for name in PASSAGE_COLUMNS)
_FIGURE = ", ".join(FIGURE_COLUMNS)
_TABLES = f"""
CREATE TABLE documents (place_in_order INTEGER PRIMARY KEY, file TEXT, {_DOCUMENT});
CREATE TABLE passages (row INTEGER PRIMARY KEY, {_PASSAGE});
CREATE TABLE figures (row INTEGER PRIMARY KEY, {_FIGURE}, series INTEGER);
CREATE TABLE replacements (earlier TEXT PRIMARY KEY, later TEXT);
CREATE TABLE skipped (place_in_order INTEGER PRIMARY KEY, path TEXT, reason TEXT, file TEXT);
CREATE TABLE files (key TEXT PRIMARY KEY, path, size, modified, sha256, seen, reason);
"""
_INDEXES = """
CREATE UNIQUE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_file ON documents (file);
CREATE UNIQUE INDEX passages_by_id ON passages (id);
CREATE INDEX passages_by_document ON passages (document_id);
CREATE INDEX figures_by_document ON figures (document_id);
CREATE INDEX figures_by_passage ON figures (passage_id);
CREATE INDEX figures_by_series ON figures (series);
"""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What the arrays of an index are built from, one passage.

    Attributes:
        document_id: Id of the document.
        passage_id: Id of the passage.
        start: First character in the document.
        end: One past the last.
        path: Steps from the document to the passage.
        text: The text to index.
    """

    document_id: str
    passage_id: str
    start: int
    end: int
    path: tuple[Step, ...]
    text: str


class LibraryWriter:
    """A library in the making; rows of passages are numbered from 0 as they come.

    Args:
        path: File to write, which must not exist.
        earlier: Library of the generation before, to take unchanged documents from.
    """

    def __init__(self, path: Path, earlier: Path | None = None) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        # The file is nothing until it is whole and synced, so no journal is kept.
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        if earlier is not None:
            self._connection.execute("ATTACH ? AS earlier", (str(earlier),))
        self._connection.executescript(_TABLES)
        self._connection.execute("BEGIN")
        self._next_row = 0

    def add(
        self,
        file: str,
        document: Document,
        passages: Sequence[Passage],
        collected: Collected | None = None,
    ) -> None:
        """Store a document of a file with its passages and what these hold."""
        self._insert("documents", ("file", *DOCUMENT_COLUMNS), (file, *document_to_row(document)))
        for passage in passages:
            row = (self._next_row, *passage_to_row(passage))
            self._insert("passages", ("row", *PASSAGE_COLUMNS), row)
            self._next_row += 1

        for passage_id, figure in collected.figures if collected else ():
            written, quote = figure.value_span, figure.sentence_span
            self._add_cells(document, passage_id, 0, written, quote, figure_to_json(figure))
        for passage_id, task in collected.tasks if collected else ():
            span = task.row_span
            self._add_cells(document, passage_id, 1, span, span, task_to_json(task))

    def _add_cells(
        self, document: Document, passage_id: str, task: int, written: Span, quote: Span, cells: str
    ) -> None:
        page = document.page_at(written.start)
        text = document.text
        row = (document.id, passage_id, task, page, written.of(text), quote.of(text), cells)
        self._insert("figures", FIGURE_COLUMNS, row)

    def earlier_documents(self, file: str) -> list[tuple[str, str]]:
        """Return ids and paths of a file's documents in the generation before, in order."""
        return self._connection.execute(
            "SELECT id, path FROM earlier.documents WHERE file = ? ORDER BY place_in_order",
            (file,),
        ).fetchall()

    def copy(self, document_id: str) -> None:
        """Take a document with its passages from the generation before."""
        self._connection.execute(
            f"INSERT INTO documents (file, {_DOCUMENT})"  # noqa: S608
            f" SELECT file, {_DOCUMENT} FROM earlier.documents WHERE id = ?",
            (document_id,),
        )
        cursor = self._connection.execute(
            f"INSERT INTO passages (row, {_PASSAGE})"  # noqa: S608
            f" SELECT ? + ROW_NUMBER() OVER (ORDER BY row) - 1, {_PASSAGE}"
            " FROM earlier.passages WHERE document_id = ?",
            (self._next_row, document_id),
        )
        self._next_row += cursor.rowcount
        self._connection.execute(
            f"INSERT INTO figures ({_FIGURE}) SELECT {_FIGURE}"  # noqa: S608
            " FROM earlier.figures WHERE document_id = ? ORDER BY row",
            (document_id,),
        )

    def skip(self, skipped: Skipped, file: str | None = None) -> None:
        """Store what was not read and why; ``file`` when it is a part of a file."""
        row = (skipped.path, skipped.reason, file)
        self._insert("skipped", ("path", "reason", "file"), row)

    def record(self, file: FileRecord) -> None:
        """Store what a file looked like."""
        self._connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (file.key, file.path, file.size, file.modified, file.sha256, file.seen, file.reason),
        )

    def index_rows(self) -> Iterator[IndexRow]:
        """Yield all passages in order of their rows."""
        cursor = self._connection.execute(
            'SELECT document_id, id, start, "end", path, index_text FROM passages ORDER BY row'
        )
        for document_id, passage_id, start, end, path, text in cursor:
            yield IndexRow(document_id, passage_id, start, end, path_from_json(path), text)

    def documents(self) -> list[tuple[str, str, str]]:
        """Return id, path and sha256 of all documents in order."""
        return self._connection.execute(
            "SELECT id, path, sha256 FROM documents ORDER BY place_in_order"
        ).fetchall()

    def skipped(self) -> list[Skipped]:
        """Return all that was skipped, in order."""
        rows = self._connection.execute("SELECT path, reason FROM skipped ORDER BY place_in_order")
        return [Skipped(path, reason) for path, reason in rows]

    def finish(self) -> None:
        """Add the look-up tables and close the file, which is whole from now on."""
        self._relate()
        self._connection.execute("COMMIT")
        self._connection.executescript(_INDEXES)
        self._connection.close()

    def _relate(self) -> None:
        """Store what figures form a series, and what documents others replace.

        Both hold over all documents, so that they are made anew with every generation.
        """
        sources = {
            row[0]: source_from_row(row)
            for row in self._connection.execute(f"SELECT {SOURCE_COLUMNS} FROM documents")  # noqa: S608
        }
        rows = self._connection.execute(
            "SELECT row, document_id, cells FROM figures WHERE task = 0 ORDER BY row"
        ).fetchall()
        figures = [
            CitedFigure(figure_from_json(cells), sources[document], "", "", None, "", "")
            for _, document, cells in rows
        ]
        numbered = zip(series_by_day(figures), (row for row, _, _ in rows), strict=True)
        self._connection.executemany("UPDATE figures SET series = ? WHERE row = ?", numbered)
        self._connection.executemany(
            "INSERT INTO replacements VALUES (?, ?)",
            [(earlier, later.id) for earlier, later in replacements(sources.values()).items()],
        )

    def close(self) -> None:
        """Close the file as it is; once more does nothing."""
        self._connection.close()

    def _insert(self, table: str, columns: Sequence[str], values: Sequence[Any]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608
