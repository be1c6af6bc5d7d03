from __future__ import annotations

import pytest
from policies import ARTICLE, found, line, piece, shorts

from assistant.answering.yes_no import yes_no_candidates


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
