"""Sentences and clauses as spans."""

from __future__ import annotations

import re

from assistant.schema import Span
from assistant.vietnamese.normalise import LOWER

__all__ = ["clauses", "sentences"]

# A full stop ends a sentence when space and a capital, digit or quotation mark follow. It
# does not after an initial (A.), an abbreviation (TP., TS., Th.S.), an enumerator (1., a.),
# or inside a number (1.579), which has no space after it.
# A mark in brackets, “kết thúc bằng dấu chấm (.)”, is spoken of and ends nothing.
_END = re.compile(
    rf"(?:(?<![(\[.!?…])[.!?…]+[\"”’)]*|[.!?…]+/\.)(?=\s+[\"“‘(\[]?[^\W_{LOWER}]|\s*$)|\n+"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:TP|Tp|TS|ThS|Th\.S|PGS|GS|BS|CN|KS|Ths|Tr|tr|Đ/c|v\.v|St|Mr|Ms|Dr|No|[A-ZĐ])\.$"
)
_ENUMERATOR = re.compile(
    r"^\s*(?:(?:Điều|Khoản|Mục|Chương|Phần)\s+)?(?:\d{1,3}|[a-zđ]|[IVXLC]+)(?:\.\d{1,3})*[.)]$"
)
_CLAUSE = re.compile(r";\s+|;$")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Split ``text[start:end]`` into sentences.

    Args:
        text: NFC text.
        start: First character to look at.
        end: One past the last; the end of the text when None.

    Returns:
        Spans into ``text`` in order, trimmed of white space, none empty. Together they hold
        every character of the range that is not white space.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group()[0] != "\n":
            head = text[begin : match.end()]
            if _ENUMERATOR.match(head):
                continue
            if match.group() == "." and _ABBREVIATION.search(head[-8:]):
                continue
        begin = _push(spans, text, begin, match.end())
    _push(spans, text, begin, end)
    return spans


def clauses(text: str, span: Span) -> list[Span]:
    """Split a sentence at its semicolons, the way policy texts list their targets."""
    spans: list[Span] = []
    begin = span.start
    for match in _CLAUSE.finditer(text, span.start, span.end):
        begin = _push(spans, text, begin, match.end())
    _push(spans, text, begin, span.end)
    return spans


def _push(spans: list[Span], text: str, start: int, end: int) -> int:
    """Append the trimmed range when anything is left of it; return ``end``."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    if left < right:
        spans.append(Span(left, right))
    return end
