from __future__ import annotations

import pytest
from policies import ARTICLE, DECISION, PLAN, RESOLUTION, line, piece, pieces

from assistant.vietnamese.places import places


@pytest.mark.parametrize("text", [RESOLUTION, PLAN, DECISION, ARTICLE])
def test_evidence_is_a_span_of_its_passage_in_order_of_the_text(text: str) -> None:
    found = pieces(text)
    assert found
    for evidence in found:
        passage = evidence.hit.passage
        assert passage.start <= evidence.span.start < evidence.span.end <= passage.end
        assert evidence.text == evidence.document.text[evidence.span.start : evidence.span.end]
        assert evidence.text == evidence.text.strip()
    assert found == sorted(found, key=lambda e: e.span)


def test_an_enumerator_is_no_part_of_a_sentence() -> None:
    text = "# Việc\n\n1. Trồng cây.\n\na) Tưới cây.\n\n- Bán muối.\n"
    assert [e.text for e in pieces(text)] == [
        "Trồng cây.",
        "Tưới cây.",
        "Bán muối.",
    ]


def test_an_item_is_governed_by_the_lead_in_before_it() -> None:
    early = piece(RESOLUTION, "đạt 42,5%")
    late = piece(RESOLUTION, "trên 60%")
    assert (early.own_years(), early.governing_years()) == ([], [2025])
    assert (late.own_years(), late.governing_years()) == ([], [2030])
    governor = late.governor()
    assert governor is not None
    assert "Tầm nhìn đến năm 2030:" in governor.of(late.document.text)


def test_an_item_is_never_governed_by_the_item_before_it() -> None:
    text = "# Việc\n\nMục tiêu đến năm 2025:\n\n- Trồng rừng trước năm 2024.\n\n- Giữ 5 ha.\n"
    assert piece(text, "Giữ 5 ha").governing_years() == [2025]


def test_running_text_is_governed_by_the_nearest_sentence_that_names_a_year() -> None:
    text = "# Bài\n\nNăm 2021 mưa nhiều. Năm 2022 nắng nhiều. Muối được mùa. Giá tăng 5%.\n"
    assert piece(text, "Giá tăng").governing_years() == [2022]
    assert piece(text, "Năm 2021").governing_years() == []


def test_a_row_has_the_years_of_its_header() -> None:
    row = piece(DECISION, "trạm sạc")
    assert row.header is not None
    assert row.in_list
    assert row.own_years() == [2025, 2030]


def test_the_number_of_the_document_itself() -> None:
    [number] = pieces(PLAN)[0].own_numbers()
    assert number.key == "103|kh|ubnd"
    assert pieces(ARTICLE)[0].own_numbers() == []
    [bare] = line("Trồng cây.", kind="nghị quyết", number="12").own_numbers()
    assert bare.key == "12|nq|"


def test_who_spoke_last() -> None:
    assert piece(ARTICLE, "máy quét").speaker() == "Trần Văn Bình"
    assert pieces(ARTICLE)[0].speaker() is None


def test_documents_named_before_come_nearest_first() -> None:
    text = "# Bài\n\nTheo 12-NQ/TU và 15/KH-UBND, tỉnh trồng rừng. Xã giữ rừng.\n"
    evidence = piece(text, "Xã giữ")
    named = evidence.governing_documents()
    assert [mention.text for mention, _ in named] == ["15/KH-UBND", "12-NQ/TU"]
    assert all(evidence.document.text.startswith(m.text, offset) for m, offset in named)


@pytest.mark.parametrize(
    ("sentence", "place", "asked", "expected"),
    [
        ("Tỉnh trồng 5 ha rừng.", "Lâm Đồng", "Lâm Đồng", True),
        ("Tỉnh trồng 5 ha rừng.", "Lâm Đồng", "Huế", False),
        ("Huế trồng 5 ha rừng.", "Lâm Đồng", "Huế", True),
        ("Huế trồng 5 ha rừng.", "Huế", "Thừa Thiên Huế", True),
        ("Hải Dương trồng 5 ha rừng.", "Hải Dương", "Hải Phòng", False),  # merged, not the same
    ],
)
def test_which_place_a_sentence_speaks_of(
    sentence: str, place: str, asked: str, expected: bool
) -> None:
    assert line(sentence, place=place).speaks_of(asked) is expected


def test_a_place_in_the_name_of_a_body_says_whose_it_is() -> None:
    evidence = line("Hội Làm vườn Đà Nẵng tặng cây.", place="Lâm Đồng")
    assert [place.name for place in places(evidence.text)] == ["Đà Nẵng"]
    assert evidence.own_places() == []


LAW = """\
Điều 6. Việc cấm trong vườn ươm

1. Bẻ cành.

2. Thực hiện việc sau ngoài giờ:

a) Tưới cây;

b) Bón phân.

Điều 7. Việc của chủ vườn

Chủ vườn phải:

1. Rào vườn. Rào bằng tre.

2. Khóa cổng.

Điều 8. Hiệu lực
"""


def test_where_a_document_was_signed_is_not_of_where_it_speaks() -> None:
    signed = line("Hà Nội, ngày 16 tháng 6 năm 2025", place="Hải Phòng")
    assert signed.own_places() == []
    assert line("Hà Nội trồng 5 ha.", place="Hải Phòng").own_places() == ["Hà Nội"]


def test_an_item_hangs_from_its_lead_in_and_its_heading_past_the_items_before_it() -> None:
    def leads(words: str) -> list[str]:
        evidence = piece(LAW, words)
        return [lead.of(evidence.document.text) for lead in evidence.leads()]

    heading = "Điều 6. Việc cấm trong vườn ươm"
    assert leads("Bẻ cành") == [heading]
    assert leads("Bón phân") == ["2. Thực hiện việc sau ngoài giờ:", heading]
    assert leads("Chủ vườn phải") == []


def test_the_line_that_names_an_article_heads_the_list_below_it() -> None:
    text = "Điều 6. Việc cấm\n\n1. Bẻ cành.\n\n2. Hái hoa.\n"
    evidence = piece(text, "Bẻ cành")
    below = evidence.list_below()
    assert below is not None
    assert [span.of(evidence.document.text) for span in below] == [
        "Điều 6. Việc cấm",
        "1. Bẻ cành.\n2. Hái hoa.",
    ]


def test_the_points_of_a_lead_in_end_with_its_own_list_and_at_the_next_heading() -> None:
    def points(words: str) -> str:
        evidence = piece(LAW, words)
        return evidence.document.text[evidence.span.end : evidence.points_end()].strip()

    assert points("Chủ vườn phải") == "1. Rào vườn. Rào bằng tre.\n2. Khóa cổng."
    assert points("ngoài giờ") == "a) Tưới cây;\nb) Bón phân."
    assert points("Bẻ cành") == ""
