"""The page “Chỉ tiêu”: the table of figures, targets beside results, conflicts, and tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from assistant.schema import CitedFigure
from assistant.ui.escaping import markdown
from assistant.ui.numerals import number_words
from assistant.ui.opening import Shelf
from assistant.ui.targets.board import (
    Board,
    board_of,
    card,
    cells_of,
    choose_tasks,
    view_of,
)
from assistant.ui.targets.columns import (
    Cells,
    figure_columns,
    progress_columns,
    series_columns,
    task_columns,
)
from assistant.ui.targets.files import CSV_TYPE, XLSX_TYPE, csv_bytes, xlsx_bytes
from assistant.ui.targets.filters import choose_wanted, show_reset
from assistant.ui.targets.grid import show_grid
from assistant.ui.targets.panel import pair_html, show_panel
from assistant.ui.targets.rows import Row, Wanted
from assistant.ui.targets.texts import TARGET_TEXTS, TargetTexts

__all__ = ["show"]

_SERIES, _FIGURES = "series", "figures"
_PAIRS = 20
"""Conflicts that are shown at a time; more are no reading for anybody."""


def show(shelf: Shelf, language: str) -> None:
    """Draw the page.

    Args:
        shelf: The open index.
        language: Language of the frame, a key of ``TARGET_TEXTS``.
    """
    texts = TARGET_TEXTS[language]
    st.title(texts.title, anchor=False)
    st.markdown(texts.intro)
    with st.spinner(texts.reading):
        wanted, as_of = choose_wanted(shelf, texts)
        board = board_of(shelf, as_of)
    tabs = st.tabs(
        [texts.figures_tab, texts.progress_tab, texts.conflicts_tab, texts.tasks_tab],
        key=f"targets tabs {language}",
        on_change="rerun",
    )
    shown = _Shown(shelf, board, wanted, as_of, texts, language)
    draws = (shown.figures, shown.progress, shown.conflicts, shown.tasks)
    for tab, draw in zip(tabs, draws, strict=True):
        if tab.open:
            with tab:
                draw()


class _Shown:
    """What is shown of an index at one moment, tab by tab."""

    def __init__(
        self,
        shelf: Shelf,
        board: Board,
        wanted: Wanted,
        as_of: date | None,
        texts: TargetTexts,
        language: str,
    ) -> None:
        self.shelf, self.board, self.texts, self.language = shelf, board, texts, language
        self.wanted = wanted
        self.key = f"{shelf.stamp} {as_of} {wanted}"
        view = view_of(board, wanted, self.key)
        self.rows, self.table, self.series = view.rows, view.table, view.series

    def figures(self) -> None:
        """Show the figures, by indicator or each, and the one that is picked."""
        texts = self.texts
        if not self.rows:
            self._show_none(texts.none, "figures")
            return
        names = {_SERIES: texts.by_series, _FIGURES: texts.by_figure}
        with st.container(horizontal=True, vertical_alignment="center"):
            view = st.segmented_control(
                texts.view,
                list(names),
                default=_SERIES,
                required=True,
                format_func=lambda name: names[name],
                key="targets view",
                label_visibility="collapsed",
                persist_state="session",
            )
            self._show_downloads()
        if view == _FIGURES:
            self._show_figures()
        else:
            self._show_series()

    def _show_figures(self) -> None:
        texts = self.texts
        st.caption(texts.count.format(self._number(len(self.rows))))
        key = f"figures {self.key}"
        cells = self._cells(key, lambda: figure_columns(self.rows, texts))
        picked = show_grid(cells, texts, key=key)
        self._show_panel(None if picked is None else self.rows[picked], None)

    def _show_series(self) -> None:
        texts = self.texts
        found = self.series
        st.caption(texts.series_count.format(*map(self._number, (len(self.rows), len(found)))))
        key = f"series {self.key}"
        cells = self._cells(key, lambda: series_columns(found, texts))
        picked = show_grid(cells, texts, key=key)
        self._show_panel(None, None if picked is None else found[picked].number)

    def _show_panel(self, row: Row | None, number: int | None) -> None:
        if row is not None:
            number = row.standing.series
        if number is None:
            st.info(self.texts.pick, icon=":material/touch_app:")
            return
        series = self.board.series[number]
        show_panel(self.shelf, self.board, row, series, self.texts, self.language)

    def _show_downloads(self) -> None:
        table = self.table
        kinds = (
            (self.texts.csv, "chi-tieu.csv", CSV_TYPE, csv_bytes),
            (self.texts.excel, "chi-tieu.xlsx", XLSX_TYPE, xlsx_bytes),
        )
        for label, name, kind, write in kinds:
            st.download_button(
                label,
                partial(write, table),  # written when it is asked for
                name,
                kind,
                key=f"download {name}",
                icon=":material/download:",
                on_click="ignore",
            )

    def progress(self) -> None:
        """Show targets in force beside results."""
        texts, pairs = self.texts, self.table.progress
        if not pairs:
            self._show_none(texts.no_progress, "progress")
            return
        st.caption(texts.progress_intro)
        cells = progress_columns(pairs, texts, self.language)
        picked = show_grid(cells, texts, key=f"progress {self.key}")
        if picked is None:
            st.info(texts.pick, icon=":material/touch_app:")
            return
        pair = pairs[picked]
        names = [_at(texts.target, pair[0]), _at(texts.result, pair[1])]
        st.html(pair_html(self.shelf, pair, names, self.language))

    def conflicts(self) -> None:
        """Show what sources tell differently, side by side."""
        texts, pairs = self.texts, self.table.conflicts
        if not pairs:
            st.success(texts.no_conflicts, icon=":material/check_circle:")
            return
        st.caption(texts.conflict_intro)
        for pair in pairs[:_PAIRS]:
            figure = pair[0].figure
            heading = [figure.indicator or texts.unnamed, figure.place, str(figure.year)]
            st.header(markdown(" · ".join(filter(None, heading))), anchor=False)
            names = [texts.role_names[cited.figure.role.value] for cited in pair]
            st.html(pair_html(self.shelf, pair, names, self.language))
        if len(pairs) > _PAIRS:
            st.caption(texts.more.format(len(pairs) - _PAIRS))

    def tasks(self) -> None:
        """Show the tasks."""
        texts = self.texts
        found = choose_tasks(self.board.tasks, self.wanted)
        if not found:
            self._show_none(texts.no_tasks, "tasks")
            return
        st.caption(f"{texts.tasks_intro} {texts.task_count.format(self._number(len(found)))}.")
        picked = show_grid(task_columns(found), texts, key=f"tasks {self.key}", rows=7, tall=True)
        if picked is not None:
            shown = card(self.shelf, found[picked], self.language)
            st.html(f'<div class="cs-answer cs-figure">{shown}</div>')

    def _cells(self, key: str, cells: Callable[[], Cells]) -> Cells:
        return cells_of(f"{self.language} {key}", cells)

    def _number(self, count: int) -> str:
        return number_words(count, self.language)

    def _show_none(self, told: str, key: str) -> None:
        st.info(told, icon=":material/search_off:")
        if self.wanted != Wanted() or len(self.rows) < len(self.board.rows):
            show_reset(self.shelf, self.texts, key)


def _at(name: str, cited: CitedFigure) -> str:
    year = cited.figure.year
    return f"{name} {year}" if year else name
