"""Names and dates that stand in a row: “Cục A và Cục B”, “trước ngày 15/6 và trước ngày 01/12”."""

from __future__ import annotations

import re

from assistant.vietnamese.dates import dates
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import fold

__all__ = ["bodies_in_a_row", "dates_in_a_row"]

_BETWEEN = re.compile(r"\s*(?:[,;]|(?:,\s*)?(?:và|cùng|với))\s*")
_BETWEEN_DATES = re.compile(
    r"\s*(?:[,;]|(?:,\s*)?và)\s*(?:trước|đến|vào|trong)?\s*(?:hết )?(?:ngày )?"
)
_LEADS = re.compile(
    r"(?:chậm nhất|trước|trong|đến|vào)(?: là)?(?: hết)?(?: ngày)?\s*$", re.IGNORECASE
)
_TIMES_ASKED = re.compile(
    r"\b(?:nhung|cac|may|hai|ba) (?:moc|ngay|thoi diem|thoi han|thang|ky|han)(?: \S+){0,3} nao\b"
)


def bodies_in_a_row(nouns: tuple[str, ...], text: str) -> tuple[int, int] | None:
    """Return the range of bodies in a row of the kind asked for: “Cục A và Cục B”.

    Args:
        nouns: What they are called, folded.
        text: The sentence.
    """
    named = [
        span
        for span in bodies(text)
        if any(fold(text[slice(*span)]).startswith(f"{noun} ") for noun in nouns)
    ]
    for first, span in enumerate(named):
        end = span[1]
        for start, stop in named[first + 1 :]:
            if not _BETWEEN.fullmatch(text, end, start):
                break
            end = stop
        joined = any(f" va {noun} " in fold(text[slice(*span)]) for noun in nouns)
        if end > span[1] or joined:
            return span[0], end
    return None


def dates_in_a_row(query: str, text: str) -> tuple[int, int] | None:
    """Return the range of dates in a row, for a question after “những mốc nào”.

    Args:
        query: The question as understood.
        text: The sentence.
    """
    if not _TIMES_ASKED.search(fold(query)):
        return None
    found = dates(text)
    for first, mention in enumerate(found[:-1]):
        end = mention.end
        for other in found[first + 1 :]:
            if not _BETWEEN_DATES.fullmatch(text, end, other.start):
                break
            end = other.end
        if end > mention.end:
            lead = _LEADS.search(text[: mention.start])
            return lead.start() if lead else mention.start, end
    return None
