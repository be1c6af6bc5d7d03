"""Counting and scoring against the formula, written as loops over whole texts."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from assistant.config import Config
from assistant.indexing import postings, sparse_building
from assistant.indexing.sequences import Sequences
from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.lexical import Lexical, Ranking, context_scores, draw
from assistant.retrieval.wanted import wanted
from assistant.vietnamese.tokens import sparse_tokens

TEXTS = [
    "Kế hoạch\nNghị quyết 03-NQ/TU về chuyển đổi số của thành phố.",
    "Kế hoạch\nTỷ lệ hồ sơ trực tuyến đạt 81,5%, tỷ lệ đúng hạn 99%.",
    "",
    "Số hồ sơ là 1.579/1.937; điểm a khoản 5.",
    "hoà bình và hòa bình, chuyển đổi số, số hoá, số, số",
    "Chuyen doi so la mot qua trinh",
    "số " * 300,
]
CONTEXTS = [0, 0, 1, 1, 2, 3, 4]
K1, B = 1.2, 0.75
QUESTIONS = [
    "chuyển đổi số theo 03-NQ/TU",
    "tỷ lệ 81,5% hồ sơ",
    "số số số",  # counted as often as it is asked for
    "điểm a khoản 5",
    "hoà bình",
    "kế hoạch nghị quyết",  # the words of two lines
    "không từ nào",
    "",
]


def tokens_of(text: str, *, folded: bool) -> list[str]:
    return [token for line in text.split("\n") for token in sparse_tokens(line, folded=folded)]


def bm25_by_loops(
    question: str, texts: list[list[str]], folded: bool, most: int = 1_000
) -> list[float]:
    average = sum(map(len, texts)) / len(texts)
    scores = []
    for text in texts:
        counts = Counter(text)
        score = 0.0
        for token in tokens_of(question, folded=folded):
            frequency = sum(token in other for other in texts)
            idf = math.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))
            length = 1 - B + B * len(text) / average
            tf = min(counts[token], most)
            score += idf * tf / (tf + K1 * length)
        scores.append(score)
    return scores


@pytest.fixture(params=["at once", "in chunks and blocks"])
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> SparseIndex:
    if request.param != "at once":
        monkeypatch.setattr(sparse_building, "_CHUNK", 2)
        monkeypatch.setattr(postings, "_BLOCK_BITS", 1)
    return build(TEXTS, CONTEXTS)


def build(texts: list[str], contexts: list[int]) -> SparseIndex:
    return SparseIndex.build(Sequences.read(texts), np.array(contexts, dtype=np.int32), K1, B)


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("question", QUESTIONS)
def test_scores_are_those_of_the_formula(index: SparseIndex, question: str, folded: bool) -> None:
    passages = [tokens_of(text, folded=folded) for text in TEXTS]
    contexts: list[list[str]] = [[] for _ in range(5)]
    for context, text in zip(CONTEXTS, passages, strict=True):
        contexts[context] += text
    # Marked words that no text holds are looked up by their letters, which is another formula.
    known = {token for text in passages for token in text}
    words = [w for w in question.split() if folded or tokens_of(w, folded=False)[0] in known]
    question = " ".join(words)
    asked = wanted(question, index, marked=not folded, others=0)
    scores = context_scores(asked, index)
    expected = bm25_by_loops(question, contexts, folded, most=255)
    assert scores.tolist() == pytest.approx(expected, abs=1e-5)
    drawn = draw(asked, index, np.arange(5), scores)
    assert drawn.rows.tolist() == list(range(7))
    # A bigram in two spellings within one passage counts twice in its frequency alone.
    own = bm25_by_loops(question, passages, folded)
    assert drawn.own.tolist() == pytest.approx(own, abs=1e-5)
    assert drawn.around.tolist() == pytest.approx([expected[c] for c in CONTEXTS], abs=1e-5)


def test_what_a_context_holds_of_a_question_is_weighed_by_rarity(index: SparseIndex) -> None:
    asked = wanted("hồ điểm zzz", index, marked=True, others=0)
    drawn = draw(asked, index, np.arange(5), context_scores(asked, index))
    count = len(TEXTS)
    rarity = [math.log(1 + (count - df + 0.5) / (df + 0.5)) for df in (2, 1)]
    part = rarity[0] / sum(rarity)
    assert drawn.covered.tolist() == pytest.approx([part, part, 1, 1, 0, 0, 0])


def test_marks_tell_apart_and_without_them_letters_count() -> None:
    index = build(["chuyển đổi số", "chuyên đội sơ"], [0, 1])

    def scores(question: str, marked: bool) -> list[float]:
        return context_scores(wanted(question, index, marked=marked, others=0), index).tolist()

    first, second = scores("chuyển đổi số", True)
    assert first > 0 == second
    first, second = scores("chuyen doi so", False)
    assert first == second > 0
    # “chuyễn” stands nowhere, so it may be either; “đội” and “sơ” are known.
    first, second = scores("chuyễn đội sơ", True)
    assert second > first > 0


def test_other_marks_count_for_little() -> None:
    index = build(["số sách", "sơ sách", "cây xanh"], [0, 1, 2])
    lexical = Lexical(index, Config(folded_weight=0.1, context_weight=0), Ranking())
    rows, scores = lexical.search("số", True, 3)
    assert rows.tolist() == [0]
    rows, scores = lexical.search("số sách", True, 3)
    by_row = dict(zip(rows.tolist(), scores.tolist(), strict=True))
    without = Lexical(index, Config(folded_weight=0, context_weight=0), Ranking())
    less = dict(zip(*(a.tolist() for a in without.search("số sách", True, 3)), strict=True))
    assert by_row[0] == less[0] == 1
    assert less[1] < by_row[1] < 1


def test_frequencies_are_of_passages_and_letters(index: SparseIndex) -> None:
    expected = {"so": 6, "chuyen_doi": 3, "ho_so": 2, "hoa_binh": 1, "co": 0, "so_ho": 1, "a": 1}
    held = [set(tokens_of(text, folded=True)) for text in TEXTS]
    for token, count in expected.items():
        assert sum(token in text for text in held) == count
        assert index.frequency(token) == count


def test_saved_and_loaded_it_scores_the_same(index: SparseIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "sparse")
    loaded = SparseIndex.load(tmp_path / "sparse")
    for question, marked in (("tỷ lệ hồ sơ", True), ("ty le ho so", False)):
        asked = wanted(question, loaded, marked=marked, others=0.1)
        np.testing.assert_array_equal(
            context_scores(asked, loaded),
            context_scores(wanted(question, index, marked=marked, others=0.1), index),
        )


def test_texts_without_tokens_have_no_scores(tmp_path: Path) -> None:
    build(["", "…"], [0, 1]).save(tmp_path / "sparse")
    index = SparseIndex.load(tmp_path / "sparse")
    rows, _ = Lexical(index, Config(), Ranking()).search("số", True, 5)
    assert rows.tolist() == []
    assert index.frequency("so") == index.frequency("so_ho") == 0


def test_a_pickled_array_is_refused(tmp_path: Path) -> None:
    build(TEXTS, CONTEXTS).save(tmp_path / "sparse")
    np.save(tmp_path / "sparse" / "tokens.npy", np.array([{}]), allow_pickle=True)
    with pytest.raises(ValueError, match="Python objects"):
        SparseIndex.load(tmp_path / "sparse")


def test_a_line_is_stored_once_and_makes_no_bigram_with_the_next() -> None:
    sequences = Sequences.read(["Kế hoạch\nMột hai.", "Kế hoạch\nBa, bốn"])
    assert len(sequences.line_starts) - 1 == 3
    forms = sequences.lexicon.forms()
    tokens, rows = sequences.stream(0, 2)
    words = [forms[token - 1] if token else "/" for token in tokens.tolist()]
    assert words == ["kế", "hoạch", "/", "một", "hai", "/", "kế", "hoạch", "/",
                     "ba", "/", "bốn", "/"]  # fmt: skip
    assert rows.tolist() == [0] * 6 + [1] * 7


def test_the_folded_table_has_the_tokens_of_each_line() -> None:
    table = Sequences.read(TEXTS).folded_table()
    for text, numbers in zip(TEXTS, table.texts, strict=True):
        named = Counter(table.tokens[number] for number in numbers)
        assert named == Counter(tokens_of(text, folded=True))
    assert len(set(table.tokens)) == len(table.tokens)


def test_postings_are_in_order_and_counts_end_at_255(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_BLOCK_BITS", 2)
    held = postings.Postings.build(
        np.array([1, 0, 1, 1]), np.array([0, 3, 5, 9], dtype=np.int32),
        np.array([2, 1, 999, 3], dtype=np.int32), 3,
    )  # fmt: skip
    rows = [row for part, _ in held.of([1]) for row in part.tolist()]
    counts = [count for _, part in held.of([1]) for count in part.tolist()]
    assert (rows, counts, len(held)) == ([0, 5, 9], [2, 255, 3], 3)
    assert all(one < other for one, other in pairwise(rows))
    assert held.of([2]) == []
