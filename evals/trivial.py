"""Answers that take no thought, so that every other number has a scale."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assistant.schema import Answer, Citation, Document, Passage, Span, Status
from assistant.vietnamese.sentences import sentences
from assistant.vietnamese.tokens import sparse_tokens
from evals.running import Asked, Result
from evals.scoring import score

__all__ = ["TfidfSentences", "trivial_rows"]


class TfidfSentences:
    """The sentence of some documents that is nearest to a question, by cosine of TF-IDF.

    Weights are those that scikit-learn's ``TfidfVectorizer`` has by default: raw counts,
    ``ln((1 + n) / (1 + df)) + 1``, vectors of length 1. Tokens are those of the sparse index.

    Args:
        documents: Where to look.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self._places = [
            (document, span) for document in documents for span in sentences(document.text)
        ]
        counts = [Counter(_tokens(span.of(document.text))) for document, span in self._places]
        holding = Counter(token for count in counts for token in count)
        self._idf = {
            token: math.log((1 + len(counts)) / (1 + df)) + 1 for token, df in holding.items()
        }
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, count in enumerate(counts):
            weights = {token: number * self._idf[token] for token, number in count.items()}
            length = math.sqrt(sum(weight**2 for weight in weights.values()))
            for token, weight in weights.items():
                self._postings[token].append((row, weight / length))

    def best(self, question: str) -> tuple[Document, Span] | None:
        """Return the nearest sentence, the first of equals; None when no token is shared."""
        scores = np.zeros(len(self._places))
        for token, number in Counter(_tokens(question)).items():
            for row, weight in self._postings.get(token, ()):
                scores[row] += number * self._idf[token] * weight
        if not scores.any():
            return None
        return self._places[int(scores.argmax())]


def trivial_rows(
    results: Sequence[Result], assistant: Asked, documents: Sequence[Document]
) -> dict[str, list[Result]]:
    """Return what would be right if the same questions were answered without thought.

    Neither a passage nor a sentence is a short answer, so these rows speak of facts,
    evidence and citations. ``refuse`` never answers; ``first passage`` reads out what the
    search puts first, ``best tf-idf`` the nearest sentence of all documents.

    Args:
        results: What the assistant answered; its searches are used again.
        assistant: Holds the documents.
        documents: All documents.
    """
    nearest = TfidfSentences(documents)
    rows: dict[str, list[Result]] = {"refuse": [], "first passage": [], "best tf-idf": []}
    for result in results:
        silent = replace(
            result.answer, status=Status.NOT_FOUND, short=None, text="", citations=(), figures=()
        )
        hit = result.found.first
        first = hit and (
            assistant.document(hit.passage.document_id),
            Span(hit.passage.start, hit.passage.end),
        )
        for name, place in (
            ("refuse", None),
            ("first passage", first),
            ("best tf-idf", nearest.best(result.gold.question)),
        ):
            answer = _read_out(silent, *place) if place else silent
            verdict = score(result.gold, answer, assistant.document)
            rows[name].append(replace(result, answer=answer, verdict=verdict))
    return rows


def _read_out(silent: Answer, document: Document, span: Span) -> Answer:
    """Return an answer that is a span of a document, each sentence of it cited."""
    quoted = sentences(document.text, span.start, span.end)
    passage = Passage("trivial", document.id, span.start, span.end, (), None, "", "")
    return replace(
        silent,
        status=Status.FULL,
        text=" ".join(f"{' '.join(one.of(document.text).split())} [1]" for one in quoted),
        citations=(Citation(1, document, passage, "", None, span.start, span.end),),
    )


def _tokens(text: str) -> list[str]:
    return sparse_tokens(text, folded=False)
