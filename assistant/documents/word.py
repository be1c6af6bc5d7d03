"""Word documents (.docx): paragraphs and tables in order, with Word's own numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.documents.archives import refuse_bombs
from assistant.documents.lines import Draft, Line, tidied
from assistant.documents.office_lines import note_line, paragraph_lines
from assistant.documents.tables import table_lines
from assistant.documents.word_numbering import Numbering
from assistant.documents.word_texts import WordTexts
from assistant.errors import ReadError
from assistant.schema import BlockKind, Quality

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["read_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_W}txbxContent"
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
        texts = WordTexts(document)
        lines = list(_body_lines(document, texts))
    except ReadError:
        raise
    except Exception as error:  # python-docx lets any defect of the XML surface as its own
        raise ReadError("tệp .docx hỏng, không mở được. Hãy mở bằng Word rồi lưu lại.") from error
    note = texts.fonts.note
    return Draft(
        tidied(lines),
        title=document.core_properties.title or None,
        quality=Quality("converted", note=note) if note else Quality(),
    )


def _body_lines(document: WordDocument, texts: WordTexts) -> Iterator[Line]:
    numbering = Numbering(document)
    styles = {style.style_id: style.name or "" for style in document.styles}
    reader = _Reader(texts, numbering, styles)
    table = 0
    for element in _blocks(document.element.body):
        if element.tag == f"{_W}p":
            yield from reader.lines(element)
            yield from reader.hanging(element)
            continue
        rows, behind = reader.rows(element)
        header = element.find(f".//{_W}tblHeader") is not None
        made = table_lines(rows, table + 1, header=header)
        table += any(line.kind is BlockKind.ROW for line in made)
        yield from made
        yield from behind


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, also those inside content controls."""
    for element in parent:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(element)


class _Reader:
    """Makes lines of the paragraphs and tables of one document."""

    def __init__(self, texts: WordTexts, numbering: Numbering, styles: dict[str, str]) -> None:
        self._texts = texts
        self._numbering = numbering
        self._styles = styles

    def lines(self, paragraph: Any) -> Iterator[Line]:
        """Yield the lines of a paragraph."""
        text = self._texts.text(paragraph)
        mark = self._mark(paragraph) if text.strip() else ""
        return paragraph_lines(text, mark, _heading_level(paragraph, self._styles))

    def hanging(self, paragraph: Any) -> Iterator[Line]:
        """Yield the lines of the text boxes and notes that hang on a paragraph."""
        for inside in self._texts.boxes(paragraph):
            yield from self.lines(inside)
        for number, words in self._texts.notes(paragraph):
            yield note_line(number, words)

    def rows(self, table: Any) -> tuple[list[list[str]], list[Line]]:
        """Return the cells of a table, and the lines of what hangs on its paragraphs.

        A cell merged downwards gives its words to its first row.
        """
        rows: list[list[str]] = []
        behind: list[Line] = []
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is not table:
                continue  # a row of a nested table is part of the words of its cell
            cells: list[str] = []
            for cell in row.iter(f"{_W}tc"):
                if next(cell.iterancestors(f"{_W}tr")) is not row:
                    continue
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merge is not None and merge.get(f"{_W}val") != "restart":
                    cells.append("")
                else:
                    cells.append(self._cell_text(cell, behind))
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                width = int(span.get(f"{_W}val", "1")) if span is not None else 1
                cells += [""] * (min(width, 50) - 1)
            rows.append(cells)
        return rows, behind

    def _cell_text(self, cell: Any, behind: list[Line]) -> str:
        parts: list[str] = []
        for paragraph in cell.iter(f"{_W}p"):
            if next(paragraph.iterancestors(f"{_W}tc", _BOX)).tag == _BOX:
                continue
            text = self._texts.text(paragraph).strip()
            mark = self._mark(paragraph)
            if text or mark:
                parts.append(f"{mark} {text}".strip())
            behind += self.hanging(paragraph)
        return "\n".join(parts)

    def _mark(self, paragraph: Any) -> str:
        mark = self._numbering.mark(paragraph)
        return self._texts.mark(paragraph, mark) if mark else ""


def _heading_level(paragraph: Any, styles: dict[str, str]) -> int:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return 0
    outline = properties.find(f"{_W}outlineLvl")
    if outline is not None:
        level = int(outline.get(f"{_W}val", "9"))
        return level + 1 if level < 6 else 0
    style = properties.find(f"{_W}pStyle")
    if style is None:
        return 0
    key = style.get(f"{_W}val", "")
    name = styles.get(key, key)
    match = _HEADING_STYLE.search(name)
    if match:
        return min(6, int(match.group(1)) or 1)
    return 1 if name.casefold() == "title" else 0
