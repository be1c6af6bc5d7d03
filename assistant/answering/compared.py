"""Comparisons: each side answered and cited by itself, then what sets them apart.

Nothing is said of the two that their figures do not bear out: which is higher, and whether
they are of one kind at all, a target beside a result, or of one year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.compose import (
    cite,
    figures_of,
    marked,
    notes_on,
    receipt_of,
    spans_of,
)
from assistant.answering.corpus import Corpus
from assistant.answering.extractive import Found, look_for
from assistant.answering.local import Candidate
from assistant.answering.missing import not_found
from assistant.answering.settled import settled
from assistant.answering.wording import WORDING
from assistant.figures import years_of_value
from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Filters,
    Method,
    Question,
    Role,
    Side,
    SideFound,
    Status,
)
from assistant.vietnamese.dates import dates
from assistant.vietnamese.quantities import Quantity, quantities

__all__ = ["compare"]


_VALUED = frozenset({AnswerKind.FIGURE, AnswerKind.TEXT})
_MUCH_SURER = 0.1
"""How much more of its question one side must cover for its unit to be the one compared in."""


@dataclass(frozen=True)
class _Answered:
    """A side with the candidate that answers for it, and its citations."""

    label: str
    candidate: Candidate
    citations: tuple[Citation, ...]

    @property
    def short(self) -> str | None:
        """The exact words that answer."""
        return self.candidate.answer

    @property
    def marker(self) -> int:
        """Marker of the citation that holds the answer, the last one where none holds it."""
        short = self.candidate.short
        for citation in self.citations:
            if short and citation.start <= short.start and short.end <= citation.end:
                return citation.marker
        return self.citations[-1].marker


def compare(question: Question, corpus: Corpus, filters: Filters, language: str) -> Answer | None:
    """Answer a question side by side, or say for which sides the documents have nothing.

    None where one value answers for all sides: “gấp 1,68 lần cả nước” is the comparison itself.

    Args:
        question: The question as understood, with its sides.
        corpus: Where passages come from.
        filters: What the search is held to.
        language: Language of the frame around the quotes, ``vi`` or ``en``.
    """
    words = WORDING[language]
    searched = _in_one_unit(
        [_look_for(side, question, corpus, filters) for side in question.sides], corpus, filters
    )
    if _one_value(searched):
        return None
    answered: list[_Answered] = []
    marker = 1
    for side, found in zip(question.sides, searched, strict=True):
        if found.chosen:
            spans = spans_of(found.question, found.chosen[0], corpus)
            citations = tuple(
                cite(number, found.chosen[0], span, corpus)
                for number, span in enumerate(spans, start=marker)
            )
            marker += len(citations)
            answered.append(_Answered(side.label, found.chosen[0], citations))
    if not answered:
        first = searched[0]
        return not_found(question, first.hits, first.broken, first.terms, corpus, language)
    missing = [
        words["no_side"].format(side.label)
        for side, found in zip(question.sides, searched, strict=True)
        if not found.chosen
    ]
    citations = tuple(citation for one in answered for citation in one.citations)
    return Answer(
        question=question,
        status=Status.PARTIAL if missing else Status.FULL,
        missing="; ".join(missing),
        short=_short(question, answered, words),
        text=" ".join([*_sentences(answered, words), *map(marked, citations)]),
        citations=citations,
        figures=figures_of(citations),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=receipt_of(corpus, [citation.passage for citation in citations]),
        sides=_sides(question, answered),
        notes=notes_on(question, language),
    )


def _one_value(searched: Sequence[Found]) -> bool:
    """Tell whether the sides were all answered by one and the same span."""
    spans = {
        (found.chosen[0].evidence.document.id, found.chosen[0].short)
        for found in searched
        if found.chosen and found.chosen[0].short
    }
    return len(spans) == 1 and all(found.chosen for found in searched) and len(searched) > 1


def _look_for(side: Side, question: Question, corpus: Corpus, filters: Filters) -> Found:
    """Look for the answer to one side; in a comparison that names no figure, for its words."""
    asked = corpus.understand(side.text)
    if asked.kind is AnswerKind.COMPARISON:
        asked = replace(asked, kind=AnswerKind.FIGURE)
    found = look_for(asked, corpus, filters)
    if found.chosen or question.kind is not AnswerKind.COMPARISON:
        return found
    in_words = look_for(replace(asked, kind=AnswerKind.TEXT), corpus, filters)
    return in_words if in_words.chosen else found


def _in_one_unit(searched: list[Found], corpus: Corpus, filters: Filters) -> list[Found]:
    """Return what was found with a side asked again where its value is of another unit.

    A share beside a number of years compares nothing; the side whose value has the unit of
    the question, or else the first one, sets the unit.
    """
    units = [_unit(found) for found in searched]
    wanted = _shared_unit(searched, units)
    if not wanted:
        return searched
    again: list[Found] = []
    for found, unit in zip(searched, units, strict=True):
        if found.chosen and unit != wanted and found.question.kind in _VALUED:
            asked = replace(found.question, kind=AnswerKind.FIGURE, unit=wanted)
            other = look_for(asked, corpus, filters)
            found = other if other.chosen else found
        again.append(found)
    return again


def _shared_unit(searched: Sequence[Found], units: Sequence[str]) -> str:
    """Return the unit to compare in: a share, but where another side is much surer of its own."""
    covers: dict[str, float] = {}
    for found, unit in zip(searched, units, strict=True):
        if unit and found.good:
            covers[unit] = max(covers.get(unit, 0.0), max(one.cover for one in found.good))
    if not covers:
        return ""
    surest = max(covers, key=lambda unit: covers[unit])
    share = "%" in covers and covers[surest] - covers["%"] < _MUCH_SURER
    return "%" if share else surest if "%" in covers else next(iter(covers))


def _unit(found: Found) -> str:
    return found.chosen[0].value_unit if found.chosen else ""


def _sides(question: Question, answered: Sequence[_Answered]) -> tuple[SideFound, ...]:
    found = {one.label: one for one in answered}
    return tuple(
        SideFound(side.label, found[side.label].short, found[side.label].marker)
        if side.label in found
        else SideFound(side.label, None, None)
        for side in question.sides
    )


def _sentences(answered: Sequence[_Answered], words: dict[str, str]) -> list[str]:
    """Return the sentences that set the sides apart, each with its markers."""
    said = [f"{_opened(one.label)}: {one.short} [{one.marker}]." for one in answered if one.short]
    if len(answered) != 2:
        return said
    one, other = answered
    both = f"[{one.marker}] [{other.marker}]"
    apart = _apart(one, other, words)
    differing = _differing_kinds(one, other, words)
    return [*said, *(f"{_opened(words_)} {both}" for words_ in (apart, differing) if words_)]


def _opened(label: str) -> str:
    return f"{label[:1].upper()}{label[1:]}"


def _short(question: Question, answered: Sequence[_Answered], words: dict[str, str]) -> str | None:
    """Return what settles the comparison in a word, where the question asks for one."""
    if len(answered) != 2 or question.kind is not AnswerKind.COMPARISON:
        return None
    one, other = answered
    order = _order(one, other)
    if order is None:
        return None
    return settled(question.query, (one.label, other.label), order, words)


def _order(one: _Answered, other: _Answered) -> int | None:
    """Return 1 where the first of two values is more or later, -1 where it is less, 0 if equal.

    None where they cannot be held together.
    """
    days = [dates(side.short or "") for side in (one, other)]
    if all(len(found) == 1 and found[0].date for found in days):
        first_day, second_day = (found[0].date or date.max for found in days)
        return (first_day > second_day) - (first_day < second_day)
    first, second = _value(one), _value(other)
    if first is None or second is None or first.unit != second.unit:
        return None
    if first.rank or second.rank:
        return None
    low, high = first.value, first.upper or first.value
    other_low, other_high = second.value, second.upper or second.value
    if (low, high) == (other_low, other_high):
        return 0
    return 1 if low > other_high else -1 if high < other_low else None


def _apart(one: _Answered, other: _Answered, words: dict[str, str]) -> str:
    """Return which of two values is higher; nothing where they cannot be held together."""
    order, labels = _order(one, other), (one.label, other.label)
    if order is None:
        return ""
    first, second = _value(one), _value(other)
    if first is None or second is None:
        return words["earlier"].format(*(labels if order < 0 else labels[::-1]))
    if not order:
        same = first.comparator is second.comparator
        return words["same" if same else "same_value"].format(*labels)
    share = first.unit in ("%", "")
    if order > 0:
        return words["higher" if share else "more"].format(*labels)
    return words["lower" if share else "less"].format(*labels)


def _value(one: _Answered) -> Quantity | None:
    found = [q for q in quantities(one.short or "") if not q.written]
    return found[0] if len(found) == 1 else None


def _differing_kinds(one: _Answered, other: _Answered, words: dict[str, str]) -> str:
    """Return what makes two values differ in kind: target and result, or their years."""
    kinds = tuple(side.candidate.evidence.nature() for side in (one, other))
    labels = (one.label, other.label)
    if set(kinds) == {Role.TARGET, Role.RESULT}:
        order = labels if kinds[0] is Role.TARGET else labels[::-1]
        return words["kinds_differ"].format(*order)
    years = [_year(side.candidate) for side in (one, other)]
    if any(str(year) in label for year, label in zip(years, labels, strict=True)):
        return ""
    if None not in years and years[0] != years[1]:
        return words["years_differ"].format(labels[0], years[0], labels[1], years[1])
    return ""


def _year(candidate: Candidate) -> int | None:
    """Return the year of a candidate's value: its sentence's, else that of what governs it."""
    evidence, short = candidate.evidence, candidate.short
    if short is None or not evidence.span.contains(short):
        return None
    start = short.start - evidence.span.start
    spans = [(q.start, q.end) for q in quantities(evidence.text) if not q.written]
    own = years_of_value(evidence.text, start, start + short.end - short.start, spans).own
    years = own or tuple(evidence.governing_years())
    return max(years) if len(years) == 1 or own else None
