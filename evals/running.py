"""Asking every question, and searching for the gold of each alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.schema import Answer, Document, Hit
from evals.questions import Gold
from evals.ranking import DEPTH, first_met, met_by, needs, search_values
from evals.scoring import Verdict, score

__all__ = ["Asked", "Found", "Progress", "Result", "ask_all", "silent"]

Progress = Callable[[str, int, int], None]
"""Told the stage, the steps done and all its steps."""


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


class Asked(Protocol):
    """What can be asked; the assistant can, and so can a fake."""

    def ask(self, text: str, *, history: Sequence[str] = ()) -> Answer:
        """Answer a question that follows earlier ones."""

    def search(self, text: str, *, k: int = 10) -> list[Hit]:
        """Return the best passages for a query, best first."""

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the search alone finds for one question.

    Attributes:
        first: The first passage; None when nothing is found.
        milliseconds: Time of the search.
        values: ``SEARCH_MEASURES`` by name; None where there is no gold to find, or where the
            question needs what was asked before it.
        rank: Rank from 1 of the first passage that holds gold; None when none does.
    """

    first: Hit | None
    milliseconds: float
    values: Mapping[str, float] | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One question asked.

    Attributes:
        gold: The question.
        answer: What was said.
        verdict: What is right in it.
        milliseconds: Time of the answer, with its search.
        found: What the search alone finds.
    """

    gold: Gold
    answer: Answer
    verdict: Verdict
    milliseconds: float
    found: Found


def ask_all(
    questions: Sequence[Gold], assistant: Asked, progress: Progress = silent
) -> list[Result]:
    """Ask every question, one after another, and score each answer; search for it as well.

    Args:
        questions: What to ask.
        assistant: Whom to ask.
        progress: Told the stage, the questions done and all of them.
    """
    found = _search_all(questions, assistant, progress)
    results: list[Result] = []
    for done, gold in enumerate(questions):
        progress("Hỏi", done, len(questions))
        begin = time.perf_counter()
        answer = assistant.ask(gold.question, history=gold.history)
        milliseconds = (time.perf_counter() - begin) * 1000
        verdict = score(gold, answer, assistant.document)
        results.append(Result(gold, answer, verdict, milliseconds, found[gold.id]))
    return results


def _search_all(
    questions: Sequence[Gold], assistant: Asked, progress: Progress
) -> dict[str, Found]:
    found: dict[str, Found] = {}
    met: dict[str, list[list[int]]] = {}
    for done, gold in enumerate(questions):
        progress("Tìm", done, len(questions))
        begin = time.perf_counter()
        hits = assistant.search(gold.question, k=DEPTH)
        milliseconds = (time.perf_counter() - begin) * 1000
        found[gold.id] = Found(hits[0] if hits else None, milliseconds)
        wanted = needs(gold)
        if wanted and not gold.history:
            met[gold.id] = [
                met_by(hit.passage, assistant.document(hit.passage.document_id), wanted)
                for hit in hits
            ]
    values = search_values(met, {gold.id: len(needs(gold)) for gold in questions})
    for key, one in met.items():
        found[key] = replace(found[key], values=values[key], rank=first_met(one))
    return found
