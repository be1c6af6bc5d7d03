"""A whole run on a fake assistant: tables, rows and exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from eval_fakes import FAKE, QUESTIONS, SILENT, TARGET, Fake, document, gold, hit, opened_fake

from assistant.indexing.jobs import JobState, read_job
from assistant.schema import Answer
from evals import __main__ as command
from evals import gates, measuring
from evals.measures import Summary, summarise
from evals.reports import as_row
from evals.running import Result, ask_all
from evals.tables import failures, search_table, table, trivial_table
from evals.trivial import trivial_rows


@pytest.fixture
def results() -> list[Result]:
    # Fixed times, so that the table is the same at every run.
    found = ask_all(QUESTIONS, FAKE)
    return [replace(r, milliseconds=10.0 * (i + 1)) for i, r in enumerate(found)]


def counted(results: list[Result], measure: str) -> tuple[float, int]:
    found = summarise(results, measure)
    return found.total, found.of


def test_every_measure_counts_what_it_applies_to(results: list[Result]) -> None:
    assert counted(results, "short") == (1, 3)
    assert counted(results, "facts") == (0, 0)
    assert counted(results, "answer") == (1, 3)
    assert counted(results, "evidence") == (2, 3)
    assert counted(results, "missed") == (1, 2)
    assert counted(results, "refused") == (1, 3)
    assert counted(results, "valid") == (5, 5)
    # What is not answered has no citations to be precise about, and recalls nothing.
    assert counted(results, "cite prec.") == (2, 2)
    assert counted(results, "cite recall") == (2, 3)
    # The answers with figures: two right in what they cite, and the invented one as well.
    assert counted(results, "grounded") == (3, 3)
    assert counted(results, "recall@1") == (3, 3)


def test_a_measure_without_questions_has_no_value() -> None:
    assert Summary(()).value is None
    assert Summary(()).bounds is None
    assert Summary((1.0, 0.0, 0.5)).value == (1 + 0 + 0.5) / 3


def test_a_followup_is_asked_with_what_came_before() -> None:
    heard: list[Sequence[str]] = []

    class Listening(Fake):
        def ask(self, text: str, *, history: Sequence[str] = ()) -> Answer:
            heard.append(history)
            return SILENT

    followup = replace(gold(category="followup"), history=("Cấp tỉnh bao nhiêu?",))
    ask_all([followup, gold("q2")], Listening({}))
    assert heard == [("Cấp tỉnh bao nhiêu?",), ()]


def test_table_shows_categories_splits_and_total(results: list[Result]) -> None:
    rows = {line.split()[0]: line.split() for line in table(results).splitlines() if line.strip()}
    assert rows["target"][1:9] == ["3", "33", "1/3", "–", "–", "33", "1/3", "67"]
    assert rows["dev"][1] == "3"
    assert rows["test"][1] == "2"
    total = rows["total"]
    assert total[1] == "5"
    assert total[-2:] == ["30", "48"]  # of 10, 20, 30, 40, 50 ms: the middle; 40 + .8 · 10
    assert table(results).count("95%") == 3


def test_search_table_shows_shares_with_the_questions_they_are_of(results: list[Result]) -> None:
    rows = {line.split()[0]: line.split() for line in search_table(results).splitlines() if line}
    # After n: citation recall, citation precision, figures grounded, recall@1.
    assert rows["target"][2:8] == ["66.7", "(3)", "100.0", "(2)", "100.0", "(2)"]
    assert rows["unanswerable"][2:6] == ["–", "–", "100.0", "(1)"]


def test_trivial_rows_stand_below_the_assistant(results: list[Result]) -> None:
    shown = trivial_table(results, trivial_rows(results, FAKE, FAKE.documents())).splitlines()
    assert [line.split()[0] for line in shown[1:]] == ["assistant", "refuse", "first", "best"]
    assert "33 1/3" in shown[1]


def test_a_hit_counts_for_search_only_when_it_holds_the_gold() -> None:
    aside, holding = hit("Xã Đoàn Kết có 14 khu phố.", 1), hit(TARGET, 2)
    (result,) = ask_all([gold()], Fake({}, [aside, holding]))
    assert result.found.rank == 2
    assert result.found.values is not None
    assert (result.found.values["recall@1"], result.found.values["recall@5"]) == (0, 1)
    assert result.found.values["MRR@10"] == 1 / 2


def test_a_followup_is_not_searched_for_without_its_history() -> None:
    followup = replace(gold(category="followup"), history=("Cấp tỉnh bao nhiêu?",))
    (result,) = ask_all([followup], FAKE)
    assert result.found.values is None
    assert result.found.first == FAKE.hits[0]


def test_failures_name_what_is_wrong(results: list[Result]) -> None:
    found = failures(results)
    assert "q1" not in found
    assert "q2 target [answer] sai\n  want: 60%    got: 14" in found
    assert "q3 target [answer, evidence, refused] im" in found
    assert "q4" not in found
    assert "q5 unanswerable [abstained] bịa" in found


def test_row_holds_what_a_person_needs(results: list[Result]) -> None:
    row = json.loads(json.dumps(as_row(results[1]), ensure_ascii=False))
    assert row["id"] == "q2"
    assert row["expected"]["short"] == ["60%"]
    assert (row["short"], row["right"]) == ("14", False)
    assert row["citations"][0]["quote"] == TARGET
    assert row["measures"]["evidence"] == 1
    assert (row["milliseconds"], row["rank"]) == (20.0, 1)


# --- the command


def question_file(folder: Path, ids: tuple[str, ...]) -> Path:
    path = folder / "questions-own.jsonl"
    rows = [as_row(result) for result in ask_all(QUESTIONS, FAKE) if result.gold.id in ids]
    lines = [
        json.dumps(
            {key: row[key] for key in ("id", "corpus", "split", "category", "question")}
            | row["expected"]
        )
        for row in rows
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def fake_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "opened", opened_fake)


@pytest.mark.usefixtures("fake_index")
def test_command_passes_above_the_gate_and_writes_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = question_file(tmp_path, ("q1", "q4")), tmp_path / "made" / "rows.jsonl"
    code = command.main(
        ["--questions", str(file), "--corpus", f"seeds={tmp_path}", "--json", str(out)]
    )
    assert code == 0
    assert capsys.readouterr().out.startswith("seeds: answers\n")
    report = json.loads(out.read_text(encoding="utf-8"))
    rows = [(row["id"], row["right"]) for row in report["questions"]]
    assert rows == [("q1", True), ("q4", True)]


@pytest.mark.usefixtures("fake_index")
def test_command_fails_below_the_gate_but_not_for_one_category(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = question_file(tmp_path, ("q1", "q2", "q4"))
    arguments = ["--questions", str(file), "--corpus", f"seeds={tmp_path}"]
    assert command.main(arguments) == 1
    assert "Dưới ngưỡng: seeds: short 50.0% < 85.0%" in capsys.readouterr().err
    assert command.main([*arguments, "--category", "target"]) == 0


@pytest.mark.usefixtures("fake_index")
def test_command_fails_when_a_question_that_must_pass_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gates, "load_gate", lambda: {"seeds": {"short": 0.0}})
    monkeypatch.setattr(gates, "load_must_pass", lambda: {"q2": "số liệu"})
    file = question_file(tmp_path, ("q1", "q2"))
    assert command.main(["--questions", str(file), "--corpus", f"seeds={tmp_path}"]) == 1
    assert capsys.readouterr().err == "Phải đúng mà sai: q2 sai (số liệu)\n"


@pytest.mark.usefixtures("fake_index")
def test_command_takes_what_is_right_as_the_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baseline = tmp_path / "baseline.json"
    monkeypatch.setattr(gates, "BASELINE_FILE", baseline)
    monkeypatch.setattr(command, "question_files", lambda: [question_file(tmp_path, ("q1", "q4"))])
    assert command.main(["--accept", "--corpus", f"seeds={tmp_path}"]) == 0
    assert gates.load_baseline(baseline).keys() == {"q1", "q4"}
    assert command.main(["--accept", "--category", "target"]) == 2


@pytest.mark.usefixtures("fake_index")
def test_command_compares_with_an_older_run_and_draws_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, page = tmp_path / "old.json", tmp_path / "page.html"
    arguments = ["--questions", str(question_file(tmp_path, ("q1", "q4")))]
    arguments += ["--corpus", f"seeds={tmp_path}"]
    assert command.main([*arguments, "--json", str(old)]) == 0
    capsys.readouterr()
    assert command.main([*arguments, "--compare", str(old), "--html", str(page)]) == 0
    out, err = capsys.readouterr()
    assert "right → wrong: 0" in out
    assert err == f"Báo cáo: {page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.usefixtures("fake_index")
def test_command_tells_in_a_folder_how_far_it_is(tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.mkdir()
    arguments = ["--questions", str(question_file(tmp_path, ("q1", "q4")))]
    arguments += ["--corpus", f"seeds={tmp_path}", "--progress", str(told)]
    assert command.main(arguments) == 0
    job = read_job(told)
    assert (job.state, job.stage) == (JobState.DONE, "Hỏi")
    assert [path.name for path in told.iterdir()] == [".job.json"]
    assert command.main([*arguments, "--questions", str(tmp_path / "none")]) == 2
    assert read_job(told).state is JobState.FAILED


@pytest.mark.usefixtures("fake_index")
def test_command_asks_again_and_says_which_documents_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHINHSACH_SHARED", str(tmp_path))
    arguments = ["--questions", str(question_file(tmp_path, ("q1", "q4"))), "--robustness"]
    assert command.main([*arguments, "--corpus", f"seeds={tmp_path}"]) == 0
    out, err = capsys.readouterr()
    assert "seeds: asked again" in out
    assert {line.split(maxsplit=1)[0] for line in out.splitlines() if line} >= {"NFD", "upper"}
    assert "Bỏ qua phép thử với tài liệu lạ" in err
    assert command.main([*arguments, "--foreign", "0"]) == 2


@pytest.mark.usefixtures("fake_index")
def test_command_says_what_it_skips(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("CHINHSACH_SHARED", str(tmp_path))
    assert command.main(["--questions", str(question_file(tmp_path, ("q2",)))]) == 0
    assert "Bỏ qua 1 câu hỏi của “seeds”" in capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    assert command.main(["--questions", str(question_file(tmp_path, ("q2",)))]) == 2


@pytest.mark.parametrize("pair", ["seeds", "moon=here", "seeds="])
def test_command_refuses_a_corpus_that_it_does_not_understand(
    pair: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--corpus", pair]) == 2
    assert f"--corpus {pair}: không hiểu" in capsys.readouterr().err


@pytest.mark.usefixtures("fake_index")
def test_command_refuses_an_id_given_twice(tmp_path: Path) -> None:
    file = str(question_file(tmp_path, ("q1",)))
    assert command.main(["--questions", file, file, "--corpus", f"seeds={tmp_path}"]) == 2


def test_command_asks_a_real_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "xa-doan-ket.txt").write_text(document().text, encoding="utf-8")
    wanted = gold("r1")
    row = as_row(ask_all([wanted], FAKE)[0])
    line = {key: row[key] for key in ("id", "corpus", "split", "category")}
    line["question"] = (
        "Đến năm 2025, xã Đoàn Kết phấn đấu bao nhiêu phần trăm hồ sơ xử lý trên mạng?"
    )
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps(line | row["expected"]), encoding="utf-8")
    arguments = ["--questions", str(file), "--corpus", f"seeds={texts}", "--failures"]
    assert command.main(arguments) == 0, capsys.readouterr().out


def test_the_assistant_never_imports_its_measures() -> None:
    package = Path(__file__).resolve().parents[2] / "assistant"
    importing = re.compile(r"^\s*(?:from|import)\s+evals\b", re.MULTILINE)
    files = sorted(package.rglob("*.py"))
    assert files
    assert [path for path in files if importing.search(path.read_text(encoding="utf-8"))] == []
