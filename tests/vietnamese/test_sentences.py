from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.schema import Span
from assistant.vietnamese.sentences import clauses, sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một việc. Hai việc.", ["Một việc.", "Hai việc."]),
        ("Đạt 1.579 cây. Được 42.5 ha.", ["Đạt 1.579 cây.", "Được 42.5 ha."]),
        ("Thật không? Có! Rồi… Hết", ["Thật không?", "Có!", "Rồi…", "Hết"]),
        ("Ông nói: “Xong rồi.” Bà cười.", ["Ông nói: “Xong rồi.”", "Bà cười."]),
        ("Xong. “Tốt lắm”, ông nói.", ["Xong.", "“Tốt lắm”, ông nói."]),
        ("Xong. 25 xe đã chạy.", ["Xong.", "25 xe đã chạy."]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("Dòng một\n\n  Dòng hai  ", ["Dòng một", "Dòng hai"]),
        ("Quy định này có hiệu lực./. Nơi nhận", ["Quy định này có hiệu lực./.", "Nơi nhận"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_ends_where_a_new_one_begins(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tại TP. Huế có chợ.",
        "Văn bản kết thúc bằng dấu chấm (.) [1].",
        "Chỗ trống ghi bằng ba dấu chấm (...) Sở điền sau.",
        "Theo TS. Lê An, việc đã xong.",
        "Theo PGS. TS. Lê An, việc đã xong.",
        "Theo ThS. Lê An, việc đã xong.",
        "Bà Nguyễn T. Lan đã đến.",
        "Nuôi tôm, cua, v.v. Ở đầm phá.",
        "1. Sở Xây dựng chủ trì.",
        "a. Sở Xây dựng chủ trì.",
        "đ. Sở Xây dựng chủ trì.",
        "II. Tổ chức thực hiện",
        "1.2. Sở Xây dựng chủ trì.",
        "Điều 1. Phạm vi điều chỉnh",
        "Dùng tệp có đuôi .Docx ở đây.",
        "Mức tăng là 3.2 lần. theo cách tính cũ.",
    ],
)
def test_what_is_no_end(text: str) -> None:
    assert split(text) == [text]


def test_a_range_of_a_text() -> None:
    text = "Bỏ qua. Một. Hai. Ba."
    start, end = text.index("Một"), text.index(" Ba")
    assert [span.of(text) for span in sentences(text, start, end)] == ["Một.", "Hai."]
    assert sentences(text, start, end)[0] == Span(start, start + 4)


@given(st.text(alphabet="aBđ.!?;…\n “”)(1 /", max_size=80))
def test_sentences_hold_all_that_is_not_white_space(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(s.of(text) for s in spans).split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()


def test_clauses_part_at_semicolons() -> None:
    text = "Đầu. Đạt 90% cấp tỉnh; 80% cấp xã; 3;5 giữ nguyên. Cuối."
    span = Span(text.index("Đạt"), text.index(" Cuối"))
    assert [clause.of(text) for clause in clauses(text, span)] == [
        "Đạt 90% cấp tỉnh;",
        "80% cấp xã;",
        "3;5 giữ nguyên.",
    ]


def test_a_sentence_without_semicolons_is_one_clause() -> None:
    text = "Chỉ có một vế."
    assert clauses(text, Span(0, len(text))) == [Span(0, len(text))]
