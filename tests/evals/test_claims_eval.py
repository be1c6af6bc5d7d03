"""The gold of the claims, and how verdicts are counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from test_gold import ROOT, squeezed

from assistant.config import Config
from assistant.documents import discover, read_file
from assistant.errors import UsageError
from evals.claims import (
    CLAIMS,
    FURTHER,
    LATER,
    UNSEEN,
    GoldClaim,
    Outcome,
    confusion,
    load_claims,
    table,
)


def claim(id_: str, verdict: str, split: str = "dev", differs: tuple[str, ...] = ()) -> GoldClaim:
    return GoldClaim(id_, "starter", split, f"Nhận định {id_}", verdict, differs, "a.md", "")


def test_there_are_enough_claims_about_a_third_of_each_verdict() -> None:
    claims = load_claims()
    assert len(claims) >= 150
    assert len({one.id for one in claims}) == len({one.claim for one in claims}) == len(claims)
    counts = Counter(one.verdict for one in claims)
    assert min(counts.values()) >= 0.9 * len(claims) / 3


@pytest.mark.parametrize("path", [CLAIMS, UNSEEN])
def test_a_document_is_of_one_split(path: Path) -> None:
    splits: dict[str, set[str]] = {}
    for one in load_claims(path):
        splits.setdefault(one.document, set()).add(one.split)
    assert [document for document, of in splits.items() if len(of) > 1] == []


@pytest.mark.parametrize("path", [CLAIMS, UNSEEN, FURTHER, LATER])
def test_gold_is_told_with_what_settles_it(path: Path) -> None:
    for one in load_claims(path):
        assert bool(one.quote) is (one.verdict != "not_enough"), one.id
        assert bool(one.differs) is (one.verdict == "refuted"), one.id


@pytest.mark.parametrize("path", [CLAIMS, UNSEEN, FURTHER, LATER])
def test_gold_stands_in_the_starter_corpus(path: Path) -> None:
    texts = {
        document.path.rsplit("/", 1)[-1]: squeezed(document.text)
        for file in discover(ROOT / "corpus")[0]
        for document in read_file(file, Config())
    }
    astray = [
        one.id
        for one in load_claims(path)
        if one.corpus == "starter" and squeezed(one.quote) not in texts.get(one.document, "")
    ]
    assert astray == []


def test_a_line_that_is_no_claim_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text('{"id": "k1"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="dòng 1"):
        load_claims(path)


def test_mistakes_are_counted_by_kind() -> None:
    outcomes = [
        Outcome(claim("a", "supported"), "supported", cited=True),
        Outcome(claim("b", "supported"), "refuted"),
        Outcome(claim("c", "refuted", "test", ("year",)), "refuted", ("value", "year")),
        Outcome(claim("d", "refuted", "test", ("year",)), "supported"),
        Outcome(claim("e", "not_enough", "test"), "not_enough"),
    ]
    row = table({"checked": outcomes}).splitlines()[-1].split()
    assert row == ["checked", "all", "5", "60.0", "50.0", "50.0", "1/1", "1/2"]
    assert confusion(outcomes).splitlines()[-3].split() == ["supported", "1", "1", "0"]
