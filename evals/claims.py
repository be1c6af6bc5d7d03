"""``python -m evals claims``: verdicts on claims against those of the gold.

The claims are near misses written from the documents, half of them for development; those of
``claims-fresh.jsonl`` were written afterwards, and those of ``claims-unseen.jsonl``,
``claims-further.jsonl`` and ``claims-later.jsonl`` by people who knew the documents alone, all
before anything was tuned on them. Two ways that take no thought stand beside the checker: never
to decide, and to call a claim supported where the sentence that comes nearest holds all its
numbers, else refuted.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import UsageError
from evals.corpora import corpus_folder, opened

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.schema import Verdict

__all__ = [
    "CLAIMS",
    "FRESH",
    "FURTHER",
    "LATER",
    "UNSEEN",
    "GoldClaim",
    "Outcome",
    "load_claims",
    "main",
    "table",
]

CLAIMS = Path(__file__).resolve().parent / "claims.jsonl"
FRESH = CLAIMS.with_name("claims-fresh.jsonl")
UNSEEN = CLAIMS.with_name("claims-unseen.jsonl")
FURTHER = CLAIMS.with_name("claims-further.jsonl")
LATER = CLAIMS.with_name("claims-later.jsonl")
_FILES = {"first": CLAIMS, "fresh": FRESH, "unseen": UNSEEN, "further": FURTHER, "later": LATER}
VERDICTS = ("supported", "refuted", "not_enough")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim with the verdict that the documents give.

    Attributes:
        id: Its id.
        corpus: Documents that it is held against.
        split: ``dev`` or ``test``; all claims on one document are of one split.
        claim: The claim.
        verdict: One of ``VERDICTS``.
        differs: In what it differs, where it is refuted.
        document: File that settles it, or that it is about.
        quote: Words of that file that settle it; empty where nothing does.
    """

    id: str
    corpus: str
    split: str
    claim: str
    verdict: str
    differs: tuple[str, ...]
    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim with the verdict given, and what the reader is told it differs in."""

    gold: GoldClaim
    verdict: str
    differs: tuple[str, ...] = ()
    cited: bool = False


def load_claims(path: Path = CLAIMS) -> list[GoldClaim]:
    """Read claims, one JSON object a line.

    Raises:
        UsageError: A line is no claim; the message names it.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            gold = GoldClaim(**{**row, "differs": tuple(row["differs"])})
        except (TypeError, KeyError, ValueError) as error:
            raise UsageError(f"{path}, dòng {number}: {error}. Hãy sửa dòng này.") from error
        if gold.verdict not in VERDICTS or gold.split not in ("dev", "test"):
            raise UsageError(f"{path}, dòng {number}: sai verdict hoặc split. Hãy sửa dòng này.")
        found.append(gold)
    return found


def main(arguments: Sequence[str]) -> int:
    """Check all claims and print the tables.

    Raises:
        UsageError: The options make no sense.
    """
    parser = argparse.ArgumentParser(prog="python -m evals claims")
    parser.add_argument("--failures", action="store_true", help="print what went wrong")
    parser.add_argument("--split", choices=("dev", "test"), help="one split only")
    parser.add_argument("--set", choices=tuple(_FILES), help="one file of claims only")
    parser.add_argument(
        "--index", action="append", default=[], metavar="CORPUS=DIR", help="an index made before"
    )
    options = parser.parse_args(list(arguments))
    indexes = dict(_named_index(given) for given in options.index)
    sets = {
        name: [gold for gold in load_claims(path) if options.split in (None, gold.split)]
        for name, path in _FILES.items()
        if options.set in (None, name)
    }
    given = [gold for claims in sets.values() for gold in claims]
    checked, nearest = _checked(given, indexes)
    for name, claims in sets.items():
        of_set = [checked[gold.id] for gold in claims if gold.id in checked]
        never = [Outcome(one.gold, "not_enough") for one in of_set]
        by_number = [nearest[one.gold.id] for one in of_set]
        rows = {
            "checked": of_set,
            "always not_enough": never,
            "nearest has the number": by_number,
        }
        sys.stdout.write(f"# {name}\n{table(rows)}\n\n{confusion(of_set)}\n\n")
        if options.failures:
            sys.stdout.write("".join(_failures(of_set)))
    return 0


def _named_index(given: str) -> tuple[str, Path]:
    corpus, _, folder = given.partition("=")
    if not folder:
        raise UsageError(f"--index {given}: cần dạng CORPUS=DIR. Hãy sửa tuỳ chọn này.")
    return corpus, Path(folder)


def _checked(
    claims: Sequence[GoldClaim], indexes: Mapping[str, Path]
) -> tuple[dict[str, Outcome], dict[str, Outcome]]:
    """Return what the checker and the nearest number say of each claim, by its id."""
    checked: dict[str, Outcome] = {}
    nearest: dict[str, Outcome] = {}
    for corpus in sorted({gold.corpus for gold in claims}):
        asked = [gold for gold in claims if gold.corpus == corpus]
        folder = corpus_folder(corpus, {})
        if folder is None:
            sys.stderr.write(f"Bỏ qua {len(asked)} nhận định của “{corpus}”: không có tài liệu.\n")
            continue
        with _assistant(folder, indexes.get(corpus)) as assistant:
            for gold in asked:
                checked[gold.id] = _outcome(gold, assistant.check(gold.claim))
                nearest[gold.id] = Outcome(gold, _by_number(gold, assistant))
    return checked, nearest


@contextmanager
def _assistant(folder: Path, index: Path | None) -> Iterator[Assistant]:
    from assistant.assistant import Assistant

    if index is not None:
        yield Assistant.open(index)
        return
    with opened([folder]) as assistant:
        yield assistant


def _failures(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for one in outcomes:
        if one.verdict != one.gold.verdict:
            yield (
                f"{one.gold.id} [{one.gold.split}] {one.gold.verdict} → {one.verdict}"
                f" {list(one.differs)}: {one.gold.claim}\n"
            )


def _outcome(gold: GoldClaim, verdict: Verdict) -> Outcome:
    differs = {d.value for part in verdict.parts for d in part.differs}
    cited = any(
        citation.document.path.rsplit("/", 1)[-1] == gold.document for citation in verdict.citations
    )
    return Outcome(gold, verdict.judgement.value, tuple(sorted(differs)), cited)


def _by_number(gold: GoldClaim, assistant: Assistant) -> str:
    """Return the verdict by whether the sentence nearest to a claim holds all its numbers."""
    hits = assistant.search(gold.claim, k=1)
    if not hits:
        return "not_enough"
    text = hits[0].passage.of(assistant.document(hits[0].passage.document_id).text)
    numbers = set(_NUMBER.findall(gold.claim))
    return "supported" if numbers <= set(_NUMBER.findall(text)) else "refuted"


def table(rows: Mapping[str, Sequence[Outcome]]) -> str:
    """Return accuracy, mistakes between supported and refuted, and named differences, by row."""
    lines = [
        f"{'':<24}{'split':<7}{'n':>5}{'right':>8}{'sup→ref':>9}{'ref→sup':>9}"
        f"{'differs':>9}{'cited':>8}"
    ]
    for name, outcomes in rows.items():
        for split, of_split in _splits(outcomes):
            if of_split:
                lines.append(f"{name:<24}{split:<7}" + _row(of_split))
    return "\n".join(lines)


def _splits(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, list[Outcome]]]:
    for split in ("dev", "test"):
        yield split, [one for one in outcomes if one.gold.split == split]
    yield "all", list(outcomes)


def _row(outcomes: Sequence[Outcome]) -> str:
    def share(of: Callable[[Outcome], bool], true: Callable[[Outcome], bool]) -> str:
        chosen = [one for one in outcomes if of(one)]
        held = sum(map(true, chosen))
        return f"{100 * held / len(chosen):.1f}" if chosen else "–"

    refuted = [one for one in outcomes if one.gold.verdict == one.verdict == "refuted"]
    named = sum(set(one.gold.differs) <= set(one.differs) for one in refuted)
    settled = [o for o in outcomes if o.gold.verdict == o.verdict != "not_enough"]
    cited = sum(one.cited for one in settled)
    return (
        f"{len(outcomes):>5}"
        f"{share(lambda o: True, lambda o: o.verdict == o.gold.verdict):>8}"
        f"{share(lambda o: o.gold.verdict == 'supported', lambda o: o.verdict == 'refuted'):>9}"
        f"{share(lambda o: o.gold.verdict == 'refuted', lambda o: o.verdict == 'supported'):>9}"
        f"{f'{named}/{len(refuted)}':>9}{f'{cited}/{len(settled)}':>8}"
    )


def confusion(outcomes: Sequence[Outcome]) -> str:
    """Return how many claims of each verdict got which, by split."""
    lines = []
    for split, of_split in _splits(outcomes):
        counts = Counter((one.gold.verdict, one.verdict) for one in of_split)
        lines.append(f"{split:<12}" + "".join(f"{verdict:>12}" for verdict in VERDICTS))
        for gold in VERDICTS:
            cells = "".join(f"{counts[gold, verdict]:>12}" for verdict in VERDICTS)
            lines.append(f"{gold:<12}{cells}")
        lines.append("")
    return "\n".join(lines).rstrip()
