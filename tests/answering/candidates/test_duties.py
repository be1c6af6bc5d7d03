from __future__ import annotations

import pytest
from policies import line, pieces

from assistant.answering.candidates.duties import as_the_doer, duty_candidates
from assistant.retrieval import analyse

ORDER = """\
---
title: Công điện về cây gãy đổ
kind: công điện
---

Thủ tướng yêu cầu:

## 1. Bộ Xây dựng

a) Rà soát cây già;

b) Lập sổ cây.

## 2. Bộ Công an

a) Phối hợp với Bộ Xây dựng giữ đường thông.
"""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Công điện yêu cầu Bộ Xây dựng làm gì?", ["a) Rà soát cây già;\n\nb) Lập sổ cây."]),
        ("Bộ Công an được giao nhiệm vụ gì?", ["a) Phối hợp với Bộ Xây dựng giữ đường thông."]),
        ("Bộ Công an có bao nhiêu xe?", []),
        ("Trách nhiệm của Bộ Tài chính là gì?", []),
    ],
)
def test_the_tasks_under_the_name_of_a_body(asked: str, told: list[str]) -> None:
    found = [
        candidate.cited.of(evidence.document.text)
        for evidence in pieces(ORDER)
        for candidate in duty_candidates(analyse(asked), evidence)
        if candidate.cited
    ]
    assert [" ".join(one.split()) for one in found] == [
        " ".join(one.removeprefix("a) ").split()) for one in told
    ]


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("Bộ Xây dựng lập sổ cây.", 1),
        ("1. Bộ Xây dựng lập sổ cây.", 1),
        ("Bộ Công an phối hợp với Bộ Xây dựng giữ đường.", -1),
        ("Cây già được ghi vào sổ.", 0),
    ],
)
def test_who_is_given_the_task(sentence: str, sign: int) -> None:
    counted = as_the_doer(analyse("Bộ Xây dựng phải làm những việc gì?"), line(sentence).text)
    assert (counted > 0) - (counted < 0) == sign
