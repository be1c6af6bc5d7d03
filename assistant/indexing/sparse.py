"""BM25 over syllables and bigrams, one field at a time.

The engine is bm25s in its Lucene variant (Kamphuis et al. 2020): the score of every token
in every text is computed once, when the index is built, and kept as a sparse matrix by
column. A question then costs the sum of the columns of its tokens, which numpy does, so
that bm25s (which pulls scipy in) is not imported to answer.

    score(q, d) = Σ_{t in q} idf(t) · tf(t, d) / (tf(t, d) + k1 · (1 − b + b · |d| / avg|d|))
    idf(t)      = ln(1 + (N − df(t) + 0.5) / (df(t) + 0.5))

The sum runs over the tokens of the question as often as they stand in it, as in the
standard formula with an unsaturated question side.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.tables import TokenTable
from assistant.indexing.vocabulary import Vocabulary, map_array
from assistant.vietnamese.tokens import sparse_tokens

__all__ = ["SparseIndex"]


class SparseIndex:
    """One BM25 field.

    Args:
        folded: Whether the field is without tone marks.
        vocabulary: Tokens with their columns.
        scores: Scores of all columns, one after another, float32.
        rows: Row of each score, int32, ascending within a column.
        starts: Start of each column in ``scores``, and the end of the last, int64.
        count: Number of texts.
    """

    def __init__(
        self,
        folded: bool,
        vocabulary: Vocabulary,
        scores: NDArray[np.float32],
        rows: NDArray[np.int32],
        starts: NDArray[np.int64],
        count: int,
    ) -> None:
        self.folded = folded
        self.count = count
        self._vocabulary = vocabulary
        self._scores = scores
        self._rows = rows
        self._starts = starts

    @classmethod
    def build(cls, texts: Sequence[str], folded: bool, k1: float, b: float) -> SparseIndex:
        """Index texts as one field.

        Args:
            texts: One text a passage.
            folded: Whether tone marks are removed.
            k1: Term saturation.
            b: Length normalisation in [0, 1].
        """
        return cls.from_table(TokenTable.read(texts, folded=folded), k1, b)

    @classmethod
    def from_table(cls, table: TokenTable, k1: float, b: float) -> SparseIndex:
        """Index texts that are split already; arguments as for ``build``."""
        vocabulary = Vocabulary.build(table.tokens)
        count = len(table.texts)
        if not table.tokens:
            nothing = np.zeros(0, dtype=np.float32)
            starts = np.zeros(1, dtype=np.int64)
            return cls(table.folded, vocabulary, nothing, nothing.astype(np.int32), starts, count)
        import bm25s  # build time alone; it imports scipy where that is installed

        engine = bm25s.BM25(method="lucene", k1=k1, b=b, backend="numpy", csc_backend="numpy")
        places = {token: place for place, token in enumerate(table.tokens)}
        engine.index((table.texts, places), create_empty_token=False, show_progress=False)
        matrix = engine.scores
        return cls(
            table.folded,
            vocabulary,
            np.asarray(matrix["data"], dtype=np.float32),
            np.asarray(matrix["indices"], dtype=np.int32),
            np.asarray(matrix["indptr"], dtype=np.int64),
            count,
        )

    def scores(self, text: str) -> NDArray[np.float32]:
        """Return the BM25 score of every passage for a question.

        Args:
            text: The question.

        Returns:
            Scores, float32, shape (passages,); 0 where no token is shared.
        """
        total = np.zeros(self.count, dtype=np.float32)
        for column in self.columns(text):
            rows, scores = self.column(column)
            total[rows] += scores  # a row stands once in a column, so no add.at is needed
        return total

    def columns(self, text: str) -> list[int]:
        """Return the columns of a question's tokens, as often as they stand in it."""
        numbers = map(self._vocabulary.number, sparse_tokens(text, folded=self.folded))
        return [number for number in numbers if number is not None]

    def frequency(self, token: str) -> int:
        """Return how many texts hold a token of this field."""
        number = self._vocabulary.number(token)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def column(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return the rows, ascending, and the scores of one token."""
        part = slice(int(self._starts[number]), int(self._starts[number + 1]))
        return self._rows[part], self._scores[part]

    def save(self, folder: Path) -> None:
        """Write the field into a folder, which is made."""
        folder.mkdir(parents=True)
        for name in ("scores", "rows", "starts"):
            np.save(folder / f"{name}.npy", getattr(self, f"_{name}"), allow_pickle=False)
        self._vocabulary.save(folder)
        header = {"folded": self.folded, "count": self.count}
        (folder / "field.json").write_text(json.dumps(header), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> SparseIndex:
        """Open the field of a folder, its arrays memory-mapped.

        Raises:
            OSError: A file of it is missing.
            ValueError: A file of it does not hold what it should.
            KeyError: The header lacks a value.
        """
        header = json.loads((folder / "field.json").read_text(encoding="utf-8"))
        scores, rows, starts = (
            map_array(folder / f"{name}.npy") for name in ("scores", "rows", "starts")
        )
        vocabulary = Vocabulary.load(folder)
        return cls(header["folded"], vocabulary, scores, rows, starts, header["count"])
