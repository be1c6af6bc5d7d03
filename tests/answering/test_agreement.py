from __future__ import annotations

import pytest

from assistant.answering.agreement import Stance, stance

RISK = "Chủ kho phải chịu rủi ro về hàng hóa trong kho của mình, trừ trường hợp có thỏa thuận khác."


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "Thanh tra viên lập biên bản khi phát hiện vi phạm",
            "Thanh tra viên lập biên bản khi phát hiện vi phạm và gửi cho chủ kho.",
        ),
        (
            "Thanh tra viên không được nhận quà của chủ kho",
            "Thanh tra viên không được nhận quà của chủ kho dưới mọi hình thức.",
        ),
        (
            "thanh tra vien lap bien ban khi phat hien vi pham",
            "Thanh tra viên lập biên bản khi phát hiện vi phạm.",
        ),
    ],
)
def test_nearly_the_same_words_say_the_same(statement: str, text: str) -> None:
    assert stance(statement, text) is Stance.SAID


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        # a denial more or less
        ("Chủ kho không phải lập sổ theo dõi", "Chủ kho phải lập sổ theo dõi hằng ngày."),
        ("Kho được mở công khai", "Kho được mở không công khai."),
        (
            "Người học nghề được bổ nhiệm giám định viên",
            "Người học nghề không được xét tuyển, bổ nhiệm giám định viên.",
        ),
        # an exception
        ("Chủ kho luôn phải chịu rủi ro về hàng hóa trong kho của mình", RISK),
        (
            "Việc hợp tác quốc tế về an ninh của Bộ Y tế phải có văn bản đồng ý của tỉnh trước khi "
            "mở",
            "Việc hợp tác quốc tế về an ninh của sở khác phải có văn bản đồng ý của tỉnh trước khi "
            "mở, "
            "trừ việc hợp tác quốc tế của Bộ Y tế.",
        ),
        # other words of the same kind
        (
            "Chủ tịch Ủy ban nhân dân cấp huyện cấp giấy phép lập kho",
            "Chủ tịch Ủy ban nhân dân cấp xã cấp giấy phép lập kho.",
        ),
        (
            "Tranh chấp về kho được giải quyết theo pháp luật hình sự",
            "Tranh chấp về kho được giải quyết theo pháp luật dân sự.",
        ),
        ("Giấy phép lập kho có hạn 15 ngày", "Giấy phép lập kho có hạn 30 ngày."),
        # less than a duty
        (
            "Chủ kho bắt buộc phải mua bảo hiểm cho hàng hóa trong kho",
            "Khuyến khích chủ kho mua bảo hiểm cho hàng hóa trong kho.",
        ),
        # only one of several
        (
            "Biên bản chỉ được lập trên giấy",
            "Biên bản được lập trên giấy, bản điện tử hoặc bản ghi âm.",
        ),
    ],
)
def test_what_turns_it_round_denies_it(statement: str, text: str) -> None:
    assert stance(statement, text) is Stance.DENIED


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        # of fewer, with an exception, narrower
        ("Mọi chủ kho phải mua bảo hiểm cho hàng hóa", "Chủ kho phải mua bảo hiểm cho hàng hóa."),
        ("Chủ kho phải chịu rủi ro về hàng hóa trong kho của mình", RISK),
        (
            "Ly hôn là việc trốn tránh nghĩa vụ tài sản",
            "Ly hôn giả tạo là việc trốn tránh nghĩa vụ tài sản.",
        ),
    ],
)
def test_what_is_less_than_the_same_is_left_open(statement: str, text: str) -> None:
    assert stance(statement, text) is Stance.OPEN


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Chủ kho nộp báo cáo tháng cho thanh tra", "Chủ kho mở sổ và lập biên bản."),
        (
            "Thanh tra viên báo cáo giám đốc kho về vi phạm",
            "Giám đốc kho báo cáo thanh tra viên về vi phạm.",
        ),
    ],
)
def test_other_words_and_another_order_are_far(statement: str, text: str) -> None:
    assert stance(statement, text) is Stance.FAR


def test_a_denial_that_is_of_something_else_denies_nothing() -> None:
    text = "Hộ nghèo mà chưa được giao đất thì được hỗ trợ tiền thuê kho, nếu có đơn."
    assert stance("Hộ nghèo được hỗ trợ tiền thuê kho", text) is Stance.SAID
