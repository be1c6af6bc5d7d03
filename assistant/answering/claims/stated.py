"""What the documents state: each value of the evidence with its words, years and place.

A cell of a table says little by itself: its unit stands in another column or in its header,
its year in the header, in a cell of its row or above the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.answering.claims.said import base_of, values_in
from assistant.answering.claims.words import place_before
from assistant.answering.evidence import Evidence
from assistant.answering.figure_facts import bound_of, content_words
from assistant.answering.local import segment
from assistant.figures import years_of_value
from assistant.figures.columns import BRACKETED, COUNTER, UNIT, VALUE
from assistant.schema import Comparator, Span
from assistant.vietnamese.dates import years
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import Quantity, quantities

__all__ = ["Stated", "stated_in"]

_RANKED = re.compile(r"\b(?:thu hang|xep hang|hang|vi tri|thu bac|xep thu|nhom nuoc dan dau)\b")
_SCORED = re.compile(r"\b(?:diem|gia tri)\b")
_NAMING = re.compile(r"chi tieu (?!nam)|nhiem vu|^nam\b(?! \d)|^nguon\b")
_BESIDE = re.compile(r"(?:nguon|ghi chu|tai lieu|bao)\b")
"""Columns that say who tells of a row, not what it is of."""
_ENUMERATES = re.compile(r"(?<![^\n])\d+(?:\.\d+)*\s*[|.)](?!\d)")
"""The number of a row or of an item at the start of its line."""
_YEAR_ALONE = re.compile(r"\s*(?:19|20)\d\d\s*")
_ENDS = 2
_COMPARING = frozenset("tang giam so voi nam cung ky truoc hon khoang binh quan".split())
_FEWEST_NEAR = 2
"""With fewer content words than this the words around a value do not say what it measures."""


@dataclass(frozen=True)
class Stated:
    """A value that a document states.

    Attributes:
        evidence: The sentence or row it stands in.
        quantity: The value with its unit.
        bound: How it binds, also by words that stand apart from it.
        span: The words of the document that state it.
        near: The words that say what it is the value of.
        years: Years that it speaks of; empty where nothing tells.
        own_years: Whether its sentence, row or header names them.
        period: Whether they are the ends of a period.
        bases: Years that it is compared with.
        place: Place that its own sentence names for it; None leaves it to the document.
    """

    evidence: Evidence
    quantity: Quantity
    bound: Comparator
    span: Span
    near: str
    years: tuple[int, ...]
    own_years: bool
    period: bool
    bases: tuple[int, ...]
    place: str | None

    @property
    def words(self) -> str:
        """The value as the document writes it."""
        return self.span.of(self.evidence.document.text)


def stated_in(evidence: Evidence) -> Iterator[Stated]:
    """Yield the values of a sentence or of the row of a table, in order."""
    yield from _in_row(evidence) if evidence.header is not None else _in_prose(evidence)


def _in_prose(evidence: Evidence) -> Iterator[Stated]:
    text, offset = evidence.text, evidence.span.start
    found = [q for q in values_in(text) if not _ENUMERATES.match(text, q.start)]
    values = [(q.start, q.end) for q in found]
    named = set(evidence.own_places())
    for quantity in found:
        told = years_of_value(text, quantity.start, quantity.end, values)
        own = told.own
        place = place_before(text, quantity.start)
        near = segment(text, quantity.start, quantity.end, values)
        telling = {word for word in content_words(near) if word.isalpha()} - _COMPARING
        if len(telling) < _FEWEST_NEAR:
            near = text  # “…, tăng 18% so với năm 2023” is said of what stands before it
        yield Stated(
            evidence,
            quantity,
            bound_of(text, quantity),
            Span(offset + quantity.start, offset + quantity.end),
            near,
            own or _governing(evidence),
            bool(own),
            len(own) == _ENDS,
            base_of(text, quantity.end) or told.bases,
            place if place in named else None,
        )


def _governing(evidence: Evidence) -> tuple[int, ...]:
    return tuple(evidence.governing_years())


def _in_row(evidence: Evidence) -> Iterator[Stated]:
    text = evidence.document.text
    if evidence.block is None or evidence.header is None:
        return
    columns = [
        (head.of(text), cell)
        for head, cell in zip(evidence.header.cells, evidence.block.cells, strict=False)
    ]
    label = " ".join(
        cell.of(text)
        for head, cell in columns
        if not COUNTER.match(fold(head).strip()) and not _is_value(head, cell.of(text))
    )
    unit = next((c.of(text) for head, c in columns if UNIT.match(fold(head).strip())), "")
    row_years = evidence.row_years() or [
        int(cell.of(text)) for _, cell in columns if _YEAR_ALONE.fullmatch(cell.of(text))
    ]
    named = places(" ".join(c.of(text) for h, c in columns if not _BESIDE.match(fold(h).strip())))
    above = years(text[evidence.header.start : evidence.header.end])
    headed = tuple(above) if len(above) == 1 else ()
    for head, cell in columns:
        words = cell.of(text)
        if not words.strip() or COUNTER.match(fold(head).strip()):
            continue
        if UNIT.match(fold(head).strip()):
            continue
        bracketed = BRACKETED.search(head)
        own_unit = bracketed["unit"] if bracketed else unit
        own = tuple(dict.fromkeys([*years(head), *row_years]))
        if years(head) and row_years:
            own = tuple(row_years)
        first = True
        for quantity in _of_cell(head, words, label, own_unit):
            written = words[quantity.start : min(quantity.end, len(words))]
            told = years_of_value(words, quantity.start, quantity.end, [])
            mine = own if first else told.own or own
            at = Span(cell.start + quantity.start, cell.start + min(quantity.end, len(words)))
            yield Stated(
                evidence,
                quantity,
                quantity.comparator,
                at if written.strip() else cell,
                f"{label} {head} {words if not _is_value(head, words) else ''}".strip(),
                mine or headed or _governing(evidence),
                bool(mine or headed),
                len(told.own) == _ENDS and mine == told.own,
                base_of(words, quantity.end),
                next((place.name for place in named or places(head)), None),
            )
            first = False


def _of_cell(head: str, words: str, label: str, unit: str) -> list[Quantity]:
    """Return the values of a cell; the first has the unit of its row and may be a rank."""
    if not _is_value(head, words):
        found = values_in(words)
        if found and found[0].value_start == 0 and found[0].of and _RANKED.search(fold(head)):
            found[0] = replace(found[0], rank=True, unit="")
        return found
    found = quantities(words)
    if not found:
        return []
    first = found[0]
    folded = fold(f"{head} {unit}")
    bare = not first.unit and unit == "" and not _SCORED.search(fold(head))
    if _RANKED.search(folded) or (bare and _RANKED.search(fold(label))):
        group = re.search(r"\b(?:nhom|dan dau)\b", f"{folded} {fold(label)}")
        comparator = Comparator.AT_MOST if group else first.comparator
        return [replace(first, rank=True, unit="", comparator=comparator), *found[1:]]
    if first.unit or not unit:
        return found
    joined = quantities(f"{words[: first.end]} {unit}")
    if joined and joined[0].value_start == first.value_start:
        first = joined[0]
    return [first, *found[1:]]


def _is_value(head: str, words: str) -> bool:
    """Tell whether a cell holds a value rather than names the row."""
    if COUNTER.match(fold(head).strip()):
        return False
    return (
        VALUE.match(words) is not None
        and (len(words.split()) <= 8 or "(" in words)
        and not _NAMING.search(fold(head).strip() + " ")
    ) and not re.fullmatch(r"\s*(?:19|20)\d\d\s*", words)
