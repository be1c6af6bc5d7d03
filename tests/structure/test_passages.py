"""Passages cover the body once, fit their limit, and carry what they stand under."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.config import Config
from assistant.documents import SourceFile, discover, read_file
from assistant.errors import ReadError
from assistant.schema import Document, Level, Span
from assistant.structure import passages
from assistant.structure.outline import Part, outline
from assistant.structure.splitting import split_long

CONFIG = Config()


def read(text: str, name: str = "a.md") -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        return read_file(SourceFile(path.parent, name, path), CONFIG)[0]


def check(document: Document, config: Config = CONFIG) -> None:
    """Assert the promises that hold for every document."""
    found = passages(document, config)
    assert len({p.id for p in found}) == len(found)
    covered = bytearray(len(document.text))
    for passage in found:
        quote = document.text[passage.start : passage.end]
        assert quote
        assert quote == quote.strip()
        assert passage.index_text.endswith(quote)
        assert passage.id.startswith(f"{document.id}/")
        assert not any(covered[passage.start : passage.end])
        covered[passage.start : passage.end] = b"\1" * len(quote)
    for entry in outline(document)[0]:
        start, end = entry.block.start, entry.block.end
        if entry.part is not Part.HEADING:
            left = [document.text[i] for i in range(start, end) if not covered[i]]
            assert "".join(left).strip() == ""
        elif [p.label for p in found] != ["toàn văn"]:
            # Headings are quoted only where a document has nothing else.
            assert not any(covered[start:end])


def test_a_clause_with_its_points_is_one_passage_where_it_fits() -> None:
    document = read("Điều 1. Việc\n\n1. Gồm:\n\na) Một;\n\nb) Hai.\n\n2. Hết.\n")
    found = passages(document, CONFIG)
    assert [(p.label, document.text[p.start : p.end]) for p in found] == [
        ("khoản 1 Điều 1", "1. Gồm:\na) Một;\nb) Hai."),
        ("khoản 2 Điều 1", "2. Hết."),
    ]
    assert found[0].index_text == "Điều 1. Việc\nĐiều 1. Việc\n1. Gồm:\na) Một;\nb) Hai."


def test_a_long_clause_is_cut_at_its_points_and_repeats_the_lead_in() -> None:
    document = read(
        f"Điều 1. Việc\n\n1. Gồm:\n\na) {'một ' * 20};\n\nb) {'hai ' * 20}.\n\nđ) {'ba ' * 20}.\n"
    )
    found = passages(document, Config(passage_chars=120))
    assert [p.label for p in found] == [
        "khoản 1 Điều 1",
        "điểm b khoản 1 Điều 1",
        "điểm đ khoản 1 Điều 1",
    ]
    assert document.text[found[0].start : found[0].end].startswith("1. Gồm:\na) một")
    assert "1. Gồm:" in found[1].index_text
    assert [p.id.split("/", 1)[1] for p in found] == [
        "dieu-1.khoan-1#1",
        "dieu-1.khoan-1.diem-b#1",
        "dieu-1.khoan-1.diem-dd#1",
    ]


def test_a_list_stays_with_its_lead_in() -> None:
    long = "Ủy ban nhân dân tỉnh giao các sở thực hiện nghiêm túc. " * 3
    document = read(
        f"# Bài\n\n{long}\n\nĐến năm 2025:\n\n- Hồ sơ mạng 80%\n- Kinh tế số 25%\n\n{long}\n"
    )
    found = passages(document, CONFIG)
    assert [p.label for p in found] == ["đoạn 1", "đoạn 2–4", "đoạn 5"]
    assert document.text[found[1].start : found[1].end] == (
        "Đến năm 2025:\n- Hồ sơ mạng 80%\n- Kinh tế số 25%"
    )


def test_a_row_is_a_passage_with_its_header_and_group() -> None:
    document = read(
        "PHỤ LỤC I\n\nDANH MỤC CHỈ TIÊU\n\n| TT | Chỉ tiêu | Kết quả |\n|---|---|---|\n"
        "| I | Đến năm 2030 | |\n| 1 | Kinh tế số | ≥ 30% |\n"
    )
    found = passages(document, CONFIG)
    assert [p.label for p in found] == ["Phụ lục I, dòng 1", "Phụ lục I, dòng 2"]
    assert document.text[found[1].start : found[1].end] == "1 | Kinh tế số | ≥ 30%"
    assert found[1].index_text.split("\n")[-3:] == [
        "TT | Chỉ tiêu | Kết quả",
        "I Đến năm 2030",
        "1 | Kinh tế số | ≥ 30%",
    ]


def test_a_document_of_headings_alone_is_one_passage() -> None:
    document = read("# Một\n\n## Hai\n")
    (only,) = passages(document, CONFIG)
    assert (only.start, only.end, only.label) == (0, len(document.text), "toàn văn")


def test_a_heading_above_text_is_no_passage() -> None:
    document = read("# Một\n\n## Hai\n\nBa bốn năm sáu.\n")
    assert [document.text[p.start : p.end] for p in passages(document, CONFIG)] == [
        "Ba bốn năm sáu."
    ]


def test_ids_do_not_change_when_a_later_part_does() -> None:
    one = read("Điều 1. A\n\n1. Một.\n\n2. Hai.\n\nĐiều 2. B\n\n1. Ba.\n")
    other = read("Điều 1. A\n\n1. Một.\n\n2. Hai.\n\n3. Mới.\n\nĐiều 2. B\n\n1. Ba.\n")
    before = [p.id for p in passages(one, CONFIG)]
    assert [i for i in before if i not in {p.id for p in passages(other, CONFIG)}] == []


def test_long_text_is_cut_at_sentence_ends() -> None:
    text = "Câu một dài vừa. Câu hai dài vừa. Câu ba dài vừa."
    spans = split_long(text, Span(0, len(text)), 34)
    assert [span.of(text) for span in spans] == [
        "Câu một dài vừa. Câu hai dài vừa.",
        "Câu ba dài vừa.",
    ]


@given(st.text(alphabet="aă b.;,: \nĐ1-", max_size=300), st.integers(5, 60))
def test_splitting_loses_and_doubles_nothing(text: str, limit: int) -> None:
    spans = split_long(text, Span(0, len(text)), limit)
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        assert span.end - span.start <= limit or " " not in span.of(text)[:limit]


_LINE = st.sampled_from(
    [
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "Điều 2. Văn bản này có hiệu lực.",
        "1. Khoản một gồm:",
        "2. Khoản hai. Câu sau; rồi vế cuối.",
        "a) Điểm a;",
        "đ) Điểm đ.",
        "- gạch đầu dòng",
        "II. MỤC TIÊU",
        "# Đề mục",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Nơi nhận:",
        "TM. CHÍNH PHỦ",
        "PHỤ LỤC II",
        "“1. Trích dẫn mở",
        "đóng lại”.",
        "Một đoạn văn dài. " * 9,
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(_LINE, min_size=1, max_size=14), st.integers(30, 400))
def test_any_order_of_lines_is_covered_once(lines: list[str], limit: int) -> None:
    try:
        document = read("\n\n".join(lines))
    except ReadError:
        return
    check(document, Config(passage_chars=limit))


def _real_files(shared: Path) -> list[SourceFile]:
    folders = ("seeds", "documents/resolutions", "documents/office", "documents/html")
    files = [file for folder in folders for file in discover(shared / folder)[0]]
    return [file for file in files if file.absolute.stat().st_size < 1_100_000]


def test_real_documents_are_covered_once(shared: Path) -> None:
    files = _real_files(shared)
    assert len(files) > 30
    for file in files:
        for document in read_file(file, CONFIG):
            check(document)


def test_real_law_has_its_articles_and_pages(shared: Path) -> None:
    name = "luat-giao-dich-dien-tu-cong-bao.pdf"
    path = shared / "documents" / "law" / name
    document = read_file(SourceFile(path.parent, name, path), CONFIG)[0]
    steps = [step for p in passages(document, CONFIG) for step in p.path]
    articles = {step.number for step in steps if step.level is Level.DIEU}
    assert {str(number) for number in range(1, 54)} <= articles
    assert "CÔNG BÁO" not in document.text
    pages = [p.pages for p in passages(document, CONFIG)]
    assert all(page is not None and 1 <= page[0] <= page[1] for page in pages)
    assert pages == sorted(pages, key=lambda page: page or (0, 0))


@pytest.mark.parametrize("number", ["1", "2"])
def test_a_plan_labels_its_targets(number: str, shared: Path) -> None:
    path = shared / "documents" / "resolutions" / "57-NQ-TW-2024.md"
    document = read_file(SourceFile(path.parent, path.name, path), CONFIG)[0]
    found = [p for p in passages(document, CONFIG) if p.label.startswith(f"mục II.{number}")]
    assert found
    assert all("II. MỤC TIÊU" in p.index_text for p in found)
