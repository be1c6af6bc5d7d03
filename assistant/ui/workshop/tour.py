"""The tour in eight steps, and the questions by theme."""

from __future__ import annotations

import streamlit as st

from assistant.ui.escaping import html, markdown
from assistant.ui.opening import Shelf
from assistant.ui.signing.roles import Standing
from assistant.ui.signing.session import visitor
from assistant.ui.switching import ask_elsewhere
from assistant.ui.workshop.samples import THEMES, samples_of
from assistant.ui.workshop.texts import WorkshopTexts
from assistant.ui.workshop.tour_texts import FIRST_WITH_SIGN_IN

__all__ = ["PART", "show_samples", "show_tour"]

PART = "workshop part"
"""Which part of the page is open, in the session."""
_STEP = "workshop step"


def show_tour(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    """Show one step of the tour, and the way to the next.

    Args:
        shelf: The open index.
        language: Language of the frame.
        texts: Words of the page.
    """
    steps = texts.tour
    if visitor().standing is not Standing.OPEN:
        steps = (FIRST_WITH_SIGN_IN[language], *steps[1:])
    last = len(steps)
    number = min(max(int(st.session_state.get(_STEP, 1)), 1), last)
    step = steps[number - 1]
    st.progress(number / last, texts.step_of.format(number, last))
    with st.container(border=True):
        st.header(f"{number}. {step.title}", anchor=False)
        st.html(
            f'<div class="cs-step"><p class="cs-term">{html(texts.do)}</p><p>{html(step.do)}</p>'
            f'<p class="cs-term">{html(texts.say)}</p><p class="cs-said">{html(step.say)}</p></div>'
        )
        _show_lead(shelf, step.leads, language, texts)
    with st.container(horizontal=True):
        _show_move(texts.before, number - 1, last, ":material/arrow_back:")
        _show_move(texts.after, number + 1, last, ":material/arrow_forward:")


def _show_move(label: str, number: int, last: int, icon: str) -> None:
    st.button(
        label,
        icon=icon,
        key=f"step {icon}",
        disabled=not 1 <= number <= last,
        on_click=_go_to_step,
        args=(number,),
    )


def _go_to_step(number: int) -> None:
    st.session_state[_STEP] = number


def _show_lead(shelf: Shelf, leads: str, language: str, texts: WorkshopTexts) -> None:
    """Show the button of a step: a question to be asked, or another part of the page."""
    if not leads.startswith("?"):
        st.button(
            texts.go[leads], type="primary", icon=":material/arrow_forward:", key="step go",
            on_click=_open_part, args=(leads,),
        )  # fmt: skip
        return
    questions = samples_of(shelf, shelf.stamp, leads[1:])
    if not questions:
        st.caption(texts.questions_none)
        return
    st.html(f'<div class="cs-step"><p lang="vi">“{html(questions[0])}”</p></div>')
    if st.button(texts.ask_this, type="primary", icon=":material/chat:", key="step ask"):
        ask_elsewhere(questions[0], language)


def _open_part(part: str) -> None:
    st.session_state[PART] = part


def show_samples(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    """Show sample questions by theme; a click asks one on the page of the chat.

    Args:
        shelf: The open index.
        language: Language of the frame.
        texts: Words of the page.
    """
    st.caption(texts.questions_intro)
    shown = 0
    for theme in THEMES:
        questions = samples_of(shelf, shelf.stamp, theme)
        shown += len(questions)
        if questions:
            st.header(texts.themes[theme], anchor=False)
        for number, question in enumerate(questions):
            icon = ":material/search_off:" if theme == "refused" else ":material/chat:"
            key = f"example {theme} {number}"
            if st.button(markdown(question), icon=icon, key=key, width="stretch"):
                ask_elsewhere(question, language)
    if not shown:
        st.info(texts.questions_none, icon=":material/info:")
