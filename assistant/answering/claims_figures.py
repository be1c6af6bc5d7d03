"""A figure of a claim against those of the documents: supported, refuted, or not enough.

A figure is refuted only by a statement on the very subject in which one thing differs: the
value, its unit or bound, or the year, place, document or speaker of the very value. Where two
things differ the documents speak of something else, which refutes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.anchors import Anchor, bind
from assistant.answering.claims_stated import Stated, stated_in
from assistant.answering.claims_values import (
    Match,
    comparable,
    counts_alike,
    match_value,
    may_be_one,
)
from assistant.answering.claims_words import Said, Statement, labels, levels
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.figure_facts import content_words
from assistant.answering.terms import Haystack, coverage
from assistant.figures import nature_of
from assistant.schema import CheckedPart, Difference, Judgement, Role
from assistant.vietnamese.document_numbers import DocumentNumber, named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import NATION, names_nation, same_place

__all__ = ["Judged", "Known", "judge_figure", "known_in"]

# How much a term counts by where it stands, as in answering.
_NEAR, _SENTENCE, _PASSAGE, _LIST, _FRAME = 1.0, 0.75, 0.45, 0.3, 0.45

_SUPPORTS = 0.55
"""Least score from which a statement of the same value supports."""
_REFUTES = 0.7
"""Least score from which a statement of another value refutes: it must be on the very subject."""
_OF_THE_SUBJECT = 0.85
"""Least share of a claim's words, by weight, that a text must hold somewhere to refute it."""
_NEAREST = 0.5
"""Least score from which a statement is shown beside a figure that nothing settles."""
_AS_NEAR = 0.08
"""A statement within this of the nearest is as near; of those one with the value supports."""
_TIED = 0.02
"""Values of one document within this of each other are told of the same words."""
_UNTOLD_YEAR = 0.85
"""How much a statement counts whose year nothing tells, where the claim names one."""
_YEAR_OF_DOCUMENT = 0.96
"""How much one counts whose year is that of its document alone."""
_OTHER_LEVEL, _OTHER_NOUN = 0.6, 0.75
_OWN_WORDS = 0.15
"""How much of a score is that the words of a statement are those of the claim."""

_OWN, _REPORTED, _ADDED_BY_EDITORS = 0.08, 0.04, 0.06
"""What a document's own words count more than a report of them, as in answering."""

_HELD = ((Anchor.DOCUMENT, Difference.DOCUMENT), (Anchor.NAME, Difference.NAME))
_PRESS, _ADDED = "bài báo", "(ngoài văn bản)"
_SETS = re.compile(r"\b(?:dat|yeu cau|neu|quy dinh|xac dinh|giao|de ra|nang|dua)\b|^\s*\(\s*$")
_REACHED = re.compile(r"\b(?:da (?:dat|chiem|co|len|vuot)|thuc te|uoc dat|ket qua)\b")


@dataclass(frozen=True)
class Known:
    """A value of the evidence with what about its sentence the claim's anchors break.

    Attributes:
        stated: The value.
        broken: Document and name, where the sentence does not keep to those of the claim.
        factor: How directly its sentence keeps to them.
    """

    stated: Stated
    broken: tuple[Difference, ...]
    factor: float


@dataclass(frozen=True)
class Judged:
    """A part of a claim as judged, and the statement that settles it or comes nearest."""

    checked: CheckedPart
    stated: Stated | None


@dataclass(frozen=True)
class _Compared:
    known: Known
    match: Match
    score: float
    held: float
    primacy: float
    broken: tuple[Difference, ...]
    untold: bool

    @property
    def stated(self) -> Stated:
        return self.known.stated


def known_in(statement: Statement, evidence: Sequence[Evidence]) -> list[Known]:
    """Return the values of the evidence for a sentence of a claim."""
    # Place and year are held value by value: a sentence may name several.
    unbound = replace(statement.question, places=(), years=())
    asked = documents_named(statement.question.numbers)
    found = []
    for one in evidence:
        binding = bind(unbound, one)
        broken = tuple(diff for anchor, diff in _HELD if anchor in binding.broken)
        factor = 1.0 if broken else binding.factor
        for stated in stated_in(one):
            other = not broken and _of_another_document(asked, stated)
            found.append(Known(stated, (Difference.DOCUMENT,) if other else broken, factor))
    return found


def _of_another_document(asked: Sequence[DocumentNumber], stated: Stated) -> bool:
    """Tell whether the sentence says of another document that it sets the value.

    “Nghị quyết 03 đặt mục tiêu 25%; Kế hoạch 106 nâng lên 35%” says 25% of the resolution.
    """
    evidence = stated.evidence
    if not asked or evidence.header is not None:
        return False
    start = stated.span.start - evidence.span.start
    text = evidence.text
    before = [n for n in named_documents(text) if n.end <= start]
    if not before or any(before[-1].matches(a) for a in asked):
        return False
    return _SETS.search(fold(text[before[-1].end : start])) is not None


def judge_figure(said: Said, statement: Statement, known: Sequence[Known]) -> Judged:
    """Judge one figure of a claim.

    Args:
        said: The figure.
        statement: Its sentence.
        known: Values of the evidence.
    """
    words = content_words(statement.text)
    compared = [
        _compare(said, statement, one, words) for one in known if comparable(said, one.stated)
    ]
    compared.sort(key=_order)
    fitting = [one for one in compared if not one.broken]
    best = fitting[0].score if fitting else 0.0
    quoted = next((one for one in compared if one.match.same and _quotes(statement, one)), None)
    if quoted is not None:
        return _judged(said, Judgement.SUPPORTED, quoted)
    agreeing = [
        one for one in fitting if one.match.same and one.score >= max(_SUPPORTS, best - _AS_NEAR)
    ]
    if agreeing:
        return _judged(said, Judgement.SUPPORTED, max(agreeing, key=_worth))
    # Of a place that no document speaks of nothing is known, be the value ever so particular.
    known_place = any(_same_place(said, one.stated) for one in known)
    refuting = _refuting(said, statement, fitting)
    astray = [
        one
        for one in compared
        if len(one.broken) == 1
        and one.match.same
        and one.score >= _REFUTES
        and one.held >= _OF_THE_SUBJECT
        and _tells_astray(said, one.broken[0], known_place)
    ]
    bound = [one for one in refuting if one.match.differs == (Difference.COMPARATOR,)]
    if bound and bound[0].score >= refuting[0].score - _AS_NEAR:
        return _judged(said, Judgement.REFUTED, bound[0], bound[0].match.differs)
    if astray and (not refuting or astray[0].score >= refuting[0].score - _AS_NEAR):
        return _judged(said, Judgement.REFUTED, astray[0], astray[0].broken)
    if refuting:
        nearby = [one for one in refuting if one.score >= refuting[0].score - _AS_NEAR / 2]
        chosen = max(nearby, key=_worth)
        return _judged(said, Judgement.REFUTED, chosen, _differs(chosen, compared))
    nearest = next((one for one in compared if one.score >= _NEAREST), None)
    if nearest is None:
        return Judged(CheckedPart(said.part, Judgement.NOT_ENOUGH), None)
    return _judged(said, Judgement.NOT_ENOUGH, nearest, (*nearest.broken, *nearest.match.differs))


def _quotes(statement: Statement, one: _Compared) -> bool:
    """Tell whether a sentence of a claim stands in the documents word for word."""
    return Haystack(statement.text).padded in one.stated.evidence.sentence.padded


def _tells_astray(said: Said, broken: Difference, known_place: bool) -> bool:
    """Tell whether a value that is right but for one thing refutes what is claimed of that thing.

    Many places and papers share a round value; a speaker may well have said it as well.
    """
    if broken is Difference.PLACE:
        return known_place and _telling(said)
    if broken is Difference.DOCUMENT:
        return _telling(said) or said.part.place not in (None, NATION)
    return broken in (Difference.YEAR, Difference.SUBJECT)


def _refuting(said: Said, statement: Statement, fitting: Sequence[_Compared]) -> list[_Compared]:
    """Return the statements sure enough to refute a figure, best first.

    A claim that names no place and no document is refuted by no place's own figures, and none
    by figures that differ among themselves where a document tells them of the same words.
    """
    found = [
        one
        for one in fitting
        if one.score >= _REFUTES
        and one.held >= _OF_THE_SUBJECT
        and not one.untold
        and may_be_one(said, one.stated)
    ]
    if said.part.place is None and not statement.question.numbers:
        found = [one for one in found if _seat(one.stated) in (None, NATION)]
    if found and found[0].match.differs == (Difference.VALUE,):
        document = found[0].stated.evidence.document.id
        told = {
            (one.stated.quantity.value, one.stated.quantity.upper)
            for one in found
            if one.score >= found[0].score - _TIED and one.stated.evidence.document.id == document
        }
        return [] if len(told) > 1 else found
    return found


def _seat(stated: Stated) -> str | None:
    return stated.place or stated.evidence.document.place


def _worth(one: _Compared) -> tuple[float, str, int]:
    """Order statements that are as near: the document's own words first, then by place."""
    document = one.stated.evidence.document
    return (round(one.score + one.primacy, 6), document.path, -one.stated.span.start)


def _order(one: _Compared) -> tuple[float, bool, str, int]:
    document = one.stated.evidence.document
    return (-round(one.score, 6), not one.match.same, document.path, one.stated.span.start)


def _differs(refuting: _Compared, compared: Sequence[_Compared]) -> tuple[Difference, ...]:
    """Return in what a claim differs.

    A value that the same passage states of something else is said of the wrong subject.
    """
    if refuting.match.differs != (Difference.VALUE,):
        return refuting.match.differs
    own = refuting.stated.evidence
    for one in compared:
        if one.match.same and one.stated.evidence.document.id == own.document.id:
            if one.stated.evidence.hit.passage.id == own.hit.passage.id and not one.broken:
                return (Difference.SUBJECT,)
            if one.broken in ((Difference.PLACE,), (Difference.YEAR,)) and one.score >= _REFUTES:
                return one.broken
    return refuting.match.differs


def _judged(
    said: Said, judgement: Judgement, one: _Compared, differs: tuple[Difference, ...] = ()
) -> Judged:
    stated = one.stated
    place = stated.place or stated.evidence.document.place
    checked = CheckedPart(
        part=said.part,
        judgement=judgement,
        differs=tuple(dict.fromkeys(differs)),
        found=stated.words,
        found_years=stated.years,
        found_place=place,
        rounded=one.match.rounded and judgement is Judgement.SUPPORTED,
    )
    return Judged(checked, stated)


def _compare(said: Said, statement: Statement, known: Known, words: frozenset[str]) -> _Compared:
    stated = known.stated
    broken = list(known.broken)
    if not _same_place(said, stated):
        broken.append(Difference.PLACE)
    year = _same_year(said, stated)
    if not year:
        broken.append(Difference.YEAR)
    layers = _layers(stated)
    # Two words that nowhere else stand side by side are no word that a text could hold.
    words_said = [term for term in said.terms if term.known or " " not in term.text]
    held = coverage(words_said, [(haystack, 1.0) for haystack, _ in layers])
    score = _score(said, stated, words, layers) * (0.7 + 0.3 * known.factor) * (year or 1.0)
    asked, told = labels(statement.text), labels(stated.near) or labels(stated.evidence.text)
    if asked and told and not asked <= told:
        broken.append(Difference.SUBJECT)
    if _REACHED.search(fold(statement.text)) and _nature(stated) is Role.TARGET:
        broken.append(Difference.ROLE)
    match = match_value(said, stated, statement.text)
    primacy = _primacy(statement, stated.evidence)
    return _Compared(known, match, score, held, primacy, tuple(broken), year == _UNTOLD_YEAR)


def _nature(stated: Stated) -> Role | None:
    return nature_of(stated.near) or stated.evidence.nature()


def _primacy(statement: Statement, evidence: Evidence) -> float:
    asked = documents_named(statement.question.numbers)
    reported = evidence.document.kind == _PRESS
    added = any(_ADDED in step.heading.lower() for step in evidence.hit.passage.path)
    return _OWN * evidence.is_of(asked) - _REPORTED * reported - _ADDED_BY_EDITORS * added


def _same_place(said: Said, stated: Stated) -> bool:
    place, evidence = said.part.place, stated.evidence
    if place is None:
        return True
    if place == NATION:
        own = evidence.document.place in (None, NATION) and stated.place in (None, NATION)
        return own or names_nation(evidence.text)
    if stated.place is not None:
        return same_place(place, stated.place)
    return evidence.speaks_of(place)


def _same_year(said: Said, stated: Stated) -> float:
    """Return how surely a value is of the year claimed; 0 where it is of another."""
    claimed = set(said.part.years)
    if said.bases and stated.bases and not set(said.bases) & set(stated.bases):
        return 0.0
    if not claimed or claimed & {*stated.years, *stated.bases}:
        return 1.0
    if stated.own_years:
        first, last = min(stated.years), max(stated.years)
        return float(stated.period and any(first <= year <= last for year in claimed))
    document = stated.evidence.document
    if document.issued is not None and document.issued.year in claimed:
        return _YEAR_OF_DOCUMENT
    if stated.years:
        return 0.0
    titled = any(str(year) in document.title for year in claimed)
    return _YEAR_OF_DOCUMENT if titled else _UNTOLD_YEAR


def _layers(stated: Stated) -> list[tuple[Haystack, float]]:
    """Return the texts that say what a value is of, with how much a word in each counts."""
    evidence = stated.evidence
    layers = [
        (Haystack(stated.near), _NEAR),
        (evidence.sentence, _SENTENCE),
        (evidence.passage, _LIST if evidence.in_list else _PASSAGE),
        (evidence.frame, _FRAME),
    ]
    if evidence.header is not None:
        header = evidence.document.text[evidence.header.start : evidence.header.end]
        layers.append((Haystack(header), _SENTENCE))
    return layers


def _score(
    said: Said, stated: Stated, words: frozenset[str], layers: Sequence[tuple[Haystack, float]]
) -> float:
    """Return how far a stated value is one of what the claim speaks of, in [0, 1]."""
    cover = coverage(said.terms, layers)
    own = content_words(stated.near)
    shared = len(own & words) / len(own) if own else 0.0
    score = cover * (1 - _OWN_WORDS + _OWN_WORDS * shared)
    asked, told = levels(said.near), levels(stated.near)
    if asked and told and not asked & told:
        score *= _OTHER_LEVEL
    return score * _counted(said, stated)


def _counted(said: Said, stated: Stated) -> float:
    """Return how much a count of something else counts: “49 bến cảng” for “49 khu công nghiệp”."""
    return 1.0 if counts_alike(said, stated) else _OTHER_NOUN


def _telling(said: Said) -> bool:
    """Tell whether a value is so particular that no two places are likely to share it."""
    digits = re.sub(r"\D", "", said.part.text.split("/")[0]).rstrip("0").lstrip("0")
    return len(digits) >= 3
