"""What the answering stage asks of an index, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.evidence import documents_named, numbers_of
from assistant.config import Config
from assistant.retrieval import Retriever, analyse, mend
from assistant.retrieval.parts import content_of, cut
from assistant.schema import (
    AnswerKind,
    CitedFigure,
    Document,
    FigureSource,
    Filters,
    Hit,
    Passage,
    Question,
    Span,
    Task,
)
from assistant.vietnamese.abbreviations import ABBREVIATIONS, defined_abbreviations
from assistant.vietnamese.document_numbers import (
    KIND_SIGNS,
    DocumentNumber,
    any_match,
    named_documents,
)
from assistant.vietnamese.places import NATION, PlaceMention, places

__all__ = ["Corpus"]

_SHORT = re.compile(r"(?<![\w/-])[A-ZĐ]{2,8}(?![\w/-])")
_OF_EACH = 4
"""Most passages of one document among those of a place, so that one on the very subject does not
crowd out the resolution that it reports."""

_LOOKED_INTO = 3
"""In how many documents the figures are looked through for what is counted."""

_DEFINING = 20
"""How many passages that hold an abbreviation are looked through for its meaning."""


def _may_lean(question: Question) -> bool:
    """Tell whether a question that stands by itself came after another one."""
    return bool(question.history) and not question.read_otherwise


class Corpus:
    """An open index as the answering stage sees it.

    Args:
        retriever: The retriever of the index.
    """

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self._reader = retriever.reader
        self._defined: dict[str, str] = {}
        self._last_named: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

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

    def understand(self, text: str) -> Question:
        """Read a question that answers part of another, such as one side of a comparison."""
        return replace(mend(analyse(text), self.frequency), sides=())

    def search(self, question: Question, filters: Filters) -> list[Hit]:
        """Return the passages to look for the answer in, best first.

        A question that names a place or documents is also searched among those of that place,
        and among those documents, so that many others cannot crowd them out; one after a
        meaning also for the words that state it (“X là”).
        """
        most = self.config.candidates
        hits = self._retriever.search(question, most, filters)
        more: list[Hit] = []
        for words in self.defined_in(question).values():
            spelt = replace(question, query=f"{question.query} {words}")
            more += self._retriever.search(spelt, most // 3, filters)
        if question.places and not filters.places:
            local = replace(filters, places=question.places)
            bare = _without(question, places(question.query))
            more += self._retriever.search(bare, most * 2 // 3, local, per_document=_OF_EACH)
            nation = replace(filters, places=(NATION,))
            more += self._retriever.search(question, most // 3, nation, per_document=_OF_EACH)
        named = self._named(question) if not filters.documents else ()
        if named:
            own = replace(filters, documents=named)
            bare = _without(question, named_documents(question.query))
            more += self._retriever.search(bare, most // 3, own)
        if question.kind is AnswerKind.DEFINITION and question.focus:
            stated = replace(question, query=f"{question.focus} la", marked=False)
            more += self._retriever.search(stated, most // 3, filters)
        if _may_lean(question):
            leaning = replace(question, query=f"{question.query} {question.history[-1]}")
            more += self._retriever.search(leaning, most // 3, filters)
        more += self._of_figures(question, [*hits, *more])
        known = {hit.passage.id for hit in hits}
        for hit in more:
            if hit.passage.id not in known:
                known.add(hit.passage.id)
                hits.append(replace(hit, rank=most + hit.rank))
        return hits

    def _of_figures(self, question: Question, hits: Sequence[Hit]) -> list[Hit]:
        """Return the passages with figures of just what is counted, in the documents found.

        “Có mấy phường?” asks for the one passage of a document that counts them, which says no
        more of them than all its others do; its figures tell what each of them counts.
        """
        wanted = {part for term in question.terms for part in term.split("_")}
        if question.kind is not AnswerKind.FIGURE or not question.focus or not wanted:
            return []
        found: list[Passage] = []
        for document_id in list(dict.fromkeys(h.passage.document_id for h in hits))[:_LOOKED_INTO]:
            places = [
                figure.value_span.start
                for figure in self._reader.library.figures_of(document_id)
                if figure.key in question.focus and {*figure.key.split()} <= wanted and figure.key
            ]
            if places:
                found += [
                    passage
                    for passage in self.passages_of(document_id)
                    if any(passage.start <= place < passage.end for place in places)
                ]
        return [Hit(passage, rank, 0.0) for rank, passage in enumerate(found[:_OF_EACH], start=1)]

    def weights(self, question: Question) -> tuple[tuple[str, float], ...]:
        """Return the retrievers that are run for a question, each with its weight."""
        return self._retriever.weights(question)

    def _named(self, question: Question) -> tuple[str, ...]:
        """Return the ids of the documents that a question names by number.

        They are kept for the next search, since a question is mostly searched several times.
        """
        numbers, ids = self._last_named
        if numbers != question.numbers:
            wanted = documents_named(question.numbers)
            ids = tuple(
                card.id
                for card in self._retriever.cards
                # To look for the digits first spares reading thousands of other numbers.
                if any(one.number in f"{card.number} {card.path}" for one in wanted)
                and any_match(numbers_of(card), wanted)
            )
            self._last_named = (question.numbers, ids)
        return ids

    def before(self, question: Question) -> Question | None:
        """Return the question before one that stands by itself, None where there is none.

        What was spoken of tells which of several sentences is meant; it binds nothing, since
        the new question may be on another topic.
        """
        return self.understand(question.history[-1]) if _may_lean(question) else None

    def defined_in(self, question: Question) -> dict[str, str]:
        """Return the words of each abbreviation of a question that only the documents define.

        “Trung tâm điều hành thông minh (IOC)” in any passage defines IOC for the whole corpus;
        those in common use are written out before the search.
        """
        found: dict[str, str] = {}
        for short in dict.fromkeys(_SHORT.findall(question.query)):
            if short in ABBREVIATIONS or short in KIND_SIGNS or question.query.isupper():
                continue
            if short not in self._defined:
                self._defined[short] = self._definition(question, short)
            if self._defined[short]:
                found[short] = self._defined[short]
        return found

    def _definition(self, question: Question, short: str) -> str:
        asked = replace(question, query=short)
        for hit in self._retriever.search(asked, _DEFINING, Filters()):
            text = hit.passage.of(self.document(hit.passage.document_id).text)
            words = defined_abbreviations(text).get(short)
            if words:
                return words
        return ""

    def frequency(self, token: str) -> int:
        """Return how many passages hold a folded sparse token."""
        return self._reader.sparse.frequency(token)

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""
        return self._reader.library.document(document_id)

    def documents_of(self, hits: Sequence[Hit]) -> dict[str, Document]:
        """Return the documents of hits, by id."""
        found = dict.fromkeys(hit.passage.document_id for hit in hits)
        return {document_id: self.document(document_id) for document_id in found}

    def passages_of(self, document_id: str) -> list[Passage]:
        """Return the passages of a document, in order."""
        return self._reader.library.passages_of(document_id)

    def passage_at(self, document_id: str, offset: int) -> Passage | None:
        """Return the passage of a document that holds a character, None when none does."""
        for passage in self.passages_of(document_id):
            if passage.start <= offset < passage.end:
                return passage
        return None

    def series_at(self, document_id: str, span: Span) -> tuple[int, list[CitedFigure]] | None:
        """Return the series of the figure whose value stands at a span, and all its figures."""
        return self._reader.library.series_at(document_id, span)

    def cited_of(self, document_id: str) -> list[CitedFigure]:
        """Return the figures of a document with their source, in order."""
        return self._reader.library.cited_of(document_id)

    def replaced_by(self, document_id: str) -> FigureSource | None:
        """Return the document that replaces another one; None where none is known to."""
        return self._reader.library.replaced_by(document_id)

    def tasks_of(self, document_id: str) -> list[Task]:
        """Return the tasks of one document, in order."""
        return self._reader.library.tasks_of(document_id)


def _without(question: Question, named: Sequence[PlaceMention | DocumentNumber]) -> Question:
    """Return a question for a search among what it names, where the names tell nothing apart.

    All the words are kept where the names are all that it says.
    """
    query = cut(question.query, [(one.start, one.end) for one in named])
    return replace(question, query=query) if content_of(query) else question
