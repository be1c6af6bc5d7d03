"""The words of talk around what a claim says."""

from __future__ import annotations

import pytest

from assistant.answering.claims.talk import frame_spans, plain


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Nghe nói Huế chỉ có vỏn vẹn 7 thư viện.", "Huế có 7 thư viện."),
        ("Chỉ số hài lòng lên tới 90%", "Chỉ số hài lòng 90%"),
        ("Nghe noi Hue co 7 thu vien", "Nghe noi Hue co 7 thu vien"),
    ],
)
def test_talk_is_left_out_of_the_search(said: str, left: str) -> None:
    assert plain(said) == left


def test_a_word_of_a_subject_is_no_frame() -> None:
    text = "Hàng hóa qua cảng, sắp xếp và đổi mới sáng tạo đạt mức 10%"
    framed = [text[start:end] for start, end in frame_spans(text)]
    assert framed == ["đạt", "mức"]
