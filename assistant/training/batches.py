"""Batches in which neighbours stand together.

Pairs come in the order of their texts, so that neighbours are articles of one law, or parts
of one page of the encyclopaedia. Drawn by chance, the wrong answers of a batch speak of
something else altogether, and the encoder need learn no more than what law a title is of. In
a stretch of neighbours they speak of the same matter, and what tells an article from the next
must be learnt as well.

Importing this file imports torch, as for ``modules``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized

import numpy as np
from sentence_transformers.base.sampler import DefaultBatchSampler

__all__ = ["NeighbourBatches", "stretches"]

_STRETCH = 32
"""Neighbours in a row; a batch holds sixteen such rows from anywhere."""


class NeighbourBatches(DefaultBatchSampler):  # type: ignore[misc]  # the library is untyped
    """Batches of one source, made of stretches of neighbours; what the Trainer draws from."""

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the rows of each batch; other batches in every epoch, the same for one seed."""
        dataset: Sized = self.sampler
        return stretches(len(dataset), self.batch_size, self.seed + self.epoch)

    def __len__(self) -> int:
        """Return the number of batches, of which none is smaller than the others."""
        return len(self.sampler) // int(self.batch_size)


def stretches(rows: int, batch: int, seed: int, stretch: int = _STRETCH) -> Iterator[list[int]]:
    """Yield full batches of rows, stretches of neighbours in an order drawn by chance.

    Args:
        rows: Number of rows; each is in at most one batch.
        batch: Rows of a batch.
        seed: Decides the order.
        stretch: Neighbours in a row.
    """
    starts = np.arange(0, rows, stretch)
    np.random.default_rng(seed).shuffle(starts)
    drawn = [row for start in starts.tolist() for row in range(start, min(start + stretch, rows))]
    for begin in range(0, rows - batch + 1, batch):
        yield drawn[begin : begin + batch]
