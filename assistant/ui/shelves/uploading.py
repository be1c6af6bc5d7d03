"""The part of the page where files are uploaded, and what became of each."""

from __future__ import annotations

import streamlit as st

from assistant.config import Config
from assistant.documents.formats import READ_SUFFIXES
from assistant.errors import AssistantError
from assistant.indexing.catalogue import Entry
from assistant.indexing.jobs import read_job
from assistant.ui.escaping import clean, markdown
from assistant.ui.reasons import reason_words
from assistant.ui.shelves import edits
from assistant.ui.shelves.building import start_build
from assistant.ui.shelves.changes import Upload
from assistant.ui.shelves.editing import problem_words, show_remove, show_replace
from assistant.ui.shelves.shelving import ASKED_FOR, SHOWN, Shelves
from assistant.ui.shelves.texts import ShelfTexts

__all__ = ["show_uploads"]

_ROUND = "shelves round"
_TOLD = "shelves told"


def show_uploads(shelves: Shelves, texts: ShelfTexts) -> None:
    """Show where files are uploaded and what was uploaded.

    Args:
        shelves: What the page knows.
        texts: Words of the page.
    """
    st.caption(texts.upload_intro)
    config = shelves.shelf.assistant.reader.config if shelves.shelf else Config()
    most = config.max_file_bytes
    # A new key for every round empties the field, so that no rerun saves a file again.
    sent = st.file_uploader(
        texts.upload,
        accept_multiple_files=True,
        max_upload_size=most // 1_000_000,
        key=f"upload {st.session_state.setdefault(_ROUND, 0)}",
    )
    st.caption(texts.upload_help.format(most // 1_000_000, ", ".join(READ_SUFFIXES)))
    # Told until the next files come: the end of the build draws the page anew within seconds.
    for saved, told in st.session_state.get(_TOLD, []):
        show = st.success if saved else st.error
        show(told, icon=":material/check_circle:" if saved else ":material/error:")
    if sent:
        with st.spinner(texts.uploading):
            told = [_save(shelves, one.name, one.getvalue(), most, texts) for one in sent]
            # Kept within, as a click meanwhile ends this run where the spinner goes.
            st.session_state[_TOLD] = told
            st.session_state[_ROUND] += 1
        if any(saved for saved, _ in told) and not read_job(shelves.index).runs:
            start_build(shelves, texts)
        else:
            st.rerun()
    st.header(texts.uploads_list, anchor=False)
    if not shelves.uploaded:
        st.caption(texts.uploads_none)
        return
    st.dataframe(
        [_row(one, texts) for one in shelves.uploaded],
        column_config={"1": texts.unread_file, "2": texts.upload_status},
        hide_index=True,
        alt=texts.uploads_list,
        key="uploads list",
    )
    _show_actions(shelves, texts)


def _save(
    shelves: Shelves, name: str, data: bytes, most: int, texts: ShelfTexts
) -> tuple[bool, str]:
    try:
        path = edits.upload(shelves, name, data, most)
    except AssistantError as error:
        told = markdown(problem_words(error, texts))
        return False, texts.upload_refused.format(markdown(name[:200]), told)
    return True, texts.upload_done.format(markdown(path.name))


def _row(upload: Upload, texts: ShelfTexts) -> dict[str, str]:
    state = texts.upload_state[upload.state]
    reason = clean(reason_words(upload.reason, texts.code)) if upload.reason else ""
    return {"1": clean(upload.path.name), "2": f"{state}: {reason}" if reason else state}


def _read(entry: Entry | None) -> None:
    """Go to the document that an upload became."""
    if entry is not None:
        st.session_state[SHOWN] = "documents"
        st.query_params[ASKED_FOR] = entry.id


def _show_actions(shelves: Shelves, texts: ShelfTexts) -> None:
    """Let any upload be replaced or removed, one that could not be read above all."""
    names = {upload.path.name: upload.path for upload in shelves.uploaded}
    chosen = st.selectbox(
        texts.upload_choose,
        list(names),
        index=None,
        format_func=clean,
        placeholder=texts.upload_choose,
        key=f"upload chosen {len(names)}",
    )
    entry = shelves.entry_of(names[chosen]) if chosen else None
    with st.container(horizontal=True):
        st.button(
            texts.upload_read,
            icon=":material/menu_book:",
            key="upload read",
            disabled=entry is None,
            on_click=_read,
            args=(entry,),
        )
        replace = st.button(
            texts.replace, icon=":material/swap_horiz:", key="upload replace", disabled=not chosen
        )
        remove = st.button(
            texts.remove, icon=":material/delete:", key="upload remove", disabled=not chosen
        )
    if chosen and replace:
        show_replace(shelves, names[chosen], texts)
    if chosen and remove:
        show_remove(shelves, names[chosen], texts)
