"""What governs a sentence: the lead-in, heading or group row that it hangs from.

A sentence of a policy text leaves out what the text before it has said: the year (“mục tiêu
đến năm 2025”, then a list), the place, whether it is a target.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from assistant.schema import Block, BlockKind, Document, Span
from assistant.vietnamese.dates import dates
from assistant.vietnamese.sentences import sentences

__all__ = [
    "ENUMERATOR",
    "block_at",
    "bullet",
    "governor",
    "header_of",
    "heads_rows",
    "named_years",
    "opens",
    "section_start",
]

ENUMERATOR = re.compile(
    r"\d{1,2}[.)]\s+|\d{1,2}(?:\.\d{1,2})*\s?[-–]\s+(?=\D)|(?:\d{1,3}(?:\.\d{1,2}){0,2}[.)]?|[a-zđ][.)]|[IVXL]+\.)\s+(?=\D)|[-–+•*]\s+"
)
"""The mark that opens a point or item: “1.”, “2.1”, “a)”, “IV.”, a dash."""
_COUNTER_CELL = re.compile(r"[\s*_]*(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-zĐđ])?[.)]?[\s*_]*")
_WINDOW = 2_500
"""How many characters back a governing year or document may stand."""


def named_years(text: str) -> list[int]:
    """Return the years of a text; a period such as 2021-2025 counts with both its ends."""
    return list(_years(text))


# Headings and lead-ins are asked for every sentence below them.
@lru_cache(maxsize=4096)
def _years(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(d.year for d in dates(text) if d.year is not None))


def block_at(document: Document, offset: int) -> Block | None:
    """Return the block that holds an offset; None between blocks."""
    place = bisect_right(document.blocks, offset, key=lambda block: block.start) - 1
    if place < 0 or document.blocks[place].end <= offset:
        return None
    return document.blocks[place]


def header_of(document: Document, row: Block) -> Block | None:
    """Return the header row of a row's table, where it has one."""
    for block in document.blocks:
        if block.kind is BlockKind.ROW and block.table == row.table and block.row == 0:
            return block
    return None


def bullet(text: str, block: Block) -> str:
    """Return what sort of mark a block begins with: a dash, a figure, a letter, or none."""
    match = ENUMERATOR.match(text, block.start, block.end)
    if match is None:
        return block.kind.value
    first = match.group()[0]
    return "figure" if first.isdigit() else "letter" if first.isalpha() else "dash"


def opens(text: str, block: Block) -> bool:
    """Tell whether a block is a lead-in: what follows it is said under it."""
    return text[block.start : block.end].rstrip().endswith(":")


def heads_rows(text: str, block: Block) -> bool:
    """Tell whether a row heads those below it: “I | Đến năm 2030 | | |”.

    That is a row with one cell filled, but for its number.
    """
    filled = [cell.of(text) for cell in block.cells]
    named = [cell for cell in filled if cell.strip() and not _COUNTER_CELL.fullmatch(cell)]
    return block.kind is BlockKind.ROW and len(block.cells) > 2 and len(set(named)) == 1


def section_start(document: Document, offset: int) -> int:
    """Return where the section that holds an offset begins, at most a window back."""
    start = max(0, offset - _WINDOW)
    for block in _backwards(document, offset + 1):
        if block.start <= start:
            break
        if block.kind is BlockKind.HEADING and block.end <= offset:
            return block.start
    return start


def governor(
    document: Document, offset: int, before: int, row: Block | None, *, in_list: bool
) -> Span | None:
    """Return the nearest earlier text of the section that names a year.

    For an item or a row that is its lead-in or a heading, never the item before it; for
    running text it is any sentence.

    Args:
        document: The document.
        offset: Start of the sentence.
        before: Start of its section.
        row: The row that holds it, where its table has a header.
        in_list: Whether the sentence is an item of a list or a row.
    """
    text = document.text
    if not in_list:
        spans = sentences(text, before, offset)
        return next((span for span in reversed(spans) if named_years(span.of(text))), None)
    for block in _backwards(document, offset):
        same_table = row is not None and block.table == row.table
        if block.start < before and not same_table:
            return None
        if block.end > offset:
            continue
        heads = block.start >= before and (block.kind is BlockKind.HEADING or opens(text, block))
        if (heads or (same_table and heads_rows(text, block))) and named_years(
            text[block.start : block.end]
        ):
            return Span(block.start, block.end)
    return None


def _backwards(document: Document, offset: int) -> Iterator[Block]:
    """Yield the blocks that begin before an offset, the nearest first."""
    place = bisect_left(document.blocks, offset, key=lambda block: block.start)
    return iter(document.blocks[place - 1 :: -1]) if place else iter(())
