"""The tables of a library: texts compressed, and what is said again and again said once.

A passage begins with the title and headings of its place, ends with words of its document, and
stands at a path with a label: the first two are strings that thousands of passages share, the
third is a span. So the row of a passage is numbers, and its parts come together in a view. The
figures and tasks of a document are one packed list; ``figures`` says where in it those of a
passage and of a series stand.
"""

from __future__ import annotations

from assistant.indexing.records import DOCUMENT_COLUMNS

__all__ = ["DOCUMENT", "INDEXES", "PASSAGE", "TABLES"]

DOCUMENT = ", ".join(DOCUMENT_COLUMNS)
PASSAGE = (
    'document_id, slug, start, "end", path, first_page, last_page, label, lead, quoted, role,'
    " speaker"
)
"""Columns of ``passages_in_full``, in the order that ``passage_from_row`` expects."""

TABLES = f"""
CREATE TABLE documents (
    place_in_order INTEGER PRIMARY KEY, file TEXT, first_row INTEGER, passages INTEGER,
    {DOCUMENT}
);
CREATE TABLE strings (number INTEGER PRIMARY KEY, value TEXT);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, document INTEGER, slug TEXT, start INTEGER, "end" INTEGER,
    path INTEGER, first_page INTEGER, last_page INTEGER, label INTEGER, lead INTEGER,
    quoted INTEGER, role INTEGER, speaker INTEGER
);
CREATE TABLE cells (document INTEGER PRIMARY KEY, cells BLOB);
CREATE TABLE figures (
    row INTEGER PRIMARY KEY, document INTEGER, place INTEGER, passage INTEGER, series INTEGER
);
CREATE TABLE replacements (earlier TEXT PRIMARY KEY, later TEXT);
CREATE TABLE skipped (place_in_order INTEGER PRIMARY KEY, path TEXT, reason TEXT, file TEXT);
CREATE TABLE files (key TEXT PRIMARY KEY, path, size, modified, sha256, seen, reason, stated);
CREATE VIEW passages_in_full AS SELECT
    p.row, p.document, d.id AS document_id, p.slug, p.start, p."end", path.value AS path,
    p.first_page, p.last_page, label.value AS label, lead.value AS lead, p.quoted,
    role.value AS role, speaker.value AS speaker
FROM passages p JOIN documents d ON d.place_in_order = p.document
    JOIN strings path ON path.number = p.path JOIN strings label ON label.number = p.label
    JOIN strings lead ON lead.number = p.lead JOIN strings role ON role.number = p.role
    LEFT JOIN strings speaker ON speaker.number = p.speaker;
"""
INDEXES = """
CREATE UNIQUE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_file ON documents (file);
CREATE INDEX figures_by_passage ON figures (passage);
CREATE INDEX figures_by_series ON figures (series);
"""
