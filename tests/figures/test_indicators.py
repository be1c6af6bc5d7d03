from __future__ import annotations

import pytest

from assistant.figures.indicators import indicator_spans
from assistant.vietnamese.quantities import quantities


def measured(text: str) -> list[str]:
    """Return what each value of a sentence measures."""
    values = [value for value in quantities(text) if not value.written]
    spans = [indicator_spans(text, value, values) for value in values]
    return [" ".join(span.of(text) for span in found) for found in spans]


REVENUE = "Tổng thu năm 2024 của tỉnh ước đạt 18 tỷ đồng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{REVENUE}; Báo Rừng Xanh ghi 17 tỷ đồng, VnRừng viết gần 20 tỷ đồng.",
         ["Tổng thu năm 2024 của tỉnh"] * 3),
        ("Thu nhập bình quân được nêu khác nhau: Báo A ngày 05/01/2025 ghi 85 triệu đồng; Báo B "
         "dẫn họp báo ngày 03/01/2025 ghi 90 triệu đồng.", ["Thu nhập bình quân"] * 2),
        ("Số khách cũng lệch giữa các báo: Báo Rừng Xanh ghi 400 nghìn lượt.", ["Số khách lượt"]),
        ("Về tỷ lệ che phủ năm 2024, Sở Nông nghiệp công bố ngày 6/1/2025 mức 55%.",
         ["tỷ lệ che phủ"]),
        ("Kế hoạch số 5/KH-UBND đặt mục tiêu rừng chiếm 55%.", ["rừng chiếm"]),
    ],
)  # fmt: skip
def test_who_reports_a_value_is_no_part_of_what_it_measures(text: str, expected: list[str]) -> None:
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doanh thu chè đạt 42,5%, tăng 3,1% so với năm trước; xuất khẩu chè tăng 2%.",
         ["Doanh thu chè", "Doanh thu chè tăng", "xuất khẩu chè tăng"]),
        ("Tỉnh xếp thứ 21/63 về PCI với 66,8 điểm, tăng 1,7 điểm và 3 bậc.",
         ["PCI", "PCI", "PCI tăng", "PCI tăng"]),
        ("Tỷ lệ hộ nghèo giảm từ 3,6% xuống 2,2%.", ["Tỷ lệ hộ nghèo"] * 2),
        ("Hộ có điện đạt 96%, cao hơn kế hoạch 85%.", ["Hộ có điện"] * 2),
        ("Hộ có điện đạt 95%, trong khi trung bình các tỉnh là 55%.",
         ["Hộ có điện", "Hộ có điện trung bình các tỉnh"]),
    ],
)  # fmt: skip
def test_a_change_and_a_comparison_are_of_what_was_told_before(
    text: str, expected: list[str]
) -> None:
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hộ có điện và hộ có nước lần lượt đạt 95% và 88%.", ["Hộ có điện", "hộ có nước"]),
        ("90% hồ sơ cấp tỉnh và 60% hồ sơ cấp xã được xử lý trên mạng.",
         ["hồ sơ cấp tỉnh được xử lý trên mạng", "hồ sơ cấp xã được xử lý trên mạng"]),
        ("Trung bình điểm của 17 bộ, cơ quan ngang bộ là 84,3%.",
         ["bộ, cơ quan ngang bộ", "Trung bình điểm của 17 bộ, cơ quan ngang bộ"]),
        ("Tỷ lệ trạm được rà soát, nâng cấp, kết nối từ tỉnh đến phường, xã đạt 100%.",
         ["Tỷ lệ trạm được rà soát, nâng cấp, kết nối từ tỉnh đến phường, xã"]),
        ("Phổ cập điện thoại, tỷ lệ dân số có tài khoản đạt 50%.",
         ["tỷ lệ dân số có tài khoản"]),
        ("Công nghiệp - xây dựng đạt 26% và dịch vụ đạt 41%.",
         ["Công nghiệp - xây dựng", "dịch vụ"]),
        ("Khoảng 1/3 trong gần 5.500 doanh nghiệp còn mơ hồ.", ["doanh nghiệp còn mơ hồ"] * 2),
        ("Có 8 chỉ tiêu cao hơn yêu cầu.", ["chỉ tiêu cao hơn yêu cầu"]),
    ],
)  # fmt: skip
def test_coordinations_and_set_phrases(text: str, expected: list[str]) -> None:
    assert measured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh thuộc nhóm 3 tỉnh dẫn đầu cả nước về chuyển đổi số.", ["chuyển đổi số"]),
        ("Tỉnh có 7 năm trong tốp 10 PCI.", ["", "PCI"]),
        ("Trong DTI năm 2023, tỉnh xếp thứ 9 về kinh tế số.", ["DTI kinh tế số"]),
    ],
)
def test_what_a_rank_is_on(text: str, expected: list[str]) -> None:
    assert measured(text) == expected
