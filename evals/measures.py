"""Every measure by name: what it is of one question, and of many with its interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.ranking import SEARCH_MEASURES
from evals.running import Result
from evals.sampling import interval

__all__ = [
    "ANSWER_MEASURES",
    "CITATION_MEASURES",
    "MEASURES",
    "Measure",
    "Summary",
    "summarise",
]


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure.

    Attributes:
        name: Its name in tables and files.
        label: What it is, in Vietnamese.
        gloss: The same in English.
        of: Its value in [0, 1] for one question; None where it does not apply.
        lower_is_better: Whether it counts what is wrong.
        counted: Whether it is 0 or 1 for each question, so that a count says more.
    """

    name: str
    label: str
    gloss: str
    of: Callable[[Result], float | None]
    lower_is_better: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Summary:
    """The values of a measure over the questions that it applies to."""

    values: tuple[float, ...]

    @property
    def total(self) -> float:
        """Sum of the values; for a counted measure, how many questions have it."""
        return sum(self.values)

    @property
    def of(self) -> int:
        """Number of questions."""
        return len(self.values)

    @property
    def value(self) -> float | None:
        """The mean; None when the measure applies to no question."""
        return self.total / self.of if self.values else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """95% bootstrap interval of the mean; None without questions."""
        return interval(self.values)


def summarise(results: Sequence[Result], measure: str) -> Summary:
    """Return one measure of every result that it applies to."""
    found = (MEASURES[measure].of(result) for result in results)
    return Summary(tuple(float(value) for value in found if value is not None))


def _missed(result: Result) -> float | None:
    abstained = result.verdict.abstained
    return None if abstained is None else float(not abstained)


def _searched(name: str) -> Callable[[Result], float | None]:
    return lambda result: result.found.values[name] if result.found.values else None


ANSWER_MEASURES = (
    Measure("short", "Câu trả lời ngắn đúng", "short answer exact", lambda r: r.verdict.short),
    Measure("facts", "Đủ mọi ý", "all facts", lambda r: r.verdict.facts),
    Measure(
        "fact recall", "Tỷ lệ ý có", "facts found", lambda r: r.verdict.fact_recall, counted=False
    ),
    Measure("answer", "Trả lời đúng", "answer right", lambda r: r.verdict.answer),
    Measure("evidence", "Dẫn đúng chỗ", "evidence cited", lambda r: r.verdict.evidence),
    Measure(
        "refused", "Từ chối oan", "false refusals", lambda r: r.verdict.refused,
        lower_is_better=True,
    ),
    Measure("missed", "Lẽ ra phải từ chối", "missed refusals", _missed, lower_is_better=True),
    Measure("valid", "Trích dẫn hợp lệ", "citations sound", lambda r: r.verdict.valid),
)  # fmt: skip
"""What is measured of the answers, in the order of the table."""

CITATION_MEASURES = (
    Measure(
        "cite recall", "Độ phủ trích dẫn", "citation recall",
        lambda r: r.verdict.citation_recall, counted=False,
    ),
    Measure(
        "cite prec.", "Độ chính xác trích dẫn", "citation precision",
        lambda r: r.verdict.citation_precision, counted=False,
    ),
    Measure(
        "grounded", "Số liệu có trong trích dẫn", "figures stand in what is cited",
        lambda r: r.verdict.grounding, counted=False,
    ),
    *(
        Measure(name, f"Tìm kiếm: {name}", f"search, {name}", _searched(name), counted=False)
        for name in SEARCH_MEASURES
    ),
)  # fmt: skip
"""What is measured of the citations and of the search alone, in the order of the table."""

MEASURES = {measure.name: measure for measure in (*ANSWER_MEASURES, *CITATION_MEASURES)}
"""All measures by name."""
