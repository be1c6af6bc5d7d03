from __future__ import annotations

import pytest
from policies import line, shorts

from assistant.answering.candidates.posts_held import post_candidates

BOARD = "Hội đồng chợ gồm Chủ tịch hoặc Phó Chủ tịch xã là Chủ tịch Hội đồng, thành viên là thợ."


@pytest.mark.parametrize(
    ("asked", "sentence", "who"),
    [
        ("Ai làm chủ tịch hội đồng chợ?", BOARD, ["Chủ tịch hoặc Phó Chủ tịch xã"]),
        ("Trưởng ban quản lý chợ do ai làm?",
         "Ban quản lý chợ do 01 Phó Chủ tịch xã làm Trưởng ban.", ["01 Phó Chủ tịch xã"]),
        ("Ai làm chủ tịch hội đồng bến cảng?", BOARD, []),
        ("Ai làm giám đốc chợ?", BOARD, []),
        ("Ai làm chủ tịch hội đồng chợ?", "Ông Trần Văn Bình là Chủ tịch Hội đồng chợ.", []),
    ],
)  # fmt: skip
def test_the_office_whose_holder_has_the_post(asked: str, sentence: str, who: list[str]) -> None:
    assert shorts(post_candidates, asked, line(sentence)) == who
