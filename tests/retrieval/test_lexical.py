"""Scores against the formula, written as loops over whole texts."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from sparse_texts import CONTEXTS, K1, TEXTS, B, build_sparse, tokens_of

from assistant.config import Config
from assistant.indexing import postings, sparse_building
from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.lexical import (
    Lexical,
    Ranking,
    best_contexts,
    context_scores,
    draw,
)
from assistant.retrieval.wanted import wanted

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
    return build_sparse(TEXTS, CONTEXTS)


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
    assert (drawn.own @ drawn.asked).tolist() == pytest.approx(own, abs=1e-5)
    assert drawn.around.tolist() == pytest.approx([expected[c] for c in CONTEXTS], abs=1e-5)


def test_what_a_context_holds_of_a_question_is_weighed_by_rarity(index: SparseIndex) -> None:
    asked = wanted("hồ điểm zzz", index, marked=True, others=0)
    drawn = draw(asked, index, np.arange(5), context_scores(asked, index))
    count = len(TEXTS)
    rarity = [math.log(1 + (count - df + 0.5) / (df + 0.5)) for df in (2, 1)]
    part = rarity[0] / sum(rarity)
    assert drawn.covered.tolist() == pytest.approx([part, part, 1, 1, 0, 0, 0])


def test_what_a_passage_holds_of_the_subject_leaves_stop_words_out() -> None:
    texts = ["dân số thành phố", "bao nhiêu thành phố", "dân cư", "đá quý"]
    index = build_sparse(texts, [0, 0, 1, 2])
    asked = wanted("dân cư là bao nhiêu", index, marked=True, others=0.1, pairs=0.6)
    assert asked.subject.tolist() == [1, 1, 0, 0]  # “là” is not in the texts
    drawn = draw(asked, index, np.arange(3), context_scores(asked, index))
    dan, cu, dan_cu = (math.log(1 + (4 - df + 0.5) / (df + 0.5)) for df in (2, 1, 1))
    whole = dan + cu + 0.6 * dan_cu
    held = drawn.held @ drawn.subject / drawn.subject.sum()
    assert held.tolist() == pytest.approx([dan / whole, 0, 1, 0])
    nothing = wanted("bao nhiêu", index, marked=True, others=0)
    assert not draw(nothing, index, np.arange(1), np.ones(3)).subject.any()


def test_a_word_that_all_of_the_best_hold_counts_for_less() -> None:
    # “huế” is the rarer word, and “cầu” the one that tells the passages on Huế apart.
    texts = ["huế huế mới đẹp", "huế cầu mới đẹp", "huế chợ mới đẹp", *["cầu chợ mới đẹp"] * 5]
    index = build_sparse(texts, list(range(len(texts))))

    def first(common: float) -> int:
        ranking = Ranking(pairs=0, covered=0, held=0, common=common, best=3)
        lexical = Lexical(index, Config(context_weight=0, folded_weight=0), ranking)
        rows, scores = lexical.search("huế cầu", True, 10)
        return int(rows[np.argmax(scores)])

    assert (first(0), first(0.5)) == (0, 1)


def test_the_subject_leads_over_rarer_words_of_asking() -> None:
    texts = ["cây bao nhiêu", "dân số huế", "dân số", "dân số", "cầu", "cầu", "cầu", "chợ"]
    index = build_sparse(texts, [0] * len(texts))

    def first(held: float) -> int:
        lexical = Lexical(index, Config(), Ranking(held=held))
        rows, scores = lexical.search("dân số là bao nhiêu", True, 10)
        return int(rows[np.argmax(scores)])

    assert (first(0), first(0.5)) == (0, 2)


def test_marks_tell_apart_and_without_them_letters_count() -> None:
    index = build_sparse(["chuyển đổi số", "chuyên đội sơ"], [0, 1])

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
    index = build_sparse(["số sách", "sơ sách", "cây xanh"], [0, 1, 2])
    lexical = Lexical(index, Config(folded_weight=0.1, context_weight=0), Ranking())
    rows, scores = lexical.search("số", True, 3)
    assert rows.tolist() == [0]
    rows, scores = lexical.search("số sách", True, 3)
    by_row = dict(zip(rows.tolist(), scores.tolist(), strict=True))
    without = Lexical(index, Config(folded_weight=0, context_weight=0), Ranking())
    less = dict(zip(*(a.tolist() for a in without.search("số sách", True, 3)), strict=True))
    assert by_row[0] == less[0] == 1
    assert less[1] < by_row[1] < 1


@pytest.mark.parametrize("count", [0, 1, 3, 5, 9])
def test_the_best_contexts_are_those_of_a_full_sort(count: int) -> None:
    scores = np.array([0, 2, 5, 5, 0.5, 5, 1, 0], dtype=np.float32)
    order = sorted((n for n in range(8) if scores[n] > 0), key=lambda n: (-scores[n], n))
    assert best_contexts(scores, count).tolist() == sorted(order[:count])
