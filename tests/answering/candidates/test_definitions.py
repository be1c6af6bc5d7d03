from __future__ import annotations

import pytest
from policies import found, line, piece, shorts

from assistant.answering.candidates.definitions import definition_candidates, role_candidates


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Sách nói là gì?", "Sách nói là bản ghi âm của một cuốn sách in.",
         "bản ghi âm của một cuốn sách in"),
        ("Thế nào là sách nói?", "Sách nói là bản ghi âm của một cuốn sách in.",
         "bản ghi âm của một cuốn sách in"),
        ("Sách nói là gì?", "Sách nói: Là bản ghi âm của một cuốn sách in.",
         "bản ghi âm của một cuốn sách in"),
        ("Ông xem vườn ươm là gì?", "Ông coi vườn “quý”, trong đó vườn ươm là lá phổi.",
         "lá phổi"),
        ("TTLTS là gì?", "Giao Trung tâm lưu trữ số (TTLTS) giữ sổ.", "Trung tâm lưu trữ số"),
        ("ABX là gì?", "Việc này do Hội Làm vườn Việt Nam (ABX) lo.", "Hội Làm vườn Việt Nam"),
        ("sach noi la gi", "Sách nói là bản ghi âm của một cuốn sách in.",
         "bản ghi âm của một cuốn sách in"),
    ],
)  # fmt: skip
def test_what_something_means(asked: str, sentence: str, expected: str) -> None:
    assert shorts(definition_candidates, asked, line(sentence)) == [expected]


def test_a_term_that_a_law_explains_means_what_it_says() -> None:
    sentence = line("1. “Vườn ươm” là nơi nhân giống cây, hoa, cỏ của thành phố.")
    other = line("Vườn ươm được rào kín và đóng cửa ban đêm.")
    asked = "Vườn ươm là gì?"
    assert shorts(definition_candidates, asked, sentence) == [
        "nơi nhân giống cây, hoa, cỏ của thành phố"
    ]
    (best,), (less,) = (found(definition_candidates, asked, one) for one in (sentence, other))
    assert best[1] > less[1]


def test_a_meaning_counts_more_where_a_text_explains_its_terms() -> None:
    text = "# Luật\n\n## Điều {}\n\n1. Vườn ươm là nơi nhân giống cây.\n"
    asked = "Vườn ươm là gì?"
    [(said, more)] = found(definition_candidates, asked, piece(text.format("3. Giải thích từ ngữ"),
                                                               "nhân giống"))  # fmt: skip
    [(same, less)] = found(definition_candidates, asked, piece(text.format("4. Quản lý"),
                                                               "nhân giống"))  # fmt: skip
    assert said == same == "nơi nhân giống cây"
    assert more > less


def test_a_role_is_answered_by_what_the_text_says_it_is() -> None:
    asked = "Chủ vườn ươm là ai?"
    said = line("Chủ vườn ươm là người giữ thẻ vườn ươm.")
    assert shorts(role_candidates, asked, said) == ["người giữ thẻ vườn ươm"]
    assert shorts(role_candidates, asked, line("Xã mời chủ vườn ươm họp.")) == []
    assert shorts(role_candidates, "Vườn ươm là gì?", said) == []


@pytest.mark.parametrize(
    "sentence",
    ["Chủ vườn ươm là người giữ thẻ.", "Vườn ươm là bắt buộc đối với mỗi xã."],
)
def test_what_is_said_of_something_else_or_how_it_is_is_no_meaning(sentence: str) -> None:
    assert shorts(definition_candidates, "Vườn ươm là gì?", line(sentence)) == [None]


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Vốn TTX nêu trong đề án là vốn gì?",
         "Đề án dùng vốn trồng thử cây xanh của tỉnh (TTX); xã lo phần còn lại.",
         "vốn trồng thử cây xanh của tỉnh"),
        ("e-garden mà kế hoạch nhắc tới là cái gì?",
         "80% vườn được ghi trong e-garden (sổ vườn điện tử).", "sổ vườn điện tử"),
        ("Sổ vườn là gì?",
         "Sổ vườn là bản ghi mọi cây của một vườn do xã hoặc hợp tác xã đang giữ vườn lập.",
         "bản ghi mọi cây của một vườn"),
        ("Giấy phép vườn ươm là gì?", "Giấy phép vườn ươm là giấy do Sở Nông nghiệp cấp.",
         "giấy do Sở Nông nghiệp cấp"),
        ("Đất vườn là những đất nào?",
         "Đất vườn là đất trồng cây bao gồm cam, chè, mít, bưởi, ổi, xoài; ao liền vườn theo quy "
         "định của xã; chuồng trại và nhà kho dựng trên đất ấy để giữ nông cụ, phân bón và giống.",
         "đất trồng cây bao gồm cam, chè, mít, bưởi, ổi, xoài"),
        ("Đất vườn là những đất nào?", "Nhóm đất vườn bao gồm các loại đất sau đây:", None),
        ("Sổ vườn là gì?", "Sổ vườn là dữ liệu ghi mọi cây của vườn.",
         "dữ liệu ghi mọi cây của vườn"),
        ("Nghị quyết xác định vườn mẫu là gì?",
         "Nghị quyết xác định vườn mẫu của năm 2026 là vườn ven biển, trong đó có 5 vườn rau.",
         "vườn ven biển"),
        ("Tờ trình viết tắt thế nào?", "Tờ trình: TTr", "TTr"),
        ("Chữ viết tắt của “quyết định” là gì?", "Quyết định (cá biệt) | QĐ", "QĐ"),
        ("Tờ trình viết tắt là gì?", "Tờ trình viết tắt là “TTr”.", "TTr"),
        ("Tờ trình viết tắt là gì?", "Tờ trình gửi Sở Xây dựng trước ngày 15.", None),
        ("TTLTS viết tắt của khái niệm nào?", "Giao Trung tâm lưu trữ số (TTLTS) giữ sổ.",
         "Trung tâm lưu trữ số"),
    ],
)  # fmt: skip
def test_what_a_term_stands_for(asked: str, sentence: str, expected: str | None) -> None:
    assert shorts(definition_candidates, asked, line(sentence)) == [expected]


def test_a_lead_in_of_all_that_a_term_takes_in_means_more_than_a_heading() -> None:
    asked = "Đất vườn là những đất nào?"
    (said,) = found(definition_candidates, asked, line("Đất vườn bao gồm các loại đất sau đây:"))
    (heading,) = found(definition_candidates, asked, line("Đất vườn khác."))
    assert said[1] == 1.0
    assert heading[1] == 0.0


def test_the_term_itself_is_meant_before_a_longer_one_that_begins_so() -> None:
    asked = "Vườn ươm là gì?"
    (said,) = found(definition_candidates, asked, line("Vườn ươm là nơi nhân giống cây, hoa."))
    (longer,) = found(
        definition_candidates, asked, line("Vườn ươm tư nhân là nơi nhân giống do một hộ mở.")
    )
    (plainly,) = found(
        definition_candidates, asked, line("Vườn ươm hiểu đơn giản là nơi nhân giống.")
    )
    assert said[1] == plainly[1] > longer[1]
