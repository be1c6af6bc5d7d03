"""Provisions that an amending document quotes: they open no rung of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["quoted_lines"]

# “4. Sửa đổi khoản 3 Điều 18 như sau:”, the line that says what is done to another document.
_VERB = r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Bb]ãi bỏ|[Tt]hay thế|[Tt]hay|[Bb]ỏ|[Đđ]ổi|[Hh]ủy bỏ)"
_INSTRUCTION = re.compile(
    r"(?:\d{1,3}[a-zđ]?\.|[a-zđ]{1,2}\)|Điều\s+\d+[a-zđ]?\s*\.)\s*"
    rf"{_VERB}(?:(?:,| và)\s+{_VERB})*\s+(?:một số\s+|các\s+|tên\s+(?:gọi\s+)?|nội dung\s+)*"
    r"(?:Điều|điều|khoản|điểm|[Cc]hương|[Mm]ục|[Pp]hần|cụm từ|từ|đoạn|[Pp]hụ lục|Luật|Nghị định|"
    r"gạch đầu dòng)\b"
)
_ARTICLE = re.compile(r"Điều\s+(\d{1,3})([a-zđ]?)\s*[.:]")
_LONGEST = 600
"""Lines of one quotation; some laws rewrite a whole chapter of another."""
_UNCLOSED = 80
"""Lines taken as quoted where the closing mark was forgotten and nothing else ends it."""


def quoted_lines(texts: Sequence[str]) -> list[bool]:
    """Tell for each line whether it lies inside a provision quoted over several lines.

    A quotation opens with a line that begins with “, or with an instruction to amend that
    ends inside quotation marks. It ends where its marks are balanced again; where a closing
    mark was forgotten, before the next instruction.

    Args:
        texts: Lines in reading order.
    """
    quoted = [False] * len(texts)
    index = own = 0
    while index < len(texts):
        text = texts[index]
        article = _ARTICLE.match(text)
        if article and index and quoted[index - 1] and not _is_own(article, own):
            # The mark was closed after the first of several quoted articles.
            last = _before_the_next(texts, index, own)
            quoted[index : last + 1] = [True] * (last + 1 - index)
            index = last + 1
            continue
        own = int(article[1]) if article else own
        opens = text.startswith(("“", '"')) and _depth(text) > 0
        inside = bool(_INSTRUCTION.match(text)) and _depth(text) > 0
        if not (opens or inside):
            index += 1
            continue
        last = _last_line(texts, index)
        for line in range(index if opens else index + 1, last + 1):
            quoted[line] = True
        index = last + 1
    return quoted


def _is_own(article: re.Match[str], own: int) -> bool:
    """Tell whether an article comes after the last one of the document itself."""
    return int(article[1]) == own + 1 and not article[2]


def _before_the_next(texts: Sequence[str], first: int, own: int) -> int:
    """Return the line before the next instruction or the next article of the document itself."""
    for index in range(first + 1, min(len(texts), first + _LONGEST)):
        article = _ARTICLE.match(texts[index])
        if _INSTRUCTION.match(texts[index]) or (article and _is_own(article, own)):
            return index - 1
        if texts[index].rstrip(".;, ").endswith("”") and _depth(texts[index]) < 0:
            return index
    return first


def _depth(text: str) -> int:
    """Return how many quotation marks a line leaves open; straight ones pair off."""
    return text.count("“") - text.count("”") + text.count('"') % 2


def _last_line(texts: Sequence[str], first: int) -> int:
    """Return the line that closes the quotation opened on a line."""
    straight = '"' in texts[first] and "“" not in texts[first]
    depth = 0
    for index in range(first, min(len(texts), first + _LONGEST)):
        text = texts[index]
        if index > first and _INSTRUCTION.match(text):
            return index - 1
        if straight:
            if index > first and text.count('"') % 2:
                return index
            continue
        depth += text.count("“") - text.count("”")
        if depth <= 0:
            return index
    return min(len(texts), first + _UNCLOSED) - 1
