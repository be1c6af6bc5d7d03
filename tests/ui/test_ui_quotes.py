from __future__ import annotations

import re

from table_documents import BUSES, TREES, cite, table_document

from assistant.schema import (
    Answer,
    AnswerKind,
    Citation,
    Method,
    Question,
    Receipt,
    Span,
    Status,
    rows_of,
)
from assistant.ui.answers import answer_html
from assistant.ui.cards import citation_card
from assistant.ui.escaping import html
from assistant.ui.quotes import marked, rows_table
from assistant.ui.texts import TEXTS

VI = TEXTS["vi"]
FIRST = "1 | Cây trồng mới | nghìn cây | ≥ 40 | đợt 1"
SECOND = "2 | Cây <bản> địa | 65 | -"
HEADLESS = "1 | Tuyến xe buýt điện | 25 tuyến"
BADGE = '<a class="cs-badge" href="#nguon-1-{0}" aria-label="Nguồn {0}" target="_self">{0}</a>'


def cells(table: str, tag: str = "td") -> list[str]:
    return re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", table)


def body(table: str) -> str:
    return table[table.index("<tbody>") :]


def text_of(text: str, *citations: Citation) -> str:
    answer = Answer(
        Question("Hỏi?", "Hỏi?", AnswerKind.FIGURE, True), Status.FULL, "", None, text, citations,
        (), (), Method.EXTRACTIVE, Receipt("", ""),
    )  # fmt: skip
    shown = re.search(
        r'<div class="cs-text" lang="vi">(.*)</div></div>$', answer_html(answer, 1, VI)
    )
    assert shown
    return shown[1]


def test_a_quoted_row_stands_under_its_header_with_its_marker_at_the_end() -> None:
    shown = text_of(f"Vâng. [1] {SECOND} [1] Thế thôi. [1]", cite(SECOND))

    before, table, after = re.split(r"(<div.*</div>)", shown)
    assert before == f"<p>Vâng. {BADGE.format(1)}</p>"
    assert after == f"<p>Thế thôi. {BADGE.format(1)}</p>"
    assert re.findall(r'<th scope="col">(.*?)</th>', table) == TREES[0]
    assert cells(body(table)) == [*map(html, TREES[2]), BADGE.format(1)]
    assert 'role="group" tabindex="0" lang="vi" aria-label="bảng 1"' in table


def test_rows_of_one_table_share_its_header_and_other_tables_have_their_own() -> None:
    citations = (cite(FIRST, 1), cite(SECOND, 2), cite(HEADLESS, 3))
    shown = text_of(f"{FIRST} [1] {SECOND} [2] {HEADLESS} [3]", *citations)

    one, two = re.findall(r"<table.*?</table>", shown)
    badges = [BADGE.format(number) for number in (1, 2, 3)]
    assert cells(one, "th") == TREES[0]
    assert cells(body(one)) == [
        *map(html, TREES[1]), badges[0], *map(html, TREES[2]), badges[1],
    ]  # fmt: skip
    assert "<thead>" not in two
    assert cells(two) == [*BUSES[0], badges[2]]
    assert "<p>" not in shown


def test_a_row_in_other_words_stays_a_sentence() -> None:
    assert text_of("Cây bản địa đạt 65. [1]", cite(SECOND)) == (
        f"<p>Cây bản địa đạt 65. {BADGE.format(1)}</p>"
    )


def test_a_card_shows_its_rows_under_one_header_and_marks_the_quoted_one() -> None:
    card = citation_card(cite(SECOND, passage=f"{FIRST}\n{SECOND}"), "nguon-1-1", VI)

    assert cells(card, "th") == TREES[0]
    marks = [f"<mark>{html(cell)}</mark>" if cell else "" for cell in TREES[2]]
    assert cells(body(card)) == [*TREES[1], *marks]
    assert "cs-scroll" in card[card.index("<blockquote") : card.index("</blockquote>")]
    assert VI.whole_passage not in card


def test_a_part_of_a_row_is_marked_where_it_stands_in_its_cell() -> None:
    card = citation_card(cite("trồng mới | nghìn", passage=FIRST), "nguon-1-1", VI)

    assert cells(body(card)) == [
        "1", "Cây <mark>trồng mới</mark>", "<mark>nghìn</mark> cây", "≥ 40", "đợt 1",
    ]  # fmt: skip


def test_words_are_marked_as_far_as_they_are_shown() -> None:
    assert marked("một <hai> ba", Span(0, 12), Span(4, 9)) == "một <mark>&lt;hai&gt;</mark> ba"
    assert marked("một hai ba", Span(4, 10), Span(0, 7)) == "<mark>hai</mark> ba"
    assert marked("một hai ba", Span(4, 10), Span(0, 3)) == "hai ba"
    assert marked(" một hai ", Span(0, 9), None) == "một hai"


def test_a_table_asks_for_room_by_its_columns() -> None:
    document = table_document()
    start = document.text.index(FIRST)
    rows = rows_of(document, Span(start, start + len(FIRST)))

    # Five columns of 3.5 rem each.
    assert 'style="min-width: 17.5rem"' in rows_table(document, rows, "bảng 1")
