"""What a catalogue says of a document: all that is known of it but its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.indexing.records import (
    date_from_text,
    digest_from_cell,
    quality_from_json,
    relations_from_json,
)
from assistant.schema import Quality, Relation

__all__ = ["Entry", "entry_from_row"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document without its text.

    Attributes:
        id: Id of the document.
        path: Path as it stands in the corpus.
        sha256: Digest of the bytes it was read from.
        title: Title.
        kind: Kind, or None when unknown.
        number: Number and sign.
        issuer: Issuing body.
        issued: Date of issue.
        effective: Date it takes effect.
        place: Province or city.
        relations: Documents it replaces, amends or rests on.
        quality: How its characters came to be.
        file: Absolute path of its file; no business of whoever reads a page.
        pages: Number of pages; 0 when the format has none.
        passages: Number of passages.
    """

    id: str
    path: str
    sha256: str
    title: str
    kind: str | None
    number: str | None
    issuer: str | None
    issued: date | None
    effective: date | None
    place: str | None
    relations: tuple[Relation, ...]
    quality: Quality
    file: str
    pages: int
    passages: int


def entry_from_row(row: Sequence[Any]) -> Entry:
    """Return the entry of a row of the library, values in the order of the fields."""
    values = list(row)
    values[7], values[8] = date_from_text(row[7]), date_from_text(row[8])
    values[2] = digest_from_cell(row[2])
    values[10], values[11] = relations_from_json(row[10]), quality_from_json(row[11])
    return Entry(*values)
