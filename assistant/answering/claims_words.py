"""What a claim says of each of its parts: the words that count, their years, place and level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.corpus import Corpus
from assistant.answering.local import segment
from assistant.answering.terms import Term, weigh
from assistant.errors import UsageError
from assistant.figures import nature_of, told_years, years_of_value
from assistant.retrieval.parts import cut, parts_of
from assistant.schema import (
    AnswerKind,
    ClaimPart,
    Comparator,
    Filters,
    Hit,
    PartKind,
    Question,
    Role,
    Span,
)
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold, nfc
from assistant.vietnamese.places import NATION, names_nation, places
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.sentences import clauses, sentences
from assistant.vietnamese.tokens import syllables

__all__ = [
    "LONGEST_SENTENCE",
    "Said",
    "Statement",
    "figures_said",
    "labels",
    "levels",
    "look_up",
    "place_before",
    "sentences_of",
    "terms_of",
    "values_in",
]

# What frames a figure in a claim and that no document has to say as well.
_FRAME = re.compile(
    r"\b(?:dat (?:ra )?muc tieu|muc tieu|chi tieu|phan dau|dat chi tieu|dat ra|de ra|yeu cau|"
    r"quy dinh|nghi quyet|ke hoach(?: hanh dong)?|quyet dinh|chien luoc|bao cao|theo|giai doan|"
    r"den het|den nam|hien (?:nay|co|dang)?|da|moi|phai|duoc|cua|tai|trong do|voi|"
    r"ty le|ty trong|muc|dat|chiem|xep hang|xep thu|xep|thu hang|vi tri|hang|thuoc|"
    r"ca nuoc|toan quoc|tam nhin|du kien|nhom)\b"
)
# Which way a value moved is compared by itself; with its marks, since “nền tảng” folds to “tang”.
_TREND = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)", re.IGNORECASE)
_LEVELS = re.compile(
    r"\bcap (tinh|thanh pho|huyen|quan|xa|phuong|bo)\b|\bcac co quan (thanh pho)\b"
)


@dataclass(frozen=True)
class Said:
    """A figure that a claim states, with what it says of it.

    Attributes:
        part: The part of the claim.
        quantity: The figure, its offsets in the sentence.
        near: The words around it.
        terms: Terms of those words, weighted over the corpus.
        after: The words that follow it, which say what is counted.
    """

    part: ClaimPart
    quantity: Quantity
    near: str
    terms: tuple[Term, ...]
    after: str


@dataclass(frozen=True)
class Statement:
    """A sentence of a claim as it is looked up.

    Attributes:
        text: The sentence.
        span: Where it stands in the claim.
        question: The sentence as a question, for the anchors and the search.
        hits: Passages found for it.
        terms: Terms of the whole sentence.
    """

    text: str
    span: Span
    question: Question
    hits: tuple[Hit, ...]
    terms: tuple[Term, ...]


_ENUMERATOR = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,2}){0,2}[.)]|[a-zđ][.)]|[IVXL]+\.)\s+(?=\D|\d+\s?%)|[-–+•*]\s+"
)


LONGEST_SENTENCE = 1_800
"""A sentence longer than this, in characters, is checked clause by clause."""


def _not_too_long(claim: str) -> Iterator[Span]:
    """Yield sentences; the clauses of long ones, and the beginning of those without any."""
    for span in sentences(claim):
        pieces = [span] if span.end - span.start <= LONGEST_SENTENCE else clauses(claim, span)
        for piece in pieces:
            yield Span(piece.start, min(piece.end, piece.start + LONGEST_SENTENCE))


def sentences_of(claim: str) -> list[Span]:
    """Return the sentences of a claim that say anything, as spans without their enumerators."""
    found = []
    for span in _not_too_long(claim):
        mark = _ENUMERATOR.match(claim, span.start, span.end)
        start = mark.end() if mark else span.start
        if len(syllables(claim[start : span.end])) > 2:
            found.append(Span(start, span.end))
    return found


def look_up(text: str, span: Span, corpus: Corpus, filters: Filters) -> Statement:
    """Search for a sentence of a claim as answering searches for a question.

    Raises:
        UsageError: The sentence is far too long.
    """
    # A statement binds by its places, documents and names; its years bind value by value.
    question = replace(corpus.understand(text), kind=AnswerKind.TEXT, also=(), sides=(), role=None)
    hits = tuple(corpus.search(question, filters))
    return Statement(text, span, question, hits, tuple(terms_of(text, corpus)))


def terms_of(text: str, corpus: Corpus) -> list[Term]:
    """Return the weighted terms of what a text says, without its values and their frame."""
    folded = fold(text)
    spans = [(q.start, q.end) for q in quantities(text)]
    spans += [(part.start, part.end) for part in parts_of(text)]
    spans += [match.span() for match in _FRAME.finditer(folded)]
    spans += [match.span() for match in _TREND.finditer(text)]
    kept = cut(text, _apart(spans))
    try:
        asked = corpus.understand(kept) if kept else None
    except UsageError:
        asked = None
    if asked is None:
        return []
    return weigh(asked, corpus.frequency, corpus.size, corpus.defined_in(asked))


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans joined where they overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def figures_said(statement: Statement, corpus: Corpus) -> list[Said]:
    """Return the figures that a sentence of a claim states, in order."""
    text = nfc(statement.text)
    found = [q for q in values_in(text) if not _counts_nothing(text, q)]
    values = [(q.start, q.end) for q in found]
    national = names_nation(text)
    said = []
    for quantity in found:
        near = segment(text, quantity.start, quantity.end, values)
        years = years_of_value(text, quantity.start, quantity.end, values)
        place = place_before(text, quantity.start)
        role = Role.RANK if quantity.rank else nature_of(text)
        offset = statement.span.start
        part = ClaimPart(
            kind=PartKind.RANK if quantity.rank else PartKind.FIGURE,
            span=Span(offset + quantity.start, offset + quantity.end),
            sentence=statement.span,
            text=text[quantity.start : quantity.end],
            subject=" ".join(cut(near, []).split()),
            value=quantity.value,
            upper=quantity.upper,
            unit=quantity.unit,
            comparator=quantity.comparator,
            role=role,
            years=years.own or _document_free_years(text),
            place=place or (NATION if national else None),
        )
        terms = terms_of(near, corpus)
        if len([term for term in terms if " " not in term.text]) < _FEWEST:
            terms = list(statement.terms)
        said.append(Said(part, quantity, near, tuple(terms), text[quantity.end :]))
    return said


_LEADS = re.compile(
    r"(?<!thanh pho )(?<!dia phuong )(?<!nuoc )(?<!don vi )(?<!tinh )(?<!nhom )"
    r"\b(?:dung|dan) dau (?:ca nuoc|toan quoc)\b"
)


def values_in(text: str) -> list[Quantity]:
    """Return the figures of a text; “đứng đầu cả nước” is the first rank."""
    found = [quantity for quantity in quantities(text) if not quantity.of_group]
    for match in _LEADS.finditer(fold(text)):
        start, end = match.span()
        first = Quantity(start, end, start, 1.0, None, None, "", Comparator.EQUAL, rank=True)
        found.append(first)
    return sorted(found, key=lambda quantity: quantity.start)


_FEWEST = 2
"""With fewer syllables than this that count, the words around a value say too little."""


def _document_free_years(text: str) -> tuple[int, ...]:
    return tuple(sorted(told_years(text)))[:2] if len(told_years(text)) == 1 else ()


_NAMED_BY_NUMBER = re.compile(r"(?<!\w)(?:đề án|phường|quận)\s+$", re.IGNORECASE)


def _counts_nothing(text: str, quantity: Quantity) -> bool:
    """Tell whether a number stands in a name or a term: “mức độ 4”, “phường 1”."""
    folded = fold(text)
    if any(m.start() <= quantity.value_start < m.end() for m in _LABEL.finditer(folded)):
        return True
    before = text[: quantity.value_start]
    if _NAMED_BY_NUMBER.search(before) is not None:
        return True
    return quantity.unit == "năm" and folded[: quantity.value_start].endswith("ke hoach ")


_SOCIETY = re.compile(r"(?:hoi(?! dong)|hiep hoi|lien hiep|dai hoc|truong|bao|dai|tap chi)\b")
_LABEL = re.compile(
    r"\b(?:muc do|cap do)\s+(?P<numbers>\d(?:(?:\s?,\s?|\s(?:va|hoac)\s)\d)*)(?!\d|%)"
)


def labels(text: str) -> frozenset[str]:
    """Return the numbers of the grades that a text names: 3 and 4 of “mức độ 3, 4”."""
    found = (re.findall(r"\d", match["numbers"]) for match in _LABEL.finditer(fold(text)))
    return frozenset(number for numbers in found for number in numbers)


def place_before(text: str, start: int) -> str | None:
    """Return the place that a value is told of: the last before it, else the first named."""
    taken = [(p.start, p.end) for p in persons(text)]
    # A society or a newspaper of a city speaks of other places as well.
    taken += [span for span in bodies(text) if _SOCIETY.match(fold(text[slice(*span)]))]
    named = [p for p in places(text) if not any(a <= p.start < b for a, b in taken)]
    before = [place for place in named if place.end <= start]
    return before[-1].name if before else named[0].name if named else None


def levels(text: str) -> frozenset[str]:
    """Return the levels of government that a text names: “cấp xã”, “các cơ quan thành phố”."""
    found = {one or other for one, other in _LEVELS.findall(fold(text))}
    return frozenset("tinh" if level == "thanh pho" else level for level in found)
