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
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.claims.stated import Stated
from assistant.answering.claims.words import Statement
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import documents_named
from assistant.figures.standings import day_of, rivals_of, standings_of, with_heir
from assistant.schema import (
    CheckedPart,
    CitedFigure,
    Comparator,
    Difference,
    Judgement,
    Role,
    Span,
    Standing,
)
from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold, lower

__all__ = ["Series", "judged_by_time"]

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
        corpus: Where figures come from.
        as_of: Documents after this day count for nothing.
    """

    def __init__(self, corpus: Corpus, as_of: date | None = None) -> None:
        self._corpus = corpus
        self._as_of = as_of
        self._found: dict[tuple[str, Span], tuple[Standing, Sequence[Standing]] | None] = {}

    def standing_of(self, document_id: str, span: Span) -> Standing | None:
        """Return how the figure of some words stands to the others; None where it is none."""
        found = self._at(document_id, span)
        if found is None:
            return None
        own, later = found[0], found[0].superseded_by
        if own.now is not None or later is None:
            return own
        return with_heir(own, {later.id: self._corpus.cited_of(later.id)})

    def against(self, document_id: str, span: Span) -> CitedFigure | None:
        """Return a figure of another source that contradicts that of some words, if any does."""
        found = self._at(document_id, span)
        if found is None or len(found[0].cited.figure.key.split()) < _SHORTEST_KEY:
            return None
        own, beside = found
        return next((one for one in rivals_of(own, beside) if _contradict(own.cited, one)), None)

    def _at(self, document_id: str, span: Span) -> tuple[Standing, Sequence[Standing]] | None:
        """Return a figure among those of its series, year and role; worked out once for each."""
        at = document_id, span
        if at not in self._found:
            self._found[at] = self._look_up(document_id, span)
        return self._found[at]

    def _look_up(self, document_id: str, span: Span) -> tuple[Standing, Sequence[Standing]] | None:
        series = self._corpus.series_at(document_id, span)
        if series is None:
            return None
        number, members = series
        own = next(
            one
            for one in members
            if one.source.id == document_id and one.figure.value_span.overlaps(span)
        )
        alike = [
            one
            for one in members
            if (one.figure.year, one.figure.role) == (own.figure.year, own.figure.role)
        ]
        replaced = {
            earlier: later
            for earlier in dict.fromkeys(one.source.id for one in alike)
            if (later := self._corpus.replaced_by(earlier)) is not None
        }
        standings = standings_of(alike, number, self._as_of, replaced)
        return next(((one, standings) for one in standings if one.cited is own), None)


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
