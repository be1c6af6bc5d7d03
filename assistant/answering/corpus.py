"""What the answering stage asks of an index, and nothing more."""

from __future__ import annotations

from dataclasses import replace

from assistant.config import Config
from assistant.retrieval import Retriever
from assistant.schema import AnswerKind, Document, Filters, Hit, Passage, Question

__all__ = ["Corpus"]


class Corpus:
    """An open index as the answering stage sees it.

    Args:
        retriever: The retriever of the index.
    """

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self._reader = retriever.reader

    @property
    def config(self) -> Config:
        """Settings that the index was built with."""
        return self._reader.config

    @property
    def digest(self) -> str:
        """Digest of the index."""
        return self._reader.digest

    @property
    def size(self) -> int:
        """Number of passages."""
        return self._reader.manifest.passages

    def search(self, question: Question, filters: Filters) -> list[Hit]:
        """Return the passages to look for the answer in, best first.

        A question that names a place is also searched among the documents of that place,
        so that many documents of others cannot crowd them out; one after a meaning also for
        the words that state it (“X là”).
        """
        most = self.config.candidates
        hits = self._retriever.search(question, most, filters)
        more: list[Hit] = []
        if question.places and not filters.places:
            local = replace(filters, places=question.places)
            more += self._retriever.search(question, most // 2, local)
        if question.kind is AnswerKind.DEFINITION and question.focus:
            stated = replace(question, query=f"{question.focus} la", marked=False)
            more += self._retriever.search(stated, most // 3, filters)
        known = {hit.passage.id for hit in hits}
        for hit in more:
            if hit.passage.id not in known:
                known.add(hit.passage.id)
                hits.append(replace(hit, rank=most + hit.rank))
        return hits

    def frequency(self, token: str) -> int:
        """Return how many passages hold a folded sparse token."""
        return self._reader.folded[0].frequency(token)

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""
        return self._reader.library.document(document_id)

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document, in order."""
        return self._reader.library.passages_of(document_id)

    def passage_at(self, document_id: str, offset: int) -> Passage | None:
        """Return the passage of a document that holds a character, None when none does."""
        for passage in self.passages_of(document_id):
            if passage.start <= offset < passage.end:
                return passage
        return None
