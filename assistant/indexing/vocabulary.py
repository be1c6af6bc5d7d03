"""A sorted list of tokens in two arrays, searched where it lies on disk.

A corpus of 43,000 articles has over a million tokens and bigrams. Read into a dict they
would cost a second and 150 MB before the first question; sorted and searched in a
memory-mapped file they cost nothing to open and some twenty comparisons a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["SortedKeys", "Vocabulary", "map_array"]

_BYTES = "vocabulary-bytes.npy"
_ENDS = "vocabulary-ends.npy"
_NUMBERS = "vocabulary-numbers.npy"

_REMEMBERED = 20_000
"""How many tokens looked for are remembered: a question looks for the same ones many times."""


class SortedKeys:
    """Keys in byte order, searched where they lie.

    Args:
        data: Bytes of all keys, one after another.
        ends: End of each key in ``data``, after a leading 0; one longer than the keys.
    """

    def __init__(
        self, data: NDArray[np.uint8], ends: NDArray[np.int64] | NDArray[np.uint32]
    ) -> None:
        self.ends = ends
        self._data = data.data

    def __len__(self) -> int:
        return len(self.ends) - 1

    @property
    def data(self) -> NDArray[np.uint8]:
        """Bytes of all keys, (bytes,)."""
        return np.frombuffer(self._data, dtype=np.uint8)

    def at(self, place: int) -> bytes:
        """Return the key at a place."""
        return bytes(self._data[self.ends[place] : self.ends[place + 1]])

    def place(self, wanted: bytes) -> int:
        """Return the first place whose key is not before the one wanted."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low


class Vocabulary:
    """Tokens with the number that each was given when it was first seen.

    Args:
        data: UTF-8 bytes of all tokens in byte order, one after another.
        ends: End of each token in ``data``, after a leading 0; one longer than the tokens.
        numbers: Number of each token, in the order of the tokens.
    """

    def __init__(
        self, data: NDArray[np.uint8], ends: NDArray[np.int64], numbers: NDArray[np.int32]
    ) -> None:
        self._keys = SortedKeys(data, ends)
        self._numbers = numbers
        self._known: dict[str, int | None] = {}

    @classmethod
    def build(cls, tokens: Sequence[str]) -> Vocabulary:
        """Return the vocabulary in which each token's number is its place in ``tokens``.

        Args:
            tokens: Tokens, each once.
        """
        encoded = [token.encode() for token in tokens]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        lengths = [0, *(len(encoded[i]) for i in order)]
        joined = b"".join(encoded[i] for i in order)
        return cls(
            np.frombuffer(joined, dtype=np.uint8),
            np.cumsum(lengths, dtype=np.int64),
            np.array(order, dtype=np.int32),
        )

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, token: str) -> int | None:
        """Return the number of a token, or None when no text holds it."""
        if token not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[token] = self._find(token.encode())
        return self._known[token]

    def _find(self, wanted: bytes) -> int | None:
        place = self._keys.place(wanted)
        if place < len(self._keys) and self._keys.at(place) == wanted:
            return int(self._numbers[place])
        return None

    def save(self, folder: Path) -> None:
        """Write the vocabulary into an existing folder."""
        np.save(folder / _BYTES, self._keys.data, allow_pickle=False)
        np.save(folder / _ENDS, self._keys.ends, allow_pickle=False)
        np.save(folder / _NUMBERS, self._numbers, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary:
        """Open the vocabulary of a folder without reading it into memory.

        Raises:
            OSError: A file of it is missing.
            ValueError: A file of it is not an array.
        """
        return cls(
            map_array(folder / _BYTES), map_array(folder / _ENDS), map_array(folder / _NUMBERS)
        )


def map_array(path: Path) -> NDArray[Any]:
    """Return the array of a ``.npy`` file, memory-mapped and read-only.

    Raises:
        OSError: The file is missing.
        ValueError: The file is not an array, or would need unpickling.
    """
    array: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    # A plain view of the mapping: indexing an np.memmap makes a subclass at every step.
    return array.view(np.ndarray)
