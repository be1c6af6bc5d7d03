"""Figures of a span of a document: each value with its indicator, role, year and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from assistant.figures.columns import ColumnKind
from assistant.figures.frames import Frame
from assistant.figures.governors import ENUMERATOR, named_years
from assistant.figures.indicators import indicator_spans, key_of
from assistant.figures.roles import nature_of, role_in, tells_of_now
from assistant.figures.table_figures import LEVEL, row_columns, row_figures, row_task
from assistant.figures.years import years_of_value
from assistant.schema import (
    Block,
    BlockKind,
    Cell,
    Comparator,
    Document,
    Figure,
    Origin,
    Role,
    Span,
    Task,
)
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.sentences import sentences

__all__ = ["figures_in", "figures_under", "tasks_under"]

_DUE = re.compile(
    r"(?:(?:trước|chậm nhất|muộn nhất|đến|hết|tới|trong|vào)\s+(?:hết\s+|cuối\s+|ngày\s+)*)$",
    re.IGNORECASE,
)
# “từ 15 tuổi trở lên”, “mức độ 4”, “trên 1.000 dân”, “6 tháng đầu năm”, “10 năm qua”.
_QUALIFIES_BEFORE = re.compile(
    r"\b(?:muc do|cap do|(?<!cung )cap|muc|phien ban|thoi ky|doanh nghiep tren|lan thu|so hieu"
    r"|phuong an|cong nghiep|chi so|chuong trinh|ke hoach|nghi quyet|quyet dinh|de an|hang)"
    r"\s*(?:so\s+)?$"
)
_NOUN = re.compile(r"\s+(?!và\b|so\b|trên\b|năm\b|trong\b|cho\b|của\b|ở\b|phần\b)[a-zà-ỹđ]")
_SPAN_OF_TIME = ("năm", "tháng", "ngày", "tuần", "giờ", "quý")
_LASTING = re.compile(r"\b(?:trong|sau|qua|vong|truoc|suot|cach day|hon|gan|ngoai|hang|moi)\s+$")
_PASSED = re.compile(r"^\s*(?:dau|cuoi|qua|gan day|toi|lien tiep|truoc|nua|sau|ke tu|nam)\b")
_NATION = re.compile(r"(?<!nhat )(?<!dau )(?<!\d )\b(?:ca nuoc|toan quoc)\b|^viet nam\b")
_PAPER = re.compile(
    r"(?:\d+\.\s+|[-•]\s+)?(?:Theo\s+)?"
    r"(?P<name>(?:Báo|Tạp chí|Trang|trang|VnExpress|VnEconomy|VietNamNet|VietTimes|Thông tấn xã)\b"
    r"[^,.;]{0,60}?)(?=,|\s+(?:ngày|dẫn|cho|ghi|nêu|đưa)\b)"
)
_WHOLE = "Việt Nam"
_ATTRIBUTES = re.compile(
    r"\b(?:dat|de ra|dat ra|neu|xac dinh|quy dinh|yeu cau|giao|ghi|phan dau|muc tieu|chi tieu)\b"
)


_MAYBE = re.compile(r"\d|thứ|thu|hạng|hang|nhất|nhat|nhì|nhi", re.IGNORECASE)
"""What a sentence holds at least that holds a value: a digit, or the words of a rank."""
_LONGEST = 6_000
"""Characters; what is longer between two full stops is a list of numbers and no sentence."""


def figures_in(document: Document, span: Span) -> list[Figure]:
    """Return the figures of a span, in order.

    Args:
        document: The document.
        span: Whole sentences or rows of it.
    """
    return list(figures_under(Frame(document), span))


def figures_under(frame: Frame, span: Span) -> Iterator[Figure]:
    """Yield the figures of a span of a document whose frame is known, in order."""
    done = -1
    for sentence in sentences(frame.text, span.start, span.end):
        block = frame.block_at(sentence.start)
        if block is None or block.kind is not BlockKind.ROW:
            yield from _of_sentence(frame, sentence, block)
        elif block.start > done:
            done = block.start
            for figure in _of_row(frame, block):
                if span.contains(figure.value_span):
                    yield _clipped(figure, span)


def _clipped(figure: Figure, span: Span) -> Figure:
    """Return a figure whose sentence is no more of its row than the span asked for."""
    whole = figure.sentence_span
    if span.contains(whole):
        return figure
    clipped = Span(max(whole.start, span.start), min(whole.end, span.end))
    return replace(figure, sentence_span=clipped)


def tasks_under(frame: Frame, span: Span) -> Iterator[Task]:
    """Yield the tasks of the rows that a span holds."""
    block = frame.block_at(span.start)
    while block is not None and block.start < span.end:
        if block.kind is BlockKind.ROW and block.start >= span.start:
            task = row_task(frame, block, row_columns(frame, block))
            if task is not None:
                yield task
        block = frame.block_at(block.end + 1)


def _of_row(frame: Frame, row: Block) -> Iterator[Figure]:
    """Yield the figures of a row: of its value cells, or else of the words of its cells."""
    if row.row == 0:
        return
    columns = row_columns(frame, row)
    found = list(row_figures(frame, row, columns))
    yield from found
    if found:
        return
    task = row_task(frame, row, columns)
    for column in columns:
        if column.kind in (ColumnKind.NAME, ColumnKind.TASK, ColumnKind.PRODUCT):
            for sentence in sentences(frame.text, column.span.start, column.span.end):
                for figure in _of_sentence(frame, sentence, row):
                    yield figure if task is None else _under_task(figure, task)


def _under_task(figure: Figure, task: Task) -> Figure:
    """Return a figure told in a row of a table of tasks, with body and deadline of the task."""
    kept = (Cell.AGENCY, Cell.DEADLINE)
    origins = tuple(replace(o, inherited=True) for o in task.origins if o.cell in kept)
    return replace(
        figure,
        agency=task.agency or None,
        deadline=figure.deadline or task.deadline or None,
        year=task.year or figure.year,
        origins=figure.origins + origins,
    )


def _of_sentence(frame: Frame, sentence: Span, block: Block | None) -> Iterator[Figure]:
    mark = ENUMERATOR.match(frame.text, sentence.start, sentence.end)
    if sentence.end - sentence.start > _LONGEST:
        return
    text = sentence.of(frame.text)
    if not _MAYBE.search(text):
        return
    offset = mark.end() - sentence.start if mark else 0
    values = [
        value
        for value in map(partial(_counted, text), quantities(text))
        if not value.written and value.value_start >= offset and not _qualifies(text, value)
    ]
    if not values:
        return
    earlier = frame.earlier(sentence, block)
    if tells_of_now(text):
        earlier = [span for span in earlier if nature_of(span.of(frame.text)) is not Role.TARGET]
    leads = [*earlier, *frame.leads(sentence.start, block)]
    for quantity in values:
        yield _Said(frame, sentence, text, quantity, values, leads).figure(offset)


def _counted(text: str, quantity: Quantity) -> Quantity:
    """Return “25 điểm du lịch” as 25 of something; points of a score are followed by no noun."""
    rest = text[quantity.end : quantity.end + 12]
    if quantity.unit != "điểm" or not _NOUN.match(rest) or not quantity.value.is_integer():
        return quantity
    end = text.lower().rindex("điểm", quantity.value_start, quantity.end)
    return replace(
        quantity, unit="", end=quantity.value_start + len(text[quantity.value_start : end].rstrip())
    )


def _qualifies(text: str, quantity: Quantity) -> bool:
    """Tell whether a number says which thing is meant rather than how much of it there is."""
    before = fold(text[max(0, quantity.value_start - 40) : quantity.start])
    after = fold(text[quantity.end : quantity.end + 20])
    if quantity.unit == "tuổi" or (quantity.unit in ("", "người") and _per(text, quantity)):
        return True
    if quantity.unit in _SPAN_OF_TIME:
        led = fold(text[max(0, quantity.start - 12) : quantity.start])
        own = fold(text[quantity.start : quantity.value_start])
        return _LASTING.search(led + own) is not None or _PASSED.match(after) is not None
    plain = not quantity.unit and not quantity.rank and quantity.of is None
    return plain and _QUALIFIES_BEFORE.search(before) is not None


def _per(text: str, quantity: Quantity) -> bool:
    """Tell whether a number is what others are counted on: “0,7 doanh nghiệp trên 1.000 dân”."""
    after = fold(text[quantity.end : quantity.end + 10])
    before = fold(text[max(0, quantity.start - 20) : quantity.value_start])
    return quantity.value in (100, 1000, 10_000, 100_000) and (
        re.match(r"\s*(?:dan|nguoi)\b", after) is not None
        and re.search(r"(?:tren|/|moi)\s*$", before) is not None
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A value in its sentence, and what was learned of where its cells stand.

    Attributes:
        frame: The document.
        sentence: Span of the sentence.
        text: The sentence.
        quantity: The value, its offsets in the sentence.
        values: All values of the sentence, in order.
        leads: What governs the sentence, the nearest first.
        origins: Where each cell was read so far.
    """

    frame: Frame
    sentence: Span
    text: str
    quantity: Quantity
    values: Sequence[Quantity]
    leads: Sequence[Span]
    origins: list[Origin] = field(default_factory=list)

    def note(self, cell: Cell, base: int, start: int, end: int, *, inherited: bool) -> None:
        """Note where a cell was read: offsets in a text that begins at ``base``."""
        self.origins.append(Origin(cell, Span(base + start, base + end), inherited))

    def figure(self, offset: int) -> Figure:
        """Return the figure; what stands before ``offset`` is the mark of an item."""
        document, quantity, start = self.frame.document, self.quantity, self.sentence.start
        spans = indicator_spans(self.text, quantity, self.values)
        spans = [Span(max(s.start, offset), s.end) for s in spans if s.end > offset]
        for span in spans:
            self.note(Cell.INDICATOR, start, span.start, span.end, inherited=False)
        indicator = " ".join(" ".join(s.of(self.text) for s in spans).split())
        year, deadline = self.year()
        lead = [span.of(self.frame.text) for span in self.leads]
        return Figure(
            document_id=document.id,
            indicator=indicator,
            comparator=quantity.comparator if not quantity.rank else Comparator.EQUAL,
            value=quantity.value,
            upper=quantity.upper,
            unit=quantity.unit,
            role=role_in(document, self.text, quantity, lead, year),
            year=year,
            place=self.place(),
            value_span=Span(start + quantity.start, start + quantity.end),
            sentence_span=self.sentence,
            key=key_of(indicator),
            of=quantity.of,
            level=self.level(),
            deadline=deadline,
            quoted_from=_quoted_from(document, self.text, quantity),
            origins=tuple(self.origins),
        )

    def year(self) -> tuple[int | None, str | None]:
        """Return the year that the value speaks of, and the words that make it a deadline."""
        taken = [(value.start, value.end) for value in self.values]
        at = self.quantity.start
        own = max(years_of_value(self.text, at, self.quantity.end, taken).own, default=None)
        if own is None and not named_documents(self.text):
            days = [d.year for d in dates(self.text) if d.day is not None and d.year is not None]
            own = days[-1] if days else None
        if own is not None:
            return own, self._mention(self.text, own, self.sentence.start, at, inherited=False)
        for lead in self._dated_leads():
            words = lead.of(self.frame.text)
            told = years_of_value(words, len(words), len(words), ()).own
            if told and len(set(named_years(words))) <= len(told):
                return max(told), self._mention(words, max(told), lead.start, 0, inherited=True)
        document = self.frame.document
        years = named_years(document.title) if document.kind != "bài báo" and self.leads else []
        return (years[0] if len(years) == 1 else None), None

    def _dated_leads(self) -> Iterator[Span]:
        yield from self.leads
        texts = (self.text, *(lead.of(self.frame.text) for lead in self.leads))
        aimed = next((nature for text in texts if (nature := nature_of(text))), None)
        if self.frame.document.kind == "bài báo" and aimed is Role.TARGET:
            # An article names the year of its targets once, paragraphs before the last of them.
            before = self.frame.dated(self.sentence.start)
            if before is not None:
                yield before

    def _mention(
        self, text: str, year: int, base: int, near: int, *, inherited: bool
    ) -> str | None:
        """Note where a year is told, nearest to an offset; return the words of a deadline."""
        told = [d for d in dates(text) if d.year == year]
        if not told:
            return None
        mention = min(told, key=lambda d: (abs(d.start - near), d.start))
        self.note(Cell.YEAR, base, mention.start, mention.end, inherited=inherited)
        due = _DUE.search(text[: mention.start])
        if due is None:
            return None
        self.note(Cell.DEADLINE, base, due.start(), mention.end, inherited=inherited)
        return " ".join(text[due.start() : mention.end].split())

    def place(self) -> str | None:
        """Return the place of the value: named before it, else behind it, else by a heading."""
        text, base, at = self.text, self.sentence.start, self.quantity.start
        clause = max(text.rfind(mark, 0, at) for mark in ("(", ";")) + 1
        if nation := _NATION.search(fold(text[clause:at])):
            self.note(
                Cell.PLACE, base, clause + nation.start(), clause + nation.end(), inherited=False
            )
            return _WHOLE
        if named := places(text):
            chosen = [place for place in named if place.end <= at][-1:] or named[:1]
            self.note(Cell.PLACE, base, chosen[0].start, chosen[0].end, inherited=False)
            return chosen[0].name
        for lead in self.leads:
            found = places(lead.of(self.frame.text))
            if len({place.name for place in found}) == 1:
                self.note(Cell.PLACE, lead.start, found[0].start, found[0].end, inherited=True)
                return found[0].name
        return self.frame.own_place

    def level(self) -> str | None:
        """Return the level of administration that the indicator, or what governs it, names."""
        own = [origin.span for origin in self.origins if origin.cell is Cell.INDICATOR]
        for spans, inherited in ((own, False), (self.leads, True)):
            for span in spans:
                told = LEVEL.search(span.of(self.frame.text))
                if told:
                    self.note(Cell.LEVEL, span.start, *told.span(), inherited=inherited)
                    return told.group().lower()
        return None


def _quoted_from(document: Document, text: str, quantity: Quantity) -> str | None:
    """Return the other document or the paper that a sentence reports a figure from."""
    paper = _PAPER.match(text) if document.kind != "bài báo" else None
    if paper:
        return " ".join(paper["name"].split())
    named = [m for m in named_documents(text) if m.end <= quantity.start]
    if not named or not _ATTRIBUTES.search(fold(text[named[-1].end : quantity.start])):
        return None
    mention = named[-1]
    own = named_documents(document.number) if document.number else []
    if any(mention.matches(number) for number in own):
        return None
    return mention.text
