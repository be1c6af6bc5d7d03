"""Answers that take no thought."""

from __future__ import annotations

import math

import pytest
from eval_fakes import FAKE, QUESTIONS, TARGET, Fake, document, gold, hit

from assistant.schema import Status
from evals.running import ask_all
from evals.trivial import TfidfSentences, trivial_rows


def test_nearest_sentence_is_that_of_the_highest_cosine() -> None:
    nearest = TfidfSentences(
        [document("Chợ mở lúc sáu giờ. Cây xanh. Cây xanh do phường chăm sóc.")]
    )
    found = nearest.best("cây xanh")
    assert found is not None
    place, span = found
    # Both hold the words; the shorter has nothing else, so its cosine is 1.
    assert span.of(place.text) == "Cây xanh."


def test_weights_are_those_of_scikit_learn() -> None:
    nearest = TfidfSentences([document("Một hai. Một ba.")])
    assert nearest._idf["một"] == pytest.approx(math.log((1 + 2) / (1 + 2)) + 1)
    assert nearest._idf["hai"] == pytest.approx(math.log((1 + 2) / (1 + 1)) + 1)


def test_nothing_shared_is_nothing_found() -> None:
    assert TfidfSentences([document("Một hai.")]).best("bảy") is None


def test_refusing_is_right_where_there_is_no_answer() -> None:
    rows = trivial_rows(ask_all(QUESTIONS, FAKE), FAKE, FAKE.documents())
    assert [result.verdict.right for result in rows["refuse"]] == [False] * 3 + [True] * 2


def test_first_passage_is_read_out_and_cited() -> None:
    wanted = gold(category="list", short=(), facts=("60% hồ sơ", "14 khu phố"))
    fake = Fake({}, [hit("Xã Đoàn Kết có 14 khu phố. Đến năm 2025, " + TARGET + ".")])
    (result,) = trivial_rows(ask_all([wanted], fake), fake, fake.documents())["first passage"]
    assert result.answer.status is Status.FULL
    assert result.verdict.facts
    assert result.verdict.evidence
    assert result.verdict.valid, result.verdict.faults
    assert result.answer.short is None


def test_nothing_found_is_nothing_read_out() -> None:
    fake = Fake({}, [])
    (result,) = trivial_rows(ask_all([gold()], fake), fake, [])["first passage"]
    assert result.verdict.refused
