"""Whether a value that a claim states is the one that a document states."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from assistant.answering.claims.said import Said
from assistant.answering.claims.stated import Stated
from assistant.answering.figure_facts import bound_of
from assistant.answering.terms import Haystack
from assistant.schema import Comparator, Difference
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.tokens import syllables
from assistant.vietnamese.units import AREAS, CURRENCIES, SCALES

__all__ = [
    "Match",
    "comparable",
    "counted_elsewhere",
    "counts_alike",
    "counts_yearly",
    "is_share",
    "match_value",
    "may_be_one",
    "same_thing",
]

_ROUND_UP = 0.15
"""“Hơn 80%” rounds 81,5% and no 95%: how far above its bound a value may lie, relative."""
_ABOUT = 0.05
"""How far “khoảng” may lie from the value, relative."""
_IN_WORDS = 0.03
"""How far a share in words (“hai phần ba”) may lie from the value, relative."""
_SCALES = (1e3, 1e6, 1e9, 1e12)
_SCALE_WORD = re.compile(r"\b(?P<scale>nghin ty|ngan ty|ty|ti|trieu|nghin|ngan)\b")
_PEOPLE = ("", "người")


@dataclass(frozen=True, slots=True)
class Match:
    """How a claimed value stands to a stated one.

    Attributes:
        differs: In what they differ; empty where they are one.
        rounded: Whether the claim rounds the stated value.
    """

    differs: tuple[Difference, ...]
    rounded: bool = False

    @property
    def same(self) -> bool:
        """Whether the claimed value is the stated one."""
        return not self.differs


def comparable(said: Said, stated: Stated) -> bool:
    """Tell whether two values are of one kind: a share, an amount of money, a rank, a count."""
    one, other = said.quantity, stated.quantity
    if one.rank != other.rank:
        return False
    if one.rank:
        # “Thứ 2” and “tốp 3” are told of different things, but a place in a group is in it.
        within = stated.bound is Comparator.AT_MOST
        return (one.comparator is Comparator.AT_MOST) or not within
    if one.unit == other.unit or is_share(said, stated):
        return True
    if not one.unit and other.unit in CURRENCIES:
        return _scale(said.written) >= SCALES["trieu"]
    if one.unit in _PEOPLE and other.unit in _PEOPLE:
        return True
    if (not one.unit or not other.unit) and stated.evidence.header is not None:
        # A column says “Điểm” once for all its cells.
        unit = fold(one.unit or other.unit)
        return Haystack(f"{stated.near} {said.near}").holds(unit) and unit not in ("%", "dong")
    return one.unit in AREAS and other.unit in AREAS


def is_share(said: Said, stated: Stated) -> bool:
    """Tell whether a share is claimed of what is stated as a part and its whole: 90% of 18/20."""
    other = stated.quantity
    return said.quantity.unit == "%" and other.unit != "%" and bool(other.of) and not other.rank


def _as_share(stated: Stated) -> Stated:
    quantity = stated.quantity
    share = 100 * quantity.value / (quantity.of or quantity.value)
    return replace(stated, quantity=replace(quantity, value=share, of=None, unit="%"))


def match_value(said: Said, stated: Stated, sentence: str) -> Match:
    """Hold a claimed value against a stated one of its kind.

    Args:
        said: The claimed value.
        stated: The stated value.
        sentence: The sentence of the claim.
    """
    if is_share(said, stated):
        stated = _as_share(stated)
    one, other = said.quantity, stated.quantity
    claimed = bound_of(sentence, one)
    if one.trend and other.trend and one.trend is not other.trend:
        return Match((Difference.TREND,))
    if one.unit != other.unit and one.unit in AREAS and other.unit in AREAS:
        same = math.isclose(one.value * AREAS[one.unit], other.value * AREAS[other.unit])
        return Match(() if same else (Difference.UNIT,))
    if one.rank and one.comparator is Comparator.AT_MOST is not stated.bound:
        return Match(() if other.value <= one.value else (Difference.VALUE,), rounded=True)
    if _same_number(said, stated):
        return _bounds(claimed, stated.bound, rank=one.rank)
    if not one.rank and _rounds(said, stated, claimed):
        return Match((), rounded=True)
    ratio = max(one.value, other.value) / max(min(one.value, other.value), 1e-9)
    ranges = (
        one.upper is None
        or other.upper is None
        or math.isclose(
            max(one.upper, other.upper) / max(min(one.upper, other.upper), 1e-9),
            ratio,
            rel_tol=1e-6,
        )
    )
    if (_is_scale(ratio) and ranges) or _rounds_another_scale(said, stated, claimed):
        return Match((Difference.UNIT,))
    return Match((Difference.VALUE,))


def _same_number(said: Said, stated: Stated) -> bool:
    one, other = said.quantity, stated.quantity
    if one.of is None and one.upper is None and other.of is not None and not one.rank:
        return math.isclose(one.value, other.value)
    if one.of is not None and other.of is not None and not math.isclose(one.of, other.of):
        return not one.rank and math.isclose(one.value / one.of, other.value / other.of)
    uppers = (one.upper, other.upper)
    if (one.upper is None) != (other.upper is None):
        return False
    same_upper = uppers[0] is None or uppers[1] is None or math.isclose(uppers[0], uppers[1])
    return math.isclose(one.value, other.value) and same_upper


def _bounds(claimed: Comparator, stated: Comparator, *, rank: bool) -> Match:
    """Compare how two equal values bind; “khoảng” left out or put in rounds, the rest differs."""
    if claimed is stated or rank:
        return Match(())
    if Comparator.ABOUT in (claimed, stated):
        loose = stated if claimed is Comparator.ABOUT else claimed
        if loose in (Comparator.EQUAL, Comparator.ABOUT):
            return Match((), rounded=True)
    return Match((Difference.COMPARATOR,))


def _rounds(said: Said, stated: Stated, claimed: Comparator) -> bool:
    """Tell whether a claim says a stated value roundly: “hơn 80%” for 81,5%."""
    one, other = said.quantity, stated.quantity
    above = (Comparator.MORE, Comparator.AT_LEAST)
    if stated.bound not in (Comparator.EQUAL, Comparator.ABOUT) and not (
        claimed is stated.bound is Comparator.MORE  # more than 815.000 is more than 800.000
    ):
        return False
    if one.upper is not None or other.upper is not None or not other.value:
        return False
    if _precision(one.value) >= _precision(other.value) and not said.in_words:
        return False
    distance = (other.value - one.value) / other.value
    if claimed in above:
        return 0 < distance <= _ROUND_UP
    if claimed is Comparator.LESS:
        return -_ROUND_UP <= distance < 0
    if claimed is Comparator.ABOUT:
        return abs(distance) <= _ABOUT
    if said.in_words and claimed is Comparator.EQUAL:
        return abs(distance) <= _IN_WORDS
    return claimed is Comparator.EQUAL and _coarser(said, stated)


def _rounds_another_scale(said: Said, stated: Stated, claimed: Comparator) -> bool:
    """Tell whether a claim rounds a value of another scale: “gần 40 tỷ” for 39.888 tỷ."""
    if claimed is Comparator.EQUAL or not said.quantity.unit or said.quantity.unit == "%":
        return False
    return any(
        _rounds(replace(said, quantity=replace(said.quantity, value=value)), stated, claimed)
        for value in (said.quantity.value * 1e3, said.quantity.value / 1e3)
    )


def _coarser(said: Said, stated: Stated) -> bool:
    """Tell whether a claim counts in a larger scale: “437 nghìn” for 437.621.

    42% for 42,5% is another figure: no word says that it is rounded.
    """
    scale = _scale(said.written)
    if not scale or _scale(stated.words) >= scale:
        return False
    digits = re.search(r"\d[\d.]*(?:,(?P<decimals>\d+))?", said.written)
    decimals = len(digits["decimals"] or "") if digits else 0
    return abs(stated.quantity.value - said.quantity.value) < scale / 10.0**decimals


def _precision(value: float) -> int:
    """Return the number of digits that count: 3 for 81.5, 1 for 8,000."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _scale(text: str) -> float:
    match = _SCALE_WORD.search(fold(text))
    return SCALES[match["scale"]] if match else 0.0


_NOUN = re.compile(r"\s*(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){0,3})")
_WHOLE_NOUN = re.compile(r"\s*(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){0,9})")
_MOVED = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)")
_GROWTH = re.compile(r"(?:(?:tốc độ|mức|tỷ lệ|chỉ số) )?(?:tăng|giảm)(?!\w)")
_RATE = re.compile(
    r"^[^,;.]{0,50}?(?:/|(?<!\w)(?:trên|mỗi|một)\s)\s?(?:\d[\d.]*\s|một\s|vạn\s|nghìn\s|triệu\s){1,2}"
    r"(?:dân|người|hộ|km)",
    re.IGNORECASE,
)
_FAR_APART = 8.0
"""A count so many times another is one of something else, but for a scale left out."""


def counts_alike(said: Said, stated: Stated) -> bool:
    """Tell whether two counts may be of one thing by the nouns behind them, where both have one."""
    quantity = said.quantity
    if quantity.unit or quantity.rank or stated.evidence.header is not None:
        return True
    text = stated.evidence.document.text
    other = text[stated.span.end : stated.span.end + 40]
    one, two = _NOUN.match(said.after), _NOUN.match(other)
    if not one or not two:
        return True
    mine, its = Haystack(one["noun"]), Haystack(two["noun"])
    first = fold(syllables(one["noun"])[0].text)
    return its.holds(first) or any(mine.holds(w) for w in its.padded.split()[:1])


def same_thing(said: Said, stated: Stated) -> bool:
    """Tell whether two counts are of one thing: all of the claim's noun stands behind the other.

    “64 xã” is a count of “64 đơn vị hành chính cấp xã”, “98 doanh nghiệp giải thể” none of
    “98 doanh nghiệp tạm ngừng”.
    """
    if said.quantity.unit or said.quantity.rank or stated.evidence.header is not None:
        return False
    text = stated.evidence.document.text
    one = _NOUN.match(said.after)
    two = _WHOLE_NOUN.match(text[stated.span.end : stated.span.end + 80])
    if not one or not two:
        return False
    its = Haystack(two["noun"])
    return all(its.holds(fold(token.text)) for token in syllables(one["noun"]))


def counted_elsewhere(said: Said, stated: Stated) -> bool:
    """Tell whether the sentence of a count counts the claim's very noun by another figure.

    “168 đơn vị, gồm 113 phường” counts 168 of something else than wards.
    """
    quantity, evidence = said.quantity, stated.evidence
    noun = _NOUN.match(said.after)
    if quantity.unit or quantity.rank or noun is None or evidence.header is not None:
        return False
    if _OF_SEVERAL.match(lower(said.after)):
        return False
    first = fold(syllables(noun["noun"])[0].text)
    text = evidence.document.text
    others = []
    for one in quantities(evidence.text):
        start = evidence.span.start + one.end
        counted = _NOUN.match(text[start : start + 40])
        if counted and not one.unit and fold(syllables(counted["noun"])[0].text) == first:
            others.append(evidence.span.start + one.start)
    return bool(others) and not any(stated.span.start <= at < stated.span.end for at in others)


_KINDS_OF_UNIT = r"(?:tỉnh|thành(?: phố)?|huyện|quận|xã|phường|thị trấn|đặc khu)"
_OF_SEVERAL = re.compile(rf"\s{_KINDS_OF_UNIT}(?:,| và|/)?\s?{_KINDS_OF_UNIT}(?!\w)")
"""Units of several kinds, counted together: “34 tỉnh thành”."""
_YEARLY = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng|một|từng) năm(?!\w)|/năm|(?<!\w)bình quân")


def counts_yearly(said: Said, stated: Stated) -> bool:
    """Tell whether a claim tells by the year what a document tells once: 1.000 người mỗi năm."""
    evidence = stated.evidence
    whole = f"{evidence.around} {evidence.head}"
    return bool(_YEARLY.search(lower(said.near))) and not _YEARLY.search(lower(whole))


def may_be_one(said: Said, stated: Stated) -> bool:
    """Tell whether a stated value can stand against a claimed one, whatever words are shared.

    A rate (“0,7 doanh nghiệp trên 1.000 dân”) says nothing of a count, nor does a count of
    something else or one that is many times as large.
    """
    one, other = said.quantity, stated.quantity
    told = _GROWTH.match if stated.evidence.header is not None else _MOVED.search
    moved = told(lower(stated.near)) is not None
    if (one.trend and not other.trend and not moved) or (
        other.trend and not one.trend and not _MOVED.search(lower(said.near))
    ):
        return False  # by how much a thing changed is not how much it is
    if one.rank or one.unit == "%":
        return True
    text = stated.evidence.document.text
    behind = text[stated.span.end : stated.span.end + 80]
    if (_RATE.match(behind) is None) != (_RATE.match(said.after) is None):
        return False
    if one.unit:
        return True
    if _OF_SEVERAL.match(lower(said.after)) and _is_part(stated):
        return False
    low, high = sorted((max(one.value, 1e-9), max(other.value, 1e-9)))
    if high / low > _FAR_APART and not _is_slip(high / low):
        return False
    if stated.evidence.header is None:
        return counts_alike(said, stated)
    noun = _NOUN.match(said.after)
    its = Haystack(f"{stated.near} {behind.partition(chr(10))[0]}")
    return noun is None or any(its.holds(fold(t.text)) for t in syllables(noun["noun"])[:2])


_OF_WHICH = re.compile(r"(?<!\w)(?:trong đó|trong số đó|(?:bao )?gồm)(?!\w)")


def _is_part(stated: Stated) -> bool:
    """Tell whether a count is one of the parts that a sentence names of a whole."""
    evidence = stated.evidence
    if evidence.header is not None:
        return False
    before = lower(evidence.text[: stated.span.start - evidence.span.start])
    return _OF_WHICH.search(before) is not None


def _is_slip(ratio: float) -> bool:
    """Tell whether two counts differ by a zero or a scale left out."""
    return math.isclose(ratio, 10.0) or _is_scale(ratio)


def _is_scale(ratio: float) -> bool:
    return any(math.isclose(ratio, scale, rel_tol=1e-6) for scale in _SCALES)
