from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.wording import NOT_FOUND
from assistant.assistant import Assistant
from assistant.config import Config
from assistant.errors import UsageError
from assistant.indexing.build import build_index
from assistant.indexing.library import Card
from assistant.schema import (
    Answer,
    AnswerKind,
    Method,
    Question,
    Receipt,
    Status,
)
from assistant.ui.examples import choose_examples

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def card(number: str | None, issued: str | None, kind: str | None = "kế hoạch") -> Card:
    return Card("id", "a.md", "Tên", kind, number, None, issued, None, 1)


def answer(question: str, short: str | None) -> Answer:
    return Answer(
        question=Question(question, question, AnswerKind.DATE, True),
        status=Status.FULL if short else Status.NOT_FOUND,
        missing="",
        short=short,
        text=f"{short} [1]" if short else NOT_FOUND,
        citations=(),
        figures=(),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=Receipt("", ""),
    )


def test_a_question_about_a_document_is_shown_when_its_answer_is_the_known_date() -> None:
    known = {"12/KH-UBND": "17/5/2024", "85/QĐ-UBND": "01/01/2020"}

    def ask(question: str) -> Answer:
        short = next((day for number, day in known.items() if number in question), None)
        return answer(question, short)

    cards = [
        card("12/KH-UBND", "2024-05-17"),
        card("85/QĐ-UBND", "2023-03-02", "quyết định"),  # answered with another day
        card("99/KH-UBND", "2022-01-01"),  # not answered
        card(None, "2022-01-01"),
        card("7/KH-UBND", None),
    ]

    assert choose_examples(ask, cards).answered == ("Kế hoạch 12/KH-UBND được ban hành ngày nào?",)


def test_a_question_to_refuse_is_shown_only_if_it_is_refused() -> None:
    assert choose_examples(lambda q: answer(q, None), []).refused is not None
    assert choose_examples(lambda q: answer(q, "25%"), []).refused is None


def test_an_index_that_cannot_answer_gives_no_examples() -> None:
    def ask(question: str) -> Answer:
        raise UsageError("không trả lời được. Hãy thử lại.")

    examples = choose_examples(ask, [card("12/KH-UBND", "2024-05-17")])

    assert examples.answered == ()
    assert examples.refused is None


def test_few_documents_are_tried_in_a_large_corpus() -> None:
    asked: list[str] = []

    def ask(question: str) -> Answer:
        asked.append(question)
        return answer(question, None)

    choose_examples(ask, [card(f"{n}/KH-UBND", "2024-05-17") for n in range(5_000)])

    assert len(asked) < 40


def test_the_starter_corpus_has_its_examples(tmp_path: Path) -> None:
    build_index([CORPUS], tmp_path / "index", Config())
    assistant = Assistant.open(tmp_path / "index")
    examples = choose_examples(assistant.ask, assistant.reader.library.cards())

    assert len(examples.answered) == 5
    assert examples.refused == "TikTok bị cấm tại Mỹ khi nào?"


@pytest.mark.parametrize("day", ["hôm nào", "năm 2024", "30/02/2024", ""])
def test_what_is_no_full_date_is_not_the_known_date(day: str) -> None:
    examples = choose_examples(lambda q: answer(q, day), [card("12/KH-UBND", "2024-05-17")])

    assert all("12/KH-UBND" not in question for question in examples.answered)
