"""Tasks of a body, from tables of tasks."""

from __future__ import annotations

from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Status

PLAN = """\
---
title: Kế hoạch cây xanh
kind: kế hoạch
number: 12/KH-UBND
issued: 2025-01-18
place: Huế
---

# Kế hoạch cây xanh

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |
|---|---|---|---|---|
| 1 | Lập danh mục cây bóng mát | Sở Xây dựng | Sở Tài chính | 6/2025 |
| 2 | Bố trí kinh phí vườn ươm | Sở Tài chính | Sở Xây dựng | 9/2025 |
| 3 | Đào tạo thợ cắt tỉa | Sở Xây dựng | Sở Nội vụ | 12/2025 |
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_policies(Path(tmp_path_factory.mktemp("tasks")), {"plan.md": PLAN})


@pytest.mark.parametrize(
    ("asked", "tasks"),
    [
        ("Sở Xây dựng chủ trì những nhiệm vụ nào?", ["danh mục cây bóng mát", "thợ cắt tỉa"]),
        ("Sở Xây dựng Huế được giao nhiệm vụ gì?", ["danh mục cây bóng mát", "thợ cắt tỉa"]),
        ("Kế hoạch 12/KH-UBND giao Sở Tài chính nhiệm vụ gì?", ["kinh phí vườn ươm"]),
        ("Sở Xây dựng phối hợp những nhiệm vụ nào?", ["kinh phí vườn ươm"]),
    ],
)
def test_all_tasks_of_a_body(plan: Assistant, asked: str, tasks: list[str]) -> None:
    answer = plan.ask(asked)
    assert answer.status is Status.FULL
    assert answer.text.startswith(f"{len(tasks)} nhiệm vụ của Sở ")
    assert [task in c.quote for task, c in zip(tasks, answer.citations, strict=True)] == [
        True
    ] * len(tasks)


def test_a_body_without_tasks_is_given_none(plan: Assistant) -> None:
    answer = plan.ask("Sở Y tế chủ trì những nhiệm vụ nào?")
    assert "nhiệm vụ của Sở Y tế" not in answer.text
