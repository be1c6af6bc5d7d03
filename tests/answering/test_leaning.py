from __future__ import annotations

import pytest

from assistant.answering.leaning import spelt_out

SHARE = "Năm 2025 cấp tỉnh xử lý bao nhiêu phần trăm hồ sơ?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thế 5 năm sau đó thì lên bao nhiêu?", "Thế năm 2030 thì lên bao nhiêu?"),
        ("Hai năm trước thì sao?", "năm 2023 thì sao?"),
        ("Còn năm sau đó?", "Còn năm 2026?"),
        ("5 nam sau thi sao", "nam 2030 thi sao"),
        ("Dưới xã thì bao nhiêu?", "Dưới cấp xã thì bao nhiêu?"),
        ("Còn huyện thì sao?", "Còn cấp huyện thì sao?"),
        ("Năm 2027 thì 2 năm sau đó thế nào?", "Năm 2027 thì 2 năm sau đó thế nào?"),
        ("Trong đó có bao nhiêu xã?", "Trong đó có bao nhiêu xã?"),
        ("Riêng phường thôi thì bao nhiêu?", "còn phường thì bao nhiêu?"),
        ("Chỉ riêng ở đặc khu thì sao?", "còn đặc khu thì sao?"),
        ("rieng phuong thoi?", "con phuong?"),
    ],
)
def test_years_and_levels_are_spelt_out(text: str, expected: str) -> None:
    assert spelt_out(text, SHARE) == expected


def test_without_a_year_or_a_level_before_nothing_is_known() -> None:
    assert spelt_out("Còn 5 năm sau đó?", "Huế có bao nhiêu cây?") == "Còn 5 năm sau đó?"
    assert spelt_out("Còn xã thì sao?", "Huế có bao nhiêu cây?") == "Còn xã thì sao?"
