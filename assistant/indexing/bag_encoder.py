"""The encoder that ships with the package: one learnt vector a unit, added up.

A unit is a folded syllable or a bigram of neighbours, as in the folded sparse field. The
vector of a text is the sum of its units' vectors, each times ``1 + ln tf``, scaled to length
1; a unit's own weight is the length of its vector. The vectors are kept as bytes with one
scale a unit, and stay on disk until a text asks for them, so that a question needs numpy
alone. ``assistant.training`` makes them; ``bag/README.md`` says from what and how good.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError
from assistant.indexing.encoders import unit_rows
from assistant.indexing.tables import TokenTable
from assistant.indexing.vocabulary import map_array
from assistant.vietnamese.tokens import sparse_tokens

__all__ = ["SHIPPED", "BagEncoder", "open_bag", "unit_weights"]

SHIPPED = Path(__file__).with_name("bag")
"""Folder of the model that comes with the package."""

_UNITS = "units.txt"
_ROWS = "rows.npy"
_SCALES = "scales.npy"
_HEADER = "encoder.json"
# Bytes hold −127 to 127, so that a vector and its opposite lose the same.
_LARGEST = 127


class BagEncoder:
    """Sums of the vectors of a text's units.

    Args:
        name: Name that changes when the vectors would.
        units: Units in the order of their vectors, each once.
        rows: Vectors of the units, int8, (units, dimensions).
        scales: What a step of each vector is worth, float32, (units,).
    """

    def __init__(
        self,
        name: str,
        units: Sequence[str],
        rows: NDArray[np.int8],
        scales: NDArray[np.float32],
    ) -> None:
        self._name = name
        self._units = {unit: number for number, unit in enumerate(units)}
        self._rows = rows
        self._scales = scales

    @classmethod
    def quantised(cls, units: Sequence[str], vectors: NDArray[np.float32]) -> BagEncoder:
        """Return the encoder of given vectors, rounded to bytes.

        A vector that was rounded before comes out as it was.

        Args:
            units: Units, each once.
            vectors: Their vectors, float32, (units, dimensions).
        """
        scales = _short(np.abs(vectors).max(axis=1, initial=0) / np.float32(_LARGEST))
        divisors = np.where(scales > 0, scales, np.float32(1))[:, None]
        rows = np.rint(vectors / divisors).astype(np.int8)
        digest = hashlib.sha256("\n".join(units).encode())
        digest.update(rows.tobytes() + scales.tobytes())
        return cls(f"bag#{digest.hexdigest()[:12]}", units, rows, scales)

    @property
    def name(self) -> str:
        """``bag`` with a digest of its vectors."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._rows.shape[1])

    @property
    def units(self) -> list[str]:
        """Units in the order of their vectors."""
        return list(self._units)

    def vectors(self) -> NDArray[np.float32]:
        """Return the vectors of all units, float32, (units, dimensions)."""
        vectors: NDArray[np.float32] = self._rows.astype(np.float32) * self._scales[:, None]
        return vectors

    def places(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the known units of a text, each once, and how much each counts.

        Args:
            text: Any text.

        Returns:
            Places of units, int64, in the order in which the text first has them, and their
            weights, float32; both empty for a text without a known unit.
        """
        counts: Counter[int] = Counter()
        for token in sparse_tokens(text, folded=True):
            if (number := self._units.get(token)) is not None:
                counts[number] += 1
        places = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
        return places, unit_weights(np.fromiter(counts.values(), np.float32, count=len(counts)))

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a passage; zero for a passage without a known unit."""
        return self._encode(texts)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a question; zero for one without a known unit."""
        return self._encode(texts)

    def encode_table(self, table: TokenTable) -> NDArray[np.float32]:
        """Return one unit vector for each text of a folded table, as ``encode_passages`` does.

        Args:
            table: Tokens of the texts, split already.
        """
        known = np.array([self._units.get(token, -1) for token in table.tokens], dtype=np.int64)
        vectors = np.zeros((len(table.texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(table.texts):
            units = known[np.asarray(text, dtype=np.int64)]
            places, counts = np.unique(units[units >= 0], return_counts=True)
            vectors[row] = self._sum(places, unit_weights(counts.astype(np.float32)))
        return unit_rows(vectors)

    def save(self, folder: Path) -> None:
        """Write the encoder into a folder, which is made where it is missing.

        Args:
            folder: The folder; files of another encoder in it are replaced.
        """
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _UNITS).write_bytes("\n".join(self._units).encode())
        np.save(folder / _ROWS, self._rows, allow_pickle=False)
        np.save(folder / _SCALES, self._scales, allow_pickle=False)
        header = {"name": self._name, "units": len(self._units), "dimensions": self.dimensions}
        (folder / _HEADER).write_bytes((json.dumps(header, indent=1) + "\n").encode())

    @classmethod
    def load(cls, folder: Path) -> BagEncoder:
        """Open the encoder of a folder, its vectors memory-mapped.

        Raises:
            ModelError: A file is missing or does not hold what it should.
        """
        try:
            header = json.loads((folder / _HEADER).read_bytes())
            units = (folder / _UNITS).read_bytes().decode().split("\n")
            rows, scales = map_array(folder / _ROWS), map_array(folder / _SCALES)
            shapes = (header["units"], header["dimensions"]), (header["units"],)
            kinds = rows.dtype == np.int8 and scales.dtype == np.float32
            if not kinds or (rows.shape, scales.shape) != shapes or len(units) != len(rows):
                raise ValueError("shape")
            return cls(str(header["name"]), units, rows, scales)
        except (EOFError, OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{folder}: mô hình thiếu tệp hoặc hỏng ({type(error).__name__})."
                " Hãy cài lại chương trình."
            ) from error

    def _encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._sum(*self.places(text))
        return unit_rows(vectors)

    def _sum(self, places: NDArray[np.int64], weights: NDArray[np.float32]) -> NDArray[np.float32]:
        worth = weights * self._scales[places]
        total: NDArray[np.float32] = worth @ self._rows[places].astype(np.float32)
        return total


@lru_cache(maxsize=2)
def open_bag(name: str) -> BagEncoder | None:
    """Return an encoder of this kind, opened once in a process.

    Args:
        name: ``bag`` for the one that comes with the package, or the folder of another that
            ``assistant.training`` made.

    Returns:
        The encoder; None when the name is neither.

    Raises:
        ModelError: Its files are missing or damaged.
    """
    if name == "bag":
        return BagEncoder.load(SHIPPED)
    return BagEncoder.load(Path(name)) if (Path(name) / _HEADER).is_file() else None


def unit_weights(counts: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how much units count that stand so often in a text, ``1 + ln tf``."""
    weights: NDArray[np.float32] = 1 + np.log(counts)
    return weights


def _short(scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return scales rounded up to 12 binary digits.

    A byte times such a number is exact in single precision, so that vectors which were
    rounded once are not changed when they are rounded again.
    """
    fractions, exponents = np.frexp(scales)
    rounded: NDArray[np.float32] = np.ldexp(np.ceil(fractions * 4096) / 4096, exponents)
    return rounded.astype(np.float32)
