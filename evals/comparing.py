"""Two runs of the same questions: which turned, and whether the difference is more than chance."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.errors import UsageError
from evals.measures import MEASURES
from evals.running import Result
from evals.sampling import paired_interval

__all__ = [
    "Difference",
    "Outcomes",
    "compared",
    "comparison",
    "outcomes",
    "read_outcomes",
    "turned",
]

Outcomes = Mapping[str, Mapping[str, float | None]]
"""By question, each measure of it; None, or nothing, where it does not apply."""

_RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure after less before, over the questions that have it in both runs.

    Attributes:
        value: Mean difference.
        bounds: Its paired 95% bootstrap interval.
        of: Number of questions.
        lower_is_better: Whether a difference above 0 is a loss.
    """

    value: float
    bounds: tuple[float, float]
    of: int
    lower_is_better: bool

    @property
    def is_loss(self) -> bool:
        """Whether the whole interval lies on the worse side of 0."""
        low, high = self.bounds
        return low > 0 if self.lower_is_better else high < 0

    def negated(self) -> Difference:
        """Return before less after."""
        low, high = self.bounds
        # From 0 and not by the sign, so that no loss is not printed as “-0.0”.
        return replace(self, value=0 - self.value, bounds=(0 - high, 0 - low))


def outcomes(results: Sequence[Result]) -> dict[str, dict[str, float | None]]:
    """Return every measure of every result, and whether nothing of it is wrong."""
    return {
        result.gold.id: {name: measure.of(result) for name, measure in MEASURES.items()}
        | {_RIGHT: float(result.verdict.right)}
        for result in results
    }


def read_outcomes(path: Path) -> dict[str, dict[str, float | None]]:
    """Return the outcomes of a report that ``--json`` wrote.

    Raises:
        UsageError: The file cannot be read or is no report.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["questions"]
        return {row["id"]: {**row["measures"], _RIGHT: float(row[_RIGHT])} for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path}: không phải báo cáo của --json ({error}). Hãy chỉ một báo cáo đã ghi."
        ) from error


def turned(before: Outcomes, after: Outcomes) -> tuple[list[str], list[str]]:
    """Return the questions that went from right to wrong, and those from wrong to right."""
    shared = [(key, before[key].get(_RIGHT), after[key].get(_RIGHT)) for key in after
              if key in before]  # fmt: skip
    broken = [key for key, old, new in shared if old == 1 and new == 0]
    mended = [key for key, old, new in shared if old == 0 and new == 1]
    return broken, mended


def compared(before: Outcomes, after: Outcomes, measure: str) -> Difference | None:
    """Return the difference of one measure; None when no question has it in both runs."""
    pairs = [
        (float(old), float(new))
        for key in after
        if key in before
        and (old := before[key].get(measure)) is not None
        and (new := after[key].get(measure)) is not None
    ]
    bounds = paired_interval([old for old, _ in pairs], [new for _, new in pairs])
    if bounds is None:
        return None
    value = sum(new - old for old, new in pairs) / len(pairs)
    return Difference(value, bounds, len(pairs), MEASURES[measure].lower_is_better)


def comparison(before: Outcomes, after: Outcomes, questions: Mapping[str, str]) -> str:
    """Return both as text: the differences, then the questions that turned.

    Args:
        before: Outcomes of the older run.
        after: Outcomes of the newer run.
        questions: Words of each question, by id.
    """
    lines = [f"{'':14}{'n':>5}{'change':>9}{'95%':>18}"]
    for name in MEASURES:
        found = compared(before, after, name)
        if found:
            low, high = (100 * bound for bound in found.bounds)
            bounds = f"[{low:+.1f}, {high:+.1f}]"
            note = "  worse" if found.is_loss else ""
            lines.append(f"{name:14}{found.of:>5}{100 * found.value:>+9.1f}{bounds:>18}{note}")
    broken, mended = turned(before, after)
    for title, keys in (("right → wrong", broken), ("wrong → right", mended)):
        lines += ["", f"{title}: {len(keys)}", *(f"  {key} {questions[key]}" for key in keys)]
    return "\n".join(lines)
