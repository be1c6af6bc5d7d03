from __future__ import annotations

import pytest

from assistant.vietnamese.compounds import is_compound


@pytest.mark.parametrize("word", ["bảo vệ", "Nhãn hiệu", "hình sự", "phần mềm", "hoá đơn"])
def test_a_word_keeps_its_particle(word: str) -> None:
    assert is_compound(word, marked=True)


@pytest.mark.parametrize("words", ["bảo về", "bao vệ", "sự dân", "phần trăm"])
def test_marks_tell_a_word_from_a_meeting_of_two(words: str) -> None:
    assert not is_compound(words, marked=True)


def test_what_has_a_stand_in_is_a_word() -> None:
    assert is_compound("đất ở", marked=True)
    assert not is_compound("đặt ở", marked=True)


def test_without_marks_the_letters_do() -> None:
    assert is_compound("bao ve", marked=False)
    assert not is_compound("bao ve", marked=True)
