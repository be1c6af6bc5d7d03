from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from factories import make_document, make_passages

from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Document,
    Hit,
    Method,
    Quality,
    Question,
    Receipt,
    SideFound,
    Source,
    Status,
    document_name,
)
from assistant.ui.answers import _linked, _paragraphs, answer_html, notes_html, source_anchor
from assistant.ui.cards import citation_card, nearest_card
from assistant.ui.texts import TEXTS, Texts

VI, EN = TEXTS["vi"], TEXTS["en"]
RANKS = (("marked", 1), ("folded", 2), ("dense", 5))


def plan(**known: object) -> Document:
    values: dict[str, object] = {
        "kind": "kế hoạch",
        "number": "12/KH-UBND",
        "issuer": "Ủy ban nhân dân thành phố Hải Phòng",
        "source": Source("Báo Cây Xanh", "https://example.vn/a?b=1&c=2"),
    }
    lines = ["Kế hoạch trồng cây", "Trước đó. Trồng 40.000 cây. Sau đó.", "Đoạn khác."]
    return make_document("ke-hoach.md", lines, **{**values, **known})


def cite(document: Document, quote: str, marker: int = 1, page: int | None = None) -> Citation:
    start = document.text.index(quote)
    passage = next(p for p in make_passages(document) if p.start <= start < p.end)
    return Citation(
        marker, document, passage, passage.label, page, start, start + len(quote), RANKS
    )


def words(markup: str) -> str:
    """Return what a reader sees, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_a_card_tells_all_that_a_fact_checker_needs() -> None:
    card = words(citation_card(cite(plan(), "Trồng 40.000 cây.", page=3), "nguon-1-1", VI))

    assert card == (
        "1 Kế hoạch trồng cây "
        "Kế hoạch 12/KH-UBND · 17/05/2024 · Ủy ban nhân dân thành phố Hải Phòng "
        "đoạn 1 · trang 3 "
        "Trước đó. Trồng 40.000 cây. Sau đó. "
        "Đăng tại Báo Cây Xanh · Mở nơi đăng "
        "Vì sao tìm thấy: từ khóa có dấu: thứ 1; từ khóa không dấu: thứ 2; ngữ nghĩa: thứ 5"
    )


def test_the_quote_and_nothing_else_is_marked() -> None:
    card = citation_card(cite(plan(), "Trồng 40.000 cây."), "nguon-1-1", VI)

    assert re.findall(r"<mark>(.*?)</mark>", card) == ["Trồng 40.000 cây."]
    assert 'href="https://example.vn/a?b=1&amp;c=2"' in card


def test_what_is_unknown_is_said_or_left_out_and_never_guessed() -> None:
    document = plan(issued=None, issuer=None, number=None, kind=None, source=Source())
    card = words(citation_card(cite(document, "Trồng 40.000 cây."), "nguon-1-1", VI))

    assert "không rõ ngày đoạn 1 Trước đó." in card
    assert "trang" not in card
    assert "Đăng tại" not in card


def test_a_long_passage_is_cut_between_words_and_the_whole_is_a_click_away() -> None:
    before, after = "chữ " * 300, "từ " * 300
    document = make_document("dai.md", ["Dài", f"{before}Trích đây. {after}kết"])
    card = citation_card(cite(document, "Trích đây."), "nguon-1-1", VI)
    shown, whole = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", card, re.DOTALL)

    assert shown == f"… {'chữ ' * 70}<mark>Trích đây.</mark>{' từ' * 93} …"
    assert words(whole) == f"{before}Trích đây. {after}kết"
    assert "Xem cả đoạn" in card


def test_a_quote_that_runs_past_its_passage_is_marked_whole() -> None:
    card = citation_card(cite(plan(), "Sau đó.\nĐoạn khác."), "nguon-1-1", VI)

    assert re.findall(r"<mark>(.*?)</mark>", card, re.DOTALL) == ["Sau đó.\nĐoạn khác."]


def test_recognised_text_is_said_to_be_so_with_its_confidence() -> None:
    document = plan(quality=Quality("ocr", 0.87, "trang 2 bị mờ"))
    card = words(citation_card(cite(document, "Trồng 40.000 cây."), "nguon-1-1", VI))

    assert "Bản quét, độ tin cậy nhận dạng 87%, cần đối chiếu với bản gốc; trang 2 bị mờ" in card


def test_a_near_passage_is_not_marked_and_bears_no_marker() -> None:
    document = plan()
    passage = make_passages(document)[0]
    card = nearest_card(Hit(passage, 2, 0.913, (("dense", 4),)), document, EN)

    assert "<mark>" not in card
    assert "cs-badge" not in card
    assert "Nearest passage 2" in card
    assert "meaning: no. 4" in words(card)
    assert "913" not in card


@pytest.mark.parametrize(
    ("kind", "number", "name"),
    [
        ("nghị quyết", "03-NQ/TU", "Nghị quyết 03-NQ/TU"),
        ("bài báo", None, "Bài báo"),
        (None, "21", "21"),
        (None, None, ""),
    ],
)
def test_documents_are_named_by_kind_and_number(
    kind: str | None, number: str | None, name: str
) -> None:
    assert document_name(kind, number) == name


def test_hostile_documents_show_as_text() -> None:
    evil = "<img src=x onerror=alert(1)>\"'\u202e`$a$[x](javascript:alert(1))"
    document = make_document(
        "x.md",
        [evil, f"Trích: {evil}"],
        kind=evil,
        number=evil,
        issuer=evil,
        source=Source(evil, "javascript:alert(1)"),
    )
    citation = cite(document, document.text.splitlines()[1])
    hit = Hit(citation.passage, 1, 1.0, ((evil, 1),))
    for card in (citation_card(citation, "nguon-1-1", VI), nearest_card(hit, document, VI)):
        assert set(re.findall(r"<(\w+)", card)) <= {
            "article", "header", "span", "div", "p", "blockquote", "mark", "footer",
        }  # fmt: skip
        assert "href" not in card
        assert "\u202e" not in card


def answer(text: str, short: str | None, citations: tuple[Citation, ...]) -> Answer:
    return Answer(
        question=Question("Hỏi?", "Hỏi?", AnswerKind.FIGURE, True),
        status=Status.FULL,
        missing="",
        short=short,
        text=text,
        citations=citations,
        figures=(),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=Receipt("", ""),
    )


def test_markers_lead_to_the_cards_of_their_own_answer() -> None:
    citations = (cite(plan(), "Trồng 40.000 cây.", 1), cite(plan(), "Đoạn khác.", 2))
    markup = answer_html(answer("Câu một. [1][2] Câu hai. [2]", "40.000 cây", citations), 3, VI)

    assert re.findall(r'href="#([^"]+)"', markup) == ["nguon-3-1", "nguon-3-2", "nguon-3-2"]
    cards = [citation_card(one, source_anchor(3, one.marker), VI) for one in citations]
    assert re.findall(r'<article class="cs-card" id="([^"]+)"', "".join(cards)) == [
        "nguon-3-1",
        "nguon-3-2",
    ]


def test_each_cited_sentence_is_a_paragraph_below_the_short_answer() -> None:
    citations = (cite(plan(), "Trồng 40.000 cây.", 1), cite(plan(), "Đoạn khác.", 2))
    markup = answer_html(answer("Câu một. [1][2] Câu hai. [2]", "40.000 cây", citations), 1, VI)
    text = re.search(r'<div class="cs-text" lang="vi">(.*?)</div>', markup)

    assert text
    assert [words(part) for part in text[1].split("</p>")] == [
        "Câu một. 1 2",
        "Câu hai. 2",
        "",
    ]
    assert '<p class="cs-short cs-short-l" lang="vi">40.000 cây</p>' in markup


def test_a_number_in_brackets_that_is_no_marker_stays_text() -> None:
    markup = answer_html(answer("Phụ lục [7] <b>. [1]", None, (cite(plan(), "Đoạn khác."),)), 1, VI)

    assert "Phụ lục [7] &lt;b&gt;. " in markup
    assert "cs-short" not in markup


def test_a_list_is_cut_between_its_lines() -> None:
    items = [f"- mục {number:03} của danh sách;" for number in range(100)]
    document = make_document("liet-ke.md", ["Danh sách", "\n".join(items)])
    passage = replace(make_passages(document)[0], end=len(document.text))
    citation = replace(cite(document, items[50]), passage=passage)
    shown = re.findall(
        r"<blockquote[^>]*>(.*?)</blockquote>", citation_card(citation, "nguon-1-1", VI), re.DOTALL
    )[0]

    # 280 characters hold 11 lines of 24 and their line breaks: 11 * 25 = 275.
    assert len(items[0]) == 24
    lines = re.sub(r"</?mark>", "", shown).splitlines()
    assert lines == ["…", *items[50 - 11 : 50 + 11 + 1], "…"]


SIDES = (
    SideFound("Hải <Phòng>", "tối thiểu\n40.000 cây", 2),
    SideFound("Đà Nẵng", None, 1),
    SideFound("Cà Mau", None, None),
)


def compared(sides: tuple[SideFound, ...], text: str, texts: Texts = VI) -> str:
    citations = (cite(plan(), "Đoạn khác.", 1), cite(plan(), "Trồng 40.000 cây.", 2))
    return answer_html(replace(answer(text, None, citations), sides=sides), 4, texts)


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (VI, ["So sánh Tài liệu nêu Nguồn", "xem trích dẫn", "không có trong tài liệu"]),
        (EN, ["Compared The documents state Sources", "see the quote", "not in the documents"]),
    ],
)
def test_sides_stand_in_a_table_with_their_answers_and_markers(
    texts: Texts, rows: list[str]
) -> None:
    markup = compared(SIDES, "Câu. [1]", texts)
    (table,) = re.findall(r"<table.*</table>", markup)

    assert [words(row) for row in table.split("</tr>")] == [
        rows[0],
        "Hải <Phòng> tối thiểu 40.000 cây 2",
        f"Đà Nẵng {rows[1]} 1",
        f"Cà Mau {rows[2]}",
        "",
    ]
    assert re.findall(r'href="#([^"]+)"', table) == ["nguon-4-2", "nguon-4-1"]
    assert re.findall(r'scope="(\w+)"', table) == ["col"] * 3 + ["row"] * 3
    assert f'aria-label="{texts.compared}"' in table


def test_one_side_alone_needs_no_table() -> None:
    assert "<table" not in compared(SIDES[:1], "Câu. [1]")


def test_sentences_that_only_repeat_the_table_are_left_out() -> None:
    sides = (SideFound("cấp huyện", "80%", 1), SideFound("cấp xã", "60%", 2))
    text = "Cấp huyện: 80% [1]. Cấp xã: 60% [2]. Mức cao hơn. [1] [2] Cấp xã: 70%. [2]"

    def paragraphs(markup: str) -> list[str]:
        shown = re.search(r'<div class="cs-text" lang="vi">(.*?)</div>', markup)
        assert shown
        return [words(part) for part in shown[1].split("</p>")[:-1]]

    assert paragraphs(compared(sides, text)) == ["Mức cao hơn. 1 2", "Cấp xã: 70%. 2"]
    assert paragraphs(compared((), text)) == [
        "Cấp huyện: 80% 1 .",
        "Cấp xã: 60% 2 .",
        "Mức cao hơn. 1 2",
        "Cấp xã: 70%. 2",
    ]


def test_notes_stand_below_the_sentences() -> None:
    noted = replace(
        answer("Câu. [1]", None, (cite(plan(), "Đoạn khác."),)),
        notes=("Từ 01/7/2025, <b>Hải Dương</b>\nthuộc Hải Phòng.", "Hai."),
    )
    markup = answer_html(noted, 1, EN, "vi")

    notes = markup[markup.index("<aside") : markup.index("</aside>")]
    assert 'aria-label="Note" lang="vi"' in notes
    assert re.findall(r"<p>(.*?)</p>", notes) == [
        "Từ 01/7/2025, &lt;b&gt;Hải Dương&lt;/b&gt; thuộc Hải Phòng.",
        "Hai.",
    ]
    assert markup.index("Câu. ") < markup.index("<aside")
    assert "<aside" not in answer_html(replace(noted, notes=()), 1, EN)
    assert notes_html((), VI, "vi") == ""
    assert words(notes_html(("Một.",), VI, "vi")) == "Một."


def test_a_sentence_goes_on_after_a_marker_within_it() -> None:
    text = "Mức 25% theo A [1] nay là 35% theo B [2]. Gồm: [1] a) Một. [1] b) Hai. [2]"
    cut = _paragraphs(_linked(text, 1, frozenset({1, 2}), TEXTS["vi"]))
    assert [re.sub(r"<[^>]+>", "", one) for one in cut] == [
        "Mức 25% theo A 1 nay là 35% theo B 2.",
        "Gồm: 1",
        "a) Một. 1",
        "b) Hai. 2",
    ]
