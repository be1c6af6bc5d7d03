"""The text of a document to be read on the page: in leaves, with headings and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.schema import Block, BlockKind, Document, Span, rows_of
from assistant.structure.entries import Entry, Part
from assistant.structure.outline import outline
from assistant.ui.quotes import marked, rows_table

__all__ = ["leaf_html", "leaf_of", "leaves"]

_LEAF = 16_000
"""Characters that are sent to the browser at a time, about five pages of A4."""


def leaves(document: Document) -> tuple[tuple[Entry, ...], ...]:
    """Return the blocks of a document, each with its place in the structure, leaf by leaf.

    Args:
        document: The document.
    """
    entries, _ = outline(document)
    cut: list[list[Entry]] = []
    start = 0
    for entry in entries:
        if not cut or entry.block.end - start > _LEAF:
            start = entry.block.start
            cut.append([])
        cut[-1].append(entry)
    return tuple(tuple(leaf) for leaf in cut)


def leaf_of(cut: Sequence[Sequence[Entry]], offset: int) -> int:
    """Return the number of the leaf, from 1, that holds a character; the first for none."""
    for number, leaf in enumerate(cut, start=1):
        if offset < leaf[-1].block.end:
            return number
    return max(1, len(cut))


def leaf_html(document: Document, leaf: Sequence[Entry], quote: Span) -> str:
    """Return a leaf as HTML, what it holds of a quote marked.

    Args:
        document: The document.
        leaf: One of its leaves.
        quote: The quote.
    """
    parts: list[str] = []
    for table, group in groupby(leaf, key=lambda entry: entry.block.table):
        entries = list(group)
        if table:
            parts += _table(document, [entry.block for entry in entries], quote)
        else:
            parts += [_line(document, entry, quote) for entry in entries]
    return f'<div class="cs-leaf" lang="vi">{"".join(parts)}</div>'


def _line(document: Document, entry: Entry, quote: Span) -> str:
    block = entry.block
    shown = marked(document.text, Span(block.start, block.end), quote)
    if entry.part is Part.HEADING:
        level = min(6, 2 + max(1, len(entry.path)))
        return f'<p class="cs-heading" role="heading" aria-level="{level}">{shown}</p>'
    kind = {BlockKind.ITEM: ' class="cs-item"', BlockKind.NOTE: ' class="cs-footnote"'}
    return f"<p{kind.get(block.kind, '')}>{shown}</p>"


def _table(document: Document, blocks: Sequence[Block], quote: Span) -> Iterator[str]:
    rows = [block for block in blocks if block.row]
    made = rows_of(document, Span(rows[0].start, rows[-1].end)) if rows else ()
    if made:
        yield rows_table(document, made, document.title, quote=quote)
    else:
        for block in blocks:
            yield f"<p>{marked(document.text, Span(block.start, block.end), quote)}</p>"
