"""What a claim says of each of its parts: the words that count, their years, place and level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.claims_talk import frame_spans, plain
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import documents_named
from assistant.answering.figure_facts import content_words
from assistant.answering.local import segment
from assistant.answering.terms import Haystack, Term, weigh
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
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold, lower, nfc
from assistant.vietnamese.places import NATION, names_nation, places
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.sentences import clauses, sentences
from assistant.vietnamese.tokens import syllables

__all__ = [
    "LONGEST_SENTENCE",
    "Said",
    "Statement",
    "base_of",
    "figures_said",
    "labels",
    "levels",
    "look_up",
    "place_before",
    "sentences_of",
    "terms_of",
    "values_in",
]

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
        bases: Years that it is compared with.
        is_base: Whether it is itself what another figure is compared with.
    """

    part: ClaimPart
    quantity: Quantity
    near: str
    terms: tuple[Term, ...]
    after: str
    bases: tuple[int, ...] = ()
    is_base: bool = False


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
    asked = corpus.understand(plain(text) or text)
    question = replace(asked, kind=AnswerKind.TEXT, also=(), sides=(), role=None)
    hits = corpus.search(question, filters)
    hits += _rest_of_named(question, hits, corpus)
    return Statement(text, span, question, tuple(hits), tuple(terms_of(text, corpus)))


_LONGEST_READ = 60
"""A document that a claim names is read in full up to so many passages."""


def _rest_of_named(question: Question, hits: Sequence[Hit], corpus: Corpus) -> list[Hit]:
    """Return the other passages of the documents that a claim names by their numbers.

    A list of targets says the name of its document once, far above the target that is meant.
    """
    asked = documents_named(question.numbers)
    known = {hit.passage.id for hit in hits}
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.passage.document_id, hit)
    found: list[Hit] = []
    for document_id, hit in first.items() if asked else ():
        own = named_documents(corpus.document(document_id).number or "")
        passages = corpus.passages_of(document_id)
        if len(passages) > _LONGEST_READ or not any(n.matches(a) for n in own for a in asked):
            continue
        found += [replace(hit, passage=one) for one in passages if one.id not in known]
    return found


def terms_of(text: str, corpus: Corpus) -> list[Term]:
    """Return the weighted terms of what a text says, without its values and their frame."""
    spans = [(q.start, q.end) for q in quantities(text)]
    spans += [(part.start, part.end) for part in parts_of(text)]
    # “65 chỉ tiêu” counts what elsewhere frames a figure.
    counted = {q.end + 1 for q in quantities(text) if not q.rank and not q.unit}
    spans += [
        (start, end)
        for start, end in frame_spans(text)
        if start not in counted or fold(text[start:end]) not in ("chi tieu", "muc tieu")
    ]
    kept = cut(text, _apart(spans))
    try:
        asked = corpus.understand(kept) if kept else None
    except UsageError:
        asked = None
    if asked is None:
        return []
    said = Haystack(text)
    terms = weigh(asked, corpus.frequency, corpus.size, corpus.defined_in(asked))
    # What is left has neighbours that the text never set side by side.
    return [term for term in terms if " " not in term.text or said.holds(term.text)]


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
    national = _is_national(text)
    timed = _without_years_of_documents(text)
    said = []
    for quantity in found:
        near = _own_words(text, quantity, values)
        years = years_of_value(timed, quantity.start, quantity.end, values)
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
            years=years.own or _document_free_years(timed),
            place=place or (NATION if national else None),
        )
        terms = terms_of(near, corpus)
        if len([term for term in terms if " " not in term.text]) < _FEWEST:
            terms = list(statement.terms)
        after = text[quantity.end :]
        is_base = _COMPARED.search(fold(text[: quantity.start])) is not None
        if is_base:  # what is compared is said of the figure before it
            terms = list(statement.terms)
        base = base_of(text, quantity.end)
        said.append(Said(part, quantity, near, tuple(terms), after, base, is_base))
    return said


_YEAR_OF_DOCUMENT = re.compile(
    r"\s*\(?(?:,\s)?(?:ra đời |ban hành )?(?:hồi |vào |từ |trong )?năm\s+(?:19|20)\d\d\)?"
)


def _without_years_of_documents(text: str) -> str:
    """Return a text of the same length without the years that say when a document was issued.

    “Nghị quyết 03-NQ/TU năm 2021 đặt mục tiêu 25% vào năm 2025” says 2025 of the target.
    """
    for number in named_documents(text):
        match = _YEAR_OF_DOCUMENT.match(lower(text), number.end)
        if match:
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


_JOINS = re.compile(r"(?:,|;)\s|\s(?:và|còn|cùng|trong đó)\s")


def _own_words(text: str, quantity: Quantity, values: list[tuple[int, int]]) -> str:
    """Return the words that a figure of a claim is said of.

    “Kinh tế số chiếm 15% GRDP và 80% hồ sơ được xử lý trực tuyến” joins two statements; where
    what stands on one side of the joint says too little, the rest of the clause is taken in.
    """
    earlier = max((end for _, end in values if end <= quantity.start), default=0)
    later = min((start for start, _ in values if start >= quantity.end), default=len(text))
    before = [m.end() for m in _JOINS.finditer(text, earlier, quantity.start)] if earlier else [0]
    after = [m.start() for m in _JOINS.finditer(text, quantity.end, later)]
    if later == len(text):
        after = [len(text)]
    if before and after:
        own = text[before[-1] : after[-1]]
        taken = frame_spans(own) + [(q.start, q.end) for q in quantities(own)]
        words = content_words(cut(own, _apart(taken)))
        if len({word for word in words if word.isalpha()}) >= _FEWEST_OWN:
            return own
    return segment(text, quantity.start, quantity.end, values)


_FEWEST_OWN = 3
"""With fewer words than this a side of a joint does not stand by itself."""
_LEADS = re.compile(
    r"(?<!thanh pho )(?<!dia phuong )(?<!nuoc )(?<!don vi )(?<!tinh )(?<!nhom )"
    r"\b(?:dung|dan) dau (?:ca nuoc|toan quoc)\b"
)


def values_in(text: str) -> list[Quantity]:
    """Return the figures of a text; “đứng đầu cả nước” is the first rank.

    The number of a ward, of a day of the month or of a clause of a law is no figure, and
    “19 trên 24 mục tiêu” is one.
    """
    spelt = lower(text)
    named = [match.span("number") for pattern in _NUMBERED for match in pattern.finditer(spelt)]
    found = [
        quantity
        for quantity in quantities(_GLUED.sub(" ", text))
        if not quantity.of_group
        and not any(start <= quantity.value_start < end for start, end in named)
    ]
    for match in _LEADS.finditer(fold(text)):
        start, end = match.span()
        first = Quantity(start, end, start, 1.0, None, None, "", Comparator.EQUAL, rank=True)
        found.append(first)
    return _parts_of_wholes(text, sorted(found, key=lambda quantity: quantity.start))


_NUMBERED = (
    re.compile(
        r"(?<!\w)(?:đề án|phường|quận|ngày(?: mùng| mồng)?)\s+(?P<number>\d{1,2})(?![\d%/]|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:điều|khoản|chương|phụ lục)\s+"
        r"(?P<number>\d+(?:(?:\s?[,;]\s?|\s(?:và|hoặc|đến)\s)\d+)*)(?![\d%]|[.,]\d)"
    ),
)
"""Numbers that name a thing: a ward, a day of the month, the clauses of a law."""
_GLUED = re.compile(
    r"(?<=[à-ỹđ])[a-z](?=\d)|(?<=[à-ỹđ][a-z])[a-z](?=\d)|(?<=[a-zà-ỹđ]{2})[à-ỹđ](?=\d)"
)
"""The letter before a number that its word is glued to (“gồm67 xã”); it makes room for a space,
so that all offsets stay."""


def _parts_of_wholes(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return figures with those joined that are a part and its whole: “19 trên 24 mục tiêu”."""
    joined: list[Quantity] = []
    for quantity in found:
        part = joined[-1] if joined else None
        if (
            part is not None
            and quantity.comparator is Comparator.MORE
            and not (part.unit or part.rank or part.of or part.upper)
            and part.end < quantity.start
            and not text[part.end : quantity.start].strip()
            and part.value <= quantity.value
        ):
            joined[-1] = replace(part, end=quantity.end, of=quantity.value, unit=quantity.unit)
        else:
            joined.append(quantity)
    return joined


_FEWEST = 2
"""With fewer syllables than this that count, the words around a value say too little."""


def _document_free_years(text: str) -> tuple[int, ...]:
    return tuple(sorted(told_years(text)))[:2] if len(told_years(text)) == 1 else ()


def _counts_nothing(text: str, quantity: Quantity) -> bool:
    """Tell whether a number stands in a name or a term: “mức độ 4”, “phường 1”."""
    folded = fold(text)
    if any(m.start() <= quantity.value_start < m.end() for m in _LABEL.finditer(folded)):
        return True
    if any(m.start() <= quantity.value_start < m.end() for m in _SHARED_OUT.finditer(folded)):
        return True
    return quantity.unit == "năm" and folded[: quantity.value_start].endswith("ke hoach ")


# “Cứ 100 đồng thì có 35 đồng” puts a share in other words.
_SHARED_OUT = re.compile(r"\bcu (?:moi )?\d[\d.]*\s.{1,30}?\bthi\s.{0,15}?\d[\d.,]*")
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


_COMPARED = re.compile(
    r"\b(?:(?:cao|thap|nhieu|it|lon|nho) hon|so voi|vuot|thay vi|trong khi)"
    r"(?: (?:han|xa))?(?: (?:muc|con so|muc tieu|chi tieu))(?: (?:la|cu))?\s*$"
)
_BASE = re.compile(
    r"[^\d;]{0,25}\bso voi (?:cung ky )?(?:cuoi )?(?:nam )?(?P<year>(?:19|20)\d\d)\b"
)


def base_of(text: str, end: int) -> tuple[int, ...]:
    """Return the year that the value before ``end`` is compared with: “tăng 3% so với năm 2022”."""
    match = _BASE.match(fold(text), end)
    return (int(match["year"]),) if match else ()


_OF_THE_STATE = re.compile(
    r"\b(?:cong|co so du lieu|truc|nen tang|he thong|trung tam|dai hoc|an ninh)"
    r"(?: [^\W\d_]+){0,6}? quoc gia\b"
)


def _is_national(text: str) -> bool:
    """Tell whether a text speaks of the whole country; a national portal is no country."""
    return names_nation(_OF_THE_STATE.sub(" ", fold(text)))


def levels(text: str) -> frozenset[str]:
    """Return the levels of government that a text names: “cấp xã”, “các cơ quan thành phố”."""
    found = {one or other for one, other in _LEVELS.findall(fold(text))}
    return frozenset("tinh" if level == "thanh pho" else level for level in found)
