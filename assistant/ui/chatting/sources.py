"""Sources of an answer: a card each, its original a click away and its citation to be copied."""

from __future__ import annotations

import streamlit as st

from assistant.answering.references import quotation
from assistant.schema import Answer, Citation, Span
from assistant.ui.answers import source_anchor
from assistant.ui.cards import citation_card
from assistant.ui.chatting.copying import copy_button
from assistant.ui.chatting.originals import open_original
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.escaping import html
from assistant.ui.opening import Shelf
from assistant.ui.texts import Texts

__all__ = ["show_sources"]


def show_sources(shelf: Shelf, answer: Answer, number: int, texts: Texts, words: ChatTexts) -> None:
    """Show the sources of an answer.

    Args:
        shelf: The open index.
        answer: The answer.
        number: Number of the answer in the conversation, which keeps its cards apart.
        texts: Words of the page.
        words: Words of what stands around an answer.
    """
    if not answer.citations:
        return
    st.html(
        '<div class="cs-source"><p class="cs-label" role="heading" aria-level="2">'
        f"{html(texts.sources)}</p></div>"
    )
    for citation in answer.citations:
        _show_source(shelf, citation, number, texts, words)


def _show_source(
    shelf: Shelf, citation: Citation, number: int, texts: Texts, words: ChatTexts
) -> None:
    anchor = source_anchor(number, citation.marker)
    with st.container(key=f"source-{anchor}", gap="xxsmall"):
        st.html(f'<div class="cs-source">{citation_card(citation, anchor, texts)}</div>')
        with st.container(
            key=f"source-actions-{anchor}", horizontal=True, vertical_alignment="center"
        ):
            opened = st.button(
                words.open_original,
                key=f"open {anchor}",
                type="tertiary",
                icon=":material/find_in_page:",
                help=words.open_original_detail,
            )
            st.html(copy_button(quotation(citation), words.copy_quote, words), width="content")
    if opened:
        quote = Span(citation.start, citation.end)
        open_original(shelf, citation.document, quote, words)
