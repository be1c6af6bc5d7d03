"""Quantities: values with unit and comparator, as spans of a text.

A comma is the decimal sign and a full stop groups thousands (Nghị định 30/2020/NĐ-CP follows
the general rule of Vietnamese writing); the English use is recognised where only it can be
meant: ``3.2%`` has one digit behind the stop, ``7,500`` has three behind the comma and no
percent sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.schema import Comparator
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.normalise import fold, has_marks, lower
from assistant.vietnamese.units import COMPARATOR_OF, COMPARATORS, CURRENCY_OF, SCALES, UNITS
from assistant.vietnamese.written_numbers import NUMBER_WORDS, ordinary, written_numbers

__all__ = ["Quantity", "Trend", "parse_number", "quantities"]

_DIGIT = re.compile(r"\d")
_DIGITS = r"\d+(?:[.,]\d+)*"

_COMPARATOR = "|".join(re.escape(words) for words in sorted(COMPARATOR_OF, key=len, reverse=True))
_SPELT = frozenset(
    (*COMPARATORS, *map(lower, UNITS.values()), "km²", "m²", "m³", "phần trăm",
     "điểm phần trăm", "héc ta", "nghìn tỷ", "nghìn tỉ", "ngàn tỷ", "ngàn tỉ", "trăm tỷ", "tỷ",
     "tỉ", "triệu", "nghìn", "ngàn", "tr", "đồng", "đ", "vnd", "usd", "đô la mỹ", "đô la", "euro")
)  # fmt: skip
"""Words beside a number with their marks: “5 ngân hàng” is not 5 ngàn, “6 làn” no 6 lần."""
_FIRST_SPELT = frozenset(word.split()[0] for word in _SPELT)

# “12 đồng chí” are no money, nor are “3 dong luc” in a text without marks.
_MONEY = (
    r"(?:(?P<scale>nghin ty|nghin ti|ngan ty|tram ty|ty|ti|trieu|nghin|ngan|tr)\.?\s*)?"
    r"(?P<currency>dong(?! (?:chi|luc|bang|bao|bo)\b)|vnd|usd|do la my|do la|euro|d)(?!\w)"
)
# “120 năm 2023” are 120 of something in a year.
_UNIT = (
    r"(?!(?:nam|thang|ngay|quy)\s+(?:\d|i{1,3}\b|iv\b))(?:"
    + "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
    + ")"
)

_RANK = re.compile(
    r"(?<!\w)(?:(?:xep|dung|vi tri|hang|xep hang)\s+)?(?:thu|hang|vi tri(?: so)?)\s+"
    r"(?P<value>\d{1,4}|nhat|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi)(?:\s?/\s?(?P<of>\d{1,4}))?(?![\w%]|[.,]\d)"
    r"|(?<!\w)(?:top|top dau|nhom)\s+(?P<top>\d{1,4})(?![\w%]|[.,]\d)"
)
_RANKED_BY = ("thu", "hang", "vi tri", "top", "nhom")
"""Words one of which every rank holds."""
_OCCASION = re.compile(
    r"(?<!\w)(?:nam|ngay|thang|quy|dot|ky|tuan|phien|cuoc|mua"
    r"|lan(?: (?!xep|dung|dau|hang)\w+){0,2})\s+$"
)
_PART_OF_DAY = re.compile(r"(?<!\w)(?:sang|trua|chieu|toi|dem|ngay|hom|vao)\s+$")
# “Thu 50 tấn” folds to the letters of “thứ 50”.
_RANK_SPELT = re.compile(r"thứ|hạng|hằng|hàng năm|vị trí|t[oố]p|nhóm", re.IGNORECASE)
_RANK_WORDS = {"nhat": 1, "nhi": 2, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
               "tam": 8, "chin": 9, "muoi": 10}  # fmt: skip
_RANK_WORDS_SPELT = ("nhất", "nhì", "tư", "bẩy", *NUMBER_WORDS)

_VALUE = re.compile(
    rf"(?:(?<!\w)(?P<comparator>{_COMPARATOR})\s+(?:(?:phai |can )?(?:dat|la)\s+)?"
    rf"|(?P<sign>[≥≤<>]=?)\s*)?"
    rf"(?<![\w.,/])(?<!\w-)(?P<value>{_DIGITS})"
    rf"(?:(?:\s?(?:-|–|den)\s?|\s?%\s?(?:-|–|den)\s?(?={_DIGITS}\s?%))(?P<upper>{_DIGITS})"
    rf"|\s?/\s?(?P<of>{_DIGITS}))?"
    rf"(?P<tail>\s*(?:{_MONEY}|(?P<percent>%)|(?P<unit>{_UNIT})(?!\w)"
    rf"|(?P<bare>nghin ty|ngan ty|nghin ti|ty|ti|trieu|nghin|ngan)(?!\w)"
    rf"(?:\s+(?P<scaled>{_UNIT})(?!\w))?))?(?!\w)"
)
# “4 trong 10 chỉ số”, “1.586 trong tổng số 1.887 thủ tục”.
_OUT_OF = re.compile(
    rf"(?<![\w.,/-])(?P<value>{_DIGITS})\s(?:trong|trên)(?:\stổng)?(?:\ssố)?\s"
    rf"(?P<of>(?!(?:19|20)\d\d\b){_DIGITS})(?=\s(?!(?:năm|tháng|ngày|giờ|%)\b)[^\W\d_])"
)
_EXACT = Comparator.EQUAL
_WORD_VALUE = re.compile(
    # A part of a longer number (“hai mươi ba”) is no number.
    r"(?<!\w)(?<!mươi )(?<!mười )(?<!trăm )(?<!linh )(?<!lẻ )(?P<value>"
    + "|".join(NUMBER_WORDS)
    + r")(?=\s+[^\W\d_])(?!\s+(?:mươi|trăm|nghìn|ngàn|triệu|t[ỷỉ]|lăm|mốt|"
    + "|".join(NUMBER_WORDS)
    + r")(?!\w))",
    re.IGNORECASE,
)
# Numbers that point to a place in a document, name a version or count meetings measure nothing.
# Spelt with marks, since “mức 5” and “bằng 5” fold to the letters of “mục 5” and “bảng 5”.
_NOT_MEASURED = r"(?![\w%]|[.,]\d|\s(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng)(?!\w))"
_REFERENCE = re.compile(
    r"(?<!\w)(?:"
    r"(?:điều|khoản|tiểu mục|mục|phụ lục|chương|trang|bảng|biểu|quý|phiên bản)\s+\d+(?:\.\d+)*"
    r"(?:(?:\s?,\s|\s(?:và|hoặc)\s)\d+(?=,?\s(?:và|hoặc|điều|khoản|của|chương)(?!\w)|[);.]))*"
    r"(?:(?<=\d)(?:\s(?:và|hoặc)\s)\d+(?=,?\s(?:điều|khoản|của|chương)(?!\w)|[);.]|$))?"
    r"|điểm\s+\d+(?:\.\d+)*"
    r"|công nghiệp\s+\d\.0"
    r"|(?:lần|kỳ họp|phiên họp|hội nghị|đại hội|khóa)\s+thứ\s+(?:\d+|nhất|hai|ba|tư|năm))"
    + _NOT_MEASURED,
    re.IGNORECASE,
)
_UPWARDS = re.compile(r"\s*tro (?P<way>len|xuong)(?!\w)")
# “Dân số từ 15 tuổi trở lên”: the age marks off whom a figure is of.
_OF_AN_AGE = re.compile(r"(?<!\w)(?:từ|đủ|từ đủ|dưới|trên|trong độ)\s+$", re.IGNORECASE)
# “Tăng cường” is no rise, and “giám sát” folds to the letters of “giảm sát”.
_TREND = re.compile(
    r"(?<!\w)(?P<way>tăng|giảm)(?! cường| tốc| bớt| thiểu)(?!\w)"
    r"(?:\s(?!tăng\b|giảm\b)[^\s\d,;:.()]+){0,6}\s*\(?$",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?<!\w)(?:(?:tăng|cao|lớn|nhiều)\s+)?gấp\s+(?P<value>đôi|ba|bốn|năm|sáu|rưỡi)(?!\w)"
    r"(?!\s+(?:lần|mươi|trăm))",
    re.IGNORECASE,
)
_FOLD = {"đôi": 2.0, "ba": 3.0, "bốn": 4.0, "năm": 5.0, "sáu": 6.0, "rưỡi": 1.5}
_PARTS = re.compile(
    r"(?<!\w)(?P<value>một|hai|ba|bốn)\s+phần\s+(?P<of>hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"
    r"(?!\w)(?!\s+trăm)"
    r"|(?<!\w)một\s+nửa(?!\w)",
    re.IGNORECASE,
)
_AFTER_WORDS = re.compile(
    rf"\s*(?:{_MONEY}|(?P<unit>{_UNIT})(?!\w)|(?P<bare>nghin ty|ngan ty|nghin ti|ty|ti|trieu)"
    r"(?!\w))"
)


class Trend(StrEnum):
    """Which way a value moved, as the words before it say."""

    UP = "tăng"
    DOWN = "giảm"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in a text.

    Attributes:
        start: First character, the comparator included.
        end: One past the last, the unit included.
        value_start: First character of the number itself.
        value: The number in units of ``unit``; the lower end of a range.
        upper: Upper end of a range, else None.
        of: The whole of a ratio (1.937 in 1.579/1.937), or the field of a rank, else None.
        unit: Unit in normal form; ``đồng`` for money whatever its scale, empty for a count.
        comparator: How the value binds.
        rank: Whether it is a place in an order (thứ 3/63).
        written: Whether it is written in words (ba trụ cột).
        trend: Which way it moved (“giảm 16%”), None where the words before it do not say.
        of_group: Whether it is an age that marks off a group (“dân số từ 15 tuổi trở lên”).
    """

    start: int
    end: int
    value_start: int
    value: float
    upper: float | None
    of: float | None
    unit: str
    comparator: Comparator
    rank: bool = False
    written: bool = False
    trend: Trend | None = None
    of_group: bool = False


def parse_number(digits: str, *, percent: bool = False) -> float | None:
    """Read a number as Vietnamese documents write it; None when it is no number.

    ``437.621`` is 437621, ``81,5`` is 81.5, ``1.234,5`` is 1234.5; ``3.2`` and ``7,500``
    are read the English way, since no Vietnamese reading of them exists.
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits) and not percent:
        return float(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d+", digits):
        if re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits) and not percent:
            return float(digits.replace(",", ""))
        return float(digits.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return float(digits.replace(",", ""))
    if re.fullmatch(r"\d+(?:\.\d+)?", digits):
        return float(digits)
    return None


def quantities(text: str, *, written: bool = True) -> list[Quantity]:
    """Find quantities in NFC text, in order, not overlapping.

    Document numbers, numbers of articles and dates are not quantities. Written numbers count
    from two to ten where a noun follows, and from eleven up.

    Args:
        text: The text.
        written: Whether to look for those written in words, which take half of the time.
    """
    folded = fold(text)
    ranked = any(word in folded for word in _RANKED_BY)
    taken = [m.span() for m in _REFERENCE.finditer(text)]
    if not written and not ranked and not _DIGIT.search(_without(text, taken)):
        return []
    taken += [(m.start, m.end) for m in named_documents(text)]
    taken += [(m.start, m.end) for m in dates(text)]
    marked = has_marks(text)
    found: list[Quantity] = []

    def free(start: int, end: int) -> bool:
        return not any(left < end and start < right for left, right in taken)

    for match in _RANK.finditer(folded) if ranked else ():
        if (not marked or _is_rank_spelt(text, match)) and free(*match.span()):
            taken.append(match.span())
            if not _is_ordinal(text, folded, match):
                found.append(_rank(match))
    for match in _OUT_OF.finditer(text):
        value, of = parse_number(match["value"]), parse_number(match["of"])
        if value is not None and of is not None and value <= of and free(*match.span()):
            found.append(Quantity(*match.span(), match.start(), value, None, of, "", _EXACT))
            taken.append(match.span())
    for match in _VALUE.finditer(folded):
        if free(match.start("value"), match.end()):
            quantity = _value(match, text if marked else None)
            if quantity:
                found.append(quantity)
                taken.append((quantity.value_start, quantity.end))
    for quantity in _in_words(text, folded) if written else ():
        if free(quantity.start, quantity.end):
            found.append(quantity)
            taken.append((quantity.start, quantity.end))
    for match in _WORD_VALUE.finditer(text) if written else ():
        value = float(NUMBER_WORDS[match.group("value").lower()])
        # "năm" before a number or after a preposition is a year, not five; "một" is an article.
        if value not in (1, 5) and free(*match.span()):
            start, end = match.span()
            found.append(
                Quantity(start, end, start, value, None, None, "", Comparator.EQUAL, written=True)
            )
    if not found:
        return []
    found.sort(key=lambda quantity: quantity.start)
    said = text if marked else _as_marked(folded)
    return [_as_told(said, folded, quantity) for quantity in found]


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return what of a text stands outside of spans, which ascend."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _as_marked(folded: str) -> str:
    """Return folded text with the marks of the words for a rise, a fall and an age."""
    marks = (("tang", "tăng"), ("giam", "giảm"), ("tu", "từ"), ("du", "đủ"), ("duoi", "dưới"))
    for bare, marked in marks:
        folded = re.sub(rf"(?<!\w){bare}(?!\w)", marked, folded)
    return folded


def _in_words(text: str, folded: str) -> list[Quantity]:
    """Return multiples, fractions and longer numbers that are written in words."""

    def quantity(start: int, end: int, value: float, unit: str, of: float | None) -> Quantity:
        return Quantity(start, end, start, value, None, of, unit, Comparator.EQUAL, written=True)

    found = []
    for match in _TIMES.finditer(text):
        start = match.start("value")
        found.append(quantity(start, match.end(), _FOLD[match["value"].lower()], "lần", None))
    for match in _PARTS.finditer(text):
        value, of = ordinary(match["value"] or "một"), ordinary(match["of"] or "hai")
        found.append(quantity(*match.span(), float(value), "", float(of)))
    for number in written_numbers(text):
        after = _AFTER_WORDS.match(folded, number.end)
        unit, scale, end = "", 1.0, number.end
        if after and lower(text[number.end : after.end()]).split()[0] in _FIRST_SPELT:
            unit = UNITS.get(after["unit"] or "") or CURRENCY_OF.get(after["currency"] or "", "")
            scale = SCALES.get(after["scale"] or after["bare"] or "", 1.0)
            end = after.end()
        found.append(quantity(number.start, end, float(number.value * scale), unit, None))
    return found


def _as_told(text: str, folded: str, quantity: Quantity) -> Quantity:
    """Return a quantity with what the words around it say: which way, how bound, of whom."""
    trend = _TREND.search(text, max(0, quantity.start - 60), quantity.start)
    way = Trend(trend["way"].lower()) if trend and not quantity.rank else None
    comparator = quantity.comparator
    upwards = _UPWARDS.match(folded, quantity.end)
    if upwards and comparator is Comparator.EQUAL:
        comparator = Comparator.AT_LEAST if upwards["way"] == "len" else Comparator.AT_MOST
    before = text[max(0, quantity.value_start - 12) : quantity.value_start]
    of_group = quantity.unit == "tuổi" and _OF_AN_AGE.search(before) is not None
    if way is None and comparator is quantity.comparator and not of_group:
        return quantity
    return replace(quantity, trend=way, comparator=comparator, of_group=of_group)


def _is_rank_spelt(text: str, match: re.Match[str]) -> bool:
    """Tell whether what folds to a rank is one with its marks: “thứ tự” is no “thứ tư”."""
    word = lower(text[slice(*match.span("value"))]) if match["value"] in _RANK_WORDS else "hai"
    return word in _RANK_WORDS_SPELT and bool(_RANK_SPELT.search(text[slice(*match.span())]))


def _is_ordinal(text: str, folded: str, match: re.Match[str]) -> bool:
    """Tell whether what reads like a rank says when, or opens a point.

    “Hằng năm” and “hàng năm” fold to the letters of “hạng năm”; “sáng thứ hai” and “thứ 3,
    ngày 5/6” are days; “thứ nhất, …; thứ hai, …” count points.
    """
    start, end = match.span()
    if folded[start:end] == "hang nam":
        return not text[start:end].lower().startswith("hạng")
    if not folded.startswith("thu ", start):
        return False
    # “Năm thứ 3 liên tiếp”, “lần đánh giá thứ tư” count years and times.
    if _OCCASION.search(folded[:start]):
        return True
    if _PART_OF_DAY.search(folded[:start]) or re.match(r"\s?[,(]?\s?ngay ", folded[end:]):
        return True
    if (match["value"] or "") not in _RANK_WORDS:
        return False
    capital = text[match.start("value")].isupper() and not text[start:end].isupper()
    return capital or re.match(r"\s?[,:]", text[end:]) is not None


def _rank(match: re.Match[str]) -> Quantity:
    word = match["value"] or match["top"]
    value = float(_RANK_WORDS.get(word) or word)
    comparator = Comparator.AT_MOST if match["top"] else Comparator.EQUAL
    start, end = match.span()
    at = match.start("value") if match["value"] else match.start("top")
    of = float(match["of"]) if match["of"] else None
    return Quantity(start, end, at, value, None, of, "", comparator, rank=True)


def _value(match: re.Match[str], text: str | None) -> Quantity | None:
    """Return the quantity of a match in folded text.

    Args:
        match: The match.
        text: The text with its marks, which tell units from words spelt like them; None when
            it bears none.
    """

    def group(name: str) -> str:
        if text is not None and match[name] and lower(text[slice(*match.span(name))]) not in _SPELT:
            return ""
        return match[name] or ""

    unit = group("unit")
    percent = match["percent"] is not None or unit == "phan tram"
    numbers = [
        parse_number(match[part], percent=percent) if match[part] else None
        for part in ("value", "upper", "of")
    ]
    if numbers[0] is None:
        return None
    value, upper, of = numbers[0], numbers[1], numbers[2]
    currency, bare = group("currency"), group("bare")
    scaled = bare and group("scaled")
    scale = SCALES.get((currency and group("scale")) or bare, 1.0)
    unit = CURRENCY_OF[currency] if currency else "%" if percent else UNITS.get(unit or scaled, "")
    end = match.end()
    if match["tail"] and not (unit or bare):
        end = match.start("tail")
    elif match["scaled"] and not scaled:
        end = match.end("bare")
    words = group("comparator")
    sign = words or match["sign"]
    comparator = COMPARATOR_OF[sign] if sign else Comparator.EQUAL
    start = match.start("comparator") if words else match.start("value")
    if match["sign"]:
        start = match.start("sign")
    # "từ 3-5 năm" is a range, "dựa trên 3 trụ cột" rests on three, "đạt và vượt 18/22
    # chỉ tiêu" met so many: none is a bound.
    before = match.string[: match.start()].rstrip()
    met = words == "vuot" and before.endswith("dat va")
    if words == "tu" or met or (words == "tren" and before.endswith("dua")):
        start, comparator = match.start("value"), Comparator.EQUAL
    return Quantity(
        start,
        end,
        match.start("value"),
        value * scale,
        upper * scale if upper is not None else None,
        of,
        unit,
        comparator,
    )
