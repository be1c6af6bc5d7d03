from __future__ import annotations

import pytest
from policies import found, line, shorts

from assistant.answering.candidates.dates_asked import date_candidates
from assistant.answering.candidates.paper_dates import paper_asked
from assistant.retrieval import analyse
from assistant.vietnamese.document_numbers import named_documents

ON_THE_BASIS = (
    "Trên cơ sở Đề án số 381/ĐA-CP ngày 09/5/2025 của Chính phủ về sắp xếp chợ năm 2025, "
    "chợ mới mở cửa từ ngày 01/7/2025."
)


@pytest.mark.parametrize(
    ("asked", "sentence", "expected"),
    [
        ("Chợ mới mở cửa từ bao giờ?", ON_THE_BASIS, ["01/7/2025"]),
        ("Chợ mới được ký ngày nào?", "Căn cứ Thông báo số 9/TB-UBND ngày 3/4/2025, chợ mở.", []),
        ("Đề án chợ được ký ngày nào?", "Theo Thông báo số 9/TB-UBND ngày 3/4/2025, chợ mở.", []),
        ("Đề án chợ được duyệt ngày nào?", "Quyết định 8/QĐ-UBND ngày 3/4/2025 duyệt đề án chợ.",
         ["3/4/2025"]),
        ("Tỉnh ra kế hoạch chợ năm 2025 hôm nào?", "Kế hoạch số 8/KH-UBND ngày 3/4/2022 về chợ.",
         []),
        ("Tỉnh ra kế hoạch chợ năm 2023 hôm nào?", "Kế hoạch số 8/KH-UBND ngày 3/4/2022 về chợ.",
         ["3/4/2022"]),
        ("Kế hoạch chợ kéo dài đến năm nào?", "Kế hoạch số 8/KH-UBND về chợ đến năm 2025.",
         ["năm 2025"]),
        ("Kế hoạch chợ ký ngày nào?", "Thực hiện Kế hoạch số 8/KH-UBND ngày 3/4/2022, chợ mở.",
         ["3/4/2022"]),
        ("Chợ xong khi nào?", "Kế hoạch chung năm 2022 của tỉnh đòi chợ xong vào năm 2023.",
         ["năm 2023"]),
        ("Chợ mở cửa năm nào?", "Luật Thương mại (2005) nói về chợ.", []),
        ("Chợ mở cửa năm nào?", "Chợ đầu tiên (2005) mở cửa.", ["2005"]),
    ],
)  # fmt: skip
def test_a_paper_named_in_passing_dates_nothing_else(
    asked: str, sentence: str, expected: list[str]
) -> None:
    assert shorts(date_candidates, asked, line(sentence)) == expected


def test_the_kind_of_paper_asked_for_counts_more() -> None:
    text = "Bản tin ngày 30/5/2023 nhắc Kế hoạch số 56/KH-UBND ngày 04/3/2023 về chợ."
    offered = found(date_candidates, "Kế hoạch về chợ đề ngày bao nhiêu?", line(text))
    assert max(offered, key=lambda one: one[1])[0] == "04/3/2023"


def test_a_date_closes_its_clause() -> None:
    text = "Hoàn thành sửa toàn bộ chợ cũ trong năm 2021 và hình thành chợ mới vào năm 2025."
    evidence = line(text)
    near = {c.answer: c.near for c in date_candidates(analyse("Bao giờ có chợ mới?"), evidence)}
    assert "chợ mới" not in near["năm 2021"]
    assert "chợ mới" in near["năm 2025"]


def test_a_day_from_which_something_holds_counts_more() -> None:
    text = "Chợ được duyệt ngày 3/4/2025 và hoạt động từ ngày 1/7/2025."
    offered = found(date_candidates, "Chợ hoạt động từ hôm nào?", line(text))
    assert max(offered, key=lambda one: one[1])[0] == "1/7/2025"


@pytest.mark.parametrize(
    ("asked", "number", "admitted"),
    [
        ("Ký đề án chợ ngày nào?", "8/QĐ-UBND", True),
        ("Ký đề án chợ ngày nào?", "8/ĐA-UBND", True),
        ("Ký đề án chợ ngày nào?", "8/TB-UBND", False),
        ("Kế hoạch chợ ban hành ngày nào?", "8/QĐ-UBND", False),
        ("Chợ mở ngày nào?", "8/TB-UBND", True),
    ],
)
def test_which_papers_may_be_meant(asked: str, number: str, admitted: bool) -> None:
    assert paper_asked(asked).admits(named_documents(number)[0]) is admitted
