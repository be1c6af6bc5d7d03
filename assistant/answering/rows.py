"""Answers from table rows: the cell whose column is asked for.

A row says little by itself (“5 | Doanh nghiệp … | % | trên 50 | trên 70”); the header says
which cell is the target of which year, which the agency, which the deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.evidence import Evidence
from assistant.answering.local import Candidate
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.dates import years
from assistant.vietnamese.normalise import fold

__all__ = ["row_candidates"]

_COUNTER = re.compile(r"^(?:tt|stt|so tt|so thu tu|#)$")
_UNIT = re.compile(r"^(?:don vi|dvt|don vi tinh)\b")
_AGENCY = re.compile(
    r"\b(?:co quan|don vi) (?:chu tri|thuc hien|phoi hop|theo doi|chu quan)|\bchu tri\b"
)
_DEADLINE = re.compile(r"\b(?:thoi han|thoi gian|tien do|hoan thanh)\b")
_VALUE = re.compile(
    r"\s*(?:[≥≤<>=~]+|trên|dưới|tối thiểu|tối đa|ít nhất|khoảng|hơn|không quá|đạt|từ|gần|top|tốp|"
    r"thứ|nhóm)?\s*\d",
    re.IGNORECASE,
)
_FILLED = 0.2
"""Bonus of a cell that stands in the column asked for."""


def row_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the cells of a row that stand in the column asked for."""
    text = evidence.document.text
    if evidence.block is None or evidence.header is None:
        return
    headers = [fold(cell.of(text)).strip() for cell in evidence.header.cells]
    pairs = list(zip(headers, evidence.block.cells, strict=False))
    label = " ".join(
        cell.of(text)
        for header, cell in pairs
        if not _COUNTER.match(header) and not _value_column(header, cell.of(text))
    )
    unit = next((fold(cell.of(text)) for header, cell in pairs if _UNIT.match(header)), "")
    dated = {year for header in headers for year in years(header)}
    for header, cell in pairs:
        if cell.start == cell.end or not _asked(question, header, cell.of(text)):
            continue
        if _of_another_unit(question, f"{unit} {fold(cell.of(text))} {header}"):
            continue
        named = set(years(header))
        if question.years and dated and not named & set(question.years):
            continue
        yield Candidate(evidence, Span(cell.start, cell.end), f"{label} {header}", _FILLED)


def _of_another_unit(question: Question, said: str) -> bool:
    """Tell whether a cell is a share where a count is asked for, or the other way round."""
    if question.kind is not AnswerKind.FIGURE:
        return False
    share = "%" in said or "ty le" in said or "ty trong" in said
    counted = re.search(r"\b(?:nguoi|ha|km2|doanh nghiep|xa|phuong|dong|diem|hang|nam)\b", said)
    if question.unit == "%":
        return counted is not None and not share
    return share and bool(question.unit or question.focus)


def _value_column(header: str, cell: str) -> bool:
    """Tell whether a cell holds a value rather than names the row."""
    return bool(
        _VALUE.match(cell)
        and len(cell.split()) <= 6
        and not re.search(r"chi tieu|nhiem vu", header)
    )


def _asked(question: Question, header: str, cell: str) -> bool:
    if _COUNTER.match(header) or _UNIT.match(header):
        return False
    if question.kind is AnswerKind.AGENCY:
        return bool(_AGENCY.search(header))
    if question.kind is AnswerKind.DATE:
        return bool(_DEADLINE.search(header))
    if question.kind in (AnswerKind.FIGURE, AnswerKind.RANK, AnswerKind.MONEY, AnswerKind.YES_NO):
        return _value_column(header, cell) and not _DEADLINE.search(header)
    return False
