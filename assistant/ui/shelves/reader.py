"""A document to be read: its text as its file laid it out, its sections beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.schema import Block, BlockKind, Document, Level, Row, Section, Span, rows_of
from assistant.ui.escaping import html
from assistant.ui.quotes import rows_table
from assistant.ui.shelves.texts import ShelfTexts

__all__ = ["contents", "parts_of", "section_name", "text_html"]

_PART = 60_000
"""Characters shown at a time; some ten thousand words, which a browser lays out at once."""
_DEEPEST = 3
_LONGEST_NAME = 90
# How a rung is called; the others are called by their number alone or by their heading.
_WORDS = {
    Level.PHU_LUC: "Phụ lục",
    Level.PHAN: "Phần",
    Level.CHUONG: "Chương",
    Level.MUC: "Mục",
    Level.TIEU_MUC: "Tiểu mục",
    Level.DIEU: "Điều",
}
_LEFT_OUT = frozenset({Level.DOAN, Level.DONG, Level.BANG, Level.CHU_THICH})


def parts_of(document: Document) -> list[Span]:
    """Return the parts in which a document is shown, cut between its blocks."""
    parts: list[Span] = []
    start = 0
    for block in document.blocks:
        if block.end - start > _PART and block.start > start:
            parts.append(Span(start, block.start))
            start = block.start
    parts.append(Span(start, len(document.text)))
    return parts


def contents(document: Document, sections: Sequence[Section]) -> list[tuple[int, int, str]]:
    """Return the side tree: depth from 0, first character and name of each section.

    Args:
        document: The document.
        sections: Its sections, in order of their start.
    """
    found: list[tuple[int, int, str]] = []
    for section in sections:
        depth, step = len(section.path), section.path[-1]
        # Points and clauses without a name would make the tree as long as the text.
        nameless = depth > 1 and not step.heading and step.level is not Level.DIEU
        if step.level in _LEFT_OUT or depth > _DEEPEST or nameless:
            continue
        found.append((depth - 1, section.start, section_name(document, section)))
    least = min((depth for depth, _, _ in found), default=0)
    return [(depth - least, start, name) for depth, start, name in found]


def section_name(document: Document, section: Section) -> str:
    """Return what a section is called: its rung, number and heading, or its first words."""
    step = section.path[-1]
    number = " ".join(part for part in (_WORDS.get(step.level, ""), step.number) if part)
    heading = " ".join(step.heading.split())
    if not number and not heading:
        heading = " ".join(document.text[section.start : section.start + 200].split())
    name = ". ".join(part for part in (number, heading) if part)
    if len(name) <= _LONGEST_NAME:
        return name
    return name[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def text_html(
    document: Document, part: Span, tree: Sequence[tuple[int, int, str]], texts: ShelfTexts
) -> str:
    """Return a part of a document with the tree of its sections beside it, as HTML.

    Args:
        document: The document.
        part: What is shown of it, one of ``parts_of``.
        tree: Its side tree, as ``contents`` returns it.
        texts: Words of the page.
    """
    here = [one for one in tree if part.start <= one[1] < part.end]
    links = "".join(
        f'<li style="--depth: {depth}"><a href="#{_anchor(start)}" target="_self">'
        f"{html(name)}</a></li>"
        for depth, start, name in here
    )
    side = f"<ul>{links}</ul>" if links else f"<p>{html(texts.contents_none)}</p>"
    label = html(texts.text_of.format(document.title))
    return (
        f'<div class="cs-reader" id="doc-0"><nav aria-label="{html(texts.contents)}" lang="vi">'
        f"<details open><summary>{html(texts.contents)}</summary>{side}</details></nav>"
        # What scrolls by itself must take the focus, so that the keyboard can scroll it.
        f'<article tabindex="0" lang="vi" aria-label="{label}">'
        f"{_body(document, part, {start for _, start, _ in here}, texts)}</article></div>"
    )


def _body(document: Document, part: Span, starts: set[int], texts: ShelfTexts) -> str:
    pieces: list[str] = []
    page = 0
    inside = [b for b in document.blocks if part.start <= b.start < part.end]
    for table, group in groupby(inside, key=lambda block: block.table):
        blocks = list(group)
        turned = document.page_at(blocks[0].start) or 0
        if turned != page:
            page = turned
            pieces.append(f'<p class="cs-page">{html(texts.page.format(page))}</p>')
        if table:
            pieces.append(_table(document, blocks, starts))
        else:
            for block in blocks:
                pieces.append(_block(document, block, starts))
    return "".join(pieces)


def _block(document: Document, block: Block, starts: set[int]) -> str:
    text = html(document.text[block.start : block.end])
    identity = f' id="{_anchor(block.start)}"' if block.start in starts else ""
    if block.kind is BlockKind.HEADING:
        # Below the headings of the page itself.
        rung = min(6, max(1, block.level) + 3)
        return f"<h{rung}{identity}>{text}</h{rung}>"
    kind = {BlockKind.ITEM: "cs-item", BlockKind.NOTE: "cs-foot"}.get(block.kind, "cs-par")
    depth = f' style="--depth: {block.level}"' if block.kind is BlockKind.ITEM else ""
    return f'<p class="{kind}"{identity}{depth}>{text}</p>'


def _table(document: Document, blocks: Sequence[Block], starts: set[int]) -> str:
    anchors = "".join(
        f'<span id="{_anchor(block.start)}"></span>' for block in blocks if block.start in starts
    )
    filled = [block for block in blocks if block.row] or list(blocks)
    rows: Sequence[Row] = rows_of(document, Span(filled[0].start, filled[-1].end))
    if not rows:
        return anchors + "".join(_block(document, block, set()) for block in blocks)
    return anchors + rows_table(document, rows, document.title)


def _anchor(start: int) -> str:
    return f"doc-{start}"
