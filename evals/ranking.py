"""Rankings measured with ``ir_measures``, over documents and over places of gold.

Gold points at words in a document and not at a passage, so what is looked for is a *need*: a
place that must be found. Where any place of the gold will do they are one need together. A
hit meets a need when its passage overlaps a gold quote of it in the gold document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.errors import MissingDependencyError
from assistant.schema import Document, Passage, Span
from evals.citing import file_name, places_of
from evals.questions import Evidence, Gold

__all__ = [
    "DEPTH",
    "SEARCH_MEASURES",
    "calculate",
    "first_met",
    "met_by",
    "needs",
    "ranking",
    "search_values",
]

SEARCH_MEASURES = {
    "recall@1": "R@1",
    "recall@5": "R@5",
    "recall@10": "R@10",
    "recall@20": "R@20",
    "MRR@10": "RR@10",
    "nDCG@10": "nDCG@10",
}
"""What is measured of a search for gold places, and what ``ir_measures`` calls it."""

DEPTH = 20
"""How many passages are searched for, the deepest cut-off of ``SEARCH_MEASURES``."""


def needs(gold: Gold) -> list[tuple[Evidence, ...]]:
    """Return what must be found: one group of alternatives, or each place where all count."""
    if not gold.evidence:
        return []
    return [(place,) for place in gold.evidence] if gold.evidence_all else [gold.evidence]


def met_by(passage: Passage, document: Document, wanted: Sequence[Sequence[Evidence]]) -> list[int]:
    """Return the numbers of the needs that a passage of a document meets."""
    around = Span(passage.start, passage.end)
    return [
        number
        for number, places in enumerate(wanted)
        if any(
            file_name(place.document) == file_name(document.path)
            and any(span.overlaps(around) for span in places_of(place.quote, document.text))
            for place in places
        )
    ]


def ranking(met: Sequence[Sequence[int]]) -> list[str]:
    """Return a ranking of needs, from the needs that each hit meets, best hit first.

    A hit stands for the needs that it is the first to meet, or, when there are none, for
    something that nobody looked for.
    """
    names: list[str] = []
    for place, numbers in enumerate(met):
        new = [name for name in map(_need, numbers) if name not in names]
        names += new or [f"other {place}"]
    return names


def first_met(met: Sequence[Sequence[int]]) -> int | None:
    """Return the rank, from 1, of the first hit that meets a need; None when none does."""
    return next((rank for rank, numbers in enumerate(met, 1) if numbers), None)


def search_values(
    met: Mapping[str, Sequence[Sequence[int]]], counts: Mapping[str, int]
) -> dict[str, dict[str, float]]:
    """Return ``SEARCH_MEASURES`` of each question.

    Args:
        met: By question, the needs that each hit meets, best hit first.
        counts: By question, how many needs it has.
    """
    qrels = {key: {_need(number): 1 for number in range(counts[key])} for key in met}
    return calculate(qrels, {key: ranking(one) for key, one in met.items()}, SEARCH_MEASURES)


def calculate(
    qrels: Mapping[str, Mapping[str, int]],
    run: Mapping[str, Sequence[str]],
    measures: Mapping[str, str],
) -> dict[str, dict[str, float]]:
    """Return each measure of each query of a run.

    Args:
        qrels: Relevance by query and document.
        run: Documents of each query, best first; a query that found nothing counts as zero.
        measures: Names to return, with the names that ``ir_measures`` has for them.

    Raises:
        MissingDependencyError: ``ir_measures`` is not installed.
    """
    try:
        import ir_measures
    except ImportError as error:
        raise MissingDependencyError(
            "Chưa có thư viện đo ir-measures", "pip install ir-measures"
        ) from error
    wanted = {name: ir_measures.parse_measure(text) for name, text in measures.items()}
    judged = {query: dict(qrels[query]) for query in run}
    # Only the order counts, so the score is the rank from the end.
    scored = {
        query: {document: float(-rank) for rank, document in enumerate(documents)}
        for query, documents in run.items()
        if documents
    }
    values = {query: dict.fromkeys(wanted, 0.0) for query in run}
    names = {str(one): name for name, one in wanted.items()}
    for metric in ir_measures.iter_calc(list(wanted.values()), judged, scored):
        values[metric.query_id][names[str(metric.measure)]] = float(metric.value)
    return values


def _need(number: int) -> str:
    return f"need {number}"
