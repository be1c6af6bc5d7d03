"""Premises: what a question takes for granted and the documents say otherwise.

“Vì sao Nghị quyết 03 đặt mục tiêu 40%?” asserts a figure. It is looked for before any reason
is: where the documents state another one for the same thing, that is the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answering.corpus import Corpus
from assistant.answering.extractive import Found, look_for
from assistant.answering.terms import Haystack
from assistant.retrieval.parts import Part, Slot, cut, parts_of, told_apart
from assistant.schema import AnswerKind, Filters, Question
from assistant.vietnamese.dates import years
from assistant.vietnamese.names import bodies, head_of_post, persons
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import quantities

__all__ = [
    "Contradiction",
    "asks_why",
    "claimed_body",
    "claims_count",
    "contradiction",
    "names_a_signer",
]

_WHY = re.compile(
    r"\b(?:vi sao|tai sao|sao lai|vi ly do gi|ly do (?:gi|nao|vi sao)|nho dau|do dau|"
    r"nguyen nhan (?:gi|nao)|co phai vi)\b"
)
_AFTERTHOUGHT = re.compile(
    r"(?:,\s*)?\b(?:(?:vi sao|tai sao|sao|lam sao)\b.*|thi .*\b(?:dau|sao|nao|gi|kip)\b.*|"
    r"the nhi|vay nhi|vay)\W*$"
)
_ACTS = re.compile(
    r"\s*(?:la (?:co quan|don vi) )?(?:chu tri|ban hanh|trinh|de nghi|phe duyet|to chuc|thuc hien|"
    r"phu trach|quan ly|cong bo|xay dung|giao)\b"
)
_SURE = 0.6
"""Least coverage from which what the documents state is held against a premise."""


@dataclass(frozen=True)
class Contradiction:
    """A premise that does not stand.

    Attributes:
        stated: The words of the question that do not.
        found: What the documents state in their place.
    """

    stated: str
    found: Found


def contradiction(question: Question, corpus: Corpus, filters: Filters) -> Contradiction | None:
    """Return what the documents state in place of something that a question asserts.

    Args:
        question: The question as understood; one that asks why, or that nothing answers.
        corpus: Where passages come from.
        filters: What the search is held to.
    """
    if question.kind is AnswerKind.YES_NO or question.sides:
        return None
    plain = _plain(question.query)
    if claims_count(question):
        counted = _count(question, corpus, filters)
        if counted or question.kind is AnswerKind.LIST:
            return counted
    return (
        _figure(plain, corpus, filters)
        or _person(question, plain, corpus, filters)
        or _signer(question, plain, corpus, filters)
        or (_year(plain, corpus, filters) if asks_why(question) else None)
    )


def claimed_body(question: Question, corpus: Corpus, filters: Filters) -> Found | None:
    """Return what the documents say of who acts, where a question of yes or no names one body.

    “Có phải do Bộ X chủ trì không?” is settled by who it is that does.
    """
    if question.kind is not AnswerKind.YES_NO or question.sides:
        return None
    query = question.query
    named = bodies(query)
    if len(named) != 1:
        return None
    start, end = named[0]
    acts = _ACTS.match(fold(query[end:]))
    if not acts or not re.search(r"\b(?:do|boi|la|phai)\s*$|^\W*$", fold(query[:start])):
        return None
    said = re.sub(r"(?i)\b(?:có )?phải (?:là )?(?:do )?$|\bcó phải\b", " ", query[:start])
    rest = re.sub(r"(?i)\b(?:đúng |phải )?không\W*$", "", query[end:])
    asked = corpus.understand(f"{cut(said, [])} cơ quan nào {rest}?")
    found = look_for(replace(asked, kind=AnswerKind.AGENCY), corpus, filters)
    return found if found.good and found.good[0].cover >= _SURE else None


def asks_why(question: Question) -> bool:
    """Tell whether a question asks for a reason, and so takes what it asks about for granted."""
    return _WHY.search(fold(question.query)) is not None


# “Hải Phòng có ba đặc khu, đó là những đặc khu nào?”
_CLAIMS = re.compile(
    r"\b(?:co|con|gom) (?P<count>\d{1,3}|hai|ba|bon|nam|sau|bay|tam|chin|muoi) "
    r"(?P<noun>[^,;:?]+?)(?P<rest>,? (?:do )?(?:la|gom) (?:nhung |cac )?.*\b(?:nao|gi)|"
    r"[,:.] (?:hay )?ke (?:ten|ra).*)\W*$"
)


def claims_count(question: Question) -> bool:
    """Tell whether a question after a list says how many things are on it."""
    return (
        question.kind is AnswerKind.LIST and _CLAIMS.search(told_apart(question.query)) is not None
    )


def _count(question: Question, corpus: Corpus, filters: Filters) -> Contradiction | None:
    """Hold the number of things that a question asks to be listed against the documents'."""
    said = _CLAIMS.search(told_apart(question.query))
    if said is None:
        return None
    query = question.query
    stated, noun = query[slice(*said.span("count"))], query[slice(*said.span("noun"))]
    claimed = quantities(f"{stated} {noun}")
    asked = corpus.understand(f"{query[: said.start('count')]}bao nhiêu {noun}?")
    if not claimed or asked.kind is not AnswerKind.FIGURE:
        return None
    found = look_for(asked, corpus, filters)
    if not found.good or found.good[0].cover < _SURE:
        return None
    told = quantities(found.good[0].candidate.answer or "")
    counts = asked.focus and Haystack(found.good[0].candidate.answer or "").holds(
        asked.focus.split()[0]
    )
    if not told or not counts or told[0].value == claimed[0].value:
        return None
    return Contradiction(f"{stated} {noun}", found)


def _plain(query: str) -> str:
    """Return a question without its words of asking why."""
    folded = told_apart(query)
    spans = [match.span() for match in _WHY.finditer(folded)]
    after = _AFTERTHOUGHT.search(folded)
    if after and after.start() > 0:
        spans = [span for span in spans if span[0] < after.start()] + [after.span()]
    return cut(query, spans).rstrip(" ?.!")


def _figure(plain: str, corpus: Corpus, filters: Filters) -> Contradiction | None:
    """Hold the one figure that a question states against that of the documents."""
    stated = [q for q in quantities(plain) if not q.written and (q.rank or q.unit)]
    if len(stated) != 1:
        return None
    value = stated[0]
    kind = AnswerKind.RANK if value.rank else AnswerKind.FIGURE
    ask = "xếp thứ mấy" if value.rank else "là bao nhiêu"
    asked = corpus.understand(f"{cut(plain, [(value.start, value.end)])} {ask}?")
    asked = replace(asked, kind=kind, unit=value.unit, focus="")
    found = look_for(asked, corpus, filters)
    if not found.good or found.good[0].cover < _SURE:
        return None
    values = [
        (q.value, q.upper)
        for one in found.good
        if one.score >= found.good[0].score - 0.1
        for q in quantities(one.candidate.answer or "")
    ]
    if not values or any((value.value, value.upper) == other for other in values):
        return None
    return Contradiction(plain[value.start : value.end], found)


def _person(
    question: Question, plain: str, corpus: Corpus, filters: Filters
) -> Contradiction | None:
    """Hold the one person that a question names as acting against who acted."""
    persons = [part for part in parts_of(plain) if part.slot is Slot.PERSON]
    if len(persons) != 1 or not question.numbers:
        return None
    person = persons[0]
    acts = re.match(r"\s*(?:đã )?(ký(?: ban hành)?|ban hành|phê duyệt|chủ trì|phát biểu)",
                    plain[person.end :])  # fmt: skip
    if not acts:
        return None
    found = look_for(corpus.understand(f"Ai{_tail(plain, person)}?"), corpus, filters)
    if not found.good or found.good[0].cover < _SURE:
        return None
    answer = found.good[0].candidate.answer or ""
    if not answer or any(fold(name) in fold(answer) for name in question.names):
        return None
    return Contradiction(plain[person.start : person.end], found)


_POST = (
    r"(?:Phó )?(?:Thủ tướng(?: Chính phủ)?|Tổng Bí thư|Chủ tịch(?: nước| Quốc hội| tỉnh)?|"
    r"Bí thư(?: Tỉnh ủy| Thành ủy)?|Bộ trưởng|Thống đốc)"
)
_SIGNED_BY_POST = re.compile(
    rf"(?<!\w)(?P<post>{_POST})\s+(?:(?:đã|lại|mới|trực tiếp)\s+)*(?P<act>ký(?: ban hành)?)"
    r"(?=\s)(?! kết)"
)


def names_a_signer(question: Question) -> bool:
    """Tell whether a question takes for granted who signed a paper, by the post alone."""
    return bool(question.numbers) and _SIGNED_BY_POST.search(question.query) is not None


def _signer(
    question: Question, plain: str, corpus: Corpus, filters: Filters
) -> Contradiction | None:
    """Hold the post whose holder a question says signed a paper against who did."""
    said = _SIGNED_BY_POST.search(plain) if question.numbers else None
    if said is None:
        return None
    part = Part(Slot.PERSON, said.start("post"), said.end("post"))
    found = look_for(corpus.understand(f"Ai{_tail(plain, part)}?"), corpus, filters)
    if not found.good or found.good[0].cover < _SURE:
        return None
    best = found.good[0].candidate
    span = best.evidence.span
    posts = [
        best.evidence.document.text[person.post_start : person.post_end]
        for person in persons(best.evidence.document.text, span.start, span.end)
        if person.name == best.answer
    ]
    held = next((head_of_post(post) for post in posts if post), None)
    if held is None or held == head_of_post(said["post"]):
        return None
    return Contradiction(said["post"], found)


def _tail(plain: str, person: Part) -> str:
    return _WHEN.sub("", plain[person.end :])


_WHEN = re.compile(
    r"\s*\b(?:vào )?(?:(?:hôm|ngày|khi|lúc|năm|dịp|tháng) nào|bao giờ).*$", re.IGNORECASE
)


def _year(plain: str, corpus: Corpus, filters: Filters) -> Contradiction | None:
    """Hold the one year that a question states against that of the documents."""
    stated = [part for part in parts_of(plain) if part.slot is Slot.YEAR]
    if len(stated) != 1 or len(years(plain)) != 1:
        return None
    asked = corpus.understand(f"{cut(plain, [(stated[0].start, stated[0].end)])} vào năm nào?")
    found = look_for(replace(asked, kind=AnswerKind.DATE), corpus, filters)
    if not found.good or found.good[0].cover < _SURE:
        return None
    told = {
        year
        for one in found.good
        if one.score >= found.good[0].score - 0.1
        for year in years(one.candidate.answer or "")
    }
    if not told or told & set(years(plain)):
        return None
    return Contradiction(stated[0].of(plain), found)
