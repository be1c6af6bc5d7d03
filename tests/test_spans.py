"""The invariant: all that is made of a document is a span of its text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policies import DOCUMENTS, read

from assistant.answering.evidence import gather
from assistant.config import Config
from assistant.documents import SourceFile, discover, read_file
from assistant.errors import ReadError
from assistant.figures import figures_in
from assistant.schema import Document, Hit, Span
from assistant.structure import passages

CONFIG = Config()
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
LARGEST = 400_000
"""Largest file looked at here, in bytes; the whole walk over a long law takes seconds."""


def check(document: Document, sentences: int = 200) -> None:
    """Assert the invariant for a document and the evidence in its first sentences."""
    text = document.text
    whole = Span(0, len(text))
    assert text == unicodedata.normalize("NFC", text)
    spans = [Span(block.start, block.end) for block in document.blocks]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for block, span in zip(document.blocks, spans, strict=True):
        assert whole.contains(span)
        assert all(span.contains(cell) for cell in block.cells)
    assert list(document.page_starts) == sorted(document.page_starts)
    found = passages(document, CONFIG)
    for passage in found:
        assert whole.contains(Span(passage.start, passage.end))
        quote = text[passage.start : passage.end]
        assert quote == quote.strip() != ""
        assert passage.index_text.endswith(quote)
        if passage.pages:
            ends = document.page_at(passage.start), document.page_at(passage.end - 1)
            assert passage.pages == ends
    hits = [Hit(passage, rank, 1.0) for rank, passage in enumerate(found, start=1)]
    for number, evidence in enumerate(gather(hits, {document.id: document})):
        passage = evidence.hit.passage
        assert Span(passage.start, passage.end).contains(evidence.span)
        assert evidence.text == text[evidence.span.start : evidence.span.end] != ""
        governor = evidence.governor()
        assert governor is None or governor.end <= evidence.span.start
        for mention, offset in evidence.governing_documents():
            assert text.startswith(mention.text, offset)
        for figure in figures_in(document, evidence.span):
            assert evidence.span.contains(figure.sentence_span)
            assert figure.sentence_span.contains(figure.value_span)
            for origin in figure.origins:
                assert whole.contains(origin.span)
                assert origin.span.of(text).strip() != ""
                inside = evidence.span.contains(origin.span)
                assert origin.inherited or inside or evidence.block is not None
        if number == sentences:
            break


def documents(folder: Path) -> Iterator[Document]:
    for file in discover(folder)[0]:
        if file.absolute.stat().st_size <= LARGEST:
            try:
                yield from read_file(file, CONFIG)
            except ReadError:
                continue


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_our_own_texts(name: str) -> None:
    check(read(DOCUMENTS[name], name))


def test_the_starter_corpus() -> None:
    found = list(documents(CORPUS))
    assert len(found) >= 15
    for document in found:
        check(document)


@pytest.mark.parametrize("folder", ["seeds", "documents/resolutions", "documents/office"])
def test_real_documents(shared: Path, folder: str) -> None:
    found = list(documents(shared / folder))
    assert len(found) >= 5
    for document in found:
        check(document, sentences=20)


_LINE = st.sampled_from(
    [
        "# Đề mục",
        "Điều 1. Phạm vi",
        "1. Đến năm 2025 đạt 42,5%:",
        "a) 90% hồ sơ cấp tỉnh; 80% cấp xã;",
        "- Trồng 1.000 cây theo 03-NQ/TU.",
        "| Chỉ tiêu | Năm 2025 |\n|---|---|\n| Che phủ | ≥ 30% |",
        "Ông Trần Văn Bình cho biết. “Xong rồi”, ông Bình nói.",
        "TP. Huế họp ngày 5/3/2024… Hết!",
        "Dòng có dấu rời: Đie\u0302\u0300u.",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(_LINE, min_size=1, max_size=8))
def test_any_order_of_lines(lines: list[str]) -> None:
    try:
        document = read("\n\n".join(lines))
    except ReadError:
        return
    check(document)


def test_a_file_in_decomposed_letters_is_quoted_in_composed_ones(tmp_path: Path) -> None:
    path = tmp_path / "tách dấu.md"
    path.write_text(unicodedata.normalize("NFD", "Điều 1. Phạm vi\n\nTỷ lệ đạt 5%.\n"), "utf-8")
    [document] = read_file(SourceFile(tmp_path, path.name, path), CONFIG)
    assert "Tỷ lệ đạt 5%." in document.text
    check(document)
