"""When two short answers are the same, and when they only look it."""

from __future__ import annotations

import pytest

from evals.forms import has_fact, normal_form, same_answer


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("  Hoà   Bình. ", "hoà bình"),
        ("Hòa Bình", "hoà bình"),
        ("400 tỉ đồng", "400 tỷ đồng"),
        ("2021 – 2025", "2021-2025"),
        ("cảng biển-logistics", "cảng biển-logistics"),
        ("“Chuyển đổi số”;", "chuyển đổi số"),
        ("Khoảng 400", "khoảng 400"),
        ("Thu\u0309y", "thuỷ"),
    ],
)
def test_normal_form(text: str, form: str) -> None:
    assert normal_form(text) == form


SAME = [
    # spelling
    ("Sáng tạo xanh - Tương lai", "Sáng tạo xanh – Tương lai."),
    ("hoà bình", "Hòa Bình"),
    # leading words
    ("năm 2025", "2025"),
    ("khoảng 400 tỉ đồng", "400 tỷ đồng"),
    ("tối thiểu 40%", "40%"),
    ("40%", "tối thiểu 40%"),
    ("hơn một nửa", "một nửa"),
    ("hơn 50%", "trên 50%"),
    ("≥ 30%", "tối thiểu 30%"),
    # dates
    ("03/06/2020", "3/6/2020"),
    ("ngày 3 tháng 6 năm 2020", "3/6/2020"),
    ("sáng ngày 29/4", "29/4"),
    ("22.11", "ngày 22/11"),
    ("tháng 6/2023", "6/2023"),
    # figures
    ("14 phần trăm", "14%"),
    ("81 nhiệm vụ cụ thể", "81 nhiệm vụ"),
    ("81 nhiệm vụ", "81 nhiệm vụ cụ thể"),
    ("81", "81 nhiệm vụ cụ thể"),
    ("25", "25 điểm du lịch"),
    ("15.777ha", "15.777 ha"),
    ("từ 3 – 5 năm", "3-5 năm"),
    ("0,4 nghìn tỷ đồng", "400 tỷ đồng"),
    ("20%", "trên 20%/năm"),
    ("thứ 3", "vị trí thứ 3/63 tỉnh, thành phố"),
    # persons
    ("ông Lê Văn Nam", "Lê Văn Nam"),
    ("Lê Văn Nam", "TS. Lê Văn Nam"),
    ("PGS.TS. Lê Văn Nam", "Lê Văn Nam"),
    ("Phó giáo sư, tiến sĩ Lê Văn Nam", "Lê Văn Nam"),
    ("Phó Chủ tịch UBND xã Đoàn Kết Lê Văn Nam", "Lê Văn Nam"),
]

DIFFERENT = [
    # digits inside digits, and another unit
    ("14", "114"),
    ("114", "14"),
    ("14%", "14"),
    ("14", "14%"),
    ("1", "14"),
    ("10 lao động", "10.000 lao động"),
    ("15.777", "15.777 ha"),
    ("400 triệu đồng", "400 tỷ đồng"),
    ("5%", "5 điểm phần trăm"),
    # another thing counted, another whole, another rank
    ("81 dự án", "81 nhiệm vụ"),
    ("81 nhiệm vụ cụ thể", "81 nhiệm vụ lớn"),
    ("60% doanh nghiệp", "60% hồ sơ công việc"),
    ("20%/quý", "20%/năm"),
    ("3 năm", "3-5 năm"),
    ("1.579", "1.579/1.937"),
    ("thứ 13", "thứ 3"),
    ("thứ 3/63", "thứ 3/64"),
    ("3", "thứ 3"),
    # dates
    ("3/6/2021", "3/6/2020"),
    ("6/3/2020", "3/6/2020"),
    ("3/6", "3/6/2020"),
    ("quý I/2024", "2024"),
    ("cuối năm 2025", "năm 2025"),
    ("2025 hồ sơ", "2025"),
    ("2025%", "2025"),
    # five is not a year
    ("năm trụ cột", "trụ cột"),
    # bounds
    ("dưới 50%", "trên 50%"),
    ("dưới 50%", "50%"),
    ("tối đa 50%", "ít nhất 50%"),
    # names
    ("Văn Nam", "Lê Văn Nam"),
    ("Lê Văn Nam", "Nguyễn Văn Nam"),
    ("Chủ tịch", "Phó Chủ tịch"),
    ("Phó Chủ tịch", "Chủ tịch"),
    ("Chủ tịch UBND thành phố Hải Phòng", "Hải Phòng"),
    ("Sở Tài chính", "Giám đốc Sở Tài chính"),
    # document numbers and spans of words
    ("03-NQ/TU", "103-NQ/TU"),
    ("03-NQ/TW", "03-NQ/TU"),
    ("Sở Thông tin", "Sở Thông tin và Truyền thông"),
]


@pytest.mark.parametrize(("got", "accepted"), SAME)
def test_same(got: str, accepted: str) -> None:
    assert same_answer(got, [accepted])


@pytest.mark.parametrize(("got", "accepted"), DIFFERENT)
def test_different(got: str, accepted: str) -> None:
    assert not same_answer(got, [accepted])


@pytest.mark.parametrize("got", [None, "", " . "])
def test_nothing_is_no_answer(got: str | None) -> None:
    assert not same_answer(got, ["60%"])
    assert not same_answer(got, [])


def test_a_bound_of_one_form_holds_for_all() -> None:
    forms = ["trên 50%", "50%"]
    assert same_answer("50%", forms)
    assert same_answer("hơn 50%", forms)
    assert not same_answer("dưới 50%", forms)
    assert not same_answer("khoảng 50%", forms)
    assert same_answer("dưới 50%", ["dưới 50%", "50%"])


# --- facts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ba trụ cột: Cảng biển - logistics, du lịch.", "cảng biển-logistics"),
        ("Tỷ lệ là 17% ở xã.", "17%"),
        ("Tỷ lệ là 17%.", "17%"),
        ("Có 14 khu phố", "14"),
        ("giai đoạn 2021 - kinh tế số", "kinh tế số"),
        ("nhờ hoà giải", "hòa giải"),
    ],
)
def test_fact_stands(text: str, fact: str) -> None:
    assert has_fact(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Tỷ lệ là 117%.", "17%"),
        ("Tỷ lệ là 3,17%.", "17%"),
        ("Tỷ lệ là 17%.", "17"),
        ("Tỷ lệ là 17,5 điểm.", "17"),
        ("Tỷ lệ là 1.017 hồ sơ", "017"),
        ("dữ liệu lớn", "dữ liệu l"),
        ("", "dữ liệu"),
    ],
)
def test_fact_does_not_stand(text: str, fact: str) -> None:
    assert not has_fact(text, fact)
