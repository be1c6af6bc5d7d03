"""The page “Kiểm chứng”: what is pasted or dropped is checked once, and shown until the next."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.answering.claims import MAX_CLAIM_CHARS
from assistant.errors import AssistantError
from assistant.schema import Verdict
from assistant.ui.chatting.copying import copy_button, enable_copying
from assistant.ui.chatting.texts import CHAT_TEXTS
from assistant.ui.checking.claims import NOTHING, Said, said_in, tally
from assistant.ui.checking.examples import examples_of
from assistant.ui.checking.notes import note_on_text
from assistant.ui.checking.styles import CHECK_STYLE
from assistant.ui.checking.texts import CHECK_TEXTS, CheckTexts
from assistant.ui.checking.uploads import MOST_BYTES, text_of, until
from assistant.ui.checking.verdicts import (
    claims_html,
    mark_words,
    marked_html,
    sources_html,
    tally_html,
    unchecked_html,
)
from assistant.ui.escaping import clean, markdown
from assistant.ui.numerals import number_words
from assistant.ui.opening import Shelf
from assistant.ui.reasons import reason_words
from assistant.ui.streamlit_words import uploader_words
from assistant.ui.switching import CLAIM, claim_to_check, hand_claim
from assistant.ui.texts import TEXTS

__all__ = ["show"]

_CHECKED, _READ, _FILE = "checked", "claim read", "claim file"
_MEGA = 1_000_000
_OFTEN = 0.2
"""Seconds between two steps of a progress bar; more often is not seen."""
_PROBLEM = ":material/error:"
_SHORT = 4
"""Claims that are seen at a glance; more can be held to one kind."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Checked:
    """What came of a check; kept, so that no rerun checks again."""

    claim: str
    verdict: Verdict
    said: tuple[Said, ...]
    day: date
    documents: int
    language: str


def show(shelf: Shelf, language: str) -> None:
    """Draw the page.

    Args:
        shelf: The open index.
        language: Language of the frame, a key of ``CHECK_TEXTS``.
    """
    texts = CHECK_TEXTS[language]
    st.html(CHECK_STYLE)
    st.title(texts.title, anchor=False)
    st.markdown(texts.intro.format(len(shelf.cards)))
    field = st.container()
    _take_file(texts, language)  # before the field is drawn, which shows what was read
    with field:
        st.text_area(
            texts.claim,
            key=CLAIM,
            height=180,
            placeholder=texts.claim_hint,
            persist_state="session",
        )
    with st.container(horizontal=True):
        asked = st.button(
            texts.check, key="check claim", type="primary", icon=":material/fact_check:"
        )
        st.button(texts.clear, key="clear claim", icon=":material/refresh:", on_click=_clear)
    claim = str(st.session_state.get(CLAIM) or "")
    checked: _Checked | None = st.session_state.get(_CHECKED)
    if claim_to_check() or asked:
        checked = st.session_state[_CHECKED] = _check(shelf, claim, texts, language)
    elif checked is None:
        _show_examples(shelf, texts)
    if checked is not None:
        if checked.claim != claim:
            st.info(texts.unchanged, icon=":material/edit_note:")
        _show(checked, texts, language)


def _clear() -> None:
    """Forget the text, the file and what came of it."""
    st.session_state[CLAIM] = ""
    st.session_state[_FILE] = st.session_state.get(_FILE, 0) + 1  # an uploader cannot be emptied
    for name in (_CHECKED, _READ):
        st.session_state.pop(name, None)


def _take_file(texts: CheckTexts, language: str) -> None:
    """Show the field for a file; put the text of one that was just dropped into the other."""
    most = MOST_BYTES // _MEGA
    st.html(uploader_words(texts.browse, texts.drop_limit.format(most)))
    dropped = st.file_uploader(
        texts.file,
        key=f"{_FILE} {st.session_state.get(_FILE, 0)}",
        help=texts.file_detail.format(most),
        max_upload_size=most,
    )
    if dropped is None:
        return
    name = markdown(clean(dropped.name))
    if dropped.file_id != st.session_state.get(_READ, (None,))[0]:
        told = _read(dropped, name, texts, language)
        st.session_state[_READ] = (dropped.file_id, *told)
    _, told, well = st.session_state[_READ]
    if well:
        st.success(told, icon=":material/task:")
    else:
        st.error(told, icon=_PROBLEM)


def _read(dropped: UploadedFile, name: str, texts: CheckTexts, language: str) -> tuple[str, bool]:
    """Read a file into the field; return what is told of it, and whether all went well."""
    if dropped.size > MOST_BYTES:
        told = texts.too_large.format(name, dropped.size // _MEGA, MOST_BYTES // _MEGA)
        return told, False
    try:
        with st.spinner(texts.reading):
            text = text_of(dropped.name, dropped.getvalue())
    except AssistantError as error:
        return texts.unread.format(name, markdown(reason_words(str(error), language))), False
    except Exception as error:
        _log.error("a file was not read", exc_info=error)
        return texts.defect, False
    kept = until(text, MAX_CLAIM_CHARS)
    st.session_state[CLAIM] = kept
    numbers = [number_words(len(one), language) for one in (text, kept)]
    if len(kept) < len(text):
        return texts.cut.format(name, *numbers), True
    return texts.read.format(numbers[1], name), True


def _show_examples(shelf: Shelf, texts: CheckTexts) -> None:
    examples = examples_of(shelf, shelf.stamp)
    if examples:
        st.caption(texts.examples)
    for number, example in enumerate(examples):
        st.button(
            markdown(example),
            key=f"example claim {number}",
            icon=":material/format_quote:",
            on_click=hand_claim,
            args=(example,),
            width="stretch",
        )


def _check(shelf: Shelf, claim: str, texts: CheckTexts, language: str) -> _Checked | None:
    """Check a text; None after saying why it was not."""
    length = len(claim.strip())
    if not any(char.isalnum() for char in claim):
        st.warning(texts.empty, icon=":material/edit_note:")
        return None
    if length > MAX_CLAIM_CHARS:
        sizes = [number_words(size, language) for size in (length, MAX_CLAIM_CHARS)]
        st.error(texts.too_long.format(*sizes), icon=_PROBLEM)
        return None
    try:
        with _progress(texts) as progress:
            verdict = shelf.assistant.check(claim, language=language, progress=progress)
    except AssistantError as error:
        st.error(markdown(str(error)), icon=_PROBLEM)
        return None
    except Exception as error:
        _log.error("a claim was not checked", exc_info=error)
        st.error(texts.defect, icon=_PROBLEM)
        return None
    said = tuple(said_in(verdict))
    return _Checked(claim, verdict, said, date.today(), len(shelf.cards), language)


@contextmanager
def _progress(texts: CheckTexts) -> Iterator[Callable[[str, int, int], None]]:
    """Show how far a check is: a sentence is checked at once, an article takes a while."""
    place = st.empty()
    shown = time.monotonic()
    place.progress(0.0, texts.checking)

    def tell(_: str, done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - shown >= _OFTEN:
            shown = time.monotonic()
            place.progress(done / total, texts.checking_step.format(done, total))

    try:
        yield tell
    finally:
        place.empty()


def _show(checked: _Checked, texts: CheckTexts, language: str) -> None:
    verdict, said = checked.verdict, checked.said
    st.header(texts.summary, anchor=False)
    st.html(tally_html(said, texts))
    judged = [one for one in said if one.mark != NOTHING]
    if not judged:
        st.info(texts.none_checked, icon=":material/search_off:")
        return
    if len(said) > 1:
        st.markdown(f"**{texts.whole}**")
        st.caption(texts.legend)
        st.html(marked_html(verdict, said, texts))
    st.header(texts.claims, anchor=False)
    shown = _held_to(judged, texts)
    st.html(claims_html(verdict, shown, texts, language))
    if verdict.citations:
        with st.expander(
            f"{texts.sources} ({len(verdict.citations)})",
            icon=":material/menu_book:",
            key="claim sources",
            expanded=True,
        ):
            st.html(sources_html(verdict, TEXTS[language]))
    _show_unchecked(checked, texts)
    st.header(texts.note, anchor=False)
    st.caption(texts.note_detail)
    # In the language it was made in, as the words of the verdict are.
    words = CHECK_TEXTS[checked.language]
    note = note_on_text(verdict, said, checked.day, checked.documents, words)
    with st.container(key="note"):
        st.code(note, language=None, wrap_lines=True)
        chat_words = CHAT_TEXTS[language]
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(copy_button(note, texts.note_copy, chat_words), width="content")
            st.download_button(
                texts.download,
                note,
                "kiem-chung.txt",
                "text/plain",
                key="download note",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
            )
    enable_copying()


def _show_unchecked(checked: _Checked, texts: CheckTexts) -> None:
    """List the sentences that were not checked, so that nobody takes them for right."""
    count = tally(checked.said)[NOTHING]
    if not count:
        return
    with st.expander(
        texts.unchecked.format(count), icon=":material/remove:", key="claims unchecked"
    ):
        st.caption(texts.unchecked_detail)
        st.html(unchecked_html(checked.verdict, checked.said))


def _held_to(judged: list[Said], texts: CheckTexts) -> list[Said]:
    """Show a choice of marks where there are many claims, and return the claims that it leaves."""
    counts = tally(judged)
    if len(judged) <= _SHORT or len(counts) < 2:
        return judged
    mark = st.segmented_control(
        texts.show_only,
        ["", *counts],
        default="",
        required=True,
        format_func=lambda mark: _choice(mark, judged, texts),
        key="claim marks",
    )
    return [one for one in judged if not mark or one.mark == mark]


def _choice(mark: str, judged: list[Said], texts: CheckTexts) -> str:
    count = tally(judged)[mark] if mark else len(judged)
    return f"{mark_words(mark, texts) if mark else texts.all_marks} ({count})"
