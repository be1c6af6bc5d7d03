"""A conversation to take along: every source and receipt, and markup of nobody but ours."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from factories import make_document, make_passages
from table_documents import table_document

from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Filters,
    Method,
    Quality,
    Question,
    Receipt,
    Source,
    Status,
)
from assistant.ui.chatting.exports import as_html, as_markdown, as_word
from assistant.ui.chatting.records import Record, record_of
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.conversation import Turn
from assistant.ui.texts import TEXTS

NOW = datetime(2026, 3, 4, 9, 5, tzinfo=UTC)
EVIL = "<script>alert(1)</script> [x](javascript:alert(1)) $a$ *b* \u202egpj\x07"


def cited(quote: str = "Trồng 40.000 cây.", **known: object) -> Citation:
    values: dict[str, object] = {
        "kind": "kế hoạch",
        "number": "12/KH-UBND",
        "source": Source("Báo Cây Xanh", "https://example.vn/a"),
        "quality": Quality("ocr", 0.87),
    }
    document = make_document("a.md", ["Kế hoạch trồng cây", quote], **{**values, **known})
    passage = make_passages(document)[0]
    return Citation(1, document, passage, "mục 1", 2, passage.start, passage.end)


def answered(citation: Citation, status: Status = Status.FULL, missing: str = "") -> Answer:
    found = status is not Status.NOT_FOUND
    return Answer(
        question=Question("trong bao nhieu cay", "trồng bao nhiêu cây", AnswerKind.FIGURE, False),
        status=status,
        missing=missing,
        short="40.000 cây" if found else None,
        text="Trồng 40.000 cây. [1] Câu hai [1]. Câu ba. [1]" if found else "",
        citations=(citation,) if found else (),
        figures=(),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=Receipt("abc", "def", ("a/muc-1#0",)),
        notes=("Lưu ý một.",),
    )


def record(*turns: Turn, language: str = "vi") -> Record:
    return record_of(turns, NOW, TEXTS[language], CHAT_TEXTS[language], language)


HELD = Filters(places=("Hải Phòng",), as_of=date(2024, 5, 31))
TURNS = (
    Turn("trong bao nhieu cay", HELD, "vi", answered(cited())),
    Turn("Giá vàng?", Filters(), "vi", answered(cited(), Status.NOT_FOUND, "không nói về vàng")),
    Turn("Mật độ?", Filters(), "vi", answered(cited(), Status.PARTIAL, "thiếu năm 2030")),
    Turn("?", Filters(), "vi", problem="Câu hỏi trống."),
)


def word_text(data: bytes) -> str:
    return "\n".join(part.text for part in docx.Document(BytesIO(data)).paragraphs)


def texts_of(made: Record) -> list[str]:
    page = re.sub(r"<[^>]+>", "\n", as_html(made).decode().split("</head>")[1])
    plain = re.sub(r"\\(.)", r"\1", as_markdown(made).decode())
    return [page, plain, word_text(as_word(made, NOW))]


def test_every_form_holds_questions_answers_sources_and_receipts() -> None:
    for text in texts_of(record(*TURNS)):
        for told in (
            "xuất lúc 04/03/2026 09:05",
            "trong bao nhieu cay",
            "Hiểu là: trồng bao nhiêu cây",
            "Chỉ tìm trong: Hải Phòng; ban hành đến hết ngày 31/05/2024",
            "Trả lời đủ.",
            "40.000 cây",
            "Câu hai [1].",
            "Lưu ý một.",
            "[1] mục 1 Kế hoạch số 12/KH-UBND ngày 17 tháng 5 năm 2024 về trồng cây, trang 2",
            "Trồng 40.000 cây.",
            "Đăng tại Báo Cây Xanh",
            "độ tin cậy nhận dạng 87%",
            "https://example.vn/a",
            "Chỉ mục: abc",
            "Thiết lập: def",
            "Đoạn đã dùng: a/muc-1#0",
            "Không tìm thấy trong tài liệu.",
            "Tài liệu không nói về vàng.",
            "Mới trả lời được một phần: thiếu năm 2030.",
            "Câu hỏi trống.",
        ):
            assert told in text, told


def test_sentences_are_cut_after_their_markers() -> None:
    assert record(TURNS[0]).askings[0].paragraphs == (
        "Trồng 40.000 cây. [1]",
        "Câu hai [1].",
        "Câu ba. [1]",
    )


def test_a_row_is_told_with_the_names_of_its_columns() -> None:
    document = table_document()
    quote = next(document.text[b.start : b.end] for b in document.blocks if b.row == 2)
    start = document.text.index(quote)
    passage = replace(make_passages(document)[0], start=start, end=start + len(quote))
    citation = Citation(1, document, passage, "bảng 1", None, start, start + len(quote))
    answer = replace(answered(citation), text=f"{quote} [1] Thế thôi. [1]")
    row, after = record(Turn("Hỏi?", Filters(), "vi", answer)).askings[0].paragraphs

    header = next(b for b in document.blocks if b.table == 1 and b.row == 0)
    name = header.cells[1].of(document.text)
    assert f"{name}: Cây <bản> địa" in row
    assert row.endswith(" [1]")
    assert after == "Thế thôi. [1]"


def test_the_frame_is_in_the_language_of_the_page() -> None:
    page = as_html(record(TURNS[0], language="en")).decode()

    assert '<html lang="en">' in page
    assert "Answered in full." in page
    assert "Index: abc" in page


def test_what_is_hostile_stays_text_in_every_form() -> None:
    citation = cited(EVIL, title=EVIL, number=EVIL, source=Source(EVIL, "javascript:alert(1)"))
    answer = replace(answered(citation), text=f"{EVIL} [1]", short=EVIL, notes=(EVIL,))
    made = record(Turn(EVIL, Filters(places=(EVIL,)), "vi", answer))
    page, plain = as_html(made).decode(), as_markdown(made).decode()

    assert "<script" not in page
    assert "href" not in page.split("</head>")[1]
    assert not re.search(r"(?<!\\)[<$]", plain)
    assert not re.search(r"(?<!\\)\](?=\()", plain)
    assert "<script>alert(1)</script>" in word_text(as_word(made, NOW))
    for text in (page, plain, word_text(as_word(made, NOW))):
        assert "\u202e" not in text
        assert "\x07" not in text


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("1. Một", r"1\. Một"),
        ("- Hai", r"\- Hai"),
        ("# Ba", r"\# Ba"),
        ("tăng 1.5 lần - tốt", "tăng 1.5 lần - tốt"),
    ],
)
def test_lines_of_documents_begin_nothing_in_markdown(line: str, written: str) -> None:
    made = record(Turn("Hỏi?", Filters(), "vi", answered(cited(line))))

    assert f"> {written}\n" in as_markdown(made).decode()


def test_a_word_file_is_set_as_official_papers_are() -> None:
    file = docx.Document(BytesIO(as_word(record(*TURNS), NOW)))
    section = file.sections[0]

    assert [round(getattr(section, name).mm) for name in (
        "page_width", "page_height", "left_margin", "right_margin", "top_margin",
    )] == [210, 297, 30, 20, 20]  # fmt: skip
    assert file.styles["Normal"].font.name == "Times New Roman"
    assert file.core_properties.created == NOW
    assert file.core_properties.author == ""
