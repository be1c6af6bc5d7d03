"""The page “Chỉ tiêu” as a user meets it, without a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from figure_documents import FIGURE_DOCUMENTS
from page_over import htmls, over, plain, told
from pages import DOCUMENTS, build
from same_words import assert_same_words
from streamlit.testing.v1 import AppTest

from assistant.assistant import Assistant
from assistant.ui.targets import page as targets_page
from assistant.ui.targets import panel
from assistant.ui.targets.columns import Cells
from assistant.ui.targets.texts import TARGET_TEXTS, TargetTexts

VI, EN = TARGET_TEXTS["vi"], TARGET_TEXTS["en"]
SEARCH, IN_FORCE, AS_OF = "targets words", "targets in force", "targets as of"
Pick = Callable[[str, int | None], None]


def targets(index: str, language: str) -> None:
    from pathlib import Path

    from assistant.ui.opening import open_shelf
    from assistant.ui.targets.page import show

    show(open_shelf(Path(index)), language)


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("targets"), FIGURE_DOCUMENTS)


@pytest.fixture
def pick(monkeypatch: pytest.MonkeyPatch) -> Pick:
    """Pick rows of tables, which a test without a browser cannot click on."""
    picked: dict[str, int | None] = {}

    def show_grid(cells: Cells, texts: TargetTexts, *, key: str, **options: object) -> int | None:
        import streamlit as st

        st.dataframe(cells)
        return picked.get(key.split()[0])

    monkeypatch.setattr(targets_page, "show_grid", show_grid)
    monkeypatch.setattr(panel, "show_grid", show_grid)
    return picked.__setitem__


def tab(page: AppTest, name: str, language: str = "vi") -> AppTest:
    page.session_state[f"targets tabs {language}"] = name
    return page.run()


def column(page: AppTest, name: str, number: int = 0) -> list[object]:
    return list(page.dataframe[number].value[name])


def test_the_page_shows_indicators_with_what_holds_and_how_it_came_to(figures: Path) -> None:
    page = over(targets, figures).run()

    assert not page.exception
    assert page.title[0].value == "Chỉ tiêu"
    assert VI.series_count.format(7, 2) in told(page)
    assert column(page, "held") == ["35% (2025); 40% (2030)", "20% (2025)"]
    assert column(page, "history")[0] == (
        "Năm 2025: 25% theo Nghị quyết 10-NQ/TU; nâng lên 35% theo Kế hoạch 206/KH-UBND."
    )
    assert VI.pick in told(page)


def test_a_search_without_marks_and_a_switch_hold_the_table(figures: Path) -> None:
    page = over(targets, figures).run()
    page.text_input(key=SEARCH).set_value("kinh te so da nang").run()
    assert column(page, "place") == ["Đà Nẵng"]
    page.toggle(key=IN_FORCE).set_value(True).run()
    assert VI.series_count.format(1, 1) in told(page)

    page.text_input(key=SEARCH).set_value("xuất khẩu gạo").run()
    assert not page.dataframe
    assert VI.none in told(page)
    next(one for one in page.button if one.label == VI.reset).click().run()
    assert VI.series_count.format(7, 2) in told(page)
    assert not page.toggle(key=IN_FORCE).value


def test_filters_say_how_many_figures_they_have_and_hold_to_them(figures: Path) -> None:
    page = over(targets, figures).run()
    lists = {one.label: one for one in page.multiselect}
    assert lists[VI.places].options == ["Đà Nẵng (3)", "Hải Phòng (4)"]
    assert lists[VI.years].options == ["2030 (1)", "2025 (3)", "2023 (1)", "2022 (2)"]
    assert lists[VI.roles].options == ["kết quả (3)", "mục tiêu (4)"]
    assert lists[VI.agencies].options == ["Sở Công Thương (1)", "Sở Nội vụ (1)"]
    assert "Kế hoạch 206/KH-UBND (4)" in lists[VI.documents].options

    lists[VI.years].set_value([2025]).run()
    assert VI.series_count.format(3, 2) in told(page)
    assert VI.filters_set.format(1) in [one.label for one in page.expander]


def test_on_an_earlier_day_the_earlier_target_holds(figures: Path) -> None:
    from datetime import date

    page = over(targets, figures).run()
    page.date_input(key=AS_OF).set_value(date(2022, 12, 31)).run()
    assert column(page, "held") == ["25% (2025); 40% (2030)", "20% (2025)"]
    assert column(page, "history") == ["", ""]


def test_each_figure_can_be_listed_and_picked_with_its_source(figures: Path, pick: Pick) -> None:
    pick("figures", 1)
    page = over(targets, figures).run()
    page.get("button_group")[0].set_value("figures").run()

    assert column(page, "value")[:2] == ["29,7%", "25%"]
    assert "Kinh tế số chiếm GRDP của thành phố Hải Phòng" in told(page)
    assert "<mark>25%</mark> GRDP của thành phố Hải Phòng" in htmls(page)
    assert "nâng lên 35% theo Kế hoạch 206/KH-UBND" in htmls(page)
    assert len(page.get("vega_lite_chart")) == 2


def test_an_indicator_that_is_picked_shows_its_figures_and_the_one_that_holds(
    figures: Path, pick: Pick
) -> None:
    pick("series", 0)
    page = over(targets, figures).run()

    assert VI.figures_of.format(4) in told(page)
    # The second table is of the series, and shares the choice of the first in this test.
    assert "<mark>29,7%</mark>" in htmls(page)
    assert [one.options for one in page.selectbox] == [["Mục tiêu năm 2025 (2 nơi)"]]


def test_targets_stand_beside_results_with_both_quotes(figures: Path, pick: Pick) -> None:
    pick("progress", 1)
    page = tab(over(targets, figures), VI.progress_tab)

    assert column(page, "gap")[1] == "thấp hơn 5,3 điểm %"
    assert "<mark>35%</mark>" in htmls(page)
    assert "<mark>29,7%</mark>" in htmls(page)


def test_sources_that_differ_stand_side_by_side(figures: Path) -> None:
    page = tab(over(targets, figures), VI.conflicts_tab)

    assert VI.conflict_intro in told(page)
    assert htmls(page).count("<section>") == 2
    assert "<mark>17,5%</mark>" in htmls(page)
    assert "<mark>17%</mark>" in htmls(page)
    page.text_input(key=SEARCH).set_value("hai phong").run()
    assert VI.no_conflicts in told(page)


def test_tasks_have_their_tab_and_their_rows(figures: Path, pick: Pick) -> None:
    pick("tasks", 1)
    page = tab(over(targets, figures, "en"), EN.tasks_tab, "en")

    assert column(page, "deadline") == ["Tháng 6/2025", "Quý IV/2025"]
    assert "<mark>Sở Công Thương</mark>" in htmls(page)
    page.text_input(key=SEARCH).set_value("du lieu").run()
    assert column(page, "task") == ["Xây dựng kho dữ liệu mở"]


def test_nothing_is_computed_again_by_a_click(
    figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = over(targets, figures).run()

    def fail(self: Assistant, *arguments: object) -> None:
        raise AssertionError("computed again")

    monkeypatch.setattr(Assistant, "figures", fail)
    monkeypatch.setattr(Assistant, "tasks", fail)
    page.text_input(key=SEARCH).set_value("hai phong").run()
    assert not page.exception
    assert column(page, "place") == ["Hải Phòng"]


def test_a_corpus_without_figures_is_told(tmp_path: Path) -> None:
    words = {"x.md": "# Bài viết\n\nTrời đẹp và gió nhẹ trên khắp thành phố hôm nay.\n"}
    page = over(targets, build(tmp_path, words)).run()

    assert not page.exception
    assert VI.none in told(page)
    assert not [one for one in page.button if one.label == VI.reset]


def test_what_documents_say_is_shown_and_does_nothing(tmp_path: Path, pick: Pick) -> None:
    evil = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) $a$ **b**"
    name = "xe-buyt.md"
    text = DOCUMENTS[name].replace("xe buýt của thành phố", f"xe buýt {evil} của thành phố")
    text = text.replace("title: Quyết định phát triển xe buýt điện", f"title: '{evil}'")
    pick("series", 0)
    page = over(targets, build(tmp_path, {name: text})).run()

    assert not page.exception
    assert "<mark>60%</mark>" in re.sub("ít nhất ", "", htmls(page))
    assert "&lt;img src=x" in htmls(page)
    assert "<img" not in htmls(page)
    [heading] = [one.value for one in page.header]
    assert "$a$" in plain(heading)
    assert not re.search(r"(?<!\\)[$<*\[]", heading)


@pytest.mark.parametrize("name", [field.name for field in fields(TargetTexts)])
def test_both_languages_say_the_same(name: str) -> None:
    assert_same_words(getattr(VI, name), getattr(EN, name))
