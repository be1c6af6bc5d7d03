"""Provisions that an amending document quotes: they open no rung of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["quoted_lines"]

# “4. Sửa đổi khoản 3 Điều 18 như sau:”, the line that says what is done to another document.
_INSTRUCTION = re.compile(
    r"(?:\d{1,3}[a-zđ]?\.|[a-zđ]{1,2}\)|Điều\s+\d+[a-zđ]?\s*\.)\s*"
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay cụm từ|Bỏ|Đổi tên|Thay đổi)\b"
    r".{0,300}?\b(?:Điều|điều|khoản|điểm|[Cc]hương|[Mm]ục|cụm từ|từ|[Pp]hụ lục|tên|Luật|"
    r"Nghị định)\b"
)
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
    index = 0
    while index < len(texts):
        text = texts[index]
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
