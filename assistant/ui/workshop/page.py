"""The page “Lớp học”, drawn anew at every rerun."""

from __future__ import annotations

import streamlit as st

from assistant.answering.explaining import Explanation
from assistant.errors import AssistantError
from assistant.schema import Answer
from assistant.ui.answers import answer_html
from assistant.ui.conversation import problem
from assistant.ui.escaping import html, markdown
from assistant.ui.opening import Shelf
from assistant.ui.shelves.styles import ABOUT_STYLE
from assistant.ui.texts import TEXTS
from assistant.ui.workshop.checks import checks_of
from assistant.ui.workshop.demos import show_limits
from assistant.ui.workshop.quizzing import show_quiz
from assistant.ui.workshop.samples import samples_of
from assistant.ui.workshop.styles import WORKSHOP_STYLE
from assistant.ui.workshop.texts import WORKSHOP_TEXTS, WorkshopTexts
from assistant.ui.workshop.tour import PART, show_samples, show_tour
from assistant.ui.workshop.watching import (
    candidates_html,
    hit_rows,
    question_html,
    receipt_html,
    terms_rows,
    tokens_html,
    weight_words,
)

__all__ = ["show"]

_WATCHED = "workshop question"


def show(shelf: Shelf, language: str) -> None:
    """Draw the page.

    Args:
        shelf: The open index.
        language: Language of the frame, a key of ``WORKSHOP_TEXTS``.
    """
    texts = WORKSHOP_TEXTS[language]
    st.html(ABOUT_STYLE + WORKSHOP_STYLE)
    st.title(texts.title, anchor=False)
    st.markdown(texts.intro)
    if st.session_state.get(PART) not in texts.parts:
        st.session_state[PART] = next(iter(texts.parts))
    part = st.segmented_control(
        texts.title,
        list(texts.parts),
        required=True,
        format_func=lambda name: texts.parts[name],
        key=PART,
        label_visibility="collapsed",
    )
    with st.spinner(TEXTS[language].searching):
        if part == "questions":
            show_samples(shelf, language, texts)
        elif part == "watch":
            _show_watching(shelf, language, texts)
        elif part == "limits":
            show_limits(shelf, language, texts)
        elif part == "quiz":
            show_quiz(shelf, language, texts)
        elif part == "checks":
            _show_checks(shelf, texts)
        else:
            show_tour(shelf, language, texts)


def _show_checks(shelf: Shelf, texts: WorkshopTexts) -> None:
    st.caption(texts.checks_intro)
    trial = samples_of(shelf, shelf.stamp, "figures") or samples_of(shelf, shelf.stamp, "dates")
    lines = "".join(
        f'<li><span class="cs-state cs-{check.state}">{html(texts.states[check.state])}</span>'
        f'<span class="cs-name">{html(check.name)}</span><span>{html(check.told)}</span></li>'
        for check in checks_of(shelf, trial[0] if trial else None, texts)
    )
    st.html(f'<ul class="cs-checks">{lines}</ul>')
    st.button(texts.check_again, icon=":material/refresh:")  # any click draws the page again


def _show_watching(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    words = texts.watching
    st.caption(words.intro)
    if _WATCHED not in st.session_state:
        first = samples_of(shelf, shelf.stamp, "figures") or ("",)
        st.session_state[_WATCHED] = first[0]
    with st.form("workshop watch", border=False):
        question = st.text_input(words.label, key=_WATCHED)
        st.form_submit_button(words.run, type="primary", icon=":material/visibility:")
    if not any(char.isalnum() for char in question):
        st.info(words.empty, icon=":material/info:")
        return
    try:
        answer = _answer(shelf, shelf.stamp, question, language)
        shown = answer.question.query
        if answer.question.sides:
            sides = [side.text for side in answer.question.sides]
            shown = (
                st.segmented_control(
                    words.side, sides, default=sides[0], required=True, format_func=markdown
                )
                or sides[0]
            )
        explanation = _explanation(shelf, shelf.stamp, shown)
    except AssistantError as error:
        st.error(markdown(problem(error, TEXTS[language], question)), icon=":material/error:")
        return
    _show_steps(shelf, answer, explanation, language, texts)


def _show_steps(
    shelf: Shelf, answer: Answer, explanation: Explanation, language: str, texts: WorkshopTexts
) -> None:
    words = texts.watching
    question = explanation.question
    read, split, search, choose, reply = words.steps
    with st.expander(read, expanded=True):
        st.html(question_html(question, words))
    with st.expander(split):
        st.caption(words.tokens_intro)
        st.html(tokens_html(question, words))
        st.caption(words.terms)
        st.dataframe(
            terms_rows(explanation),
            column_config={"term": words.terms, "weight": st.column_config.ProgressColumn("",
                min_value=0, max_value=max((w for _, w in explanation.terms), default=1),
                format="%.1f")},
            hide_index=True,
            alt=words.terms,
        )  # fmt: skip
    with st.expander(search, expanded=True):
        st.caption(words.hits_intro)
        rows = hit_rows(explanation, shelf.assistant.document)
        if rows:
            used = {name for name, _ in explanation.weights}
            columns = [
                name
                for name in words.hit_columns
                if name not in ("marked", "folded", "dense") or name in used
            ]
            st.dataframe(
                rows, column_config=dict(words.hit_columns), column_order=columns,
                hide_index=True, placeholder="–", alt=search,
            )  # fmt: skip
            st.caption(
                f"{words.weights.format(weight_words(explanation, words))} {words.score_note}"
            )
        else:
            st.info(words.hits_none, icon=":material/search_off:")
    with st.expander(choose, expanded=True):
        st.caption(words.candidates_intro)
        st.html(candidates_html(explanation, words))
    with st.expander(reply, expanded=True):
        st.markdown(f"**{words.statuses[answer.status]}**")
        if answer.citations:
            st.html(answer_html(answer, 1, TEXTS[language], language))
        st.caption(words.receipt_intro)
        st.html(receipt_html(answer, words))


@st.cache_resource(max_entries=32, show_spinner=False)
def _answer(_shelf: Shelf, stamp: str, question: str, language: str) -> Answer:
    return _shelf.assistant.ask(question, language=language)


@st.cache_resource(max_entries=32, show_spinner=False)
def _explanation(_shelf: Shelf, stamp: str, question: str) -> Explanation:
    return _shelf.assistant.explain(question)
