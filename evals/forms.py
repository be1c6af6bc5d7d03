"""When are two short answers the same answer?

Answers are compared as figures, dates, names and spans of words; no model judges another.
Digits are never looked for inside a text, so 14 is found neither in 114 nor in 14%.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.schema import Comparator
from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import LOWER, UPPER, lower, nfc, place_tones
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import quantities

__all__ = ["has_fact", "normal_form", "same_answer"]

_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_EDGES = " \t\n.,;:!?…\"'“”‘’"

# Words that may stand before an answer without being part of it.
_FILLERS = (
    "ngày", "năm", "sáng", "trưa", "chiều", "tối", "hôm", "vào", "từ", "kể từ", "đến", "tới",
    "trong", "lúc", "là", "đạt", "lên tới", "số", "xếp",
)  # fmt: skip
_HONORIFICS = (
    "ông", "bà", "đồng chí", "đ/c", "tiến sĩ", "tiến sỹ", "thạc sĩ",
    "thạc sỹ", "giáo sư", "phó giáo sư", "pgs.ts", "pgs", "gs.ts", "gs", "ts", "ths",
)  # fmt: skip
_BOUNDS = {
    "khoảng": Comparator.ABOUT,
    "chừng": Comparator.ABOUT,
    "xấp xỉ": Comparator.ABOUT,
    "gần": Comparator.ABOUT,
    "hơn": Comparator.MORE,
    "trên": Comparator.MORE,
    "vượt": Comparator.MORE,
    ">": Comparator.MORE,
    "tối thiểu": Comparator.AT_LEAST,
    "ít nhất": Comparator.AT_LEAST,
    "không dưới": Comparator.AT_LEAST,
    "không thấp hơn": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "tối đa": Comparator.AT_MOST,
    "không quá": Comparator.AT_MOST,
    "không vượt quá": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    "dưới": Comparator.LESS,
    "chưa đến": Comparator.LESS,
    "chưa tới": Comparator.LESS,
    "<": Comparator.LESS,
}
_SIDES = {
    Comparator.AT_LEAST: "up",
    Comparator.MORE: "up",
    Comparator.AT_MOST: "down",
    Comparator.LESS: "down",
    Comparator.ABOUT: "about",
}
# Units that are nouns: "25 điểm du lịch" is 25 of something, not a score of 25.
_COUNTED_UNITS = frozenset({"người", "điểm"})

_POST = re.compile(
    r"(?:quyền |nguyên )?(?:phó )?(?:tổng bí thư|bí thư|chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|"
    r"tổng giám đốc|giám đốc|viện trưởng|cục trưởng|vụ trưởng|chánh văn phòng|chánh thanh tra|"
    r"hiệu trưởng|trưởng ban|trưởng phòng|trưởng khoa|chủ nhiệm|tổng thư ký|tổng biên tập)"
    r"(?= |$)"
)
_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}}")


def normal_form(text: str) -> str:
    """Return a text as it is compared.

    NFC, lower case, tones placed by the new spelling, one space for any white space, one
    dash for all dashes with no space around it, ``tỉ`` as ``tỷ``, no quotation marks or
    punctuation at either end. Leading words such as “khoảng” stay.
    """
    text = _DASH.sub("-", " ".join(lower(nfc(text)).split()))
    text = _SYLLABLE.sub(lambda match: _spell(match.group()), text)
    return text.strip(_EDGES)


def _spell(syllable: str) -> str:
    return "tỷ" if syllable == "tỉ" else place_tones(syllable)


def same_answer(got: str | None, accepted: Sequence[str]) -> bool:
    """Tell whether a short answer is one of the accepted forms.

    It is when the normal forms are equal, or after leading qualifiers are left out of both;
    when both are one date; when both are one figure of equal value and unit, bound the same
    way, and what is counted in one is a beginning of what is counted in the other; or when
    one is the other's name with a form of address or a post before it.

    A bound that the accepted forms state (“trên 50%”) holds for all of them: against
    ``["trên 50%", "50%"]`` the answer “dưới 50%” is wrong and “50%” is right.
    """
    if got is None or not normal_form(got):
        return False
    answer = _read(got)
    forms = [_read(form) for form in accepted]
    if any(answer.whole == form.whole for form in forms):
        return True
    bounds = {form.bound for form in forms} - {Comparator.EQUAL}
    bound_fits = _compatible(answer.bound, bounds)
    return any(
        (bound_fits and (answer.bare == form.bare or _same_figure(answer.figure, form.figure)))
        or (answer.date is not None and answer.date == form.date)
        or _same_person(got, original)
        for form, original in zip(forms, accepted, strict=True)
    )


def has_fact(text: str, fact: str) -> bool:
    """Tell whether a text holds a fact as whole words of its normal form.

    A number is whole too: 17% is neither in 117% nor in 3,17%, and 17 is not in 17%.
    """
    wanted = normal_form(fact)
    pattern = rf"(?<!\w){re.escape(wanted)}(?!\w)"
    if wanted[:1].isdigit():
        pattern = r"(?<!\d[.,/-])" + pattern
    if wanted[-1:].isdigit():
        pattern += r"(?![.,/-]\d)(?!\s?%)"
    return re.search(pattern, normal_form(text)) is not None


# --- one answer, read ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure; ``counted`` is what follows it, in syllables of the normal form."""

    value: float
    upper: float | None
    of: float | None
    unit: str
    rank: bool
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A short answer, read in every way that it can be compared."""

    whole: str
    bare: str
    bound: Comparator
    date: tuple[int | None, int | None, int | None] | None
    figure: _Figure | None


def _read(text: str) -> _Reading:
    whole = normal_form(text)
    bound, bare = _split_qualifiers(whole)
    return _Reading(whole, bare, bound, _date(bare), _figure(bare))


_BOUND_OF = {normal_form(word): bound for word, bound in _BOUNDS.items()}
_HONORIFIC_FORMS = frozenset(map(normal_form, _HONORIFICS))
_QUALIFIERS = sorted(
    {*map(normal_form, _FILLERS), *_HONORIFIC_FORMS, *_BOUND_OF},
    key=lambda word: (-len(word), word),
)


def _split_qualifiers(text: str) -> tuple[Comparator, str]:
    """Take the leading qualifiers off a normal form; return the last bound and the rest."""
    bound = Comparator.EQUAL
    while word := next((word for word in _QUALIFIERS if _leads(text, word)), None):
        bound = _BOUND_OF.get(word, bound)
        text = text[len(word) :].lstrip(_EDGES)
    return bound, text


def _leads(text: str, word: str) -> bool:
    """Tell whether a qualifier stands before something else in a normal form."""
    if not text.startswith(word):
        return False
    after = text[len(word) :]
    # "năm" is five before a noun, and a year only before digits.
    if word == "năm" or not word[0].isalpha():
        return after.lstrip()[:1].isdigit()
    title = word in _HONORIFIC_FORMS and after[:1] in (".", ",")
    return bool(after.strip(_EDGES)) and (after[0] == " " or title)


def _date(text: str) -> tuple[int | None, int | None, int | None] | None:
    """Return year, month and day when the whole text is one date, month or year."""
    if "quý" in text:
        return None
    for cue in ("", "ngày ", "tháng "):
        found = dates(cue + text)
        if len(found) == 1 and found[0].end == len(cue + text) and found[0].start <= len(cue):
            return found[0].year, found[0].month, found[0].day
    return None


def _figure(text: str) -> _Figure | None:
    """Return the figure that a text without qualifiers begins with, if it does."""
    found = quantities(text)
    if not found or found[0].start != 0:
        return None
    first = found[0]
    unit, end = first.unit, first.end
    if unit in _COUNTED_UNITS:
        unit, end = "", end - len(unit)
    counted = re.findall(r"[^\W_]+|/", text[end:])
    return _Figure(first.value, first.upper, first.of, unit, first.rank, tuple(counted))


# --- two answers, compared ----------------------------------------------------------------


def _compatible(bound: Comparator, stated: set[Comparator]) -> bool:
    """Tell whether a bound may stand where the gold states these bounds, or none.

    “Dưới 50%” says that 50% is not reached, so it does not stand for a plain 50%.
    """
    if not stated:
        return bound is not Comparator.LESS
    if bound is Comparator.EQUAL:
        return stated != {Comparator.LESS}
    return _SIDES[bound] in {_SIDES[one] for one in stated}


def _same_figure(one: _Figure | None, other: _Figure | None) -> bool:
    if one is None or other is None or one.unit != other.unit or one.rank != other.rank:
        return False
    # A rank may leave out how many were ranked: "thứ 3" and "thứ 3/63".
    same_whole = _close(one.of, other.of) or (one.rank and None in (one.of, other.of))
    shorter, longer = sorted((one.counted, other.counted), key=len)
    return (
        _close(one.value, other.value)
        and _close(one.upper, other.upper)
        and same_whole
        and longer[: len(shorter)] == shorter
    )


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9)


def _same_person(one: str, other: str) -> bool:
    """Tell whether one is the other's name with a form of address or a post before it."""
    shorter, longer = sorted((" ".join(nfc(one).split()), " ".join(nfc(other).split())), key=len)
    if not longer.endswith(" " + shorter) or not _NAME.fullmatch(shorter) or places(shorter):
        return False
    # The name itself is left on, so that a title is always before something.
    _, rest = _split_qualifiers(normal_form(longer))
    return rest == normal_form(shorter) or _POST.match(rest) is not None
