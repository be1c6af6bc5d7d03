from __future__ import annotations

import pytest

from assistant.retrieval import analyse
from assistant.retrieval.asides import aside_spans
from assistant.schema import AnswerKind, Role


def said_aside(query: str, kind: AnswerKind) -> list[str]:
    return sorted(query[start:end] for start, end in aside_spans(query, kind))


@pytest.mark.parametrize(
    ("query", "kind", "expected"),
    [
        ("Tỉnh muốn trồng bao nhiêu cây cuối năm 2025?", AnswerKind.FIGURE, ["cuối", "muốn"]),
        ("Chậm nhất bao giờ phải bắt đầu?", AnswerKind.DATE, ["Chậm nhất", "bao giờ", "bắt đầu"]),
        ("tinh muon trong bao nhieu cay", AnswerKind.FIGURE, ["muon"]),
        ("Bao lâu tưới cây một lần?", AnswerKind.FIGURE, ["Bao lâu"]),
        ("Vườn ươm lọt top mấy?", AnswerKind.RANK, ["lọt"]),
        ("Xuất khẩu được bao nhiêu tỷ đô la?", AnswerKind.MONEY, ["tỷ đô la"]),
        ("Ai mượn cây muộn nhất?", AnswerKind.PERSON, []),
        ("Bao nhiêu người mượn sách?", AnswerKind.FIGURE, []),
        ("Ngày hội “Muốn xanh thì bắt đầu” mở ngày nào?", AnswerKind.DATE, []),
    ],
)
def test_words_that_wish_or_ask_are_said_aside(
    query: str, kind: AnswerKind, expected: list[str]
) -> None:
    assert said_aside(query, kind) == expected


def test_what_is_said_aside_is_no_term() -> None:
    assert analyse("Tỉnh muốn trồng bao nhiêu cây?").terms == ("tinh", "trong", "cay")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Sau 5 năm thực hiện Nghị quyết 03, tỷ lệ che mát là bao nhiêu?", Role.RESULT),
        ("Nghị quyết 03 đề ra 40%, thực tế là bao nhiêu?", Role.RESULT),
        ("Nghị quyết 03 nêu tỷ lệ che mát bao nhiêu?", Role.TARGET),
        ("Mục tiêu che mát và thực tế là bao nhiêu?", None),
    ],
)
def test_what_came_of_a_resolution_is_no_target(asked: str, expected: Role | None) -> None:
    assert analyse(asked).role is expected


@pytest.mark.parametrize(
    ("asked", "unit"),
    [
        ("Cứ 100 hộ thì mấy hộ có đồng hồ nước?", "%"),
        ("Trong 10 người có bao nhiêu người biết bơi?", "%"),
        ("1.000 dân có mấy bác sĩ?", ""),
        ("Lề trái bao nhiêu xăng-ti-mét?", "cm"),
        ("Muối bán được bao nhiêu đô vào năm 2025?", "USD"),
        ("Vườn có bao nhiêu tiện ích?", ""),
    ],
)
def test_the_unit_asked_for(asked: str, unit: str) -> None:
    assert analyse(asked).unit == unit


def test_how_a_value_binds_is_no_noun() -> None:
    assert analyse("Phải trồng từ bao nhiêu trở lên?").focus == ""
