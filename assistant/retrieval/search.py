"""Hybrid search: by words, each passage with what it stands in, and by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.dense import FEW
from assistant.indexing.library import Card
from assistant.indexing.reader import IndexReader
from assistant.retrieval.filters import passage_mask
from assistant.retrieval.fusion import DECIMALS, Leg, combine, top_rows
from assistant.retrieval.lexical import Lexical, Ranking
from assistant.retrieval.lots import Lots
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
        if k <= 0:
            return []
        mask = self._mask(filters or Filters())
        depth = max(_DEPTH, _DEPTH_PER_HIT * k)
        for legs in self._attempts(question, mask, depth, k):
            drawn, together = combine(legs)
            lifted = self._lots.lift(self._documents_of(drawn), together)
            best, scores = top_rows(drawn, lifted, depth)
            rows = self._thin(best, k, per_document)
            score_of = dict(zip(best.tolist(), scores.tolist(), strict=True))
            beyond = legs[-1].weight * float(legs[-1].scores.max(initial=0))
            if len(rows) == k and score_of[int(rows[-1])] > self._lots.highest(beyond):
                break
        ranks = [_ranks(leg, depth) for leg in legs]
        passages = self.reader.library.passages(rows.tolist())
        return [
            Hit(
                passage=passage,
                rank=rank,
                # The best is 1 whatever the encoder knows of the matter, as answers expect.
                score=round(score_of[row] / score_of[int(rows[0])], DECIMALS),
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

    def _attempts(
        self, question: Question, mask: NDArray[np.bool_] | None, depth: int, k: int
    ) -> Iterator[list[Leg]]:
        """Yield the legs to rank by; more thorough ones where these may have missed a hit.

        What words do not draw has a similarity alone, and next to never a greater one than all
        that they did. Where k passages are worth more than that, none of the many other vectors
        is looked at.

        Similarities count as they are, and not as shares of the best: one of .8 says that the
        encoder knows the matter, where the best of a question on something else is .5.
        """
        weights = dict(self.weights(question))
        dense_weight = weights.pop("dense", 0.0)
        legs: list[Leg] = []
        for name, weight in weights.items():
            lexical = Lexical(self.reader.sparse, self.reader.config, self._ranking)
            rows, scores = lexical.search(question.query, question.marked, k, mask)
            legs.append(Leg(name, weight, rows, scores))
        if (
            dense_weight == 0
            or (encoder := self.reader.encoder) is None
            or (dense := self.reader.dense) is None
        ):
            yield legs
            return
        vector = encoder.encode_questions([question.query])[0]
        if legs and dense.count > FEW:
            near = np.maximum(dense.scores(vector, legs[0].rows), 0)
            yield [*legs, Leg("dense", dense_weight, legs[0].rows, near)]
        rows, similarities = dense.search(vector, depth, mask)
        known = top_rows(legs[0].rows, legs[0].scores, depth)[0] if legs else rows
        others = np.setdiff1d(known, rows)
        near = np.maximum(np.concatenate([similarities, dense.scores(vector, others)]), 0)
        yield [*legs, Leg("dense", dense_weight, np.concatenate([rows, others]), near)]

    def _thin(self, rows: NDArray[np.int64], k: int, per_document: int | None) -> NDArray[np.int64]:
        """Return the first k rows, with at most so many of one document."""
        if per_document is None:
            return rows[:k]
        taken: dict[int, int] = {}
        kept: list[int] = []
        for row, document in zip(rows.tolist(), self._documents_of(rows).tolist(), strict=True):
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
    def _lots(self) -> Lots:
        """Lines of a corpus that are parts of one document."""
        return Lots([card.title for card in self.cards])

    def _documents_of(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of each row's document."""
        return np.searchsorted(self._document_ends, rows, side="right")

    @cached_property
    def _document_ends(self) -> NDArray[np.int64]:
        """One past the last row of each document."""
        return np.cumsum([card.passages for card in self.cards], dtype=np.int64)


def _ranks(leg: Leg, depth: int) -> dict[int, int]:
    rows, _ = top_rows(leg.rows, leg.scores, depth)
    return {row: rank for rank, row in enumerate(rows.tolist(), start=1)}
