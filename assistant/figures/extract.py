"""Figures of a span of a document: each value with its indicator, role, year and place."""

from __future__ import annotations

import re

from assistant.figures.years import years_of_value
from assistant.schema import Comparator, Document, Figure, Role, Span
from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.sentences import sentences

__all__ = ["figures_in", "nature_of"]

_TARGET = re.compile(
    r"\b(?:phan dau|muc tieu|chi tieu|den nam|den het nam|dat ra|quy hoach|tam nhin|dinh huong|"
    r"toi thieu|it nhat|khong qua|se|can dat|yeu cau)\b"
)
_RESULT = re.compile(
    r"\b(?:ket qua|da dat|uoc dat|dat duoc|cong bo|thuc hien duoc|tinh den|ghi nhan|"
    r"thong ke|hien (?:co|nay)|da (?:cung cap|hoan thanh|co|chiem)|dong gop)\b"
)
_BUDGET = re.compile(r"\b(?:kinh phi|von|ngan sach|du toan|tong muc dau tu)\b")
_EDGE = re.compile(r"[;:.(]|,(?=\s)")


def figures_in(document: Document, span: Span) -> list[Figure]:
    """Return the figures of a span, in order.

    Args:
        document: The document.
        span: Whole sentences of it.
    """
    found: list[Figure] = []
    for sentence in sentences(document.text, span.start, span.end):
        text = sentence.of(document.text)
        values = [quantity for quantity in quantities(text) if not quantity.written]
        for quantity in values:
            found.append(_figure(document, sentence, text, quantity, values))
    return found


def _figure(
    document: Document, sentence: Span, text: str, quantity: Quantity, values: list[Quantity]
) -> Figure:
    named = places(text)
    spans = [(value.start, value.end) for value in values]
    years = years_of_value(text, quantity.start, quantity.end, spans)
    return Figure(
        document_id=document.id,
        indicator=_indicator(text, quantity, values),
        comparator=quantity.comparator if not quantity.rank else Comparator.EQUAL,
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        role=_role(text, quantity),
        year=max(years.own, default=_year_of_day(text)),
        place=named[0].name if named else document.place,
        value_span=Span(sentence.start + quantity.start, sentence.start + quantity.end),
        sentence_span=sentence,
    )


def _indicator(text: str, quantity: Quantity, values: list[Quantity]) -> str:
    """Return the words around a value up to the next edge or value on either side."""
    left = max([0, *(v.end for v in values if v.end <= quantity.start)])
    right = min([len(text), *(v.start for v in values if v.start >= quantity.end)])
    before = _EDGE.split(text[left : quantity.start])[-1]
    after = _EDGE.split(text[quantity.end : right])[0]
    return " ".join(f"{before} {after}".split())


def _role(text: str, quantity: Quantity) -> Role:
    folded = fold(text)
    if quantity.rank:
        return Role.RANK
    if quantity.unit == "đồng" and _BUDGET.search(folded):
        return Role.BUDGET
    if _TARGET.search(folded):
        return Role.TARGET
    return Role.RESULT if quantity.unit else Role.COUNT


def _year_of_day(text: str) -> int | None:
    """Return the year of the last day that a sentence names: “Từ ngày 5/3/2024, mở 12 chợ”."""
    days = [d.year for d in dates(text) if d.day is not None and d.year is not None]
    return days[-1] if days else None


def nature_of(text: str) -> Role | None:
    """Return whether a text sets targets or reports results; None where its words do not tell.

    Args:
        text: A sentence with what governs it: headings and lead-in.
    """
    folded = fold(text)
    target, result = _TARGET.search(folded), _RESULT.search(folded)
    if bool(target) == bool(result):
        return None
    return Role.TARGET if target else Role.RESULT
