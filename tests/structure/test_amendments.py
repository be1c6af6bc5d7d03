"""Quoted provisions of amending laws, numbers with letters, skipped numbers, bare titles."""

from __future__ import annotations

from pathlib import Path

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.schema import Document, Level, Step
from assistant.structure import passages, sections
from assistant.structure.labels import path_label, points_label
from assistant.structure.quotations import quoted_lines


def read(folder: Path, *lines: str, name: str = "a.md") -> Document:
    (folder / name).write_text("\n\n".join(lines), encoding="utf-8")
    return read_file(SourceFile(folder, name, folder / name), Config())[0]


def labels(document: Document) -> list[str]:
    return [path_label(section.path) for section in sections(document)]


def test_quoted_articles_open_no_rungs(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Lưu trữ",
        "1. Bổ sung Điều 12a vào sau Điều 12 như sau:",
        "“Điều 12a. Tác giả",
        "1. Người tạo ra tác phẩm là tác giả.",
        "a) Kể cả người nước ngoài;",
        "2. Người giúp đỡ không là tác giả.”.",
        "2. Sửa đổi khoản 3 Điều 18 như sau:",
        "“3. Hồ sơ nộp một lần.”",
        "Điều 2. Hiệu lực thi hành",
        "Luật này có hiệu lực từ ngày ký.",
    )
    assert labels(document) == [
        "Điều 1",
        "khoản 1 Điều 1",
        "khoản 2 Điều 1",
        "Điều 2",
    ]


def test_a_forgotten_mark_ends_at_the_next_instruction() -> None:
    lines = [
        "3. Bổ sung khoản 4 Điều 11 như sau:",
        "“4. Đánh giá hiệu quả:",
        "a) Phương pháp so sánh.",
        "4. Sửa đổi khoản 3 Điều 18 như sau:",
        "“3. Nội dung đánh giá.”",
        "5. Bãi bỏ khoản 2 Điều 20.",
    ]
    assert quoted_lines(lines) == [False, True, True, False, False, False]


def test_a_second_quoted_article_after_a_mark_closed_too_soon() -> None:
    lines = [
        "Điều 1. Sửa đổi, bổ sung Luật Lưu trữ",
        "1. Bổ sung Điều 19a, 19b vào sau Điều 19 như sau:",
        "“Điều 19a. Nghĩa vụ",
        "1. Nộp đơn đúng hạn.”.",
        "Điều 19b. Quyền",
        "1. Được giao quyền đăng ký.”.",
        "Điều 2. Hiệu lực",
    ]
    assert quoted_lines(lines) == [False, False, True, True, True, True, False]


def test_points_of_quoted_text_are_no_instructions() -> None:
    lines = [
        "1. Sửa đổi, bổ sung khoản 1 Điều 97 như sau:",
        "“1. Chủ văn bằng có quyền:",
        "a) Thay đổi tên của mình;",
        "b) Sửa đổi bản mô tả kèm theo đơn.”.",
    ]
    assert quoted_lines(lines) == [False, True, True, True]


def test_clauses_left_out_of_a_digest_keep_their_numbers(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Điều 1. Sắp xếp",
        "1. Phường A được lập từ phường B.",
        "4. Phường C được lập từ phường D.",
        "111. Xã E được lập từ xã G.",
    )
    found = passages(document, Config())
    assert [p.label for p in found] == ["khoản 1 Điều 1", "khoản 4 Điều 1", "khoản 111 Điều 1"]


def test_a_wrapped_line_that_begins_with_a_number_opens_nothing(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Điều 1. Việc",
        "1. Hồ sơ nộp theo mẫu quy định tại Điều",
        "45. Luật này và nghị định hướng dẫn.",
        "2. Hồ sơ trả lại.",
    )
    assert labels(document) == ["Điều 1", "khoản 1 Điều 1", "khoản 2 Điều 1"]


def test_clauses_with_letters_and_titles_on_the_next_line(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 5",
        "Giải thích từ ngữ",
        "Trong Luật này, từ ngữ được hiểu như sau:",
        "2. Hồ sơ là tập tài liệu.",
        "2a. Hồ sơ số là hồ sơ điện tử.",
        "Điều 5a. Nguyên tắc",
        "1. Công khai.",
    )
    assert labels(document) == [
        "Chương I",
        "Điều 5",
        "khoản 2 Điều 5",
        "khoản 2a Điều 5",
        "Điều 5a",
        "khoản 1 Điều 5a",
    ]
    found = passages(document, Config())
    assert "Điều 5. Giải thích từ ngữ" in found[1].index_text


def test_the_formula_of_adoption_is_no_part_of_the_last_clause(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "Điều 9. Chuyển tiếp",
        "1. Giấy phép cũ còn giá trị.",
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 5 "
        "thông qua ngày 22 tháng 6 năm 2023.",
    )
    found = passages(document, Config())
    assert [p.label for p in found] == ["khoản 1 Điều 9", "đoạn 1"]


def test_a_title_line_is_the_heading_of_what_hangs_from_it(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "I. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "a) Mục tiêu",
        "- Toàn bộ văn bản được cập nhật đúng hạn trên cơ sở dữ liệu quốc gia về pháp luật.",
    )
    (only,) = passages(document, Config())
    assert only.label == "mục I.1 điểm a"
    assert "1. Cải cách thể chế" in only.index_text


def test_several_points_are_named_together() -> None:
    article = (Step(Level.DIEU, "5"), Step(Level.KHOAN, "2"))
    assert points_label(article, ["b", "c", "d"]) == "các điểm b, c và d khoản 2 Điều 5"
    assert points_label((Step(Level.PHU_LUC, "I"), *article), ["a", "đ"]) == (
        "Phụ lục I, các điểm a và đ khoản 2 Điều 5"
    )
    party = (Step(Level.LA_MA, "II"), Step(Level.SO, "1"))
    assert points_label(party, ["a", "b"]) == "mục II.1, các điểm a và b"
