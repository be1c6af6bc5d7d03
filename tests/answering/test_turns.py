"""``Assistant.ask`` with a history, and with a question in English."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.schema import Status

SORTED = "Tỷ lệ hộ dân phân loại rác tại nguồn của Huế năm 2025 là bao nhiêu?"


@pytest.mark.parametrize(
    ("history", "asked", "query", "short"),
    [
        ([SORTED], "Còn Đà Nẵng thì sao?",
         "Tỷ lệ hộ dân phân loại rác tại nguồn của Đà Nẵng năm 2025 là bao nhiêu?", "65%"),
        ([SORTED], "con da nang thi sao",
         "Tỷ lệ hộ dân phân loại rác tại nguồn của Đà Nẵng năm 2025 là bao nhiêu?", "65%"),
        ([SORTED], "Còn năm 2030?",
         "Tỷ lệ hộ dân phân loại rác tại nguồn của Huế năm 2030 là bao nhiêu?", "80%"),
        ([SORTED], "Văn bản nào quy định?",
         "Văn bản nào quy định tỷ lệ hộ dân phân loại rác tại nguồn của Huế năm 2025?",
         "12-NQ/TU"),
        ([SORTED, "Còn Đà Nẵng?"], "Ở đó có bao nhiêu xe ép rác?",
         "Ở Đà Nẵng có bao nhiêu xe ép rác?", "12 xe ép rác"),
        (["Ai ký Kế hoạch 77/KH-UBND?"], "Người đó ký ngày nào?", "Hồ Kỳ Minh ký ngày nào?",
         "6/7/2022"),
        (["Kế hoạch 77/KH-UBND ký ngày nào?"], "Ai ký?", "Ai ký Kế hoạch 77/KH-UBND?",
         "Hồ Kỳ Minh"),
    ],
)  # fmt: skip
def test_a_follow_up_is_answered_as_completed(
    provinces: Assistant, history: list[str], asked: str, query: str, short: str
) -> None:
    answer = provinces.ask(asked, history=history)
    assert answer.question.query == query
    assert (answer.status, answer.short) == (Status.FULL, short)
    assert (answer.question.text, answer.question.history) == (asked, tuple(history))


def test_a_follow_up_without_its_history_is_not_answered_from_it(provinces: Assistant) -> None:
    assert provinces.ask("Còn Đà Nẵng thì sao?").short != "65%"


def test_a_new_topic_is_answered_as_without_history(provinces: Assistant) -> None:
    asked = "Diện tích rừng thông năm 2030 là bao nhiêu?"
    told, alone = provinces.ask(asked, history=[SORTED]), provinces.ask(asked)
    assert told.question.query == alone.question.query
    assert (told.short, told.text, told.citations) == (alone.short, alone.text, alone.citations)


def test_a_follow_up_that_the_documents_do_not_answer(provinces: Assistant) -> None:
    answer = provinces.ask("Còn Cần Thơ thì sao?", history=[SORTED])
    assert answer.status is Status.NOT_FOUND
    assert answer.missing == "không có nội dung này về Cần Thơ"


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        ("Who signed Plan 77/KH-UBND?", "Hồ Kỳ Minh"),
        ("When was Plan 77/KH-UBND signed?", "6/7/2022"),
        ("Which plan replaced Plan 44/KH-UBND?", "77/KH-UBND"),
    ],
)
def test_an_english_question_has_vietnamese_evidence(
    provinces: Assistant, asked: str, short: str
) -> None:
    answer = provinces.ask(asked)
    assert (answer.status, answer.short) == (Status.FULL, short)
    assert answer.question.text == asked
    [citation] = answer.citations
    assert answer.text == f"{citation.quote} [1]"


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("Who signed Plan 99/KH-UBND?", "no document 99/KH-UBND"),
        ("What is the area of Can Tho?", "nothing on this about Cần Thơ"),
    ],
)
def test_an_english_question_is_refused_in_english(
    provinces: Assistant, asked: str, missing: str
) -> None:
    answer = provinces.ask(asked)
    assert (answer.status, answer.missing) == (Status.NOT_FOUND, missing)
    assert answer.text == f"Not found in these documents. {missing.capitalize()[0]}{missing[1:]}."


def test_the_frame_of_an_english_question_is_english_whatever_was_set(
    provinces: Assistant,
) -> None:
    asked = "What is the population of Binh Thuan?"
    answer = provinces.ask(asked, language="vi")
    assert answer.text.startswith("Not found in these documents. ")
    assert answer.notes == (
        "Since 1 July 2025 Bình Thuận is part of Lâm Đồng (Resolution 202/2025/QH15).",
    )
    assert provinces.ask("Dân số Bình Thuận?").text.startswith("Không tìm thấy trong tài liệu. ")


def test_guessed_marks_are_not_shown(policies: Assistant) -> None:
    asked = policies.ask("Ty le che phu rung ngap man la bao nhieu?").question
    assert asked.query != asked.text
    assert asked.reading == asked.text
    assert not asked.read_otherwise
