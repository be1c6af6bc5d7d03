"""The one gate between what documents and users write and what a browser reads.

Two languages are spoken to the browser, and each has its own function: ``html`` for
``st.html``, which knows neither Markdown nor formulas, and ``markdown`` for the labels and
messages of widgets, which know both.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from urllib.parse import urlsplit

__all__ = ["clean", "html", "link", "markdown"]

_KEPT_CONTROLS = "\n\t"
# Marks of direction, which Unicode files with the harmless zero-width joiners: they turn
# "gpj.exe" round so that it reads "exe.jpg".
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# What Streamlit makes a link of, although no mark of Markdown is left: GitHub's extension looks
# for bare addresses once backslashes are gone. A joiner without width breaks the pattern.
_ADDRESS = re.compile(r"(?<=@)(?=[-\w])|(?<=://)|(?<=www)(?=\.)", re.I)
_JOINER = "\u2060"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def clean(text: str) -> str:
    """Return a text without control characters and marks of direction.

    Vietnamese is written from left to right alone, so that no honest text loses anything.

    Args:
        text: Any text; newlines and tabs are kept.
    """
    return "".join(
        char
        for char in text
        if char in _KEPT_CONTROLS
        or (char not in _DIRECTION and unicodedata.category(char) not in ("Cc", "Cs"))
    )


def html(text: str) -> str:
    """Return a text as HTML that shows it and does nothing else, in content or attribute."""
    return escape(clean(text), quote=True)


def markdown(text: str) -> str:
    """Return a text as one line of Markdown that shows it and does nothing else.

    A backslash before any ASCII punctuation makes it plain (CommonMark 0.31, section 2.4):
    links, emphasis, code, HTML, bare addresses, Streamlit's ``:red[…]`` and ``:material/…:``,
    and the ``$`` of formulas. Bare addresses also need a joiner that nobody sees.
    """
    line = _ADDRESS.sub(_JOINER, " ".join(clean(text).split()))
    return _PUNCTUATION.sub(r"\\\1", line)


def link(url: str | None) -> str | None:
    """Return an address that is safe to link to, else None.

    Only ``http`` and ``https`` with a host pass: no ``javascript:``, no ``data:``, and no
    user name before the host, which makes ``chinhphu.vn@evil.example`` look official.
    """
    if not url or clean(url) != url or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    return url
