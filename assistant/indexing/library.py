"""Documents, passages, skipped files and what each file looked like, in one SQLite file."""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import IndexDamagedError
from assistant.indexing.records import (
    DOCUMENT_COLUMNS,
    PASSAGE_COLUMNS,
    SOURCE_COLUMNS,
    document_from_row,
    figure_from_json,
    passage_from_row,
    source_from_row,
    task_from_json,
)
from assistant.schema import (
    CitedFigure,
    CitedTask,
    Document,
    FigureSource,
    Passage,
    Skipped,
    Span,
)

__all__ = ["Card", "FileRecord", "Library"]

_DOCUMENT = ", ".join(DOCUMENT_COLUMNS)
_PASSAGE = ", ".join(f'"{name}"' for name in PASSAGE_COLUMNS)
# Documents of a conversation are asked for again and again; 64 of the longest are 60 MB.
_KEPT_DOCUMENTS = 64
# SQLite binds at least 999 values in a statement, in every version still in use.
_BOUND_VALUES = 900


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was when it was read.

    Attributes:
        key: Absolute path.
        path: Path as it stands in the corpus.
        size: Size in bytes.
        modified: Time of its last change, in nanoseconds.
        sha256: Digest of its bytes.
        seen: When it was read, in nanoseconds; a change within the clock's grain of that
            moment would not show in ``modified``.
        reason: Why it was skipped; None when it was read.
    """

    key: str
    path: str
    size: int
    modified: int
    sha256: str
    seen: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """What lists and filters need of a document, without its text.

    Attributes:
        id: Id of the document.
        path: Path as it stands in the corpus.
        title: Title.
        kind: Kind, or None when unknown.
        number: Number and sign.
        issuer: Issuing body.
        issued: Date of issue in ISO form.
        place: Province or city.
        passages: Number of passages.
    """

    id: str
    path: str
    title: str
    kind: str | None
    number: str | None
    issuer: str | None
    issued: str | None
    place: str | None
    passages: int


class Library:
    """Read-only access to the documents of one generation, from any thread.

    Args:
        connection: An open connection, usable from several threads.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._documents: OrderedDict[str, Document] = OrderedDict()

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open a library that is never written to again.

        Raises:
            IndexDamagedError: The file is missing or not a library.
        """
        try:
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            connection.execute("SELECT 1 FROM passages LIMIT 1")
        except sqlite3.Error as error:
            raise IndexDamagedError(
                f"{path}: không đọc được ({error}). Hãy chạy lại: chinhsach index"
            ) from error
        return cls(connection)

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._connection.close()

    def document(self, document_id: str) -> Document:
        """Return a document with its text.

        Raises:
            KeyError: The library holds no such document.
        """
        with self._lock:
            if document_id in self._documents:
                self._documents.move_to_end(document_id)
                return self._documents[document_id]
            rows = self._all(f"SELECT {_DOCUMENT} FROM documents WHERE id = ?", document_id)  # noqa: S608
            if not rows:
                raise KeyError(document_id)
            document = document_from_row(rows[0])
            self._documents[document_id] = document
            if len(self._documents) > _KEPT_DOCUMENTS:
                self._documents.popitem(last=False)
            return document

    def documents(self) -> Iterator[Document]:
        """Yield every document with its text, in order of reading, one at a time."""
        for (document_id,) in self._all("SELECT id FROM documents ORDER BY place_in_order"):
            yield self.document(document_id)

    def cards(self) -> list[Card]:
        """Return what is known of every document, without texts, in order of reading."""
        rows = self._all(
            "SELECT d.id, d.path, d.title, d.kind, d.number, d.issuer, d.issued, d.place,"
            " (SELECT COUNT(*) FROM passages p WHERE p.document_id = d.id)"
            " FROM documents d ORDER BY d.place_in_order"
        )
        return [Card(*row) for row in rows]

    def passage(self, passage_id: str) -> Passage:
        """Return a passage by its id.

        Raises:
            KeyError: The library holds no such passage.
        """
        rows = self._all(f"SELECT {_PASSAGE} FROM passages WHERE id = ?", passage_id)  # noqa: S608
        if not rows:
            raise KeyError(passage_id)
        return passage_from_row(rows[0])

    def passages(self, rows: Sequence[int]) -> list[Passage]:
        """Return passages by their rows in the arrays of the index, in the order given.

        Raises:
            IndexDamagedError: The library lacks a row.
        """
        found: dict[int, Passage] = {}
        for start in range(0, len(rows), _BOUND_VALUES):
            wanted = [int(row) for row in rows[start : start + _BOUND_VALUES]]
            marks = ", ".join("?" * len(wanted))
            statement = f"SELECT row, {_PASSAGE} FROM passages WHERE row IN ({marks})"  # noqa: S608
            found.update(
                (row[0], passage_from_row(row[1:])) for row in self._all(statement, *wanted)
            )
        try:
            return [found[int(row)] for row in rows]
        except KeyError as error:
            raise IndexDamagedError(
                f"library.sqlite thiếu đoạn số {error}. Hãy chạy lại: chinhsach index"
            ) from None

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document in order; none when there is no such document."""
        statement = f"SELECT {_PASSAGE} FROM passages WHERE document_id = ? ORDER BY row"  # noqa: S608
        return [passage_from_row(row) for row in self._all(statement, document_id)]

    def figures(self) -> list[CitedFigure]:
        """Return all figures with their sources, in order of the documents."""
        sources = self._sources()
        return [_cited(row, sources) for row in self._cells(0)]

    def tasks(self) -> list[CitedTask]:
        """Return all tasks of tables with their sources, in order of the documents."""
        sources = self._sources()
        return [
            CitedTask(task_from_json(cells), sources[document], passage, label, page, quote)
            for document, passage, label, page, _, quote, cells in self._cells(1)
        ]

    def _cells(self, task: int) -> list[Any]:
        return self._all(
            "SELECT f.document_id, f.passage_id, p.label, f.page, f.written, f.quote, f.cells"
            " FROM figures f JOIN passages p ON p.id = f.passage_id"
            " WHERE f.task = ? ORDER BY f.row",
            task,
        )

    def series_at(self, passage_id: str, span: Span) -> tuple[int, list[CitedFigure]] | None:
        """Return the series of the figure whose value stands at a span of a passage's document.

        Args:
            passage_id: Id of the passage.
            span: Half-open span of the document, which holds the value or stands in it.

        Returns:
            The number of the series and all its figures; None where no figure stands there.
        """
        here = self._all(
            "SELECT cells, series FROM figures WHERE passage_id = ? AND task = 0 ORDER BY row",
            passage_id,
        )
        for cells, series in here:
            if figure_from_json(cells).value_span.overlaps(span):
                return series, self._series(series)
        return None

    def _series(self, number: int) -> list[CitedFigure]:
        rows = self._all(
            "SELECT f.document_id, f.passage_id, p.label, f.page, f.written, f.quote, f.cells"
            " FROM figures f JOIN passages p ON p.id = f.passage_id"
            " WHERE f.series = ? ORDER BY f.row",
            number,
        )
        sources = {row[0]: self._source(row[0]) for row in rows}
        return [_cited(row, sources) for row in rows]

    def replaced_by(self, document_id: str) -> FigureSource | None:
        """Return the document that replaces another one; None where none is known to."""
        later = self._all("SELECT later FROM replacements WHERE earlier = ?", document_id)
        return self._source(later[0][0]) if later else None

    def _source(self, document_id: str) -> FigureSource:
        (row,) = self._all(
            f"SELECT {SOURCE_COLUMNS} FROM documents WHERE id = ?",  # noqa: S608
            document_id,
        )
        return source_from_row(row)

    def _sources(self) -> dict[str, FigureSource]:
        rows = self._all(f"SELECT {SOURCE_COLUMNS} FROM documents")  # noqa: S608
        return {row[0]: source_from_row(row) for row in rows}

    def skipped(self) -> list[Skipped]:
        """Return the files that were not read and why, in order."""
        rows = self._all("SELECT path, reason FROM skipped ORDER BY place_in_order")
        return [Skipped(path, reason) for path, reason in rows]

    def converted(self) -> dict[str, int]:
        """Return how many documents were converted, by what was done, the most frequent first."""
        rows = self._all(
            "SELECT coalesce(json_extract(quality, '$[2]'), ''), COUNT(*) FROM documents"
            " WHERE json_extract(quality, '$[0]') = 'converted' GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return dict(rows)

    def left_out(self) -> tuple[tuple[Skipped, ...], frozenset[str]]:
        """Return the files that were never opened, and the keys of those read in part."""
        refused = self._all(
            "SELECT path, reason FROM skipped WHERE file IS NULL ORDER BY place_in_order"
        )
        partial = self._all("SELECT DISTINCT file FROM skipped WHERE file IS NOT NULL")
        return tuple(Skipped(*row) for row in refused), frozenset(key for (key,) in partial)

    def files(self) -> dict[str, FileRecord]:
        """Return the files of the corpus as they were when they were read, by key."""
        rows = self._all(
            "SELECT key, path, size, modified, sha256, seen, reason FROM files ORDER BY key"
        )
        return {row[0]: FileRecord(*row) for row in rows}

    def count(self) -> tuple[int, int]:
        """Return the numbers of documents and passages."""
        ((documents,),) = self._all("SELECT COUNT(*) FROM documents")
        ((passages,),) = self._all("SELECT COUNT(*) FROM passages")
        return documents, passages

    def _all(self, statement: str, *values: Any) -> list[Any]:
        with self._lock, closing(self._connection.execute(statement, values)) as cursor:
            return cursor.fetchall()


def _cited(row: Sequence[Any], sources: Mapping[str, FigureSource]) -> CitedFigure:
    document, passage, label, page, written, quote, cells = row
    return CitedFigure(
        figure_from_json(cells), sources[document], passage, label, page, written, quote
    )
