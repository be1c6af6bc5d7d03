"""What the cells of a sheet show: text by font, numbers by their format.

Numbers have Vietnamese separators, as the documents around them do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from assistant.vietnamese.legacy_fonts import Run

__all__ = ["Sheet", "shown_date", "shown_number"]

_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_ASIDE = re.compile(r"\[[^\]]*\]|_.|\*.")
_DIGITS = re.compile(r"[#0?][#0?,. ]*")


@dataclass(slots=True)
class Sheet:
    """A sheet as its file has it.

    Attributes:
        name: Its name.
        cells: Text of its cells by row and column, from 0; numbers as the sheet shows them.
        merged: Merged cells: first row, row behind, first column, column behind.
    """

    name: str
    cells: dict[tuple[int, int], list[Run]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def shown_number(value: float, form: str) -> str:
    """Return a number as its cell shows it, with a comma for decimals and stops for thousands.

    Args:
        value: The number.
        form: Number format of the cell (ECMA-376, 18.8.31), such as ``#,##0.0`` or ``0%``.
    """
    sections = _ASIDE.sub("", form).split(";")
    section = sections[1] if value < 0 and len(sections) > 1 and sections[1] else sections[0]
    bare = _QUOTED.sub("", section)
    digits = _DIGITS.search(bare)
    if "general" in bare.lower() or not digits or "E" in bare.upper():
        return _general(value)
    if "%" in bare:
        value *= 100
    pattern = digits.group().rstrip(", ")
    whole, _, fraction = pattern.partition(".")
    places = sum(char in "0?#" for char in fraction)
    text = f"{abs(value):,.{min(places, 15)}f}" if "," in whole else f"{abs(value):.{places}f}"
    if fraction and "#" in fraction:
        needed = sum(char in "0?" for char in fraction)
        text = _without_zeros(text, needed)
    text = text.translate(str.maketrans(",.", ".,"))
    sign = "-" if value < 0 and any(char in "123456789" for char in text) else ""
    words = "".join(quoted or escaped for quoted, escaped in _QUOTED.findall(section)).strip()
    unit = f" {words}" if any(char.isalpha() for char in words) else ""
    return f"{sign}{text}{'%' if '%' in bare else ''}{unit}"


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.10f}" if abs(value) >= 1e-6 else f"{value:.15f}"
    significant = f"{value:.11g}"
    text = significant if "e" not in significant else _without_zeros(text, 0)
    return text.replace(".", ",")


def _without_zeros(text: str, needed: int) -> str:
    """Cut zeros that end a fraction, down to a number of places."""
    whole, _, fraction = text.partition(".")
    while len(fraction) > needed and fraction.endswith("0"):
        fraction = fraction[:-1]
    return f"{whole}.{fraction}" if fraction else whole


def shown_date(value: date | datetime | time) -> str:
    """Return a date as it is written in Vietnam, with the hour where there is one."""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    day = f"{value.day:02d}/{value.month:02d}/{value.year}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{value:%H:%M} {day}"
    return day
