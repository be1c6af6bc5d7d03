"""The page “Đánh giá” without a browser, and the parts of it that are plain functions."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from page_texts import assert_alike
from streamlit.testing.v1 import AppTest

from assistant.errors import ReadError
from assistant.indexing.jobs import Job, JobState
from assistant.ui.evaluation import running
from assistant.ui.evaluation.charts import chart_rows
from assistant.ui.evaluation.reports import failures, read_report, share_of, shares_by
from assistant.ui.evaluation.texts import EVALUATION_TEXTS
from assistant.ui.signing.roles import Standing, Visitor
from evals.labels import CATEGORY_LABELS, CORPUS_LABELS, SPLIT_LABELS

VI = EVALUATION_TEXTS["vi"]
EVIL = "<img src=x onerror=alert(1)> $a$ [x](javascript:alert(1))"


def row(number: int, **known: Any) -> dict[str, Any]:
    expected = {"answerable": True, "short": ["25%"], "facts": [], "evidence": []}
    values = {
        "id": f"q{number}", "corpus": "starter", "split": "dev", "category": "figure",
        "question": f"Câu hỏi {number}?", "history": [], "right": True, "status": "full",
        "expected": expected, "short": "25%", "text": "25% [1]", "missing": "",
        "citations": [], "measures": {"evidence": 1.0}, "milliseconds": 20.0,
    }  # fmt: skip
    return values | known


REFUSED = {"answerable": False, "short": [], "facts": [], "evidence": []}
ROWS = [
    row(1),
    row(2, right=False, short="30%", question=f"Bao nhiêu {EVIL}?"),
    row(3, category="unanswerable", expected=REFUSED, status="not_found", short=None),
    row(4, corpus="seeds", split="hard", category="list", right=False, short=None, text="dài [1]"),
]


def write(folder: Path, rows: list[dict[str, Any]]) -> Path:
    corpora = {name: {"index": "ab"} for name in ("starter", "seeds")}
    path = folder / "run.json"
    path.write_text(json.dumps({"run": {"corpora": corpora}, "questions": rows}))
    return path


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(running.EVALS_VARIABLE, str(tmp_path))
    return tmp_path


def page() -> AppTest:
    def draw() -> None:
        from assistant.ui.evaluation.page import show

        show(None, "vi")

    return AppTest.from_function(draw, default_timeout=300).run()


def test_both_languages_say_everything_that_an_evaluation_names() -> None:
    assert_alike(EVALUATION_TEXTS)
    assert VI.categories.keys() == CATEGORY_LABELS.keys()
    assert VI.corpora.keys() == CORPUS_LABELS.keys()
    assert VI.splits.keys() == SPLIT_LABELS.keys() - {"all"}


def test_a_report_is_read_and_counted(tmp_path: Path) -> None:
    report = read_report(write(tmp_path, ROWS))
    assert report is not None
    assert [share.name for share in shares_by(report.asked, lambda one: one.category)] == [
        "list",
        "figure",
        "unanswerable",
    ]
    assert [one.id for one in failures(report.asked, None)] == ["q2", "q4"]
    assert [one.id for one in failures(report.asked, "list")] == ["q4"]
    assert report.asked[1].expected == "25%"
    assert (report.asked[2].expected, report.asked[2].answerable) == ("", False)
    rows = chart_rows(shares_by(report.asked, lambda one: one.category), VI)
    assert rows[1]["counted"] == "1 / 2"
    assert rows[1]["category"] == "Số liệu"


def test_the_interval_is_that_of_wilson(tmp_path: Path) -> None:
    report = read_report(write(tmp_path, [row(n, right=n != 1) for n in range(10)]))
    assert report is not None
    share = share_of("x", report.asked, lambda one: one.right)
    assert share is not None
    assert (share.count, share.of) == (9, 10)
    assert (round(share.low, 3), round(share.high, 3)) == (0.596, 0.982)
    assert share_of("x", (), lambda one: one.right) is None


def test_no_report_is_none_and_a_broken_one_is_said(tmp_path: Path) -> None:
    assert read_report(tmp_path / "run.json") is None
    for text in ("", "{", "[]", '{"run": {}, "questions": [1]}', '{"run": {"corpora": {}}}'):
        (tmp_path / "run.json").write_text(text)
        with pytest.raises(ReadError, match="chạy lại"):
            read_report(tmp_path / "run.json")


def test_without_results_the_page_says_how_to_get_them(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = page()
    assert not drawn.exception
    assert [one.value for one in drawn.info] == [VI.none]
    assert drawn.button(key="evaluation run").label == VI.run
    monkeypatch.setattr(running, "_CHECKOUT", results)
    drawn = page()
    assert [one.value for one in drawn.info] == [VI.none_no_evals]
    assert not drawn.button


def test_results_cut_short_are_said(results: Path) -> None:
    (results / "run.json").write_text('{"run": {')
    drawn = page()
    assert not drawn.exception
    assert [one.value for one in drawn.error] == [VI.damaged]
    assert drawn.button(key="evaluation run").label == VI.run_again


def test_shares_and_failures_are_shown_and_can_be_narrowed(results: Path) -> None:
    write(results, ROWS)
    drawn = page()
    assert not drawn.exception
    assert [(one.label, one.value) for one in drawn.metric] == [
        (VI.right, "50%"),
        (VI.evidence, "100%"),
        (VI.refused_rightly, "100%"),
        (VI.refused_wrongly, "0%"),
    ]
    assert VI.failures.format(2) in [one.value for one in drawn.header]
    told = [one.value for one in (*drawn.markdown, *drawn.caption)]
    assert VI.seconds.format(20) in told
    assert not any(re.search(r"(?<!\\)[<$]", value) for value in told)
    drawn.selectbox(key="evaluation category").set_value("list").run()
    assert VI.failures.format(1) in [one.value for one in drawn.header]
    drawn.segmented_control(key="evaluation corpus").set_value("starter").run()
    assert drawn.metric[0].value == "67%"
    assert not drawn.exception


def test_questions_of_the_test_part_are_counted_and_not_shown(results: Path) -> None:
    write(results, [*ROWS, row(5, split="test", category="date", right=False, question="Kín?")])
    drawn = page()
    assert VI.failures.format(3) in [one.value for one in drawn.header]
    told = [one.value for one in (*drawn.markdown, *drawn.caption)]
    assert VI.failures_sealed.format(1) in told
    assert not any("Kín" in value for value in told)
    assert VI.categories["date"] not in drawn.selectbox(key="evaluation category").options


def test_long_answers_end_at_a_word(results: Path) -> None:
    write(results, [row(1, right=False, short="dài " * 100)])
    told = [one.value for one in page().caption]
    assert VI.given.format(("dài " * 74).strip() + " …") in told


def test_all_right_leaves_nothing_to_ask_again(results: Path) -> None:
    write(results, [ROWS[0]])
    drawn = page()
    assert [one.value for one in drawn.success] == [VI.failures_none]
    assert not drawn.selectbox


@pytest.mark.parametrize(("state", "told"), [("failed", VI.failed), ("stopped", VI.stopped)])
def test_a_run_that_ended_badly_is_said(results: Path, state: str, told: str) -> None:
    write(results, ROWS)
    (results / ".job.json").write_text(json.dumps(asdict(Job(JobState(state)))))
    drawn = page()
    assert told in [one.value for one in (*drawn.error, *drawn.warning)]
    assert drawn.metric


@pytest.mark.parametrize("state", [JobState.NONE, JobState.FAILED, JobState.STOPPED])
def test_who_only_reads_sees_results_and_starts_nothing(
    results: Path, monkeypatch: pytest.MonkeyPatch, state: JobState
) -> None:
    (results / ".job.json").write_text(json.dumps(asdict(Job(state))))
    drawn = page()
    button = drawn.button(key="evaluation run")
    monkeypatch.setattr(
        "assistant.ui.evaluation.page.visitor", lambda: Visitor(Standing.READER, "a@b.vn")
    )
    monkeypatch.setattr(running, "start_process", lambda *_, **__: pytest.fail("started"))
    button.click().run()  # drawn when its reader was an editor still
    assert not drawn.exception
    assert not drawn.button
    assert not (*drawn.error, *drawn.warning)
    assert [one.value for one in drawn.info] == [VI.none_reader]
    (results / "run.json").write_text("{")
    assert [one.value for one in page().error] == [VI.damaged_reader]
    write(results, [ROWS[0]])
    drawn = page()
    assert drawn.metric
    assert not drawn.button


def test_a_click_starts_one_run(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, ...]] = []

    def start(folder: Path, arguments: list[str], working: Path) -> bool:
        started.append(tuple(arguments))
        return True

    monkeypatch.setattr(running, "start_process", start)
    page().button(key="evaluation run").click().run()
    folder = str(results)
    assert started == [("evals", "--json", f"{folder}/run.json", "--progress", folder)]
