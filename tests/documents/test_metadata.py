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
