"""Puts the root of the repository on the path: ``evals`` is not part of the installed package."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


@pytest.fixture(name="folder")
def beir_folder(tmp_path: Path) -> Path:
    """Return a small set in BEIR form."""
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
    return tmp_path
