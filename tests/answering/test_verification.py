from __future__ import annotations

import pytest
from factories import make_document, make_passages

from assistant.answering.verification import Grounding, stands_in, unsupported
from assistant.schema import Citation

LINES = (
    "Kế hoạch về cây xanh của thành phố",
    "Kế hoạch số 12/KH-UBND ngày 05/3/2024 đặt mục tiêu phủ xanh 42,5% diện tích vào năm 2025 và "
    "trên 50% diện tích vào năm 2030. Kinh phí khoảng 11.000 tỷ đồng.\n"
    "- 90% hồ sơ cây xanh cấp tỉnh được số hóa.\n"
    "- 60% hồ sơ cây xanh cấp xã được số hóa.\n"
    "Đến nay 1.579/1.937 cây đã trồng, xếp thứ 3/63 cả nước, gồm ba loài cây. Tỷ lệ sống đạt 80% "
    "trở lên. Bà Lê Thị An, Giám đốc Sở Xây dựng Hải Phòng, nói việc trồng cây chưa được kiểm tra "
    "trước ngày 15/12/2024, theo tiêu chuẩn 5G và quý II/2024.",
    "Công viên mới rộng 17 ha do Sở Tài chính quản lý.",
)
ASKED = "Mục tiêu cây xanh là bao nhiêu?"


def citations() -> list[Citation]:
    text = "\n".join(LINES[1].split("\n"))
    document = make_document("cay-xanh.md", [LINES[0], text, LINES[2]], place="Hải Phòng")
    return [
        Citation(i, document, passage, passage.label, None, passage.start, passage.end)
        for i, passage in enumerate(make_passages(document), start=1)
    ]


def problems(sentence: str, *markers: int) -> list[str]:
    cited = [c for c in citations() if c.marker in (markers or (1,))]
    return unsupported(sentence, Grounding(cited), ASKED)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kế hoạch phủ xanh 42,5% diện tích vào năm 2025.",
        "Kế hoạch số 12/KH-UBND đặt mục tiêu phủ xanh 42,5% diện tích.",
        "Đến năm 2030, phủ xanh hơn 50% diện tích.",
        "Kinh phí khoảng 11.000 tỉ đồng.",
        "Kinh phí là khoảng 11 nghìn tỷ đồng.",
        "Kế hoạch được đặt ngày 5 tháng 3 năm 2024.",
        "Kế hoạch đặt mục tiêu vào tháng 3/2024.",
        "60% hồ sơ cấp xã được số hóa.",
        "1.579 cây đã trồng, gồm 3 loài cây.",
        "Cả nước xếp thứ 3.",
        "Tỷ lệ cây sống tối thiểu đạt 80%.",
        "Hải Phòng phủ xanh 42,5% diện tích vào năm 2025.",
        "Theo bà Lê Thị An, việc trồng cây chưa được kiểm tra trước ngày 15/12/2024.",
    ],
)
def test_a_faithful_sentence_stands(sentence: str) -> None:
    assert problems(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Kế hoạch phủ xanh 42% diện tích.", "42%"),
        ("Kế hoạch phủ xanh 425% diện tích.", "425%"),
        ("Kế hoạch phủ xanh 42,5 ha diện tích.", "42,5 ha"),
        ("Kế hoạch phủ xanh 42,5% diện tích vào năm 2026.", "năm 2026"),
        ("Kế hoạch phủ xanh 42,5% diện tích vào năm 2030.", "42,5%"),
        ("Kế hoạch phủ xanh 50% diện tích.", "50%"),
        ("Kế hoạch phủ xanh dưới 50% diện tích.", "dưới 50%"),
        ("Kế hoạch phủ xanh hơn 42,5% diện tích.", "hơn 42,5%"),
        ("Tỷ lệ cây sống đạt 80%.", "80%"),
        ("Kinh phí 11.000 tỷ đồng.", "11.000 tỷ đồng"),
        ("Kinh phí khoảng 11.000 triệu đồng.", "khoảng 11.000 triệu đồng"),
        ("Kinh phí khoảng 11.000 tỷ USD.", "khoảng 11.000 tỷ USD"),
        ("Kế hoạch số 13/KH-UBND phủ xanh diện tích.", "13/KH-UBND"),
        ("Kế hoạch số 12/KH-TU phủ xanh diện tích.", "12/KH-TU"),
        ("Kế hoạch 112 phủ xanh diện tích.", "Kế hoạch 112"),
        ("Kế hoạch đặt mục tiêu ngày 06/3/2024.", "06/3/2024"),
        ("Việc trồng cây chưa được kiểm tra sau ngày 15/12/2024.", "15/12/2024"),
        ("Trồng cây theo tiêu chuẩn quý III/2024.", "quý III/2024"),
        ("Trồng cây theo tiêu chuẩn 6G.", "6G"),
        ("Cây đã trồng gồm bốn loài cây.", "bốn"),
        ("Cây đã trồng gồm năm loài cây.", "năm loài"),
        ("Hàng nghìn cây đã trồng.", "nghìn"),
        ("Cả nước xếp thứ 4.", "thứ 4"),
        ("90% hồ sơ cây xanh cấp xã được số hóa.", "90%"),
        ("60% hồ sơ cây xanh cấp huyện được số hóa.", "cấp huyện"),
        ("Bà Trần Thị Bình nói việc trồng cây chưa được kiểm tra.", "Trần Thị Bình"),
        ("Sở Xây dựng Đà Nẵng nói việc trồng cây chưa được kiểm tra.", "Đà Nẵng"),
        ("Giám đốc Sở Y tế nói việc trồng cây chưa được kiểm tra.", "Sở Y"),
        ("Kế hoạch không phủ xanh 42,5% diện tích.", "không"),
        ("Việc trồng cây được kiểm tra trước ngày 15/12/2024.", "chưa"),
        ("Kế hoạch phủ xanh giảm 42,5% diện tích.", "giảm"),
        ("Đúng, kế hoạch phủ xanh 42,5% diện tích.", "đúng"),
        ("Người dân được miễn vé xe buýt và học phí.", "phần lớn câu"),
    ],
)
def test_a_lie_is_named(sentence: str, named: str) -> None:
    assert any(named in problem for problem in problems(sentence))


def test_a_figure_of_another_passage_does_not_stand() -> None:
    sentence = "Công viên mới rộng 17 ha."
    assert any("17 ha" in problem for problem in problems(sentence, 1))
    assert problems(sentence, 2) == []
    assert problems(sentence, 1, 2) == []


def test_a_changed_comparator_is_shown_beside_the_source() -> None:
    assert problems("Kế hoạch phủ xanh 50% diện tích vào năm 2030.") == [
        "số liệu “50%” không có trong trích dẫn; tài liệu ghi “trên 50%”"
    ]


def test_figures_of_the_question_prove_nothing() -> None:
    evidence = Grounding(citations()[:1])
    said = "Kế hoạch phủ xanh 30% diện tích."
    assert unsupported(said, evidence, "Có phải kế hoạch phủ xanh 30% diện tích?") != []


@pytest.mark.parametrize(
    ("short", "text", "expected"),
    [
        ("42,5%", "Phủ xanh 42,5% diện tích.", True),
        ("05/3/2024", "Ban hành ngày 5 tháng 3 năm 2024.", True),
        ("11.000 tỷ đồng", "Kinh phí 11.000 tỉ đồng.", True),
        ("bà Lê Thị An", "Theo bà Lê Thị An, cây đã trồng.", True),
        ("Sở Xây dựng", "Do Sở Tài chính quản lý.", False),
        ("42,5%", "Phủ xanh 42% diện tích.", False),
        ("hơn 50%", "Phủ xanh 50% diện tích.", False),
    ],
)
def test_stands_in(short: str, text: str, expected: bool) -> None:
    assert stands_in(short, text) is expected
