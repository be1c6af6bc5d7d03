"""What a question after a value says aside: words of asking and wishing that no answer holds.

“Nghị quyết 45 muốn Hải Phòng thu được bao nhiêu, bao giờ phải xong?” is answered by a sentence
that says neither “muốn” nor “bao giờ”. Such words would weigh most of all, since documents
hardly hold them.
"""

from __future__ import annotations

import re

from assistant.schema import AnswerKind
from assistant.vietnamese.normalise import fold, has_marks, lower

__all__ = ["aside_spans"]

_VALUED = (AnswerKind.MONEY, AnswerKind.FIGURE, AnswerKind.RANK, AnswerKind.DATE)
_WISH = (
    "muốn",
    "mong",
    "mong muốn",
    "mong đợi",
    "kỳ vọng",
    "trông đợi",
    "nhắm",
    "nhắm tới",
    "nhắm đến",
    "nhắm vào",
    "ngắm tới",
    "hứa",
    "hứa hẹn",
    "đòi",
    "đòi hỏi",
    "tham vọng",
)
"""Whoever sets a value wants it, however a question puts that."""
_WHEN = ("bao giờ", "bao lâu", "khi nào", "lúc nào", "chừng nào", "bữa nào", "dịp nào")
_BINDS = ("chậm nhất", "muộn nhất", "trễ nhất", "sớm nhất", "bắt đầu")
_EDGE = re.compile(r"\b(?:cuoi|dau|giua)(?=\s+(?:nam|thang|quy|thap ky)\b)")
"""“Cuối năm 2025” is the year itself, which is held apart."""
_DONE = re.compile(r"\b(?:phai |da )?lam (?:duoc|ra|theo)\b")
_PLACED = re.compile(r"\b(?:lot|bang(?: xep hang)?|dau bang)\b")
_CURRENCY = re.compile(
    r"\b(?:bao nhieu|may) (?P<currency>(?:(?:nghin|trieu|ty) ){0,2}"
    r"(?:dong(?! chi)|usd|do la(?: my)?|euro))\b"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_BOUND = re.compile(r"\b(?:cu|trong|moi)\s+(?:10|100|1\.?000|muoi|mot tram|tram)(?=\s)")


def aside_spans(query: str, kind: AnswerKind) -> list[tuple[int, int]]:
    """Return the ranges of a question's words that the sentence that answers need not hold.

    Args:
        query: The question in NFC, with or without tone marks.
        kind: What it asks for; only where that is a value are such words known.
    """
    if kind not in _VALUED:
        return []
    # What stands in quotation marks is a name, whatever its words.
    query = _QUOTED.sub(lambda name: "_" * len(name.group()), query)
    folded = fold(query)
    spans = _spelt(query, (*_WISH, *_WHEN))
    spans += [match.span() for match in _EDGE.finditer(folded)]
    spans += [match.span() for match in _DONE.finditer(folded)]
    if kind is AnswerKind.MONEY:
        spans += [match.span("currency") for match in _CURRENCY.finditer(folded)]
    if kind is AnswerKind.DATE:
        spans += _spelt(query, _BINDS)
    if kind is AnswerKind.RANK:
        spans += [match.span() for match in _PLACED.finditer(folded)]
    if kind is AnswerKind.FIGURE:
        spans += [match.span() for match in _BOUND.finditer(folded)]
    return spans


def _spelt(query: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where words stand, spelt with their marks if the question bears any."""
    if has_marks(query):
        text, known = lower(query), list(words)
    else:
        text, known = fold(query), [fold(word) for word in words]
    pattern = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    return [match.span() for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)]
