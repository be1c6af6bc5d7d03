"""Edits between texts against the textbook table, and what the tables of scans print."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from page_files import english_page, pdf

from evals.distances import Errors, compared_texts, edits
from evals.ocr import parts, table
from evals.pdf_speed import Speed, speeds
from evals.pdf_speed import table as speed_table


def textbook(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@given(st.text("abđ ", max_size=20), st.text("abđ ", max_size=20))
def test_edits_are_those_of_the_textbook(one: str, other: str) -> None:
    assert edits(one, other) == textbook(one, other) == edits(other, one)


def test_marks_are_counted_apart_and_spelling_is_one() -> None:
    errors = compared_texts("Hoà  binh tai\nĐak Lăk x", "Hòa bình tại Đắk Lắk")
    # Of à, ì, ạ, Đ, ắ and ắ four are wrong: i, a, a and ă; “ x” is too much.
    assert errors == Errors(characters=20, marked=6, wrong=6, wrong_marks=4)
    assert errors.character_rate == 6 / 20
    assert errors.mark_rate == 4 / 6


def test_the_articles_are_measured_apart_from_what_follows_them() -> None:
    true = "NGHỊ ĐỊNH\nĐiều 1. Phạm vi\nĐiều 2. Hiệu lực\nNơi nhận:\nMẫu 1"
    measured = parts("Điều 1. Phạm vi\nĐiêu 2. Hiệu lực\nNơi nhận:\nMầu", true)
    assert [(part.name, part.errors.wrong) for part in measured] == [("whole", 14), ("articles", 1)]
    assert [part.name for part in parts("không có gì", true)] == ["whole"]
    assert table(measured).splitlines()[2].split() == ["articles", "32", "1", "3.12", "7", "14.29"]


def test_speeds_are_ratios_to_the_last() -> None:
    shown = speed_table([Speed("ours", 10, 0.5), Speed("pypdf", 10, 2.0)]).splitlines()
    assert shown[1].split() == ["ours", "10", "0.50", "20.0", "4.0"]
    assert {one.pages for one in speeds([pdf([english_page()] * 2)], rounds=1)} == {2}
