from __future__ import annotations

import pytest
from policies import line, shorts

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
