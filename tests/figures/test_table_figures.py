from __future__ import annotations

import pytest
from policies import read

from assistant.config import Config
from assistant.figures import figures_in
from assistant.figures.collecting import collect
from assistant.figures.table_figures import unit_of
from assistant.schema import Cell, Comparator, Document, Figure, Role, Span, Task
from assistant.structure import passages

HEAD = "---\ntitle: Danh mục chỉ tiêu\nkind: kế hoạch\nplace: Lâm Đồng\n---\n\n"
TARGETS = """\
| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì theo dõi |
| --- | --- | --- | --- | --- |
| **I** | **Đến năm 2030** | | | |
| 1 | Tỷ lệ che phủ rừng | % diện tích | ≥ 55 | Sở Nông nghiệp |
| 2 | Xếp hạng xanh | Thứ bậc | ≤ 3 Đông Nam Á; ≤ 50 Thế giới | Sở Xây dựng |
| 3 | Chợ cho dân số từ 15 tuổi trở lên | | | |
| 3.1 | Chợ mới | Chợ | 40 - 50 | Sở Công Thương |
| 3.2 | Vốn xây chợ | Tỷ đồng | 12,5 | Sở Tài chính |
| **II** | **Đến năm 2045** | | | |
| 4 | Tỷ lệ che phủ rừng | % diện tích | 60 | Sở Nông nghiệp |
"""
TASKS = """\
| STT | Nhiệm vụ | Sản phẩm | Thời gian hoàn thành | Chủ trì thực hiện | Phối hợp thực hiện |
| --- | --- | --- | --- | --- | --- |
| I | Cải cách thể chế | | | | |
| 1 | Lập kế hoạch trồng rừng | Kế hoạch | Trước ngày 31/01/2026 | Sở Tư pháp | Các xã |
| 2 | Mở chợ | 100% xã có chợ | Thường xuyên | Sở Công Thương | - |
"""


def document(text: str) -> Document:
    return read(HEAD + text)


def figures(text: str) -> list[Figure]:
    whole = document(text)
    return figures_in(whole, Span(0, len(whole.text)))


def test_a_row_gives_indicator_unit_target_year_and_body() -> None:
    whole = document(TARGETS)
    figure = figures_in(whole, Span(0, len(whole.text)))[0]
    assert figure.indicator == "Tỷ lệ che phủ rừng"
    assert (figure.comparator, figure.value) == (Comparator.AT_LEAST, 55)
    assert (figure.unit, figure.base) == ("%", "diện tích")
    assert (figure.role, figure.year) == (Role.TARGET, 2030)
    assert (figure.agency, figure.place) == ("Sở Nông nghiệp", "Lâm Đồng")
    assert figure.deadline == "Đến năm 2030"
    assert figure.value_span.of(whole.text) == "≥ 55"
    assert figure.sentence_span.of(whole.text).startswith("1 | Tỷ lệ che phủ rừng")


def test_cells_know_where_they_were_read() -> None:
    whole = document(TARGETS)
    figure = figures_in(whole, Span(0, len(whole.text)))[0]
    agency, year, place = (figure.origin(c) for c in (Cell.AGENCY, Cell.YEAR, Cell.PLACE))
    assert agency is not None
    assert year is not None
    assert (agency.span.of(whole.text), agency.inherited) == ("Sở Nông nghiệp", False)
    assert (year.span.of(whole.text), year.inherited) == ("I | Đến năm 2030", True)
    assert place is None


def test_group_rows_nest_and_end() -> None:
    assert [(f.value, f.year) for f in figures(TARGETS)] == [
        (55, 2030), (3, 2030), (50, 2030), (40, 2030), (12.5e9, 2030), (60, 2045),
    ]  # fmt: skip


def test_ranks_counts_and_money_of_a_table() -> None:
    _, first, second, markets, money, _ = figures(TARGETS)
    assert (first.role, first.unit) == (second.role, second.unit) == (Role.RANK, "")
    assert (markets.upper, markets.unit, markets.role) == (50, "chợ", Role.TARGET)
    assert (money.value, money.unit, money.role) == (12.5e9, "đồng", Role.BUDGET)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("%", ("%", 1, "")),
        ("% GDP", ("%", 1, "GDP")),
        ("%/năm", ("%/năm", 1, "")),
        ("Triệu đồng", ("đồng", 1e6, "")),
        ("Doanh nghiệp", ("doanh nghiệp", 1, "")),
        ("Tbps", ("Tbps", 1, "")),
        ("Thứ bậc", ("", 1, "")),
        ("-", ("", 1, "")),
    ],
)
def test_units_of_columns(words: str, expected: tuple[str, float, str]) -> None:
    assert unit_of(words) == expected


def test_years_of_columns_and_of_rows() -> None:
    table = (
        "| Năm | Tỷ lệ che phủ rừng (%) | Mục tiêu đến năm 2030 (ha) |\n| --- | --- | --- |\n"
        "| 2022 | 54,3 | 900 |\n"
    )
    share, area = figures(table)
    assert (share.indicator, share.value, share.unit) == ("Tỷ lệ che phủ rừng", 54.3, "%")
    assert share.year == 2022
    assert (area.value, area.unit, area.year, area.role) == (900, "ha", 2030, Role.TARGET)


def tasks(text: str) -> list[Task]:
    whole = document(text)
    return [task for _, task in collect(whole, passages(whole, Config())).tasks]


def test_tasks_have_deadline_and_leading_body() -> None:
    first, second = tasks(TASKS)
    assert (first.name, first.product) == ("Lập kế hoạch trồng rừng", "Kế hoạch")
    assert (first.deadline, first.year) == ("Trước ngày 31/01/2026", 2026)
    assert (first.agency, first.helpers) == ("Sở Tư pháp", "Các xã")
    assert (second.deadline, second.year, second.helpers) == ("Thường xuyên", None, "")


def test_a_figure_of_a_task_is_its_bodys() -> None:
    [figure] = figures(TASKS)
    assert (figure.value, figure.unit, figure.indicator) == (100, "%", "xã có chợ")
    assert (figure.agency, figure.deadline) == ("Sở Công Thương", "Thường xuyên")


def test_a_table_of_targets_holds_no_tasks() -> None:
    assert tasks(TARGETS) == []


CHANGES = """\
| Năm | Điểm xanh | Thứ hạng | Thay đổi |
| --- | --- | --- | --- |
| 2021 | 68,7 | 10/63 | - |
| 2022 | 69,2 | 7/63 | tăng 0,5 điểm và tăng 3 bậc so với năm 2021 |
| 2023 | Không có số liệu | 6/63 (tăng 1 bậc) | |
"""


def test_a_change_is_of_the_column_that_it_is_a_change_of() -> None:
    assert [(f.value, f.unit, f.indicator, f.year) for f in figures(CHANGES)] == [
        (68.7, "", "Điểm xanh", 2021),
        (10, "", "Thứ hạng", 2021),
        (69.2, "", "Điểm xanh", 2022),
        (7, "", "Thứ hạng", 2022),
        (0.5, "điểm", "Điểm xanh tăng", 2022),
        (3, "bậc", "Thứ hạng tăng", 2022),
        (6, "", "Thứ hạng", 2023),
        (1, "bậc", "Thứ hạng tăng", 2023),
    ]


WORDS = """\
| TT | Chỉ tiêu | Đơn vị | Mục tiêu | Năm 2030 |
| --- | --- | --- | --- | --- |
| 1 | Chợ mở mới | Chợ | Ít nhất hai mươi | Ba |
| 2 | Hộ có điện | % | Hai mươi lăm phần trăm | 30 |
| 3 | Sản lượng chè | Tấn | Gấp đôi | Tăng 5% |
"""


def test_values_in_words() -> None:
    assert [(f.comparator.value, f.value, f.unit, f.year) for f in figures(WORDS)] == [
        ("≥", 20, "chợ", None),
        ("=", 3, "chợ", 2030),
        ("=", 25, "%", None),
        ("=", 30, "%", 2030),
        ("=", 2, "lần", None),
        ("=", 5, "%", 2030),
    ]


def test_a_column_by_its_source_measures_what_the_heading_is_about() -> None:
    text = """\
# Báo cáo

## I. Tỷ trọng kinh tế số trong GRDP của Lâm Đồng

| Năm | Tổng cục Thống kê (% GRDP) |
| --- | --- |
| 2020 | 12,6 |

## II. Khác

Hết.
"""
    [figure] = figures(text)
    assert (figure.indicator, figure.year) == ("Tỷ trọng kinh tế số trong GRDP", 2020)
    origin = figure.origin(Cell.INDICATOR)
    assert origin is not None
    assert origin.inherited


MERGED = """\
| STT | Nhiệm vụ | Sản phẩm | Thời gian hoàn thành | Chủ trì thực hiện |
| --- | --- | --- | --- | --- |
| IV. | Trồng rừng | | những năm tiếp theo | |
| 1 | Lập kế hoạch trồng rừng | Kế hoạch của tỉnh | Tháng 01/2026 | Sở Tư pháp |
| | | Kế hoạch của xã | Tháng 02/2026 | Các xã |
| 2 | Theo dõi rừng | Báo cáo | Theo mốc tại Quyết định số 5/QĐ-UBND ngày 1/2/2025 | \
Theo phân công tại Quyết định số 5/QĐ-UBND ngày 1/2/2025 |
"""


def test_tasks_of_merged_cells_and_of_other_documents() -> None:
    whole = document(MERGED)
    found = [task for _, task in collect(whole, passages(whole, Config())).tasks]
    assert [(t.name, t.product, t.year, t.agency) for t in found] == [
        ("Lập kế hoạch trồng rừng", "Kế hoạch của tỉnh", 2026, "Sở Tư pháp"),
        ("Lập kế hoạch trồng rừng", "Kế hoạch của xã", 2026, "Các xã"),
        ("Theo dõi rừng", "Báo cáo", None, ""),
    ]
    origin = next(o for o in found[1].origins if o.cell is Cell.INDICATOR)
    assert (origin.inherited, origin.span.of(whole.text)) == (True, "Lập kế hoạch trồng rừng")
