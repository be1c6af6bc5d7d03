from __future__ import annotations

import pytest
from policies import line, shorts

from assistant.answering.candidates.prose import text_candidates


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Đền cây theo giá cây cũ hay giá trồng mới?",
         "Chủ vườn được đền bằng giá trị trồng mới của cây cùng loài.", "giá trị trồng mới"),
        ("Chấm vườn do sở hay do xã làm?", "Việc chấm vườn do xã thực hiện hằng quý.", "xã"),
        ("Thuê vườn trả tiền một lần hay trả hằng năm?", "Người thuê trả tiền vườn hằng năm.",
         "trả tiền vườn hằng năm"),
        ("Vườn ươm là bắt buộc hay tự nguyện?", "Xã làm vườn ươm trên tinh thần tự nguyện.",
         "tự nguyện"),
        ("Chấm vườn do sở hay do xã làm?", "Sở và xã cùng chấm vườn.", None),
        ("Chấm vườn do sở hay do xã làm?", "Vườn được chấm hằng quý.", None),
    ],
)  # fmt: skip
def test_the_one_of_two_answers_that_a_sentence_gives(
    asked: str, sentence: str, expected: str | None
) -> None:
    assert shorts(text_candidates, asked, line(sentence)) == [expected]
