"""Several answers to one question, over the documents of ``provinces``."""

from __future__ import annotations

from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Answer, Status


def opening(answer: Answer) -> str:
    """Return what an answer says before its quotes."""
    return answer.text.partition(". ")[0]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Những văn bản nào giao chỉ tiêu phân loại rác tại nguồn?",
         "Tài liệu nêu: 12-NQ/TU [1]; 21-NQ/TU [2]"),
        ("Các nghị quyết nào giao chỉ tiêu phân loại rác tại nguồn?",
         "Tài liệu nêu: 12-NQ/TU [1]; 21-NQ/TU [2]"),
        ("Những tỷ lệ hộ dân phân loại rác tại nguồn nào được đặt ra cho năm 2025?",
         "Tài liệu nêu: 50% [1]; 65% [2]"),
    ],
)  # fmt: skip
def test_all_that_a_plural_asks_for(provinces: Assistant, asked: str, said: str) -> None:
    answer = provinces.ask(asked)
    assert opening(answer) == said
    assert (answer.status, answer.short) == (Status.FULL, None)
    assert [c.document.place for c in answer.citations] == ["Huế", "Đà Nẵng"]


def test_all_years_that_a_plural_asks_for(provinces: Assistant) -> None:
    answer = provinces.ask("Những năm nào có mục tiêu phân loại rác tại nguồn ở Huế?")
    said = opening(answer)
    assert said.startswith("Tài liệu nêu: ")
    assert {part.split(" [")[0] for part in said.removeprefix("Tài liệu nêu: ").split("; ")} == {
        "năm 2025",
        "năm 2030",
    }


def test_a_plural_with_one_answer_is_no_list_of_several(provinces: Assistant) -> None:
    answer = provinces.ask(
        "Những nghị quyết nào của Đà Nẵng giao chỉ tiêu phân loại rác tại nguồn?"
    )
    assert not answer.text.startswith("Tài liệu nêu")
    assert [c.document.number for c in answer.citations] == ["21-NQ/TU"]


def test_the_singular_asks_for_one(provinces: Assistant) -> None:
    answer = provinces.ask("Văn bản nào của Huế giao chỉ tiêu phân loại rác tại nguồn?")
    assert answer.short == "12-NQ/TU"
    assert "21-NQ/TU" not in answer.text


def test_two_documents_with_different_values_are_both_shown(provinces: Assistant) -> None:
    answer = provinces.ask("Tỷ lệ hộ dân phân loại rác tại nguồn đến năm 2025 là bao nhiêu?")
    assert opening(answer) == "Tài liệu nêu nhiều số khác nhau: 50% [1]; 65% [2]"
    assert answer.short == "50%"
    assert [c.document.number for c in answer.citations] == ["12-NQ/TU", "21-NQ/TU"]


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        ("Tỷ lệ hộ dân phân loại rác tại nguồn của Huế đến năm 2025 là bao nhiêu?", "50%"),
        ("Tỷ lệ hộ dân phân loại rác tại nguồn của Đà Nẵng đến năm 2025 là bao nhiêu?", "65%"),
        ("Tỷ lệ người đi chợ mang túi vải đến năm 2025 là bao nhiêu?", "55%"),
    ],
)
def test_values_of_other_places_and_indicators_are_not(
    provinces: Assistant, asked: str, short: str
) -> None:
    answer = provinces.ask(asked)
    assert answer.short == short
    assert "khác nhau" not in answer.text
    assert not ({"50%", "55%", "65%", "80%"} - {short}) & {*answer.text.replace(".", "").split()}


def test_one_value_in_two_documents_is_no_difference(provinces: Assistant) -> None:
    answer = provinces.ask("Có bao nhiêu xe ép rác?")
    assert answer.short == "12 xe ép rác"
    assert "khác nhau" not in answer.text
    assert {c.document.place for c in answer.citations} == {"Huế", "Đà Nẵng"}


DIFFERING = """\
---
title: Hạng xanh của Huế
kind: báo cáo
place: Huế
---

Về hạng xanh mà Huế phải đạt năm 2025, các báo nêu khác nhau. Báo Sông viết Huế phấn đấu vào nhóm \
3 tỉnh dẫn đầu. Báo Núi viết Huế đặt mục tiêu vào tốp 5 về hạng xanh.
"""


@pytest.mark.parametrize(
    "aside",
    [
        ", sao mỗi nơi viết một kiểu?",
        "? Tôi thấy có chỗ ghi 3 chỗ ghi 5",
        ", báo thì viết 3 báo thì viết 5",
    ],
)
def test_what_sources_are_said_to_tell_differently_is_shown_side_by_side(
    tmp_path: Path, aside: str
) -> None:
    assistant = open_policies(tmp_path, {"hang-xanh.md": DIFFERING})
    answer = assistant.ask(f"Huế nhắm tốp mấy về hạng xanh năm 2025{aside}")
    assert opening(answer) == "Tài liệu nêu: tốp 5 [1]; nhóm 3 tỉnh dẫn đầu [2]"
    assert assistant.ask("Huế nhắm tốp mấy về hạng xanh năm 2025?").short == "tốp 5"
