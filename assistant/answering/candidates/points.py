"""Points of a law: the lead-in or heading that opens just those that are asked for.

“Phải đủ điều kiện gì?” is answered by “… phải bảo đảm các điều kiện sau đây:” with its points,
“Khi nào thu hồi?” by “Các trường hợp thu hồi”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.answering.terms import Haystack
from assistant.schema import Question
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["condition_candidates", "points"]

_POINTS = re.compile(
    r"\b(?P<noun>dieu kien|nguyen tac|yeu cau|tieu chuan|tieu chi|giay to|thu tuc|trinh tu|buoc|"
    r"quyen loi|quyen|nghia vu|trach nhiem|truong hop|noi dung|ho so|thanh phan|hanh vi|hinh thuc|"
    r"can cu|nhiem vu|bien phap|che do|chinh sach)\b"
    r"(?:(?: (?!thi)\S+){0,4}?|.*\bgom(?: co| nhung| cac)*) (?:gi|nao)\b"
)
_ASKED_FOR: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(said))
    for asked, said in (
        (r"\bcam (?!do\b|co\b).*\b(?:gi|nao)\b|\bkhong duoc (?:lam )?(?:nhung )?(?:gi|viec gi)\b",
         r"\b(?:nghiem cam|bi cam|khong duoc)\b"),
        (r"\b(?:phai|can)(?: (?:lam|co|nop|chuan bi|dap ung|bao dam|dam bao|thuc hien))*"
         r" (?:nhung |cac )?(?:viec )?(?:gi|the nao)\b",
         r"\b(?:phai|trach nhiem|nghia vu|can|ho so|dieu kien|yeu cau|trinh tu|thu tuc)\b"),
        (r"\b(?:nhung|cac) (?:khoan|loai|thu|muc) (?:\S+ ){0,2}?(?:nao|gi)\b|\bgom nhung gi\b",
         r"\b(?:bao gom|gom|sau day)\b"),
        (r"\bduoc (?:huong )?(?:nhung )?(?:quyen|che do|chinh sach)?(?: ?loi)? ?gi\b",
         r"\b(?:duoc|quyen|huong)\b"),
    )
)  # fmt: skip
"""Ways of asking for points, and what their lead-in or heading says of them."""

_OPENED = 0.2
"""Bonus of a lead-in of just those points that are asked for (“điều kiện sau đây:”)."""

_BESIDES = re.compile(r"\bngoai (?:cac |nhung )?(?:\S+ ){1,8}?quy dinh tai\b")
_MORE = 0.08
"""What a lead-in counts less that adds to points of another place (“ngoài các điều kiện …”)."""

_AGAIN = re.compile(
    r"\b(?:(?:cap|giao|nop|xin|dang ky|thi|lam) (?:lai|doi)|cap doi|gia han|dieu chinh|sua doi|"
    r"bo sung|thu hoi|cham dut|tam ngung)\b"
)
_OF_ANOTHER_STEP = 0.15
"""What a lead-in counts less that is of a later step than the one asked about: “cấp lại”."""

# “Trường hợp nào không được bồi thường?” is not answered by those that are.
_DENIED = re.compile(r"\b(?:khong|chua) (?:duoc|phai|bi|can|thuoc|ap dung)\b")

_OF_IT_ALONE = 0.2
"""Bonus of a lead-in all of whose words are those of the question."""

_LEAST_PRECISION = 0.3
"""A lead-in fewer of whose words are the question's opens points of something else."""

_NUMBER = re.compile(r"^\s*(?:Điều )?(?:\d+[a-zđ]?|[a-zđ])[.)]\s")

_ON_CONDITION = re.compile(r"\b(?:truong hop|dieu kien|yeu cau|khi)\b")
_WHEN = re.compile(r"\bkhi nao\b")
_TOLD = 0.7
"""Least share of the words of “Khi nào …?” in a lead-in of conditions that is taken to answer."""


def points(question: Question, lead: str) -> float:
    """Return the bonus of a lead-in of the points asked for: “phải đủ điều kiện gì?”.

    Args:
        question: The question.
        lead: The lead-in, or the heading of a list.
    """
    said, asked = fold(lead), fold(question.query)
    named = _POINTS.search(asked)
    if named:
        opens = re.search(rf"\b{named['noun']}\b", said) is not None
    else:
        ways = (leads for way, leads in _ASKED_FOR if way.search(asked))
        opens = any(leads.search(said) for leads in ways)
    if not opens or bool(_DENIED.search(said)) != bool(_DENIED.search(asked)):
        return 0.0
    precision = _precision(question, lead)
    if precision < _LEAST_PRECISION:
        return 0.0
    besides = _BESIDES.search(said) is not None
    again = _AGAIN.search(said) is not None and _AGAIN.search(asked) is None
    return _OPENED - _MORE * besides - _OF_ANOTHER_STEP * again + _OF_IT_ALONE * precision


def _precision(question: Question, lead: str) -> float:
    """Return the share in [0, 1] of the words of a lead-in that the question has too.

    Of “Hồ sơ cấp mới gồm:” and “Hồ sơ cấp lại khi bị mất gồm:” the one with less besides.
    """
    words = [
        fold(token.text)
        for token in syllables(_NUMBER.sub("", lead))
        if not is_stopword(token.text, marked=True)
    ]
    asked = Haystack(question.query)
    return sum(asked.holds(word) for word in words) / len(words) if words else 0.0


def condition_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield a lead-in of conditions for “khi nào”, which asks for them as well as for a date."""
    if not _WHEN.search(fold(question.query)):
        return
    text = evidence.document.text
    below = evidence.list_below()
    opening = evidence.text.rstrip().endswith(":")
    if not below and not opening:
        return
    lead, cited = (evidence.span, None) if opening or not below else below
    said = Haystack(lead.of(text))
    words = [term for term in question.terms if "_" not in term]
    held = sum(said.holds(word) for word in words)
    if words and held >= _TOLD * len(words) and _ON_CONDITION.search(fold(lead.of(text))):
        governor = lead if cited else None
        yield Candidate(evidence, None, lead.of(text), 0.0, governor=governor, cited=cited)
