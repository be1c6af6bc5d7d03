"""Hybrid search: two sparse fields and one dense, each passage with what it stands in."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.library import Card
from assistant.indexing.reader import IndexReader
from assistant.indexing.sparse import SparseIndex
from assistant.retrieval.filters import passage_mask
from assistant.retrieval.fusion import Leg, combine, normalise, top_rows
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
    """

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
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

        A question typed with tone marks is led by the field that has them, one typed
        without is answered by the folded field alone. A leg whose weight is 0 is not run.

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
        legs = self._legs(question, mask, depth)
        if not legs:
            return []
        ranks = [
            {int(row): rank for rank, row in enumerate(top_rows(leg.scores, depth), start=1)}
            for leg in legs
        ]
        scores = combine(legs)
        rows = self._thin(top_rows(scores, depth), k, per_document)
        passages = self.reader.library.passages([int(row) for row in rows])
        return [
            Hit(
                passage=passage,
                rank=rank,
                score=float(scores[row]),
                ranks=tuple(
                    (leg.name, found[int(row)])
                    for leg, found in zip(legs, ranks, strict=True)
                    if int(row) in found
                ),
            )
            for rank, (row, passage) in enumerate(zip(rows, passages, strict=True), start=1)
        ]

    def _legs(self, question: Question, mask: NDArray[np.bool_] | None, depth: int) -> list[Leg]:
        config = self.reader.config
        dense_weight = config.dense_weight if self.reader.manifest.encoder_kind != "none" else 0.0
        folded_weight = config.folded_weight if question.marked else 1.0
        legs: list[Leg] = []
        for name, weight in (("marked", 1 - folded_weight), ("folded", folded_weight)):
            if weight > 0 and dense_weight < 1:
                fields = self.reader.marked if name == "marked" else self.reader.folded
                scores = self._sparse_scores(fields, question.query, mask)
                legs.append(Leg(name, weight * (1 - dense_weight), scores))
        if dense_weight > 0:
            scores = self._dense_scores(question.query, mask, depth, legs)
            legs.append(Leg("dense", dense_weight, scores))
        return legs

    def _sparse_scores(
        self,
        fields: tuple[SparseIndex, SparseIndex],
        text: str,
        mask: NDArray[np.bool_] | None,
    ) -> NDArray[np.float32]:
        """Return the scores of one field: the passage's own, and its context's."""
        passages, contexts = fields
        own = _masked(passages.scores(text), mask)
        weight = np.float32(self.reader.config.context_weight)
        if weight <= 0:
            return normalise(own)
        around = _masked(contexts.scores(text)[self.reader.contexts], mask)
        both: NDArray[np.float32] = (1 - weight) * normalise(own) + weight * normalise(around)
        return both

    def _dense_scores(
        self, text: str, mask: NDArray[np.bool_] | None, depth: int, legs: list[Leg]
    ) -> NDArray[np.float32]:
        """Return similarities of the nearest passages and of the other legs' best."""
        scores = np.zeros(self.reader.manifest.passages, dtype=np.float32)
        encoder, dense = self.reader.encoder, self.reader.dense
        if encoder is None or dense is None:
            return scores
        vector = encoder.encode_questions([text])[0]
        rows, similarities = dense.search(vector, depth, mask)
        scores[rows] = similarities
        wanted = [top_rows(leg.scores, depth) for leg in legs]
        others = np.setdiff1d(np.concatenate([rows[:0], *wanted]), rows)
        scores[others] = dense.scores(vector, others)
        return normalise(scores)

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


def _masked(scores: NDArray[np.float32], mask: NDArray[np.bool_] | None) -> NDArray[np.float32]:
    return scores if mask is None else np.where(mask, scores, np.float32(0))
