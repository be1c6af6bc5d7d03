from __future__ import annotations

import pytest
from policies import RESOLUTION, found, line, piece, shorts

from assistant.answering.candidates.dates_asked import date_candidates


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Khai trương ngày nào?", "Chợ khai trương ngày 5/3/2024.", ["5/3/2024"]),
        ("Khai trương ngày nào?", "Chợ khai trương năm 2024.", []),
        ("Khai trương năm nào?", "Chợ khai trương năm 2024.", ["năm 2024"]),
        ("Khai trương khi nào?", "Chợ khai trương vào cuối năm 2024.", ["cuối năm 2024"]),
        ("Khai trương khi nào?", "Chợ khai trương tháng 3/2024.", ["tháng 3/2024"]),
        ("Thực hiện giai đoạn nào?", "Thực hiện giai đoạn 2021-2025.",
         ["giai đoạn 2021-2025", "giai đoạn 2021-2025"]),
        ("Có hiệu lực khi nào?", "Chợ khai trương ngày 5/3/2024.", []),
        ("Có hiệu lực khi nào?", "Quy định có hiệu lực từ ngày 5/3/2024.", ["5/3/2024"]),
        ("Có hiệu lực đến bao giờ?", "Quy định có hiệu lực từ ngày 5/3/2024 đến ngày 7/3/2025.",
         ["7/3/2025"]),
        ("Khi nào hết hiệu lực?", "Quy định có hiệu lực từ ngày 5/3/2024.", []),
        ("Báo cáo trước ngày nào?", "Ký ngày 1/2/2024, báo cáo trước ngày 5/3/2024.",
         ["5/3/2024", "1/2/2024"]),
        ("Sau ngày 5/3/2024 là ngày nào?", "Mở ngày 5/3/2024, đóng ngày 7/3/2024.", ["7/3/2024"]),
    ],
)  # fmt: skip
def test_dates_as_fine_as_asked(asked: str, sentence: str, expected: list[str]) -> None:
    assert shorts(date_candidates, asked, line(sentence)) == expected


@pytest.mark.parametrize(
    ("asked", "sentence", "first"),
    [
        ("Hội chợ kéo dài từ hôm nào tới hôm nào?", "Hội chợ mở từ ngày 15/7 đến ngày 2/8/2025.",
         "từ ngày 15/7 đến ngày 2/8/2025"),
        ("Hội chợ mở trong những ngày nào?", "Hội chợ ngày 3/5/2025 - 8/5/2025 ở Huế.",
         "3/5/2025 - 8/5/2025"),
        ("Hội chợ kéo dài đến ngày nào?", "Hội chợ mở từ ngày 15/7 đến ngày 2/8/2025.",
         "2/8/2025"),
    ],
)  # fmt: skip
def test_both_ends_of_a_period_where_both_are_asked_for(
    asked: str, sentence: str, first: str
) -> None:
    offered = found(date_candidates, asked, line(sentence))
    assert max(offered, key=lambda one: one[1])[0] == first


def test_the_year_of_an_item_stands_in_its_lead_in() -> None:
    evidence = piece(RESOLUTION, "trên 60%")
    assert shorts(date_candidates, "Đến năm nào thì che mát trên 60%?", evidence) == ["năm 2030"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Nghị quyết 12-NQ/TU ban hành ngày nào?", ["3/4/2021"]),
        ("Kế hoạch 15/KH-UBND ban hành ngày nào?", ["5/6/2022"]),
        ("Kế hoạch 115/KH-UBND ban hành ngày nào?", []),
    ],
)
def test_the_date_of_issue_belongs_to_the_document_beside_it(
    asked: str, expected: list[str]
) -> None:
    evidence = line(
        "Căn cứ Nghị quyết 12-NQ/TU ngày 3/4/2021 của Tỉnh ủy về rừng; "
        "Kế hoạch 15/KH-UBND ngày 5/6/2022 của tỉnh."
    )
    assert shorts(date_candidates, asked, evidence) == expected


def test_the_day_of_a_paper_that_is_replaced_is_no_day_of_effect() -> None:
    sentence = (
        "Quyết định này có hiệu lực từ ngày 01/01/2024 và thay thế Quyết định số 44/2022/QĐ-UBND"
        " ngày 20/12/2022 quy định giá trông giữ xe ở chợ."
    )
    asked = "Quy định giá trông giữ xe ở chợ có hiệu lực từ ngày nào?"
    assert shorts(date_candidates, asked, line(sentence)) == ["01/01/2024"]


def test_the_day_of_a_plan_is_not_that_of_the_resolution_it_carries_out() -> None:
    text = (
        "Ngày 27/9/2023, Chủ tịch ký Kế hoạch số 239/KH-UBND thực hiện Nghị quyết số 18-NQ/TU "
        "ngày 30/12/2022."
    )
    asked = "Kế hoạch triển khai Nghị quyết 18 ký ngày nào?"
    assert shorts(date_candidates, asked, line(text)) == ["27/9/2023"]


def test_the_day_of_a_paper_of_another_kind_is_left_out() -> None:
    text = "Nghị quyết số 03-NQ/TU ngày 26/10/2021 đặt mục tiêu trồng rừng."
    asked = "Tỉnh ban hành kế hoạch trồng rừng ngày nào?"
    assert shorts(date_candidates, asked, line(text)) == []
