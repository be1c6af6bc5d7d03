from __future__ import annotations

import pytest

from assistant.retrieval.comparisons import compares, sides_of
from assistant.retrieval.questions import analyse
from assistant.schema import AnswerKind
from assistant.vietnamese.normalise import fold


def sides(text: str, kind: AnswerKind = AnswerKind.FIGURE) -> list[tuple[str, str]]:
    return [(side.label, side.text) for side in sides_of(text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So sánh Huế và Đà Nẵng", True),
        ("Huế cao hơn hay thấp hơn Đà Nẵng?", True),
        ("Hai mức khác nhau thế nào?", True),
        ("Dân số gấp mấy lần năm 2020?", True),
        ("Hai con số chênh nhau bao nhiêu?", True),
        ("So với năm 2020 thì ra sao?", True),
        ("Mức nào cao nhất?", False),
        ("Hơn 60% là của nơi nào?", False),
        ("So với năm 2020 tăng bao nhiêu?", False),
        ("Huế và Đà Nẵng có bao nhiêu cây?", False),
    ],
)
def test_the_words_of_a_comparison(text: str, expected: bool) -> None:
    assert compares(fold(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mục tiêu cây xanh của Hải Phòng và Đà Nẵng là bao nhiêu?",
         [("Hải Phòng", "Mục tiêu cây xanh của Hải Phòng là bao nhiêu?"),
          ("Đà Nẵng", "Mục tiêu cây xanh của Đà Nẵng là bao nhiêu?")]),
        ("Tỷ lệ che mát năm 2025 và năm 2030 là bao nhiêu?",
         [("năm 2025", "Tỷ lệ che mát năm 2025 là bao nhiêu?"),
          ("năm 2030", "Tỷ lệ che mát năm 2030 là bao nhiêu?")]),
        ("Tỷ lệ số hóa cấp tỉnh và cấp xã là bao nhiêu?",
         [("cấp tỉnh", "Tỷ lệ số hóa cấp tỉnh là bao nhiêu?"),
          ("cấp xã", "Tỷ lệ số hóa cấp xã là bao nhiêu?")]),
        ("Huế, Đà Nẵng và Hải Phòng có bao nhiêu xe buýt?",
         [("Huế", "Huế có bao nhiêu xe buýt?"), ("Đà Nẵng", "Đà Nẵng có bao nhiêu xe buýt?"),
          ("Hải Phòng", "Hải Phòng có bao nhiêu xe buýt?")]),
    ],
)  # fmt: skip
def test_each_side_is_a_question_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Huế với Đà Nẵng nơi nào có nhiều chợ hơn?",
        "Huế và Đà Nẵng, bên nào nhiều chợ hơn?",
        "Giữa Huế và Đà Nẵng thành phố nào có nhiều chợ hơn?",
    ],
)
def test_who_has_more_asks_how_many_each_has(text: str) -> None:
    assert [
        (one, asked.replace(" có", "").replace(",", ""))
        for one, asked in sides(text, AnswerKind.COMPARISON)
    ] == [
        ("Huế", "Huế bao nhiêu chợ?"),
        ("Đà Nẵng", "Đà Nẵng bao nhiêu chợ?"),
    ]


def test_sides_that_are_documents() -> None:
    assert sides("Ai ký Nghị quyết 03-NQ/TU và Kế hoạch 103/KH-UBND?", AnswerKind.PERSON) == [
        ("Nghị quyết 03-NQ/TU", "Ai ký Nghị quyết 03-NQ/TU?"),
        ("Kế hoạch 103/KH-UBND", "Ai ký Kế hoạch 103/KH-UBND?"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Huế năm 2025 có bao nhiêu cây?",
        "Huế và Huế có bao nhiêu cây?",
        "Sau khi nhập Hải Phòng và Hải Dương, dân số là bao nhiêu?",
        "Ở Huế, xe buýt chạy sang Đà Nẵng mất bao nhiêu giờ?",
        "Huế, Đà Nẵng, Hải Phòng, Cần Thơ và Hà Nội có bao nhiêu cây?",
    ],
)
def test_what_is_not_named_side_by_side_is_one_question(text: str) -> None:
    assert sides(text) == []


def test_a_list_is_never_split() -> None:
    assert sides("Huế và Đà Nẵng gồm những gì?", AnswerKind.LIST) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So sánh tỷ lệ che mát của Nghị quyết 03-NQ/TU với Kế hoạch 103/KH-UBND",
         [("Nghị quyết 03-NQ/TU", "tỷ lệ che mát của Nghị quyết 03-NQ/TU là bao nhiêu?"),
          ("Kế hoạch 103/KH-UBND", "tỷ lệ che mát của Kế hoạch 103/KH-UBND là bao nhiêu?")]),
        ("Tỷ lệ che mát của Huế cao hơn hay thấp hơn Đà Nẵng?",
         [("Huế", "Tỷ lệ che mát của Huế là bao nhiêu?"),
          ("Đà Nẵng", "Tỷ lệ che mát của Đà Nẵng là bao nhiêu?")]),
        ("Dân số năm 2025 gấp mấy lần năm 2020?",
         [("năm 2025", "Dân số năm 2025 là bao nhiêu?"),
          ("năm 2020", "Dân số năm 2020 là bao nhiêu?")]),
        ("Huế rộng hơn Đà Nẵng bao nhiêu?",
         [("Huế", "Huế bao nhiêu diện tích?"), ("Đà Nẵng", "Đà Nẵng bao nhiêu diện tích?")]),
    ],
)  # fmt: skip
def test_the_sides_of_a_comparison(text: str, expected: list[tuple[str, str]]) -> None:
    assert sides(text, AnswerKind.COMPARISON) == expected


def test_a_question_that_compares_is_of_that_kind_and_one_that_names_two_is_not() -> None:
    apart = analyse("Tỷ lệ che mát của Huế cao hơn hay thấp hơn Đà Nẵng?")
    beside = analyse("Tỷ lệ che mát của Huế và Đà Nẵng là bao nhiêu?")
    assert apart.kind is AnswerKind.COMPARISON
    assert beside.kind is AnswerKind.FIGURE
    assert [side.label for side in apart.sides] == ["Huế", "Đà Nẵng"]
    assert [side.label for side in beside.sides] == ["Huế", "Đà Nẵng"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lâm Đồng mới và Đà Nẵng mới, nơi nào đông dân hơn?",
         ["Lâm Đồng mới dân số là bao nhiêu?", "Đà Nẵng mới dân số là bao nhiêu?"]),
        ("Tỷ lệ che phủ: mốc 2025 và mốc 2030 chênh nhau thế nào?",
         ["Tỷ lệ che phủ: mốc 2025 là bao nhiêu?", "Tỷ lệ che phủ: mốc 2030 là bao nhiêu?"]),
        ("Lấn đất với chiếm đất khác nhau chỗ nào?", ["Lấn đất là gì?", "chiếm đất là gì?"]),
        ("Phân biệt chữ ký số và chữ ký điện tử", ["chữ ký số là gì?", "chữ ký điện tử là gì?"]),
        ("Số cây mỗi người: Huế đặt bao nhiêu, còn Đà Nẵng đặt bao nhiêu?",
         ["Số cây mỗi người Huế đặt bao nhiêu?", "Số cây mỗi người Đà Nẵng đặt bao nhiêu?"]),
        ("Hồ sơ cấp tỉnh thì bao nhiêu, còn cấp xã thì bao nhiêu?",
         ["Hồ sơ cấp tỉnh thì bao nhiêu?", "Hồ sơ cấp xã thì bao nhiêu?"]),
    ],
)  # fmt: skip
def test_sides_as_people_name_them(text: str, expected: list[str]) -> None:
    assert [side.text for side in analyse(text).sides] == expected
