"""Keys of widgets, which stand in the page for whoever looks."""

from __future__ import annotations

import hashlib

__all__ = ["key_for"]


def key_for(name: str, *parts: object) -> str:
    """Return a key that changes with its parts and does not tell them: a stamp holds a path.

    Args:
        name: What the widget is called.
        parts: What it depends on.
    """
    told = "\x1f".join(map(str, parts))
    return f"{name} {hashlib.sha256(told.encode()).hexdigest()[:12]}"
