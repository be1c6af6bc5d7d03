"""What a claim says of each of its parts: the words that count, their years, place and level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.claims.respelt import Respelt, respell
from assistant.answering.claims.talk import frame_spans, plain
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.terms import Haystack, Term, weigh
from assistant.errors import UsageError
from assistant.retrieval.parts import cut, parts_of
from assistant.schema import (
    AnswerKind,
    Filters,
    Hit,
    Question,
    Span,
)
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import fold, lower, nfc
from assistant.vietnamese.places import PlaceMention, names_nation, places
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.sentences import clauses, sentences
from assistant.vietnamese.tokens import syllables

__all__ = [
    "ARTICLE",
    "LABEL",
    "LONGEST_SENTENCE",
    "Statement",
    "apart",
    "is_national",
    "labels",
    "levels",
    "look_up",
    "place_before",
    "place_of_article",
    "sentences_of",
    "terms_of",
]

_LEVELS = re.compile(
    r"\bcap (tinh|thanh pho|huyen|quan|xa|phuong|bo)\b|\bcac co quan (thanh pho)\b"
)


@dataclass(frozen=True)
class Statement:
    """A sentence of a claim as it is looked up.

    Attributes:
        text: The sentence, respelt as documents write what it says.
        written: The sentence as written.
        span: Where it stands in the claim.
        respelt: What of ``text`` stands for what of the sentence as written.
        question: The sentence as a question, for the anchors and the search.
        hits: Passages found for it.
        terms: Terms of the whole sentence.
        place: Place that it is of by the article that it stands in, where it names none.
    """

    text: str
    written: str
    span: Span
    respelt: Respelt
    question: Question
    hits: tuple[Hit, ...]
    terms: tuple[Term, ...]
    place: str | None = None

    def at(self, start: int, end: int) -> Span:
        """Return where in the claim the words between two offsets of the text stand."""
        start, end = self.respelt.written(start, end)
        return Span(self.span.start + start, self.span.start + end)

    def stands_in(self, evidence: Evidence) -> bool:
        """Tell whether the sentence stands word for word in one of the documents."""
        return Haystack(self.written).padded in evidence.sentence.padded

    def said(self, start: int, end: int) -> str:
        """Return the words between two offsets of the text as the claim writes them."""
        return self.written[slice(*self.respelt.written(start, end))]


ARTICLE = 3
"""From so many sentences on a text is an article: one sentence leans on others, and each of them
has a heading in the note."""
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


_MOSTLY = 0.6
"""Share of the places named in an article from which it is about one."""


def place_of_article(claim: str, spans: Sequence[Span]) -> str | None:
    """Return the place that an article is about: the one that it names above all others.

    Its sentences say “thành phố” or nothing of it. A single sentence has no such place.
    """
    if len(spans) < ARTICLE:
        return None
    named = Counter(place.name for place in places(claim))
    [(name, often)] = named.most_common(1) or [("", 0)]
    return name if often >= _MOSTLY * sum(named.values()) and often > 1 else None


def look_up(
    text: str, span: Span, corpus: Corpus, filters: Filters, *, place: str | None = None
) -> Statement:
    """Search for a sentence of a claim as answering searches for a question.

    Args:
        text: The sentence.
        span: Where it stands in the claim.
        corpus: Where passages come from.
        filters: What the search is held to.
        place: Place that its article is about.

    Raises:
        UsageError: The sentence is far too long.
    """
    respelt = respell(nfc(text))
    written, text = text, respelt.text
    if place is not None and (places(text) or is_national(text)):
        place = None
    # A statement binds by its places, documents and names; its years bind value by value.
    asked = corpus.understand(plain(text) or text)
    question = replace(asked, kind=AnswerKind.TEXT, also=(), sides=(), role=None)
    hits = corpus.search(question, filters)
    if place is not None:
        known = {hit.passage.id for hit in hits}
        local = corpus.search(replace(question, places=(place,)), filters)
        hits += [hit for hit in local if hit.passage.id not in known]
    hits += _rest_of_named(question, hits, corpus)
    terms = tuple(terms_of(text, corpus))
    return Statement(text, written, span, respelt, question, tuple(hits), terms, place)


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
        if len(passages) > _LONGEST_READ or not any_match(own, asked):
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
    kept = cut(text, apart(spans))
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


def apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans joined where they overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


LABEL = re.compile(
    r"\b(?:muc do|cap do)\s+(?P<numbers>\d(?:(?:\s?,\s?|\s(?:va|hoac)\s)\d)*)(?!\d|%)"
)
"""A grade named by its number, such as “mức độ 4”."""


def labels(text: str) -> frozenset[str]:
    """Return the numbers of the grades that a text names: 3 and 4 of “mức độ 3, 4”."""
    found = (re.findall(r"\d", match["numbers"]) for match in LABEL.finditer(fold(text)))
    return frozenset(number for numbers in found for number in numbers)


_SOCIETY = re.compile(r"(?:hoi(?! dong)|hiep hoi|lien hiep|dai hoc|truong|bao|dai|tap chi)\b")


_TAKEN_IN = re.compile(
    r"(?:(?:hợp nhất|sáp nhập|gộp|nhập)(?: chung)? (?:với|cả|thêm)|sáp nhập|nhận(?: thêm)?"
    r"|có cả|gồm cả|cùng với|bao gồm|\((?:tỉnh|thành phố)?)\s*(?:tỉnh |thành phố |tp\.? ?)?$"
)
_JOINED = re.compile(r"\s*(?:,|và|với|cùng)\s(?:tỉnh |thành phố )?$")
_TAKES_PART = re.compile(
    r"\s(?:\(?cũ\)?\s)?(?:được )?(?:nhập|sáp nhập|hợp nhất|gộp)(?: vào| với|,)"
)


def _took_in(text: str, place: PlaceMention) -> bool:
    """Tell whether a place is one that another took in: “Huế (tỉnh Thừa Thiên Huế cũ)”."""
    spelt = lower(text)
    if _TAKEN_IN.search(spelt[: place.start]) or _TAKES_PART.match(spelt, place.end):
        return True
    earlier = [p for p in places(text) if p.end <= place.start]
    joined = earlier and _JOINED.fullmatch(spelt, earlier[-1].end, place.start)
    return bool(joined) and _took_in(text, earlier[-1])


def place_before(text: str, start: int) -> str | None:
    """Return the place that a value is told of: the last before it, else the first named."""
    taken = [(p.start, p.end) for p in persons(text)]
    # A society or a newspaper of a city speaks of other places as well.
    taken += [span for span in bodies(text) if _SOCIETY.match(fold(text[slice(*span)]))]
    named = [p for p in places(text) if not any(a <= p.start < b for a, b in taken)]
    named = [p for p in named if not _took_in(text, p)] or named
    before = [place for place in named if place.end <= start]
    return before[-1].name if before else named[0].name if named else None


def levels(text: str) -> frozenset[str]:
    """Return the levels of government that a text names: “cấp xã”, “các cơ quan thành phố”."""
    found = {one or other for one, other in _LEVELS.findall(fold(text))}
    return frozenset("tinh" if level == "thanh pho" else level for level in found)


_OF_THE_STATE = re.compile(
    r"\b(?:cong|co so du lieu|truc|nen tang|he thong|trung tam|dai hoc|an ninh)"
    r"(?: [^\W\d_]+){0,6}? quoc gia\b"
)


def is_national(text: str) -> bool:
    """Tell whether a text speaks of the whole country; a national portal is no country."""
    return names_nation(_OF_THE_STATE.sub(" ", fold(text)))
