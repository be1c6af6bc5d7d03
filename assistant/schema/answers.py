"""Questions, hits, and answers with their citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.schema.documents import Document
from assistant.schema.figures import Figure, Role
from assistant.schema.passages import Passage
from assistant.schema.spans import Span

__all__ = [
    "Answer",
    "AnswerKind",
    "Citation",
    "Filters",
    "Hit",
    "Method",
    "Question",
    "Receipt",
    "Side",
    "SideFound",
    "Status",
]


class AnswerKind(StrEnum):
    """The kind of thing a question asks for."""

    FIGURE = "figure"
    MONEY = "money"
    RANK = "rank"
    DATE = "date"
    PERSON = "person"
    AGENCY = "agency"
    DOCUMENT = "document"
    PLACE = "place"
    LIST = "list"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    COMPARISON = "comparison"
    TEXT = "text"

    @property
    def measured(self) -> bool:
        """Whether a value answers: a figure, a sum of money or a rank."""
        return self in (AnswerKind.FIGURE, AnswerKind.MONEY, AnswerKind.RANK)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is held to; an empty field holds to nothing.

    Attributes:
        kinds: Kinds of document, such as ``nghị quyết``.
        places: Provinces or cities, by their present or earlier names.
        years: Years of issue.
        as_of: Only documents issued on or before this day.
        documents: Only these documents, by id.
    """

    kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    as_of: date | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the places, years, documents or levels that a question asks about together.

    Attributes:
        label: The side as the question names it.
        text: The question about this side alone.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    Attributes:
        text: The question, NFC, white space tidied.
        query: What is searched: the text with abbreviations written out.
        kind: The kind of thing asked for.
        also: Further things that the same question asks for (“…, theo văn bản nào?”).
        marked: Whether it was typed with tone marks.
        unit: Unit that the question names (``%``, ``đồng``, ``ha``), empty when it names none.
        role: Target or result, where the question says which figure it wants; else None.
        focus: What is counted, named or to be defined, folded: “KCN” in “bao nhiêu KCN” is
            ``khu cong nghiep``.
        places: Provinces or cities named, in normal form.
        years: Years named.
        numbers: Document numbers named, in normal form.
        names: Persons, bodies or other proper names spelt in the question.
        terms: Content syllables, folded, in order, then bigrams of neighbours (``ho_so``).
        sides: What is asked about side by side, each as a question of its own.
        history: Earlier questions of the conversation, oldest first.
        shown: The query for a reader, where it differs: without the marks that were only guessed.
    """

    text: str
    query: str
    kind: AnswerKind
    marked: bool
    also: tuple[AnswerKind, ...] = ()
    unit: str = ""
    role: Role | None = None
    focus: str = ""
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    history: tuple[str, ...] = ()
    shown: str = ""

    @property
    def reading(self) -> str:
        """The question in full as a face shows it."""
        return self.shown or self.query

    @property
    def read_otherwise(self) -> bool:
        """Whether it was read as something else than was typed, which a face has to say."""
        return self.reading.casefold() != self.text.casefold()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, and why.

    Attributes:
        passage: The passage.
        rank: Rank from 1.
        score: Fused score, unitless; it orders hits and is never shown as confidence.
        ranks: Rank in each retriever that found it, by the retriever's name.
    """

    passage: Passage
    rank: int
    score: float
    ranks: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words that carry a sentence of an answer.

    Attributes:
        marker: Number in the answer's text, from 1.
        document: The cited document.
        passage: The passage that holds the quote.
        label: Place in words.
        page: Page from 1, or None: never guessed.
        start: First character of the quote in ``document.text``.
        end: One past its last character.
        ranks: Rank of the passage in each retriever, so that the face can say why.
    """

    marker: int
    document: Document
    passage: Passage
    label: str
    page: int | None
    start: int
    end: int
    ranks: tuple[tuple[str, int], ...] = ()

    @property
    def quote(self) -> str:
        """The cited words, verbatim."""
        return self.document.text[self.start : self.end]

    @property
    def confidence(self) -> float | None:
        """Mean confidence with which the cited words were recognised, in [0, 1].

        None where they were not: a document may have pages of both kinds.
        """
        return self.document.confidence(Span(self.start, self.end))

    @property
    def passage_text(self) -> str:
        """The whole passage around the quote, verbatim."""
        return self.passage.of(self.document.text)


class Status(StrEnum):
    """How much of a question was answered."""

    FULL = "full"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"


class Method(StrEnum):
    """How the words of an answer came to be."""

    EXTRACTIVE = "extractive"
    GENERATIVE = "generative"


@dataclass(frozen=True, slots=True)
class Receipt:
    """Enough to replay an answer byte for byte."""

    index: str
    config: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SideFound:
    """What was found for one side of a question.

    Attributes:
        label: The side as the question names it.
        short: The exact words that answer for it; None where no span does, or nothing was found.
        marker: Marker of the citation that carries it; None where nothing was found.
    """

    label: str
    short: str | None
    marker: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, each sentence of it cited.

    Attributes:
        question: The question as understood.
        status: Full, partial or not found.
        missing: What is missing, in words, in the language of the answer; empty when full.
        short: The exact words that answer, or None where no single span does.
        text: The answer with ``[1]`` markers.
        citations: What the markers stand for, by marker.
        figures: Figures in the cited sentences.
        nearest: For ``not_found``, what comes nearest, best first.
        method: Extractive or generative.
        receipt: What the answer was made from.
        sides: For a question with sides, what was found for each, in the question's order.
        notes: What a reader needs to know beside the answer, such as what a former province is
            part of now; it is no part of the answer and rests on a law, which it names.
    """

    question: Question
    status: Status
    missing: str
    short: str | None
    text: str
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    nearest: tuple[Hit, ...]
    method: Method
    receipt: Receipt
    sides: tuple[SideFound, ...] = ()
    notes: tuple[str, ...] = ()
