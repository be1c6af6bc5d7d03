"""What is shown of the figure or the indicator that is picked from a table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.figures.wording import value_words
from assistant.schema import CitedFigure, Role
from assistant.ui.escaping import html, markdown
from assistant.ui.opening import Shelf
from assistant.ui.switching import ask_elsewhere, check_elsewhere
from assistant.ui.targets.board import Board, card
from assistant.ui.targets.charts import comparison, timeline
from assistant.ui.targets.columns import change_words, figure_columns
from assistant.ui.targets.grid import show_grid
from assistant.ui.targets.rows import Row
from assistant.ui.targets.series import Series, alike, bars, changes, points
from assistant.ui.targets.texts import TargetTexts

__all__ = ["claim_of", "pair_html", "question_about", "show_panel"]

_INNER = ("value", "year", "role", "status", "document", "day", "label")


def show_panel(
    shelf: Shelf, board: Board, row: Row | None, series: Series, texts: TargetTexts, language: str
) -> None:
    """Show an indicator: how it came to be what it is, its charts, and the source of a figure.

    Args:
        shelf: The open index.
        board: All figures.
        row: The figure that was picked; None where the indicator was, and one can be picked.
        series: The figures of the indicator.
        texts: Words of the page.
        language: Language of the frame.
    """
    heading = series.name or texts.unnamed
    if series.place not in heading:
        heading += f" · {series.place}"
    st.header(markdown(heading), anchor=False)
    told = [change_words(change, texts) for change in changes(series)]
    if told:
        lines = "".join(f"<p>{html(line)}</p>" for line in told)
        st.html(f'<div class="cs-answer"><aside class="cs-notes" role="note">{lines}</aside></div>')
    if row is not None:
        _show_source(shelf, row, texts, language)
        _show_charts(board, series, texts)
        return
    _show_charts(board, series, texts)
    row = series.leading
    if len(series.rows) > 1:
        st.markdown(f"**{texts.figures_of.format(len(series.rows))}**")
        cells = figure_columns(series.rows, texts)
        shown = {name: cells[name] for name in _INNER}
        picked = show_grid(shown, texts, key=f"series {series.number} {shelf.stamp}", rows=6)
        row = row if picked is None else series.rows[picked]
    _show_source(shelf, row, texts, language)


def pair_html(
    shelf: Shelf, pair: Sequence[CitedFigure], names: Sequence[str], language: str
) -> str:
    """Return figures side by side, each value over the card of its source, as HTML.

    Args:
        shelf: The open index.
        pair: The figures.
        names: What each is, such as its role; "" says nothing.
        language: Language of the frame.
    """
    sides = "".join(
        f'<section><p class="cs-short cs-short-m" lang="vi">{html(value_words(cited))}'
        f'<span class="cs-beside">{html(name)}</span></p>{card(shelf, cited, language)}</section>'
        for cited, name in zip(pair, names, strict=True)
    )
    return f'<div class="cs-answer cs-figure cs-pair">{sides}</div>'


def claim_of(cited: CitedFigure, texts: TargetTexts) -> str:
    """Return a sentence that states a figure: its own, or one made of the row of a table."""
    quote = " ".join(cited.quote.split())
    if " | " not in quote:
        return quote
    value = " ".join(filter(None, [value_words(cited), cited.figure.base]))
    return texts.claim.format(_subject(cited, texts), value)


def question_about(cited: CitedFigure, texts: TargetTexts) -> str:
    """Return a question that a figure answers, in Vietnamese as its document is."""
    return texts.question.format(_subject(cited, texts))


def _subject(cited: CitedFigure, texts: TargetTexts) -> str:
    """Return what a figure says something of, with its place and year."""
    figure = cited.figure
    indicator = " ".join(figure.indicator.split())
    role = "Kết quả" if figure.role is Role.RESULT else "Mục tiêu"
    plain = figure.role in (Role.RESULT, Role.TARGET)
    named = plain and not indicator.lower().startswith(role.lower())
    subject = f"{role} {indicator[:1].lower()}{indicator[1:]}" if named else indicator
    if figure.place and figure.place not in indicator:
        subject += texts.question_place.format(figure.place)
    if figure.year and str(figure.year) not in indicator:
        subject += texts.question_year.format(figure.year)
    return subject


def _show_source(shelf: Shelf, row: Row, texts: TargetTexts, language: str) -> None:
    cited = row.cited
    st.html(f'<div class="cs-answer cs-figure">{card(shelf, cited, language)}</div>')
    if cited.figure.speaker:
        st.caption(markdown(texts.speaker.format(cited.figure.speaker)))
    with st.container(horizontal=True):
        ask = st.button(texts.ask, key="targets ask", icon=":material/chat:", help=texts.ask_detail)
        check = st.button(
            texts.check, key="targets check", icon=":material/fact_check:", help=texts.check_detail
        )
    if ask:
        ask_elsewhere(question_about(cited, texts), language)
    if check:
        check_elsewhere(claim_of(cited, texts), language)


def _show_charts(board: Board, series: Series, texts: TargetTexts) -> None:
    shown = points(series)
    compared = bars(alike(series, board.series.values()))
    with_years = len({point.year for point in shown}) > 1
    if not with_years and not compared:
        return
    with st.spinner(texts.drawing):
        both = st.columns(2, gap="large") if with_years and compared else [st.container()] * 2
        if with_years:
            with both[0]:
                _show_timeline(series, texts)
        if compared:
            with both[1]:
                _show_comparison(series, board, texts)


def _show_timeline(series: Series, texts: TargetTexts) -> None:
    st.markdown(f"**{texts.timeline}**")
    shown = points(series)
    rank = series.figure.role is Role.RANK
    dark = st.context.theme.type == "dark"
    chart = timeline(shown, _unit(series), texts, rank=rank, dark=dark)
    st.altair_chart(chart, alt=texts.timeline_alt.format(series.name))
    undated = sum(row.cited.figure.year is None for row in series.rows)
    if undated:
        st.caption(texts.undated.format(undated))


def _show_comparison(series: Series, board: Board, texts: TargetTexts) -> None:
    st.markdown(f"**{texts.comparison}**")
    compared = bars(alike(series, board.series.values()))
    year, role = st.selectbox(
        texts.comparison,
        list(compared),
        format_func=lambda key: _compared_at(key, len(compared[key]), texts),
        key=f"compared {series.number}",
        label_visibility="collapsed",
    )
    shown = compared[year, role]
    dark = st.context.theme.type == "dark"
    chart = comparison(shown, _unit(series), texts, rank=role is Role.RANK, dark=dark)
    told = "; ".join(f"{bar.place} {bar.written}" for bar in shown)
    st.altair_chart(chart, alt=texts.comparison_alt.format(series.name, told))


def _compared_at(key: tuple[int, Role], places: int, texts: TargetTexts) -> str:
    year, role = key
    name = texts.role_names[role.value]
    return texts.compared_at.format(name[:1].upper() + name[1:], year, places)


def _unit(series: Series) -> str:
    """Return the unit of a series, with what a share is taken of where a table says it."""
    bases = [row.cited.figure.base for row in series.rows if row.cited.figure.base]
    return " ".join(filter(None, [series.figure.unit, bases[0] if bases else ""]))
