"""The nouns that flow through the assistant, one frozen type each.

Every Section, Passage, Figure and Citation is a half-open span of ``Document.text``:
``document.text[start:end] == quote``, always. Cleaning ends before a Document exists, so
no later stage ever searches for its own text again.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = [
    "Answer",
    "AnswerKind",
    "Block",
    "BlockKind",
    "Citation",
    "Comparator",
    "Document",
    "Figure",
    "Filters",
    "Hit",
    "Level",
    "Method",
    "Passage",
    "Quality",
    "Question",
    "Receipt",
    "Relation",
    "RelationKind",
    "Role",
    "Section",
    "Skipped",
    "Source",
    "Span",
    "Status",
    "Step",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


# --- documents ----------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What a reader saw, before anyone asks what it means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of ``Document.text`` as its file laid it out.

    Attributes:
        kind: Heading, paragraph, list item or table row.
        start: First character in ``Document.text``.
        end: One past the last character.
        level: Heading level 1 to 6, or nesting depth of a list item; 0 otherwise.
        table: Number of the table in the document, from 1, for a row; 0 otherwise.
        row: Number of the row in its table, from 1; 0 is the header row.
        cells: Spans of the cells of a row, left to right; empty cells are empty spans.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    table: int = 0
    row: int = 0
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was published."""

    publisher: str | None = None
    url: str | None = None
    published: date | None = None


class RelationKind(StrEnum):
    """How one document acts on another."""

    THAY_THE = "thay thế"
    SUA_DOI = "sửa đổi, bổ sung"
    CAN_CU = "căn cứ"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from a document to another one, named by its number."""

    kind: RelationKind
    number: str


@dataclass(frozen=True, slots=True)
class Quality:
    """How the characters of a document came to be.

    Attributes:
        origin: ``born_digital``, ``ocr`` or ``converted``.
        confidence: Mean confidence of recognition in [0, 1]; None unless ``ocr``.
        note: What was done, in words, such as the legacy encoding converted from.
    """

    origin: str = "born_digital"
    confidence: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file (or one line of a BEIR corpus), cleaned, with what is known of it.

    Attributes:
        id: Slug, unique in its index.
        path: Path as it stands in the corpus, with forward slashes; ``_id`` for BEIR.
        sha256: Digest of the bytes it was read from.
        title: Title, never empty.
        kind: ``nghị quyết``, ``quyết định``, ``bài báo``, …; None when unknown.
        number: Number and sign, such as ``03-NQ/TU``.
        issuer: Issuing body.
        issued: Date of issue, or of publication for the press.
        effective: Date it takes effect, when stated.
        place: Province or city it governs or speaks of; ``Việt Nam`` for the nation.
        source: Publisher, address and date of the page.
        relations: Documents it replaces, amends or rests on.
        text: Cleaned text, NFC; everything else is a span of it.
        blocks: Lines and paragraphs of ``text`` in order, not overlapping.
        page_starts: Offset of each page in ``text``; empty when the format has no pages.
        quality: How the characters came to be.
    """

    id: str
    path: str
    sha256: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    effective: date | None = None
    place: str | None = None
    source: Source = Source()
    relations: tuple[Relation, ...] = ()
    page_starts: tuple[int, ...] = ()
    quality: Quality = Quality()

    def page_at(self, offset: int) -> int | None:
        """Return the page, from 1, that holds a character; None when there are no pages."""
        if not self.page_starts:
            return None
        return max(1, bisect_right(self.page_starts, offset))


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why, in one line that says what to do."""

    path: str
    reason: str


# --- structure ----------------------------------------------------------------------------


class Level(StrEnum):
    """Rungs of a document's structure; Vietnamese, since English has no safe words."""

    PHU_LUC = "phụ lục"
    PHAN = "phần"
    CHUONG = "chương"
    MUC = "mục"
    TIEU_MUC = "tiểu mục"
    DIEU = "điều"
    KHOAN = "khoản"
    DIEM = "điểm"
    LA_MA = "mục la mã"
    SO = "mục số"
    TIEU_DE = "tiêu đề"
    DOAN = "đoạn"
    BANG = "bảng"
    DONG = "dòng"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: ``Điều 5`` is ``Step(Level.DIEU, "5", "Giải thích từ ngữ")``."""

    level: Level
    number: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document with its place in the structure."""

    path: tuple[Step, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved and cited: a span of one document, with what it stands in.

    Attributes:
        id: ``document/path#part``, stable over rebuilds.
        document_id: Id of the document.
        start: First character in ``Document.text``.
        end: One past the last character.
        path: Steps from the document to the passage.
        pages: First and last page, or None when the document has no pages.
        label: Place in words, such as ``Điều 5 khoản 2`` or ``đoạn 7``.
        index_text: What is indexed: title, heading path, table header and text. It may
            differ from the quoted text; the quoted text never differs from the document.
    """

    id: str
    document_id: str
    start: int
    end: int
    path: tuple[Step, ...]
    pages: tuple[int, int] | None
    label: str
    index_text: str


# --- figures ------------------------------------------------------------------------------


class Comparator(StrEnum):
    """How a value binds."""

    EQUAL = "="
    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    ABOUT = "~"


class Role(StrEnum):
    """What a figure is for."""

    TARGET = "target"
    RESULT = "result"
    BASELINE = "baseline"
    RANK = "rank"
    COUNT = "count"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with what it measures, each cell a span of its document or None.

    Attributes:
        document_id: Id of the document.
        indicator: What is measured, in the document's words.
        comparator: How the value binds.
        value: The number in ordinary decimal form; lower end for a range.
        upper: Upper end of a range, else None.
        unit: Unit in normal form (``%``, ``tỷ đồng``, ``ha``), empty when there is none.
        role: Target, result, rank, count or budget.
        year: Year that the figure speaks of, when the sentence states one.
        place: Place that the document governs or the sentence names.
        value_span: Span of the value with its unit.
        sentence_span: Span of the whole sentence.
    """

    document_id: str
    indicator: str
    comparator: Comparator
    value: float
    upper: float | None
    unit: str
    role: Role
    year: int | None
    place: str | None
    value_span: Span
    sentence_span: Span


# --- questions and answers ----------------------------------------------------------------


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
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is held to; an empty field holds to nothing.

    Attributes:
        kinds: Kinds of document, such as ``nghị quyết``.
        places: Provinces or cities, by their present or earlier names.
        years: Years of issue.
        as_of: Only documents issued on or before this day.
    """

    kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    Attributes:
        text: The question, NFC, white space tidied.
        query: What is searched: the text with abbreviations written out.
        kind: The kind of thing asked for.
        marked: Whether it was typed with tone marks.
        unit: Unit that the question names (``%``, ``đồng``, ``ha``), empty when it names none.
        focus: What is counted or named, folded: “KCN” in “bao nhiêu KCN” is
            ``khu cong nghiep``.
        places: Provinces or cities named, in normal form.
        years: Years named.
        numbers: Document numbers named, in normal form.
        names: Persons, bodies or other proper names spelt in the question.
        terms: Content syllables, folded, in order, then bigrams of neighbours (``ho_so``).
        history: Earlier questions of the conversation, oldest first.
    """

    text: str
    query: str
    kind: AnswerKind
    marked: bool
    unit: str = ""
    focus: str = ""
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    history: tuple[str, ...] = ()


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
    def passage_text(self) -> str:
        """The whole passage around the quote, verbatim."""
        return self.document.text[self.passage.start : self.passage.end]


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
