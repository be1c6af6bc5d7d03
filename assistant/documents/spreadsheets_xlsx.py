"""Workbooks of today (.xlsx) by openpyxl, which knows fonts, number formats and merged cells."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.documents.archives import refuse_bombs
from assistant.documents.formats import ZIP_DEFECTS
from assistant.documents.spreadsheets_values import Sheet, shown_date, shown_number
from assistant.errors import ReadError
from assistant.vietnamese.legacy_fonts import Run

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["sheets_of_xlsx"]

_MOST_UNPACKED = 60_000_000
"""Bytes; a sheet of a million cells, which openpyxl holds in half a gigabyte."""
_MOST_MERGED = 500_000
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_BROKEN = "tệp .xlsx hỏng, không mở được. Hãy mở bằng Excel rồi lưu lại."


def sheets_of_xlsx(data: bytes) -> list[Sheet]:
    """Return the visible sheets of a workbook.

    Raises:
        ReadError: It is damaged, or unpacks to far more than a workbook can hold.
    """
    refuse_bombs(data, ".xlsx", _MOST_UNPACKED)
    _refuse_wide_merges(data)
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that hold no text
            # The last results of formulas, and the fonts inside cells.
            book = openpyxl.load_workbook(BytesIO(data), data_only=True, rich_text=True)
            return [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except Exception as error:  # openpyxl lets any defect of the XML surface as its own
        raise ReadError(_BROKEN) from error


def _refuse_wide_merges(data: bytes) -> None:
    """Refuse a workbook that merges millions of cells: openpyxl would make an object of each."""
    area = 0
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/"):
                    for match in _MERGED.finditer(archive.read(name)):
                        left, top, right, bottom = match.groups()
                        width = _column(right) - _column(left) + 1
                        area += max(0, width) * max(0, int(bottom) - int(top) + 1)
    except ZIP_DEFECTS as error:
        raise ReadError(_BROKEN) from error
    if area > _MOST_MERGED:
        raise ReadError("bảng tính gộp nhiều ô bất thường. Hãy bỏ gộp ô thừa rồi lưu lại.")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet(sheet: Worksheet) -> Sheet:
    made = Sheet(
        sheet.title,
        merged=[
            (area.min_row - 1, area.max_row, area.min_col - 1, area.max_col)
            for area in sheet.merged_cells.ranges
        ],
    )
    # Only cells that are there: walking rows would create a million between two far ones.
    for (row, column), cell in sheet._cells.items():
        runs = _runs(cell)
        if any(run.text.strip() for run in runs):
            made.cells[row - 1, column - 1] = runs
    return made


def _runs(cell: Any) -> list[Run]:
    value = cell.value
    if value is None:
        return []
    font = cell.font.name if cell.has_style and cell.font else None
    if isinstance(value, list):  # rich text: plain stretches and stretches with a font
        return [
            Run(part, font)
            if isinstance(part, str)
            else Run(str(part.text), part.font.rFont or font)
            for part in value
        ]
    return [Run(_shown(value, str(cell.number_format)), font)]


def _shown(value: object, form: str) -> str:
    if isinstance(value, bool):
        return "Đúng" if value else "Sai"
    if isinstance(value, int | float):
        return shown_number(float(value), form)
    if isinstance(value, date | datetime | time):
        return shown_date(value)
    return "" if isinstance(value, timedelta) else str(value)
