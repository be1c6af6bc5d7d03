"""Who a paper leaves out where it says whom it applies to."""

from __future__ import annotations

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Status

DECISION = """\
---
title: Quyết định về việc chấm điểm vườn ươm xanh của các bộ
kind: quyết định
number: 71/QĐ-BNV
issued: 2024-03-04
---

# Quyết định về việc chấm điểm vườn ươm xanh của các bộ

1. Mỗi vườn ươm xanh được chấm điểm một năm một lần.

2. Đối tượng áp dụng:

- Các bộ, cơ quan ngang bộ (trừ Bộ Công an, Bộ Quốc phòng).

- Ủy ban nhân dân các tỉnh.

3. Bộ Nội vụ công bố điểm vườn ươm xanh trong tháng 5.
"""


@pytest.fixture(scope="module")
def nurseries(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An open index of a decision that leaves out two ministries."""
    return open_policies(tmp_path_factory.mktemp("nurseries"), {"chấm điểm.md": DECISION})


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        ("Những bộ nào không bị chấm điểm vườn ươm xanh?", "Bộ Công an, Bộ Quốc phòng"),
        ("Bộ nào khỏi bị chấm điểm vườn ươm xanh?", "Bộ Công an, Bộ Quốc phòng"),
        ("Bộ Công an có phải chấm điểm vườn ươm xanh không?", "Không"),
    ],
)
def test_who_is_left_out(nurseries: Assistant, asked: str, short: str) -> None:
    answer = nurseries.ask(asked)
    assert (answer.status, answer.short) == (Status.FULL, short)
    assert answer.citations[0].quote == "Các bộ, cơ quan ngang bộ (trừ Bộ Công an, Bộ Quốc phòng)."


@pytest.mark.parametrize(
    "asked",
    [
        "Bộ Y tế có phải chấm điểm vườn ươm xanh không?",
        "Tỉnh nào không bị chấm điểm vườn ươm xanh?",
        "Bộ nào không phải trồng chè?",
        "Bộ nào công bố điểm vườn ươm xanh?",
    ],
)
def test_nobody_else_is(nurseries: Assistant, asked: str) -> None:
    assert nurseries.ask(asked).short not in ("Không", "Bộ Công an, Bộ Quốc phòng")
