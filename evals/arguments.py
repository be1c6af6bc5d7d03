"""What may be typed after ``python -m evals``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import UsageError
from evals.questions import CATEGORIES, CORPORA

__all__ = ["corpus_folders", "parse"]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was typed to ask the questions.

    Raises:
        UsageError: Options contradict each other.
        SystemExit: The options make no sense, or help was asked for and has been printed.
    """
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Ask questions with known answers and count what is right.",
        epilog="`python -m evals beir DIR` measures search on a BEIR folder, `retrieval [DIR …]` "
        "every part of it on several; `python -m evals "
        "claims` measures verdicts on claims, `figures` the figures of real documents, `structure` "
        "and `metadata` the rest of their reading, `legacy` that of old fonts, `ocr` that of a "
        "scan, `pdf-speed` the time that PDF files take, `sessions` that of answers to several "
        "people at once; `python -m evals export promptfoo|beir "
        "OUT` writes the questions for other tools.",
    )
    add = parser.add_argument
    add("--questions", nargs="+", type=Path, metavar="FILE", help="default: evals/questions*.jsonl")
    add("--corpus", action="append", default=[], metavar="NAME=DIR",
        help="folder of a corpus, such as seeds=../shared/seeds")  # fmt: skip
    add("--category", choices=CATEGORIES, help="these only; no gate is applied")
    add("--config", type=Path, metavar="FILE", help="settings, as chinhsach.toml")
    add("--failures", action="store_true", help="print what went wrong")
    add("--json", type=Path, metavar="OUT", help="write the whole run as one JSON object")
    add("--progress", type=Path, metavar="DIR", help="tell in a folder how far it is")
    add("--html", type=Path, metavar="OUT", help="write the whole run as one page")
    add("--compare", type=Path, metavar="OLD.json", help="print what turned since an older run")
    add("--accept", action="store_true", help="take what is right now as the baseline of the gate")
    add("--robustness", action="store_true", help="ask again: other spellings, foreign documents")
    add("--foreign", nargs="*", type=int, default=[1_000, 40_000], metavar="N",
        help="with --robustness, foreign passages to add (default 1000 40000)")  # fmt: skip
    options = parser.parse_args(list(arguments))
    if options.accept and (options.category or options.questions or options.config):
        raise UsageError(
            "--accept cần mọi câu hỏi và thiết lập mặc định. "
            "Hãy bỏ --category, --questions, --config."
        )
    if any(count < 1 for count in options.foreign):
        raise UsageError("--foreign phải là các số từ 1 trở lên. Hãy đổi số.")
    return options


def corpus_folders(given: Sequence[str]) -> dict[str, Path]:
    """Return the folders that ``--corpus NAME=DIR`` names, by corpus.

    Raises:
        UsageError: One is not of that form, or names no known corpus.
    """
    folders: dict[str, Path] = {}
    for pair in given:
        corpus, equals, folder = pair.partition("=")
        if not equals or not folder or corpus not in CORPORA:
            raise UsageError(
                f"--corpus {pair}: không hiểu. Hãy viết TÊN=THƯ_MỤC, với tên là một trong: "
                f"{', '.join(CORPORA)}."
            )
        folders[corpus] = Path(folder)
    return folders
