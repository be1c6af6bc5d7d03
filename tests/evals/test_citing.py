"""How well citations carry an answer, on answers made by hand."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from eval_fakes import RIGHT, TARGET, TEXT, answer, citation, document, gold

from assistant.schema import Citation, Document
from evals.citing import citation_precision, citation_recall, cites, grounding, places_of
from evals.questions import Evidence

PLACE = Evidence("xa-doan-ket.txt", TARGET)
BUDGET = "kinh phí khoảng 400 tỷ đồng"


def stored(_: str) -> Document:
    return document()


def test_quote_that_holds_the_gold_is_evidence() -> None:
    assert cites(citation("Đến năm 2025, " + TARGET + "."), PLACE)


def test_white_space_and_composition_do_not_count() -> None:
    spread = Evidence("xa-doan-ket.txt", unicodedata.normalize("NFD", "trên  mạng. Ông Lê"))
    assert cites(citation("trên mạng.\nÔng Lê Văn Nam"), spread)


def test_half_of_the_gold_is_evidence_and_less_is_not() -> None:
    half = len(TARGET) // 2
    assert len(TARGET) == 2 * half, "an even length, so that a half is exact"
    assert cites(citation(TARGET[:half]), PLACE)
    assert not cites(citation(TARGET[: half - 1]), PLACE)


def test_quote_beside_the_gold_is_not_evidence() -> None:
    assert not cites(citation("Xã Đoàn Kết có 14 khu phố."), PLACE)


def test_same_words_of_another_document_are_not_evidence() -> None:
    other = document(path="bai/xa-khac.txt")
    assert not cites(citation(TARGET, doc=other), PLACE)


def test_same_words_elsewhere_in_the_document_count_only_when_they_hold_the_gold() -> None:
    twice = document(TEXT + "\nNhắc lại: " + TARGET + ".")
    again = citation("Nhắc lại: " + TARGET, doc=twice)
    assert again.start > len(TEXT)
    assert cites(again, PLACE)


def test_folder_of_a_document_does_not_count() -> None:
    assert cites(citation(TARGET), Evidence("seeds/xa-doan-ket.txt", TARGET))


def test_a_quote_stands_wherever_its_words_do() -> None:
    assert [span.start for span in places_of("hai  ba", "một hai\nba, hai ba")] == [4, 12]


# --- recall


def test_one_place_is_enough_unless_all_are_needed() -> None:
    either = replace(gold(), evidence=(PLACE, Evidence("xa-doan-ket.txt", BUDGET)))
    both = replace(either, evidence_all=True)
    first, second = citation(TARGET), citation(BUDGET, marker=2)
    assert citation_recall(either, [first]) == 1
    assert citation_recall(both, [first]) == 1 / 2
    assert citation_recall(both, [first, second]) == 1
    assert citation_recall(either, []) == 0


# --- precision


def precise(said: str, *citations: Citation, short: str | None = None) -> float | None:
    # Gold that no citation covers, so that only what the answer says can count.
    aside = gold(quote="Xã Đoàn Kết")
    return citation_precision(aside, answer(said, short=short, citations=citations), stored)


def test_a_citation_of_gold_counts() -> None:
    assert citation_precision(gold(), RIGHT, stored) == 1
    assert citation_precision(gold(), replace(RIGHT, citations=()), stored) is None


@pytest.mark.parametrize(
    ("said", "short", "quote", "counts"),
    [
        ("Có [1].", "60%", "phấn đấu 60% hồ sơ", True),
        ("Có [1].", "60 hồ sơ", "phấn đấu 60% hồ sơ", True),
        ("Có [1].", "6%", "phấn đấu 60% hồ sơ", False),
        ("Có [1].", "ông Lê Văn Nam", "Ông Lê Văn Nam cho biết", True),
        ("Có [1].", "ông Trần Nam", "Ông Lê Văn Nam cho biết", False),
        ("Năm 2025, xã phấn đấu [1].", None, "Đến năm 2025, xã phấn đấu", True),
        ("Năm 2026, xã phấn đấu [1].", None, "Đến năm 2025, xã phấn đấu", False),
        ("Xã phấn đấu xử lý hồ sơ [1].", None, "xã phấn đấu 60% hồ sơ", True),
        ("Xã xây dựng chợ mới to đẹp [1].", None, "xã phấn đấu 60% hồ sơ", False),
        ("Năm 2025, xã phấn đấu [2].", None, "Đến năm 2025, xã phấn đấu", False),
    ],
)
def test_a_citation_counts_when_it_carries_what_is_said(
    said: str, short: str | None, quote: str, counts: bool
) -> None:
    assert precise(said, citation(quote), short=short) == counts


def test_precision_is_a_share_of_the_citations() -> None:
    said = "Xã phấn đấu 60% [1][2]."
    assert precise(said, citation("60% hồ sơ"), citation("14 khu phố", marker=2)) == 1 / 2


def test_a_quote_that_is_not_in_the_document_never_counts() -> None:
    changed = document(TEXT.replace("60%", "80%"))
    assert precise("Xã phấn đấu 80% [1].", citation("80% hồ sơ", doc=changed), short="80%") == 0


# --- grounding


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("Xã phấn đấu 60% hồ sơ [1].", 1),
        ("Xã phấn đấu 70% hồ sơ [1].", 0),
        ("Xã phấn đấu 6% hồ sơ [1].", 0),
        ("Xã phấn đấu 60% [1]. Xã chi 400 tỷ đồng [1]. Xã vui [1].", 1 / 2),
        ("Xã phấn đấu.", None),
        ("Xã vui [1].", None),
    ],
)
def test_every_figure_of_a_sentence_stands_in_what_it_cites(said: str, share: float | None) -> None:
    assert grounding(answer(said, citations=(citation(TARGET),))) == share


def test_a_figure_of_the_question_may_be_denied() -> None:
    denied = answer("Tài liệu nêu 60%, không phải 80% [1].", citations=(citation(TARGET),))
    assert grounding(denied) == 0
    question = replace(denied.question, text="Có đúng 80% không?")
    assert grounding(replace(denied, question=question)) == 1
