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
from assistant.answering.claims_values import Match, comparable, match_value
from assistant.answering.claims_words import Said, Statement, levels
from assistant.answering.evidence import Evidence
from assistant.answering.figure_facts import content_words
from assistant.answering.terms import Haystack, coverage
from assistant.schema import CheckedPart, Difference, Judgement
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import NATION, same_place
from assistant.vietnamese.tokens import syllables

__all__ = ["Judged", "Known", "judge_figure", "known_in"]

# How much a term counts by where it stands, as in answering.
_NEAR, _SENTENCE, _PASSAGE, _LIST, _FRAME = 1.0, 0.75, 0.45, 0.3, 0.45

_SUPPORTS = 0.55
"""Least score from which a statement of the same value supports."""
_REFUTES = 0.7
"""Least score from which a statement of another value refutes: it must be on the very subject."""
_NEAREST = 0.5
"""Least score from which a statement is shown beside a figure that nothing settles."""
_AS_NEAR = 0.08
"""A statement within this of the nearest is as near; of those one with the value supports."""
_UNTOLD_YEAR = 0.85
"""How much a statement counts whose year nothing tells, where the claim names one."""
_OTHER_LEVEL, _OTHER_NOUN = 0.6, 0.75
_OWN_WORDS = 0.15
"""How much of a score is that the words of a statement are those of the claim."""

_NATIONWIDE = re.compile(r"\b(?:ca nuoc|toan quoc|viet nam|quoc gia)\b")
_NOUN = re.compile(r"\s*(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){0,3})")


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
    broken: tuple[Difference, ...]
    untold: bool

    @property
    def stated(self) -> Stated:
        return self.known.stated


def known_in(statement: Statement, evidence: Sequence[Evidence]) -> list[Known]:
    """Return the values of the evidence for a sentence of a claim."""
    # Place and year are held value by value: a sentence may name several.
    unbound = replace(statement.question, places=(), years=())
    found = []
    for one in evidence:
        binding = bind(unbound, one)
        broken = tuple(
            difference
            for anchor, difference in (
                (Anchor.DOCUMENT, Difference.DOCUMENT),
                (Anchor.NAME, Difference.NAME),
            )
            if anchor in binding.broken
        )
        factor = 1.0 if broken else binding.factor
        found += [Known(stated, broken, factor) for stated in stated_in(one)]
    return found


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
    for one in fitting:
        if one.match.same and one.score >= max(_SUPPORTS, best - _AS_NEAR):
            return _judged(said, Judgement.SUPPORTED, one)
    refuting = [one for one in fitting if one.score >= _REFUTES and not one.untold]
    astray = [
        one
        for one in compared
        if len(one.broken) == 1
        and one.match.same
        and one.score >= _REFUTES
        and (one.broken != (Difference.PLACE,) or _telling(said))
        and one.broken != (Difference.NAME,)
    ]
    if astray and (not refuting or astray[0].score >= refuting[0].score - _AS_NEAR):
        return _judged(said, Judgement.REFUTED, astray[0], astray[0].broken)
    if refuting:
        return _judged(said, Judgement.REFUTED, refuting[0], _differs(refuting[0], compared))
    nearest = next((one for one in compared if one.score >= _NEAREST), None)
    if nearest is None:
        return Judged(CheckedPart(said.part, Judgement.NOT_ENOUGH), None)
    return _judged(said, Judgement.NOT_ENOUGH, nearest, (*nearest.broken, *nearest.match.differs))


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
    if year is False:
        broken.append(Difference.YEAR)
    score = _score(said, stated, words) * (0.7 + 0.3 * known.factor)
    if year is None:
        score *= _UNTOLD_YEAR
    match = match_value(said, stated, statement.text)
    return _Compared(known, match, score, tuple(broken), year is None)


def _same_place(said: Said, stated: Stated) -> bool:
    place, evidence = said.part.place, stated.evidence
    if place is None:
        return True
    if place == NATION:
        own = evidence.document.place in (None, NATION) and stated.place in (None, NATION)
        return own or _NATIONWIDE.search(fold(evidence.text)) is not None
    if stated.place is not None:
        return same_place(place, stated.place)
    return evidence.speaks_of(place)


def _same_year(said: Said, stated: Stated) -> bool | None:
    """Tell whether a value is of the year claimed; None where nothing tells its year."""
    claimed = set(said.part.years)
    if not claimed or claimed & {*stated.years, *stated.bases}:
        return True
    if stated.own_years:
        return False
    document = stated.evidence.document
    if document.issued is not None and document.issued.year in claimed:
        return True
    if stated.years:
        return False
    return True if any(str(year) in document.title for year in claimed) else None


def _score(said: Said, stated: Stated, words: frozenset[str]) -> float:
    """Return how far a stated value is one of what the claim speaks of, in [0, 1]."""
    evidence = stated.evidence
    layers = (
        (Haystack(stated.near), _NEAR),
        (evidence.sentence, _SENTENCE),
        (evidence.passage, _LIST if evidence.in_list else _PASSAGE),
        (evidence.frame, _FRAME),
    )
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
    quantity = said.quantity
    if quantity.unit or quantity.rank or stated.evidence.header is not None:
        return 1.0
    text = stated.evidence.document.text
    other = text[stated.span.end : stated.span.end + 40]
    one, two = _NOUN.match(said.after), _NOUN.match(other)
    if not one or not two:
        return 1.0
    mine, its = Haystack(one["noun"]), Haystack(two["noun"])
    first = fold(syllables(one["noun"])[0].text)
    alike = its.holds(first) or any(mine.holds(w) for w in its.padded.split()[:1])
    return 1.0 if alike else _OTHER_NOUN


def _telling(said: Said) -> bool:
    """Tell whether a value is so particular that no two places are likely to share it."""
    digits = re.sub(r"\D", "", said.part.text.split("/")[0]).rstrip("0").lstrip("0")
    return len(digits) >= 3
