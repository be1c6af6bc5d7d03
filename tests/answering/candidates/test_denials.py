from __future__ import annotations

import pytest
from policies import line, piece

from assistant.answering.candidates.acts import act_asked
from assistant.answering.candidates.denials import (
    EXCLUDES,
    denied_words,
    leaves_out,
    on_condition,
    opposed,
    stays_apart,
    taken_as_known,
)
from assistant.retrieval import analyse

MERGERS = """\
---
title: Nghị quyết về sắp xếp chợ
---

# Nghị quyết về sắp xếp chợ

## 1. Các xã sắp xếp

- Xã Trúc Lâm nhập vào xã Bàng Động.

## 2. Các xã không sắp xếp

- Hai xã: Sơn Ca và Họa Mi.
"""


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Xã có sáp nhập không?", "Xã không sáp nhập.", "không sáp nhập"),
        ("Sổ cũ có bắt buộc đổi mẫu không?", "Sổ cũ không phải đổi mẫu.", "không phải đổi mẫu"),
        ("Xã có chợ không?", "Xã không có vườn ươm.", None),
        ("Có được cấp thẻ chợ không?", "Không có nợ thì được cấp thẻ chợ.", None),
        ("Trẻ em có được làm bảo vệ không?", "Không được lạm dụng thuốc bảo vệ cây.", None),
    ],
)
def test_the_words_that_deny(asked: str, sentence: str, expected: str | None) -> None:
    found = denied_words(analyse(asked), sentence)
    assert (sentence[slice(*found)] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Không có nợ thì được cấp thẻ.", True),
        ("Hộ mà không có nợ được cấp thẻ.", True),
        ("Sổ không thuộc diện mật đều có bản điện tử.", True),
        ("Hộ nghèo không nộp phí chợ.", False),
    ],
)
def test_a_denial_that_only_says_when(text: str, expected: bool) -> None:
    assert on_condition(text, text.lower().index("không")) is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Không ai tranh chấp thì có được cấp thẻ không?", True),
        ("Đang tranh chấp thì có được cấp thẻ không?", False),
    ],
)
def test_a_denial_that_the_question_states(asked: str, expected: bool) -> None:
    assert taken_as_known(asked, "không có tranh chấp", 0) is expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Sổ mật có phải xử lý trên mạng không?", True),
        ("Sổ chợ có phải xử lý trên mạng không?", False),
        ("Việc xử lý trên mạng có gồm cả sổ mật không?", True),
        ("Sổ mật có phải nộp phí không?", False),
    ],
)
def test_what_is_left_out_is_what_was_asked_of(asked: str, expected: bool) -> None:
    evidence = line("Mọi sổ được xử lý trên mạng (trừ sổ bí mật nhà nước).")
    start = EXCLUDES.search(evidence.text)
    act = act_asked(asked)
    assert start is not None
    assert act is not None
    assert leaves_out(evidence, act, start.start()) is expected


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        ("Xã Sơn Ca có bị nhập vào xã khác không?", "Hai xã", 0.45),
        ("Xã Trúc Lâm có bị nhập vào xã khác không?", "Hai xã", 0.0),
        ("Xã Trúc Lâm có bị nhập vào xã khác không?", "Trúc Lâm", 0.0),
        ("Xã Sơn Ca có chợ không?", "Hai xã", 0.0),
    ],
)
def test_a_unit_listed_under_those_that_are_merged_with_none(
    asked: str, words: str, expected: float
) -> None:
    assert stays_apart(analyse(asked), piece(MERGERS, words)) == expected


def test_a_unit_that_a_sentence_itself_says_is_left_as_it_was() -> None:
    evidence = line("Có 54 xã sau sắp xếp, gồm xã Họa Mi, và 01 xã không sắp xếp là xã Sơn Ca.")
    assert stays_apart(analyse("Xã Sơn Ca có sáp nhập không?"), evidence) == 0.9
    assert stays_apart(analyse("Xã Họa Mi có sáp nhập không?"), evidence) == 0.0


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Ban quản lý chợ cũ có phải nghỉ không?",
         "Ban quản lý chợ cũ tiếp tục hoạt động đến hết năm.", "tiếp tục hoạt động"),
        ("Thẻ chợ cũ có hết giá trị không?", "Thẻ chợ cũ vẫn có giá trị.", "vẫn có giá trị"),
        ("Phí chợ có tăng không?", "Phí chợ được giữ nguyên.", "được giữ nguyên"),
        ("Phí chợ có tăng không?", "Lệ phí thi được giữ nguyên.", None),
        ("Phí chợ có cao không?", "Phí chợ được giữ nguyên.", None),
        ("Chợ có dừng họp không?", "Chợ tiếp tục mở cửa đến khi dừng họp.", None),
    ],
)  # fmt: skip
def test_the_contrary_of_what_is_asked(asked: str, sentence: str, expected: str | None) -> None:
    found = opposed(analyse(asked), line(sentence))
    assert (sentence[slice(*found)] if found else None) == expected
