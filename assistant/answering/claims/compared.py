"""How a value that documents state stands to one that a claim states.

Its place, year, level and subject are compared, the words around it are scored, and the values
themselves are held against each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.claims.said import Said
from assistant.answering.claims.senses import of_another_kind, scopes, turned
from assistant.answering.claims.stated import Stated
from assistant.answering.claims.talk import frame_spans
from assistant.answering.claims.values import (
    Match,
    counted_elsewhere,
    counts_alike,
    counts_yearly,
    match_value,
)
from assistant.answering.claims.words import Statement, apart, labels, levels
from assistant.answering.evidence import documents_named
from assistant.answering.figure_facts import bound_of, content_words
from assistant.answering.terms import Haystack, Term, coverage
from assistant.answering.weighing import FRAME, LIST, NEAR, PASSAGE, SENTENCE, primacy
from assistant.figures import nature_of
from assistant.figures.years import COMPARED_WITH
from assistant.retrieval.parts import cut, parts_of
from assistant.schema import Comparator, Difference, Role
from assistant.vietnamese.dates import years
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.places import NATION, names_nation, same_place
from assistant.vietnamese.quantities import quantities

__all__ = ["Compared", "Known", "compare", "nature", "same_base", "same_place_as", "telling"]

_UNTOLD_YEAR = 0.85
"""How much a statement counts whose year nothing tells, where the claim names one."""
_YEAR_OF_DOCUMENT = 0.96
"""How much one counts whose year is that of its document alone."""
_COMMON_RANK = 10
"""A rank up to this many have in one list or another."""
_OTHER_LEVEL, _OTHER_NOUN = 0.6, 0.75
_OWN_WORDS = 0.15
"""How much of a score is that the words of a statement are those of the claim."""
_TELLING_WORDS = 3
"""From so many words of its own on a value's words tell by themselves what it measures."""

_REACHED = re.compile(r"\b(?:da (?:dat|chiem|co|len|vuot)|thuc te|uoc dat|ket qua)\b")
_IS_NOW = re.compile(  # “đặt” folds to “đạt”, “Đà Nẵng” to “đã nâng”
    r"(?<!\w)(?:(?:hiện|đang) (?:chiếm|đạt)|đã (?:\w+ )?(?:lên|tới|chạm|cán|tăng|giảm))(?!\w)"
)


_TIMES_YEAR = re.compile(r"\bgap [^;]{1,12} lan (?:so voi )?nam (?P<year>(?:19|20)\d\d)")


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
class Compared:
    """A stated value beside a claimed one.

    Attributes:
        known: The stated value.
        match: How the two values stand to each other.
        score: How far it is one of what the claim speaks of, in [0, 1].
        held: Share of the claim's words, by weight, that its text holds anywhere.
        primacy: What its document's own words count more than a report of them.
        broken: What of the claim it is not of: place, year, document, name, subject, role.
        allowed: Whether the claimed value keeps to the bound that is stated: 85% is over 50%.
        untold: Whether nothing tells its year, where the claim names one.
        named: Whether its document is one that the claim names.
    """

    known: Known
    match: Match
    score: float
    held: float
    primacy: float
    broken: tuple[Difference, ...]
    allowed: bool
    untold: bool
    named: bool = False

    @property
    def stated(self) -> Stated:
        """The stated value with its sentence."""
        return self.known.stated


def compare(said: Said, statement: Statement, known: Known, words: frozenset[str]) -> Compared:
    """Compare a claimed value with a stated one.

    Args:
        said: The claimed value.
        statement: Its sentence.
        known: The stated value.
        words: Content words of the sentence.
    """
    stated = known.stated
    broken = list(known.broken)
    if not same_place_as(said, stated, statement):
        broken.append(Difference.PLACE)
    folded = fold(statement.text)
    compared = [*COMPARED_WITH.finditer(folded), *_TIMES_YEAR.finditer(folded)]
    bases = {int(match["year"]) for match in compared}
    year = _same_year(said, stated, bases)
    if not year:
        broken.append(Difference.YEAR)
    layers = _layers(stated)
    # Two words that nowhere else stand side by side are no word that a text could hold.
    terms, core = (_telling_terms(said, own, layers) for own in (said.terms, said.core))
    words_said = [term for term in terms if term.known or " " not in term.text]
    held = _covered(words_said, core, [(haystack, 1.0) for haystack, _ in layers])
    score = (
        _score(said, stated, words, layers, (terms, core))
        * (0.7 + 0.3 * known.factor)
        * (year or 1.0)
    )
    asked, told = labels(statement.text), labels(stated.near) or labels(stated.evidence.text)
    if asked and told and not asked <= told:
        broken.append(Difference.SUBJECT)
    reached = _REACHED.search(fold(statement.text)) or _IS_NOW.search(lower(statement.text))
    if reached and nature(stated) is Role.TARGET:
        broken.append(Difference.ROLE)
    if _ranked_elsewhere(said, stated) or of_another_kind(said.near, stated.near):
        broken.append(Difference.SUBJECT)
    match = match_value(said, stated, statement.text)
    if match.same and stated.evidence.header is None and turned(said.near, stated.near):
        match = Match((Difference.TREND,))
    if match.differs == (Difference.COMPARATOR,) and _counted_roundly(said, stated, statement):
        match = Match((), rounded=True)
    first = primacy(stated.evidence, statement.question.numbers)
    if (
        _of_other_levels(said, stated)
        or _shares_of_another(said, stated)
        or counted_elsewhere(said, stated)
        or counts_yearly(said, stated)
    ):
        broken.append(Difference.SUBJECT)
    return Compared(
        known,
        match,
        score,
        held,
        first,
        tuple(dict.fromkeys(broken)),
        _allowed(said, stated),
        year == _UNTOLD_YEAR,
        stated.evidence.is_of(documents_named(statement.question.numbers)),
    )


def _ranked_elsewhere(said: Said, stated: Stated) -> bool:
    """Tell whether a rank is claimed among others than those it is stated among."""
    if not said.quantity.rank or stated.evidence.header is not None:
        return False
    asked, told = scopes(said.near), scopes(stated.near)
    return bool(asked and told and not asked & told)


def _of_other_levels(said: Said, stated: Stated) -> bool:
    asked, told = levels(said.near), levels(stated.near)
    return bool(asked and told and not asked & told)


_SHARE_OF = re.compile(r"\s*(?:của |trong |cơ cấu )*(?P<whole>grdp|gdp)(?!\w)")


def _shares_of_another(said: Said, stated: Stated) -> bool:
    """Tell whether one is a share of the GDP and the other, of some province, of a GRDP."""
    if said.part.place not in (None, NATION):
        return False
    behind = stated.evidence.document.text[stated.span.end : stated.span.end + 30]
    one, other = _SHARE_OF.match(lower(said.after)), _SHARE_OF.match(lower(behind))
    return bool(one and other and one["whole"] != other["whole"])


def same_base(said: Said, stated: Stated) -> bool:
    """Tell whether a share claimed of the whole product is stated of it, not of some sector."""
    if _SHARE_OF.match(lower(said.after)) is None:
        return True
    behind = stated.evidence.document.text[stated.span.end : stated.span.end + 40]
    return _PRODUCT.search(lower(f"{stated.near} {behind}")) is not None


_PRODUCT = re.compile(r"(?<!\w)(?:grdp|gdp|tổng sản phẩm)(?!\w)")


def _allowed(said: Said, stated: Stated) -> bool:
    if said.quantity.comparator is not Comparator.EQUAL:
        return False
    value, limit = said.quantity.value, stated.quantity.value
    if stated.bound in (Comparator.MORE, Comparator.AT_LEAST):
        return value > limit
    return stated.bound in (Comparator.LESS, Comparator.AT_MOST) and value < limit


def _counted_roundly(said: Said, stated: Stated, statement: Statement) -> bool:
    """Tell whether a bound is a count said roundly: “hơn 1.300.000 tài khoản” told as 1,3 triệu.

    Of a target or a share the bound is part of what is said.
    """
    if said.quantity.unit == "%" or bound_of(statement.text, said.quantity) is not Comparator.EQUAL:
        return False
    loose = stated.bound in (Comparator.MORE, Comparator.LESS)
    return loose and Role.TARGET not in (said.part.role, nature(stated))


def nature(stated: Stated) -> Role | None:
    """Return whether a stated value is a target or a result, as far as its words tell."""
    return nature_of(stated.near) or stated.evidence.nature()


def same_place_as(said: Said, stated: Stated, statement: Statement) -> bool:
    """Tell whether a stated value is of the place that a claim names, if it names one."""
    place, evidence = said.part.place, stated.evidence
    if place is None:
        return True
    if place == statement.place and _seatless(stated):
        return True  # the place of the article, of which its sentence may not be
    if place == NATION:
        own = evidence.document.place in (None, NATION) and stated.place in (None, NATION)
        return own or names_nation(evidence.text)
    if stated.place is not None:
        return same_place(place, stated.place)
    return evidence.speaks_of(place)


def _seatless(stated: Stated) -> bool:
    own = stated.place or stated.evidence.document.place
    return own in (None, NATION)


def _same_year(said: Said, stated: Stated, bases: Set[int]) -> float:
    """Return how surely a value is of the year claimed; 0 where it is of another.

    Args:
        said: The claimed value.
        stated: The stated value.
        bases: Years with which the claim compares its values.
    """
    claimed = set(said.part.years)
    if said.bases and stated.bases and not set(said.bases) & set(stated.bases):
        return 0.0
    if not claimed or claimed & {*stated.years, *(bases & set(stated.bases))}:
        return 1.0
    if stated.own_years:
        first, last = min(stated.years), max(stated.years)
        return float(stated.period and any(first <= year <= last for year in claimed))
    if claimed & set(years(stated.evidence.text)):
        return _UNTOLD_YEAR  # a year somewhere in the sentence, perhaps of a newspaper
    if stated.years:
        return 0.0
    document = stated.evidence.document
    if document.issued is not None and document.issued.year in claimed:
        return _YEAR_OF_DOCUMENT
    titled = any(str(year) in document.title for year in claimed)
    return _YEAR_OF_DOCUMENT if titled else _UNTOLD_YEAR


def _layers(stated: Stated) -> list[tuple[Haystack, float]]:
    """Return the texts that say what a value is of, with how much a word in each counts."""
    evidence = stated.evidence
    layers = [
        (Haystack(stated.near), NEAR),
        (evidence.sentence, SENTENCE),
        (evidence.passage, LIST if evidence.in_list else PASSAGE),
        (evidence.frame, FRAME),
    ]
    if evidence.header is not None:
        header = evidence.document.text[evidence.header.start : evidence.header.end]
        layers.append((Haystack(header), SENTENCE))
    return layers


def _telling_terms(
    said: Said, terms: Sequence[Term], layers: Sequence[tuple[Haystack, float]]
) -> list[Term]:
    """Return terms without those that only lead to the figure, where the text has none of them."""
    return [
        term
        for term in terms
        if not said.light.issuperset(term.text.split())
        or any(haystack.match(term) for haystack, _ in layers)
    ]


def _score(
    said: Said,
    stated: Stated,
    words: frozenset[str],
    layers: Sequence[tuple[Haystack, float]],
    terms: tuple[Sequence[Term], Sequence[Term]],
) -> float:
    """Return how far a stated value is one of what the claim speaks of, in [0, 1]."""
    cover = _covered(*terms, layers)
    telling_words = _telling(stated.near)
    if len(telling_words) >= _TELLING_WORDS:
        told = len(telling_words & words) / len(telling_words)
        cover = max(cover, (cover + told) / 2)
    own = content_words(stated.near)
    shared = len(own & words) / len(own) if own else 0.0
    score = cover * (1 - _OWN_WORDS + _OWN_WORDS * shared)
    if _of_other_levels(said, stated):
        score *= _OTHER_LEVEL
    return score * _counted(said, stated)


def _covered(
    terms: Sequence[Term], core: Sequence[Term], layers: Sequence[tuple[Haystack, float]]
) -> float:
    """Return how far texts hold what is said of a value, the clause it stands in above all."""
    whole = coverage(terms, layers)
    return max(whole, (whole + coverage(core, layers)) / 2)


@lru_cache(maxsize=8192)
def _telling(near: str) -> frozenset[str]:
    """Return the content words around a stated value, without values, years, places and frame."""
    spans = [(q.start, q.end) for q in quantities(near)]
    spans += [(part.start, part.end) for part in parts_of(near)]
    return content_words(cut(near, apart(spans + frame_spans(near))))


def _counted(said: Said, stated: Stated) -> float:
    """Return how much a count of something else counts: “49 bến cảng” for “49 khu công nghiệp”."""
    return 1.0 if counts_alike(said, stated) else _OTHER_NOUN


def telling(said: Said) -> bool:
    """Tell whether a value is so particular that no two places are likely to share it."""
    if said.quantity.of and said.quantity.rank:
        return said.quantity.value > _COMMON_RANK
    digits = re.sub(r"\D", "", said.written.split("/")[0]).rstrip("0").lstrip("0")
    return len(digits) >= 3
