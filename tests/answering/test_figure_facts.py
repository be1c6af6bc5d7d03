from __future__ import annotations

import pytest

from assistant.answering.figure_facts import facts_in, fits_better, nearest, same_value
from assistant.schema import Comparator


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Đạt 60% diện tích.", Comparator.EQUAL),
        ("Đạt trên 60% diện tích.", Comparator.MORE),
        ("Đạt 60% trở lên.", Comparator.AT_LEAST),
        ("Chỉ còn 60% trở xuống.", Comparator.AT_MOST),
        ("Ít nhất phải đạt 60% diện tích.", Comparator.AT_LEAST),
        ("Tối đa là mức 60% diện tích.", Comparator.AT_MOST),
        ("Trên địa bàn có 60% diện tích.", Comparator.EQUAL),
    ],
)
def test_how_a_value_binds(text: str, bound: Comparator) -> None:
    [fact] = facts_in(text)
    assert fact.bound is bound


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("11.000 tỷ đồng", "11.000 tỉ đồng", True),
        ("11.000 tỷ đồng", "11 nghìn tỷ đồng", True),
        ("25,0%", "25%", True),
        ("25%", "25 ha", False),
        ("1.579 cây", "1.579/1.937 cây", True),
        ("1.937 cây", "1.579/1.937 cây", True),
        ("1.579/1.937 cây", "1.579 cây", False),
        ("35%", "35-40%", False),
        ("35 đến 40%", "35-40%", True),
        ("thứ 3", "thứ 3/63", True),
        ("3 cây", "thứ 3/63", False),
    ],
)
def test_same_value(one: str, other: str, same: bool) -> None:
    assert same_value(facts_in(one)[0], facts_in(other)[0]) is same


def test_the_nearest_of_two_equal_values_decides_how_it_binds() -> None:
    known = facts_in("Tối thiểu 20% sản phẩm có tem. Giảm 20% chi phí.")
    [said] = facts_in("20% sản phẩm có tem.")
    assert [fact.bound for fact in nearest(said, known)] == [Comparator.AT_LEAST]


@pytest.mark.parametrize(
    ("source", "said", "better"),
    [
        ("Hồ sơ cấp tỉnh đạt 90%, hồ sơ cấp xã đạt 60%.", "Hồ sơ cấp xã đạt 90%.", True),
        ("Hồ sơ cấp tỉnh đạt 90%, hồ sơ cấp xã đạt 60%.", "Hồ sơ cấp tỉnh đạt 90%.", False),
        ("Phủ xanh 60% năm 2030 và 90% năm 2045.", "Năm 2045, phủ xanh 90%.", False),
        ("Phủ xanh 60% vào năm 2030; 90% mặt đường vào năm 2045.", "90% vào năm 2030.", True),
    ],
)
def test_a_value_fits_its_own_words(source: str, said: str, better: bool) -> None:
    known = {fact.quantity.value: fact for fact in facts_in(source)}
    assert fits_better(facts_in(said)[0], known[60.0], known[90.0]) is better
