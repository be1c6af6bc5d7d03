from __future__ import annotations

import pytest

from assistant.retrieval.parts import (
    Slot,
    content_of,
    cut,
    parts_of,
    statement_of,
    subject_at,
    tidy,
)


def named(text: str) -> list[tuple[Slot, str]]:
    return [(part.slot, part.of(text)) for part in parts_of(text)]


def test_the_parts_of_a_question_in_order_with_the_words_of_their_names() -> None:
    assert named(
        "Theo Nghị quyết số 03-NQ/TU, năm 2025 thành phố Huế và cấp xã "
        "giai đoạn 2021-2025 ông Trần Văn Bình nói gì?"
    ) == [
        (Slot.DOCUMENT, "Nghị quyết số 03-NQ/TU"),
        (Slot.YEAR, "năm 2025"),
        (Slot.PLACE, "thành phố Huế"),
        (Slot.LEVEL, "cấp xã"),
        (Slot.YEAR, "2021-2025"),
        (Slot.PERSON, "ông Trần Văn Bình"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nghi quyet 03-nq/tu nam 2025 cua thanh pho hue",
         [(Slot.DOCUMENT, "nghi quyet 03-nq/tu"), (Slot.YEAR, "nam 2025"),
          (Slot.PLACE, "thanh pho hue")]),
        ("Kế hoạch hành động 15/KH-UBND ngày 9/3/2022",
         [(Slot.DOCUMENT, "Kế hoạch hành động 15/KH-UBND"), (Slot.YEAR, "9/3/2022")]),
        ("TP. Huế", [(Slot.PLACE, "TP. Huế")]),
        ("Dịch vụ công mức độ 4 ở tuyến huyện",
         [(Slot.LEVEL, "mức độ 4"), (Slot.LEVEL, "tuyến huyện")]),
        ("Rừng ngập mặn là gì?", []),
        ("", []),
    ],
)  # fmt: skip
def test_parts(text: str, expected: list[tuple[Slot, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Tỷ lệ hồ sơ trực tuyến của Hải Phòng năm 2025 là bao nhiêu?", "ho so truc tuyen"),
        ("ty le ho so truc tuyen cua hai phong nam 2025", "ho so truc tuyen"),
        ("Văn bản nào quy định việc trồng rừng?", "trong rung"),
        ("Nghị quyết 03-NQ/TU ban hành ngày nào?", ""),
        ("Ai ký?", ""),
    ],
)
def test_content_is_what_neither_binds_nor_asks(text: str, content: str) -> None:
    assert content_of(text) == content.split()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Cho tôi biết tỷ lệ che phủ là bao nhiêu?", "tỷ lệ che phủ"),
        ("Xin cho hỏi rừng ngập mặn là gì?", "rừng ngập mặn"),
        ("Ai ký Nghị quyết 03-NQ/TU?", "Nghị quyết 03-NQ/TU"),
        ("Nghị quyết 03-NQ/TU có hiệu lực khi nào?", "Nghị quyết 03-NQ/TU có hiệu lực"),
        ("Vì sao rừng giảm?", "rừng giảm"),
        ("Văn bản nào đặt mức 60%?", "đặt mức 60%"),
        ("Rừng chiếm bao nhiêu phần trăm?", "Rừng"),
        ("Diện tích rừng", "Diện tích rừng"),
        ("Ai?", ""),
    ],
)
def test_a_statement_is_a_question_without_the_words_that_ask(text: str, statement: str) -> None:
    assert statement_of(text) == statement


def test_cut_and_tidy() -> None:
    assert cut("Trồng 5 ha rừng , rồi bán.", [(6, 10)]) == "Trồng rừng, rồi bán."
    assert cut("a b c d", [(0, 1), (4, 5)]) == "b d"
    assert cut("a b", []) == "a b"
    assert tidy("  a ,  b .  ,") == "a, b."


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("xe đạp", "Tuyến xe buýt"),
        ("vườn hoa", "vườn ươm"),
        ("kinh phí", "Tuyến xe buýt"),
    ],
)
def test_a_topic_takes_the_place_of_the_phrase_most_like_it(topic: str, expected: str) -> None:
    text = "Tuyến xe buýt và vườn ươm của Huế năm 2025"
    start, end = subject_at(text, topic)
    assert text[start:end] == expected


def test_where_there_is_no_phrase_a_topic_goes_to_the_end() -> None:
    text = "Của Huế là?"
    assert subject_at(text, "rừng") == (len(text), len(text))
