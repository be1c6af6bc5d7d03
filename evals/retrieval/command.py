"""``python -m evals retrieval [DIR …]``: the table of systems and sets."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from assistant.cli_progress import ProgressLine
from assistant.errors import UsageError
from assistant.retrieval.lexical import Ranking
from evals.beir import MEASURES, Ranked
from evals.corpora import settings, shared_folder
from evals.ranking import calculate
from evals.retrieval.nested import GRID, Point, gains, values_of
from evals.retrieval.sets import SPELLINGS, IndexedSet, index_set
from evals.retrieval.systems import BASELINE, run_all
from evals.sampling import paired_interval, percentile

__all__ = ["main"]

_COMPARED = "nDCG@10"
_WIDTH = 24


def main(arguments: Sequence[str]) -> int:
    """Build an index of each set, ask every question of every system, print the tables.

    Raises:
        UsageError: A folder is missing or not in BEIR form.
        MissingDependencyError: ``ir_measures`` is not installed.
    """
    parser = argparse.ArgumentParser(prog="python -m evals retrieval", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR",
                        help="default: all of ../shared/retrieval")  # fmt: skip
    parser.add_argument("--config", type=Path, help="settings, as in chinhsach.toml")
    parser.add_argument(
        "--nested",
        action="store_true",
        help="instead: weights chosen on some questions, their gain on others",
    )
    options = parser.parse_args(arguments)
    folders = options.folders or sorted(p.parent for p in _shared().glob("*/queries.jsonl"))
    if not folders:
        raise UsageError(f"{_shared()}: không có bộ câu hỏi nào. Hãy chỉ ra thư mục DIR.")
    config = settings(options.config)
    with ProgressLine(sys.stderr) as progress, ExitStack() as kept:
        if options.nested:
            words = replace(config, encoder="none")
            sets = [kept.enter_context(index_set(one, words, progress)) for one in folders]
            default = (Ranking().pairs, Ranking().covered, config.context_weight)
            values = {data.name: values_of(data, default, progress) for data in sets}
            sys.stdout.write(_nested_heading())
            gains(values, default, _print_gain)
            return 0
        for folder in folders:
            data = kept.enter_context(index_set(folder, config, progress))
            sys.stdout.write(_heading(data))
            for spelling, spell in SPELLINGS.items():
                queries = {key: spell(text) for key, text in data.queries.items()}
                found = run_all(data, queries, progress, parts=spell is str)
                sys.stdout.write(_table(data, spelling, found))
                sys.stdout.flush()
    return 0


def _shared() -> Path:
    return shared_folder() / "retrieval"


def _heading(data: IndexedSet) -> str:
    text = data.sizes["text"]
    parts = {name: size for name, size in data.sizes.items() if name != "text"}
    told = ", ".join(f"{name} {size / 1e6:.1f}" for name, size in sorted(parts.items()))
    return (
        f"\n{data.name}: {len(data.documents)} documents, {len(data.queries)} questions;"
        f" index {sum(parts.values()) / 1e6:.1f} MB ({told}), {sum(parts.values()) / text:.2f}"
        f" times the text, in {data.seconds:.0f} s\n"
    )


def _table(data: IndexedSet, spelling: str, found: Mapping[str, Mapping[str, Ranked]]) -> str:
    columns = "".join(f"{name:>11}" for name in MEASURES)
    lines = [f"{spelling:{_WIDTH}}{columns}{'ms':>7}   {_COMPARED} against {BASELINE}"]
    values = {
        name: calculate(data.qrels, {key: one.documents for key, one in ranked.items()}, MEASURES)
        for name, ranked in found.items()
    }
    plain = [one[_COMPARED] for one in values[BASELINE].values()]
    for name, of_name in values.items():
        means = [sum(one[m] for one in of_name.values()) / len(of_name) for m in MEASURES]
        cells = "".join(f"{mean:>11.4f}" for mean in means)
        taken = percentile([one.milliseconds for one in found[name].values()], 50)
        mine = [one[_COMPARED] for one in of_name.values()]
        low, high = paired_interval(plain, mine) or (0.0, 0.0)
        change = (sum(mine) - sum(plain)) / len(plain)
        against = "" if name == BASELINE else f"{change:+.4f} [{low:+.4f}, {high:+.4f}]"
        lines.append(f"{name:{_WIDTH}}{cells}{taken:>7.1f}   {against}".rstrip())
    return "\n".join(lines) + "\n"


def _nested_heading() -> str:
    return f"\n{'weights chosen on':{_WIDTH}}{'gain on':>26}   " + ", ".join(GRID) + "\n"


def _print_gain(name: str, where: str, point: Point, gain: float) -> None:
    weights = ", ".join(f"{weight:g}" for weight in point)
    sys.stdout.write(f"{where:{_WIDTH}}{name:>26}   {weights}   {gain:+.4f}\n")
