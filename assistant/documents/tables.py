"""Tables that hold data, and tables that only hold a page together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.documents.lines import Line
from assistant.schema import BlockKind
from assistant.vietnamese.normalise import fold, nfc

__all__ = ["fold_header", "is_frame", "table_lines"]

# Letterheads and signature blocks are set side by side in a table without borders.
_FRAME = re.compile(
    r"cong hoa xa hoi chu nghia|dang cong san viet nam|noi nhan\s*:"
    r"|^(?:tm|kt|tl|t/m|tuq)\.|doc lap\s*[-–]\s*tu do",
    re.MULTILINE,
)
# “CHỦ TỊCH QUỐC HỘI” over a name, alone in a table.
_SIGNED = re.compile(
    r"^(?:T[./]?M\b|K[./]?T\b|T[./]?L\b|(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|BÍ THƯ|GIÁM ĐỐC))"
    r"[^a-zà-ỹ\n]*\n(?:[^a-zà-ỹ\n]+\n)*(?:[\[(]\s*[Đđ]ã ký\s*[)\]]\n)?"
    r"(?:[A-ZĐÀ-Ỹ][a-zà-ỹ]+ ?){2,5}$",
    re.MULTILINE,
)
_ENUMERATOR = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)]?")


def table_lines(rows: Sequence[Sequence[str]], number: int, *, header: bool = False) -> list[Line]:
    """Turn the cells of a table into lines.

    Args:
        rows: Cells by row; a cell may hold several lines.
        number: Number of the table in its document, from 1.
        header: Whether the format says that the first row is the header.

    Returns:
        A row line for each row that is not empty, the header with row number 0; or, for a
        letterhead, a signature block or any other frame, its cells as paragraphs.
    """
    filled = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return []
    columns = max(len(row) for row in filled)
    whole = "\n".join(cell for row in filled for cell in row)
    framed = len(filled) <= 12 and is_frame(whole)
    framed = framed or (len(filled) <= 2 and _SIGNED.search(nfc(whole)) is not None)
    if columns == 1 or (columns <= 3 and framed):
        return [
            Line(part, gap=position == 0)
            for row in filled
            for cell in row
            for position, part in enumerate(cell.split("\n"))
            if part.strip()
        ]
    headed = header or _looks_like_header(filled)
    lines: list[Line] = []
    for index, row in enumerate(filled):
        padded = (*row, *("" for _ in range(columns - len(row))))
        lines.append(
            Line(
                "",
                BlockKind.ROW,
                table=number,
                row=index if headed else index + 1,
                cells=tuple(" ".join(cell.split()) for cell in padded),
            )
        )
    return lines


def is_frame(text: str) -> bool:
    """Tell whether cells hold a letterhead or signature block, which is no table."""
    return _FRAME.search(fold(nfc(text))) is not None


def fold_header(rows: Sequence[Sequence[str]], count: int) -> list[list[str]]:
    """Make one header of several rows: “Cơ quan thực hiện – Chủ trì”.

    Args:
        rows: Cells by row; a cell that reaches over several columns or rows has its words in
            the first of them.
        count: Rows of the header.
    """
    head, body = rows[:count], rows[count:]
    columns = max((len(row) for row in head), default=0)
    folded: list[list[str]] = [[] for _ in range(columns)]
    for depth, row in enumerate(head):
        above = ""
        for column in range(columns):
            words = " ".join(row[column].split()) if column < len(row) else ""
            above = words or above
            # A column group names each of its columns, where these have names of their own.
            named = any(
                column < len(below) and below[column].strip() for below in head[depth + 1 :]
            )
            own = words or (above if named else "")
            if own and own not in folded[column]:
                folded[column].append(own)
    return [[" – ".join(parts) for parts in folded], *(list(row) for row in body)]


def _looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns: all filled, short, and not numbered."""
    if len(rows) < 2:
        return False
    first = [cell.strip() for cell in rows[0]]
    filled = [cell for cell in first if cell]
    if len(filled) < max(2, len(first) - 1) or any(len(cell) > 80 for cell in filled):
        return False
    if _ENUMERATOR.fullmatch(first[0]):
        return False
    return not any(re.fullmatch(r"[\d.,%\s]+", cell) for cell in filled)
