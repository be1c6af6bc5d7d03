"""Pages into a draft: tables, running heads, footnotes, paragraphs, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.documents.layout import furniture
from assistant.documents.lines import Draft, Line, tidied
from assistant.documents.pages.footnotes import Foot, Footnote, lift
from assistant.documents.pages.grids import Grid, grids
from assistant.documents.pages.nouns import Page, TextLine, Word
from assistant.documents.pages.paragraphs import Margins, Paragraph, margins
from assistant.documents.pages.rows import by_height, text_lines
from assistant.documents.pages.tables import RuledTables
from assistant.schema import Quality

__all__ = ["draft_of"]

_EDGE = 0.15
"""Share of the height of a page at its top and bottom where running heads stand."""

Item = TextLine | Grid


def draft_of(pages: Sequence[Page], count: int, quality: Quality) -> Draft:
    """Return the text of pages as a draft.

    Args:
        pages: The pages that hold text, in order.
        count: Number of pages of the file.
        quality: How the characters came to be.
    """
    items = [list(_items(page)) for page in pages]
    _strip_furniture(pages, items)
    body = [[item for item in page if isinstance(item, TextLine)] for page in items]
    size = _body_size(body)
    feet = [
        lift(lines, page.rules, page.width, size) for page, lines in zip(pages, body, strict=True)
    ]
    set_as = margins(
        [
            (page, [kept[0] for kept in foot.body if kept])
            for page, foot in zip(pages, feet, strict=True)
        ]
    )
    writer = _Writer(pages, set_as)
    for page, page_items, foot in zip(pages, items, feet, strict=True):
        writer.write(page, page_items, foot)
    return Draft(tidied(writer.finish()), pages=count, quality=quality)


def _items(page: Page) -> Iterator[Item]:
    """Yield lines and tables in reading order; a table stands where its first word does."""
    found = grids(page.rules)
    waiting: list[Word] = []
    told: set[int] = set()
    for word in page.words:
        at = next((i for i, grid in enumerate(found) if grid.holds(word)), None)
        if at is None:
            waiting.append(word)
        elif at not in told:
            yield from text_lines(waiting)
            waiting = []
            told.add(at)
            yield found[at]
    yield from text_lines(waiting)


def _strip_furniture(pages: Sequence[Page], items: list[list[Item]]) -> None:
    """Take running heads and page numbers out of the items of each page."""
    lines = [[item for item in page if isinstance(item, TextLine)] for page in items]
    orders = [by_height(page) for page in lines]
    texts = [[page[i].text for i in order] for page, order in zip(lines, orders, strict=True)]
    for number, places in enumerate(furniture(texts)):
        page = pages[number]
        out = {
            id(lines[number][orders[number][place]])
            for place in places
            if not _EDGE * page.height
            < lines[number][orders[number][place]].base
            < (1 - _EDGE) * page.height
        }
        items[number] = [item for item in items[number] if id(item) not in out]


def _body_size(pages: Sequence[Sequence[TextLine]]) -> float:
    counts: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            for word in line.words:
                counts[word.size] += len(word.text)
    return max(sorted(counts), key=lambda size: counts[size]) if counts else 0.0


class _Writer:
    """Writes items page by page into lines; a paragraph and a table may go on over pages."""

    def __init__(self, pages: Sequence[Page], set_as: Margins) -> None:
        self._pages = {page.number: page for page in pages}
        self._margins = set_as
        self._words = _vocabulary(pages)
        self._lines: list[Line] = []
        self._open = Paragraph(set_as, self._words)
        self._tables = RuledTables(self._pages)
        self._notes: dict[tuple[int, str], Footnote] = {}

    def write(self, page: Page, items: Sequence[Item], foot: Foot) -> None:
        """Write what stands on a page.

        Args:
            page: The page.
            items: Its lines and tables in reading order.
            foot: What ``lift`` made of the lines among them.
        """
        self._note_rest(page, foot)
        self._notes |= {(page.number, note.mark): note for note in foot.notes}
        body = iter(foot.body)
        for item in items:
            if isinstance(item, Grid):
                self._close()
                self._tables.add(page, item)
                continue
            kept = next(body)
            if kept is None:
                continue
            line, marks = kept
            self._flush_tables()
            if not self._open.goes_on_in(page.number, line):
                self._close()
            self._open.add(page.number, line, marks)

    def finish(self) -> list[Line]:
        """Return all lines."""
        self._close()
        self._flush_tables()
        self._write_notes(list(self._notes))
        return self._lines

    def _close(self) -> None:
        paragraph, self._open = self._open, Paragraph(self._margins, self._words)
        if paragraph.lines:
            self._lines.append(paragraph.as_line(self._pages))
            last = paragraph.lines[-1][0]
            # A note that nothing refers to follows the paragraph that its page ends with.
            stale = [key for key in self._notes if key[0] < last and key not in paragraph.marks]
            self._write_notes([*paragraph.marks, *stale])

    def _flush_tables(self) -> None:
        self._lines += self._tables.finish()

    def _write_notes(self, keys: Sequence[tuple[int, str]]) -> None:
        for key in keys:
            note = self._notes.pop(key, None)
            if note is None:
                continue
            paragraph = Paragraph(self._margins, self._words)
            for line in note.lines:
                paragraph.add(key[0], line)
            self._lines.append(paragraph.as_line(self._pages, f"{note.shown_mark} "))

    def _note_rest(self, page: Page, foot: Foot) -> None:
        """Add the lines that go on with the last footnote of the page before."""
        if not foot.rest:
            return
        last = max(self._notes, default=None)
        if last is not None and last[0] == page.number - 1:
            note = self._notes[last]
            self._notes[last] = Footnote(note.mark, (*note.lines, *foot.rest))
            return
        self._close()
        paragraph = Paragraph(self._margins, self._words)
        for line in foot.rest:
            paragraph.add(page.number, line)
        self._lines.append(paragraph.as_line(self._pages))


def _vocabulary(pages: Sequence[Page]) -> frozenset[str]:
    """Return all words that stand within lines, lower case, without punctuation."""
    return frozenset(
        re.sub(r"^\W+|\W+$", "", word.text).casefold() for page in pages for word in page.words
    )
