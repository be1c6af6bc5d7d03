"""What can be done with an answer as a whole: its link copied."""

from __future__ import annotations

import streamlit as st

from assistant.ui.chatting.copying import link_button
from assistant.ui.chatting.links import query_of
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.conversation import Turn, link_of

__all__ = ["show_actions"]


def show_actions(turn: Turn, number: int, words: ChatTexts, language: str) -> None:
    """Show what can be done with an answer.

    Args:
        turn: The question and its answer.
        number: Number of the turn in the conversation, which keeps its widgets apart.
        words: Words of what stands around an answer.
        language: Language of the page.
    """
    with st.container(key=f"actions-{number}", horizontal=True, vertical_alignment="center"):
        query = query_of(link_of(turn), language)
        st.html(link_button(query, words.copy_link, words), width="content")
