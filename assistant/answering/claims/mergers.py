"""Which of two places was taken into which: the words are the same either way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.vietnamese.normalise import lower
from assistant.vietnamese.places import places, same_place

__all__ = ["merged_the_other_way"]

_INTO = re.compile(r"(?<!\w)(?:sáp nhập|nhập|gộp|hợp nhất|sát nhập)(?: chung)? (?:vào|về)(?!\w)")
_CLAUSE = re.compile(r"[;.](?:\s|$)")


def merged_the_other_way(said: str, told: str) -> bool:
    """Tell whether one text merges a place into another that the other text merges into it."""
    return any(
        same_place(taken, whole) and same_place(into, part)
        for taken, into in _mergers(said)
        for part, whole in _mergers(told)
    )


def _mergers(text: str) -> Iterator[tuple[str, str]]:
    """Yield each place that is taken in, with the one that takes it in."""
    start = 0
    for end in [*(match.start() for match in _CLAUSE.finditer(text)), len(text)]:
        match = _INTO.search(lower(text[start:end]))
        if match is not None:
            after = places(text[start + match.end() : end])
            for place in places(text[start : start + match.start()]):
                yield from ((place.name, one.name) for one in after[:1])
        start = end
