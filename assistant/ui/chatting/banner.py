"""What is on and off, as it is and not as it is wished: network, encoder, OCR, language model."""

from __future__ import annotations

import streamlit as st

from assistant.documents.ocr.tesseract import find_tesseract
from assistant.indexing.manifest import Manifest
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.escaping import html
from assistant.ui.opening import Shelf
from assistant.ui.signing.roles import OPEN
from assistant.ui.signing.session import visitor
from assistant.ui.texts import Texts

__all__ = ["facts", "show_banner"]

_OWN = frozenset({"127.0.0.1", "localhost", "::1"})


def show_banner(shelf: Shelf, texts: Texts, words: ChatTexts) -> None:
    """Show in the sidebar what is on and off.

    Args:
        shelf: The open index.
        texts: Words of the page.
        words: Words of what stands around an answer.
    """
    address = str(st.get_option("server.address") or "")
    recognises = find_tesseract() is not None
    shared = visitor() != OPEN
    told = facts(
        shelf.assistant.reader.manifest,
        words,
        recognises=recognises,
        address=address,
        shared=shared,
    )
    if shelf.meaning_model or shared or address not in _OWN:
        st.info(texts.not_offline, icon=":material/info:")
    else:
        st.success(texts.offline, icon=":material/wifi_off:")
    lines = "".join(f"<dt>{html(name)}</dt><dd>{html(state)}</dd>" for name, state in told)
    st.html(f'<dl class="cs-facts" aria-label="{html(words.facts)}">{lines}</dl>')


def facts(
    manifest: Manifest, words: ChatTexts, *, recognises: bool, address: str, shared: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return what there is and whether it is on, each in a few words.

    Args:
        manifest: What the index says of itself.
        words: Words of the page.
        recognises: Whether Tesseract with Vietnamese is on this machine.
        address: What the page listens on; empty for all addresses of this machine.
        shared: Whether people sign in.
    """
    if manifest.is_complete and shared:
        network = words.network_shared
    elif manifest.is_complete:
        network = words.network_off if address in _OWN else words.network_open
    else:
        network = words.network_maybe
    meaning = {
        "bag": words.meaning_built_in,
        "lsa": words.meaning_built_in,
        "none": words.meaning_off,
    }.get(manifest.encoder_kind, words.meaning_model.format(manifest.encoder))
    return (
        (words.network, network),
        (words.meaning, meaning),
        (words.scans, words.scans_on if recognises else words.scans_off),
        (words.language_model, words.language_model_off),
    )
