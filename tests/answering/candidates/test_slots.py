from __future__ import annotations

import pytest
from policies import found, line, shorts

from assistant.answering.candidates.prose import text_candidates


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Giống cây theo tiêu chuẩn nào?",
         "Giống cây được chọn theo Tiêu chuẩn TCVN 8754:2011 (bản mới).", "TCVN 8754:2011"),
        ("Nộp đơn qua ứng dụng nào?", "Người dân nộp đơn qua ứng dụng VNeID.", "VNeID"),
        ("Bản đồ vườn in trên khổ giấy nào?", "Bản đồ in trên khổ giấy A3 (297 mm x 420 mm).",
         "A3"),
        ("Biển vườn màu gì?", "Biển vườn cao 1 m, màu xanh, đặt cạnh cổng.", "xanh"),
        ("Nộp đơn bằng hình thức nào?", "Nộp đơn theo hình thức trực tiếp để được cấp số.",
         "trực tiếp"),
        ("Loài cây chính của phố là loài cây nào?", "Loài cây chính là sao đen.", None),
        ("Kinh phí trồng cây lấy từ đâu?", "Kinh phí trồng cây do ngân sách thành phố bảo đảm.",
         "ngân sách thành phố"),
        ("Tiền trồng cây lấy ở đâu ra?",
         "Vốn được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành.",
         "ngân sách nhà nước"),
        ("Trong trường hợp nào thì được chặt cây?",
         "Xã được chặt cây trong trường hợp cây chết, cây sâu mục.",
         "trong trường hợp cây chết, cây sâu mục"),
        ("Trong trường hợp nào thì được chặt cây?",
         "Xã được chặt cây trong các trường hợp sau đây:", None),
        ("Chủ vườn phải đối thoại với ai?",
         "Chủ vườn đối thoại hằng tháng với thợ vườn, hộ dân để nghe góp ý.", "thợ vườn, hộ dân"),
        ("Quy chế này áp dụng cho những ai?",
         "Quy chế này áp dụng đối với chủ vườn, thợ vườn và hộ dân có liên quan.",
         "chủ vườn, thợ vườn và hộ dân có liên quan"),
        ("Số của bản đồ đặt ở vị trí nào?", "Số của bản đồ được đặt phía dưới bên trái (ô số 2).",
         "phía dưới bên trái"),
        ("Số của bản đồ đặt ở vị trí nào?", "Tên vườn được đặt phía trên số của bản đồ.", None),
        ("Xã xử lý cây chết khô thế nào?",
         "Xã rà soát các vườn, chặt bỏ cây chết khô và trồng cây mới.", "chặt bỏ cây chết khô"),
        ("Hội vườn ra phán quyết gì?", "Hội vườn bàn Nghị quyết 45-NQ/TW.", None),
    ],
)  # fmt: skip
def test_the_words_that_fill_the_place_asked_for(
    asked: str, sentence: str, expected: str | None
) -> None:
    assert expected in shorts(text_candidates, asked, line(sentence)) or (
        expected is None and not any(shorts(text_candidates, asked, line(sentence)))
    )


def test_a_sentence_that_begins_with_the_money_says_best_where_it_comes_from() -> None:
    asked = "Kinh phí trồng cây lấy từ đâu?"
    (said,) = found(text_candidates, asked, line("Kinh phí trồng cây do ngân sách xã chi."))
    (beside,) = found(text_candidates, asked, line("Xã xin kinh phí từ ngân sách xã để trồng."))
    assert said[0] == "ngân sách xã chi"
    assert said[1] > beside[1]


def test_a_title_is_the_one_of_the_noun_with_its_marks() -> None:
    evidence = line("Để chào năm mới, hội mở chợ “Hoa xuân”.")
    assert shorts(text_candidates, "Đề nào được chọn cho bài thi?", evidence) == [None]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("Kinh phí trồng cây lấy từ đâu?", "Kinh phí trồng cây dự kiến 40 tỷ đồng."),
        ("Chặt cây thì bị phạt thế nào?", "Chặt cây phải báo xã trước 3 ngày."),
        ("Xã trồng cây theo phương châm gì?", "Xã trồng cây ở ba tuyến phố trong năm 2024."),
    ],
)
def test_a_sentence_that_leaves_the_place_open_answers_nothing(asked: str, sentence: str) -> None:
    assert shorts(text_candidates, asked, line(sentence)) == []
