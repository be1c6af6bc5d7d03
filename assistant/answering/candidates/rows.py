"""Answers from table rows: the cell whose column is asked for.

A row says little by itself (“5 | Doanh nghiệp … | % | trên 50 | trên 70”); the header says
which cell is the target of which year, which the agency, which the deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.answering.terms import Haystack
from assistant.figures.columns import (
    AGENCY,
    BRACKETED,
    COUNTER,
    DEADLINE,
    HELPS,
    UNIT,
    holds_value,
    says_year,
)
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.dates import dates, years
from assistant.vietnamese.names import persons
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.units import AREAS

__all__ = ["row_candidates"]

_BARE = re.compile(r"\d\s*$")
_MEASURE = re.compile(
    r"%|(?:(?:nghìn |ngàn |trăm )?tỷ |triệu )?(?:đồng|USD)|km²|km2|ha|m²|điểm|người|năm|tháng|"
    r"ngày|lần",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"(?:hạng|bậc|vị trí|thứ)\s?(?P<all>/\s?\d{1,3})\b", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:thu hang|xep hang|hang|vi tri|thu bac|xep thu)\b")
_PLACE_IN = re.compile(
    r"\s*(?P<rank>(?:(?:thứ|hạng|top|tốp|nhóm|≤|<)\s*)?\d{1,3}(?:\s?/\s?\d{1,3})?(?![\w%.])"
    r"|(?:thứ|hạng)\s+(?:nhất|nhì|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\w))",
    re.IGNORECASE,
)
_ORDERED = re.compile(_RANKED.pattern + r"|\b(?:nhom|top|dan dau|dung dau|thu)\b|\d\s?/\s?\d")
"""What a row holds, be it in its header, that tells of an order."""
_CODE = re.compile(r"^(?:ma(?: so)?|so hieu|ky hieu|dien thoai|so dien thoai)\b")
_MONEY = re.compile(r"\b(?:ty|ti|trieu|nghin|dong|usd|euro)\b")
_BODIES = (AnswerKind.AGENCY, AnswerKind.PERSON)
# Who signs, holds a post or has a name is a person, and never the body of a column.
_BY_NAME = re.compile(r"\bky\b|\bten (?:la )?gi\b|\bho (?:va )?ten\b|\b(?:ong|ba|vi) nao\b")
_NAMED_KINDS = (AnswerKind.TEXT, AnswerKind.LIST, AnswerKind.DEFINITION)
_PRODUCT_ASKED = re.compile(
    r"\b(?P<product>san pham|ket qua|dau ra) (?:la )?(?:nhung )?(?:gi|nao)\b"
)
_LIMIT = re.compile(
    r"(?:chậm nhất|muộn nhất|trước|trong|đến|hết)(?: là)?(?: trong| vào)?(?: hết)?(?: ngày)?\s*$",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(r"\b(?:ngay|hom|bua) (?:nao|may|bao nhieu|gi)\b")
_IN_A_MONTH = re.compile(r"\b(?:thang|quy|nam) (?:nao|may|bao nhieu|gi)\b")
_DAY = re.compile(r"\d\s?[/.]\s?\d|ngày\s+\d", re.IGNORECASE)
_MONTH = re.compile(r"\d|quý\s+[IV]+", re.IGNORECASE)
_SHORT_CELL = 4
"""A cell of up to so many words is a deadline and nothing else."""

_BY_HEADER = (
    AnswerKind.TEXT, AnswerKind.DEFINITION, AnswerKind.LIST, AnswerKind.FIGURE, AnswerKind.PLACE
)  # fmt: skip
_UNIT_ASKED = re.compile(r"\bdon vi (?:tinh|do)\b")
_GENERAL = re.compile(
    r"(?:ten |noi dung |cac )?(?:chi tieu|nhiem vu|muc tieu|ket qua|noi dung|san pham|don vi|"
    r"ghi chu|nguon|linh vuc|doi tuong|gia tri|dich vu|tinh|xa|nam|dinh huong|so sanh)\b"
)
"""Headers that name what a table is about, which many a question does without asking for it."""
_BESIDES = re.compile(r"\([^()]*\)|\s[–-]\s.*$")
_BARE_CELL = re.compile(r"\s*\d+(?:\.\d+)*\.?\s*")
_LONGEST_NAME = 4
"""Most syllables of a header that a question repeats word by word."""

_FILLED = 0.12
"""Bonus of a cell that stands in the column asked for."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A cell under its header: the header folded and as it stands, the cell's span and text."""

    header: str
    head: str
    span: Span
    cell: str


def row_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the cells of a row that stand in the column asked for."""
    text = evidence.document.text
    if evidence.block is None or evidence.header is None:
        return
    columns = [
        _Column(fold(head.of(text)).strip(), head.of(text), cell, cell.of(text))
        for head, cell in zip(evidence.header.cells, evidence.block.cells, strict=False)
    ]
    label = " ".join(
        column.cell
        for column in columns
        if not COUNTER.match(column.header) and not holds_value(column.header, column.cell)
    )
    named = [c for c in columns if c.cell.strip(" -–") and _is_named(question, c)]
    unit = next((column.cell for column in columns if UNIT.match(column.header)), "")
    valued = [column for column in columns if holds_value(column.header, column.cell)]
    dated = {year for column in valued for year in years(column.header)}
    ranked = any(_RANKED.search(column.header) for column in valued)
    asked_columns = [c for c in columns if c.cell.strip() and _asked(question, c.header, c.cell)]
    if question.kind in _BODIES:
        asked_columns = _of_the_part(question, asked_columns)
    for column in named:
        if column not in asked_columns:
            yield Candidate(evidence, column.span, f"{label} {column.header}", _FILLED)
    for column in asked_columns:
        if named and column not in named:
            continue
        if question.kind is not AnswerKind.DATE and says_year(column.header):
            continue
        bracketed = BRACKETED.search(column.head)
        own = bracketed["unit"] if bracketed else unit
        said = fold(f"{own} {column.cell} {column.header}")
        if _of_another_unit(question, said, Haystack(label)):
            continue
        if question.years and dated and not _is_of(column, dated, set(question.years)):
            continue
        if question.kind is AnswerKind.RANK and ranked and not _RANKED.search(column.header):
            continue
        if question.kind is AnswerKind.FIGURE and _of_ranks_alone(question, column):
            continue
        ordered = _ORDERED.search(said) or _RANKED.match(fold(label).strip())
        if question.kind is AnswerKind.RANK and not ordered:
            continue
        yield Candidate(
            evidence,
            _span(question, column),
            f"{label} {column.header}",
            _FILLED,
            unit=_unit_of(own, column) if column in valued else "",
        )


def _unit_of(own: str, column: _Column) -> str:
    """Return what is said behind a bare value: its unit, or how many there are (“Hạng/34”)."""
    if not _BARE.search(column.cell):
        return ""
    field = _OUT_OF.search(own) if "/" not in column.cell else None
    return field["all"] if field else own if _MEASURE.match(own) else ""


def _of_the_part(question: Question, columns: list[_Column]) -> list[_Column]:
    """Return the columns of the bodies that lead, or of those that help where these are asked."""
    helping = HELPS.search(fold(question.query)) is not None
    of_part = [c for c in columns if (HELPS.search(c.header) is not None) == helping]
    return of_part or columns


def _span(question: Question, column: _Column) -> Span:
    """Return the words of a cell that answer."""
    if question.kind is AnswerKind.DATE:
        return _deadline(column)
    place = _PLACE_IN.match(column.cell) if question.kind is AnswerKind.RANK else None
    goes_on = place and column.cell[place.end() :].lstrip()[:1] in (",", ";", "(")
    if place and (goes_on or len(column.cell.split()) > _SHORT_CELL + 2):
        return Span(column.span.start + place.start("rank"), column.span.start + place.end())
    return column.span


def _deadline(column: _Column) -> Span:
    """Return the words of a cell that set a date: “chậm nhất trong tháng 9/2026”.

    A cell without one date (“Thường xuyên”, “6/2025”) is the deadline whole.
    """
    found = dates(column.cell)
    if len(found) != 1 or len(column.cell.split()) <= _SHORT_CELL:
        return column.span
    mention = found[0]
    lead = _LIMIT.search(column.cell[: mention.start])
    start = lead.start() if lead else mention.start
    return Span(column.span.start + start, column.span.start + mention.end)


def _of_another_unit(question: Question, said: str, label: Haystack) -> bool:
    """Tell whether a cell is a share where a count is asked for, or the other way round.

    “Bao nhiêu doanh nghiệp dùng nền tảng số?” may be answered by a share of the firms.
    """
    if question.kind is AnswerKind.MONEY:
        return _MONEY.search(said) is None
    if question.kind is not AnswerKind.FIGURE:
        return False
    if question.unit == "người":
        return not re.search(r"\b(?:nguoi|dan|dan so|nhan khau|lao dong)\b", said)
    if question.unit in AREAS:
        return not re.search(r"\b(?:ha|km2|km²|m2|dien tich)\b", said)
    share = "%" in said or "ty le" in said or "ty trong" in said
    counted = re.search(r"\b(?:nguoi|ha|km2|doanh nghiep|xa|phuong|dong|diem|hang|nam)\b", said)
    if question.unit == "%":
        return counted is not None and not share
    of_these = bool(question.focus) and label.holds(question.focus)
    return share and bool(question.unit or question.focus) and not of_these


def _of_ranks_alone(question: Question, column: _Column) -> bool:
    """Tell whether a column holds ranks, of which a question after a value says nothing."""
    return bool(_RANKED.search(column.header)) and not _RANKED.search(fold(question.query))


def _is_of(column: _Column, dated: set[int], asked: set[int]) -> bool:
    """Tell whether a column is of a year asked about, in a table whose columns name years.

    “Hạng | Tỉnh | Chỉ số năm 2023” is a table of ranks of that year.
    """
    own = set(years(column.header))
    if own or not _RANKED.match(column.header):
        return bool(own & asked)
    return dated <= asked


def _says_when(asked: str, cell: str) -> bool:
    """Tell whether a deadline is as exact as asked: “Thường xuyên” is on no day."""
    if _ON_A_DAY.search(asked):
        return _DAY.search(cell) is not None
    return _MONTH.search(cell) is not None or not _IN_A_MONTH.search(asked)


def _is_named(question: Question, column: _Column) -> bool:
    """Tell whether a question asks for a column by its header: “Mã số xã An Khê là gì?”."""
    if question.kind not in _BY_HEADER:
        return False
    asked = fold(question.query)
    if UNIT.match(column.header):
        return _UNIT_ASKED.search(asked) is not None
    if question.kind is AnswerKind.PLACE and holds_value(column.header, column.cell):
        return False
    header = _BESIDES.sub("", column.header).strip()
    plain = COUNTER.match(header) or AGENCY.search(header) or DEADLINE.search(header)
    if plain or _GENERAL.match(header) or not 2 <= len(header.split()) <= _LONGEST_NAME:
        return False
    return re.search(rf"\b{re.escape(header)}\b", asked) is not None


def _asked(question: Question, header: str, cell: str) -> bool:
    if COUNTER.match(header) or UNIT.match(header) or _CODE.match(header):
        return False
    if not header and _BARE_CELL.fullmatch(cell):
        return False  # what numbers the rows of a table needs no header
    if question.kind in _BODIES:
        if question.kind is AnswerKind.PERSON:
            named = question.focus or _BY_NAME.search(fold(question.query))
            # “Giám đốc Sở X là ai?” is not answered by the body that leads a task.
            held = question.focus and fold(cell).lstrip().startswith(question.focus)
            if named and not held and not persons(cell):
                return False
        return bool(AGENCY.search(header))
    if question.kind in _NAMED_KINDS:
        asked = _PRODUCT_ASKED.finditer(fold(question.query))
        return any(match["product"] in header for match in asked)
    if question.kind is AnswerKind.DATE:
        return bool(DEADLINE.search(header)) and _says_when(fold(question.query), cell)
    if question.kind is AnswerKind.RANK and _RANKED.search(header):
        return _PLACE_IN.match(cell) is not None
    if question.kind in (AnswerKind.FIGURE, AnswerKind.RANK, AnswerKind.MONEY, AnswerKind.YES_NO):
        return holds_value(header, cell) and not DEADLINE.search(header)
    return False
