"""A run as plain data: what ``--json`` writes, and what a comparison reads again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import UsageError
from evals.measures import MEASURES, Measure, summarise
from evals.questions import CATEGORIES, SPLITS
from evals.robustness import Variation
from evals.running import Result
from evals.sampling import percentile

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = ["Documents", "Measured", "as_report", "as_row", "write_report", "write_text"]


@dataclass(frozen=True, slots=True)
class Documents:
    """The index that questions were asked of: its digests and its size."""

    index: str
    config: str
    documents: int
    passages: int

    @classmethod
    def of(cls, assistant: Assistant) -> Documents:
        """Return what an open index says of itself."""
        manifest = assistant.reader.manifest
        digest = manifest.config.digest()
        return cls(manifest.digest, digest, manifest.documents, manifest.passages)


@dataclass(frozen=True, slots=True)
class Measured:
    """One corpus, measured.

    Attributes:
        corpus: Its name.
        documents: Its index.
        results: What the assistant answered.
        trivial: By name, what takes no thought to answer.
        variations: The same questions put otherwise, or among other documents.
    """

    corpus: str
    documents: Documents | None
    results: Sequence[Result]
    trivial: Mapping[str, Sequence[Result]] = field(default_factory=dict)
    variations: Sequence[Variation] = ()


def as_report(measured: Sequence[Measured]) -> dict[str, Any]:
    """Return a whole run as one JSON object.

    It holds ``run`` (version, digests), ``groups`` (measures with intervals, by corpus, split
    and category; ``all`` stands for every one), ``trivial``, ``robustness`` and ``questions``.
    """
    return {
        "run": {
            "version": _version(),
            "corpora": {
                one.corpus: {
                    "index": one.documents.index,
                    "config": one.documents.config,
                    "documents": one.documents.documents,
                    "passages": one.documents.passages,
                    "questions": len(one.results),
                }
                for one in measured
                if one.documents
            },
        },
        "groups": [group for one in measured for group in _groups(one)],
        "trivial": [
            {"corpus": one.corpus, "split": split, "name": name, **_summed(some)}
            for one in measured
            for name, rows in one.trivial.items()
            for split, some in _by_split(rows)
        ],
        "robustness": [
            {"corpus": one.corpus, "split": split, "name": variation.name, **_summed(some)}
            | {"loss": _losses(variation, one.results, split)}
            for one in measured
            for variation in one.variations
            for split, some in _by_split(variation.results)
        ],
        "questions": [as_row(result) for one in measured for result in one.results],
    }


def as_row(result: Result) -> dict[str, Any]:
    """Return a result as plain data for looking at failures, in the order it is read."""
    gold, answer, verdict = result.gold, result.answer, result.verdict
    return {
        "id": gold.id,
        "corpus": gold.corpus,
        "split": gold.split,
        "category": gold.category,
        "question": gold.question,
        "history": list(gold.history),
        "right": verdict.right,
        "status": str(answer.status),
        "expected": {
            "answerable": gold.answerable,
            "short": list(gold.short),
            "facts": list(gold.facts),
            "evidence": [{"document": e.document, "quote": e.quote} for e in gold.evidence],
            "evidence_all": gold.evidence_all,
        },
        "short": answer.short,
        "text": answer.text,
        "missing": answer.missing,
        "citations": [
            {
                "marker": citation.marker,
                "document": citation.document.path,
                "label": citation.label,
                "quote": citation.quote,
            }
            for citation in answer.citations
        ],
        "measures": {name: _value(measure, result) for name, measure in MEASURES.items()},
        "missing_facts": list(verdict.missing_facts),
        "faults": list(verdict.faults),
        "rank": result.found.rank,
        "milliseconds": round(result.milliseconds, 1),
        "search_milliseconds": round(result.found.milliseconds, 1),
    }


def write_text(path: Path, text: str) -> None:
    """Write a file, and its folder where there is none.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: không ghi được ({error}). Hãy chọn nơi khác.") from error


def write_report(path: Path, report: Mapping[str, Any]) -> None:
    """Write a report as JSON, a line for each question.

    Raises:
        UsageError: It cannot be written.
    """
    write_text(path, json.dumps(report, ensure_ascii=False, indent=1) + "\n")


def _groups(one: Measured) -> list[dict[str, Any]]:
    return [
        {"corpus": one.corpus, "split": split, "category": category, **_summed(some)}
        for split, rows in _by_split(one.results)
        for category in ("all", *CATEGORIES)
        if (some := [r for r in rows if category in ("all", r.gold.category)])
    ]


def _by_split(results: Sequence[Result]) -> list[tuple[str, Sequence[Result]]]:
    """Return all results, then those of each split where there are several."""
    parts = [(split, [r for r in results if r.gold.split == split]) for split in SPLITS]
    filled: list[tuple[str, Sequence[Result]]] = [(split, some) for split, some in parts if some]
    return [("all", results), *(filled if len(filled) > 1 else [])]


def _summed(results: Sequence[Result]) -> dict[str, Any]:
    """Return the measures of results with their intervals, and the percentiles of the times."""
    measures = {}
    for name in MEASURES:
        summary = summarise(results, name)
        if summary.bounds is not None and summary.value is not None:
            low, high = summary.bounds
            measures[name] = {
                "value": round(summary.value, 4),
                "low": round(low, 4),
                "high": round(high, 4),
                "n": summary.of,
            }
    return {
        "n": len(results),
        "measures": measures,
        "milliseconds": _percentiles([result.milliseconds for result in results]),
        "search_milliseconds": _percentiles([result.found.milliseconds for result in results]),
    }


def _losses(variation: Variation, plain: Sequence[Result], split: str) -> dict[str, Any]:
    return {
        name: {
            "value": round(loss.value, 4),
            "low": round(loss.bounds[0], 4),
            "high": round(loss.bounds[1], 4),
        }
        for name, loss in variation.losses(plain, split).items()
    }


def _percentiles(times: Sequence[float]) -> dict[str, float]:
    return {f"p{percent}": round(percentile(times, percent), 1) for percent in (50, 95)}


def _value(measure: Measure, result: Result) -> float | None:
    value = measure.of(result)
    return None if value is None else round(float(value), 4)


def _version() -> str:
    try:
        return version("tro-ly-chinh-sach")
    except PackageNotFoundError:  # run from the sources without installing
        return "chưa cài đặt"
