"""Plain text: a line a paragraph, or paragraphs wrapped by hand."""

from __future__ import annotations

import re

from assistant.documents.layout import join_wrapped, wrap_width
from assistant.documents.lines import Draft, Line, split_bullet, tidied
from assistant.schema import BlockKind

__all__ = ["read_text", "text_lines"]

_LINE_ENDS = re.compile(r"\r\n|[\n\r\f\x0b\x1c-\x1e\x85\u2028\u2029]")


def text_lines(text: str) -> tuple[Line, ...]:
    """Return the tidied lines of a text, list items told by their bullets."""
    lines: list[Line] = []
    for raw in _LINE_ENDS.split(text):
        item, words = split_bullet(raw.strip())
        lines.append(Line(words, BlockKind.ITEM if item else BlockKind.PARAGRAPH))
    return tidied(lines)


def read_text(text: str) -> Draft:
    """Read a plain text.

    Args:
        text: The whole file, decoded.
    """
    lines = text_lines(text)
    width = wrap_width([line.text for line in lines])
    return Draft(tuple(join_wrapped(lines, width)) if width else lines)
