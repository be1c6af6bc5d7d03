"""Figures as answers: the value whose unit, noun and surroundings are those asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answering.candidates.counted_nouns import (
    continued,
    counted_in_full,
    end_of_value,
    noun_end,
    speaks_of,
)
from assistant.answering.candidates.value_forms import (
    affirms_what_is_denied,
    asks_for_part,
    form_bonus,
    is_pay,
    of_another_scope,
    of_the_other_time,
    part_of_the_same,
    tells_of_others,
)
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.local import Candidate, segment, told_of_another, whole
from assistant.figures import told_years, years_of_value
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.units import AREAS, CURRENCIES, DURATION, LENGTHS, TIMES

__all__ = ["figure_candidates"]

_CURRENCY_NAMED = re.compile(r"\b(?:usd|do la|tien dong|(?:ty|trieu|nghin) dong|tien viet)\b")
_MEASURES = ("%", *CURRENCIES, *AREAS, *LENGTHS, "tấn", "MW", "kWh")
_AGES = (*TIMES, "tuổi", "lần")
"""Units that count nothing but themselves."""

_PEOPLE = ("dan", "nguoi", "nhan", "cu")
_SETS = re.compile(
    r"(?: cua [^,;.]{2,40}?)?(?:,? ngay [\d/]+)?(?: cua [^,;.]{2,40}?)?"
    r" (?:yeu cau|dat|neu|quy dinh|xac dinh|giao|de ra)\b"
)
_RANK_LEAD = re.compile(r"^(?:xep|dung|vi tri)\s+")
_SUPERLATIVE = re.compile(
    r"(?:lớn|nhiều|cao|đông|thấp|nhỏ|ít|tốt)\s+nhất(?:\s+(?:cả nước|toàn quốc|thế giới|khu vực))?|"
    r"(?:đứng|dẫn)\s+đầu(?:\s+(?:cả nước|toàn quốc))|(?:tốp|top|nhóm)\s+đầu(?!\w)"
)
_GROUP = re.compile(
    r"(?:nhóm|tốp|top)\s+(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)\s+"
    r"(?:nước|quốc gia|nền kinh tế|địa phương|tỉnh|thành phố)(?:,\s*thành phố)?"
    r"(?:\s+(?:dẫn|đứng)\s+đầu)?(?:\s+(?!vào|đến|năm)[^,.;()]{2,24}?(?=\s+(?:về|trong|ở)\s|[,.;()]))?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:ty|ti) (?:le|trong)\b")
_TOTAL = re.compile(r"\b(?:tong so|so luong)\b")
_CONTINUED = 0.04
"""Bonus for each word that follows the noun in question and text alike."""

# “Mức độ 3, 4” and “Điều 5” name; they count nothing.
_LABEL = re.compile(
    r"\b(?:mức độ|cấp độ|điều|khoản|chương|mục|phụ lục|bảng|giai đoạn|tiêu chí|phiên bản|"
    r"phường|quận|khu phố|tổ dân phố|thôn|lô|khối|lớp)\s+"
    r"(?:\d+\s*(?:,|và|-)\s*)*$",
    re.IGNORECASE,
)
_OUT_OF = 0.25
"""Bonus of “31,5/100” where points are asked for."""
_IN_FULL = 0.1
"""What a value counts more that counts all of a long noun: “95 tiêu chí thành phần”."""
# “90.Sắp xếp toàn bộ …” numbers a clause.
_NUMBERS_A_CLAUSE = re.compile(r"[.)]\s*[^\W\d]")
_PART = 0.12
"""What a part counts less than the whole told of before it."""
# So does the one of “phường Đông Hải 2”.
_NUMBERED_NAME = re.compile(rf"[{LOWER}]\s[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)* $")
# “5 trong 14 chỉ tiêu” is five of them.
_PART_OF = re.compile(r"(?<![\d.,/])\d[\d.]* (?:trong|trên)(?: tổng)?(?: số)? $")
# “Bao lâu báo cáo một lần?”
_AGAIN = re.compile(r"\bmot lan\b|\bdinh ky\b|\bthuong ky\b")
_EVERY = re.compile(
    r"(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)(?!\w)|"
    r"(?:định kỳ|mỗi)\s+\d+\s+(?:năm|tháng|tuần|ngày)(?!\w)",
    re.IGNORECASE,
)
_RECURS = 0.2


def figure_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the figures of a sentence that are of the kind asked for."""
    text = evidence.text
    found = [q for q in quantities(text) if not q.written or question.kind is AnswerKind.FIGURE]
    values = [(q.start, q.end) for q in found]
    if question.kind is AnswerKind.RANK:
        for match in (*_SUPERLATIVE.finditer(text), *_GROUP.finditer(text)):
            if _of_another_year(question, evidence, match.span(), values):
                continue
            if of_another_scope(question, text, match.start()):
                continue
            yield whole(evidence, *match.span(), -0.1 if match.re is _SUPERLATIVE else 0.0)
    claimed = question.kind is AnswerKind.YES_NO and question.unit in TIMES
    if (question.unit == DURATION or claimed) and _AGAIN.search(fold(question.query)):
        for match in _EVERY.finditer(text):
            if not claimed or re.search(r"\d", match.group()):
                yield whole(evidence, *match.span(), _RECURS)
    in_full = counted_in_full(question, text, found)
    for quantity in found:
        if not (_fits(question, quantity) or is_pay(question, text, quantity)):
            continue
        if tells_of_others(question, text, quantity):
            continue
        if of_another_scope(question, text, quantity.end):
            continue
        if of_the_other_time(question, text, quantity.start):
            continue
        end, noun = end_of_value(question, text, quantity)
        if (
            quantity.written or (quantity.rank and question.kind is AnswerKind.FIGURE)
        ) and not noun:
            continue
        bare = not (quantity.unit or quantity.rank or noun)
        if bare and _names(text[: quantity.start]):
            continue
        if quantity.start == 0 and _NUMBERS_A_CLAUSE.match(text, quantity.end):
            continue
        if _of_another_year(question, evidence, (quantity.start, quantity.end), values):
            continue
        if _of_another_document(question, evidence, quantity, values):
            continue
        if told_of_another(question, text, quantity.start):
            continue
        near = segment(text, quantity.start, quantity.end, values)
        if (quantity.start, end) in in_full and ";" not in text[values[0][0] : quantity.start]:
            near = f"{text[: values[0][0]]}{near}"
        if _of_another_level(question, text, near):
            continue
        bonus = 0.25 + _CONTINUED * continued(question, text[end:]) if noun else 0.0
        if (quantity.start, end) in in_full:
            bonus += _IN_FULL
        elif noun and any(quantity.end <= start for start, _ in in_full):
            continue
        if question.unit == "%" and quantity.unit != "%":
            bonus -= 0.15
        if question.focus and not noun and not quantity.rank and question.unit in ("", "điểm"):
            if quantity.unit in _AGES:
                continue
            counts_other = not quantity.unit and noun_end(text, quantity.end) > quantity.end
            of_people = quantity.unit == "người" and question.focus.split()[0] in _PEOPLE
            part = quantity.unit == "%" and asks_for_part(question.query)
            share_of_them = quantity.unit == "%" and _SHARE.search(fold(near)) is not None
            if counts_other or (quantity.unit in _MEASURES and not (share_of_them or part)):
                continue
            if not (of_people or part or speaks_of(question.focus, near)):
                continue
            bonus = 0.0 if part else -0.25
        if question.unit == "điểm" and not noun and quantity.of is not None:
            bonus = _OUT_OF
        bonus += form_bonus(question, quantity)
        if noun and affirms_what_is_denied(question, text, quantity):
            continue
        if noun and part_of_the_same(question, text, (quantity.end, end), quantity.start):
            bonus -= _PART
        window = text[max(0, quantity.start - 60) : quantity.end + 40]
        start = quantity.start
        count = _PART_OF.search(text[:start]) if not quantity.unit else None
        start = count.start() if count else start
        lead = _RANK_LEAD.match(fold(text[start:end])) if quantity.rank else None
        start += lead.end() if lead else 0
        yield Candidate(
            evidence,
            Span(evidence.span.start + start, evidence.span.start + end),
            near,
            bonus,
            beside=window,
        )


def _names(lead: str) -> bool:
    """Tell whether a number that follows a text names something and counts nothing."""
    return _LABEL.search(lead) is not None or _NUMBERED_NAME.search(lead) is not None


@lru_cache(maxsize=8)
def _years_asked(query: str) -> frozenset[int]:
    return told_years(query)


def _of_another_year(
    question: Question, evidence: Evidence, value: tuple[int, int], values: list[tuple[int, int]]
) -> bool:
    """Tell whether a value speaks of a year that the question does not ask for.

    In a table the header says which year a cell is of; see ``rows``.
    """
    asked = _years_asked(question.query) if question.years else frozenset()
    if not asked or evidence.header is not None:
        return False
    years = years_of_value(evidence.text, *value, values)
    return bool(years.own) and not asked & {*years.own, *years.bases}


_LEVEL = re.compile(r"\b(?:cap|cac) (tinh|thanh pho|huyen|quan|xa|phuong|bo|so)\b")


@lru_cache(maxsize=8)
def _levels(text: str) -> frozenset[str]:
    return frozenset(_LEVEL.findall(fold(text)))


def _of_another_level(question: Question, text: str, near: str) -> bool:
    """Tell whether a value is told of another level: “cấp huyện 70%, cấp xã 60%”."""
    asked = _levels(question.query)
    if len(asked) != 1 or not asked & _levels(text):
        return False
    return not asked & _levels(near)


def _of_another_document(
    question: Question, evidence: Evidence, quantity: Quantity, values: list[tuple[int, int]]
) -> bool:
    """Tell whether a value stands before the document asked about, which has one of its own.

    “Đạt 35%, trong khi Nghị quyết 57 yêu cầu 30%” says 30% of the resolution.
    """
    asked = documents_named(question.numbers)
    if not asked:
        return False
    here = named_documents(evidence.text)
    if evidence.is_of(asked):
        # “Nghị quyết 57 yêu cầu 30%”, in a plan that sets a figure of its own elsewhere.
        lead = [n for n in here if n.end <= quantity.start]
        sets = lead and _SETS.match(fold(evidence.text[lead[-1].end :]))
        return bool(sets) and not any_match(lead[-1:], asked)
    named = [n.end for n in here if any_match([n], asked)]
    if not named:
        return False
    before = [n for n in here if n.end <= quantity.start]
    if before and len(here) > 1 and not any_match(before[-1:], asked):
        return True
    return quantity.end <= named[0] and any(a >= named[0] for a, _ in values)


def _fits(question: Question, quantity: Quantity) -> bool:
    """Tell whether a value is of the kind asked for: share, money, rank, unit or count."""
    if question.kind is AnswerKind.RANK:
        return quantity.rank
    if question.kind is AnswerKind.MONEY:
        named = _CURRENCY_NAMED.search(fold(question.query)) is not None
        return quantity.unit == question.unit if named else quantity.unit in CURRENCIES
    if quantity.rank:
        return bool(question.focus) and not question.unit
    if question.unit == "%":
        return quantity.unit == "%" or (quantity.of is not None and not quantity.unit)
    if question.unit == DURATION:
        return quantity.unit in TIMES
    if quantity.unit in TIMES and not question.focus and not question.unit:
        return False
    if question.unit in ("", "điểm"):
        return quantity.unit != "%" or not _TOTAL.search(fold(question.query))
    for alike in (AREAS, LENGTHS):
        if question.unit in alike:
            return quantity.unit in alike
    return quantity.unit == question.unit
