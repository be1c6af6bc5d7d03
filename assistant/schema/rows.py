"""Rows of tables where a text quotes them: each cell with the name of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.schema.answers import Citation
from assistant.schema.documents import BlockKind, Document
from assistant.schema.spans import Span

__all__ = ["QuotedRow", "Row", "rows_of", "text_and_rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table under the names of its columns, all of it spans of its document.

    Attributes:
        table: Number of the table in the document, from 1.
        start: First character of the row.
        end: One past its last character.
        header: Cells of the header row, one for each cell; none where the table has no header.
        cells: Cells of the row, left to right; empty cells are empty spans.
    """

    table: int
    start: int
    end: int
    header: tuple[Span, ...]
    cells: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class QuotedRow:
    """A row as a text quotes it, with the citation whose marker follows it."""

    citation: Citation
    row: Row


def rows_of(document: Document, span: Span) -> tuple[Row, ...]:
    """Return the rows that a span is made of, each with the header of its table.

    Args:
        document: The document.
        span: Characters of its text, such as a quote or a passage.

    Returns:
        The rows in order; none where the span holds anything else, a part of a row, or a
        header, which says what it says without cells under it.
    """
    inside = [b for b in document.blocks if b.start < span.end and span.start < b.end]
    if not inside or (inside[0].start, inside[-1].end) != (span.start, span.end):
        return ()
    if any(block.kind is not BlockKind.ROW or block.row == 0 for block in inside):
        return ()
    headers = {
        block.table: block.cells
        for block in document.blocks
        if block.kind is BlockKind.ROW and block.row == 0
    }
    rows = []
    for block in inside:
        header = headers.get(block.table, ())
        # A header with more or fewer cells would put names over cells that are not theirs.
        named = header if len(header) == len(block.cells) else ()
        rows.append(Row(block.table, block.start, block.end, named, block.cells))
    return tuple(rows)


def text_and_rows(text: str, citations: Sequence[Citation]) -> Iterator[str | QuotedRow]:
    """Yield a text in order, the rows that it quotes apart from the words around them.

    Args:
        text: Text of an answer, where each quoted row stands on one line before its marker.
        citations: What the markers of the text stand for.

    Yields:
        Words with their markers, never blank, and rows; a row stands for its marker too.
    """
    quoted: dict[str, QuotedRow] = {}
    for citation in citations:
        for row in rows_of(citation.document, Span(citation.start, citation.end)):
            line = " ".join(citation.document.text[row.start : row.end].split())
            quoted.setdefault(f"{line} [{citation.marker}]", QuotedRow(citation, row))
    parts = [text]
    if quoted:
        parts = re.split(rf"(?<!\S)({'|'.join(map(re.escape, quoted))})(?!\S)", text)
    for part in parts:
        if part.strip():
            yield quoted.get(part) or part.strip()
