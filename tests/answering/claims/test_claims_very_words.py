from __future__ import annotations

from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Judgement

RULES = """\
---
title: Quy định về kho hàng
kind: quy định
number: 5/QĐ-UBND
---

# Quy định về kho hàng

Điều 1. Chủ kho phải chịu rủi ro về hàng hóa trong kho của mình, trừ trường hợp có thỏa thuận khác.

Điều 2. Chủ tịch Ủy ban nhân dân cấp xã cấp giấy phép lập kho hàng trong khu dân cư.

Điều 3. Thanh tra viên lập biên bản khi phát hiện hàng hóa không rõ nguồn gốc và gửi cho chủ kho.
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_policies(Path(tmp_path_factory.mktemp("stances")), {"a.md": RULES})


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            "Thanh tra viên lập biên bản khi phát hiện hàng hóa không rõ nguồn gốc",
            Judgement.SUPPORTED,
        ),
        (
            "Thanh tra viên không lập biên bản khi phát hiện hàng hóa không rõ nguồn gốc",
            Judgement.REFUTED,
        ),
        ("Chủ kho luôn phải chịu rủi ro về hàng hóa trong kho của mình", Judgement.REFUTED),
        (
            "Chủ tịch Ủy ban nhân dân cấp huyện cấp giấy phép lập kho hàng trong khu dân cư",
            Judgement.REFUTED,
        ),
        (
            "Mọi thanh tra viên lập biên bản khi phát hiện hàng hóa không rõ nguồn gốc",
            Judgement.NOT_ENOUGH,
        ),
    ],
)
def test_nearly_the_same_words_settle_a_claim_only_where_nothing_is_left_over(
    rules: Assistant, claim: str, expected: Judgement
) -> None:
    assert rules.check(claim).judgement is expected


@pytest.mark.parametrize(
    ("question", "short"),
    [
        (
            "Thanh tra viên lập biên bản khi phát hiện hàng hóa không rõ nguồn gốc, đúng hay sai?",
            "Có",
        ),
        ("Chủ kho luôn phải chịu rủi ro về hàng hóa trong kho của mình, đúng không?", "Không"),
        (
            "Chủ tịch Ủy ban nhân dân cấp huyện cấp giấy phép lập kho hàng trong khu dân cư, "
            "phải không?",
            "Không",
        ),
    ],
)
def test_what_is_put_as_a_statement_is_judged_by_its_words(
    rules: Assistant, question: str, short: str
) -> None:
    assert rules.ask(question).short == short
