"""The gold itself: it stands in its documents, and there is enough of it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from eval_fakes import gold

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from evals.questions import Gold, load_questions, question_files

ROOT = Path(__file__).resolve().parents[2]


@cache
def every_question() -> tuple[Gold, ...]:
    return tuple(one for path in question_files() for one in load_questions(path))


def of(corpus: str) -> list[Gold]:
    return [one for one in every_question() if one.corpus == corpus]


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def text_of(path: Path) -> str:
    """Return the text of a file: as a reader sees it, for a format that is no plain text."""
    if path.suffix not in (".docx", ".html", ".pdf"):
        return path.read_text(encoding="utf-8")
    [document] = read_file(SourceFile(path.parent, path.name, path), Config())
    return document.text


def astray(questions: list[Gold], folder: Path) -> list[str]:
    """Return the ids of questions whose evidence does not stand in its file."""
    texts = {
        path.name: squeezed(text_of(path)) for path in sorted(folder.rglob("*")) if path.is_file()
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
    counts = Counter((one.corpus, squeezed(one.question).lower()) for one in every_question())
    assert [key for key, count in counts.items() if count > 1] == []


def test_there_are_enough_questions_over_the_seeds() -> None:
    seeds = of("seeds")
    assert sum(one.answerable for one in seeds) >= 60
    assert sum(not one.answerable for one in seeds) >= 15


def test_quotes_stand_in_the_seeds(shared: Path) -> None:
    assert astray(of("seeds"), shared / "seeds") == []


def test_quotes_stand_in_the_starter_corpus() -> None:
    starter = of("starter")
    assert starter
    assert astray(starter, ROOT / "corpus") == []


def test_a_quote_that_does_not_stand_is_found(tmp_path: Path) -> None:
    (tmp_path / "xa-doan-ket.txt").write_text("Xã có\n14  khu phố.", encoding="utf-8")
    right = gold(quote="Xã có 14 khu phố")
    wrong = gold(quote="Xã có 15 khu phố")
    assert astray([right], tmp_path) == []
    assert len(astray([right, wrong], tmp_path)) == 1
