"""A checked text: its sentences, its note, its HTML, and the text of files."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from figure_documents import FIGURE_DOCUMENTS
from pages import build
from same_words import assert_same_words

from assistant.assistant import Assistant
from assistant.errors import ReadError
from assistant.schema import Beside, FigureFilters, Judgement, Verdict
from assistant.ui.checking import uploads
from assistant.ui.checking.claims import said_in, tally
from assistant.ui.checking.examples import choose_examples
from assistant.ui.checking.notes import note_on_text
from assistant.ui.checking.texts import CHECK_TEXTS, CheckTexts
from assistant.ui.checking.uploads import text_of, until
from assistant.ui.checking.verdicts import (
    claims_html,
    marked_html,
    sources_html,
    tally_html,
    unchecked_html,
)
from assistant.ui.texts import TEXTS

VI, EN = CHECK_TEXTS["vi"], CHECK_TEXTS["en"]
ARTICLE = """Kinh tế số ở các thành phố

Đến năm 2030, kinh tế số chiếm 40% GRDP của thành phố Hải Phòng. Đó là điều đáng mừng.
Đến năm 2025, kinh tế số chiếm 90% GRDP của thành phố Đà Nẵng. Hải Phòng có 12 bảo tàng.
Trời đẹp <b>$a$."""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(build(tmp_path_factory.mktemp("claims"), FIGURE_DOCUMENTS))


@pytest.fixture(scope="module")
def verdict(assistant: Assistant) -> Verdict:
    return assistant.check(ARTICLE)


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_every_sentence_has_its_mark_and_none_is_lost(verdict: Verdict) -> None:
    said = said_in(verdict)
    assert [one.mark for one in said] == [
        "nothing",
        "supported",
        "nothing",
        "refuted",
        "not_enough",
        "nothing",
    ]
    assert [one.number for one in said] == [0, 1, 0, 2, 3, 0]
    told = "".join(one.span.of(verdict.claim) for one in said)
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", verdict.claim)
    assert tally(said) == {"nothing": 3, "supported": 1, "refuted": 1, "not_enough": 1}


def test_the_text_is_shown_whole_with_a_word_and_a_link_for_each_claim(verdict: Verdict) -> None:
    said = said_in(verdict)
    markup = marked_html(verdict, said, VI)
    assert re.findall(r'href="(#[^"]+)"', markup) == [f"#nhan-dinh-{n}" for n in (1, 2, 3)]
    assert [words(one) for one in re.findall(r'<span class="cs-mark">.*?</span>', markup)] == [
        "Đúng",
        "Sai",
        "Chưa đủ căn cứ",
    ]
    assert "&lt;b&gt;$a$" in markup
    assert "<b>$a$" not in markup
    assert "1 đúng" in words(tally_html(said, VI))


def test_each_claim_stands_beside_what_was_found_and_who_said_it(verdict: Verdict) -> None:
    said = [one for one in said_in(verdict) if one.parts]
    markup = claims_html(verdict, said, VI, "vi")
    first, second, third = re.findall(r"<article.*?</article>", markup)
    assert 'class="cs-card cs-claim cs-supported" id="nhan-dinh-1"' in first
    assert "Nghị quyết 10-NQ/TU · Ban Thường vụ Thành ủy Hải Phòng · 26/10/2021" in words(first)
    assert "<mark>40%</mark> GRDP của thành phố Hải Phòng" in first
    assert "cs-refuted" in second
    assert "90%" in words(second)
    assert "20%" in words(second)
    assert "giá trị" in words(second)
    assert "không có trong tài liệu" in words(third)
    marker = re.search(r'href="#(nguon-kiem-chung-\d+)"', first)
    assert marker is not None
    assert f'id="{marker[1]}"' in sources_html(verdict, TEXTS["vi"])
    assert "value" in words(claims_html(verdict, said, EN, "en"))


def test_what_holds_today_and_what_differs_is_told_where_the_check_says_so(
    verdict: Verdict,
) -> None:
    [said] = [one for one in said_in(verdict) if one.mark == "supported"]
    now = Beside("45%", "9/NQ", issued=date(2026, 3, 2))
    against = Beside("38%", "Báo X", marker=7)
    told = replace(said, parts=(replace(said.parts[0], now=now, against=against),))
    shown = words(claims_html(verdict, [told], VI, "vi"))
    assert shown.startswith("Đúng khi ban hành, nay đã được thay")
    assert "Nay là 45% theo 9/NQ ngày 02/03/2026" in shown
    assert "Nguồn khác nêu 38% (Báo X)" in shown
    gone = replace(said, parts=(replace(said.parts[0], now=Beside(None, "9/NQ")),))
    assert "Văn bản đã được thay bằng 9/NQ" in words(claims_html(verdict, [gone], VI, "vi"))


def test_a_sentence_that_is_right_in_part_says_so(verdict: Verdict) -> None:
    [said] = [one for one in said_in(verdict) if one.mark == "refuted"]
    assert not said.mixed
    told = words(claims_html(verdict, [replace(said, mixed=True)], VI, "vi"))
    assert told.startswith("Có phần sai")


def test_what_was_not_checked_is_listed(verdict: Verdict) -> None:
    markup = unchecked_html(verdict, said_in(verdict))
    assert [words(one) for one in re.findall(r"<li>.*?</li>", markup)] == [
        "Kinh tế số ở các thành phố",
        "Đó là điều đáng mừng.",
        "Trời đẹp <b>$a$.",
    ]
    assert "<b>$a$" not in markup


def test_the_note_says_what_was_checked_how_it_fared_and_where(verdict: Verdict) -> None:
    note = note_on_text(verdict, said_in(verdict), date(2025, 3, 9), 4, VI)
    lines = note.splitlines()
    assert lines[0] == "KẾT QUẢ KIỂM CHỨNG ngày 09/03/2025"
    assert lines[2:4] == ["", verdict.text.splitlines()[0]]
    assert verdict.text in note
    assert (
        "[1] Nghị quyết 10-NQ/TU ngày 26/10/2021 của Ban Thường vụ Thành ủy Hải Phòng, "
        "“Nghị quyết về kinh tế số thành phố Hải Phòng”, mục I.2"
    ) in note
    assert lines[-1].startswith("Đối chiếu tự động với 4 tài liệu trong kho (mã chỉ mục ")
    assert verdict.receipt.index[:12] in lines[-1]
    long = replace(verdict, claim=f"{verdict.claim} \u202e" + "dài " * 100)
    told = note_on_text(long, said_in(verdict), date(2025, 3, 9), 4, EN)
    assert "Article (sentences: 6), beginning: “Kinh tế số" in told
    assert "\u202e" not in told


def test_examples_are_tried_before_they_are_shown(assistant: Assistant) -> None:
    figures = [standing.cited for standing in assistant.figures(FigureFilters()).entries]
    right, wrong = choose_examples(assistant.check, figures)
    assert assistant.check(right).judgement is Judgement.SUPPORTED
    assert assistant.check(wrong).judgement is Judgement.REFUTED
    assert choose_examples(lambda claim: assistant.check("Có 12 bảo tàng."), figures) == ()


@pytest.mark.parametrize(
    "name",
    ["bai.txt", "bai", "../../etc/passwd", "..\\..\\x.txt", "bai.exe", "a\x00b.txt", "x" * 400],
)
def test_a_name_is_never_a_path(name: str) -> None:
    assert text_of(name, "Kinh tế số chiếm 40% GRDP.".encode()) == "Kinh tế số chiếm 40% GRDP."


def test_what_a_file_is_its_bytes_say() -> None:
    page = "<!doctype html><html><body><p>Kinh tế số chiếm 40% GRDP.</p></body></html>"
    assert text_of("bai.txt", page.encode()) == "Kinh tế số chiếm 40% GRDP."
    marked = "# Kinh tế số\n\nKinh tế số chiếm **40%** GRDP."
    assert "chiếm 40% GRDP" in text_of("bai.MD", marked.encode())


def test_a_word_file_is_read(tmp_path: Path) -> None:
    from docx import Document

    file = Document()
    file.add_paragraph("Kinh tế số chiếm 40% GRDP.")
    file.save(str(tmp_path / "a.docx"))
    assert text_of("tệp.tải.docx", (tmp_path / "a.docx").read_bytes()) == (
        "Kinh tế số chiếm 40% GRDP."
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b""),
        ("a.pdf", b"%PDF-1.4 broken"),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.zip", bytes(range(256)) * 40),
        ("corpus.jsonl", b"\x00\x01\x02" * 100),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, data: bytes) -> None:
    with pytest.raises(ReadError) as told:
        text_of(name, data)
    assert "\n" not in str(told.value)
    assert "/" not in str(told.value).replace(".jpg", "").split("Hãy")[0]
    assert "Hãy" in str(told.value)


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_LIMITS", replace(uploads._LIMITS, max_file_bytes=10))
    with pytest.raises(ReadError):
        text_of("a.txt", b"a" * 11)


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Một. Hai.", 20, "Một. Hai."),
        ("Một hai. Ba bốn.", 12, "Một hai."),
        ("Một hai\nba bốn", 10, "Một hai"),
        ("x" * 30, 10, "x" * 10),
    ],
)
def test_a_long_text_is_cut_where_a_sentence_ends(text: str, most: int, kept: str) -> None:
    assert until(text, most) == kept


@pytest.mark.parametrize("name", [field.name for field in fields(CheckTexts)])
def test_both_languages_say_the_same(name: str) -> None:
    assert_same_words(getattr(VI, name), getattr(EN, name))
