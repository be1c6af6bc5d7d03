"""Thumbs and their two reasons reach the file beside the index, and come back as questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pages import DOCUMENTS, build
from streamlit.testing.v1 import AppTest

from assistant.ratings import Rating, RatingStore, ratings_file
from assistant.ui.chatting.texts import CHAT_TEXTS

Page = Callable[..., AppTest]

VI = CHAT_TEXTS["vi"]
TREES = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"


@pytest.fixture
def own_index(tmp_path: Path) -> Path:
    return build(tmp_path, DOCUMENTS)


def kept(index: Path) -> list[Rating]:
    return RatingStore(ratings_file(index)).all()


def thumb(page: AppTest, value: int | None) -> AppTest:
    widget: Any = page.feedback[0]
    return widget.set_value(value).run()


def test_a_thumb_up_is_kept_and_can_be_taken_back(own_index: Path, open_page: Page) -> None:
    page = open_page(own_index).chat_input[0].set_value(TREES).run()
    assert kept(own_index) == []
    thumb(page, 1)

    (rating,) = kept(own_index)
    assert not page.exception
    assert (rating.good, rating.question, rating.short) == (True, TREES, "40.000 cây xanh")
    assert rating.evidence[0][0] == "cay-xanh.md"
    assert VI.thanks in [one.value for one in page.caption]
    assert VI.ratings.format(1) in [one.label for one in page.expander]
    thumb(page, None)
    assert kept(own_index) == []


def test_wrong_answer_and_wrong_source_are_two_reasons(own_index: Path, open_page: Page) -> None:
    page = thumb(open_page(own_index).chat_input[0].set_value(TREES).run(), 0)
    assert [(one.wrong_answer, one.wrong_source) for one in kept(own_index)] == [(False, False)]

    reasons = next(one for one in page.button_group if one.label == VI.what_is_wrong)
    reasons.set_value(["source"]).run()
    assert [(one.wrong_answer, one.wrong_source) for one in kept(own_index)] == [(False, True)]
    reasons = next(one for one in page.button_group if one.label == VI.what_is_wrong)
    reasons.set_value(["source", "answer"]).run()
    (field,) = page.text_input
    field.set_value("41.000 cây").run()
    (rating,) = kept(own_index)
    assert (rating.wrong_answer, rating.wrong_source, rating.expected) == (True, True, "41.000 cây")

    # A thumb that is turned up takes the reasons back.
    thumb(page, 1)
    (rating,) = kept(own_index)
    assert (rating.good, rating.wrong_answer, rating.expected) == (True, False, "")


def test_ratings_that_cannot_be_kept_are_told_in_the_words_of_the_page(
    own_index: Path, open_page: Page
) -> None:
    ratings_file(own_index).write_bytes(b"no database, only some text that stands in its place")
    page = thumb(open_page(own_index).chat_input[0].set_value(TREES).run(), 1)

    assert not page.exception
    assert any(VI.not_kept in one.value for one in page.caption)


def test_without_the_setting_nobody_is_asked(
    own_index: Path, open_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chinhsach.toml").write_text("ratings = false\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = open_page(own_index).chat_input[0].set_value(TREES).run()

    assert not page.exception
    assert len(page.feedback) == 0
