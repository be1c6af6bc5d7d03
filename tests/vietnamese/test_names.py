from __future__ import annotations

import pytest

from assistant.vietnamese.names import Person, bodies, head_of_post, persons


def the(text: str) -> Person:
    [person] = persons(text)
    assert text[person.start : person.end] in (person.name, person.name.split()[-1])
    return person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Trần Văn Bình đã đến.", "Trần Văn Bình"),
        ("bà Lê Thị An nói", "Lê Thị An"),
        ("đồng chí Vũ Hà dự họp", "Vũ Hà"),
        ("Theo TS. Đỗ Minh Quân, việc đã xong", "Đỗ Minh Quân"),
        ("Giám đốc Sở Xây dựng Hoàng Văn Tám ký", "Hoàng Văn Tám"),
        ("Lý Thu Hà cho biết", "Lý Thu Hà"),
        ("nhạc sĩ Phan Ngọc Sơn viết", "Phan Ngọc Sơn"),
        ("Chủ tịch UBND xã Lê Thị An nói", "Lê Thị An"),
    ],
)
def test_a_name(text: str, name: str) -> None:
    assert the(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Thành phố Hải Phòng trồng cây.",
        "Sở Khoa học và Công nghệ ban hành.",
        "Việc này do Ủy ban nhân dân lo.",
        "bài “Lê Thị An” được hát",
        "Phường Lê Thị An lập mới",
        "gộp xã Lê Thị An và xã Hồ Bình",
        "đặc khu Bạch Long Vĩ",
        "Đoàn Hội thẩm họp",
        "trồng cây xanh",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Chủ tịch UBND thành phố Trần Văn Bình nói", "Chủ tịch UBND thành phố "),
        ("Ông Trần Văn Bình, Phó Chủ tịch UBND tỉnh, cho biết", "Phó Chủ tịch UBND tỉnh"),
        ("Ông Trần Văn Bình - Giám đốc Sở Y tế - cho biết", "Giám đốc Sở Y tế"),
        ("Ông Trần Văn Bình cho biết", ""),
    ],
)
def test_the_post_beside_a_name(text: str, post: str) -> None:
    person = the(text)
    assert text[person.post_start : person.post_end] == post


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Ông Trần Văn Bình cho biết cây đã lớn.", True),
        ("Theo ông Trần Văn Bình, cây đã lớn.", True),
        ("Ông Trần Văn Bình, Giám đốc Sở Y tế, nhấn mạnh:", True),
        ("Ông Trần Văn Bình trồng cây.", False),
        ("Cây của ông Trần Văn Bình đã lớn.", False),
    ],
)
def test_who_speaks(text: str, speaks: bool) -> None:
    assert the(text).speaks is speaks


def test_a_short_form_stands_for_the_full_name_before_it() -> None:
    text = "Ông Trần Văn Bình đến sớm. Bà Lê Thị An đến sau. Ông Bình cho biết cây đã lớn."
    assert [p.name for p in persons(text)] == ["Trần Văn Bình", "Lê Thị An", "Trần Văn Bình"]
    last = persons(text)[-1]
    assert text[last.start : last.end] == "Bình"
    assert last.speaks
    assert persons("Ông Bình cho biết cây đã lớn.") == []


def test_a_range_of_a_text() -> None:
    text = "Ông Trần Văn Bình đến sớm. Bà Lê Thị An đến sau."
    assert [p.name for p in persons(text, text.index("Bà"))] == ["Lê Thị An"]
    assert [p.name for p in persons(text, 0, text.index("Bà"))] == ["Trần Văn Bình"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Phó Chủ tịch UBND", "pho chu tich"),
        ("chu tich la ai", "chu tich"),
        ("Chánh Văn phòng Ủy ban", "chanh van phong"),
        ("Quyền  Giám đốc Sở", "quyen giam doc"),
        ("Chỉ huy trưởng ban chỉ huy xã", None),
        ("trồng cây", None),
        ("Đất bị thu hồi thì đền bù ra sao?", None),
        ("Đại sứ quán thuê đất bao lâu?", None),
    ],
)
def test_head_of_post(text: str, post: str | None) -> None:
    assert head_of_post(text) == post


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Xây dựng chủ trì, báo cáo.", ["Sở Xây dựng"]),
        ("do Sở Khoa học và Công nghệ Hải Phòng chủ trì", ["Sở Khoa học và Công nghệ Hải Phòng"]),
        ("giao Bộ Y tế phối hợp Bộ Tài chính", ["Bộ Y tế", "Bộ Tài chính"]),
        ("UBND thành phố Đà Nẵng ban hành", ["UBND thành phố Đà Nẵng"]),
        ("Ủy ban nhân dân tỉnh Lâm Đồng giao", ["Ủy ban nhân dân tỉnh Lâm Đồng"]),
        ("Ban Thường vụ Thành ủy Hải Phòng họp", ["Ban Thường vụ Thành ủy Hải Phòng"]),
        ("Thủ tướng Chính phủ phê duyệt", ["Thủ tướng Chính phủ"]),
        ("Bộ Chính trị ban hành", ["Bộ Chính trị"]),
        ("Hiệp hội Phần mềm và Dịch vụ công nghệ thông tin Việt Nam nói",
         ["Hiệp hội Phần mềm và Dịch vụ công nghệ thông tin Việt Nam"]),
        ("Giám đốc Sở Xây dựng Trần Văn Bình nói", ["Sở Xây dựng"]),
        ("Sở KH&CN Hà Nội báo cáo", ["Sở KH&CN Hà Nội"]),
        ("Ban Chỉ đạo chuyển đổi số thành phố họp", ["Ban Chỉ đạo chuyển đổi số thành phố"]),
        ("do Trung tâm Phục vụ hành chính công tiếp nhận", ["Trung tâm Phục vụ hành chính công"]),
        ("Bộ Tư pháp quyết định", ["Bộ Tư pháp"]),
        ("theo 12/KH-UBND và 5/NQ-HĐND", []),
        ("bộ hồ sơ, sở thích, ban ngày", []),
        ("", []),
    ],
)  # fmt: skip
def test_bodies(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in bodies(text)] == expected
