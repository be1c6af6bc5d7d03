from __future__ import annotations

import pytest
from policies import read

from assistant.figures import figures_in
from assistant.schema import Cell, Figure, Role, Span

HEAD = "---\ntitle: Kế hoạch thử\nkind: kế hoạch\nnumber: 7/KH-UBND\nplace: Lâm Đồng\n---\n\n"


def figures(text: str, head: str = HEAD) -> list[Figure]:
    whole = read(head + text + "\n")
    return figures_in(whole, Span(0, len(whole.text)))


LIST = """\
## 1. Mục tiêu

Đến năm 2030:

- Tỷ lệ che phủ rừng đạt ít nhất 55%.
- 100% xã, phường có chợ, bến xe.
- Lưới điện phủ tới 90% hộ gia đình và 80% trang trại.
"""


def test_a_list_inherits_year_role_and_deadline_of_its_lead_in() -> None:
    found = figures(LIST)
    assert [figure.value for figure in found] == [55, 100, 90, 80]
    for figure in found:
        assert (figure.year, figure.role, figure.deadline) == (2030, Role.TARGET, "Đến năm 2030")
        origin = figure.origin(Cell.YEAR)
        assert origin is not None
        assert origin.inherited


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Kinh tế số chiếm 25% GRDP của tỉnh.", ["Kinh tế số chiếm GRDP của tỉnh"]),
        ("100% xã, phường có chợ, bến xe.", ["xã, phường có chợ, bến xe"]),
        ("Tỷ trọng trong từng ngành, lĩnh vực đạt 15%.",
         ["Tỷ trọng trong từng ngành, lĩnh vực"]),
        ("Lưới điện phủ tới 90% hộ và 80% trang trại.",
         ["Lưới điện phủ hộ", "Lưới điện phủ trang trại"]),
        ("Chỉ số xanh (PGI) xếp thứ 2.", ["Chỉ số xanh (PGI)"]),
        ("Đã cấp 120/150 giấy phép, đạt tỷ lệ 80%.", ["cấp giấy phép"] * 2),
        ("Hộ có chợ đạt 95%, trong khi mức yêu cầu là 85%.", ["Hộ có chợ"] * 2),
        ("Độ phủ điện thoại (150%) và mạng (70%).", ["Độ phủ điện thoại", "mạng"]),
        ("Tỉnh có 25 điểm du lịch.", ["điểm du lịch"]),
    ],
)  # fmt: skip
def test_what_a_value_measures(text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in figures(text)] == indicators


@pytest.mark.parametrize(
    "text",
    [
        "Người từ 15 tuổi trở lên.",
        "Dịch vụ công mức độ 4.",
        "Trong 10 năm qua.",
        "6 tháng đầu năm 2024.",
        "Cách mạng công nghiệp 4.0.",
    ],
)
def test_numbers_that_say_which_thing_is_meant(text: str) -> None:
    assert figures(text) == []


def test_others_are_counted_on_a_thousand() -> None:
    assert [f.value for f in figures("Có 0,7 chợ trên 1.000 dân.")] == [0.7]


def test_a_comparison_is_not_the_value() -> None:
    told = "Năm 2023, rừng đã phủ 29,7%, cao hơn chỉ tiêu 25% vào năm 2025."
    result, target = figures(told)
    assert (result.role, result.year) == (Role.RESULT, 2023)
    assert (target.role, target.year) == (Role.TARGET, 2025)


def test_the_level_of_administration() -> None:
    text = "- 80% hồ sơ tại cấp huyện.\n- 60% hồ sơ tại cấp xã."
    assert [figure.level for figure in figures(text)] == ["cấp huyện", "cấp xã"]


def test_the_whole_country_is_a_place() -> None:
    one, other = figures("Mở 2 bến cảng (mục tiêu toàn quốc là 9).")
    assert (one.place, other.place) == ("Lâm Đồng", "Việt Nam")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nghị quyết số 03-NQ/TU đặt mục tiêu 25% hộ có chợ.", "03-NQ/TU"),
        ("Kế hoạch số 7/KH-UBND đặt mục tiêu 25% hộ có chợ.", None),
        ("Theo Báo Rừng Xanh, 25% hộ có chợ.", "Báo Rừng Xanh"),
        ("25% hộ có chợ.", None),
    ],
)
def test_whose_figure_is_reported(text: str, source: str | None) -> None:
    assert [figure.quoted_from for figure in figures(text)] == [source]


def test_an_article_takes_the_year_from_the_paragraph_that_sets_the_targets() -> None:
    head = "---\ntitle: Tin\nkind: bài báo\nplace: Lâm Đồng\n---\n\n"
    text = "Mục tiêu đến năm 2030 là giữ rừng.\n\nTỉnh phấn đấu phủ xanh 60% đồi trọc."
    [figure] = figures(text, head)
    assert (figure.year, figure.role, figure.indicator) == (2030, Role.TARGET, "phủ xanh đồi trọc")
