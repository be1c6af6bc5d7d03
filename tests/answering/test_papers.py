"""What documents say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant

LAW = """\
---
title: Luật Vườn ươm
kind: luật
number: 31/2024/QH15
issued: 2024-01-18
place: Việt Nam
---

# Luật Vườn ươm

Điều 1. Phạm vi điều chỉnh

Luật này quy định về quyền của người trồng cây.

Điều 9. Hiệu lực thi hành

1. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025, trừ khoản 2 Điều này.

2. Điều 4 và Điều 5 của Luật này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2024.
"""
DECREE = """\
---
title: Nghị định về cây bóng mát
kind: nghị định
number: 30/2020/NĐ-CP
issued: 2020-03-05
place: Việt Nam
---

# Nghị định về cây bóng mát

Điều 1. Nghị định này có hiệu lực thi hành kể từ ngày ký.

Điều 2. Chính phủ giao Bộ Xây dựng lập danh mục cây bóng mát.
"""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = Path(tmp_path_factory.mktemp("papers"))
    return open_policies(folder, {"law.md": LAW, "decree.md": DECREE})


@pytest.mark.parametrize(
    ("asked", "short"),
    [
        ("Luật Vườn ươm 2024 có hiệu lực từ ngày nào?", "01 tháng 01 năm 2025"),
        ("Luật 31/2024 có hiệu lực khi nào?", "01 tháng 01 năm 2025"),
        ("Nghị định 30/2020 có hiệu lực khi nào?", "kể từ ngày ký"),
    ],
)
def test_the_day_of_effect_is_that_of_the_whole(papers: Assistant, asked: str, short: str) -> None:
    assert papers.ask(asked).short == short


def test_what_a_paper_is_about_is_its_scope(papers: Assistant) -> None:
    answer = papers.ask("Luật Vườn ươm quy định về gì?")
    assert "quyền của người trồng cây" in answer.text


def test_what_it_has_somebody_do_is_not_its_scope(papers: Assistant) -> None:
    answer = papers.ask("Nghị định 30/2020 giao Bộ Xây dựng làm gì?")
    assert "danh mục cây bóng mát" in answer.text
