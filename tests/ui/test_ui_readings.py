"""How a question was read: said, handed on to the next question, and mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from assistant.schema import Answer
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.texts import TEXTS

Page = Callable[..., AppTest]

VI, EN = TEXTS["vi"], TEXTS["en"]
TREES = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
OF_DA_NANG = TREES.replace("Hải Phòng", "Đà Nẵng")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Questions that the page asks, each with the history that it gives."""
    calls: list[tuple[str, list[str]]] = []
    real = Assistant.ask

    def ask(self: Assistant, text: str, *, history: list[str] = (), **options: Any) -> Answer:
        calls.append((text, list(history)))
        return real(self, text, history=history, **options)

    monkeypatch.setattr(Assistant, "ask", ask)
    return calls


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def captions(page: AppTest) -> list[str]:
    """Return the captions but for those that ask for a rating, which every answer has."""
    told = [re.sub(r"\\(.)", r"\1", one.value) for one in page.main.caption]
    return [one for one in told if one not in {words.rate for words in CHAT_TEXTS.values()}]


def edit(page: AppTest, number: int) -> AppTest:
    return page.button(key=f"edit {number}").click().run()


def send(page: AppTest, texts: Any) -> AppTest:
    return next(one for one in page.button if one.label == texts.edit_send).click().run()


def test_a_question_read_as_typed_is_not_said_twice(index: Path, open_page: Page) -> None:
    page = ask(open_page(index), TREES)

    assert VI.understood.format(TREES) not in captions(page)
    assert not [one for one in page.button if one.label == VI.edit]


def test_a_follow_up_says_how_it_was_read_above_its_answer(index: Path, open_page: Page) -> None:
    page = ask(ask(open_page(index), TREES), "Còn Đà Nẵng thì sao?")
    reply = page.chat_message[-1]

    assert [type(one).__name__ for one in (reply.caption[0], reply.warning[0])] == [
        "Caption",
        "Warning",
    ]
    assert captions(page)[-2:] == [VI.understood.format(OF_DA_NANG), VI.not_an_answer]
    assert page.button(key="edit 2").label == VI.edit


def test_earlier_questions_are_handed_on_as_they_were_read(
    index: Path, open_page: Page, asked: list[tuple[str, list[str]]]
) -> None:
    page = ask(ask(open_page(index), TREES), "Còn Đà Nẵng thì sao?")
    asked.clear()
    ask(page, "Thế còn Huế?")

    assert asked == [("Thế còn Huế?", [TREES, OF_DA_NANG])]
    assert VI.understood.format(TREES.replace("Hải Phòng", "Huế")) in captions(page)


def test_a_reading_is_mended_and_asked_by_itself(
    index: Path, open_page: Page, asked: list[tuple[str, list[str]]]
) -> None:
    page = ask(ask(open_page(index, "en"), TREES), "Còn Đà Nẵng thì sao?")
    asked.clear()
    edit(page, 2)
    (field,) = page.text_area
    assert (field.label, field.value) == (EN.edit_label, OF_DA_NANG)
    assert asked == []

    field.set_value("Còn tỷ lệ cây bản địa\n của Hải Phòng đạt bao nhiêu?")
    send(page, EN)

    assert not page.exception
    assert asked == [("Còn tỷ lệ cây bản địa của Hải Phòng đạt bao nhiêu?", [])]
    assert len(page.chat_message) == 2 * 3
    assert any("65%" in one.proto.body for one in page.chat_message[-1].get("html"))
    assert not page.text_area
    assert EN.understood.format(OF_DA_NANG) in captions(page)


def test_a_reading_that_is_emptied_is_told_to_be_no_question(index: Path, open_page: Page) -> None:
    page = ask(ask(open_page(index), TREES), "Còn Đà Nẵng thì sao?")
    edit(page, 2).text_area[0].set_value("  ")
    send(page, VI)

    assert [re.sub(r"\\(.)", r"\1", one.value) for one in page.error] == [VI.empty]


def test_notes_are_shown_where_nothing_was_found(
    index: Path, open_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Assistant.ask

    def noted(self: Assistant, text: str, **options: Any) -> Answer:
        return replace(real(self, text, **options), notes=("Từ <b>ngày</b> 01/7/2025.",))

    page = open_page(index)
    monkeypatch.setattr(Assistant, "ask", noted)
    reply = ask(page, "Giá vàng hôm nay bao nhiêu?").chat_message[-1]

    assert reply.warning
    bodies = [one.proto.body for one in reply.get("html")]
    assert any("Từ &lt;b&gt;ngày&lt;/b&gt; 01/7/2025." in body for body in bodies)
