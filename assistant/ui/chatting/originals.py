"""“Mở trang gốc”: the page of a source as it was printed, or its text around the quote."""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from collections.abc import Sequence
from pathlib import PurePosixPath

import streamlit as st

from assistant.documents.drawing.worker import PagePicture, draw_page
from assistant.errors import ReadError
from assistant.indexing.originals import Found, Original, find_original
from assistant.schema import Document, Span
from assistant.structure.entries import Entry
from assistant.ui.chatting.leaves import leaf_html, leaf_of, leaves
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.escaping import clean, html, markdown
from assistant.ui.opening import Shelf

__all__ = ["open_original"]

_LEAF = "leaf"
_QUOTED = 300
"""Characters of a quote that are said again beside the picture of its page."""
# Brings the quote into view, in its box and no further: its mark in a text, or its place in a
# picture, which has no height before it has come.
_SHOW_QUOTE = """<script>
(() => {
  const place = %s, leaf = %d;  // another leaf is another script, and so is run again
  // A button that has done its work is gone, and with it the focus that the keyboard needs.
  const takeFocus = (box) => {
    if (document.activeElement === document.body) box.focus({preventScroll: true});
  };
  const show = (tries) => {
    const box = document.querySelector("[role=dialog] .st-key-original");
    const picture = box?.querySelector("img");
    const text = box?.querySelector(".cs-reading");
    if (text) {
      const mark = text.querySelector("mark");
      if (mark) {
        const above = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
        text.scrollTop += above - text.clientHeight / 3;
      }
      takeFocus(text);
    } else if (picture?.complete && picture.clientHeight) {
      // A box that scrolls must take the focus, so that the keyboard can scroll it too.
      box.tabIndex = 0;
      box.role = "group";
      box.ariaLabel = picture.alt;
      takeFocus(box);
      if (!place) return;
      box.scrollTop = place[1] * picture.clientHeight - box.clientHeight / 3;
      box.scrollLeft = place[0] * picture.clientWidth - 16;
    } else if (tries) { setTimeout(show, 100, tries - 1); }
  };
  setTimeout(show, 100, 50);
})();
</script>"""

_log = logging.getLogger(__name__)


def open_original(shelf: Shelf, document: Document, quote: Span, words: ChatTexts) -> None:
    """Open a dialog with the original of a source.

    Args:
        shelf: The open index.
        document: The document.
        quote: What is quoted from it.
        words: Words of the page.
    """
    st.session_state[_LEAF] = None
    st.dialog(words.original, width="large", icon=":material/find_in_page:")(_show)(
        shelf, document, quote, words
    )


def _show(shelf: Shelf, document: Document, quote: Span, words: ChatTexts) -> None:
    st.markdown(f"**{markdown(document.title)}**")
    original = find_original(shelf.assistant.reader.library, document)
    if original.found is Found.GONE:
        st.warning(words.gone, icon=":material/folder_off:")
    elif original.found is Found.CHANGED:
        st.warning(words.changed, icon=":material/edit_document:")
    if original.data and document.page_starts:
        _show_page(original, document, quote, words)
    else:
        cut = _leaves(shelf.stamp, document.id, document)
        number = _show_turning(len(cut), leaf_of(cut, quote.start), original, document, words)
        st.caption(words.as_read)
        _show_text(document, cut, number, quote)


def _show_page(original: Original, document: Document, quote: Span, words: ChatTexts) -> None:
    first = document.page_at(quote.start) or 1
    last = document.page_at(quote.end - 1) or first
    page = _show_turning(len(document.page_starts), first, original, document, words)
    try:
        with st.spinner(words.drawing):
            picture = _drawn(document.sha256, page, quote, document, original.data)
    except ReadError as error:
        _log.warning("page %s of %s: %s", page, document.id, error)
        st.warning(words.not_drawn, icon=":material/image_not_supported:")
        cut = leaves(document)
        number = leaf_of(cut, max(quote.start, document.page_starts[page - 1]))
        _show_text(document, cut, number, quote)
        return
    if picture.places:
        st.caption(words.boxed)
    elif first <= page <= last:
        said = " ".join(quote.of(document.text)[:_QUOTED].split())
        st.caption(markdown(words.not_boxed.format(said)))
    else:
        st.caption(words.no_quote_here)
    with st.container(key="original"):
        # Within the page, at no address of its own: that would need no sign-in, and would be
        # gone for a browser that asks for it after the reader has turned over.
        data = b64encode(picture.data).decode("ascii")
        shown = words.picture.format(page, clean(document.title))
        st.html(f'<img src="data:image/jpeg;base64,{data}" alt="{html(shown)}">')
    corner = [min(edges) for edges in list(zip(*picture.places, strict=True))[:2]]
    st.html(_SHOW_QUOTE % (json.dumps(corner or None), page), unsafe_allow_javascript=True)


@st.cache_data(max_entries=48, show_spinner=False)
def _drawn(sha256: str, page: int, quote: Span, _document: Document, _data: bytes) -> PagePicture:
    return draw_page(_data, _document, page, quote)


@st.cache_resource(max_entries=16, show_spinner=False)
def _leaves(stamp: str, document_id: str, _document: Document) -> tuple[tuple[Entry, ...], ...]:
    return leaves(_document)


def _show_text(
    document: Document, cut: Sequence[Sequence[Entry]], number: int, quote: Span
) -> None:
    shown = leaf_html(document, cut[number - 1], quote)
    with st.container(key="original"):
        # A box that scrolls must take the focus, so that the keyboard can scroll it too.
        st.html(
            f'<div class="cs-reading" role="region" tabindex="0"'
            f' aria-label="{html(document.title)}">{shown}</div>'
        )
    st.html(_SHOW_QUOTE % ("null", number), unsafe_allow_javascript=True)


def _show_turning(
    count: int, quoted: int, original: Original, document: Document, words: ChatTexts
) -> int:
    """Show where one is in a document and buttons to turn over, and return the page or part."""
    paged = bool(original.data and document.page_starts)
    chosen: int | None = st.session_state.get(_LEAF)
    number = max(1, min(chosen or quoted, count))

    def turn(to: int) -> None:
        st.session_state[_LEAF] = to

    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if count > 1:
            st.button(
                words.page_before if paged else words.part_before,
                icon=":material/chevron_left:",
                disabled=number <= 1,
                on_click=turn,
                args=(number - 1,),
                key="leaf before",
            )
            place = words.page_of if paged else words.part_of
            st.markdown(place.format(number, count), width="content")
            st.button(
                words.page_after if paged else words.part_after,
                icon=":material/chevron_right:",
                icon_position="right",
                disabled=number >= count,
                on_click=turn,
                args=(number + 1,),
                key="leaf after",
            )
            # It stays when it has done its work: a button that goes takes the focus along.
            st.button(
                words.to_quote,
                icon=":material/format_quote:",
                type="tertiary",
                on_click=turn,
                args=(quoted,),
                key="leaf quoted",
            )
        if original.data:
            st.download_button(
                words.download,
                original.data,
                PurePosixPath(clean(document.path)).name,
                "application/octet-stream",
                icon=":material/download:",
                on_click="ignore",
                type="tertiary",
                key="original file",
            )
    return number
