"""Claims that set two values beside each other, and the readings of their words."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.schema import Difference, Judgement

SUPPORTED, REFUTED, NOT_ENOUGH = Judgement.SUPPORTED, Judgement.REFUTED, Judgement.NOT_ENOUGH


@pytest.mark.parametrize(
    ("claim", "words", "found", "beside"),
    [
        ("Mục tiêu năm 2030 về đường phố có cây che mát của Hải Phòng cao hơn năm 2025.",
         "cao hơn năm 2025", "trên 60%", "42,5%"),
        ("Tỷ lệ trạm sạc có mái che năm 2025 của Đà Nẵng kém năm 2030 khoảng 25 điểm phần trăm.",
         "kém năm 2030 khoảng 25 điểm phần trăm", "70%", "95%"),
        ("Tuyến xe buýt chạy điện của Đà Nẵng năm 2030 gấp 1,6 lần năm 2025.",
         "gấp 1,6 lần năm 2025", "40", "25"),
        ("Hồ sơ cây xanh cấp thành phố được số hóa nhiều hơn hồ sơ cấp xã.",
         "nhiều hơn hồ sơ cấp xã", "90%", "60%"),
    ],
)  # fmt: skip
def test_both_sides_are_looked_for_and_cited(
    policies: Assistant, claim: str, words: str, found: str, beside: str
) -> None:
    verdict = policies.check(claim)
    assert verdict.judgement is SUPPORTED, verdict.text
    [part] = verdict.parts
    assert (part.part.text, part.found) == (words, found)
    assert part.beside is not None
    assert part.beside.words == beside
    assert f"“{beside}”" in verdict.text
    quotes = {citation.marker: citation.quote for citation in verdict.citations}
    assert beside.strip("%") in quotes[part.beside.marker or 0]


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        ("Mục tiêu năm 2030 về đường phố có cây che mát của Hải Phòng thấp hơn năm 2025.",
         Difference.TREND),
        ("Tuyến xe buýt chạy điện của Đà Nẵng năm 2030 gấp ba lần năm 2025.", Difference.VALUE),
    ],
)  # fmt: skip
def test_what_the_two_values_do_not_bear_out_is_refuted(
    policies: Assistant, claim: str, difference: Difference
) -> None:
    verdict = policies.check(claim)
    assert verdict.judgement is REFUTED, verdict.text
    assert [part.differs for part in verdict.parts] == [(difference,)]


@pytest.mark.parametrize(
    "claim",
    [
        "Tuyến xe buýt chạy điện của Đà Nẵng năm 2030 nhiều hơn Cần Thơ.",
        "Đường phố có cây che mát của Hải Phòng năm 2030 cao hơn hẳn mức của Huế.",
    ],
)
def test_a_side_that_nothing_tells_settles_nothing(policies: Assistant, claim: str) -> None:
    assert policies.check(claim).judgement is NOT_ENOUGH
