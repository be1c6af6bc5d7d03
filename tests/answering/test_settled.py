from __future__ import annotations

import pytest

from assistant.answering.settled import settled
from assistant.answering.wording import WORDING

WORDS = WORDING["vi"]


@pytest.mark.parametrize(
    ("asked", "order", "expected"),
    [
        ("Huế mới và Đà Nẵng, nơi nào đông dân hơn?", 1, "Huế"),
        ("Huế và Đà Nẵng, nơi nào đông dân hơn?", -1, "Đà Nẵng"),
        ("Huế và Đà Nẵng, bên nào thấp hơn?", -1, "Huế"),
        ("Huế và Đà Nẵng, ai trồng nhiều cây hơn?", 1, "Huế"),
        ("Huế cao hơn hay thấp hơn Đà Nẵng?", -1, "thấp hơn"),
        ("Huế cao hơn hay thấp hơn Đà Nẵng?", 1, "cao hơn"),
        ("Huế có cao hơn Đà Nẵng không?", 1, "Có"),
        ("Huế có cao hơn Đà Nẵng không?", 0, "Không"),
        ("Huế đã vượt Đà Nẵng chưa?", -1, "Không"),
        ("Huế và Đà Nẵng, nơi nào đông dân hơn?", 0, None),
        ("Huế và Đà Nẵng, chỗ nào cao hơn?", 1, "Huế"),
        ("Huế và Đà Nẵng khác nhau thế nào?", 1, None),
    ],
)
def test_a_comparison_in_a_word(asked: str, order: int, expected: str | None) -> None:
    first = "Huế mới" if "mới" in asked else "Huế"
    assert settled(asked, (first, "Đà Nẵng"), order, WORDS) == expected
