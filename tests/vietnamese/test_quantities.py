from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import Comparator
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity, Trend, parse_number, quantities


def the(text: str) -> Quantity:
    [quantity] = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("5", 5), ("03", 3), ("100", 100), ("1.000", 1000), ("437.621", 437621),
        ("1.234.567", 1234567), ("81,5", 81.5), ("0,75", 0.75), ("1.234,5", 1234.5),
        ("3.2", 3.2), ("7,500", 7500), ("1,234,567", 1234567), ("1,234.5", 1234.5),
        ("0,500", 0.5), ("12.34", 12.34), ("1234", 1234), ("1234,5", 1234.5),
        ("1.2.3", None), ("12.34.56", None), ("1,2,3", None), ("", None), ("abc", None),
        ("1.", None), (".5", None),
    ],
)  # fmt: skip
def test_parse_number(digits: str, value: float | None) -> None:
    assert parse_number(digits) == value


@pytest.mark.parametrize(
    ("digits", "value"),
    [("81,5", 81.5), ("3.2", 3.2), ("17,125", 17.125), ("17.125", 17.125), ("100", 100)],
)
def test_a_percentage_has_no_thousands(digits: str, value: float) -> None:
    assert parse_number(digits, percent=True) == value


def test_100_is_never_1000() -> None:
    assert parse_number("100") != parse_number("1.000")
    assert [q.value for q in quantities("100 cây, 1.000 cây")] == [100, 1000]


def vietnamese(whole: int, decimals: str) -> str:
    grouped = f"{whole:,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


@given(st.integers(0, 10**12), st.from_regex(r"(?:\d{1,2})?", fullmatch=True))
def test_a_number_written_the_vietnamese_way_is_read_back(whole: int, decimals: str) -> None:
    expected = float(f"{whole}.{decimals}") if decimals else float(whole)
    assert parse_number(vietnamese(whole, decimals)) == expected


@given(st.integers(0, 10**7), st.from_regex(r"(?:[1-9])?", fullmatch=True))
def test_a_number_is_read_back_from_a_sentence(whole: int, decimals: str) -> None:
    written = vietnamese(whole, decimals)
    text = f"Toàn thành phố có {written} ha rừng, do xã quản lý."
    quantity = the(text)
    assert text[quantity.start : quantity.end] == f"{written} ha"
    assert quantity.unit == "ha"
    assert quantity.value == (float(f"{whole}.{decimals}") if decimals else float(whole))


@given(st.integers(0, 1000))
def test_a_percentage_is_read_back(tenths: int) -> None:
    written = f"{tenths // 10},{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"
    text = f"Tỷ lệ xử lý đạt {written}."
    quantity = the(text)
    assert (quantity.value, quantity.unit) == (pytest.approx(tenths / 10), "%")
    assert text[quantity.value_start : quantity.end] == written


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("25%", 25, "%"),
        ("25 %", 25, "%"),
        ("25 phần trăm", 25, "%"),
        ("81,5%.", 81.5, "%"),
        ("tăng 2 điểm phần trăm", 2, "điểm %"),
        ("5.000 đồng", 5000, "đồng"),
        ("12 nghìn đồng", 12_000, "đồng"),
        ("12 ngàn đồng", 12_000, "đồng"),
        ("12 triệu đồng", 12e6, "đồng"),
        ("12 tỷ đồng", 12e9, "đồng"),
        ("12 tỉ đồng", 12e9, "đồng"),
        ("11.000 tỷ đồng", 11_000 * 1e9, "đồng"),
        ("11 nghìn tỷ đồng", 11e12, "đồng"),
        ("1,5 triệu USD", 1.5e6, "USD"),
        ("30 đô la Mỹ", 30, "USD"),
        ("3,2 tỷ", 3.2e9, ""),
        ("40 km", 40, "km"),
        ("40 km2", 40, "km2"),
        ("40 km²", 40, "km2"),
        ("120 ha", 120, "ha"),
        ("120 héc ta", 120, "ha"),
        ("30 phút", 30, "phút"),
        ("6 lần", 6, "lần"),
        ("15 ngày", 15, "ngày"),
        ("100 Mbps", 100, "Mbps"),
        ("50 nghìn tấn", 50_000, "tấn"),
        ("1,2 triệu người", 1.2e6, "người"),
        ("40.000 cây", 40_000, ""),
    ],
)
def test_a_value_with_its_unit(text: str, value: float, unit: str) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.unit) == (value, unit)
    assert (quantity.upper, quantity.of, quantity.rank, quantity.written) == (
        None, None, False, False,
    )  # fmt: skip
    assert the(fold(text)) == quantity


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("đạt", Comparator.EQUAL),
        ("ít nhất", Comparator.AT_LEAST),
        ("tối thiểu", Comparator.AT_LEAST),
        ("tối thiểu đạt", Comparator.AT_LEAST),
        ("tối thiểu phải đạt", Comparator.AT_LEAST),
        ("không thấp hơn", Comparator.AT_LEAST),
        ("không ít hơn", Comparator.AT_LEAST),
        ("không dưới", Comparator.AT_LEAST),
        ("≥", Comparator.AT_LEAST),
        (">=", Comparator.AT_LEAST),
        ("tối đa", Comparator.AT_MOST),
        ("không quá", Comparator.AT_MOST),
        ("không vượt quá", Comparator.AT_MOST),
        ("≤", Comparator.AT_MOST),
        ("hơn", Comparator.MORE),
        ("trên", Comparator.MORE),
        ("vượt", Comparator.MORE),
        (">", Comparator.MORE),
        ("dưới", Comparator.LESS),
        ("ít hơn", Comparator.LESS),
        ("thấp hơn", Comparator.LESS),
        ("chưa đầy", Comparator.LESS),
        ("<", Comparator.LESS),
        ("gần", Comparator.ABOUT),
        ("khoảng", Comparator.ABOUT),
        ("từ", Comparator.EQUAL),
        ("dựa trên", Comparator.EQUAL),
    ],
)
def test_how_a_value_binds(words: str, comparator: Comparator) -> None:
    text = f"Tỷ lệ che phủ {words} 42,5% diện tích"
    quantity = the(text)
    assert quantity.comparator is comparator
    assert text[quantity.value_start : quantity.end] == "42,5%"
    bound = "" if comparator is Comparator.EQUAL else f"{words} "
    assert text[quantity.start : quantity.end] == f"{bound}42,5%"


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("35-40%", 35, 40, "%"),
        ("35 - 40%", 35, 40, "%"),
        ("35–40%", 35, 40, "%"),
        ("35 đến 40%", 35, 40, "%"),
        ("25% đến 30%", 25, 30, "%"),
        ("25% - 30%", 25, 30, "%"),
        ("từ 3-5 năm", 3, 5, "năm"),
        ("2-3 triệu đồng", 2e6, 3e6, "đồng"),
    ],
)
def test_ranges(text: str, value: float, upper: float, unit: str) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.upper, quantity.unit) == (value, upper, unit)


def test_a_ratio_keeps_its_whole() -> None:
    quantity = the("1.579/1.937 hồ sơ")
    assert (quantity.value, quantity.of) == (1579, 1937)


@pytest.mark.parametrize(
    ("text", "value", "of", "comparator"),
    [
        ("xếp thứ 3/63", 3, 63, Comparator.EQUAL),
        ("đứng thứ 3 cả nước", 3, None, Comparator.EQUAL),
        ("đứng thứ nhất cả nước", 1, None, Comparator.EQUAL),
        ("đứng thứ hai cả nước", 2, None, Comparator.EQUAL),
        ("đứng thứ tư cả nước", 4, None, Comparator.EQUAL),
        ("XẾP THỨ TƯ CẢ NƯỚC", 4, None, Comparator.EQUAL),
        ("ở vị trí 12", 12, None, Comparator.EQUAL),
        ("top 10 cả nước", 10, None, Comparator.AT_MOST),
        ("tốp 10 cả nước", 10, None, Comparator.AT_MOST),
        ("nhóm 5 địa phương", 5, None, Comparator.AT_MOST),
    ],
)
def test_ranks(text: str, value: float, of: float | None, comparator: Comparator) -> None:
    quantity = the(text)
    assert quantity.rank
    assert (quantity.value, quantity.of, quantity.comparator) == (value, of, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "hằng năm có hội",
        "hàng năm tổ chức hội",
        "hang nam to chuc hoi",
        "lần thứ nhất",
        "kỳ họp thứ 15",
        "Đại hội lần thứ 13",
        "sáng thứ hai họp",
        "thứ Năm họp tiếp",
        "thứ 3, ngày 5/6/2024",
        "Thứ nhất, trồng cây; thứ hai, giữ rừng",
        "Thứ tự ưu tiên hỗ trợ như sau",
        "a) THỨ TỰ các phần trong báo cáo",
        "xếp theo thứ tự của danh sách",
        "xếp hạng tự động",
    ],
)
def test_what_counts_years_days_meetings_or_points_is_no_rank(text: str) -> None:
    assert quantities(text) == []


def test_a_rank_before_a_comma_stays_one() -> None:
    assert the("đứng thứ hai, sau Hà Nội").rank


@pytest.mark.parametrize(
    ("text", "value"), [("ba trụ cột", 3), ("Hai nhóm", 2), ("gồm mười loài", 10)]
)
def test_numbers_in_words(text: str, value: float) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.unit, quantity.written) == (value, "", True)


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("35 ngân hàng", 35, "35"),  # no 35 ngàn
        ("3 động lực", 3, "3"),  # no 3 đồng
        ("12 đồng chí", 12, "12"),
        ("3 dong luc", 3, "3"),
        ("6 làn xe", 6, "6"),  # no 6 lần
        ("5 giấy phép", 5, "5"),  # no 5 giây
        ("3 quy trình", 3, "3"),  # no 3 quý
        ("gắn 120 camera", 120, "120"),  # not “gần”
        ("120 năm 2023", 120, "120"),
        ("thu 50 nghìn", 50_000, "50 nghìn"),  # not “thứ 50”
        ("12 nghìn quỹ", 12_000, "12 nghìn"),
    ],
)
def test_a_word_that_only_folds_to_a_unit_is_none(text: str, value: float, written: str) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.unit) == (value, "")
    assert quantity.comparator is Comparator.EQUAL
    assert text[quantity.start : quantity.end] == written


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("xuất khẩu giảm 16%", Trend.DOWN),
        ("doanh thu giảm trên 30%", Trend.DOWN),
        ("tăng trưởng bình quân trên 20%/năm", Trend.UP),
        ("lượng khách (tăng 5%)", Trend.UP),
        ("tăng cường 5 đội", None),
        ("giám sát 16% dự án", None),
        ("tăng nhanh, đạt 16%", None),
    ],
)
def test_which_way_a_value_moved(text: str, trend: Trend | None) -> None:
    assert the(text).trend is trend


@pytest.mark.parametrize(
    ("text", "of_group"),
    [
        ("dân số từ 15 tuổi trở lên", True),
        ("người đủ 18 tuổi", True),
        ("trẻ dưới 6 tuổi", True),
        ("tuổi thọ bình quân đạt 75 tuổi", False),
    ],
)
def test_an_age_that_marks_off_a_group(text: str, of_group: bool) -> None:
    assert the(text).of_group is of_group


@pytest.mark.parametrize(
    ("text", "comparator"),
    [("đạt 60% trở lên", Comparator.AT_LEAST), ("từ 7 điểm trở xuống", Comparator.AT_MOST)],
)
def test_a_bound_that_follows_its_value(text: str, comparator: Comparator) -> None:
    assert the(text).comparator is comparator


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("12 tr.đ", 12e6, "đồng"), ("500 trđ", 5e8, "đồng"), ("5 tỷ đ", 5e9, "đồng"),
     ("15.777ha", 15_777, "ha"), ("3.2%", 3.2, "%"), ("7,500 người", 7500, "người"),
     ("11 nghìn tỷ đồng", 11e12, "đồng")],
)  # fmt: skip
def test_short_and_glued_units(text: str, value: float, unit: str) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.unit) == (value, unit)
    assert (quantity.start, quantity.end) == (0, text.find(" người") + 6 if "người" in text
                                             else len(text))  # fmt: skip


@given(
    st.sampled_from(["tối thiểu", "trên", "khoảng", "không quá", "dưới", ""]),
    st.integers(1, 999),
    st.sampled_from([("tỷ đồng", 1e9), ("nghìn tỷ đồng", 1e12), ("triệu đồng", 1e6)]),
)
def test_money_is_read_back(words: str, value: int, unit: tuple[str, float]) -> None:
    written = f"{words} {value} {unit[0]}".strip()
    text = f"Kinh phí là {written} mỗi dự án"
    quantity = the(text)
    assert (quantity.value, quantity.unit) == (value * unit[1], "đồng")
    assert text[quantity.start : quantity.end] == written


@pytest.mark.parametrize(
    "text",
    ["công nghiệp 4.0", "khoản 1, 2 Điều 3", "Điều 5 và 6 của Luật", "phiên bản 2.0",
     "Luật số 12/2022/QH15", "Đề án 06", "khoản 2 Điều 7 Nghị định 30/2020/NĐ-CP"],
)  # fmt: skip
def test_a_number_of_a_document_or_article_is_no_figure(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    "text", ["điểm a khoản 3 Điều 10", "Phụ lục 2", "mục 4.2", "trang 15", "Quý 3"]
)
def test_a_place_in_a_document_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_what_is_spelt_like_a_place_in_a_document_is_a_quantity() -> None:
    assert [q.value for q in quantities("mức 5 triệu đồng, khoản 3 tỷ đồng, bằng 2 lần")] == [
        5e6, 3e9, 2,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "theo 03-NQ/TU và 749/QĐ-TTg",
        "Nghị định 30/2020/NĐ-CP",
        "Nghị quyết 57",
        "ngày 26/10/2021",
        "tháng 6/2023",
        "năm 2025",
        "giai đoạn 2021-2025",
        "một cửa",
        "năm nay",
        "máy và bà",
        "",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_several_in_one_sentence() -> None:
    text = "Đến năm 2025, 90% hồ sơ cấp tỉnh, 80% cấp huyện và trên 60% cấp xã; chi 12 tỷ đồng."
    assert [text[q.start : q.end] for q in quantities(text)] == [
        "90%", "80%", "trên 60%", "12 tỷ đồng",
    ]  # fmt: skip


@given(st.text(alphabet="0123456789.,%/- đtỷồngha", max_size=40))
def test_spans_are_in_order_and_inside(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.value_start
        assert quantity.start <= quantity.value_start < quantity.end <= len(text)
        end = quantity.end
