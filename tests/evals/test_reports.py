"""A run as plain data."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval_fakes import FAKE, QUESTIONS

from assistant.errors import UsageError
from evals.reports import Documents, Measured, as_report, write_report
from evals.robustness import Variation
from evals.running import ask_all
from evals.trivial import trivial_rows


def report() -> dict[str, object]:
    results = [replace(one, milliseconds=10.0) for one in ask_all(QUESTIONS, FAKE)]
    trivial = trivial_rows(results, FAKE, FAKE.documents())
    variations = [Variation("the same", results)]
    return as_report([Measured("seeds", Documents.of(FAKE), results, trivial, variations)])


def test_run_says_what_was_asked() -> None:
    run = report()["run"]
    assert run["corpora"] == {
        "seeds": {
            "index": "index",
            "config": "config",
            "documents": 1,
            "passages": 1,
            "questions": len(QUESTIONS),
        }
    }


def test_groups_are_every_split_and_category() -> None:
    groups = {(group["split"], group["category"]): group for group in report()["groups"]}
    assert list(groups) == [
        (split, category)
        for split in ("all", "dev", "test")
        for category in ("all", "target", "unanswerable")
    ]
    whole = groups["all", "all"]
    assert (whole["n"], whole["milliseconds"]) == (5, {"p50": 10.0, "p95": 10.0})
    answer = whole["measures"]["answer"]
    assert (answer["value"], answer["n"]) == (round(1 / 3, 4), 3)
    assert answer["low"] <= answer["value"] <= answer["high"]
    assert "answer" not in groups["all", "unanswerable"]["measures"]


def test_trivial_rows_and_losses_stand_beside() -> None:
    made = report()
    assert {row["name"] for row in made["trivial"]} == {"refuse", "first passage", "best tf-idf"}
    same = next(row for row in made["robustness"] if row["split"] == "all")
    assert same["loss"]["answer"] == {"value": 0, "low": 0, "high": 0}
    assert same["measures"]["answer"]["n"] == 3


def test_report_is_plain_json_and_is_written_anywhere(tmp_path: Path) -> None:
    made = report()
    path = tmp_path / "new" / "run.json"
    write_report(path, made)
    assert json.loads(path.read_text(encoding="utf-8")) == made
    with pytest.raises(UsageError, match="không ghi được"):
        write_report(path / "below.json", made)
