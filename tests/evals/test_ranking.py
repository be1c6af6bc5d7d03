"""What a search must find, and the measures of a ranking."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from eval_fakes import TARGET, document, gold, hit

from evals.questions import Evidence, Gold
from evals.ranking import calculate, first_met, met_by, needs, ranking, search_values

PLACES = (Evidence("xa-doan-ket.txt", TARGET), Evidence("xa-doan-ket.txt", "400 tỷ đồng"))
EITHER = replace(gold(), evidence=PLACES)
BOTH = replace(EITHER, evidence_all=True)


def met(question: Gold, *quotes: str) -> list[list[int]]:
    return [met_by(hit(quote).passage, document(), needs(question)) for quote in quotes]


def test_alternatives_are_one_need_and_sides_are_two() -> None:
    assert needs(EITHER) == [PLACES]
    assert needs(BOTH) == [(PLACES[0],), (PLACES[1],)]
    assert needs(gold(category="unanswerable")) == []


def test_a_passage_meets_what_it_overlaps() -> None:
    assert met(
        EITHER, "phấn đấu 60%", "14 khu phố", "Ông Lê Văn Nam cho biết kinh phí khoảng 400"
    ) == [
        [0],
        [],
        [0],
    ]
    assert met(BOTH, "400 tỷ đồng") == [[1]]


def test_the_same_words_of_another_document_meet_nothing() -> None:
    other = document(path="bai/xa-khac.txt")
    assert met_by(hit(TARGET).passage, other, needs(EITHER)) == []


def test_a_need_is_met_once() -> None:
    assert ranking([[], [0], [0], [0, 1]]) == ["other 0", "need 0", "other 2", "need 1"]
    assert first_met([[], [0], [1]]) == 2
    assert first_met([[], []]) is None


def test_measures_of_needs_are_what_their_formulas_say() -> None:
    values = search_values({"either": [[], [0]], "both": [[1], [], [0]]}, {"either": 1, "both": 2})
    assert values["either"]["recall@1"] == 0
    assert values["either"]["recall@5"] == 1
    assert values["either"]["MRR@10"] == 1 / 2
    assert values["either"]["nDCG@10"] == pytest.approx(1 / math.log2(3))
    assert values["both"]["recall@1"] == 1 / 2
    assert values["both"]["MRR@10"] == 1
    ideal = 1 + 1 / math.log2(3)
    assert values["both"]["nDCG@10"] == pytest.approx((1 + 1 / math.log2(4)) / ideal)


def test_a_query_that_finds_nothing_counts_as_zero() -> None:
    found = calculate({"q": {"a": 1}}, {"q": []}, {"recall@1": "R@1"})
    assert found == {"q": {"recall@1": 0}}
