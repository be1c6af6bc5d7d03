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
        "Nghị quyết này áp dụng cho những ai?",
        "Chủ vườn phải đối thoại với ai?",
        "Số của văn bản đặt ở vị trí nào?",
        "Dấu đóng vào chỗ nào trên văn bản?",
    ],
)
def test_words_in_one_place_of_a_sentence_are_asked_for(asked: str) -> None:
    assert analyse(asked).kind is AnswerKind.TEXT


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Lễ trồng cây tổ chức ở đâu?", AnswerKind.PLACE),
        ("Năm nhóm cây được chọn trồng?", AnswerKind.LIST),
        ("Bán cây giống cho dân là việc làm gì?", AnswerKind.TEXT),
        ("Việc trồng cây giao cho ai?", AnswerKind.PERSON),
        ("Những hình thức nào được dùng để gửi đơn?", AnswerKind.LIST),
        ("Phường có mẫu đơn nào cho dân chưa?", AnswerKind.YES_NO),
        ("Sở nào chọn hình thức nào để trồng cây?", AnswerKind.AGENCY),
    ],
)
def test_what_another_kind_answers_is_left_to_it(asked: str, kind: AnswerKind) -> None:
    assert analyse(asked).kind is kind
