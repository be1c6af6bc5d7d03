from __future__ import annotations

import pytest
from policies import read

from assistant.config import Config
from assistant.figures.collecting import collect
from assistant.schema import Cell, Figure
from assistant.structure import passages

HEAD = "---\ntitle: Tin\nkind: bài báo\nplace: Lâm Đồng\n---\n\n"


def figures(text: str) -> list[Figure]:
    whole = read(HEAD + text)
    return [figure for _, figure in collect(whole, passages(whole, Config())).figures]


def test_a_value_without_words_measures_what_it_did_before() -> None:
    text = "Chè chế biến đạt 12,7% năm 2021.\n\nSố 12,7% của năm 2021 do Sở Công Thương nêu.\n"
    one, other = figures(text)
    assert other.indicator == one.indicator == "Chè chế biến"
    origin = other.origin(Cell.INDICATOR)
    assert origin is not None
    assert origin.inherited


def test_this_level_is_the_one_told_last() -> None:
    one, other = figures("Rừng chiếm 25% diện tích. Kế hoạch nâng mức này lên 35% diện tích.\n")
    assert other.indicator == one.indicator == "Rừng chiếm diện tích"


@pytest.mark.parametrize(
    ("heading", "indicator"),
    [("Tỷ trọng chè chế biến năm 2024", "Tỷ trọng chè chế biến"), ("Tin khác", "")],
)
def test_what_a_heading_is_about(heading: str, indicator: str) -> None:
    [figure] = figures(f"# Tin\n\n## I. {heading}\n\nTỉnh đạt 12,7%.\n\n## II. Khác\n\nHết.\n")
    assert figure.indicator == indicator


@pytest.mark.parametrize(
    "text",
    [
        "1- Giữ rừng và trồng rừng.",
        "2.6- Giữ rừng và trồng rừng.",
        "Duyệt dữ liệu từ phần mềm hộ tịch 158 vào cơ sở dữ liệu.",
        "Trung tâm có trụ sở tại 60 Trần Phú.",
        "Khu chè số 2 đang làm thủ tục.",
        "Chiến lược là “4 không 1 có”.",
        "Đây là năm thứ 14 liên tiếp dẫn đầu.",
        "Dịch vụ công mức độ 3, 4 được mở.",
    ],
)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert figures(text + "\n") == []
