"""Paragraphs of Word files as lines, alike whatever the file format."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.documents.lines import Line, split_bullet
from assistant.schema import BlockKind
from assistant.vietnamese.legacy_fonts import WINDOWS_1252

__all__ = ["paragraph_lines", "windows_1252"]

_LONGEST_HEADING = 300
"""Characters; a longer paragraph in a heading style is a paragraph."""


def paragraph_lines(text: str, mark: str, level: int) -> Iterator[Line]:
    """Yield the lines of a paragraph.

    Args:
        text: Its words, line breaks as line feeds.
        mark: Its automatic number as printed; empty where it has none.
        level: Level of a heading, 1 to 6; 0 for any other paragraph.
    """
    if not text.strip():
        yield Line("")
        return
    for position, part in enumerate(piece for piece in text.split("\n") if piece.strip()):
        words = f"{mark} {part.strip()}" if mark and position == 0 else part.strip()
        item, words = split_bullet(words)
        if item:
            yield Line(words, BlockKind.ITEM, 1)
        elif level and len(words) <= _LONGEST_HEADING:
            yield Line(words, BlockKind.HEADING, level)
        else:
            yield Line(words)


def windows_1252(data: bytes) -> str:
    """Return text in Windows-1252, where codes that it leaves open are those of Latin-1."""
    return data.decode("latin-1").translate(WINDOWS_1252)
