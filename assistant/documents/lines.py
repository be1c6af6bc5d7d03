"""What a reader hands on: lines in reading order, before they become one text with spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.schema import Block, BlockKind, Quality, Span, WordBox
from assistant.vietnamese.normalise import nfc

__all__ = ["Draft", "Laid", "Line", "lay_out", "split_bullet", "tidied", "tidy"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffc\ufffd\ue000-\uf8ff]")
_BULLET = re.compile(r"^[-–—+*•●○▪■◦‣·✓➢❖]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading, list item or table row as its file laid it out.

    Attributes:
        text: The words, on one line; a row has its cells in ``cells`` instead.
        kind: Heading, paragraph, item, row or footnote.
        level: Heading level 1 to 6, nesting depth of an item, or number of a footnote.
        table: Number of the table, from 1; 0 outside tables.
        row: Number of the row, from 1; 0 for the header row.
        cells: Cells of a row, left to right.
        page: Page that it starts on, from 1; 0 where the format has no pages.
        turns: Page turns inside it: offset in ``text`` and the page that starts there.
        gap: Whether a blank line stands before it.
        boxes: Where its words stand in the picture they were recognised in; offsets are in
            ``text``, or in the cells as ``lay_out`` joins them.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    table: int = 0
    row: int = 0
    cells: tuple[str, ...] = ()
    page: int = 0
    turns: tuple[tuple[int, int], ...] = ()
    gap: bool = False
    boxes: tuple[WordBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as read, before cleaning.

    Attributes:
        lines: Its lines in reading order.
        front: Front matter, by key; empty where there is none.
        title: Title that the file states about itself outside its text, if any.
        publisher: Publisher that it states, if any.
        url: Address that it states, if any.
        published: Date of publication that it states, as written, if any.
        pages: Number of pages; 0 where the format has none.
        quality: How the characters came to be.
    """

    lines: tuple[Line, ...]
    front: Mapping[str, object] = field(default_factory=dict)
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    pages: int = 0
    quality: Quality = field(default_factory=Quality)


@dataclass(frozen=True, slots=True)
class Laid:
    """One text with its blocks and page starts."""

    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...]
    boxes: tuple[WordBox, ...] = ()


def tidy(text: str) -> str:
    """Return text in NFC on one line: no control characters, runs of space made one."""
    return " ".join(_CONTROL.sub(" ", nfc(text)).split())


def split_bullet(text: str) -> tuple[bool, str]:
    """Tell whether a line opens with a bullet, and return it without a purely visual one.

    A dash is how officials write the lowest rung of a list, so it stays in the text.
    """
    match = _BULLET.match(text)
    if not match:
        return False, text
    return True, text if text[0] in "-–+" else text[match.end() :]


def lay_out(lines: Iterable[Line], pages: int) -> Laid:
    """Join lines into one text, with a span for each and the offset of each page.

    Args:
        lines: Tidied lines in reading order; empty ones are left out.
        pages: Number of pages; 0 where the format has none.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    boxes: list[WordBox] = []
    first_on: dict[int, int] = {}
    offset = 0
    for line in lines:
        text = " | ".join(cell for cell in line.cells if cell) or line.text
        if not text:
            continue
        cells = _cell_spans(line.cells, offset)
        kind = line.kind
        blocks.append(
            Block(kind, offset, offset + len(text), line.level, line.table, line.row, cells)
        )
        if line.page:
            first_on.setdefault(line.page, offset)
        for inside, page in line.turns:
            first_on.setdefault(page, offset + inside)
        boxes += [box.moved(offset) for box in line.boxes]
        parts.append(text)
        offset += len(text) + 1
    text = "\n".join(parts)
    return Laid(text, tuple(blocks), _page_starts(first_on, pages, len(text)), tuple(boxes))


def _cell_spans(cells: Sequence[str], offset: int) -> tuple[Span, ...]:
    """Return the span of each cell; an empty one is not printed and spans nothing."""
    spans: list[Span] = []
    following = offset
    for cell in cells:
        start = following if cell else max(offset, following - len(" | "))
        spans.append(Span(start, start + len(cell)))
        if cell:
            following = start + len(cell) + len(" | ")
    return tuple(spans)


def _page_starts(first_on: Mapping[int, int], pages: int, length: int) -> tuple[int, ...]:
    """Return the offset of each page; one without text starts where the next one does."""
    starts: list[int] = []
    following = length
    for page in range(pages, 0, -1):
        following = min(following, first_on.get(page, following))
        starts.append(following)
    return (0, *reversed(starts[:-1])) if starts else ()


def tidied(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines tidied and without empty ones and rules; the gap before one is kept."""
    kept: list[Line] = []
    gap = False
    for line in lines:
        text = tidy(line.text)
        cells = tuple(tidy(cell) for cell in line.cells)
        if not any(char.isalnum() for words in (text, *cells) for char in words):
            gap = True
            continue
        same = (text, cells) == (line.text, line.cells)
        kept.append(
            replace(
                line,
                text=text,
                cells=cells,
                gap=line.gap or gap,
                turns=line.turns if text == line.text else (),
                boxes=line.boxes if same else (),
            )
        )
        gap = False
    return tuple(kept)
