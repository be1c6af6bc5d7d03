"""Going from one page to another from within a page."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

__all__ = ["open_page"]


def open_page(address: str, language: str) -> NoReturn:
    """Leave the page that is drawn for another one.

    Args:
        address: The other page's part of the address, as ``PAGES`` has it.
        language: Language of the frame, which the address goes on remembering.
    """
    # Streamlit knows a page by its address alone, so that another one with it stands for it.
    page = st.Page(_nothing, title=address or "…", url_path=address, default=not address)
    st.switch_page(page, query_params={"lang": language})


def _nothing() -> None:
    """Stand for what draws the page."""
