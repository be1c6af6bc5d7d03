from __future__ import annotations

import pytest

from assistant.answering.swapping import pointed_out, said_again_of, swapped

UNIT = "Phường Hòa Bắc mới được lập từ những xã nào?"
FIRST = "Tỉnh nào đứng đầu về cây xanh năm 2023?"
TARGET = "Cây xanh của Huế năm 2025 đặt bao nhiêu?"


@pytest.mark.parametrize(
    ("text", "previous", "expected"),
    [
        ("Thế Hòa Nam thì sao?", UNIT, "Phường Hòa Nam được lập từ những xã nào?"),
        ("Còn xã Hòa Đông?", UNIT, "Xã Hòa Đông được lập từ những xã nào?"),
        ("Còn chỗ bét bảng?", FIRST, "Tỉnh nào đứng cuối về cây xanh năm 2023?"),
        ("Thế tỉnh nào thấp nhất?", FIRST, "Tỉnh nào đứng cuối về cây xanh năm 2023?"),
        ("Còn thấp nhất là ai?", "Nơi nào cao nhất?", "Nơi nào thấp nhất?"),
        ("Còn ít nhất?", "Xã nào nhiều nhất?", "Xã nào ít nhất?"),
        ("So với Đà Nẵng thì sao?", "Dân số của Huế là bao nhiêu?",
         "Dân số của Huế so với Đà Nẵng khác nhau thế nào?"),
        ("Thế thực tế đạt được bao nhiêu?", TARGET,
         "Kết quả thực tế của cây xanh của Huế năm 2025 bao nhiêu?"),
        ("Kết quả năm 2023 ra sao?", TARGET,
         "Kết quả thực tế của cây xanh của Huế năm 2023 bao nhiêu?"),
    ],
)  # fmt: skip
def test_one_thing_in_the_place_of_another(text: str, previous: str, expected: str) -> None:
    assert swapped(text, previous) == expected


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("Thế Đà Nẵng thì sao?", UNIT),
        ("Còn cây xanh thì sao?", FIRST),
        ("Còn chỗ bét bảng?", UNIT),
        ("Kết quả trồng rừng ra sao?", TARGET),
        ("So với năm ngoái trồng thêm mấy cây?", TARGET),
    ],
)
def test_what_names_another_thing_is_left(text: str, previous: str) -> None:
    assert swapped(text, previous) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phường này có bao nhiêu cây?", "Phường Hòa Bắc có bao nhiêu cây?"),
        ("Có bao nhiêu cây ở phường này?", "Có bao nhiêu cây ở phường Hòa Bắc?"),
        ("Ai ký văn bản đặt ra mục tiêu đó?", "Ai ký văn bản đó?"),
        ("Số đó nằm ở đâu?", "Con số đó nằm ở đâu?"),
        ("Trong số đó có mấy xã?", "Trong số đó có mấy xã?"),
    ],
)
def test_what_a_follow_up_points_to(text: str, expected: str) -> None:
    assert pointed_out(text, UNIT) == expected


def test_the_same_asked_of_another_thing() -> None:
    previous = "Trồng cây bóng mát phải báo trước bao lâu?"
    assert said_again_of("chặt cây thì báo trước mấy ngày", previous) == "chặt cây"
    assert said_again_of("chặt cây thì phạt bao nhiêu", previous) == ""
    assert said_again_of("cây kiểng thì báo trước mấy ngày", previous, leans=False) == ""
    assert said_again_of("cây bóng râm thì báo trước mấy ngày", previous, leans=False) == (
        "cây bóng râm"
    )
