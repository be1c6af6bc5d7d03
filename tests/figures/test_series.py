from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from assistant.figures.keys import key_of
from assistant.figures.series import definition_of, same_indicator, series_of
from assistant.figures.standings import day_of, figure_table, series_by_day
from assistant.schema import (
    CitedFigure,
    Comparator,
    Figure,
    FigureFilters,
    FigureSource,
    Relation,
    RelationKind,
    Role,
    Span,
    Standing,
)

PROVINCE = "Ủy ban nhân dân tỉnh Lâm Đồng"
FOREST = "Tỷ lệ che phủ rừng"


def source(
    name: str,
    day: date | None,
    *,
    issuer: str = PROVINCE,
    kind: str = "kế hoạch",
    title: str = "Kế hoạch",
    relations: tuple[Relation, ...] = (),
) -> FigureSource:
    number = f"{name}/KH-UBND" if kind != "bài báo" else None
    return FigureSource(
        name, f"{name}.md", title, kind, number, issuer, day, None, "Lâm Đồng", relations
    )


def cited(
    of: FigureSource,
    value: float,
    year: int | None = 2025,
    *,
    indicator: str = FOREST,
    role: Role = Role.TARGET,
    unit: str = "%",
    quoted_from: str | None = None,
) -> CitedFigure:
    figure = Figure(
        of.id, indicator, Comparator.EQUAL, value, None, unit, role, year, of.place,
        Span(0, 1), Span(0, 9), key=key_of(indicator), quoted_from=quoted_from,
    )  # fmt: skip
    return CitedFigure(figure, of, f"{of.id}/1", "mục 1", None, f"{value:g}%", "câu")


def standings(figures: Sequence[CitedFigure], as_of: date | None = None) -> list[Standing]:
    return list(figure_table(figures, FigureFilters(as_of=as_of)).entries)


def gone(figures: Sequence[CitedFigure], as_of: date | None = None) -> dict[float, str | None]:
    return {
        s.cited.figure.value: s.superseded_by.id if s.superseded_by else None
        for s in standings(figures, as_of)
    }


EARLY, LATE = source("1", date(2021, 5, 1)), source("2", date(2024, 5, 1))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("kinh tế số chiếm GRDP", "Tỷ trọng kinh tế số trong GRDP", True),
        ("kinh tế số chiếm GRDP", "kinh tế số trong từng ngành, lĩnh vực", False),
        ("hồ sơ tại cấp xã được xử lý", "hồ sơ tại cấp huyện được xử lý", False),
        ("doanh thu du lịch", "doanh thu du lịch tăng", False),
        ("phủ sóng 5G", "phủ sóng 4G", False),
        ("", "", False),
    ],
)
def test_what_is_one_indicator(one: str, other: str, *, same: bool) -> None:
    first, second = (cited(EARLY, 1, indicator=words).figure for words in (one, other))
    assert same_indicator(first, second) is same


def test_series_are_of_one_place_and_unit() -> None:
    hue = FigureSource("h", "h.md", "T", "kế hoạch", None, None, None, None, "Huế")
    figures = [cited(EARLY, 1), cited(LATE, 2), cited(hue, 3), cited(LATE, 4, unit="ha")]
    assert series_of(figures) == [0, 0, 1, 2]


def test_values_of_which_nothing_is_told_are_apart() -> None:
    assert series_of([cited(EARLY, 1, indicator=""), cited(EARLY, 2, indicator="")]) == [0, 1]


def test_a_later_target_of_the_same_year_takes_the_place() -> None:
    figures = [cited(LATE, 58), cited(EARLY, 55), cited(EARLY, 60, 2030)]
    assert gone(figures) == {55: "2", 58: None, 60: None}
    older = next(s for s in standings(figures) if s.cited.figure.value == 55)
    assert older.now is not None
    assert older.now.figure.value == 58


def test_as_of_a_day_later_documents_are_not_there() -> None:
    assert gone([cited(EARLY, 55), cited(LATE, 58)], date(2023, 1, 1)) == {55: None}


def test_the_press_takes_no_place_and_results_keep_theirs() -> None:
    press = source("3", date(2024, 9, 1), kind="bài báo")
    assert gone([cited(EARLY, 55), cited(press, 70)]) == {55: None, 70: None}
    results = [cited(EARLY, 50, role=Role.RESULT), cited(LATE, 51, role=Role.RESULT)]
    assert gone(results) == {50: None, 51: None}


def test_a_lower_issuer_takes_no_place() -> None:
    commune = source("4", date(2024, 6, 1), issuer="Ủy ban nhân dân xã Đơn Dương")
    assert gone([cited(EARLY, 55), cited(commune, 56)]) == {55: None, 56: None}
    assert gone([cited(commune, 56), cited(source("5", date(2025, 1, 1)), 57)]) == {
        56: "5",
        57: None,
    }


def test_a_reported_figure_goes_with_the_document_it_comes_from() -> None:
    reported = cited(LATE, 55, quoted_from="1/KH-UBND")
    assert gone([cited(EARLY, 55), cited(LATE, 58), reported])[55] == "2"


def test_a_replaced_document_is_gone_without_a_new_value() -> None:
    replaces = (Relation(RelationKind.THAY_THE, "1/KH-UBND"),)
    later = source("2", date(2024, 5, 1), relations=replaces)
    figures = [cited(EARLY, 55), cited(later, 9, indicator="Số chợ mở mới")]
    [old] = [s for s in standings(figures) if s.cited.figure.value == 55]
    assert (old.superseded_by, old.now) == (later, None)


def test_an_amendment_replaces_the_values_that_it_sets_and_no_others() -> None:
    amends = (Relation(RelationKind.SUA_DOI, "1/KH-UBND"),)
    # A body below the province may amend what it was told to carry on.
    agency = source("6", date(2024, 7, 1), issuer="Ủy ban nhân dân xã Đơn Dương", relations=amends)
    figures = [cited(EARLY, 55), cited(EARLY, 40, indicator="Số chợ"), cited(agency, 57)]
    assert gone(figures) == {55: "6", 40: None, 57: None}


def test_the_plan_of_a_merged_province_replaces_those_of_both() -> None:
    old = replace(source("7", date(2025, 1, 10)), place="Bình Thuận")
    replaces = tuple(Relation(RelationKind.THAY_THE, f"{n}/KH-UBND") for n in (1, 7))
    merged = source("8", date(2025, 9, 1), relations=replaces)
    figures = [cited(EARLY, 55), cited(old, 50), cited(merged, 60)]
    assert gone(figures) == {55: "8", 50: "8", 60: None}
    [former] = [s for s in standings(figures) if s.cited.figure.value == 50]
    assert former.now is not None
    assert former.now.figure.value == 60
    assert gone(figures, date(2025, 8, 1)) == {55: None, 50: None}


def test_sources_that_differ_stand_side_by_side() -> None:
    one = cited(EARLY, 31, 2024, role=Role.RESULT)
    other = cited(LATE, 33, 2024, role=Role.RESULT)
    table = figure_table([one, other, cited(LATE, 35, 2023, role=Role.RESULT)], FigureFilters())
    assert table.conflicts == ((one, other),)


def test_a_target_beside_the_latest_result_of_the_same_definition() -> None:
    target = cited(LATE, 58)
    results = [cited(LATE, v, y, role=Role.RESULT) for v, y in ((50, 2022), (54, 2023))]
    other = cited(LATE, 99, 2024, role=Role.RESULT, indicator="Tỷ lệ che phủ rừng phòng hộ")
    table = figure_table([target, *results, other], FigureFilters())
    assert table.progress == ((target, results[1]),)


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        (FigureFilters(years=(2030,)), {60}),
        (FigureFilters(places=("Huế",)), set()),
        (FigureFilters(roles=(Role.RESULT,)), {50}),
        (FigureFilters(indicator="che phu rung"), {50, 55, 58, 60}),
        (FigureFilters(indicator="chợ"), set()),
        (FigureFilters(in_force=True), {58, 60}),
    ],
)
def test_which_figures_are_wanted(filters: FigureFilters, values: set[float]) -> None:
    figures = [
        cited(EARLY, 55), cited(EARLY, 60, 2030), cited(LATE, 58),
        cited(LATE, 50, 2022, role=Role.RESULT),
    ]  # fmt: skip
    assert {s.cited.figure.value for s in figure_table(figures, filters).entries} == values


def test_the_day_of_a_document_without_one_is_that_of_its_title() -> None:
    assert day_of(source("1", None, title="Kế hoạch năm 2025")) == date(2025, 1, 1)
    assert day_of(source("1", None, title="Kế hoạch 2025 và 2026")) is None


def test_a_series_is_found_as_by_comparing_with_all() -> None:
    words = Random(5).choices(  # noqa: S311 - no secret
        "che phủ rừng trồng mới diện tích tỷ hộ nghèo điện nước".split(), k=2_000
    )
    names = [" ".join(words[n : n + 2 + n % 9]) for n in range(0, 1_900, 5)]
    by_key = {key_of(name): cited(EARLY, 1, indicator=name) for name in names}
    figures = list(by_key.values())
    expected: list[int] = []
    first: list[Figure] = []
    for one in figures:
        own = definition_of(one.figure)[0]
        shares = []
        for number, other in enumerate(first):
            theirs = definition_of(other)[0]
            if own and same_indicator(one.figure, other):
                shares.append((-len(own & theirs) / len(own | theirs), number))
        if not shares:
            first.append(one.figure)
        expected.append(min(shares)[1] if shares else len(first) - 1)
    assert series_of(figures) == expected
    assert 20 < len(first) < len(figures) - 20


def test_a_table_is_the_same_with_the_series_known() -> None:
    figures = [
        cited(LATE, 58),
        cited(EARLY, 55),
        cited(EARLY, 40, 2024, indicator="Tỷ lệ hộ nghèo"),
    ]
    table = figure_table(figures, FigureFilters())
    assert [s.series for s in table.entries] == [0, 0, 1]
    assert figure_table(figures, FigureFilters(), series_by_day(figures)) == table
    # As of a day before the later document the numbers are worked out anew.
    early = FigureFilters(as_of=date(2022, 1, 1))
    assert figure_table(figures, early, [7, 7, 7]) == figure_table(figures, early)


def test_each_pair_of_sources_that_differ_is_told_once() -> None:
    third = source("3", date(2025, 5, 1))
    one, same = (cited(EARLY, 31, 2024, role=Role.RESULT) for _ in range(2))
    other = cited(LATE, 33, 2024, role=Role.RESULT)
    last = cited(third, 31, 2024, role=Role.RESULT)
    table = figure_table([last, same, other, one], FigureFilters())
    assert table.conflicts == ((one, other), (other, last))
