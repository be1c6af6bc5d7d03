"""What a figure is for: a target, a result, a baseline, a rank, a count, a budget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.schema import Document, Role
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity

__all__ = ["nature_of", "role_in", "tells_of_now"]

_TARGET = re.compile(
    r"\b(?:phan dau|muc tieu|chi tieu|den nam|den het nam|dat ra|quy hoach|tam nhin|dinh huong|"
    r"toi thieu|it nhat|khong qua|se|can dat|yeu cau)\b"
)
_RESULT = re.compile(
    r"\b(?:ket qua|da dat|uoc dat|dat duoc|cong bo|thuc hien duoc|tinh den|ghi nhan|"
    r"thong ke|hien (?:co|nay)|da (?:cung cap|hoan thanh|co|chiem)|dong gop)\b"
)
_BUDGET = re.compile(r"\b(?:kinh phi|von|ngan sach|du toan|tong muc dau tu|danh khoang|chi cho)\b")
_AIMED = re.compile(
    r"\b(?:chi tieu|muc tieu|yeu cau|phan dau|du kien|ke hoach la|dat ra|nang (?:muc|len)"
    r"|can dat)\b[^,;.]{0,60}$"
)
_EXPECTED = re.compile(r"\W*(?:\d+\.\s+)?(?:du kien|phan dau|muc tieu)\b")
_COMPARED = re.compile(
    r"\b(?:so voi|cung ky|(?:tang|giam|nang) tu|tu muc|truoc do(?: la)?)\b[^,;.]{0,40}$"
)
_DONE = re.compile(
    r"\b(?:cong bo|thong ke|ghi nhan|da|dat duoc|hien|tinh den|den nay|tong ket|theo bao cao|uoc"
    r"|vua|tang|giam|truoc day)\b"
)
_REPORTS = ("bài báo", "báo cáo", "thông báo", None)
_NEAR = 80
"""Characters before a value in which words bind to it rather than to its sentence."""


# Headings and lead-ins are asked for every sentence below them.
@lru_cache(maxsize=4096)
def nature_of(text: str) -> Role | None:
    """Return whether a text sets targets or reports results; None where its words do not tell.

    Args:
        text: A sentence with what governs it: headings and lead-in.
    """
    folded = fold(text)
    target, result = _TARGET.search(folded), _RESULT.search(folded)
    if bool(target) == bool(result):
        return None
    return Role.TARGET if target else Role.RESULT


def tells_of_now(text: str) -> bool:
    """Tell whether a sentence says what is or has come about: “đã”, “hiện có”, “tăng”."""
    return _DONE.search(fold(text)) is not None


def role_in(
    document: Document, text: str, quantity: Quantity, leads: Sequence[str], year: int | None
) -> Role:
    """Return what a value of a sentence is for.

    Args:
        document: The document, whose kind speaks where no words do.
        text: The sentence, or what the row of a table says.
        quantity: The value in it.
        leads: Lead-ins, headings and column names, the nearest first.
        year: Year that the value speaks of.
    """
    if quantity.rank:
        return Role.RANK
    folded = fold(text)
    near = folded[max(0, quantity.start - _NEAR) : quantity.start]
    if _COMPARED.search(near):
        return Role.BASELINE
    if quantity.unit in ("đồng", "USD") and _BUDGET.search(folded):
        return Role.BUDGET
    if _AIMED.search(near) or _EXPECTED.match(folded):
        return Role.TARGET
    # What comes after the clause of the value is about others: “…, cao hơn chỉ tiêu 25%”.
    clause = re.compile(r",\s|[;(]").search(folded, quantity.end)
    said = folded[: clause.start()] if clause else folded
    own = nature_of(said)
    if own is None and _TARGET.search(said) and not _DONE.search(said):
        own = Role.TARGET
    titles = [] if document.kind == "bài báo" else [document.title]
    around = next((nature for lead in (*leads, *titles) if (nature := nature_of(lead))), None)
    if own is None and around is None and document.kind not in _REPORTS and year is not None:
        own = None if _DONE.search(said) else Role.TARGET
    # “Kết quả” and “đóng góp” are also words of plans, so what governs a bare word wins.
    if own is Role.RESULT and around is Role.TARGET and not _DONE.search(said):
        own = Role.TARGET
    if (own or around) is Role.TARGET:
        return Role.TARGET
    whole = quantity.unit == "" and quantity.value.is_integer()
    return Role.COUNT if whole else Role.RESULT
