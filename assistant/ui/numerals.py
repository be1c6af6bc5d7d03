"""Numbers as each language writes them."""

from __future__ import annotations

__all__ = ["number_words"]

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
