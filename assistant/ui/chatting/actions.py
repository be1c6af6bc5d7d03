"""What can be done with an answer as a whole: rated, and its link copied."""

from __future__ import annotations

import streamlit as st

from assistant.ui.chatting.copying import link_button
from assistant.ui.chatting.links import query_of
from assistant.ui.chatting.rating import ratings_wanted, show_rating
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.conversation import Turn, link_of

__all__ = ["show_actions"]


def show_actions(turn: Turn, words: ChatTexts, language: str) -> None:
    """Show what can be done with an answer.

    Args:
        turn: The question and its answer.
        words: Words of what stands around an answer.
        language: Language of the page.
    """
    with st.container(key=f"actions-{turn.id}", gap="xxsmall"):
        query = query_of(link_of(turn), language)
        st.html(link_button(query, words.copy_link, words))
        if ratings_wanted():
            show_rating(turn, words)
