"""Precision and recall of structure and metadata do not fall below what was reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.schema import Level
from evals import metadata, structure
from evals.__main__ import main
from evals.document_gold import Share, documents_folder


def test_shares_count_what_is_found_twice_once() -> None:
    share = Share.of(["a", "a", "b", "x"], ["a", "b", "c"])
    assert share == Share(right=2, found=4, there=3)
    assert (share.precision, share.recall) == (2 / 4, 2 / 3)
    assert (Share().precision, Share().recall) == (1.0, 1.0)
    assert share + Share(1, 1, 1) == Share(3, 5, 4)


def test_gold_is_well_formed() -> None:
    lines = metadata.GOLD.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) >= 25
    assert len({row["document"] for row in rows}) == len(rows)
    assert {key for row in rows for key in row} <= {"document", *metadata.FIELDS}
    laws = [gold for gold in json.loads(structure.GOLD.read_text("utf-8")) if "articles" in gold]
    assert len(laws) == 2


def test_without_the_documents_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="CHINHSACH_SHARED"):
        documents_folder(tmp_path)


def test_rungs_of_real_documents(shared: Path) -> None:
    for found in structure.measure(shared / "documents"):
        assert found.covered >= 0.94, found.document
        for level, share in found.levels.items():
            assert share.precision >= 0.98, (found.document, level)
            assert share.recall >= 0.98, (found.document, level)
            assert share.there or level is Level.DIEM


FLOORS = {
    "kind": (0.96, 0.99),
    "number": (0.99, 0.99),
    "issuer": (0.99, 0.99),
    "issued": (0.99, 0.99),
    "effective": (0.99, 0.96),
    "place": (0.99, 0.96),
    "subject": (0.94, 0.94),
    "can_cu": (0.98, 0.98),
    "thay_the": (0.99, 0.92),
    "sua_doi": (0.99, 0.99),
}


def test_metadata_of_real_documents(shared: Path) -> None:
    shares = metadata.measure(shared / "documents")
    assert set(FLOORS) == set(metadata.FIELDS)
    for field, (precision, recall) in FLOORS.items():
        assert shares[field].precision >= precision, (field, metadata.wrong(shared / "documents"))
        assert shares[field].recall >= recall, (field, metadata.wrong(shared / "documents"))


def test_both_are_printed(
    shared: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHINHSACH_SHARED", str(shared))
    assert main(["structure"]) == 0
    assert "khoản" in capsys.readouterr().out
    assert main(["metadata", "--failures"]) == 0
    assert "issuer" in capsys.readouterr().out
