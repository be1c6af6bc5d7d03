"""Which texts hold a token and how often, for all tokens, in three arrays.

Texts are numbered in order, so the texts of a token ascend. They are kept in blocks of 65,536,
within which a number takes two bytes; a count takes one (a token that stands 255 times in a
text is as good as one that stands there more often).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.vocabulary import map_array

__all__ = ["Postings", "smallest"]

_MOST = 255
_BLOCK_BITS = 16


class Postings:
    """Rows and counts of each token.

    Args:
        starts: Start of each token in the other two, block by block, and the end of the last
            of each block, (blocks, tokens + 1).
        rows: Texts that hold it, from the first of the block, ascending within a token.
        counts: How often each does, at most 255.
    """

    def __init__(
        self,
        starts: NDArray[np.unsignedinteger],
        rows: NDArray[np.uint16],
        counts: NDArray[np.uint8],
    ) -> None:
        self._starts = starts
        self._rows = rows
        self._counts = counts

    @classmethod
    def build(
        cls,
        tokens: NDArray[np.int64],
        rows: NDArray[np.int32],
        counts: NDArray[np.int32],
        size: int,
    ) -> Postings:
        """Return the postings of triplets, each pair of token and row once.

        Args:
            tokens: Number of the token, (postings,).
            rows: Number of the text, (postings,), ascending for each token.
            counts: How often the text holds it, (postings,).
            size: Number of tokens.
        """
        blocks = rows >> _BLOCK_BITS
        count = int(blocks.max(initial=0)) + 1
        starts = np.zeros((count, size + 1), dtype=np.int64)
        kept_rows, kept_counts, done = [], [], 0
        for block in range(count):
            here = np.flatnonzero(blocks == block)
            here = here[np.argsort(tokens[here], kind="stable")]
            held = np.bincount(tokens[here], minlength=size)
            starts[block] = done + np.concatenate([[0], np.cumsum(held)])
            kept_rows.append((rows[here] - (block << _BLOCK_BITS)).astype(np.uint16))
            kept_counts.append(np.minimum(counts[here], _MOST).astype(np.uint8))
            done += len(here)
        return cls(smallest(starts), np.concatenate(kept_rows), np.concatenate(kept_counts))

    def __len__(self) -> int:
        return int(self._starts.shape[1]) - 1

    def of(self, tokens: Iterable[int]) -> list[tuple[NDArray[np.intp], NDArray[np.uint8]]]:
        """Return rows and counts of tokens, in parts in which a row stands at most once."""
        found = []
        for token in tokens:
            for block, (begin, end) in enumerate(self._starts[:, token : token + 2].tolist()):
                if begin < end:
                    rows = self._rows[begin:end].astype(np.intp)
                    if block:
                        rows += block << _BLOCK_BITS
                    found.append((rows, self._counts[begin:end]))
        return found

    def save(self, folder: Path, name: str) -> None:
        """Write the arrays into an existing folder, their files beginning with a name."""
        for part in ("starts", "rows", "counts"):
            path = folder / f"{name}-{part}.npy"
            np.save(path, getattr(self, f"_{part}"), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str) -> Postings:
        """Open the arrays of a folder, memory-mapped.

        Raises:
            OSError: A file is missing.
            ValueError: A file is not an array.
        """
        starts, rows, counts = (
            map_array(folder / f"{name}-{part}.npy") for part in ("starts", "rows", "counts")
        )
        return cls(starts, rows, counts)


def smallest(numbers: NDArray[np.integer]) -> NDArray[np.unsignedinteger]:
    """Return numbers from 0 up in the smallest unsigned type that holds them all."""
    kind = np.min_scalar_type(int(numbers.max(initial=0)))
    small: NDArray[np.unsignedinteger] = numbers.astype(kind)
    return small
