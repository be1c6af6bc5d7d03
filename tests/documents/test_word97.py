"""Word 97 files: what stands on the page comes out, in order and in Unicode."""

from __future__ import annotations

import struct

import pytest
from office_files import DELETED, HIDDEN, IN_TABLE, LISTED, Para, doc, font, row_end

from assistant.documents.lines import Draft
from assistant.documents.word97 import read_word97
from assistant.documents.word97_file import OlderWordError
from assistant.errors import ReadError


def texts(draft: Draft) -> list[str]:
    return [" | ".join(cell for cell in line.cells if cell) or line.text for line in draft.lines]


def test_paragraphs_come_out_without_what_is_deleted_hidden_or_field_code() -> None:
    data = doc(
        [
            Para([("Điều 1. Phạm vi ", b""), ("cũ ", DELETED), ("bí mật ", HIDDEN), ("mới", b"")]),
            Para([("Xem \x13 REF a \x14trang 5\x15 nhé\x0bDòng hai", b"")]),
            Para([("a\x1eb", b"")]),
        ]
    )
    assert texts(read_word97(data)) == [
        "Điều 1. Phạm vi mới",
        "Xem trang 5 nhé",
        "Dòng hai",
        "a-b",
    ]


def test_text_in_legacy_fonts_is_converted_run_by_run() -> None:
    data = doc(
        [
            Para([("bé tµi chÝnh", font(1))]),
            Para([("C¨n cø NghÞ ®Þnh cña Thñ t\xadíng ", font(2)), ("và đã có", font(0))]),
            Para([("Chính phủ", font(2))]),
            Para([("Nhaø nöôùc", font(3))]),
        ],
        ["Times New Roman", ".VnTimeH", ".VnTime", "VNI-Times"],
    )
    draft = read_word97(data)
    assert texts(draft) == [
        "BỘ TÀI CHÍNH",
        "Căn cứ Nghị định của Thủ tướng và đã có",
        "Chính phủ",
        "Nhà nước",
    ]
    assert draft.quality.origin == "converted"
    assert draft.quality.note == "chuyển từ TCVN3 và VNI"


def test_a_table_has_its_cells_and_merged_ones_are_kept_apart() -> None:
    cell = "\x07"
    data = doc(
        [
            Para([("TT", b"")], IN_TABLE, cell),
            Para([("Việc", b"")], IN_TABLE, cell),
            Para([("Hạn", b"")], IN_TABLE, cell),
            Para([], row_end([0, 1000, 3000, 5000]), cell),
            Para([("1", b"")], IN_TABLE, cell),
            Para([("Họp", b"")], IN_TABLE),
            Para([("giao ban", b"")], IN_TABLE, cell),
            Para([], row_end([0, 1000, 5000]), cell),
            Para([("Hết bảng", b"")]),
        ]
    )
    draft = read_word97(data)
    assert [line.cells for line in draft.lines] == [
        ("TT", "Việc", "Hạn"),
        ("1", "Họp giao ban", ""),
        (),
    ]
    assert [(line.table, line.row) for line in draft.lines] == [(1, 0), (1, 1), (0, 0)]


def test_the_lower_part_of_a_merged_cell_is_empty() -> None:
    cell, first, below = "\x07", 0x20 | 0x40, 0x20
    rows = []
    for words, flag in (("Sở A", first), ("", below)):
        rows += [
            Para([(words, b"")], IN_TABLE, cell),
            Para([("việc", b"")], IN_TABLE, cell),
            Para([], row_end([0, 1000, 2000], [flag]), cell),
        ]
    assert [line.cells for line in read_word97(doc(rows)).lines] == [
        ("Sở A", "việc"),
        ("", "việc"),
    ]


def test_automatic_numbers_are_printed_in_the_font_of_their_list() -> None:
    paragraphs = [Para([("Ph¹m vi", font(1))], LISTED), Para([("§èi t\xadîng", font(1))], LISTED)]
    plain = [Para([("Quy ®Þnh nµy ¸p dông cho c¸c c¬ quan nhµ n\xadíc", font(1))])]
    data = doc([*plain, *paragraphs], ["Arial", ".VnTime"], template="Điều \x00.")
    assert texts(read_word97(data))[1:] == ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]


def test_a_footnote_follows_the_text() -> None:
    data = doc(
        [Para([("Tỷ lệ đạt 80%\x02 trở lên.", b"")]), Para([("Câu sau.", b"")])],
        notes=[(13, "Theo báo cáo năm 2020.")],
    )
    assert [(line.kind.value, line.level, line.text) for line in read_word97(data).lines] == [
        ("paragraph", 0, "Tỷ lệ đạt 80% trở lên."),
        ("paragraph", 0, "Câu sau."),
        ("note", 1, "Theo báo cáo năm 2020."),
    ]


def test_older_and_encrypted_files_are_refused_for_what_they_are() -> None:
    with pytest.raises(OlderWordError, match="đời cũ hơn Word 97"):
        read_word97(doc([Para([("a", b"")])], version=0x68))
    with pytest.raises(ReadError, match="mật khẩu"):
        read_word97(doc([Para([("a", b"")])], flags=0x0100))


def test_text_that_outgrows_its_file_is_refused() -> None:
    data = bytearray(doc([Para([("abc", b"")])]))
    at = data.index(b"\xec\xa5") + 0x4C
    data[at : at + 4] = (2**31 - 1).to_bytes(4, "little")
    with pytest.raises(ReadError, match="hỏng"):
        read_word97(bytes(data))


def test_a_table_in_a_cell_is_read_row_by_row() -> None:
    inner = IN_TABLE + struct.pack("<HI", 0x6649, 2)
    cell_end, row_mark = struct.pack("<HB", 0x244B, 1), struct.pack("<HB", 0x244C, 1)
    data = doc(
        [
            Para([("Trái", b"")], IN_TABLE, "\x07"),
            Para([("a", b"")], inner + cell_end),
            Para([("b", b"")], inner + cell_end),
            Para([], inner + row_mark),
            Para([("sau", b"")], IN_TABLE, "\x07"),
            Para([], row_end([0, 1000, 2000]), "\x07"),
            Para([("Phải", b"")], IN_TABLE, "\x07"),
            Para([("c", b"")], IN_TABLE, "\x07"),
            Para([], row_end([0, 1000, 2000]), "\x07"),
        ]
    )
    assert [line.cells for line in read_word97(data).lines] == [
        ("Trái", "a – b sau"),
        ("Phải", "c"),
    ]
