"""Quotes as HTML: words marked in the text around them, and rows under their header."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.schema import Document, Row, Span
from assistant.ui.escaping import html

__all__ = ["marked", "rows_table"]

# Narrowest that the columns of a table may get on average, in rem, so that not each syllable
# stands on a line of its own: four or five columns fit a telephone, more are scrolled to.
_COLUMN = 3.5


def marked(text: str, shown: Span, quote: Span | None) -> str:
    """Return a part of a text as HTML, what it holds of a quote marked.

    Args:
        text: Text of a document.
        shown: The part to show.
        quote: The quote; None marks nothing.
    """
    start, end = (quote.start, quote.end) if quote else (shown.end, shown.end)
    start, end = max(shown.start, start), min(shown.end, end)
    if start >= end:
        return html(shown.of(text)).strip()
    before, after = text[shown.start : start], text[end : shown.end]
    return f"{html(before).lstrip()}<mark>{html(text[start:end])}</mark>{html(after).rstrip()}"


def rows_table(
    document: Document,
    rows: Sequence[Row],
    label: str,
    *,
    quote: Span | None = None,
    badges: Sequence[str] = (),
) -> str:
    """Return rows of one table under its header, in a box that scrolls by itself, as HTML.

    Args:
        document: The document of the rows.
        rows: The rows, at least one.
        label: What the table is called to a screen reader.
        quote: What is marked in the cells.
        badges: HTML at the end of each row; none without.
    """
    text = document.text
    names = "".join(f'<th scope="col">{html(name.of(text))}</th>' for name in rows[0].header)
    # No header stands over the badges: what a badge is, it says itself.
    head = f"<thead><tr>{names}{'<td></td>' if badges else ''}</tr></thead>" if names else ""
    ends = [f"<td>{badge}</td>" for badge in badges] or [""] * len(rows)
    lines = []
    for row, end in zip(rows, ends, strict=True):
        cells = "".join(f"<td>{marked(text, cell, quote)}</td>" for cell in row.cells)
        lines.append(f"<tr>{cells}{end}</tr>")
    # A box that scrolls must take the focus, so that the keyboard can scroll it too.
    return (
        f'<div class="cs-scroll" role="group" tabindex="0" lang="vi" aria-label="{html(label)}">'
        f'<table class="cs-rows" style="min-width: {_COLUMN * len(rows[0].cells):g}rem">'
        f"{head}<tbody>{''.join(lines)}</tbody></table></div>"
    )
