"""Several answers to one question: every document, level or year that it asks for, or that differ.

“Những văn bản nào đặt mức 60%?” is answered by all of them; “Mục tiêu năm 2025 là bao nhiêu?”,
where two documents state two levels, by both. Each has its own citation, none is dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.corpus import Corpus
from assistant.answering.extractive import Found, Scored, consider, look_for
from assistant.answering.local import Candidate
from assistant.retrieval.parts import cut
from assistant.schema import AnswerKind, Filters, Question
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["look_for_all", "rivals"]

_ITEMS = (
    (AnswerKind.DOCUMENT, r"(?:van ban|nghi quyet|quyet dinh|ke hoach|chi thi|tai lieu)",
     "văn bản nào"),
    (AnswerKind.DATE, r"(?:nam|moc thoi gian|thoi diem)", "năm nào"),
    (AnswerKind.FIGURE, r"(?:muc(?! tieu)|con so|ty le|ti le|so lieu|chi so)", "bao nhiêu"),
)  # fmt: skip
_PLURAL = r"\b(?:nhung|cac|may)\s+(?P<noun>{})\b(?P<of>(?: \S+){{0,8}}?) (?:nao|gi)\b"
_MOST = 6
"""Most answers that are shown side by side."""

_AS_CLOSE = 0.3
"""How far below the best one a further item of an asked-for list may score."""

_LESS_COVERED = 0.2
"""How much less of the question a further item of a list may cover than the best."""

_LINED_UP = re.compile(
    r"(?: ngày [\d/]+)?(?: của [^,;.]{0,50})?(?:,| và| cùng)(?: (?:Kế hoạch|Nghị quyết|Quyết định|"
    r"Chương trình[^,;.]{0,20}|năm|số|cùng|với|cả)){0,4}\s*$"
)
_RIVAL = 0.12
"""How far below the best another value may score that is shown beside it."""

_SURE = 0.8
"""Least coverage from which a second value counts as an answer to the same question."""

_BEYOND = 2
"""Up to so many words that only one of two sentences has, they speak of the same thing."""

_VALUED = frozenset({AnswerKind.FIGURE, AnswerKind.MONEY, AnswerKind.RANK})


def look_for_all(question: Question, corpus: Corpus, filters: Filters) -> Found | None:
    """Look for all items that a question asks for by kind; None where it asks for no such list.

    Args:
        question: The question as understood.
        corpus: Where passages come from.
        filters: What the search is held to.

    Returns:
        What was found, with two or more different items; None when there are fewer.
    """
    asked = _singular(question, corpus)
    told = _told_differently(question, corpus) if asked is None else None
    wanted = asked or told
    if wanted is None:
        return None
    found = look_for(wanted, corpus, filters)
    if not found.good:
        return None
    best = found.good[0]
    close = [
        s
        for s in found.good
        if s.score >= best.score - _AS_CLOSE and s.cover >= best.cover - _LESS_COVERED
    ]
    if told:
        close += _beside(best, consider(wanted, found.hits, corpus).scored)
        close = [s for s in close if s.candidate.value_unit == best.candidate.value_unit]
    kept = _different(close if told else _first_of_each_sentence(close), _MOST)
    if len(kept) < 2:
        return None
    return replace(found, question=question, chosen=[s.candidate for s in kept])


def rivals(found: Found) -> list[Candidate]:
    """Return candidates that answer as well as the best one and state another value.

    Args:
        found: What a question for a value came to.
    """
    if found.question.kind not in _VALUED or not found.chosen:
        return []
    best = found.good[0]
    close = [
        s
        for s in found.good
        if s.score >= best.score - _RIVAL and s.cover >= max(_SURE, best.cover - 0.05)
    ]
    if best.candidate is not found.chosen[0] or best not in close:
        return []
    same_unit = [s for s in close if s.candidate.value_unit == best.candidate.value_unit]
    apart = [
        s for s in same_unit
        if s is best
        or (
            not _in_one_place(s.candidate, best.candidate)
            and _speaks_of_the_same(found.question, s.candidate, best.candidate)
        )
    ]  # fmt: skip
    return [s.candidate for s in _different(apart, 3)[1:]]


def _singular(question: Question, corpus: Corpus) -> Question | None:
    """Return the question for one item of the list that a question asks for."""
    folded = fold(question.query)
    for kind, nouns, ask in _ITEMS:
        match = re.search(_PLURAL.format(nouns), folded)
        if not match:
            continue
        query, noun = question.query, question.query[match.start("noun") : match.end("noun")]
        of = query[match.start("of") : match.end("of")]
        words = f"{noun}{of} {ask}" if kind is AnswerKind.FIGURE else f"{ask}{of}"
        text = f"{query[: match.start()]}{words}{query[match.end() :]}"
        return replace(corpus.understand(text), kind=kind, focus="")
    return None


# “Sao tôi thấy nhiều con số?”, “theo các báo”, “mỗi nơi viết một kiểu”: all of them are wanted.
_DIFFERING = re.compile(
    r",?\s*\b(?:sao )?(?:(?:toi|minh|em) (?:lai )?(?:thay|doc) )?(?:co )?(?:toi |den )?"
    r"(?:nhieu|hai|ba|may|vai) con so(?: khac nhau)?|"
    r",?\s*\btheo (?:cac (?:to )?bao|bao chi|cac nguon|cac van ban)|"
    r",?\s*\b(?:sao )?moi (?:noi|bao|van ban|nguon) (?:\w+ )?mot (?:kieu|khac|so)|"
    r",?\s*\b(?:co )?(?:khop|giong|thong nhat)(?: nhau)?(?: giua)? (?:cac )?(?:bao|van ban|nguon)"
    r"(?: (?:\w+ )?(?:khong|chua))?|"
    r"[,.?;]?\s*\b(?:sao )?(?:(?:toi|minh|em) )?(?:(?:lai )?(?:thay|doc|nghe)(?: thay)? )?(?:co )?"
    r"(?:cho|noi|bao|nguoi)(?: thi)? (?:(?:ghi|noi|viet|bao|de) )?[^,;]{1,14}? "
    r"(?:cho|noi|bao|nguoi)(?: (?:thi|lai|khac))? (?:(?:ghi|noi|viet|bao|de) )?[^,;]{1,14}$|"
    r"\b(?:trong|duoc|giua) cac (?:van ban|nguon|bao)(?: (?:trung uong|cua trung uong))?\b|"
    r"\bcac (?:van ban|nguon|bao)(?: trung uong)? (?=(?:dat|neu|ghi|dua)\b)"
)


def _told_differently(question: Question, corpus: Corpus) -> Question | None:
    """Return the question for a value that it says is told differently in several places."""
    folded = fold(question.query)
    spans = [match.span() for match in _DIFFERING.finditer(folded)]
    if not spans:
        return None
    asked = corpus.understand(cut(question.query, spans))
    kind = asked.kind if asked.kind in _VALUED else AnswerKind.FIGURE
    return replace(asked, kind=kind)


_SAID_TO_DIFFER = re.compile(
    r"\b(?:khac nhau|khac voi|lech(?: nhau| giua)?|khong khop|khong thong nhat)\b"
)


def _beside(best: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Return what else a passage states that says itself that its sources differ."""
    hit = best.candidate.evidence.hit
    text = hit.passage.of(best.candidate.evidence.document.text)
    if not _SAID_TO_DIFFER.search(fold(text)):
        return []
    return [s for s in scored if s.candidate.evidence.hit.passage.id == hit.passage.id]


def _first_of_each_sentence(scored: Sequence[Scored]) -> list[Scored]:
    """Return the best item of each sentence, and those that it lines up with that one."""
    firsts: dict[tuple[str, int], Scored] = {}
    kept: list[Scored] = []
    for one in scored:
        evidence, short = one.candidate.evidence, one.candidate.short
        first = firsts.setdefault((evidence.document.id, evidence.span.start), one)
        spans = sorted(
            (s.candidate.short for s in (first, one) if s.candidate.short), key=lambda s: s.start
        )
        between = evidence.document.text[spans[0].end : spans[-1].start] if short else ""
        if first is one or _LINED_UP.match(between):
            kept.append(one)
    return kept


def _different(scored: Sequence[Scored], most: int) -> list[Scored]:
    """Return candidates with spans that state different things, best first."""
    kept: dict[str, Scored] = {}
    for one in scored:
        key = _key(one.candidate)
        if key and key not in kept:
            kept[key] = one
        if len(kept) == most:
            break
    return list(kept.values())


def _key(candidate: Candidate) -> str:
    """Return what a candidate states, in normal form; empty without a span."""
    words = candidate.answer or ""
    values = candidate.values
    if values:
        return f"{values[0].value}|{values[0].upper}|{values[0].unit}"
    numbers = named_documents(words)
    if numbers:
        return f"{numbers[0].number}|{fold(numbers[0].sign)}"
    days = dates(words)
    if days:
        return f"{days[0].year}|{days[0].month}|{days[0].day}"
    return fold(words)


def _speaks_of_the_same(question: Question, one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates measure one thing, by what they say beyond the question.

    “Kinh tế số chiếm 20% GRDP” and “kinh tế số trong từng ngành đạt 10%” do not.
    """
    asked = {part for term in question.terms for part in term.split("_")}
    words, others = (
        {
            fold(token.text)
            for token in syllables(c.near)
            if token.text[0].isalpha() and not is_stopword(token.text, marked=True)
        }
        - asked
        for c in (one, other)
    )
    return len(words - others) <= _BEYOND or len(words & others) * 2 >= len(words | others)


def _in_one_place(one: Candidate, other: Candidate) -> bool:
    """Tell whether two candidates stand in one sentence, whose values speak of other things."""
    same = one.evidence.document.id == other.evidence.document.id
    return same and one.evidence.span.overlaps(other.evidence.span)
