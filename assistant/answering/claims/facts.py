"""What a claim says without figures: a date, a signer, a document, a plain statement.

Each is put as the question that it answers, and held against what answering finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.claims.asked import Asked, facts_asked, names_asked
from assistant.answering.claims.words import Statement
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence
from assistant.answering.extractive import Found, Scored, look_for
from assistant.answering.figure_facts import DENIAL
from assistant.answering.local import Candidate
from assistant.answering.papers import asks_of_a_paper, said_of_itself
from assistant.answering.premises import claimed_body
from assistant.answering.scopes import Scope, scopes_of
from assistant.answering.terms import Haystack
from assistant.schema import (
    AnswerKind,
    CheckedPart,
    ClaimPart,
    Difference,
    Filters,
    Judgement,
    PartKind,
)
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import fold, lower

__all__ = [
    "JudgedFact",
    "fact_of",
    "judge_facts",
    "judge_names",
    "judge_quote",
    "judge_statement",
]

_SURE = 0.6
"""Least coverage from which what answers otherwise refutes."""
_UNNUMBERED = 0.2
"""How much surer a date must be that refutes where the claim names no document by its number."""
_QUOTE = 6
"""Fewest syllables of a sentence that is taken for a quote."""
_SURE_OF_NAME = 0.75
"""Least coverage from which the body, person or place that answers settles the one claimed."""
_AS_GOOD = 0.15
"""An answer within this of the best is as good; of those one that agrees supports."""

_LEADS = re.compile(r"(?<!\w)(?:chủ trì|phối hợp)(?!\w)")
_ACT_TOLD = re.compile(r"\b(?:ky|thay mat|da ky)\b")


@dataclass(frozen=True)
class JudgedFact:
    """A part of a claim as judged, and the answer that settles it."""

    checked: CheckedPart
    candidate: Candidate | None


def fact_of(
    statement: Statement,
    one: Evidence,
    judgement: Judgement,
    *,
    at: tuple[int, int] | None = None,
    kind: PartKind = PartKind.STATEMENT,
    differs: tuple[Difference, ...] = (),
    found: str | None = None,
) -> JudgedFact:
    """Return what a sentence of the documents settles of a claim.

    Args:
        statement: The sentence of the claim.
        one: The sentence of the documents.
        judgement: What becomes of it.
        at: The words in ``statement.text`` that are settled; None for the sentence.
        kind: What they are.
        differs: In what they differ.
        found: The words that settle it; None for the whole sentence of the documents.
    """
    span = statement.at(*at) if at else statement.span
    said = statement.said(*at) if at else statement.written
    part = ClaimPart(kind, span, statement.span, said, statement.written)
    words = found or " ".join(one.text.split())
    return JudgedFact(
        CheckedPart(part, judgement, differs, words), Candidate(one, None, one.text, 0.0)
    )


def judge_facts(statement: Statement, corpus: Corpus, filters: Filters) -> list[JudgedFact]:
    """Judge the dates, signers and documents that a sentence of a claim states."""
    return [_judge(asked, corpus, filters) for asked in facts_asked(statement)]


def judge_names(statement: Statement, corpus: Corpus, filters: Filters) -> list[JudgedFact]:
    """Judge who acts and where in a sentence; only what is settled is returned."""
    settled = []
    for asked in names_asked(statement):
        question = replace(corpus.understand(asked.question), kind=asked.kind, also=())
        good = look_for(question, corpus, filters).good
        good = [one for one in good if one.candidate.answer]
        if not good or good[0].cover < _SURE_OF_NAME:
            continue
        near = [one for one in good if one.score >= good[0].score - _AS_GOOD]
        agreeing = [one for one in near if asked.agrees(one.candidate.answer or "")]
        if agreeing:
            if agreeing[0].cover >= _SURE_OF_NAME:
                settled.append(_told(asked, Judgement.SUPPORTED, agreeing[0].candidate))
        elif not any(_names_as_well(asked, one.candidate) for one in near):
            settled.append(_told(asked, Judgement.REFUTED, good[0].candidate))
    return [one for one in settled if not _is_said_of_another(one, settled)]


def _names_as_well(asked: Asked, candidate: Candidate) -> bool:
    """Tell whether the sentence of an answer names what is claimed in the same part.

    Of two bodies one leads and the other helps, which columns or words tell; where nothing does,
    both may do what is claimed.
    """
    text = candidate.evidence.text
    if not asked.agrees(text):
        return False
    parts = candidate.evidence.header is not None or _LEADS.search(lower(text)) is not None
    return asked.kind is not AnswerKind.AGENCY or not parts


def _is_said_of_another(one: JudgedFact, settled: Sequence[JudgedFact]) -> bool:
    """Tell whether what answers for a name is another that the claim rightly names beside it."""
    return one.checked.judgement is Judgement.REFUTED and any(
        other.checked.judgement is Judgement.SUPPORTED
        and fold(other.checked.part.text) == fold(one.checked.found or "")
        for other in settled
    )


def judge_quote(statement: Statement, evidence: Sequence[Evidence]) -> JudgedFact | None:
    """Return a sentence as supported that stands in the documents word for word, if it does."""
    if len(Haystack(statement.written).padded.split()) < _QUOTE:
        return None
    for one in evidence:
        if statement.stands_in(one):
            return fact_of(statement, one, Judgement.SUPPORTED)
    return None


def judge_statement(statement: Statement, corpus: Corpus, filters: Filters) -> JudgedFact:
    """Judge a sentence without anything to compare: whether the documents say it or deny it."""
    span = statement.span
    part = ClaimPart(PartKind.STATEMENT, span, span, statement.written, statement.written)
    text = statement.text.rstrip(" .!?")
    question = replace(corpus.understand(f"{text} phải không?"), kind=AnswerKind.YES_NO)
    doer = claimed_body(question, corpus, filters)
    if doer is not None and doer.good[0].candidate.answer:
        return _doer(part, doer.good[0].candidate)
    found = look_for(question, corpus, filters)
    best = found.chosen[0] if found.chosen else None
    if best is None or found.good[0].cover < _SURE:
        return JudgedFact(CheckedPart(part, Judgement.NOT_ENOUGH), None)
    words = best.answer or " ".join(best.evidence.text.split())
    settled = best.settles
    if settled is None and best.answer and fold(best.answer) in fold(text):
        settled = True
    denied = [DENIAL.search(lower(words)) is not None for words in (text, best.evidence.text)]
    alone = Scope.ONLY in scopes_of(text) - scopes_of(best.evidence.text)
    if (
        settled is None
        or (settled and (alone or denied[0] != denied[1]))
        or (not settled and all(denied))
    ):
        return JudgedFact(CheckedPart(part, Judgement.NOT_ENOUGH), None)
    judgement = Judgement.SUPPORTED if settled else Judgement.REFUTED
    return JudgedFact(CheckedPart(part, judgement, found=words), best)


def _doer(part: ClaimPart, candidate: Candidate) -> JudgedFact:
    """Judge which body acts by the one that the documents name."""
    answer = candidate.answer or ""
    claimed = [part.text[start:end] for start, end in bodies(part.text)]
    if any(fold(body) in fold(answer) for body in claimed):
        return JudgedFact(CheckedPart(part, Judgement.SUPPORTED, found=answer), candidate)
    if not bodies(answer):
        return JudgedFact(CheckedPart(part, Judgement.NOT_ENOUGH), None)
    differs = (Difference.NAME,)
    return JudgedFact(CheckedPart(part, Judgement.REFUTED, differs, answer), candidate)


def _judge(asked: Asked, corpus: Corpus, filters: Filters) -> JudgedFact:
    question = replace(corpus.understand(asked.question), kind=asked.kind, also=())
    found = look_for(question, corpus, filters)
    itself = None
    if asks_of_a_paper(question):
        itself = said_of_itself(question, found.hits, found.terms, corpus)
    good = found.good
    agreeing = [
        one
        for one in good
        if one.score >= good[0].score - _AS_GOOD and asked.agrees(one.candidate.answer or "")
    ]
    if itself is not None and itself.answer and asked.agrees(itself.answer):
        return _told(asked, Judgement.SUPPORTED, itself)
    if agreeing:
        return _told(asked, Judgement.SUPPORTED, agreeing[0].candidate)
    if itself is not None and itself.answer:
        return _told(asked, Judgement.REFUTED, itself)
    if good and _refutes(asked, found, good[0]):
        return _told(asked, Judgement.REFUTED, good[0].candidate)
    return JudgedFact(CheckedPart(asked.part, Judgement.NOT_ENOUGH), None)


def _refutes(asked: Asked, found: Found, best: Scored) -> bool:
    """Tell whether an answer other than the one claimed is sure enough to refute it."""
    if best.cover < _SURE or not best.candidate.answer:
        return False
    if asked.kind is AnswerKind.PERSON:
        return _ACT_TOLD.search(fold(best.candidate.evidence.text)) is not None
    if asked.kind is AnswerKind.DATE:
        # Without a number one plan is easily taken for another.
        enough = _SURE if found.question.numbers else _SURE + _UNNUMBERED
        dated = any(d.day is not None for d in dates(best.candidate.answer))
        return dated and best.cover >= enough
    return bool(named_documents(best.candidate.answer)) and best.cover >= _SURE + 0.1


def _told(asked: Asked, judgement: Judgement, candidate: Candidate) -> JudgedFact:
    differs = (asked.difference,) if judgement is Judgement.REFUTED else ()
    place = candidate.evidence.document.place
    checked = CheckedPart(asked.part, judgement, differs, candidate.answer, found_place=place)
    return JudgedFact(checked, candidate)
