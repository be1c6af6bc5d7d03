"""What is measured of figures does not fall below what was reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.schema import Comparator, Document, Figure, Role, Span, Task
from evals import figures
from evals.document_gold import Share
from evals.figures_series import PAIRS, pairs_share, planted_failures
from evals.figures_tasks import measure_tasks, tasks_gold

CORPUS = Path(__file__).resolve().parents[2]
# A little below what the documents of the starter corpus gave, so that a rule may cost a figure.
FLOORS = {
    "value and unit": 0.97,
    "role": 0.95,
    "year": 0.95,
    "place": 0.94,
    "indicator": 0.87,
    "agency": 0.95,
}


def gold() -> list[dict[str, object]]:
    lines = figures.GOLD.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_gold_is_whole() -> None:
    rows = gold()
    assert len(rows) >= 250
    assert len({row["document"] for row in rows}) >= 6
    assert {row["split"] for row in rows} == set(figures.SPLITS)
    assert {row["role"] for row in rows} <= {role.value for role in Role}
    assert all({"document", "value", "unit", "indicator"} <= row.keys() for row in rows)


def test_every_value_of_the_gold_stands_in_its_document() -> None:
    for row in gold():
        name = str(row["document"])
        if name.startswith("corpus/"):
            digits = f"{row['value']:g}".split("e")[0].replace(".", ",").strip("0").split(",")[0]
            assert digits in (CORPUS / name).read_text(encoding="utf-8").replace(".", ""), row


@pytest.mark.parametrize(
    "name",
    sorted(
        {
            str(row["document"])
            for row in gold()
            if str(row["document"]).startswith("corpus/") and row["split"] == "dev"
        }
    ),
)
def test_figures_of_the_starter_corpus(name: str) -> None:
    there = [row for row in gold() if row["document"] == name]
    shares = figures.measure(figures._read(name), there).shares
    assert shares["value and unit"].recall >= FLOORS["value and unit"] - 0.02


def test_figures_of_all_gold(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHINHSACH_SHARED", str(shared))
    total = dict.fromkeys(figures.CELLS, Share())
    for name in sorted({str(row["document"]) for row in gold() if row["split"] == "dev"}):
        there = [row for row in gold() if row["document"] == name]
        shares = figures.measure(figures._read(name), there).shares
        total = {cell: total[cell] + shares[cell] for cell in figures.CELLS}
    for cell, floor in FLOORS.items():
        assert total[cell].precision >= floor, cell
        assert total[cell].recall >= floor, cell


def test_pairs_are_told_apart() -> None:
    assert len(PAIRS.read_text(encoding="utf-8").splitlines()) >= 40
    [line] = pairs_share(with_failures=False)
    assert float(line.split("indicator")[1].split()[0]) >= 0.95


def test_tasks_of_real_tables(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHINHSACH_SHARED", str(shared))
    for name, there in tasks_gold().items():
        shares, wrong = measure_tasks(figures._tasks(name), there)
        assert wrong == []
        assert shares["task"] == Share(len(there), len(there), len(there))


def test_a_task_is_held_against_the_row_that_it_begins_like() -> None:
    def task(name: str, agency: str) -> Task:
        return Task("a", name, "", "Năm 2026", 2026, agency, "", Span(0, 1))

    there = [
        {"name": "Trồng rừng", "deadline": "năm 2026", "year": 2026, "agency": "Sở A"},
        {"name": "Trồng rừng", "deadline": "Năm 2027", "year": 2027},
        {"name": "Mở chợ"},
    ]
    found = [task("Trồng rừng ven biển", "Sở A"), task("Trồng rừng", ""), task("Khác", "Sở B")]
    shares, wrong = measure_tasks(found, there)
    assert shares["task"] == Share(2, 3, 3)
    assert shares["deadline"] == Share(1, 3, 2)
    assert shares["year"] == Share(1, 3, 2)
    assert shares["agency"] == Share(1, 2, 1)
    assert "not there: Khác" in wrong


def test_what_must_hold_of_planted_documents_holds() -> None:
    assert planted_failures() == []


def test_a_figure_found_elsewhere_is_wrong() -> None:
    span = Span(0, 1)
    figure = Figure(
        "a", "chợ", Comparator.EQUAL, 5, None, "", Role.COUNT, 2020, None, span, span
    )  # fmt: skip
    row = {"value": 5, "unit": "", "role": "count", "year": 2021, "indicator": "chợ"}
    assert figures._share("value and unit", figure, row) == Share(1, 1, 1)
    assert figures._share("year", figure, row) == Share(0, 1, 1)
    assert figures._share("place", figure, row) == Share(0, 0, 0)
    assert figures._share("indicator", None, row) == Share(0, 0, 1)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("chợ mới", "Chợ mới", 1.0), ("chợ", "bến", 0.0), ("chợ mới", "chợ", 2 / 3)],
)
def test_overlap_of_indicators(one: str, other: str, share: float) -> None:
    assert figures.overlap(one, other) == pytest.approx(share)


def test_nothing_found_in_an_empty_document() -> None:
    measured = figures.measure(Document("a", "a.md", "0", "A", "Không có số.", ()), [])
    assert measured.shares["value and unit"] == Share()
