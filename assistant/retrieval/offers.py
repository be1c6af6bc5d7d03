"""Questions that offer two answers: “theo giá nhà cũ hay giá xây mới?”.

What is offered is what is not known: no more than one of the two stands in the text that answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.schema import Span
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.tokens import Token, syllables

__all__ = ["Offer", "offered"]

_OR = re.compile(r"\s(?:hay|hoặc)(?: là| phải| thì| vẫn| chỉ)*\s+(?!không\b|chưa\b|sai\b|nhất\b)")
_BEGINS = re.compile(
    r"(?:^|[\s,])(?:là|theo|bằng|dùng|do|được|phải|thì|ở|thuộc|với|vào|cho|của|mức|tính|ghi|có)\s+"
    r"(?=(?:[^\s,]+\s+){0,6}[^\s,]+$)"
)
_ENDS = re.compile(r"[,.?;]")
_PARTICLES = frozenset("là của được theo do bằng thì có cho ở vào phải và ạ nhỉ vậy thế".split())
_MOST = 8
"""An offer of more words than this is a clause of its own, with no words to look for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One of two answers that a question offers.

    Attributes:
        words: Its syllables, folded, in order, without particles.
        own: Those that the other answer has not.
        spans: Where these stand in the question.
    """

    words: tuple[str, ...]
    own: tuple[str, ...]
    spans: tuple[Span, ...]


# A question is held against hundreds of sentences: what it offers is found once.
@lru_cache(maxsize=8)
def offered(query: str) -> tuple[Offer, Offer] | None:
    """Return the two answers that a question offers; None where it offers none.

    Args:
        query: The question as understood.
    """
    breaks = list(_OR.finditer(lower(query)))
    if len(breaks) != 1:
        return None
    first = Span(query.rfind(",", 0, breaks[0].start()) + 1, breaks[0].start())
    last = Span(breaks[0].end(), len(query))
    stop = _ENDS.search(query, last.start)
    last = Span(last.start, stop.start() if stop else last.end)
    head = last.of(query).split()[:1]
    alike = _places_of(head[0], first.of(query)) if head else []
    begins = list(_BEGINS.finditer(lower(first.of(query))))
    if alike:
        first = Span(first.start + alike[-1], first.end)
        if lower(head[0]) in _PARTICLES:
            # “Do sở hay do xã làm?”: what follows is said of both.
            last = _cut(query, last, max(2, len(first.of(query).split())))
    elif begins:
        first = Span(first.start + begins[-1].end(), first.end)
    one, two = _content(query, first), _content(query, last)
    if not 0 < len(one) <= _MOST or not 0 < len(two) <= _MOST:
        return None
    offers = _offer(one, two), _offer(two, one)
    return offers if all(offer.own for offer in offers) else None


def _places_of(word: str, text: str) -> list[int]:
    return [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]


def _cut(query: str, span: Span, words: int) -> Span:
    """Return the first words of a span."""
    ends = [match.end() for match in re.finditer(r"\S+", span.of(query))]
    return Span(span.start, span.start + ends[words - 1]) if len(ends) > words else span


def _content(query: str, span: Span) -> list[Token]:
    return [
        token
        for token in syllables(query)
        if span.start <= token.start < span.end and lower(token.text) not in _PARTICLES
    ]


def _offer(tokens: list[Token], others: list[Token]) -> Offer:
    other = {fold(token.text) for token in others}
    own = [token for token in tokens if fold(token.text) not in other]
    return Offer(
        tuple(fold(token.text) for token in tokens),
        tuple(fold(token.text) for token in own),
        tuple(Span(token.start, token.end) for token in own),
    )
