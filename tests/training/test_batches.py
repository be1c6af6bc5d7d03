"""Batches of neighbours."""

from __future__ import annotations

import pytest

pytest.importorskip("sentence_transformers")

from assistant.training.batches import NeighbourBatches, stretches


def test_batches_are_made_of_whole_stretches() -> None:
    batches = list(stretches(40, 8, seed=7, stretch=4))
    assert len(batches) == 5
    for batch in batches:
        for begin in (0, 4):
            first = batch[begin]
            assert first % 4 == 0
            assert batch[begin : begin + 4] == [first, first + 1, first + 2, first + 3]
    assert sorted(row for batch in batches for row in batch) == list(range(40))


def test_a_batch_that_would_not_be_full_is_left_out() -> None:
    batches = list(stretches(11, 4, seed=7, stretch=2))
    assert [len(batch) for batch in batches] == [4, 4]
    rows = [row for batch in batches for row in batch]
    assert len(set(rows)) == 8
    assert set(rows) <= set(range(11))


def test_an_epoch_is_drawn_anew_and_a_seed_the_same() -> None:
    def drawn(seed: int, epoch: int) -> list[list[int]]:
        sampler = NeighbourBatches(range(200), batch_size=50, drop_last=True, seed=seed)
        sampler.set_epoch(epoch)
        assert len(sampler) == 4
        return list(sampler)

    assert drawn(7, 0) == drawn(7, 0)
    assert drawn(7, 0) != drawn(7, 1)
    assert drawn(7, 0) != drawn(8, 0)
