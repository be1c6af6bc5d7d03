from __future__ import annotations

import pytest
from policies import found, line, shorts

from assistant.answering.candidates.lists import list_candidates


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Ba nhóm giải pháp là gì?", "Có ba nhóm giải pháp, gồm: ươm cây, dạy thợ, giữ rừng.",
         "ươm cây, dạy thợ, giữ rừng"),
        ("Ba trụ cột là gì?", "Ba trụ cột là rừng, biển và muối.", "rừng, biển và muối"),
        ("Liệt kê các loài cây.", "Các loài cây như sao, dầu, bàng; tổng cộng 5 vườn.",
         "sao, dầu, bàng"),
        ("Những chợ nào không phải đóng phí?", "Thu phí các chợ, trừ chợ Mây, chợ Gió.",
         "chợ Mây, chợ Gió"),
        ("Liệt kê các nhiệm vụ.", "Các nhiệm vụ sau đây:", None),
        ("Liệt kê các nhiệm vụ.", "Nhiệm vụ rất nặng nề.", None),
    ],
)  # fmt: skip
def test_the_items_that_a_sentence_lists(asked: str, sentence: str, expected: str | None) -> None:
    assert shorts(list_candidates, asked, line(sentence)) == [expected]


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Hội chợ có những cục nào về dự?",
         "Hội chợ “Cây giống - Hạt giống” có sự tham gia của Cục Trồng trọt và Cục Lâm nghiệp.",
         "Cục Trồng trọt và Cục Lâm nghiệp"),
        ("Có những ý kiến nào ở hội chợ?",
         "Tại hội chợ “Cây giống - Hạt giống”, dân xin thêm đất.", None),
    ],
)  # fmt: skip
def test_a_title_lists_nothing_and_bodies_in_a_row_do(
    asked: str, sentence: str, expected: str | None
) -> None:
    assert shorts(list_candidates, asked, line(sentence)) == [expected]


def test_left_out_bodies_of_the_kind_asked_for_count_more() -> None:
    asked = "Những bộ nào không bị chấm điểm?"
    (kind,) = found(list_candidates, asked, line("Chấm mọi bộ (trừ Bộ Công an, Bộ Quốc phòng)."))
    (other,) = found(list_candidates, asked, line("Chấm mọi bộ (trừ tiêu chí 4, tiêu chí 5)."))
    assert kind[0] == "Bộ Công an, Bộ Quốc phòng"
    assert kind[1] > other[1]


@pytest.mark.parametrize(
    "sentence", ["Các rào cản gồm thiếu đất, thiếu thợ.", "Ba khó khăn là thiếu đất, thiếu thợ."]
)
def test_what_announces_the_things_asked_for_counts_more(sentence: str) -> None:
    asked = "Nhà vườn bị vướng những gì?"
    (said,) = found(list_candidates, asked, line(sentence))
    (other,) = found(list_candidates, asked, line("Các vườn gồm thiếu đất, thiếu thợ."))
    assert said[0] == other[0] == "thiếu đất, thiếu thợ"
    assert said[1] > other[1]
