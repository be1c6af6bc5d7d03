"""Systems compared on sets in BEIR form, and weights chosen away from where they are told."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from assistant.config import Config
from assistant.errors import UsageError
from assistant.retrieval.lexical import Ranking
from evals.__main__ import main as command
from evals.retrieval import main, nested
from evals.retrieval.baselines import PlainBM25
from evals.retrieval.nested import choose, gains, halves, values_of
from evals.retrieval.sets import index_set
from evals.retrieval.systems import BASELINE, SHIPPED, VARIANTS, opened_with, run_all
from evals.running import silent

DOCUMENTS = {"a": "cây xanh đô thị", "b": "cây cầu", "c": "chợ đêm"}


def test_plain_bm25_ranks_by_its_formula() -> None:
    plain = PlainBM25(DOCUMENTS, bigrams=False)
    assert plain.rank("cây xanh", 5) == ("a", "b")
    assert plain.rank("cây", 5) == ("b", "a")  # the shorter one
    assert plain.rank("cây", 1) == ("b",)
    assert plain.rank("xe", 5) == ()


def test_bigrams_can_turn_the_order() -> None:
    documents = {"a": "thành công phố", "b": "thành phố công viên cây xanh"}
    assert PlainBM25(documents, bigrams=False).rank("thành phố", 2) == ("a", "b")
    assert PlainBM25(documents, bigrams=True).rank("thành phố", 2) == ("b", "a")


def test_every_system_is_run_on_every_question(folder: Path) -> None:
    with index_set(folder, Config(), silent) as data:
        assert data.name == folder.name
        assert list(data.queries) == ["1", "2"]  # the third has no judgement
        assert data.sizes["text"] == sum(len(t.encode()) for t in data.documents.values())
        assert data.sizes.keys() >= {"library", "sparse", "manifest"}
        found = run_all(data, data.queries, silent)
    names = ["BM25 syllables", BASELINE, *(variant.name for variant in VARIANTS)]
    assert list(found) == names
    for name in (BASELINE, SHIPPED):
        assert [one.documents[0] for one in found[name].values()] == ["Luật Cây#1", "Luật Cây#2"]


def test_weights_are_changed_without_another_index(folder: Path) -> None:
    with index_set(folder, Config(), silent) as data:
        whole = opened_with(data.index)
        alone = opened_with(data.index, ranking=Ranking(covered=0), context_weight=0.0)
        text = "Chợ đêm ở phường"  # of which one document has two words, the other one
        _, second = whole.search(text, k=2)
        _, other = alone.search(text, k=2)
    assert second.score != other.score


def test_a_table_for_each_set_and_spelling(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nested, "GRID", {"pairs": (1.0,), "covered": (0.0,), "context": (0.5,)})
    assert main([str(folder)]) == 0
    printed = capsys.readouterr().out
    assert f"{folder.name}: 2 documents, 2 questions; index" in printed
    rows = [line for line in printed.splitlines() if line.startswith(SHIPPED)]
    assert len(rows) == 2
    assert all(row.split()[2:7] == ["1.0000"] * 5 for row in rows), rows
    assert printed.count("without marks") == 1

    assert main([str(folder), "--nested"]) == 0
    assert [
        line.split()[:3] for line in capsys.readouterr().out.splitlines() if "half" in line
    ] == [["other", "half", folder.name]]


def test_the_command_knows_it_and_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(["retrieval", str(tmp_path)]) == 2
    assert "qrels" in capsys.readouterr().err


def test_a_set_without_judged_questions_is_refused(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("other\tLuật Cây#1\t1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="không chấm"), index_set(folder, Config(), silent):
        pass


def test_the_grid_is_measured_question_by_question(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nested, "GRID", {"pairs": (0.5, 1.0), "covered": (0.0,), "context": (1,)})
    with index_set(folder, Config(), silent) as data:
        values = values_of(data, (0.5, 0.0, 1), silent)
    assert values == {(0.5, 0.0, 1): {"1": 1, "2": 1}, (1.0, 0.0, 1): {"1": 1, "2": 1}}


def test_a_choice_is_told_where_it_was_not_made() -> None:
    one, two = (1.0,), (2.0,)
    values = {
        "A": {one: {"a": 0.0, "b": 0.0}, two: {"a": 1.0, "b": 1.0}},
        "B": {one: {"c": 0.5, "d": 0.5}, two: {"c": 0.25, "d": 0.25}},
    }
    assert choose(values, {"A": ["a", "b"], "B": ["c", "d"]}) == two
    assert choose(values, {"B": ["c"]}) == one
    told: list[tuple[str, str, tuple[float, ...], float]] = []
    gains(values, one, lambda *row: told.append(row))
    assert ("A", "other sets", one, 0.0) in told
    (gain,) = [g for name, where, _, g in told if (name, where) == ("B", "other sets")]
    assert gain == pytest.approx(0.25 - 0.5)


def test_halves_are_two_and_whole() -> None:
    first, second = halves([str(n) for n in range(11)])
    assert len(first) == math.ceil(11 / 2)
    assert sorted(first + second, key=int) == [str(n) for n in range(11)]
    assert halves(["b", "a", "c"]) == halves(["c", "b", "a"])
