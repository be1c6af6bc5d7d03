"""Which figure holds: what replaced the one that was found, or what that one replaced.

“Mục tiêu kinh tế số năm 2025 của Hải Phòng?” is answered by the level in force, with the level
that it took the place of; a question that names the older document by that one, with what it
is now. Nothing is said where no later document set another value for the same year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.candidates import candidate_at
from assistant.answering.corpus import Corpus
from assistant.answering.local import Candidate
from assistant.answering.wording import WORDING
from assistant.figures.standings import day_of, is_reported, standings_of
from assistant.schema import (
    AnswerKind,
    Citation,
    CitedFigure,
    FigureSource,
    Filters,
    Question,
    Role,
    Standing,
    called,
    written_day,
)
from assistant.vietnamese.normalise import fold

__all__ = ["Stands", "replaced_notes", "standing_of"]

_VALUED = frozenset({AnswerKind.FIGURE, AnswerKind.MONEY})
_EARLIER = re.compile(r"\b(?:ban dau|truoc day|truoc kia|luc dau|cu|hoi do|khi do)\b")
"""A question after what was, which what is now does not answer."""


@dataclass(frozen=True)
class Stands:
    """How the figure that answers stands to others of its series.

    Attributes:
        best: What answers.
        told: For each figure that is spoken of, the words that end in its marker.
    """

    best: Candidate
    told: tuple[tuple[Candidate, str], ...]


def standing_of(
    question: Question, found: Candidate, corpus: Corpus, filters: Filters, language: str
) -> Stands | None:
    """Return what holds where a figure has been replaced, or has replaced another one.

    Args:
        question: The question as understood.
        found: What answers it best.
        corpus: Where figures come from.
        filters: What the search is held to; what came after ``as_of`` counts for nothing.
        language: Language of the frame around the quotes, ``vi`` or ``en``.
    """
    if question.kind not in _VALUED or found.short is None or question.role is Role.RESULT:
        return None
    series = corpus.series_at(found.evidence.document.id, found.short)
    if series is None or len(series[1]) == 1:
        return None
    number, members = series
    standings = standings_of(members, number, filters.as_of)
    own = next((s for s in standings if _is_at(s.cited, found)), None)
    if own is None:
        return None
    words = WORDING[language]
    earlier = _EARLIER.search(fold(question.query)) is not None
    holding = own.now or (own.cited if earlier else None)
    if holding is None:
        return _in_force(found, own, standings, corpus, words)
    now = _candidate(holding, corpus)
    if now is None:
        return None
    if question.numbers or earlier or filters.kinds or filters.years or filters.places:
        then = _former(holding, standings, corpus) or (found, own.cited.source)
        if own.now is None and then[0] is found:
            return None
        was = _said(words["was"], *then, words)
        return Stands(
            then[0], ((then[0], was), (now, _said(words["is_now"], now, holding.source, words)))
        )
    holds = next((s for s in standings if s.cited is own.now), None)
    return _in_force(now, holds, standings, corpus, words) if holds else None


def _in_force(
    found: Candidate,
    own: Standing,
    standings: Sequence[Standing],
    corpus: Corpus,
    words: dict[str, str],
) -> Stands | None:
    """Return a figure that holds with the one that it took the place of; None without one."""
    former = _former(own.cited, standings, corpus)
    if former is None:
        return None
    holds = _said(words["in_force"], found, own.cited.source, words)
    return Stands(found, ((found, holds), (former[0], _said(words["instead_of"], *former, words))))


def _former(
    now: CitedFigure, standings: Sequence[Standing], corpus: Corpus
) -> tuple[Candidate, FigureSource] | None:
    """Return the figure that another one took the place of, as the document that set it has it."""
    gave_way = [s.cited for s in standings if s.now is now]
    # What a document set is shown rather than what others reported of it.
    for cited in sorted(gave_way, key=is_reported):
        candidate = _candidate(cited, corpus)
        if candidate:
            return candidate, cited.source
    return None


def replaced_notes(
    citations: Sequence[Citation], corpus: Corpus, filters: Filters, language: str
) -> tuple[str, ...]:
    """Return for each cited document that another one replaces which one that is.

    Args:
        citations: What an answer cites.
        corpus: Where documents come from.
        filters: What the search was held to; what came after ``as_of`` replaces nothing.
        language: Language of the notes, ``vi`` or ``en``.
    """
    words = WORDING[language]
    cited = {citation.document.id: citation.document for citation in citations}
    found = []
    for document in cited.values():
        later = corpus.replaced_by(document.id)
        if later is None or later.id in cited:
            continue
        day = day_of(later)
        if filters.as_of is None or (day is not None and day <= filters.as_of):
            found.append(words["replaced"].format(called(document), _name(later, words)) + ".")
    return tuple(found)


def _is_at(cited: CitedFigure, found: Candidate) -> bool:
    return (
        cited.source.id == found.evidence.document.id
        and found.short is not None
        and cited.figure.value_span.overlaps(found.short)
    )


def _candidate(cited: CitedFigure, corpus: Corpus) -> Candidate | None:
    document = corpus.document(cited.source.id)
    return candidate_at(document, cited.figure.value_span, corpus)


def _said(words: str, candidate: Candidate, source: FigureSource, all_words: dict[str, str]) -> str:
    return words.format(candidate.answer, _name(source, all_words))


def _name(source: FigureSource, words: dict[str, str]) -> str:
    """Return what a document is called, with its day where that is known."""
    name, day = called(source), source.issued
    return words["of_day"].format(name, written_day(day)) if day else name
