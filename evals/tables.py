"""Verdicts summed up: shares, bootstrap intervals, tables and lists of failures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evals.questions import CATEGORIES, SPLITS
from evals.running import Result

__all__ = ["MEASURES", "Share", "failures", "interval", "percentile", "share", "table"]

MEASURES = ("short", "facts", "answer", "evidence", "abstained", "refused", "valid")
"""Measures of a verdict, in the order of the table; all but ``refused`` are better high."""

_RESAMPLES = 2000
_SEED = 20211026
_WIDTH = 13


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the questions that a measure applies to have it."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share in [0, 1]; None when the measure applies to no question."""
        return self.count / self.of if self.of else None


def outcomes(results: Sequence[Result], measure: str) -> list[bool]:
    """Return one measure of every result that it applies to."""
    found = (getattr(result.verdict, measure) for result in results)
    return [outcome for outcome in found if outcome is not None]


def share(results: Sequence[Result], measure: str) -> Share:
    """Return the share of one measure over results."""
    found = outcomes(results, measure)
    return Share(sum(found), len(found))


def interval(found: Sequence[bool]) -> tuple[float, float] | None:
    """Return the 95% percentile bootstrap interval of a share (Efron 1979).

    2,000 resamples with a fixed seed, so that equal outcomes give equal intervals.

    Args:
        found: One outcome a question; None is returned when there is none.
    """
    if not found:
        return None
    values = np.asarray(found, dtype=float)
    picks = np.random.default_rng(_SEED).integers(0, len(values), (_RESAMPLES, len(values)))
    low, high = np.percentile(values[picks].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return a percentile of a non-empty list of milliseconds, between neighbours linearly."""
    return float(np.percentile(np.asarray(values, dtype=float), percent))


def table(results: Sequence[Result]) -> str:
    """Return results of one corpus as a table by category, by split and in total.

    A cell is the percentage, then the count over the questions that the measure applies to.
    Under the total and under each split stands the 95% interval.
    """
    header = f"{'':14}{'n':>4}" + "".join(f"{name:>{_WIDTH}}" for name in MEASURES)
    lines = [header + f"{'p50 ms':>9}{'p95 ms':>9}", ""]
    for category in CATEGORIES:
        some = [result for result in results if result.gold.category == category]
        lines += [_row(category, some)] if some else []
    lines.append("")
    for split in SPLITS:
        some = [result for result in results if result.gold.split == split]
        lines += [_row(split, some), _intervals(some)] if 0 < len(some) < len(results) else []
    lines += [_row("total", results), _intervals(results)]
    return "\n".join(line.rstrip() for line in lines)


def _row(name: str, results: Sequence[Result]) -> str:
    cells = [_cell(share(results, measure)) for measure in MEASURES]
    times = [result.milliseconds for result in results]
    return (
        f"{name:14}{len(results):>4}"
        + "".join(f"{cell:>{_WIDTH}}" for cell in cells)
        + f"{percentile(times, 50):>9.0f}{percentile(times, 95):>9.0f}"
    )


def _cell(one: Share) -> str:
    return f"{100 * one.value:.0f} {one.count}/{one.of}" if one.value is not None else "–"


def _intervals(results: Sequence[Result]) -> str:
    cells = []
    for measure in MEASURES:
        found = interval(outcomes(results, measure))
        cells.append(f"[{100 * found[0]:.0f}, {100 * found[1]:.0f}]" if found else "")
    return f"{'  95%':18}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)


def failures(results: Sequence[Result]) -> str:
    """Return every answer with something wrong, a few short lines each."""
    return "\n\n".join(_failure(result) for result in results if not result.verdict.right)


def _failure(result: Result) -> str:
    gold, answer, verdict = result.gold, result.answer, result.verdict
    wrong = [name for name in ("answer", "evidence", "abstained", "valid")
             if getattr(verdict, name) is False]  # fmt: skip
    wrong += ["refused"] if verdict.refused else []
    lines = [f"{gold.id} {gold.category} [{', '.join(wrong)}] {gold.question}"]
    if gold.short:
        lines.append(f"  want: {gold.short[0]}    got: {answer.short}")
    if verdict.missing_facts:
        lines.append(f"  lacks: {'; '.join(verdict.missing_facts)}")
    if verdict.evidence is False:
        lines += [f"  gold: {place.document}: {place.quote}" for place in gold.evidence]
        lines += [f"  cited: {c.document.path}: {_clip(c.quote)}" for c in answer.citations]
    lines += [f"  fault: {_clip(fault)}" for fault in verdict.faults]
    if answer.text:
        lines.append(f"  text: {_clip(answer.text)}")
    return "\n".join(lines)


def _clip(text: str, limit: int = 240) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
