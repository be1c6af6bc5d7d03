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
from assistant.answering.claims.bars import (
    ALL_HELD,
    REFUTES,
    SUPPORTS,
    is_astray,
    is_of_another_year,
    refutes,
    supports,
)
from assistant.answering.claims.compared import (
    Compared,
    Known,
    compare,
    nature,
    same_place_as,
    telling,
)
from assistant.answering.claims.said import Said
from assistant.answering.claims.senses import Denial, denied
from assistant.answering.claims.stated import Stated, stated_in
from assistant.answering.claims.values import (
    comparable,
    may_be_one,
    same_thing,
)
from assistant.answering.claims.words import Statement
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.figure_facts import content_words
from assistant.schema import CheckedPart, Comparator, Difference, Judgement
from assistant.vietnamese.document_numbers import DocumentNumber, any_match, named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import NATION

__all__ = ["Judged", "judge_figure", "known_in", "refuted_by", "supported_by"]

_NEAREST = 0.5
"""Least score from which a statement is shown beside a figure that nothing settles."""
_AS_NEAR = 0.08
"""A statement within this of the nearest is as near; of those one with the value supports."""
_DISPUTED = re.compile(r"\b(?:khac nhau|cung lech|lech giua|ghi khac|neu khac)\b")
_TIED = 0.02
"""Values of one document within this of each other are told of the same words."""
_HELD = ((Anchor.DOCUMENT, Difference.DOCUMENT), (Anchor.NAME, Difference.NAME))
_SETS = re.compile(r"\b(?:dat|yeu cau|neu|quy dinh|xac dinh|giao|de ra|nang|dua)\b|^\s*\(\s*$")


@dataclass(frozen=True)
class Judged:
    """A part of a claim as judged, and the statement that settles it or comes nearest.

    ``rival`` is another statement of the same time and subject that differs from it.
    """

    checked: CheckedPart
    stated: Stated | None
    rival: Stated | None = None


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
    if not before or any_match(before[-1:], asked):
        return False
    return _SETS.search(fold(text[before[-1].end : start])) is not None


def judge_figure(said: Said, statement: Statement, known: Sequence[Known]) -> Judged:
    """Judge one figure of a claim; one that the claim denies is judged the other way round.

    Args:
        said: The figure.
        statement: Its sentence.
        known: Values of the evidence.
    """
    if said.share_of is not None:  # it follows from two others, or nothing is known of it
        return Judged(CheckedPart(said.part, Judgement.NOT_ENOUGH), None)
    judged = _as_if_said(said, statement, known)
    stated = judged.stated
    if said.denial is None or stated is None or statement.stands_in(stated.evidence):
        return judged
    text = stated.evidence.text
    if denied(text[: stated.span.start - stated.evidence.span.start]):
        return judged
    # That a target was not reached is no denial of the target.
    meant = said.denial is Denial.SET or nature(stated) is None
    if judged.checked.judgement is Judgement.SUPPORTED and meant:
        return _settled(said, Judgement.REFUTED, stated, (Difference.VALUE,))
    return _settled(said, Judgement.NOT_ENOUGH, stated)


def _as_if_said(said: Said, statement: Statement, known: Sequence[Known]) -> Judged:
    """Judge a figure as if the claim said that it is so."""
    words = content_words(statement.text)
    compared = [
        compare(said, statement, one, words) for one in known if comparable(said, one.stated)
    ]
    compared.sort(key=_order)
    fitting = [one for one in compared if not one.broken]
    best = max((one.score for one in fitting if may_be_one(said, one.stated)), default=0.0)
    quoted = [
        one for one in compared if one.match.same and statement.stands_in(one.stated.evidence)
    ]
    if quoted:
        return _judged(said, Judgement.SUPPORTED, quoted[0])
    agreeing = [
        one
        for one in fitting
        if one.match.same
        and supports(said, one)
        and (said.is_base or one.score >= best - _AS_NEAR or _stands(said, one, fitting))
        and not (one.untold and _told_of_another_year(one, compared))
    ]
    if agreeing:
        chosen = max(agreeing, key=_worth)
        judged = _judged(said, Judgement.SUPPORTED, chosen)
        return replace(judged, rival=_rival(said, chosen, fitting))
    if said.is_base:
        # What is claimed of it is said beside it: “cao hơn mức 85%” names no subject of its own.
        return Judged(CheckedPart(said.part, Judgement.NOT_ENOUGH), None)
    # Of a place that no document speaks of nothing is known, be the value ever so particular.
    known_place = statement.place is None and any(
        same_place_as(said, one.stated, statement) for one in known
    )
    refuting = _refuting(said, statement, fitting)
    astray = [
        one
        for one in compared
        if is_astray(said, one, known_place=known_place) or is_of_another_year(one, compared)
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


def _told_of_another_year(one: Compared, compared: Sequence[Compared]) -> bool:
    """Tell whether a value without a year is told elsewhere as nearly of a year not claimed."""
    return any(
        other.match.same
        and other.broken == (Difference.YEAR,)
        and other.score >= one.score - _AS_NEAR
        for other in compared
    )


def _stands(said: Said, one: Compared, fitting: Sequence[Compared]) -> bool:
    """Tell whether the very value is stated of all that is claimed, if less nearly than another.

    Another sentence may say the claim's words more nearly of another value; that one document
    gives 18,66% where two give 18,86% refutes nothing. Nor do 55 of the 64 communes that one
    sentence counts.
    """
    if _disputed(one.stated):
        return True
    if one.held < ALL_HELD or one.untold:
        return False
    apart = one.stated.evidence.span != fitting[0].stated.evidence.span
    return (apart and telling(said)) or same_thing(said, one.stated)


def _disputed(stated: Stated) -> bool:
    """Tell whether the sentence of a value says itself that sources give several."""
    return _DISPUTED.search(fold(stated.evidence.text)) is not None


def _rival(said: Said, chosen: Compared, fitting: Sequence[Compared]) -> Stated | None:
    """Return what another source gives by a sentence that says itself that sources differ."""
    own = chosen.stated
    for one in fitting:
        its = one.stated
        if (
            its.evidence.span == own.evidence.span
            and one.match.differs == (Difference.VALUE,)
            and its.years == own.years
            and nature(its) is nature(own)
            and Comparator.EQUAL is its.bound is own.bound
            and may_be_one(said, its)
            and _disputed(its)
            and one.score >= SUPPORTS
        ):
            return its
    return None


def _refuting(said: Said, statement: Statement, fitting: Sequence[Compared]) -> list[Compared]:
    """Return the statements sure enough to refute a figure, best first.

    A claim that names no place and no document is refuted by no place's own figures, and none
    by figures that differ among themselves where a document tells them of the same words.
    """
    found = [one for one in fitting if refutes(said, one)]
    if said.part.place is None and not statement.question.numbers:
        found = [one for one in found if _seat(one.stated) in (None, NATION)]
    if said.part.place is not None and said.part.place == statement.place:
        # The place of its article: figures of the country at large refute nothing of it.
        found = [one for one in found if _seat(one.stated) not in (None, NATION)]
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


def _worth(one: Compared) -> tuple[float, str, int]:
    """Order statements that are as near: the document's own words first, then by place."""
    document = one.stated.evidence.document
    return (round(one.score + one.primacy, 6), document.path, -one.stated.span.start)


def _order(one: Compared) -> tuple[float, bool, str, int]:
    document = one.stated.evidence.document
    return (-round(one.score, 6), not one.match.same, document.path, one.stated.span.start)


def _differs(refuting: Compared, compared: Sequence[Compared]) -> tuple[Difference, ...]:
    """Return in what a claim differs.

    A value that the same passage states of something else is said of the wrong subject.
    """
    if refuting.match.differs != (Difference.VALUE,):
        return refuting.match.differs
    own = refuting.stated.evidence
    for one in compared:
        if one.match.same and one.stated.evidence.document.id == own.document.id:
            of_passage = one.stated.evidence.hit.passage.id == own.hit.passage.id
            if of_passage and one.broken in ((), (Difference.SUBJECT,)):
                return (Difference.SUBJECT,)
            if one.broken in ((Difference.PLACE,), (Difference.YEAR,)) and one.score >= REFUTES:
                return one.broken
    return refuting.match.differs


def supported_by(said: Said, stated: Stated) -> Judged:
    """Return a figure as supported by a value that stands beside another one of its sentence."""
    return _settled(said, Judgement.SUPPORTED, stated)


def refuted_by(said: Said, stated: Stated, difference: Difference) -> Judged:
    """Return a figure as refuted by a value that tells what is said of it otherwise."""
    return _settled(said, Judgement.REFUTED, stated, (difference,))


def _judged(
    said: Said, judgement: Judgement, one: Compared, differs: tuple[Difference, ...] = ()
) -> Judged:
    rounded = one.match.rounded and judgement is Judgement.SUPPORTED
    return _settled(said, judgement, one.stated, tuple(dict.fromkeys(differs)), rounded=rounded)


def _settled(
    said: Said,
    judgement: Judgement,
    stated: Stated,
    differs: tuple[Difference, ...] = (),
    *,
    rounded: bool = False,
) -> Judged:
    checked = CheckedPart(
        part=said.part,
        judgement=judgement,
        differs=differs,
        found=stated.words,
        found_years=stated.years,
        found_place=_seat(stated),
        rounded=rounded,
    )
    return Judged(checked, stated)
