"""Spreadsheets (.xls, .xlsx): each sheet as paragraphs and tables with headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.documents.lines import Draft, Line, tidied, tidy
from assistant.documents.spreadsheets_values import Sheet
from assistant.documents.tables import is_frame
from assistant.errors import ReadError
from assistant.schema import BlockKind, Quality
from assistant.vietnamese.legacy_fonts import LegacyFonts

__all__ = ["read_xls", "read_xlsx"]

_MOST_HEADER_ROWS = 8
_LONGEST_HEADER_CELL = 120
"""Characters; longer words name no column."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"-?[\d.,]+%?")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-ZĐ])\.\s")
_COLUMN_NUMBER = re.compile(r"[A-E]|\(?\d{1,2}\)?(?:\s*=.{1,20})?")
_LABEL = re.compile(r"(?:biểu|mẫu|phụ lục|đơn vị|đvt)\b(?!\s*tính$)", re.I)
_ENUMERATOR = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-ZĐa-zđ])[.)]?")
_DEFAULT_NAME = re.compile(r"(?:sheet|trang tính|trang)\s*\d*", re.I)

Row = list[str]


def read_xls(data: bytes) -> Draft:
    """Read an Excel 97 workbook.

    Args:
        data: All its bytes.

    Raises:
        ReadError: It is damaged or encrypted.
    """
    from assistant.documents.spreadsheets_xls import sheets_of_xls

    return _draft(sheets_of_xls(data))


def read_xlsx(data: bytes) -> Draft:
    """Read an .xlsx workbook.

    Args:
        data: All its bytes.

    Raises:
        ReadError: It is damaged, or unpacks to far more than a workbook can hold.
    """
    from assistant.documents.spreadsheets_xlsx import sheets_of_xlsx

    return _draft(sheets_of_xlsx(data))


def _draft(sheets: Sequence[Sheet]) -> Draft:
    fonts = LegacyFonts(run for sheet in sheets for runs in sheet.cells.values() for run in runs)
    lines: list[Line] = []
    filled = [sheet for sheet in sheets if sheet.cells]
    tables = 0
    for sheet in filled:
        if len(filled) > 1 and not _DEFAULT_NAME.fullmatch(sheet.name.strip()):
            lines.append(Line(sheet.name, BlockKind.HEADING, 2, gap=True))
        made = list(_sheet_lines(_rows(sheet, fonts), _spans(sheet), tables))
        tables = max([tables, *(line.table for line in made)])
        lines += made
    if not lines:
        raise ReadError("bảng tính không có ô nào có chữ. Hãy kiểm tra lại nội dung tệp.")
    quality = Quality("converted", note=fonts.note) if fonts.note else Quality()
    title = next((line.text for line in lines if line.kind is BlockKind.PARAGRAPH), None)
    return Draft(tidied(lines), title=title, quality=quality)


def _rows(sheet: Sheet, fonts: LegacyFonts) -> list[tuple[int, Row]]:
    """Return the rows that hold text, with their numbers, over the columns that do."""
    columns = sorted({column for _, column in sheet.cells})
    places = {column: place for place, column in enumerate(columns)}
    rows: dict[int, Row] = {}
    for (number, column), runs in sorted(sheet.cells.items()):
        row = rows.setdefault(number, [""] * len(columns))
        row[places[column]] = tidy("".join(fonts.convert(runs)))
    return [(number, row) for number, row in sorted(rows.items()) if any(row)]


def _spans(sheet: Sheet) -> dict[int, list[tuple[int, int]]]:
    """Return, by row, the places of columns that one cell is spread over."""
    places = {column: at for at, column in enumerate(sorted({c for _, c in sheet.cells}))}
    spans: dict[int, list[tuple[int, int]]] = {}
    for first, _, left, right in sheet.merged:
        inside = [place for column, place in places.items() if left <= column < right]
        if len(inside) > 1:
            spans.setdefault(first, []).append((inside[0], inside[-1] + 1))
    return spans


def _sheet_lines(
    rows: Sequence[tuple[int, Row]], spans: dict[int, list[tuple[int, int]]], tables: int
) -> Iterator[Line]:
    """Yield the lines of a sheet: what stands over a table, the table, what stands under it."""
    at = 0
    while at < len(rows):
        start = next((i for i in range(at, len(rows)) if _opens_table(rows, i, spans)), len(rows))
        for _, row in rows[at:start]:
            yield from (Line(cell) for cell in row if cell)
        if start == len(rows):
            return
        end = _table_end(rows, start)
        tables += 1
        yield from _table(rows[start:end], spans, tables)
        at = end


def _opens_table(
    rows: Sequence[tuple[int, Row]], at: int, spans: dict[int, list[tuple[int, int]]]
) -> bool:
    """Tell whether a table starts with a row: several cells, and more such rows follow."""
    number, row = rows[at]
    filled = [cell for cell in row if cell]
    if len(filled) < 2 or is_frame("\n".join(filled)):
        return False
    if any(len(cell) > _LONGEST_HEADER_CELL for cell in filled):
        return False
    if len(filled) <= 3 < len(row) - 1 and any(map(_LABEL.match, filled)):
        return False  # the heads of a wide table: who issues it, what it is, its number
    first = next(place for place, cell in enumerate(row) if cell)
    if any(left == first for left, _ in spans.get(number, [])) and not _is_value(row[first]):
        return False  # a head spread over columns; the first column of a table is a narrow one
    following = [sum(map(bool, other)) for _, other in rows[at + 1 : at + 4]]
    return any(count >= 2 for count in following)


def _table_end(rows: Sequence[tuple[int, Row]], start: int) -> int:
    """Return where a table ends: before its closing notes, each in a cell of its own."""
    end = len(rows)
    for at in range(start + 1, len(rows)):
        if is_frame("\n".join(cell for cell in rows[at][1] if cell)):
            end = at
            break
    while end > start + 1 and sum(map(bool, rows[end - 1][1])) == 1:
        end -= 1
    return end


def _table(
    rows: Sequence[tuple[int, Row]], spans: dict[int, list[tuple[int, int]]], number: int
) -> Iterator[Line]:
    height = _header_height(rows)
    if height:
        header = _header(rows[:height], spans)
        yield Line("", BlockKind.ROW, table=number, row=0, cells=tuple(header))
    for index, (_, row) in enumerate(rows[height:], start=1):
        yield Line("", BlockKind.ROW, table=number, row=index, cells=tuple(row))


def _header_height(rows: Sequence[tuple[int, Row]]) -> int:
    """Return how many rows name the columns; 0 when the table starts with its data."""
    numbered = (at for at in range(1, min(_MOST_HEADER_ROWS, len(rows))) if _numbers(rows[at][1]))
    counted = next(numbered, 0)
    if counted:
        return counted
    height = 0
    for _, row in rows[:_MOST_HEADER_ROWS]:
        filled = [cell for cell in row if cell]
        data = (
            any(map(_is_value, filled))
            or _ENUMERATOR.fullmatch(filled[0])
            or any(len(cell) > _LONGEST_HEADER_CELL for cell in filled)
        )
        if data or (height and len(filled) == 1) or any(map(_NUMBERED.match, filled)):
            break
        height += 1
    return height if height < len(rows) else min(1, height)


def _numbers(row: Row) -> bool:
    """Tell whether a row numbers the columns, as it does under their names: A, B, 1, 2, 3=1+2."""
    filled = [cell for cell in row if cell]
    return len(filled) >= 4 and all(map(_COLUMN_NUMBER.fullmatch, filled))


def _is_value(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def _header(rows: Sequence[tuple[int, Row]], spans: dict[int, list[tuple[int, int]]]) -> Row:
    """Return one name for each column: the words over it, those of a wide cell for each part."""
    names: list[list[str]] = [[] for _ in rows[0][1]]
    for number, row in rows:
        words = list(row)
        for left, right in spans.get(number, []):
            words[left:right] = [words[left]] * (right - left)
        for name, word in zip(names, words, strict=True):
            if word and word not in name:
                name.append(word)
    return [" – ".join(name) for name in names]
