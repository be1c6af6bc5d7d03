"""The tables of a library: texts packed, and what is said again and again said once.

A passage begins with the title and headings of its place, ends with words of its document, and
stands at a path with a label: the first is that of the document, the headings are strings that
thousands of passages share, the last is a span. So the row of a passage is numbers, and its parts
come together in a view. The figures and tasks of a document are one packed list, the figures
before the tasks; ``figures`` numbers them over all documents and says of which series each is.
"""

from __future__ import annotations

from assistant.indexing.records import DOCUMENT_COLUMNS, TEXT_COLUMNS

__all__ = ["DOCUMENT", "DRAFTS", "INDEXES", "PASSAGE", "QUOTED", "TABLES", "TITLED"]

DOCUMENT = ", ".join(DOCUMENT_COLUMNS)
PASSAGE = (
    'document_id, slug, start, "end", path, first_page, last_page, label, lead, quoted, role,'
    " speaker"
)
"""Columns of ``passages_in_full``, in the order that ``passage_from_row`` expects."""

QUOTED = 1
"""Of the shape of a passage: its indexed text ends with its words in the document."""
TITLED = 2
"""Of the shape of a passage: its indexed text begins with the title of the document."""

TABLES = f"""
CREATE TABLE dictionaries (name TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE documents (
    place_in_order INTEGER PRIMARY KEY, file INTEGER, first_row INTEGER, passages INTEGER,
    {DOCUMENT}
);
CREATE TABLE texts (document INTEGER PRIMARY KEY, {", ".join(TEXT_COLUMNS)});
CREATE TABLE strings (number INTEGER PRIMARY KEY, value TEXT);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, document INTEGER, slug INTEGER, start INTEGER, length INTEGER,
    path INTEGER, first_page INTEGER, last_page INTEGER, label INTEGER, lead INTEGER,
    shape INTEGER, role INTEGER, speaker INTEGER
);
CREATE TABLE cells (document INTEGER PRIMARY KEY, first_figure INTEGER, cells BLOB);
CREATE TABLE figures (row INTEGER PRIMARY KEY, document INTEGER, series INTEGER);
CREATE TABLE replacements (earlier TEXT PRIMARY KEY, later TEXT);
CREATE TABLE skipped (place_in_order INTEGER PRIMARY KEY, path TEXT, reason TEXT, file TEXT);
CREATE TABLE files (key TEXT PRIMARY KEY, path, size, modified, sha256, seen, reason, stated);
CREATE VIEW passages_in_full AS SELECT
    p.row, p.document, d.id AS document_id, slug.value AS slug, p.start,
    p.start + p.length AS "end", path.value AS path, p.first_page, p.last_page,
    label.value AS label, iif(p.shape & {TITLED}, d.title, '') || lead.value AS lead,
    p.shape & {QUOTED} AS quoted, role.value AS role, speaker.value AS speaker
FROM passages p JOIN documents d ON d.place_in_order = p.document
    JOIN strings slug ON slug.number = p.slug JOIN strings path ON path.number = p.path
    JOIN strings label ON label.number = p.label JOIN strings lead ON lead.number = p.lead
    JOIN strings role ON role.number = p.role
    LEFT JOIN strings speaker ON speaker.number = p.speaker;
"""
INDEXES = """
CREATE UNIQUE INDEX documents_by_id ON documents (id);
CREATE INDEX figures_by_series ON figures (series);
"""
DRAFTS = """
CREATE TABLE drafts.texts (document INTEGER PRIMARY KEY, text, blocks, word_boxes);
CREATE TABLE drafts.cells (document INTEGER PRIMARY KEY, figures INTEGER, cells TEXT);
"""
"""What is packed once all of it is known, in a file beside the library in the making."""
