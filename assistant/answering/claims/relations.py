"""How a sentence says two values stand to each other: which is higher, how many times, by how much.

“Chỉ tiêu của A thấp hơn chỉ tiêu của B”, “gấp đôi mức của năm 2025”, “kém B khoảng 0,014”: each
side is put as a question of its own, with what the other side says for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.answering.claims.words import Statement
from assistant.retrieval.parts import Slot, content_of, cut, parts_of
from assistant.schema import Comparator
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import fold, is_marked, lower
from assistant.vietnamese.quantities import Quantity
from assistant.vietnamese.units import TIMES

__all__ = ["Measure", "Relation", "relations_in"]


class Measure(Enum):
    """What is said of two values: their order alone, their ratio or their difference."""

    ORDER = "order"
    TIMES = "times"
    GAP = "gap"


@dataclass(frozen=True)
class Relation:
    """Two values as a sentence sets them beside each other.

    Attributes:
        start: Where its words begin in the sentence.
        end: Where they end.
        left: What the value on the left is of.
        right: What the other is of; empty where it is what was before.
        way: 1 where the left is said to be higher, -1 where lower.
        measure: What is said of them.
        by: The figure that says how many times or by how much; None for their order alone.
        bound: How that figure binds.
    """

    start: int
    end: int
    left: str
    right: str
    way: int
    measure: Measure
    by: Quantity | None = None
    bound: Comparator = Comparator.EQUAL


_MORE = r"(?:cao|lớn|nhiều|đông|rộng|dài) hơn|vượt(?: qua)?|nhỉnh hơn"
_LESS = r"(?:thấp|ít|nhỏ|hẹp|ngắn) hơn|chưa bằng|không bằng"
_LESS_SHORT = r"|thua(?: kém)?|kém(?: hơn)?"  # folded, “thua” stands in “Thừa Thiên Huế”
_LOOSE = {"hơn": Comparator.MORE, "trên": Comparator.MORE, "gần": Comparator.ABOUT,
          "khoảng": Comparator.ABOUT, "xấp xỉ": Comparator.ABOUT}  # fmt: skip
_LOOSELY = rf"(?:(?P<loose>{'|'.join(_LOOSE)})\s)?"
_ORDER = rf"(?<!\w)(?:(?P<more>{_MORE})|(?P<less>{_LESS}%s))(?: (?:hẳn|cả|xa|nhiều|so với))*\s"
_TIMES = rf"(?<!\w)(?:(?:nhiều|cao|lớn|đông|tăng)\s)?{_LOOSELY}gấp\s(?:\w+\s)?$"
_SHARE = r"(?<!\w)(?P<be>bằng|còn)\s(?:chỉ\s|mới\s)?$"
_MOVED = (
    r"(?<!\w)(?:(?P<more>tăng thêm|tăng|thêm)|(?P<less>giảm bớt|giảm đi|giảm|bớt đi|bớt|hụt))\s$"
)
_THAN = r"\s*(?:(?:nữa|nhiều|mức)\s)?so với\s"
_BEFORE = (
    r"(?:hồi |thời )?(?:trước|ban đầu|lúc đầu)(?: (?:đây|đó|kia|khi|đợt|lúc))?"
    r"(?: (?:sắp xếp|sáp nhập|hợp nhất))?$"
)
_BREAK = r"[,;:](?=\s)|\.$|\s(?:và|nhưng|còn|nên|song|cộng)\s"
_FILLER = (
    r"(?<!\w)(?:mức|con số|chỉ tiêu|mục tiêu|đích|sàn|trần|mà|từng|đặt ra|đặt|đề ra|yêu cầu|giao|"
    r"theo|kỳ vọng|kế hoạch|trung ương|chương trình|năm|cả|của|cho|ở|tại|trong|hồi|hiện)(?!\w)"
)
_COUNTED = r"(?:^|(?<=[,:] )|(?<=của ))(?:có )?số (?P<noun>(?!liệu|hóa|hoá|tiền)[^\W\d_]+)(?!\w)"
_LEADS_OUT = r"(?:\s(?:còn|lại|thì|cũng|vẫn|đã|đặt|ở|là|có|chỉ|đều|mới|tự|cho mình))+$"
_UNNAMED = r"(?:năm (?:trước|ngoái)|cùng kỳ|kỳ trước|trung bình|bình quân|tất cả|nhau)(?!\w)"
_NOUN = re.compile(r"\s(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+)?)")
_ASK = "bao nhiêu"
_SETTER = r"(?<!\w)(?:trung ương|quốc gia|cả nước|toàn quốc)(?!\w)"
_FEWEST = 2
"""With fewer syllables of its own than this a side leaves its subject to the other."""
_NO_MARKS = str.maketrans({letter: fold(letter) for letter in "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩị"
                           "òóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"})  # fmt: skip


@dataclass(frozen=True)
class _Read:
    """A sentence as it is read: lower-cased, and folded where it was typed without marks."""

    text: str
    spelt: str
    marked: bool
    figures: Sequence[Quantity]

    def pattern(self, words: str) -> re.Pattern[str]:
        return re.compile(words if self.marked else words.translate(_NO_MARKS), re.IGNORECASE)

    def words(self, marked: str) -> str:
        """Return words of ours as the sentence is spelt."""
        return marked if self.marked else fold(marked)

    def orders(self) -> list[re.Match[str]]:
        words = _ORDER % (_LESS_SHORT if self.marked else "")
        return list(self.pattern(words).finditer(self.spelt))

    def breaks(self, start: int, end: int | None = None) -> list[int]:
        end = len(self.text) if end is None else end
        return [match.start() for match in self.pattern(_BREAK).finditer(self.spelt, start, end)]

    def end_after(self, at: int) -> int:
        """Return where the words end that begin at an offset: with the clause, or at a figure."""
        ends = [*self.breaks(at), *(one.start for one in self.figures if one.start >= at)]
        return min(ends, default=len(self.text.rstrip(" .!?")))


@dataclass(frozen=True)
class _Words:
    """The words of a relation: where they begin and end, and where its right side does."""

    start: int
    right: tuple[int, int]
    end: int


def relations_in(statement: Statement, figures: Sequence[Quantity]) -> Iterator[Relation]:
    """Yield the relations that a sentence states, those with a figure for them first.

    Args:
        statement: The sentence.
        figures: Its figures.
    """
    text = statement.text
    marked = is_marked(text)
    read = _Read(text, lower(text) if marked else fold(text), marked, figures)
    spans: list[tuple[int, int]] = []
    for quantity in figures:
        found = _of_figure(read, quantity, statement)
        if found is not None:
            spans.append((found.start, found.end))
            yield found
    for match in read.orders():
        end = read.end_after(match.end())
        valued = any(match.start() < one.end and one.start <= end + 1 for one in figures)
        if not valued and not any(start <= match.start() < stop for start, stop in spans):
            words = _Words(match.start(), (match.end(), end), end)
            found = _relation(read, words, 1 if match["more"] else -1, Measure.ORDER)
            if found is not None and found.right:
                yield found


def _of_figure(read: _Read, by: Quantity, statement: Statement) -> Relation | None:
    """Return the relation that a figure says how many times or by how much, if it does."""
    before = read.spelt[: by.start]
    than = read.pattern(_THAN).match(read.spelt, by.end)
    at = than.end() if than else by.end
    end = read.end_after(at)
    times = read.pattern(_TIMES).search(read.spelt[: by.value_start])
    if times and by.unit == "lần":
        bound = next((b for word, b in _LOOSE.items() if fold(word) == fold(times["loose"] or "")),
                     by.comparator)  # fmt: skip
        return _relation(read, _Words(times.start(), (at, end), end), 1, Measure.TIMES, by, bound)
    in_words = by.unit == "%" and "%" not in statement.said(by.start, by.end)
    share = read.pattern(_SHARE).search(before)
    if in_words and share and (than or fold(share["be"]) == "bang"):
        words = _Words(share.start(), (at, end), end)
        return _relation(read, words, 1, Measure.TIMES, by, by.comparator)
    if by.rank or by.of or by.upper is not None or by.unit in TIMES:
        return None
    return _gap(read, by, (at, end) if than else None)


def _gap(read: _Read, by: Quantity, than: tuple[int, int] | None) -> Relation | None:
    """Return the relation of which a figure is the difference: “thua B khoảng 0,014”.

    Args:
        read: The sentence.
        by: The figure.
        than: Where stands what follows it with “so với”, if anything does.
    """
    for match in read.orders()[::-1]:
        if match.start() >= by.value_start or read.breaks(match.end() - 1, by.value_start):
            continue
        way = 1 if match["more"] else -1
        # The word of order may have been read as the bound of the figure: “cao hơn 10 điểm”.
        if match.end() >= by.start:
            if than is None:
                return None
            return _relation(read, _Words(match.start(), than, than[1]), way, Measure.GAP, by)
        words = _Words(match.start(), (match.end(), by.start), by.end)
        return _relation(read, words, way, Measure.GAP, by, by.comparator)
    moved = read.pattern(_MOVED).search(read.spelt[: by.start])
    if moved is None or (than is None and by.unit not in ("", "người")):
        return None
    words = _Words(moved.start(), than or (by.end, by.end), than[1] if than else by.end)
    return _relation(read, words, 1 if moved["more"] else -1, Measure.GAP, by, by.comparator)


def _relation(
    read: _Read,
    words: _Words,
    way: int,
    measure: Measure,
    by: Quantity | None = None,
    bound: Comparator = Comparator.EQUAL,
) -> Relation | None:
    """Return a relation with its sides; None where nothing is said of the left one."""
    right = read.text[slice(*words.right)].strip()
    start, end = words.right
    if read.pattern(_UNNAMED).match(right) or any(
        start <= q.value_start < end for q in read.figures
    ):
        return None
    left, noun = _left_side(read, words.start)
    if not content_of(left):
        return None
    other = ""
    if right and not read.pattern(_BEFORE).match(right):
        other = _other_side(read, left, right, noun)
        if not other:
            return None
    return Relation(
        words.start, words.end, _asked(read, left), _asked(read, other), way, measure, by, bound
    )


def _left_side(read: _Read, end: int) -> tuple[str, str]:
    """Return what stands before a relation as it is asked for, and what is counted there.

    Where its clause says enough by itself a statement before it with a figure of its own lends it
    its place, year and document alone. A figure in it is asked for again.
    """
    start = 0
    for at in read.breaks(0, end)[::-1]:
        told = any(one.end <= at for one in read.figures)
        if told and len(content_of(read.text[at:end])) > _FEWEST:
            start = at + 1
            break
    text, noun = read.text[start:end], ""
    for one in [one for one in read.figures if start <= one.start and one.end <= end][::-1]:
        counted = _NOUN.match(text, one.end - start)
        noun = counted["noun"] if counted and not one.unit and not noun else noun
        asked = read.words(_ASK if one is read.figures[0] or not noun else "")
        text = f"{text[: one.start - start]}{asked}{text[one.end - start :]}"
    own = {part.slot for part in parts_of(text)}
    earlier = read.text[:start]
    lent = [part.of(earlier) for part in parts_of(earlier) if part.slot not in own]
    text = read.pattern(_LEADS_OUT).sub("", text.strip(" ,;:"))
    return ", ".join([text, *lent]), noun


def _asked(read: _Read, side: str) -> str:
    """Return a side with its count asked for: “số xã” is asked for by “có bao nhiêu xã”."""
    ask = read.words(_ASK)
    return read.pattern(_COUNTED).sub(lambda match: f"có {ask} {match['noun']}", side, count=1)


def _other_side(read: _Read, left: str, right: str, noun: str) -> str:
    """Return what the value on the right is of, with what it leaves to the left.

    “Thấp hơn năm 2025” has a year of its own and all else of the left, “chỉ tiêu về điện thoại”
    a subject of its own with the place, year and document of the left. Empty where nothing tells
    it from the left.

    Args:
        read: The sentence.
        left: What the value on the left is of.
        right: The words after the relation.
        noun: What is counted on the left.
    """
    its_slots = {part.slot for part in parts_of(right)}
    setters = bodies(right) or read.pattern(_SETTER).search(right)
    bare = read.pattern(_FILLER).sub(" ", cut(right, bodies(right)))
    shared = [part for part in parts_of(left) if part.slot not in {*its_slots, Slot.PERSON}]
    counts = read.pattern(_COUNTED).search(right) is not None
    if len(content_of(bare)) >= _FEWEST or counts:
        ask = f" {read.words(_ASK)} {noun}" if noun and not counts else ""
        return ", ".join([right + ask, *(part.of(left) for part in shared)])
    if not its_slots and not setters and not content_of(bare):
        return ""
    taken = [(part.start, part.end) for part in parts_of(left) if part.slot in its_slots]
    return f"{cut(left, taken)} {right}"
