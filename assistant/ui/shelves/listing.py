"""The list of documents: what stands in its rows, and which of them are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.documents.corrections import RELATION_FIELDS
from assistant.indexing.catalogue import Entry
from assistant.schema import document_name, written_day
from assistant.ui.escaping import clean, html
from assistant.ui.shelves.texts import ShelfTexts
from assistant.vietnamese.normalise import fold

__all__ = ["about_html", "entry_name", "find_entries", "quality_words", "row_of"]


def find_entries(entries: Sequence[Entry], words: str, quality: str | None) -> list[Entry]:
    """Return the documents that a search of the list finds, in order of the index.

    Args:
        entries: All documents.
        words: Words that must all stand in what is known of a document, marks or none.
        quality: Origin of its characters; None for any.
    """
    wanted = fold(words).split()
    return [
        entry
        for entry in entries
        if quality in (None, entry.quality.origin)
        and all(word in _known_words(entry) for word in wanted)
    ]


def _known_words(entry: Entry) -> str:
    known = (entry.title, entry.kind, entry.number, entry.issuer, entry.place, entry.path)
    day = written_day(entry.issued)
    return fold(" ".join(part for part in (*known, day) if part))


def row_of(entry: Entry, texts: ShelfTexts) -> dict[str, object]:
    """Return the row of a document, values by column; nothing in it is markup to a table."""
    related = "; ".join(f"{texts.relations[r.kind]} {r.number}" for r in entry.relations)
    return {
        "title": clean(entry.title),
        "kind": clean(entry.kind or ""),
        "number": clean(entry.number or ""),
        "issued": entry.issued,
        "issuer": clean(entry.issuer or ""),
        "place": clean(entry.place or ""),
        "relations": clean(related),
        "quality": texts.qualities[entry.quality.origin],
        "confidence": entry.quality.confidence,
        "passages": entry.passages,
    }


def entry_name(entry: Entry) -> str:
    """Return what a document is called where it is chosen."""
    name = document_name(entry.kind, entry.number)
    return clean(f"{name}: {entry.title}" if entry.number else entry.title)


def quality_words(entry: Entry, texts: ShelfTexts) -> str:
    """Return how the characters of a document came to be, in words."""
    quality = entry.quality
    if quality.origin == "ocr":
        told = (
            texts.ocr_plain if quality.confidence is None else texts.ocr.format(quality.confidence)
        )
    else:
        told = texts.converted_from if quality.origin == "converted" else texts.born_digital
    return f"{told}. {texts.note.format(quality.note)}" if quality.note else told


def about_html(entry: Entry, texts: ShelfTexts) -> str:
    """Return what is known of a document as a list of names and values, in HTML."""
    values = {
        "kind": entry.kind,
        "number": entry.number,
        "issuer": entry.issuer,
        "issued": written_day(entry.issued),
        "effective": written_day(entry.effective),
        "place": entry.place,
    }
    for name, kind in RELATION_FIELDS.items():
        values[name] = "; ".join(r.number for r in entry.relations if r.kind is kind)
    length = [texts.pages.format(entry.pages)] if entry.pages else []
    values["quality"] = quality_words(entry, texts)
    values["extent"] = ", ".join([*length, texts.passages.format(entry.passages)])
    # Relations and a day of effect that are not stated say nothing; the rest may be missing.
    always = ("kind", "number", "issuer", "issued", "place")
    rows = "".join(
        f"<div><dt>{html(texts.fields[name])}</dt>{_value(value, texts)}</div>"
        for name, value in values.items()
        if value or name in always
    )
    return f'<dl class="cs-about">{rows}</dl>'


def _value(value: str | None, texts: ShelfTexts) -> str:
    if value:
        return f'<dd lang="vi">{html(value)}</dd>'
    return f'<dd class="cs-none">{html(texts.no_value)}</dd>'
