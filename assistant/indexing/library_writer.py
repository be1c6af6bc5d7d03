"""Writing the library of a new generation."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import count
from pathlib import Path
from typing import Any

from assistant.figures.collecting import Collected
from assistant.figures.standings import replacements, series_by_day
from assistant.indexing.figure_records import figure_from_list, figure_to_list, task_to_list
from assistant.indexing.figure_shelf import Entry
from assistant.indexing.library import FileRecord
from assistant.indexing.library_tables import (
    DOCUMENT,
    DRAFTS,
    INDEXES,
    PASSAGE,
    QUOTED,
    TABLES,
    TITLED,
)
from assistant.indexing.packing import pack_drafts, read_packings
from assistant.indexing.records import (
    DOCUMENT_COLUMNS,
    SOURCE_COLUMNS,
    TEXT_COLUMNS,
    blocks_to_json,
    digest_from_cell,
    document_to_row,
    passage_from_row,
    path_to_json,
    source_from_row,
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
        self._drafts = path.with_name(f"{path.name}.drafts")
        self._connection = sqlite3.connect(path, isolation_level=None)
        # The file is nothing until it is whole and synced, so no journal is kept. A packed text
        # fills a small page badly: with large ones a library of short ones is a fifth smaller.
        self._connection.execute("PRAGMA page_size = 16384")
        self._connection.execute("ATTACH ? AS drafts", (str(self._drafts),))
        for name in ("main", "drafts"):
            self._connection.execute(f"PRAGMA {name}.journal_mode = OFF")
            self._connection.execute(f"PRAGMA {name}.synchronous = OFF")
        if earlier is not None:
            self._connection.execute("ATTACH ? AS earlier", (str(earlier),))
            self._earlier_packings = read_packings(self._connection, "earlier")
        self._connection.executescript(TABLES + DRAFTS)
        self._connection.execute("BEGIN")
        self._next_row = 0
        self._next_document = 0
        self._strings: dict[str, int] = {}
        self._taken: dict[str, list[tuple[str, str]]] | None = None

    def add(
        self,
        file: str,
        document: Document,
        passages: Sequence[Passage],
        collected: Collected | None = None,
    ) -> None:
        """Store a document of a file with its passages and what these hold."""
        places = {passage.id: place for place, passage in enumerate(passages)}
        cells: list[Entry] = []
        for passage_id, figure in collected.figures if collected else ():
            page = document.page_at(figure.value_span.start)
            cells.append((0, places[passage_id], page, figure_to_list(figure)))
        for passage_id, task in collected.tasks if collected else ():
            page = document.page_at(task.row_span.start)
            cells.append((1, places[passage_id], page, task_to_list(task)))
        texts = (document.text, blocks_to_json(document.blocks), document.word_boxes)
        self._add(file, document_to_row(document), document.title, texts, passages)
        if cells:
            self._hold(json.dumps(cells, ensure_ascii=False, separators=(",", ":")))
        self._next_document += 1

    def _add(
        self,
        file: str,
        document: Sequence[Any],
        title: str,
        texts: tuple[str, str, bytes],
        passages: Sequence[Passage],
    ) -> None:
        place, first = self._next_document, self._next_row
        columns = ("place_in_order", "file", "first_row", "passages", *DOCUMENT_COLUMNS)
        numbered = (place, self._number(file), first, len(passages))
        self._insert("documents", columns, (*numbered, *document))
        self._insert("drafts.texts", ("document", *TEXT_COLUMNS), (place, *texts))
        text = texts[0]
        for passage in passages:
            quote = passage.of(text)
            lead, shape = passage.index_text, 0
            if quote and lead.endswith(quote):
                lead, shape = lead[: -len(quote)], QUOTED
            if title and lead.startswith(title):
                lead, shape = lead[len(title) :], shape | TITLED
            row = (
                self._next_row,
                place,
                self._number(passage.id.removeprefix(f"{passage.document_id}/")),
                passage.start,
                passage.end - passage.start,
                self._number(path_to_json(passage.path)),
                *(passage.pages or (None, None)),
                self._number(passage.label),
                self._number(lead),
                shape,
                self._number(passage.role.value),
                None if passage.speaker is None else self._number(passage.speaker),
            )
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT INTO passages VALUES ({marks})", row)
            self._next_row += 1

    def _hold(self, cells: str) -> None:
        """Store what the passages of the last document hold."""
        figures = sum(not entry[0] for entry in json.loads(cells))
        self._insert(
            "drafts.cells", ("document", "figures", "cells"), (self._next_document, figures, cells)
        )

    def _number(self, value: str) -> int:
        """Return the number of a string, which is stored once."""
        number = self._strings.get(value)
        if number is None:
            number = self._strings[value] = len(self._strings)
            self._insert("strings", ("number", "value"), (number, value))
        return number

    def earlier_documents(self, file: str) -> list[tuple[str, str]]:
        """Return ids and paths of a file's documents in the generation before, in order."""
        if self._taken is None:
            self._taken = {}
            for name, document_id, path in self._connection.execute(
                "SELECT s.value, d.id, d.path FROM earlier.documents d JOIN earlier.strings s"
                " ON s.number = d.file ORDER BY d.place_in_order"
            ):
                self._taken.setdefault(name, []).append((document_id, path))
        return self._taken.get(file, [])

    def copy(self, document_id: str) -> None:
        """Take a document with its passages from the generation before."""
        execute, packings = self._connection.execute, self._earlier_packings
        place, file, first, count, *document = execute(
            "SELECT place_in_order, (SELECT value FROM earlier.strings s WHERE s.number = file),"
            f" first_row, passages, {DOCUMENT} FROM earlier.documents WHERE id = ?",
            (document_id,),
        ).fetchone()
        names = ", ".join(TEXT_COLUMNS)
        held, blocks, boxes = execute(
            f"SELECT {names} FROM earlier.texts WHERE document = ?", (place,)
        ).fetchone()
        text = packings["text"].unpacked(held)
        rows = execute(
            f"SELECT {PASSAGE} FROM earlier.passages_in_full"
            " WHERE row >= ? AND row < ? ORDER BY row",
            (first, first + count),
        )
        passages = [passage_from_row(row, text) for row in rows]
        title = document[DOCUMENT_COLUMNS.index("title")]
        texts = (text, packings["blocks"].unpacked(blocks), boxes)
        self._add(file, document, title, texts, passages)
        cells = execute("SELECT cells FROM earlier.cells WHERE document = ?", (place,)).fetchone()
        if cells:
            self._hold(packings["cells"].unpacked(cells[0]))
        self._next_document += 1

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
            "SELECT first_row, passages, text FROM documents JOIN drafts.texts"
            " ON document = place_in_order ORDER BY place_in_order"
        )
        for first, passages, text in documents:
            rows = self._connection.execute(
                f"SELECT {PASSAGE} FROM passages_in_full WHERE row >= ? AND row < ? ORDER BY row",
                (first, first + passages),
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
        rows = self._connection.execute(
            "SELECT d.id, d.path, d.sha256, iif(f.stated <> '', '+' || f.stated, '')"
            " FROM documents d JOIN strings s ON s.number = d.file"
            " LEFT JOIN files f ON f.key = s.value"
            " ORDER BY d.place_in_order"
        )
        return [(name, path, digest_from_cell(sha) + stated) for name, path, sha, stated in rows]

    def skipped(self) -> list[Skipped]:
        """Return all that was skipped, in order."""
        rows = self._connection.execute("SELECT path, reason FROM skipped ORDER BY place_in_order")
        return [Skipped(path, reason) for path, reason in rows]

    def finish(self) -> None:
        """Add the look-up tables and close the file, which is whole from now on."""
        self._relate()
        pack_drafts(self._connection)
        self._connection.execute("COMMIT")
        self._connection.executescript(INDEXES)
        self.close()

    def _relate(self) -> None:
        """Store what figures form a series, and what documents others replace.

        Both hold over all documents, so that they are made anew with every generation.
        """
        columns = f"SELECT place_in_order, {SOURCE_COLUMNS} FROM documents"
        sources = {row[0]: source_from_row(row[1:]) for row in self._connection.execute(columns)}
        places: list[int] = []
        figures: list[CitedFigure] = []
        for place, cells in self._connection.execute(
            "SELECT document, cells FROM drafts.cells ORDER BY document"
        ):
            source = sources[place]
            for is_task, _, _, values in json.loads(cells):
                if not is_task:
                    figure = figure_from_list(values, source.id)
                    figures.append(CitedFigure(figure, source, "", "", None, "", ""))
                    places.append(place)
        self._connection.executemany(
            "INSERT INTO figures VALUES (?, ?, ?)",
            zip(count(), places, series_by_day(figures), strict=False),
        )
        self._connection.executemany(
            "INSERT INTO replacements VALUES (?, ?)",
            [(earlier, later.id) for earlier, later in replacements(sources.values()).items()],
        )

    def close(self) -> None:
        """Close the file as it is; once more does nothing."""
        self._connection.close()
        self._drafts.unlink(missing_ok=True)

    def _insert(self, table: str, columns: Sequence[str], values: Sequence[Any]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(values))
        self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
