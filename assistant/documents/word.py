"""Word documents (.docx): paragraphs and tables in order, with Word's own numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.documents.archives import refuse_bombs
from assistant.documents.lines import Draft, Line, split_bullet, tidied
from assistant.documents.tables import table_lines
from assistant.documents.word_numbering import Numbering
from assistant.errors import ReadError
from assistant.schema import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["read_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
        lines = list(_body_lines(document))
    except ReadError:
        raise
    except Exception as error:  # python-docx lets any defect of the XML surface as its own
        raise ReadError("tệp .docx hỏng, không mở được. Hãy mở bằng Word rồi lưu lại.") from error
    return Draft(tidied(lines), title=document.core_properties.title or None)


def _body_lines(document: WordDocument) -> Iterator[Line]:
    numbering = Numbering(document)
    styles = {style.style_id: style.name or "" for style in document.styles}
    table = 0
    for element in _blocks(document.element.body):
        if element.tag == f"{_W}p":
            yield from _paragraph_lines(element, styles, numbering)
            continue
        rows = _rows(element, numbering)
        header = element.find(f".//{_W}tblHeader") is not None
        made = table_lines(rows, table + 1, header=header)
        table += any(line.kind is BlockKind.ROW for line in made)
        yield from made


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, also those inside content controls."""
    for element in parent:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(element)


def _paragraph_lines(
    paragraph: Any, styles: dict[str, str], numbering: Numbering
) -> Iterator[Line]:
    text = _text(paragraph)
    if not text.strip():
        yield Line("")
        return
    mark = numbering.mark(paragraph)
    level = _heading_level(paragraph, styles)
    for position, part in enumerate(piece for piece in text.split("\n") if piece.strip()):
        words = f"{mark} {part.strip()}" if mark and position == 0 else part.strip()
        item, words = split_bullet(words)
        if item:
            yield Line(words, BlockKind.ITEM, 1)
        elif level and len(words) <= 300:
            yield Line(words, BlockKind.HEADING, level)
        else:
            yield Line(words)


def _text(element: Any) -> str:
    """Return the words of a paragraph as they stand after tracked changes are accepted."""
    parts: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}tab":
            parts.append(" " if node.getparent().tag == f"{_W}r" else "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append("\n")
    return "".join(parts)


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


def _rows(table: Any, numbering: Numbering) -> list[list[str]]:
    """Return the cells of a table; a cell merged downwards gives its words to its first row."""
    rows: list[list[str]] = []
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
                cells.append(_cell_text(cell, numbering))
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            width = int(span.get(f"{_W}val", "1")) if span is not None else 1
            cells += [""] * (min(width, 50) - 1)
        rows.append(cells)
    return rows


def _cell_text(cell: Any, numbering: Numbering) -> str:
    parts: list[str] = []
    for paragraph in cell.iter(f"{_W}p"):
        text = _text(paragraph).strip()
        mark = numbering.mark(paragraph)
        if text or mark:
            parts.append(f"{mark} {text}".strip())
    return "\n".join(parts)
