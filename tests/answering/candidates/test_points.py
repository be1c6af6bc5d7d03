from __future__ import annotations

from pathlib import Path

import pytest
from policies import open_policies, piece

from assistant.answering.candidates.points import condition_candidates, points
from assistant.retrieval import analyse

LAW = """\
---
title: Luật Vườn ươm
kind: luật
---

Điều 3. Điều kiện mở vườn ươm

1. Vườn ươm phải bảo đảm các điều kiện sau đây:

a) Có giếng nước;

b) Có hàng rào tre.

2. Vườn ươm trên đảo thì ngoài các điều kiện quy định tại khoản 1 Điều này còn phải bảo đảm \
các điều kiện sau đây:

a) Có thuyền.

Điều 4. Các trường hợp đóng cửa vườn ươm

1. Vườn ươm bỏ hoang.

2. Vườn ươm ngập mặn.
"""


@pytest.mark.parametrize(
    ("asked", "lead", "bonus"),
    [
        ("Mở chợ phải đủ điều kiện gì?", "Mở chợ phải đủ các điều kiện sau đây:", 0.4),
        ("Mở chợ cần giấy tờ gì?", "Mở chợ phải đủ các điều kiện sau đây:", 0.0),
        ("Hồ sơ mở chợ gồm những gì?", "Hồ sơ mở chợ gồm:", 0.4),
        ("Hồ sơ mở chợ gồm những gì?", "Hồ sơ xin gia hạn chợ gồm:", 0.2 - 0.15 + 0.2 * 4 / 6),
        ("Hồ sơ gia hạn chợ gồm những gì?", "Hồ sơ gia hạn chợ gồm:", 0.4),
        ("Mở chợ phải đủ điều kiện gì?", "Nuôi ong rừng theo đàn lớn ven sông, điều kiện:", 0.0),
        ("Chủ chợ phải làm gì?", "Trách nhiệm của chủ chợ", 0.2 + 0.2 * 2 / 4),
        ("Trường hợp nào không được mở chợ?", "Các trường hợp được mở chợ", 0.0),
        ("Trường hợp nào không được mở chợ?", "Các trường hợp không được mở chợ", 0.4),
        ("Chủ chợ được hỗ trợ những khoản nào?", "Hỗ trợ chủ chợ bao gồm:", 0.2 + 0.2 * 4 / 5),
        ("Luật cấm làm những gì?", "Điều 9. Hành vi bị nghiêm cấm", 0.0),
    ],
)
def test_what_a_lead_in_counts(asked: str, lead: str, bonus: float) -> None:
    assert points(analyse(asked), lead) == pytest.approx(bonus)


def test_the_list_that_stands_for_all_comes_before_what_is_added_to_it(tmp_path: Path) -> None:
    answer = open_policies(tmp_path, {"luat.md": LAW}).ask("Mở vườn ươm phải đủ điều kiện gì?")
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "Có giếng nước" in quotes
    assert "Có hàng rào tre" in quotes


def test_when_is_answered_by_the_cases_in_which(tmp_path: Path) -> None:
    answer = open_policies(tmp_path, {"luat.md": LAW}).ask("Khi nào đóng cửa vườn ươm?")
    assert "Vườn ươm ngập mặn." in " ".join(citation.quote for citation in answer.citations)


def test_conditions_of_something_else_answer_no_when() -> None:
    evidence = piece(LAW, "bỏ hoang")
    assert list(condition_candidates(analyse("Khi nào thu hoạch mật ong rừng?"), evidence)) == []
    assert list(condition_candidates(analyse("Vườn ươm đóng cửa ngày nào?"), evidence)) == []
