"""Results as tables and lists of failures, for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from evals.comparing import Difference
from evals.measures import ANSWER_MEASURES, CITATION_MEASURES, Measure, Summary, summarise
from evals.questions import CATEGORIES, SPLITS
from evals.robustness import LOSSES, Variation
from evals.running import Result
from evals.sampling import percentile

__all__ = ["failures", "robustness_table", "search_table", "table", "trivial_table"]

_NAME = 14
_COUNTED, _PLAIN = 13, 12

Times = Callable[[Sequence[Result]], list[float]]


def table(results: Sequence[Result]) -> str:
    """Return what is measured of the answers of one corpus, by category, split and in total.

    A cell is the percentage, then the count over the questions that the measure applies to;
    a measure that gives a question a share has the number of questions alone. Under the
    total and under each split stands the 95% interval.
    """
    return _table(results, ANSWER_MEASURES, lambda some: [one.milliseconds for one in some])


def search_table(results: Sequence[Result]) -> str:
    """Return what is measured of citations and of the search alone, as ``table`` does."""
    return _table(
        results,
        CITATION_MEASURES,
        lambda some: [one.found.milliseconds for one in some],
    )


def trivial_table(results: Sequence[Result], rows: Mapping[str, Sequence[Result]]) -> str:
    """Return the same measures of answers that take no thought, below those of the assistant.

    Args:
        results: What the assistant answered.
        rows: By name, what else could be answered to the same questions.
    """
    lines = [_header(ANSWER_MEASURES)]
    for name, some in {"assistant": results, **rows}.items():
        lines.append(_row(name, some, ANSWER_MEASURES))
    return "\n".join(line.rstrip() for line in lines)


def robustness_table(plain: Sequence[Result], variations: Sequence[Variation]) -> str:
    """Return what each variation costs, by split.

    A cell is the loss in points against the plain run, above 0 where the variation is worse,
    and its paired 95% interval.

    Args:
        plain: Results of the questions as they stand.
        variations: Results of the same questions under other conditions.
    """
    splits = ("all", *(one for one in SPLITS if any(r.gold.split == one for r in plain)))
    lines = [f"{'':16}{'split':>6}" + "".join(f"{name:>23}" for name in LOSSES)]
    for variation in variations:
        for split in splits if len(splits) > 2 else splits[:1]:
            losses = variation.losses(plain, split)
            cells = [_loss(losses.get(name)) for name in LOSSES]
            lines.append(f"{variation.name:16}{split:>6}" + "".join(f"{c:>23}" for c in cells))
    return "\n".join(line.rstrip() for line in lines)


def _loss(one: Difference | None) -> str:
    if one is None:
        return "–"
    low, high = (100 * bound for bound in one.bounds)
    return f"{100 * one.value:+.1f} [{low:+.1f}, {high:+.1f}]"


def _table(results: Sequence[Result], measures: Sequence[Measure], times: Times) -> str:
    lines = [_header(measures) + f"{'p50 ms':>9}{'p95 ms':>9}", ""]
    for category in CATEGORIES:
        some = [result for result in results if result.gold.category == category]
        lines += [_row(category, some, measures, times)] if some else []
    lines.append("")
    for split in SPLITS:
        some = [result for result in results if result.gold.split == split]
        if 0 < len(some) < len(results):
            lines += [_row(split, some, measures, times), _intervals(some, measures)]
    lines += [_row("total", results, measures, times), _intervals(results, measures)]
    return "\n".join(line.rstrip() for line in lines)


def _header(measures: Sequence[Measure]) -> str:
    return f"{'':{_NAME}}{'n':>4}" + "".join(f"{m.name:>{_width(m)}}" for m in measures)


def _width(measure: Measure) -> int:
    return _COUNTED if measure.counted else _PLAIN


def _row(
    name: str, results: Sequence[Result], measures: Sequence[Measure], times: Times | None = None
) -> str:
    cells = [f"{_cell(summarise(results, m.name), m):>{_width(m)}}" for m in measures]
    found = times(results) if times else []
    ends = [f"{percentile(found, percent):>9.0f}" for percent in (50, 95)] if found else []
    return f"{name:{_NAME}}{len(results):>4}" + "".join(cells + ends)


def _cell(one: Summary, measure: Measure) -> str:
    if one.value is None:
        return "–"
    if measure.counted:
        return f"{100 * one.value:.0f} {one.total:.0f}/{one.of}"
    return f"{100 * one.value:.1f} ({one.of})"


def _intervals(results: Sequence[Result], measures: Sequence[Measure]) -> str:
    cells = []
    for measure in measures:
        found = summarise(results, measure.name).bounds
        text = f"[{100 * found[0]:.0f}, {100 * found[1]:.0f}]" if found else ""
        cells.append(f"{text:>{_width(measure)}}")
    return f"{'  95%':{_NAME + 4}}" + "".join(cells)


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
