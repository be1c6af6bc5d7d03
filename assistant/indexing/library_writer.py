"""Writing the library of a new generation."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from assistant.figures.collecting import Collected
from assistant.figures.standings import replacements, series_by_day
from assistant.indexing.library import FileRecord
from assistant.indexing.library_tables import DOCUMENT, INDEXES, PASSAGE, TABLES
from assistant.indexing.records import (
    DOCUMENT_COLUMNS,
    SOURCE_COLUMNS,
    document_to_row,
    figure_from_json,
    figure_to_json,
    packed,
    passage_from_row,
    path_to_json,
    source_from_row,
    task_to_json,
    unpacked,
)
from assistant.schema import CitedFigure, Document, Passage, Skipped, Step

__all__ = ["IndexRow", "LibraryWriter"]


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
        # The file is nothing until it is whole and synced, so no journal is kept. A packed text
        # fills a small page badly: with large ones a library of short ones is a fifth smaller.
        self._connection.executescript(
            "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        )
        if earlier is not None:
            self._connection.execute("ATTACH ? AS earlier", (str(earlier),))
        self._connection.executescript(TABLES)
        self._connection.execute("BEGIN")
        self._next_row = 0
        self._next_document = 0
        self._strings: dict[str, int] = {}

    def add(
        self,
        file: str,
        document: Document,
        passages: Sequence[Passage],
        collected: Collected | None = None,
    ) -> None:
        """Store a document of a file with its passages and what these hold."""
        places = {passage.id: place for place, passage in enumerate(passages)}
        cells: list[tuple[int, int, int | None, str]] = []
        for passage_id, figure in collected.figures if collected else ():
            page = document.page_at(figure.value_span.start)
            cells.append((0, places[passage_id], page, figure_to_json(figure)))
        for passage_id, task in collected.tasks if collected else ():
            page = document.page_at(task.row_span.start)
            cells.append((1, places[passage_id], page, task_to_json(task)))
        held = packed(json.dumps(cells, ensure_ascii=False)) if cells else None
        self._add(file, document_to_row(document), document.text, passages, held)

    def _add(
        self,
        file: str,
        document: Sequence[Any],
        text: str,
        passages: Sequence[Passage],
        cells: bytes | None,
    ) -> None:
        place, first = self._next_document, self._next_row
        columns = ("place_in_order", "file", "first_row", "passages", *DOCUMENT_COLUMNS)
        self._insert("documents", columns, (place, file, first, len(passages), *document))
        for passage in passages:
            quote = passage.of(text)
            quoted = bool(quote) and passage.index_text.endswith(quote)
            lead = passage.index_text[: -len(quote)] if quoted else passage.index_text
            row = (
                self._next_row,
                place,
                passage.id.removeprefix(f"{passage.document_id}/"),
                passage.start,
                passage.end,
                self._number(path_to_json(passage.path)),
                *(passage.pages or (None, None)),
                self._number(passage.label),
                self._number(lead),
                int(quoted),
                self._number(passage.role.value),
                None if passage.speaker is None else self._number(passage.speaker),
            )
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT INTO passages VALUES ({marks})", row)
            self._next_row += 1
        if cells is not None:
            self._insert("cells", ("document", "cells"), (place, cells))
            self._connection.executemany(
                "INSERT INTO figures (document, place, passage) VALUES (?, ?, ?)",
                [
                    (place, number, first + passage)
                    for number, (task, passage, _, _) in enumerate(json.loads(unpacked(cells)))
                    if not task
                ],
            )
        self._next_document += 1

    def _number(self, value: str) -> int:
        """Return the number of a string, which is stored once."""
        number = self._strings.get(value)
        if number is None:
            number = self._strings[value] = len(self._strings)
            self._insert("strings", ("number", "value"), (number, value))
        return number

    def earlier_documents(self, file: str) -> list[tuple[str, str]]:
        """Return ids and paths of a file's documents in the generation before, in order."""
        return self._connection.execute(
            "SELECT id, path FROM earlier.documents WHERE file = ? ORDER BY place_in_order",
            (file,),
        ).fetchall()

    def copy(self, document_id: str) -> None:
        """Take a document with its passages from the generation before."""
        execute = self._connection.execute
        place, file, first, count, *document = execute(
            f"SELECT place_in_order, file, first_row, passages, {DOCUMENT}"
            " FROM earlier.documents WHERE id = ?",
            (document_id,),
        ).fetchone()
        text = unpacked(document[DOCUMENT_COLUMNS.index("text")])
        rows = execute(
            f"SELECT {PASSAGE} FROM earlier.passages_in_full"
            " WHERE row >= ? AND row < ? ORDER BY row",
            (first, first + count),
        )
        passages = [passage_from_row(row, text) for row in rows]
        cells = execute("SELECT cells FROM earlier.cells WHERE document = ?", (place,)).fetchone()
        self._add(file, document, text, passages, cells[0] if cells else None)

    def skip(self, skipped: Skipped, file: str | None = None) -> None:
        """Store what was not read and why; ``file`` when it is a part of a file."""
        row = (skipped.path, skipped.reason, file)
        self._insert("skipped", ("path", "reason", "file"), row)

    def record(self, file: FileRecord) -> None:
        """Store what a file looked like."""
        self._connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            astuple(file),
        )

    def index_rows(self) -> Iterator[IndexRow]:
        """Yield all passages in order of their rows."""
        documents = self._connection.execute(
            "SELECT first_row, passages, text FROM documents ORDER BY place_in_order"
        )
        for first, count, packed_text in documents:
            text = unpacked(packed_text)
            rows = self._connection.execute(
                f"SELECT {PASSAGE} FROM passages_in_full WHERE row >= ? AND row < ? ORDER BY row",
                (first, first + count),
            )
            for row in rows:
                one = passage_from_row(row, text)
                yield IndexRow(
                    one.document_id, one.id, one.start, one.end, one.path, one.index_text
                )

    def documents(self) -> list[tuple[str, str, str]]:
        """Return id, path, and what the document was read from, of all documents in order.

        What it was read from is the digest of its bytes, with that of its corrections.
        """
        return self._connection.execute(
            "SELECT d.id, d.path, d.sha256 || iif(f.stated <> '', '+' || f.stated, '')"
            " FROM documents d LEFT JOIN files f ON f.key = d.file ORDER BY d.place_in_order"
        ).fetchall()

    def skipped(self) -> list[Skipped]:
        """Return all that was skipped, in order."""
        rows = self._connection.execute("SELECT path, reason FROM skipped ORDER BY place_in_order")
        return [Skipped(path, reason) for path, reason in rows]

    def finish(self) -> None:
        """Add the look-up tables and close the file, which is whole from now on."""
        self._relate()
        self._connection.execute("COMMIT")
        self._connection.executescript(INDEXES)
        self._connection.close()

    def _relate(self) -> None:
        """Store what figures form a series, and what documents others replace.

        Both hold over all documents, so that they are made anew with every generation.
        """
        columns = f"SELECT place_in_order, {SOURCE_COLUMNS} FROM documents"
        sources = {row[0]: source_from_row(row[1:]) for row in self._connection.execute(columns)}
        figures = [
            CitedFigure(figure_from_json(cells), sources[place], "", "", None, "", "")
            for place, held in self._connection.execute(
                "SELECT document, cells FROM cells ORDER BY document"
            )
            for task, _, _, cells in json.loads(unpacked(held))
            if not task
        ]
        rows = self._connection.execute("SELECT row FROM figures ORDER BY row").fetchall()
        numbered = zip(series_by_day(figures), (row for (row,) in rows), strict=True)
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
        self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
