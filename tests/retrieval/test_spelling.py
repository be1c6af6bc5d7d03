from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.retrieval.questions import analyse
from assistant.retrieval.spelling import mend
from assistant.schema import Question
from assistant.vietnamese.tokens import sparse_tokens

PASSAGES = (
    "Doanh nghiệp nộp hồ sơ trực tuyến.",
    "Hồ sơ của doanh nghiệp được xử lý đúng hạn.",
    "Rừng ngập mặn che chắn bờ biển.",
)


def counted(*passages: str) -> Callable[[str], int]:
    held = [set(sparse_tokens(passage, folded=True)) for passage in passages]
    return lambda token: sum(token in tokens for tokens in held)


def mended(text: str, *passages: str) -> Question:
    return mend(analyse(text), counted(*(passages or PASSAGES)))


@pytest.mark.parametrize("slip", ["doang nghiệp", "donah nghiệp", "doanhh nghiệp", "dqanh nghiệp"])
def test_one_letter_is_mended_where_the_corpus_has_the_pair(slip: str) -> None:
    question = mended(f"Bao nhiêu {slip} nộp?")
    assert "doanh nghiệp" in question.query
    assert "doanh_nghiep" in question.terms
    assert slip.split()[0] not in question.terms
    assert question.focus == "doanh nghiep nop"
    assert question.text == f"Bao nhiêu {slip} nộp?", "what was typed stays"


@pytest.mark.parametrize(
    "text",
    [
        "Bao nhiêu doanh nghiệp nộp?",  # nothing to mend
        "Bao nhiêu xuong nghiệp nộp?",  # two letters away
        "biển ngpa",  # no neighbour makes a pair with what it could be
        "Ông Doang nghiệp vụ ra sao?",  # a proper name
        "họ so trực tuyến",  # known words
        "hz sơ trực tuyến",  # shorter than three letters
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert mended(text) == analyse(text)


def test_a_word_that_a_passage_holds_is_never_mended() -> None:
    passages = (*PASSAGES, "Anh Doang trồng rừng.")
    assert mended("doang nghiệp nộp", *passages) == analyse("doang nghiệp nộp")


def test_the_more_frequent_pair_wins_and_ties_go_by_the_alphabet() -> None:
    once = ("cây trung xanh", "cây trunk xanh")
    assert "cay_trung" in mended("cây trunx xanh", *once).terms
    twice = (*once, "cây trunk lớn")
    assert "cay_trunk" in mended("cây trunx xanh", *twice).terms


def test_a_short_syllable_needs_a_pair_with_both_its_neighbours() -> None:
    assert "ngap_man" in mended("rừng ngxp mặn").terms
    assert mended("ngxp mặn") == analyse("ngxp mặn")


def test_two_slips_in_one_question() -> None:
    question = mended("doang nghiệp nộp hồ sơ tryc tuyến")
    assert {"doanh_nghiep", "truc_tuyen"} <= {*question.terms}


@pytest.mark.parametrize("slip", ["trắn", "chắng"])
def test_an_onset_that_sounds_alike_is_one_slip(slip: str) -> None:
    written = mended(f"rừng che {slip} bờ biển ra sao?", "Rừng ngập mặn che chắn bờ biển.").query
    assert "che chan bờ" in written
