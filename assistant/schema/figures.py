"""Figures: values with what they measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.schema.spans import Span

__all__ = ["Comparator", "Figure", "Role"]


class Comparator(StrEnum):
    """How a value binds."""

    EQUAL = "="
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    ABOUT = "~"


class Role(StrEnum):
    """What a figure is for."""

    TARGET = "target"
    RESULT = "result"
    BASELINE = "baseline"
    RANK = "rank"
    COUNT = "count"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with what it measures, each cell a span of its document or None.

    Attributes:
        document_id: Id of the document.
        indicator: What is measured, in the document's words.
        comparator: How the value binds.
        value: The number in ordinary decimal form; lower end for a range.
        upper: Upper end of a range, else None.
        unit: Unit in normal form (``%``, ``tỷ đồng``, ``ha``), empty when there is none.
        role: Target, result, rank, count or budget.
        year: Year that the figure speaks of, when the sentence states one.
        place: Place that the document governs or the sentence names.
        value_span: Span of the value with its unit.
        sentence_span: Span of the whole sentence.
    """

    document_id: str
    indicator: str
    comparator: Comparator
    value: float
    upper: float | None
    unit: str
    role: Role
    year: int | None
    place: str | None
    value_span: Span
    sentence_span: Span
