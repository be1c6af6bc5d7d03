"""Metadata from front matter and letterheads; nothing where nothing is certain."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.schema import Document, Relation, RelationKind, Source


def read(folder: Path, text: str, name: str = "a.md") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    return read_file(SourceFile(folder, name, folder / name), Config())[0]


def test_front_matter_speaks_first(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "---\ntitle: Kế hoạch số hóa\nkind: Kế hoạch\nnumber: 7/KH-UBND\nissuer: UBND tỉnh\n"
        "issued: 2024-02-03\neffective: '05/02/2024'\nplace: Sơn La\npublisher: Cổng tỉnh\n"
        "published: 2024-02-04\nurl: https://vi.du/7\nreplaces: [6/KH-UBND]\n"
        "based_on: Quyết định 749/QĐ-TTg\n---\n# Kế hoạch\n\nNội dung.\n",
    )
    assert document.title == "Kế hoạch số hóa"
    assert (document.kind, document.number) == ("kế hoạch", "7/KH-UBND")
    assert (document.issued, document.effective) == (date(2024, 2, 3), date(2024, 2, 5))
    assert (document.issuer, document.place) == ("UBND tỉnh", "Sơn La")
    assert document.source == Source("Cổng tỉnh", "https://vi.du/7", date(2024, 2, 4))
    assert document.relations == (
        Relation(RelationKind.THAY_THE, "6/KH-UBND"),
        Relation(RelationKind.CAN_CU, "749/QĐ-TTg"),
    )
    assert "title:" not in document.text


LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH LÂM ĐỒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-UBND
Lâm Đồng, ngày 05 tháng 3 năm 2024
QUYẾT ĐỊNH
Về việc ban hành bộ chỉ số hài lòng
Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;
Điều 1. Ban hành kèm theo Quyết định này bộ chỉ số.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 4 năm 2024 và thay thế Quyết định số \
9/QĐ-UBND ngày 02 tháng 01 năm 2020.
"""


def test_letterhead(tmp_path: Path) -> None:
    document = read(tmp_path, LETTERHEAD, "a.txt")
    assert document.number == "12/QĐ-UBND"
    assert document.kind == "quyết định"
    assert document.title == "Quyết định 12/QĐ-UBND Về việc ban hành bộ chỉ số hài lòng"
    assert document.issuer == "Ủy ban nhân dân tỉnh Lâm Đồng"
    assert document.place == "Lâm Đồng"
    assert (document.issued, document.effective) == (date(2024, 3, 5), date(2024, 4, 1))
    assert document.relations == (
        Relation(RelationKind.CAN_CU, "61/2018/NĐ-CP"),
        Relation(RelationKind.THAY_THE, "9/QĐ-UBND"),
    )


def test_a_draft_has_no_number_and_no_date(tmp_path: Path) -> None:
    draft = LETTERHEAD.replace("Số: 12/QĐ-UBND", "Số: /QĐ-UBND").replace(
        "ngày 05 tháng 3", "ngày tháng"
    )
    document = read(tmp_path, draft, "a.txt")
    assert document.number is None
    assert document.issued is None


def test_a_letter_has_its_office_and_its_subject(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "VĂN PHÒNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 2450/VPCP-KGVX\nV/v đẩy mạnh chuyển đổi số\nHà Nội, ngày 05 tháng 3 năm 2024\n"
        "Kính gửi: Bộ Thông tin và Truyền thông.\nVăn phòng Chính phủ thông báo như sau.\n",
        "a.txt",
    )
    assert (document.kind, document.number) == ("công văn", "2450/VPCP-KGVX")
    assert document.issuer == "Văn phòng Chính phủ"
    assert document.title == "Công văn 2450/VPCP-KGVX V/v đẩy mạnh chuyển đổi số"
    assert document.issued == date(2024, 3, 5)


ASSEMBLY = """ỦY BAN THƯỜNG VỤ
QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 7/2025/UBTVQH15
NGHỊ QUYẾT
CHƯƠNG TRÌNH GIÁM SÁT NĂM 2026
ỦY BAN THƯỜNG VỤ QUỐC HỘI
Điều 1. Chương trình
1. Thay thế cụm từ “cũ” bằng “mới” tại Điều 5 của Luật Lưu trữ số 33/2024/QH15.
Điều 2. Hiệu lực
1. Nghị quyết này có hiệu lực thi hành sau 15 ngày, kể từ ngày được thông qua.
2. Nghị quyết số 9/2016/UBTVQH13 đã được sửa đổi theo Nghị quyết số 8/2018/UBTVQH14 hết hiệu lực \
kể từ ngày Nghị quyết này có hiệu lực thi hành.
Nghị quyết này được Ủy ban Thường vụ Quốc hội khóa XV thông qua ngày 20 tháng 5 năm 2025.
"""


def test_an_assembly_dates_its_documents_by_their_adoption(tmp_path: Path) -> None:
    document = read(tmp_path, ASSEMBLY, "a.txt")
    assert document.number == "7/2025/UBTVQH15"
    assert document.issuer == "Ủy ban Thường vụ Quốc hội"
    assert document.title == "Nghị quyết 7/2025/UBTVQH15 CHƯƠNG TRÌNH GIÁM SÁT NĂM 2026"
    assert (document.issued, document.effective) == (date(2025, 5, 20), date(2025, 6, 4))
    assert document.relations == (Relation(RelationKind.THAY_THE, "9/2016/UBTVQH13"),)


def test_an_amending_law_names_what_it_amends_where_it_is_enacted(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 7/2022/QH15\nLUẬT\n"
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT LƯU TRỮ\n"
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Lưu trữ số 1/2011/QH13 đã "
        "được sửa đổi theo Luật số 2/2015/QH13.\nĐiều 1. Sửa đổi\n1. Bãi bỏ khoản 2 Điều 3.\n",
        "a.txt",
    )
    assert document.relations == (Relation(RelationKind.SUA_DOI, "1/2011/QH13"),)


def test_a_plain_note_has_a_title_and_nothing_else(tmp_path: Path) -> None:
    document = read(tmp_path, "Ghi chú họp giao ban\n\nViệc một.\n\nViệc hai.\n", "a.txt")
    assert document.title == "Ghi chú họp giao ban"
    found = (document.kind, document.number, document.issuer, document.issued, document.place)
    assert found == (None, None, None, None, None)


def test_the_seeds_are_dated_and_placed_only_where_they_say_so(shared: Path) -> None:
    found = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        document = read_file(SourceFile(path.parent, path.name, path), Config())[0]
        found[path.name[:3]] = (document.place, document.issued)
    assert found == {
        "000": ("Hải Phòng", None),
        "001": ("Hải Phòng", date(2024, 11, 22)),
        "002": ("Hải Phòng", None),
        "003": ("Thừa Thiên Huế", None),
        "004": ("Đà Nẵng", date(2023, 5, 30)),
    }


def test_numbers_of_real_documents(shared: Path) -> None:
    folder = shared / "documents"
    wanted = {
        "resolutions/57-NQ-TW-2024.md": ("57-NQ/TW", "Bộ Chính trị", date(2024, 12, 22)),
        "resolutions/20-NQ-TW-2012.md": (
            "20-NQ/TW",
            "Ban Chấp hành Trung ương",
            date(2012, 11, 1),
        ),
        "resolutions/69-KL-TW.md": ("69-KL/TW", "Bộ Chính trị", date(2024, 1, 11)),
        "resolutions/NQ03.md": ("03/NQ-CP", "Chính phủ", date(2025, 1, 9)),
        "resolutions/NQ03 PL1 chi tieu.md": (None, None, None),
        "office/KH-CCHC-2026-LamDong.docx": (None, "Ủy ban nhân dân tỉnh Lâm Đồng", None),
        "law/luat-giao-dich-dien-tu-cong-bao.pdf": ("20/2023/QH15", "Quốc hội", date(2023, 6, 22)),
    }
    for name, expected in wanted.items():
        document = read_file(SourceFile(folder, name, folder / name), Config())[0]
        assert (document.number, document.issuer, document.issued) == expected, name
