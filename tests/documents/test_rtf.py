"""RTF files: what stands on the page comes out, in order and in Unicode."""

from __future__ import annotations

import pytest

from assistant.documents.lines import Draft
from assistant.documents.rtf import read_rtf
from assistant.errors import ReadError

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset0 .VnTime;}{\f2\fcharset163 .VnTimeH;}"
    r"{\f3\fcharset163 Arial;}{\f4{\*\falt Arial}VNI-Times;}}"
    r"{\stylesheet{\ql \f0 Normal;}{\s1 \b heading 1;}{\s7 Body;}}"
)


def read(body: str, fonts: str = FONTS) -> Draft:
    return read_rtf((r"{\rtf1\ansi\ansicpg1252\uc1\deff0" + fonts + body + "}").encode("latin-1"))


def texts(draft: Draft) -> list[str]:
    return [" | ".join(cell for cell in line.cells if cell) or line.text for line in draft.lines]


def test_codes_are_read_by_the_font_and_by_number() -> None:
    draft = read(
        r"\pard\f1 NghÞ ®Þnh cña Thñ t\'ad\'edng, C\'a8n cø\par"
        r"\f2 bé tµi chÝnh\par\f3 Ng\'e0y, th\'e1ng\par"
        r"\f0 Qu\u7889\'3fc h\u7897?i\par\f4 Nha\'f8 n\'f6\'f4\'f9c\par"
    )
    assert texts(draft) == [
        "Nghị định của Thủ tướng, Căn cứ",
        "BỘ TÀI CHÍNH",
        "Ngày, tháng",
        "Quốc hội",
        "Nhà nước",
    ]
    assert draft.quality.note == "chuyển từ TCVN3 và VNI"


def test_a_soft_hyphen_is_a_letter_in_tcvn3_and_nothing_in_unicode() -> None:
    assert texts(read(r"\f1 n\-íc nhµ n\-íc Céng hoµ\par\f0 kinh\-t\par")) == [
        "nước nhà nước Cộng hoà",
        "kinht",
    ]


def test_what_is_not_on_the_page_is_left_out() -> None:
    draft = read(
        r"{\info{\title X}}{\header Dau trang\par}{\pict 00ff}{\*\moi{la gi}}"
        r"Giu {\v an}{\deleted xoa}lai {\field{\*\fldinst REF a}{\fldrslt 5}}.\par"
        r"{\pict\bin4 {}}}}Sau\par"
    )
    assert texts(draft) == ["Giu lai 5.", "Sau"]


def test_headings_numbers_and_bullets() -> None:
    draft = read(
        r"\pard\s1 Quy dinh chung\par"
        r"\pard{\listtext\f1 §iÒu 3.\tab}\f1 Ph¹m vi ¸p dông\par"
        r"\pard{\pntext\f0\'b7\tab}\f0 gach dau dong\par"
        r"\pard\outlinelevel1 Muc hai\par"
    )
    assert [(line.kind.value, line.level, line.text) for line in draft.lines] == [
        ("heading", 1, "Quy dinh chung"),
        ("paragraph", 0, "Điều 3. Phạm vi áp dụng"),
        ("item", 1, "- gach dau dong"),
        ("heading", 2, "Muc hai"),
    ]


def test_tables_with_merged_cells() -> None:
    draft = read(
        r"\trowd\trleft0\cellx1000\clvmgf\cellx3000\cellx5000"
        r"\pard\intbl TT\cell So\cell Han\cell\row"
        r"\trowd\trleft0\cellx1000\clvmrg\cellx3000\cellx5000"
        r"\pard\intbl 1\cell\cell Hop\par lai\cell\row"
        r"\trowd\trleft0\cellx1000\cellx5000\pard\intbl 2\cell Chung\cell\row\pard Het\par"
    )
    assert [line.cells for line in draft.lines] == [
        ("TT", "So", "Han"),
        ("1", "", "Hop lai"),
        ("2", "Chung", ""),
        (),
    ]


def test_text_boxes_follow_their_paragraph_and_notes_the_text() -> None:
    draft = read(
        r"Ty le 80%{\super\chftn{\footnote\pard {\super\chftn} Theo bao cao.}} tro len."
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Trong khung\par}}{\shprslt Cu}}\par "
        r"Cau sau.\par"
    )
    assert [(line.kind.value, line.text) for line in draft.lines] == [
        ("paragraph", "Ty le 80% tro len."),
        ("paragraph", "Trong khung"),
        ("paragraph", "Cau sau."),
        ("note", "Theo bao cao."),
    ]


def test_a_table_in_a_cell_is_read_row_by_row() -> None:
    draft = read(
        r"\trowd\cellx1000\cellx2000\pard\intbl Trai\cell "
        r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1 sau\cell\row"
        r"\pard\intbl Phai\cell c\cell\row"
    )
    assert [line.cells for line in draft.lines] == [("Trai", "a – b sau"), ("Phai", "c")]


@pytest.mark.parametrize(
    "body",
    ["{" * 3_000, r"\par" * 600_000, r"{\footnote " * 2_500],
    ids=["groups", "paragraphs", "notes"],
)
def test_files_without_end_are_refused(body: str) -> None:
    with pytest.raises(ReadError, match=r"Hãy .*\.$"):
        read(body)


def test_broken_groups_and_codes_lose_no_more_than_themselves() -> None:
    assert texts(read(r"mot }} hai \'zz \u99999999 ? \f99999 ba\par")) != []
    assert texts(read_rtf(rb"{\rtf1 a\par b")) == ["a", "b"]
