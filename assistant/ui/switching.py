"""Going from one page to another from within a page, with what is to be done there."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from assistant.ui.conversation import Asked, submit

__all__ = [
    "CLAIM",
    "ask_elsewhere",
    "check_elsewhere",
    "claim_to_check",
    "hand_claim",
    "open_library",
]

CLAIM = "claim"
"""Name under which a session keeps the text of the page “Kiểm chứng”."""

_HANDED = "claim handed over"


def ask_elsewhere(question: str, language: str) -> NoReturn:
    """Leave the page for “Hỏi đáp”, where a question is asked at once.

    Args:
        question: The question, which stands by itself.
        language: Language of the frame, which the address goes on remembering.
    """
    submit(Asked(question, alone=True))
    _open("", language)


def check_elsewhere(claim: str, language: str) -> NoReturn:
    """Leave the page for “Kiểm chứng”, where a text is checked at once.

    Args:
        claim: The text.
        language: Language of the frame, which the address goes on remembering.
    """
    hand_claim(claim)
    _open("kiem-chung", language)


def open_library(language: str) -> NoReturn:
    """Leave the page for “Thư viện”, where documents are uploaded.

    Args:
        language: Language of the frame, which the address goes on remembering.
    """
    _open("thu-vien", language)


def hand_claim(claim: str) -> None:
    """Have a text checked as soon as “Kiểm chứng” is drawn."""
    st.session_state[CLAIM] = claim
    st.session_state[_HANDED] = True


def claim_to_check() -> bool:
    """Tell whether a text was handed over that is to be checked now; true once."""
    return bool(st.session_state.pop(_HANDED, False))


def _open(address: str, language: str) -> NoReturn:
    # Streamlit knows a page by its address alone, so that another one with it stands for it.
    page = st.Page(_nothing, title=address or "…", url_path=address, default=not address)
    st.switch_page(page, query_params={"lang": language})


def _nothing() -> None:
    """Stand for what draws the page."""
