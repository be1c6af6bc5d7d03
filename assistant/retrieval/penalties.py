"""Liability for a crime, asked as such and written as a penalty.

“Làm giả con dấu có bị truy cứu trách nhiệm hình sự không?” is answered by “Người nào làm giả con
dấu … thì bị phạt tù …”. The Penal Code defines every crime in this form and says nothing of
liability there, while all other laws threaten with it, so that the words of the question lead
everywhere but to its answer.

Who is liable at all, from what age and of what mind, the Code says in those very words. So a
question about the doer is left as it is.
"""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold, has_marks

__all__ = ["as_penalty"]

# At the end of what is asked: in “Khi nào được miễn trách nhiệm hình sự?” it is the subject.
_LIABLE = re.compile(
    r"\b(?:bi|phai) (?:xu ly|truy cuu|chiu)(?: trach nhiem)? hinh su\b"
    r"(?=(?: (?:ve )?toi(?: \S+){1,6}?)?(?: hay)?"
    r"(?: khong| chua| nhu the nao| the nao| ra sao| gi)?\W*(?:$|[?.,]))"
)
_DOER = re.compile(
    r"^\W*(?:\S+ ){0,4}?tuoi\b|\b(?:bao nhieu|may|do) tuoi\b|\bphap nhan\b|\bpham toi\b|"
    r"\b(?:ai|nguoi nao|khi nao|truong hop nao|nang luc|tam than|mat tri|mien|thoi hieu)\b"
)
_ANYONE, _PENALTY = "Người nào ", "bị phạt tù"


def as_penalty(query: str) -> str:
    """Return a question after liability for a deed in the words that define a crime.

    Args:
        query: NFC text; one without tone marks gets words without them.
    """
    liable = _LIABLE.search(fold(query))
    if liable is None or _DOER.search(fold(query[: liable.start()])):
        return query
    anyone, penalty = (_ANYONE, _PENALTY) if has_marks(query) else (fold(_ANYONE), fold(_PENALTY))
    return f"{anyone}{_continued(query[: liable.start()])}{penalty}{query[liable.end() :]}"


def _continued(text: str) -> str:
    """Return a text with a small letter first, unless it begins with a name."""
    first, second = [*text.split(maxsplit=2), "", ""][:2]
    plain = not first[1:] or first[1:].islower()
    return text[:1].lower() + text[1:] if plain and second.islower() else text
