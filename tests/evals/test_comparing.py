"""Two runs of the same questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval_fakes import FAKE, QUESTIONS

from assistant.errors import UsageError
from evals.comparing import compared, comparison, outcomes, read_outcomes, turned
from evals.reports import Measured, as_report, write_report
from evals.running import ask_all

BEFORE = {"a": {"right": 1.0}, "b": {"right": 0.0}, "c": {"right": 1.0}, "gone": {"right": 1.0}}
AFTER = {"new": {"right": 0.0}, "a": {"right": 0.0}, "b": {"right": 1.0}, "c": {"right": 1.0}}


def test_questions_of_both_runs_turn() -> None:
    assert turned(BEFORE, AFTER) == (["a"], ["b"])


def test_difference_is_over_questions_that_have_the_measure_twice() -> None:
    before = {"a": {"answer": 1.0}, "b": {"answer": None}, "c": {"answer": 1.0}}
    after = {"a": {"answer": 0.0}, "b": {"answer": 1.0}, "c": {"answer": 1.0}}
    found = compared(before, after, "answer")
    assert found is not None
    assert (found.value, found.of) == (-1 / 2, 2)
    assert compared(before, {}, "answer") is None


@pytest.mark.parametrize(("measure", "loss"), [("answer", False), ("refused", True)])
def test_more_is_a_loss_only_where_less_is_better(measure: str, loss: bool) -> None:
    before = {str(i): {measure: 0.0} for i in range(20)}
    after = {str(i): {measure: 1.0} for i in range(20)}
    more, less = compared(before, after, measure), compared(after, before, measure)
    assert more is not None
    assert less is not None
    assert (more.is_loss, less.is_loss) == (loss, not loss)
    assert more.negated() == less


def test_comparison_names_what_turned() -> None:
    shown = comparison(BEFORE, AFTER, dict.fromkeys("abc", "Bao nhiêu?"))
    assert "right → wrong: 1\n  a Bao nhiêu?\n" in shown
    assert "wrong → right: 1\n  b Bao nhiêu?" in shown


def test_a_written_report_is_read_again(tmp_path: Path) -> None:
    results = ask_all(QUESTIONS, FAKE)
    path = tmp_path / "made" / "run.json"
    write_report(path, as_report([Measured("seeds", None, results)]))
    assert read_outcomes(path) == {
        key: {name: None if value is None else float(value) for name, value in one.items()}
        for key, one in outcomes(results).items()
    }


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    for text in ("{", "[]", '{"questions": [{"id": "a"}]}'):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match="không phải báo cáo"):
            read_outcomes(path)
