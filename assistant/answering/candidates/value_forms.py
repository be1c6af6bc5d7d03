"""In which form a question wants its value: a bound, a change, a part of a whole, months of pay.

“Tăng bao nhiêu?” is answered by what rises, “chiếm bao nhiêu GRDP?” by a share though it counts
a noun, “xếp thứ mấy thế giới?” by no place in a region.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.schema import AnswerKind, Comparator, Question
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity, Trend
from assistant.vietnamese.units import DURATION, TIMES

__all__ = [
    "affirms_what_is_denied",
    "asks_for_part",
    "form_bonus",
    "is_pay",
    "of_another_scope",
    "of_the_other_time",
    "part_of_the_same",
    "pay_after",
    "tells_of_others",
]

_LEAST = re.compile(r"\b(?:toi thieu|it nhat|thap nhat|tro len)\b")
_MOST = re.compile(r"\b(?:toi da|nhieu nhat|cao nhat|khong qua|cham nhat)\b")
_AS_BOUND = 0.15
"""How much a bound of the kind asked for counts more, and one of the other kind less."""

_CHANGE = re.compile(
    r"\b(?P<way>tang|giam|sut|hut)\b(?: (?:them|duoc|binh quan|trung binh|moi nam|khoang|toi|so|"
    r"chung|it nhat|toi thieu)){0,3} (?:bao nhieu|may|chung nao|co nao)\b"
)
_FALLS = ("giam", "sut", "hut")
_AS_CHANGE = 0.1
"""How much a change counts more, and a level less, where a change is asked for."""

_PART = re.compile(
    r"\b(?:chiem|gop|dong gop|bang|tuong duong)\b(?: (?:duoc|toi|it nhat|toi thieu|khoang|chung|"
    r"tu|hon|tren)){0,3} (?:bao nhieu|may)\b"
)
_PAY = re.compile(
    r"\s+(?:tiền\s+)?lương(?:\s+cơ\s+(?:sở|bản)|\s+tối\s+thiểu)?(?!\w)", re.IGNORECASE
)
_PAY_ASKED = re.compile(r"\bthang (?:tien )?luong\b")
_RATE = re.compile(
    r"(?:trên|/|mỗi|tính trên)\s*(?:(?:1|10|100)\.000|100|một (?:nghìn|vạn|trăm)|vạn|nghìn)"
    r"\s+(?:dân|người|hộ)(?!\w)",
    re.IGNORECASE,
)
_RATE_ASKED = re.compile(
    r"(?:\btren|/|\bmoi|\bcu|\btrong|\btinh)\s*(?:\d[\d.]*|mot nghin|mot van|van|nghin|dau)\b"
)
_IN_CURRENCY = re.compile(r"\b(?:bao nhieu|may) (?:nghin|trieu|ty|dong|usd|do la|euro)\b")
_SCOPES = tuple(
    re.compile(words)
    for words in (
        r"\b(?:the gioi|toan cau|quoc te)\b",
        r"\b(?:dong nam a|asean)\b",
        r"\bchau a\b",
        r"\b(?:ca nuoc|toan quoc)\b",
        r"\b(?:vung|mien (?:bac|trung|nam)|khu vuc (?:mien|dong bang|trung du))\b",
    )
)
_AFTER = re.compile(r"[^,.;()]{0,60}")


def form_bonus(question: Question, quantity: Quantity) -> float:
    """Return what a value counts more or less for the form that a question asks for.

    Args:
        question: The question.
        quantity: A value that could answer.
    """
    least_or_most, way = _asked(question.query)
    least = quantity.comparator in (Comparator.AT_LEAST, Comparator.MORE)
    most = quantity.comparator in (Comparator.AT_MOST, Comparator.LESS)
    bonus = _AS_BOUND * least_or_most * (least - most)
    if way is not None:
        bonus += _AS_CHANGE if quantity.trend is way else -_AS_CHANGE
    return bonus


@lru_cache(maxsize=8)
def _asked(query: str) -> tuple[int, Trend | None]:
    """Return 1 where a least is asked for, -1 for a most, 0 for neither; and which change."""
    folded = fold(query)
    change = _CHANGE.search(folded)
    way = None if change is None else Trend.DOWN if change["way"] in _FALLS else Trend.UP
    return bool(_LEAST.search(folded)) - bool(_MOST.search(folded)), way


@lru_cache(maxsize=8)
def asks_for_part(query: str) -> bool:
    """Tell whether a question asks how much of a whole something makes: “chiếm bao nhiêu GDP”."""
    return _PART.search(fold(query)) is not None


def is_pay(question: Question, text: str, quantity: Quantity) -> bool:
    """Tell whether a value is in months of pay, and answers what is to be paid.

    “Mấy triệu đồng?” is not answered so.
    """
    asked = question.unit == "" or (
        question.kind is AnswerKind.MONEY and not _IN_CURRENCY.search(fold(question.query))
    )
    return asked and bool(pay_after(text, quantity))


def pay_after(text: str, quantity: Quantity) -> int:
    """Return the end of “tháng lương”, which is money; 0 where a value is no such thing."""
    pay = _PAY.match(text, quantity.end) if quantity.unit in ("tháng", "lần") else None
    return pay.end() if pay else 0


def tells_of_others(question: Question, text: str, quantity: Quantity) -> bool:
    """Tell whether a value marks off whom a sentence is of, or is pay where a time is asked for.

    “Con dưới 18 tuổi” says whose children they are; “thưởng 01 tháng lương” takes no month;
    “0,7 doanh nghiệp trên 1.000 dân” counts no firms.
    """
    if quantity.of_group:
        return question.unit != "tuổi"
    rate = _RATE.search(text, quantity.end, quantity.end + 60) if not quantity.unit else None
    if rate and not _RATE_ASKED.search(fold(question.query)):
        return True
    timed = question.unit == DURATION or question.unit in TIMES
    pay = timed and not _PAY_ASKED.search(fold(question.query))
    return pay and bool(pay_after(text, quantity))


_DENIED_ASKED = re.compile(
    r"\b(?:bao nhieu|may) (?:[^\s,?]+ ){1,8}?(?:khong|chua) (?!phai (?:la )?\?)\w+"
)
_DENIES = re.compile(r"(?<!\w)(?:không|chưa|thiếu|ngoài|trừ)(?!\w)")
_NEXT = re.compile(r"[;:]|\d")


def affirms_what_is_denied(question: Question, text: str, quantity: Quantity) -> bool:
    """Tell whether a count is of things of which nothing is denied, as the question asks.

    “Bao nhiêu xã không sắp xếp?” is not answered by how many communes there are.
    """
    if not _DENIED_ASKED.search(fold(question.query)):
        return False
    following = _NEXT.search(text, quantity.end)
    return _DENIES.search(text, quantity.end, following.start() if following else len(text)) is None


_TURN = re.compile(
    r"\b(?P<when>truoc|sau)(?: khi| luc)?(?: thuc hien| tien hanh)? "
    r"(?P<act>sap xep|sap nhap|hop nhat|chia tach|tinh gon|co phan hoa|dieu chinh)\b"
)


_MERGING = {"sap xep", "sap nhap", "hop nhat"}


def of_the_other_time(question: Question, text: str, start: int) -> bool:
    """Tell whether a value is of after a change where one of before it is asked, or contrariwise.

    “Trước khi sắp xếp có bao nhiêu xã?” is not answered by “Sau khi sắp xếp, tỉnh có 64 xã”.
    """
    asked = _turns(question.query)
    if len(asked) != 1:
        return False
    _, when, act = asked[0]
    told = [turn for turn in _turns(text) if turn[2] == act or {turn[2], act} <= _MERGING]
    before = [turn for turn in told if turn[0] <= start]
    nearest = before[-1:] or told[:1]
    return bool(nearest) and nearest[0][1] != when


@lru_cache(maxsize=256)
def _turns(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return the changes that a text tells of: offset, “truoc” or “sau”, and the change."""
    return tuple((turn.start(), turn["when"], turn["act"]) for turn in _TURN.finditer(fold(text)))


_OF_WHICH = re.compile(r"(?<!\w)trong (?:đó|số đó)(?!\w)", re.IGNORECASE)


def part_of_the_same(question: Question, text: str, noun: tuple[int, int], start: int) -> bool:
    """Tell whether a count is a part of one that the sentence has told of before.

    “Gồm 113 phường, 54 xã; trong đó có 50 xã hình thành sau sắp xếp”: 54 communes there are.

    Args:
        question: The question.
        text: The sentence.
        noun: Offsets of the noun that is counted.
        start: Offset of the count.
    """
    parts = _OF_WHICH.search(text, 0, start)
    if parts is None or _OF_WHICH.search(question.query):
        return False
    counted = re.escape(text[slice(*noun)].strip())
    if not text[: parts.start()].strip():
        return bool(counted)  # what it is a part of was told in the clause before
    return bool(counted) and re.search(rf"\d\s+{counted}(?!\w)", text[: parts.start()]) is not None


def of_another_scope(question: Question, text: str, end: int) -> bool:
    """Tell whether a rank is one among others than those asked about.

    “Nhóm 3 nước dẫn đầu Đông Nam Á” is no place in the world.
    """
    if question.kind is not AnswerKind.RANK:
        return False
    asked = _scopes(question.query)
    behind = _AFTER.match(text, end) if asked else None
    here = _scopes(behind.group()) if behind else ()
    return bool(here) and here[0] not in asked


@lru_cache(maxsize=256)
def _scopes(text: str) -> tuple[int, ...]:
    """Return among whom a text ranks, by their numbers, in the order it names them."""
    folded = fold(text)
    found = [(words.search(folded), place) for place, words in enumerate(_SCOPES)]
    return tuple(place for _, place in sorted((m.start(), place) for m, place in found if m))
