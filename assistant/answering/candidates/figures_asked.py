"""Figures as answers: the value whose unit, noun and surroundings are those asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answering.candidates.value_forms import (
    affirms_what_is_denied,
    asks_for_part,
    form_bonus,
    is_pay,
    of_another_scope,
    of_the_other_time,
    part_of_the_same,
    pay_after,
    tells_of_others,
)
from assistant.answering.evidence import Evidence, documents_named
from assistant.answering.local import Candidate, segment, told_of_another, whole
from assistant.figures import told_years, years_of_value
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.abbreviations import ABBREVIATIONS
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.synonyms import synonyms
from assistant.vietnamese.tokens import Token, syllables
from assistant.vietnamese.units import AREAS, CURRENCIES, DURATION, LENGTHS, TIMES

__all__ = ["figure_candidates"]

_CURRENCY_NAMED = re.compile(r"\b(?:usd|do la|tien dong|(?:ty|trieu|nghin) dong|tien viet)\b")
_MEASURES = ("%", *CURRENCIES, *AREAS, *LENGTHS, "tấn", "MW", "kWh")
_AGES = (*TIMES, "tuổi", "lần")
"""Units that count nothing but themselves."""

_PEOPLE = ("dan", "nguoi", "nhan", "cu")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:\s?[-–/]\s?\d+(?:[.,]\d+)*)?|[^\W\d_]+")
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
_LONG_NOUN = 3
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
_CLASSIFIER = re.compile(
    r"\s*(?:trường hợp|lượt|bộ|bản|loại|nhóm|cặp|đầu|tập|gói|điểm|mã)\s+(?=\w)", re.IGNORECASE
)
# “Bao lâu báo cáo một lần?”
_AGAIN = re.compile(r"\bmot lan\b|\bdinh ky\b|\bthuong ky\b")
_EVERY = re.compile(
    r"(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)(?!\w)|"
    r"(?:định kỳ|mỗi)\s+\d+\s+(?:năm|tháng|tuần|ngày)(?!\w)",
    re.IGNORECASE,
)
_RECURS = 0.2
_PER = re.compile(r"\s?/\s?(?:năm|tháng|ngày|người|ha|km2)(?!\w)")


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
    if question.unit == DURATION and _AGAIN.search(fold(question.query)):
        for match in _EVERY.finditer(text):
            yield whole(evidence, *match.span(), _RECURS)
    in_full = _in_full(question, text, found)
    for quantity in found:
        if not (_fits(question, quantity) or is_pay(question, text, quantity)):
            continue
        if tells_of_others(question, text, quantity):
            continue
        if of_another_scope(question, text, quantity.end):
            continue
        if of_the_other_time(question, text, quantity.start):
            continue
        end, noun = _end(question, text, quantity)
        if (
            quantity.written or (quantity.rank and question.kind is AnswerKind.FIGURE)
        ) and not noun:
            continue
        if not quantity.unit and not noun and _names(text[: quantity.start]):
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
        bonus = 0.25 + _CONTINUED * _continued(question, text[end:]) if noun else 0.0
        if (quantity.start, end) in in_full:
            bonus += _IN_FULL
        elif noun and any(quantity.end <= start for start, _ in in_full):
            continue
        if question.unit == "%" and quantity.unit != "%":
            bonus -= 0.15
        if question.focus and not noun and not quantity.rank and question.unit in ("", "điểm"):
            if quantity.unit in _AGES:
                continue
            counts_other = not quantity.unit and _noun_end(text, quantity.end) > quantity.end
            of_people = quantity.unit == "người" and question.focus.split()[0] in _PEOPLE
            part = quantity.unit == "%" and asks_for_part(question.query)
            share_of_them = quantity.unit == "%" and _SHARE.search(fold(near)) is not None
            if counts_other or (quantity.unit in _MEASURES and not (share_of_them or part)):
                continue
            if not (of_people or part or _speaks_of(question.focus, near)):
                continue
            bonus = 0.0 if part else -0.25
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


def _in_full(question: Question, text: str, found: list[Quantity]) -> set[tuple[int, int]]:
    """Return the counts of all of a long noun, “95 tiêu chí thành phần” beside “43 tiêu chí”."""
    if len(question.focus.split()) < _LONG_NOUN or question.unit not in ("", "điểm"):
        return set()
    ends = [(quantity, _end(question, text, quantity)[0]) for quantity in found]
    return {
        (quantity.start, end)
        for quantity, end in ends
        if fold(text[quantity.end : end]).strip() == question.focus
    }


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


def _continued(question: Question, after: str) -> int:
    """Return how many words on end follow the noun both in the question and in the text.

    “Bao nhiêu doanh nghiệp đang hoạt động” is not “doanh nghiệp tạm ngừng hoạt động”.
    """
    asked = fold(question.query)
    at = asked.find(question.focus)
    wanted = re.findall(r"\w+", asked[at + len(question.focus) :]) if at >= 0 else []
    return _shared(re.findall(r"\w+", fold(after[:60])), wanted)


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


def _end(question: Question, text: str, quantity: Quantity) -> tuple[int, bool]:
    """Return where the short answer ends, and whether the noun asked for follows the value."""
    number = _NUMBER.match(text, quantity.value_start)
    at = number.end() if number and quantity.of is None else quantity.end
    focus = question.focus.split()
    if focus and question.unit in ("", "điểm"):
        matched = _follow(text, at, focus)
        if matched:
            matched += 0 if question.marked else _rest(question, text[matched:])
            return max(matched, quantity.end if not quantity.unit else 0), True
    pay = pay_after(text, quantity)
    if pay:
        return pay, False
    per = _PER.match(text, quantity.end)
    if per:
        return per.end(), False
    if not quantity.unit and not quantity.rank and not quantity.of:
        return _noun_end(text, quantity.end), False
    return quantity.end, False


def _rest(question: Question, after: str) -> int:
    """Return the length of the syllable by which a noun goes on, in question and text alike.

    Without marks “giải thể” could end at “thế”; the text tells.
    """
    following = syllables(after[:20])[:1]
    if not following or is_stopword(following[0].text, marked=True):
        return 0
    goes_on = _continued(question, after) and not after[: following[0].start].strip()
    return following[0].end if goes_on else 0


def _follow(text: str, at: int, focus: list[str]) -> int:
    """Return the end of the noun after a value when it is the one asked for, else 0."""
    classifier = _CLASSIFIER.match(text, at)
    if classifier:
        behind = _follow(text, classifier.end(), focus)
        if behind:
            return behind
    tokens = syllables(text[at : at + 80])
    if not tokens or "," in text[at : at + tokens[0].start]:
        return 0
    words = [fold(token.text) for token in tokens]
    spelt_out = ABBREVIATIONS.get(tokens[0].text)
    if spelt_out and fold(spelt_out).split()[: len(focus)] == focus[: len(fold(spelt_out).split())]:
        return at + tokens[0].end
    count = max(_shared(words, focus), _any_order(words, focus))
    if count and (count == len(focus) or count >= 2):
        return at + tokens[count - 1].end
    for size in range(min(3, len(focus)), 0, -1):
        for other in synonyms(" ".join(focus[:size])):
            length = len(other.split())
            if words[:length] == other.split():
                return at + tokens[length - 1].end
    return 0


def _any_order(words: list[str], focus: list[str]) -> int:
    """Return how many words on end are of the focus, in whatever order (“xã, phường”)."""
    count = 0
    while count < len(words) and words[count] in focus:
        count += 1
    return count if count >= 2 else 0


def _shared(words: list[str], focus: list[str]) -> int:
    count = 0
    for word, wanted in zip(words, focus, strict=False):
        if word != wanted:
            break
        count += 1
    return count


_NOUN_STOP = frozenset(
    "o tai cua duoc da dang se phai co la thi trong tren theo vao den tu voi bi cho de va hoac so "
    "tren duoi bang khi do len cung dat lien sau truoc".split()
)


_BEGINS_A_VERB = re.compile(r"(?:hinh thanh|thuc hien|thanh lap|hoan thanh|ban hanh)\b")


def _noun_end(text: str, at: int) -> int:
    """Return the end of the noun that follows a bare count: at most three syllables.

    Of a longer one the first two: “10 doanh nghiệp công nghệ số” counts firms, and to stop at
    the third syllable would cut a word in half.
    """
    ends: list[int] = []
    previous = at
    tokens: list[Token] = syllables(text[at : at + 60])
    for token in tokens[:4]:
        if text[previous : at + token.start].strip() or fold(token.text) in _NOUN_STOP:
            break
        if token.text[0].isdigit():
            break
        if _BEGINS_A_VERB.match(fold(text[at + token.start :][:12])):
            break
        previous = at + token.end
        ends.append(previous)
    return (ends[1] if len(ends) > 3 else ends[-1]) if ends else at


def _speaks_of(focus: str, text: str) -> bool:
    """Tell whether a sentence holds most words of the noun asked for, or a word for it."""
    words = [fold(token.text) for token in syllables(text)]
    wanted = focus.split()
    held = sum(word in words for word in wanted)
    padded = f" {' '.join(words)} "
    return held * 3 > len(wanted) * 2 or any(f" {o} " in padded for o in synonyms(focus))
