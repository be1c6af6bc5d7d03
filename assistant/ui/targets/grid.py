"""Tables of which a row can be picked, with a click on any of its cells or by the keyboard."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from assistant.ui.targets.columns import Cells
from assistant.ui.targets.keys import key_for
from assistant.ui.targets.texts import TargetTexts

__all__ = ["show_grid"]

_WIDTHS = {
    "indicator": 260,
    "place": 110,
    "task": 420,
    "held": 230,
    "latest_result": 130,
    "status": 220,
    "history": 420,
    "product": 220,
    "agency": 180,
    "deadline": 150,
    "target": 140,
    "result": 140,
    "gap": 170,
    "document": 260,
}
"""Of columns that hold sentences, in pixels."""
_LINE = 35
"""Height of a row of one line, in pixels, as Streamlit draws it."""
_LINES = 62
"""Height of a row of two or three."""


def show_grid(
    cells: Cells, texts: TargetTexts, *, key: str, rows: int = 10, tall: bool = False
) -> int | None:
    """Show a table and return the number of the row that is picked, from 0; None without one.

    Args:
        cells: The cells by column; the columns are fields of the texts.
        texts: Words of the page.
        key: What tells the table from others, and from itself over other rows: a choice is
            forgotten with the rows that it was made of.
        rows: Most rows that are in view at a time; the others are scrolled to.
        tall: Whether cells hold sentences, which need more than a line.
    """
    count = len(next(iter(cells.values())))
    line = _LINES if tall else _LINE
    columns = {name: _column(name, values, texts) for name, values in cells.items()}
    state = st.dataframe(
        cells,
        hide_index=True,
        height=_LINE + line * min(count, rows) + 3,
        row_height=line,
        column_config=columns,
        key=key_for("grid", key),
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        placeholder="",
        alt=texts.pick,
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
