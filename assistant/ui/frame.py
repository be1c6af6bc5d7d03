"""What all pages share: language, navigation, the open index, and what is said when it is not.

A page is a module with ``show(shelf, language)``; ``PAGES`` names them in order. A module is
imported when its page is opened, so that the chat does not wait for charts.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

import streamlit as st

from assistant.ui.chatting.banner import show_banner
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.conversation import problem
from assistant.ui.escaping import markdown
from assistant.ui.opening import Shelf, index_folder, open_shelf
from assistant.ui.sidebar import choose_language
from assistant.ui.signing.page import show_sign_in, show_visitor
from assistant.ui.signing.roles import Visitor
from assistant.ui.signing.session import visitor
from assistant.ui.streamlit_words import dialog_style, menu_style
from assistant.ui.styles import STYLE
from assistant.ui.switching import open_library
from assistant.ui.texts import TEXTS

__all__ = ["PAGES", "PageOf", "main"]

_PROBLEM = ":material/error:"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageOf:
    """One page of the application.

    Attributes:
        address: Its part of the address; empty for the page that opens first.
        module: Module that draws it.
        icon: Material symbol beside its name.
        needs_index: Whether it is drawn only over an open index with documents.
        is_wide: Whether it takes the width of the window: tables, and what is shown to a room.
    """

    address: str
    module: str
    icon: str
    needs_index: bool = True
    is_wide: bool = False


PAGES = (
    PageOf("", "assistant.ui.chat", ":material/chat:"),
    PageOf("chi-tieu", "assistant.ui.targets.page", ":material/target:", is_wide=True),
    PageOf("kiem-chung", "assistant.ui.checking.page", ":material/fact_check:"),
    PageOf(
        "thu-vien",
        "assistant.ui.shelves.page",
        ":material/local_library:",
        needs_index=False,
        is_wide=True,
    ),
    PageOf("danh-gia", "assistant.ui.evaluation.page", ":material/monitoring:"),
    PageOf("lop-hoc", "assistant.ui.workshop.page", ":material/school:", is_wide=True),
)
"""In the order of the navigation; ``Texts.pages`` holds a name for each address."""


def main() -> None:
    """Draw the page that was opened."""
    st.set_page_config(page_title=TEXTS["vi"].title, page_icon="📘")
    st.html(STYLE)
    st.html(dialog_style(st.context.theme.type))
    language = choose_language()
    texts = TEXTS[language]
    st.html(menu_style(texts.menu))
    who = visitor()
    pages = [
        st.Page(
            _drawing(page, language) if who.may_read else _closed(who, language),
            title=texts.pages[page.address],
            icon=page.icon,
            url_path=page.address,
            default=not page.address,
        )
        for page in PAGES
    ]
    # Every address stays known, so that nobody who signs in is told that a page is not there.
    opened = st.navigation(pages, position="top" if who.may_read else "hidden")
    if who.may_read:
        show_visitor(who, language)
    _lay_out(opened.url_path, f"{opened.title} | {texts.title}", wide=who.may_read)
    opened.run()


def _lay_out(address: str, title: str, *, wide: bool) -> None:
    """Give the page its name and its width.

    Once in a run: a page that was narrow first and wide then would move under the mouse.
    """
    page = next(page for page in PAGES if page.address == address)
    layout: Literal["wide", "centered"] = "wide" if wide and page.is_wide else "centered"
    if address:
        st.set_page_config(page_title=title, layout=layout)
    else:
        st.set_page_config(layout=layout)


def _drawing(page: PageOf, language: str) -> Callable[[], None]:
    """Return what draws a page over the open index, and survives what goes wrong in it."""
    texts = TEXTS[language]

    def draw() -> None:
        try:
            shelf = _open(page, language)
            if shelf is not None:
                with st.sidebar:
                    show_banner(shelf, texts, CHAT_TEXTS[language])
            if shelf is not None or not page.needs_index:
                import_module(page.module).show(shelf, language)
        except Exception as error:  # Streamlit's own stops and reruns are no Exception
            _log.error("the page was not drawn", exc_info=error)
            st.error(texts.page_defect, icon=_PROBLEM)

    return draw


def _closed(who: Visitor, language: str) -> Callable[[], None]:
    """Return what stands in the place of every page for those who may not read."""

    def draw() -> None:
        show_sign_in(TEXTS[language].title, who, language)

    return draw


def _open(page: PageOf, language: str) -> Shelf | None:
    """Return the open index, or None after saying what is wrong with it and what to do.

    A page that works without an index says nothing of it.
    """
    texts = TEXTS[language]
    try:
        with st.spinner(texts.opening):
            shelf = open_shelf(index_folder())
    except Exception as error:
        wrong = problem(error, texts)
    else:
        if shelf.cards:
            return shelf
        wrong = texts.empty_corpus
    if not page.needs_index:
        return None
    st.title(texts.pages[page.address] if page.address else texts.title, anchor=False)
    st.error(markdown(wrong), icon=":material/folder_off:")
    with st.container(horizontal=True):
        st.button(texts.retry, icon=":material/refresh:")  # any click draws the page again
        if visitor().may_edit and st.button(
            texts.upload_first, icon=":material/upload:", key="upload first"
        ):
            open_library(language)
    return None
