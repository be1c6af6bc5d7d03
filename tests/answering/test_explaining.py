from __future__ import annotations

from pathlib import Path

import pytest
from pages import DOCUMENTS, build

from assistant.answering.explaining import Explanation
from assistant.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(build(tmp_path_factory.mktemp("explaining"), DOCUMENTS))


def explained(assistant: Assistant, question: str) -> Explanation:
    return assistant.explain(question)


def test_the_sentence_of_the_answer_is_the_one_that_won(assistant: Assistant) -> None:
    question = "Hải Phòng phấn đấu trồng bao nhiêu cây xanh trong năm 2024?"
    found = explained(assistant, question)
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
    marked = dict(explained(assistant, "Trồng bao nhiêu cây xanh?").weights)
    folded = dict(explained(assistant, "trong bao nhieu cay xanh").weights)
    assert marked.keys() == {"marked", "folded", "dense"}
    assert folded.keys() == {"folded", "dense"}
    assert sum(marked.values()) == pytest.approx(1)
    assert sum(folded.values()) == pytest.approx(1)


def test_what_speaks_of_another_year_is_set_aside_and_says_so(assistant: Assistant) -> None:
    found = explained(assistant, "Đến năm 2035 bao nhiêu phần trăm xe buýt của Đà Nẵng chạy điện?")
    assert found.considered == ()
    assert "năm 2030" in found.set_aside[0].text
    assert found.set_aside[0].broken == ("year",)


def test_a_question_without_a_word_in_common_finds_nothing(assistant: Assistant) -> None:
    found = explained(assistant, "xyzzy")
    assert (found.considered, found.set_aside) == ((), ())


def test_an_explanation_is_the_same_every_time(assistant: Assistant, tmp_path: Path) -> None:
    question = "den nam 2030 bao nhieu phan tram xe buyt cua Da Nang chay bang dien"
    assert explained(assistant, question) == explained(assistant, question)
