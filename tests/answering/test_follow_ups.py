"""Only what the cited document really has is offered next, and only once it was answered."""

from __future__ import annotations

import pytest
from pages import build

from assistant.assistant import Assistant
from assistant.errors import UsageError

PLAN = {
    "ke-hoach.md": """---
title: Kế hoạch 12/KH-UBND về chuyển đổi số tỉnh Thái Nguyên
kind: kế hoạch
number: 12/KH-UBND
issued: 2024-05-17
place: Thái Nguyên
---
# Kế hoạch chuyển đổi số

## I. Mục tiêu

1. Đến năm 2025, kinh tế số chiếm 20% GRDP của tỉnh Thái Nguyên.

2. Đến năm 2030, kinh tế số chiếm 30% GRDP của tỉnh Thái Nguyên.

3. Đến năm 2025, 80% hồ sơ công việc tại cấp huyện được xử lý trên môi trường mạng.

4. Đến năm 2025, 60% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng.

5. Năm 2023, kinh tế số đã đạt 17% GRDP của tỉnh Thái Nguyên.
"""
}
YEARS = "Kinh tế số chiếm bao nhiêu phần trăm GRDP của Thái Nguyên đến năm {}?"
LEVELS = (
    "Bao nhiêu phần trăm hồ sơ công việc tại {} của Thái Nguyên được xử lý trên môi trường mạng?"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(build(tmp_path_factory.mktemp("follow"), PLAN))


def next_of(assistant: Assistant, question: str, seconds: float = 60.0) -> list[str]:
    return assistant.follow_ups(assistant.ask(question), seconds=seconds)


def test_another_year_of_the_same_target_is_offered_and_a_result_is_not(
    assistant: Assistant,
) -> None:
    assert next_of(assistant, YEARS.format(2025)) == [YEARS.format(2030)]
    assert next_of(assistant, YEARS.format(2030)) == [YEARS.format(2025)]


def test_another_level_is_offered_in_words_of_the_document(assistant: Assistant) -> None:
    assert next_of(assistant, LEVELS.format("cấp xã")) == [LEVELS.format("cấp huyện")]


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 12/KH-UBND được ban hành ngày nào?",
        "Giá vàng hôm nay bao nhiêu?",
        "So sánh kinh tế số năm 2025 và năm 2030 của Thái Nguyên",
    ],
)
def test_what_leads_nowhere_offers_nothing(assistant: Assistant, question: str) -> None:
    assert next_of(assistant, question) == []


def test_what_is_not_answered_is_not_offered(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = assistant.ask(YEARS.format(2025))

    def refuse(self: Assistant, text: str, **_: object) -> None:
        raise UsageError("không. Hãy thôi.")

    assert assistant.follow_ups(answer, seconds=-1.0) == []
    monkeypatch.setattr(Assistant, "ask", refuse)
    assert assistant.follow_ups(answer, seconds=60.0) == []


def test_an_open_index_has_the_figures_of_each_document(assistant: Assistant) -> None:
    library = assistant.reader.library
    (card,) = library.cards()

    assert [figure.value for figure in library.figures_of(card.id)] == [
        one.figure.value for one in library.figures()
    ]
    assert library.figures_of("không có") == []
