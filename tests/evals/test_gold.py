"""The gold itself: it stands in its documents, and there is enough of it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from eval_fakes import gold

from assistant.config import Config
from assistant.documents import discover, read_file
from evals.gates import load_baseline, load_must_pass
from evals.questions import Gold, load_questions, question_files

ROOT = Path(__file__).resolve().parents[2]


@cache
def every_question() -> tuple[Gold, ...]:
    return tuple(one for path in question_files() for one in load_questions(path))


def of(corpus: str) -> list[Gold]:
    return [one for one in every_question() if one.corpus == corpus]


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def astray(questions: list[Gold], folder: Path) -> list[str]:
    """Return the ids of questions whose evidence does not stand in its document, as read."""
    cited = {place.document.rsplit("/", 1)[-1] for one in questions for place in one.evidence}
    texts = {
        document.path.rsplit("/", 1)[-1]: squeezed(document.text)
        for file in discover(folder)[0]
        if file.path.rsplit("/", 1)[-1] in cited
        for document in read_file(file, Config())
    }
    return [
        f"{one.id}: {place.document}: {place.quote}"
        for one in questions
        for place in one.evidence
        if squeezed(place.quote) not in texts.get(place.document.rsplit("/", 1)[-1], "")
    ]


def test_ids_are_unique() -> None:
    counts = Counter(one.id for one in every_question())
    assert [id_ for id_, count in counts.items() if count > 1] == []


def test_no_question_is_asked_twice_of_a_corpus() -> None:
    counts = Counter(
        (one.corpus, one.history, squeezed(one.question).lower()) for one in every_question()
    )
    assert [key for key, count in counts.items() if count > 1] == []


def test_there_are_enough_questions_over_the_seeds() -> None:
    seeds = of("seeds")
    assert sum(one.answerable for one in seeds) >= 60
    assert sum(not one.answerable for one in seeds) >= 15


def test_quotes_stand_in_the_seeds(shared: Path) -> None:
    assert astray(of("seeds"), shared / "seeds") == []


def test_quotes_stand_in_the_real_documents(shared: Path) -> None:
    assert astray(of("documents"), shared / "documents") == []


def test_quotes_stand_in_the_starter_corpus() -> None:
    starter = of("starter")
    assert starter
    assert astray(starter, ROOT / "corpus") == []


def test_no_question_of_the_test_split_rests_on_development_documents_alone() -> None:
    """Other places that carry the same answer may be shared; the first one listed may not."""
    starter = of("starter")
    known = {one.evidence[0].document for one in starter if one.split == "dev" and one.evidence}
    learnt = [
        one.id
        for one in starter
        if one.split == "test" and one.evidence and {e.document for e in one.evidence} <= known
    ]
    assert learnt == []


def test_what_must_pass_is_there_and_for_development() -> None:
    split = {one.id: one.split for one in every_question()}
    must_pass = load_must_pass()
    assert len(must_pass) >= 40
    assert {id_: split.get(id_) for id_ in must_pass} == dict.fromkeys(must_pass, "dev")
    assert all(must_pass.values()), "each says why"


def test_the_baseline_knows_no_question_that_is_gone() -> None:
    known = {one.id for one in every_question() if one.split == "dev"}
    assert sorted(set(load_baseline()) - known) == []


def test_a_quote_that_does_not_stand_is_found(tmp_path: Path) -> None:
    (tmp_path / "xa-doan-ket.txt").write_text("Xã có\n14  khu phố.", encoding="utf-8")
    right = gold(quote="Xã có 14 khu phố")
    wrong = gold(quote="Xã có 15 khu phố")
    assert astray([right], tmp_path) == []
    assert len(astray([right, wrong], tmp_path)) == 1
