"""Words that lean on the question before, put into what they stand for there.

“5 năm sau đó” is a year once the year before it is known, and “dưới xã thì sao?” asks after the
level of communes where levels are what is spoken of.
"""

from __future__ import annotations

import re

from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold, has_marks
from assistant.vietnamese.written_numbers import NUMBER_WORDS

__all__ = ["spelt_out"]

_COUNTS = {fold(word): value for word, value in NUMBER_WORDS.items()}
_LATER = re.compile(
    r"\b(?:(?P<count>\d{1,2}|" + "|".join(_COUNTS) + r") )?nam "
    r"(?:(?P<later>sau|toi|tiep theo|ke tiep)|(?P<earlier>truoc|lien truoc))(?: (?:do|nua|day))?\b"
)
_LEVEL = re.compile(
    r"(?<!cap )(?<!\w)(?P<at>(?:(?:duoi|tren|o|con|the) )+)(?P<level>xa|huyen|tinh|phuong)"
    r"(?=\W*$| (?:thi|la|sao|the nao|ra sao|bao nhieu|may)\b)"
)
_AT = re.compile(r"\b(?:duoi|tren|o)\b")
_OF_A_LEVEL = re.compile(r"\b(?:cap|tuyen) (?:tinh|huyen|xa|trung uong|thanh pho|bo)\b")
_SHORT = 60
"""A follow-up of more characters names what it asks about."""


def spelt_out(text: str, previous: str) -> str:
    """Return a follow-up with years and levels named as the question before makes them out.

    Args:
        text: The question as typed.
        previous: The question before it, which is complete itself.
    """
    if len(text) > _SHORT:
        return text
    return _level(_year(text, previous), previous)


def _year(text: str, previous: str) -> str:
    known = [date.year for date in dates(previous) if date.year is not None]
    match = _LATER.search(fold(text))
    if not known or match is None or any(date.year is not None for date in dates(text)):
        return text
    said = match["count"] or "1"
    count = int(said) if said.isdigit() else _COUNTS[said]
    year = known[-1] + (count if match["later"] else -count)
    word = "năm" if has_marks(text) else "nam"
    return f"{text[: match.start()]}{word} {year}{text[match.end() :]}"


def _level(text: str, previous: str) -> str:
    match = _LEVEL.search(fold(text))
    if match is None or not (_AT.search(match["at"]) or _OF_A_LEVEL.search(fold(previous))):
        return text
    begin = match.start("level")
    word = "cấp" if has_marks(text) else "cap"
    return f"{text[:begin]}{word} {text[begin:]}"
