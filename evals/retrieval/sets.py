"""Sets of questions in BEIR form, each with its index and its brute-force baselines."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.config import Config
from assistant.errors import UsageError
from evals.beir import read_judged, read_lines
from evals.corpora import indexed
from evals.robustness import without_marks
from evals.running import Progress

__all__ = ["SPELLINGS", "IndexedSet", "index_set"]

SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "with marks": str,
    "without marks": without_marks,
}
"""Ways in which each question is asked, by name."""

_TEXT = "corpus.jsonl"


@dataclass(frozen=True)
class IndexedSet:
    """A set with its index.

    Attributes:
        name: Name of the folder.
        queries: Judged questions by id.
        qrels: Relevance by question and document.
        documents: Title and text of each document by id.
        index: Folder of its index.
        seconds: Time that the index took.
    """

    name: str
    queries: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
    documents: Mapping[str, str]
    index: Path
    seconds: float

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Bytes of the text, and of each part of the index."""
        parts: dict[str, int] = {"text": sum(len(t.encode()) for t in self.documents.values())}
        for folder in sorted(self.index.glob("gen-*")):
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                part = path.relative_to(folder).parts[0].split(".")[0]
                parts[part] = parts.get(part, 0) + path.stat().st_size
        return parts


@contextmanager
def index_set(folder: Path, config: Config, progress: Progress) -> Iterator[IndexedSet]:
    """Read a set and build its index, which goes afterwards.

    Args:
        folder: ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.tsv``.
        config: Settings of the index.
        progress: Told the stage, the steps done and all its steps.

    Raises:
        UsageError: A file is missing or not in BEIR form, or no question is judged.
    """
    queries, qrels = read_judged(folder)
    documents = _documents(folder / _TEXT)
    begin = time.perf_counter()
    with indexed([folder / _TEXT], config, progress) as index:
        taken = time.perf_counter() - begin
        yield IndexedSet(folder.name, queries, qrels, documents, index, taken)


def _documents(path: Path) -> dict[str, str]:
    try:
        rows = [json.loads(line) for line in read_lines(path)]
        return {str(row["_id"]): f"{row.get('title') or ''}\n{row['text']}".strip() for row in rows}
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"{path}: không đúng dạng BEIR ({error}). Hãy sửa tệp này.") from error
