"""What stands beside an answer: the present unit of a former province, and other years."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.schema import Status

OF_BINH_THUAN = "Từ ngày 01/07/2025, Bình Thuận thuộc Lâm Đồng (Nghị quyết 202/2025/QH15)."


@pytest.mark.parametrize(
    ("asked", "notes"),
    [
        ("Bình Thuận thu bao nhiêu tấn muối năm 2022?", (OF_BINH_THUAN,)),
        ("binh thuan thu bao nhieu tan muoi nam 2022", (OF_BINH_THUAN,)),
        ("Bình Thuận có bao nhiêu tàu điện?", (OF_BINH_THUAN,)),
        ("Thừa Thiên Huế có bao nhiêu đầu sách?",
         ("Từ ngày 01/01/2025, tỉnh Thừa Thiên Huế là thành phố Huế "
          "(Nghị quyết 175/2024/QH15).",)),
        ("Bình Thuận và Hải Dương thu bao nhiêu tấn muối?",
         (OF_BINH_THUAN,
          "Từ ngày 01/07/2025, Hải Dương thuộc Hải Phòng (Nghị quyết 202/2025/QH15).")),
        ("Hải Phòng trồng mới bao nhiêu cây xanh mỗi năm?", ()),
        ("Kho sách số có bao nhiêu đầu sách?", ()),
    ],
)  # fmt: skip
def test_a_former_province_is_told_with_the_law(
    policies: Assistant, asked: str, notes: tuple[str, ...]
) -> None:
    answer = policies.ask(asked)
    assert answer.notes == notes
    assert "Nghị quyết 202" not in answer.text


def test_a_note_changes_nothing_of_the_answer(policies: Assistant) -> None:
    answer = policies.ask("Bình Thuận thu bao nhiêu tấn muối năm 2022?")
    assert (answer.status, answer.missing, answer.short) == (Status.FULL, "", "38.200 tấn")


def test_a_note_is_in_the_language_of_the_frame(policies: Assistant) -> None:
    answer = policies.ask("Bình Thuận thu bao nhiêu tấn muối?", language="en")
    assert answer.notes == (
        "Since 1 July 2025 Bình Thuận is part of Lâm Đồng (Resolution 202/2025/QH15).",
    )


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ("Tỷ lệ hộ dân phân loại rác tại nguồn của Huế năm 2040 là bao nhiêu?", "2025, 2030"),
        ("Tỷ lệ hộ dân phân loại rác tại nguồn của Đà Nẵng năm 2040 là bao nhiêu?", "2022, 2025"),
        ("Bãi chôn lấp rác của Huế năm 2040 là bao nhiêu ha?", "2025"),
        ("Diện tích rừng thông năm 2035 là bao nhiêu?", "2025, 2030"),
    ],
)
def test_the_years_that_are_there_instead(provinces: Assistant, asked: str, years: str) -> None:
    answer = provinces.ask(asked)
    assert answer.status is Status.NOT_FOUND
    [year] = answer.question.years
    assert answer.missing == (
        f"không có số liệu hoặc nội dung của năm {year}; có số liệu của năm {years}"
    )


def test_no_other_year_of_something_else(provinces: Assistant) -> None:
    answer = provinces.ask("Huế có bao nhiêu trạm bơm năm 2025?")
    assert answer.status is Status.NOT_FOUND
    assert "có số liệu của năm" not in answer.missing
