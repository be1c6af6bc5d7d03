"""What a value of a sentence measures: the words around it, or those of a value before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.figures.owners import places_in
from assistant.figures.phrases import behind, in_front
from assistant.figures.sources import reports
from assistant.figures.topics import index_of, is_bare, plain_of, topic_of, without_owner
from assistant.figures.years import RESPECTIVELY
from assistant.schema import Span
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity

__all__ = ["indicator_spans"]

_CHANGES = frozenset(("tăng", "giảm", "tăng thêm", "giảm còn", "tăng trưởng", "lệch", "cao hơn",
                      "thấp hơn", "vượt", "tăng khoảng", "giảm khoảng", "gấp"))  # fmt: skip
"""All that stands before a value that says how another one moved: “đạt 25%, tăng 3%”."""
_OF_WHOLE = ("gdp", "grdp")
"""What a share is of, behind a value whose indicator was told before: “ghi 18,3% GDP”."""
_SHORT_HEAD = 3
"""Words before a count that leave it to those behind to say what is counted."""
_CLASSIFIER = 2
"""Words that a count is counted in: “lượt”, “lượt người”."""
_FURTHEST = 20
"""Values in one sentence; a longer run of bare values is left without an indicator."""


def indicator_spans(text: str, quantity: Quantity, values: Sequence[Quantity]) -> list[Span]:
    """Return the words of a sentence that say what a value measures, in order.

    They stand before the value (“kinh tế số chiếm 25%”), behind it (“100% hồ sơ …”) or on both
    sides (“kinh tế số chiếm 25% GRDP”), up to the next edge or value. A value that says nothing
    of itself (“…, đạt 81,5%”; “…; Báo A ghi 80%”) measures what the value before it does, or
    what the sentence is about (“Về thứ hạng, …”); one that says how that moved (“…, tăng 3%”)
    its change.

    Args:
        text: The sentence.
        quantity: The value.
        values: All values of the sentence, in order.
    """
    place = next(n for n, value in enumerate(values) if value is quantity)
    measured, change = _Clause(text, plain_of(text), values).measured(place)
    return [*_respective(text, place, measured, values), *change]


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words beside a value.

    Attributes:
        before: Words in front of it; empty where they say nothing of it.
        after: Words behind it.
        between: All text since the value before.
        change: Words that make it a change of the value before: “tăng”.
        joined: Whether it is joined on to the value before: “25% và 30%”.
    """

    before: Span
    after: Span
    between: str
    change: tuple[Span, ...]
    joined: bool


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence with its values.

    Attributes:
        text: The sentence.
        plain: The same without the marks that are no edges.
        values: Its values, in order.
    """

    text: str
    plain: str
    values: Sequence[Quantity]

    def measured(self, place: int) -> tuple[list[Span], list[Span]]:
        """Return what a value measures, and the words that make it a change of that."""
        quantity, beside = self.values[place], self.beside(place)
        if shared := self._part_of_next(place):
            return [shared], []
        counted = _is_count(quantity)
        spans = [span for span in (beside.before, beside.after) if span.start < span.end]
        first = self.values[0].start
        if any(self.text[: span.start].endswith("về ") for span in spans):
            index = index_of(self.text, first)
            spans = [index, *spans] if index else spans
        led = beside.before.start < beside.before.end
        classifier = 0 < len(beside.after.of(self.text).split()) <= _CLASSIFIER
        if counted and not led and classifier and reports(beside.between):
            # “…: Báo A ghi 400 nghìn lượt, Báo B ghi 450 nghìn lượt”.
            topic = topic_of(self.text, first)
            return ([topic, beside.after] if topic else spans), []
        whole = fold(beside.after.of(self.text)) in _OF_WHOLE
        named = [
            span
            for span in spans
            if (counted and span is beside.after) or not is_bare(span.of(self.text))
        ]
        compared = _COMPARES.search(beside.between) is not None
        if place < _FURTHEST and (beside.change or (whole and not led) or compared or not named):
            told = self._told_before(place, beside, [beside.after] if whole else [])
            return (told, [*beside.change]) if told else (named, [])
        if beside.joined and quantity.unit and self._names_behind(place - 1):
            # “phủ tới 90% hộ gia đình và 100% xã” says the subject before the first value alone.
            head = in_front(self.plain, self._floor(place - 1), self.values[place - 1].start,
                            shared=place > 1)  # fmt: skip
            return [span for span in (head, beside.after) if span.start < span.end], []
        if quantity.unit and not led and (verb := self._shared_verb(place, beside.after)):
            spans.append(verb)
        return spans, []

    def beside(self, place: int) -> _Beside:
        """Return the words beside a value that can name what it measures."""
        text, quantity = self.text, self.values[place]
        start, nothing = quantity.start, Span(quantity.start, quantity.start)
        bound = [v for v in self.values[:place] if not _is_inside(self.plain, v, quantity)]
        left = max((v.end for v in bound), default=0)
        between = text[self._floor(place) : start]
        before = in_front(self.plain, left, start, shared=left > 0)
        own = before.of(text)
        joined = left > 0 and _JOINS.search(between) is not None
        change: tuple[Span, ...] = (before,) if own.lower() in _CHANGES else ()
        if joined and not own and quantity.unit != self.values[place - 1].unit:
            # “tăng 3,46 điểm và 15 bậc”: the second moved as the first did.
            change = self.beside(place - 1).change
        counted = _is_count(quantity)
        of_another = left > 0 and "," not in between
        inside = _LEADS_IN.search(text[:start]) is not None
        says_nothing = counted and (of_another or inside or _DOES.search(own) is not None)
        if change or joined or says_nothing or is_bare(own):
            before = nothing
        right = self._ceiling(place)
        if quantity.rank and _AMONG.search(text[:start]):
            # “3 năm liền trong tốp 10 PCI”: the ranking stands behind.
            ranking = behind(self.plain, quantity.end, right, alone=True)
            before = before if is_bare(ranking.of(text)) else nothing
        words = len(before.of(text).split())
        alone = words == 0 or (counted and words <= _SHORT_HEAD)
        told_apart = counted or quantity.rank
        after = behind(self.plain, quantity.end, right, alone=alone, counted=told_apart)
        if quantity.rank and (on := _ON.search(after.of(text))):
            after = Span(after.start + on.end(), after.end)
        return _Beside(before, after, between, change, joined)

    def _told_before(self, place: int, beside: _Beside, rest: list[Span]) -> list[Span]:
        """Return what a value that says nothing of itself measures; empty where nothing tells."""
        first = self.values[0].start
        if place:
            told = self.measured(place - 1)[0]
            if told and not all(is_bare(span.of(self.text)) for span in told):
                if places_in(beside.between):
                    told = [*told[:-1], without_owner(self.text, told[-1])]
                rest = self._compared_with(place, beside.between) or rest
                known = " ".join(span.of(self.text) for span in told).split()
                return [*told, *(span for span in rest if span.of(self.text) not in known)]
        about = topic_of(self.text, first) or (None if place else index_of(self.text, first))
        return [about, *rest] if about else []

    def _compared_with(self, place: int, between: str) -> list[Span]:
        """Return the words of “… đạt 95%, trong khi trung bình các tỉnh là 55%”."""
        compares = _COMPARES.search(between)
        if compares is None or "(" in between:
            return []
        end = self.values[place].start
        words = in_front(self.plain, end - len(between) + compares.start(), end, shared=False)
        return [] if is_bare(words.of(self.text)) else [words]

    def _floor(self, place: int) -> int:
        """Return where the value before ends."""
        return max((value.end for value in self.values[:place]), default=0)

    def _ceiling(self, place: int) -> int:
        """Return where the next value starts."""
        end = self.values[place].end
        return min([len(self.text), *(v.start for v in self.values if v.start >= end)])

    def _part_of_next(self, place: int) -> Span | None:
        """Return what a share of the next count is of: “1/3 trong gần 5.500 doanh nghiệp”."""
        quantity, right = self.values[place], self._ceiling(place)
        if quantity.of is None or place + 1 >= len(self.values):
            return None
        if not _PART_OF.fullmatch(self.text[quantity.end : right]):
            return None
        end, further = self.values[place + 1].end, self._ceiling(place + 1)
        return behind(self.plain, end, further, alone=True, counted=True)

    def _names_behind(self, place: int) -> bool:
        """Tell whether what a value measures ends behind it: “phủ 90% hộ và …”."""
        after = behind(self.plain, self.values[place].end, self._ceiling(place), alone=True)
        return after.start < after.end

    def _shared_verb(self, place: int, after: Span) -> Span | None:
        """Return what the last of several subjects says of all of them.

        “90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã được xử lý trên mạng”.
        """
        if after.start >= after.end or _PASSIVE.search(after.of(self.text)):
            return None
        end = after.end
        for number, value in enumerate(self.values[place + 1 :], place + 1):
            joint = self.text[end : value.start].strip()
            if value.unit != self.values[place].unit or not _JOINS.fullmatch(joint):
                return None
            after = behind(self.plain, value.end, self._ceiling(number), alone=True)
            if verb := _PASSIVE.search(after.of(self.text)):
                return Span(after.start + verb.start(), after.end)
            end = after.end
        return None


def _is_count(quantity: Quantity) -> bool:
    return not quantity.unit and not quantity.rank


def _respective(text: str, place: int, spans: list[Span], values: Sequence[Quantity]) -> list[Span]:
    """Return the part of a coordination that is of a value: “A và B lần lượt đạt 1% và 2%”."""
    match = RESPECTIVELY.search(text)
    if match is None or not spans or spans[0].end > match.start():
        return spans
    listed = [n for n, v in enumerate(values) if v.start >= match.end() and not v.rank]
    cuts = [cut.span() for cut in _COORDINATES.finditer(text, spans[0].start, spans[0].end)]
    if place not in listed or len(listed) != len(cuts) + 1:
        return spans
    starts = [spans[0].start, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), spans[0].end]
    number = listed.index(place)
    return [Span(starts[number], ends[number]), *spans[1:]]


_COORDINATES = re.compile(r"\s*(?:,|\bvà)\s+")


def _is_inside(text: str, count: Quantity, quantity: Quantity) -> bool:
    """Tell whether a count belongs to the name of what a later value measures.

    “Trung bình của 17 bộ, cơ quan ngang bộ là 84,38%” measures one thing.
    """
    if count.unit not in ("", "người") or count.rank or count.of is not None or not quantity.unit:
        return False
    between = text[count.end : quantity.start]
    return (
        _LEADS_IN.search(text[: count.start]) is not None
        and _VERB.search(between) is not None
        and re.search(r"[;:.()](?=\s|$)|,\s+(?:trong đó|đạt|chiếm)", between) is None
    )


_LEADS_IN = re.compile(r"(?<!\w)(?:của|tại|cả|ở)\s+$")
_VERB = re.compile(r"(?<!\w)(?:là|đạt|chiếm|còn|bằng)(?!\w)")


_ON = re.compile(r"(?:^|\s)về\s+")
_PART_OF = re.compile(r"\s*(?:trong|của)(?:\s(?:tổng\s)?số)?\s*")
_PASSIVE = re.compile(r"(?<!\w)(?:được|phải|đã|bị)\s")
_AMONG = re.compile(r"(?<!\w)(?:trong|vào|thuộc|ở|lọt)\s+$")
_JOINS = re.compile(r"(?:,|\bvà)\s*(?:tối thiểu\s|ít nhất\s)?$")
_COMPARES = re.compile(
    r"(?:,\s|^\W*)(?:trong khi|cao hơn|thấp hơn|vượt|khác)\s[^)]*$|so với(?: mức| con số)?\s*$"
)
_DOES = re.compile(
    r"(?<!\w)(?:đề ra|thực hiện|cung cấp|giao|ghi|nói|quy hoạch|khởi tạo|hình thành|xây dựng|hiện"
    r"|triển khai|dành|hoàn thành|tích hợp|xác định|kết nối trực tuyến(?: tới)?|đón"
    r"|khai thác thử nghiệm|ưu tiên|chọn)\s*$",
    re.IGNORECASE,
)
"""Verbs before a count, whose object behind it is what is counted."""
