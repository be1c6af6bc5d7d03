from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.answering.confidence import Signals, confidence
from assistant.schema import Filters
from evals.confidence import Seen, area, fit
from evals.public import HALVES, Without, half_of, main, open_set
from evals.running import silent

DOCUMENTS = {
    "kho": "Chủ kho lập sổ theo dõi hàng hóa hằng ngày và gửi cho thanh tra viên của tỉnh.",
    "cho": "Ban quản lý chợ thu phí vệ sinh của từng sạp vào ngày đầu tháng.",
    "xe": "Bến xe mở cửa từ năm giờ sáng và đóng cửa lúc mười giờ đêm.",
}
QUESTIONS = (
    ("q1", "Ban quản lý chợ thu phí gì của từng sạp vào đầu tháng?", "cho", None),
    ("q2", "Chủ kho lập sổ theo dõi hàng hóa hằng ngày, đúng hay sai?", "kho", "Đúng"),
    ("q3", "Chủ kho không lập sổ theo dõi hàng hóa hằng ngày, đúng hay sai?", "kho", "Sai"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("public") / "small"
    made.mkdir()
    documents = [{"_id": key, "title": key, "text": text} for key, text in DOCUMENTS.items()]
    questions = [{"_id": key, "text": text, "answer": true} for key, text, _, true in QUESTIONS]
    for name, rows in (("corpus", documents), ("queries", questions)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (made / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    qrels = "".join(f"{key}\t{gold}\t1\n" for key, _, gold, _ in QUESTIONS)
    (made / "qrels.tsv").write_text(f"query-id\tcorpus-id\tscore\n{qrels}", encoding="utf-8")
    return made


def test_statements_are_told_from_questions(folder: Path) -> None:
    with open_set(folder, silent) as opened:
        assert [(one.id, one.gold) for one in opened.questions] == [("q1", frozenset({"cho"}))]
        assert [(one.text, one.true) for one in opened.statements] == [
            ("Chủ kho lập sổ theo dõi hàng hóa hằng ngày", True),
            ("Chủ kho không lập sổ theo dõi hàng hóa hằng ngày", False),
        ]


def test_hidden_documents_are_not_found(folder: Path) -> None:
    with open_set(folder, silent) as opened:
        question = opened.corpus.understand(opened.questions[0].text)
        found = Without(opened.corpus, {"cho"}).search(question, Filters())
        everything = opened.corpus.search(question, Filters())
    assert everything[0].passage.document_id == "cho"
    assert "cho" not in {hit.passage.document_id for hit in found}


def test_a_line_for_each_half_and_what_became_of_statements(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["n", "right", "other", "none", "without"]
    half = half_of("q1")
    assert f"small                   {half:8}     1     100.0" in "\n".join(lines)
    assert any(line.endswith("true: supported 1, refuted 0, not_enough 0") for line in lines)
    assert any(line.endswith("false: supported 0, refuted 1, not_enough 0") for line in lines)


def test_halves_are_about_as_many() -> None:
    halves = [half_of(str(number)) for number in range(1000)]
    assert all(400 < halves.count(half) < 600 for half in HALVES)


def test_weights_tell_apart_what_a_signal_tells_apart() -> None:
    draws = np.random.default_rng(5).random(400)
    seen = [
        Seen("starter", Signals(draw, 0.5, 1.0, 0.1, 0.9, 0.0, 1.0), right=draw > 0.5)
        for draw in map(float, draws)
    ]
    weights = fit(seen)
    told = [confidence(one.signals) for one in seen]
    assert weights.cover > 5
    assert abs(weights.sentence) < weights.cover / 2
    assert area(told, [one.right for one in seen]) == 1.0


def test_area_is_a_half_where_nothing_tells() -> None:
    assert area([1.0, 1.0], [True, False]) == 0.5
    assert area([0.2, 0.9], [True, False]) == 0.0
