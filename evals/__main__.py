"""``python -m evals``: ask all questions, print the tables, fail below the gates."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from assistant.cli_progress import ProgressLine
from assistant.errors import AssistantError, UsageError
from assistant.indexing.jobs import JobWriter
from evals import gates
from evals.arguments import corpus_folders, parse
from evals.beir import main as run_beir
from evals.claims import main as run_claims
from evals.comparing import comparison, outcomes, read_outcomes
from evals.confidence import main as run_confidence
from evals.corpora import corpus_folder
from evals.exports import main as run_export
from evals.figures import main as run_figures
from evals.legacy import main as run_legacy
from evals.measuring import Conditions, measure
from evals.metadata import main as run_metadata
from evals.ocr import main as run_ocr
from evals.page import page
from evals.pdf_speed import main as run_pdf_speed
from evals.public import main as run_public
from evals.questions import CORPORA, Gold, load_questions, question_files
from evals.reports import Measured, as_report, write_report, write_text
from evals.retrieval import main as run_retrieval
from evals.running import Progress, silent
from evals.sessions import main as run_sessions
from evals.structure import main as run_structure
from evals.tables import failures, robustness_table, search_table, table, trivial_table

__all__ = ["main"]

OK, BELOW_GATE, USER_ERROR = 0, 1, 2

_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "beir": run_beir,
    "--beir": run_beir,  # as `chinhsach eval --beir` spells it
    "claims": run_claims,
    "confidence": run_confidence,
    "export": run_export,
    "figures": run_figures,
    "legacy": run_legacy,
    "metadata": run_metadata,
    "ocr": run_ocr,
    "pdf-speed": run_pdf_speed,
    "public": run_public,
    "retrieval": run_retrieval,
    "sessions": run_sessions,
    "structure": run_structure,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 right, 1 below a gate, 2 misused."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        command = _COMMANDS.get(given[0]) if given else None
        return command(given[1:]) if command else _evaluate(parse(given))
    except AssistantError as error:
        _say(str(error))
        return USER_ERROR


def _evaluate(options: argparse.Namespace) -> int:
    """Measure, and tell those who wait how far it is."""
    if options.progress is None:
        return _run(options, silent)
    with JobWriter(options.progress) as job:
        code = _run(options, job)
        job.finish()
    return code


def _run(options: argparse.Namespace, told: Progress) -> int:
    folders = corpus_folders(options.corpus)
    questions = _questions(options.questions or question_files())
    before = read_outcomes(options.compare) if options.compare else None
    measured: list[Measured] = []
    for corpus in CORPORA:
        asked = [
            gold
            for gold in questions
            if gold.corpus == corpus and options.category in (None, gold.category)
        ]
        one = _measure(corpus, asked, folders, options, told) if asked else None
        if one:
            sys.stdout.write(_tables(one, options.failures))
            measured.append(one)
    results = [result for one in measured for result in one.results]
    if before is not None:
        words = {gold.id: gold.question for gold in questions}
        sys.stdout.write(comparison(before, outcomes(results), words) + "\n")
    if options.json or options.html:
        report = as_report(measured)
        if options.json:
            write_report(options.json, report)
        if options.html:
            write_text(options.html, page(report))
            _say(f"Báo cáo: {options.html}")
    if options.accept:
        count = gates.accept(results, [gold.id for gold in questions], gates.BASELINE_FILE)
        _say(f"Đã ghi mốc mới của {count} câu hỏi vào {gates.BASELINE_FILE}.")
    below = [] if options.category else _below(measured)
    for line in below:
        _say(line)
    return BELOW_GATE if below else OK


def _measure(
    corpus: str,
    asked: Sequence[Gold],
    folders: Mapping[str, Path],
    options: argparse.Namespace,
    told: Progress,
) -> Measured | None:
    folder = corpus_folder(corpus, folders)
    if folder is None:
        _say(
            f"Bỏ qua {len(asked)} câu hỏi của “{corpus}”: không có tài liệu trên máy này. "
            f"Hãy chỉ thư mục bằng --corpus {corpus}=DIR."
        )
        return None
    conditions = Conditions(options.config, options.robustness, options.foreign)
    with ProgressLine(sys.stderr) as shown:

        def progress(stage: str, done: int, total: int) -> None:
            shown(stage, done, total)
            told(stage, done, total)

        return measure(corpus, asked, folder, conditions, progress, _say)


def _tables(one: Measured, with_failures: bool) -> str:
    parts = [
        f"{one.corpus}: answers\n{table(one.results)}",
        f"{one.corpus}: answers that take no thought\n{trivial_table(one.results, one.trivial)}",
        f"{one.corpus}: citations, and search alone\n{search_table(one.results)}",
    ]
    if one.variations:
        parts.append(f"{one.corpus}: asked again\n{robustness_table(one.results, one.variations)}")
    if with_failures:
        parts.append(failures(one.results))
    return "\n\n".join(parts) + "\n\n"


def _below(measured: Sequence[Measured]) -> list[str]:
    gate, baseline = gates.load_gate(), gates.load_baseline(gates.BASELINE_FILE)
    must_pass = gates.load_must_pass()
    return [
        line
        for one in measured
        for line in (
            *gates.below_gate(one.results, one.corpus, gate),
            *gates.below_baseline(one.results, one.corpus, baseline),
            *gates.must_pass_failures(one.results, must_pass),
        )
    ]


def _questions(files: Sequence[Path]) -> list[Gold]:
    if not files:
        raise UsageError("Không có tệp câu hỏi nào. Hãy chỉ tệp bằng --questions FILE.")
    questions = [gold for file in files for gold in load_questions(file)]
    twice = [id_ for id_, count in Counter(gold.id for gold in questions).items() if count > 1]
    if twice:
        raise UsageError(f"Mã câu hỏi “{twice[0]}” có hơn một lần. Hãy đặt mã khác.")
    return questions


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
