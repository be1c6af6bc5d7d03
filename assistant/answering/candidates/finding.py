"""Which finder looks for what in a sentence, by the kind of thing asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.answering.candidates.dates_asked import date_candidates
from assistant.answering.candidates.definitions import definition_candidates, role_candidates
from assistant.answering.candidates.documents_asked import document_candidates
from assistant.answering.candidates.duties import duty_candidates
from assistant.answering.candidates.figures_asked import figure_candidates
from assistant.answering.candidates.lists import list_candidates
from assistant.answering.candidates.names_asked import (
    acting_candidates,
    body_candidates,
    person_candidates,
    place_candidates,
)
from assistant.answering.candidates.orders import first_candidates
from assistant.answering.candidates.points import condition_candidates
from assistant.answering.candidates.posts_held import post_candidates
from assistant.answering.candidates.prose import text_candidates
from assistant.answering.candidates.rows import row_candidates
from assistant.answering.candidates.yes_no import yes_no_candidates
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence, gather
from assistant.answering.local import Candidate
from assistant.schema import AnswerKind, Document, Hit, Question, Span
from assistant.vietnamese.dates import years
from assistant.vietnamese.normalise import fold

__all__ = ["candidate_at", "find"]

_OF_A_PERSON = re.compile(
    r"\bky\b|\bten\b|\b(?:(?<!ai la )nguoi|ong|ba|vi|chuyen gia|lanh dao|chu tich|giam doc|"
    r"bi thu|truong)\b"
)
Finder = Callable[[Question, Evidence], Iterator[Candidate]]

_FINDERS: dict[AnswerKind, Finder] = {
    AnswerKind.FIGURE: figure_candidates,
    AnswerKind.MONEY: figure_candidates,
    AnswerKind.RANK: figure_candidates,
    AnswerKind.DATE: date_candidates,
    AnswerKind.PERSON: person_candidates,
    AnswerKind.AGENCY: body_candidates,
    AnswerKind.DOCUMENT: document_candidates,
    AnswerKind.PLACE: place_candidates,
    AnswerKind.LIST: list_candidates,
    AnswerKind.DEFINITION: definition_candidates,
    AnswerKind.YES_NO: yes_no_candidates,
    AnswerKind.TEXT: text_candidates,
    AnswerKind.COMPARISON: text_candidates,
}
_TASKS_ASKED = (AnswerKind.LIST, AnswerKind.TEXT)


def _in_one_cell(question: Question, candidate: Candidate, evidence: Evidence) -> bool:
    """Tell whether a candidate's span stands in one cell of its row, and not in the first.

    A cell in a column of another year than the one asked for tells nothing of it.
    """
    short, text = candidate.short, evidence.document.text
    if short is None or evidence.block is None or evidence.header is None:
        return False
    heads = evidence.header.cells
    for place, cell in enumerate(evidence.block.cells[1:], start=1):
        if cell.contains(short):
            told = set(years(heads[place].of(text))) if place < len(heads) else set()
            return not (told and question.years) or bool(told & set(question.years))
    return False


def find(question: Question, evidence: Evidence) -> list[Candidate]:
    """Return what in a sentence could answer, in order of the text."""
    if evidence.header is not None:
        cells = list(row_candidates(question, evidence))
        # A figure read across cells would be the number of the row with the words beside it.
        return cells or [
            candidate
            for candidate in _FINDERS[question.kind](question, evidence)
            if candidate.short is None or _in_one_cell(question, candidate, evidence)
        ]
    duties = list(duty_candidates(question, evidence)) if question.kind in _TASKS_ASKED else []
    if duties:
        return duties
    first = list(first_candidates(question, evidence))
    if first:
        return first
    found = list(_FINDERS[question.kind](question, evidence))
    if question.kind is AnswerKind.DATE:
        found += condition_candidates(question, evidence)
    if question.kind is AnswerKind.AGENCY:
        found += acting_candidates(question, evidence)
    if not found and question.kind is AnswerKind.PERSON:
        found = list(post_candidates(question, evidence))
        found = found or list(role_candidates(question, evidence))
    if (
        not found
        and question.kind is AnswerKind.PERSON
        and not _OF_A_PERSON.search(f"{question.focus} {fold(question.query)}")
    ):
        # “Ai hợp tác với …” may well ask for a body.
        found = [replace(c, bonus=c.bonus - 0.1) for c in body_candidates(question, evidence)]
    return found


def candidate_at(document: Document, span: Span, corpus: Corpus) -> Candidate | None:
    """Return a candidate whose answer stands at a span of a document.

    Args:
        document: The document.
        span: The words that answer.
        corpus: Where passages come from.

    Returns:
        The candidate; None where the span stands in no sentence of a passage.
    """
    passage = corpus.passage_at(document.id, span.start)
    if passage is None:
        return None
    for evidence in gather([Hit(passage, 1, 1.0)], {document.id: document}):
        if evidence.span.contains(span):
            return Candidate(evidence, span, evidence.text, 0.0)
    return None
