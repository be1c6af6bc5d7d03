"""Search measured on a BEIR folder: reading it, ranking documents, the measures."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from assistant.errors import UsageError
from evals.beir import MEASURES, main, measure, rank_documents, read_qrels, read_queries


def test_document_counts_by_its_best_passage() -> None:
    assert rank_documents(["b", "a", "b", "c", "a"], 2) == ("b", "a")


def test_measures_are_what_their_formulas_say() -> None:
    qrels = {"one": {"a": 1, "b": 1}, "two": {"c": 1}, "three": {"d": 1}}
    run = {"one": ["a", "x", "b"], "two": ["x", "c"], "three": []}
    found = measure(qrels, run)
    assert found["MRR@10"] == pytest.approx((1 / 1 + 1 / 2 + 0) / 3)
    assert found["hit@1"] == pytest.approx((1 + 0 + 0) / 3)
    assert found["recall@10"] == pytest.approx((2 / 2 + 1 / 1 + 0) / 3)
    ideal = 1 + 1 / math.log2(3)
    gain = (1 + 1 / math.log2(4)) / ideal
    assert found["nDCG@10"] == pytest.approx((gain + 1 / math.log2(3) + 0) / 3)


def test_cut_off_is_ten_and_hundred() -> None:
    run = {"one": [f"x{i}" for i in range(10)] + ["a"]}
    found = measure({"one": {"a": 1}}, run)
    assert (found["MRR@10"], found["recall@10"], found["recall@100"]) == (0, 0, 1)


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


def test_folder_is_indexed_and_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "corpus.jsonl": [
            {"_id": "Luật Cây#1", "title": "Điều 1", "text": "Cây xanh đô thị do phường chăm sóc."},
            {
                "_id": "Luật Cây#2",
                "title": "Điều 2",
                "text": "Chợ đêm mở cửa đến hai mươi hai giờ.",
            },
        ],
        "queries.jsonl": [
            {"_id": "1", "text": "Ai chăm sóc cây xanh đô thị?"},
            {"_id": "2", "text": "Chợ đêm mở cửa đến mấy giờ?"},
            {"_id": "3", "text": "câu hỏi không được chấm"},
        ],
    }
    for name, rows in files.items():
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (tmp_path / name).write_text(lines, encoding="utf-8")
    qrels = "query-id\tcorpus-id\tscore\n1\tLuật Cây#1\t1\n2\tLuật Cây#2\t1\n"
    (tmp_path / "qrels.tsv").write_text(qrels, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    printed = dict(line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines()[1:])
    assert {printed[name] for name in MEASURES} == {"1.0000"}
    assert float(printed["p50 ms"]) > 0
