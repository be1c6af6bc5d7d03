"""A checked text sentence by sentence: what was judged, and what there was nothing to judge in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.schema import CheckedPart, Judgement, Span, Verdict

__all__ = ["NOTHING", "Said", "said_in", "tally"]

NOTHING = "nothing"
"""The mark of a sentence that states nothing to be checked."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a text with what became of it.

    Attributes:
        number: Its number among those that were checked, from 1; 0 where nothing was.
        span: Where it stands in the text of the verdict.
        mark: The value of the judgement on it, or ``NOTHING``.
        parts: What it states, as judged.
        mixed: Whether one part of it is refuted and another supported.
    """

    number: int
    span: Span
    mark: str
    parts: tuple[CheckedPart, ...] = ()
    mixed: bool = False

    @property
    def replaced(self) -> bool:
        """Whether it is right by a document that no longer holds."""
        return self.mark == Judgement.SUPPORTED.value and any(part.now for part in self.parts)


def said_in(verdict: Verdict) -> list[Said]:
    """Return all sentences of a checked text, in order.

    Args:
        verdict: The verdict on it.
    """
    found = [
        Said(number, one.span, one.judgement.value, one.parts, mixed=one.mixed)
        for number, one in enumerate(verdict.sentences, 1)
    ]
    found += [
        Said(0, span, NOTHING)
        for span in verdict.unchecked
        if any(char.isalnum() for char in span.of(verdict.claim))
    ]
    return sorted(found, key=lambda one: (one.span.start, one.span.end))


def tally(said: Iterable[Said]) -> Counter[str]:
    """Return how many sentences bear each mark."""
    return Counter(one.mark for one in said)
