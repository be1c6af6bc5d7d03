"""A claim on a figure that a later document replaced, and on one that sources give differently."""

from __future__ import annotations

from datetime import date

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Difference, Filters, Judgement

SUPPORTED, REFUTED = Judgement.SUPPORTED, Judgement.REFUTED

_HEAD = """\
---
title: {kind} về mạng lưới trạm đọc sách thành phố Hải Phòng
kind: {folded}
number: {number}
issuer: {issuer}
issued: {issued}
place: Hải Phòng
---

# {kind} về mạng lưới trạm đọc sách thành phố Hải Phòng

## I. Mục tiêu

{text}
"""
DOCUMENTS = {
    "cu.md": _HEAD.format(
        kind="Nghị quyết", folded="nghị quyết", number="08-NQ/TU", issuer="Thành ủy Hải Phòng",
        issued="2021-04-12",
        text="Đến năm 2025, tỷ lệ phường có trạm đọc sách của Hải Phòng đạt 25%.",
    ),
    "moi.md": _HEAD.format(
        kind="Nghị quyết", folded="nghị quyết", number="19-NQ/TU", issuer="Thành ủy Hải Phòng",
        issued="2024-02-20",
        text="Đến năm 2025, tỷ lệ phường có trạm đọc sách của Hải Phòng đạt 40%.",
    ),
    "bao-cao.md": _HEAD.format(
        kind="Báo cáo", folded="báo cáo", number="77/BC-UBND", issuer="UBND thành phố Hải Phòng",
        issued="2024-12-30",
        text="Lượt mượn sách năm 2024 của Hải Phòng được nêu khác nhau: Sở Văn hóa ghi 187.000 "
        "lượt mượn; Báo Thử nghiệm ghi 190.300 lượt mượn.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_policies(tmp_path_factory.mktemp("force"), DOCUMENTS)


def test_a_replaced_figure_is_supported_with_what_holds_now(planted: Assistant) -> None:
    verdict = planted.check("Hải Phòng đặt mục tiêu 25% phường có trạm đọc sách vào năm 2025.")
    assert verdict.judgement is SUPPORTED
    [part] = verdict.parts
    assert part.now is not None
    assert part.now.marker is not None
    assert (part.now.words, part.now.document) == ("40%", "19-NQ/TU")
    assert part.now.issued == date(2024, 2, 20)
    assert "40%" in verdict.citations[part.now.marker - 1].quote
    assert "nay là “40%” theo 19-NQ/TU, 20/02/2024 [2]" in verdict.text


@pytest.mark.parametrize(
    "claim",
    [
        "Hiện nay, mục tiêu của Hải Phòng là 25% phường có trạm đọc sách vào năm 2025.",
        "Mục tiêu hiện hành của Hải Phòng là 25% phường có trạm đọc sách năm 2025.",
        "Hải Phòng vẫn giữ mục tiêu 25% phường có trạm đọc sách năm 2025.",
        "Tính đến tháng 6/2024, mục tiêu năm 2025 là 25% phường của Hải Phòng có trạm đọc sách.",
    ],
)
def test_a_replaced_figure_given_as_the_present_one_is_refuted(
    planted: Assistant, claim: str
) -> None:
    verdict = planted.check(claim)
    assert verdict.judgement is REFUTED, verdict.text
    assert [part.differs for part in verdict.parts] == [(Difference.IN_FORCE,)]
    assert "không còn đúng" in verdict.text


@pytest.mark.parametrize(
    "claim",
    [
        "Nghị quyết 08-NQ/TU hiện đặt mục tiêu 25% phường có trạm đọc sách vào năm 2025.",
        "Tính đến tháng 6/2023, mục tiêu năm 2025 là 25% phường của Hải Phòng có trạm đọc sách.",
        "Hiện nay, mục tiêu của Hải Phòng là 40% phường có trạm đọc sách vào năm 2025.",
    ],
)
def test_what_a_document_says_or_said_then_stays_supported(planted: Assistant, claim: str) -> None:
    assert planted.check(claim).judgement is SUPPORTED


def test_as_of_a_day_before_the_later_document_the_first_holds(planted: Assistant) -> None:
    claim = "Hiện nay, mục tiêu của Hải Phòng là 25% phường có trạm đọc sách vào năm 2025."
    verdict = planted.check(claim, filters=Filters(as_of=date(2023, 1, 1)))
    assert verdict.judgement is SUPPORTED
    assert [part.now for part in verdict.parts] == [None]


def test_sources_that_differ_are_shown_beside_each_other(planted: Assistant) -> None:
    verdict = planted.check("Năm 2024, Hải Phòng có 190.300 lượt mượn sách.")
    assert verdict.judgement is SUPPORTED, verdict.text
    [part] = verdict.parts
    assert part.against is not None
    assert part.against.words == "187.000"
    assert "nguồn khác nêu “187.000" in verdict.text
