"""Numbers and moments as the pages write them; days are ``written_day`` of the schema."""

from __future__ import annotations

from datetime import datetime

from assistant.schema import written_day

__all__ = ["moment_words", "number_words"]

_SWAPPED = str.maketrans(".,", ",.")


def number_words(value: float, language: str) -> str:
    """Return a number: ``1.234,5`` in Vietnamese, ``1,234.5`` in English.

    Args:
        value: The number; what is beyond six decimals is rounding of the computer.
        language: ``vi`` or ``en``.
    """
    whole, _, decimals = f"{value:,.6f}".partition(".")
    decimals = decimals.rstrip("0")
    told = f"{whole}.{decimals}" if decimals else whole
    return told if language == "en" else told.translate(_SWAPPED)


def moment_words(moment: datetime) -> str:
    """Return a day with its time: ``05/03/2024 07:30``."""
    return f"{written_day(moment)} {moment:%H:%M}"
