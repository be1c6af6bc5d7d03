"""Rows of tables: what stands under which name, and where a text quotes them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from table_documents import BUSES, TREES, cite, table_document

from assistant.schema import BlockKind, QuotedRow, Span, rows_of, text_and_rows

FIRST = "1 | Cây trồng mới | nghìn cây | ≥ 40 | đợt 1"
SECOND = "2 | Cây <bản> địa | 65 | -"
HEADLESS = "1 | Tuyến xe buýt điện | 25 tuyến"


def read(quote: str) -> list[tuple[list[str], list[str]]]:
    document = table_document()
    start = document.text.index(quote)
    return [
        ([name.of(document.text) for name in row.header], [c.of(document.text) for c in row.cells])
        for row in rows_of(document, Span(start, start + len(quote)))
    ]


def test_each_row_comes_with_the_header_of_its_table_and_its_empty_cells() -> None:
    assert read(FIRST) == [(TREES[0], TREES[1])]
    assert read(f"{FIRST}\n{SECOND}") == [(TREES[0], TREES[1]), (TREES[0], TREES[2])]


def test_a_table_without_a_header_names_nothing() -> None:
    assert read(HEADLESS) == [([], BUSES[0])]
    assert read(f"{SECOND}\n{HEADLESS}") == [(TREES[0], TREES[2]), ([], BUSES[0])]


@pytest.mark.parametrize(
    "quote",
    [
        "Trồng cây theo bảng sau.",
        "Cây trồng mới",
        f"{FIRST}\n2 | Cây",
        "TT | Chỉ tiêu | Đơn vị | Năm 2025",
        f"TT | Chỉ tiêu | Đơn vị | Năm 2025\n{FIRST}",
        "2 | Trạm sạc | 100 trạm\nHết bảng.",
        "",
    ],
)
def test_what_is_not_whole_rows_holds_none(quote: str) -> None:
    assert read(quote) == []


def test_a_header_that_does_not_name_each_cell_names_none() -> None:
    document = table_document()
    blocks = tuple(
        replace(block, cells=block.cells[:-1])
        if block.kind is BlockKind.ROW and block.row == 0
        else block
        for block in document.blocks
    )
    start = document.text.index(FIRST)
    span = Span(start, start + len(FIRST))

    assert [row.header for row in rows_of(replace(document, blocks=blocks), span)] == [()]


def test_rows_stand_apart_from_the_words_around_them() -> None:
    rows = cite(f"{FIRST}\n{SECOND}", 2)
    words = cite("Hết bảng.", 1)
    text = f"Vâng. [1] {FIRST} [2] {SECOND} [2] Hết bảng. [1]"
    parts = list(text_and_rows(text, [words, rows]))

    first, second = rows_of(rows.document, Span(rows.start, rows.end))
    assert parts == ["Vâng. [1]", QuotedRow(rows, first), QuotedRow(rows, second), "Hết bảng. [1]"]


@pytest.mark.parametrize("text", [f"{FIRST} [3]", f"1{FIRST} [1]", "Cây trồng mới: ≥ 40 [1]"])
def test_words_that_are_not_the_row_with_its_marker_stay_words(text: str) -> None:
    assert list(text_and_rows(text, [cite(FIRST)])) == [text]
