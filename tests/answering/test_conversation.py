"""Questions that lean on earlier ones, and questions that do not."""

from __future__ import annotations

import pytest

from assistant.answering.conversation import Referent, complete, complete_last, referent_of
from assistant.assistant import Assistant

SHARE = "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025 là bao nhiêu?"
PAPER = "Nghị quyết 03-NQ/TU đặt mục tiêu cây xanh bao nhiêu?"
POST = "Ai là giám đốc thư viện Huế?"
NAMED = Referent("Kế hoạch 15/KH-UBND", "Huế", "Trần Văn Bình", "Sở Xây dựng", "năm 2028")


class Answered:
    """Answers with what it is given and keeps what it was asked."""

    def __init__(self, referent: Referent = NAMED) -> None:
        self.referent = referent
        self.asked: list[str] = []

    def __call__(self, question: str) -> Referent:
        self.asked.append(question)
        return self.referent


def completed(text: str, previous: str) -> str:
    """Return a question completed from the one before it alone."""
    answered = Answered()
    full = complete(text, previous, answered)
    assert answered.asked == [], "the earlier question names it"
    return full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Còn Đà Nẵng thì sao?", "Tỷ lệ hồ sơ trực tuyến của Đà Nẵng năm 2025 là bao nhiêu?"),
        ("Thế còn Đà Nẵng?", "Tỷ lệ hồ sơ trực tuyến của Đà Nẵng năm 2025 là bao nhiêu?"),
        ("Vâng, thế còn Đà Nẵng?", "Tỷ lệ hồ sơ trực tuyến của Đà Nẵng năm 2025 là bao nhiêu?"),
        ("Đà Nẵng?", "Tỷ lệ hồ sơ trực tuyến của Đà Nẵng năm 2025 là bao nhiêu?"),
        ("con da nang thi sao", "Tỷ lệ hồ sơ trực tuyến của da nang năm 2025 là bao nhiêu?"),
        ("Còn năm 2030?", "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2030 là bao nhiêu?"),
        ("Đến năm 2030?", "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2030 là bao nhiêu?"),
        ("the nam 2030 thi sao", "Tỷ lệ hồ sơ trực tuyến của Hải Phòng nam 2030 là bao nhiêu?"),
        ("Còn Huế năm 2030?", "Tỷ lệ hồ sơ trực tuyến của Huế năm 2030 là bao nhiêu?"),
    ],
)
def test_a_place_or_a_year_takes_the_place_of_the_earlier_one(text: str, expected: str) -> None:
    assert completed(text, SHARE) == expected


@pytest.mark.parametrize("text", ["Còn cấp xã?", "Còn ở cấp xã thì sao?", "Thế cấp xã thì sao?"])
def test_a_level_that_the_earlier_question_lacks_is_added(text: str) -> None:
    assert completed(text, SHARE) == (
        "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025 là bao nhiêu ở cấp xã?"
    )


def test_a_level_takes_the_place_of_the_earlier_one() -> None:
    asked = "Hồ sơ cấp tỉnh đạt bao nhiêu?"
    assert completed("Còn cấp xã?", asked) == "Hồ sơ cấp xã đạt bao nhiêu?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Còn tỷ lệ đường phố có cây che mát?",
         "Tỷ lệ đường phố có cây che mát của Hải Phòng năm 2025 là bao nhiêu?"),
        ("Thế còn số lượng vườn ươm?", "Số lượng vườn ươm của Hải Phòng năm 2025 là bao nhiêu?"),
    ],
)  # fmt: skip
def test_a_new_topic_of_the_same_place_and_year(text: str, expected: str) -> None:
    assert completed(text, SHARE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Còn Nghị quyết 05-NQ/TU?", "Nghị quyết 05-NQ/TU đặt mục tiêu cây xanh bao nhiêu?"),
        ("Còn năm 2030 thì sao?", "Nghị quyết 03-NQ/TU đặt mục tiêu cây xanh bao nhiêu năm 2030?"),
    ],
)
def test_a_follow_up_to_a_question_of_a_document(text: str, expected: str) -> None:
    assert completed(text, PAPER) == expected


@pytest.mark.parametrize(
    ("text", "previous", "expected"),
    [
        ("Nghị quyết đó ban hành ngày nào?", PAPER, "Nghị quyết 03-NQ/TU ban hành ngày nào?"),
        ("nghi quyet do ban hanh ngay nao", PAPER, "Nghi quyet 03-NQ/TU ban hanh ngay nao?"),
        ("Nghị quyết nói trên do ai ký?", PAPER, "Nghị quyết 03-NQ/TU do ai ký?"),
        ("Văn bản này do ai ký?", PAPER, "Nghị quyết 03-NQ/TU do ai ký?"),
        ("Nó có hiệu lực khi nào?", PAPER, "Nghị quyết 03-NQ/TU có hiệu lực khi nào?"),
        ("Ai ký?", PAPER, "Ai ký Nghị quyết 03-NQ/TU?"),
        ("Ai ký?", "Nghị quyết 05-NQ/TU của Huế đặt mục tiêu bao nhiêu?",
         "Ai ký Nghị quyết 05-NQ/TU của Huế?"),
        ("Ông ấy nói gì về sách?", "Ông Trần Văn Bình giữ chức gì?",
         "Ông Trần Văn Bình nói gì về sách?"),
        ("Ở đó có bao nhiêu đầu sách?", POST, "Ở Huế có bao nhiêu đầu sách?"),
        ("Địa phương đó có bao nhiêu trường học?", SHARE, "Hải Phòng có bao nhiêu trường học?"),
        ("Mục tiêu đó được đặt trong văn bản nào?", SHARE,
         "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025 được đặt trong văn bản nào?"),
        ("Nó tăng bao nhiêu?", SHARE,
         "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025 tăng bao nhiêu?"),
        ("Tỷ lệ đó của Huế?", SHARE, "Tỷ lệ hồ sơ trực tuyến của Huế năm 2025 là bao nhiêu?"),
    ],
)  # fmt: skip
def test_what_a_pointer_stands_for_in_the_earlier_question(
    text: str, previous: str, expected: str
) -> None:
    assert completed(text, previous) == expected


@pytest.mark.parametrize(
    ("text", "previous", "expected"),
    [
        ("Ông ấy nói gì về sách?", POST, "Trần Văn Bình nói gì về sách?"),
        ("Người đó sinh năm nào?", POST, "Trần Văn Bình sinh năm nào?"),
        ("Cơ quan đó báo cáo trước ngày nào?", "Cơ quan nào lập danh mục tuyến phố?",
         "Sở Xây dựng báo cáo trước ngày nào?"),
        ("Năm đó trồng bao nhiêu cây?", "Mục tiêu đặt ra đến năm nào?",
         "Năm 2028 trồng bao nhiêu cây?"),
        ("Tỉnh đó có bao nhiêu cây?", "Nơi nào trồng nhiều cây?", "Huế có bao nhiêu cây?"),
        ("Kế hoạch đó ban hành ngày nào?", SHARE, "Kế hoạch 15/KH-UBND ban hành ngày nào?"),
        ("Ai ký?", SHARE, "Ai ký Kế hoạch 15/KH-UBND?"),
    ],
)  # fmt: skip
def test_what_only_the_answer_named_is_taken_from_it(
    text: str, previous: str, expected: str
) -> None:
    answered = Answered()
    assert complete(text, previous, answered) == expected
    assert answered.asked == [previous]


def test_a_pointer_to_nothing_stays() -> None:
    previous = "Ai là giám đốc?"
    text = "Ông ấy nói gì về sách?"
    assert complete(text, previous, Answered(Referent())) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Văn bản nào quy định?",
         "Văn bản nào quy định tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025?"),
        ("Khi nào hoàn thành?",
         "Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025, khi nào hoàn thành?"),
        ("Diện tích bao nhiêu?", "Diện tích bao nhiêu của Hải Phòng năm 2025?"),
    ],
)  # fmt: skip
def test_what_a_question_leaves_out_is_put_back(text: str, expected: str) -> None:
    assert completed(text, SHARE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bao nhiêu tuyến xe buýt chạy điện ở Huế?",
        "Rừng ngập mặn là gì?",
        "Kế hoạch 103/KH-UBND ban hành ngày nào?",
        "Thư viện thành phố mở kho sách số từ khi nào?",
        "bao nhieu tuyen xe buyt chay dien",
        "Cảm ơn",
        "?",
    ],
)
def test_a_question_that_stands_by_itself_inherits_nothing(text: str) -> None:
    assert completed(text, SHARE) == text
    assert completed(text, PAPER) == text


def test_a_full_question_behind_a_turn_of_speech_loses_the_turn_alone() -> None:
    assert completed("Còn bà con nông dân trồng bao nhiêu lúa?", SHARE) == (
        "Bà con nông dân trồng bao nhiêu lúa?"
    )


def test_without_an_earlier_question_the_text_stays() -> None:
    assert completed("Còn Đà Nẵng thì sao?", "") == "Còn Đà Nẵng thì sao?"
    assert complete_last("Ai ký?", [], Answered()) == "Ai ký?"
    assert complete_last("Ai ký?", ["?", "…"], Answered()) == "Ai ký?"


def test_a_chain_keeps_what_each_link_changed() -> None:
    answered = Answered()
    history = [SHARE, "Còn Đà Nẵng?", "Năm 2030 thì sao?"]
    full = complete_last("Thế còn Huế?", history, answered)
    assert full.lower() == "tỷ lệ hồ sơ trực tuyến của huế năm 2030 là bao nhiêu?"
    assert answered.asked == []


def test_a_chain_is_broken_by_a_topic_of_its_own() -> None:
    history = [SHARE, "Bao nhiêu tuyến xe buýt chạy điện ở Đà Nẵng?"]
    assert complete_last("Còn Huế?", history, Answered()) == (
        "Bao nhiêu tuyến xe buýt chạy điện ở Huế?"
    )


def test_the_answer_looked_up_is_that_of_the_completed_question() -> None:
    answered = Answered()
    full = complete_last("Ai ký?", [SHARE, "Còn Đà Nẵng?"], answered)
    assert full == "Ai ký Kế hoạch 15/KH-UBND?"
    assert answered.asked == ["Tỷ lệ hồ sơ trực tuyến của Đà Nẵng năm 2025 là bao nhiêu?"]


def test_only_the_last_six_questions_are_remembered() -> None:
    fillers = ["Còn năm 2030?"] * 5
    assert complete_last("Còn Huế?", [SHARE, *fillers], Answered()) == (
        "Tỷ lệ hồ sơ trực tuyến của Huế năm 2030 là bao nhiêu?"
    )
    forgotten = complete_last("Còn Huế?", [SHARE, *fillers, fillers[0]], Answered())
    assert "hồ sơ" not in forgotten


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Ai là giám đốc thư viện Huế?",
         Referent("“Thư viện Huế mở kho sách số”", "Huế", "Lê Thị An", "", "")),
        ("Sở nào lập danh mục tuyến phố?",
         Referent("Nghị quyết 03-NQ/TU", "Hải Phòng", "", "Sở Xây dựng", "")),
        ("Kế hoạch chăm sóc vườn ươm thực hiện nghị quyết nào?",
         Referent("03-NQ/TU", "Hải Phòng", "", "", "")),
        ("Đến năm nào thì tỷ lệ đường phố có cây che mát đạt trên 60%?",
         Referent("Nghị quyết 03-NQ/TU", "Hải Phòng", "", "", "năm 2030")),
        ("Tàu điện ngầm dài bao nhiêu km?", Referent()),
    ],
)  # fmt: skip
def test_what_an_answer_named(policies: Assistant, asked: str, expected: Referent) -> None:
    assert referent_of(policies.ask(asked)) == expected


@pytest.mark.parametrize(
    ("text", "previous", "expected"),
    [
        ("Thế nhập khẩu thì bao nhiêu?", "Năm 2023 Huế xuất khẩu được bao nhiêu?",
         "Năm 2023 Huế nhập khẩu được bao nhiêu?"),
        ("Riêng phường thôi thì bao nhiêu?", "Huế sau sắp xếp còn bao nhiêu xã?",
         "Huế sau sắp xếp còn bao nhiêu phường?"),
        ("Vậy bến phà đóng góp bao nhiêu?",
         "Năm 2030 bến tàu du lịch đóng góp bao nhiêu phần trăm vào ngân sách của Huế?",
         "Năm 2030 bến phà bao nhiêu phần trăm vào ngân sách của Huế?"),
        ("Thế còn phà không dùng dầu?", "Năm 2030 Huế đặt xe buýt điện bao nhiêu phần trăm?",
         "Năm 2030 Huế phà không dùng dầu bao nhiêu phần trăm?"),
        ("Còn mốc 2025 thì phải có mấy trạm cây?", "Huế đặt ra bao nhiêu trạm cây vào năm 2030?",
         "Huế đặt ra bao nhiêu trạm cây vào 2025?"),
        ("Còn đất vườn thì báo trước mấy ngày?",
         "Theo Luật Đất đai 2024, thu hồi đất rừng phải thông báo trước bao lâu?",
         "Theo Luật Đất đai 2024, thu hồi đất vườn phải thông báo trước bao lâu?"),
    ],
)  # fmt: skip
def test_the_same_is_asked_of_what_is_named_instead(
    text: str, previous: str, expected: str
) -> None:
    assert completed(text, previous) == expected
