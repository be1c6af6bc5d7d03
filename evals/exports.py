"""``python -m evals export``: the questions in the forms that other tools read."""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answering.wording import NOT_FOUND
from assistant.errors import UsageError
from assistant.schema import Document, Passage
from assistant.vietnamese.normalise import nfc
from evals.corpora import corpus_folder, opened
from evals.questions import CORPORA, Gold, load_questions, question_files
from evals.ranking import met_by, needs
from evals.reports import write_text

if TYPE_CHECKING:
    from assistant.assistant import Assistant

__all__ = ["main", "promptfoo_rows", "relevant_passages"]


def main(arguments: Sequence[str]) -> int:
    """Write the questions of a corpus for another tool.

    Raises:
        UsageError: The documents are not on this machine, or the output cannot be written.
    """
    parser = argparse.ArgumentParser(prog="python -m evals export", description=__doc__)
    parser.add_argument("form", choices=("promptfoo", "beir"))
    parser.add_argument("out", type=Path, help="a CSV file for promptfoo, a folder for BEIR")
    parser.add_argument("--corpus", choices=CORPORA, default="starter", help="default: starter")
    parser.add_argument("--split", help="questions of this split alone")
    options = parser.parse_args(arguments)
    questions = [
        gold
        for file in question_files()
        for gold in load_questions(file)
        if gold.corpus == options.corpus and options.split in (None, gold.split)
    ]
    if options.form == "promptfoo":
        write_text(options.out, _csv(promptfoo_rows(questions)))
        return 0
    folder = corpus_folder(options.corpus, {})
    if folder is None:
        raise UsageError(
            f"Không có tài liệu của “{options.corpus}”. Hãy đặt CHINHSACH_SHARED tới nơi có chúng."
        )
    with opened([folder]) as assistant:
        _write_beir(options.out, questions, assistant)
    return 0


# --- promptfoo ----------------------------------------------------------------------------


def promptfoo_rows(questions: Sequence[Gold]) -> list[dict[str, str]]:
    """Return the questions as test cases of promptfoo, a row each.

    ``question`` and ``history`` are variables of the prompt. What a right answer holds stands
    in ``__expected1`` and so on, as JavaScript: promptfoo splits a list at commas, and a
    Vietnamese number has one (29,7%). The sources of the columns are promptfoo's pages “Test
    cases” and “Assertions”.
    """
    most = max((len(_assertions(gold)) for gold in questions), default=0)
    rows = []
    for gold in questions:
        wanted = _assertions(gold)
        expected = {
            f"__expected{number + 1}": wanted[number] if number < len(wanted) else ""
            for number in range(most)
        }
        rows.append(
            {"question": gold.question, "history": "\n".join(gold.history)}
            | expected
            | {
                "__description": gold.id,
                "__metadata:category": gold.category,
                "__metadata:split": gold.split,
            }
        )
    return rows


def _assertions(gold: Gold) -> list[str]:
    if not gold.answerable:
        return [f"icontains:{NOT_FOUND.rstrip('.')}"]
    if gold.short:
        return [_holds_one_of(gold.short)]
    return [_holds_one_of([fact]) for fact in gold.facts]


def _holds_one_of(forms: Iterable[str]) -> str:
    """Return an assertion that the output holds a form as whole words, in any case."""
    pattern = "|".join(map(_pattern, forms))
    return f"javascript:/{pattern}/iu.test(output.normalize('NFC'))"


def _pattern(form: str) -> str:
    """Return a JavaScript pattern for a form; white space and dashes may be any."""
    words = nfc(form).split()
    body = r"\s+".join(re.sub(r"[\^$\\.*+?()\[\]{}|/]", r"\\\g<0>", word) for word in words)
    body = re.sub(r"(?:\\s\+)?[-–—](?:\\s\+)?", lambda _: r"\s*[-–—]\s*", body)
    before = r"(?<![\p{L}\p{N}]|\d[.,\/])" if form[:1].isalnum() else ""
    after = r"(?![\p{L}\p{N}]|[.,\/]\d|\s?%)" if form[-1:].isalnum() else ""
    return before + body + after


def _csv(rows: Sequence[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys() if rows else ["question"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


# --- BEIR ---------------------------------------------------------------------------------


def relevant_passages(
    gold: Gold, documents: Iterable[Document], passages: Callable[[str], Sequence[Passage]]
) -> list[str]:
    """Return the ids of the passages that hold any of a question's gold.

    Args:
        gold: The question.
        documents: All documents.
        passages: Finds the passages of a document by its id.
    """
    wanted = needs(gold)
    return [
        passage.id
        for document in documents
        for passage in passages(document.id)
        if met_by(passage, document, wanted)
    ]


def _write_beir(folder: Path, questions: Sequence[Gold], assistant: Assistant) -> None:
    """Write passages, questions and judgements as Thakur et al. 2021 lay them out.

    A question that follows earlier ones, or has no answer, has nothing to be judged by.
    """
    documents = assistant.documents()
    passages = {one.id: assistant.reader.library.passages_of(one.id) for one in documents}
    corpus = [
        {"_id": passage.id, "title": document.title, "text": passage.of(document.text)}
        for document in documents
        for passage in passages[document.id]
    ]
    judged = [gold for gold in questions if gold.evidence and not gold.history]
    queries = [{"_id": gold.id, "text": gold.question} for gold in judged]
    qrels = [
        f"{gold.id}\t{passage}\t1"
        for gold in judged
        for passage in relevant_passages(gold, documents, passages.__getitem__)
    ]
    write_text(folder / "corpus.jsonl", _json_lines(corpus))
    write_text(folder / "queries.jsonl", _json_lines(queries))
    lines = ["query-id\tcorpus-id\tscore", *qrels]
    write_text(folder / "qrels" / "test.tsv", "\n".join(lines) + "\n")


def _json_lines(rows: Iterable[dict[str, str]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
