"""What keeps a change out: shares below the gate, losses, questions that must pass."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval_fakes import FAKE, QUESTIONS, gold

from assistant.errors import UsageError
from evals.gates import (
    accept,
    below_baseline,
    below_gate,
    load_baseline,
    load_gate,
    load_must_pass,
    must_pass_failures,
)
from evals.measures import summarise
from evals.running import Result, ask_all


@pytest.fixture
def results() -> list[Result]:
    return ask_all(QUESTIONS, FAKE)


def test_gate_compares_the_point_estimate(results: list[Result]) -> None:
    gate = {"seeds": {"short": 0.51, "evidence": 1.0, "unanswerable": 1.0}}
    assert below_gate(results, "seeds", gate) == ["Dưới ngưỡng: seeds: short 50.0% < 51.0%"]
    assert below_gate(results, "starter", {}) == ["Dưới ngưỡng: starter: short 50.0% < 85.0%"]


def test_gate_holds_the_development_questions_alone(results: list[Result]) -> None:
    # Of all five questions 1 of 2 unanswerable ones is abstained from; of the two splits'
    # development half, the only one.
    gate = {"seeds": {"short": 0.5, "evidence": 1.0, "unanswerable": 1.0}}
    assert summarise(results, "missed").value == 1 / 2
    assert below_gate(results, "seeds", gate) == []


def test_stored_gate_is_the_aim() -> None:
    aim = {"short": 0.85, "evidence": 0.95, "unanswerable": 0.85}
    assert all(load_gate()["seeds"][name] >= lowest for name, lowest in aim.items())


def test_wrong_gate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gate.json"
    path.write_text('{"seeds": {"charm": 0.5}}', encoding="utf-8")
    with pytest.raises(UsageError, match="charm"):
        load_gate(path)


# --- the baseline


def many(right: int, count: int) -> list[Result]:
    """Return so many results of so many questions right."""
    good, _, silent, *_ = ask_all(QUESTIONS, FAKE)
    return [
        replace(good if number < right else silent, gold=gold(f"n{number:03}"))
        for number in range(count)
    ]


def test_a_loss_beyond_chance_is_below_the_baseline(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert accept(many(100, 100), [f"n{number:03}" for number in range(100)], path) == 100
    baseline = load_baseline(path)
    assert below_baseline(many(100, 100), "seeds", baseline) == []
    # One of a hundred lost: of the resamples, (99/100)^100 = 37% miss it, so 0 is inside.
    assert below_baseline(many(99, 100), "seeds", baseline) == []
    lines = below_baseline(many(90, 100), "seeds", baseline)
    assert [line.split(" điểm")[0] for line in lines] == [
        "Kém mốc đã nhận: seeds: answer -10.0",
        "Kém mốc đã nhận: seeds: evidence -10.0",
        "Kém mốc đã nhận: seeds: refused +10.0",
    ]


def test_questions_of_other_splits_are_no_baseline(results: list[Result], tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    accept(results, [one.id for one in QUESTIONS], path)
    assert list(load_baseline(path)) == ["q1", "q2", "q4"]


def test_accepting_keeps_what_was_not_asked_and_drops_what_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text('{"gone": {"valid": 1}, "kept": {"valid": 1}, "q1": {}}', encoding="utf-8")
    accept(ask_all(QUESTIONS[:1], FAKE), ["kept", "q1"], path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == [
        "{",
        '"kept": {"valid": 1},',
        '"q1": {"answer": 1, "evidence": 1, "refused": 0, "valid": 1}',
        "}",
    ]
    assert json.loads(path.read_text(encoding="utf-8")) == load_baseline(path)


def test_broken_baseline_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert load_baseline(path) == {}
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(UsageError, match="đối tượng JSON"):
        load_baseline(path)


# --- questions that must pass


def test_a_question_that_must_pass_and_fails_is_named(
    results: list[Result], tmp_path: Path
) -> None:
    path = tmp_path / "must-pass.txt"
    path.write_text("# đầu tệp\n\nq1  # tỷ lệ\nq2  # số khu phố\nabsent\n", encoding="utf-8")
    must_pass = load_must_pass(path)
    assert must_pass == {"q1": "tỷ lệ", "q2": "số khu phố", "absent": ""}
    assert must_pass_failures(results, must_pass) == ["Phải đúng mà sai: q2 sai (số khu phố)"]
