"""What a sentence says beyond the parts that were found: names and words that nothing holds.

“Tỉnh Bình Dương, nơi có 65.000 doanh nghiệp, nhập vào tỉnh Đồng Nai” has a right figure and is
wrong. A sentence is supported as a whole only where what supports its parts speaks of all else
that it names, and of most that it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.claims.words import Statement
from assistant.answering.evidence import Evidence
from assistant.answering.terms import Haystack, coverage
from assistant.schema import CheckedPart, ClaimPart, Judgement, PartKind, Span
from assistant.vietnamese.abbreviations import is_syllable
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.places import NATION, places, same_place

__all__ = ["unsupported"]

_SAID = 0.6
"""Least share of the words of a sentence, by weight, that what supports it must hold; of
development claims the supported ones hold more, those with a right figure in a wrong whole less."""
_SAID_OF_FIGURE = 0.5
"""The same where one figure is supported, which was found by the words of its own clause."""
_BRAND = re.compile(r"(?<![\w/.-])[A-Z][a-z]{2,}(?:[A-Z][a-z]*)*(?![\w/.-])")
"""A name that is no Vietnamese word: of a firm, a product, a newspaper."""
_FEWEST = 4
"""With fewer terms than this their share tells nothing."""


def unsupported(
    statement: Statement, support: Sequence[Evidence], figures: int
) -> CheckedPart | None:
    """Return what of a sentence stays without support although its parts have some.

    Args:
        statement: The sentence.
        support: What supports its parts.
        figures: How many of those are figures, each of which was found by words of its own.
    """
    text = statement.text
    texts = [haystack for one in support for haystack in (one.passage, one.frame)]
    for start, end in _names(text):
        words = Haystack(text[start:end]).padded
        if not any(words in haystack.padded for haystack in texts):
            if any(_speaks_of(one, text[start:end]) for one in support):
                continue
            return _nothing(statement, start, end)
    terms = [term for term in statement.terms if " " not in term.text]
    if len(terms) < _FEWEST or figures > 1:
        return None
    said = coverage(statement.terms, [(haystack, 1.0) for haystack in texts])
    least = _SAID_OF_FIGURE if figures else _SAID
    return _nothing(statement, 0, len(text)) if said < least else None


def _names(text: str) -> Iterator[tuple[int, int]]:
    yield from bodies(text)
    yield from ((person.start, person.end) for person in persons(text))
    yield from ((p.start, p.end) for p in places(text) if p.name != NATION)
    yield from (m.span() for m in _BRAND.finditer(text) if not is_syllable(m[0].lower()))


def _speaks_of(evidence: Evidence, name: str) -> bool:
    """Tell whether evidence speaks of a place under another of its names."""
    return any(
        evidence.passage_names(place.name) or same_place(place.name, evidence.document.place or "")
        for place in places(name)[:1]
    )


def _nothing(statement: Statement, start: int, end: int) -> CheckedPart:
    span: Span = statement.at(start, end)
    said = statement.said(start, end)
    part = ClaimPart(PartKind.STATEMENT, span, statement.span, said, said)
    return CheckedPart(part, Judgement.NOT_ENOUGH)
