"""The container of a Word 97 file: its streams, its header and its pieces of text.

The format is [MS-DOC]. Text lies in pieces anywhere in the ``WordDocument`` stream; a piece
table in the table stream says which characters they are. A character has a position in the
text (cp) and one in the stream (fc), and its properties are found by the latter.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

from assistant.errors import ReadError

__all__ = ["DEFECTS", "OlderWordError", "Part", "Piece", "WordFile", "open_word97", "u16", "u32"]

DEFECTS = (struct.error, ValueError, IndexError, KeyError, OverflowError, OSError, TypeError,
           AttributeError, RecursionError, MemoryError)  # fmt: skip
"""What a damaged container lets surface, here and in the library that opens it."""

_BROKEN = "tệp Word 97 (.doc) hỏng, không đọc được. Hãy mở bằng Word rồi lưu thành .docx."
_LOCKED = "tệp Word 97 (.doc) có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
_OLD = (
    "tệp Word đời cũ hơn Word 97, không đọc được. "
    "Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx."
)
_TOO_LONG = "tệp Word 97 (.doc) dài bất thường. Hãy tách tệp rồi nạp lại."
_OLDER = (0xA5DC, 0xA5DB, 0xA59B)
"""First numbers of files of Word 6, 2 and 1."""
_MOST_CHARACTERS = 20_000_000
"""Seven thousand pages; a longer text is none that was written."""
_FIRST_FIB = 0xC1
"""Version of Word 97; older ones lay their tables out otherwise."""
_FCLCB = 0x9A
"""Offset of the pairs (offset, size) that say where each table of the table stream lies."""


class OlderWordError(ReadError):
    """A file is of a Word older than Word 97, which another program may read."""


class Part:
    """Which pair of the header locates a table ([MS-DOC] 2.5.6)."""

    STYLES = 1
    FOOTNOTE_REFS, FOOTNOTE_TEXTS = 2, 3
    CHARACTERS, PARAGRAPHS = 12, 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    ENDNOTE_REFS, ENDNOTE_TEXTS = 46, 47
    DRAWING = 50
    BOX_TEXTS = 56
    LISTS, LIST_USES = 73, 74


class Piece(NamedTuple):
    """Characters that lie together: first and last cp, offset, bytes a character, changes."""

    start: int
    end: int
    fc: int
    width: int
    changes: bytes


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams of a file, and where its stories lie.

    Attributes:
        main: The ``WordDocument`` stream.
        table: The table stream that the header names.
        data: The ``Data`` stream; empty where there is none.
        pieces: Pieces of text by cp.
        body: End of the body, in cp; the other stories follow it.
        footnotes: First cp of the footnotes.
        endnotes: First cp of the endnotes.
        boxes: First cp of the text boxes.
        length: End of the last story.
    """

    main: bytes
    table: bytes
    data: bytes
    pieces: tuple[Piece, ...]
    body: int
    footnotes: int
    endnotes: int
    boxes: int
    length: int

    def part(self, index: int) -> bytes:
        """Return a table of the table stream; empty where the file has none."""
        start, size = self.place(index)
        return self.table[start : start + size]

    def place(self, index: int) -> tuple[int, int]:
        """Return offset and size of a table; what belongs to it may go on behind it."""
        at = _FCLCB + 8 * index
        if at + 8 > len(self.main) or index >= u16(self.main, 0x98):
            return 0, 0
        start, size = struct.unpack_from("<II", self.main, at)
        return (start, size) if size and start + size <= len(self.table) else (0, 0)

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int, Piece]]:
        """Yield (cp, fc, characters, piece) of all text from one cp to another."""
        for piece in self.pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield first, piece.fc + (first - piece.start) * piece.width, last - first, piece


def u16(data: bytes, at: int) -> int:
    """Return the 16-bit number at an offset."""
    return int.from_bytes(data[at : at + 2], "little")


def u32(data: bytes, at: int) -> int:
    """Return the 32-bit number at an offset."""
    return int.from_bytes(data[at : at + 4], "little")


def open_word97(data: bytes) -> WordFile:
    """Open a Word 97 file.

    Args:
        data: All its bytes.

    Raises:
        OlderWordError: It is older than Word 97.
        ReadError: It is damaged or encrypted.
    """
    main, streams = _streams(data)
    if len(main) < _FCLCB or u16(main, 0) != 0xA5EC:
        raise OlderWordError(_OLD) if u16(main, 0) in _OLDER else ReadError(_BROKEN)
    flags = u16(main, 0x0A)
    if flags & 0x0100:
        raise ReadError(_LOCKED)
    if u16(main, 2) < _FIRST_FIB:
        raise OlderWordError(_OLD)
    table = streams["1Table" if flags & 0x0200 else "0Table"]
    # Main text, footnotes, headers, macros, comments, endnotes, text boxes, boxes of headers.
    counts = struct.unpack_from("<8i", main, 0x4C)
    if min(counts) < 0 or sum(counts) > len(main):
        raise ReadError(_BROKEN)
    if sum(counts) > _MOST_CHARACTERS:
        raise ReadError(_TOO_LONG)
    ends = [sum(counts[:stop]) for stop in range(1, 8)]
    bare = WordFile(main, table, streams["Data"], (), *_stories(ends))
    pieces = tuple(_pieces(bare))
    if not pieces:
        raise ReadError(_BROKEN)
    return WordFile(main, table, streams["Data"], pieces, *_stories(ends))


def _stories(ends: list[int]) -> tuple[int, int, int, int, int]:
    return ends[0], ends[0], ends[4], ends[5], ends[6]


def _streams(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    import olefile

    streams = {"0Table": b"", "1Table": b"", "Data": b""}
    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            main = container.openstream("WordDocument").read()
            for name in streams:
                if container.exists(name):
                    streams[name] = container.openstream(name).read()
    except DEFECTS as error:
        raise ReadError(_BROKEN) from error
    return main, streams


def _pieces(file: WordFile) -> Iterator[Piece]:
    """Read the piece table ([MS-DOC] 2.8.35), and with it changes kept by a fast save."""
    clx = file.part(Part.PIECES)
    changes: list[bytes] = []
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:
        size = u16(clx, at + 1)
        changes.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at + 5 > len(clx) or clx[at] != 2:
        return
    plc = clx[at + 5 : at + 5 + u32(clx, at + 1)]
    count = (len(plc) - 4) // 12
    reached = 0
    for index in range(count):
        start, end = struct.unpack_from("<II", plc, 4 * index)
        _, place, change = struct.unpack_from("<HIH", plc, 4 * (count + 1) + 8 * index)
        width = 1 if place & 0x40000000 else 2
        fc = (place & 0x3FFFFFFF) // 2 if width == 1 else place & 0x3FFFFFFF
        # Pieces follow one another, and lie in the stream: text cannot outgrow its file.
        if start != reached or end <= start or fc + (end - start) * width > len(file.main):
            return
        number = change >> 1
        kept = changes[number] if change & 1 and number < len(changes) else b""
        yield Piece(start, end, fc, width, kept)
        reached = end
