"""Web pages of law databases: numbered lists, tables, attributes, buttons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.documents.webpages import read_html
from assistant.schema import Document


def texts(body: str) -> list[str]:
    return [
        line.text or " | ".join(line.cells)
        for line in read_html(f"<html><body>{body}</body></html>").lines
    ]


def test_items_of_a_numbered_list_have_their_numbers() -> None:
    assert texts(
        "<p>Gồm các việc sau đây của cơ quan:</p>"
        "<ol start=2><li>Số hóa hồ sơ<ol type=a><li>Quét</li><li>Lưu</li></ol></li>"
        "<li value=7>Đào tạo</li><li>8. Kiểm tra</li></ol>"
    ) == ["Gồm các việc sau đây của cơ quan:", "2. Số hóa hồ sơ", "a) Quét", "b) Lưu",
          "7. Đào tạo", "8. Kiểm tra"]  # fmt: skip


def test_cells_that_reach_down_keep_the_columns() -> None:
    assert texts(
        "<table><tr><th>Lĩnh vực</th><th>Chỉ tiêu</th><th>Mức</th></tr>"
        "<tr><td rowspan=2>Kinh tế</td><td>GRDP</td><td>8%</td></tr>"
        "<tr><td>Thu</td><td>9%</td></tr><tr><td>Xã hội</td><td>Nghèo</td><td>1%</td></tr></table>"
    ) == ["Lĩnh vực | Chỉ tiêu | Mức", "Kinh tế | GRDP | 8%", " | Thu | 9%", "Xã hội | Nghèo | 1%"]


def test_a_header_of_two_rows_is_one() -> None:
    assert (
        texts(
            "<table><tr><td rowspan=2>Nhiệm vụ</td><td colspan=2>Cơ quan</td></tr>"
            "<tr><td>Chủ trì</td><td>Phối hợp</td></tr>"
            "<tr><td>Số hóa</td><td>Sở A</td><td>Sở B</td></tr>"
            "<tr><td>Đào tạo</td><td>Sở B</td><td>Sở A</td></tr></table>"
        )[0]
        == "Nhiệm vụ | Cơ quan – Chủ trì | Cơ quan – Phối hợp"
    )


ATTRIBUTES = """<html><body><main><h1>Văn bản hợp nhất số 8 /VBHN-BTP Quy định chế độ báo cáo</h1>
<div><div>Thuộc tính</div><div>Tải về</div></div><table>%s</table></main></body></html>"""


def cell(label: str, value: str) -> str:
    return (
        f'<td><div><span class="item-label">{label}</span>'
        f'<span class="item-content">{value}</span></div></td>'
    )


def read(folder: Path, page: str) -> Document:
    path = folder / "a.html"
    path.write_text(page, encoding="utf-8")
    return read_file(SourceFile(folder, path.name, path), Config())[0]


def test_a_page_of_attributes_says_what_it_is_and_no_more(tmp_path: Path) -> None:
    pairs = (
        ("Số hiệu", "8 /VBHN-BTP"), ("Loại văn bản", "Văn bản hợp nhất"), ("Ngành", "--"),
        ("Ngày ký xác thực", "18/12/2025"), ("Ngày có hiệu lực", "19/12/2025"),
        ("Cơ quan ban hành", "Bộ Tư pháp"), ("Người ký", "Lò Văn Minh"),
    )  # fmt: skip
    rows = "".join(f"<tr>{cell(*pair)}</tr>" for pair in pairs)
    document = read(tmp_path, ATTRIBUTES % rows)
    assert (document.number, document.kind) == ("8/VBHN-BTP", "văn bản hợp nhất")
    assert (document.issuer, document.place) == ("Bộ Tư pháp", "Việt Nam")
    assert (document.issued, document.effective) == (date(2025, 12, 18), date(2025, 12, 19))
    assert document.quality.note == "trang chỉ có thuộc tính, không có toàn văn"
    assert document.text.splitlines()[1:] == [
        "Số hiệu: 8 /VBHN-BTP",
        "Loại văn bản: Văn bản hợp nhất",
        "Ngày ký xác thực: 18/12/2025",
        "Ngày có hiệu lực: 19/12/2025",
        "Cơ quan ban hành: Bộ Tư pháp",
        "Người ký: Lò Văn Minh",
    ]


def test_rows_of_buttons_counters_and_paywalls_go() -> None:
    assert texts(
        "<h1>Tra cứu</h1><div>01</div><h2>Nghị định 7/2026/NĐ-CP</h2>"
        "<div><a>Tổng quan</a> <a>Hiệu lực</a> <a>Lưu</a></div>"
        "<p>Để xem hiệu lực Quý khách vui lòng nâng cấp tài khoản</p><p>Ban hành: 07/05/2026</p>"
    ) == ["Tra cứu", "Nghị định 7/2026/NĐ-CP", "Ban hành: 07/05/2026"]


def test_pages_of_the_law_database_have_their_articles(shared: Path) -> None:
    path = shared / "documents" / "html" / "doc_000047.html"
    document = read_file(SourceFile(path.parent, path.name, path), Config())[0]
    assert document.number == "116/2025/QH15"
    assert "Điều 45. Điều khoản chuyển tiếp" in document.text
    assert "Thuộc tính" not in document.text
