"""What is right in an answer, on answers made by hand."""

from __future__ import annotations

from dataclasses import replace

from eval_fakes import RIGHT, SILENT, TARGET, citation, document, gold

from assistant.schema import Document, Status
from evals.questions import Evidence
from evals.scoring import score

PLACE = Evidence("xa-doan-ket.txt", TARGET)


def stored(_: str) -> Document:
    return document()


# --- verdicts


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
    half = score(both, RIGHT, stored)
    assert (half.evidence, half.citation_recall) == (False, 1 / 2)
    assert score(replace(both, evidence_all=False), RIGHT, stored).evidence is True
    full = replace(RIGHT, citations=(*RIGHT.citations, second), text="Xã phấn đấu 60% [1][2].")
    assert score(both, full, stored).evidence is True


def test_facts_decide_where_there_is_no_short_form() -> None:
    wanted = gold(category="list", short=(), facts=("60% hồ sơ", "14 khu phố"))
    verdict = score(wanted, replace(RIGHT, text="Xã phấn đấu 60% hồ sơ [1]."), stored)
    assert (verdict.short, verdict.facts, verdict.answer) == (None, False, False)
    assert verdict.missing_facts == ("14 khu phố",)
    assert verdict.fact_recall == 1 / 2


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
