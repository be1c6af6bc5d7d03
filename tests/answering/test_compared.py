"""Questions with sides, over the documents of ``provinces``."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.schema import Status

SORTED = "Tỷ lệ hộ dân phân loại rác tại nguồn"

Side = tuple[str, str | None, int | None]


def sides(provinces: Assistant, asked: str) -> list[Side]:
    return [(s.label, s.short, s.marker) for s in provinces.ask(asked).sides]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (f"{SORTED} của Huế năm 2025 và năm 2030 là bao nhiêu?",
         [("năm 2025", "50%", 1), ("năm 2030", "80%", 2)]),
        (f"{SORTED} của Huế và Đà Nẵng năm 2025 là bao nhiêu?",
         [("Huế", "50%", 1), ("Đà Nẵng", "65%", 2)]),
        (f"So sánh {SORTED.lower()} đến năm 2025 theo Nghị quyết 21-NQ/TU và Nghị quyết 12-NQ/TU",
         [("Nghị quyết 21-NQ/TU", "65%", 1), ("Nghị quyết 12-NQ/TU", "50%", 2)]),
        ("Bãi chôn lấp rác của Huế và Đà Nẵng rộng bao nhiêu?",
         [("Huế", "40 ha", 1), ("Đà Nẵng", "25 ha", 2)]),
        ("Diện tích rừng thông của Lâm Đồng năm 2025 và năm 2030 là bao nhiêu?",
         [("năm 2025", "1.200 ha", 1), ("năm 2030", "1.500 ha", 2)]),
    ],
)  # fmt: skip
def test_each_side_has_its_value_and_its_citation(
    provinces: Assistant, asked: str, expected: list[Side]
) -> None:
    answer = provinces.ask(asked)
    assert [(s.label, s.short, s.marker) for s in answer.sides] == expected
    assert (answer.status, answer.missing, answer.short) == (Status.FULL, "", None)
    by_marker = {citation.marker: citation for citation in answer.citations}
    for _, short, marker in expected:
        assert short is not None
        assert marker is not None
        assert short.split()[0] in by_marker[marker].quote
        opening = f"{short} [{marker}]."
        assert opening in answer.text


def test_sides_of_two_documents_are_cited_from_them(provinces: Assistant) -> None:
    answer = provinces.ask(f"{SORTED} của Huế và Đà Nẵng năm 2025 là bao nhiêu?")
    assert [c.document.number for c in answer.citations] == ["12-NQ/TU", "21-NQ/TU"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (f"{SORTED} của Huế năm 2025 cao hơn hay thấp hơn Đà Nẵng?",
         "Mức của Huế thấp hơn mức của Đà Nẵng. [1] [2]"),
        (f"{SORTED} của Đà Nẵng năm 2025 cao hơn hay thấp hơn Huế?",
         "Mức của Đà Nẵng cao hơn mức của Huế. [1] [2]"),
        ("Bãi chôn lấp rác của Huế và Đà Nẵng rộng bao nhiêu?",
         "Số của Huế lớn hơn số của Đà Nẵng. [1] [2]"),
        ("Bãi chôn lấp rác của Đà Nẵng và Huế rộng bao nhiêu?",
         "Số của Đà Nẵng nhỏ hơn số của Huế. [1] [2]"),
        ("Có bao nhiêu xe ép rác ở Huế và Đà Nẵng?",
         "Huế và Đà Nẵng nêu cùng một mức. [1] [2]"),
    ],
)  # fmt: skip
def test_which_is_higher(provinces: Assistant, asked: str, sentence: str) -> None:
    text = provinces.ask(asked).text
    assert sentence in text
    assert sum(word in text for word in ("cao hơn", "thấp hơn", "lớn hơn", "nhỏ hơn", "cùng")) == 1


def test_a_target_beside_a_result_is_said_to_be_of_another_kind(provinces: Assistant) -> None:
    answer = provinces.ask(f"{SORTED} của Đà Nẵng năm 2025 và năm 2022 khác nhau thế nào?")
    assert [(s.label, s.short) for s in answer.sides] == [("năm 2025", "65%"), ("năm 2022", "35%")]
    assert (
        "Số của năm 2025 là chỉ tiêu, số của năm 2022 là kết quả: hai số không cùng loại. [1] [2]"
    ) in answer.text


def test_sides_that_are_years_are_not_told_their_years(provinces: Assistant) -> None:
    answer = provinces.ask(f"{SORTED} của Huế năm 2025 và năm 2030 là bao nhiêu?")
    assert "Mức của năm 2025 thấp hơn mức của năm 2030. [1] [2]" in answer.text
    assert "là của năm" not in answer.text


def test_two_targets_are_of_one_kind(provinces: Assistant) -> None:
    answer = provinces.ask(f"{SORTED} của Huế và Đà Nẵng năm 2025 là bao nhiêu?")
    assert "không cùng loại" not in answer.text


@pytest.mark.parametrize(
    ("asked", "expected", "missing"),
    [
        (f"{SORTED} của Đà Nẵng năm 2025 và năm 2030 là bao nhiêu?",
         [("năm 2025", "65%", 1), ("năm 2030", None, None)],
         "không có nội dung này về năm 2030"),
        (f"{SORTED} của Cần Thơ và Huế năm 2025 là bao nhiêu?",
         [("Cần Thơ", None, None), ("Huế", "50%", 1)],
         "không có nội dung này về Cần Thơ"),
        (f"So sánh {SORTED.lower()} năm 2025 của Nghị quyết 12-NQ/TU và Nghị quyết 99-NQ/TU",
         [("Nghị quyết 12-NQ/TU", "50%", 1), ("Nghị quyết 99-NQ/TU", None, None)],
         "không có nội dung này về Nghị quyết 99-NQ/TU"),
    ],
)  # fmt: skip
def test_a_side_that_the_documents_lack_is_named(
    provinces: Assistant, asked: str, expected: list[Side], missing: str
) -> None:
    answer = provinces.ask(asked)
    assert (answer.status, answer.missing) == (Status.PARTIAL, missing)
    assert [(s.label, s.short, s.marker) for s in answer.sides] == expected
    assert len(answer.citations) == 1
    assert "hơn" not in answer.text


def test_without_any_side_nothing_is_found(provinces: Assistant) -> None:
    answer = provinces.ask(f"{SORTED} của Cần Thơ và Hà Nội năm 2025 là bao nhiêu?")
    assert (answer.status, answer.sides) == (Status.NOT_FOUND, ())
    assert answer.text.startswith("Không tìm thấy trong tài liệu. ")


def test_the_frame_in_english(provinces: Assistant) -> None:
    asked = f"{SORTED} của Huế và Đà Nẵng năm 2025 là bao nhiêu?"
    answer = provinces.ask(asked, language="en")
    assert "The level of Huế is below that of Đà Nẵng. [1] [2]" in answer.text
    lacking = provinces.ask(f"{SORTED} của Cần Thơ và Huế là bao nhiêu?", language="en")
    assert lacking.missing == "nothing on this about Cần Thơ"


def test_which_side_is_more_is_the_short_answer(provinces: Assistant) -> None:
    asked = f"{SORTED} năm 2025 của Huế và Đà Nẵng, nơi nào cao hơn?"
    assert provinces.ask(asked).short == "Đà Nẵng"
    assert provinces.ask(f"{SORTED} năm 2025 của Huế và Đà Nẵng khác nhau thế nào?").short is None
