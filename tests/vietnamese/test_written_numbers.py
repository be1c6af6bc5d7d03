from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.vietnamese.quantities import Quantity, quantities
from assistant.vietnamese.written_numbers import written_numbers


def the(text: str) -> Quantity:
    [quantity] = quantities(text)
    return quantity


UNITS = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spelt(value: int) -> str:
    """Spell a number from 1 to 999,999 the way it is said."""
    if value >= 1000:
        rest = value % 1000
        head = f"{spelt(value // 1000)} nghìn"
        if not rest:
            return head
        if rest < 10:
            return f"{head} không trăm linh {UNITS[rest]}"
        return f"{head} {'' if rest >= 100 else 'không trăm '}{spelt_rest(rest)}"
    return spelt_rest(value)


def spelt_rest(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tens, units = divmod(rest, 10)
    parts = [f"{UNITS[hundreds]} trăm"] if hundreds else []
    if tens == 0 and units:
        alone = hundreds == 0
        parts.append(UNITS[units] if alone else f"linh {UNITS[units]}")
    elif tens == 1:
        parts.append("mười" + (f" {'lăm' if units == 5 else UNITS[units]}" if units else ""))
    elif tens:
        ending = {1: "mốt", 4: "tư", 5: "lăm"}.get(units, UNITS[units])
        parts.append(f"{UNITS[tens]} mươi" + (f" {ending}" if units else ""))
    return " ".join(parts)


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("hai mươi xã", 20, "", "hai mươi"),
        ("hai mươi ba xã", 23, "", "hai mươi ba"),
        ("Mười lăm xã", 15, "", "Mười lăm"),
        ("ba trăm xã", 300, "", "ba trăm"),
        ("ba mươi phần trăm", 30, "%", "ba mươi phần trăm"),
        ("hai trăm tỷ đồng", 200e9, "đồng", "hai trăm tỷ đồng"),
        ("mười lăm năm", 15, "năm", "mười lăm năm"),
        ("một trăm linh năm dự án", 105, "", "một trăm linh năm"),
        ("chi phí gấp đôi", 2, "lần", "đôi"),
        ("cao gấp rưỡi năm trước", 1.5, "lần", "rưỡi"),
    ],
)
def test_longer_numbers_in_words(text: str, value: float, unit: str, written: str) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.unit, quantity.written) == (value, unit, True)
    assert text[quantity.start : quantity.end] == written


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [("một phần ba số xã", 1, 3), ("hai phần năm", 2, 5), ("một nửa số xã", 1, 2),
     ("khoảng 1/3 số xã", 1, 3), ("ba phần tư", 3, 4)],
)  # fmt: skip
def test_fractions(text: str, value: float, of: float) -> None:
    quantity = the(text)
    assert (quantity.value, quantity.of) == (value, of)


@given(st.integers(11, 999_999))
def test_a_number_that_is_spelt_out_is_read_back(value: int) -> None:
    text = f"Tỉnh có {spelt(value)} hồ sơ."
    quantity = the(text)
    assert quantity.value == value
    assert text[quantity.start : quantity.end] == spelt(value)


@pytest.mark.parametrize("text", ["mười năm qua", "ba ngôi nhà", "năm mới", "trăm năm", ""])
def test_what_is_no_longer_number(text: str) -> None:
    assert written_numbers(text) == []
