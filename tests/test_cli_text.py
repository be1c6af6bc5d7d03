"""Answers as text for people to read, made by hand where no document gives rise to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import make_document, make_passages
from table_documents import cite

from assistant.cli_text import answer_text
from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Method,
    Quality,
    Question,
    Receipt,
    SideFound,
    Status,
)

NOTE = "Từ ngày 01/07/2025, Hải Dương thuộc Hải Phòng (Nghị quyết 202/2025/QH15)."
SIDES = (
    SideFound("Hải Phòng", "tối thiểu\n42,5%", 1),
    SideFound("Đà Nẵng", None, 2),
    SideFound("Cà Mau", None, None),
)


def answer(status: Status = Status.PARTIAL, **known: object) -> Answer:
    found = Answer(
        Question("So sánh CX?", "So sánh CX?", AnswerKind.COMPARISON, marked=True), status,
        "không có nội dung này về Cà Mau", None, "Hải Phòng: tối thiểu 42,5% [1].", (), (), (),
        Method.EXTRACTIVE, Receipt("i", "c"),
    )  # fmt: skip
    return replace(found, **known)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "vi",
            [
                "Hải Phòng  tối thiểu 42,5% [1]",
                "Đà Nẵng    xem trích dẫn [2]",
                "Cà Mau     không có trong tài liệu",
            ],
        ),
        (
            "en",
            [
                "Hải Phòng  tối thiểu 42,5% [1]",
                "Đà Nẵng    see the quote [2]",
                "Cà Mau     not in the documents",
            ],
        ),
    ],
)
def test_a_comparison_begins_with_a_line_for_each_side(language: str, lines: list[str]) -> None:
    told = answer_text(answer(sides=SIDES), [], language).splitlines()

    assert told[:3] == lines
    assert told[3:5] == ["", "Hải Phòng: tối thiểu 42,5% [1]."]


def test_one_side_alone_is_no_comparison() -> None:
    assert answer_text(answer(sides=SIDES[:1]), []).startswith("Hải Phòng: tối thiểu 42,5% [1].\n")


def test_what_is_missing_the_notes_and_the_reading_stand_below_the_sentences() -> None:
    question = Question("So sánh CX?", "So sánh cây xanh?", AnswerKind.COMPARISON, marked=True)

    assert answer_text(answer(question=question, notes=(NOTE,)), []).splitlines() == [
        "Hải Phòng: tối thiểu 42,5% [1].",
        "Mới trả lời được một phần: không có nội dung này về Cà Mau.",
        f"Lưu ý: {NOTE}",
        "Hiểu là: So sánh cây xanh?",
    ]


def test_notes_are_shown_where_nothing_was_found() -> None:
    told = answer_text(answer(Status.NOT_FOUND, notes=(NOTE,)), [], "en")

    assert told.splitlines() == [
        "NOT FOUND IN THE DOCUMENTS",
        "Không có nội dung này về Cà Mau.",
        f"Note: {NOTE}",
    ]


def test_a_quoted_row_is_told_by_the_names_of_its_columns_on_a_line_of_its_own() -> None:
    row = "2 | Cây <bản> địa | 65 | -"
    found = answer(Status.FULL, text=f"Vâng. [1] {row} [1] Hết. [1]", citations=(cite(row),))

    # An empty cell is left out, and a cell under no name stands alone.
    assert answer_text(found, []).splitlines() == [
        "Vâng. [1]",
        "TT: 2 · Chỉ tiêu: Cây <bản> địa · Năm 2025: 65 · - [1]",
        "Hết. [1]",
        "",
        "Nguồn",
        "[1] Kế hoạch; bảng 1",
        f"    “{row}”",
    ]


def test_a_row_of_a_table_without_a_header_stays_as_it_is_quoted() -> None:
    row = "2 | Trạm sạc | 100 trạm"
    found = answer(Status.FULL, text=f"{row} [1]", citations=(cite(row),))

    assert answer_text(found, []).splitlines()[0] == f"{row} [1]"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "đoạn 2; trang 1; bản quét, độ tin cậy nhận dạng 87%"),
        ("en", "đoạn 2; trang 1; scan, recognised with 87% confidence"),
    ],
)
def test_a_citation_from_a_scan_says_how_surely_it_was_read(language: str, said: str) -> None:
    document = make_document(
        "a.pdf", ["Kế hoạch", "Trồng 40 cây."], quality=Quality("ocr", 0.87), page_starts=(0,)
    )
    passage = replace(make_passages(document)[0], label="đoạn 2")
    citation = Citation(1, document, passage, "đoạn 2", 1, passage.start, passage.end)
    told = answer_text(answer(citations=(citation,)), [], language)
    assert said.replace("trang", "page" if language == "en" else "trang") in told
