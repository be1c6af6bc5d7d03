"""Where evaluations lie, and running one in a process of its own."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.indexing.jobs import start_process

__all__ = ["EVALS_VARIABLE", "evals_folder", "report_file", "results_folder", "start_evaluation"]

EVALS_VARIABLE = "CHINHSACH_EVAL_RESULTS"
_REPORT = "run.json"
_CHECKOUT = Path(__file__).resolve().parents[3]


def evals_folder() -> Path | None:
    """Return the folder of the questions with known answers; None where it is not installed."""
    folder = _CHECKOUT / "evals"
    return folder if (folder / "__main__.py").is_file() else None


def results_folder() -> Path:
    """Return where results lie: ``CHINHSACH_EVAL_RESULTS``, or where ``make eval`` puts them."""
    given = os.environ.get(EVALS_VARIABLE)
    return Path(given) if given else _CHECKOUT / "evals" / "results"


def report_file() -> Path:
    """Return the file of the latest report, whether or not it is there."""
    return results_folder() / _REPORT


def start_evaluation() -> bool:
    """Start an evaluation; False where one runs already, or nothing is installed to run."""
    if evals_folder() is None:
        return False
    folder = results_folder().resolve()
    told = ["--json", str(folder / _REPORT), "--progress", str(folder)]
    return start_process(folder, ["evals", *told], working=_CHECKOUT)
