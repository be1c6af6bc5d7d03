"""The report of an evaluation as the page reads it: shares, intervals, and what failed."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.errors import ReadError

__all__ = ["Asked", "Report", "Share", "failures", "read_report", "share_of", "shares_by"]

_SEALED = ("test", "unread")
_Z = 1.96
"""Standard deviations on either side that hold 95% of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with a known answer, and what became of it.

    Attributes:
        id: Its id.
        corpus: The documents it was asked of.
        split: Part of the questions it belongs to.
        category: Its category.
        question: Its words.
        history: Questions before it, oldest first.
        right: Whether the answer was right.
        status: ``full``, ``partial`` or ``not_found``.
        answerable: Whether the documents answer it.
        expected: What was expected, in words.
        given: What was answered, in words.
        evidence: Whether the right place was cited; None where there is none to cite.
        milliseconds: Time of the answer.
    """

    id: str
    corpus: str
    split: str
    category: str
    question: str
    history: tuple[str, ...]
    right: bool
    status: str
    answerable: bool
    expected: str
    given: str
    evidence: bool | None
    milliseconds: float

    @property
    def sealed(self) -> bool:
        """Whether totals alone are told of its part: nobody tunes on it."""
        return self.split in _SEALED


@dataclass(frozen=True, slots=True)
class Report:
    """A whole evaluation.

    Attributes:
        asked: Every question, in order.
        written: When the report was written.
        indexes: Digest of the index of each set of documents.
    """

    asked: tuple[Asked, ...]
    written: datetime
    indexes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some questions came out one way.

    Attributes:
        name: What they have in common.
        count: How many came out that way.
        of: How many there are.
        low: Lower end of the 95% interval of the share, in [0, 1].
        high: Its upper end.
    """

    name: str
    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share, in [0, 1]."""
        return self.count / self.of


def read_report(path: Path) -> Report | None:
    """Read the report that ``python -m evals --json`` writes; None where there is none.

    Raises:
        ReadError: It is no such report, or was not written to its end.
    """
    try:
        text = path.read_text(encoding="utf-8")
        written = datetime.fromtimestamp(path.stat().st_mtime)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("không đọc được kết quả đánh giá. Hãy chạy lại đánh giá.") from error
    try:
        values = json.loads(text)
        asked = tuple(_asked(row) for row in values["questions"])
        corpora = values["run"]["corpora"]
        indexes = {str(name): str(corpus["index"]) for name, corpus in corpora.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError("kết quả đánh giá hỏng. Hãy chạy lại đánh giá.") from error
    return Report(asked, written, indexes)


def _asked(row: Mapping[str, Any]) -> Asked:
    expected, evidence = row["expected"], row["measures"].get("evidence")
    words = expected["short"] or expected["facts"] or [one["quote"] for one in expected["evidence"]]
    return Asked(
        id=str(row["id"]),
        corpus=str(row["corpus"]),
        split=str(row["split"]),
        category=str(row["category"]),
        question=str(row["question"]),
        history=tuple(map(str, row["history"])),
        right=bool(row["right"]),
        status=str(row["status"]),
        answerable=bool(expected["answerable"]),
        expected="; ".join(map(str, words)) if expected["answerable"] else "",
        given=str(row["short"] or row["text"]),
        evidence=None if evidence is None else bool(evidence),
        milliseconds=float(row["milliseconds"]),
    )


def share_of(name: str, some: Sequence[Asked], test: Callable[[Asked], bool]) -> Share | None:
    """Return how many of some questions pass a test, with Wilson's 95% interval.

    Wilson 1927, “Probable inference, the law of succession, and statistical inference”: it
    stays within [0, 1], and says something of three questions too.

    Args:
        name: What they have in common.
        some: The questions; None is returned where there are none.
        test: Tells whether one came out that way.
    """
    of = len(some)
    if not of:
        return None
    count = sum(test(one) for one in some)
    share, scale = count / of, 1 + _Z**2 / of
    middle = (share + _Z**2 / (2 * of)) / scale
    half = _Z * math.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / scale
    return Share(name, count, of, max(0.0, middle - half), min(1.0, middle + half))


def shares_by(some: Sequence[Asked], part: Callable[[Asked], str]) -> list[Share]:
    """Return the share of right answers of each part of some questions, the lowest first."""
    names = dict.fromkeys(part(one) for one in some)
    shares = [
        share_of(name, [one for one in some if part(one) == name], lambda one: one.right)
        for name in names
    ]
    return sorted((s for s in shares if s), key=lambda share: (share.value, -share.of, share.name))


def failures(some: Sequence[Asked], category: str | None) -> list[Asked]:
    """Return the questions that were answered wrongly, of one category or of all."""
    return [one for one in some if not one.right and category in (None, one.category)]
