"""The syllables of a corpus, sorted so that those with the same letters stand together.

Ordered by the form without marks first, all spellings of one form are a range: a question
typed without marks looks up “chuyen” and has chuyên, chuyến, chuyền, chuyển and chuyện at
once. So one set of postings serves both kinds of question.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.vocabulary import SortedKeys, map_array
from assistant.vietnamese.normalise import fold

__all__ = ["Lexicon"]

_BYTES = "lexicon-bytes.npy"
_ENDS = "lexicon-ends.npy"

_REMEMBERED = 20_000
"""How many forms looked for are remembered: a question looks for the same ones many times."""


class Lexicon:
    """Forms with their numbers, which follow the order of the unmarked form, then the form.

    Args:
        data: UTF-8 bytes of all keys, one after another.
        ends: End of each key in ``data``, after a leading 0; one longer than the forms.
    """

    def __init__(self, data: NDArray[np.uint8], ends: NDArray[np.uint32]) -> None:
        self._keys = SortedKeys(data, ends)
        self._known: dict[str, tuple[int | None, int, int]] = {}

    @classmethod
    def build(cls, forms: Iterable[str]) -> tuple[Lexicon, NDArray[np.int32]]:
        """Return the lexicon of forms, and the number that each was given.

        Args:
            forms: Forms, each once.
        """
        keys = [_key(form) for form in forms]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        numbers = np.zeros(len(keys), dtype=np.int32)
        numbers[order] = np.arange(len(keys), dtype=np.int32)
        ends = np.cumsum([0, *(len(keys[place]) for place in order)], dtype=np.uint32)
        joined = b"".join(keys[place] for place in order)
        return cls(np.frombuffer(joined, dtype=np.uint8), ends), numbers

    def __len__(self) -> int:
        return len(self._keys)

    def exact(self, form: str) -> int | None:
        """Return the number of a form, None when no text holds it."""
        return self._look_up(form)[0]

    def alike(self, form: str) -> tuple[int, int]:
        """Return the first number of the forms with the same letters, and one past the last."""
        return self._look_up(form)[1:]

    def form(self, number: int) -> str:
        """Return a form by its number."""
        return self._keys.at(number).split(b"\0", 1)[1].decode()

    def forms(self) -> list[str]:
        """Return all forms, in order of their numbers."""
        return [self.form(number) for number in range(len(self))]

    def groups(self) -> NDArray[np.int32]:
        """Return for each form the number of its unmarked form, int32, never falling."""
        heads = [self._keys.at(n).split(b"\0", 1)[0] for n in range(len(self))]
        fresh = [n > 0 and head != heads[n - 1] for n, head in enumerate(heads)]
        return np.cumsum(fresh, dtype=np.int32) if fresh else np.zeros(0, dtype=np.int32)

    def _look_up(self, form: str) -> tuple[int | None, int, int]:
        if form not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            key = _key(form)
            head = key[: key.index(b"\0")]
            first, last = self._keys.place(head + b"\0"), self._keys.place(head + b"\1")
            place = self._keys.place(key)
            found = place if place < last and self._keys.at(place) == key else None
            self._known[form] = (found, first, last)
        return self._known[form]

    def save(self, folder: Path) -> None:
        """Write the lexicon into an existing folder."""
        np.save(folder / _BYTES, self._keys.data, allow_pickle=False)
        np.save(folder / _ENDS, self._keys.ends, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """Open the lexicon of a folder without reading it into memory.

        Raises:
            OSError: A file of it is missing.
            ValueError: A file of it is not an array.
        """
        return cls(map_array(folder / _BYTES), map_array(folder / _ENDS))


def _key(form: str) -> bytes:
    return f"{fold(form)}\0{form}".encode()
