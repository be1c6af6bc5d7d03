"""Small office files of the old binary formats, written byte by byte."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SECTOR = 512
FREE, END = 0xFFFFFFFF, 0xFFFFFFFE


def ole(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE2 container; streams are padded so that none is a small one."""
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    chain: list[int] = []

    def add(data: bytes) -> int:
        first = len(sectors)
        count = -(-len(data) // SECTOR)
        for index in range(count):
            sectors.append(data[index * SECTOR : (index + 1) * SECTOR].ljust(SECTOR, b"\0"))
            chain.append(first + index + 1 if index + 1 < count else END)
        return first

    starts = {name: add(data) for name, data in padded.items()}
    names = ["Root Entry", *padded]
    entries = b""
    for index, name in enumerate(names):
        raw = name.encode("utf-16-le").ljust(64, b"\0")
        child = 1 if index == 0 else FREE
        right = index + 1 if 0 < index < len(names) - 1 else FREE
        start, size = (END, 0) if index == 0 else (starts[name], len(padded[name]))
        entries += raw + struct.pack("<HBB3I", 2 * len(name) + 2, 5 if index == 0 else 2, 1,
                                     FREE, right, child)  # fmt: skip
        entries += bytes(36) + struct.pack("<IQ", start, size)
    directory = add(entries.ljust(-(-len(entries) // SECTOR) * SECTOR, b"\0"))
    fat_at = len(sectors)
    chain.append(0xFFFFFFFD)
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    assert len(fat) == SECTOR
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1)
    header += struct.pack("<IIIIIII", directory, 0, 4096, END, 0, END, 0)
    header += struct.pack("<I", fat_at)
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors) + fat


@dataclass(frozen=True)
class Para:
    """A paragraph: runs of text with the changes of each, changes of its own, and its end."""

    runs: Sequence[tuple[str, bytes]]
    changes: bytes = b""
    end: str = "\r"


def font(number: int) -> bytes:
    """Return the changes that set text in a font."""
    return struct.pack("<HHHH", 0x4A4F, number, 0x4A51, number)


DELETED = struct.pack("<HB", 0x0800, 1)
HIDDEN = struct.pack("<HB", 0x083C, 1)
IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)
LISTED = struct.pack("<HBHH", 0x260A, 0, 0x460B, 1)


def row_end(edges: Sequence[int], merges: Sequence[int] = ()) -> bytes:
    """Return the changes of a mark that ends a row, with the edges of its cells."""
    count = len(edges) - 1
    flags = [*merges, *[0] * (count - len(merges))]
    cells = b"".join(struct.pack("<H", flag).ljust(20, b"\0") for flag in flags)
    operand = bytes([count]) + struct.pack(f"<{count + 1}h", *edges) + cells
    return ROW_END + struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def doc(
    paragraphs: Sequence[Para],
    fonts: Sequence[str] = ("Times New Roman",),
    *,
    template: str = "",
    notes: Sequence[tuple[int, str]] = (),
    version: int = 0xC1,
    flags: int = 0,
) -> bytes:
    """Return a Word 97 file.

    Args:
        paragraphs: Its paragraphs.
        fonts: Names of its fonts.
        template: Template of its one list, such as "Điều \\x00."; none when empty.
        notes: Its footnotes: cp of the reference, and text.
        version: Version number of its header.
        flags: Flags of its header besides those that name the table stream.
    """
    text, runs, marks = "", [], []
    for paragraph in paragraphs:
        start = len(text)
        for words, changes in paragraph.runs:
            runs.append((len(text), changes))
            text += words
        runs.append((len(text), b""))
        text += paragraph.end
        marks.append((start, b"\0\0" + paragraph.changes))
    body = len(text)
    places = []
    for _, words in notes:
        places.append(len(text) - body)
        runs.append((len(text), b""))
        marks.append((len(text), b"\0\0"))
        text += f"\x02 {words}\r"
    if notes:
        places += [len(text) - body, len(text) - body + 1]
        text += "\r"
    begin = 1024
    encoded = text.encode("utf-16-le")
    stream = bytearray(begin) + encoded
    stream += bytes(-len(stream) % SECTOR)
    ends = begin + 2 * len(text)
    first_page = len(stream) // SECTOR
    stream += _page([(begin + 2 * cp, data) for cp, data in runs], ends, paragraphs=False)
    stream += _page([(begin + 2 * cp, data) for cp, data in marks], ends, paragraphs=True)

    table = bytearray()
    pairs = [(0, 0)] * 93

    def put(index: int, data: bytes, behind: bytes = b"") -> None:
        pairs[index] = (len(table), len(data))
        table.extend(data + behind)

    put(1, struct.pack("<H", 18) + bytes(18))
    put(12, struct.pack("<III", begin, ends, first_page))
    put(13, struct.pack("<III", begin, ends, first_page + 1))
    names = b"".join(
        bytes([39 + 2 * len(name) + 2]) + bytes(39) + name.encode("utf-16-le") + b"\0\0"
        for name in fonts
    )
    put(15, struct.pack("<HH", len(fonts), 0) + names)
    plc = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, begin, 0)
    put(33, b"\x02" + struct.pack("<I", len(plc)) + plc)
    if notes:
        refs = [cp for cp, _ in notes]
        put(2, struct.pack(f"<{len(refs) + 1}I", *refs, body)
            + struct.pack(f"<{len(refs)}H", *([1] * len(refs))))  # fmt: skip
        put(3, struct.pack(f"<{len(places)}I", *places))
    if template:
        entry = struct.pack("<II", 7, 0) + bytes(18) + b"\x01\0"
        level = struct.pack("<iB", 1, 0).ljust(28, b"\0")
        level += struct.pack("<H", len(template)) + template.encode("utf-16-le")
        put(73, struct.pack("<H", 1) + entry, level)
        put(74, struct.pack("<I", 1) + struct.pack("<I", 7) + bytes(12) + b"\xff\xff\xff\xff")
    struct.pack_into("<HH", stream, 0, 0xA5EC, version)
    struct.pack_into("<H", stream, 0x0A, 0x0200 | flags)
    struct.pack_into("<8i", stream, 0x4C, body, len(text) - body, 0, 0, 0, 0, 0, 0)
    struct.pack_into("<H", stream, 0x98, 93)
    for index, pair in enumerate(pairs):
        struct.pack_into("<II", stream, 0x9A + 8 * index, *pair)
    return ole({"WordDocument": bytes(stream), "1Table": bytes(table)})


def _page(entries: Sequence[tuple[int, bytes]], ends: int, *, paragraphs: bool) -> bytes:
    """Return a page of properties: where each stretch starts, and its changes."""
    page = bytearray(SECTOR)
    size = 13 if paragraphs else 1
    place = SECTOR - 2
    for index, (fc, changes) in enumerate(entries):
        struct.pack_into("<I", page, 4 * index, fc)
        if paragraphs:
            changes += bytes(len(changes) % 2)
            data = bytes([0, len(changes) // 2]) + changes
        else:
            data = bytes([len(changes)]) + changes
        place -= len(data) + len(data) % 2
        page[place : place + len(data)] = data
        page[4 * (len(entries) + 1) + size * index] = place // 2
    struct.pack_into("<I", page, 4 * len(entries), ends)
    page[-1] = len(entries)
    assert place > (4 + size) * len(entries) + 4
    return bytes(page)


def xls(cells: Mapping[tuple[int, int], str | float], font_name: str, form: str = "0%") -> bytes:
    """Return an Excel 97 workbook of one sheet in one font; numbers have one format."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def bof(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 6))

    name = struct.pack("<HHHHHBBBxBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, len(font_name), 1)
    head = bof(5) + record(0x0031, name + font_name.encode("utf-16-le")) * 5
    head += record(0x041E, struct.pack("<HHB", 164, len(form), 0) + form.encode("ascii"))
    head += record(0x00E0, struct.pack("<HHH", 0, 164, 0).ljust(20, b"\0")) * 16
    sheet = bof(16)
    for (row, column), value in cells.items():
        if isinstance(value, str):
            data = struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le")
            sheet += record(0x0204, data)
        else:
            sheet += record(0x0203, struct.pack("<HHHd", row, column, 0, value))
    sheet += record(0x000A, b"")
    title = "Bieu"
    offset = len(head) + 4 + 8 + len(title) + 4
    head += record(0x0085, struct.pack("<IHBB", offset, 0, len(title), 0) + title.encode())
    head += record(0x000A, b"")
    return ole({"Workbook": head + sheet})


def ppt(slides: Sequence[tuple[str, str]]) -> bytes:
    """Return a PowerPoint 97 file with a title and a text on each slide."""

    def record(kind: int, data: bytes, head: int = 0) -> bytes:
        return struct.pack("<HHI", head, kind, len(data)) + data

    listed = b""
    for title, text in slides:
        listed += record(0x03F3, struct.pack("<I", 99).ljust(20, b"\0"))
        for kind, words in ((0, title), (1, text)):
            listed += record(0x0F9F, struct.pack("<I", kind))
            listed += record(0x0FA0, words.encode("utf-16-le"))
    document = record(0x03E8, record(0x0FF0, listed, 0x000F), 0x000F)
    directory = record(0x1772, struct.pack("<II", 1 << 20 | 1, 0))
    edit = record(0x0FF5, struct.pack("<IIIII", 0, 0, 0, len(document), 1).ljust(28, b"\0"))
    stream = document + directory + edit
    user = bytes(12) + struct.pack("<II", 0xE391C05F, len(document) + len(directory))
    return ole({"Current User": user, "PowerPoint Document": stream})
