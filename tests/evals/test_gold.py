"""The gold itself: it stands in its documents, and there is enough of it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from evals.questions import Gold, load_questions, question_files

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = [gold for path in question_files() for gold in load_questions(path)]


def of(corpus: str) -> list[Gold]:
    return [gold for gold in QUESTIONS if gold.corpus == corpus]


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def astray(questions: list[Gold], folder: Path) -> list[str]:
    """Return the ids of questions whose evidence does not stand in its file."""
    texts = {
        path.name: squeezed(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return [
        f"{gold.id}: {place.document}: {place.quote}"
        for gold in questions
        for place in gold.evidence
        if squeezed(place.quote) not in texts.get(place.document.rsplit("/", 1)[-1], "")
    ]


def test_ids_are_unique() -> None:
    counts = Counter(gold.id for gold in QUESTIONS)
    assert [id_ for id_, count in counts.items() if count > 1] == []


def test_no_question_is_asked_twice_of_a_corpus() -> None:
    counts = Counter((gold.corpus, squeezed(gold.question).lower()) for gold in QUESTIONS)
    assert [key for key, count in counts.items() if count > 1] == []


def test_there_are_enough_questions_over_the_seeds() -> None:
    seeds = of("seeds")
    assert sum(gold.answerable for gold in seeds) >= 60
    assert sum(not gold.answerable for gold in seeds) >= 15


def test_quotes_stand_in_the_seeds(shared: Path) -> None:
    assert astray(of("seeds"), shared / "seeds") == []


def test_quotes_stand_in_the_starter_corpus() -> None:
    starter = of("starter")
    if not starter:
        pytest.skip("no questions over the starter corpus yet")
    assert astray(starter, ROOT / "corpus") == []


def test_a_quote_that_does_not_stand_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Xã có\n14  khu phố.", encoding="utf-8")
    right, wrong = QUESTIONS[0], QUESTIONS[0]
    place = type(right.evidence[0])
    from dataclasses import replace

    right = replace(right, evidence=(place("a.txt", "Xã có 14 khu phố"),))
    wrong = replace(wrong, evidence=(place("a.txt", "Xã có 15 khu phố"),))
    assert astray([right], tmp_path) == []
    assert len(astray([wrong], tmp_path)) == 1
