"""Each format read into the same blocks, and each bad file refused in one clear line."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from assistant.config import Config
from assistant.documents import SourceFile, discover, document_id, read_file
from assistant.documents.formats import decode, marked_share
from assistant.documents.layout import furniture, join_wrapped
from assistant.documents.lines import Line, lay_out
from assistant.errors import ReadError
from assistant.schema import Block, BlockKind, Document

PROSE = "Ủy ban nhân dân xã tiếp nhận hồ sơ trong giờ hành chính và trả kết quả đúng hẹn."


def write(folder: Path, name: str, data: str | bytes) -> SourceFile:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return SourceFile(folder, name, path)


def read(folder: Path, name: str, data: str | bytes) -> Document:
    return read_file(write(folder, name, data), Config())[0]


def shown(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks]


def test_markdown_loses_its_markup_and_nothing_else(tmp_path: Path) -> None:
    source = (
        "# Kế hoạch **thử**\n\n1\\. Chỉ tiêu *quan trọng* ở [cổng](https://a.vn/b_(c)) "
        "đạt 5\\*.\n\n"
        "- mục một\n- mục hai\n  dòng tiếp\n\n| TT | Chỉ tiêu |\n|---|---|\n"
        "| 1 | Hồ sơ ≥ 80% |\n\n---\n"
    )
    assert shown(read(tmp_path, "a.md", source)) == [
        ("heading", "Kế hoạch thử"),
        ("paragraph", "1. Chỉ tiêu quan trọng ở cổng đạt 5*."),
        ("item", "- mục một"),
        ("item", "- mục hai dòng tiếp"),
        ("row", "TT | Chỉ tiêu"),
        ("row", "1 | Hồ sơ ≥ 80%"),
    ]


def test_wrapped_markdown_is_joined_and_emphasis_across_lines_goes(tmp_path: Path) -> None:
    source = (
        "*Căn cứ Luật Tổ chức chính quyền địa phương đã được sửa đổi, bổ sung\n"
        "theo quy định hiện hành của Quốc hội nước Cộng hòa xã hội chủ nghĩa\n"
        "Việt Nam;*\n\n1\\. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của ba xã\n"
        "thành phường mới có tên gọi là **phường Đồng Trám**.\n"
    )
    texts = [text for _, text in shown(read(tmp_path, "a.md", source))]
    assert texts == [
        "Căn cứ Luật Tổ chức chính quyền địa phương đã được sửa đổi, bổ sung theo quy định hiện "
        "hành của Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
        "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của ba xã thành phường mới có tên "
        "gọi là phường Đồng Trám.",
    ]


def test_cells_are_spans_and_empty_cells_empty_spans(tmp_path: Path) -> None:
    document = read(
        tmp_path, "a.md", "| A | B | C |\n|---|---|---|\n|  | giữa |  |\n| x |  | z |\n"
    )
    rows = [b for b in document.blocks if b.kind is BlockKind.ROW and b.row]
    cells = [[c.of(document.text) for c in row.cells] for row in rows]
    assert cells == [["", "giữa", ""], ["x", "", "z"]]
    assert [(row.table, row.row) for row in rows] == [(1, 1), (1, 2)]
    assert all(row.start <= c.start <= c.end <= row.end for row in rows for c in row.cells)


def test_html_keeps_the_article_alone(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html><head><title>Trang</title><style>p{}</style></head><body>"
        "<nav><a href=/>Trang chủ</a></nav><div class='content'><h2>Điều 1. Phạm vi</h2>"
        f"<p>{PROSE}<br>Dòng hai.</p><ul><li>điểm một</li></ul>"
        "<table><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td>Họp</td></tr></table></div>"
        "<aside>Quảng cáo</aside><div class='related'><a href=x>Tin khác</a></div>"
        "<footer>Bản quyền</footer></body></html>"
    )
    assert shown(read(tmp_path, "a.html", page)) == [
        ("heading", "Điều 1. Phạm vi"),
        ("paragraph", PROSE),
        ("paragraph", "Dòng hai."),
        ("item", "điểm một"),
        ("row", "TT | Việc"),
        ("row", "1 | Họp"),
    ]


def _docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Kế hoạch năm", level=1)
    document.add_paragraph("Rà soát thủ tục", style="List Number")
    document.add_paragraph("Công khai kết quả", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["TT", "Việc", "1", "Họp"], strict=True
    ):
        cell.text = text
    document.add_paragraph(PROSE)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word_gives_its_own_numbers_and_its_order(tmp_path: Path) -> None:
    assert shown(read(tmp_path, "a.docx", _docx())) == [
        ("heading", "Kế hoạch năm"),
        ("paragraph", "1. Rà soát thủ tục"),
        ("paragraph", "2. Công khai kết quả"),
        ("row", "TT | Việc"),
        ("row", "1 | Họp"),
        ("paragraph", PROSE),
    ]


def test_page_numbers_and_running_heads_go_and_pages_are_known() -> None:
    pages = [
        [
            f"CÔNG BÁO/Số {100 + n}/Ngày 0{n}-8-2023",
            f"Nội dung riêng {'abcde'[n]} của trang",
            str(n),
        ]
        for n in range(1, 5)
    ]
    # The heads differ in their digits alone; what is between head and number is the page's own.
    assert furniture(pages) == [{0, 2}] * 4


def test_a_paragraph_over_a_page_turn_is_one_and_keeps_the_turn() -> None:
    lines = [
        Line("Ủy ban nhân dân cấp xã có trách nhiệm tiếp nhận và", page=1),
        Line("trả kết quả đúng hẹn.", page=2),
        Line("Điều 2. Hiệu lực", page=2),
    ]
    joined = join_wrapped(lines, 50)
    laid = lay_out(joined, 2)
    assert [line.text for line in joined] == [
        "Ủy ban nhân dân cấp xã có trách nhiệm tiếp nhận và trả kết quả đúng hẹn.",
        "Điều 2. Hiệu lực",
    ]
    assert laid.page_starts == (0, laid.text.index("trả kết quả"))


@pytest.mark.parametrize(
    ("encoding", "bom"), [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("cp1258", b"")]
)
def test_encodings_that_can_be_told(encoding: str, bom: bytes) -> None:
    import unicodedata

    text = PROSE
    if encoding == "cp1258":  # Windows-1258 writes a tone as a combining mark of its own
        tones = "\u0300\u0301\u0303\u0309\u0323"
        text = "".join(
            unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            + "".join(c for c in parts if c in tones)
            for parts in (unicodedata.normalize("NFD", char) for char in PROSE)
        )
    assert decode(bom + text.encode(encoding)) == PROSE


def _bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 5_000_000)
    return buffer.getvalue()


def _encrypted_pdf() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("mat-khau")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _blank_pdf() -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le")

BAD = [
    ("rong.txt", b"", "rỗng"),
    ("trang.md", b" \n\t\n", "rỗng"),
    ("rong.docx", b"", "rỗng"),
    ("nhiphan.txt", bytes(range(256)) * 20, "bảng mã"),
    ("rac.txt", b"abc\x01\x02\x03\x04" * 50, "nhị phân"),
    ("word.docx", OLE, "Word 97 (.doc) hỏng"),
    ("rtf.docx", b"{\\rtf1 " + b"{" * 5_000 + b"abc}", "RTF hỏng"),
    ("rong.rtf", b"{\\rtf1 }", "không có chữ"),
    ("bang.xls", OLE.replace(b"W\0o\0r\0d\0D", b"W\0o\0r\0k\0b\0"), "tài liệu Office"),
    ("hong.docx", b"PK\x03\x04" + bytes(50), "hỏng"),
    ("hong.pdf", b"%PDF-1.7\n" + b"x" * 200, "hỏng"),
    ("bom.docx", _bomb(), "bom nén"),
    ("khoa.pdf", _encrypted_pdf(), "mật khẩu"),
    ("trong.pdf", _blank_pdf(), "không có chữ"),
    ("dau.md", b"---\ntitle: a: b: c\nkind: [x\n---\nthan bai", "YAML"),
    ("corpus.jsonl", b'{"_id": "1", "text": "a b c"}\n{hong\n', "dòng 2"),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_is_refused_in_one_line_that_says_what_to_do(
    name: str, data: bytes, word: str, tmp_path: Path
) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, name, data)
    message = str(caught.value)
    assert word in message
    assert "\n" not in message
    assert "Hãy " in message
    assert message.endswith(".")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "x" * 101)
    with pytest.raises(ReadError, match="quá mức"):
        read_file(file, Config(max_file_bytes=100))


def test_content_decides_before_the_name(tmp_path: Path) -> None:
    page = "<html><body><h1>Thông báo</h1><p>Địa chỉ đã đổi.</p></body></html>"
    assert shown(read(tmp_path, "a.pdf", page)) == [
        ("heading", "Thông báo"),
        ("paragraph", "Địa chỉ đã đổi."),
    ]


def test_the_error_page_of_a_site_is_no_document(tmp_path: Path) -> None:
    page = "<html><body><h1>404 - Not found</h1><p>Không có tệp này.</p></body></html>"
    with pytest.raises(ReadError, match="trang báo lỗi") as caught:
        read(tmp_path, "a.pdf", page)
    assert str(caught.value).endswith("nạp lại.")


def test_marked_share_is_a_ratio_of_letters() -> None:
    assert marked_share("Đà Nẵng 2023") == 3 / 6
    assert marked_share("123") == 0.0


def test_beir_lines_become_documents_named_by_their_id(tmp_path: Path) -> None:
    rows = [
        {"_id": "Luật A#1", "title": "Luật A - Điều 1", "text": "Phạm vi\n\n1. Luật này."},
        {"_id": "p0", "title": "", "text": PROSE},
    ]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    documents = read_file(write(tmp_path, "corpus.jsonl", text), Config())
    assert [d.path for d in documents] == ["Luật A#1", "p0"]
    assert [d.title for d in documents] == ["Luật A - Điều 1", PROSE.rstrip(".")]
    assert documents[0].text == "Phạm vi\n1. Luật này."
    assert documents[1].id == "p0"
    assert len({d.sha256 for d in documents}) == 2


def test_discover_is_sorted_and_says_why_it_skips(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".an/x.md", "README.md", "z.mp3", "a/.git"):
        write(tmp_path, name, "nội dung")
    outside = tmp_path.parent / f"{tmp_path.name}-ngoai.txt"
    outside.write_text("ngoài")
    (tmp_path / "link.txt").symlink_to(outside)
    write(tmp_path, "beir/corpus.jsonl", '{"_id": "1", "text": "a"}')
    write(tmp_path, "beir/khac.txt", "x")
    files, skipped = discover(tmp_path)
    assert [file.path for file in files] == ["a/c.md", "b.txt", "beir/corpus.jsonl"]
    assert [skip.path for skip in skipped] == ["link.txt", "z.mp3"]
    assert ".docx" in skipped[1].reason
    assert "hãy" in skipped[1].reason


def test_ids_are_ascii_unique_and_stable() -> None:
    paths = [
        "kế hoạch.md",
        "ke-hoach.md",
        "ke hoach.md",
        "a/b.md",
        "a-b.md",
        "a.b.md",
        "a.txt",
        "a.md",
    ]
    ids = [document_id(path) for path in paths]
    assert len(set(ids)) == len(ids)
    assert all(i.isascii() and "/" not in i and "#" not in i for i in ids)
    assert document_id("a/b.md") == "a.b"
    assert document_id("corpus.jsonl", "p0") == "p0"
    assert document_id("x/corpus.jsonl", "p0") != document_id("y/corpus.jsonl", "p0")


def test_blocks_cover_the_text_in_order() -> None:
    laid = lay_out([Line("một"), Line("hai", BlockKind.ITEM, 1)], 0)
    assert laid.text == "một\nhai"
    assert laid.blocks == (Block(BlockKind.PARAGRAPH, 0, 3), Block(BlockKind.ITEM, 4, 7, 1))
