"""Word documents (.docx): paragraphs and tables in order, with Word's own numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.documents.archives import refuse_bombs
from assistant.documents.lines import Draft, Line, tidied
from assistant.documents.office_lines import paragraph_lines
from assistant.documents.word_fonts import convert_fonts
from assistant.documents.word_notes import note_lines, note_roots
from assistant.documents.word_numbering import Numbering
from assistant.documents.word_tables import read_table
from assistant.documents.word_text import W, paragraph_text, text_boxes
from assistant.errors import ReadError
from assistant.schema import BlockKind, Quality

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["read_word"]

_BOXES_IN_BOXES = 3
"""Depth to which text boxes inside text boxes are followed."""
_HEADING_STYLE = re.compile(r"(?:heading|tiêu đề|đề mục)\s*(\d)", re.I)


def read_word(data: bytes) -> Draft:
    """Read a .docx file.

    Args:
        data: All its bytes.

    Raises:
        ReadError: It is damaged, or unpacks to far more than a document can hold.
    """
    refuse_bombs(data, ".docx")
    import docx

    try:
        document = docx.Document(BytesIO(data))
        notes = note_roots(document)
        note = convert_fonts(document, notes.values())
        lines = [*_Body(document).lines(), *note_lines(document, notes)]
    except ReadError:
        raise
    except Exception as error:  # python-docx lets any defect of the XML surface as its own
        raise ReadError("tệp .docx hỏng, không mở được. Hãy mở bằng Word rồi lưu lại.") from error
    return Draft(
        tidied(lines),
        title=document.core_properties.title or None,
        quality=Quality("converted", note=note) if note else Quality(),
    )


class _Body:
    """Turns the body of a document into lines; headers and footers are no part of it."""

    def __init__(self, document: WordDocument) -> None:
        self._root = document.element.body
        self._numbering = Numbering(document)
        self._styles = {style.style_id: style.name or "" for style in document.styles}
        self._tables = 0

    def lines(self) -> Iterator[Line]:
        return self._lines_in(self._root, 0)

    def _lines_in(self, parent: Any, depth: int) -> Iterator[Line]:
        for element in _blocks(parent):
            if element.tag == f"{W}tbl":
                made = read_table(element, self._numbering, self._tables + 1)
                self._tables += any(line.kind is BlockKind.ROW for line in made)
                yield from made
                continue
            yield from _paragraph_lines(element, self._styles, self._numbering)
            if depth < _BOXES_IN_BOXES:
                for box in text_boxes(element):
                    yield from self._lines_in(box, depth + 1)


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, also those inside content controls."""
    for element in parent:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _blocks(element)


def _paragraph_lines(
    paragraph: Any, styles: dict[str, str], numbering: Numbering
) -> Iterator[Line]:
    text = paragraph_text(paragraph)
    mark = numbering.mark(paragraph)  # an empty one is counted too, as Word does
    return paragraph_lines(text, mark, _heading_level(paragraph, styles))


def _heading_level(paragraph: Any, styles: dict[str, str]) -> int:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return 0
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        level = int(outline.get(f"{W}val", "9"))
        return level + 1 if level < 6 else 0
    style = properties.find(f"{W}pStyle")
    if style is None:
        return 0
    key = style.get(f"{W}val", "")
    name = styles.get(key, key)
    match = _HEADING_STYLE.search(name)
    if match:
        return min(6, int(match.group(1)) or 1)
    return 1 if name.casefold() == "title" else 0
