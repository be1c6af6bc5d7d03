"""Whether the figure that settles a claim still holds, and who says otherwise of the same time.

A document goes on saying what it said, so a claim that rests on a figure which a later document
replaced stays supported, with a note of what holds now. It is refuted where it gives that figure
as the present one: by a word for the present (“hiện nay”, “hiện hành”, “đang là”) or by a day
after the later document, unless it says itself which document it quotes (“Nghị quyết 03-NQ/TU
hiện đặt mục tiêu 25%” is true of that resolution).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.claims.stated import Stated
from assistant.answering.claims.words import Statement
from assistant.answering.evidence import documents_named
from assistant.figures.standings import day_of, figure_table
from assistant.schema import (
    CheckedPart,
    CitedFigure,
    Comparator,
    Difference,
    FigureFilters,
    FigureTable,
    Judgement,
    RelationKind,
    Role,
    Span,
    Standing,
)
from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold, lower

__all__ = ["KnownFigures", "Series", "judged_by_time"]

_PRESENT = re.compile(
    r"(?<!\w)(?:(?:hiện (?:nay|tại|hành|thời|giờ|đang)|bây giờ|lúc này|thời điểm này"
    r"|(?:còn|đang có) hiệu lực)(?!\w)"
    r"|(?:hiện|đang|vẫn) (?=(?:là|ở mức|đặt|áp dụng|phấn đấu|nhắm|hướng|giữ|còn|vẫn)(?!\w)))"
)
_AT_A_TIME = re.compile(
    r"(?:\btinh (?:den|toi)|\bthoi diem|\bvao|^|[,;])\s*(?:het )?(?:ngay |thang )?$"
)
_SHORTEST_KEY = 2
"""With fewer words than this an indicator says too little for two figures to contradict."""
_SAME_TO_A_HALF = 0.5


class Series:
    """The figures of a corpus as a claim needs them: what has replaced one, what contradicts it.

    Args:
        known: Gives the figures of the corpus; called when a claim rests on one.
        as_of: Documents after this day count for nothing.
    """

    def __init__(self, known: Callable[[], KnownFigures], as_of: date | None = None) -> None:
        self._known = known
        self._filters = FigureFilters(as_of=as_of)
        self._tables: dict[tuple[str, Span], FigureTable] = {}

    def standing_of(self, document_id: str, span: Span) -> Standing | None:
        """Return how the figure of some words stands to the others; None where it is none."""
        own = self._at(document_id, span)
        if own is None:
            return None
        return next((one for one in self._table(own).entries if one.cited == own), None)

    def against(self, document_id: str, span: Span) -> CitedFigure | None:
        """Return a figure of another source that contradicts that of some words, if any does."""
        own = self._at(document_id, span)
        if own is None or len(own.figure.key.split()) < _SHORTEST_KEY:
            return None
        for pair in self._table(own).conflicts:
            if own in pair:
                other = pair[1] if pair[0] == own else pair[0]
                if _contradict(own, other):
                    return other
        return None

    def _at(self, document_id: str, span: Span) -> CitedFigure | None:
        known = self._known()
        return next(
            (
                known.figures[place]
                for place in known.by_document.get(document_id, ())
                if known.figures[place].figure.value_span.overlaps(span)
            ),
            None,
        )

    def _table(self, own: CitedFigure) -> FigureTable:
        """Return a figure among those that it can stand beside; worked out once for each."""
        at = (own.source.id, own.figure.value_span)
        if at not in self._tables:
            self._tables[at] = figure_table(self._alike(own), self._filters)
        return self._tables[at]

    def _alike(self, own: CitedFigure) -> list[CitedFigure]:
        """Return the figures that may be of one series, and those of documents that replace."""
        known = self._known()
        places = {
            *known.by_subject.get(_subject(own), ()),
            *known.by_source.get(own.source.id, ()),
            *known.replacing,
        }
        return [known.figures[place] for place in sorted(places)]


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """The figures of a corpus, each found by its place among them.

    Attributes:
        figures: All of them, in order.
        by_document: Places of those of a document.
        by_source: Places of those whose source is a document.
        by_subject: Places of those of one place, unit and year.
        replacing: Places of those of documents that replace others.
    """

    figures: Sequence[CitedFigure]
    by_document: Mapping[str, Sequence[int]]
    by_source: Mapping[str, Sequence[int]]
    by_subject: Mapping[_Subject, Sequence[int]]
    replacing: Sequence[int]

    @classmethod
    def of(cls, figures: Sequence[CitedFigure]) -> KnownFigures:
        """Return the figures of a corpus, in order."""
        by_document: dict[str, list[int]] = {}
        by_source: dict[str, list[int]] = {}
        by_subject: dict[_Subject, list[int]] = {}
        replacing: list[int] = []
        for place, cited in enumerate(figures):
            by_document.setdefault(cited.figure.document_id, []).append(place)
            by_source.setdefault(cited.source.id, []).append(place)
            by_subject.setdefault(_subject(cited), []).append(place)
            if any(one.kind is RelationKind.THAY_THE for one in cited.source.relations):
                replacing.append(place)
        return cls(figures, by_document, by_source, by_subject, replacing)


_Subject = tuple[str | None, str, int | None]


def _subject(cited: CitedFigure) -> _Subject:
    """Return the place, unit and year of a figure, which those of one series share."""
    figure = cited.figure
    return figure.place, figure.unit, figure.year


def _contradict(one: CitedFigure, other: CitedFigure) -> bool:
    """Tell whether two figures of one series cannot both hold: neither rounds or reports."""
    if one.figure.quoted_from or other.figure.quoted_from:
        return False
    if Comparator.AT_MOST in (one.figure.comparator, other.figure.comparator):
        return False
    if one.written.strip("%") in other.quote or other.written.strip("%") in one.quote:
        return False
    return abs(one.figure.value - other.figure.value) >= _SAME_TO_A_HALF


def judged_by_time(
    checked: CheckedPart, stated: Stated, statement: Statement, series: Series
) -> tuple[CheckedPart, Standing | None, CitedFigure | None]:
    """Judge a settled part by what holds now.

    Args:
        checked: The part as judged by what documents say at all.
        stated: The statement that settles it.
        statement: Its sentence.
        series: The figures of the corpus.

    Returns:
        The part, refuted where it gives a replaced figure as the present one; how its figure
        stands, where a later document took its place; a figure that contradicts it.
    """
    document = stated.evidence.document
    against = series.against(document.id, stated.span)
    if checked.judgement is not Judgement.SUPPORTED:
        return checked, None, against
    standing = series.standing_of(document.id, stated.span)
    if standing is None or standing.superseded_by is None:
        return checked, None, against
    if standing.cited.figure.role not in (Role.TARGET, Role.BUDGET):
        return checked, None, against
    if _given_as_present(statement, standing):
        checked = replace(checked, judgement=Judgement.REFUTED, differs=(Difference.IN_FORCE,))
    return checked, standing, against


def _given_as_present(statement: Statement, standing: Standing) -> bool:
    """Tell whether a sentence says that a replaced figure holds at a time when it no longer does.

    A sentence that names the document it quotes speaks of that document.
    """
    if documents_named(statement.question.numbers):
        return False
    text = statement.text
    if _PRESENT.search(lower(text)):
        return True
    later = standing.superseded_by
    since = day_of(later) if later is not None else None
    for mention in dates(text) if since is not None else ():
        if mention.year is None or mention.month is None:
            continue
        last = mention.day or monthrange(mention.year, mention.month)[1]
        told = date(mention.year, mention.month, last)
        if since is not None and told > since and _AT_A_TIME.search(fold(text[: mention.start])):
            return True
    return False
