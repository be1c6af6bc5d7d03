"""Which of two places was taken into which."""

from __future__ import annotations

import pytest

from assistant.answering.claims.mergers import merged_the_other_way

TOLD = "Tỉnh Hải Dương nhập vào thành phố Hải Phòng; tỉnh Bắc Kạn nhập vào tỉnh Thái Nguyên."


@pytest.mark.parametrize(
    ("said", "other_way"),
    [
        ("Hải Phòng nhập vào Hải Dương.", True),
        ("Hải Dương sáp nhập vào Hải Phòng.", False),
        ("Hải Phòng nhập vào Bắc Kạn.", False),
        ("Hải Phòng và Hải Dương hợp nhất.", False),
    ],
)
def test_a_merger_told_the_other_way_round(said: str, other_way: bool) -> None:
    assert merged_the_other_way(said, TOLD) is other_way
