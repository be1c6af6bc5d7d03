"""What a sentence says of one of its values: year, place, level, and whose figure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.figures.frames import Frame
from assistant.figures.governors import named_years
from assistant.figures.indicators import indicator_spans
from assistant.figures.keys import key_of
from assistant.figures.owners import places_in
from assistant.figures.roles import nature_of, role_in
from assistant.figures.table_figures import LEVEL
from assistant.figures.years import years_of_value
from assistant.schema import PRESS, Cell, Comparator, Document, Figure, Origin, Role, Span
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity

__all__ = ["Statement"]

_DUE = re.compile(
    r"(?:(?:trước|chậm nhất|muộn nhất|đến|hết|tới|trong|vào)\s+(?:hết\s+|cuối\s+|ngày\s+)*)$",
    re.IGNORECASE,
)
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
# “Theo Nghị quyết số 03-NQ/TU (25%) và Kế hoạch số 106/KH-UBND năm 2025 (35%)”
_IN_BRACKETS = re.compile(r"(?: ngày [\d/]+| năm \d{4})?\s?\(")


@dataclass(frozen=True, slots=True)
class Statement:
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
            days = [
                day.year
                for day in dates(self.text)
                if day.day is not None and not _PRINTED.search(self.text[: day.start])
            ]
            own = days[-1] if days else None
        if own is not None:
            return own, self._mention(self.text, own, self.sentence.start, at, inherited=False)
        for lead in self._dated_leads():
            words = lead.of(self.frame.text)
            told = _told_in(words)
            if told and len(set(named_years(words))) <= len(told):
                return max(told), self._mention(words, max(told), lead.start, 0, inherited=True)
        document = self.frame.document
        years = named_years(document.title) if document.kind != PRESS and self.leads else []
        return (years[0] if len(years) == 1 else None), None

    def _dated_leads(self) -> Iterator[Span]:
        yield from self.leads
        texts = (self.text, *(lead.of(self.frame.text) for lead in self.leads))
        aimed = next((nature for text in texts if (nature := nature_of(text))), None)
        if self.frame.document.kind == PRESS and aimed is Role.TARGET:
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
        bracket = text.rfind("(", 0, at)
        opened = -1 if ")" in text[bracket:at] else bracket
        clause = max(opened, text.rfind(";", 0, at)) + 1
        if nation := _NATION.search(fold(text[clause:at])):
            self.note(
                Cell.PLACE, base, clause + nation.start(), clause + nation.end(), inherited=False
            )
            return _WHOLE
        if named := places_in(text):
            chosen = [place for place in named if place.end <= at][-1:] or named[:1]
            self.note(Cell.PLACE, base, chosen[0].start, chosen[0].end, inherited=False)
            return chosen[0].name
        for lead in self.leads:
            found = places_in(lead.of(self.frame.text))
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


# What governs a sentence is asked for each of its values.
@lru_cache(maxsize=1024)
def _told_in(words: str) -> tuple[int, ...]:
    """Return the years that a lead-in or heading gives the values below it."""
    return years_of_value(words, len(words), len(words), ()).own


# “Báo A ngày 9/12/2025 ghi …” says when it was told, not when it was so.
_PRINTED = re.compile(
    r"(?:\b[Bb]áo|[Tt]ạp chí|[Tt]rang|[Tt]heo|[Hh]ội thảo|[Tt]ọa đàm|[Hh]ọp báo|[Bb]ài|[Nn]êu"
    r"|[Cc]ông bố|\b[A-Z]\w*[A-Z.]\w*|\b[A-ZĐ]\w+\s[A-ZĐ]\w+)(?!\w)[^,;]*(?:ngày|tháng)\s*$"
)


def _quoted_from(document: Document, text: str, quantity: Quantity) -> str | None:
    """Return the other document or the paper that a sentence reports a figure from."""
    paper = _PAPER.match(text) if document.kind != PRESS else None
    if paper:
        return " ".join(paper["name"].split())
    named = [m for m in named_documents(text) if m.end <= quantity.start]
    between = text[named[-1].end : quantity.start] if named else ""
    if not (_ATTRIBUTES.search(fold(between)) or _IN_BRACKETS.fullmatch(between)):
        return None
    mention = named[-1]
    own = named_documents(document.number) if document.number else []
    return None if any_match([mention], own) else mention.text
