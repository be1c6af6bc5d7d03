"""The subject of a question after meaning: X in “X là gì”, “X được hiểu như thế nào”."""

from __future__ import annotations

import re

from assistant.vietnamese.normalise import fold

__all__ = ["subject_of"]

_SUBJECT = re.compile(
    r"^(?P<x>.+?)\s+(?:duoc\b.*\b(?:hieu|dinh nghia|xem|coi|mo ta)\b.*|"
    r"hieu (?:the nao|nhu|ra sao|don)\b.*|(?:nghia |tuc )?la\b.*|"
    r"giup\b.*|(?:dem|mang) lai\b.*|(?:co|dong) (?:y nghia|vai tro)\b.*|de lam gi.*|"
    r"co nghia.*|viet tat.*|co loi.*|nghia)$"
)
_ASKED_FIRST = re.compile(
    r"^(?:the nao (?:thi )?(?:duoc )?(?:(?:coi|xem|goi) )?la|"
    r"khai niem(?: ve)?|dinh nghia|hieu the nao la|"
    r"giai thich(?: ngan gon)?(?: giup(?: (?:toi|minh|em))?)?|ban chat cua|"
    r"(?:theo|trong|o|tai) [^,]+?(?:,| thi))\s*"
)
_SHORT_FORM = re.compile(
    r"^\s*(?:(?:[Cc]hữ|[Tt]ừ|[Cc]ụm từ|[Tt]huật ngữ|[Cc]hỉ số)\s+)?[“\"]?"
    r"(?P<form>[A-ZĐ][A-Za-zĐ0-9]*[A-ZĐ](?: Index| INDEX)?|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)+)[”\"]?(?=\s)"
)
_SAID_BY = re.compile(
    r"^(?:pgs|gs|ts|ong|ba|theo)\b.{3,60}?\b(?:noi|cho rang|cho biet|thi)\s+(?!ve )"
)
_VIEWED = re.compile(r"\b(?:coi|xem|goi|(?<!khau )(?<!ky )hieu|nhin nhan)\s+(?P<x>.+)$")


def subject_of(query: str) -> str:
    """Return what a question asks the meaning of, folded; the whole question as a last resort.

    Args:
        query: The question with abbreviations written out.
    """
    short = _SHORT_FORM.match(query)
    if short:
        return fold(short["form"])
    asked = re.sub(r"[“”\"]", "", fold(query)).strip(" ?.")
    asked = _SAID_BY.sub("", asked.rsplit(":", 1)[-1]).strip()
    asked = _ASKED_FIRST.sub("", _ASKED_FIRST.sub("", asked))
    match = _SUBJECT.match(asked)
    subject = match["x"] if match else asked
    viewed = _VIEWED.search(subject)
    if viewed:
        subject = viewed["x"]
    subject = re.sub(r"^.*?\b(?:dinh nghia|giai thich(?: ngan gon)?)\s+", "", subject)
    subject = re.sub(r"\s+(?:voi|doi voi|cua|o|cho|trong|theo|khi)\s.*$", "", subject.split(",")[0])
    return re.sub(r"\s+nam (?:19|20)\d\d\b|\s+thi$", "", subject).strip()
