from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.vietnamese.dates import Due, dates, deadlines, years
from assistant.vietnamese.normalise import fold


@pytest.mark.parametrize(
    ("text", "written", "parts"),
    [
        ("ký ngày 26/10/2021 tại", "26/10/2021", (2021, 10, 26)),
        ("ký ngày 5-3-2024.", "5-3-2024", (2024, 3, 5)),
        ("hôm 22.11.2024, ông", "22.11.2024", (2024, 11, 22)),
        ("ngày 12 tháng 11 năm 2021", "12 tháng 11 năm 2021", (2021, 11, 12)),
        ("ngày 12 tháng 11, năm 2021", None, (2021, 11, 12)),
        ("ngày 12 tháng 11/2021", "12 tháng 11/2021", (2021, 11, 12)),
        ("sáng 22/11, Sở", "22/11", (None, 11, 22)),
        ("ngày 22.11, Sở", "22.11", (None, 11, 22)),
        ("chiều ngày 3/4", "3/4", (None, 4, 3)),
        ("ngày 5 tháng 9 hằng năm", "5 tháng 9", (None, 9, 5)),
        ("tháng 6/2023", "tháng 6/2023", (2023, 6, None)),
        ("| 6/2025 |", "6/2025", (2025, 6, None)),
        ("tháng 6 năm 2023", "tháng 6 năm 2023", (2023, 6, None)),
        ("quý I/2024", "quý I/2024", (2024, None, None)),
        ("quý III năm 2024", "quý III năm 2024", (2024, None, None)),
        ("năm 2022", "năm 2022", (2022, None, None)),
        ("mục tiêu 2030", "2030", (2030, None, None)),
    ],
)
def test_a_date_and_what_it_leaves_out(
    text: str, written: str | None, parts: tuple[int | None, int | None, int | None]
) -> None:
    [found] = dates(text)
    assert (found.year, found.month, found.day) == parts
    if written:
        assert text[found.start : found.end] == written
    [folded] = dates(fold(text))
    assert folded == found


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ 1/3",
        "hơn 22.11 điểm",
        "1.579/1.937 hồ sơ",
        "2.022 cây",
        "2022 %".replace(" ", ""),
        "đường 30/4a",
        "12/KH-UBND",
        "Thông tư 05/2024",
        "số 6/2025",
        "13/2025",
        "32/13/2021",
        "1899",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_the_year_of_a_document_number_is_no_date() -> None:
    assert dates("Nghị định 30/2020/NĐ-CP") == []


def test_a_period_gives_both_its_years() -> None:
    assert years("giai đoạn 2021-2025, tầm nhìn 2030, sau 2025") == [2021, 2025, 2030]
    assert years("giai đoạn 2021 – 2025") == [2021, 2025]


def test_in_order_of_the_text() -> None:
    text = "Năm 2022, sau ngày 01/7/2021 và tháng 3/2020"
    assert [(d.year, d.month, d.day) for d in dates(text)] == [
        (2022, None, None), (2021, 7, 1), (2020, 3, None),
    ]  # fmt: skip


def test_a_day_that_does_not_exist_is_none() -> None:
    [found] = dates("ngày 31/2/2023")
    assert found.date is None
    assert [d.date for d in dates("năm 2023, ngày 28/2/2023")] == [None, date(2023, 2, 28)]


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d tháng %m năm %Y"]),
)
def test_a_date_that_is_written_is_read_back(day: date, form: str) -> None:
    text = f"Ban hành ngày {day.strftime(form)}, có hiệu lực ngay."
    [found] = dates(text)
    assert found.date == day
    assert text[found.start : found.end] == day.strftime(form)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 30)))
def test_neighbouring_days_differ(day: date) -> None:
    one, other = (dates(f"{d.day}/{d.month}/{d.year}")[0] for d in (day, day + timedelta(1)))
    assert one.date is not None
    assert other.date is not None
    assert other.date - one.date == timedelta(1)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [("quý I/2024", 1), ("quý IV năm 2025", 4), ("quý 3/2024", 3), ("tháng 3/2024", None)],
)
def test_quarters(text: str, quarter: int | None) -> None:
    [found] = dates(text)
    assert found.quarter == quarter


@pytest.mark.parametrize(
    ("text", "due", "parts"),
    [
        ("trước ngày 31/01", Due.BEFORE, (None, 1, 31, None)),
        ("trước hết tháng 5/2022", Due.BEFORE, (2022, 5, None, None)),
        ("trong tháng 6/2023", Due.WITHIN, (2023, 6, None, None)),
        ("trong quý I", Due.WITHIN, (None, None, None, 1)),
        ("đến hết năm 2025", Due.BY_END, (2025, None, None, None)),
        ("đến năm 2030", Due.BY, (2030, None, None, None)),
        ("chậm nhất ngày 15/01/2026", Due.BY, (2026, 1, 15, None)),
        ("từ ngày 01/7/2025", Due.AFTER, (2025, 7, 1, None)),
    ],
)
def test_deadlines(text: str, due: Due, parts: tuple[int | None, ...]) -> None:
    [found] = deadlines(f"Hoàn thành {text}.")
    assert found.due is due
    assert found.date is not None
    date_ = found.date
    assert (date_.year, date_.month, date_.day, date_.quarter) == parts
    assert f"Hoàn thành {text}."[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "every"),
    [("hằng quý", "quý"), ("Hàng năm", "năm"), ("mỗi tháng", "tháng"),
     ("định kỳ 6 tháng", "6 tháng"), ("định kỳ hằng tháng", "tháng")],
)  # fmt: skip
def test_what_recurs(text: str, every: str) -> None:
    [found] = deadlines(f"{text} báo cáo kết quả")
    assert (found.due, found.date, found.every) == (Due.EVERY, None, every)


@given(st.integers(1, 12), st.integers(1990, 2089))
def test_a_month_of_a_table_cell_is_read_back(month: int, year: int) -> None:
    [found] = dates(f"| {month}/{year} |")
    assert (found.year, found.month, found.day) == (year, month, None)
