"""``python -m evals public``: questions that other people put, with and without their documents.

The questions of the sets in BEIR form (statutes, an encyclopedia, letters to lawyers) are in
forms that nobody here thought of. Each is asked twice: of all documents, where the sentence that
answers must stand in a document that answers it, and of all but those, where nothing answers and
nothing should be said. What is put to be judged true or false is held against the documents as a
claim. Half of the questions may be read; the other half is only counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from assistant.answering.candidates.statements import statement_in
from assistant.answering.claims import check
from assistant.answering.corpus import Corpus
from assistant.answering.extractive import look_for
from assistant.cli_progress import ProgressLine
from assistant.config import Config
from assistant.errors import UsageError
from assistant.retrieval import Retriever
from assistant.schema import Filters, Hit, Judgement, Question
from evals.beir import read_judged, read_lines
from evals.corpora import indexed, shared_folder
from evals.running import Progress

__all__ = [
    "HALVES",
    "PublicQuestion",
    "PublicSet",
    "Without",
    "half_of",
    "main",
    "open_set",
    "sets",
]

HALVES = ("read", "unread")
_JUDGED = {"Đúng": True, "Sai": False}


@dataclass(frozen=True, slots=True)
class PublicQuestion:
    """A question with the documents that answer it.

    Attributes:
        id: Its id.
        half: One of ``HALVES``.
        text: As it was put.
        gold: Paths of the documents that answer it.
    """

    id: str
    half: str
    text: str
    gold: frozenset[str]


@dataclass(frozen=True, slots=True)
class PublicStatement:
    """A statement that is true or false by the documents.

    Attributes:
        half: One of ``HALVES``.
        text: The statement, without the question whether it is true.
        true: Whether it is.
    """

    half: str
    text: str
    true: bool


@dataclass(frozen=True)
class PublicSet:
    """A set with its index open.

    Attributes:
        name: Name of its folder.
        corpus: Its documents, as answering sees them.
        questions: Its questions.
        statements: Its statements.
    """

    name: str
    corpus: Corpus
    questions: tuple[PublicQuestion, ...]
    statements: tuple[PublicStatement, ...]


class Without(Corpus):
    """A corpus in which some documents are never found.

    Args:
        corpus: The corpus.
        paths: Paths of those documents.
    """

    def __init__(self, corpus: Corpus, paths: Collection[str]) -> None:
        self.__dict__.update(vars(corpus))
        self._paths = paths

    def search(self, question: Question, filters: Filters) -> list[Hit]:
        """Return the passages found that are of other documents, best first."""
        return [
            hit
            for hit in super().search(question, filters)
            if self.document(hit.passage.document_id).path not in self._paths
        ]


def half_of(name: str) -> str:
    """Return the half that a question falls to by its id: no choice of ours."""
    return HALVES[hashlib.sha256(name.encode()).digest()[-1] % 2]


def sets() -> list[Path]:
    """Return the folders of the sets on this machine, by name."""
    folder = shared_folder() / "retrieval"
    return sorted(path.parent for path in folder.glob("*/queries.jsonl"))


@contextmanager
def open_set(folder: Path, progress: Progress) -> Iterator[PublicSet]:
    """Index a set for the occasion.

    Args:
        folder: Its folder.
        progress: Told the stage, the steps done and all its steps.

    Raises:
        UsageError: A file is missing or not in BEIR form.
    """
    from assistant.indexing.reader import IndexReader

    queries, qrels = read_judged(folder)
    rows = [json.loads(line) for line in read_lines(folder / "queries.jsonl")]
    verdicts = {str(row["_id"]): _JUDGED.get(str(row.get("answer"))) for row in rows}
    questions: list[PublicQuestion] = []
    statements: list[PublicStatement] = []
    for key, text in queries.items():
        asked, half, true = " ".join(text.split()), half_of(key), verdicts[key]
        statement = statement_in(asked)
        if true is not None and statement is not None:
            statements.append(PublicStatement(half, statement, true))
        elif true is None:
            questions.append(PublicQuestion(key, half, asked, frozenset(qrels[key])))
    with indexed([folder / "corpus.jsonl"], Config(), progress) as index:
        corpus = Corpus(Retriever(IndexReader.open(index)))
        yield PublicSet(folder.name, corpus, tuple(questions), tuple(statements))


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often the sentence chosen was right, another, or none, and what was said without."""

    questions: int
    right: int
    other: int
    none: int
    without: int

    def row(self, name: str, half: str) -> str:
        shares = (self.right, self.other, self.none, self.without)
        told = "".join(f"{100 * share / max(1, self.questions):>10.1f}" for share in shares)
        return f"{name:24}{half:8}{self.questions:>6}{told}"


def main(arguments: Sequence[str]) -> int:
    """Ask the questions of every set and print how many were answered rightly.

    Raises:
        UsageError: No set is on this machine.
    """
    parser = argparse.ArgumentParser(prog="python -m evals public", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR", help="sets in BEIR form")
    options = parser.parse_args(list(arguments))
    folders = options.folders or sets()
    if not folders:
        raise UsageError("Không có bộ câu hỏi nào. Hãy đặt CHINHSACH_SHARED hoặc nêu thư mục.")
    heads = ("right", "other", "none", "without")
    sys.stdout.write(f"{'':32}{'n':>6}{''.join(f'{head:>10}' for head in heads)}\n")
    with ProgressLine(sys.stderr) as progress:
        for folder in folders:
            with open_set(folder, progress) as opened:
                for half, counts in _measure(opened, progress).items():
                    sys.stdout.write(f"{counts.row(opened.name, half)}\n")
                for row in _judged(opened, progress):
                    sys.stdout.write(f"{row}\n")
    return 0


def _judged(opened: PublicSet, progress: Progress) -> Iterator[str]:
    """Yield what was made of the statements, a line for those of each half that are true or not."""
    said: Counter[tuple[str, bool, Judgement]] = Counter()
    for done, one in enumerate(opened.statements):
        progress(opened.name, done, len(opened.statements))
        said[one.half, one.true, check(one.text, opened.corpus, Filters()).judgement] += 1
    for half, true in product(HALVES, (True, False)):
        counts = [said[half, true, judgement] for judgement in Judgement]
        if sum(counts):
            told = ", ".join(f"{one.value} {n}" for one, n in zip(Judgement, counts, strict=True))
            yield f"{opened.name:24}{half:8}{sum(counts):>6}  {'true' if true else 'false'}: {told}"


def _measure(opened: PublicSet, progress: Progress) -> Mapping[str, _Counts]:
    said: dict[str, list[tuple[bool, bool, bool]]] = {half: [] for half in HALVES}
    for done, question in enumerate(opened.questions):
        progress(opened.name, done, len(opened.questions))
        understood = opened.corpus.understand(question.text)
        chosen = look_for(understood, opened.corpus, Filters()).chosen
        right = bool(chosen) and chosen[0].evidence.document.path in question.gold
        without = look_for(understood, Without(opened.corpus, question.gold), Filters()).chosen
        said[question.half].append((bool(chosen), right, bool(without)))
    return {
        half: _Counts(
            questions=len(rows),
            right=sum(right for _, right, _ in rows),
            other=sum(any_ and not right for any_, right, _ in rows),
            none=sum(not any_ for any_, _, _ in rows),
            without=sum(without for _, _, without in rows),
        )
        for half, rows in said.items()
    }
