"""Which papers one took the place of."""

from __future__ import annotations

import pytest
from policies import open_policies

from assistant.assistant import Assistant

GUIDE = """\
---
title: Hướng dẫn thể thức văn bản của hội làm vườn
kind: hướng dẫn
number: 36-HD/HLV
issued: 2018-04-03
---

# Hướng dẫn thể thức văn bản của hội làm vườn

1. Văn bản của hội làm vườn dùng khổ giấy A4, theo Nghị định số 45/2010/NĐ-CP.

2. Hướng dẫn này có hiệu lực từ ngày ký, thay thế Hướng dẫn số 11-HD/HLV ngày 28/5/2004.
"""
RULES = """\
---
title: Nghị quyết ban hành Quy chế tổ trồng rừng
kind: nghị quyết
number: 99/2025/UBTVQH15
issued: 2025-09-25
---

# Nghị quyết ban hành Quy chế tổ trồng rừng

1. Tổ trồng rừng họp mỗi năm hai lần.

2. Nghị quyết số 1213/2016/UBTVQH13 ban hành Quy chế tổ trồng rừng hết hiệu lực từ ngày Nghị quyết
này có hiệu lực thi hành.
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An open index of two papers that end the force of others."""
    folder = tmp_path_factory.mktemp("former")
    return open_policies(folder, {"guide.md": GUIDE, "rules.md": RULES})


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        ("Hướng dẫn 36 thay thế hướng dẫn nào?", "11-HD/HLV"),
        ("Trước khi có 36-HD thì hội trình bày văn bản theo hướng dẫn số mấy?", "11-HD/HLV"),
        ("Quy chế tổ trồng rừng cũ nằm ở nghị quyết nào?", "1213/2016/UBTVQH13"),
        ("Nghị quyết 99 bãi bỏ nghị quyết nào?", "1213/2016/UBTVQH13"),
    ],
)
def test_the_paper_before(papers: Assistant, asked: str, short: str) -> None:
    answer = papers.ask(asked)
    assert answer.short == short
    assert short in answer.citations[0].quote


def test_the_paper_that_came_after_is_another_question(papers: Assistant) -> None:
    assert papers.ask("Hướng dẫn 36 bị thay thế bởi hướng dẫn nào?").short != "11-HD/HLV"
