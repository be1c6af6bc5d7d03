from __future__ import annotations

import pytest
from pages import DOCUMENTS, build

from assistant.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(build(tmp_path_factory.mktemp("explaining"), DOCUMENTS))


def test_the_sentence_of_the_answer_is_the_one_that_won(assistant: Assistant) -> None:
    question = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
    found = assistant.explain(question)
    best = found.considered[0]

    assert best.chosen
    assert best.short == "40.000 cây xanh"
    assert best.text in assistant.ask(question).citations[0].quote
    assert best.span.of(best.document.text) == best.text
    assert "cay xanh" in best.held
    assert [one.score for one in found.considered] == sorted(
        (one.score for one in found.considered), reverse=True
    )
    assert found.hits[0].rank == 1


def test_weights_are_those_of_the_retrievers_that_were_run(assistant: Assistant) -> None:
    dense = assistant.reader.config.dense_weight
    for question, by_words in (
        ("Trồng bao nhiêu cây xanh?", "marked"),
        ("trong bao nhieu cay xanh", "folded"),
    ):
        found = assistant.explain(question)
        assert found.weights == ((by_words, 1 - dense), ("dense", dense))
        assert {name for hit in found.hits for name, _ in hit.ranks} == {by_words, "dense"}


def test_what_speaks_of_another_year_is_set_aside_and_says_so(assistant: Assistant) -> None:
    found = assistant.explain("Đến năm 2035 bao nhiêu phần trăm xe buýt của Đà Nẵng chạy điện?")
    assert found.considered == ()
    assert "năm 2030" in found.set_aside[0].text
    assert found.set_aside[0].broken == ("year",)


def test_a_question_without_a_word_in_common_finds_nothing(assistant: Assistant) -> None:
    found = assistant.explain("xyzzy")
    assert (found.considered, found.set_aside) == ((), ())


def test_an_explanation_is_the_same_every_time(assistant: Assistant) -> None:
    question = "den nam 2030 bao nhieu phan tram xe buyt cua Da Nang chay bang dien"
    assert assistant.explain(question) == assistant.explain(question)
