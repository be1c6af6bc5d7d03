"""Excel 97 workbooks (.xls) by xlrd, which knows the fonts and number formats of cells."""

from __future__ import annotations

from datetime import datetime
from io import StringIO
from typing import TYPE_CHECKING

from assistant.documents.spreadsheets_values import Sheet, shown_date, shown_number
from assistant.errors import ReadError
from assistant.vietnamese.legacy_fonts import Run

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as XlsSheet

__all__ = ["sheets_of_xls"]

_BROKEN = "tệp Excel 97 (.xls) hỏng, không đọc được. Hãy mở bằng Excel rồi lưu thành .xlsx."
_LOCKED = "tệp Excel 97 (.xls) có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại."
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _BLANK = 0, 1, 2, 3, 4, 6


def sheets_of_xls(data: bytes) -> list[Sheet]:
    """Return the visible sheets of a workbook.

    Raises:
        ReadError: It is damaged or encrypted.
    """
    import xlrd

    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=StringIO()
        )
        return [_sheet(book, sheet) for sheet in book.sheets() if sheet.visibility == 0]
    except Exception as error:  # xlrd lets any defect of a file surface as its own
        locked = isinstance(error, xlrd.XLRDError) and "encrypted" in str(error).lower()
        raise ReadError(_LOCKED if locked else _BROKEN) from error


def _sheet(book: Book, sheet: XlsSheet) -> Sheet:
    made = Sheet(str(sheet.name), merged=list(sheet.merged_cells))
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in (_EMPTY, _BLANK):
                continue
            runs = _runs(book, sheet, row, column)
            if any(run.text.strip() for run in runs):
                made.cells[row, column] = runs
    return made


def _runs(book: Book, sheet: XlsSheet, row: int, column: int) -> list[Run]:
    cell = sheet.cell(row, column)
    style = book.xf_list[cell.xf_index]
    font = _font(book, style.font_index)
    if cell.ctype != _TEXT:
        return [Run(_shown(book, cell), font)]
    text = str(cell.value)
    changes = [(0, style.font_index), *sheet.rich_text_runlist_map.get((row, column), [])]
    ends = [start for start, _ in changes[1:]] + [len(text)]
    return [
        Run(text[start:end], _font(book, index))
        for (start, index), end in zip(changes, ends, strict=True)
        if start < end
    ]


def _font(book: Book, index: int) -> str | None:
    return str(book.font_list[index].name) if index < len(book.font_list) else None


def _shown(book: Book, cell: Cell) -> str:
    if cell.ctype == _NUMBER:
        form = book.format_map.get(book.xf_list[cell.xf_index].format_key)
        return shown_number(float(cell.value), str(form.format_str) if form else "General")
    if cell.ctype == _DATE:
        from xlrd.xldate import xldate_as_datetime

        made = xldate_as_datetime(cell.value, book.datemode)
        return shown_date(made if cell.value >= 1 else made.time()) if _is_date(made) else ""
    if cell.ctype == _BOOLEAN:
        return "Đúng" if cell.value else "Sai"
    return ""


def _is_date(value: object) -> bool:
    return isinstance(value, datetime)
