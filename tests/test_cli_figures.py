from __future__ import annotations

import csv
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from command_line import Run

from assistant.cli import main
from assistant.cli_figures import tasks_text
from assistant.figures.exports import HEADER

OLD = """\
---
title: Nghị quyết về rừng
kind: nghị quyết
number: 5-NQ/TU
issuer: Ban Thường vụ Tỉnh ủy Lâm Đồng
issued: 2021-05-10
place: Lâm Đồng
---

Đến năm 2025:

- Tỷ lệ che phủ rừng đạt 55%.
"""
NEW = """\
---
title: Kế hoạch về rừng
kind: kế hoạch
number: 77/KH-UBND
issuer: Ủy ban nhân dân tỉnh Lâm Đồng
issued: 2024-02-01
place: Lâm Đồng
---

Đến năm 2025:

- Tỷ lệ che phủ rừng đạt 58%.

| TT | Nhiệm vụ | Thời gian hoàn thành | Cơ quan chủ trì |
| --- | --- | --- | --- |
| 1 | Trồng cây ven đường | Trong tháng 6/2024 | Sở Xây dựng |
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rừng")
    (folder / "a.md").write_text(OLD, encoding="utf-8")
    (folder / "b.md").write_text(NEW, encoding="utf-8")
    built = tmp_path_factory.mktemp("index")
    assert main(["index", str(folder), "--index", str(built)]) == 0
    return built


def test_history_of_a_target(run: Run, index: Path) -> None:
    done = run("figures", "--index", index, "--indicator", "che phủ rừng")
    assert done.code == 0
    assert done.out == (
        "Tỷ lệ che phủ rừng · Lâm Đồng\n"
        "  55% (mục tiêu, 2025) — 5-NQ/TU, 10/05/2021; nay là 58% theo 77/KH-UBND, 01/02/2024\n"
        "    đoạn 1–2: “- Tỷ lệ che phủ rừng đạt 55%.”\n"
        "  58% (mục tiêu, 2025) — 77/KH-UBND, 01/02/2024\n"
        "    đoạn 1–2: “- Tỷ lệ che phủ rừng đạt 58%.”\n"
    )


def test_what_is_in_force_now_and_on_a_day(run: Run, index: Path) -> None:
    now = run("figures", "--index", index, "--in-force", "--json")
    assert [f["value"] for f in json.loads(now.out)["figures"]] == [58]
    then = run("figures", "--index", index, "--in-force", "--as-of", "01/01/2023", "--json")
    assert [f["value"] for f in json.loads(then.out)["figures"]] == [55]


def test_a_record_has_its_source_and_origins(run: Run, index: Path) -> None:
    done = run("figures", "--index", index, "--json")
    old = json.loads(done.out)["figures"][0]
    assert (old["number"], old["issued"], old["document"]) == ("5-NQ/TU", "2021-05-10", "a.md")
    assert (old["text"], old["sentence"]) == ("55%", "- Tỷ lệ che phủ rừng đạt 55%.")
    assert (old["in_force"], old["superseded_by"]["number"]) == (False, "77/KH-UBND")
    assert old["now"]["value"] == 58
    assert {origin["cell"] for origin in old["origins"] if origin["inherited"]} == {
        "year",
        "deadline",
    }


def test_nothing_found_is_told(run: Run, index: Path) -> None:
    done = run("figures", "--index", index, "--place", "Huế")
    assert (done.code, done.out) == (1, "Không có số liệu nào. Hãy bớt điều kiện lọc.\n")
    english = run("figures", "--index", index, "--place", "Huế", "--lang", "en")
    assert english.out == "No figures. Loosen the filters.\n"


def test_a_role_that_is_none_is_a_users_error(run: Run, index: Path) -> None:
    done = run("figures", "--index", index, "--role", "wish")
    assert done.code == 2
    assert "--role: không có" in done.err


def test_csv_takes_no_formula(run: Run, index: Path, tmp_path: Path) -> None:
    path = tmp_path / "bảng.csv"
    done = run("figures", "--index", index, "--csv", path)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"chinhsach: đã ghi 2 số liệu vào {path}\n"
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, first, second = csv.reader(file)
    assert tuple(header) == HEADER
    row = dict(zip(header, first, strict=True))
    assert (row["Giá trị"], row["Đơn vị"], row["Năm"], row["Ngày"]) == (
        "55", "%", "2025", "2021-05-10",
    )  # fmt: skip
    assert (row["Còn hiệu lực"], row["Thay bằng"]) == ("không", "77/KH-UBND")
    assert row["Câu gốc"] == "'- Tỷ lệ che phủ rừng đạt 55%."
    assert second[header.index("Còn hiệu lực")] == "có"


def test_excel_cells_are_typed(run: Run, index: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "bảng.xlsx"
    assert run("figures", "--index", index, "--xlsx", path).code == 0
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    row = dict(zip(rows[0], rows[1], strict=True))
    assert (row["Giá trị"], row["Năm"], row["Còn hiệu lực"]) == (55, 2025, False)
    day = row["Ngày"]
    assert isinstance(day, datetime)
    assert day.date() == date(2021, 5, 10)
    assert row["Câu gốc"] == "- Tỷ lệ che phủ rừng đạt 55%."


def test_tasks_with_deadline_and_body(run: Run, index: Path) -> None:
    done = run("figures", "--index", index, "--tasks", "--year", "2024")
    assert (done.code, done.out) == (
        0,
        "Trồng cây ven đường\n    thời hạn: Trong tháng 6/2024; chủ trì: Sở Xây dựng;"
        " 77/KH-UBND, 01/02/2024, bảng 1 dòng 1\n",
    )
    record = json.loads(run("figures", "--index", index, "--tasks", "--json").out)
    assert record["tasks"][0]["agency"] == "Sở Xây dựng"
    assert run("figures", "--index", index, "--tasks", "--year", "2020").code == 1
    assert tasks_text([], "en") == "No tasks. Loosen the filters."


def test_tasks_go_into_no_table_of_figures(run: Run, index: Path, tmp_path: Path) -> None:
    done = run("figures", "--index", index, "--tasks", "--csv", tmp_path / "a.csv")
    assert done.code == 2
    assert "--tasks không đi cùng" in done.err


def test_an_unchanged_document_keeps_its_figures(run: Run, tmp_path: Path) -> None:
    folder, built = tmp_path / "tài liệu", tmp_path / "index"
    folder.mkdir()
    (folder / "a.md").write_text(OLD, encoding="utf-8")
    run("index", folder, "--index", built)
    (folder / "b.md").write_text(NEW, encoding="utf-8")
    assert "giữ nguyên 1" in run("index", folder, "--index", built).out
    found = json.loads(run("figures", "--index", built, "--json").out)["figures"]
    assert [(f["document"], f["value"]) for f in found] == [("a.md", 55), ("b.md", 58)]
