"""The questions in the forms that other tools read."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval_fakes import document, gold, hit

from evals.__main__ import main
from evals.beir import read_qrels, read_queries
from evals.exports import promptfoo_rows, relevant_passages
from evals.questions import Evidence, load_questions, question_files


def starter() -> list[str]:
    found = [one for file in question_files() for one in load_questions(file)]
    return [one.id for one in found if one.corpus == "starter"]


def expected(**changes: object) -> list[str]:
    (row,) = promptfoo_rows([gold(**changes)])
    return [value for name, value in row.items() if name.startswith("__expected")]


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("29,7%", r"/(?<![\p{L}\p{N}]|\d[.,\/])29,7%/iu"),
        ("1.5 ha", r"1\.5\s+ha(?![\p{L}\p{N}]|[.,\/]\d|\s?%)/iu"),
        ("26/10", r"26\/10(?!"),
        ("35 - 40%", r"35\s*[-–—]\s*40%/iu"),
        ("03-NQ/TU", r"03\s*[-–—]\s*NQ\/TU(?!"),
        ("(VINASA)", r"/\(VINASA\)/iu"),
    ],
)
def test_a_form_is_looked_for_as_whole_words(form: str, pattern: str) -> None:
    (assertion,) = expected(short=(form,))
    assert assertion.startswith("javascript:/")
    assert assertion.endswith("/iu.test(output.normalize('NFC'))")
    assert pattern in assertion


def test_any_form_will_do_and_every_fact_must_stand() -> None:
    (assertion,) = expected(short=("60%", "sáu mươi phần trăm"))
    assert assertion.count("|(?<!") == 1
    assert len(expected(short=(), facts=("60%", "14 khu phố"))) == 2


def test_a_question_without_answer_is_to_be_refused() -> None:
    assert expected(category="unanswerable") == ["icontains:Không tìm thấy trong tài liệu"]


def test_every_row_has_every_column() -> None:
    followup = replace(gold("q2", category="followup"), history=("Cấp tỉnh?", "Cấp huyện?"))
    rows = promptfoo_rows([gold(short=(), facts=("một", "hai")), followup])
    assert rows[0].keys() == rows[1].keys()
    assert rows[1]["history"] == "Cấp tỉnh?\nCấp huyện?"
    assert rows[1]["__expected2"] == ""
    assert rows[1]["__metadata:category"] == "followup"


def test_passages_that_hold_any_gold_are_relevant() -> None:
    first, second = hit("Xã Đoàn Kết có 14 khu phố.", 1), hit("Ông Lê Văn Nam", 2)
    question = replace(gold(), evidence=(Evidence("xa-doan-ket.txt", "14 khu phố"),))
    found = relevant_passages(question, [document()], lambda _: [first.passage, second.passage])
    assert found == ["xa/1"]


def test_promptfoo_file_holds_every_question(tmp_path: Path) -> None:
    path = tmp_path / "made" / "tests.csv"
    assert main(["export", "promptfoo", str(path)]) == 0
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["__description"] for row in rows] == starter()


def test_beir_folder_is_one(tmp_path: Path) -> None:
    assert main(["export", "beir", str(tmp_path)]) == 0
    qrels, queries = read_qrels(tmp_path), read_queries(tmp_path)
    lines = (tmp_path / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    passages = {json.loads(line)["_id"] for line in lines}
    assert qrels.keys() == queries.keys() <= set(starter())
    assert {passage for judged in qrels.values() for passage in judged} <= passages
