"""Lines that are parts of one document lift each other."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.retrieval.lots import Lots

LAWS = ["91/2015/QH13"] * 3 + ["92/2015/QH13"] * 2 + ["Luật Đất đai"] * 2 + ["93/2015/QH13"]
# Three neighbours to each side count, 1, 1/2 and 1/3.
ALL_BESIDE = 2 * (1 + 1 / 2 + 1 / 3)
WHOLE = 1 + 0.3 + 0.2


def lifted(documents: list[int], scores: list[float]) -> list[float]:
    found = Lots(LAWS).lift(np.array(documents), np.array(scores, dtype=np.float32))
    return [round(float(one), 4) for one in found]


def test_the_law_of_which_more_was_found_is_lifted_more() -> None:
    # Lots 91 (.6 + .6) and 92 (.6): shares 1 and .5; line 0 has line 1 beside it, line 3 nothing.
    assert lifted([0, 1, 3], [0.6, 0.6, 0.6]) == [
        round((0.6 + 0.3 * 1 + 0.2 * 0.6 / ALL_BESIDE) / WHOLE, 4),
        round((0.6 + 0.3 * 1 + 0.2 * 0.6 / ALL_BESIDE) / WHOLE, 4),
        round((0.6 + 0.3 * 0.5) / WHOLE, 4),
    ]


def test_a_line_is_lifted_by_those_beside_it_in_its_law() -> None:
    # Line 1 stands beside lines 0 and 2; line 3, of the next law, beside none of them.
    found = lifted([0, 1, 2, 3], [0.6, 0.3, 0.6, 0.75])
    assert found[1] == round((0.3 + 0.3 + 0.2 * (0.6 + 0.6) / ALL_BESIDE) / WHOLE, 4)
    assert found[0] == round((0.6 + 0.3 + 0.2 * (0.3 + 0.6 / 2) / ALL_BESIDE) / WHOLE, 4)
    assert found[3] == round((0.75 + 0.3 * 0.5) / WHOLE, 4)


def test_a_line_counts_at_its_best_passage() -> None:
    # Lot 91 is worth .8, however many passages its line has; lot 92 .5 + .3.
    found = lifted([0, 0, 0, 3, 4], [0.8, 0.7, 0.7, 0.5, 0.3])
    assert found[0] == round((0.8 + 0.3) / WHOLE, 4)
    assert found[3] == round((0.5 + 0.3 + 0.2 * 0.3 / ALL_BESIDE) / WHOLE, 4)


def test_titles_with_words_and_single_lines_are_no_lots() -> None:
    assert Lots(LAWS).count == 2
    # They are lifted like the best lot, and the best neighbours, so that they lose nothing.
    assert lifted([0, 5, 7], [0.5, 0.5, 0.5]) == [round((0.5 + 0.3) / WHOLE, 4)] * 3
    assert (
        lifted([0, 1, 5], [0.5, 0.5, 0.5])
        == [round((0.5 + 0.3 + 0.2 * 0.5 / ALL_BESIDE) / WHOLE, 4)] * 3
    )


def test_what_is_apart_is_no_lot() -> None:
    assert Lots(["1/2020/NĐ-CP", "2/2020/NĐ-CP", "1/2020/NĐ-CP"]).count == 0
    assert Lots(["", "", ""]).count == 0


def test_nothing_changes_without_lots() -> None:
    scores = np.array([0.5, 0.25], dtype=np.float32)
    lots = Lots(["Kế hoạch", "Quyết định"])
    np.testing.assert_array_equal(lots.lift(np.array([0, 1]), scores), scores)
    assert lots.highest(0.25) == 0.25
    assert lots.lift(np.zeros(0, np.int64), np.zeros(0, np.float32)).shape == (0,)


def test_what_has_nothing_in_common_is_not_found_through_its_law() -> None:
    assert lifted([0, 1], [0.5, 0.0])[1] == 0


@pytest.mark.parametrize("score", [0.0, 0.25, 1.0])
def test_no_score_is_lifted_higher_than_said(score: float) -> None:
    lots = Lots(LAWS)
    assert lots.highest(score) == pytest.approx((score + 0.3 + 0.2) / WHOLE)
