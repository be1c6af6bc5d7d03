"""What stands apart from the content: signatures, recipients, legal bases, tables of contents."""

from __future__ import annotations

import re

from assistant.schema import AnswerKind, Passage, PassageRole, Question
from assistant.vietnamese.normalise import fold

__all__ = ["may_answer"]

_CONTENT = (PassageRole.CONTENT, PassageRole.NOTE, PassageRole.HEAD)
_ABOUT_THE_DOCUMENT = (AnswerKind.PERSON, AnswerKind.DATE, AnswerKind.AGENCY, AnswerKind.DOCUMENT)
_ASKS_FOR = {
    PassageRole.SIGNATURE: re.compile(r"\bky\b|\bchu ky\b|\bthong qua\b"),
    PassageRole.RECIPIENTS: re.compile(r"\bnoi nhan\b|\bgui (?:den|toi|cho)\b"),
    PassageRole.BASES: re.compile(
        r"\bcan cu\b|\bco so phap ly\b|\bdua tren\b|\b(?:theo|xet) de nghi\b|\bto trinh\b"
    ),
}


def may_answer(question: Question, passage: Passage) -> bool:
    """Tell whether a passage can answer a question at all, by what it is in its document.

    “Nơi nhận”, a signature and “Căn cứ …” say who signed a document and what it rests on. They
    answer such questions, and those for persons, dates, bodies and documents; never one for
    what the document rules or reports. A table of contents answers nothing.
    """
    if passage.role in _CONTENT:
        return True
    asks = _ASKS_FOR.get(passage.role)
    if asks is None:
        return False
    if passage.role is PassageRole.BASES and question.kind in _ABOUT_THE_DOCUMENT:
        return True
    return asks.search(fold(question.query)) is not None
