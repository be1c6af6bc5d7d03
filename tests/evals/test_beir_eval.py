"""Search measured on a BEIR folder: reading it, ranking documents, the measures."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from assistant.errors import UsageError
from evals.__main__ import main as command
from evals.beir import MEASURES, main, measure, rank_documents, read_qrels, read_queries


def test_document_counts_by_its_best_passage() -> None:
    assert rank_documents(["b", "a", "b", "c", "a"], 2) == ("b", "a")


def test_measures_are_what_their_formulas_say() -> None:
    qrels = {"one": {"a": 1, "b": 1}, "two": {"c": 1}, "three": {"d": 1}}
    run = {"one": ["a", "x", "b"], "two": ["x", "c"], "three": []}
    found = measure(qrels, run)
    assert found["MRR@10"].value == pytest.approx((1 / 1 + 1 / 2 + 0) / 3)
    assert found["hit@1"].value == pytest.approx((1 + 0 + 0) / 3)
    assert found["recall@10"].value == pytest.approx((2 / 2 + 1 / 1 + 0) / 3)
    ideal = 1 + 1 / math.log2(3)
    gain = (1 + 1 / math.log2(4)) / ideal
    assert found["nDCG@10"].value == pytest.approx((gain + 1 / math.log2(3) + 0) / 3)


def test_cut_off_is_ten_and_hundred() -> None:
    run = {"one": [f"x{i}" for i in range(10)] + ["a"]}
    found = measure({"one": {"a": 1}}, run)
    values = [found[name].value for name in ("MRR@10", "recall@10", "recall@100")]
    assert values == [0, 0, 1]


@pytest.mark.parametrize("name", ["qrels.tsv", "qrels/test.tsv"])
def test_folder_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "queries.jsonl").write_text('{"_id": "1", "text": "hỏi"}\n', encoding="utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("query-id\tcorpus-id\tscore\n1\tĐiều 1\t1\n", encoding="utf-8")
    assert read_queries(tmp_path) == {"1": "hỏi"}
    assert read_qrels(tmp_path) == {"1": {"Điều 1": 1}}


def test_broken_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"queries\.jsonl"):
        read_queries(tmp_path)
    (tmp_path / "qrels.tsv").write_text("1\t2\n3\n", encoding="utf-8")
    with pytest.raises(UsageError, match="dòng 1"):
        read_qrels(tmp_path)


def test_folder_is_indexed_and_searched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    printed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[1:])
    assert {printed[name] for name in MEASURES} == {"1.0000  [1.0000, 1.0000]"}
    assert float(printed["p50"].split()[-1]) > 0


@pytest.mark.parametrize("first", ["beir", "--beir"])
def test_command_has_two_names(
    folder: Path, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command([first, str(folder), "--k", "5"]) == 0
    assert "recall@10" in capsys.readouterr().out
