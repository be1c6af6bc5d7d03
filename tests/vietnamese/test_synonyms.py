from __future__ import annotations

import pytest

from assistant.vietnamese.normalise import fold
from assistant.vietnamese.synonyms import SYNONYMS, synonyms


def test_members_of_a_line_stand_for_each_other() -> None:
    for group in SYNONYMS:
        for word in group:
            assert {other for other in group if other != word} <= {*synonyms(word)}


def test_a_word_never_stands_for_itself() -> None:
    assert all(word not in synonyms(word) for group in SYNONYMS for word in group)


def test_entries_are_folded_and_each_once() -> None:
    for group in SYNONYMS:
        assert len(group) == len(set(group)) >= 2
        assert all(fold(word) == word == " ".join(word.split()) for word in group)


def test_the_order_is_that_of_the_table() -> None:
    assert synonyms("doanh nghiep") == ("cong ty", "hang")
    assert synonyms("thanh lap") == ("ra doi",)


@pytest.mark.parametrize("word", ["cay", "", "Doanh nghiệp", "doanh nghiệp"])
def test_most_words_have_none(word: str) -> None:
    assert synonyms(word) == ()
