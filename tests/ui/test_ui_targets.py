"""What the page “Chỉ tiêu” shows, apart from how it is drawn."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from factories import make_document
from figure_documents import FIGURE_DOCUMENTS
from pages import build

from assistant.assistant import Assistant
from assistant.schema import FigureTable, Role
from assistant.ui.numerals import number_words
from assistant.ui.targets.charts import comparison, timeline
from assistant.ui.targets.columns import (
    change_words,
    figure_columns,
    gap_words,
    progress_columns,
    series_columns,
    task_columns,
)
from assistant.ui.targets.files import csv_bytes, xlsx_bytes
from assistant.ui.targets.panel import claim_of, question_about
from assistant.ui.targets.rows import Row, Wanted, bodies, choose, rows_of, table_of
from assistant.ui.targets.search import says, words_of
from assistant.ui.targets.series import Bar, Point, Series, alike, bars, changes, points, series_of
from assistant.ui.targets.texts import TARGET_TEXTS

VI, EN = TARGET_TEXTS["vi"], TARGET_TEXTS["en"]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(build(tmp_path_factory.mktemp("figures"), FIGURE_DOCUMENTS))


@pytest.fixture(scope="module")
def table(assistant: Assistant) -> FigureTable:
    return assistant.figures()


@pytest.fixture(scope="module")
def rows(table: FigureTable) -> tuple[Row, ...]:
    return rows_of(table)


@pytest.fixture(scope="module")
def hai_phong(rows: tuple[Row, ...]) -> Series:
    return next(one for one in series_of(rows) if one.place == "Hải Phòng")


def values(found: list[Row]) -> list[str]:
    return [row.cited.written for row in found]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("", True),
        ("kinh te so", True),
        ("Kinh tế số của Hải Phòng", True),
        ("hai phong kinh t", True),
        ("kính tế", False),
        ("bò", False),
        ("bo", True),
        ("hoà bình", True),
        ("hòa bình", True),
        ("xuất khẩu", False),
        ("$ *", True),
    ],
)
def test_a_search_forgives_missing_marks_and_not_wrong_ones(sought: str, found: bool) -> None:
    words = words_of("Tỷ trọng kinh tế số", "Hải Phòng, Hòa Bình", "bộ")
    assert says(words, sought) is found


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), ["29,7%", "25%", "35%", "40%", "17,5%", "17%", "20%"]),
        (Wanted(words="kinh te so da nang"), ["17,5%", "17%", "20%"]),
        (Wanted(in_force=True), ["35%", "40%", "20%"]),
        (Wanted(places=("Đà Nẵng",), roles=(Role.RESULT,)), ["17,5%", "17%"]),
        (Wanted(years=(2025,)), ["25%", "35%", "20%"]),
        (Wanted(years=(2025,), documents=("nghi-quyet",)), ["25%"]),
        (Wanted(units=("ha",)), []),
        (Wanted(agencies=("Sở Tài chính",)), []),
    ],
)
def test_filters_hold_the_rows(rows: tuple[Row, ...], wanted: Wanted, expected: list[str]) -> None:
    assert values(choose(rows, wanted)) == expected


def test_conditions_are_counted_without_the_search() -> None:
    assert Wanted(words="a", in_force=True).conditions == 0
    assert Wanted(places=("Huế",), years=(2025, 2030)).conditions == 2


def test_a_filtered_table_keeps_the_pairs_of_its_rows(
    rows: tuple[Row, ...], table: FigureTable
) -> None:
    held = table_of(choose(rows, Wanted(places=("Hải Phòng",))), table)
    assert len(held.entries) == 4
    assert held.conflicts == ()
    assert [(one.written, other.written) for one, other in held.progress] == [
        ("40%", "29,7%"),
        ("35%", "29,7%"),
    ]
    assert len(table_of(choose(rows, Wanted(places=("Đà Nẵng",))), table).conflicts) == 1


def test_a_series_knows_what_holds_and_how_it_came_to(hai_phong: Series) -> None:
    assert hai_phong.name == "Kinh tế số chiếm GRDP của thành phố Hải Phòng"
    assert [cited.written for cited in hai_phong.held] == ["35%", "40%"]
    assert hai_phong.result is not None
    assert hai_phong.result.written == "29,7%"
    assert hai_phong.leading.cited.written == "40%"
    assert (hai_phong.replaced, hai_phong.contested) == (1, False)
    [change] = changes(hai_phong)
    assert [step.written for step in change.steps] == ["25%", "35%"]
    assert change_words(change, VI) == (
        "Năm 2025: 25% theo Nghị quyết 10-NQ/TU; nâng lên 35% theo Kế hoạch 206/KH-UBND."
    )
    assert "raised to 35%" in change_words(change, EN)
    lowered = replace(change, steps=change.steps[::-1])
    assert "hạ xuống 25%" in change_words(lowered, VI)


def test_points_tell_what_was_replaced(hai_phong: Series) -> None:
    assert points(hai_phong) == [
        Point(2023, "result", 29.7, None, "29,7%", "Kế hoạch 206/KH-UBND", True),
        Point(2025, "replaced", 25.0, None, "25%", "Nghị quyết 10-NQ/TU", False),
        Point(2025, "target", 35.0, None, "35%", "Kế hoạch 206/KH-UBND", True),
        Point(2030, "target", 40.0, None, "40%", "Nghị quyết 10-NQ/TU", True),
    ]


def test_places_are_compared_where_two_have_the_year(rows: tuple[Row, ...]) -> None:
    first, second = series_of(rows)
    assert bars(alike(first, [first, second])) == {
        (2025, Role.TARGET): [
            Bar("Hải Phòng", 35.0, None, "35%", "Kế hoạch 206/KH-UBND"),
            Bar("Đà Nẵng", 20.0, None, "20%", "Chương trình 7/CTr-UBND"),
        ]
    }
    assert bars([first]) == {}


def test_columns_say_what_holds_and_what_differs(rows: tuple[Row, ...]) -> None:
    cells = figure_columns(rows, VI)
    assert cells["value"] == ["29,7%", "25%", "35%", "40%", "17,5%", "17%", "20%"]
    assert cells["status"] == [
        "",
        "nay là 35% theo Kế hoạch 206/KH-UBND",
        "còn hiệu lực",
        "còn hiệu lực",
        "nguồn khác nói khác",
        "nguồn khác nói khác",
        "còn hiệu lực",
    ]
    assert cells["latest_result"][2] == "29,7% (2023)"
    grouped = series_columns(series_of(rows), VI)
    assert grouped["held"] == ["35% (2025); 40% (2030)", "20% (2025)"]
    assert grouped["figures"] == [4, 3]
    assert grouped["history"][1] == "nguồn khác nói khác"
    assert {len(column) for column in grouped.values()} == {2}
    assert grouped.keys() | cells.keys() <= set(VI.__slots__)


def test_a_target_stands_beside_its_result(table: FigureTable) -> None:
    cells = progress_columns(table.progress, VI, "vi")
    assert cells["target"] == ["40% (2030)", "35% (2025)", "20% (2025)"]
    assert cells["result"] == ["29,7% (2023)", "29,7% (2023)", "17% (2022)"]
    assert cells["gap"] == ["thấp hơn 10,3 điểm %", "thấp hơn 5,3 điểm %", "thấp hơn 3 điểm %"]
    target, result = table.progress[0]
    assert gap_words(target, result, EN, "en") == "10.3 percentage points lower"
    assert gap_words(result, target, VI, "vi") == "cao hơn 10,3 điểm %"
    assert gap_words(target, target, VI, "vi") == "bằng mục tiêu"
    wide = replace(target, figure=replace(target.figure, upper=45.0))
    assert gap_words(wide, result, VI, "vi") == ""


def test_tasks_have_who_leads_and_when(assistant: Assistant) -> None:
    cells = task_columns(assistant.tasks())
    assert cells["task"] == ["Xây dựng kho dữ liệu mở", "Đào tạo kỹ năng số cho tiểu thương"]
    assert cells["deadline"] == ["Tháng 6/2025", "Quý IV/2025"]
    assert cells["agency"] == ["Sở Nội vụ", "Sở Công Thương"]
    assert bodies("Sở A;  Sở  B ;") == ("Sở A", "Sở B")
    assert bodies(None) == ()


def test_cells_bear_no_marks_of_direction(rows: tuple[Row, ...]) -> None:
    row = rows[0]
    cited = replace(row.cited, written="\u202e7,92%\n ", label="a\x00b")
    cells = figure_columns([replace(row, standing=replace(row.standing, cited=cited))], VI)
    assert cells["value"] == ["7,92%"]
    assert cells["label"] == ["ab"]


def test_files_hold_what_is_shown(rows: tuple[Row, ...], table: FigureTable) -> None:
    from openpyxl import load_workbook

    held = table_of(choose(rows, Wanted(in_force=True)), table)
    lines = list(csv.reader(io.StringIO(csv_bytes(held).decode("utf-8-sig"))))
    assert [line[2] for line in lines] == ["Giá trị", "35", "40", "20"]
    sheet = load_workbook(io.BytesIO(xlsx_bytes(held))).active
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == [35, 40, 20]


def test_a_question_about_a_figure_is_answered_with_it(
    assistant: Assistant, rows: tuple[Row, ...]
) -> None:
    row = next(row for row in rows if row.cited.written == "40%")
    question = question_about(row.cited, VI)
    assert question == (
        "Mục tiêu kinh tế số chiếm GRDP của thành phố Hải Phòng năm 2030 là bao nhiêu?"
    )
    assert question_about(row.cited, EN) == question
    assert assistant.ask(question).short == "40%"


def test_a_row_of_a_table_is_checked_as_a_sentence(rows: tuple[Row, ...]) -> None:
    cited = next(row.cited for row in rows if row.cited.written == "40%")
    sentence = "Đến năm 2030, kinh tế số chiếm 40% GRDP của thành phố Hải Phòng."
    assert claim_of(cited, VI).endswith(sentence)
    row = replace(cited, quote="1 | Kinh tế số | 40%", figure=replace(cited.figure, base="GRDP"))
    assert claim_of(row, VI) == (
        "Mục tiêu kinh tế số chiếm GRDP của thành phố Hải Phòng năm 2030 là 40% GRDP."
    )


def test_charts_give_kinds_one_colour_and_a_shape(hai_phong: Series) -> None:
    spec = timeline(points(hai_phong), "% GRDP", VI, rank=False).to_dict()
    marks = spec["layer"][-1]["encoding"]
    assert {"color", "shape", "tooltip", "x", "y"} <= marks.keys()
    assert marks["color"]["legend"]["values"] == ["mục tiêu", "kết quả", "mục tiêu đã điều chỉnh"]
    assert marks["color"]["scale"]["domain"][0] == "mục tiêu"
    assert len(spec["layer"]) == 2
    ranged = Point(2030, "target", 35.0, 40.0, "35 - 40%", "Kế hoạch 21", True)
    assert len(timeline([ranged], "%", VI, rank=False).to_dict()["layer"]) == 3
    ranks = timeline([ranged], "", VI, rank=True).to_dict()
    assert ranks["layer"][0]["encoding"]["y"]["scale"]["reverse"] is True


def test_a_line_leads_through_what_holds_and_never_through_two_values_of_a_year(
    hai_phong: Series,
) -> None:
    more = [
        replace(row, standing=replace(row.standing, cited=replace(row.cited, figure=other)))
        for row in hai_phong.rows
        if row.standing.superseded_by is None and row.cited.figure.year != 2030
        for other in [replace(row.cited.figure, value=row.cited.figure.value - 1)]
    ]
    both = points(replace(hai_phong, rows=(*more, *hai_phong.rows)))
    assert [(one.year, one.kind, one.value, one.joined) for one in both] == [
        (2023, "result", 28.7, False),
        (2023, "result", 29.7, False),
        (2025, "replaced", 25.0, False),
        (2025, "target", 34.0, False),
        (2025, "target", 35.0, True),
        (2030, "target", 40.0, True),
    ]
    lines = timeline(both, "% GRDP", VI, rank=False).to_dict()["layer"][0]
    assert lines["mark"]["type"] == "line"
    assert lines["transform"] == [{"filter": "datum.joined"}]


def test_bars_stand_in_order_and_begin_at_nothing() -> None:
    shown = [Bar("A", 20.0, None, "20%", "x"), Bar("B", 35.0, None, "35%", "y")]
    spec = comparison(shown, "%", VI, rank=False).to_dict()
    encoding = spec["layer"][0]["encoding"]
    assert encoding["y"]["sort"] == ["B", "A"]
    assert encoding["x"]["scale"]["domain"] == [0.0, 35.0 * 1.4]
    ranked = comparison(shown, "", VI, rank=True).to_dict()
    assert ranked["layer"][0]["encoding"]["y"]["sort"] == ["A", "B"]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(5.3, "5,3", "5.3"), (1039, "1.039", "1,039"), (0.1 + 0.2, "0,3", "0.3"), (0, "0", "0")],
)
def test_numbers_are_written_as_each_language_writes_them(value: float, vi: str, en: str) -> None:
    assert (number_words(value, "vi"), number_words(value, "en")) == (vi, en)


def test_thousands_of_figures_are_put_in_rows_and_found_at_once(table: FigureTable) -> None:
    # A ratio, not seconds: twenty times the figures must not take a hundred times as long.
    from time import process_time

    def taken(entries: int) -> float:
        start = process_time()  # what else the machine does is not counted
        many = replace(table, entries=table.entries * entries)
        choose(rows_of(many), Wanted(words="kinh te so", in_force=True))
        return process_time() - start

    taken(10)
    # The best of three: one pause of the machine says nothing of the code.
    few, many = (min(taken(count) for _ in range(3)) for count in (100, 2_000))
    assert many < 100 * max(few, 1e-4)


def test_documents_are_called_by_number_or_title() -> None:
    from assistant.schema import FigureSource
    from assistant.ui.targets.rows import source_name

    document = make_document("a.md", ["Tựa đề", "x"])
    known = FigureSource("a", "a.md", document.title, "bài báo", None, None, None, None, None)
    assert source_name(known) == "Tựa đề"
    assert source_name(replace(known, kind="kế hoạch", number="1/KH")) == "Kế hoạch 1/KH"


def test_the_folder_of_the_index_is_not_in_any_cell(rows: tuple[Row, ...], tmp_path: Path) -> None:
    cells = figure_columns(rows, VI)
    assert not any(str(tmp_path.parent) in str(cell) for line in cells.values() for cell in line)
