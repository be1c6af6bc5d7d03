"""A candidate, and the words of a sentence that a value belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.schema import Question, Span
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import NATION, places, same_place, successor
from assistant.vietnamese.quantities import Quantity, quantities

__all__ = ["QUOTED", "Candidate", "segment", "told_of_another", "whole"]

QUOTED = re.compile(r"[“\"](?P<said>[^”\"“]{3,200})[”\"]")
"""Words in quotation marks: a title, a motto, what somebody said."""

_OF_THE_NATION = re.compile(r"\bcua (?:ca nuoc|toan quoc|viet nam)(?! \d)\b[^,;]*$")
_NOW = re.compile(r"(?<!\w)(?:bây giờ|giờ|hiện nay|ngày nay)(?!\w)", re.IGNORECASE)
_FORMER = re.compile(r"\s*\(?cũ(?!\w)")
_BREAK = re.compile(r"[,;:](?=\s|$)")
_AND = re.compile(r"\s(?:và|còn)\s")
_PREDICATE = re.compile(r"\s(?:được|bị|phải|sẽ|là|đạt|có)\s")
_FOR_A_SIDE = re.compile(r"\s(?:làm việc )?(?:đối với|nếu|cho mỗi|cho một)\s")
"""What stands behind each of several values where each is for a side of its own."""
_FEWEST_WORDS = 5
"""A segment with fewer words than this says too little; it takes in the one before it."""


@dataclass(frozen=True)
class Candidate:
    """A possible answer.

    Attributes:
        evidence: The sentence it stands in.
        short: The exact span of the document that answers, or None.
        near: The words that say what it belongs to.
        bonus: What the language adds to its score.
        governor: An earlier sentence that the answer needs, to be cited too.
        beside: The words right beside the value; they break ties between values.
        cited: What is quoted where that is more than the sentence, such as a whole list.
        settles: For a question of yes or no, whether the sentence affirms it; None where its
            words do not tell.
        conditional: Whether it affirms it under conditions that the question does not state.
        unit: Unit of a cell that stands in another cell of its row or in its header.
    """

    evidence: Evidence
    short: Span | None
    near: str
    bonus: float
    governor: Span | None = None
    beside: str = ""
    cited: Span | None = None
    unit: str = ""
    settles: bool | None = None
    conditional: bool = False

    @property
    def answer(self) -> str | None:
        """The exact words that answer, a cell with the unit of its row; None without a span."""
        if self.short is None:
            return None
        words = self.short.of(self.evidence.document.text)
        return f"{words}{'' if self.unit[:1] in '%/' else ' '}{self.unit}" if self.unit else words

    @property
    def values(self) -> list[Quantity]:
        """The figures of the answer, but for numbers in words."""
        return [value for value in quantities(self.answer or "") if not value.written]

    @property
    def value_unit(self) -> str:
        """Unit of the first figure of the answer; empty where there is none."""
        return self.values[0].unit if self.values else ""


def whole(evidence: Evidence, start: int, end: int, bonus: float) -> Candidate:
    """Return a candidate of a sentence's range whose surroundings are the whole sentence."""
    offset = evidence.span.start
    return Candidate(evidence, Span(offset + start, offset + end), evidence.text, bonus)


def told_of_another(question: Question, text: str, start: int) -> bool:
    """Tell whether what begins at an offset is told of another place than the one asked about.

    “Hải Dương đứng thứ 13, trên Hải Phòng (thứ 14)”: a value belongs to the place named last
    before it. What is asked of a former province may be told of what it is part of now.
    """
    named = places(text) if len(question.places) == 1 else []
    asked = question.places[0] if question.places else ""
    if asked and asked != NATION and not any(same_place(place.name, asked) for place in named):
        # “Nghị quyết 57 yêu cầu kinh tế số của cả nước đạt 30%”, in a plan of Đà Nẵng.
        return _OF_THE_NATION.search(fold(text[:start])) is not None
    if len({place.name for place in named}) < 2 or not any(p.name == asked for p in named):
        return False
    before = [place for place in named if place.end <= start]
    nearest = before[-1] if before else named[0]
    # “Đà Nẵng (cũ)” is not the Đà Nẵng that Quảng Nam is part of.
    former = _FORMER.match(text, nearest.end) or (
        _NOW.search(question.query) is None
        and any(
            place.name == asked and _FORMER.match(question.query, place.end)
            for place in places(question.query)
        )
    )
    merged = nearest.name == successor(asked) and not former
    return not same_place(nearest.name, asked) and not merged


def segment(text: str, start: int, end: int, values: list[tuple[int, int]]) -> str:
    """Return the part of a sentence that says what a value is the value of.

    Policy sentences line up value after value: “90% … cấp thành phố; 80% … cấp huyện và 60%
    … cấp xã được xử lý trên môi trường mạng”. Breaks are commas, semicolons and colons,
    “và” between two values, and a bracket that holds a value, which belongs to the words
    before it. What the last of such a row says of all of them counts for each.

    Args:
        text: The sentence.
        start: Start of the value in it.
        end: End of the value.
        values: Spans of all values of the sentence.
    """
    breaks = _breaks(text, values)
    left = max(b for b in breaks if b <= start)
    right = min((b for b in breaks if b >= end), default=len(text))
    left = max([left, *(v[1] for v in values if left < v[1] <= start)])
    right = min([right, *(v[0] for v in values if end <= v[0] < right)])
    while left > 0:
        earlier = max(b for b in breaks if b < left)
        valued = any(earlier <= v[0] and v[1] <= left for v in values)
        complete = len(text[left:right].split()) >= _FEWEST_WORDS or text[left - 2] == ";"
        if valued and complete:
            break
        left = earlier
    head = _shared_head(text, start, values)
    return head + text[left:right] + _shared_predicate(text, breaks, end, values)


def _shared_head(text: str, start: int, values: list[tuple[int, int]]) -> str:
    """Return what stands before the first of values that it is said of all.

    “Mức độ sử dụng điện thoại (150%) và Internet (70%)” speaks of use in both, “phải thông báo
    trước 90 ngày đối với rừng trồng và 180 ngày đối với rừng tự nhiên” of notice.
    """
    sides = [v for v in values if _FOR_A_SIDE.match(text, v[1])]
    if len(sides) > 1 and start in [v[0] for v in sides[1:]] and not _ended(text, sides, start):
        return text[: sides[0][0]] + " "
    bracketed = [v for v in values if text[: v[0]].rstrip().endswith("(")]
    if len(bracketed) < 2 or bracketed[0][0] >= start or start not in [v[0] for v in bracketed]:
        return ""
    if any(bracketed[0][1] <= v[0] < start and v not in bracketed for v in values):
        return ""  # “57.877 hồ sơ (99,1%), cấp huyện 134.139 hồ sơ (99,3%)” says each of its own
    return text[: bracketed[0][0]] + " "


def _ended(text: str, sides: list[tuple[int, int]], start: int) -> bool:
    """Tell whether a sentence begins anew between the first of values and one at an offset."""
    return re.search(r"[;:.]\s", text[sides[0][1] : start]) is not None


def _breaks(text: str, values: list[tuple[int, int]]) -> list[int]:
    """Return the offsets where segments begin, 0 and the end of the text included."""
    breaks = {0, len(text), *(match.end() for match in _BREAK.finditer(text))}
    for match in _AND.finditer(text):
        before = any(v[1] <= match.start() for v in values)
        after = any(match.end() - 1 <= v[0] <= match.end() + 12 for v in values)
        if before and after:
            breaks.add(match.end())
    inside = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    held = [(a, b) for a, b in inside if any(a < v[0] and v[1] <= b for v in values)]
    breaks = {b for b in breaks if not any(a < b < c for a, c in inside)}
    return sorted(breaks | {b for _, b in held})


def _shared_predicate(text: str, breaks: list[int], end: int, values: list[tuple[int, int]]) -> str:
    """Return the predicate that the last of a row of values states for all of them."""
    later = [v for v in values if v[0] >= end]
    if not later:
        return ""
    last = later[-1]
    begins = max(b for b in breaks if b <= last[0])
    if last[0] - begins > 12 or any(text[b - 2 : b - 1] == "." for b in breaks[1:-1]):
        return ""
    predicate = _PREDICATE.search(text, last[1])
    return " " + text[predicate.start() :] if predicate else ""
