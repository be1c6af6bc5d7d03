"""All figures and tasks of a document, passage by passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.figures.extract import figures_under, tasks_under
from assistant.figures.frames import Frame
from assistant.schema import Document, Figure, Passage, PassageRole, Span, Task

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

    Args:
        document: The document.
        passages: Its passages, in order.
    """
    frame = Frame(document)
    figures: list[tuple[str, Figure]] = []
    tasks: list[tuple[str, Task]] = []
    for passage in passages:
        if passage.role not in _RULES:
            continue
        span = Span(passage.start, passage.end)
        for figure in figures_under(frame, span):
            spoken = replace(figure, speaker=passage.speaker) if passage.speaker else figure
            figures.append((passage.id, spoken))
        tasks += [(passage.id, task) for task in tasks_under(frame, span)]
    return Collected(tuple(figures), tuple(tasks))
