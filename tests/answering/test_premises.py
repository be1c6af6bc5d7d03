"""What a question takes for granted, over the documents of ``provinces`` and ``policies``."""

from __future__ import annotations

import pytest

from assistant.answering.premises import asks_why
from assistant.assistant import Assistant
from assistant.retrieval import analyse
from assistant.schema import Status


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Vì sao Huế trồng 12 ha rừng?", True),
        ("tai sao hue trong 12 ha rung", True),
        ("Nguyên nhân nào khiến rừng giảm?", True),
        ("Huế trồng bao nhiêu ha rừng?", False),
        ("Sao biển là gì?", False),
    ],
)
def test_asking_why(asked: str, expected: bool) -> None:
    assert asks_why(analyse(asked)) is expected


@pytest.mark.parametrize(
    ("asked", "stated", "short"),
    [
        ("Vì sao Nghị quyết 12-NQ/TU đặt mục tiêu 60% hộ dân phân loại rác tại nguồn đến năm 2030?",
         "60%", "80%"),
        ("Nghị quyết 12-NQ/TU đặt mục tiêu 60% hộ dân phân loại rác tại nguồn đến năm 2030, "
         "vì sao?", "60%", "80%"),
        ("Tại sao Huế đặt mục tiêu 45% hộ dân phân loại rác tại nguồn đến năm 2025?",
         "45%", "50%"),
        ("Vì sao bãi chôn lấp rác của Huế rộng 55 ha?", "55 ha", "40 ha"),
        ("Vì sao ông Trần Văn Bình ký Kế hoạch 77/KH-UBND?", "ông Trần Văn Bình", "Hồ Kỳ Minh"),
        ("Thủ tướng ký Kế hoạch 77/KH-UBND hôm nào?", "Thủ tướng", "Hồ Kỳ Minh"),
    ],
)  # fmt: skip
def test_a_wrong_premise_is_told_with_what_the_documents_say(
    provinces: Assistant, asked: str, stated: str, short: str
) -> None:
    answer = provinces.ask(asked)
    assert answer.status is Status.PARTIAL
    assert answer.short == short
    assert answer.missing == f"tài liệu không nêu {stated} như câu hỏi"
    assert answer.text.startswith(f"Câu hỏi nêu {stated}, tài liệu nêu {short}. [1] ")
    assert short in answer.citations[0].quote


@pytest.mark.parametrize(
    "asked",
    [
        "Vì sao Nghị quyết 12-NQ/TU đặt mục tiêu 80% hộ dân phân loại rác tại nguồn đến năm 2030?",
        "Tại sao Huế đặt mục tiêu 50% hộ dân phân loại rác tại nguồn đến năm 2025?",
        "Vì sao bãi chôn lấp rác của Huế rộng 40 ha?",
        "Vì sao ông Hồ Kỳ Minh ký Kế hoạch 77/KH-UBND?",
        "Ông Hồ Kỳ Minh ký Kế hoạch 77/KH-UBND ngày nào?",
        "Chủ tịch ký Kế hoạch 77/KH-UBND ngày nào?",
    ],
)
def test_a_right_premise_is_left_alone(provinces: Assistant, asked: str) -> None:
    answer = provinces.ask(asked)
    assert (answer.status, answer.missing) == (Status.FULL, "")
    assert "Câu hỏi nêu" not in answer.text


def test_a_wrong_count_of_what_is_to_be_listed(provinces: Assistant) -> None:
    wrong = provinces.ask("Huế có 15 xe ép rác, là những xe nào?")
    assert (wrong.status, wrong.short) == (Status.PARTIAL, "12 xe ép rác")
    assert wrong.text.startswith("Câu hỏi nêu 15 xe ép rác, tài liệu nêu 12 xe ép rác. [1] ")
    right = provinces.ask("Huế có 12 xe ép rác, là những xe nào?")
    assert "Câu hỏi nêu" not in right.text


def test_a_wrong_rank_is_a_wrong_premise(policies: Assistant) -> None:
    wrong = policies.ask("Vì sao Thư viện Huế xếp thứ 9 cả nước về lượt mượn?")
    assert (wrong.status, wrong.short) == (Status.PARTIAL, "thứ 5/34")
    right = policies.ask("Vì sao Thư viện Huế xếp thứ 5 cả nước về lượt mượn?")
    assert (right.status, right.missing) == (Status.FULL, "")


def test_the_premise_in_english(provinces: Assistant) -> None:
    answer = provinces.ask("Vì sao bãi chôn lấp rác của Huế rộng 55 ha?", language="en")
    assert answer.text.startswith("The question says 55 ha, the documents say 40 ha. [1] ")
    assert answer.missing == "the documents do not say 55 ha as the question does"


def test_nothing_is_held_against_a_premise_that_the_documents_do_not_speak_of(
    provinces: Assistant,
) -> None:
    answer = provinces.ask("Vì sao Cần Thơ đặt mục tiêu 45% hộ dân phân loại rác tại nguồn?")
    assert (answer.status, answer.short) == (Status.NOT_FOUND, None)


@pytest.mark.parametrize(
    ("asked", "opening"),
    [
        ("Có phải Sở Y tế chủ trì quy hoạch bãi chôn lấp rác không?",
         "Không đúng: tài liệu nêu Sở Xây dựng, không phải Sở Y tế. [1] "),
        ("Sở Y tế chủ trì quy hoạch bãi chôn lấp rác phải không?",
         "Không đúng: tài liệu nêu Sở Xây dựng, không phải Sở Y tế. [1] "),
        ("Có phải Sở Xây dựng chủ trì quy hoạch bãi chôn lấp rác không?",
         "Đúng: tài liệu nêu Sở Xây dựng. [1] "),
    ],
)  # fmt: skip
def test_who_acts_settles_a_claim_about_a_body(
    provinces: Assistant, asked: str, opening: str
) -> None:
    answer = provinces.ask(asked)
    assert answer.text.startswith(opening)
    assert (answer.status, answer.short) == (Status.FULL, "Sở Xây dựng")
