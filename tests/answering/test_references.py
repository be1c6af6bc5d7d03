"""References in the style of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date

import pytest
from factories import make_document, make_passages

from assistant.answering.references import quotation, reference
from assistant.schema import Citation, Document, Source

COUNCIL = "Ủy ban nhân dân thành phố Hải Phòng"


def paper(title: str, **known: object) -> Document:
    return make_document("a.md", [title, "Trồng  40.000 cây.\nTưới đều."], **known)


@pytest.mark.parametrize(
    ("document", "label", "page", "expected"),
    [
        (
            paper(
                "Nghị định 30/2020/NĐ-CP về công tác văn thư",
                kind="nghị định", number="30/2020/NĐ-CP", issuer="Chính phủ",
                issued=date(2020, 3, 5),
            ),
            "khoản 2 Điều 5",
            3,
            "khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"
            " về công tác văn thư, trang 3",
        ),
        (
            paper(
                "Kế hoạch chuyển đổi số thành phố Hải Phòng đến năm 2025",
                kind="kế hoạch", number="227/KH-UBND", issuer=COUNCIL, issued=date(2020, 1, 21),
            ),
            "mục II.1",
            None,
            f"mục II.1 Kế hoạch số 227/KH-UBND ngày 21 tháng 01 năm 2020 của {COUNCIL}"
            " về chuyển đổi số thành phố Hải Phòng đến năm 2025",
        ),
        (
            paper(
                "Kế hoạch hành động số 21 thực hiện Nghị quyết số 57-NQ/TW",
                kind="kế hoạch", number="21", issuer="Ban Thường vụ Thành ủy Đà Nẵng", issued=None,
            ),
            "bảng 1 dòng 4",
            None,
            "bảng 1 dòng 4 Kế hoạch hành động số 21 của Ban Thường vụ Thành ủy Đà Nẵng"
            " thực hiện Nghị quyết số 57-NQ/TW",
        ),
        (
            paper(
                "Văn bản hợp nhất số 8376 /VBHN-BTP Quy định chế độ báo cáo",
                kind="văn bản hợp nhất", number="8376/VBHN-BTP", issuer="Bộ Tư pháp",
                issued=date(2025, 12, 18),
            ),
            "Điều 1",
            None,
            "Điều 1 Văn bản hợp nhất số 8376/VBHN-BTP ngày 18 tháng 12 năm 2025 của Bộ Tư pháp"
            " quy định chế độ báo cáo",
        ),
        (
            paper(
                "Luật Giao dịch điện tử", kind="luật", number="20/2023/QH15", issuer="Quốc hội",
                issued=date(2023, 6, 22),
            ),
            "khoản 2 Điều 5",
            7,
            "khoản 2 Điều 5 Luật Giao dịch điện tử số 20/2023/QH15 ngày 22 tháng 6 năm 2023"
            " của Quốc hội, trang 7",
        ),
        (
            paper(
                "Nghị quyết 35-NQ/CP VỀ VIỆC LẬP XÃ IA GRAI", kind="nghị quyết", number="35-NQ/CP",
                issued=None,
            ),
            "",
            None,
            "Nghị quyết số 35-NQ/CP VỀ VIỆC LẬP XÃ IA GRAI",
        ),
        (
            paper("Hải Phòng trồng cây", kind="kế hoạch", issued=None, issuer=COUNCIL),
            "đoạn 7",
            None,
            f"đoạn 7 Kế hoạch của {COUNCIL} về Hải Phòng trồng cây",
        ),
        (
            paper(
                "Hải Phòng dồn lực", kind="bài báo", issued=date(2024, 2, 9),
                source=Source("Báo Hải Phòng", "https://example.vn"),
            ),
            "đoạn 7",
            None,
            "“Hải Phòng dồn lực”, Báo Hải Phòng, ngày 09 tháng 02 năm 2024, đoạn 7",
        ),
        (
            paper(
                "Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW", kind="kế hoạch",
                number="309-KH/TU", issued=None,
            ),
            "",
            None,
            "Kế hoạch hành động số 309-KH/TU thực hiện Nghị quyết số 57-NQ/TW",
        ),
        (paper("Ghi chép", issued=None), "", 2, "“Ghi chép”, trang 2"),
    ],
)  # fmt: skip
def test_a_place_is_cited_as_an_official_would(
    document: Document, label: str, page: int | None, expected: str
) -> None:
    assert reference(document, label, page) == expected


def test_a_name_in_capitals_is_spelt_as_in_the_text() -> None:
    title = "Luật 20/2023/QH15 GIAO DỊCH ĐIỆN TỬ"
    law = make_document(
        "a.md",
        [title, "Luật này quy định về giao dịch điện tử."],
        kind="luật",
        number="20/2023/QH15",
        issued=None,
    )
    guide = make_document(
        "a.md", ["Hướng dẫn THỂ THỨC VĂN BẢN CỦA ĐẢNG", "Thể thức văn bản của Đảng gồm:"],
        kind="hướng dẫn", issued=None,
    )  # fmt: skip

    assert reference(law, "", None) == "Luật Giao dịch điện tử số 20/2023/QH15"
    assert reference(guide, "", None) == "Hướng dẫn về thể thức văn bản của Đảng"


def test_a_quotation_is_the_words_and_their_place() -> None:
    document = paper("Kế hoạch trồng cây", kind="kế hoạch", number="12/KH-UBND")
    passage = make_passages(document)[0]
    citation = Citation(
        1, document, passage, "đoạn 1", 2, document.text.index("Trồng"), len(document.text)
    )

    assert quotation(citation) == (
        "“Trồng 40.000 cây.\nTưới đều.”\n"
        "(đoạn 1 Kế hoạch số 12/KH-UBND ngày 17 tháng 5 năm 2024 về trồng cây, trang 2)"
    )
