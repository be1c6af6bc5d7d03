"""Thumbs under an answer, with two separate reasons, and what was said handed out."""

from __future__ import annotations

import logging
from datetime import date

import streamlit as st

from assistant.config import load_config
from assistant.errors import AssistantError
from assistant.ratings import RatingStore, questions_of, rating_of, ratings_file
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.conversation import Turn
from assistant.ui.opening import index_folder
from assistant.ui.signing.session import visitor

__all__ = ["ratings_wanted", "show_rating", "show_ratings"]

_GOOD = 1
_ANSWER, _SOURCE = "answer", "source"

_log = logging.getLogger(__name__)


def ratings_wanted() -> bool:
    """Tell whether answers are rated: the setting ``ratings``."""
    try:
        return load_config().ratings
    except AssistantError as error:
        _log.warning("%s", error)
        return False


def show_rating(turn: Turn, words: ChatTexts) -> None:
    """Show thumbs under an answer and, once it is called wrong, the reasons to choose from.

    Args:
        turn: The question and its answer.
        words: Words of what stands around an answer.
    """
    with st.container(key=f"rating-{turn.id}", gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(words.rate, width="content", help=words.kept_where)
            said = st.feedback("thumbs", key=_key("thumb", turn), on_change=_keep, args=(turn,))
            if st.session_state.get(_key("failed", turn)):
                st.caption(f":red[{words.not_kept}]", width="content")
            elif said == _GOOD:
                st.caption(words.thanks, width="content")
        if said is not None and said != _GOOD:
            _show_reasons(turn, words)


def _show_reasons(turn: Turn, words: ChatTexts) -> None:
    named = {_ANSWER: words.wrong_answer, _SOURCE: words.wrong_source}
    reasons = st.pills(
        words.what_is_wrong,
        list(named),
        selection_mode="multi",
        format_func=lambda reason: named[reason],
        key=_key("reasons", turn),
        on_change=_keep,
        args=(turn,),
    )
    if _ANSWER in reasons:
        st.text_input(
            words.expected,
            max_chars=500,
            key=_key("expected", turn),
            on_change=_keep,
            args=(turn,),
        )
    if reasons:
        st.caption(words.thanks)


def _keep(turn: Turn) -> None:
    """Keep what the widgets of an answer say; a thumb that was taken back is forgotten."""
    said = st.session_state.get(_key("thumb", turn))
    reasons = st.session_state.get(_key("reasons", turn)) or ()
    store = _store()
    try:
        if said is None or turn.answer is None:
            store.forget(turn.id)
        else:
            rating = rating_of(
                turn.answer,
                turn.id,
                date.today(),
                good=said == _GOOD,
                wrong_answer=_ANSWER in reasons,
                wrong_source=_SOURCE in reasons,
                expected=st.session_state.get(_key("expected", turn)) or "",
            )
            store.keep(rating)
    except AssistantError as error:
        _log.error("%s", error)
        st.session_state[_key("failed", turn)] = True
    else:
        st.session_state[_key("failed", turn)] = False


def show_ratings(words: ChatTexts) -> None:
    """Show in the sidebar what was said so far, to be taken as evaluation questions.

    Args:
        words: Words of what stands around an answer.
    """
    if not visitor().may_edit:
        return  # they hold what others asked
    try:
        ratings = _store().all()
    except AssistantError as error:
        _log.error("%s", error)
        return
    if not ratings:
        return
    made = questions_of(ratings)
    with (
        st.sidebar,
        st.expander(
            words.ratings.format(len(ratings)), icon=":material/thumbs_up_down:", key="ratings"
        ),
    ):
        st.caption(words.ratings_detail)
        for label, lines, name in (
            (words.questions_complete, made.complete, "questions.jsonl"),
            (words.questions_open, made.open, "questions-to-complete.jsonl"),
        ):
            st.download_button(
                label.format(lines.count("\n")),
                lines,
                name,
                "application/jsonl",
                key=f"ratings {name}",
                icon=":material/download:",
                on_click="ignore",
                disabled=not lines,
                width="stretch",
            )


def _store() -> RatingStore:
    return RatingStore(ratings_file(index_folder()))


def _key(name: str, turn: Turn) -> str:
    return f"{name} {turn.id}"
