"""Rungs of laws, of Party resolutions and of articles, and the labels officials use."""

from __future__ import annotations

import pytest

from assistant.schema import Block, BlockKind, Document, Level, Step
from assistant.structure import sections
from assistant.structure.endings import opens_ending
from assistant.structure.labels import path_label, path_slug
from assistant.structure.marks import POINT_LETTERS, read_mark
from assistant.structure.outline import Part, outline


def make(
    *lines: str | tuple[str, BlockKind], title: str = "Văn bản", kind: str | None = None
) -> Document:
    blocks: list[Block] = []
    texts: list[str] = []
    offset = 0
    for line in lines:
        text, block_kind = (line, BlockKind.PARAGRAPH) if isinstance(line, str) else line
        level = 2 if block_kind is BlockKind.HEADING else 0
        blocks.append(Block(block_kind, offset, offset + len(text), level))
        texts.append(text)
        offset += len(text) + 1
    return Document("d", "d.md", "0" * 64, title, "\n".join(texts), tuple(blocks), kind=kind)


def labels(document: Document) -> list[str]:
    return [path_label(section.path) for section in sections(document)]


@pytest.mark.parametrize(
    ("text", "level", "number"),
    [
        ("Phần thứ nhất", Level.PHAN, "thứ nhất"),
        ("Chương II", Level.CHUONG, "II"),
        ("CHƯƠNG IV. ĐIỀU KHOẢN THI HÀNH", Level.CHUONG, "IV"),
        ("Mục 1. QUẢN LÝ VĂN BẢN ĐI", Level.MUC, "1"),
        ("Tiểu mục 2. Chi", Level.TIEU_MUC, "2"),
        ("Điều 5. Giải thích từ ngữ", Level.DIEU, "5"),
        ("Điều 12a. Quyền", Level.DIEU, "12a"),
        ("1. Văn bản là thông tin", Level.SO, "1"),
        ("9.Sắp xếp toàn bộ", Level.SO, "9"),
        ("1- Phát triển khoa học", Level.SO, "1"),
        ("2.1- Đổi mới cơ chế", Level.SO, "2.1"),
        ("đ) Số hóa", Level.DIEM, "đ"),
        ("I- QUAN ĐIỂM", Level.LA_MA, "I"),
        ("IV. TỔ CHỨC THỰC HIỆN", Level.LA_MA, "IV"),
        ("A- TÌNH HÌNH", Level.PHAN, "A"),
        ("PHỤ LỤC II", Level.PHU_LUC, "II"),
    ],
)
def test_marks(text: str, level: Level, number: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.level, mark.number) == (level, number)


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5 của Luật này quy định về hồ sơ",
        "1.579/1.937 dịch vụ công",
        "26/10/2021 là ngày ban hành",
        "3-5 năm tới",
        "2025 là năm cuối",
        "Mục tiêu tổng quát",
        "Phần lớn hồ sơ đã xử lý",
        "Chương trình hành động",
        "Phụ lục kèm theo Nghị định này gồm ba biểu",
        "f) không có điểm này",
        "5G phủ sóng toàn tỉnh",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


def test_point_letters_follow_the_official_alphabet() -> None:
    assert POINT_LETTERS.index("đ") == POINT_LETTERS.index("d") + 1
    assert not set("fjwz") & set(POINT_LETTERS)


LAW = make(
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi điều chỉnh",
    "Luật này quy định về hồ sơ.",
    "Điều 2. Nguyên tắc",
    "1. Công khai.",
    "2. Đúng hạn, gồm:",
    "a) Tiếp nhận;",
    "d) Xử lý;",
    "đ) Trả kết quả.",
    "Nơi nhận:",
    "- Như Điều 3;",
    "PHỤ LỤC I",
    "DANH MỤC",
    "1. Biểu một.",
)


def test_law_is_nested() -> None:
    assert labels(LAW) == [
        "Chương I",
        "Điều 1",
        "Điều 2",
        "khoản 1 Điều 2",
        "khoản 2 Điều 2",
        "điểm a khoản 2 Điều 2",
        "điểm d khoản 2 Điều 2",
        "điểm đ khoản 2 Điều 2",
        "Phụ lục I",
        "Phụ lục I, mục 1",
    ]
    found = {path_label(s.path): s for s in sections(LAW)}
    assert found["Chương I"].path[-1] == Step(Level.CHUONG, "I", "QUY ĐỊNH CHUNG")
    assert LAW.text[found["khoản 2 Điều 2"].start : found["khoản 2 Điều 2"].end] == (
        "2. Đúng hạn, gồm:\na) Tiếp nhận;\nd) Xử lý;\nđ) Trả kết quả."
    )


def test_recipients_and_signatures_stand_outside() -> None:
    entries, _ = outline(LAW)
    outside = [LAW.text[e.block.start : e.block.end] for e in entries if e.part is Part.OUTSIDE]
    assert outside == ["Nơi nhận:", "- Như Điều 3;"]
    assert opens_ending("TM. CHÍNH PHỦ", "THỦ TƯỚNG")
    assert opens_ending("CHỦ TỊCH QUỐC HỘI", "Nguyễn Văn Minh")
    assert not opens_ending("QUYẾT NGHỊ:", "Điều 1. Phạm vi")
    assert not opens_ending("CHỦ TỊCH QUỐC HỘI", "Điều 1. Phạm vi")


def test_party_scheme() -> None:
    document = make(
        ("I- QUAN ĐIỂM", BlockKind.HEADING),
        "1. Đột phá.",
        ("II- MỤC TIÊU", BlockKind.HEADING),
        ("1. Đến năm 2030", BlockKind.HEADING),
        ("- Kinh tế số đạt 30% GDP.", BlockKind.ITEM),
        "a) Hạ tầng.",
        ("2. Đến năm 2045", BlockKind.HEADING),
        "2.1. Xã hội số.",
    )
    assert labels(document) == [
        "mục I",
        "mục I.1",
        "mục II",
        "mục II.1",
        "mục II.1 điểm a",
        "mục II.2",
        "mục II.2.1",
    ]


def test_a_programme_inside_an_article_ends_at_the_next_article() -> None:
    document = make(
        "Điều 1. Phê duyệt Đề án với nội dung sau:",
        "I. MỤC TIÊU",
        "1. Nâng cao chất lượng.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    )
    assert [path for path in labels(document) if path.startswith("Điều")][-1] == "Điều 2"
    assert sections(document)[-1].path == (Step(Level.DIEU, "2", ""),)


def test_quoted_provisions_open_no_rungs() -> None:
    document = make(
        "Điều 1. Sửa đổi một số điều",
        "1. Bổ sung Điều 12a như sau:",
        "“Điều 12a. Tác giả",
        "1. Tác giả là người sáng tạo.",
        "2. Đồng tác giả là những người cùng sáng tạo.”.",
        "2. Sửa đổi Điều 15.",
    )
    assert labels(document) == ["Điều 1", "khoản 1 Điều 1", "khoản 2 Điều 1"]


def test_press_headings_are_sections() -> None:
    document = make(
        ("Tên bài", BlockKind.HEADING),
        "Đoạn mở đầu.",
        ("Dữ liệu là tài nguyên", BlockKind.HEADING),
        "Đoạn hai.",
    )
    assert [s.path for s in sections(document)] == [
        (Step(Level.TIEU_DE, "", "Dữ liệu là tài nguyên"),)
    ]


def test_labels_and_slugs() -> None:
    point = (Step(Level.DIEU, "5"), Step(Level.KHOAN, "2"), Step(Level.DIEM, "đ"))
    assert path_label(point) == "điểm đ khoản 2 Điều 5"
    assert path_slug(point) == "dieu-5.khoan-2.diem-dd"
    assert path_slug((*point[:2], Step(Level.DIEM, "d"))) == "dieu-5.khoan-2.diem-d"
    assert path_label((Step(Level.BANG, "1"), Step(Level.DONG, "4"))) == "bảng 1 dòng 4"
    assert path_label((Step(Level.DOAN, "7"),)) == "đoạn 7"
    appended = (Step(Level.PHU_LUC, "I"), Step(Level.BANG, ""), Step(Level.DONG, "4"))
    assert path_label(appended) == "Phụ lục I, dòng 4"
