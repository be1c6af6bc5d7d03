from __future__ import annotations

from dataclasses import replace

import pytest
from policies import ARTICLE, DECISION, FORMER, PLAN, RESOLUTION, line, piece

from assistant.answering.anchors import Anchor, bind
from assistant.retrieval.questions import analyse


def broken(asked: str, text: str, words: str) -> tuple[Anchor, ...]:
    return bind(analyse(asked), piece(text, words)).broken


def test_without_anchors_nothing_is_broken() -> None:
    binding = bind(analyse("Tỷ lệ che mát là bao nhiêu?"), piece(RESOLUTION, "đạt 42,5%"))
    assert (binding.broken, binding.factor) == ((), 1.0)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Tỷ lệ che mát năm 2025?", ()),
        ("Tỷ lệ che mát năm 2030?", (Anchor.YEAR,)),
        ("Tỷ lệ che mát năm 2021?", (Anchor.YEAR,)),
        ("Tỷ lệ che mát ở Hải Phòng?", ()),
        ("Tỷ lệ che mát ở Đà Nẵng?", (Anchor.PLACE,)),
        ("Tỷ lệ che mát ở Hải Dương?", (Anchor.PLACE,)),
        ("Tỷ lệ che mát theo Nghị quyết 03-NQ/TU?", ()),
        ("Tỷ lệ che mát theo Nghị quyết 3?", ()),
        ("Tỷ lệ che mát theo Nghị quyết 103-NQ/TU?", (Anchor.DOCUMENT,)),
        ("Tỷ lệ che mát theo Kế hoạch 03?", (Anchor.DOCUMENT,)),
        ("Bà Lê Thị An nói gì về che mát?", (Anchor.NAME,)),
        ("Che mát ở Đà Nẵng năm 2030?", (Anchor.PLACE, Anchor.YEAR)),
    ],
)
def test_an_item_of_a_resolution(asked: str, expected: tuple[Anchor, ...]) -> None:
    assert broken(asked, RESOLUTION, "đạt 42,5%") == expected


def test_what_the_sentence_itself_names_binds_closest() -> None:
    own = bind(analyse("Muối năm 2022?"), piece(FORMER, "diêm dân")).factor
    above = bind(analyse("Che mát năm 2025?"), piece(RESOLUTION, "đạt 42,5%")).factor
    assert own == 1.0
    assert 0.9 <= above < own


def test_a_document_that_the_sentence_names_binds_it() -> None:
    assert broken("Nghị quyết 03-NQ/TU ban hành ngày nào?", PLAN, "thực hiện") == ()
    assert broken("Nghị quyết 103-NQ/TU ban hành ngày nào?", PLAN, "thực hiện") == (
        Anchor.DOCUMENT,
    )


def test_a_year_of_another_kind_of_column_does_not_hide_the_row() -> None:
    assert broken("Trạm sạc có mái che năm 2030?", DECISION, "trạm sạc") == ()
    assert broken("Trạm sạc có mái che năm 2035?", DECISION, "trạm sạc") == (Anchor.YEAR,)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Ông Trần Văn Bình nói gì?", ()),
        ("Bà Lê Thị An nói gì?", ()),
        ("Bà Phạm Thị Hoa nói gì?", (Anchor.NAME,)),
        ("Ông Nguyễn Văn Bình nói gì?", (Anchor.NAME,)),  # a namesake
    ],
)
def test_a_person_must_be_spoken_of(asked: str, expected: tuple[Anchor, ...]) -> None:
    words = "Lê Thị An" if "An" in asked else "xếp thứ"
    assert broken(asked, ARTICLE, words) == expected


def test_a_former_province_is_found_by_its_own_name_alone() -> None:
    assert broken("Bình Thuận thu bao nhiêu muối?", FORMER, "diêm dân") == ()
    assert broken("Lâm Đồng thu bao nhiêu muối?", FORMER, "diêm dân") == (Anchor.PLACE,)


def test_an_abbreviation_that_a_rank_is_asked_of_must_stand_there() -> None:
    evidence = line("Huế xếp thứ 5 cả nước về chỉ số XYZ.", place="Huế")
    assert bind(analyse("Huế xếp thứ mấy về XYZ?"), evidence).broken == ()
    assert bind(analyse("Huế xếp thứ mấy về UVW?"), evidence).broken == (Anchor.NAME,)


def test_a_law_of_the_year_asked_about_binds_what_is_told_of_it() -> None:
    evidence = line("Giá sạp theo Luật Chợ số 45/2013/QH13 áp dụng đến hết năm 2025.")
    assert bind(analyse("Giá sạp theo luật 2013 áp dụng đến khi nào?"), evidence).broken == ()
    other = analyse("Giá sạp theo luật 2003 áp dụng đến khi nào?")
    assert bind(other, evidence).broken == (Anchor.YEAR,)


def test_the_year_that_a_value_is_compared_with_is_not_its_own() -> None:
    asked = analyse("Kinh tế của Huế năm 2025 tăng bao nhiêu?")
    compared = line("Kinh tế tăng 13% so với năm 2025.", place="Huế", issued="2026-02-01")
    assert Anchor.YEAR in bind(asked, compared).broken
    own = line("Năm 2025 kinh tế tăng 11% so với năm 2024.", place="Huế")
    assert Anchor.YEAR not in bind(asked, own).broken
    both = analyse("Kinh tế của Huế tăng bao nhiêu so với năm 2025?")
    assert Anchor.YEAR not in bind(both, compared).broken


def test_a_programme_that_carries_out_a_resolution_is_not_its_word() -> None:
    asked = analyse("Nghị quyết 57-NQ/TW đặt mục tiêu cây xanh bao nhiêu?")
    told = line("Nghị quyết 57-NQ/TW đặt mục tiêu cây xanh 30%.")
    carried = line("Chương trình thực hiện Nghị quyết số 57-NQ/TW đặt mục tiêu cây xanh 40%.")
    assert bind(asked, carried).factor < bind(asked, told).factor


def test_a_province_as_it_is_now_is_told_of_by_later_texts() -> None:
    sentence = "Dân số của Hải Phòng là 2 triệu người."
    text = f"---\nnumber: 03-NQ/TU\nissued: 2021-10-26\n---\n# Nghị quyết\n\n{sentence}\n"
    evidence = piece(text, "Dân số")
    now = bind(analyse("Hải Phòng mới có dân số bao nhiêu?"), evidence)
    then = bind(analyse("Hải Phòng có dân số bao nhiêu?"), evidence)
    assert now.factor < then.factor


def test_the_header_of_a_table_names_what_its_rows_are_of() -> None:
    text = "# Xếp hạng của Đà Nẵng\n\n| Năm | Hạng CSX |\n|---|---|\n| 2022 | 24/63 |\n"
    asked = "Năm 2022 Đà Nẵng xếp thứ mấy về {}?"
    assert broken(asked.format("CSX"), text, "24/63") == ()
    assert broken(asked.format("CSY"), text, "24/63") == (Anchor.NAME,)


def test_the_nation_is_no_name_that_a_text_must_hold() -> None:
    text = "# Chỉ số\n\nChỉ số xanh thuộc nhóm 50 nước.\n"
    binding = bind(analyse("Chỉ số xanh đưa Việt Nam vào nhóm mấy nước?"), piece(text, "nhóm"))
    assert binding.factor == 1.0


def test_a_commune_of_other_marks_counts_less() -> None:
    text = "# Xã\n\nXã Đà Bắc có một chợ.\n"
    asked = "Xã {} có mấy chợ?"
    named, other = (
        bind(analyse(asked.format(name)), piece(text, "chợ")).factor
        for name in ("Đà Bắc", "Đá Bạc")
    )
    assert (named, other) == (1.0, 0.9)


TREES = (
    "---\nnumber: 12/KH-UBND\nissued: 2025-12-30\n---\n"
    "# Kế hoạch trồng cây năm 2026\n\nBan hành ngày 30/12/2025, ông Lê Văn An ký.\n"
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Kế hoạch trồng cây 2026 do ai ký?", ()),
        ("Ai ký kế hoạch trồng cây 2027?", (Anchor.YEAR,)),
        ("Kế hoạch trồng cây ban hành năm 2025 do ai ký?", ()),
        ("Năm 2026 thành phố trồng bao nhiêu cây?", (Anchor.YEAR,)),
    ],
)
def test_a_year_that_names_a_paper_is_none_of_what_it_tells(
    asked: str, expected: tuple[Anchor, ...]
) -> None:
    assert broken(asked, TREES, "ông Lê") == expected


OF_THE_NEW_UNIT = """\
---
title: Kế hoạch cây xanh năm 2026 của tỉnh Lâm Đồng
kind: kế hoạch
place: Lâm Đồng
---

Tỷ lệ che mát năm 2026 đạt 50%.
"""


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Tỷ lệ che mát của Đắk Nông cũ năm 2026?", ()),
        ("Tỷ lệ che mát của tỉnh Đắk Nông trước đây năm 2026?", ()),
        ("Tỷ lệ che mát của Đắk Nông năm 2026?", (Anchor.PLACE,)),
        ("Tỷ lệ che mát của Đắk Nông cũ năm 2024?", (Anchor.PLACE, Anchor.YEAR)),
        ("Tỷ lệ che mát của Quảng Nam cũ năm 2026?", (Anchor.PLACE,)),
    ],
)
def test_a_part_that_is_no_more_has_what_its_new_unit_has(
    asked: str, expected: tuple[Anchor, ...]
) -> None:
    assert broken(asked, OF_THE_NEW_UNIT, "che mát") == expected


def test_another_generation_of_a_technology_answers_nothing() -> None:
    text = "# Mạng\n\nPhủ sóng 5G cho 99% người dân.\n"
    assert broken("Phủ sóng 5G cho bao nhiêu phần trăm dân?", text, "99%") == ()
    assert broken("Phủ sóng 6G cho bao nhiêu phần trăm dân?", text, "99%") == (Anchor.NAME,)


def test_a_scan_is_of_the_place_whose_marks_were_read_wrong() -> None:
    text = "# ỦY BAN NHÂN DÂN TỈNH LÂM ĐÔNG\n\nHội đồng có 9 thành viên.\n"
    read = piece(text, "9 thành")
    asked = analyse("Hội đồng của Lâm Đồng có mấy thành viên?")
    assert bind(asked, read).broken == (Anchor.PLACE,)
    quality = replace(read.document.quality, origin="ocr")
    scan = replace(read, document=replace(read.document, quality=quality, place=None))
    assert bind(asked, scan).broken == ()
    elsewhere = analyse("Hội đồng của Huế có mấy thành viên?")
    assert bind(elsewhere, scan).broken == (Anchor.PLACE,)
