"""Hybrid search: by words, each passage with what it stands in, and by meaning."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.library import Card
from assistant.indexing.reader import IndexReader
from assistant.retrieval.filters import passage_mask
from assistant.retrieval.fusion import Leg, combine, normalise, top_rows
from assistant.retrieval.lexical import Lexical, Ranking
from assistant.schema import Filters, Hit, Question

__all__ = ["Retriever"]

# How far down each leg is looked at: far enough that a passage which leads in one leg meets
# its score in the others.
_DEPTH = 200
_DEPTH_PER_HIT = 10


class Retriever:
    """Finds passages for questions in one generation of an index.

    Args:
        reader: The open index.
        ranking: What words are worth; only measurements give another than the default.
    """

    def __init__(self, reader: IndexReader, ranking: Ranking | None = None) -> None:
        self.reader = reader
        self._ranking = ranking or Ranking()
        self._last_mask: tuple[Filters, NDArray[np.bool_] | None] | None = None

    def search(
        self,
        question: Question,
        k: int,
        filters: Filters | None = None,
        *,
        per_document: int | None = None,
    ) -> list[Hit]:
        """Return the passages that come nearest to a question.

        A question typed with tone marks looks for words as they are marked, one typed
        without for all that have the same letters. A leg whose weight is 0 is not run.

        Args:
            question: The question as understood.
            k: How many passages to return at most.
            filters: What the search is held to; nothing when None.
            per_document: Most passages of one document; no limit when None.

        Returns:
            Hits, best first, ties in the order of passages; each with its rank in every
            retriever that found it.
        """
        mask = self._mask(filters or Filters())
        depth = max(_DEPTH, _DEPTH_PER_HIT * k)
        legs = self._legs(question, mask, depth, k)
        if not legs:
            return []
        ranks = [_ranks(leg, depth) for leg in legs]
        best, scores = top_rows(*combine(legs), depth)
        rows = self._thin(best, k, per_document)
        score_of = dict(zip(best.tolist(), scores.tolist(), strict=True))
        passages = self.reader.library.passages(rows.tolist())
        return [
            Hit(
                passage=passage,
                rank=rank,
                score=score_of[row],
                ranks=tuple(
                    (leg.name, found[row])
                    for leg, found in zip(legs, ranks, strict=True)
                    if row in found
                ),
            )
            for rank, (row, passage) in enumerate(
                zip(rows.tolist(), passages, strict=True), start=1
            )
        ]

    def weights(self, question: Question) -> tuple[tuple[str, float], ...]:
        """Return the retrievers that are run for a question, each with its weight.

        Args:
            question: The question as understood.

        Returns:
            Names with weights above 0, which add up to 1; words before meaning.
        """
        has_vectors = self.reader.manifest.encoder_kind != "none"
        dense = self.reader.config.dense_weight if has_vectors else 0.0
        by_words = "marked" if question.marked else "folded"
        return tuple((name, w) for name, w in ((by_words, 1 - dense), ("dense", dense)) if w > 0)

    def _legs(
        self, question: Question, mask: NDArray[np.bool_] | None, depth: int, k: int
    ) -> list[Leg]:
        legs: list[Leg] = []
        for name, weight in self.weights(question):
            if name == "dense":
                known = top_rows(legs[0].rows, legs[0].scores, depth)[0] if legs else None
                legs.append(self._dense_leg(question.query, mask, depth, weight, known))
            else:
                lexical = Lexical(self.reader.sparse, self.reader.config, self._ranking)
                rows, scores = lexical.search(question.query, question.marked, k, mask)
                legs.append(Leg(name, weight, rows, scores))
        return legs

    def _dense_leg(
        self,
        text: str,
        mask: NDArray[np.bool_] | None,
        depth: int,
        weight: float,
        known: NDArray[np.int64] | None,
    ) -> Leg:
        """Return the similarities of the nearest passages and of those known already."""
        nothing = np.zeros(0, dtype=np.int64)
        encoder, dense = self.reader.encoder, self.reader.dense
        if encoder is None or dense is None:
            return Leg("dense", weight, nothing, nothing.astype(np.float32))
        vector = encoder.encode_questions([text])[0]
        rows, similarities = dense.search(vector, depth, mask)
        others = np.setdiff1d(nothing if known is None else known, rows)
        scores = np.concatenate([similarities, dense.scores(vector, others)])
        return Leg("dense", weight, np.concatenate([rows, others]), normalise(scores))

    def _thin(self, rows: NDArray[np.int64], k: int, per_document: int | None) -> NDArray[np.int64]:
        """Return the first k rows, with at most so many of one document."""
        if per_document is None:
            return rows[:k]
        taken: dict[int, int] = {}
        kept: list[int] = []
        for row in rows.tolist():
            document = int(np.searchsorted(self._document_ends, row, side="right"))
            taken[document] = taken.get(document, 0) + 1
            if taken[document] <= per_document:
                kept.append(row)
            if len(kept) == k:
                break
        return np.array(kept, dtype=np.int64)

    def _mask(self, filters: Filters) -> NDArray[np.bool_] | None:
        """Return the mask of filters; those of a page stay the same over many questions."""
        last = self._last_mask
        if last is None or last[0] != filters:
            last = (filters, passage_mask(filters, self.cards) if filters != Filters() else None)
            self._last_mask = last
        return last[1]

    @cached_property
    def cards(self) -> list[Card]:
        """What is known of each document, in order."""
        return self.reader.library.cards()

    @cached_property
    def _document_ends(self) -> NDArray[np.int64]:
        """One past the last row of each document."""
        return np.cumsum([card.passages for card in self.cards], dtype=np.int64)


def _ranks(leg: Leg, depth: int) -> dict[int, int]:
    rows, _ = top_rows(leg.rows, leg.scores, depth)
    return {row: rank for rank, row in enumerate(rows.tolist(), start=1)}
