"""The figures that a sentence states, with what it says of each: words, years, place, base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.claims.respelt import spoken_of_all
from assistant.answering.claims.senses import Denial, denied
from assistant.answering.claims.talk import frame_spans, light_syllables
from assistant.answering.claims.words import (
    LABEL,
    Statement,
    apart,
    is_national,
    place_before,
    terms_of,
)
from assistant.answering.corpus import Corpus
from assistant.answering.figure_facts import content_words
from assistant.answering.local import segment
from assistant.answering.terms import Term
from assistant.figures import nature_of, told_years, years_of_value
from assistant.figures.years import COMPARED_WITH
from assistant.retrieval.parts import cut
from assistant.schema import (
    ClaimPart,
    Comparator,
    PartKind,
    Role,
    Span,
)
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.normalise import fold, is_marked, lower
from assistant.vietnamese.places import NATION, places
from assistant.vietnamese.quantities import Quantity, quantities

__all__ = ["Said", "base_of", "figures_said", "values_in"]

_COMPARED = re.compile(
    r"\b(?:(?:cao|thap|nhieu|it|lon|nho) hon|so voi|vuot|thay vi|trong khi)"
    r"(?: (?:han|xa))?(?: (?:muc|con so|muc tieu|chi tieu))(?: (?:la|cu))?\s*$"
)


@dataclass(frozen=True)
class Said:
    """A figure that a claim states, with what it says of it.

    Attributes:
        part: The part of the claim.
        quantity: The figure, its offsets in the sentence.
        written: The figure as respelt.
        near: The words around it.
        terms: Terms of those words, weighted over the corpus.
        core: Terms of the clause that the figure stands in, if it says enough by itself.
        after: The words that follow it, which say what is counted.
        bases: Years that it is compared with.
        is_base: Whether it is itself what another figure is compared with.
        denial: What the sentence denies of it.
        share_of: The value right behind it that it is a share of.
        light: Syllables of the sentence that lead to figures and say nothing of their subject.
    """

    part: ClaimPart
    quantity: Quantity
    written: str
    near: str
    terms: tuple[Term, ...]
    core: tuple[Term, ...]
    after: str
    bases: tuple[int, ...] = ()
    is_base: bool = False
    denial: Denial | None = None
    share_of: Quantity | None = None
    light: frozenset[str] = frozenset()

    @property
    def in_words(self) -> bool:
        """Whether it is a share in words, “hai phần ba”, which rounds what it tells."""
        return self.quantity.unit == "%" and not re.search(r"\d|phần trăm", self.part.text)

    @property
    def of_all(self) -> bool:
        """Whether it is a word for all (“mọi”), which is a share only where one is stated."""
        return self.written.endswith("100%") and spoken_of_all(self.part.text)


def figures_said(statement: Statement, corpus: Corpus) -> list[Said]:
    """Return the figures that a sentence of a claim states, in order."""
    text = statement.text
    found = [q for q in values_in(text) if not _counts_nothing(text, q) and not _is_field(text, q)]
    values = [(q.start, q.end) for q in found]
    national = is_national(text)
    timed = _without_years_of_documents(text)
    light = light_syllables(text)
    said = []
    for quantity in found:
        side = _side(text, quantity)
        near = _said_of(text, quantity, values)
        of_side = " " * side.start + side.of(timed) + " " * (len(text) - side.end)
        years = years_of_value(of_side, quantity.start, quantity.end, values)
        place = place_before(text, quantity.start)
        role = Role.RANK if quantity.rank else nature_of(side.of(text))
        part = ClaimPart(
            kind=PartKind.RANK if quantity.rank else PartKind.FIGURE,
            span=statement.at(quantity.start, quantity.end),
            sentence=statement.span,
            text=statement.said(quantity.start, quantity.end),
            subject=" ".join(cut(near, []).split()),
            value=quantity.value,
            upper=quantity.upper,
            unit=quantity.unit,
            comparator=quantity.comparator,
            role=role,
            years=_year_behind(of_side, quantity) or years.own or _document_free_years(of_side),
            place=place or (NATION if national else statement.place),
        )
        terms = terms_of(near, corpus)
        if len([term for term in terms if " " not in term.text]) < _FEWEST:
            terms = list(statement.terms)
        after = text[quantity.end :]
        is_base = _COMPARED.search(fold(text[: quantity.start])) is not None
        if is_base:  # what is compared is said of the figure before it
            terms = list(statement.terms)
        core = _core(text, quantity, near, corpus)
        base = base_of(text, quantity.end)
        written = text[quantity.start : quantity.end]
        no = denied(text[: quantity.start])
        of = _value_that_follows(text, quantity, found)
        said.append(
            Said(
                part,
                quantity,
                written,
                near,
                tuple(terms),
                core,
                after,
                base,
                is_base,
                no,
                of,
                light,
            )
        )
    return said


_YEAR_BEHIND = re.compile(
    r"[^,;.\d]{0,30}?\s(?:vào|đến|tới|trong|của|hồi|cho)(?: năm| hết)*\s"
    r"(?P<year>(?:19|20)\d\d)(?!\d|/|\.\d)(?!\s?[-–]\s?\d)"
)


def _year_behind(text: str, quantity: Quantity) -> tuple[int, ...]:
    """Return the year that stands right behind a value, with no other value between them."""
    behind = lower(text[quantity.end : quantity.end + 50])
    match = _YEAR_BEHIND.match(behind.partition(" so với ")[0])
    return (int(match["year"]),) if match else ()


_SHARE_OF = re.compile(
    r"\s(?:của )?(?:mức|con số|mục tiêu|chỉ tiêu|đích|ngưỡng)"
    r"(?: (?:là|đề ra|đặt ra|được giao|yêu cầu|tới|tối thiểu|ít nhất|khoảng|trên))*\s"
)


def _value_that_follows(
    text: str, quantity: Quantity, found: Sequence[Quantity]
) -> Quantity | None:
    """Return the value that a figure is a share of: “chưa bằng 50% mục tiêu 20%”."""
    match = _SHARE_OF.match(lower(text), quantity.end) if quantity.unit == "%" else None
    ends = (quantity.end, match.end()) if match else ()
    return next((one for one in found if ends and ends[0] < one.start <= ends[1]), None)


_VERSUS = re.compile(
    r"(?<!\w)(?:vượt|hơn|thấp hơn|kém|thua|(?:chưa|không|mới|chỉ) bằng|chưa (?:tới|đạt|đến)|"
    r"bằng|so với|thay vì)(?: xa| hẳn| cả| nhiều)?(?: [^\d\s]*[\d.,]+\s?%| [\d.,]+ lần)? "
    r"(?:mức|con số|mục tiêu|chỉ tiêu|đích|ngưỡng)(?!\w)"
)
"""Where a sentence sets what it told beside something else: “…, vượt xa mức 25% của năm 2025”."""


def _side(text: str, quantity: Quantity) -> Span:
    """Return the part of a sentence that a figure stands in, before what it is compared with.

    The year and the nature of a target say nothing of what is held against it.
    """
    match = _VERSUS.search(lower(text))
    if match is None or not any(char.isdigit() for char in text[: match.start()]):
        return Span(0, len(text))
    if quantity.value_start < match.start():
        return Span(0, match.start())
    return Span(match.start(), len(text))


_YEAR_OF_DOCUMENT = re.compile(
    r"\s*\(?(?:,?\s?(?:được )?(?:ra đời|ban hành|ký)\s)?(?:hồi |vào |từ |trong |của )?"
    r"năm\s+(?:19|20)\d\d\)?"
)


_SOURCE = re.compile(
    r"(?:^|\s)(?:theo|tại|ở|trong)\s(?:một )?"
    r"(?:bài viết|bài báo|báo|bản tin|hội thảo|diễn đàn|tin)(?!\w)"
    r"[^,;\d]*(?P<when>\s(?:năm |tháng \d+/)?(?:19|20)\d\d)(?=\W*$|,)"
)
"""Who tells of a figure, and when it was told: “theo bài viết cuối năm 2024”."""


_NAMED_BY_YEAR = re.compile(
    r"(?:chiến lược|chương trình|nghị quyết|kế hoạch|đề án|quyết định)(?: [^\W\d_]+){1,9}"
    r"(?P<when> (?:19|20)\d\d)(?!\s?[-–]\s?\d)(?=.*(?<!\d)(?:19|20)\d\d)"
)
"""A paper called by its year where the figure has another: “Chiến lược … 2022 … vào năm 2025”."""


def _without_years_of_documents(text: str) -> str:
    """Return a text of the same length without the years that say when a document was issued.

    “Nghị quyết 03-NQ/TU năm 2021 đặt mục tiêu 25% vào năm 2025” says 2025 of the target.
    """
    for number in named_documents(text):
        match = _YEAR_OF_DOCUMENT.match(lower(text), number.end)
        if match:
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    for pattern in (_SOURCE, _NAMED_BY_YEAR):
        source = pattern.search(lower(text))
        if source is None:
            continue
        text = text[: source.start("when")] + " " * len(source["when"]) + text[source.end("when") :]
    return text


_JOINS = re.compile(r"(?:,|;)\s|\s(?:và|còn|cùng|trong đó)\s")


def _said_of(text: str, quantity: Quantity, values: list[tuple[int, int]]) -> str:
    """Return the words that a figure of a claim is said of.

    “Kinh tế số chiếm 15% GRDP và 80% hồ sơ được xử lý trực tuyến” joins two statements; where
    what stands on one side of the joint says too little, the rest of the clause is taken in.
    """
    earlier = max((end for _, end in values if end <= quantity.start), default=0)
    later = min((start for start, _ in values if start >= quantity.end), default=len(text))
    before = [m.end() for m in _JOINS.finditer(text, earlier, quantity.start)] if earlier else [0]
    after = [m.start() for m in _JOINS.finditer(text, quantity.end, later)]
    if later == len(text):
        after = [len(text)]
    if before and after:
        own = text[before[-1] : after[-1]]
        taken = frame_spans(own) + [(q.start, q.end) for q in quantities(own)]
        words = content_words(cut(own, apart(taken)))
        if len({word for word in words if word.isalpha()}) >= _FEWEST_OWN:
            return own
    return segment(text, quantity.start, quantity.end, values)


def _core(text: str, quantity: Quantity, near: str, corpus: Corpus) -> tuple[Term, ...]:
    """Return the terms of the clause of a figure; none where it says too little by itself.

    What leads to it (“Bất chấp dịch bệnh, …”) is of no subject as often as it is.
    """
    start = (
        max(text.rfind(mark, 0, quantity.start) for mark in (", ", ": ", "; ", " – ", " - ")) + 1
    )
    ends = [end for mark in (", ", "; ", ": ") if (end := text.find(mark, quantity.end)) >= 0]
    clause = text[start : min(ends, default=len(text))]
    if len(clause) >= len(near):
        return ()
    terms = terms_of(clause, corpus)
    known = [term for term in terms if " " not in term.text and term.known]
    return tuple(terms) if len(known) >= _FEWEST_OWN else ()


_FEWEST_OWN = 3
"""With fewer words than this a side of a joint does not stand by itself."""
_LEADS = re.compile(
    r"(?<!thanh pho )(?<!dia phuong )(?<!nuoc )(?<!don vi )(?<!tinh )(?<!nhom )(?<!top )"
    r"\b(?:dung|dan) dau (?:ca nuoc|toan quoc)\b"
)


def values_in(text: str) -> list[Quantity]:
    """Return the figures of a text; “đứng đầu cả nước” is the first rank.

    The number of a ward, of a day of the month or of a clause of a law is no figure, and
    “19 trên 24 mục tiêu” is one.
    """
    spelt = lower(text)
    named = [match.span("number") for pattern in _NUMBERED for match in pattern.finditer(spelt)]
    if not is_marked(text):  # “hai phong” without its marks is no two of anything
        named += [(place.start, place.end) for place in places(text)]
    found = [
        quantity
        for quantity in quantities(_GLUED.sub(" ", text))
        if not quantity.of_group
        and not any(start <= quantity.value_start < end for start, end in named)
    ]
    for match in _LEADS.finditer(fold(text)):
        start, end = match.span()
        first = Quantity(start, end, start, 1.0, None, None, "", Comparator.EQUAL, rank=True)
        found.append(first)
    return _parts_of_wholes(text, sorted(found, key=lambda quantity: quantity.start))


_NUMBERED = (
    re.compile(
        r"(?<!\w)(?:đề án|phường|quận|tháng|ngày(?: mùng| mồng)?)\s+"
        r"(?P<number>\d{1,2})(?![\d%/]|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:điều|khoản|chương|phụ lục)\s+"
        r"(?P<number>\d+(?:(?:\s?[,;]\s?|\s(?:và|hoặc|đến)\s)\d+)*)(?![\d%]|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:chiến lược|nghị quyết|kế hoạch|quyết định|chương trình|đề án|luật)[^()\d]{0,60}"
        r"\((?P<number>\d{1,4})\)"
    ),
)
"""Numbers that name a thing: a ward, a day of the month, the clauses of a law."""
_GLUED = re.compile(
    r"(?<=[à-ỹđ])[a-z](?=\d)|(?<=[à-ỹđ][a-z])[a-z](?=\d)|(?<=[a-zà-ỹđ]{2})[à-ỹđ](?=\d)"
)
"""The letter before a number that its word is glued to (“gồm67 xã”); it makes room for a space,
so that all offsets stay."""


def _parts_of_wholes(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return figures with those joined that are a part and its whole: “19 trên 24 mục tiêu”."""
    joined: list[Quantity] = []
    for quantity in found:
        part = joined[-1] if joined else None
        if (
            part is not None
            and quantity.comparator is Comparator.MORE
            and not (part.unit or part.rank or part.of or part.upper)
            and part.end < quantity.start
            and not text[part.end : quantity.start].strip()
            and part.value <= quantity.value
        ):
            joined[-1] = replace(part, end=quantity.end, of=quantity.value, unit=quantity.unit)
        else:
            joined.append(quantity)
    return joined


_PERIOD = re.compile(r"\s\(?(?:giai doan )?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d")
_FEWEST = 2
"""With fewer syllables than this that count, the words around a value say too little."""


def _document_free_years(text: str) -> tuple[int, ...]:
    return tuple(sorted(told_years(text)))[:2] if len(told_years(text)) == 1 else ()


def _counts_nothing(text: str, quantity: Quantity) -> bool:
    """Tell whether a number stands in a name or a term: “mức độ 4”, “phường 1”."""
    folded = fold(text)
    if any(m.start() <= quantity.value_start < m.end() for m in LABEL.finditer(folded)):
        return True
    if quantity.unit != "năm":
        return False
    of_plan = folded[: quantity.value_start].endswith("ke hoach ")
    return of_plan or _PERIOD.match(folded, quantity.end) is not None


_RANKS = re.compile(
    r"(?<!\w)(?:đứng|dẫn|xếp|thứ|hạng|top|tốp|cao nhất|thấp nhất|đầu bảng|cuối bảng|chót|bét)(?!\w)"
)
_FIELD = re.compile(
    r"\s(?:tỉnh|thành(?: phố)?|địa phương|bộ|sở|cơ quan|đơn vị|huyện|xã|phường|nước|quốc gia)(?!\w)"
)


def _is_field(text: str, quantity: Quantity) -> bool:
    """Tell whether a count says among how many something ranks: “đứng đầu trong 34 tỉnh”."""
    spelt = lower(text)
    among = re.search(
        r"(?<!\w)(?:trong|giữa|trên|khối|nhóm)(?: tổng)?(?: số)?\s$", spelt[: quantity.start]
    )
    plain = not (quantity.unit or quantity.rank or quantity.of)
    counted = _FIELD.match(spelt, quantity.end)
    return bool(plain and among and counted and _RANKS.search(spelt))


_BASE = re.compile(rf"[^\d;]{{0,25}}{COMPARED_WITH.pattern}")


def base_of(text: str, end: int) -> tuple[int, ...]:
    """Return the year that the value before ``end`` is compared with: “tăng 3% so với năm 2022”."""
    match = _BASE.match(fold(text), end)
    return (int(match["year"]),) if match else ()
