"""Anchors: what a question binds its answer to, place, year, document and person.

Evidence that contradicts an anchor never answers, however many words it shares: a figure of
2022 is no answer for 2023, nor one of Huế for Cần Thơ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.answering.evidence import Evidence, documents_named
from assistant.figures.years import COMPARED_WITH
from assistant.schema import AnswerKind, Question
from assistant.vietnamese.document_numbers import (
    KIND_SIGNS,
    DocumentNumber,
    any_match,
    named_documents,
)
from assistant.vietnamese.names import bodies, head_of_post, persons
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.places import NATION, names_nation, places, successor
from assistant.vietnamese.quantities import quantities

_CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)+(?!\w)")
_UNIT = re.compile(
    rf"(?<!\w)(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)\s(?P<name>[{UPPER}][{LOWER}]+"
    rf"(?: [{UPPER}][{LOWER}]+)*)(?!\w)"
)
_ABOUT_A_FIGURE = frozenset(
    {AnswerKind.DOCUMENT, AnswerKind.DATE, AnswerKind.AGENCY, AnswerKind.PERSON}
)
_FAR = 100_000
"""How much of a long document is searched for a post, in characters."""

__all__ = ["Anchor", "Binding", "bind", "carried_out"]


class Anchor(StrEnum):
    """What a question can be bound to."""

    PLACE = "place"
    YEAR = "year"
    DOCUMENT = "document"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Binding:
    """Whether evidence keeps to a question's anchors.

    Attributes:
        broken: The anchors that it contradicts, or does not speak of.
        factor: How directly it keeps to them: 1 where the sentence itself names them.
    """

    broken: tuple[Anchor, ...]
    factor: float


def bind(question: Question, evidence: Evidence) -> Binding:
    """Hold a piece of evidence against the anchors of a question."""
    factors = {
        Anchor.PLACE: _place(question, evidence),
        Anchor.DOCUMENT: _document(question, evidence),
        Anchor.YEAR: _year(question, evidence),
        Anchor.NAME: _name(question, evidence),
    }
    product = _figure(question, evidence)
    for factor in factors.values():
        product *= factor
    return Binding(tuple(anchor for anchor, factor in factors.items() if not factor), product)


_OTHER_FIGURE = 0.6
"""How much a sentence counts that lacks the figure of which a question asks something else."""


@lru_cache(maxsize=8)
def _stated(query: str) -> tuple[tuple[float, float | None, str], ...]:
    """Return the figures that a question states: value, upper end and unit."""
    return tuple((q.value, q.upper, q.unit) for q in quantities(query) if q.unit and not q.written)


def _figure(question: Question, evidence: Evidence) -> float:
    """Hold the figure in “Văn bản nào đặt mức 60%?” against those of the sentence."""
    if question.kind not in _ABOUT_A_FIGURE:
        return 1.0
    stated = _stated(question.query)
    if not stated:
        return 1.0
    found = {(q.value, q.upper, q.unit) for q in quantities(evidence.text)}
    return 1.0 if any(one in found for one in stated) else _OTHER_FIGURE


def _place(question: Question, evidence: Evidence) -> float:
    if not question.places:
        return _nationwide(question, evidence)
    if not any(evidence.speaks_of(p) or _misread(evidence, p) for p in question.places):
        return _OF_SUCCESSOR if _told_of_successor(question, evidence) else 0.0
    issued = evidence.document.issued
    earlier = issued is not None and issued < _MERGED
    return _BEFORE_MERGER if earlier and _AS_IT_IS_NOW.search(question.query) else 1.0


_HEAD = 1_500
"""How far into a scan the place that it is of is looked for, in characters."""


def _misread(evidence: Evidence, place: str) -> bool:
    """Tell whether a scan without a place is headed by one whose marks were read wrong."""
    document = evidence.document
    if document.quality.origin != "ocr" or document.place is not None or evidence.own_places():
        return False
    return re.search(rf"\b{fold(place)}\b", fold(document.text[:_HEAD])) is not None


_MERGED = date(2025, 6, 12)
"""Day of Resolution 202/2025/QH15, which made 34 provinces of 63."""
_FULLY_MERGED = 2026
"""The first year in which no text is of a province that was merged."""
_OF_SUCCESSOR = 0.85
"""How much a text of the new unit counts where what is asked is of a part that is no more."""
_FORMERLY = re.compile(
    r"\s*[(,]?\s*(?:tỉnh |thành phố )?"
    r"(?:cũ|trước (?:đây|kia|sáp nhập)|ngày (?:trước|xưa)|hồi trước)(?!\w)"
)


def _told_of_successor(question: Question, evidence: Evidence) -> bool:
    """Tell whether a text tells what holds for the people of “Đắk Nông cũ” since the mergers."""
    issued = evidence.document.issued
    if not question.years or min(question.years) < _FULLY_MERGED:
        return False
    if issued is not None and issued < _MERGED:
        return False
    return any(
        unit is not None and _FORMERLY.match(question.query, place.end) and evidence.speaks_of(unit)
        for place in places(question.query)
        for unit in (successor(place.name),)
    )


_BEFORE_MERGER = 0.5
"""How much a text of before the mergers counts where “Đà Nẵng mới” is asked about."""
_AS_IT_IS_NOW = re.compile(
    rf"[{LOWER}]\s(?:mới(?=\s(?:có|gồm|rộng|đông|là|ra|bao|dân|diện|sau)|\W*$|,)|sau (?:khi )?"
    rf"(?:sáp nhập|sắp xếp|hợp nhất|nhập))(?!\w)"
)


_OF_A_PART = 0.7
"""How much a sentence of one province counts where the whole country is asked about."""


def _nationwide(question: Question, evidence: Evidence) -> float:
    """Hold a question about the whole country against a text of one province."""
    own = evidence.document.place
    asked = question.kind is not AnswerKind.RANK and _NATION_ASKED.search(fold(question.query))
    if not asked or own in (None, NATION):
        return 1.0
    return 1.0 if names_nation(evidence.text) else _OF_A_PART


_NATION_ASKED = re.compile(r"\b(?:ca nuoc|toan quoc|viet nam ta|nuoc ta)\b")


def _year(question: Question, evidence: Evidence) -> float:
    if not question.years:
        return 1.0
    asked = set(question.years)
    own = evidence.own_years()
    if not COMPARED_WITH.search(fold(question.query)):
        # “Tăng 13% so với năm 2025” is no figure of 2025.
        compared = {int(match["year"]) for match in COMPARED_WITH.finditer(fold(evidence.text))}
        own = [year for year in own if year not in compared]
    if asked & set(own):
        return 1.0
    papers = {int(match["year"]) for match in _NUMBER_OF_YEAR.finditer(evidence.text)}
    if asked <= _years_of_papers(question.query) & papers:
        return 0.97
    document = evidence.document
    of_document = document.issued is not None and document.issued.year in asked
    if question.numbers and of_document:
        return 0.95
    measured = question.kind.measured
    titled = any(str(year) in document.title for year in asked)
    if not measured and asked <= _years_of_papers(question.query) and (titled or of_document):
        return 0.95
    if own:
        return 0.0
    governing = evidence.governing_years()
    if asked & set(governing):
        return 0.97
    if governing and (measured or not titled):
        return 0.0
    if of_document:
        return 0.95
    return 0.9 if titled else 0.0


_PAPER_OF_YEAR = re.compile(
    r"\b(?:(?:ke hoach|chuong trinh|chien luoc|de an|nghi quyet|quyet dinh|bao cao|quy che|"
    r"nghi dinh|thong tu|chi thi|luat)(?: (?!nao\b|gi\b|dat\b)[^\W\d_]+){0,8}|"
    r"ban hanh|ra doi|cong bo)(?: vao| trong| hoi)?(?: nam)? (?P<year>(?:19|20)\d\d)\b"
)


# “Theo luật 2013” is told of “Luật số 45/2013/QH13”, whatever the year of what it says.
_NUMBER_OF_YEAR = re.compile(r"(?<=/)(?P<year>(?:19|20)\d\d)/[A-ZĐ]")


@lru_cache(maxsize=8)
def _years_of_papers(query: str) -> frozenset[int]:
    """Return the years that tell which paper is meant: “kế hoạch cải cách hành chính 2026”.

    Whoever signed it, and what it took the place of, may be told with any other year.
    """
    return frozenset(int(match["year"]) for match in _PAPER_OF_YEAR.finditer(fold(query)))


def _document(question: Question, evidence: Evidence) -> float:
    if not question.numbers:
        return 1.0
    asked = documents_named(question.numbers)

    def named(text: str) -> bool:
        return any_match(named_documents(text), asked)

    here = named_documents(evidence.text)
    others = [n for n in here if not any_match([n], asked)]
    own = evidence.is_of(asked)
    if len(others) < len(here):
        told = carried_out(evidence.text, asked) and not carried_out(question.query, asked)
        if told and not own:
            return 0.6
        # A sentence that names three documents and more lists them, and tells of none.
        listed = len(here) >= 3 and question.kind is not AnswerKind.DOCUMENT
        return 0.6 if listed else 1.0 if own else 0.9
    if own:
        return 0.6 if others else 1.0
    if evidence.carries_out(asked):
        # An annex speaks for its document; a plan of another body sets figures of its own.
        return 0.6 if evidence.document.number else 0.8
    if others:
        return 0.0
    nearest = evidence.governing_documents()[:1]
    if any_match((found for found, _ in nearest), asked):
        return 0.9
    return 0.85 if named(evidence.around) else 0.0


_CARRIES_OUT = re.compile(
    r"\b(?:thuc hien|trien khai|cu the hoa|thi hanh)"
    r"(?: (?:nghi quyet|quyet dinh|ke hoach|chi thi|ket luan|chuong trinh|chien luoc)(?: so)?)? $|"
    r"\b(?:ke hoach|chuong trinh(?: hanh dong)?) theo"
    r"(?: (?:nghi quyet|ket luan|chi thi)(?: so)?)? $"
)


def carried_out(text: str, asked: Sequence[DocumentNumber]) -> bool:
    """Tell whether a sentence names documents as what others carry out, and no otherwise.

    “Chương trình hành động thực hiện Nghị quyết 57 đặt mục tiêu 30%” tells of the programme.
    """
    folded = fold(text)
    mentions = [n for n in named_documents(text) if any_match([n], asked)]
    return all(_CARRIES_OUT.search(folded[: n.start]) for n in mentions)


def _of_a_namesake(name: str, evidence: Evidence) -> bool:
    """Tell whether a document names others in full by a given name, and never this person.

    The “ông Bình” of a text on Trần Văn Bình is no Nguyễn Văn Bình.
    """
    text = evidence.document.text[:_FAR]
    given = name.split()[-1]
    full = re.findall(rf"(?:(?!Ông|Bà)[{UPPER}][{LOWER}]+ ){{2,3}}{given}(?!\w)", text)
    return bool(full) and name not in text


# A question is held against hundreds of sentences: what it names is found once.
@lru_cache(maxsize=8)
def _acronyms(query: str) -> tuple[str, ...]:
    """Return the abbreviations of a question that nothing spells out, such as DTI."""
    found = re.findall(r"(?<![\w/-])[A-ZĐ]{2,}(?![\w/-])", query)
    if query.isupper():
        return ()
    return tuple(sign for sign in dict.fromkeys(found) if sign not in KIND_SIGNS)


@lru_cache(maxsize=8)
def _codes(query: str) -> tuple[str, ...]:
    """Return the generations of a technology that a question names: 5G is no 6G."""
    return tuple(dict.fromkeys(re.findall(r"(?<![\w.,/-])\d[GK](?![\w/-])", query)))


@lru_cache(maxsize=8)
def _proper_names(query: str) -> tuple[str, ...]:
    """Return capitalised names of two syllables and more that are no place, person or body."""
    taken = [(p.start, p.end) for p in places(query)]
    taken += [(p.start, p.end) for p in persons(query)]
    taken += bodies(query)
    return tuple(
        match.group()
        for match in _CAPITALISED.finditer(query)
        if match.start() > 0
        and not names_nation(match.group())
        and not any(a < match.end() and match.start() < b for a, b in taken)
        and head_of_post(match.group()) is None
    )


@lru_cache(maxsize=8)
def _units(query: str) -> tuple[str, ...]:
    """Return the communes and districts that a question names: “phường Hồng Bàng”.

    The name alone, since a former “xã” may be part of a “phường” of its name.
    """
    names = dict.fromkeys(match["name"] for match in _UNIT.finditer(query))
    return tuple(name for name in names if not places(name))


_OTHER_MARKS = 0.9
"""How much a sentence counts that names a commune with other marks: Đà Bắc is no Đá Bạc."""


def _name(question: Question, evidence: Evidence) -> float:
    """Hold names and posts: who is asked about must be spoken of, in that very post."""
    factor = 1.0
    around = evidence.around
    for name in question.names:
        if fold(name) in fold(evidence.text):
            continue
        given = name.split()[-1]
        if _of_a_namesake(name, evidence):
            return 0.0
        if fold(name) in fold(around) or re.search(rf"(?:ông|bà)\s+{given}\b", around, re.I):
            factor *= 0.95
        elif evidence.speaker() == name:
            factor *= 0.9
        else:
            return 0.0
    for sign in _acronyms(question.query):
        if not re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", f"{evidence.head} {evidence.text}"):
            if question.kind is AnswerKind.RANK:
                return 0.0
            factor *= 1.0 if sign in evidence.document.text else 0.8
    for code in _codes(question.query):
        if not re.search(rf"(?<!\w){code}(?!\w)", f"{evidence.head} {around}", re.IGNORECASE):
            return 0.0
    for unit in _units(question.query):
        if question.marked and fold(unit) in fold(evidence.text) and unit not in evidence.text:
            factor *= _OTHER_MARKS
        if fold(unit) not in fold(evidence.text):
            if fold(unit) not in fold(around):
                return 0.0
            factor *= 0.6
    for proper in _proper_names(question.query):
        if fold(proper) not in fold(around):
            factor *= 0.6
    post = head_of_post(question.query)
    if post and question.kind not in (AnswerKind.PERSON, AnswerKind.YES_NO):
        held = re.compile(rf"(?<!pho )\b{post}\b")
        if not held.search(fold(around)):
            if not held.search(fold(evidence.document.text[:_FAR])):
                return 0.0
            factor *= 0.9
    return factor
