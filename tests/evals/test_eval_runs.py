"""A whole run on a fake assistant: table, intervals, gate, rows and exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from eval_fakes import TARGET, answer, citation, document, gold

from assistant.errors import UsageError
from assistant.schema import Answer, Document, Status
from evals import __main__ as command
from evals.gates import below_gate, load_gate
from evals.questions import Gold
from evals.running import Result, as_row, ask_all, corpus_folder
from evals.tables import Share, failures, interval, percentile, share, table

RIGHT = answer("Xã phấn đấu 60% [1].", short="60%", citations=(citation(TARGET),))
SILENT = answer("Không tìm thấy.", status=Status.NOT_FOUND)


class Fake:
    """Answers by rote; whatever it has not learnt is not found."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers

    def ask(self, text: str, *, history: Sequence[str] = ()) -> Answer:
        return self.answers.get(text, SILENT)

    def document(self, document_id: str) -> Document:
        return document()


def asked(id_: str, question: str, **changes: object) -> Gold:
    return replace(gold(id_, **changes), question=question)


QUESTIONS = [
    asked("q1", "đúng"),
    asked("q2", "sai"),
    asked("q3", "im", split="test"),
    asked("q4", "không có", category="unanswerable"),
    asked("q5", "bịa", category="unanswerable", split="test"),
]
FAKE = Fake({"đúng": RIGHT, "sai": replace(RIGHT, short="14"), "bịa": RIGHT})


@pytest.fixture
def results() -> list[Result]:
    # Fixed times, so that the table is the same at every run.
    found = ask_all(QUESTIONS, FAKE)
    return [replace(r, milliseconds=10.0 * (i + 1)) for i, r in enumerate(found)]


def test_every_measure_counts_what_it_applies_to(results: list[Result]) -> None:
    assert share(results, "short") == Share(1, 3)
    assert share(results, "facts") == Share(0, 0)
    assert share(results, "answer") == Share(1, 3)
    assert share(results, "evidence") == Share(2, 3)
    assert share(results, "abstained") == Share(1, 2)
    assert share(results, "refused") == Share(1, 3)
    assert share(results, "valid") == Share(5, 5)


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
    assert rows["target"][1:8] == ["3", "33", "1/3", "–", "33", "1/3", "67"]
    assert rows["dev"][1] == "3"
    assert rows["test"][1] == "2"
    total = rows["total"]
    assert total[1] == "5"
    assert total[-2:] == ["30", "48"]  # of 10, 20, 30, 40, 50 ms: the middle; 40 + .8 · 10
    assert table(results).count("95%") == 3


def test_percentile_lies_between_neighbours() -> None:
    assert percentile([10, 20], 50) == 15
    assert percentile([7], 95) == 7


def test_interval_of_certain_outcomes_is_a_point() -> None:
    assert interval([True] * 9) == (1.0, 1.0)
    assert interval([False] * 9) == (0.0, 0.0)
    assert interval([]) is None


def test_interval_is_near_the_normal_one_and_repeats() -> None:
    outcomes = [True] * 80 + [False] * 20
    found = interval(outcomes)
    assert found is not None
    margin = 1.96 * (0.8 * 0.2 / 100) ** 0.5
    assert found == pytest.approx((0.8 - margin, 0.8 + margin), abs=0.015)
    assert interval(outcomes) == found


def test_gate_compares_the_point_estimate(results: list[Result]) -> None:
    gate = {"seeds": {"short": 0.51, "evidence": 1.0, "unanswerable": 1.0}}
    assert below_gate(results, "seeds", gate) == ["seeds: short 50.0% < 51.0%"]
    assert below_gate(results, "starter", {}) == ["starter: short 50.0% < 85.0%"]


def test_gate_holds_the_development_questions_alone(results: list[Result]) -> None:
    # Of all five questions 1 of 2 unanswerable ones is abstained from; of the two splits'
    # development half, the only one.
    gate = {"seeds": {"short": 0.5, "evidence": 1.0, "unanswerable": 1.0}}
    assert share(results, "abstained") == Share(1, 2)
    assert below_gate(results, "seeds", gate) == []


def test_stored_gate_is_the_aim() -> None:
    aim = {"short": 0.85, "evidence": 0.95, "unanswerable": 0.85}
    assert all(load_gate()["seeds"][name] >= lowest for name, lowest in aim.items())


def test_wrong_gate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    path.write_text('{"seeds": {"charm": 0.5}}', encoding="utf-8")
    with pytest.raises(UsageError, match="charm"):
        load_gate(path)


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
    assert row["verdicts"]["evidence"] is True
    assert row["milliseconds"] == 20.0


# --- folders


def test_seeds_are_found_through_the_environment(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert corpus_folder("seeds", {}, {"CHINHSACH_SHARED": str(tmp_path)}) == tmp_path / "seeds"


def test_missing_corpus_is_skipped_at_home_and_an_error_in_integration(tmp_path: Path) -> None:
    home = {"CHINHSACH_SHARED": str(tmp_path)}
    assert corpus_folder("seeds", {}, home) is None
    with pytest.raises(UsageError, match="CHINHSACH_SHARED"):
        corpus_folder("seeds", {}, {**home, "CI": "true"})


def test_folder_that_the_user_names_must_be_there(tmp_path: Path) -> None:
    assert corpus_folder("seeds", {"seeds": tmp_path}, {}) == tmp_path
    with pytest.raises(UsageError, match="không có thư mục"):
        corpus_folder("seeds", {"seeds": tmp_path / "none"}, {})


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
    @contextmanager
    def opened(source: Path, config: Path | None = None) -> Iterator[Fake]:
        yield FAKE

    monkeypatch.setattr(command, "opened", opened)


@pytest.mark.usefixtures("fake_index")
def test_command_passes_above_the_gate_and_writes_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = question_file(tmp_path, ("q1", "q4")), tmp_path / "made" / "rows.jsonl"
    code = command.main(
        ["--questions", str(file), "--corpus", f"seeds={tmp_path}", "--json", str(out)]
    )
    assert code == 0
    assert capsys.readouterr().out.startswith("seeds\n")
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["right"]) for row in rows] == [("q1", True), ("q4", True)]


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
