from __future__ import annotations

import pytest
from policies import line, piece

from assistant.answering.candidates.manners import manner
from assistant.retrieval import analyse


@pytest.mark.parametrize(
    ("asked", "better", "worse"),
    [
        ("Đội ngũ thợ vườn bị đánh giá thế nào?", "Đội ngũ thợ vườn còn yếu.",
         "Nâng cao tay nghề của đội ngũ thợ vườn còn yếu."),
        ("Hạ tầng của vườn hiện ra sao?", "Hạ tầng của vườn chưa đồng bộ.",
         "Hạ tầng của vườn gồm ba phần."),
        ("Vì sao vườn đóng cửa?", "Vườn đóng cửa do ngập mặn.", "Vườn đóng cửa tháng 6/2024."),
    ],
)  # fmt: skip
def test_what_a_sentence_does_by_what_is_asked(asked: str, better: str, worse: str) -> None:
    question = analyse(asked)
    assert manner(question, line(better)) > manner(question, line(worse))
    assert manner(analyse("Vườn ở phố nào?"), line(better)) == 0.0


def test_a_heading_says_nothing_of_what_it_names() -> None:
    text = "# Kế hoạch\n\n## Đội ngũ thợ vườn\n\nĐội ngũ thợ vườn có 40 người.\n"
    question = analyse("Đội ngũ thợ vườn thế nào?")
    assert manner(question, piece(text, "40 người")) == 0.0
