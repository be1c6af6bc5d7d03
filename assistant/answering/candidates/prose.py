"""Sentences that simply say what was asked, with the words that are its short answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.candidates.alternatives import chosen
from assistant.answering.candidates.manners import manner
from assistant.answering.candidates.points import points
from assistant.answering.candidates.slots import Filled, called, filled, leaves_open
from assistant.answering.evidence import Evidence
from assistant.answering.local import QUOTED, Candidate, whole
from assistant.schema import Question
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.tokens import syllables

__all__ = ["text_candidates"]


def text_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield a sentence, with the quoted words behind the noun asked for when it has them."""
    text = evidence.text
    words = question.focus.split()
    asks = re.search(
        r"\b(?:gi|nao|sao|vi sao|tai sao|hay|neu|cho|dau|ai|may|bao (?:lau|nhieu|gio))\b",
        fold(question.query),
    )
    if not asks and words and not evidence.sentence.holds(question.focus):
        # “Dân số Hải Phòng” asks by its noun alone: what lacks the noun is no answer.
        return
    place = (
        chosen(question.query, text)
        or filled(question, text)
        or _titled(question, text)
        or called(question, text)
    )
    if place:
        yield whole(evidence, *place)
        return
    opening = text.rstrip().endswith(":")
    if not opening and leaves_open(question, text):
        return
    led = points(question, text) if opening else 0.0
    yield Candidate(evidence, None, text, led + manner(question, evidence))
    below = evidence.list_below()
    if below:
        lead, items = (span.of(evidence.document.text) for span in below)
        asked_for = points(question, lead)
        if asked_for:
            near = f"{lead} {items}"
            yield Candidate(evidence, None, near, asked_for, governor=below[0], cited=below[1])


def _titled(question: Question, text: str) -> Filled | None:
    """Return the words in quotation marks behind the noun asked for: “với chủ đề “…””."""
    words = question.focus.split()
    spelt = {fold(token.text): lower(token.text) for token in syllables(question.query)}
    for size in range(len(words), 0, -1):
        noun = " ".join(words[-size:])
        at = fold(text).find(noun)
        if question.marked and size == 1 and lower(text[at : at + len(noun)]) != spelt.get(noun):
            continue  # “để” is no “đề”
        match = QUOTED.search(text, at + len(noun)) if at >= 0 else None
        if match and match.start() - at - len(noun) <= _BEHIND:
            return match.start("said"), match.end("said"), _TITLED
    return None


_BEHIND = 40
"""How far behind its noun a title may stand, in characters."""
_TITLED = 0.2
