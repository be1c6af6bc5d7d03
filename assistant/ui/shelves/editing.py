"""Dialogs that change what lies in the library: correct, replace, remove."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import streamlit as st

from assistant.documents.corrections import RELATION_FIELDS, stated_of
from assistant.errors import AssistantError, NotAllowedError
from assistant.indexing.catalogue import Entry
from assistant.schema import written_day
from assistant.ui.escaping import clean, markdown
from assistant.ui.reasons import reason_words
from assistant.ui.shelves import edits
from assistant.ui.shelves.building import start_build
from assistant.ui.shelves.shelving import Shelves
from assistant.ui.shelves.texts import ShelfTexts
from assistant.vietnamese.dates import dates

__all__ = [
    "changed_fields",
    "day_of",
    "fields_of",
    "problem_words",
    "show_correct",
    "show_remove",
    "show_replace",
]

_DAYS = ("issued", "effective")
_PROBLEM = ":material/error:"


def fields_of(entry: Entry) -> dict[str, str]:
    """Return what is known of a document as the fields of its form show it."""
    values = {
        "title": entry.title,
        "kind": entry.kind or "",
        "number": entry.number or "",
        "issuer": entry.issuer or "",
        "issued": written_day(entry.issued),
        "effective": written_day(entry.effective),
        "place": entry.place or "",
    }
    for name, kind in RELATION_FIELDS.items():
        values[name] = "; ".join(r.number for r in entry.relations if r.kind is kind)
    return values


def changed_fields(
    before: Mapping[str, str], given: Mapping[str, str], stated: Mapping[str, str]
) -> dict[str, str]:
    """Return all that is stated of a document once its form was sent.

    Args:
        before: Fields as they were shown.
        given: Fields as they were sent; days may be in any Vietnamese form.
        stated: What was stated before.

    Raises:
        ValueError: A day is none; the argument is what was typed.
    """
    kept = dict(stated)
    for name, value in given.items():
        words = " ".join(clean(value).split())
        if words == before[name]:
            continue
        kept[name] = day_of(words) if name in _DAYS else words
    return kept


def day_of(words: str) -> str:
    """Return the day that is typed in ISO form, empty for nothing.

    Raises:
        ValueError: It is no day.
    """
    if not words:
        return ""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        found = [mention.date for mention in dates(words) if mention.date]
    if len(found) != 1 or found[0] is None:
        raise ValueError(words)
    return found[0].isoformat()


def show_correct(shelves: Shelves, entry: Entry, texts: ShelfTexts) -> None:
    """Open the form in which the details of a document are corrected."""
    st.dialog(texts.correct_title, width="large")(_correct)(shelves, entry, texts)


def _correct(shelves: Shelves, entry: Entry, texts: ShelfTexts) -> None:
    st.caption(texts.correct_intro)
    before, stated = fields_of(entry), dict(shelves.corrections.get(entry.sha256, ()))
    # What is stated already and waits for a build is shown as it will be.
    for name, value in stated.items():
        before[name] = written_day(date.fromisoformat(value)) if name in _DAYS and value else value
    with st.form(f"correct {entry.id}", border=False):
        given = {name: _field(name, value, texts) for name, value in before.items()}
        with st.container(horizontal=True):
            sent = st.form_submit_button(texts.save, type="primary", icon=":material/save:")
            undone = st.form_submit_button(
                texts.take_back, icon=":material/undo:", disabled=not stated
            )
    if not sent and not undone:
        return
    try:
        kept = {} if undone else changed_fields(before, given, stated)
    except ValueError as error:
        st.error(texts.bad_day.format(markdown(str(error))), icon=_PROBLEM)
        return
    if not kept.get("title", "-"):
        st.error(texts.need_title, icon=_PROBLEM)
        return
    if stated_of(kept) == stated_of(stated):
        _tell(texts.saved_nothing)
        st.rerun()
    try:
        shown = {name: day_of(v) if name in _DAYS else v for name, v in before.items()}
        edits.correct(shelves, entry.sha256, entry.title, shown, kept)
    except NotAllowedError:
        st.error(texts.not_allowed, icon=_PROBLEM)
        return
    except AssistantError:
        st.error(texts.no_write, icon=_PROBLEM)
        return
    _tell(texts.taken_back if undone else texts.saved)
    start_build(shelves, texts)


def _field(name: str, value: str, texts: ShelfTexts) -> str:
    hint = texts.numbers_hint if name in RELATION_FIELDS else None
    hint = texts.day_hint if name in _DAYS else hint
    key = f"correct {name}"
    label = texts.fields[name]
    if name == "title":
        return st.text_area(label, clean(value), key=key, height="content") or ""
    return st.text_input(label, clean(value), key=key, placeholder=hint) or ""


def show_replace(shelves: Shelves, path: Path, texts: ShelfTexts) -> None:
    """Open the dialog in which another file takes the place of an upload."""
    st.dialog(texts.replace_title)(_replace)(shelves, path, texts)


def _replace(shelves: Shelves, path: Path, texts: ShelfTexts) -> None:
    st.markdown(texts.replace_intro.format(markdown(path.name)))
    most = _most(shelves)
    sent = st.file_uploader(
        texts.replace_file,
        max_upload_size=most // 1_000_000,
        key="replace file",
    )
    ready = st.button(
        texts.replace, type="primary", icon=":material/swap_horiz:", disabled=sent is None
    )
    if not ready or sent is None:
        return
    try:
        edits.replace(shelves, path, sent.name, sent.getvalue(), most)
    except AssistantError as error:
        st.error(markdown(problem_words(error, texts)), icon=_PROBLEM)
        return
    _tell(texts.replaced.format(markdown(path.name)))
    start_build(shelves, texts)


def show_remove(shelves: Shelves, path: Path, texts: ShelfTexts) -> None:
    """Open the dialog that asks whether an upload is to be deleted."""
    st.dialog(texts.remove_title)(_remove)(shelves, path, texts)


def _remove(shelves: Shelves, path: Path, texts: ShelfTexts) -> None:
    st.markdown(texts.remove_intro.format(markdown(path.name)))
    with st.container(horizontal=True):
        sure = st.button(texts.remove_sure, type="primary", icon=":material/delete_forever:")
        if st.button(texts.cancel):
            st.rerun()
    if not sure:
        return
    try:
        edits.remove(shelves, path)
    except AssistantError as error:
        st.error(markdown(problem_words(error, texts)), icon=_PROBLEM)
        return
    _tell(texts.removed.format(markdown(path.name)))
    start_build(shelves, texts)


def problem_words(error: AssistantError, texts: ShelfTexts) -> str:
    """Return what is told of a change that was not made."""
    if isinstance(error, NotAllowedError):
        return texts.not_allowed
    return reason_words(str(error), texts.code)


def _most(shelves: Shelves) -> int:
    """Return the largest file that a build would read, in bytes."""
    from assistant.config import Config

    shelf = shelves.shelf
    return (shelf.assistant.reader.config if shelf else Config()).max_file_bytes


def _tell(words: str) -> None:
    st.toast(words, icon=":material/check:")
