from __future__ import annotations

import numpy as np
import pytest
from sparse_texts import build_sparse

from assistant.config import Config
from assistant.retrieval.lexical import Lexical, Ranking, context_scores, draw
from assistant.retrieval.wanted import wanted

TEXTS = [
    "khi ly hôn phải chia",
    "tiền lương của người lao động",
    "lương tiền khác",
    "nghỉ việc rồi ly dị",
    "hôn lễ, ly nước",
]


def held(question: str, *, marked: bool = True, stand_in: float = 0.5) -> dict[str, list[float]]:
    """Return by token of a question how much of it each passage holds."""
    index = build_sparse(TEXTS, list(range(len(TEXTS))))
    asked = wanted(question, index, marked=marked, others=0, stand_in=stand_in)
    drawn = draw(asked, index, np.arange(len(TEXTS)), context_scores(asked, index))
    forms = index.lexicon.forms()
    words = [forms[first] for first, _ in asked.forms]
    names = words + [f"{words[a]} {words[b]}" for a, b in asked.pairs.tolist()]
    return dict(zip(names, drawn.held.T.tolist(), strict=True))


def test_what_is_written_for_everyday_words_counts_as_all_of_them_for_less() -> None:
    # The syllable “ly” stands in the first text itself, and in the last, which says neither.
    assert held("ly dị") == {
        "ly": [1, 0, 0, 1, 1],
        "dị": [0.5, 0, 0, 1, 0],
        "ly dị": [0.5, 0, 0, 1, 0],
    }


def test_more_syllables_than_one_stand_only_side_by_side() -> None:
    assert held("lương") == {"lương": [0, 1, 1, 0, 0]}
    assert held("công nhân") == {}
    assert held("nghỉ việc và ly dị")["ly dị"] == [0.5, 0, 0, 1, 0]


def test_nothing_stands_in_for_nothing() -> None:
    assert held("ly dị", stand_in=0)["ly dị"] == [0, 0, 0, 1, 0]


def test_without_marks_only_longer_words_are_known_to_be_everyday_ones() -> None:
    assert held("ly di", marked=False)["ly dị"] == [0.5, 0, 0, 1, 0]


@pytest.mark.parametrize(("stand_in", "first"), [(0.0, 0), (0.5, 1)])
def test_a_passage_that_says_it_officially_comes_first(stand_in: float, first: int) -> None:
    texts = ["ly nước theo yêu cầu", "ly hôn theo yêu cầu", "dị ứng", "giao thông", "hộ tịch"]
    index = build_sparse(texts, list(range(len(texts))))
    lexical = Lexical(index, Config(), Ranking(stand_in=stand_in))
    rows, scores = lexical.search("ly dị theo yêu cầu", True, 10)
    assert int(rows[np.argmax(scores)]) == first
