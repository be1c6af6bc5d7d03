"""A checked text sentence by sentence: what was judged, and what there was nothing to judge in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.schema import CheckedPart, Judgement, Span, Verdict
from assistant.vietnamese.sentences import sentences

__all__ = ["NOTHING", "Said", "mark_of", "said_in", "tally"]

NOTHING = "nothing"
"""The mark of a sentence that states nothing to be checked."""

_FIRST = (Judgement.REFUTED.value,)
_LAST = (Judgement.NOT_ENOUGH.value, Judgement.SUPPORTED.value)
"""Marks from the one that decides over a sentence down; marks of no name stand between."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a text with what became of it.

    Attributes:
        number: Its number among those that were checked, from 1; 0 where nothing was.
        span: Where it stands in the text of the verdict.
        mark: The value of the judgement on it, or ``NOTHING``.
        parts: What it states, as judged.
    """

    number: int
    span: Span
    mark: str
    parts: tuple[CheckedPart, ...] = ()


def said_in(verdict: Verdict) -> list[Said]:
    """Return all sentences of a checked text, in order.

    Args:
        verdict: The verdict on it.
    """
    by_sentence: dict[Span, list[CheckedPart]] = {}
    for checked in verdict.parts:
        by_sentence.setdefault(checked.part.sentence, []).append(checked)
    found: list[Said] = []
    end = 0
    for number, span in enumerate(sorted(by_sentence, key=lambda one: (one.start, one.end)), 1):
        found += _unchecked(verdict.claim, end, span.start)
        parts = tuple(by_sentence[span])
        found.append(Said(number, span, mark_of(parts), parts))
        end = max(end, span.end)
    return found + _unchecked(verdict.claim, end, len(verdict.claim))


def mark_of(parts: Sequence[CheckedPart]) -> str:
    """Return the mark of a sentence: refuted where any part is, supported where all are."""
    marks = [str(part.judgement.value) for part in parts]
    named = [*_FIRST, *(mark for mark in marks if mark not in _FIRST + _LAST), *_LAST]
    return next((mark for mark in named if mark in marks), NOTHING)


def tally(said: Iterable[Said]) -> Counter[str]:
    """Return how many sentences bear each mark."""
    return Counter(one.mark for one in said)


def _unchecked(text: str, start: int, end: int) -> list[Said]:
    """Return the sentences between two that were checked."""
    return [
        Said(0, span, NOTHING)
        for span in sentences(text, start, end)
        if any(char.isalnum() for char in span.of(text))
    ]
