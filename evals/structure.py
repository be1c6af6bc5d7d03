"""``python -m evals structure``: rungs of real documents found, level by level.

Gold lists the Điều, Khoản and Điểm of laws, and the I., 1., a) of Party and council documents
(``structure-gold.json``): ``"12": "1abcd 2 3"`` is Điều 12 with khoản 1 (points a to d), 2, 3.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.config import Config
from assistant.schema import Document, Level, Step
from assistant.structure import passages, sections
from evals.document_gold import Share, documents_folder, read

__all__ = ["GOLD", "Found", "main", "measure"]

GOLD = Path(__file__).parent / "structure-gold.json"
_SCHEMES = {
    "articles": (Level.DIEU, Level.KHOAN, Level.DIEM),
    "sections": (Level.LA_MA, Level.SO, Level.DIEM),
}
_APART = (Level.PHU_LUC, Level.KEM_THEO)
_RUNG = re.compile(r"(\d*)(\D*)")


@dataclass(frozen=True, slots=True)
class Found:
    """The rungs of one document.

    Attributes:
        document: Its path.
        levels: For each level, what was found against what is there.
        covered: Share of its characters, white space aside, that stand in a passage; the rest
            are headings, which are indexed with what stands below them.
    """

    document: str
    levels: Mapping[Level, Share]
    covered: float


def main(arguments: Sequence[str]) -> int:
    """Print precision and recall of each level of each document.

    Raises:
        UsageError: The documents are not on this machine.
    """
    del arguments
    out = [f"{'':<40} {'precision':>9} {'recall':>9}"]
    for found in measure(documents_folder()):
        out.append(f"{found.document} ({found.covered:.3f} of its characters in passages)")
        out += [share.line(f"  {level.value}") for level, share in found.levels.items()]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


def measure(folder: Path) -> Iterator[Found]:
    """Yield what was found in each document of the gold.

    Args:
        folder: Folder of the real documents.
    """
    for gold in json.loads(GOLD.read_text(encoding="utf-8")):
        scheme = next(name for name in _SCHEMES if name in gold)
        levels = _SCHEMES[scheme]
        there = list(_listed(gold[scheme]))
        document = read(folder, gold["document"])
        found = list(_paths(document, levels))
        shares = {
            level: Share.of(
                [path for path in found if len(path) == depth],
                [path for path in there if len(path) == depth],
            )
            for depth, level in enumerate(levels, start=1)
        }
        yield Found(gold["document"], shares, _covered(document))


def _covered(document: Document) -> float:
    spans = [document.text[p.start : p.end] for p in passages(document, Config())]
    inside = sum(len("".join(text.split())) for text in spans)
    return inside / len("".join(document.text.split()))


def _listed(rungs: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the paths that gold lists: Điều 12, its khoản 1, its điểm a."""
    for top, below in rungs.items():
        yield (top,)
        for word in below.split():
            match = _RUNG.fullmatch(word)
            number, letters = match.groups() if match else ("", "")
            yield (top, number)
            for letter in letters:
                yield (top, number, letter)


def _paths(document: Document, levels: Sequence[Level]) -> Iterator[tuple[str, ...]]:
    """Yield the path of each section that ends in one of the levels, appendices left out.

    A rung that stands right below one two levels up has an empty number between them.
    """
    for section in sections(document):
        if section.path[-1].level not in levels or any(s.level in _APART for s in section.path):
            continue
        steps: dict[Level, Step] = {step.level: step for step in section.path}
        depth = levels.index(section.path[-1].level) + 1
        yield tuple(steps[level].number if level in steps else "" for level in levels[:depth])
