"""Tables of figures as files: CSV and Excel."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from assistant.errors import UsageError
from assistant.schema import Comparator, FigureTable, Standing, number_or_title

__all__ = ["HEADER", "safe_cell", "write_csv", "write_xlsx"]

HEADER = (
    "Chỉ tiêu", "So sánh", "Giá trị", "Đến", "Trên tổng", "Đơn vị", "Của", "Vai trò", "Năm",
    "Thời hạn", "Nơi", "Cấp", "Cơ quan chủ trì", "Người nói", "Dẫn từ", "Còn hiệu lực",
    "Thay bằng", "Số ký hiệu", "Văn bản", "Cơ quan ban hành", "Ngày", "Vị trí", "Trang", "Câu gốc",
    "Tệp",
)  # fmt: skip
"""Names of the columns, in order."""
_WIDTHS = {"Chỉ tiêu": 50, "Văn bản": 40, "Câu gốc": 80, "Cơ quan chủ trì": 30}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_000
"""Characters; Excel takes 32,767 in a cell."""

_Value = str | int | float | date | bool | None


def write_csv(path: Path, table: FigureTable) -> None:
    """Write a table as CSV in UTF-8 with a byte order mark, as Excel expects it.

    Args:
        path: The file, replaced when it is there.
        table: The figures.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for standing in table.entries:
            writer.writerow([safe_cell(_plain(value)) for value in _row(standing)])


def write_xlsx(path: Path, table: FigureTable) -> None:
    """Write a table as an Excel file: numbers, years and days as such, words as words.

    Args:
        path: The file, replaced when it is there.
        table: The figures.

    Raises:
        UsageError: The table has more rows than a sheet takes.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    if len(table.entries) >= 1_048_576:
        raise UsageError("quá nhiều số liệu cho một trang Excel. Hãy lọc bớt hoặc dùng --csv.")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    sheet.freeze_panes = "B2"
    for place, name in enumerate(HEADER):
        letter = chr(ord("A") + place)
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 14)
    sheet.append(list(HEADER))
    for standing in table.entries:
        cells = []
        for value in _row(standing):
            cell = WriteOnlyCell(sheet, value=_printable(value))
            if isinstance(value, str):
                cell.data_type = "s"  # a quote that begins with "=" is no formula
            elif isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def _row(standing: Standing) -> list[_Value]:
    cited = standing.cited
    figure, source = cited.figure, cited.source
    by = standing.superseded_by
    return [
        figure.indicator,
        "" if figure.comparator is Comparator.EQUAL else figure.comparator.value,
        _number(figure.value),
        _number(figure.upper),
        _number(figure.of),
        figure.unit,
        figure.base,
        figure.role.value,
        figure.year,
        figure.deadline,
        figure.place,
        figure.level,
        figure.agency,
        figure.speaker,
        figure.quoted_from,
        by is None,
        number_or_title(by) if by else None,
        source.number,
        source.title,
        source.issuer,
        source.day,
        cited.label,
        cited.page,
        " ".join(cited.quote.split()),
        source.path,
    ]


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _plain(value: _Value) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def safe_cell(text: str) -> str:
    """Return text that a spreadsheet takes for no formula; numbers stay as they are."""
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


def _printable(value: _Value) -> _Value:
    if not isinstance(value, str):
        return value
    return "".join(c for c in value if c >= " " or c in "\n\t")[:_LONGEST_CELL]
