"""An address asks its question once, and holds what was asked last."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from assistant.schema import Filters
from assistant.ui.chatting.copying import copy_button, link_button
from assistant.ui.chatting.links import Linked, link_values, query_of, read_link
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.texts import TEXTS

Page = Callable[..., AppTest]

VI = TEXTS["vi"]
TREES = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
HELD = Filters(("kế hoạch",), ("Hải Phòng", "Huế"), (2024,), date(2024, 5, 31))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Filters]]:
    real = Assistant.ask
    seen: list[tuple[str, Filters]] = []

    def note(self: Assistant, text: str, **options: object) -> object:
        if "filters" in options:
            seen.append((text, options["filters"]))
        return real(self, text, **options)

    monkeypatch.setattr(Assistant, "ask", note)
    return seen


def follow(open_page: Page, index: Path, **parameters: str | list[str]) -> AppTest:
    page = open_page(index)  # for the setting of the index; opened anew with its parameters
    page = AppTest.from_file(page._script_path, default_timeout=300)
    for name, value in parameters.items():
        page.query_params[name] = value
    return page.run()


def test_a_question_in_the_address_is_asked_once(
    index: Path, open_page: Page, asked: list[tuple[str, Filters]]
) -> None:
    page = follow(open_page, index, q=TREES, place="Hải Phòng", day="2024-12-31", lang="en")
    page.run()

    assert not page.exception
    held = Filters(places=("Hải Phòng",), as_of=date(2024, 12, 31))
    assert asked == [(TREES, held)]
    assert page.query_params["lang"] in ("en", ["en"])
    assert any("40.000" in one.proto.body for one in page.get("html"))
    assert "issued up to 31/12/2024" in " ".join(re.sub(r"\\", "", c.value) for c in page.caption)


def test_the_address_holds_what_was_asked_last_until_it_is_cleared(
    index: Path, open_page: Page
) -> None:
    page = open_page(index)
    page.chat_input[0].set_value(TREES).run()
    page.chat_input[0].set_value("Còn Đà Nẵng thì sao?").run()

    # A question that leans on another one is written out.
    assert page.query_params["q"] == TREES.replace("Hải Phòng", "Đà Nẵng")
    page.button(key="clear").click().run()
    assert "q" not in page.query_params
    assert page.query_params["lang"] == "vi"


@pytest.mark.parametrize(
    ("question", "message"),
    [("a" * 50_000, VI.too_long.format(2_001, 2_000)), (" ?! ", None), ("", None)],
)
def test_an_address_that_asks_nothing_sound_does_no_harm(
    index: Path, open_page: Page, question: str, message: str | None
) -> None:
    page = follow(open_page, index, q=question, kind="<b>", year="x", day="mai", place="Sao Hoả")

    assert not page.exception
    assert [one.value.replace("\\", "") for one in page.error] == ([message] if message else [])
    assert "q" not in page.query_params


def test_a_hostile_question_is_shown_as_text(index: Path, open_page: Page) -> None:
    evil = '"><img src=x onerror=alert(1)> $a$ \u202egpj'
    page = follow(open_page, index, q=evil)

    bodies = [one.proto.body for one in page.get("html")]
    assert not any("<img" in body for body in bodies)
    assert not any("\u202e" in body for body in bodies)


def test_a_link_is_read_back_as_it_was_written() -> None:
    link = Linked("Bao nhiêu & ở đâu? #1", HELD)
    query = query_of(link, "en")

    assert read_link(parse_qs(query[1:])) == link
    assert parse_qs(query[1:])["lang"] == ["en"]
    assert link_values(Linked()) == {}
    assert read_link({}) == Linked()
    assert read_link({"q": ["a", "b"], "year": ["20240", "-1", "2024"]}) == Linked(
        "a", Filters(years=(2024,))
    )


def test_what_is_copied_stands_in_the_button_and_nowhere_else() -> None:
    words = CHAT_TEXTS["vi"]
    evil = '“Trích” "x" <b>\n(trang 3)'
    button = copy_button(evil, words.copy_quote, words)
    (held,) = re.findall(r'data-cs-copy="([^"]*)"', button)

    assert unescape(held) == evil
    assert "<b>" not in button
    (query,) = re.findall(r'data-cs-link="([^"]*)"', link_button("?q=a&b", "x", words))
    assert unescape(query) == "?q=a&b"
