"""Figures that a later document replaced, in answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Filters


def document(kind: str, number: str, issued: str, body: str, **more: str) -> str:
    known = {
        "title": body,
        "kind": kind,
        "number": number,
        "issued": issued,
        "place": "Huế",
        **more,
    }
    head = "\n".join(f"{name}: {value}" for name, value in known.items() if value)
    return f"---\n{head}\n---\n\n# {known['title']}\n\n{body}\n"


PLAN = "Đến năm 2025, tỷ lệ hộ dân phân loại rác tại nguồn đạt {}."
DOCUMENTS = {
    "a.md": document(
        "nghị quyết", "12-NQ/TU", "2021-11-12", PLAN.format("50%"), title="Nghị quyết về rác thải"
    ),
    "b.md": document(
        "nghị quyết", "31-NQ/TU", "2024-02-01", PLAN.format("65%"), title="Nghị quyết mới về rác"
    ),
    "c.md": document(
        "bài báo",
        "",
        "2024-12-01",
        "Đến năm 2025, tỷ lệ hộ dân phân loại rác tại nguồn ở Huế đạt 80%, một chuyên gia nói.",
        title="Chuyện phân loại rác",
    ),
    "d.md": document(
        "kế hoạch",
        "9/KH-UBND",
        "2022-03-01",
        "Năm 2023, thành phố lắp 400 thùng rác thông minh tại các công viên.",
        title="Kế hoạch thùng rác thông minh",
    ),
    "e.md": document(
        "kế hoạch",
        "77/KH-UBND",
        "2024-06-01",
        "Kế hoạch này thay thế Kế hoạch 9/KH-UBND ngày 01/3/2022 về thùng rác thông minh.",
        title="Kế hoạch thùng rác giai đoạn mới",
        replaces="9/KH-UBND",
    ),
}
ASKED = "Đến năm 2025, tỷ lệ hộ dân phân loại rác tại nguồn ở Huế đạt bao nhiêu?"


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_policies(Path(tmp_path_factory.mktemp("in_force")), DOCUMENTS)


def opening(text: str) -> str:
    return text.partition(". ")[0]


def test_the_level_in_force_answers_with_the_one_before(policies: Assistant) -> None:
    answer = policies.ask(ASKED)
    assert answer.short == "65%"
    assert opening(answer.text) == (
        "Mức hiện hành là 65% theo Nghị quyết 31-NQ/TU ngày 01/02/2024 [1],"
        " thay mức 50% theo Nghị quyết 12-NQ/TU ngày 12/11/2021 [2]"
    )
    assert [c.document.number for c in answer.citations] == ["31-NQ/TU", "12-NQ/TU"]
    assert all(c.quote in c.document.text for c in answer.citations)


def test_a_document_that_is_named_answers_with_what_it_is_now(policies: Assistant) -> None:
    answer = policies.ask(f"Theo Nghị quyết 12-NQ/TU, {ASKED[0].lower()}{ASKED[1:]}")
    assert answer.short == "50%"
    assert opening(answer.text) == (
        "Mức 50% theo Nghị quyết 12-NQ/TU ngày 12/11/2021 [1]"
        " nay là 65% theo Nghị quyết 31-NQ/TU ngày 01/02/2024 [2]"
    )


def test_what_was_at_first_is_not_answered_by_what_is_now(policies: Assistant) -> None:
    answer = policies.ask("Ban đầu, tỷ lệ hộ dân phân loại rác tại nguồn năm 2025 là bao nhiêu?")
    assert answer.short == "50%"
    assert "nay là 65%" in answer.text


def test_as_of_a_day_only_what_was_there_counts(policies: Assistant) -> None:
    answer = policies.ask(ASKED, filters=Filters(as_of=date(2022, 1, 1)))
    assert answer.short == "50%"
    assert [c.document.number for c in answer.citations] == ["12-NQ/TU"]
    assert "65%" not in answer.text


def test_the_frame_is_in_the_language_of_the_reader(policies: Assistant) -> None:
    answer = policies.ask(ASKED, language="en")
    assert opening(answer.text).startswith("The level in force is 65%, set by Nghị quyết 31-NQ/TU")


def test_a_document_that_was_replaced_is_said_to_be(policies: Assistant) -> None:
    asked = "Năm 2023, thành phố lắp bao nhiêu thùng rác thông minh?"
    answer = policies.ask(asked)
    assert (answer.short or "").startswith("400")
    assert answer.notes == (
        "Kế hoạch 9/KH-UBND đã được thay thế bằng Kế hoạch 77/KH-UBND ngày 01/06/2024.",
    )
    before = policies.ask(asked, filters=Filters(as_of=date(2023, 1, 1)))
    assert before.notes == ()
