"""The facade: open an index, ask it, search it. All faces go through here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from assistant.answering import (
    ChatModel,
    Corpus,
    Referent,
    Series,
    answer,
    check,
    complete_last,
    follow_ups,
    referent_of,
    rewrite,
)
from assistant.answering.explaining import Explanation, explain
from assistant.config import CORPUS_NAME
from assistant.errors import UsageError
from assistant.figures.standings import figure_table
from assistant.indexing.reader import IndexReader
from assistant.retrieval import Retriever, analyse, mend, restore
from assistant.schema import (
    Answer,
    CitedFigure,
    CitedTask,
    Document,
    FigureFilters,
    FigureTable,
    Filters,
    Hit,
    Passage,
    Question,
    Skipped,
    Verdict,
)
from assistant.vietnamese.english import is_english
from assistant.vietnamese.normalise import has_marks, nfc, strip_marks

__all__ = ["Assistant"]


class Assistant:
    """An open index that answers; it keeps the generation it opened.

    Safe to use from several threads: nothing of it changes after it is opened but caches.
    """

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
        self.retriever = Retriever(reader)
        self._corpus = Corpus(self.retriever)

    @classmethod
    def open(cls, index: Path) -> Assistant:
        """Open the current generation of an index folder.

        Raises:
            IndexMissingError: There is no index in the folder.
            IndexDamagedError: The index cannot be trusted.
        """
        return cls(IndexReader.open(index))

    def ask(
        self,
        text: str,
        *,
        history: Sequence[str] = (),
        filters: Filters | None = None,
        language: str = "vi",
        model: ChatModel | None = None,
        notice: Callable[[str], None] | None = None,
    ) -> Answer:
        """Answer a question from the documents, every sentence cited.

        Args:
            text: The question, with or without tone marks.
            history: Earlier questions of the conversation, oldest first.
            filters: What the search is held to.
            language: Language of the frame around the quotes, ``vi`` or ``en``; a question in
                English has it in English.
            model: A chat model that rewrites the extracted evidence; its words are shown
                only if every figure, date and document number in them stands in a cited
                passage. None keeps the extracted answer, and so does a model that fails.
            notice: Told in one line why a model's words are not shown.

        Raises:
            UsageError: The question is empty or far too long.
        """
        held = filters or Filters()
        language = "en" if is_english(text) else language
        question = self._understand(text, history, held)
        found = answer(question, self._corpus, held, language=language)
        if model is None:
            return found
        rewriting = rewrite(found, model)
        if notice and rewriting.notice:
            notice(rewriting.notice)
        return rewriting.answer

    def check(
        self,
        text: str,
        *,
        filters: Filters | None = None,
        language: str = "vi",
        progress: Callable[[str, int, int], None] | None = None,
    ) -> Verdict:
        """Hold a claim against the documents, figure by figure.

        Args:
            text: A sentence, or an article whose sentences are checked one by one.
            filters: What the search is held to.
            language: Language of the note around the quotes, ``vi`` or ``en``.
            progress: Told the stage, the sentences done and all of them.

        Raises:
            UsageError: The claim is empty or far too long.
        """
        held = filters or Filters()
        series = Series(self._corpus, held.as_of)
        return check(text, self._corpus, held, language=language, series=series, progress=progress)

    def explain(self, text: str, *, filters: Filters | None = None) -> Explanation:
        """Return how the answer to a question that stands by itself is found.

        Args:
            text: The question.
            filters: What the search is held to.

        Raises:
            UsageError: The question is empty or far too long.
        """
        return explain(self._understand(text), self._corpus, filters or Filters())

    def search(self, text: str, *, k: int = 10, filters: Filters | None = None) -> list[Hit]:
        """Return the best ``k`` passages for a query, best first.

        In a corpus in BEIR form a document is a line and the unit that is looked for, so
        each gives its best passage alone.

        Raises:
            UsageError: The query is empty or far too long.
        """
        question = self._understand(text)
        return self.retriever.search(question, k, filters, per_document=self._per_document)

    @cached_property
    def _per_document(self) -> int | None:
        files = self.reader.library.files().values()
        return 1 if all(file.path.endswith(CORPUS_NAME) for file in files) else None

    def _understand(
        self, text: str, history: Sequence[str] = (), filters: Filters | None = None
    ) -> Question:
        """Read a question; one that leans on earlier questions is completed from them first."""

        def answered(earlier: str) -> Referent:
            asked = self._understand(earlier)
            return referent_of(answer(asked, self._corpus, filters or Filters()))

        spelt = [restore(said, self.reader.sparse) for said in (*history, text)]
        full = complete_last(spelt[-1], spelt[:-1], answered)
        question = mend(analyse(full, typed=text, history=history), self._corpus.frequency)
        if spelt[-1] == nfc(text):
            return question
        # Guessed marks help to understand; shown, a wrong one would put words into a mouth.
        guessed = not any(map(has_marks, history))
        shown = strip_marks(question.query) if guessed else ""
        return replace(question, marked=False, shown=shown)

    def follow_ups(
        self, found: Answer, *, filters: Filters | None = None, seconds: float = 0.15
    ) -> list[str]:
        """Return questions that an answer leads to, each tried and answered.

        Args:
            found: The answer.
            filters: What the search was held to.
            seconds: How long may be spent; with less time there are fewer questions.
        """

        def ask(question: str) -> Answer:
            return self.ask(question, filters=filters)

        return follow_ups(found, self.reader.library.figures_of, ask, seconds)

    def passage(self, passage_id: str) -> tuple[Document, Passage]:
        """Return a passage and its document by the passage's id.

        Raises:
            UsageError: There is no such passage.
        """
        try:
            passage = self.reader.library.passage(passage_id)
        except KeyError:
            raise UsageError(
                f"Không có đoạn “{passage_id}”. Hãy lấy mã đoạn từ chinhsach search --json."
            ) from None
        return self.document(passage.document_id), passage

    def figures(self, filters: FigureFilters | None = None) -> FigureTable:
        """Return the figures of the documents, each with what has taken its place.

        Args:
            filters: Which figures are wanted; all when None.
        """
        series = self.reader.library.series()
        return figure_table(self._figures, filters or FigureFilters(), series)

    def tasks(self) -> list[CitedTask]:
        """Return the tasks of all tables of tasks, with deadline and leading body."""
        return self.reader.library.tasks()

    @cached_property
    def _figures(self) -> list[CitedFigure]:
        return self.reader.library.figures()

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""
        return self.reader.library.document(document_id)

    def documents(self) -> list[Document]:
        """Return all documents, in order of their paths."""
        return list(self.reader.library.documents())

    def skipped(self) -> list[Skipped]:
        """Return the files that the build left out, and why."""
        return self.reader.library.skipped()
