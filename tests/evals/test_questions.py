"""Reading question files: what is taken, and what is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UsageError
from evals.questions import Evidence, load_questions

ROW = {
    "id": "q1",
    "corpus": "seeds",
    "split": "dev",
    "category": "target",
    "question": "Bao nhiêu?",
    "answerable": True,
    "short": ["60%"],
    "facts": [],
    "evidence": [{"document": "a.txt", "quote": "60% hồ sơ"}],
}


def write(folder: Path, *rows: object) -> Path:
    path = folder / "questions-own.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_question_is_read(tmp_path: Path) -> None:
    (question,) = load_questions(write(tmp_path, ROW, ""))
    assert (question.id, question.short, question.facts) == ("q1", ("60%",), ())
    assert question.evidence == (Evidence("a.txt", "60% hồ sơ"),)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"corpus": "moon"}, "“corpus” là “moon”, phải là một trong"),
        ({"split": "train"}, "“split” là “train”, phải là một trong"),
        ({"category": "poem"}, "“category” là “poem”, phải là một trong"),
        ({"question": " "}, "“question” phải là chuỗi không rỗng"),
        ({"short": "60%"}, "“short” phải là danh sách"),
        ({"short": []}, "phải có “evidence”"),
        ({"evidence": []}, "phải có “evidence”"),
        ({"answerable": False}, "không khớp"),
        ({"answerable": False, "category": "unanswerable"}, "không có câu trả lời"),
        ({"shorts": []}, "không có trường “shorts”"),
        ({"answerable": "true"}, "“answerable” phải là true hoặc false"),
        ({"category": "followup"}, "phải có “history”"),
        ({"category": "falsepremise", "answerable": False}, "không có câu trả lời"),
        ({"evidence_all": 1}, "“evidence_all” phải là true hoặc false"),
        (
            {
                "answerable": False,
                "category": "unanswerable",
                "short": [],
                "evidence": [],
                "evidence_all": True,
            },
            "“evidence_all” cần có",
        ),
    ],
)
def test_unusable_question_is_refused(
    tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        load_questions(write(tmp_path, ROW, {**ROW, **changes}))
    assert "dòng 2:" in str(caught.value)


def test_followup_and_false_premise_may_have_no_answer(tmp_path: Path) -> None:
    silent = {"answerable": False, "short": [], "evidence": []}
    rows = [
        {**ROW, "category": "followup", "history": ["Cấp tỉnh bao nhiêu?"]},
        {**ROW, **silent, "category": "followup", "history": ["Một?", "Hai?"]},
        {**ROW, **silent, "category": "falsepremise"},
        {**ROW, "category": "falsepremise"},
        {**ROW, **silent, "category": "oldplace"},
    ]
    questions = load_questions(write(tmp_path, *rows))
    assert [one.answerable for one in questions] == [True, False, False, True, False]
    assert questions[1].history == ("Một?", "Hai?")


def test_a_comparison_may_need_every_place(tmp_path: Path) -> None:
    places = [{"document": "a.txt", "quote": "60%"}, {"document": "b.txt", "quote": "80%"}]
    row = {**ROW, "category": "comparison", "evidence": places, "evidence_all": True}
    one, other = load_questions(write(tmp_path, row, ROW))
    assert (one.evidence_all, other.evidence_all) == (True, False)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "q2"}'])
def test_line_that_is_no_question_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError, match="dòng 1"):
        load_questions(write(tmp_path, line))


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không đọc được"):
        load_questions(tmp_path / "none.jsonl")
