"""What a claim says in the words of talk, put as documents write it.

People say “cứ 10 hộ thì 8 hộ”, “một phần năm”, “hai trăm mười bảy xã”, “mọi cán bộ” and “ngồi ghế
đầu” where a plan has 80%, 20%, 217, 100% and a first rank. A claim is respelt before it is read;
what is shown of it are its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.vietnamese.normalise import is_marked
from assistant.vietnamese.written_numbers import NUMBER_WORDS, ordinary, written_numbers

__all__ = ["Respelt", "respell", "spoken_of_all"]

_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Respelt:
    """A text put otherwise.

    Attributes:
        text: The new text.
        origins: For each of its characters, start and end of what it stands for as written.
    """

    text: str
    origins: tuple[tuple[int, int], ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words between two offsets of the new text stand as written."""
        return self.origins[start][0], self.origins[end - 1][1]


_WORDS = "|".join(NUMBER_WORDS)
_SHARED_OUT = re.compile(
    r"(?i)(?<!\w)(?:cứ |trong )?(?:mỗi )?(?P<of>10+)\s(?P<noun>[^\d,.;]{2,30}?),?\s"
    r"(?:thì|phải|sẽ)?\s?(?:có |phải có |được )?(?P<value>\d+)\s(?P<again>[^\W\d_]+)"
)
_OUT_OF = re.compile(
    r"(?i)(?<![\w/])(?P<value>\d+)\s?(?:trên|trong|/)\s?(?:số )?(?P<of>10+)(?=\s[^\W\d_])"
)
_FRACTIONS = re.compile(
    rf"(?i)(?<!\w)(?:(?P<value>{_WORDS})\s+phần\s+(?P<of>tư|{_WORDS})|(?:một\s)?nửa)(?!\w)"
    r"(?!\s+(?:trăm|đầu|cuối|sau|đêm|chừng|vời|năm|tháng|ngày|thế kỷ|nhiệm kỳ))"
)
_ALL = re.compile(
    r"(?i)(?<!\w)(?:(?:toàn bộ|tất cả|hết thảy)(?: (?:các|số|những))?|mọi)"
    r"(?=\s[^\W\d_])"
    r"(?!\s(?:người|thứ|việc|điều|nơi|mặt|lúc|khi|nguồn lực|tầng lớp|lĩnh vực|chi phí))"
)
_EACH = re.compile(
    r"(?i)(?<=\w\s)(?<!ngày )(?<!tháng )(?<!năm )(?<!lúc )(?<!khi )(?<!đâu )(?<!người )"
    r"nào(?=\s(?:[^,.;]{0,40}?\s)?(?:cũng|đều)\s)"
)
_FOR_ALL = re.compile(r"(?i)(?<!\w)(?:toàn bộ|tất cả|hết thảy|mọi|nào)(?!\w)")
_FIRST = re.compile(
    r"(?i)(?<!\w)(?:(?:ngồi|giữ|chiếm|giành)\s(?:được\s)?)?"
    r"(?:(?:chiếc\s)?(?:ghế|ngôi)\s(?:đầu|vương|quán quân|số một)(?:\sbảng)?"
    r"|vị trí (?:quán quân|số một)|quán quân|(?<!dẫn )(?<!đứng )đầu bảng"
    r"|(?:đứng|về|xếp|hạng) (?:hạng |vị trí )?nhất(?! (?:định|trí)))(?!\w)"
)
_RANK_OF = re.compile(
    r"(?i)(?<!\w)(?P<rank>(?:thứ|hạng)\s\d+)\s(?:trên|trong)\s(?:tổng )?(?:số )?(?=\d)"
)
_DAY = re.compile(r"(?i)(?<![\d/.])(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?! năm|[\d/])")


_THE_DAY = re.compile(r"(?i)(?<!\w)hôm(?=\s\d{1,2}/\d)")


def respell(text: str) -> Respelt:
    """Put the words of talk of a claim as documents write what they say.

    A text without its marks stays as it is, since folded most of these words are others.
    """
    found = Respelt(text, tuple((at, at + 1) for at in range(len(text))))
    if not is_marked(text):
        return found
    for edits in (_numbers, _ranks, _shares, _moves):
        found = _apply(found, edits(found.text))
    return found


def spoken_of_all(text: str) -> bool:
    """Tell whether words of a claim say all of a thing: “mọi”, “toàn bộ”, “… nào cũng”."""
    return _FOR_ALL.search(text) is not None


_BY = r"(?= (?:tới |mất |khoảng |gần |hơn |đi |thêm )?\d[\d.,]*\s?%)"
_FEW = re.compile(
    rf"(?i)(?<!\w)(?<!mươi )(?<!mười )(?<!trăm )(?P<value>{_WORDS})"
    r"(?=\s(?:lần|phần trăm|điểm phần trăm|triệu|t[ỷỉ]|nghìn t[ỷỉ])(?!\w))"
    r"(?<!mỗi năm)(?<!một năm)(?<!mười năm)(?<!một)"
)
_OF_TEN = re.compile(
    rf"(?i)(?<!\w)cứ (?:mỗi )?mười\s(?P<noun>[^\d.;]{{2,40}}?)\sthì\s(?:phải\s)?(?:có\s)?"
    rf"(?P<value>{_WORDS})(?=\s)"
)
"""A number of one word before a unit: “gấp ba lần”, “hai triệu người”; “một lần” is once."""


def _numbers(text: str) -> Iterator[_Edit]:
    for match in _OF_TEN.finditer(text):
        yield *match.span(), f"{10 * NUMBER_WORDS[match['value'].lower()]}% {match['noun']}"
    for match in _FEW.finditer(text):
        yield *match.span(), str(NUMBER_WORDS[match["value"].lower()])
    for number in written_numbers(text):
        yield number.start, number.end, f"{number.value:,}".replace(",", ".")


_MOVES = (
    (
        re.compile(rf"(?i)(?<!\w)(?:sụt|tụt|rơi|bốc hơi|hao hụt|cuốn đi|mất đi|sụt giảm){_BY}"),
        "giảm",
    ),
    (re.compile(rf"(?i)(?<!\w)(?:vọt(?: thêm)?|nhảy|nhích(?: thêm)?|leo thêm){_BY}"), "tăng"),
)
"""Words of talk for a rise and a fall by some share."""


def _moves(text: str) -> Iterator[_Edit]:
    for pattern, word in _MOVES:
        for match in pattern.finditer(text):
            yield *match.span(), word


def _ranks(text: str) -> Iterator[_Edit]:
    for match in _FIRST.finditer(text):
        yield *match.span(), "đứng thứ 1"
    for match in _RANK_OF.finditer(text):
        yield *match.span(), f"{match['rank']}/"
    for match in _THE_DAY.finditer(text):
        yield *match.span(), "ngày"
    for match in _DAY.finditer(text):
        yield *match.span(), f"ngày {match['day']}/{match['month']}"


def _shares(text: str) -> Iterator[_Edit]:
    for match in _SHARED_OUT.finditer(text):
        noun, start, end = match["noun"], *match.span()
        if noun.split()[0] == match["again"] and int(match["value"]) <= int(match["of"]):
            again = match.start("again")
            end = again + len(noun) if text.startswith(noun, again) else end
            yield start, end, f"{_percent(match)} {noun}"
    for match in _OUT_OF.finditer(text):
        if int(match["value"]) <= int(match["of"]):
            yield *match.span(), _percent(match)
    for match in _FRACTIONS.finditer(text):
        share = ordinary(match["value"]) / ordinary(match["of"]) if match["of"] else 0.5
        yield *match.span(), f"{100 * share:.4g}%".replace(".", ",")
    for pattern in (_ALL, _EACH):
        for match in pattern.finditer(text):
            yield *match.span(), "100%"


def _percent(match: re.Match[str]) -> str:
    return f"{100 * int(match['value']) / int(match['of']):g}%".replace(".", ",")


def _apply(found: Respelt, edits: Iterator[_Edit]) -> Respelt:
    """Return a text with edits; of two that overlap the first."""
    pieces: list[str] = []
    origins: list[tuple[int, int]] = []
    at = 0
    for start, end, words in sorted(edits):
        if start < at:
            continue
        pieces += [found.text[at:start], words]
        origins += [*found.origins[at:start], *[found.written(start, end)] * len(words)]
        at = end
    return Respelt("".join([*pieces, found.text[at:]]), (*origins, *found.origins[at:]))
