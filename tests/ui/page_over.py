"""One page over an index, without the frame around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

__all__ = ["htmls", "over", "plain", "told"]


def over(draw: Callable[[str, str], None], index: Path, language: str = "vi") -> AppTest:
    """Return a page that is not run yet.

    Args:
        draw: Draws it; AppTest runs its source by itself, so that it imports what it needs.
        index: Folder of the index.
        language: Language of the frame.
    """
    return AppTest.from_function(draw, default_timeout=300, args=(str(index), language))


def htmls(page: AppTest) -> str:
    """Return all raw HTML of a page."""
    return "\n".join(element.proto.body for element in page.get("html"))


def plain(label: str) -> str:
    """Return what a label in Markdown shows."""
    return re.sub(r"\\(.)", r"\1", label).replace("\u2060", "")


def told(page: AppTest) -> str:
    """Return every word of a page outside raw HTML and tables."""
    kinds = (page.title, page.header, page.markdown, page.caption, page.error, page.warning)
    kinds += (page.success, page.info)
    return "\n".join(plain(element.value) for kind in kinds for element in kind)
