"""Asking every question of an index built for the occasion."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.config import Config, load_config
from assistant.errors import UsageError
from assistant.schema import Answer, Document
from evals.questions import Gold
from evals.scoring import Verdict, score

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = ["Asked", "Result", "as_row", "ask_all", "corpus_folder", "opened"]

_ROOT = Path(__file__).resolve().parents[1]


class Asked(Protocol):
    """What can be asked; the assistant can, and so can a fake."""

    def ask(self, text: str, *, history: Sequence[str] = ()) -> Answer:
        """Answer a question that follows earlier ones."""

    def document(self, document_id: str) -> Document:
        """Return a document by its id."""


@dataclass(frozen=True, slots=True)
class Result:
    """One question asked, with its verdict and the milliseconds it took."""

    gold: Gold
    answer: Answer
    verdict: Verdict
    milliseconds: float


def corpus_folder(
    corpus: str, given: Mapping[str, Path], environment: Mapping[str, str] | None = None
) -> Path | None:
    """Return the folder of a corpus; None where it is not on this machine.

    Args:
        corpus: Its name.
        given: Folders by corpus that the user named.
        environment: Environment variables; those of the process when None.

    Raises:
        UsageError: A folder that the user named is missing, or, under continuous
            integration (``CI`` is set), any folder is.
    """
    environment = os.environ if environment is None else environment
    if corpus in given:
        if not given[corpus].is_dir():
            raise UsageError(f"{given[corpus]}: không có thư mục này. Hãy kiểm tra --corpus.")
        return given[corpus]
    folder = _ROOT / "corpus"
    if corpus == "seeds":
        shared = environment.get("CHINHSACH_SHARED")
        folder = (Path(shared) if shared else _ROOT.parent / "shared") / "seeds"
    if folder.is_dir():
        return folder
    if environment.get("CI"):
        raise UsageError(
            f"{folder}: không có tài liệu “{corpus}”. Hãy đặt CHINHSACH_SHARED hoặc --corpus."
        )
    return None


@contextmanager
def opened(source: Path, config: Path | None = None) -> Iterator[Assistant]:
    """Build an index of a folder or file in a temporary place and open it; it goes afterwards.

    Args:
        source: What to index.
        config: A file of settings; the defaults when None, whatever the working folder
            holds, so that a gate means the same on every machine.

    Raises:
        UsageError: The settings are missing or wrong.
    """
    from assistant.assistant import Assistant
    from assistant.indexing.build import build_index

    if config and not config.is_file():
        raise UsageError(f"{config}: không có tệp thiết lập này. Hãy kiểm tra --config.")
    settings = load_config(config) if config else Config()
    with tempfile.TemporaryDirectory(prefix="chinhsach-eval-", ignore_cleanup_errors=True) as made:
        index = Path(made) / "index"
        build_index([source], index, settings)
        yield Assistant.open(index)


def ask_all(questions: Sequence[Gold], assistant: Asked) -> list[Result]:
    """Ask every question, one after another, and score each answer."""
    results: list[Result] = []
    for gold in questions:
        begin = time.perf_counter()
        answer = assistant.ask(gold.question, history=gold.history)
        milliseconds = (time.perf_counter() - begin) * 1000
        results.append(Result(gold, answer, score(gold, answer, assistant.document), milliseconds))
    return results


def as_row(result: Result) -> dict[str, object]:
    """Return a result as plain data for looking at failures, in the order it is read."""
    gold, answer, verdict = result.gold, result.answer, result.verdict
    return {
        "id": gold.id,
        "corpus": gold.corpus,
        "split": gold.split,
        "category": gold.category,
        "question": gold.question,
        "history": list(gold.history),
        "right": verdict.right,
        "status": str(answer.status),
        "expected": {
            "answerable": gold.answerable,
            "short": list(gold.short),
            "facts": list(gold.facts),
            "evidence": [{"document": e.document, "quote": e.quote} for e in gold.evidence],
        },
        "short": answer.short,
        "text": answer.text,
        "missing": answer.missing,
        "citations": [
            {
                "marker": citation.marker,
                "document": citation.document.path,
                "label": citation.label,
                "quote": citation.quote,
            }
            for citation in answer.citations
        ],
        "verdicts": {
            "short": verdict.short,
            "facts": verdict.facts,
            "answer": verdict.answer,
            "evidence": verdict.evidence,
            "abstained": verdict.abstained,
            "refused": verdict.refused,
            "valid": verdict.valid,
        },
        "missing_facts": list(verdict.missing_facts),
        "faults": list(verdict.faults),
        "milliseconds": round(result.milliseconds, 1),
    }
