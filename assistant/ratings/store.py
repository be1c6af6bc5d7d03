"""Ratings in one SQLite file beside the index: the question, what was answered, and what was wrong.

Nothing is kept of who said it, and of when only the day.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.indexing.publish import beside
from assistant.schema import Answer

__all__ = ["Rating", "RatingStore", "rating_of", "ratings_file"]

_WAIT = 5.0
"""Seconds that one session waits for another to have written."""
_LONGEST = 500
"""Characters that are kept of what a person types as the right answer."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS ratings (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    good INTEGER NOT NULL,
    wrong_answer INTEGER NOT NULL,
    wrong_source INTEGER NOT NULL,
    expected TEXT NOT NULL,
    question TEXT NOT NULL,
    history TEXT NOT NULL,
    marked INTEGER NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    short TEXT NOT NULL,
    evidence TEXT NOT NULL,
    index_digest TEXT NOT NULL
)
"""
_FAILED = "chưa ghi được đánh giá ({}). Hãy thử lại, hoặc kiểm tra quyền ghi thư mục của chỉ mục."


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody said of an answer.

    Attributes:
        id: Which answer it is about; another rating of the same answer takes its place.
        day: The day it was said, in ISO form.
        good: Whether the answer was right and its source too.
        wrong_answer: Whether the answer was wrong.
        wrong_source: Whether the source was wrong.
        expected: The right answer, if the person knew it; else empty.
        question: The question as typed.
        history: Earlier questions that it leans on, oldest first.
        marked: Whether it was typed with tone marks.
        kind: The kind of thing asked for, as ``AnswerKind`` has it.
        status: How much was answered, as ``Status`` has it.
        short: The words that answered; empty where no single span did.
        evidence: Path of the document and words of each citation.
        index_digest: Which index answered.
    """

    id: str
    day: str
    good: bool
    wrong_answer: bool
    wrong_source: bool
    expected: str
    question: str
    history: tuple[str, ...]
    marked: bool
    kind: str
    status: str
    short: str
    evidence: tuple[tuple[str, str], ...]
    index_digest: str


def rating_of(
    answer: Answer,
    key: str,
    day: date,
    *,
    good: bool,
    wrong_answer: bool = False,
    wrong_source: bool = False,
    expected: str = "",
) -> Rating:
    """Return what somebody said of an answer as it is kept.

    Args:
        answer: The answer.
        key: Id of the rating.
        day: The day.
        good: Whether all was right; then nothing was wrong.
        wrong_answer: Whether the answer was wrong.
        wrong_source: Whether the source was wrong.
        expected: The right answer, if known.
    """
    question = answer.question
    return Rating(
        id=key,
        day=day.isoformat(),
        good=good,
        wrong_answer=wrong_answer and not good,
        wrong_source=wrong_source and not good,
        expected="" if good else " ".join(expected.split())[:_LONGEST],
        question=question.text,
        history=question.history if question.read_otherwise else (),
        marked=question.marked,
        kind=question.kind.value,
        status=answer.status.value,
        short=answer.short or "",
        evidence=tuple((one.document.path, one.quote) for one in answer.citations),
        index_digest=answer.receipt.index,
    )


def ratings_file(index: Path) -> Path:
    """Return where ratings are kept: beside the index.

    Args:
        index: Folder of the index.
    """
    return beside(index, "ratings.sqlite")


class RatingStore:
    """The ratings of one file, from any thread and several processes.

    Args:
        path: The file; made when the first rating is kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, rating: Rating) -> None:
        """Keep a rating in place of an earlier one of the same answer.

        Raises:
            AssistantError: It cannot be written.
        """
        names = [field.name for field in fields(Rating)]
        marks = ", ".join(f":{name}" for name in names)
        statement = f"INSERT OR REPLACE INTO ratings ({', '.join(names)}) VALUES ({marks})"
        with self._open() as connection:
            connection.execute(statement, _row(rating))

    def forget(self, key: str) -> None:
        """Delete a rating that was taken back; nothing where there is none.

        Raises:
            AssistantError: It cannot be written.
        """
        if self._path.is_file():
            with self._open() as connection:
                connection.execute("DELETE FROM ratings WHERE id = ?", (key,))

    def all(self) -> list[Rating]:
        """Return all ratings, in order of day and id; none where nothing was ever kept.

        Raises:
            AssistantError: The file cannot be read.
        """
        if not self._path.is_file():
            return []
        names = ", ".join(field.name for field in fields(Rating))
        with self._open() as connection:
            rows = connection.execute(f"SELECT {names} FROM ratings ORDER BY day, id").fetchall()
        return [_rating(row) for row in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=_WAIT)) as connection:
                # Readers and a writer do not wait for each other.
                connection.execute("PRAGMA journal_mode = WAL")
                with connection:
                    connection.execute(_SCHEMA)
                    yield connection
        except sqlite3.Error as error:
            raise AssistantError(_FAILED.format(type(error).__name__)) from error


def _row(rating: Rating) -> dict[str, Any]:
    values = asdict(rating)
    for name in ("history", "evidence"):
        values[name] = json.dumps(values[name], ensure_ascii=False)
    return values


def _rating(row: Sequence[Any]) -> Rating:
    values = dict(zip((field.name for field in fields(Rating)), row, strict=True))
    for name in ("good", "wrong_answer", "wrong_source", "marked"):
        values[name] = bool(values[name])
    values["history"] = tuple(json.loads(values["history"]))
    values["evidence"] = tuple((path, quote) for path, quote in json.loads(values["evidence"]))
    return Rating(**values)
