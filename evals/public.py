"""``python -m evals public``: questions that other people put, with and without their documents.

The questions of the sets in BEIR form (statutes, an encyclopedia, letters to lawyers) are in
forms that nobody here thought of. Each is asked twice: of all documents, where the sentence that
answers must stand in a document that answers it, and of all but those, where nothing answers and
nothing should be said. Half of the questions may be read; the other half is only counted.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.corpus import Corpus
from assistant.answering.extractive import look_for
from assistant.cli_progress import ProgressLine
from assistant.config import Config
from assistant.errors import UsageError
from assistant.retrieval import Retriever
from assistant.schema import Filters, Hit, Question
from evals.beir import read_judged
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
_TRUE_OR_FALSE = "đúng hay sai"


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


@dataclass(frozen=True)
class PublicSet:
    """A set with its index open.

    Attributes:
        name: Name of its folder.
        corpus: Its documents, as answering sees them.
        questions: Its questions.
    """

    name: str
    corpus: Corpus
    questions: tuple[PublicQuestion, ...]


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
    questions = tuple(
        PublicQuestion(key, half_of(key), " ".join(text.split()), frozenset(qrels[key]))
        for key, text in queries.items()
        # What is stated to be judged true or false is no question; see ``evals.claims``.
        if _TRUE_OR_FALSE not in text.lower()
    )
    with indexed([folder / "corpus.jsonl"], Config(), progress) as index:
        yield PublicSet(folder.name, Corpus(Retriever(IndexReader.open(index))), questions)


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
    return 0


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
