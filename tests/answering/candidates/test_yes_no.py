from __future__ import annotations

from pathlib import Path

import pytest
from policies import ARTICLE, found, line, open_policies, piece, shorts

from assistant.answering.candidates.yes_no import yes_no_candidates
from assistant.assistant import Assistant
from assistant.retrieval import analyse
from assistant.schema import Status


@pytest.mark.parametrize(
    ("asked", "sentence", "first"),
    [
        ("Có đúng che phủ đạt 50% không?", "Che phủ đạt 42,5%.", "42,5%"),
        ("Có phải trồng 12 ha rừng?", "Trồng 15 ha rừng.", "15 ha"),
        ("Xã đã có vườn ươm chưa?", "Xã chưa có vườn ươm nào.", "chưa có vườn ươm"),
        ("Xã có sáp nhập với huyện không?", "Xã không sáp nhập.", "không sáp nhập"),
        ("Huế có nhiều cây nhất không?", "Huế có số cây nhiều nhất cả nước.", "nhiều nhất cả nước"),
    ],
)
def test_what_settles_it(asked: str, sentence: str, first: str) -> None:
    assert shorts(yes_no_candidates, asked, line(sentence))[0] == first


def test_a_post_settles_who_someone_is() -> None:
    evidence = piece(ARTICLE, "xếp thứ")
    assert "Phó Giám đốc thư viện" in shorts(
        yes_no_candidates, "Ông Trần Văn Bình có phải giám đốc thư viện không?", evidence
    )


def test_the_sentence_alone_where_nothing_settles_it() -> None:
    assert found(yes_no_candidates, "Xã có chợ không?", line("Chợ họp mỗi sáng.")) == [(None, 0.0)]


def test_a_denial_of_something_else_settles_nothing() -> None:
    assert shorts(yes_no_candidates, "Xã có vườn ươm không?", line("Xã chưa có chợ nổi.")) == [None]


def settled(asked: str, sentence: str) -> list[tuple[str | None, bool]]:
    """Return what settles a question one way or the other, with which way."""
    evidence = line(sentence)
    return [
        (c.short.of(evidence.document.text) if c.short else None, c.settles)
        for c in yes_no_candidates(analyse(asked), evidence)
        if c.settles is not None
    ]


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Xã có vườn ươm không?", "Xã có vườn ươm rộng.", [(None, True)]),
        ("Xã đã mở vườn ươm chưa?", "Xã mở vườn ươm từ lâu.", [(None, True)]),
        ("Xã có phải mở vườn ươm không, hay chỉ huyện?", "Xã mở vườn ươm.", [(None, True)]),
        ("Ban quản lý vườn có phải do bí thư xã đứng đầu không?",
         "Lập Ban quản lý vườn do bí thư xã làm trưởng ban.", [(None, True)]),
        ("Ban quản lý vườn có phải do chủ tịch huyện đứng đầu không?",
         "Lập Ban quản lý vườn do bí thư xã làm trưởng ban.", []),
        ("Hộ không có đất có phải đóng phí không?", "Hộ không có đất phải đóng phí.",
         [(None, True)]),
        ("Chủ chợ có phải lát gạch sân chợ không?",
         "Chủ chợ phải lát gạch sân chợ và không phải là chủ chợ cũ.", [(None, True)]),
        ("Chủ chợ có phải lát gạch sân chợ không?",
         "Chủ chợ lát gạch sân chợ mà chưa được lát gạch.", []),
        ("Chủ chợ có phải nộp phí khi xin cấp thẻ giữ sạp không?",
         "Chủ chợ xin cấp thẻ giữ sạp.", []),
        ("Xã có vườn ươm không?", "Xã trồng rừng.", []),
        ("Trồng cây bằng hạt có được không?",
         "Xã không mua nổi phân bón và chậu sành mới được trồng cây bằng hạt.", [(None, True)]),
        ("Xã có vườn ươm không?", "Vườn ươm thay thế rừng của xã.", []),
        ("Xã có phải không có vườn ươm không?", "Xã có vườn ươm rộng.", []),
        ("Xã mở vườn ươm ngày 5/3/2024 phải không?", "Xã mở vườn ươm rộng.", []),
    ],
)  # fmt: skip
def test_a_sentence_affirms_only_what_it_says_nearly_whole(
    asked: str, sentence: str, expected: list[tuple[str | None, bool]]
) -> None:
    assert settled(asked, sentence) == expected


@pytest.mark.parametrize(
    ("asked", "sentence", "words"),
    [
        ("Có thu lệ phí của hộ nghèo không?", "Thu lệ phí chợ, trừ hộ nghèo.", "trừ hộ nghèo"),
        ("Lệ phí có gồm tiền nước không?", "Lệ phí tính theo người, không gồm tiền nước.",
         "không gồm tiền nước"),
        ("Quy định có áp dụng với chợ đêm không?",
         "Quy định về chợ được áp dụng rộng, ngoại trừ chợ đêm; do xã quản lý.",
         "ngoại trừ chợ đêm"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_denied(asked: str, sentence: str, words: str) -> None:
    assert settled(asked, sentence) == [(words, False)]


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        # The word that denies what one may or must is the answer, not a piece of its sentence.
        ("Ký nháy vào sổ chợ được không?", "Chủ chợ không ký nháy, ký tắt vào sổ.",
         [(None, False)]),
        ("Sổ chợ cũ có bắt buộc đổi sang mẫu mới không?", "Sổ chợ cũ không phải đổi mẫu.",
         [(None, False)]),
        # What only says when something is so denies nothing.
        ("Sạp tự dựng, không ai tranh chấp thì có được cấp thẻ không?",
         "Sạp tự dựng không có tranh chấp thì được cấp thẻ.", [(None, True)]),
        # “Miễn trừ” leaves nothing out, and “không có thời hạn” denies the term.
        ("Chủ sạp có được miễn trách nhiệm không?", "Chủ sạp được miễn trừ trách nhiệm.",
         [(None, True)]),
        ("Mở sạp có cần thẻ chợ không?", "Mở sạp mà bị thu hồi không có thời hạn thẻ chợ.", []),
        # Leave for something else, however alike.
        ("Đất vườn có được chuyển sang đất ở không?",
         "Đất vườn đã chuyển sang đất chợ nay được chuyển lại.", []),
        # What is left out is not the act asked about.
        ("Bảo vệ chợ có được mang súng không?", "Mở sạp súng bắn sơn (trừ sạp bán súng).", []),
        # A figure of whom it is asked claims nothing.
        ("Người chưa đủ 18 tuổi có được giữ sạp không?",
         "Thẻ cấp cho người từ 14 tuổi trở lên.", []),
    ],
)  # fmt: skip
def test_what_one_may_or_must_is_settled_by_the_act_itself(
    asked: str, sentence: str, expected: list[tuple[str | None, bool]]
) -> None:
    assert settled(asked, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "conditional"),
    [
        ("Chủ sạp được bán tài sản trên sạp.", False),
        ("Chủ sạp được bán tài sản trên sạp khi đã nộp đủ phí chợ.", True),
    ],
)
def test_leave_on_a_condition_is_no_plain_yes(sentence: str, conditional: bool) -> None:
    asked = analyse("Chủ sạp có được bán tài sản trên sạp không?")
    (told,) = yes_no_candidates(asked, line(sentence))
    assert (told.settles, told.conditional) == (True, conditional)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Nội quy chợ đã được thay thế bằng nội quy mới.",
         "đã được thay thế bằng nội quy mới"),
        ("Nội quy chợ bị bãi bỏ từ tháng 3.", "bị bãi bỏ"),
        ("Nội quy chợ hết hiệu lực.", "hết hiệu lực"),
    ],
)  # fmt: skip
def test_what_was_replaced_is_no_longer_in_force(sentence: str, words: str) -> None:
    assert settled("Nội quy chợ có còn hiệu lực không?", sentence) == [(words, False)]
    assert (words, False) not in settled("Nội quy chợ có hay không?", sentence)


@pytest.mark.parametrize(
    ("asked", "short", "opening"),
    [
        ("Chợ Hàn có được lắp đặt lò đốt rác mới không?", "Có", "Có. [1] "),
        ("Chợ Hàn đã được lắp đặt lò đốt rác mới chưa?", "Có", "Có. [1] "),
        ("Lệ phí thu gom rác có áp dụng cho hộ nghèo không?", "trừ hộ nghèo", "Lệ phí"),
        ("Kế hoạch 44/KH-UBND về lò đốt rác có còn áp dụng không?",
         "đã được thay thế bằng Kế hoạch 77/KH-UBND", "Kế hoạch 44/KH-UBND"),
    ],
)  # fmt: skip
def test_the_answer_in_one_word_or_in_those_of_the_text(
    provinces: Assistant, asked: str, short: str, opening: str
) -> None:
    answer = provinces.ask(asked)
    assert (answer.status, answer.short) == (Status.FULL, short)
    assert answer.text.startswith(opening)


def test_the_one_word_is_of_the_language_of_the_frame(provinces: Assistant) -> None:
    asked = "Chợ Hàn có được lắp đặt lò đốt rác mới không?"
    assert provinces.ask(asked, language="en").short == "Yes"


def test_a_sentence_on_something_else_says_neither_yes_nor_no(provinces: Assistant) -> None:
    answer = provinces.ask("Chợ Hàn có được lắp đặt máy sấy tóc không?")
    assert answer.short not in ("Có", "Không")
    assert not answer.text.startswith(("Có.", "Không."))


@pytest.mark.parametrize(
    ("asked", "short", "opening"),
    [
        ("Bà Trần Thị Hoa là Chủ tịch Hội Làm vườn à?", "Phó", "Không đúng"),
        ("Bà Trần Thị Hoa là Phó Chủ tịch Hội Làm vườn à?", "Phó", "Đúng"),
    ],
)
def test_a_deputy_is_not_the_head(tmp_path: Path, asked: str, short: str, opening: str) -> None:
    text = "# Vườn ươm\n\nTheo bà Trần Thị Hoa, Phó Chủ tịch Hội Làm vườn, vườn có 400 cây.\n"
    answer = open_policies(tmp_path, {"a.md": text}).ask(asked)
    assert (answer.short or "").startswith(short)
    assert answer.text.startswith(opening)


def test_what_a_figure_takes_in_is_no_claim_of_it(tmp_path: Path) -> None:
    text = (
        "# Kế hoạch cây xanh\n\nTỷ lệ cây xanh của Hải Phòng đạt 35% vào năm 2025.\n\n"
        "Tỷ lệ cây xanh của Hải Dương đạt 20% vào năm 2025.\n"
    )
    answer = open_policies(tmp_path, {"a.md": text}).ask(
        "Mức 35% cây xanh năm 2025 của Hải Phòng có tính cả Hải Dương không?"
    )
    assert "Không đúng" not in answer.text
    assert "Đúng" not in answer.text
