"""The sparse index: frequencies, and what is read from disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sparse_texts import CONTEXTS, TEXTS, build_sparse, tokens_of

from assistant.config import Config
from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.lexical import Lexical, Ranking, context_scores
from assistant.retrieval.wanted import wanted


@pytest.fixture
def index() -> SparseIndex:
    return build_sparse(TEXTS, CONTEXTS)


def test_frequencies_are_of_passages_and_letters(index: SparseIndex) -> None:
    expected = {"so": 6, "chuyen_doi": 3, "ho_so": 2, "hoa_binh": 1, "co": 0, "so_ho": 1, "a": 1}
    held = [set(tokens_of(text, folded=True)) for text in TEXTS]
    for token, count in expected.items():
        assert sum(token in text for text in held) == count
        assert index.frequency(token) == count


def test_spellings_of_syllables_and_of_neighbours() -> None:
    index = build_sparse(["Cấp xã, cáp quang", "cấp xã và cấp tỉnh"], [0, 1])
    assert index.spellings("cap") == {"cáp": 1, "cấp": 2}
    assert index.spellings("huyen") == {}
    assert index.pairs_spelt("cap", "xa") == {("cấp", "xã"): 2}
    assert index.pairs_spelt("cap", "quang") == {("cáp", "quang"): 1}
    assert index.pairs_spelt("xa", "cap") == index.pairs_spelt("cap", "huyen") == {}


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
    build_sparse(["", "…"], [0, 1]).save(tmp_path / "sparse")
    index = SparseIndex.load(tmp_path / "sparse")
    rows, _ = Lexical(index, Config(), Ranking()).search("số", True, 5)
    assert rows.tolist() == []
    assert index.frequency("so") == index.frequency("so_ho") == 0


def test_a_pickled_array_is_refused(tmp_path: Path) -> None:
    build_sparse(TEXTS, CONTEXTS).save(tmp_path / "sparse")
    np.save(tmp_path / "sparse" / "tokens.npy", np.array([{}]), allow_pickle=True)
    with pytest.raises(ValueError, match="Python objects"):
        SparseIndex.load(tmp_path / "sparse")
