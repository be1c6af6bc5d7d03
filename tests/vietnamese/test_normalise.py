from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.vietnamese.normalise import (
    LOWER,
    UPPER,
    fold,
    has_marks,
    is_marked,
    lower,
    nfc,
    place_tones,
)

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES]
VIETNAMESE = st.text(alphabet="".join(LETTERS) + "đĐbcdghklmnpqrstvx ĂẠỒ.,5%-/", max_size=60)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Điều khoản", "Điều khoản"),
        (unicodedata.normalize("NFD", "Điều khoản"), "Điều khoản"),
        ("e\u0302\u0300", "ề"),
        ("e\u0300\u0302", "ề"),  # tone typed before the circumflex
        ("ơ\u0323", "ợ"),
        ("o\u0323\u031b", "ợ"),  # tone typed before the horn
        ("a\u0301\u0306", "ắ"),
        ("è\u0302", "ề"),  # a composed letter and a loose mark
        ("cải\u00adcách", "cảicách"),
        ("\ufeffSố\u200b 03", "Số 03"),
        ("18\u00a0%\u202fnăm", "18 % năm"),
        ("kế hoạch", "kế hoạch"),
        ("", ""),
    ],
)
def test_nfc_composes_in_any_order_and_drops_what_cannot_be_seen(
    written: str, expected: str
) -> None:
    assert nfc(written) == expected


@given(st.text(max_size=60))
def test_nfc_is_idempotent_and_normal(text: str) -> None:
    once = nfc(text)
    assert nfc(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(VIETNAMESE)
def test_nfc_brings_decomposed_text_back(text: str) -> None:
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(text) == text


def test_a_word_pattern_sees_whole_syllables_in_decomposed_text() -> None:
    broken = unicodedata.normalize("NFD", "Điều khoản")
    assert re.findall(r"\w+", broken) != ["Điều", "khoản"]
    assert re.findall(r"\w+", nfc(broken)) == ["Điều", "khoản"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đà Nẵng", "da nang"),
        ("ĐỒNG BẰNG đường Đê", "dong bang duong de"),
        ("Ủy ban nhân dân", "uy ban nhan dan"),
        ("42,5% (03-NQ/TU) – “đủ”", "42,5% (03-nq/tu) – “du”"),
        ("İstanbul ﬁ ß №", None),
        ("日本 α ё", None),
    ],
)
def test_fold_removes_marks_and_keeps_the_length(text: str, expected: str | None) -> None:
    assert len(fold(text)) == len(text)
    if expected is not None:
        assert fold(text) == expected


@pytest.mark.parametrize("letter", LETTERS)
def test_every_vietnamese_letter_folds_to_its_base(letter: str) -> None:
    base = unicodedata.normalize("NFD", letter)[0]
    assert fold(letter) == fold(letter.upper()) == base
    assert re.fullmatch(f"[{LOWER}]", letter)
    assert re.fullmatch(f"[{UPPER}]", letter.upper())
    assert not re.fullmatch(f"[{UPPER}]", letter)
    assert not re.fullmatch(f"[{LOWER}]", letter.upper())


def test_d_with_stroke_belongs_to_both_classes_and_folds_to_d() -> None:
    assert fold("đĐ") == "dd"
    assert re.fullmatch(f"[{LOWER}][{UPPER}]", "đĐ")


@given(st.text(max_size=60))
def test_fold_and_lower_keep_the_length_of_any_text(text: str) -> None:
    assert len(fold(text)) == len(lower(text)) == len(text)


@given(VIETNAMESE)
def test_fold_is_idempotent_and_blind_to_capitals(text: str) -> None:
    assert fold(fold(text)) == fold(text) == fold(text.upper()) == fold(lower(text))


def test_an_offset_in_the_folded_text_is_an_offset_in_the_text() -> None:
    text = "Đề án İ: tỷ lệ đô thị hóa"
    at = fold(text).index("ty le")
    assert text[at : at + 5] == "tỷ lệ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("dieu", False), ("điều", True), ("dieu khoan đ", True), ("5% – “x”", False), ("", False),
     ("naïve", True)],
)  # fmt: skip
def test_has_marks(text: str, expected: bool) -> None:
    assert has_marks(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ xử lý hồ sơ là bao nhiêu?", True),
        ("Ty le xu ly ho so la bao nhieu?", False),
        # A name copied with its marks into a question typed without: 2 of 36 letters.
        ("ong Trần Binh noi gi ve ke hoach cua tinh nha", False),
        ("đ" + "a" * 11, True),  # one in twelve
        ("đ" + "a" * 12, False),
        ("100 %", False),
        ("", False),
    ],
)
def test_one_marked_letter_in_twelve_makes_a_marked_text(text: str, expected: bool) -> None:
    assert is_marked(text) is expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"), ("hóa", "hoá"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("ủy", "uỷ"),
        ("tọa", "toạ"), ("hủy", "huỷ"),
    ],
)  # fmt: skip
def test_both_spellings_of_an_open_rime_become_one(old: str, new: str) -> None:
    assert place_tones(old) == place_tones(new) == new
    assert len(place_tones(old)) == len(old)


@pytest.mark.parametrize(
    "syllable", ["quý", "quà", "quỷ", "hoàn", "khoản", "thuế", "tòan", "mùa", "của", "ý", "a", "đ"]
)
def test_no_other_syllable_is_touched(syllable: str) -> None:
    assert place_tones(syllable) == syllable
