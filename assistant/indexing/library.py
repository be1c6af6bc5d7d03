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
from assistant.indexing.catalogue import Entry, entry_from_row
from assistant.indexing.figure_shelf import FigureShelf
from assistant.indexing.library_tables import DOCUMENT, PASSAGE
from assistant.indexing.packing import Packing, inflated, read_packings
from assistant.indexing.records import TEXT_COLUMNS, document_from_row, passage_from_row
from assistant.schema import (
    CitedFigure,
    CitedTask,
    Document,
    Figure,
    FigureSource,
    Passage,
    Skipped,
    Span,
    Task,
)

__all__ = ["Card", "FileRecord", "Library"]

# Documents of a conversation are asked for again and again; 64 of the longest are 60 MB.
_KEPT_DOCUMENTS = 64
# SQLite binds at least 999 values in a statement, in every version still in use.
_BOUND_VALUES = 900
_TEXTS = ", ".join(TEXT_COLUMNS)


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
        stated: Digest of the corrections that it was read with; empty for none.
    """

    key: str
    path: str
    size: int
    modified: int
    sha256: str
    seen: int
    reason: str | None = None
    stated: str = ""


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
        packings: How texts, blocks and figures are packed.
    """

    def __init__(self, connection: sqlite3.Connection, packings: Mapping[str, Packing]) -> None:
        self._connection = connection
        self._packings = packings
        self._lock = threading.RLock()
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._shelf = FigureShelf(self._all, self._text, packings["cells"])

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
            packings = read_packings(connection)
        except sqlite3.Error as error:
            raise IndexDamagedError(
                f"{path}: không đọc được ({error}). Hãy chạy lại: chinhsach index"
            ) from error
        return cls(connection, packings)

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
            rows = self._all(
                f"SELECT {_TEXTS}, {DOCUMENT} FROM documents JOIN texts"
                " ON document = place_in_order WHERE id = ?",
                document_id,
            )
            if not rows:
                raise KeyError(document_id)
            packed_text, packed_blocks, boxes, *known = rows[0]
            text = self._packings["text"].unpacked(packed_text)
            blocks = self._packings["blocks"].unpacked(packed_blocks)
            if boxes:
                inflated(boxes)  # whoever unpacks them later cannot say that the index is damaged
            document = document_from_row(known, text, blocks, boxes)
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
            " d.passages FROM documents d ORDER BY d.place_in_order"
        )
        return [Card(*row) for row in rows]

    def entries(self) -> list[Entry]:
        """Return all that is known of every document, without texts, in order of reading."""
        rows = self._all(
            "SELECT d.id, d.path, d.sha256, d.title, d.kind, d.number, d.issuer, d.issued,"
            " d.effective, d.place, d.relations, d.quality, s.value,"
            " coalesce(json_array_length(d.page_starts), 0),"
            " d.passages FROM documents d JOIN strings s ON s.number = d.file"
            " ORDER BY d.place_in_order"
        )
        return [entry_from_row(row) for row in rows]

    def passage(self, passage_id: str) -> Passage:
        """Return a passage by its id.

        Raises:
            KeyError: The library holds no such passage.
        """
        found = self._find(passage_id)
        if found is None:
            raise KeyError(passage_id)
        return found[1]

    def _find(self, passage_id: str) -> tuple[int, Passage] | None:
        """Return a passage and its row."""
        cut = passage_id.find("/")
        while cut >= 0:
            # A slug may hold a slash, and so may the id of a document.
            document_id, slug = passage_id[:cut], passage_id[cut + 1 :]
            found = self._of_document(document_id, " AND slug = ?", slug)
            if found:
                return found[0]
            cut = passage_id.find("/", cut + 1)
        return None

    def passages(self, rows: Sequence[int]) -> list[Passage]:
        """Return passages by their rows in the arrays of the index, in the order given.

        Raises:
            IndexDamagedError: The library lacks a row.
        """
        found: dict[int, Passage] = {}
        for start in range(0, len(rows), _BOUND_VALUES):
            wanted = [int(row) for row in rows[start : start + _BOUND_VALUES]]
            marks = ", ".join("?" * len(wanted))
            statement = f"SELECT row, {PASSAGE} FROM passages_in_full WHERE row IN ({marks})"
            found.update(
                (row[0], passage_from_row(row[1:], self._text(row[1])))
                for row in self._all(statement, *wanted)
            )
        try:
            return [found[int(row)] for row in rows]
        except KeyError as error:
            raise IndexDamagedError(
                f"library.sqlite thiếu đoạn số {error}. Hãy chạy lại: chinhsach index"
            ) from None

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document in order; none when there is no such document."""
        return [passage for _, passage in self._of_document(document_id)]

    def _of_document(
        self, document_id: str, more: str = "", *values: str
    ) -> list[tuple[int, Passage]]:
        known = self._all("SELECT first_row, passages FROM documents WHERE id = ?", document_id)
        if not known:
            return []
        first, count = known[0]
        statement = (
            f"SELECT row, {PASSAGE} FROM passages_in_full"
            f" WHERE row >= ? AND row < ?{more} ORDER BY row"
        )
        text = self._text(document_id)
        rows = self._all(statement, first, first + count, *values)
        return [(row[0], passage_from_row(row[1:], text)) for row in rows]

    def _text(self, document_id: str) -> str:
        """Return the text of a document, without all else that is known of it."""
        with self._lock:
            if document_id in self._documents:
                return self._documents[document_id].text
            if document_id not in self._texts:
                ((held,),) = self._all(
                    "SELECT text FROM texts JOIN documents ON document = place_in_order"
                    " WHERE id = ?",
                    document_id,
                )
                self._texts[document_id] = self._packings["text"].unpacked(held)
                if len(self._texts) > _KEPT_DOCUMENTS:
                    self._texts.popitem(last=False)
            self._texts.move_to_end(document_id)
            return self._texts[document_id]

    def figures(self) -> list[CitedFigure]:
        """Return all figures with their sources, in order of the documents."""
        return self._shelf.figures()

    def figures_of(self, document_id: str) -> list[Figure]:
        """Return the figures of one document, in order; none when there is no such document."""
        return self._shelf.figures_of(document_id)

    def tasks_of(self, document_id: str) -> list[Task]:
        """Return the tasks of one document, in order; none when there is no such document."""
        return self._shelf.tasks_of(document_id)

    def tasks(self) -> list[CitedTask]:
        """Return all tasks of tables with their sources, in order of the documents."""
        return self._shelf.tasks()

    def series(self) -> list[int]:
        """Return the number of the series of each figure, in the order of ``figures``."""
        return self._shelf.series()

    def cited_of(self, document_id: str) -> list[CitedFigure]:
        """Return the figures of one document with their source, in order."""
        return self._shelf.cited_of(document_id)

    def series_at(self, document_id: str, span: Span) -> tuple[int, list[CitedFigure]] | None:
        """Return the series of the figure whose value stands at a span of a document.

        Args:
            document_id: Id of the document.
            span: Half-open span of the document, which holds the value or stands in it.

        Returns:
            The number of the series and all its figures; None where no figure stands there.
        """
        return self._shelf.series_at(document_id, span)

    def replaced_by(self, document_id: str) -> FigureSource | None:
        """Return the document that replaces another one; None where none is known to."""
        return self._shelf.replaced_by(document_id)

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
            "SELECT key, path, size, modified, sha256, seen, reason, stated FROM files ORDER BY key"
        )
        return {row[0]: FileRecord(*row) for row in rows}

    def files_named(self, path: str) -> list[FileRecord]:
        """Return the files with a path as it stands in the corpus, one for each indexed folder."""
        rows = self._all(
            "SELECT key, path, size, modified, sha256, seen, reason FROM files"
            " WHERE path = ? ORDER BY key",
            path,
        )
        return [FileRecord(*row) for row in rows]

    def count(self) -> tuple[int, int]:
        """Return the numbers of documents and passages."""
        ((documents,),) = self._all("SELECT COUNT(*) FROM documents")
        ((passages,),) = self._all("SELECT COUNT(*) FROM passages")
        return documents, passages

    def _all(self, statement: str, *values: Any) -> list[Any]:
        try:
            with self._lock, closing(self._connection.execute(statement, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.ProgrammingError:  # a statement of ours, or a library that was closed
            raise
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(
                f"library.sqlite: không đọc được ({error}). Hãy chạy lại: chinhsach index"
            ) from error
