"""Figures in words, the same for every face."""

from __future__ import annotations

from assistant.schema import CitedFigure

__all__ = ["value_words"]


def value_words(cited: CitedFigure) -> str:
    """Return a value as written; with the unit of its column where the cell leaves it out.

    Args:
        cited: The figure.
    """
    unit = cited.figure.unit
    bare = unit and unit != "đồng" and cited.written.strip()[-1:].isdigit()
    gap = "" if unit == "%" else " "
    return " ".join(cited.written.split()) + (f"{gap}{unit}" if bare else "")
