"""Weights chosen on some questions and reported on others, so that a choice pays for itself.

Two ways: on one half of the questions of every set, reported on the other half; and on all
sets but one, reported on the one left out. What is gained only where it was chosen is chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from assistant.retrieval.lexical import Lexical, Ranking
from assistant.retrieval.questions import analyse
from evals.beir import rank_documents
from evals.ranking import calculate
from evals.retrieval.sets import IndexedSet
from evals.retrieval.systems import DEPTH, opened_with
from evals.running import Progress

__all__ = ["GRID", "choose", "gains", "halves", "values_of"]

GRID: Mapping[str, Sequence[float]] = {
    "pairs": (0.5, 0.6, 0.8, 1.0),
    "covered": (0.0, 0.25, 0.5, 1.0),
    "context_weight": (0.5, 0.6, 0.7),
}
"""Weights that are tried, every one with every other."""

Point = tuple[float, ...]
Values = Mapping[Point, Mapping[str, float]]
"""nDCG@10 of each question, by weights in the order of ``GRID``."""

_SEED = 7
_CUT = 10


def values_of(
    data: IndexedSet, default: Point, progress: Progress
) -> dict[Point, dict[str, float]]:
    """Return nDCG@10 of each question of a set, by words alone, at each point of the grid.

    Args:
        data: The set.
        default: The weights as shipped, which need not be a point of the grid.
        progress: Told the stage, the steps done and all its steps.
    """
    reader = opened_with(data.index).reader
    paths = [card.path for card in reader.library.cards()]
    ends = np.cumsum([card.passages for card in reader.library.cards()])
    questions = {key: analyse(text) for key, text in data.queries.items()}
    points = list(dict.fromkeys([default, *product(*GRID.values())]))
    found: dict[Point, dict[str, float]] = {}
    for pairs in dict.fromkeys(point[0] for point in points):
        here = [point for point in points if point[0] == pairs]
        drawing = Lexical(reader.sparse, reader.config, Ranking(pairs=pairs))
        runs: dict[Point, dict[str, tuple[str, ...]]] = {point: {} for point in here}
        for done, (key, question) in enumerate(questions.items()):
            progress(f"{data.name}: bigram {pairs:g}", done, len(questions))
            drawn = drawing.candidates(question.query, question.marked, DEPTH)
            documents = np.searchsorted(ends, drawn.rows, side="right")
            for point in here:
                config = replace(reader.config, context_weight=point[2])
                ranking = Ranking(pairs=pairs, covered=point[1])
                scores = np.round(Lexical(reader.sparse, config, ranking).scores(drawn), 6)
                best = np.lexsort((drawn.rows, -scores))[: 3 * DEPTH]
                names = [paths[document] for document in documents[best].tolist()]
                runs[point][key] = rank_documents(names, _CUT)
        for point, run in runs.items():
            values = calculate(data.qrels, run, {"nDCG@10": "nDCG@10"})
            found[point] = {key: value["nDCG@10"] for key, value in values.items()}
    return found


def halves(keys: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return two halves of questions, drawn with a fixed seed."""
    drawn = sorted(keys)
    random.Random(_SEED).shuffle(drawn)  # noqa: S311 - a repeatable choice, not a secret
    return drawn[::2], drawn[1::2]


def choose(values: Mapping[str, Values], keys: Mapping[str, Sequence[str]]) -> Point:
    """Return the point with the best mean over sets of the mean over given questions.

    Args:
        values: Values by set.
        keys: By set, the questions to choose on.
    """

    def worth(point: Point) -> tuple[float, Point]:
        means = [np.mean([values[name][point][key] for key in keys[name]]) for name in keys]
        return float(np.mean(means)), point

    first = next(iter(values.values()))
    return max(first, key=worth)


def gains(
    values: Mapping[str, Values], default: Point, report: Callable[[str, str, Point, float], None]
) -> None:
    """Report, for each set, what a choice made elsewhere gains on it over the default weights.

    Args:
        values: Values by set.
        default: The weights as shipped.
        report: Told the set, where the choice was made, the choice, and its gain in nDCG@10.
    """
    split = {name: halves(list(points[default])) for name, points in values.items()}
    for name in values:
        gained: list[float] = []
        for chosen_on, told_on in ((0, 1), (1, 0)):
            point = choose(values, {one: split[one][chosen_on] for one in values})
            gained += [
                values[name][point][key] - values[name][default][key]
                for key in split[name][told_on]
            ]
        report(name, "other half", point, float(np.mean(gained)))
        others = {one: list(points[default]) for one, points in values.items() if one != name}
        if others:
            point = choose(values, others)
            mine, shipped = values[name][point], values[name][default]
            change = [mine[key] - shipped[key] for key in shipped]
            report(name, "other sets", point, float(np.mean(change)))
