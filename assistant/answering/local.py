"""A candidate, and the words of a sentence that a value belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.schema import Span

__all__ = ["Candidate", "segment", "whole"]

_BREAK = re.compile(r"[,;:](?=\s|$)")
_AND = re.compile(r"\s(?:và|còn)\s")
_BRACKET = re.compile(r"\s*\(")
_FEWEST_WORDS = 4
"""A segment with fewer words than this says too little; it takes in the one before it."""


@dataclass(frozen=True)
class Candidate:
    """A possible answer.

    Attributes:
        evidence: The sentence it stands in.
        short: The exact span of the document that answers, or None.
        near: The words that say what it belongs to.
        bonus: What the language adds to its score.
        governor: An earlier sentence that the answer needs, to be cited too.
    """

    evidence: Evidence
    short: Span | None
    near: str
    bonus: float
    governor: Span | None = None


def whole(evidence: Evidence, start: int, end: int, bonus: float) -> Candidate:
    """Return a candidate of a sentence's range whose surroundings are the whole sentence."""
    offset = evidence.span.start
    return Candidate(evidence, Span(offset + start, offset + end), evidence.text, bonus)


def segment(text: str, start: int, end: int, values: list[tuple[int, int]]) -> str:
    """Return the part of a sentence that says what a value is the value of.

    Policy sentences line up value after value: “90% … cấp thành phố; 80% … cấp huyện và 60%
    … cấp xã”. Breaks are commas, semicolons and colons, and “và” between two values; a
    bracket that holds a value belongs to the words before it.

    Args:
        text: The sentence.
        start: Start of the value in it.
        end: End of the value.
        values: Spans of all values of the sentence.
    """
    breaks = [m.end() for m in _BREAK.finditer(text)]
    for match in _AND.finditer(text):
        before = any(v[1] <= match.start() for v in values)
        after = any(match.end() - 1 <= v[0] <= match.end() + 12 for v in values)
        if before and after:
            breaks.append(match.end())
    breaks = sorted({0, *breaks, len(text)})
    left = max(b for b in breaks if b <= start)
    right = min((b for b in breaks if b >= end), default=len(text))
    while left > 0 and len(text[left:right].split()) < _FEWEST_WORDS:
        earlier = max(b for b in breaks if b < left)
        if any(earlier <= v[0] and v[1] <= left for v in values) and text[left - 1] == ";":
            break
        left = earlier
    return text[left:right]
