from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from string import Formatter

import pytest

from assistant.answering.wording import WORDING
from assistant.ui.chatting.texts import CHAT_TEXTS, ChatTexts
from assistant.ui.frame import PAGES
from assistant.ui.texts import LANGUAGES, TEXTS, Texts


def blanks(text: str) -> list[str | None]:
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def test_each_page_and_each_retriever_has_a_name() -> None:
    assert {page.address for page in PAGES} <= TEXTS["vi"].pages.keys()
    assert TEXTS["vi"].retrievers.keys() == {"marked", "folded", "dense"}


def test_the_page_speaks_each_language_that_answers_speak() -> None:
    assert list(TEXTS) == list(LANGUAGES) == list(WORDING)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        *((TEXTS, field.name) for field in fields(Texts)),
        *((CHAT_TEXTS, field.name) for field in fields(ChatTexts)),
    ],
)
def test_both_languages_say_everything_with_the_same_blanks(
    texts: Mapping[str, object], name: str
) -> None:
    vietnamese, english = getattr(texts["vi"], name), getattr(texts["en"], name)
    if isinstance(vietnamese, dict):
        assert vietnamese.keys() == english.keys()
        assert all(vietnamese.values())
        assert all(english.values())
        return
    assert vietnamese.strip()
    assert english.strip()
    assert sorted(map(str, blanks(vietnamese))) == sorted(map(str, blanks(english)))
