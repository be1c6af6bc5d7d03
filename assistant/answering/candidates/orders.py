"""What comes first in a list whose lead-in says that it is an order.

“Ưu tiên cách nào trước?” is answered by the first point below “theo thứ tự ưu tiên sau đây:”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate, whole
from assistant.schema import Question
from assistant.vietnamese.normalise import fold

__all__ = ["first_candidates"]

_FIRST_ASKED = re.compile(
    r"\buu tien\b.*\b(?:truoc|truoc (?:nhat|tien|het)|dau tien|hang dau|cao nhat|nhat)\b|"
    r"\b(?:nao|gi|ai)\b.*\b(?:truoc nhat|truoc tien|truoc het|dau tien)\b"
)
_IN_ORDER = re.compile(r"\bthu tu\b")
_ENDS = re.compile(r"\s(?:bao gồm|gồm)(?!\w)|[;:]|\.?\s*$")
_FIRST = 0.4
"""Bonus of the first point of an order for a question after what comes first."""


def first_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the first point below a lead-in that sets an order.

    Args:
        question: The question.
        evidence: A sentence; only one that begins such a point yields anything.
    """
    if not _FIRST_ASKED.search(fold(question.query)) or evidence.block is None:
        return
    text, blocks = evidence.document.text, evidence.document.blocks
    lead = next(iter(evidence.leads()), None)
    place = blocks.index(evidence.block)
    if lead is None or not place or blocks[place - 1].end != lead.end:
        return
    first = text[evidence.block.start : evidence.span.start].count(" ") <= 1
    if first and _IN_ORDER.search(fold(lead.of(text))):
        end = _ENDS.search(evidence.text)
        found = whole(evidence, 0, end.start() if end else len(evidence.text), _FIRST)
        yield replace(found, near=evidence.led_text(), governor=lead)
