from __future__ import annotations

import pytest
from policies import piece, shorts

from assistant.answering.candidates.orders import first_candidates

LAW = """\
---
title: Luật Chợ
kind: luật
---

Điều 2. Giao sạp

1. Sạp được giao theo thứ tự ưu tiên sau đây:

a) Giao cho hộ có sạp cũ gồm: sạp gỗ, sạp tre;

b) Giao cho hộ mới.

2. Chủ sạp phải làm các việc sau đây:

a) Quét sân.
"""
ASKED = "Giao sạp thì ưu tiên hộ nào trước?"


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        (ASKED, "hộ có sạp cũ", ["Giao cho hộ có sạp cũ"]),
        (ASKED, "hộ mới", []),
        (ASKED, "Quét sân", []),
        ("Giao sạp cho hộ nào trước tiên?", "hộ có sạp cũ", ["Giao cho hộ có sạp cũ"]),
        ("Giao sạp cho hộ nào?", "hộ có sạp cũ", []),
    ],
)
def test_the_first_point_of_an_order(asked: str, words: str, expected: list[str]) -> None:
    assert shorts(first_candidates, asked, piece(LAW, words)) == expected
