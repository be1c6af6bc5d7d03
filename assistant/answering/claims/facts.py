"""What a claim says without figures: a date, a signer, a document, a plain statement.

Each is put as the question that it answers, and held against what answering finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant.answering.claims.words import Statement
from assistant.answering.corpus import Corpus
from assistant.answering.extractive import Found, Scored, look_for
from assistant.answering.local import Candidate
from assistant.answering.papers import asks_of_a_paper, said_of_itself
from assistant.answering.premises import claimed_body
from assistant.retrieval.parts import Slot, cut, parts_of
from assistant.schema import (
    AnswerKind,
    CheckedPart,
    ClaimPart,
    Difference,
    Filters,
    Judgement,
    PartKind,
    Span,
)
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold

__all__ = ["JudgedFact", "judge_facts", "judge_statement"]

_SURE = 0.6
"""Least coverage from which what answers otherwise refutes."""
_UNNUMBERED = 0.2
"""How much surer a date must be that refutes where the claim names no document by its number."""
_AS_GOOD = 0.15
"""An answer within this of the best is as good; of those one that agrees supports."""

_DATED = re.compile(r"(?i)(?:,\s*)?(?:\b(?:vào|từ|trong|hôm|chậm nhất|trước)\s+)*(?:\bngày\s+)?$")
_ACTED = re.compile(
    r"(?i)\b(?:do|bởi)\s+(?P<who>[^,;]{3,80}?)\s+(?:đã )?(?P<act>ký(?: ban hành)?|trình)(?!\w)"
)
_ACTS = re.compile(r"(?i)^(?P<who>[^,;]{3,60}?)\s+(?:đã )?(?P<act>ký(?: ban hành)?)\s(?P<what>.+)")
_LIMIT = re.compile(r"\b(?:cham nhat|truoc|han|hoan thanh)\b")
_ACT_TOLD = re.compile(r"\b(?:ky|thay mat|da ky)\b")


@dataclass(frozen=True)
class JudgedFact:
    """A part of a claim as judged, and the answer that settles it."""

    checked: CheckedPart
    candidate: Candidate | None


@dataclass(frozen=True)
class _Asked:
    part: ClaimPart
    question: str
    kind: AnswerKind
    agrees: Callable[[str], bool]
    difference: Difference


def judge_facts(statement: Statement, corpus: Corpus, filters: Filters) -> list[JudgedFact]:
    """Judge the dates, signers and documents that a sentence of a claim states."""
    return [_judge(asked, corpus, filters) for asked in _asked(statement)]


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
    if settled is None:
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


def _asked(statement: Statement) -> Iterator[_Asked]:
    text = statement.text.rstrip(" .!?")
    yield from _signers(statement, text)
    for mention in dates(text):
        if mention.day is None or mention.year is None:
            continue
        lead = _DATED.search(text[: mention.start])
        start = lead.start() if lead else mention.start
        rest = cut(text, [(start, mention.end)])
        limited = _LIMIT.search(fold(text[: mention.start])) is not None
        ask = "chậm nhất ngày nào" if limited else "ngày nào"
        yield _Asked(
            _part(statement, PartKind.DATE, mention.start, mention.end, rest),
            f"{rest} {ask}?",
            AnswerKind.DATE,
            _same_day(mention),
            Difference.DATE,
        )
    yield from _documents(statement, text)


def _part(statement: Statement, kind: PartKind, start: int, end: int, rest: str) -> ClaimPart:
    span, said = statement.at(start, end), statement.said(start, end)
    return ClaimPart(kind, span, statement.span, said, rest)


def _signers(statement: Statement, text: str) -> Iterator[_Asked]:
    """Yield who is said to have signed: “do ông X ký”, “Ông X ký Nghị quyết …”."""
    match = _ACTED.search(text) or _ACTS.match(text)
    if match is None:
        return
    named = [p for p in persons(text) if match.start("who") <= p.start < match.end("who")]
    if len(named) != 1:
        return
    person = named[0]
    rest = cut(text, [match.span()]) if match.re is _ACTED else match["what"]
    yield _Asked(
        _part(statement, PartKind.PERSON, person.start, person.end, rest),
        f"Ai {match['act'].lower()} {rest}?",
        AnswerKind.PERSON,
        lambda answer: fold(person.name) in fold(answer),
        Difference.NAME,
    )


def _same_day(claimed: DateMention) -> Callable[[str], bool]:
    def agrees(answer: str) -> bool:
        return any(
            (d.year in (None, claimed.year), d.month, d.day) == (True, claimed.month, claimed.day)
            for d in dates(answer)
        )

    return agrees


def _documents(statement: Statement, text: str) -> Iterator[_Asked]:
    """Yield the one document that a sentence says was issued, where it says by whom and when."""
    parts = parts_of(text)
    numbers = named_documents(text)
    issued = re.search(r"\b(?:ban hanh|ky|phe duyet|thong qua)\b", fold(text))
    dated = [part for part in parts if part.slot is Slot.YEAR]
    if len(numbers) != 1 or not issued or not dated:
        return
    number = numbers[0]
    named = [p for p in parts if p.slot is Slot.DOCUMENT and p.start <= number.start < p.end]
    if not named or fold(text[named[0].start : named[0].end]).startswith("so"):
        return
    start, end = named[0].start, named[0].end
    rest = cut(text, [(start, end)])
    yield _Asked(
        _part(statement, PartKind.DOCUMENT, start, end, rest),
        f"{text[:start]}văn bản nào{text[end:]}?",
        AnswerKind.DOCUMENT,
        lambda answer: any(found.matches(number) for found in named_documents(answer)),
        Difference.DOCUMENT,
    )


def _judge(asked: _Asked, corpus: Corpus, filters: Filters) -> JudgedFact:
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


def _refutes(asked: _Asked, found: Found, best: Scored) -> bool:
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


def _told(asked: _Asked, judgement: Judgement, candidate: Candidate) -> JudgedFact:
    differs = (asked.difference,) if judgement is Judgement.REFUTED else ()
    place = candidate.evidence.document.place
    checked = CheckedPart(asked.part, judgement, differs, candidate.answer, found_place=place)
    return JudgedFact(checked, candidate)
