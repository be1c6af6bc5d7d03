"""Sentences that simply say what was asked, with the words that are its short answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.candidates.points import points
from assistant.answering.evidence import Evidence
from assistant.answering.local import QUOTED, Candidate, whole
from assistant.schema import Question
from assistant.vietnamese.normalise import fold

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
    for size in range(len(words), 0, -1):
        noun = " ".join(words[-size:])
        at = fold(text).find(noun)
        match = QUOTED.search(text, at + len(noun)) if at >= 0 else None
        if match and match.start() - at - len(noun) <= 40:
            yield whole(evidence, match.start("said"), match.end("said"), 0.2)
            return
    opening = text.rstrip().endswith(":")
    yield Candidate(evidence, None, text, points(question, text) if opening else 0.0)
    below = evidence.list_below()
    if below:
        lead, items = (span.of(evidence.document.text) for span in below)
        asked_for = points(question, lead)
        if asked_for:
            near = f"{lead} {items}"
            yield Candidate(evidence, None, near, asked_for, governor=below[0], cited=below[1])
