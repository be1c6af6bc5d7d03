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


def test_whose_the_communes_are_is_not_whose_the_resolution_is() -> None:
    evidence = line("Nghị quyết số 1659/NQ-UBTVQH15 sắp xếp xã, phường của Cà Mau.")
    for asked, expected in (
        ("Nghị quyết nào sắp xếp xã, phường của Cà Mau?", ["1659/NQ-UBTVQH15"]),
        ("Nghị quyết nào của Cà Mau?", []),
        ("Nghị quyết nào của Ủy ban Thường vụ Quốc hội?", ["1659/NQ-UBTVQH15"]),
        ("Nghị quyết nào của Quốc hội?", []),
    ):
        assert shorts(document_candidates, asked, evidence) == expected


def test_the_kinds_of_letters_are_told_apart_too() -> None:
    evidence = line("Thay thế Hướng dẫn số 11-HD/VPTW và Công văn số 25-CV/VPTW.")
    assert shorts(document_candidates, "Thay cho hướng dẫn nào?", evidence) == ["11-HD/VPTW"]


def test_a_number_in_full_counts_more_where_the_number_is_asked_for() -> None:
    asked = "Số hiệu của kế hoạch trồng rừng?"
    full = dict(found(document_candidates, asked, line("Kế hoạch 15/KH-UBND về trồng rừng.")))
    bare = dict(found(document_candidates, asked, line("Kế hoạch 15 về trồng rừng.")))
    assert max(full.values()) - max(bare.values()) == pytest.approx(0.15)


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
