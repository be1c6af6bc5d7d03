"""The statement in a question of yes or no, held against a sentence word for word."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.agreement import Stance, stance
from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.schema import Question

__all__ = ["settled_by", "statement_in"]

_SETTLED = 0.1
"""Bonus of a sentence that says or denies just what is asked."""
_JUDGED = re.compile(
    r"^(?P<said>.+?)[,.;]?\s+(?:(?:là|có|thì|la|co|thi)\s+)?"
    r"(?:(?:đúng|dung) hay (?:(?:là|la) )?sai|(?:đúng|dung|phải|phai) (?:không|khong)|"
    r"(?:đúng|dung) (?:chưa|chua))\W*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:có|co) (?:phải|phai|đúng|dung|thật|that)(?: (?:là|la|rằng|rang))?|"
    r"(?:phải|phai) (?:chăng|chang)|nghe (?:nói|noi)(?: (?:là|la|rằng|rang))?)[,:]?\s+",
    re.IGNORECASE,
)


# A question is held against hundreds of sentences.
@lru_cache(maxsize=64)
def statement_in(query: str) -> str | None:
    """Return the statement that a question wants judged (“X, đúng hay sai?”), if it puts one."""
    judged = _JUDGED.match(query)
    return _LEAD.sub("", judged["said"]) if judged else None


def settled_by(question: Question, evidence: Evidence) -> Candidate | None:
    """Return a sentence that says or denies what a question states, word for word, else None."""
    statement = statement_in(question.query)
    if statement is None:
        return None
    found = stance(statement, evidence.led_text())
    if found not in (Stance.SAID, Stance.DENIED):
        return None
    return Candidate(evidence, None, evidence.text, _SETTLED, settles=found is Stance.SAID)
