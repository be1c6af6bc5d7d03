"""Extraction: the sentence that answers, verbatim, and the words in it that do."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.anchors import Anchor, Binding, bind
from assistant.answering.apart import may_answer
from assistant.answering.candidates import find
from assistant.answering.confidence import DOUBT, FARTHEST, SURE, Signals, confidence
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence, gather
from assistant.answering.local import Candidate
from assistant.answering.lowest import comes_first
from assistant.answering.terms import Haystack, Term, coverage, missed, order, weigh
from assistant.answering.weighing import FRAME, LIST, NEAR, PASSAGE, SENTENCE, primacy
from assistant.figures import nature_of
from assistant.schema import AnswerKind, Filters, Hit, Question, Role
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import NATION

__all__ = ["Considered", "Found", "Scored", "consider", "look_for"]

_IN_WORDS = frozenset({AnswerKind.LIST, AnswerKind.DEFINITION, AnswerKind.TEXT})
_AS_GOOD = 0.1
"""A sentence within this of the best is quoted too, where the answer is in words."""

_NEAR_MISS = 0.3
"""Least coverage of a sentence from which it is told why it does not answer."""

_FOUND = 0.5
"""What the fused score of its passage counts where words answer: of two sentences that hold as
many of the question's, the one that the search found sooner is about it more often. Of values
their unit and noun tell more, and which source is the first to speak."""
_ORDERED, _STREWN = 0.05, 0.00015
"""What the words of a question count more in their order, and less a character that they are
strewn over; by a conditional logit over the candidates of the questions that may be read."""
_LOCAL = 0.06
"""What a sentence on one province counts less in a national text, where no place is asked."""
_CONTEXT = 0.2
"""How much the words of the question before decide between sentences that answer as well."""

_OTHER_ROLE = 0.2
"""How much a result counts less where a target is asked for, and the other way round."""

_REACHED = re.compile(
    r"\b(?:hien nay|hien|den nay|toi nay|thuc te|rot cuoc|sau \w+ nam)\b.*"
    r"\b(?:da|dat|duoc|co|tang|chiem|xep|dung)\b"
)
"""A question after what is, which no target answers."""

_MEASURED = frozenset({AnswerKind.FIGURE, AnswerKind.MONEY, AnswerKind.RANK, AnswerKind.DATE})
_MISSED = 0.25
"""How much a value counts less where its sentence holds no word of a phrase of the question."""

_CLAIMED = 0.48
"""Least coverage from which the value of a sentence settles a claim."""

_BROKEN = 0.15
"""How much farther a sentence counts for each anchor but the year that it breaks."""

_SURE_OF_YEAR = 0.6
"""Least coverage from which it is said that something is stated for another year."""

_BESIDE = 0.1
"""How much the words right beside a value decide between the values of one sentence."""

_THRESHOLDS = {
    AnswerKind.FIGURE: 0.46,
    AnswerKind.MONEY: 0.4,
    AnswerKind.RANK: 0.38,
    AnswerKind.DATE: 0.42,
    AnswerKind.PERSON: 0.45,
    AnswerKind.AGENCY: 0.45,
    AnswerKind.DOCUMENT: 0.42,
    AnswerKind.PLACE: 0.54,
    AnswerKind.LIST: 0.48,
    AnswerKind.DEFINITION: 0.42,
    AnswerKind.YES_NO: 0.45,
    AnswerKind.TEXT: 0.42,
    AnswerKind.COMPARISON: 0.42,
}
"""Least coverage that answers, by kind; chosen on the development questions."""
_SHORT_OF = 0.15
"""How much less coverage answers where all else says that the sentence does."""


_Bound = tuple[Evidence, Binding]
"""A sentence with how it keeps to the question's anchors."""


@dataclass(frozen=True)
class Scored:
    """A candidate with its score and how much of the question it covers."""

    candidate: Candidate
    score: float
    cover: float


@dataclass(frozen=True)
class Found:
    """What a search for the answer to a question came to.

    Attributes:
        question: The question as understood.
        hits: Passages found, best first.
        terms: Terms of the question.
        good: Everything that answers well enough, with its score, best first.
        chosen: Candidates that answer, best first; empty when none does.
        broken: Where none does, the anchors that the nearest sentence broke.
        other_years: Where only the year is wrong, the years that it is stated for.
    """

    question: Question
    hits: list[Hit]
    terms: list[Term]
    good: list[Scored]
    chosen: list[Candidate]
    broken: tuple[Anchor, ...] = ()
    other_years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Considered:
    """All that may answer a question.

    Attributes:
        hits: Passages found that may answer, best first.
        terms: Terms of the question.
        bound: Their sentences, each with how it keeps to the question's anchors.
        scored: Candidates of the sentences that keep to them, best first.
    """

    hits: list[Hit]
    terms: list[Term]
    bound: list[_Bound]
    scored: list[Scored]

    def signals(self, best: Scored) -> Signals:
        """Return what tells how sure a candidate answers."""
        evidence = best.candidate.evidence
        others = (
            s.score for s in self.scored if not s.candidate.evidence.span.overlaps(evidence.span)
        )
        return Signals(
            cover=best.cover,
            sentence=coverage(self.terms, ((evidence.sentence, 1.0),)),
            soon=1 / evidence.hit.rank,
            ahead=min(best.score - next(others, 0.0), FARTHEST),
            agreed=self.hits[0].score,
            length=math.log(len(evidence.text) / 100),
            exact=float(best.candidate.short is not None),
        )


def look_for(question: Question, corpus: Corpus, filters: Filters) -> Found:
    """Look for the sentences that answer a question.

    Args:
        question: The question as understood.
        corpus: Where passages come from.
        filters: What the search is held to.
    """
    seen = consider(question, corpus.search(question, filters), corpus)
    hits, terms, bound, scored = seen.hits, seen.terms, seen.bound, seen.scored
    threshold = _THRESHOLDS[question.kind]
    good = [s for s in scored if _held(s) >= threshold]
    if good and _tells_of_a_gap(question, good[0].candidate):
        # The documents themselves say that they do not tell.
        good = scored = []
    elif good and confidence(seen.signals(good[0])) < DOUBT:
        good = []
    elif not good and scored and _held(scored[0]) >= threshold - _SHORT_OF:
        good = scored[: confidence(seen.signals(scored[0])) >= SURE]
    if not good:
        broken = _nearest_miss(bound, terms)
        others = _other_years(question, bound, terms) if broken == (Anchor.YEAR,) else ()
        return Found(question, hits, terms, [], [], broken, others)
    chosen = [s.candidate for s in _chosen(question, good)]
    return Found(question, hits, terms, good, chosen)


def consider(question: Question, found: Sequence[Hit], corpus: Corpus) -> Considered:
    """Score every candidate in the passages found.

    Args:
        question: The question as understood.
        found: Passages, best first.
        corpus: Where they come from.
    """
    hits = [hit for hit in found if may_answer(question, hit.passage)]
    terms = weigh(question, corpus.frequency, corpus.size, corpus.defined_in(question))
    gathered = gather(hits, corpus.documents_of(hits))
    bound = [(evidence, bind(question, evidence)) for evidence in gathered]
    earlier = corpus.before(question)
    context = weigh(earlier, corpus.frequency, corpus.size) if earlier else []
    return Considered(hits, terms, bound, _rank(question, bound, terms, context))


_GAP = re.compile(
    r"\b(?:ban (?:tom luoc|tom tat|trich|tin)|tai lieu|bai (?:viet|bao)|van ban|bao cao) "
    r"(?:nay|tren) (?:cung )?(?:khong|chua) (?:ghi|neu|nhac|dua|trich|co|de cap|noi)\b"
)


def _tells_of_a_gap(question: Question, candidate: Candidate) -> bool:
    """Tell whether a sentence says that its text leaves out just what is asked about.

    “Bản tóm lược này không ghi chỉ tiêu về xã hội số” gives none.
    """
    asks_whether = question.kind is AnswerKind.YES_NO
    return (
        candidate.short is None
        and not asks_whether
        and _GAP.search(fold(candidate.evidence.text)) is not None
    )


def _held(scored: Scored) -> float:
    return scored.cover + max(0.0, scored.candidate.bonus) / 2


def _rank(
    question: Question, bound: Sequence[_Bound], terms: list[Term], context: Sequence[Term] = ()
) -> list[Scored]:
    """Score all candidates in the evidence that keeps to the question's anchors, best first.

    Args:
        question: The question.
        bound: The evidence.
        terms: Terms of the question.
        context: Terms of the question before it, on which it may lean.
    """
    scored: list[Scored] = []
    reached = question.role is Role.RESULT and _REACHED.search(fold(question.query)) is not None
    for evidence, binding in bound:
        if binding.broken:
            continue
        found = find(question, evidence)
        first = _primacy(question, evidence) if found else 0.0
        for candidate in found:
            if comes_first(question, candidate):
                continue
            layers = (
                (Haystack(candidate.near), NEAR),
                (evidence.sentence, SENTENCE if candidate.short else NEAR),
                (evidence.passage, LIST if evidence.in_list else PASSAGE),
                (evidence.frame, FRAME),
            )
            # “Ông X là ai?” asks by the name alone, which the sentence is bound to hold.
            cover = coverage(terms, layers) if terms else float(bool(question.names))
            if candidate.short and cover > _NEAR_MISS and question.kind in _MEASURED:
                near = (Haystack(candidate.near), evidence.sentence, evidence.frame)
                cover *= 1 - _MISSED * missed(terms, near)
            claimed = candidate.short and question.kind is AnswerKind.YES_NO
            if claimed and cover < _CLAIMED and candidate.settles is None:
                continue
            score = cover * binding.factor + candidate.bonus + 0.03 / evidence.hit.rank
            score += first + (0.0 if question.kind in _MEASURED else _FOUND * evidence.hit.score)
            ordered, stretch = order(terms, evidence.sentence)
            score += _ORDERED * ordered - _STREWN * stretch
            if context:
                around = ((evidence.sentence, 1.0), (evidence.passage, 0.8), (evidence.frame, 0.5))
                score += _CONTEXT * coverage(context, around)
            if question.role and cover > _NEAR_MISS:
                role = _role_of(candidate)
                if reached and candidate.short and _set(candidate, role):
                    continue
                score -= _OTHER_ROLE * (role not in (None, question.role))
            if candidate.beside:
                score += _BESIDE * coverage(terms, ((Haystack(candidate.beside), 1.0),))
            scored.append(Scored(candidate, score, cover))
    scored.sort(
        key=lambda s: (
            -round(s.score, 6),
            s.candidate.evidence.document.path,
            s.candidate.evidence.span.start,
            s.candidate.short.start if s.candidate.short else -1,
        )
    )
    return scored


def _primacy(question: Question, evidence: Evidence) -> float:
    """Return what a source counts more, or less, where several answer a question the same."""
    of_source = primacy(evidence, question.numbers, reports=question.role is not Role.RESULT)
    elsewhere = (
        question.kind in _MEASURED and not question.places and evidence.document.place == NATION
    )
    local = elsewhere and bool(evidence.own_places())
    return of_source - _LOCAL * local


def _role_of(candidate: Candidate) -> Role | None:
    """Return whether a candidate is a target or a result: by its column, else its sentence."""
    if candidate.evidence.header is not None:
        told = nature_of(candidate.near)
        return told or (Role.TARGET if _AT_LEAST.match(candidate.answer or "") else None)
    return candidate.evidence.nature()


def _set(candidate: Candidate, role: Role | None) -> bool:
    """Tell whether a value is one that was set, by its column, its words or what it hangs from."""
    item = candidate.evidence.in_list
    return (role if item else nature_of(candidate.evidence.text)) is Role.TARGET


_AT_LEAST = re.compile(r"[≥≤<>]|trên|dưới|tối thiểu|tối đa|ít nhất|không quá", re.IGNORECASE)


def _nearest_miss(bound: Sequence[_Bound], terms: list[Term]) -> tuple[Anchor, ...]:
    """Return the anchors that the sentence broke which otherwise came nearest."""
    nearest: tuple[Anchor, ...] = ()
    most = _NEAR_MISS
    for evidence, binding in bound:
        cover = coverage(terms, ((evidence.sentence, NEAR), (evidence.passage, PASSAGE)))
        # Of sentences as near, the one that breaks least tells best what is missing.
        cover -= _BROKEN * sum(anchor is not Anchor.YEAR for anchor in binding.broken)
        if cover > most:
            most, nearest = cover, binding.broken
    return nearest


def _other_years(question: Question, bound: Sequence[_Bound], terms: list[Term]) -> tuple[int, ...]:
    """Return the years that what was asked is stated for, where it is not for the one asked."""
    freed = replace(question, years=())
    only_year = [
        (evidence, bind(freed, evidence))
        for evidence, binding in bound
        if binding.broken == (Anchor.YEAR,)
    ]
    scored = _rank(freed, only_year, terms)
    threshold = _THRESHOLDS[question.kind]
    found = [
        year
        for one in scored[:3]
        if one.cover >= max(threshold, _SURE_OF_YEAR)
        for year in one.candidate.evidence.own_years() or one.candidate.evidence.governing_years()
    ]
    return tuple(sorted(dict.fromkeys(found)))[:4]


def _chosen(question: Question, good: list[Scored]) -> list[Scored]:
    """Return the best candidate, and another document's that says the same or adds to it."""
    best = good[0]
    chosen = [best]
    for other in good[1:]:
        if len(chosen) == 2 or other.score < best.score - 0.15:
            break
        if question.kind in _IN_WORDS and other.score >= best.score - _AS_GOOD:
            if not other.candidate.evidence.span.overlaps(best.candidate.evidence.span):
                chosen.append(other)
            continue
        if other.candidate.evidence.document.id == best.candidate.evidence.document.id:
            continue
        one, two = best.candidate.answer, other.candidate.answer
        if one and two and one.lower() == two.lower():
            chosen.append(other)
    return chosen
