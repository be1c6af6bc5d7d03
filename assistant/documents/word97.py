"""Word 97 documents (.doc): paragraphs, tables, footnotes and text boxes in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.documents.lines import Draft
from assistant.documents.office_flow import End, Flowing, bounded, draft_of
from assistant.documents.office_tables import TableRow
from assistant.documents.word97_file import DEFECTS, open_word97
from assistant.documents.word97_lists import Lists
from assistant.documents.word97_properties import Paragraph
from assistant.documents.word97_text import CELL_END, Stories, WordParagraph
from assistant.errors import ReadError
from assistant.vietnamese.legacy_fonts import Run

__all__ = ["read_word97"]

_BROKEN = "tệp Word 97 (.doc) hỏng, không đọc được. Hãy mở bằng Word rồi lưu thành .docx."
_GOES_ON, _BEGINS_DOWN, _SWALLOWED = 0x20, 0x40, 0x02
"""Flags of a cell: part of one merged downwards, the first such part, part of its left one."""


def read_word97(data: bytes) -> Draft:
    """Read a Word 97 file (.doc).

    Args:
        data: All its bytes.

    Raises:
        OlderWordError: It is older than Word 97.
        ReadError: It is damaged or encrypted.
    """
    file = open_word97(data)
    try:
        stories = Stories(file)
        reader = _Reader(stories, Lists(file, stories.properties.styles))
        return draft_of(reader.flow())
    except DEFECTS as error:
        raise ReadError(_BROKEN) from error


class _Reader:
    """Makes the flow of a file, and counts its automatic numbers on the way."""

    def __init__(self, stories: Stories, lists: Lists) -> None:
        self._stories = stories
        self._lists = lists

    def flow(self) -> list[Flowing]:
        """Return all paragraphs of the document."""
        flow = [self._flowing(paragraph) for paragraph in bounded(self._stories.body())]
        for box in self._stories.loose_boxes:
            flow += [self._flowing(paragraph) for paragraph in bounded(self._stories.box(box))]
        return flow

    def _flowing(self, paragraph: WordParagraph) -> Flowing:
        known = paragraph.known
        depth = max(1, known.depth) if known.in_table else 0
        made = Flowing(paragraph.runs, level=known.heading, depth=depth)
        if depth > 1:
            made.end = End.INNER_ROW if known.inner_row else End.PARAGRAPH
            made.end = End.INNER_CELL if known.inner_cell else made.end
        elif depth and known.row_end:
            made.end, made.row = End.ROW, _row(known)
        elif depth and paragraph.end == CELL_END:
            made.end = End.CELL
        if made.end not in (End.ROW, End.INNER_ROW):
            mark, font = self._lists.mark(known.list_use, known.list_level, known.style)
            made.mark = Run(mark, self._stories.font(font)) if mark else None
        for _, number in sorted(paragraph.boxes):
            made.boxes += [self._flowing(inside) for inside in self._stories.box(number)]
        for endnote, number in paragraph.notes:
            made.notes.append(_all_runs(self._stories.note(number, endnote=endnote)))
        return made


def _all_runs(paragraphs: Iterable[WordParagraph]) -> list[Run]:
    return [run for paragraph in paragraphs for run in (*paragraph.runs, Run(" "))]


def _row(known: Paragraph) -> TableRow:
    return TableRow(
        edges=known.edges,
        goes_on=tuple(
            bool(flags & _GOES_ON) and not flags & _BEGINS_DOWN for flags in known.merges
        ),
        swallowed=tuple(bool(flags & _SWALLOWED) for flags in known.merges),
        header=known.header,
    )
