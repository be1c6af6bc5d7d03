"""The page as a user meets it, without a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from pages import DOCUMENTS, build
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from assistant.errors import ModelError
from assistant.ui.texts import TEXTS

Page = Callable[..., AppTest]

VI, EN = TEXTS["vi"], TEXTS["en"]
TREES = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
BUSES = "den nam 2030 bao nhieu phan tram xe buyt cua Da Nang chay bang dien"
NOWHERE = "Giá vàng hôm nay bao nhiêu?"


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def htmls(page: AppTest) -> list[str]:
    return [element.proto.body for element in page.main.get("html")]


def shorts(page: AppTest) -> list[str]:
    return [
        unescape(found)
        for body in htmls(page)
        for found in re.findall(r'<p class="cs-short[^>]*>(.*?)</p>', body)
    ]


def plain(label: str) -> str:
    return re.sub(r"\\(.)", r"\1", label)


def button(page: AppTest, label: str) -> object:
    return next(one for one in page.button if plain(one.label) == label)


def choose(page: AppTest, label: str, value: object) -> AppTest:
    return next(one for one in page.multiselect if one.label == label).set_value([value]).run()


def told(page: AppTest) -> str:
    """Return every word of the page outside raw HTML."""
    kinds = (page.title, page.markdown, page.caption, page.error, page.warning, page.success)
    return "\n".join(plain(element.value) for kind in kinds for element in kind)


def test_the_empty_first_screen_says_what_it_is_and_offers_questions(
    index: Path, open_page: Page
) -> None:
    page = open_page(index)
    labels = [plain(one.label) for one in page.button]

    assert not page.exception
    assert page.title[0].value == "Trợ lý Chính sách"
    assert VI.intro.format(documents=2) in told(page)
    assert "Kế hoạch 12/KH-UBND được ban hành ngày nào?" in labels
    assert any("vàng" in label or "TikTok" in label for label in labels)
    assert VI.offline in told(page)
    assert not page.chat_message


def test_an_example_is_asked_by_a_click(index: Path, open_page: Page) -> None:
    page = open_page(index)
    button(page, "Kế hoạch 12/KH-UBND được ban hành ngày nào?").click().run()

    assert shorts(page) == ["17/5/2024"]
    assert not [one for one in page.button if str(one.key).startswith("example")]
    assert page.button(key="clear").label == VI.clear


def test_an_answer_has_its_figure_its_markers_and_its_sources(index: Path, open_page: Page) -> None:
    page = ask(open_page(index), TREES)
    (told,) = [body for body in htmls(page) if "cs-answer" in body]
    body = next(body for body in htmls(page) if "cs-card" in body)

    assert "40.000" in shorts(page)[0]
    assert 'href="#nguon-1-1"' in told
    assert 'id="nguon-1-1"' in body
    assert "Kế hoạch 12/KH-UBND · 17/05/2024 · Ủy ban nhân dân thành phố Hải Phòng" in body
    assert re.search(r"<mark>[^<]*40\.000 cây xanh trong năm 2024", body)
    assert 'href="https://example.vn/cay-xanh"' in body
    assert "Vì sao tìm thấy: từ khóa có dấu: thứ 1" in body


def test_earlier_answers_keep_their_sources_and_are_not_asked_again(
    index: Path, open_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = Assistant.ask

    def count(self: Assistant, text: str, **options: object) -> object:
        asked.append(text)
        return real(self, text, **options)

    page = open_page(index)
    monkeypatch.setattr(Assistant, "ask", count)
    first = next(body for body in htmls(ask(page, TREES)) if "cs-answer" in body)
    ask(page, BUSES)
    page.run()

    answers = [body for body in htmls(page) if "cs-answer" in body]
    assert answers[0] == first
    assert "60%" in shorts(page)[1]
    assert asked == [TREES, BUSES]


@pytest.mark.parametrize("done", [False, True])
def test_a_click_while_a_question_is_answered_does_not_lose_it(
    index: Path, open_page: Page, monkeypatch: pytest.MonkeyPatch, done: bool
) -> None:
    """A click ends the run of the page: before the question is asked, or when it is answered."""
    page, clicks, spinner = open_page(index), ["a click"], st.spinner

    @contextmanager
    def clicked(text: str) -> Iterator[None]:
        with spinner(text):
            if done:
                yield
            if text == VI.searching and clicks:
                clicks.pop()
                st.rerun()
            if not done:
                yield

    monkeypatch.setattr(st, "spinner", clicked)
    ask(page, TREES)

    assert not clicks
    assert len(page.chat_message) == 2
    assert "40.000" in shorts(page)[0]


def test_what_is_not_there_looks_otherwise_and_says_what_is_missing(
    index: Path, open_page: Page
) -> None:
    page = ask(open_page(index), NOWHERE)

    assert [message.avatar for message in page.chat_message] == [
        ":material/person:",
        ":material/search_off:",
    ]
    assert "**Không tìm thấy trong tài liệu**" in page.warning[0].value
    assert "vàng" in page.warning[0].value
    assert not shorts(page)


def test_what_comes_nearest_is_labelled_as_no_answer(index: Path, open_page: Page) -> None:
    page = ask(open_page(index), "Cần Thơ phấn đấu trồng bao nhiêu cây xanh trong năm 2024?")
    nearest = next(one for one in page.expander if one.label == VI.nearest)

    assert [one.value for one in nearest.caption] == [VI.not_an_answer]
    assert "40.000 cây xanh" in nearest.get("html")[0].proto.body
    assert not shorts(page)


def test_filters_hold_the_next_question_and_its_answer_says_so(
    index: Path, open_page: Page
) -> None:
    page = open_page(index)
    options = {one.label: list(one.options) for one in page.multiselect}
    assert options == {
        VI.kinds: ["kế hoạch (1)", "quyết định (1)"],
        VI.places: ["Đà Nẵng (1)", "Hải Phòng (1)"],
        VI.years: ["2024 (1)", "2023 (1)"],
    }

    choose(page, VI.places, "Đà Nẵng")
    assert any("Tìm trong 1 / 2 tài liệu" in one.value for one in page.caption)

    ask(page, TREES)
    assert not shorts(page)
    assert "Chỉ tìm trong: Đà Nẵng" in told(page)
    choose(page, VI.places, "Hải Phòng")
    choose(page, VI.kinds, "kế hoạch")
    choose(page, VI.years, "2024")
    ask(page, TREES)
    assert "40.000" in shorts(page)[0]
    assert "Chỉ tìm trong: kế hoạch; Hải Phòng; 2024" in told(page)


def test_filters_that_admit_nothing_end_in_not_found(index: Path, open_page: Page) -> None:
    page = choose(choose(open_page(index), VI.places, "Đà Nẵng"), VI.kinds, "kế hoạch")
    ask(page, TREES)

    assert any("Tìm trong 0 / 2 tài liệu" in one.value for one in page.caption)
    assert page.warning


def test_the_language_is_switched_and_remembered_in_the_address(
    index: Path, open_page: Page
) -> None:
    page = open_page(index)
    assert page.query_params["lang"] == "vi"

    page.get("button_group")[0].set_value("en").run()
    assert page.query_params["lang"] == "en"
    assert EN.offline in told(page)
    ask(page, NOWHERE)
    assert "**Not found in the documents**" in page.warning[0].value

    again = open_page(index, "en")
    assert EN.intro.format(documents=2) in told(again)
    assert VI.offline in told(open_page(index, "<script>"))


def test_the_conversation_can_be_cleared(index: Path, open_page: Page) -> None:
    page = open_page(index)
    assert page.button(key="clear").disabled
    ask(page, TREES)
    page.button(key="clear").click().run()

    assert not page.chat_message
    assert VI.intro.format(documents=2) in told(page)


@pytest.mark.parametrize(
    ("question", "message"),
    [("?!", VI.empty), ("dài " * 600, VI.too_long.format(2_400, 2_000))],
)
def test_a_question_that_is_none_is_told_in_one_line(
    index: Path, open_page: Page, question: str, message: str
) -> None:
    page = ask(open_page(index), question)

    assert not page.exception
    assert [plain(error.value) for error in page.error] == [message]


def test_without_an_index_the_page_says_how_to_build_one(tmp_path: Path, open_page: Page) -> None:
    page = open_page(tmp_path)

    assert not page.exception
    assert [plain(error.value) for error in page.error] == [VI.no_index]
    assert [plain(one.label) for one in page.main.button] == [VI.retry, VI.upload_first]
    assert not page.chat_input
    assert str(tmp_path) not in told(page)

    build(tmp_path, DOCUMENTS)
    shutil.move(tmp_path / "index", tmp_path / "built")
    page = open_page(tmp_path / "built")
    assert not page.error


def test_a_damaged_index_is_told_without_paths_or_traces(
    tmp_path: Path, open_page: Page, index: Path
) -> None:
    damaged = shutil.copytree(index, tmp_path / "index")
    for library in damaged.glob("gen-*/library.sqlite"):
        library.write_bytes(b"no library")
    page = open_page(damaged)

    assert not page.exception
    assert [plain(error.value) for error in page.error] == [VI.damaged]


def test_a_new_index_is_answered_from_at_the_next_click(tmp_path: Path, open_page: Page) -> None:
    index = build(tmp_path, {"xe-buyt.md": DOCUMENTS["xe-buyt.md"]})
    page = ask(open_page(index), TREES)
    assert not shorts(page)

    build(tmp_path, DOCUMENTS)
    ask(page, TREES)
    assert "40.000" in shorts(page)[0]
    assert VI.corpus_count.split(",")[0].format(2) in told(page)


def test_an_index_built_anew_in_an_empty_folder_is_opened_anew(
    tmp_path: Path, open_page: Page
) -> None:
    index = build(tmp_path, {"xe-buyt.md": DOCUMENTS["xe-buyt.md"]})
    page = open_page(index)
    shutil.rmtree(index)
    build(tmp_path, DOCUMENTS)
    page.run()

    assert any("2 tài liệu" in one.value for one in page.caption)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (RuntimeError("/srv/secret failed"), VI.defect),
        (ModelError("mô hình không trả lời. Hãy thử lại."), "mô hình không trả lời. Hãy thử lại."),
    ],
)
def test_errors_are_told_without_their_insides(
    index: Path,
    open_page: Page,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    message: str,
) -> None:
    def fail(self: Assistant, text: str, **options: object) -> None:
        raise error

    page = open_page(index)
    monkeypatch.setattr(Assistant, "ask", fail)
    ask(page, TREES)

    assert not page.exception
    assert [plain(one.value) for one in page.error] == [message]
    assert ("/srv/secret failed" in caplog.text) == isinstance(error, RuntimeError)


def test_hostile_text_of_documents_and_users_is_shown_and_does_nothing(
    tmp_path: Path, open_page: Page
) -> None:
    evil = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) $a$"
    text = f"""---
title: 'Kế hoạch {evil}'
kind: 'kế hoạch {evil}'
number: 12/KH-UBND
place: '{evil}'
url: javascript:alert(1)
---
# Kế hoạch

Thành phố phấn đấu trồng 40.000 cây xanh trong năm 2024 {evil}.
"""
    page = open_page(build(tmp_path, {"x.md": text, "y.xyz": "?", "<b>$z$.pdf": "%PDF-0 hỏng"}))
    ask(page, "Phấn đấu trồng bao nhiêu cây xanh trong năm 2024?")
    ask(page, f"{evil} \u202egpj.exe")
    everything = [one.proto.body for one in page.get("html")]

    assert not page.exception
    assert "40.000" in shorts(page)[0]
    for body in everything:
        assert "<img" not in body
        assert not re.search(r'href="(?!#|https?:)', body)
        assert "\u202e" not in body
    labels = [one.value for kind in (page.caption, page.warning, page.error) for one in kind]
    assert not any(re.search(r"(?<!\\)[<$]", label) for label in labels)


def test_files_that_were_skipped_are_named_with_their_reason(
    tmp_path: Path, open_page: Page
) -> None:
    index = build(tmp_path, {**DOCUMENTS, "trong.md": "", "hong.pdf": "%PDF-1.4 hỏng"})
    page = open_page(index)
    skipped = next(one for one in page.expander if one.label.startswith("Tệp bị bỏ qua"))
    (body,) = [element.proto.body for element in skipped.get("html")]

    assert "hong.pdf" in body
    assert str(tmp_path) not in body


def test_a_row_that_answers_is_shown_as_a_table(tmp_path: Path, open_page: Page) -> None:
    table = """---
title: Kế hoạch 12/KH-UBND trồng cây xanh Hải Phòng
number: 12/KH-UBND
place: Hải Phòng
---
# Kế hoạch trồng cây xanh

| TT | Chỉ tiêu | Đơn vị | Mục tiêu 2025 |
| --- | --- | --- | --- |
| 1 | Cây xanh trồng mới | cây | 40.000 |
| 2 | Tỷ lệ cây bản địa trồng trên phố | % | 65 |
"""
    page = ask(
        open_page(build(tmp_path, {"cay-xanh.md": table})),
        "Tỷ lệ cây bản địa trồng trên phố của Hải Phòng năm 2025 là bao nhiêu phần trăm?",
    )
    shown = "".join(body for body in htmls(page) if "cs-answer" in body or "cs-card" in body)

    assert shorts(page) == ["65%"]
    in_text, in_card = re.findall(r"<table.*?</table>", shown)
    names = ["TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu 2025"]
    assert re.findall(r"<th .*?>(.*?)</th>", in_text) == names
    assert "<td>Tỷ lệ cây bản địa trồng trên phố</td><td>%</td><td>65</td>" in in_text
    assert "<mark>Tỷ lệ cây bản địa trồng trên phố</mark>" in in_card
    assert " | " not in shown
