from __future__ import annotations

import pytest

from assistant.answering.local import segment, told_of_another
from assistant.retrieval import analyse
from assistant.vietnamese.quantities import quantities


def around(text: str, value: str) -> str:
    found = quantities(text)
    spans = [(q.start, q.end) for q in found]
    [own] = [s for s in spans if text[slice(*s)] == value]
    return " ".join(segment(text, *own, spans).split())


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Tỷ lệ che phủ đạt 42,5%.", "42,5%", "Tỷ lệ che phủ đạt 42,5%."),
        (
            "Rừng phòng hộ đạt 42,5%, rừng sản xuất đạt 30%.",
            "42,5%",
            "Rừng phòng hộ đạt 42,5%,",
        ),
        ("Rừng phòng hộ đạt 42,5%, rừng sản xuất đạt 30%.", "30%", "rừng sản xuất đạt 30%."),
        (
            "Trồng 5 ha rừng phòng hộ và 7 ha rừng sản xuất.",
            "5 ha",
            "Trồng 5 ha rừng phòng hộ và",
        ),
        (
            "Trồng 5 ha rừng phòng hộ và 7 ha rừng sản xuất.",
            "7 ha",
            "7 ha rừng sản xuất.",
        ),
    ],
)
def test_the_part_of_a_sentence_that_a_value_belongs_to(
    text: str, value: str, expected: str
) -> None:
    assert around(text, value) == expected


def test_the_last_of_a_row_says_its_predicate_of_each() -> None:
    text = "90% hồ sơ cấp tỉnh; 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã được số hóa."
    assert around(text, "90%") == "90% hồ sơ cấp tỉnh; được số hóa."
    assert around(text, "80%") == "80% hồ sơ cấp huyện và được số hóa."
    assert around(text, "60%") == "60% hồ sơ cấp xã được số hóa."


def test_what_leads_in_values_for_several_sides_is_said_of_each() -> None:
    text = "Phải thông báo trước 9 ngày đối với rừng trồng và 18 ngày đối với rừng tự nhiên."
    assert around(text, "9 ngày") == "Phải thông báo trước 9 ngày đối với rừng trồng và"
    assert around(text, "18 ngày") == "Phải thông báo trước 18 ngày đối với rừng tự nhiên."


def test_a_value_in_brackets_belongs_to_the_words_before_it() -> None:
    text = "Diện tích rừng phòng hộ ven biển (120 ha), diện tích rừng sản xuất (75 ha)."
    assert "phòng hộ" in around(text, "120 ha")
    assert "sản xuất" in around(text, "75 ha")
    assert "sản xuất" not in around(text, "120 ha")


def test_a_segment_of_few_words_takes_in_the_one_before_it() -> None:
    assert "Vốn trồng rừng" in around("Vốn trồng rừng của tỉnh năm nay, 12 tỷ đồng.", "12 tỷ đồng")


def test_a_bracket_behind_a_value_of_its_own_shares_no_beginning() -> None:
    text = "Cấp tỉnh số hóa 57 hồ sơ (đạt 99,1%), cấp huyện 134 hồ sơ (99,3%)."
    assert "Cấp tỉnh" not in around(text, "99,3%")


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("Quảng Nam trồng bao nhiêu cây?", "Quảng Nam có rừng; Đà Nẵng trồng 7 cây.", False),
        ("Quảng Nam trồng bao nhiêu cây?", "Quảng Nam có rừng; Đà Nẵng (cũ) trồng 7 cây.", True),
        ("Quảng Nam (cũ) trồng bao nhiêu cây?", "Quảng Nam có rừng; Đà Nẵng trồng 7 cây.", True),
        ("Quảng Nam cũ giờ trồng bao nhiêu cây?", "Quảng Nam có rừng; Đà Nẵng trồng 7 cây.", False),
        ("Huế trồng bao nhiêu cây?", "Huế có rừng; Đà Nẵng trồng 7 cây.", True),
        ("Huế trồng bao nhiêu cây?", "Đà Nẵng có rừng; Huế trồng 7 cây.", False),
    ],
)  # fmt: skip
def test_what_is_told_of_another_place(asked: str, text: str, expected: bool) -> None:
    assert told_of_another(analyse(asked), text, text.index("7")) is expected
