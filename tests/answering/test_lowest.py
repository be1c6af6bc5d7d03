from __future__ import annotations

import pytest
from policies import line

from assistant.answering.candidates import find
from assistant.answering.lowest import comes_first
from assistant.retrieval.questions import analyse

TOLD = "Về cây xanh, cao nhất là Huế 90%, Đà Nẵng 89%; thấp nhất là Cần Thơ 75%."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Tỉnh nào có cây xanh thấp nhất?", ["Cần Thơ"]),
        ("Tỉnh nào có cây xanh cao nhất?", ["Huế", "Đà Nẵng", "Cần Thơ"]),
    ],
)
def test_who_comes_last_is_nobody_who_comes_first(asked: str, expected: list[str]) -> None:
    question, evidence = analyse(asked), line(TOLD)
    kept = [c.answer for c in find(question, evidence) if not comes_first(question, c)]
    assert kept == expected


def test_a_sentence_without_a_ranking_tells_no_last() -> None:
    question, evidence = analyse("Tỉnh nào đứng cuối về cây xanh?"), line("Huế có cây xanh.")
    assert [c.answer for c in find(question, evidence) if not comes_first(question, c)] == []
