"""``python -m evals``: ask all questions, print the table, fail below the gate."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import AssistantError, UsageError
from evals.beir import main as run_beir
from evals.gates import below_gate, load_gate
from evals.questions import CATEGORIES, CORPORA, Gold, load_questions, question_files
from evals.running import Result, as_row, ask_all, corpus_folder, opened
from evals.tables import failures, table

__all__ = ["main"]

OK, BELOW_GATE, USER_ERROR = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 right, 1 below the gate, 2 misused."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["beir"]:
            return run_beir(given[1:])
        return _evaluate(_parser().parse_args(given))
    except AssistantError as error:
        _say(str(error))
        return USER_ERROR


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals",
        description="Ask questions with known answers and count what is right. "
        "`python -m evals beir DIR` measures search on a BEIR folder.",
    )
    parser.add_argument(
        "--questions", nargs="+", type=Path, metavar="FILE", help="default: evals/questions-*.jsonl"
    )
    parser.add_argument(
        "--corpus",
        action="append",
        default=[],
        metavar="NAME=DIR",
        help="folder of a corpus, such as seeds=../shared/seeds",
    )
    parser.add_argument(
        "--category", choices=CATEGORIES, help="these only; the gate is not applied"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings, as chinhsach.toml")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write a row for each question")
    parser.add_argument("--failures", action="store_true", help="print what went wrong")
    return parser


def _evaluate(options: argparse.Namespace) -> int:
    folders = _folders(options.corpus)
    questions = _questions(options.questions or question_files(), options.category)
    gate = load_gate()
    results: list[Result] = []
    below: list[str] = []
    for corpus in CORPORA:
        asked = [gold for gold in questions if gold.corpus == corpus]
        if not asked:
            continue
        folder = corpus_folder(corpus, folders)
        if folder is None:
            _say(
                f"Bỏ qua {len(asked)} câu hỏi của “{corpus}”: không có tài liệu trên máy này. "
                f"Hãy chỉ thư mục bằng --corpus {corpus}=DIR."
            )
            continue
        with opened(folder, options.config) as assistant:
            answered = ask_all(asked, assistant)
        sys.stdout.write(f"{corpus}\n{table(answered)}\n\n")
        if options.failures:
            sys.stdout.write(f"{failures(answered)}\n\n")
        results += answered
        below += [] if options.category else below_gate(answered, corpus, gate)
    if options.json:
        _write_rows(options.json, results)
    for line in below:
        _say(f"Dưới ngưỡng: {line}")
    return BELOW_GATE if below else OK


def _folders(given: Sequence[str]) -> dict[str, Path]:
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


def _questions(files: Sequence[Path], category: str | None) -> list[Gold]:
    if not files:
        raise UsageError("Không có tệp câu hỏi nào. Hãy chỉ tệp bằng --questions FILE.")
    questions = [gold for file in files for gold in load_questions(file)]
    twice = [id_ for id_, count in Counter(gold.id for gold in questions).items() if count > 1]
    if twice:
        raise UsageError(f"Mã câu hỏi “{twice[0]}” có hơn một lần. Hãy đặt mã khác.")
    return [gold for gold in questions if category in (None, gold.category)]


def _write_rows(path: Path, results: Sequence[Result]) -> None:
    lines = (json.dumps(as_row(result), ensure_ascii=False) + "\n" for result in results)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: không ghi được ({error}). Hãy chọn nơi khác.") from error


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
