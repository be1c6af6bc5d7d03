"""The log of changes as editors see it: a table, newest first, and a file to keep."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import streamlit as st

from assistant.errors import AssistantError
from assistant.figures.exports import safe_cell
from assistant.indexing.change_log import Change, ChangeLog, changes_file
from assistant.schema import written_day
from assistant.ui.escaping import clean, markdown
from assistant.ui.reasons import reason_words
from assistant.ui.shelves.shelving import Shelves
from assistant.ui.shelves.texts import ShelfTexts
from assistant.ui.signing.roles import Standing
from assistant.ui.signing.session import visitor

__all__ = ["csv_of", "is_kept", "row_of_change", "show_journal"]

_SHOWN = 1_000
"""Rows of the table; a browser need not hold the changes of years."""
_HEADER = ("at", "who", "act", "document", "before", "after")
_DAYS = ("issued", "effective")


def is_kept() -> bool:
    """Tell whether there is a log that whoever looks at the page may see."""
    return visitor().standing is Standing.EDITOR


def show_journal(shelves: Shelves, texts: ShelfTexts) -> None:
    """Show the log of changes.

    Args:
        shelves: What the page knows.
        texts: Words of the page.
    """
    words = texts.journal
    st.caption(words.intro)
    try:
        changes = ChangeLog(changes_file(shelves.index)).all()
    except AssistantError as error:
        st.error(markdown(reason_words(str(error), texts.code)), icon=":material/error:")
        return
    if not changes:
        st.info(words.none, icon=":material/history:")
        return
    columns: dict[str, Any] = dict(words.columns)
    columns["at"] = st.column_config.DatetimeColumn(
        words.columns["at"], format="DD/MM/YYYY HH:mm:ss", timezone="Asia/Ho_Chi_Minh"
    )
    columns["changes"] = st.column_config.TextColumn(words.columns["changes"], width="large")
    st.dataframe(
        [row_of_change(change, texts) for change in changes[:_SHOWN]],
        column_config=columns,
        hide_index=True,
        alt=words.tab,
        key="journal",
    )
    if len(changes) > _SHOWN:
        st.caption(words.shown.format(_SHOWN, len(changes)))
    st.download_button(
        words.csv,
        csv_of(changes),
        "nhat-ky-thu-vien.csv",
        "text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def row_of_change(change: Change, texts: ShelfTexts) -> dict[str, object]:
    """Return the row of a change, values by column; nothing in it is markup to a table."""
    words = texts.journal
    return {
        "at": datetime.fromisoformat(change.at),
        "who": clean(change.who),
        "act": words.acts.get(change.act, clean(change.act)),
        "document": clean(change.document),
        "changes": clean(_difference(change, texts)),
    }


def csv_of(changes: Sequence[Change]) -> bytes:
    """Return a log as CSV in UTF-8 with a byte order mark, as Excel expects it; times in UTC."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_HEADER)
    for change in changes:
        values = [getattr(change, name) for name in _HEADER]
        cells = [
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for value in values
        ]
        writer.writerow([safe_cell(clean(cell)) for cell in cells])
    return file.getvalue().encode("utf-8-sig")


def _difference(change: Change, texts: ShelfTexts) -> str:
    words = texts.journal
    old, new = change.before.get("file", ""), change.after.get("file", "")
    if change.act != "correct":
        return words.renamed.format(old, new) if old != new else ""
    parts = [
        words.changed.format(
            texts.fields.get(name, name),
            _shown(name, value, texts),
            _shown(name, change.after.get(name), texts),
        )
        for name, value in change.before.items()
    ]
    return "; ".join(parts)


def _shown(name: str, value: str | None, texts: ShelfTexts) -> str:
    if value is None:
        return texts.journal.read_again
    if not value:
        return texts.journal.empty
    return f"“{_day(value) if name in _DAYS else value}”"


def _day(value: str) -> str:
    try:
        return written_day(date.fromisoformat(value))
    except ValueError:
        return value
