"""Sheets as tables: what a cell shows, which row names the columns, and what is no table."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from office_files import ppt, xls

from assistant.documents.lines import Draft
from assistant.documents.office_slides import read_powerpoint97
from assistant.documents.spreadsheets import read_xls, read_xlsx
from assistant.documents.spreadsheets_values import shown_date, shown_number
from assistant.errors import ReadError


def shown(draft: Draft) -> list[tuple[int, int, str]]:
    return [(line.table, line.row, " | ".join(line.cells) or line.text) for line in draft.lines]


def xlsx(rows: list[list[Any]], merge: str = "", formats: dict[str, str] | None = None) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    for place, form in (formats or {}).items():
        book.active[place].number_format = form
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (0.25, "0%", "25%"),
        (0.2537, "0.0%", "25,4%"),
        (1234567.5, "#,##0.0", "1.234.567,5"),
        (-1234.0, "#,##0", "-1.234"),
        (7308, "General", "7308"),
        (6.8, "General", "6,8"),
        (1 / 3, "General", "0,33333333333"),
        (2.5, "0.##", "2,5"),
        (2.0, "0.00", "2,00"),
        (12, '0" tỷ đồng"', "12 tỷ đồng"),
        (-3, "#,##0_);[Red](#,##0)", "-3"),
        (-0.001, "0.0", "0,0"),
    ],
)
def test_numbers_look_as_in_their_cells(value: float, form: str, expected: str) -> None:
    assert shown_number(value, form) == expected


def test_dates_are_written_as_in_vietnam() -> None:
    assert shown_date(date(2025, 3, 1)) == "01/03/2025"
    assert shown_date(datetime(2025, 3, 1, 14, 5)) == "14:05 01/03/2025"
    assert shown_date(time(7, 30)) == "07:30"


def test_a_sheet_has_paragraphs_a_table_with_its_header_and_notes() -> None:
    rows = [
        ["PHỤ LỤC CHỈ TIÊU"],
        ["TT", "Chỉ tiêu", "Kế hoạch", None],
        [None, None, "Năm 2024", "Năm 2025"],
        [1, "Tỷ lệ hồ sơ trực tuyến", 0.7, 0.8],
        ["Ghi chú: số liệu dự kiến"],
    ]
    data = xlsx(rows, "C2:D2", {"C4": "0%", "D4": "0%"})
    assert shown(read_xlsx(data)) == [
        (0, 0, "PHỤ LỤC CHỈ TIÊU"),
        (1, 0, "TT | Chỉ tiêu | Kế hoạch – Năm 2024 | Kế hoạch – Năm 2025"),
        (1, 1, "1 | Tỷ lệ hồ sơ trực tuyến | 70% | 80%"),
        (0, 0, "Ghi chú: số liệu dự kiến"),
    ]


def test_excel_97_in_a_font_of_capitals() -> None:
    cells: dict[tuple[int, int], str | float] = {
        (0, 0): "thùc hiÖn kÕ ho¹ch ®Çu t\xad",
        (1, 0): "tt", (1, 1): "chØ tiªu", (1, 2): "®¬n vÞ",
        (2, 0): "1", (2, 1): "tû lÖ", (2, 2): 0.25,
    }  # fmt: skip
    draft = read_xls(xls(cells, ".VnTimeH"))
    assert shown(draft) == [
        (0, 0, "THỰC HIỆN KẾ HOẠCH ĐẦU TƯ"),
        (1, 0, "TT | CHỈ TIÊU | ĐƠN VỊ"),
        (1, 1, "1 | TỶ LỆ | 25%"),
    ]
    assert draft.quality.note == "chuyển từ TCVN3"


def test_slides_are_titles_and_texts() -> None:
    draft = read_powerpoint97(ppt([("Caùc vaên baûn phaùp quy", "Luaät ñaát ñai\rLuaät ñaàu tö")]))
    assert [(line.kind.value, line.text) for line in draft.lines] == [
        ("heading", "Các văn bản pháp quy"),
        ("paragraph", "Luật đất đai"),
        ("paragraph", "Luật đầu tư"),
    ]


def test_workbooks_that_would_fill_the_memory_are_refused() -> None:
    data = xlsx([["a", "b"]])
    wide = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(wide, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
            new.writestr(name, part.replace(b"</worksheet>", merged))
    with pytest.raises(ReadError, match="gộp nhiều ô"):
        read_xlsx(wide.getvalue())
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 5_000_000)
    with pytest.raises(ReadError, match="bom nén"):
        read_xlsx(bomb.getvalue())


def test_two_cells_far_apart_are_two_cells() -> None:
    data = xlsx([["TT", "Việc"], [1, "Họp"]])
    far = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(far, "w") as new:
        for name in old.namelist():
            row = b'<row r="1048576"><c r="XFD1048576" t="str"><v>xa</v></c></row></sheetData>'
            new.writestr(name, old.read(name).replace(b"</sheetData>", row))
    assert "xa" in [line.text for line in read_xlsx(far.getvalue()).lines]
