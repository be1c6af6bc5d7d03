"""Buttons of the sidebar that take the conversation along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from assistant.ui.chatting.exports import as_html, as_markdown, as_word
from assistant.ui.chatting.records import Record, record_of
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.conversation import turns
from assistant.ui.texts import TEXTS

__all__ = ["show_export"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_export(language: str) -> None:
    """Show the buttons in the sidebar; a file is made when it is asked for.

    Args:
        language: Language of the page.
    """
    texts, words = TEXTS[language], CHAT_TEXTS[language]
    kept = tuple(turns())

    def made(write: Callable[[Record, datetime], bytes]) -> Callable[[], bytes]:
        def make() -> bytes:
            now = datetime.now().astimezone()
            return write(record_of(kept, now, texts, words, language), now)

        return make

    with (
        st.sidebar,
        st.expander(words.export, icon=":material/ios_share:", key="export"),
    ):
        st.caption(words.export_detail)
        for label, suffix, mime, write in (
            (words.as_word, "docx", _WORD, as_word),
            (words.as_markdown, "md", "text/markdown", lambda record, _: as_markdown(record)),
            (words.as_print, "html", "text/html", lambda record, _: as_html(record)),
        ):
            st.download_button(
                label,
                made(write),
                f"{words.file_name}.{suffix}",
                mime,
                key=f"export {suffix}",
                icon=":material/download:",
                on_click="ignore",
                width="stretch",
            )
