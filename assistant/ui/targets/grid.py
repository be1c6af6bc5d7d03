"""Tables of which a row can be picked, with a click on any of its cells or by the keyboard."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from assistant.ui.targets.columns import Cells
from assistant.ui.targets.texts import TargetTexts

__all__ = ["show_grid"]

_WIDTHS = {
    "indicator": 330,
    "task": 420,
    "held": 220,
    "status": 220,
    "history": 330,
    "product": 220,
}
"""Of columns that hold sentences, in pixels."""
_LINE = 35
"""Height of a row, in pixels, as Streamlit draws it."""


def show_grid(cells: Cells, texts: TargetTexts, *, key: str, rows: int = 10) -> int | None:
    """Show a table and return the number of the row that is picked, from 0; None without one.

    Args:
        cells: The cells by column; the columns are fields of the texts.
        texts: Words of the page.
        key: What tells the table from others, and from itself over other rows: a choice is
            forgotten with the rows that it was made of.
        rows: Most rows that are in view at a time; the others are scrolled to.
    """
    count = len(next(iter(cells.values())))
    columns = {name: _column(name, values, texts) for name, values in cells.items()}
    state = st.dataframe(
        cells,
        hide_index=True,
        height=_LINE * (min(count, rows) + 1) + 3,
        column_config=columns,
        key=f"grid {key}",
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        placeholder="",
    )
    selection = state.selection
    if selection.rows:
        return int(selection.rows[0])
    return int(selection.cells[0][0]) if selection.cells else None


def _column(name: str, values: list[str | int | date | None], texts: TargetTexts) -> ColumnConfig:
    label, width = getattr(texts, name), _WIDTHS.get(name)
    first = next((value for value in values if value is not None), None)
    if isinstance(first, date):
        return st.column_config.DateColumn(label, format="DD/MM/YYYY")
    if isinstance(first, int):
        return st.column_config.NumberColumn(label, format="%d")
    return st.column_config.TextColumn(label, width=width)
