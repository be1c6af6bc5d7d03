"""``python -m evals confidence``: the weights of ``assistant.answering.confidence``, made anew.

Of each question that may be read, the best candidate is looked at: of our own questions, with
answer and without, and of the public ones, of all documents and of all but those that answer. It
is right where it stands in the gold. A logistic regression tells the right ones from the others;
it is also fitted on all corpora but one and told how well it tells them apart in that one, beside
what the coverage of the words alone does (area under the curve).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray

from assistant.answering.confidence import WEIGHTS, Signals
from assistant.answering.corpus import Corpus
from assistant.answering.extractive import consider
from assistant.answering.local import Candidate
from assistant.cli_progress import ProgressLine
from assistant.retrieval import Retriever
from assistant.schema import Filters
from evals.citing import file_name, places_of
from evals.corpora import corpus_folder, indexed, settings
from evals.public import Without, open_set, sets
from evals.questions import CORPORA, Gold, load_questions, question_files
from evals.running import Progress

__all__ = ["Seen", "area", "fit", "main"]

_READ = ("dev", "hard")
_STEPS = 50
"""Newton's method settles in ten."""
_RIDGE = 1.0
"""How much weights are held back, in squares of them per question: next to nothing."""
_OWN = 1.5
"""What a question of ours counts beside a public one: its wrong answers are nearer misses."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The best candidate for a question.

    Attributes:
        corpus: Where it was asked.
        signals: What is known of the candidate.
        right: Whether it answers.
    """

    corpus: str
    signals: Signals
    right: bool


def main(arguments: Sequence[str]) -> int:
    """Fit the weights and print them beside those in use.

    Raises:
        UsageError: A question file or a set is wrong.
    """
    if arguments:
        sys.stderr.write("python -m evals confidence không nhận tham số.\n")
        return 2
    with ProgressLine(sys.stderr) as progress:
        seen = [*_of_ours(progress), *_of_others(progress)]
    names = sorted({one.corpus for one in seen})
    for name in names:
        here = [one for one in seen if one.corpus == name]
        learnt = fit([one for one in seen if one.corpus != name])
        right = [one.right for one in here]
        words = area([one.signals.cover for one in here], right)
        told = area([_told(learnt, one.signals) for one in here], right)
        sys.stdout.write(f"{name:24}{len(here):>6}  words {words:.3f}  left out {told:.3f}\n")
    weights = fit(seen)
    for field in fields(Signals):
        new, used = (getattr(one, field.name) for one in (weights, WEIGHTS))
        sys.stdout.write(f"{field.name:12}{new:>8.2f}  in use {used:>8.2f}\n")
    return 0


def fit(seen: Sequence[Seen]) -> Signals:
    """Return the weights of a logistic regression, fitted by Newton's method.

    Args:
        seen: Candidates that are right and others.
    """
    rows = np.array([astuple(one.signals) for one in seen], dtype=np.float64)
    right = np.array([one.right for one in seen], dtype=np.float64)
    counts = np.array([_OWN if one.corpus in CORPORA else 1.0 for one in seen])
    ridge = np.full(rows.shape[1], _RIDGE)
    ridge[[field.name for field in fields(Signals)].index("always")] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (counts * (sure - right)) + ridge * weights
        bend = (rows.T * (counts * sure * (1 - sure))) @ rows + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return Signals(*(float(weight) for weight in weights))


def area(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Return how often a right candidate is told above a wrong one: the area under the curve."""
    one = np.asarray([s for s, yes in zip(scores, right, strict=True) if yes])
    other = np.asarray([s for s, yes in zip(scores, right, strict=True) if not yes])
    if not len(one) or not len(other):
        return float("nan")
    above: NDArray[np.float64] = (one[:, None] > other) + 0.5 * (one[:, None] == other)
    return float(above.mean())


def _told(weights: Signals, signals: Signals) -> float:
    return float(np.dot(astuple(weights), astuple(signals)))


def _of_ours(progress: Progress) -> Iterator[Seen]:
    """Yield the best candidates for our own questions that may be read and stand alone."""
    from assistant.indexing.reader import IndexReader

    golds = [gold for path in question_files() for gold in load_questions(path)]
    for name in CORPORA:
        folder = corpus_folder(name, {})
        asked = [
            gold
            for gold in golds
            if gold.corpus == name and gold.split in _READ and not gold.history
        ]
        if folder is None or not asked:
            continue
        with indexed([folder], settings(None), progress) as index:
            corpus = Corpus(Retriever(IndexReader.open(index)))
            for done, gold in enumerate(asked):
                progress(name, done, len(asked))
                yield from _best(name, gold.question, corpus, gold=gold)


def _of_others(progress: Progress) -> Iterator[Seen]:
    """Yield the best candidates for public questions, with their documents and without."""
    for folder in sets():
        with open_set(folder, progress) as opened:
            asked = [question for question in opened.questions if question.half == "read"]
            for done, one in enumerate(asked):
                progress(opened.name, done, len(asked))
                yield from _best(opened.name, one.text, opened.corpus, paths=one.gold)
                yield from _best(opened.name, one.text, Without(opened.corpus, one.gold))


def _best(
    name: str,
    text: str,
    corpus: Corpus,
    *,
    gold: Gold | None = None,
    paths: frozenset[str] = frozenset(),
) -> Iterator[Seen]:
    question = corpus.understand(text)
    seen = consider(question, corpus.search(question, Filters()), corpus)
    if seen.scored:
        best = seen.scored[0]
        held = _holds(best.candidate, gold) if gold else False
        right = held or best.candidate.evidence.document.path in paths
        yield Seen(name, seen.signals(best), right)


def _holds(candidate: Candidate, gold: Gold) -> bool:
    """Tell whether a candidate's sentence stands where the gold evidence does."""
    document, span = candidate.evidence.document, candidate.evidence.span
    return gold.answerable and any(
        found.overlaps(span)
        for place in gold.evidence
        if file_name(place.document) == file_name(document.path)
        for found in places_of(place.quote, document.text)
    )
