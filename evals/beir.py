"""``python -m evals beir DIR``: search measured on a folder in BEIR form.

The folder holds ``corpus.jsonl`` and ``queries.jsonl`` (``_id``, ``title``, ``text`` a line)
and ``qrels.tsv`` or ``qrels/test.tsv`` (query, document, relevance), as in Thakur et al. 2021.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli_progress import ProgressLine
from assistant.errors import UsageError
from evals.corpora import indexed, settings
from evals.measures import Summary
from evals.ranking import calculate
from evals.running import Progress
from evals.sampling import percentile

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = [
    "MEASURES",
    "Ranked",
    "main",
    "measure",
    "rank_documents",
    "read_judged",
    "read_lines",
    "read_qrels",
    "read_queries",
]

MEASURES = {
    "MRR@10": "RR@10",
    "nDCG@10": "nDCG@10",
    "recall@10": "R@10",
    "recall@100": "R@100",
    "hit@1": "Success@1",
}
"""What is printed, and what ``ir_measures`` calls it."""

# A document counts by its best passage, so more passages are asked for than documents.
_PASSAGES_A_DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """The documents found for a query, best first, and the milliseconds it took."""

    documents: tuple[str, ...]
    milliseconds: float


def main(arguments: Sequence[str]) -> int:
    """Index a BEIR folder, search every query that has judgements, print the measures.

    Raises:
        UsageError: A file of the folder is missing or not in BEIR form.
        MissingDependencyError: ``ir_measures`` is not installed.
    """
    from assistant.assistant import Assistant

    parser = argparse.ArgumentParser(prog="python -m evals beir", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--k", type=int, default=100, help="documents a query (default 100)")
    parser.add_argument("--config", type=Path, help="settings, as in chinhsach.toml")
    options = parser.parse_args(arguments)
    if options.k < 1:
        raise UsageError("--k phải từ 1 trở lên. Hãy đổi số.")
    queries, qrels = read_judged(options.folder)
    corpus, config = options.folder / "corpus.jsonl", settings(options.config)
    sys.stdout.write(f"{options.folder.name}, {len(queries)} queries\n")
    with ProgressLine(sys.stderr) as progress:
        with indexed([corpus], config, progress) as index:
            ranked = _search_all(Assistant.open(index), queries, options.k, progress)
        sys.stdout.write(_lines_of(qrels, ranked))
    return 0


def read_judged(folder: Path) -> tuple[dict[str, str], dict[str, dict[str, int]]]:
    """Return the queries of a BEIR folder that have judgements, and the judgements.

    Raises:
        UsageError: A file is missing or not in BEIR form, or no query is judged.
    """
    qrels = read_qrels(folder)
    queries = {key: text for key, text in read_queries(folder).items() if key in qrels}
    if not queries:
        raise UsageError(f"{folder}: qrels không chấm câu hỏi nào. Hãy kiểm tra thư mục.")
    return queries, qrels


def read_queries(folder: Path) -> dict[str, str]:
    """Return the queries of a BEIR folder by id, in the order of the file.

    Raises:
        UsageError: The file is missing or not in BEIR form.
    """
    path = folder / "queries.jsonl"
    try:
        rows = [json.loads(line) for line in read_lines(path)]
        return {str(row["_id"]): str(row["text"]) for row in rows}
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path}: không đúng dạng BEIR ({error}). Hãy sửa tệp này.") from error


def read_qrels(folder: Path) -> dict[str, dict[str, int]]:
    """Return the judgements of a BEIR folder: relevance by query and document.

    Raises:
        UsageError: The file is missing or a line is not three columns.
    """
    path = folder / "qrels.tsv"
    if not path.is_file():
        path = folder / "qrels" / "test.tsv"
    qrels: dict[str, dict[str, int]] = {}
    for number, line in enumerate(read_lines(path), 1):
        columns = line.rstrip("\n").split("\t")
        if number == 1 and not columns[-1].strip().lstrip("-").isdigit():
            continue  # the header
        try:
            query, document, relevance = columns
            qrels.setdefault(query, {})[document] = int(relevance)
        except ValueError as error:
            raise UsageError(
                f"{path}, dòng {number}: cần ba cột câu hỏi, tài liệu, điểm. Hãy sửa dòng này."
            ) from error
    return qrels


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file that are not empty.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: không đọc được ({error}). Hãy kiểm tra thư mục BEIR.") from error
    return [line for line in text.split("\n") if line.strip()]


def _search_all(
    assistant: Assistant, queries: Mapping[str, str], k: int, progress: Progress
) -> dict[str, Ranked]:
    ranked: dict[str, Ranked] = {}
    paths = {card.id: card.path for card in assistant.reader.library.cards()}
    for done, (key, text) in enumerate(queries.items()):
        progress("Tìm", done, len(queries))
        begin = time.perf_counter()
        hits = assistant.search(text, k=k * _PASSAGES_A_DOCUMENT)
        milliseconds = (time.perf_counter() - begin) * 1000
        found = rank_documents([paths[hit.passage.document_id] for hit in hits], k)
        ranked[key] = Ranked(found, milliseconds)
    return ranked


def rank_documents(documents: Sequence[str], k: int) -> tuple[str, ...]:
    """Return the first ``k`` documents of a ranking of passages, each at its best passage."""
    return tuple(dict.fromkeys(documents))[:k]


def measure(
    qrels: Mapping[str, Mapping[str, int]], run: Mapping[str, Sequence[str]]
) -> dict[str, Summary]:
    """Return each measure over the queries of the run.

    Args:
        qrels: Relevance by query and document.
        run: Documents of each query, best first; a query that found nothing counts as zero.

    Raises:
        MissingDependencyError: ``ir_measures`` is not installed.
    """
    values = calculate(qrels, run, MEASURES).values()
    return {name: Summary(tuple(one[name] for one in values)) for name in MEASURES}


# --- what is printed ----------------------------------------------------------------------


def _lines_of(qrels: Mapping[str, Mapping[str, int]], ranked: Mapping[str, Ranked]) -> str:
    lines = []
    for name, one in measure(qrels, _documents(ranked)).items():
        low, high = one.bounds or (0.0, 0.0)
        lines.append(f"{name:11}{one.value:.4f}  [{low:.4f}, {high:.4f}]")
    lines += [f"{f'p{part} ms':11}{_time(ranked, part):.1f}" for part in (50, 95)]
    return "\n".join(lines) + "\n"


def _documents(ranked: Mapping[str, Ranked]) -> dict[str, tuple[str, ...]]:
    return {key: one.documents for key, one in ranked.items()}


def _time(ranked: Mapping[str, Ranked], percent: float) -> float:
    return percentile([one.milliseconds for one in ranked.values()], percent)
