"""Documents: files that were read, cleaned, with what is known of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.schema.recognition import WordBox, confidence_of, unpack_boxes
from assistant.schema.spans import Span

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "Quality",
    "Relation",
    "RelationKind",
    "Skipped",
    "Source",
]


class BlockKind(StrEnum):
    """What a reader saw, before anyone asks what it means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of ``Document.text`` as its file laid it out.

    Attributes:
        kind: Heading, paragraph, list item, table row or footnote.
        start: First character in ``Document.text``.
        end: One past the last character.
        level: Heading level 1 to 6, nesting depth of a list item, or number of a footnote; 0
            otherwise.
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
        word_boxes: Where recognised words stand, as ``pack_boxes`` packs them; empty unless
            the text was recognised. Packed, since few readers of a document ask for them.
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
    word_boxes: bytes = b""

    def metadata(self) -> dict[str, str | None]:
        """Return what is known of the document, as plain values for records of a hit."""
        return {
            "document": self.path,
            "title": self.title,
            "kind": self.kind,
            "number": self.number,
            "issuer": self.issuer,
            "issued": self.issued.isoformat() if self.issued else None,
            "place": self.place,
        }

    def boxes(self, span: Span) -> tuple[WordBox, ...]:
        """Return where the recognised words of a span stand in the pictures of their pages.

        Args:
            span: Characters of ``text``, such as a quote.

        Returns:
            A box a word, in order; none for a text that was not recognised.
        """
        return unpack_boxes(self.word_boxes, span)

    def confidence(self, span: Span) -> float | None:
        """Return how surely the words of a span were recognised, in [0, 1].

        Args:
            span: Characters of ``text``.

        Returns:
            The mean over the words of the span, that of the whole document where no words are
            known one by one, or None where the span was not recognised at all.
        """
        return confidence_of(self.boxes(span)) if self.word_boxes else self.quality.confidence

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
