from __future__ import annotations

import pytest

from assistant.retrieval.questions import analyse
from assistant.schema import AnswerKind


@pytest.mark.parametrize(
    "asked",
    [
        "Tiền trồng cây lấy ở đâu ra?",
        "Kinh phí trồng cây lấy từ nguồn nào?",
        "Văn bản in trên khổ giấy nào?",
        "Đơn gửi xã bằng hình thức gì?",
        "Chữ trong kế hoạch màu gì?",
        "Trong trường hợp nào thì được chặt cây?",
    ],
)
def test_words_in_one_place_of_a_sentence_are_asked_for(asked: str) -> None:
    assert analyse(asked).kind is AnswerKind.TEXT


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Lễ trồng cây tổ chức ở đâu?", AnswerKind.PLACE),
        ("Những hình thức nào được dùng để gửi đơn?", AnswerKind.LIST),
        ("Phường có mẫu đơn nào cho dân chưa?", AnswerKind.YES_NO),
        ("Sở nào chọn hình thức nào để trồng cây?", AnswerKind.AGENCY),
    ],
)
def test_what_another_kind_answers_is_left_to_it(asked: str, kind: AnswerKind) -> None:
    assert analyse(asked).kind is kind


@pytest.mark.parametrize(
    "asked",
    ["Đơn nói miệng có được không hay phải có văn bản?", "Còn phải nộp sổ không, hay đã bỏ rồi?"],
)
def test_what_goes_on_after_or_not_is_a_question_of_yes_or_no(asked: str) -> None:
    assert analyse(asked).kind is AnswerKind.YES_NO
