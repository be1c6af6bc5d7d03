"""All figures and tasks of a document, passage by passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures.extract import figures_under, tasks_under
from assistant.figures.frames import Frame
from assistant.figures.keys import key_of
from assistant.schema import Cell, Document, Figure, Origin, Passage, PassageRole, Span, Task

__all__ = ["Collected", "collect"]

_RULES = (PassageRole.CONTENT, PassageRole.NOTE)
"""What a document rules or reports; signatures and legal bases hold no figures."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What the passages of a document hold, each with the id of its passage."""

    figures: tuple[tuple[str, Figure], ...] = ()
    tasks: tuple[tuple[str, Task], ...] = ()


def collect(document: Document, passages: Sequence[Passage]) -> Collected:
    """Return the figures and tasks of a document.

    A value that its sentence says nothing of (“Số 12,7% do Sở nêu”) measures what the same value
    did before, or else what its heading is about.

    Args:
        document: The document.
        passages: Its passages, in order.
    """
    frame = Frame(document)
    figures: list[tuple[str, Figure]] = []
    tasks: list[tuple[str, Task]] = []
    told: dict[tuple[float, float | None, str], Figure] = {}
    for passage in passages:
        if passage.role not in _RULES:
            continue
        span = Span(passage.start, passage.end)
        for figure in figures_under(frame, span):
            whole = _completed(frame, figure, told, figures[-1][1] if figures else None)
            spoken = replace(whole, speaker=passage.speaker) if passage.speaker else whole
            figures.append((passage.id, spoken))
        tasks += [(passage.id, task) for task in tasks_under(frame, span)]
    return Collected(tuple(figures), tuple(tasks))


def _completed(
    frame: Frame,
    figure: Figure,
    told: dict[tuple[float, float | None, str], Figure],
    last: Figure | None,
) -> Figure:
    """Return a figure with the indicator that its sentence leaves out, and remember it."""
    value = (figure.value, figure.upper, figure.unit)
    pointing = figure.key in _WHOLES or _POINTS.search(figure.indicator)
    if figure.indicator and not pointing:
        if figure.key:
            told[value] = figure
        return figure
    if figure.indicator and figure.key not in _WHOLES:
        return figure if last is None or last.unit != figure.unit else _like(figure, last)
    before = told.get(value) if figure.unit else None
    if before is not None:
        return _like(figure, before)
    if figure.indicator:
        return figure if last is None or last.unit != figure.unit else _like(figure, last)
    about = frame.subject(figure.value_span.start)
    if about is not None:
        return _with_indicator(figure, " ".join(about.of(frame.text).split()), [about])
    return figure


def _like(figure: Figure, before: Figure) -> Figure:
    """Return a figure with the indicator of one told before."""
    said = [origin.span for origin in before.origins if origin.cell is Cell.INDICATOR]
    return _with_indicator(figure, before.indicator, said)


def _with_indicator(figure: Figure, indicator: str, spans: Sequence[Span]) -> Figure:
    own = tuple(origin for origin in figure.origins if origin.cell is not Cell.INDICATOR)
    read = tuple(Origin(Cell.INDICATOR, span, inherited=True) for span in spans)
    return replace(figure, indicator=indicator, key=key_of(indicator), origins=(*own, *read))


_WHOLES = ("gdp", "grdp")
"""What a share is of; alone it says nothing of whose share it is."""
_POINTS = re.compile(
    r"(?<!\w)(?:mức|chỉ tiêu|tỷ lệ|tỉ lệ|con số|mục tiêu|tỷ trọng) (?:này|đó|trên)(?!\w)",
    re.IGNORECASE,
)
"""Words that point at the value told before: “nâng mức này lên 35%”."""
