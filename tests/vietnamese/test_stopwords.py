from __future__ import annotations

import pytest

from assistant.vietnamese.stopwords import is_stopword


@pytest.mark.parametrize("word", ["là", "Bao", "nhiêu", "của", "được", "gì", "nào", "theo"])
def test_words_of_asking_carry_no_subject(word: str) -> None:
    assert is_stopword(word, marked=True)


@pytest.mark.parametrize("word", ["la", "bao", "nhieu", "cua", "duoc", "gi", "nao", "theo"])
def test_without_marks_too(word: str) -> None:
    assert is_stopword(word, marked=False)


@pytest.mark.parametrize(
    ("particle", "word"),
    [("họ", "hồ"), ("đâu", "đấu"), ("mấy", "máy"), ("sao", "sáo"), ("trong", "trọng"),
     ("tại", "tài"), ("vì", "vị"), ("khi", "khí")],
)  # fmt: skip
def test_marks_tell_a_particle_from_a_word(particle: str, word: str) -> None:
    assert is_stopword(particle, marked=True)
    assert not is_stopword(word, marked=True)


@pytest.mark.parametrize("word", ["ho", "dau", "so", "tai", "kinh", "te", "dan"])
def test_without_marks_a_doubtful_word_is_kept(word: str) -> None:
    assert not is_stopword(word, marked=False)


@pytest.mark.parametrize("word", ["a", "b", "đ", "an", "the", "5", "2025", "03-NQ/TU", "xã"])
def test_letters_of_points_and_numbers_are_no_stopwords(word: str) -> None:
    assert not is_stopword(word, marked=True)


def test_both_spellings_of_a_tone() -> None:
    assert is_stopword("hoặc", marked=True)
    assert not is_stopword("hoà", marked=True)
    assert not is_stopword("hòa", marked=True)
