"""What a claim in free wording says of its figures, held against one plan."""

from __future__ import annotations

import pytest
from policies import open_policies

from assistant.answering.claims.named import says_whose
from assistant.answering.claims.talk import light_syllables
from assistant.assistant import Assistant
from assistant.schema import Difference, Judgement

SUPPORTED, REFUTED, NOT_ENOUGH = Judgement.SUPPORTED, Judgement.REFUTED, Judgement.NOT_ENOUGH
PLAN = """\
---
title: Kế hoạch phát triển kho lạnh thành phố Cần Thơ
kind: kế hoạch
number: 77/KH-UBND
issuer: Ủy ban nhân dân thành phố Cần Thơ
issued: 2024-03-05
place: Cần Thơ
---

# Kế hoạch phát triển kho lạnh thành phố Cần Thơ

## I. Chỉ tiêu

| TT | Chỉ tiêu của thành phố Cần Thơ | Đơn vị | Mục tiêu 2025 | Mục tiêu 2030 |
| --- | --- | --- | --- | --- |
| 1 | Hàng đông lạnh bốc dỡ bằng máy | % | 65 | 80 |
| 2 | Kho lạnh tư nhân | Kho | > 700 | > 3.000 |

## II. Kết quả

| Năm | Doanh thu kho lạnh của Cần Thơ (tỷ đồng) |
| --- | --- |
| 2022 | 418,6 |
| 2023 | 527,3 |

Năm 2023, hàng đông lạnh của Cần Thơ bốc dỡ bằng máy đạt 26,5%, đứng thứ 9 cả nước.

Thành phố có 94 bến hàng lạnh, gồm 70 bến sông và 24 cảng.

Cần Thơ đào tạo 1.250 thợ máy lạnh cho các kho tư nhân.

## III. Phân công

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp |
| --- | --- | --- | --- |
| 1 | Kiểm định máy lạnh của các kho tư nhân ở Cần Thơ | Sở Công Thương | Sở Tài chính |
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An open index of one plan."""
    return open_policies(tmp_path_factory.mktemp("told"), {"kho-lanh.md": PLAN})


@pytest.mark.parametrize(
    ("claim", "judgement"),
    [
        # A share of a value that follows is made of the two values of the sentence.
        ("Năm 2023 Cần Thơ mới bốc dỡ bằng máy 26,5% hàng đông lạnh, chưa bằng một nửa mục tiêu "
         "65% của năm 2025.", SUPPORTED),
        # The year behind a value is its own.
        ("Cần Thơ muốn tới 2025 có hơn 700 kho lạnh tư nhân và nhảy lên trên 3.000 vào 2030.",
         SUPPORTED),
        # Among how many something ranks is no figure of its own.
        ("Trong 63 tỉnh thành, Cần Thơ đứng thứ 9 về hàng đông lạnh bốc dỡ bằng máy năm 2023.",
         SUPPORTED),
        # One plan has one value for each year.
        ("Tới 2025 Cần Thơ phải bốc dỡ bằng máy 80% hàng đông lạnh.", REFUTED),
        # A brand that no document names.
        ("Cần Thơ đào tạo 1.250 thợ máy lạnh do FrostLink dạy.", NOT_ENOUGH),
        # What is told once is not told by the year.
        ("Mỗi năm Cần Thơ đào tạo 1.250 thợ máy lạnh.", NOT_ENOUGH),
    ],
)  # fmt: skip
def test_a_figure_in_free_wording(plan: Assistant, claim: str, judgement: Judgement) -> None:
    verdict = plan.check(claim)
    assert verdict.judgement is judgement, verdict.text


def test_a_value_that_moved_the_other_way_refutes(plan: Assistant) -> None:
    right = "Doanh thu kho lạnh của Cần Thơ năm 2023 đạt 527,3 tỷ đồng, tăng so với năm 2022."
    assert plan.check(right).judgement is not REFUTED
    verdict = plan.check(right.replace("tăng", "tụt"))
    assert verdict.judgement is REFUTED
    assert Difference.TREND in {d for part in verdict.parts for d in part.differs}


def test_a_body_that_helps_is_no_proof_against_the_one_that_leads(plan: Assistant) -> None:
    claim = "Kiểm định máy lạnh của các kho tư nhân ở Cần Thơ do {} chủ trì, {} phối hợp."
    told = claim.format("Sở Công Thương", "Sở Tài chính")
    assert plan.check(told).judgement is not REFUTED
    alone = "Kiểm định máy lạnh của các kho tư nhân ở Cần Thơ do Sở Tài chính chủ trì."
    assert plan.check(alone).judgement is not SUPPORTED


def test_whose_a_paper_is_acts_in_nothing() -> None:
    text = "Nghị quyết 03 của Chính phủ giao Bộ Tài chính chủ trì."
    assert says_whose(text, text.index("Chính phủ"))
    assert not says_whose(text, text.index("Bộ Tài chính"))


def test_words_that_lead_to_a_figure_are_known_with_their_marks_alone() -> None:
    assert light_syllables("Kho rớt xuống 5 cái") == {"rot", "xuong"}
    assert light_syllables("kho rot xuong 5 cai") == frozenset()
