"""Particulars of a claim that one sentence of the documents settles: a number, a post, a silence.

A paper of one day, issuer and kind has one number; a person has the post that the text on the same
occasion gives; what a paper is said never to name is refuted by the place where it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.anchors import Anchor, bind
from assistant.answering.claims.facts import JudgedFact, fact_of
from assistant.answering.claims.words import Statement, terms_of
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.terms import coverage
from assistant.retrieval.parts import cut
from assistant.schema import Difference, Judgement, PartKind
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import DocumentNumber, any_match, named_documents
from assistant.vietnamese.names import head_of_post, persons
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.quantities import quantities

__all__ = ["judge_particulars"]

_SAME_OCCASION = 0.45
"""Least share of the words of a claim that a passage must hold to be on the same occasion."""
_NAMED_AFTER_ALL = 0.8
"""Least share of the words of what a paper is said not to name that its sentence must hold."""
_DATED = re.compile(r"\s*(?:,\s*)?(?:ban hành\s|ký\s)?ngày\s$")
_NEVER = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng)(?: hề| có| từng)? (?:đưa ra|nêu|đặt ra|đặt|quy định|đề cập|nhắc"
    r"|nói|đề ra|xác định|ấn định|ghi)(?: (?:đến|tới|gì))?"
    r"(?: (?P<value>con số|chỉ tiêu|mục tiêu|mức|tỷ lệ|số liệu|thời hạn))?(?: cụ thể)?(?: nào| gì)?"
    r"(?: (?:cho|về|đối với|của))?(?!\w)"
)


def judge_particulars(
    statement: Statement, evidence: Sequence[Evidence], corpus: Corpus
) -> list[JudgedFact]:
    """Judge the document numbers, the posts and the silences that a sentence claims.

    Args:
        statement: The sentence.
        evidence: Sentences of the documents.
        corpus: Where passages come from.

    Returns:
        What is settled.
    """
    return [
        *_numbers(statement, evidence),
        *_posts(statement, evidence),
        *_silences(statement, evidence, corpus),
    ]


def _numbers(statement: Statement, evidence: Sequence[Evidence]) -> Iterator[JudgedFact]:
    """Yield the documents of a day whose number is another one in the documents."""
    for claimed, day in _dated(statement.text):
        told = [(number, one) for one in evidence for number, its in _dated(one.text)
                if _same_day(day, its) and _same_paper(claimed, number)]  # fmt: skip
        named = any(any_match(named_documents(one.around), [claimed]) for one in evidence)
        if told and not named and len({number.number for number, _ in told}) == 1:
            number, one = told[0]
            found = one.text[number.start : number.end]
            yield fact_of(
                statement,
                one,
                Judgement.REFUTED,
                at=(claimed.start, claimed.end),
                kind=PartKind.DOCUMENT,
                differs=(Difference.DOCUMENT,),
                found=found,
            )


def _dated(text: str) -> Iterator[tuple[DocumentNumber, DateMention]]:
    """Yield the documents of a text that it dates by the day, with their sign."""
    mentions = dates(text)
    for number in named_documents(text):
        for day in mentions:
            between = lower(text[number.end : day.start])
            whole = number.sign and number.body and day.date and day.start >= number.end
            if whole and (_DATED.match(between) or not between.strip(" ,")):
                yield number, day


def _same_day(one: DateMention, other: DateMention) -> bool:
    return one.date == other.date


def _same_paper(claimed: DocumentNumber, other: DocumentNumber) -> bool:
    """Tell whether two numbers are of one sign and issuer, but not the same."""
    signs = fold(claimed.sign) == fold(other.sign) and fold(claimed.body) == fold(other.body)
    return signs and claimed.number != other.number


def _posts(statement: Statement, evidence: Sequence[Evidence]) -> Iterator[JudgedFact]:
    """Yield the posts of persons, where the text on the same occasion gives them."""
    text = statement.text
    for person in persons(text):
        post = _post_of(text, person.start, person.end, person.post_start, person.post_end)
        if post is None:
            continue
        found: list[tuple[str, Evidence]] = []
        for one in evidence:
            layers = ((one.passage, 1.0), (one.frame, 1.0))
            if {*bind(statement.question, one).broken} - {Anchor.YEAR, Anchor.NAME}:
                continue
            if coverage(statement.terms, layers) < _SAME_OCCASION:
                continue
            for other in persons(one.text):
                if other.name == person.name and other.post_end > other.post_start:
                    head = head_of_post(one.text[other.post_start : other.post_end])
                    found += [(head, one)] if head else []
        heads = {head for head, _ in found}
        if found and post not in heads and len(heads) == 1:
            yield fact_of(
                statement,
                found[0][1],
                Judgement.REFUTED,
                at=(person.start, person.end),
                kind=PartKind.PERSON,
                differs=(Difference.NAME,),
            )


_AS = re.compile(r"(?<!\w)(?:với tư cách|trên cương vị|khi đó là|lúc đó là|là|giữ chức|làm)\s$")


def _post_of(text: str, start: int, end: int, post_start: int, post_end: int) -> str | None:
    """Return the head of the post that a sentence gives a person, beside the name or after it."""
    if post_end > post_start:
        return head_of_post(text[post_start:post_end])
    spelt = lower(text)
    for match in re.finditer(r"\S+", spelt[end:]):
        at = end + match.start()
        if _AS.search(spelt[:at]):
            head = head_of_post(text[at:])
            if head and fold(text[at:]).startswith(head):
                return head
    return None


def _silences(
    statement: Statement, evidence: Sequence[Evidence], corpus: Corpus
) -> Iterator[JudgedFact]:
    """Yield what a paper is said not to name and does."""
    match = _NEVER.search(lower(statement.text))
    asked = documents_named(statement.question.numbers)
    if match is None or not asked:
        return
    terms = terms_of(cut(statement.text, [match.span()]), corpus)
    best: tuple[float, Evidence] | None = None
    for one in evidence:
        if bind(statement.question, one).broken or not one.is_of(asked):
            continue
        if match["value"] and not quantities(one.text):
            continue
        held = coverage(terms, ((one.sentence, 1.0), (one.frame, 0.5)))
        if best is None or held > best[0]:
            best = held, one
    if best is not None and best[0] >= _NAMED_AFTER_ALL:
        differs = (Difference.VALUE if match["value"] else Difference.SUBJECT,)
        yield fact_of(statement, best[1], Judgement.REFUTED, at=match.span(), differs=differs)
