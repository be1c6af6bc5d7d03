"""Ratings are kept once an answer, by several at once, and become evaluation questions."""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from assistant.config import Config, load_config
from assistant.errors import AssistantError
from assistant.ratings import Rating, RatingStore, questions_of, rating_of, ratings_file
from assistant.schema import Answer, AnswerKind, Method, Question, Receipt, Status
from evals.questions import load_questions

GOOD = Rating(
    id="a" * 32,
    day="2026-03-04",
    good=True,
    wrong_answer=False,
    wrong_source=False,
    expected="",
    question="Trồng bao nhiêu cây?",
    history=(),
    marked=True,
    kind="figure",
    status="full",
    short="40.000 cây",
    evidence=(("kế hoạch/a.md", "trồng 40.000 cây"),),
    index_digest="abc",
)
BAD = replace(GOOD, good=False)


@pytest.fixture
def store(tmp_path: Path) -> RatingStore:
    return RatingStore(ratings_file(tmp_path / "index"))


def test_a_rating_takes_the_place_of_an_earlier_one_and_can_be_taken_back(
    store: RatingStore, tmp_path: Path
) -> None:
    assert store.all() == []
    store.forget("x")
    assert list(tmp_path.iterdir()) == []

    store.keep(GOOD)
    other = replace(GOOD, id="b", history=("Trước?",), evidence=())
    store.keep(other)
    worse = replace(BAD, wrong_source=True)
    store.keep(worse)
    assert store.all() == [worse, other]
    assert (tmp_path / "index-ratings.sqlite").is_file()

    store.forget(GOOD.id)
    assert store.all() == [other]


def test_eight_sessions_keep_their_ratings_at_once(store: RatingStore) -> None:
    def keep(session: int) -> None:
        for number in range(10):
            store.keep(replace(GOOD, id=f"{session}-{number}"))

    threads = [threading.Thread(target=keep, args=(session,)) for session in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(store.all()) == 8 * 10


def test_what_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "index-ratings.sqlite"
    path.write_bytes(b"no database at all, but a text of some length")
    with pytest.raises(AssistantError) as told:
        RatingStore(path).keep(GOOD)

    assert "Hãy" in str(told.value)
    assert str(tmp_path) not in str(told.value)


def test_nothing_is_kept_but_the_question_and_what_came_of_it(store: RatingStore) -> None:
    store.keep(GOOD)
    assert {field.name for field in fields(Rating)} == {
        "id", "day", "good", "wrong_answer", "wrong_source", "expected", "question", "history",
        "marked", "kind", "status", "short", "evidence", "index_digest",
    }  # fmt: skip


def answer(query: str, **known: object) -> Answer:
    question = Question("con Huế?", query, AnswerKind.FIGURE, False, history=("Hải Phòng?",))
    values: dict[str, object] = {
        "question": question,
        "status": Status.FULL,
        "missing": "",
        "short": None,
        "text": "",
        "citations": (),
        "figures": (),
        "nearest": (),
        "method": Method.EXTRACTIVE,
        "receipt": Receipt("abc", "def"),
    }
    return Answer(**{**values, **known})


def test_what_is_right_cannot_be_wrong_and_earlier_questions_count_where_leant_on() -> None:
    day = date(2026, 3, 4)
    leaning = rating_of(
        answer("Huế thế nào?"), "k", day, good=True, wrong_answer=True, expected="5"
    )
    alone = rating_of(answer("con Huế?"), "k", day, good=False, expected=" năm \n" + "x" * 900)

    assert (leaning.good, leaning.wrong_answer, leaning.expected) == (True, False, "")
    assert leaning.history == ("Hải Phòng?",)
    assert alone.history == ()
    assert alone.expected.startswith("năm x")
    assert len(alone.expected) == 500


def test_what_was_right_becomes_a_question_that_the_evaluation_takes(tmp_path: Path) -> None:
    ratings = [
        GOOD,
        replace(GOOD, id="b" * 32, short="", kind="text"),
        replace(GOOD, id="c" * 32, status="not_found", short="", evidence=()),
        replace(GOOD, id="d" * 32, history=("Trước?",)),
        replace(GOOD, id="e" * 32, marked=False),
        replace(BAD, id="f" * 32, wrong_answer=True, expected="41.000 cây"),
    ]
    made = questions_of(ratings, "starter")
    path = tmp_path / "questions.jsonl"
    path.write_text(made.complete, encoding="utf-8")
    questions = load_questions(path)

    assert made.open == ""
    assert [one.category for one in questions] == [
        "figure", "definition", "unanswerable", "followup", "unmarked", "figure",
    ]  # fmt: skip
    assert questions[0].short == ("40.000 cây",)
    assert questions[0].evidence[0].document == "a.md"
    assert questions[1].facts == ("trồng 40.000 cây",)
    assert not questions[2].answerable
    assert questions[3].history == ("Trước?",)
    assert questions[5].short == ("41.000 cây",)


@pytest.mark.parametrize(
    ("rating", "short", "evidence"),
    [
        (BAD, [], 0),
        (replace(BAD, wrong_answer=True), [], 1),
        (replace(BAD, wrong_source=True), ["40.000 cây"], 0),
        (replace(BAD, wrong_answer=True, wrong_source=True, expected="5"), ["5"], 0),
        (replace(BAD, status="not_found", short="", evidence=()), [], 0),
    ],
)
def test_what_was_wrong_keeps_what_is_right_and_waits_for_the_rest(
    rating: Rating, short: list[str], evidence: int
) -> None:
    made = questions_of([rating])
    row = json.loads(made.open)

    assert made.complete == ""
    assert row["answerable"]
    assert (row["short"], len(row["evidence"]), row["facts"]) == (short, evidence, [])


def test_ratings_can_be_switched_off_and_change_no_digest(tmp_path: Path) -> None:
    settings = tmp_path / "chinhsach.toml"
    settings.write_text("ratings = false\n", encoding="utf-8")

    assert load_config(settings) == Config(ratings=False)
    assert Config(ratings=False).digest() == Config().digest()
    settings.write_text("ratings = 1\n", encoding="utf-8")
    with pytest.raises(AssistantError):
        load_config(settings)
    settings.write_text("max_pages = true\n", encoding="utf-8")
    with pytest.raises(AssistantError):
        load_config(settings)


def test_the_file_is_in_wal_mode(store: RatingStore, tmp_path: Path) -> None:
    store.keep(GOOD)
    with sqlite3.connect(tmp_path / "index-ratings.sqlite") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
