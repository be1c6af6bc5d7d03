"""What the columns of a table hold, by their headers: unit, value, agency, deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.schema import Span
from assistant.vietnamese.normalise import fold

__all__ = [
    "AGENCY",
    "BRACKETED",
    "COUNTER",
    "DEADLINE",
    "HELPS",
    "UNIT",
    "VALUE",
    "WRITTEN",
    "Column",
    "ColumnKind",
    "columns_of",
    "filled",
    "holds_value",
    "says_year",
    "told_elsewhere",
]

COUNTER = re.compile(r"^(?:tt|stt|so tt|so thu tu|#)$")
UNIT = re.compile(r"^(?:don vi(?: tinh| do)?|dvt)(?=\s*(?:$|[(,:/]))")
AGENCY = re.compile(
    r"\b(?:co quan|don vi) (?:chu tri|thuc hien|phoi hop|theo doi|chu quan)|\bchu tri\b"
)
HELPS = re.compile(r"\bphoi hop\b(?! (?:chu tri|to chuc thuc hien))")
DEADLINE = re.compile(r"\b(?:thoi han|thoi gian|tien do|hoan thanh)\b")
BRACKETED = re.compile(r"\((?P<unit>[^()\d]{1,20})\)")
_YEAR = re.compile(r"nam(?: (?:danh gia|thuc hien|bao cao|xep hang|so lieu|ket qua))?$|ky$|moc")
_YEAR_DUE = re.compile(r"nam(?: \w+){0,3}$")
VALUE = re.compile(
    r"\s*(?:[≥≤<>=~]+|trên|dưới|tối thiểu|tối đa|ít nhất|khoảng|hơn|không quá|đạt|từ|gần|top|tốp|"
    r"thứ|nhóm)?\s*\d",
    re.IGNORECASE,
)
_BARE_VALUE = re.compile(r"[≥≤<>=~]?\s?\d[\d.,]*\s?%?")
_VALUE_ONLY = re.compile(r"[≥≤<>=~]?\s?(?!(?:19|20)\d\d$)\d[\d.,]*\s?%?")
_SETS = re.compile(
    r"^(?:muc tieu|ket qua|gia tri|ke hoach|thuc hien|uoc|muc|diem"
    r"|(?:thu |xep )?hang|ty le|ti le)\b"
)
_OF_YEAR = re.compile(r"(?:den )?nam (?:19|20)\d\d")
_MOVES = re.compile(r"^(?:thay doi|so sanh|bien dong|chenh lech|tang truong|tang[ /,-]+giam)\b")
MOVED = re.compile(
    r"\s*(?:tăng|giảm|gấp)(?:\s(?:thêm|trưởng|khoảng|trên|hơn|gần|xấp xỉ))*\s+\d", re.IGNORECASE
)
"""How a cell begins that says how the value of its row moved: “tăng 5 bậc”."""
_CHECKS = re.compile(r"\b(?:theo doi|kiem tra|don doc|giam sat|danh gia)\b")
_TASK = re.compile(r"\b(?:nhiem vu|cong viec|hoat dong|noi dung|giai phap)\b")
_PRODUCT = re.compile(r"\b(?:san pham|ket qua|dau ra)\b")
_ASIDE = re.compile(
    r"^(?:can cu|van ban|so hieu|nguoi (?:ky|phu trach|phat bieu|noi)|ngay)\b|^nguoi$"
    r"|\b(?:nguon|noi neu|ghi chu)\b"
)


_BOUND = r"ít nhất|tối thiểu|tối đa|không quá|không dưới|khoảng|trên|dưới|hơn|gần|đạt|từ|thêm"
WRITTEN = re.compile(
    rf"\s*(?:(?:{_BOUND})\s+)*(?:hai|ba|bốn|sáu|bảy|tám|chín|mười|một (?:nửa|phần|trăm|nghìn)"
    r"|gấp (?:đôi|ba|bốn))(?!\w)(?:\s\w+){0,6}\s*",
    re.IGNORECASE,
)
"""A cell that holds a value in words: “Ít nhất hai mươi doanh nghiệp”, “Một nửa”, “Ba”."""
_UNTOLD = re.compile(
    r"\s*(?:(?:không|chưa) (?:có|rõ|công bố|thống kê|áp dụng|xác định)|n/a\b)", re.IGNORECASE
)
"""What a cell says that holds no value: “Không có số liệu”."""


class ColumnKind(StrEnum):
    """What a column holds."""

    COUNTER = "số thứ tự"
    NAME = "tên"
    TASK = "nhiệm vụ"
    PRODUCT = "sản phẩm"
    UNIT = "đơn vị"
    VALUE = "giá trị"
    CHANGE = "thay đổi"
    YEAR = "năm"
    AGENCY = "chủ trì"
    HELPERS = "phối hợp"
    DEADLINE = "thời hạn"
    ASIDE = "ngoài"


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a row under its header.

    Attributes:
        kind: What the column holds.
        head: Span of the header; None in a table without one.
        header: The header, folded.
        span: The cell.
        cell: Its text.
    """

    kind: ColumnKind
    head: Span | None
    header: str
    span: Span
    cell: str


def columns_of(text: str, header: Sequence[Span], cells: Sequence[Span]) -> list[Column]:
    """Return the cells of a row with what their columns hold.

    Args:
        text: Text of the document.
        header: Cells of the header row; none where it has another number of cells.
        cells: Cells of the row.
    """
    heads: list[Span | None] = [*header] if len(header) == len(cells) else [None] * len(cells)
    names, of_tasks = _names_of(tuple(head.of(text) if head else "" for head in heads))
    found = []
    for place, (head, name, span) in enumerate(zip(heads, names, cells, strict=True)):
        cell = span.of(text)
        kind = _kind(name, cell, place, of_tasks=of_tasks)
        found.append(Column(kind, head, name, span, cell))
    return found


# The header of a table is asked for every row.
@lru_cache(maxsize=256)
def _names_of(heads: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return the names of columns, folded, and whether they are those of a table of tasks."""
    names = tuple(fold(head).strip() for head in heads)
    of_tasks = any(_TASK.search(name) for name in names) and any(
        DEADLINE.search(name) or (AGENCY.search(name) and not _TASK.search(name)) for name in names
    )
    return names, of_tasks


def _kind(header: str, cell: str, place: int, *, of_tasks: bool) -> ColumnKind:
    if COUNTER.match(header):
        return ColumnKind.COUNTER
    if HELPS.search(header) and not re.search(r"\bchu tri\b", header):
        return ColumnKind.HELPERS
    if AGENCY.search(header):
        return ColumnKind.AGENCY
    if UNIT.match(header):
        return ColumnKind.UNIT
    written = bool(place) and WRITTEN.fullmatch(cell) is not None
    if written and (_SETS.match(header) or _OF_YEAR.fullmatch(header)):
        return ColumnKind.VALUE
    of_year = _OF_YEAR.fullmatch(header) is not None
    dated = _YEAR_DUE.match(header) and not of_year and not _VALUE_ONLY.fullmatch(cell.strip())
    if says_year(header) or dated:
        return ColumnKind.YEAR
    if of_tasks:
        if DEADLINE.search(header):
            return ColumnKind.DEADLINE
        if _PRODUCT.search(header):
            return ColumnKind.PRODUCT
        if _TASK.search(header):
            return ColumnKind.TASK
        if _CHECKS.search(header):
            return ColumnKind.ASIDE
    if place and (_MOVES.match(header) or MOVED.match(cell)):
        return ColumnKind.CHANGE
    if _ASIDE.search(header):
        return ColumnKind.ASIDE
    if place and _UNTOLD.match(cell):
        return ColumnKind.ASIDE
    if place and (holds_value(header, cell) or (_SETS.match(header) and VALUE.match(cell))):
        return ColumnKind.VALUE
    # What a column of a year says without a value names no row.
    return ColumnKind.ASIDE if of_year else ColumnKind.NAME


def filled(column: Column) -> bool:
    """Tell whether a cell holds more than a dash."""
    return bool(column.cell.strip(" -–"))


def told_elsewhere(cell: str) -> bool:
    """Tell whether a cell only says where the body or the time is told: “Theo phân công tại …”."""
    return _ELSEWHERE.match(cell) is not None


_ELSEWHERE = re.compile(r"\s*Theo\s", re.IGNORECASE)


def says_year(header: str) -> bool:
    """Tell whether a column says which year a row is of, by its folded header."""
    return _YEAR.match(header) is not None


def holds_value(header: str, cell: str) -> bool:
    """Tell whether a cell holds a value rather than names the row, by its folded header."""
    if _BARE_VALUE.fullmatch(cell.strip()) and not COUNTER.match(header):
        return True
    return bool(
        VALUE.match(cell) and len(cell.split()) <= 6 and not re.search(r"chi tieu|nhiem vu", header)
    )
