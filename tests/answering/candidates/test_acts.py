from __future__ import annotations

import pytest

from assistant.answering.candidates.acts import Mode, act_asked, met, said_of


@pytest.mark.parametrize(
    ("asked", "who", "words", "mode"),
    [
        ("Hộ nghèo có được thuê sạp chợ không?", ("hộ nghèo",), ("thuê", "sạp", "chợ"),
         Mode.LEAVE),
        ("Ký nháy sổ chợ được không?", (), ("ký", "nháy", "sổ", "chợ"), Mode.LEAVE),
        ("Chủ sạp có bắt buộc quét sân không, hay tùy?", ("chủ", "sạp"), ("quét", "sân"),
         Mode.NEED),
        ("Chủ sạp có phải quét sân không, theo nội quy?", ("chủ", "sạp"), ("quét", "sân"),
         Mode.BE),
        ("Chủ sạp có bị phạt không?", ("chủ", "sạp"), ("phạt",), Mode.PASSIVE),
        ("Xã có nhập với xã nào theo nội quy không?", ("xã",), ("nhập",), Mode.PLAIN),
        ("Có phải chủ sạp quét sân không?", (), ("chủ", "sạp", "quét", "sân"), Mode.PLAIN),
        ("Thuê đất ở có cần sổ đỏ không?", ("thuê", "đất ở"), ("sổ đỏ",), Mode.NEED),
        ("Nhà tre có được cấp sổ đỏ không?", ("nhà", "tre"), ("cấp", "sổ đỏ"), Mode.LEAVE),
        ("Đi quét sân ban đêm có được không?", (), ("quét", "sân", "ban đêm"), Mode.LEAVE),
        ("Nợ phí thì thế chấp sạp được không?", ("nợ", "phí"), ("thế chấp", "sạp"), Mode.LEAVE),
    ],
)  # fmt: skip
def test_of_whom_what_is_asked_in_which_mode(
    asked: str, who: tuple[str, ...], words: tuple[str, ...], mode: Mode
) -> None:
    act = act_asked(asked)
    assert act is not None
    assert (act.who, act.words, act.mode) == (who, words, mode)


@pytest.mark.parametrize("asked", ["Ai quét sân?", "Sân rộng bao nhiêu?", "Có được không?"])
def test_a_question_of_another_form_asks_of_no_act(asked: str) -> None:
    assert act_asked(asked) is None


@pytest.mark.parametrize(
    ("asked", "text", "denied", "in_mode"),
    [
        ("Hộ nghèo có được thuê sạp không?", "Hộ nghèo được thuê sạp.", False, True),
        ("Hộ nghèo có được thuê sạp không?", "Hộ nghèo không được thuê sạp.", True, True),
        ("Hộ nghèo có được thuê sạp không?", "Nghiêm cấm hộ nghèo; cấm thuê sạp.", True, False),
        ("Hộ nghèo có được thuê sạp không?", "Hộ nghèo thuê sạp.", False, False),
        ("Hộ nghèo có được sửa sạp không?", "Hộ nghèo phải được sửa sạp.", False, False),
        ("Hộ nghèo có phải nộp phí không?", "Hộ nghèo không có sạp phải nộp phí.", False, True),
        ("Có được nộp phí muộn không?", "Được nộp phí muộn không quá 3 ngày.", False, True),
        (
            "Chủ sạp có được thế chấp sạp không?",
            "Chủ sạp không có quyền chuyển nhượng, cho thuê, thế chấp sạp.",
            True,
            True,
        ),
        (
            "Chủ sạp có được thế chấp sạp không?",
            "Chủ sạp không được nợ phí, khi cần được thế chấp sạp.",
            False,
            True,
        ),
        ("Chủ sạp có nghĩa vụ quét sân không?", "Chủ sạp phải quét sân.", False, True),
        ("Dân có bắt buộc đổi sổ không?", "Dân không phải đổi sổ.", True, True),
        ("ho ngheo co duoc thue sap khong", "Hộ nghèo không được thuê sạp.", True, True),
    ],
)
def test_where_a_text_states_the_act(asked: str, text: str, denied: bool, in_mode: bool) -> None:
    act = act_asked(asked)
    assert act is not None
    said = next(iter(said_of(act, text)))
    assert (said.denied, said.in_mode) == (denied, in_mode)


@pytest.mark.parametrize(
    "text",
    [
        "Hộ nghèo được nhận sạp; việc thuê do xã quyết định.",  # another clause
        "Hộ nghèo được thuê nhà.",  # another object
    ],
)
def test_words_of_an_act_strewn_over_a_text_do_not_state_it(text: str) -> None:
    act = act_asked("Hộ nghèo có được thuê sạp không?")
    assert act is not None
    assert list(said_of(act, text)) == []


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("Hộ nghèo được thuê sạp.", "Hộ nghèo có được thuê sạp không?", True),
        ("Được thuê sạp nếu đã nộp đủ phí.", "Hộ nghèo có được thuê sạp không?", False),
        ("Được thuê sạp nếu đã nộp đủ phí.", "Nộp phí rồi có được thuê sạp không?", True),
        ("Sau khi nộp phí thì được thuê.", "Hộ nghèo có được thuê không?", True),
    ],
)
def test_conditions_that_the_question_does_not_state(text: str, asked: str, expected: bool) -> None:
    assert met(text, asked) is expected
