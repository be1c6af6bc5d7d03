"""Words that lean on the question before, put into what they stand for there.

“5 năm sau đó” is a year once the year before it is known, and “dưới xã thì sao?” asks after the
level of communes where levels are what is spoken of.
"""

from __future__ import annotations

import re

from assistant.retrieval.parts import told_apart
from assistant.vietnamese.dates import dates
from assistant.vietnamese.normalise import fold, has_marks
from assistant.vietnamese.written_numbers import NUMBER_WORDS

__all__ = ["new_subject", "spelt_out"]

_COUNTS = {fold(word): value for word, value in NUMBER_WORDS.items()}
_LATER = re.compile(
    r"\b(?:(?P<count>\d{1,2}|" + "|".join(_COUNTS) + r") )?nam "
    r"(?:(?P<later>sau|toi|tiep theo|ke tiep)|(?P<earlier>truoc|lien truoc))(?: (?:do|nua|day))?\b"
)
_LEVEL = re.compile(
    r"(?<!cap )(?<!\w)(?P<at>(?:(?:duoi|tren|o|con|the) )+)(?P<level>xa|huyen|tinh)"
    r"(?=\W*$| (?:thi|la|sao|the nao|ra sao|bao nhieu|may)\b)"
)
_AT = re.compile(r"\b(?:duoi|tren|o)\b")
_OF_A_LEVEL = re.compile(r"\b(?:cap|tuyen) (?:tinh|huyen|xa|trung uong|thanh pho|bo)\b")
_WORD = 2
"""Syllables of most words."""
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
    return _level(_year(_alone(text), previous), previous)


# “Riêng phường thôi thì bao nhiêu?” asks the same of a part.
_PART_ALONE = re.compile(
    r"^\W*(?:(?:the|vay|con|chi|tinh|nhung) )*(?:tinh )?rieng (?:(?:cua|o|ve) )?"
    r"(?P<part>(?:\S+ ){0,5}?\S+?)(?: thoi)?(?=,? thi\b|\W*$)"
)


def _alone(text: str) -> str:
    match = _PART_ALONE.match(fold(text))
    if match is None:
        return text
    lead = "còn" if has_marks(text) else "con"
    return f"{lead} {text[match.start('part') : match.end('part')]}{text[match.end() :]}"


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


def new_subject(text: str, previous: str, how_much: re.Pattern[str]) -> str:
    """Return the new subject of a question that says again how much it does of something.

    “Vậy du lịch đóng góp bao nhiêu?”, after what industry “đóng góp”, asks after “du lịch”.

    Args:
        text: The question, without what opens it.
        previous: The question before it.
        how_much: What asks how much, over folded text.

    Returns:
        The subject; empty where the two questions do not end in the same words before they ask.
    """
    asked, before = how_much.search(told_apart(text)), how_much.search(told_apart(previous))
    if asked is None or before is None:
        return ""
    words = text[: asked.start()].split()
    again = 0
    earlier = previous[: before.start()].split()
    for one, other in zip(reversed(words), reversed(earlier), strict=False):
        if fold(one) != fold(other):
            break
        again += 1
    # The “khẩu” of “xuất khẩu” and “nhập khẩu” is half a word and no verb.
    return " ".join(words[:-again]) if again and len(words) - again >= _WORD else ""
