from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policies import read

from assistant.figures import figures_in
from assistant.schema import Comparator, Document, Figure, Role, Span

HEAD = "---\ntitle: Văn bản thử\nplace: Lâm Đồng\n---\n\n"


def document(text: str) -> Document:
    return read(HEAD + text + "\n")


def figures(text: str) -> list[Figure]:
    whole = document(text)
    return figures_in(whole, Span(0, len(whole.text)))


def the(text: str) -> Figure:
    [figure] = figures(text)
    return figure


def test_a_figure_with_all_that_the_sentence_says_of_it() -> None:
    text = "Đến năm 2030, tỷ lệ che phủ rừng của Huế đạt ít nhất 57,5%."
    whole = document(text)
    [figure] = figures_in(whole, Span(0, len(whole.text)))
    assert figure.document_id == whole.id
    assert figure.indicator == "tỷ lệ che phủ rừng của Huế"
    assert (figure.comparator, figure.value, figure.upper) == (Comparator.AT_LEAST, 57.5, None)
    assert (figure.unit, figure.role, figure.year) == ("%", Role.TARGET, 2030)
    assert figure.place == "Huế"
    assert figure.value_span.of(whole.text) == "ít nhất 57,5%"
    assert figure.sentence_span.of(whole.text) == text


def test_what_a_colon_announces_is_whose_it_is_behind_it() -> None:
    text = "Mức 35% về kinh tế số có ở hai nơi: Kế hoạch số 7/KH-UBND đặt mục tiêu 35% năm 2025."
    assert [(f.value, f.year, f.role, f.quoted_from) for f in figures(text)] == [
        (35.0, 2025, Role.TARGET, "7/KH-UBND"),
        (35.0, 2025, Role.TARGET, "7/KH-UBND"),
    ]


def test_a_value_in_brackets_is_of_the_document_before_it() -> None:
    text = "Mục tiêu nêu tại Nghị quyết 03-NQ/TU (25%) và Kế hoạch 6/KH-UBND năm 2025 (35%)."
    assert [f.quoted_from for f in figures(text)] == ["03-NQ/TU", "6/KH-UBND"]


def test_what_a_paper_reports_in_a_plan_is_a_result() -> None:
    text = (
        "---\ntitle: Kế hoạch phát triển kinh tế số đến năm 2030\nkind: Kế hoạch\n---\n\n"
        "Tạp chí Đất Việt ngày 18/9/2024 dẫn công bố của Cục Thống kê: cuối năm 2023, kinh tế số "
        "của Huế đạt 29,7%, cao hơn chỉ tiêu 25% vào năm 2025."
    )
    whole = read(text + "\n")
    found = figures_in(whole, Span(0, len(whole.text)))
    assert [(f.value, f.role) for f in found] == [(29.7, Role.RESULT), (25.0, Role.TARGET)]


def test_the_nation_is_spoken_of_beyond_a_closed_bracket() -> None:
    text = "Cho cả nước, cục A tính 12,67% (theo báo B), còn cục C tính 14,26%."
    assert [f.place for f in figures(text)] == ["Việt Nam", "Việt Nam"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Phấn đấu trồng 5 ha rừng.", Role.TARGET),
        ("Mục tiêu là 90% hồ sơ.", Role.TARGET),
        ("Đã trồng 5 ha rừng.", Role.RESULT),
        ("Có 15 loài cây.", Role.COUNT),
        ("Tỉnh xếp thứ 5/34 cả nước.", Role.RANK),
        ("Kinh phí trồng rừng 12 tỷ đồng.", Role.BUDGET),
        ("Kinh phí trồng rừng 2 triệu euro.", Role.BUDGET),
        ("Lãi 12 tỷ đồng.", Role.RESULT),
    ],
)
def test_what_a_figure_is_for(text: str, role: Role) -> None:
    assert the(text).role is role


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Năm 2022 đạt 40%, năm 2023 đạt 45%.", [2022, 2023]),
        ("Đạt 40% năm 2022.", [2022]),
        ("Đạt 40%.", [None]),
        ("Từ ngày 5/3/2024, mở 12 chợ.", [2024]),
        ("Theo 30/2020/NĐ-CP, mở 12 chợ.", [None]),
    ],
)
def test_the_year_nearest_before_the_value(text: str, year: list[int | None]) -> None:
    assert [figure.year for figure in figures(text)] == year


def test_the_place_of_the_document_where_the_sentence_names_none() -> None:
    assert the("Trồng 5 ha rừng.").place == "Lâm Đồng"
    assert the("Huế trồng 5 ha rừng.").place == "Huế"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đạt 35-40% kế hoạch.", (35, 40, "%")),
        ("Chi 11 nghìn tỷ đồng.", (11e12, None, "đồng")),
        ("Trồng 1.000 ha.", (1000, None, "ha")),
        ("Trồng 100 ha.", (100, None, "ha")),
    ],
)
def test_values_in_their_unit(text: str, expected: tuple[float, float | None, str]) -> None:
    figure = the(text)
    assert (figure.value, figure.upper, figure.unit) == expected


def test_each_value_has_its_own_words() -> None:
    assert [f.indicator for f in figures("Rừng phòng hộ 42,5%, rừng sản xuất 30%.")] == [
        "Rừng phòng hộ",
        "rừng sản xuất",
    ]


@pytest.mark.parametrize(
    "text", ["Theo 03-NQ/TU ngày 26/10/2021.", "Ba trụ cột.", "Khoản 2 Điều 5.", "Trồng rừng."]
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_only_the_span_asked_for() -> None:
    whole = document("Trồng 5 ha rừng. Bán 7 tấn muối. Mua 9 tấn gạo.")
    start, end = whole.text.index("Bán"), whole.text.index(" Mua")
    assert [f.value for f in figures_in(whole, Span(start, end))] == [7]


@given(st.text(alphabet="0123456789.,%;: đạthaNăm tỷ", min_size=1, max_size=60))
def test_every_span_lies_in_its_sentence(text: str) -> None:
    whole = Document("a", "a.md", "0", "A", text, ())
    for figure in figures_in(whole, Span(0, len(text))):
        assert figure.sentence_span.contains(figure.value_span)
        assert figure.value_span.of(text) == figure.value_span.of(text).strip() != ""
