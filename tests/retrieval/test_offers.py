from __future__ import annotations

import pytest

from assistant.retrieval.offers import offered
from assistant.retrieval.questions import analyse


@pytest.mark.parametrize(
    ("asked", "one", "other"),
    [
        ("Đền cây theo giá cây cũ hay giá cây trồng mới?", ("cu",), ("trong", "moi")),
        ("Vườn ươm là bắt buộc hay tự nguyện?", ("bat", "buoc"), ("tu", "nguyen")),
        ("Chấm vườn do sở hay do xã làm?", ("so",), ("xa",)),
        ("Phí vườn thu theo quý hay là theo năm?", ("quy",), ("nam",)),
    ],
)
def test_the_two_answers_that_a_question_offers(
    asked: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    offers = offered(asked)
    assert offers is not None
    assert tuple(offer.own for offer in offers) == (one, other)


@pytest.mark.parametrize(
    "asked",
    [
        "Vườn ươm là gì?",
        "Có phải nộp phí hay không?",
        "Vườn nào hay nhất?",
        "Trồng sao hay dầu hay bàng?",
    ],
)
def test_a_question_that_offers_no_two_answers(asked: str) -> None:
    assert offered(asked) is None


def test_what_is_offered_is_no_term_and_no_name() -> None:
    question = analyse("Phụ lục đánh số bằng chữ số La Mã hay Ả Rập?")
    assert question.names == ()
    assert not {"la", "ma", "a", "rap"} & set(question.terms)
    assert {"phu_luc", "danh"} <= set(question.terms)
