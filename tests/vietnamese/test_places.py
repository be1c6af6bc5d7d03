from __future__ import annotations

import pytest

from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places, same_place, successor


def names(text: str) -> list[str]:
    return [place.name for place in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tại Hải Phòng và Đà Nẵng", ["Hải Phòng", "Đà Nẵng"]),
        ("tỉnh Thừa Thiên Huế", ["Thừa Thiên Huế"]),
        ("Thừa Thiên - Huế", ["Thừa Thiên Huế"]),
        ("Thừa Thiên – Huế", ["Thừa Thiên Huế"]),
        ("TT-Huế", ["Thừa Thiên Huế"]),
        ("UBND TT. Huế", ["Thừa Thiên Huế"]),
        ("thành phố Huế", ["Huế"]),
        ("TP.HCM", ["Thành phố Hồ Chí Minh"]),
        ("TP. HCM", ["Thành phố Hồ Chí Minh"]),
        ("TPHCM", ["Thành phố Hồ Chí Minh"]),
        ("Sài Gòn", ["Thành phố Hồ Chí Minh"]),
        ("thành phố Hồ Chí Minh", ["Thành phố Hồ Chí Minh"]),
        ("Bà Rịa – Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
        ("Bà Rịa-Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
        ("Đăk Lăk, Đắc Lắc", ["Đắk Lắk", "Đắk Lắk"]),
        ("Thanh Hoá, Khánh Hoà", ["Thanh Hóa", "Khánh Hòa"]),
        ("thành phố Cảng", ["Hải Phòng"]),
        ("HP, ĐN, HN", ["Hải Phòng", "Đà Nẵng", "Hà Nội"]),
        ("HẢI PHÒNG", ["Hải Phòng"]),
        ("hải phòng", ["Hải Phòng"]),
        ("", []),
    ],
)
def test_names_in_their_spellings(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kinh te so hai phong", ["Hải Phòng"]),
        ("da nang co bao nhieu ho so", ["Đà Nẵng"]),
        ("kinh te so o hue", ["Huế"]),
        ("tinh hoa binh co gi", ["Hòa Bình"]),
        ("tp hcm co gi", ["Thành phố Hồ Chí Minh"]),
        ("thua thien hue", ["Thừa Thiên Huế"]),
    ],
)
def test_names_without_marks(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "vì hòa bình của nhân dân",
        "hoa binh va phat trien",
        "khu vực Thái Bình Dương",
        "khu vuc Thai Binh Duong",
        "Chủ tịch Hồ Chí Minh nói",
        "học tập tư tưởng Hồ Chí Minh",
        "Học viện Chính trị quốc gia Hồ Chí Minh",
        "số 5 đường Điện Biên Phủ",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "phòng hải quan",
        "hộp HPV, tên HPA",
        "dn nho va vua",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert names(text) == []


def test_a_marked_text_spells_its_names_with_marks() -> None:
    assert names("Vụ kiện tại công ty Da Nang") == []
    assert names("Quang Nam, người Huế") == ["Huế"]


def test_spans_are_those_of_the_text() -> None:
    text = "Từ Hải Dương đến TP. HCM"
    assert [text[p.start : p.end] for p in places(text)] == ["Hải Dương", "TP. HCM"]
    assert [(p.start, p.end) for p in places(text)] == [(3, 12), (17, 24)]


def test_the_longest_name_is_taken() -> None:
    assert names("Thừa Thiên Huế và Huế") == ["Thừa Thiên Huế", "Huế"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hải Dương", "Hải Phòng"),
        ("Quảng Nam", "Đà Nẵng"),
        ("Bình Dương", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
        ("Bình Thuận", "Lâm Đồng"),
        ("Đắk Nông", "Lâm Đồng"),
        ("Thừa Thiên Huế", "Huế"),
        ("Hải Phòng", None),
        ("Hà Nội", None),
        ("Huế", None),
    ],
)
def test_the_unit_that_a_province_became(old: str, new: str | None) -> None:
    assert successor(old) == new


def test_63_units_became_34() -> None:
    olds = {
        name for name in _all_names() if successor(name) is not None and name != "Thừa Thiên Huế"
    }
    news = {name for name in _all_names() if successor(name) is None}
    assert len(news) == 34
    assert len(olds) == 63 - 34
    assert {successor(name) for name in olds} <= news


def _all_names() -> list[str]:
    from assistant.vietnamese import places as module

    return list(module._NAMES)


@pytest.mark.parametrize("name", _all_names())
def test_every_unit_is_found_with_marks_and_behind_a_title_without(name: str) -> None:
    assert names(f"Báo cáo của tỉnh {name}, gửi Chính phủ") == [name]
    assert names(fold(f"bao cao cua tinh {name}, gui")) == [name]


def test_same_place() -> None:
    assert same_place("Huế", "Thừa Thiên Huế")
    assert same_place("Thừa Thiên Huế", "Huế")
    assert same_place("Đà Nẵng", "Đà Nẵng")
    assert not same_place("Đà Nẵng", "Quảng Nam"), "a merger does not make two units one"
