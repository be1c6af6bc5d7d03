from __future__ import annotations

import pytest

from assistant.vietnamese.normalise import fold
from assistant.vietnamese.spoken import SPOKEN
from assistant.vietnamese.synonym_groups import GROUPS
from assistant.vietnamese.synonym_topics import TOPICS
from assistant.vietnamese.synonyms import SYNONYMS, everyday, spoken_among, synonyms
from assistant.vietnamese.tokens import syllables

WORDS = {word for group in SYNONYMS for word in group}
SAID = {fold(line.split(">")[0].strip()): line for line in SPOKEN}
WRITTEN = {fold(word.strip()) for line in SPOKEN for word in line.split(">")[1].split(",")}


def test_members_of_a_line_stand_for_each_other() -> None:
    for group in SYNONYMS:
        for word in group:
            assert {other for other in group if other != word} <= {*synonyms(word)}


def test_a_word_never_stands_for_itself() -> None:
    assert all(word not in synonyms(word) for word in WORDS | SAID.keys())


def test_entries_are_folded_and_each_once() -> None:
    for group in SYNONYMS:
        assert len(group) == len(set(group)) >= 2
        assert all(fold(word) == word == " ".join(word.split()) for word in group)


def test_no_line_stands_twice_and_no_word_has_many_others() -> None:
    assert len(set(SYNONYMS)) == len(GROUPS + TOPICS)
    assert len(SAID) == len(SPOKEN)
    assert [word for word in WORDS | SAID.keys() if len(synonyms(word)) > 8] == []


def test_entries_are_split_as_a_text_is() -> None:
    for word in WORDS | SAID.keys() | WRITTEN:
        assert " ".join(token.text for token in syllables(word)) == word


def test_what_is_only_said_stands_for_what_is_written_but_not_the_other_way_round() -> None:
    assert "kinh phi" in synonyms("tien")
    assert "tien" not in synonyms("kinh phi")


def test_the_order_is_that_of_the_table() -> None:
    assert synonyms("doanh nghiep")[:2] == ("cong ty", "don vi kinh doanh")
    assert synonyms("thanh lap")[:2] == ("ra doi", "lap ra")


@pytest.mark.parametrize("word", ["cay", "", "Doanh nghiệp", "doanh nghiệp"])
def test_most_words_have_none(word: str) -> None:
    assert synonyms(word) == ()


def test_everyday_words_are_found_with_what_is_written_for_them() -> None:
    words = "Bố mẹ ly dị thì làm sổ thế nào".split()
    found = spoken_among(words, marked=True)
    assert [(one.start, one.end) for one in found] == [(0, 2), (2, 4), (5, 7)]
    assert found[0].written[0] == ("cha", "mẹ")
    assert found[2].written == (("cấp", "giấy", "chứng", "nhận"),)


def test_of_two_everyday_words_that_overlap_the_longer_is_meant() -> None:
    found = spoken_among(["lên", "thổ", "cư"], marked=True)
    assert [(one.start, one.end) for one in found] == [(0, 3)]


def test_single_syllables_are_known_by_their_marks_alone() -> None:
    assert [one.written for one in spoken_among(["cưới"], marked=True)] == [(("kết", "hôn"),)]
    assert spoken_among(["cuoi"], marked=False) == []
    assert spoken_among(["cuối"], marked=True) == []
    assert len(spoken_among(["ly", "di"], marked=False)) == 1


def test_everyday_words_are_short_and_stand_once() -> None:
    lines = list(everyday())
    said = [fold(line.split(">")[0].strip()) for line in lines]
    written = [fold(word.strip()) for line in lines for word in line.split(">")[1].split(",")]
    assert len(set(said)) == len(said) > 1_000
    assert {len(words.split()) for words in said} <= {1, 2, 3, 4}
    assert all(1 <= len(words.split()) <= 10 for words in written)
    assert all(len(line.split(">")[1].split(",")) <= 8 for line in lines)
    split = [" ".join(token.text for token in syllables(words)) for words in said + written]
    assert split == said + written
