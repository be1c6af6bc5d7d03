"""BM25 against its formula, written as two loops."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from assistant.indexing.sparse import SparseIndex
from assistant.indexing.tables import TokenTable
from assistant.vietnamese.tokens import sparse_tokens

TEXTS = [
    "Nghị quyết 03-NQ/TU về chuyển đổi số của thành phố.",
    "Tỷ lệ hồ sơ trực tuyến đạt 81,5%, tỷ lệ đúng hạn 99%.",
    "",
    "Số hồ sơ là 1.579/1.937; điểm a khoản 5.",
    "hoà bình và hòa bình, chuyển đổi số, số hoá, số, số",
]
K1, B = 1.2, 0.75


def bm25_by_loops(question: str, texts: list[str], folded: bool) -> list[float]:
    documents = [sparse_tokens(text, folded=folded) for text in texts]
    average = sum(map(len, documents)) / len(documents)
    scores = []
    for document in documents:
        counts = Counter(document)
        score = 0.0
        for token in sparse_tokens(question, folded=folded):
            frequency = sum(token in other for other in documents)
            idf = math.log(1 + (len(documents) - frequency + 0.5) / (frequency + 0.5))
            length = 1 - B + B * len(document) / average
            score += idf * counts[token] / (counts[token] + K1 * length)
        scores.append(score)
    return scores


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize(
    "question",
    [
        "chuyển đổi số theo 03-NQ/TU",
        "chuyen doi so",
        "tỷ lệ 81,5% hồ sơ",
        "số số số",  # counted as often as it is asked for
        "điểm a khoản 5",
        "hoà bình",
        "không từ nào",
        "",
    ],
)
def test_scores_are_those_of_the_formula(question: str, folded: bool) -> None:
    index = SparseIndex.build(TEXTS, folded, K1, B)
    expected = bm25_by_loops(question, TEXTS, folded)
    assert index.scores(question).tolist() == pytest.approx(expected, abs=1e-6)


def test_a_marked_field_tells_marks_apart_and_a_folded_one_does_not() -> None:
    texts = ["chuyển đổi số", "chuyên đội sơ"]
    marked = SparseIndex.build(texts, False, K1, B).scores("chuyển đổi số")
    assert marked[0] > 0 == marked[1]
    folded = SparseIndex.build(texts, True, K1, B).scores("chuyển đổi số")
    assert folded[0] == folded[1] > 0


def test_folding_the_vocabulary_equals_folding_the_corpus() -> None:
    folded = TokenTable.read(TEXTS, folded=False).fold()
    again = TokenTable.read(TEXTS, folded=True)

    def spell(table: TokenTable) -> list[list[str]]:
        return [[table.tokens[number] for number in text] for text in table.texts]

    assert spell(folded) == spell(again)
    assert len(set(folded.tokens)) == len(folded.tokens)


def test_saved_and_loaded_it_scores_the_same(tmp_path: Path) -> None:
    index = SparseIndex.build(TEXTS, True, K1, B)
    index.save(tmp_path / "field")
    loaded = SparseIndex.load(tmp_path / "field")
    assert loaded.folded is True
    np.testing.assert_array_equal(loaded.scores("ty le ho so"), index.scores("ty le ho so"))


def test_texts_without_tokens_have_no_scores(tmp_path: Path) -> None:
    index = SparseIndex.build(["", "…"], False, K1, B)
    index.save(tmp_path / "field")
    assert SparseIndex.load(tmp_path / "field").scores("số").tolist() == [0, 0]


def test_a_pickled_array_is_refused(tmp_path: Path) -> None:
    SparseIndex.build(TEXTS, True, K1, B).save(tmp_path / "field")
    np.save(tmp_path / "field" / "rows.npy", np.array([{}]), allow_pickle=True)
    with pytest.raises(ValueError, match="Python objects"):
        SparseIndex.load(tmp_path / "field")
