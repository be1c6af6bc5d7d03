"""FAISS against numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.indexing import dense
from assistant.indexing.dense import DenseIndex
from assistant.indexing.encoders import unit_rows


def vectors(count: int, seed: int = 7) -> np.ndarray:
    return unit_rows(np.random.default_rng(seed).standard_normal((count, 16)).astype(np.float32))


def by_numpy(
    passages: np.ndarray, question: np.ndarray, rows: np.ndarray, k: int
) -> list[tuple[int, float]]:
    scores = np.round(passages[rows].astype(np.float64) @ question.astype(np.float64), 4)
    order = sorted(zip(rows.tolist(), scores.tolist(), strict=True), key=lambda p: (-p[1], p[0]))
    return order[:k]


@pytest.mark.parametrize("masked", [False, True])
def test_neighbours_are_those_of_numpy(masked: bool) -> None:
    passages, questions = vectors(300), vectors(20, seed=8)
    mask = np.arange(300) % 3 == 1 if masked else None
    rows = np.flatnonzero(mask) if mask is not None else np.arange(300)
    index = DenseIndex.build(passages)
    for question in questions:
        found, scores = index.search(question, 10, mask)
        expected = by_numpy(passages, question, rows, 10)
        assert found.tolist() == [row for row, _ in expected]
        assert scores.tolist() == pytest.approx([score for _, score in expected], abs=1.1e-4)


def test_ties_are_in_the_order_of_rows() -> None:
    passages = np.repeat(vectors(2), 4, axis=0)
    found, scores = DenseIndex.build(passages).search(passages[4], 8)
    assert found.tolist() == [4, 5, 6, 7, 0, 1, 2, 3]
    assert len(set(scores[:4].tolist())) == 1


def test_scores_of_given_rows_are_those_of_the_search() -> None:
    passages = vectors(50)
    index = DenseIndex.build(passages)
    rows, scores = index.search(passages[3], 50)
    assert index.scores(passages[3], rows).tolist() == pytest.approx(scores.tolist(), abs=1.1e-4)
    assert scores[0] == 1.0
    assert index.scores(passages[3], rows[:0]).shape == (0,)


@pytest.mark.parametrize("masked", [False, True])
def test_bytes_are_compared_exactly(masked: bool) -> None:
    passages, questions = vectors(300), vectors(20, seed=8)
    mask = np.arange(300) % 3 == 1 if masked else None
    rows = np.flatnonzero(mask) if mask is not None else np.arange(300)
    index = DenseIndex.build(passages, rounded=True)
    # Four times the mean component is 1 where there are sixteen of them.
    steps = np.rint(passages * 127 / (4 / 4)).astype(np.int64)
    np.testing.assert_allclose(index.vectors(np.arange(300)), steps / 127, atol=1e-6)
    for question in questions:
        step = np.abs(question).max() / 127
        exact = steps @ np.rint(question / step).astype(np.int64) * float(step) / 127
        found, scores = index.search(question, 10, mask)
        best = sorted(rows.tolist(), key=lambda row: (-round(float(exact[row]), 4), row))[:10]
        assert found.tolist() == best
        assert scores.tolist() == pytest.approx(exact[best].tolist(), abs=1.1e-4)
        assert index.scores(question, found).tolist() == scores.tolist()
        assert scores.tolist() == pytest.approx((passages[best] @ question).tolist(), abs=0.02)


def test_where_there_are_many_they_are_half_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    passages, questions = vectors(300), vectors(20, seed=8)
    monkeypatch.setattr(dense, "FEW", 299)
    index = DenseIndex.build(passages, rounded=True)
    # From −3/4 to 3/4 where there are sixteen components, in fifteen steps of .1.
    middles = (np.floor((passages + 0.75) / 0.1).clip(0, 14) + 0.5) * 0.1 - 0.75
    inside = np.abs(passages) < 0.75
    assert inside.mean() > 0.99
    np.testing.assert_allclose(index.vectors(np.arange(300))[inside], middles[inside], atol=1e-6)
    flat = DenseIndex.build(passages)
    kept = [
        len(np.intersect1d(index.search(question, 10)[0], flat.search(question, 10)[0]))
        for question in questions
    ]
    assert np.mean(kept) >= 8.5
    found, scores = index.search(questions[0], 300)
    assert index.scores(questions[0], found).tolist() == pytest.approx(scores.tolist(), abs=1.1e-4)


def test_half_bytes_take_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def size(few: int) -> int:
        monkeypatch.setattr(dense, "FEW", few)
        DenseIndex.build(vectors(1000), rounded=True).save(tmp_path / "dense.faiss")
        assert DenseIndex.load(tmp_path / "dense.faiss").count == 1000
        return (tmp_path / "dense.faiss").stat().st_size

    assert size(999) / size(1000) == pytest.approx(1 / 2, abs=0.01)


def test_bytes_are_saved_and_a_zero_question_finds_nothing_near(tmp_path: Path) -> None:
    built = DenseIndex.build(vectors(5), rounded=True)
    built.save(tmp_path / "dense.faiss")
    loaded = DenseIndex.load(tmp_path / "dense.faiss")
    np.testing.assert_array_equal(loaded.vectors(np.arange(5)), built.vectors(np.arange(5)))
    assert loaded.search(np.zeros(16, dtype=np.float32), 5)[1].tolist() == [0] * 5


def test_a_mask_that_admits_nothing_finds_nothing() -> None:
    rows, scores = DenseIndex.build(vectors(5)).search(vectors(1)[0], 3, np.zeros(5, dtype=bool))
    assert rows.tolist() == scores.tolist() == []


def test_it_is_saved_under_a_vietnamese_name(tmp_path: Path) -> None:
    path = tmp_path / "Chỉ mục" / "dense.faiss"
    path.parent.mkdir()
    DenseIndex.build(vectors(5)).save(path)
    loaded = DenseIndex.load(path)
    assert (loaded.count, loaded.dimensions) == (5, 16)
    np.testing.assert_array_equal(loaded.vectors(np.arange(5)), vectors(5))


def test_another_file_is_no_index(tmp_path: Path) -> None:
    path = tmp_path / "dense.faiss"
    path.write_bytes(b"not an index at all")
    with pytest.raises(ValueError, match="not a FAISS index"):
        DenseIndex.load(path)
