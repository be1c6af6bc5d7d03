"""Words that point one way or the other, and words for things of one kind."""

from __future__ import annotations

import pytest

from assistant.answering.claims.senses import Denial, denied, of_another_kind, scopes, turned
from assistant.answering.claims.words import place_before


@pytest.mark.parametrize(
    ("said", "told", "other_way"),
    [
        ("doanh thu sụt 64%", "doanh thu tăng 64%", True),
        ("doanh thu sụt 64%", "doanh thu giảm 64%", False),
        ("huyện đứng đầu với 90 điểm", "huyện đứng cuối với 90 điểm", True),
        ("vừa tăng vừa giảm", "doanh thu giảm 64%", False),
        ("doanh thu tang 64%", "doanh thu giảm 64%", False),
    ],
)
def test_a_text_that_points_the_other_way_is_told(said: str, told: str, other_way: bool) -> None:
    assert turned(said, told) is other_way


@pytest.mark.parametrize(
    ("said", "told", "another"),
    [
        ("hộ gia đình dùng nền tảng số", "Doanh nghiệp dùng nền tảng số", True),
        ("hộ gia đình dùng nền tảng số", "hộ gia đình và doanh nghiệp", False),
        ("dịch vụ công trực tiếp", "dịch vụ công trực tuyến", True),
        ("hộ gia đình dùng nền tảng số", "nền tảng số đạt 70%", False),
    ],
)
def test_things_of_one_kind_are_told_apart(said: str, told: str, another: bool) -> None:
    assert of_another_kind(said, told) is another


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ("Kế hoạch không đặt mục tiêu ", Denial.SET),
        ("Tỷ lệ này chưa đạt ", Denial.SO),
        ("Không gian xanh đạt ", None),
        ("Không những thế, tỷ lệ đạt ", None),
    ],
)
def test_what_is_denied_of_a_figure(before: str, what: Denial | None) -> None:
    assert denied(before) is what


def test_a_rank_is_among_the_nation_or_a_region() -> None:
    assert scopes("xếp thứ 3 cả nước") == {"nation"}
    assert scopes("xếp thứ 3 khu vực Đông Nam Á") == {"region"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Hải Phòng (sau hợp nhất với Hải Dương) có 5 bến", "Hải Phòng"),
        ("Sau khi Hải Dương nhập vào, thành phố Hải Phòng có 5 bến", "Hải Phòng"),
        ("Lâm Đồng mới, có cả Đắk Nông với Bình Thuận, rộng 5 ha", "Lâm Đồng"),
        ("Hải Phòng có 3 bến, Hải Dương có 5 bến", "Hải Dương"),
    ],
)
def test_what_a_place_took_in_is_not_what_a_figure_is_of(text: str, place: str) -> None:
    assert place_before(text, text.index("5")) == place
