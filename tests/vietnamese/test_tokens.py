from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.vietnamese.normalise import fold, nfc
from assistant.vietnamese.tokens import sparse_tokens, syllables


def split(text: str) -> list[str]:
    return [token.text for token in syllables(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "03-NQ/TU", "227/KH-UBND", "30/2020/NĐ-CP", "202/2025/QH15", "1314/NQ-UBTVQH15",
        "395/NQ-HĐND", "749/QĐ-TTg", "57-NQ/TW", "36-HD/VPTW", "2450/VPCP-KGVX",
        "1.579/1.937", "81,5%", "26/10/2021", "437.621", "1.234,5", "3-5", "5", "a", "y", "đ",
        "100%", "2021-2025", "QH15", "G20",
    ],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "Theo {}, việc", "({})", "“{}”.", "{}:", "{};"])
def test_numbers_and_single_letters_survive_whole(whole: str, frame: str) -> None:
    assert whole in split(frame.format(whole))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("điểm a khoản 5", ["điểm", "a", "khoản", "5"]),
        ("a) Một an, hai a.", ["a", "Một", "an", "hai", "a"]),
        ("theo 03-NQ/TU: đạt 42,5%, tăng", ["theo", "03-NQ/TU", "đạt", "42,5%", "tăng"]),
        ("Số 103 và 03", ["Số", "103", "và", "03"]),
        ("100 hay 1.000", ["100", "hay", "1.000"]),
        ("1.000.000,5 đồng", ["1.000.000,5", "đồng"]),
        ("giai đoạn 2021-2025, tầm nhìn 2030", ["giai", "đoạn", "2021-2025", "tầm", "nhìn",
                                               "2030"]),
        ("lúc 08:30", ["lúc", "08:30"]),
        ("kinh tế - xã hội", ["kinh", "tế", "xã", "hội"]),
        ("e-mail_nội_bộ", ["e", "mail", "nội", "bộ"]),
        ("", []),
        (" – … !", []),
    ],
)  # fmt: skip
def test_syllables(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=80))
def test_spans_reproduce_their_text(text: str) -> None:
    text = nfc(text)
    tokens = syllables(text)
    assert all(text[t.start : t.end] == t.text and t.text for t in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))


@given(st.text(alphabet="ab đ1.,/-%:_ ộ", max_size=40))
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    text = nfc(text)
    held = {i for t in syllables(text) for i in range(t.start, t.end)}
    assert all(i in held for i, char in enumerate(text) if char.isalnum())


def test_syllables_then_bigrams() -> None:
    assert sparse_tokens("Cải cách hành chính", folded=False) == [
        "cải", "cách", "hành", "chính", "cải_cách", "cách_hành", "hành_chính",
    ]  # fmt: skip
    assert sparse_tokens("Cải cách", folded=True) == ["cai", "cach", "cai_cach"]


@pytest.mark.parametrize(
    ("text", "bigrams"),
    [
        ("hồ sơ, giấy", ["hồ_sơ"]),
        ("hồ sơ. Giấy tờ", ["hồ_sơ", "giấy_tờ"]),
        ("kinh tế - xã hội", ["kinh_tế", "tế_xã", "xã_hội"]),
        ("“hồ” sơ", ["hồ_sơ"]),
        ("hồ (sơ)", []),
        ("hồ\nsơ", ["hồ_sơ"]),
        ("hồ: sơ; giấy", []),
    ],
)
def test_a_bigram_does_not_cross_punctuation(text: str, bigrams: list[str]) -> None:
    assert [t for t in sparse_tokens(text, folded=False) if "_" in t] == bigrams


def test_decomposed_text_gives_the_same_tokens() -> None:
    text = "Điều khoản của Ủy ban"
    for folded in (False, True):
        assert sparse_tokens(unicodedata.normalize("NFD", text), folded=folded) == sparse_tokens(
            text, folded=folded
        )


def test_both_spellings_of_a_tone_are_one_token() -> None:
    assert sparse_tokens("Hòa thủy", folded=False) == sparse_tokens("hoà thuỷ", folded=False)


def test_marks_tell_words_apart_in_the_marked_field_alone() -> None:
    assert sparse_tokens("muối", folded=False) != sparse_tokens("muội", folded=False)
    assert sparse_tokens("muối", folded=True) == sparse_tokens("muội", folded=True) == ["muoi"]


def test_a_digit_before_letters_is_a_token_of_its_own() -> None:
    assert sparse_tokens("mạng 5G", folded=True) == ["mang", "5", "g", "mang_5", "5_g"]
    assert sparse_tokens("18h30", folded=True) == ["18", "h30", "18_h30"]


@pytest.mark.parametrize(
    ("one", "other"), [("03", "103"), ("100", "1.000"), ("3-NQ/TU", "13-NQ/TU"), ("5%", "15%")]
)
def test_one_number_never_gives_the_token_of_another(one: str, other: str) -> None:
    for folded in (False, True):
        first, second = (sparse_tokens(text, folded=folded) for text in (one, other))
        assert not {*first} & {*second}


@given(st.text(alphabet="aăđ ộ1.-/", max_size=40))
def test_the_folded_field_is_the_fold_of_the_marked_one(text: str) -> None:
    marked = sparse_tokens(text, folded=False)
    assert sparse_tokens(text, folded=True) == [fold(token) for token in marked]
