"""Documents and passages as rows of a table and back, in JSON and never pickled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from assistant.schema import (
    Block,
    BlockKind,
    Document,
    FigureSource,
    Level,
    Passage,
    PassageRole,
    Quality,
    Relation,
    RelationKind,
    Source,
    Span,
    Step,
)

__all__ = [
    "DOCUMENT_COLUMNS",
    "SOURCE_COLUMNS",
    "TEXT_COLUMNS",
    "blocks_to_json",
    "date_from_text",
    "digest_from_cell",
    "document_from_row",
    "document_to_row",
    "passage_from_row",
    "path_from_json",
    "path_to_json",
    "quality_from_json",
    "relations_from_json",
    "source_from_row",
]

DOCUMENT_COLUMNS = (
    "id", "path", "sha256", "title", "kind", "number", "issuer", "issued", "effective",
    "place", "source", "relations", "page_starts", "quality",
)  # fmt: skip
"""What is known of a document; NULL where that is what a document has that says nothing."""
TEXT_COLUMNS = ("text", "blocks", "word_boxes")
"""What it holds, the first two packed."""
_SHA256 = 32
"""Bytes of a digest."""
SOURCE_COLUMNS = (
    "id, path, title, kind, number, issuer, issued, json_extract(source, '$[2]'), place, relations"
)
"""Columns of documents that ``source_from_row`` reads."""


def document_to_row(document: Document) -> tuple[Any, ...]:
    """Return a document's values in the order of ``DOCUMENT_COLUMNS``."""
    source, quality = document.source, document.quality
    published = [source.publisher, source.url, _from_date(source.published)]
    made = [quality.origin, quality.confidence, quality.note]
    return (
        document.id,
        document.path,
        _from_digest(document.sha256),
        document.title,
        document.kind,
        document.number,
        document.issuer,
        _from_date(document.issued),
        _from_date(document.effective),
        document.place,
        _dump(published) if source != Source() else None,
        _dump([[one.kind.value, one.number] for one in document.relations])
        if document.relations
        else None,
        _dump(document.page_starts) if document.page_starts else None,
        _dump(made) if quality != Quality() else None,
    )


def document_from_row(row: Sequence[Any], text: str, blocks: str, boxes: bytes) -> Document:
    """Return the document of a row, the inverse of ``document_to_row``.

    Args:
        row: The row.
        text: Its text.
        blocks: Its blocks, as of ``blocks_to_json``.
        boxes: Where its words stand on the pages.
    """
    publisher, url, published = json.loads(row[10]) if row[10] else (None, None, None)
    return Document(
        id=row[0],
        path=row[1],
        sha256=digest_from_cell(row[2]),
        title=row[3],
        kind=row[4],
        number=row[5],
        issuer=row[6],
        issued=date_from_text(row[7]),
        effective=date_from_text(row[8]),
        place=row[9],
        source=Source(publisher, url, date_from_text(published)),
        relations=relations_from_json(row[11]),
        page_starts=tuple(json.loads(row[12])) if row[12] else (),
        quality=quality_from_json(row[13]),
        blocks=_blocks_from_json(blocks),
        text=text,
        word_boxes=boxes,
    )


def quality_from_json(text: str | None) -> Quality:
    """Return how the characters of a document came to be, of its ``quality`` column."""
    return Quality(*json.loads(text)) if text else Quality()


def _from_digest(digest: str) -> str | bytes:
    """Return a digest as bytes, which are half as long; what is no digest as it is."""
    try:
        data = bytes.fromhex(digest)
    except ValueError:
        return digest
    return data if len(data) == _SHA256 and data.hex() == digest else digest


def digest_from_cell(value: str | bytes) -> str:
    """Return the digest of a ``sha256`` column."""
    return value.hex() if isinstance(value, bytes) else value


def passage_from_row(row: Sequence[Any], text: str) -> Passage:
    """Return the passage of a row of ``passages_in_full``.

    Args:
        row: The row.
        text: Text of its document.
    """
    document_id, slug, start, end, path, first, last, label, lead, quoted, role, speaker = row
    return Passage(
        id=f"{document_id}/{slug}",
        document_id=document_id,
        start=start,
        end=end,
        path=path_from_json(path),
        pages=None if first is None else (first, last),
        label=label,
        index_text=lead + text[start:end] if quoted else lead,
        role=PassageRole(role),
        speaker=speaker,
    )


def path_to_json(path: Sequence[Step]) -> str:
    """Return the steps of a passage as its ``path`` column."""
    return _dump([[step.level.value, step.number, step.heading] for step in path])


def path_from_json(text: str) -> tuple[Step, ...]:
    """Return the steps of a passage's ``path`` column."""
    return tuple(Step(Level(level), number, heading) for level, number, heading in json.loads(text))


def relations_from_json(text: str | None) -> tuple[Relation, ...]:
    """Return the relations of a document's ``relations`` column."""
    if not text:
        return ()
    return tuple(Relation(RelationKind(kind), number) for kind, number in json.loads(text))


def source_from_row(row: Sequence[Any]) -> FigureSource:
    """Return what is known of a document beside its text, from ``SOURCE_COLUMNS``."""
    document, path, title, kind, number, issuer, issued, published, place, relations = row
    return FigureSource(
        id=document,
        path=path,
        title=title,
        kind=kind,
        number=number,
        issuer=issuer,
        issued=date_from_text(issued),
        published=date_from_text(published),
        place=place,
        relations=relations_from_json(relations),
    )


def blocks_to_json(blocks: Sequence[Block]) -> str:
    """Return blocks as JSON, each place counted from the one before it, so that most are alike."""
    held: list[list[Any]] = []
    at = 0
    for block in blocks:
        values: list[Any] = [block.kind.value, block.start - at, block.end - block.start]
        if block.level or block.table or block.row or block.cells:
            offsets = [offset for cell in block.cells for offset in (cell.start, cell.end)]
            steps = [b - a for a, b in zip([block.start, *offsets], offsets, strict=False)]
            values += [block.level, block.table, block.row, steps]
        held.append(values)
        at = block.end
    return _dump(held)


def _blocks_from_json(text: str) -> tuple[Block, ...]:
    found = []
    at = 0
    for kind, gap, length, *rest in json.loads(text):
        start = at + gap
        level, table, row, steps = rest or (0, 0, 0, [])
        offsets = list(accumulate(steps, initial=start))[1:]
        cells = tuple(Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=True))
        at = start + length
        found.append(Block(BlockKind(kind), start, at, level, table, row, cells))
    return tuple(found)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_date(value: date | None) -> str | None:
    return value.isoformat() if value else None


def date_from_text(value: str | None) -> date | None:
    """Return the day of a column, None where it is empty."""
    return date.fromisoformat(value) if value else None
