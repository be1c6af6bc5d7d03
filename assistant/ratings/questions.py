"""Ratings as evaluation questions, in the form of ``evals/questions.jsonl``.

What was rated right is a question with its answer. What was rated wrong holds what is still
true of it and leaves the rest blank, for somebody who knows; it is handed out apart, since
no evaluation can be run over it as it is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from assistant.ratings.store import Rating
from assistant.schema import AnswerKind, Status

__all__ = ["Questions", "questions_of"]

_CATEGORIES = {
    AnswerKind.FIGURE: "figure",
    AnswerKind.MONEY: "money",
    AnswerKind.RANK: "rank",
    AnswerKind.DATE: "date",
    AnswerKind.PERSON: "person",
    AnswerKind.AGENCY: "agency",
    AnswerKind.DOCUMENT: "document",
    AnswerKind.LIST: "list",
    AnswerKind.DEFINITION: "definition",
    AnswerKind.YES_NO: "yesno",
    AnswerKind.COMPARISON: "comparison",
}
_OTHER = "definition"
"""What is explained in words; no evaluation has a category of its own for it."""


@dataclass(frozen=True, slots=True)
class Questions:
    """Evaluation questions, a JSON object a line.

    Attributes:
        complete: Those with an answer and its evidence, ready to be asked.
        open: Those in which something is missing that a person has to fill in.
    """

    complete: str
    open: str


def questions_of(ratings: Sequence[Rating], corpus: str = "documents") -> Questions:
    """Return ratings as evaluation questions.

    Args:
        ratings: The ratings.
        corpus: Name of the corpus they were asked of, as the evaluation has it.
    """
    complete: list[str] = []
    unfinished: list[str] = []
    for rating in ratings:
        row = _row(rating, corpus)
        line = json.dumps(row, ensure_ascii=False)
        (complete if _is_complete(row) else unfinished).append(line)
    return Questions(*("".join(f"{line}\n" for line in lines) for lines in (complete, unfinished)))


def _row(rating: Rating, corpus: str) -> dict[str, Any]:
    refused = rating.status == Status.NOT_FOUND
    # A refusal that somebody objects to is a question that has an answer.
    answerable = not refused or not rating.good
    # What was called bad without a reason is in doubt as a whole.
    sound_answer = not refused and (
        rating.good or (rating.wrong_source and not rating.wrong_answer)
    )
    short = [rating.short] if sound_answer and rating.short else []
    short = [rating.expected] if rating.expected else short
    sound_source = not refused and (
        rating.good or (rating.wrong_answer and not rating.wrong_source)
    )
    evidence = rating.evidence if answerable and sound_source else ()
    facts = [quote for _, quote in evidence] if sound_answer and not short else []
    row: dict[str, Any] = {
        "id": f"r{rating.id[:12]}",
        "corpus": corpus,
        "split": "dev",
        "category": _category(rating, answerable=answerable),
        "question": rating.question,
    }
    if rating.history:
        row["history"] = list(rating.history)
    return row | {
        "answerable": answerable,
        "short": short if answerable else [],
        "facts": facts,
        "evidence": [
            {"document": PurePosixPath(path).name, "quote": quote} for path, quote in evidence
        ],
    }


def _category(rating: Rating, *, answerable: bool) -> str:
    if rating.history:
        return "followup"
    if not answerable:
        return "unanswerable"
    if not rating.marked:
        return "unmarked"
    return _CATEGORIES.get(AnswerKind(rating.kind), _OTHER)


def _is_complete(row: dict[str, Any]) -> bool:
    return not row["answerable"] or bool(row["evidence"] and (row["short"] or row["facts"]))
