"""The page “Hỏi đáp”: a conversation with the documents, drawn anew at every rerun."""

from __future__ import annotations

import streamlit as st

from assistant.schema import Answer, Filters, Status
from assistant.ui.answers import answer_html, notes_html
from assistant.ui.cards import nearest_card
from assistant.ui.chatting.actions import show_actions
from assistant.ui.chatting.copying import enable_copying
from assistant.ui.chatting.exporting import show_export
from assistant.ui.chatting.following import show_follow_ups
from assistant.ui.chatting.links import Linked, linked, show_in_address
from assistant.ui.chatting.rating import ratings_wanted, show_ratings
from assistant.ui.chatting.sources import show_sources
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.conversation import (
    Asked,
    Turn,
    ask,
    asked_by_link,
    keep,
    link_of,
    submit,
    submitted,
    turns,
)
from assistant.ui.escaping import html, markdown
from assistant.ui.examples import examples_of
from assistant.ui.opening import Shelf
from assistant.ui.readings import show_reading
from assistant.ui.sidebar import show_sidebar
from assistant.ui.styles import SHOW_LAST_QUESTION
from assistant.ui.texts import TEXTS, Texts

__all__ = ["show"]

_USER = ":material/person:"
_ANSWER = ":material/menu_book:"
_NOT_FOUND = ":material/search_off:"
_PROBLEM = ":material/error:"


def show(shelf: Shelf, language: str) -> None:
    """Draw the page.

    Args:
        shelf: The open index.
        language: Language of the frame, a key of ``TEXTS``.
    """
    texts = TEXTS[language]
    st.title(texts.title, anchor=False)
    link = linked()
    typed = _input(texts)
    if typed is not None:
        submit(Asked(typed))
    elif submitted() is None and (by_link := asked_by_link(link.question)):
        submit(by_link)
    asked = submitted()
    begun = asked is not None or bool(turns())
    filters = show_sidebar(shelf, texts, link.filters, begun=begun)
    if not begun:
        _show_first_screen(shelf, texts)
    for number, turn in enumerate(turns(), start=1):
        _show_question(turn.question)
        _show_turn(shelf, turn, number, language)
    if asked is not None:
        _answer(shelf, asked, filters, language)
    if turns():
        show_follow_ups(shelf, turns()[-1], CHAT_TEXTS[language])
    if turns():
        show_export(language)
    if ratings_wanted():
        show_ratings(CHAT_TEXTS[language])
    show_in_address(link_of(turns()[-1]) if turns() else Linked())
    enable_copying()


def _input(texts: Texts) -> str | None:
    """Show the line for questions and return one that was just sent.

    Placed at the bottom by name: where Streamlit places it by itself, it also keeps the end
    of the page in view, which hides the beginning of an answer behind its sources.
    """
    with st.bottom:
        return st.chat_input(texts.placeholder, key="question", submit_mode="disable")


def _show_first_screen(shelf: Shelf, texts: Texts) -> None:
    st.markdown(texts.intro.format(documents=len(shelf.cards)))
    st.caption(texts.caution)
    with st.spinner(texts.opening):
        examples = examples_of(shelf, shelf.stamp)
    if examples.answered:
        st.header(texts.examples, anchor=False)
    for number, question in enumerate(examples.answered):
        _example(question, f"example {number}", ":material/chat:")
    if examples.refused:
        st.caption(texts.refused_example)
        _example(examples.refused, "example refused", _NOT_FOUND)


def _example(question: str, key: str, icon: str) -> None:
    st.button(
        markdown(question),
        key=key,
        icon=icon,
        on_click=submit,
        args=(Asked(question),),
        width="stretch",
    )


def _answer(shelf: Shelf, asked: Asked, filters: Filters, language: str) -> None:
    """Answer a new question, show it and keep it."""
    texts = TEXTS[language]
    _show_question(asked.question)
    with st.spinner(texts.searching):
        turn = ask(shelf, asked, filters, language, texts)
        keep(turn)  # within, as a click meanwhile ends this run where the spinner goes
    _show_turn(shelf, turn, len(turns()), language)
    st.html(SHOW_LAST_QUESTION, unsafe_allow_javascript=True)


def _show_question(question: str) -> None:
    with st.chat_message("user", avatar=_USER):
        st.html(f'<div class="cs-question" lang="vi">{html(question)}</div>')


def _show_turn(shelf: Shelf, turn: Turn, number: int, language: str) -> None:
    texts, words = TEXTS[language], CHAT_TEXTS[language]
    answer = turn.answer
    if answer is None:
        with st.chat_message("assistant", avatar=_PROBLEM):
            st.error(markdown(turn.problem), icon=_PROBLEM)
    elif answer.status is Status.NOT_FOUND:
        with st.chat_message("assistant", avatar=_NOT_FOUND):
            show_reading(answer.question, turn.filters, number, texts)
            _show_missing(answer, TEXTS[turn.language].missing, texts)
            if answer.notes:
                st.html(notes_html(answer.notes, texts, turn.language))
            _show_nearest(turn, number, texts)
            show_actions(turn, words, language)
    else:
        with st.chat_message("assistant", avatar=_ANSWER):
            show_reading(answer.question, turn.filters, number, texts)
            if answer.status is Status.PARTIAL:
                missing = texts.partial.format(markdown(answer.missing))
                st.warning(missing, icon=":material/rule:")
            st.html(answer_html(answer, number, texts, turn.language))
            show_sources(shelf, answer, number, texts, words)
            show_actions(turn, words, language)


def _show_missing(answer: Answer, sentence: str, texts: Texts) -> None:
    """Say that there is no answer, and what is missing.

    Args:
        answer: The answer that was not found.
        sentence: The sentence around what is missing, in the language of the answer.
        texts: Words of the page.
    """
    told = f"**{texts.not_found}**"
    if answer.missing:
        told += f"\n\n{sentence.format(markdown(answer.missing))}"
    st.warning(told, icon=_NOT_FOUND)


def _show_nearest(turn: Turn, number: int, texts: Texts) -> None:
    if not turn.nearest:
        return
    with st.expander(texts.nearest, icon=":material/near_me:", key=f"nearest {number}"):
        st.caption(texts.not_an_answer)
        cards = "".join(nearest_card(hit, document, texts) for hit, document in turn.nearest)
        st.html(f'<div class="cs-nearest">{cards}</div>')
