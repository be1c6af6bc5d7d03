"""What a body has to do: the points under its name, and the sentences that begin with it.

Orders and plans give each body a line of its own (“2. Bộ Công an”), and its tasks below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.figures.governors import bullet
from assistant.schema import Block, BlockKind, Question, Span
from assistant.vietnamese.abbreviations import expand
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import fold

__all__ = ["as_the_doer", "duty_candidates"]

_DUTY_ASKED = re.compile(
    r"\b(?:lam|thuc hien|trien khai|lo|giai quyet) (?:nhung |cac )?(?:viec )?gi\b|\bviec gi\b|"
    r"\b(?:nhiem vu|trach nhiem|cong viec|viec)(?: \S+){0,8}? (?:gi|nao)\b|"
    r"\b(?:phai|can|duoc giao|duoc yeu cau) (?:nhung )?gi\b|\btrach nhiem cua\b"
)
_HELPED = re.compile(r"\b(?:phoi hop|bao cao|gui|trinh|theo de nghi cua)(?: (?:chat che )?voi)? $")
_SETS_IT_OFF = re.compile(r"\W*(?:\d+[.)]|[a-zđ]\))?\s*", re.IGNORECASE)
_NAMED_ALONE = 10
"""So many characters beside the name of a body (“và”, a colon) leave it a line of its own."""

_FEWEST_WORDS = 3
"""A line of fewer words names no body in full."""

_LONGEST = 3_000
"""Tasks of a body longer than this, in characters, are cut at a point."""

_UNDER_ITS_NAME = 0.35
"""Bonus of the tasks that stand under the name of the body that is asked about."""

_DOES, _HELPS = 0.15, 0.1
"""What a sentence counts more that begins with the body, and less that only has it help."""


@lru_cache(maxsize=8)
def _body_asked(query: str) -> str:
    """Return the body whose duties a question asks after, folded; empty where it asks none."""
    named = bodies(query)
    if len(named) != 1 or not _DUTY_ASKED.search(fold(query)):
        return ""
    return fold(query[slice(*named[0])])


def duty_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the tasks under the name of the body that a question asks about.

    Args:
        question: The question: “Công điện yêu cầu Bộ Công an làm gì?”
        evidence: A sentence; only the first of a passage under the body's own heading, or a line
            that names the body alone, yields anything.
    """
    body = _body_asked(question.query)
    if not body or evidence.block is None:
        return
    text, passage = evidence.document.text, evidence.hit.passage
    heading = next((step.heading for step in passage.path[::-1] if step.heading), "")
    if _names_alone(body, heading):
        if evidence.block.start > passage.start or evidence.span.end > evidence.block.end:
            return
        cited = Span(evidence.span.start, passage.end)
    elif _names_alone(body, evidence.text):
        cited = Span(evidence.span.start, _end_of_points(evidence, evidence.block))
        if cited.end == evidence.block.end:
            return
    else:
        return
    near = f"{heading} {cited.of(text)}"
    yield Candidate(evidence, None, near, _UNDER_ITS_NAME, cited=cited)


def _names_alone(body: str, line: str) -> bool:
    """Tell whether a line names a body and says nothing of it."""
    named = _SETS_IT_OFF.sub("", fold(expand(line)), count=1).rstrip(" .:;")
    if len(named.split()) < _FEWEST_WORDS:
        return False
    # “Văn phòng UBND tỉnh” of a plan is that of the province that the question names.
    return body.startswith(named) or (
        named.startswith(body) and len(named) <= len(body) + _NAMED_ALONE
    )


def _end_of_points(evidence: Evidence, lead: Block) -> int:
    """Return where the points below a line end: at the next line of its own kind."""
    blocks, text = evidence.document.blocks, evidence.document.text
    own, end = bullet(text, lead), lead.end
    for block in blocks[blocks.index(lead) + 1 :]:
        mark = bullet(text, block)
        if block.kind in (BlockKind.HEADING, BlockKind.ROW) or mark == own:
            break
        if block.end - lead.start > _LONGEST:
            break
        end = block.end
    return end


def as_the_doer(question: Question, text: str) -> float:
    """Return what a sentence counts more or less for whom it gives the task to.

    Args:
        question: The question.
        text: The sentence.
    """
    body = _body_asked(question.query)
    if not body:
        return 0.0
    folded = _SETS_IT_OFF.sub("", fold(text), count=1)
    at = folded.find(body)
    if at == 0:
        return _DOES
    return -_HELPS if at > 0 and _HELPED.search(folded[:at]) else 0.0
