from __future__ import annotations

import pytest

from assistant.retrieval.questions import analyse
from assistant.schema import AnswerKind


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("Sách nói mà kế hoạch nhắc tới là cái gì?", "sach noi"),
        ("Vốn TTX nêu trong đề án là vốn gì?", "von ttx"),
        ("Em cần phân biệt: bà Lê Thị An nói sách nói nghĩa là sao?", "sach noi"),
        ("Cụm từ vườn ươm có nghĩa gì trong văn bản này?", "vuon uom"),
        ("Luật giải thích ‘vườn ươm’ ra sao?", "vuon uom"),
        ("Vườn ươm được giải thích thế nào?", "vuon uom"),
        ("Nghị định gọi cái gì là vườn ươm?", "vuon uom"),
        ("Đất vườn là những đất nào?", "dat vuon"),
        ("Vườn ươm trong hồ sơ là vườn như thế nào?", "vuon uom"),
        ("Chữ viết tắt của “tờ trình” trong văn bản là gì?", "to trinh"),
        ("Tờ trình thì ký hiệu viết tắt là gì?", "to trinh"),
        ("Nhiệm vụ trọng tâm là nhiệm vụ gì?", "nhiem vu trong tam"),
        ("Theo Luật Chợ, nhãn hiệu nổi tiếng được hiểu thế nào?", "nhan hieu noi tieng"),
        ("Cơ chế một cửa liên thông là gì?", "co che mot cua lien thong"),
    ],
)
def test_what_a_question_asks_the_meaning_of(asked: str, subject: str) -> None:
    question = analyse(asked)
    assert (question.kind, question.focus) == (AnswerKind.DEFINITION, subject)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Tỉnh dẫn đầu là tỉnh nào?", AnswerKind.PLACE),
        ("Cơ quan chủ trì là cơ quan nào?", AnswerKind.AGENCY),
        ("Ba trụ cột là những trụ cột nào?", AnswerKind.LIST),
        ("Kế hoạch mới là kế hoạch nào?", AnswerKind.DOCUMENT),
    ],
)
def test_which_one_it_is_asks_for_no_meaning(asked: str, kind: AnswerKind) -> None:
    assert analyse(asked).kind is kind
