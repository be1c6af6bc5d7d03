"""What is right in an answer, on answers made by hand."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from eval_fakes import TARGET, TEXT, answer, citation, document, gold

from assistant.schema import Citation, Document, Status
from evals.questions import Evidence
from evals.scoring import cites, faults, has_fact, score

PLACE = Evidence("xa-doan-ket.txt", TARGET)


def stored(_: str) -> Document:
    return document()


# --- facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ba trụ cột: Cảng biển - logistics, du lịch.", "cảng biển-logistics"),
        ("Tỷ lệ là 17% ở xã.", "17%"),
        ("Tỷ lệ là 17%.", "17%"),
        ("Có 14 khu phố", "14"),
        ("giai đoạn 2021 - kinh tế số", "kinh tế số"),
        ("nhờ hoà giải", "hòa giải"),
    ],
)
def test_fact_stands(text: str, fact: str) -> None:
    assert has_fact(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Tỷ lệ là 117%.", "17%"),
        ("Tỷ lệ là 3,17%.", "17%"),
        ("Tỷ lệ là 17%.", "17"),
        ("Tỷ lệ là 17,5 điểm.", "17"),
        ("Tỷ lệ là 1.017 hồ sơ", "017"),
        ("dữ liệu lớn", "dữ liệu l"),
        ("", "dữ liệu"),
    ],
)
def test_fact_does_not_stand(text: str, fact: str) -> None:
    assert not has_fact(text, fact)


# --- evidence


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


# --- soundness


def cited(text: str, *citations: Citation) -> tuple[str, ...]:
    return faults(answer(text, citations=citations), stored)


@pytest.mark.parametrize(
    "text",
    [
        "Xã phấn đấu 60% [1].",
        "Xã phấn đấu 60%. [1]",
        "Xã phấn đấu 60%. [1] Xã có 14 khu phố. [1]",
        "Xã phấn đấu 60% [1]. Xã có 14 khu phố [1].",
        "Xã phấn đấu 60%. [1] 3. Xã có 14 khu phố. [1]",
        "Xã gồm:\n- 14 khu phố [1]",
    ],
)
def test_sound_markers(text: str) -> None:
    assert cited(text, citation(TARGET)) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Xã phấn đấu 60% [1]. Xã có 14 khu phố.", "no marker: Xã có 14 khu phố."),
        ("Xã có 14 khu phố. Xã phấn đấu 60% [1].", "no marker: Xã có 14 khu phố."),
        ("Xã có 14 khu phố. Xã phấn đấu 60%. [1]", "no marker: Xã có 14 khu phố."),
        ("Xã phấn đấu 60% [1][2].", "[2] has no citation"),
    ],
)
def test_unsound_markers(text: str, fault: str) -> None:
    assert cited(text, citation(TARGET)) == (fault,)


def test_citation_without_marker_is_a_fault() -> None:
    found = cited("Xã phấn đấu 60% [1].", citation(TARGET), citation("14 khu phố", marker=2))
    assert found == ("citation 2 has no marker",)


def test_citation_must_be_words_of_the_stored_document() -> None:
    changed = document(TEXT.replace("60%", "80%"))
    found = cited("Xã phấn đấu 80% [1].", citation("80% hồ sơ", doc=changed))
    assert found == ("[1]: quote differs from the stored document",)


def test_citation_must_lie_in_its_document_and_passage() -> None:
    sound = citation(TARGET)
    outside = replace(sound, end=len(TEXT) + 1)
    empty = replace(sound, end=sound.start)
    narrow = replace(sound, passage=replace(sound.passage, end=sound.end - 1))
    for broken, fault in (
        (outside, "empty or outside its document"),
        (empty, "empty or outside its document"),
        (narrow, "quote reaches outside its passage"),
    ):
        assert cited("Xã phấn đấu 60% [1].", broken) == (f"[1]: {fault}",)


# --- verdicts

RIGHT = answer("Xã phấn đấu 60% [1].", short="60%", citations=(citation(TARGET),))
SILENT = answer("Không tìm thấy trong tài liệu.", status=Status.NOT_FOUND)


def test_right_answer() -> None:
    verdict = score(gold(), RIGHT, stored)
    assert (verdict.short, verdict.facts, verdict.answer) == (True, None, True)
    assert (verdict.evidence, verdict.abstained, verdict.refused) == (True, None, False)
    assert verdict.valid
    assert verdict.right


def test_right_words_with_wrong_evidence() -> None:
    verdict = score(gold(quote="Xã Đoàn Kết có 14 khu phố"), RIGHT, stored)
    assert verdict.answer
    assert verdict.evidence is False
    assert not verdict.right


def test_two_sides_of_a_comparison_are_both_cited() -> None:
    other = Evidence("xa-doan-ket.txt", "kinh phí khoảng 400 tỷ đồng")
    both = replace(gold(category="comparison"), evidence=(PLACE, other), evidence_all=True)
    second = citation("kinh phí khoảng 400 tỷ đồng", marker=2)
    assert score(both, RIGHT, stored).evidence is False
    assert score(replace(both, evidence_all=False), RIGHT, stored).evidence is True
    full = replace(RIGHT, citations=(*RIGHT.citations, second), text="Xã phấn đấu 60% [1][2].")
    assert score(both, full, stored).evidence is True


def test_facts_decide_where_there_is_no_short_form() -> None:
    wanted = gold(category="list", short=(), facts=("60% hồ sơ", "14 khu phố"))
    verdict = score(wanted, replace(RIGHT, text="Xã phấn đấu 60% hồ sơ [1]."), stored)
    assert (verdict.short, verdict.facts, verdict.answer) == (None, False, False)
    assert verdict.missing_facts == ("14 khu phố",)


def test_markers_do_not_break_a_fact() -> None:
    wanted = gold(category="list", short=(), facts=("60% hồ sơ",))
    assert score(wanted, replace(RIGHT, text="Xã phấn đấu 60% hồ sơ[1]."), stored).facts


def test_short_decides_where_there_is_one() -> None:
    verdict = score(gold(facts=("14 khu phố",)), RIGHT, stored)
    assert (verdict.short, verdict.facts, verdict.answer) == (True, False, True)


def test_false_refusal_is_wrong_in_everything() -> None:
    verdict = score(gold(), replace(SILENT, short="60%"), stored)
    assert (verdict.short, verdict.evidence, verdict.refused) == (False, False, True)
    assert verdict.valid
    assert not verdict.right


def test_unanswerable() -> None:
    wanted = gold(category="unanswerable")
    silent, spoken = score(wanted, SILENT, stored), score(wanted, RIGHT, stored)
    assert (silent.abstained, silent.right) == (True, True)
    assert (spoken.abstained, spoken.right) == (False, False)
    assert (spoken.answer, spoken.evidence, spoken.refused) == (None, None, None)


def test_partial_answer_is_an_answer() -> None:
    wanted = gold(category="unanswerable")
    assert score(wanted, replace(RIGHT, status=Status.PARTIAL), stored).abstained is False
