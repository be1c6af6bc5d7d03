"""Who comes last: a question after the lower end of a ranking, which its upper end never answers.

“Cao nhất là A 90%, B 89%; thấp nhất là C 75%” holds all the words of “Tỉnh nào thấp nhất?”.
"""

from __future__ import annotations

import re

from assistant.answering.local import Candidate
from assistant.schema import AnswerKind, Question
from assistant.vietnamese.normalise import fold

__all__ = ["comes_first"]

_WHO = frozenset({AnswerKind.PLACE, AnswerKind.AGENCY, AnswerKind.PERSON})
_LOW = re.compile(
    r"\b(?:thap nhat|it nhat|nho nhat|kem nhat|cham nhat|(?:dung|xep|o) cuoi|cuoi bang|doi so|chot|"
    r"bet|cuoi cung|(?P<of>\d{2})/(?P=of))\b"
)
_HIGH = re.compile(
    r"\b(?:cao nhat|nhieu nhat|lon nhat|tot nhat|nhanh nhat|dung dau|dan dau|hang nhat|thu nhat|"
    r"xep thu nhat|quan quan)\b"
)
_ASKED = re.compile(r"\b(?:thap|it|nho|kem|cham) nhat\b|\b(?:dung|xep) cuoi\b|\bcuoi bang\b")


def comes_first(question: Question, candidate: Candidate) -> bool:
    """Tell whether a name is no answer to who comes last: its sentence does not say that it does.

    Args:
        question: The question as understood.
        candidate: A name, with the sentence or row it stands in.
    """
    short, evidence = candidate.short, candidate.evidence
    if question.kind not in _WHO or short is None or not _ASKED.search(fold(question.query)):
        return False
    if evidence.header is not None:
        return False
    if not evidence.span.contains(short):
        return True
    before = fold(evidence.text[: short.start - evidence.span.start])
    after = fold(evidence.text[short.end - evidence.span.start :])
    lows = [match.end() for match in _LOW.finditer(before)]
    highs = [match.end() for match in _HIGH.finditer(before)]
    if lows or highs:
        return max(highs, default=-1) > max(lows, default=-1)
    following = re.split(r"[;.]", after)[0]
    return _LOW.search(following) is None
