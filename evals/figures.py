"""``python -m evals figures``: figures of real documents cell by cell, series, what is in force.

Gold (``figures-gold.jsonl``) holds every figure of eighteen documents, written from them:
value in the unit's normal form, unit, role, year, place, indicator, and the leading body where a
table names one. A cell that is left out is one that the document does not tell.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.errors import UsageError
from assistant.figures.collecting import collect
from assistant.schema import Document, Figure, Task
from assistant.structure import passages
from assistant.vietnamese.normalise import fold
from evals.corpora import shared_folder
from evals.document_gold import Share
from evals.figures_series import pairs_share, planted_failures
from evals.figures_speed import speed_lines
from evals.figures_tasks import tasks_lines

__all__ = ["CELLS", "GOLD", "main", "measure", "overlap"]

GOLD = Path(__file__).parent / "figures-gold.jsonl"
CELLS = ("value and unit", "role", "year", "place", "indicator", "agency")
"""Cells in the order in which they are printed."""
SPLITS = ("dev", "test")
"""The rules were written with the documents of dev in view; those of test were measured after."""
ENOUGH = 0.8
"""Share of common syllables (Dice) from which two indicators are said in the same words."""
_FOUND_ALIKE = 1e-9


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found of one document.

    Attributes:
        shares: By cell, what was found against what is there.
        wrong: A line for each cell that is not as it should be.
    """

    shares: dict[str, Share]
    wrong: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Print all tables; ``--failures`` adds what is wrong, ``--speed`` the times.

    Raises:
        UsageError: The documents are not on this machine.
    """
    golds = _gold()
    totals = {split: dict.fromkeys(CELLS, Share()) for split in SPLITS}
    wrong: list[str] = []
    lines = []
    for name, there in golds.items():
        one = measure(_read(name), there)
        total = totals[there[0]["split"]]
        total.update({cell: total[cell] + one.shares[cell] for cell in CELLS})
        wrong += [f"{name}: {line}" for line in one.wrong]
        lines.append(one.shares["value and unit"].line(Path(name).name[:40]))
    out: list[str] = []
    for split, total in totals.items():
        out.append(f"{split:<40} {'precision':>9} {'recall':>9}")
        out += [*(total[cell].line(cell) for cell in CELLS), ""]
    out += ["value and unit by document", *lines]
    out += ["", *tasks_lines(_tasks, with_failures="--failures" in arguments)]
    out += ["", *pairs_share(with_failures="--failures" in arguments)]
    failed = planted_failures()
    out += ["", f"planted documents: {len(failed)} of what must hold does not", *failed]
    if "--speed" in arguments:
        out += ["", *speed_lines(shared_folder() / "documents")]
    if "--failures" in arguments:
        out += ["", *wrong]
    sys.stdout.write("\n".join(out) + "\n")
    return 1 if failed else 0


def measure(document: Document, there: Sequence[Mapping[str, Any]]) -> Measured:
    """Hold the figures of a document against its gold.

    A figure found is taken for that of the gold with its value and unit, those that agree most
    first; each counts once. All other cells of a figure that is missing are missing too.
    """
    found = [figure for _, figure in collect(document, passages(document, Config())).figures]
    taken = _pairs(found, there)
    shares = dict.fromkeys(CELLS, Share())
    wrong: list[str] = []
    for place, gold in enumerate(there):
        figure = found[taken[place]] if place in taken else None
        for cell in CELLS:
            share = _share(cell, figure, gold)
            shares[cell] += share
            if share.right < max(share.found, share.there):
                wrong.append(f"{cell}: {_told(cell, figure)} instead of {_wanted(cell, gold)}")
    left = sorted(set(range(len(found))) - set(taken.values()))
    for number in left:
        for cell in CELLS:
            if cell == "value and unit" or _cell(cell, found[number]) is not None:
                shares[cell] += Share(0, 1, 0)
        wrong.append(f"not there: {_told('value and unit', found[number])}")
    return Measured(shares, tuple(wrong))


def _pairs(found: Sequence[Figure], there: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Return for each figure of the gold the one found that it is held against, by place."""
    likely = sorted(
        (-_agreement(figure, gold), place, number)
        for place, gold in enumerate(there)
        for number, figure in enumerate(found)
        if _same_value(figure, gold)
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, place, number in likely:
        if place not in taken and number not in used:
            taken[place] = number
            used.add(number)
    return taken


def overlap(one: str, other: str) -> float:
    """Return how many syllables two indicators share, as Dice's coefficient in [0, 1]."""
    left, right = _syllables(one), _syllables(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _syllables(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, word)) for word in fold(text).split()} - {""}


def _same_value(figure: Figure, gold: Mapping[str, Any]) -> bool:
    return (
        abs(figure.value - gold["value"]) <= _FOUND_ALIKE * max(1.0, abs(figure.value))
        and figure.upper == gold.get("upper")
        and figure.of == gold.get("of")
        and fold(figure.unit) == fold(gold["unit"])
    )


def _cell(cell: str, figure: Figure) -> Any:
    if cell == "role":
        return figure.role.value
    return {"value and unit": figure.value, "year": figure.year, "place": figure.place,
            "indicator": figure.indicator or None, "agency": figure.agency}[cell]  # fmt: skip


def _share(cell: str, figure: Figure | None, gold: Mapping[str, Any]) -> Share:
    wanted = gold["value"] if cell == "value and unit" else gold.get(cell)
    got = None if figure is None else _cell(cell, figure)
    if cell == "value and unit":
        right = figure is not None
    elif cell == "indicator":
        right = got is not None and overlap(str(got), str(wanted)) >= ENOUGH
    else:
        right = got is not None and got == wanted
    return Share(int(right), int(got is not None), int(wanted is not None))


def _agreement(figure: Figure, gold: Mapping[str, Any]) -> float:
    cells = ("role", "year", "place", "agency")
    same: int = sum(_cell(cell, figure) == gold.get(cell) for cell in cells)
    return same + 2 * overlap(figure.indicator, str(gold["indicator"]))


def _told(cell: str, figure: Figure | None) -> str:
    if figure is None:
        return "nothing"
    value = f"{figure.value:g} {figure.unit}"
    return (
        f"{value}: {figure.indicator}"
        if cell == "value and unit"
        else f"{_cell(cell, figure)} ({value})"
    )


def _wanted(cell: str, gold: Mapping[str, Any]) -> str:
    if cell == "value and unit":
        return f"{gold['value']:g} {gold['unit']}: {gold['indicator']}"
    return str(gold.get(cell))


def _gold() -> dict[str, list[dict[str, Any]]]:
    golds: dict[str, list[dict[str, Any]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        golds.setdefault(gold["document"], []).append(gold)
    return golds


def _tasks(name: str) -> list[Task]:
    document = _read(name)
    return [task for _, task in collect(document, passages(document, Config())).tasks]


def _read(name: str) -> Document:
    root = Path(__file__).parents[1] if name.startswith("corpus/") else shared_folder()
    file, _, line = name.partition("#")
    path = root / file
    if not path.is_file():
        raise UsageError(f"{path}: không có tệp để đo. Hãy đặt CHINHSACH_SHARED tới nơi có nó.")
    if not line:
        return read_file(SourceFile(path.parent, path.name, path), Config())[0]
    article = json.loads(path.read_text(encoding="utf-8").splitlines()[int(line)])
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "article.md"
        page.write_text(f"# {article['title']}\n\n{article['text']}\n", encoding="utf-8")
        return read_file(SourceFile(page.parent, page.name, page), Config())[0]
