"""From a question to a composed answer, over the documents of ``policies``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from policies import open_policies

from assistant.assistant import Assistant
from assistant.schema import Answer, Method, Status

ANSWERED = [
    ("Tỷ lệ đường phố có cây che mát đến năm 2025 là bao nhiêu?", "42,5%"),
    ("Tỷ lệ đường phố có cây che mát năm 2030?", "trên 60%"),
    ("ty le duong pho co cay che mat nam 2025 la bao nhieu", "42,5%"),
    ("Bao nhiêu phần trăm hồ sơ cấp xã được số hóa?", "60%"),
    ("Bao nhiêu phần trăm hồ sơ cấp quận được số hóa?", "80%"),
    ("Bao nhiêu phần trăm hồ sơ cấp thành phố được số hóa?", "90%"),
    ("Tổng số cây xanh trồng mới mỗi năm?", "1.000 cây xanh"),
    ("Số lượng đầu sách của kho sách số?", "4.500 đầu sách"),
    ("Mỗi năm trồng mới bao nhiêu cây xanh?", "1.000 cây xanh"),
    ("Bao nhiêu cây già cỗi được thay thế?", "100 cây già cỗi"),
    ("Sở nào lập danh mục tuyến phố?", "Sở Xây dựng"),
    ("Sở Xây dựng báo cáo kết quả trước ngày nào?", "15/12/2025"),
    ("Kinh phí trồng cây là bao nhiêu?", "khoảng 120 tỷ đồng"),
    ("Ba nhóm giải pháp là gì?", "quy hoạch vườn ươm, đào tạo thợ, vận động dân cư"),
    ("Nghị quyết 03-NQ/TU ban hành ngày nào?", "17/5/2021"),
    ("Kế hoạch chăm sóc vườn ươm thực hiện nghị quyết nào?", "03-NQ/TU"),
    ("Vườn ươm cung cấp bao nhiêu loài cây?", "15 loài cây"),
    ("Cơ quan nào chủ trì tỷ lệ trạm sạc có mái che?", "Sở Xây dựng"),
    ("Trạm sạc có mái che hoàn thành khi nào?", "tháng 6/2025"),
    ("Có bao nhiêu tuyến xe buýt chạy điện năm 2030?", "40"),
    ("Tỷ lệ trạm sạc có mái che năm 2025 của Đà Nẵng?", "70%"),
    ("Kho sách số có bao nhiêu đầu sách?", "4.500 đầu sách"),
    ("Ai là giám đốc thư viện Huế?", "Lê Thị An"),
    ("Phó Giám đốc thư viện là ai?", "Trần Văn Bình"),
    ("Bà Lê Thị An là ai?", "Giám đốc thư viện"),
    ("Ông Trần Văn Bình giữ chức vụ gì?", "Phó Giám đốc thư viện"),
    ("Ai là Lê Thị An?", "Giám đốc thư viện"),
    ("Thư viện xếp thứ mấy cả nước về lượt mượn?", "thứ 5/34"),
    ("Kho sách số hoạt động từ ngày nào?", "10/6/2024"),
    ("Bình Thuận thu bao nhiêu tấn muối năm 2022?", "38.200 tấn"),
    ("Kho sach so co bao nhieu dau sach?", "4.500 đầu sách"),
]
NOT_FOUND = [
    ("Tỷ lệ trạm sạc có mái che của Huế?", "Không có nội dung này về Huế."),
    ("Nghị quyết 203-NQ/TU nói gì về cây xanh?", "Không có văn bản 203-NQ/TU."),
    ("Bà Phạm Thị Hoa nói gì về kho sách số?", "Không nhắc đến Phạm Thị Hoa."),
    ("Bà Phạm Thị Hoa là ai?", "Không nhắc đến Phạm Thị Hoa."),
    ("Bà Lê Thị An sinh năm nào?", "Không nói đến “sinh”."),
    ("Bà Lê Thị An nói gì về tàu điện?", "Không có nội dung này về Lê Thị An."),
    ("Có bao nhiêu tuyến xe buýt chạy điện năm 2035?", "năm 2035"),
    ("Bình Thuận thu bao nhiêu tấn muối năm 2021?", "năm 2021"),
    ("Lâm Đồng thu bao nhiêu tấn muối?", "Lâm Đồng"),
    ("Tàu điện ngầm dài bao nhiêu km?", "“Tàu”"),
]


def stands_in(short: str, text: str) -> bool:
    """Tell whether a short answer stands in a text: whole, or as a cell and its row's unit."""
    cell = re.fullmatch(r"(.*\d)\s?(\D+)", short)
    return short in text or (cell is not None and cell[1] in text and cell[2] in text)


def check(answer: Answer) -> None:
    """Assert what holds for every answer, found or not."""
    if answer.status is Status.NOT_FOUND:
        assert (answer.short, answer.citations, answer.figures) == (None, (), ())
        assert answer.missing
        assert answer.text.endswith(".")
        return
    assert [c.marker for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {*map(int, re.findall(r"\[(\d+)\]", answer.text))} == {
        c.marker for c in answer.citations
    }
    assert re.search(r"\[\d+\]$", answer.text), "the last sentence is cited"
    for citation in answer.citations:
        document, passage = citation.document, citation.passage
        assert document.text[citation.start : citation.end] == citation.quote != ""
        assert passage.start <= citation.start < citation.end <= passage.end
        assert " ".join(citation.quote.split()) in answer.text
        assert passage.document_id == document.id
    if answer.short is not None:
        assert any(stands_in(answer.short, c.document.text) for c in answer.citations)
        assert any(stands_in(answer.short, c.passage_text) for c in answer.citations)
    for figure in answer.figures:
        [document] = {c.document.id: c.document for c in answer.citations
                      if c.document.id == figure.document_id}.values()  # fmt: skip
        assert figure.sentence_span.contains(figure.value_span)
        assert figure.value_span.of(document.text)


@pytest.mark.parametrize(("text", "short"), ANSWERED)
def test_answered(policies: Assistant, text: str, short: str) -> None:
    answer = policies.ask(text)
    assert (answer.status, answer.short) == (Status.FULL, short)
    assert answer.method is Method.EXTRACTIVE
    assert answer.missing == ""
    check(answer)


@pytest.mark.parametrize(("text", "reason"), NOT_FOUND)
def test_not_found_says_what_is_missing(policies: Assistant, text: str, reason: str) -> None:
    answer = policies.ask(text)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith("Không tìm thấy trong tài liệu. ")
    assert reason in answer.text
    check(answer)


def test_not_found_shows_what_comes_nearest(policies: Assistant) -> None:
    answer = policies.ask("Tỷ lệ trạm sạc có mái che của Huế?")
    assert 1 <= len(answer.nearest) <= 3
    assert [hit.rank for hit in answer.nearest] == list(range(1, len(answer.nearest) + 1))
    assert answer.receipt.passages == tuple(hit.passage.id for hit in answer.nearest)


@pytest.mark.parametrize(
    ("text", "opening", "short"),
    [
        ("Có đúng kho sách số tăng 28% không?",
         "Không đúng: tài liệu nêu 18%, không phải 28%. [1]", "18%"),
        ("Có phải kho sách số tăng 18% so với năm 2023?", "Đúng: tài liệu nêu 18%. [1]", "18%"),
    ],
)  # fmt: skip
def test_a_claim_about_a_figure_is_settled(
    policies: Assistant, text: str, opening: str, short: str
) -> None:
    answer = policies.ask(text)
    assert answer.text.startswith(opening)
    assert answer.short == short
    check(answer)


def test_a_denial_is_told_as_one(policies: Assistant) -> None:
    answer = policies.ask("Thư viện đã có máy quét sách cổ chưa?")
    assert answer.short == "chưa có máy quét sách cổ"
    check(answer)


def test_the_lead_in_of_an_item_is_cited_with_it_where_the_answer_stands_there(
    policies: Assistant,
) -> None:
    answer = policies.ask("Đến năm nào thì tỷ lệ đường phố có cây che mát đạt trên 60%?")
    assert answer.short == "năm 2030"
    assert [c.quote for c in answer.citations][-1].startswith("Tỷ lệ đường phố có cây che mát")
    assert "Tầm nhìn đến năm 2030" in answer.text
    check(answer)


def test_a_number_never_finds_a_longer_one(policies: Assistant) -> None:
    answer = policies.ask("Kế hoạch 03/KH-UBND cung cấp bao nhiêu loài cây?")
    assert answer.status is Status.NOT_FOUND
    assert "03/KH-UBND" in answer.missing
    right = policies.ask("Theo Kế hoạch 103/KH-UBND, vườn ươm cung cấp bao nhiêu loài cây?")
    assert right.short == "15 loài cây"


def test_a_former_province_is_told_of_its_successor(policies: Assistant) -> None:
    answer = policies.ask("Quảng Nam có bao nhiêu tuyến xe buýt chạy điện?")
    assert answer.status is Status.NOT_FOUND
    assert answer.notes == (
        "Từ ngày 01/07/2025, Quảng Nam thuộc Đà Nẵng (Nghị quyết 202/2025/QH15).",
    )


def test_the_frame_is_english_and_the_quote_is_not(policies: Assistant) -> None:
    answer = policies.ask("Có đúng kho sách số tăng 28% không?", language="en")
    assert answer.text.startswith("No: the document says 18%, not 28%. [1] Theo bà Lê Thị An")
    lacking = policies.ask("Tỷ lệ trạm sạc có mái che của Huế?", language="en")
    assert lacking.text == "Not found in these documents. Nothing on this about Huế."
    check(answer)
    check(lacking)


@pytest.mark.parametrize("text", [text for text, _ in (*ANSWERED, *NOT_FOUND)])
def test_the_same_question_gives_the_same_answer(policies: Assistant, text: str) -> None:
    assert policies.ask(text) == policies.ask(text)
    assert policies.ask(text).receipt.index == policies.reader.digest


def test_a_document_that_is_named_is_found_among_many_that_speak_of_it(tmp_path: Path) -> None:
    many = {
        f"{n}.md": f"---\nkind: kế hoạch\nnumber: {n}/KH-UBND\n---\n\n# Kế hoạch {n}\n\n"
        f"Theo Nghị quyết 57, tỷ lệ đường có cây xanh đặt ra là {n % 90}%.\n"
        for n in range(100, 260)
    }
    head = "---\nkind: nghị quyết\nnumber: 57-NQ/TW\n---\n\n# Nghị quyết\n\n"
    own = f"{head}Đường có cây xanh đạt 30%.\n"
    answer = open_policies(tmp_path, {**many, "a.md": own}).ask(
        "Nghị quyết 57 đặt tỷ lệ đường có cây xanh là bao nhiêu?"
    )
    assert answer.short == "30%"


def test_a_text_that_says_what_it_leaves_out_does_not_tell_it(tmp_path: Path) -> None:
    assistant = open_policies(
        tmp_path,
        {
            "ke-hoach.md": (
                "---\ntitle: Kế hoạch vườn ươm của Huế\nkind: kế hoạch\nplace: Huế\n---\n\n"
                "Kế hoạch có các chỉ tiêu về vườn ươm tư nhân; bản tóm lược này không ghi lại. "
                "Vườn ươm của Huế cung cấp cây cho vùng.\n"
            )
        },
    )
    asked = assistant.ask("Kế hoạch vườn ươm của Huế có những chỉ tiêu gì về vườn ươm tư nhân?")
    assert asked.status is Status.NOT_FOUND
