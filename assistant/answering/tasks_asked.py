"""The tasks that a table gives to a body: “Bộ Tài chính chủ trì những nhiệm vụ nào?”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.candidates import candidate_at
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import documents_named, numbers_of
from assistant.answering.local import Candidate
from assistant.answering.wording import WORDING
from assistant.schema import Document, Filters, Question, Task, called
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places

__all__ = ["Given", "tasks_given"]

_ASKED = re.compile(
    r"\b(?:nhiem vu|cong viec|viec)\b.{0,60}?\b(?:nao|gi|bao nhieu)\b|"
    r"\b(?:nhung|cac|bao nhieu|may) (?:nhiem vu|cong viec)\b"
)
_LEADS = re.compile(r"\b(?:chu tri|duoc giao|giao cho|giao|phu trach|thuc hien|lo)\b")
_BEYOND = re.compile(
    r"\s+(?:những|các|nhiệm vụ|công việc|việc|làm|nhung|cac|nhiem vu|cong viec|viec|lam)(?!\w)",
    re.IGNORECASE,
)
_HELPS = re.compile(r"\bphoi hop\b")
_MOST = 10
"""Most tasks that are quoted; a ministry may lead a hundred."""


@dataclass(frozen=True)
class Given:
    """Tasks of a body in one document.

    Attributes:
        rows: The rows that are quoted, in order.
        told: How many there are, ending in the marker of the first row.
    """

    rows: tuple[Candidate, ...]
    told: tuple[tuple[Candidate, str], ...]


def tasks_given(
    question: Question, corpus: Corpus, filters: Filters, language: str
) -> Given | None:
    """Return the tasks that a document gives to the body that a question names.

    Args:
        question: The question as understood.
        corpus: Where tables of tasks come from.
        filters: What the search is held to.
        language: Language of the frame around the quotes, ``vi`` or ``en``.

    Returns:
        The tasks of the document that a question names, else of the one found first; None
        where it asks for no tasks, names no body or none of its tasks is in a table.
    """
    asked = fold(question.query)
    papers = named_documents(question.query)
    named = [
        question.query[start:end]
        for start, end in bodies(question.query)
        if not any(paper.start < end and start < paper.end for paper in papers)
    ]
    helping = _HELPS.search(asked) is not None
    if len(named) != 1 or not _ASKED.search(asked) or not (helping or _LEADS.search(asked)):
        return None
    body = _without_place(named[0])
    wanted = documents_named(question.numbers)
    hits = corpus.search(question, filters)
    for document in corpus.documents_of(hits).values():
        if wanted and not any_match(numbers_of(document), wanted):
            continue
        rows = [task for task in corpus.tasks_of(document.id) if _is_of(task, body, helping)]
        if rows:
            return _given(rows, body, document, corpus, WORDING[language])
    return None


def _given(
    tasks: Sequence[Task], body: str, document: Document, corpus: Corpus, words: dict[str, str]
) -> Given | None:
    rows = [candidate_at(document, task.row_span, corpus) for task in tasks[:_MOST]]
    # A whole row is no short answer.
    quoted = tuple(replace(row, short=None) for row in rows if row is not None)
    if not quoted:
        return None
    form = "tasks" if len(quoted) == len(tasks) else "first_tasks"
    said = words[form].format(len(tasks), body, called(document), len(quoted))
    return Given(quoted, ((quoted[0], said),))


def _is_of(task: Task, body: str, helping: bool) -> bool:
    """Tell whether a task is led, or helped with, by a body."""
    told = fold(task.helpers if helping else task.agency)
    return re.search(rf"(?<!\w){re.escape(fold(body))}(?!\w)", told) is not None


def _without_place(body: str) -> str:
    """Return “Sở Nội vụ” of “Sở Nội vụ Lâm Đồng”: in its own table a body bears no place."""
    body = _BEYOND.split(body)[0]
    named = places(body)
    at = named[-1].start if named and named[-1].end == len(body) else len(body)
    return re.sub(r"\s+(?:tỉnh|thành phố|tp\.?)$", "", body[:at].strip(), flags=re.IGNORECASE)
