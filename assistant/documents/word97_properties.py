"""Properties of characters and paragraphs in a Word 97 file, as far as they change the text.

Properties are lists of changes ("sprm", [MS-DOC] 2.6) to those of a style. Those of a run or
paragraph are found by the place of its characters, in pages of 512 bytes.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.documents.word97_file import Part, WordFile, u16, u32

__all__ = ["Characters", "Paragraph", "Properties", "Styles"]

_PAGE = 512
_OPERAND_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_MOST_STYLE_BYTES = 4_000
"""Changes that a style makes; those of Word take a few hundred bytes."""
_MOST_BASES = 12
"""Styles that rest on one another; Word allows eleven."""


@dataclass(frozen=True, slots=True)
class Characters:
    """What is known of a run: its fonts by number, and what hides or replaces its text.

    Attributes:
        font: Number of the font of ASCII characters.
        other_font: Number of the font of all others.
        deleted: Whether it was deleted with changes tracked.
        hidden: Whether it is hidden.
        special: Whether its characters stand for objects.
        symbol: Font number and code of the sign that it stands for, if it does.
    """

    font: int = 0
    other_font: int = 0
    deleted: bool = False
    hidden: bool = False
    special: bool = False
    symbol: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is known of a paragraph; a row of a table keeps its own in the mark that ends it.

    Attributes:
        style: Number of its style.
        heading: Level of a heading, 1 to 6; 0 for any other paragraph.
        list_use: Number of its list, from 1; 0 for none.
        list_level: Its level in the list, from 0.
        in_table: Whether it stands in a table.
        depth: How many tables it stands in, one in the other.
        row_end: Whether it is the mark that ends a row.
        inner_cell: Whether it ends a cell of a table inside a cell.
        inner_row: Whether it ends a row of such a table.
        header: Whether the row is repeated on every page.
        edges: Left edges of the cells of the row and right edge of the last, in twips.
        merges: Flags of the cells of the row.
    """

    style: int = 0
    heading: int = 0
    list_use: int = 0
    list_level: int = 0
    in_table: bool = False
    depth: int = 0
    row_end: bool = False
    inner_cell: bool = False
    inner_row: bool = False
    header: bool = False
    edges: tuple[int, ...] = ()
    merges: tuple[int, ...] = ()


def _changes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (code, operand) of a list of changes; a cut one ends the list."""
    at = 0
    while at + 3 <= len(data):
        code = u16(data, at)
        at += 2
        if code == 0xD608:  # the cells of a row, with a size of 16 bits that counts one more
            size, at = max(0, u16(data, at) - 1), at + 2
        elif code >> 13 == 6:
            size, at = data[at], at + 1
            if code == 0xC615 and size == 255:  # tabs, whose size must be counted
                deleted = data[at] if at < len(data) else 0
                added = data[at + 1 + 4 * deleted] if at + 1 + 4 * deleted < len(data) else 0
                size = 2 + 4 * deleted + 3 * added
        else:
            size = _OPERAND_SIZES[code >> 13]
        yield code, data[at : at + size]
        at += size


def _change_characters(known: Characters, data: bytes, styles: Styles | None) -> Characters:
    for code, operand in _changes(data):
        number = int.from_bytes(operand[:2], "little")
        if code == 0x4A4F:
            known = replace(known, font=number)
        elif code == 0x4A51:
            known = replace(known, other_font=number)
        elif code == 0x4A30 and styles:
            known = styles.characters(number, known)
        elif code == 0x0800:
            known = replace(known, deleted=bool(number & 1))
        elif code == 0x083C:
            known = replace(known, hidden=bool(number & 1))
        elif code == 0x0855:
            known = replace(known, special=bool(number & 1))
        elif code == 0x6A09 and len(operand) == 4:
            known = replace(known, symbol=(number, u16(operand, 2)))
    return known


def _change_paragraph(known: Paragraph, data: bytes, file: WordFile) -> Paragraph:
    for code, operand in _changes(data):
        number = int.from_bytes(operand[:4], "little")
        if code == 0x460B:
            known = replace(known, list_use=number if number < 0x7FF else 0)
        elif code == 0x260A:
            known = replace(known, list_level=min(8, number))
        elif code == 0x2640:
            known = replace(known, heading=number + 1 if number < 6 else 0)
        elif code == 0x2416:
            known = replace(known, in_table=bool(number), depth=max(known.depth, number))
        elif code == 0x6649:
            known = replace(known, depth=min(number, 50), in_table=number > 0)
        elif code == 0x2417:
            known = replace(known, row_end=bool(number))
        elif code == 0x244B:
            known = replace(known, inner_cell=bool(number))
        elif code == 0x244C:
            known = replace(known, inner_row=bool(number))
        elif code == 0x3404:
            known = replace(known, header=bool(number))
        elif code == 0xD608 and operand:
            known = _with_cells(known, operand)
        elif code == 0x6646 and number + 2 <= len(file.data):
            more = file.data[number + 2 : number + 2 + u16(file.data, number)]
            if b"\x46\x66" not in more:  # a list of changes that leads to another one
                known = _change_paragraph(known, more, file)
    return known


def _with_cells(known: Paragraph, operand: bytes) -> Paragraph:
    count = operand[0]
    edges_end = 1 + 2 * (count + 1)
    if count > 63 or edges_end > len(operand):
        return known
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    merges = tuple(u16(operand, edges_end + 20 * index) for index in range(count))
    return replace(known, edges=edges, merges=merges)


class Styles:
    """The styles of a file: what a paragraph or run is before its own changes.

    Args:
        file: The file.
    """

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._bases: list[int] = []
        self._codes: list[int] = []
        self._paragraph: list[bytes] = []
        self._character: list[bytes] = []
        data = file.part(Part.STYLES)
        size = u16(data, 0)
        self._plain = Characters(font=u16(data, 14), other_font=u16(data, 18))
        base_size = u16(data, 4)
        at = 2 + size
        for _ in range(min(u16(data, 2), 4095)):
            length = u16(data, at)
            self._add(data[at + 2 : at + 2 + length], base_size)
            at += 2 + length
            if at >= len(data):
                break

    def _add(self, style: bytes, base_size: int) -> None:
        kind, base = u16(style, 2) & 15, u16(style, 2) >> 4
        parts: list[bytes] = []
        at = base_size + 2 * (u16(style, base_size) + 2)
        while at + 2 <= len(style) and len(parts) < 3:
            length = u16(style, at)
            parts.append(style[at + 2 : at + 2 + min(length, _MOST_STYLE_BYTES)])
            at += 2 + length + length % 2
        parts += [b""] * (2 - len(parts))
        self._codes.append(u16(style, 0) & 0xFFF if style else 0xFFF)
        self._bases.append(base if style else 0xFFF)
        self._paragraph.append(parts[0][2:] if kind == 1 else b"")
        self._character.append(parts[1] if kind == 1 else parts[0] if kind == 2 else b"")

    def _line(self, style: int) -> list[int]:
        """Return the styles that a style rests on, the first one first, and itself."""
        line: list[int] = []
        while style < len(self._bases) and style not in line and len(line) < _MOST_BASES:
            line.append(style)
            style = self._bases[style]
        return line[::-1]

    def characters(self, style: int, known: Characters | None = None) -> Characters:
        """Return the properties of characters in a style."""
        known = known or self._plain
        for each in self._line(style):
            known = _change_characters(known, self._character[each], None)
        return known

    def characters_of_mark(self, style: int, changes: bytes) -> Characters:
        """Return the properties of an automatic number: those of its style, and its own."""
        return _change_characters(self.characters(style), changes, self)

    def paragraph(self, style: int) -> Paragraph:
        """Return the properties of a paragraph in a style."""
        known = Paragraph(style)
        for each in self._line(style):
            code = self._codes[each]
            # Codes 1 to 9 are Word's own headings whatever language it speaks, 62 its title.
            if 1 <= code <= 6 or code == 62:
                known = replace(known, heading=code if code != 62 else 1)
            known = _change_paragraph(known, self._paragraph[each], self._file)
        return known


class Properties:
    """Properties by place in the stream.

    Args:
        file: The file.
    """

    def __init__(self, file: WordFile) -> None:
        self.styles = Styles(file)
        self._file = file
        self._runs = _Places(file, Part.CHARACTERS, entry_size=1)
        self._paragraphs = _Places(file, Part.PARAGRAPHS, entry_size=13)
        self._known: dict[tuple[bytes, bytes], Paragraph] = {}
        self._cache: dict[tuple[int, bytes, bytes], Characters] = {}

    def paragraph(self, fc: int, changes: bytes) -> Paragraph:
        """Return the properties of the paragraph whose last character is at an offset."""
        key = (self._paragraphs.at(fc)[1], changes)
        if key not in self._known:
            known = self.styles.paragraph(u16(key[0], 0))
            for some in (key[0][2:], changes):
                known = _change_paragraph(known, some, self._file)
            self._known[key] = known
        return self._known[key]

    def runs(
        self, fc: int, end: int, style: int, changes: bytes
    ) -> Iterator[tuple[int, int, Characters]]:
        """Yield (offset, end, properties) of the runs between two offsets."""
        while fc < end:
            stop, found = self._runs.at(fc)
            stop = min(max(stop, fc + 1), end)
            key = (style, found, changes)
            if key not in self._cache:
                known = _change_characters(self.styles.characters(style), found, self.styles)
                self._cache[key] = _change_characters(known, changes, self.styles)
            yield fc, stop, self._cache[key]
            fc = stop


class _Places:
    """Lists of changes by place: [MS-DOC] 2.9.33 (characters) and 2.9.117 (paragraphs)."""

    def __init__(self, file: WordFile, part: int, entry_size: int) -> None:
        found: dict[int, tuple[int, bytes]] = {}
        plc = file.part(part)
        count = max(0, (len(plc) - 4) // 8)
        pages = {u32(plc, 4 * (count + 1 + index)) & 0x3FFFFF: None for index in range(count)}
        for number in pages:
            page = file.main[number * _PAGE : (number + 1) * _PAGE]
            if len(page) < _PAGE:
                continue
            entries = page[-1]
            for index in range(entries):
                at = 4 * (entries + 1) + entry_size * index
                if at >= _PAGE:
                    break
                place = 2 * page[at]
                changes = (
                    _character_list(page, place)
                    if entry_size == 1
                    else _paragraph_list(page, place)
                )
                found[u32(page, 4 * index)] = (u32(page, 4 * index + 4), changes)
        self._starts = sorted(found)
        self._found = found

    def at(self, fc: int) -> tuple[int, bytes]:
        """Return where the stretch around an offset ends, and its changes."""
        index = bisect_right(self._starts, fc) - 1
        if index >= 0:
            end, changes = self._found[self._starts[index]]
            if fc < end:
                return end, changes
        following = self._starts[index + 1] if index + 1 < len(self._starts) else 1 << 40
        return following, b""


def _character_list(page: bytes, place: int) -> bytes:
    return page[place + 1 : place + 1 + page[place]] if place else b""


def _paragraph_list(page: bytes, place: int) -> bytes:
    if not place:
        return b""
    if page[place]:
        return page[place + 1 : place + 2 * page[place]]
    return page[place + 2 : place + 2 + 2 * page[place + 1]] if place + 1 < _PAGE else b""
