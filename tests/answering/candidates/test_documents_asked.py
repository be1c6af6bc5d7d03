from __future__ import annotations

import pytest
from policies import found, line, piece, shorts

from assistant.answering.candidates.documents_asked import document_candidates

SENTENCE = "Căn cứ Nghị quyết 12-NQ/TU, tỉnh ban hành Kế hoạch 15/KH-UBND về trồng rừng."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Văn bản nào nói về trồng rừng?", ["12-NQ/TU", "15/KH-UBND"]),
        ("Kế hoạch nào nói về trồng rừng?", ["15/KH-UBND"]),
        ("Nghị quyết nào nói về rừng?", ["12-NQ/TU"]),
        ("Quyết định nào nói về trồng rừng?", []),
        ("Kế hoạch 15/KH-UBND căn cứ văn bản nào?", ["12-NQ/TU"]),
        ("Văn bản nào của Tỉnh ủy nói về rừng?", ["12-NQ/TU"]),
        ("Kế hoạch nào của Bộ Chính trị nói về rừng?", []),
    ],
)
def test_documents_of_the_kind_and_issuer_asked_for(asked: str, expected: list[str]) -> None:
    assert shorts(document_candidates, asked, line(SENTENCE)) == expected


def test_punctuation_is_no_part_of_a_number() -> None:
    asked = "Văn bản nào nói về rừng?"
    for mark in (".", ",", ":", ";", ")", "”"):
        evidence = line(f"Việc trồng rừng theo 12/KH-UBND{mark}")
        assert shorts(document_candidates, asked, evidence) == ["12/KH-UBND"]


def test_a_document_about_something_else_is_left_out() -> None:
    evidence = line("Tỉnh ban hành 15/KH-UBND về nghề muối ven biển, còn rừng thì giao xã.")
    assert shorts(document_candidates, "Kế hoạch nào về giống lúa lai?", evidence) == []


def test_the_document_that_governs_a_sentence() -> None:
    text = "# Bài\n\nTỉnh ban hành Kế hoạch 15/KH-UBND. Xã trồng 5 ha rừng.\n"
    evidence = piece(text, "Xã trồng")
    asked = "Văn bản nào giao xã trồng 5 ha rừng?"
    assert shorts(document_candidates, asked, evidence) == ["15/KH-UBND"]


def test_a_document_of_another_year_counts_less() -> None:
    text = "Các kế hoạch: 56/KH-UBND ngày 04/3/2023 và 93/KH-UBND ngày 15/4/2024."
    worth = dict(found(document_candidates, "Kế hoạch nào của năm 2024?", line(text)))
    assert worth["56/KH-UBND"] < 0 < worth["93/KH-UBND"]
