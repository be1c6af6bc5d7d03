from __future__ import annotations

import pytest

from assistant.figures import Years, nature_of, told_years, years_of_value
from assistant.schema import Role
from assistant.vietnamese.quantities import quantities


def years(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return each value of a sentence as written, with its years."""
    spans = [(q.start, q.end) for q in quantities(text) if not q.written]
    return [(text[a:b], years_of_value(text, a, b, spans).own) for a, b in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đạt 25% năm 2025 và 35% năm 2030.", [("25%", (2025,)), ("35%", (2030,))]),
        ("Năm 2025 đạt 25%, năm 2030 đạt 35%.", [("25%", (2025,)), ("35%", (2030,))]),
        ("Đến năm 2025, cấp tỉnh đạt 90%, cấp xã đạt 60%; đến năm 2030 đạt 95%.",
         [("90%", (2025,)), ("60%", (2025,)), ("95%", (2030,))]),
        ("Trồng 12 ha năm 2024; bán 5 tấn muối năm 2023.",
         [("12 ha", (2024,)), ("5 tấn", (2023,))]),
        ("Giai đoạn 2021-2025 trồng 12 ha.", [("12 ha", (2021, 2025))]),
        ("Tháng 6/2025 trồng 12 ha.", [("12 ha", (2025,))]),
        ("Trồng 12 ha.", [("12 ha", ())]),
        ("Các năm 2021 - 2023 lần lượt đạt 1%, 2% và 3%.",
         [("1%", (2021,)), ("2%", (2022,)), ("3%", (2023,))]),
        ("Năm 2024 đạt 13% (năm 2020 và 2021 lần lượt là 1% và 2%), dưới mức 18%.",
         [("13%", (2024,)), ("1%", (2020,)), ("2%", (2021,)), ("18%", (2024,))]),
        ("Lần đầu kể từ năm 2012 trồng 12 ha.", [("12 ha", ())]),
    ],
)  # fmt: skip
def test_each_value_has_the_year_on_its_own_side(
    text: str, expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/3/2024 trồng 12 ha.",
        "Nhiệm kỳ 2020-2025 trồng 12 ha.",
        "Theo 12/2020/NĐ-CP, trồng 12 ha.",
        "Trồng 12 ha, nhiều hơn năm 2023.",
    ],
)
def test_what_is_no_year_of_a_value(text: str) -> None:
    assert years(text) == [("12 ha", ())]


def test_the_year_that_a_value_is_compared_with_is_held_apart() -> None:
    text = "Năm 2024 đạt 40%, tăng 5% so với năm 2020."
    start = text.index("5%")
    spans = [(text.index("40%"), text.index("40%") + 3), (start, start + 2)]
    assert years_of_value(text, start, start + 2, spans) == Years((2024,), (2020,))
    assert years_of_value("Tăng 5% so với cùng kỳ năm 2023.", 5, 7, [(5, 7)]) == Years((), (2023,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2024 đạt 40%, tăng 5% so với năm 2020.", {2020, 2024}),
        ("Giai đoạn 2021-2025 và tháng 6/2026.", {2021, 2025, 2026}),
        ("Ký ngày 5/3/2024, nhiệm kỳ 2020-2025.", set()),
        ("Trồng 12 ha.", set()),
    ],
)
def test_the_years_that_a_text_tells(text: str, expected: set[int]) -> None:
    assert told_years(text) == expected


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("Phấn đấu đến năm 2030 đạt 60%.", Role.TARGET),
        ("Yêu cầu tối thiểu 60%.", Role.TARGET),
        ("phan dau 60%", Role.TARGET),
        ("Kết quả, đã đạt 60%.", Role.RESULT),
        ("Năm 2022 ước đạt 60%.", Role.RESULT),
        ("Hiện nay có 5 ha.", Role.RESULT),
        ("Đạt 60%.", None),
        ("Mục tiêu là 60%, đạt được 40%.", None),
        ("", None),
    ],
)
def test_whether_a_text_sets_or_reports(text: str, nature: Role | None) -> None:
    assert nature_of(text) is nature
