from __future__ import annotations

import pytest
from policies import found, line, shorts

from assistant.answering.candidates.lists import list_candidates
from assistant.answering.candidates.related import related_documents
from assistant.retrieval import analyse


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
        ("Liệt kê các loài cây.", f"Các loài cây là {'cây này, ' * 40}hết.", None),
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
        ("Xã phải báo cáo trước những mốc nào?",
         "Xã báo cáo hằng năm, trước ngày 15 tháng 6 và trước ngày 01 tháng 12, gửi Sở Xây dựng.",
         "trước ngày 15 tháng 6 và trước ngày 01 tháng 12"),
        ("Ghép những xã nào thành xã Hội An?",
         "Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Lộc Điền và xã Lộc Hòa thành "
         "xã mới có tên gọi là xã Hội An.", "xã Lộc Điền và xã Lộc Hòa"),
        ("xa hoi an lap tu nhung xa nao",
         "Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Lộc Điền và xã Lộc Hòa thành "
         "xã mới có tên gọi là xã Hội An.", "xã Lộc Điền và xã Lộc Hòa"),
        ("Huế có những xã nào được giữ nguyên?",
         "Huế có 9 xã, gồm 7 xã lập mới và 02 xã không thực hiện sắp xếp là xã Mây và xã Gió.",
         "xã Mây và xã Gió"),
        ("Xã Lộc An gồm những xã nào gộp lại?",
         "Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Lộc Điền và xã Lộc Hòa thành "
         "xã mới có tên gọi là xã Lộc An.", "xã Lộc Điền và xã Lộc Hòa"),
        ("xa loc an duoc lap tu nhung xa nao", "Xã Lộc An được lập từ các xã Lộc Điền, Lộc Hòa.",
         "các xã Lộc Điền, Lộc Hòa"),
    ],
)  # fmt: skip
def test_names_in_a_row_of_the_kind_asked_for(
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


@pytest.mark.parametrize(
    ("asked", "sentence", "more"),
    [
        ("Nghị định 5/2020/NĐ-CP bỏ những nghị định nào?",
         "Nghị định này có hiệu lực từ năm 2020; bãi bỏ Nghị định số 7/2009/NĐ-CP.", True),
        ("Nghị định 5/2020/NĐ-CP bỏ những nghị định nào?",
         "Bộ trưởng hướng dẫn thi hành Nghị định này.", False),
        ("Kế hoạch 5/KH-UBND dựa trên những văn bản nào?",
         "Kế hoạch được lập trên các căn cứ như Quyết định số 7/QĐ-TTg.", True),
        ("Những văn bản nào dựa vào Quyết định 7/QĐ-TTg?",
         "Kế hoạch được lập trên các căn cứ như Quyết định số 7/QĐ-TTg.", False),
        ("Nghị định 5/2020/NĐ-CP có những chương nào?",
         "Nghị định này bãi bỏ Nghị định số 7/2009/NĐ-CP.", False),
    ],
)  # fmt: skip
def test_documents_in_a_relation_to_another(asked: str, sentence: str, more: bool) -> None:
    assert related_documents(analyse(asked), sentence) is more
