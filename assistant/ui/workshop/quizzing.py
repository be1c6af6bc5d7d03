"""The quiz on the page: a riddle, the guess of the room, then the answer with its source."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assistant.schema import Citation, CitedFigure, name_or_title
from assistant.ui.cards import citation_card
from assistant.ui.escaping import clean, html, markdown
from assistant.ui.opening import Shelf
from assistant.ui.texts import TEXTS
from assistant.ui.workshop.quiz import BLANK, Riddle, riddles_of
from assistant.ui.workshop.texts import WorkshopTexts

__all__ = ["riddle_html", "show_quiz"]

_COUNT = 8
_LARGEST_SEED = 99_999_999
_NUMBER = "quiz number"
_GUESSES = "quiz guesses"


def show_quiz(shelf: Shelf, language: str, texts: WorkshopTexts) -> None:
    """Show one riddle at a time.

    Args:
        shelf: The open index.
        language: Language of the frame.
        texts: Words of the page.
    """
    st.caption(texts.quiz_intro)
    # A new quiz each day, the same on every machine of the course.
    today = int(date.today().strftime("%d%m%Y"))
    seed = st.number_input(
        texts.quiz_seed, 0, _LARGEST_SEED, today, key="quiz seed", help=texts.quiz_seed_help
    )
    riddles = _riddles(shelf, shelf.stamp, int(seed))
    if not riddles:
        st.info(texts.quiz_none, icon=":material/info:")
        return
    number = min(int(st.session_state.get(_NUMBER, 0)), len(riddles) - 1)
    riddle = riddles[number]
    key = f"{shelf.stamp} {seed} {number}"
    opened: dict[str, str | None] = st.session_state.setdefault(_GUESSES, {})
    with st.container(border=True):
        st.caption(texts.quiz_number.format(number + 1, len(riddles)))
        st.html(riddle_html(riddle, texts))
        guess = st.radio(
            texts.quiz_ask,
            riddle.choices,
            index=None,
            format_func=lambda choice: markdown(choice),
            key=f"guess {key}",
            disabled=key in opened,
        )
        if key not in opened and st.button(
            texts.quiz_reveal, type="primary", icon=":material/visibility:", key="quiz reveal"
        ):
            opened[key] = guess
            st.rerun()
        if key in opened:
            _show_answer(shelf, riddle, opened[key], language, texts)
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, step, icon in (
            (texts.quiz_previous, -1, ":material/arrow_back:"),
            (texts.quiz_next, 1, ":material/arrow_forward:"),
        ):
            st.button(
                label, icon=icon, key=f"quiz {step}", on_click=_go_to, args=(number + step,),
                disabled=not 0 <= number + step < len(riddles),
            )  # fmt: skip
        _show_score(riddles, f"{shelf.stamp} {seed}", opened, texts)


def riddle_html(riddle: Riddle, texts: WorkshopTexts) -> str:
    """Return a riddle as HTML, with where it is from and a blank for its number."""
    source = riddle.cited.source
    name = name_or_title(source)
    before, _, after = riddle.text.partition(BLANK)
    told = texts.quiz_source.format(clean(name))
    return (
        f'<div class="cs-riddle"><p class="cs-from">{html(told)}</p>'
        f'<p lang="vi">{html(before)}<span class="cs-blank">{BLANK}</span>{html(after)}</p></div>'
    )


def _show_answer(
    shelf: Shelf, riddle: Riddle, guess: str | None, language: str, texts: WorkshopTexts
) -> None:
    right = markdown(riddle.right)
    if guess is None:
        st.info(texts.quiz_unguessed.format(right), icon=":material/lightbulb:")
    elif guess == riddle.right:
        st.success(texts.quiz_right.format(right), icon=":material/check_circle:")
    else:
        st.error(texts.quiz_wrong.format(right), icon=":material/cancel:")
    card = citation_card(_citation(shelf, riddle.cited), "do-vui", TEXTS[language])
    st.html(f'<div class="cs-nearest">{card}</div>')


def _citation(shelf: Shelf, cited: CitedFigure) -> Citation:
    document, passage = shelf.assistant.passage(cited.passage_id)
    span = cited.figure.sentence_span
    return Citation(1, document, passage, cited.label, cited.page, span.start, span.end)


def _show_score(
    riddles: list[Riddle], prefix: str, opened: dict[str, str | None], texts: WorkshopTexts
) -> None:
    guesses = [
        (riddle, opened[f"{prefix} {number}"])
        for number, riddle in enumerate(riddles)
        if f"{prefix} {number}" in opened
    ]
    if guesses:
        right = sum(guess == riddle.right for riddle, guess in guesses)
        st.caption(texts.quiz_score.format(right, len(guesses)))


def _go_to(number: int) -> None:
    st.session_state[_NUMBER] = number


@st.cache_resource(max_entries=16, show_spinner=False)
def _riddles(_shelf: Shelf, stamp: str, seed: int) -> list[Riddle]:
    figures = [standing.cited for standing in _shelf.assistant.figures().entries]
    return riddles_of(figures, seed, _COUNT)
