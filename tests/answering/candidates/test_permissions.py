from __future__ import annotations

from pathlib import Path

import pytest
from policies import line, open_policies, pieces

from assistant.answering.candidates.permissions import asks_leave, grants
from assistant.retrieval import analyse
from assistant.schema import Status

LAW = """\
---
title: Luật Vườn ươm
kind: luật
---

Điều 6. Các hành vi bị nghiêm cấm

1. Cho mượn, cho thuê thẻ vườn ươm.

2. Sử dụng nước giếng khoan trái phép.

Điều 7. Thu hồi thẻ vườn ươm

1. Thẻ vườn ươm bị thu hồi trong các trường hợp sau đây:

a) Tẩy xóa thẻ vườn ươm;

b) Bán cây giống khi thẻ hết hạn.

Điều 8. Quyền của chủ vườn

1. Chủ vườn được:

a) Tỉa cành cây giống;

b) Trồng xen rau màu.
"""


@pytest.mark.parametrize(
    ("asked", "act"),
    [
        ("Có được bán cây giống không?", ["ban", "cay", "giong"]),
        ("Bán cây giống được không?", ["ban", "cay", "giong"]),
        ("Chủ vườn có quyền bán cây không?", ["ban", "cay"]),
        ("Vườn có cây giống không?", []),
        ("Chủ vườn được bán gì?", []),
    ],
)
def test_the_act_whose_leave_is_asked(asked: str, act: list[str]) -> None:
    assert asks_leave(analyse(asked)) == act


def test_an_act_under_a_heading_that_forbids_is_denied_and_the_heading_cited(
    tmp_path: Path,
) -> None:
    answer = open_policies(tmp_path, {"luat.md": LAW}).ask("Có được cho thuê thẻ vườn ươm không?")
    assert (answer.status, answer.short) == (Status.FULL, "Không")
    assert [citation.quote for citation in answer.citations] == [
        "Điều 6. Các hành vi bị nghiêm cấm",
        "Cho mượn, cho thuê thẻ vườn ươm.",
    ]


def test_whether_an_act_is_forbidden_is_affirmed_by_the_heading_that_forbids_it(
    tmp_path: Path,
) -> None:
    asked = "Cho thuê thẻ vườn ươm có bị cấm không?"
    answer = open_policies(tmp_path, {"luat.md": LAW}).ask(asked)
    assert (answer.status, answer.short) == (Status.FULL, "Có")


@pytest.mark.parametrize(
    "asked",
    [
        "Có được sử dụng nước giếng khoan không?",  # forbidden in one manner alone
        "Có được tẩy xóa thẻ vườn ươm không?",  # the name of an act is no leave
    ],
)
def test_what_the_words_do_not_settle_is_neither_yes_nor_no(tmp_path: Path, asked: str) -> None:
    answer = open_policies(tmp_path, {"luat.md": LAW}).ask(asked)
    assert answer.short is None
    assert not answer.text.startswith(("Có.", "Không."))


def test_an_act_under_a_lead_in_that_allows_is_allowed(tmp_path: Path) -> None:
    answer = open_policies(tmp_path, {"luat.md": LAW}).ask("Có được tỉa cành cây giống không?")
    assert answer.short == "Có"


def test_running_text_may_be_leave_and_an_item_has_to_say_so() -> None:
    act = ["tay", "xoa"]
    assert grants(line("Người giữ thẻ tẩy xóa thẻ."), act)
    [item] = [one for one in pieces(LAW) if "Tẩy xóa" in one.text]
    assert not grants(item, act)
    assert grants(item, [])
