"""How a question was read: shown where that is not how it was typed, and there to be mended."""

from __future__ import annotations

import streamlit as st

from assistant.schema import Filters, Question
from assistant.ui.conversation import Asked, submit
from assistant.ui.escaping import clean, markdown
from assistant.ui.sidebar import filter_words
from assistant.ui.texts import Texts

__all__ = ["show_reading"]


def show_reading(question: Question, filters: Filters, number: int, texts: Texts) -> None:
    """Say how a question was read and what the search was held to; nothing where as typed.

    Args:
        question: The question as understood.
        filters: What the search was held to.
        number: Number of the turn in the conversation, which keeps its widgets apart.
        texts: Words of the page.
    """
    told = [texts.understood.format(question.reading)] if question.read_otherwise else []
    scope = filter_words(filters, texts)
    if scope:
        told.append(texts.asked_within.format(scope))
    if not told:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(markdown(" · ".join(told)), width="content")
        if question.read_otherwise:
            _show_editor(question.reading, number, texts)


def _show_editor(reading: str, number: int, texts: Texts) -> None:
    """Show a button that opens the reading in a field, from which it is asked anew."""
    opened = st.button(
        texts.edit,
        key=f"edit {number}",
        type="tertiary",
        icon=":material/edit:",
        help=texts.edit_detail,
    )
    if opened:
        # A dialog, as it takes the focus of the keyboard and gives it back; a popover does not.
        st.dialog(texts.edit_detail)(_edit)(reading, number, texts)


def _edit(reading: str, number: int, texts: Texts) -> None:
    field = f"edited {number}"
    with st.form(f"reading {number}", border=False):
        st.text_area(texts.edit_label, clean(reading), key=field, height="content")
        sent = st.form_submit_button(
            texts.edit_send, type="primary", icon=":material/send:", on_click=_send, args=(field,)
        )
    if sent:
        st.rerun()  # the whole page, not the dialog alone, which closes it


def _send(field: str) -> None:
    submit(Asked(" ".join(st.session_state[field].split()), alone=True))
