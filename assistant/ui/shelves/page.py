"""The page “Thư viện”, drawn anew at every rerun."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assistant.indexing.catalogue import Entry
from assistant.ui.escaping import html, markdown
from assistant.ui.opening import Shelf, index_folder
from assistant.ui.reasons import reason_words
from assistant.ui.shelves.building import show_build
from assistant.ui.shelves.editing import show_correct, show_remove, show_replace
from assistant.ui.shelves.journal import is_kept, show_journal
from assistant.ui.shelves.listing import about_html, entry_name, find_entries, row_of
from assistant.ui.shelves.reader import contents, parts_of, text_html
from assistant.ui.shelves.shelving import ASKED_FOR, SHOWN, Shelves, read_sections, shelves_of
from assistant.ui.shelves.styles import shelf_style
from assistant.ui.shelves.texts import SHELF_TEXTS, ShelfTexts
from assistant.ui.shelves.uploading import show_uploads
from assistant.ui.signing.session import visitor

__all__ = ["show"]

_CHOSEN = "shelves document"
_FOLLOWED = "shelves followed"


def show(shelf: Shelf | None, language: str) -> None:
    """Draw the page.

    Args:
        shelf: The open index; None where there is none yet, and files can be uploaded.
        language: Language of the frame, a key of ``SHELF_TEXTS``.
    """
    texts = SHELF_TEXTS[language]
    shelves = shelves_of(shelf, index_folder())
    st.html(shelf_style(texts))
    st.title(texts.title, anchor=False)
    may_edit = visitor().may_edit
    empty = texts.intro_empty if may_edit else texts.intro_empty_reader
    st.markdown(texts.intro if shelves.entries else empty)
    show_build(shelves, texts)
    if shelf is None or not shelves.entries:
        if may_edit:
            show_uploads(shelves, texts)
        return
    _show_counts(shelf, shelves, texts)
    names = {
        "documents": texts.tab_documents,
        "unread": texts.tab_unread.format(len(shelf.skipped)),
    }
    if may_edit:
        names["uploads"] = texts.tab_uploads
    if is_kept():
        names["journal"] = texts.journal.tab
    # No tabs: they forget which one is open when the number in a name changes.
    chosen = st.segmented_control(
        texts.title,
        list(names),
        default="documents",
        required=True,
        format_func=names.__getitem__,
        key=SHOWN,
        label_visibility="collapsed",
    )
    if chosen == "uploads":
        show_uploads(shelves, texts)
    elif chosen == "journal":
        show_journal(shelves, texts)
    elif chosen == "unread":
        _show_unread(shelf, texts)
    else:
        _show_documents(shelf, shelves, texts)


def _show_counts(shelf: Shelf, shelves: Shelves, texts: ShelfTexts) -> None:
    origins = [entry.quality.origin for entry in shelves.entries]
    with st.container(horizontal=True):
        st.metric(texts.documents, len(origins), border=True)
        st.metric(texts.scans, origins.count("ocr"), border=True)
        st.metric(texts.converted, origins.count("converted"), border=True)
        st.metric(texts.unread, len(shelf.skipped), border=True, help=texts.unread_help)


def _show_documents(shelf: Shelf, shelves: Shelves, texts: ShelfTexts) -> None:
    words = st.text_input(
        texts.search, key="shelves words", placeholder=texts.search_hint, icon=":material/search:"
    )
    origins = {entry.quality.origin for entry in shelves.entries}
    quality = (
        st.segmented_control(
            texts.quality_filter,
            [origin for origin in texts.qualities if origin in origins],
            format_func=lambda origin: texts.qualities[origin],
            key="shelves quality",
        )
        if len(origins) > 1
        else None
    )
    found = find_entries(shelves.entries, words or "", quality)
    st.caption(
        f"{texts.shown.format(len(found), len(shelves.entries))}. "
        f"{texts.list_hint if found else texts.nothing_found}"
    )
    if found:
        _show_list(found, shelves, texts)
    entry = _choose(shelves, texts)
    if entry:
        _show_document(shelf, shelves, entry, texts)


def _show_list(found: list[Entry], shelves: Shelves, texts: ShelfTexts) -> None:
    columns = dict(texts.columns)
    configured: dict[str, Any] = dict(columns)
    configured["title"] = st.column_config.TextColumn(columns["title"], width="large")
    configured["issued"] = st.column_config.DateColumn(columns["issued"], format="DD/MM/YYYY")
    scanned = any(entry.quality.confidence is not None for entry in found)
    configured["confidence"] = st.column_config.NumberColumn(
        columns["confidence"], format="percent"
    )
    shown = [name for name in columns if name != "confidence" or scanned]

    def choose() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        if rows and rows[0] < len(found):
            st.session_state[_CHOSEN] = found[rows[0]].id

    # The key holds what is listed: a row chosen in another list is another document.
    key = f"shelves list {hash(tuple(entry.id for entry in found))}"
    st.dataframe(
        [row_of(entry, texts) for entry in found],
        column_config=configured,
        column_order=shown,
        hide_index=True,
        height=min(len(found), 10) * 35 + 38,
        placeholder="",
        alt=texts.documents,
        on_select=choose,
        selection_mode="single-row",
        key=key,
    )


def _choose(shelves: Shelves, texts: ShelfTexts) -> Entry | None:
    by_id = {entry.id: entry for entry in shelves.entries}
    asked = st.query_params.get(ASKED_FOR)
    if asked in by_id and asked != st.session_state.get(_FOLLOWED):
        st.session_state[_CHOSEN] = asked
    if st.session_state.get(_CHOSEN) not in by_id:
        st.session_state[_CHOSEN] = None  # removed since it was chosen
    chosen = st.selectbox(
        texts.choose,
        list(by_id),
        format_func=lambda key: entry_name(by_id[key]),
        placeholder=texts.choose_hint,
        key=_CHOSEN,
    )
    st.session_state[_FOLLOWED] = chosen
    if chosen and chosen != asked:
        st.query_params[ASKED_FOR] = chosen
    elif not chosen and asked:
        del st.query_params[ASKED_FOR]
    return by_id.get(chosen) if chosen else None


def _show_document(shelf: Shelf, shelves: Shelves, entry: Entry, texts: ShelfTexts) -> None:
    with st.container(border=True, key="shelves card"):
        st.header(markdown(entry.title), anchor=False)
        st.html(about_html(entry, texts))
        stated = dict(shelves.corrections.get(entry.sha256, ()))
        if stated:
            names = ", ".join(texts.fields[name].lower() for name in stated)
            st.caption(texts.corrected.format(names))
        if visitor().may_edit:
            _show_actions(shelves, entry, texts)
    document, sections = read_sections(shelf, shelf.stamp, entry.id)
    parts = parts_of(document)
    number = 1
    st.header(texts.read, anchor=False)
    if len(parts) > 1:
        number = st.number_input(texts.part, 1, len(parts), 1, key=f"shelves part {entry.id}")
        st.caption(texts.part_of.format(number, len(parts)))
    tree = contents(document, sections)
    st.html(text_html(document, parts[int(number) - 1], tree, texts))


def _show_actions(shelves: Shelves, entry: Entry, texts: ShelfTexts) -> None:
    upload = shelves.upload_of(entry)
    correctable = shelves.can_correct(entry)
    told = texts.uploaded.format(markdown(upload.name)) if upload else texts.not_uploaded
    st.caption(told if correctable else texts.correct_none)
    with st.container(horizontal=True):
        correct = st.button(
            texts.correct, icon=":material/edit:", key="shelves correct", disabled=not correctable
        )
        replace = upload and st.button(
            texts.replace, icon=":material/swap_horiz:", key="shelves replace"
        )
        remove = upload and st.button(texts.remove, icon=":material/delete:", key="shelves remove")
    if correct:
        show_correct(shelves, entry, texts)
    if upload and replace:
        show_replace(shelves, upload, texts)
    if upload and remove:
        show_remove(shelves, upload, texts)


def _show_unread(shelf: Shelf, texts: ShelfTexts) -> None:
    if not shelf.skipped:
        st.success(texts.unread_none, icon=":material/check_circle:")
        return
    st.caption(texts.unread_intro)
    items = "".join(
        f'<div><dt lang="vi">{html(one.path)}</dt>'
        f"<dd>{html(reason_words(one.reason, texts.code))}</dd></div>"
        for one in shelf.skipped
    )
    st.html(f'<dl class="cs-about" lang="{texts.code}">{items}</dl>')
