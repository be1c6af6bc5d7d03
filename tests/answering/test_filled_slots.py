"""Where two texts of much the same words part."""

from __future__ import annotations

import pytest

from assistant.answering.slots import filled_otherwise, hangs_on_more


@pytest.mark.parametrize(
    ("said", "told", "otherwise"),
    [
        ("Cần sự đồng ý của thủ kho để mở cửa", "Mở cửa phải có sự đồng ý của giám đốc", True),
        ("Cần sự đồng ý của giám đốc để mở cửa", "Mở cửa phải có sự đồng ý của giám đốc", False),
        ("Theo bộ luật hình sự thì vô hiệu", "Vô hiệu theo bộ luật dân sự", True),
        ("Do cấp xã thu phí kho", "Phí kho được thu ở cấp huyện", True),
        ("Do cấp xã thu phí kho", "Phí kho được thu ở cấp huyện và cấp xã", False),
        ("Theo quy định của luật kho bãi", "Theo quy định của pháp luật", False),
        ("Phí kho", "Phí bến", False),
    ],
)
def test_a_slot_is_filled_otherwise(said: str, told: str, otherwise: bool) -> None:
    assert filled_otherwise(said, told) is otherwise


@pytest.mark.parametrize(
    ("said", "told", "more"),
    [
        ("Kho được mở cửa", "Kho được mở cửa nếu có bảo vệ", True),
        ("Kho được mở cửa nếu có điện", "Kho được mở cửa nếu có bảo vệ", False),
        ("Kho được mở cửa", "Kho được mở cửa trong trường hợp sau đây: có bảo vệ", False),
    ],
)
def test_a_condition_that_only_one_text_has(said: str, told: str, more: bool) -> None:
    assert hangs_on_more(said, told) is more
