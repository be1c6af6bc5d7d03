from __future__ import annotations

import pytest

from assistant.figures.owners import places_in
from assistant.figures.sources import names_source, reports


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Báo Rừng Xanh ngày 9/12 ghi", True),
        ("ông Lê Văn Tám, Giám đốc Sở Xây dựng, nêu số của Tổng cục Thống kê về", True),
        ("dti.gov.vn cũng nêu", True),
        ("Tiền Phong ngày 06/01/2025 ghi đạt", True),
        ("Hệ thống đã ghi nhận", False),
        ("Ban hành quy chế, công bố", False),
        ("Quy mô GRDP ước đạt", False),
        ("Doanh thu đạt", False),
    ],
)
def test_what_reports(text: str, *, told: bool) -> None:
    assert reports(text) is told


def test_a_column_that_names_who_measured() -> None:
    assert names_source("Tổng cục Thống kê")
    assert not names_source("Tỷ trọng kinh tế số")


def test_places_inside_other_names_are_none() -> None:
    text = "Ông Nguyễn Hòa Bình nói với Báo Pháp Luật TP.HCM về người Việt Nam định cư ở Huế."
    assert [place.name for place in places_in(text)] == ["Huế"]
