from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.vietnamese.document_numbers import (
    KIND_SIGNS,
    DocumentNumber,
    document_numbers,
    named_documents,
    number_in_file_name,
)
from assistant.vietnamese.normalise import fold


def the(text: str) -> DocumentNumber:
    [mention] = named_documents(text)
    assert text[mention.start : mention.end] == mention.text
    return mention


@pytest.mark.parametrize(
    ("text", "number", "year", "sign", "body"),
    [
        ("749/QĐ-TTg", "749", None, "QĐ", "TTg"),
        ("227/KH-UBND", "227", None, "KH", "UBND"),
        ("30/2020/NĐ-CP", "30", 2020, "NĐ", "CP"),
        ("202/2025/QH15", "202", 2025, "QH15", ""),
        ("1314/NQ-UBTVQH15", "1314", None, "NQ", "UBTVQH15"),
        ("395/NQ-HĐND", "395", None, "NQ", "HĐND"),
        ("03/NQ-CP", "3", None, "NQ", "CP"),
        ("57-NQ/TW", "57", None, "NQ", "TW"),
        ("03-NQ/TU", "3", None, "NQ", "TU"),
        ("36-HD/VPTW", "36", None, "HD", "VPTW"),
        ("309-KH/TU", "309", None, "KH", "TU"),
        ("2450/VPCP-KGVX", "2450", None, "VPCP", "KGVX"),
        ("66.15/2026/NQ-CP", "66.15", 2026, "NQ", "CP"),
        ("8376/VBHN-BTP", "8376", None, "VBHN", "BTP"),
        ("11/2022/TT-BTTTT", "11", 2022, "TT", "BTTTT"),
        ("18/2021/NQ-HĐND", "18", 2021, "NQ", "HĐND"),
    ],
)
@pytest.mark.parametrize(
    "frame", ["{}", "{}.", "Theo {}, có", "Theo {}: có", "({}).", "“{}”;", "Có {}. Và", "số {}?"]
)
def test_full_numbers_without_their_punctuation(
    text: str, number: str, year: int | None, sign: str, body: str, frame: str
) -> None:
    [found] = document_numbers(frame.format(text))
    assert found.text == text
    assert (found.number, found.year, found.sign, found.body) == (number, year, sign, body)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("03-NQ/TU", "3|nq|tu"),
        ("03 - NQ/TU", "3|nq|tu"),
        ("36-HD", "36|hd|"),
        ("Nghị quyết 66.7", "66.7|nq|"),
        ("03–NQ/TU", "3|nq|tu"),
        ("Nghị quyết số 03-NQ/TU", "3|nq|tu"),
        ("nghi quyet 03-nq/tu", "3|nq|tu"),
        ("03 nq tu", "3|nq|tu"),
        ("nq03-nq/tu", "3|nq|tu"),
        ("227 kh ubnd", "227|kh|ubnd"),
        ("Nghị quyết 03", "3|nq|"),
        ("nghi quyet so 03", "3|nq|"),
        ("NQ 57", "57|nq|"),
        ("kế hoạch số: 227", "227|kh|"),
        ("Quyết định 749", "749|qd|"),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020|nd|cp"),
        ("Chương trình hành động số 21", "21||"),
        ("Chương trình 21", "21||"),
        ("Kế hoạch hành động số 21", "21|kh|"),
        ("Quyết định số 2025", "2025|qd|"),
        ("Kế hoạch 106 năm 2025", "106|kh|"),
        ("Nghị quyết 9 năm 2021", "9|nq|"),
        ("Nghị quyết 12 ngày 3/4/2021", "12|nq|"),
    ],
)
def test_one_document_has_one_key_however_it_is_typed(text: str, key: str) -> None:
    assert the(text).key == key


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch 2025",  # the plan of a year
        "Kế hoạch năm 2025",
        "nghị quyết 20%",
        "kế hoạch 5 năm 2021-2025",  # a plan of five years
        "kế hoạch 5 năm 2021 – 2025",
        "kế hoạch 10 năm của thành phố",
        "ke hoach 15 ngay",
        "dự án 12 km",
        "đề án 30 tỷ đồng",
        "thông báo 3 lần",
        "ngày 26/10/2021",
        "đạt 1.579/1.937 hồ sơ",
        "giai đoạn 2021-2025",
        "tăng 3-5 lần",
        "Điều 5 khoản 2",
        "24/7",
        "",
    ],
)
def test_what_is_no_document(text: str) -> None:
    assert named_documents(text) == []


def test_several_in_order() -> None:
    text = "Căn cứ Nghị quyết 57-NQ/TW, Kế hoạch số 227 và 749/QĐ-TTg."
    found = named_documents(text)
    assert [m.key for m in found] == ["57|nq|tw", "227|kh|", "749|qd|ttg"]
    assert [m.text for m in found] == ["57-NQ/TW", "Kế hoạch số 227", "749/QĐ-TTg"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("03-NQ/TU", "3-NQ/TU", True),
        ("03-NQ/TU", "103-NQ/TU", False),
        ("03-NQ/TU", "03-NQ/TW", False),
        ("Nghị quyết 03", "03-NQ/TU", True),
        ("Nghị quyết 03", "03/NQ-CP", True),
        ("Nghị quyết 03", "103-NQ/TU", False),
        ("Quyết định 03", "03-NQ/TU", False),
        ("30/2020/NĐ-CP", "30/2021/NĐ-CP", False),
        ("Nghị định 30", "30/2020/NĐ-CP", True),
        ("57-NQ/TW", "57/NQ-TW", True),
        ("749/QĐ-TTg", "749/qđ-ttg".upper(), True),
    ],
)
def test_numbers_match_where_nothing_that_both_state_differs(
    one: str, other: str, same: bool
) -> None:
    assert the(one).matches(the(other)) is same
    assert the(other).matches(the(one)) is same


@given(
    st.integers(1, 9999),
    st.sampled_from(sorted(KIND_SIGNS)),
    st.sampled_from(["UBND", "CP", "TTg", "HĐND", "BTTTT"]),
)
def test_a_number_that_is_written_is_read_back(number: int, sign: str, body: str) -> None:
    text = f"Căn cứ văn bản số {number:02}/{sign}-{body}, giao các sở."
    [found] = document_numbers(text)
    assert found.key == f"{number}|{fold(sign)}|{fold(body)}"
    assert text[found.start : found.end] == found.text


def test_a_number_with_its_year_may_stand_without_a_sign() -> None:
    (decree,) = named_documents("Ai ký nghị định 30/2020?")
    assert (decree.number, decree.year, decree.sign) == ("30", 2020, "NĐ")
    assert decree.matches(named_documents("30/2020/NĐ-CP")[0])
    assert not decree.matches(named_documents("30/2021/NĐ-CP")[0])


@pytest.mark.parametrize(
    ("said", "number", "same"),
    [
        ("Luật 31/2024", "31/2024/QH15", True),
        ("Nghị quyết 202", "202/2025/QH15", True),
        ("Nghị định 31/2024", "31/2024/QH15", False),
        ("Luật 31/2024", "31/2024/NĐ-CP", False),
    ],
)
def test_papers_of_the_assembly_bear_its_term(said: str, number: str, same: bool) -> None:
    assert named_documents(said)[0].matches(named_documents(number)[0]) is same


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        ("NQ03 PL1 chi tieu", "3"),
        ("QD-1187 phu luc", "1187"),
        ("1716-QD-x", "1716"),
        ("1716-QDX", ""),
        ("bc 2024", ""),
    ],
)
def test_a_file_may_begin_with_its_sign(stem: str, number: str) -> None:
    found = number_in_file_name(stem)
    assert (found.number if found else "") == number


def test_a_resolution_of_the_standing_committee_by_its_kind() -> None:
    assert the("Nghị quyết 105").matches(the("105/2025/UBTVQH15"))
    assert not the("Nghị định 105").matches(the("105/2025/UBTVQH15"))
