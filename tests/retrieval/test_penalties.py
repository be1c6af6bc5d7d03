from __future__ import annotations

import pytest

from assistant.retrieval.penalties import as_penalty
from assistant.retrieval.questions import analyse
from assistant.schema import AnswerKind


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Làm giả con dấu có bị truy cứu trách nhiệm hình sự không?",
         "Người nào làm giả con dấu có bị phạt tù không?"),
        ("Giữ tang vật mà đem bán có phải chịu trách nhiệm hình sự hay không?",
         "Người nào giữ tang vật mà đem bán có bị phạt tù hay không?"),
        ("Trộm chó thì bị xử lý hình sự như thế nào?",
         "Người nào trộm chó thì bị phạt tù như thế nào?"),
        ("Lấy cắp rồi đánh chết người có bị truy cứu hình sự về tội giết người không?",
         "Người nào lấy cắp rồi đánh chết người có bị phạt tù về tội giết người không?"),
        ("Nguyễn Văn A trộm chó có bị truy cứu trách nhiệm hình sự không?",
         "Người nào Nguyễn Văn A trộm chó có bị phạt tù không?"),
        ("lam gia con dau co bi truy cuu trach nhiem hinh su khong",
         "nguoi nao lam gia con dau co bi phat tu khong"),
        ("Dụ dỗ người dưới 16 tuổi có bị truy cứu trách nhiệm hình sự không?",
         "Người nào dụ dỗ người dưới 16 tuổi có bị phạt tù không?"),
    ],
)  # fmt: skip
def test_liability_for_a_deed_is_a_penalty(asked: str, expected: str) -> None:
    assert as_penalty(asked) == expected


@pytest.mark.parametrize(
    "asked",
    [
        "Người dưới 14 tuổi có phải chịu trách nhiệm hình sự không?",
        "Bao nhiêu tuổi phải chịu trách nhiệm hình sự?",
        "Pháp nhân thương mại có phải chịu trách nhiệm hình sự không?",
        "Người say rượu phạm tội có phải chịu trách nhiệm hình sự không?",
        "Khi nào được miễn trách nhiệm hình sự?",
        "Trách nhiệm hình sự là gì?",
        "Người bị truy cứu trách nhiệm hình sự có được xuất cảnh không?",
        "Làm giả con dấu bị xử phạt thế nào?",
    ],
)
def test_who_is_liable_stays_as_asked(asked: str) -> None:
    assert as_penalty(asked) == asked


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Làm giả con dấu có bị truy cứu trách nhiệm hình sự không?", AnswerKind.YES_NO),
        ("Trộm chó thì bị xử lý hình sự như thế nào?", AnswerKind.TEXT),
    ],
)
def test_what_is_asked_for_is_read_before(asked: str, kind: AnswerKind) -> None:
    question = analyse(asked)
    assert question.kind is kind
    assert question.query.startswith("Người nào ")
    assert question.text == asked
