"""Questions to ask next, below the last answer."""

from __future__ import annotations

import logging

import streamlit as st

from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.conversation import Asked, Turn, submit
from assistant.ui.escaping import markdown
from assistant.ui.opening import Shelf

__all__ = ["show_follow_ups"]

_KEPT = "follow ups"

_log = logging.getLogger(__name__)


def show_follow_ups(shelf: Shelf, turn: Turn, words: ChatTexts) -> None:
    """Show what can be asked next; nothing where the documents lead no further.

    Args:
        shelf: The open index.
        turn: The last question and its answer.
        words: Words of what stands around an answer.
    """
    questions = _questions(shelf, turn)
    if not questions:
        return
    with st.container(key="follow-ups", gap="xsmall"):
        st.caption(words.ask_next)
        for number, question in enumerate(questions):
            st.button(
                markdown(question),
                key=f"example next {number}",
                icon=":material/subdirectory_arrow_right:",
                on_click=submit,
                args=(Asked(question, alone=True),),
                width="stretch",
            )


def _questions(shelf: Shelf, turn: Turn) -> list[str]:
    """Return the questions, worked out once for each answer."""
    if turn.answer is None:
        return []
    key: str | None
    key, questions = st.session_state.get(_KEPT, (None, []))
    if key != turn.id:
        try:
            questions = shelf.assistant.follow_ups(turn.answer, filters=turn.filters)
        except Exception as error:  # an extra must not take the answer with it
            _log.error("no follow-ups", exc_info=error)
            questions = []
        st.session_state[_KEPT] = (turn.id, questions)
    return list(questions)
