"""Lists: the sentence, or the points below a lead-in, that enumerate what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.candidates.announced import announced, nouns_asked
from assistant.answering.candidates.duties import as_the_doer
from assistant.answering.candidates.points import points
from assistant.answering.candidates.related import related_documents
from assistant.answering.candidates.runs import bodies_in_a_row, dates_in_a_row
from assistant.answering.candidates.units_formed import left_as_they_were, parts_of
from assistant.answering.evidence import Evidence
from assistant.answering.local import QUOTED, Candidate, whole
from assistant.answering.terms import Haystack
from assistant.schema import Question
from assistant.vietnamese.normalise import fold

__all__ = ["list_candidates"]

_FORMED_OF = 0.6
"""Bonus of a sentence that forms the commune asked about of others."""

_LONGEST_ITEMS = 70
"""Items of more words than this are running text, such as a speech."""

_RELATED = 0.3
"""Bonus of a sentence that names the documents which one repeals, rests on or amends."""

_OF_THEM = 0.25
"""Bonus of a run of names of the kind asked for."""

_ANNOUNCED = 0.15
"""Bonus of a sentence that announces what is asked for, or begins by it, and goes on to list it."""

_ITEM_BREAK = re.compile(r"[,;]\s|\s(?:và|hoặc)\s|\s[-–]\s")
_OPENS = re.compile(
    r":\s|(?<!\w)(?:gồm có|bao gồm|gồm|là|(?<!dường )(?<!hầu )(?<!gần )như)\s(?::\s)?"
)
_TOPIC = re.compile(r"^ve (?P<topic>[^,]{3,40}),")
_NOT_SO = re.compile(r"\b(?:nao|gi|ai)\b.*\b(?:khong|chua) (?:phai |bi |duoc |thuoc |can )?\w+")
_LEFT_OUT = re.compile(
    r"(?<!\w)(?:(?:ngoại )?trừ|không (?:bao )?gồm|không kể|không tính)\s+"
    r"(?:các |những )?(?:trường hợp )?(?P<said>[^;.()]{3,300}[^;.()\s])"
)
_SAYS_SO = 0.3
"""Bonus of what a sentence leaves out, for “những ai không …?”."""

_LISTED = 0.2
"""Bonus of a list of items under a heading or a lead-in that names what is asked for."""

_COUNTED_NOUN = re.compile(
    r"\b(?:hai|ba|bon|nam|sau|bay|\d{1,2}) (?:\w+ ){1,4}(?:la|gom|do la|:)(?:\W|$)|"
    r"\b(?:hai|ba|bon|nam|sau|bay|\d{1,2}) (?:\w+ ){0,3}\w+:"
)
"""“Ba trụ cột là …”: a number, a noun, and what opens a list."""


def list_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield a sentence with the enumeration in it, when it has one that can be cut out."""
    text = evidence.text
    parts = parts_of(question.query, text) or left_as_they_were(question.query, text)
    if parts:
        yield whole(evidence, *parts, _FORMED_OF)
        return
    below = evidence.list_below()
    if below:
        lead, items = below
        near = f"{lead.of(evidence.document.text)} {items.of(evidence.document.text)}"
        named = question.focus and Haystack(lead.of(evidence.document.text)).holds(question.focus)
        opened = points(question, lead.of(evidence.document.text))
        bonus = opened + (_LISTED if named else 0.0)
        yield Candidate(evidence, None, near, bonus, governor=lead, cited=items)
    opening = text.rstrip().endswith(":")
    nouns = nouns_asked(question.query)
    left_out = _LEFT_OUT.search(text) if _NOT_SO.search(fold(question.query)) else None
    if left_out:
        # “Trừ Bộ Công an, Bộ Quốc phòng” tells of bodies of the kind asked for.
        alike = any(fold(left_out["said"]).startswith(f"{noun} ") for noun in nouns)
        yield whole(evidence, *left_out.span("said"), _SAYS_SO + _OF_THEM * alike)
        return
    run = bodies_in_a_row(nouns, text) or dates_in_a_row(question.query, text)
    if run:
        yield whole(evidence, *run, _OF_THEM)
        return
    found = _enumeration(question, text)
    bonus = 0.1 * bool(found) + _signs(question, text, nouns)
    if found and not opening:
        yield whole(evidence, *found, bonus)
    else:
        led = 0.2 + points(question, text) if opening else 0.0
        yield Candidate(evidence, None, text, bonus + led)


def _signs(question: Question, text: str, nouns: tuple[str, ...]) -> float:
    """Return what the words of a sentence tell of its being the list that is asked for."""
    shares = re.search(r"ty le|phan tram", fold(question.query))
    counted = _COUNTED_NOUN.search(fold(text)) is not None
    topic = _TOPIC.match(fold(question.query))
    about = topic is not None and re.match(
        rf"(?:ve|doi voi)\b[^,]*{re.escape(topic['topic'])}", fold(text)
    )
    return (
        0.3 * bool(about)
        + 0.1 * counted
        + 0.15 * bool(shares and "%" in text)
        + _ANNOUNCED * announced(nouns, text)
        + as_the_doer(question, text)
        + _RELATED * related_documents(question, text)
    )


def _enumeration(question: Question, text: str) -> tuple[int, int] | None:
    """Return the items that a sentence lists: after “là”, “gồm”, “như”, a colon, or quoted.

    Of several, the one that stands nearest behind the noun asked for (“ba trụ cột … là”).
    """
    noun = question.focus.split()[-2:] or list(question.terms[:2])
    folded = fold(text)
    anchor = folded.find(" ".join(noun)) if noun else -1
    ranges: list[tuple[int, int]] = []
    for match in _OPENS.finditer(text):
        ranges.append((match.end(), _stop_of_list(text, match.end())))
    ranges += [m.span("said") for m in QUOTED.finditer(text)]
    ranges = [
        (start, stop)
        for start, stop in ranges
        if _ITEM_BREAK.search(text[start:stop]) and len(text[start:stop].split()) <= _LONGEST_ITEMS
    ]
    if not ranges:
        return None
    behind = [r for r in ranges if 0 <= anchor < r[0]]
    start, stop = min(behind, key=lambda r: r[0] - anchor) if behind else ranges[0]
    trimmed = text[start:stop].rstrip(" .,;:/…")
    return start, start + len(trimmed)


def _stop_of_list(text: str, start: int) -> int:
    """Return where items end: a full stop, a semicolon, or the bracket around them."""
    depth = 0
    for at in range(start, len(text)):
        char = text[at]
        depth += (char == "(") - (char == ")")
        if depth < 0 or (depth == 0 and char in ";…"):
            return at
        if char == "." and not text[at + 1 : at + 2].strip():
            return at
    return len(text)
