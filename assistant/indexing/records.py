"""Documents and passages as rows of a table and back, in JSON and never pickled."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.schema import (
    Block,
    BlockKind,
    Cell,
    Comparator,
    Document,
    Figure,
    FigureSource,
    Level,
    Origin,
    Passage,
    PassageRole,
    Quality,
    Relation,
    RelationKind,
    Role,
    Source,
    Span,
    Step,
    Task,
)

__all__ = [
    "DOCUMENT_COLUMNS",
    "SOURCE_COLUMNS",
    "date_from_text",
    "document_from_row",
    "document_to_row",
    "figure_from_json",
    "figure_to_json",
    "packed",
    "passage_from_row",
    "path_from_json",
    "path_to_json",
    "relations_from_json",
    "source_from_row",
    "task_from_json",
    "task_to_json",
    "unpacked",
]

DOCUMENT_COLUMNS = (
    "id", "path", "sha256", "title", "kind", "number", "issuer", "issued", "effective",
    "place", "source", "relations", "page_starts", "quality", "blocks", "text", "word_boxes",
)  # fmt: skip
_LEVEL = 9
"""Of zlib: a text is packed once and read many times, and this is the smallest."""

SOURCE_COLUMNS = (
    "id, path, title, kind, number, issuer, issued, json_extract(source, '$[2]'), place, relations"
)
"""Columns of documents that ``source_from_row`` reads."""


def document_to_row(document: Document) -> tuple[Any, ...]:
    """Return a document's values in the order of ``DOCUMENT_COLUMNS``."""
    source, quality = document.source, document.quality
    return (
        document.id,
        document.path,
        document.sha256,
        document.title,
        document.kind,
        document.number,
        document.issuer,
        _from_date(document.issued),
        _from_date(document.effective),
        document.place,
        _dump([source.publisher, source.url, _from_date(source.published)]),
        _dump([[relation.kind.value, relation.number] for relation in document.relations]),
        _dump(document.page_starts),
        _dump([quality.origin, quality.confidence, quality.note]),
        packed(_dump([_block_to_json(block) for block in document.blocks])),
        packed(document.text),
        document.word_boxes,
    )


def document_from_row(row: Sequence[Any]) -> Document:
    """Return the document of a row, the inverse of ``document_to_row``."""
    publisher, url, published = json.loads(row[10])
    return Document(
        id=row[0],
        path=row[1],
        sha256=row[2],
        title=row[3],
        kind=row[4],
        number=row[5],
        issuer=row[6],
        issued=date_from_text(row[7]),
        effective=date_from_text(row[8]),
        place=row[9],
        source=Source(publisher, url, date_from_text(published)),
        relations=relations_from_json(row[11]),
        page_starts=tuple(json.loads(row[12])),
        quality=Quality(*json.loads(row[13])),
        blocks=tuple(_block_from_json(block) for block in json.loads(unpacked(row[14]))),
        text=unpacked(row[15]),
        word_boxes=row[16],
    )


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


def relations_from_json(text: str) -> tuple[Relation, ...]:
    """Return the relations of a document's ``relations`` column."""
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


def figure_to_json(figure: Figure) -> str:
    """Return a figure as a JSON array, in the order of its fields."""
    return _dump(
        [
            figure.document_id,
            figure.indicator,
            figure.comparator.value,
            figure.value,
            figure.upper,
            figure.unit,
            figure.role.value,
            figure.year,
            figure.place,
            _span_to_json(figure.value_span),
            _span_to_json(figure.sentence_span),
            figure.key,
            figure.of,
            figure.base,
            figure.level,
            figure.deadline,
            figure.agency,
            figure.speaker,
            figure.quoted_from,
            _origins_to_json(figure.origins),
        ]
    )


def figure_from_json(text: str) -> Figure:
    """Return the figure of a JSON array, the inverse of ``figure_to_json``."""
    values = json.loads(text)
    values[2], values[6] = Comparator(values[2]), Role(values[6])
    values[9], values[10] = Span(*values[9]), Span(*values[10])
    values[-1] = _origins_from_json(values[-1])
    return Figure(*values)


def task_to_json(task: Task) -> str:
    """Return a task as a JSON array, in the order of its fields."""
    return _dump(
        [
            task.document_id,
            task.name,
            task.product,
            task.deadline,
            task.year,
            task.agency,
            task.helpers,
            _span_to_json(task.row_span),
            _origins_to_json(task.origins),
        ]
    )


def task_from_json(text: str) -> Task:
    """Return the task of a JSON array, the inverse of ``task_to_json``."""
    values = json.loads(text)
    values[-2], values[-1] = Span(*values[-2]), _origins_from_json(values[-1])
    return Task(*values)


def _span_to_json(span: Span) -> list[int]:
    return [span.start, span.end]


def _origins_to_json(origins: Sequence[Origin]) -> list[Any]:
    return [[o.cell.value, o.span.start, o.span.end, int(o.inherited)] for o in origins]


def _origins_from_json(values: list[Any]) -> tuple[Origin, ...]:
    return tuple(
        Origin(Cell(cell), Span(start, end), bool(inherited))
        for cell, start, end, inherited in values
    )


def _block_to_json(block: Block) -> list[Any]:
    values: list[Any] = [block.kind.value, block.start, block.end]
    if block.level or block.table or block.row or block.cells:
        values += [block.level, block.table, block.row]
        values.append([offset for cell in block.cells for offset in (cell.start, cell.end)])
    return values


def _block_from_json(values: list[Any]) -> Block:
    kind, start, end, *rest = values
    level, table, row, offsets = rest or (0, 0, 0, [])
    cells = tuple(Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=True))
    return Block(BlockKind(kind), start, end, level, table, row, cells)


def packed(text: str) -> bytes:
    """Return a text compressed."""
    return zlib.compress(text.encode(), _LEVEL)


def unpacked(data: bytes) -> str:
    """Return the text of ``packed``."""
    return zlib.decompress(data).decode()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_date(value: date | None) -> str | None:
    return value.isoformat() if value else None


def date_from_text(value: str | None) -> date | None:
    """Return the day of a column, None where it is empty."""
    return date.fromisoformat(value) if value else None
