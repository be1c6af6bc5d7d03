"""PowerPoint 97 presentations (.ppt): the words of each slide, its title as a heading.

The format is [MS-PPT]. Slides are found through the directory of the last save, for a file
keeps what earlier saves held.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from assistant.documents.lines import Draft, Line, split_bullet, tidied
from assistant.documents.office_lines import windows_1252
from assistant.documents.word97_file import DEFECTS
from assistant.errors import ReadError
from assistant.schema import BlockKind, Quality
from assistant.vietnamese.legacy_fonts import LegacyFonts, Run

__all__ = ["read_powerpoint97"]

_BROKEN = "tệp PowerPoint 97 (.ppt) hỏng, không đọc được. Hãy mở bằng PowerPoint rồi lưu lại."
_LOCKED = "tệp PowerPoint có mật khẩu. Hãy mở bằng PowerPoint, bỏ mật khẩu rồi lưu lại."
_ENCRYPTED = 0xF3D1C4DF
_USER_EDIT, _DIRECTORY, _DOCUMENT, _SLIDE_LIST, _SLIDE_PLACE = (
    0x0FF5,
    0x1772,
    0x03E8,
    0x0FF0,
    0x03F3,
)
_KIND, _CHARACTERS, _BYTES = 0x0F9F, 0x0FA0, 0x0FA8
_TITLES = (0, 6)
"""Kinds of text that are titles: of a slide, and of a title slide."""
_DEEPEST = 20
_MOST_EDITS = 1_000


class _Record(NamedTuple):
    kind: int
    instance: int
    is_container: bool
    start: int
    end: int


def read_powerpoint97(data: bytes) -> Draft:
    """Read a PowerPoint 97 file.

    Args:
        data: All its bytes.

    Raises:
        ReadError: It is damaged or encrypted.
    """
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as container:
            user = container.openstream("Current User").read()
            stream = container.openstream("PowerPoint Document").read()
        if struct.unpack_from("<I", user, 12)[0] == _ENCRYPTED:
            raise ReadError(_LOCKED)
        texts = list(_texts(stream, struct.unpack_from("<I", user, 16)[0]))
    except DEFECTS as error:
        raise ReadError(_BROKEN) from error
    return _draft(texts)


def _draft(texts: list[tuple[bool, str]]) -> Draft:
    fonts = LegacyFonts(Run(text) for _, text in texts)
    lines: list[Line] = []
    for is_title, text in texts:
        parts = [fonts.convert([Run(part)])[0] for part in text.replace("\x0b", " ").split("\r")]
        if is_title:
            lines.append(Line(" ".join(parts), BlockKind.HEADING, 2, gap=True))
            continue
        for part in parts:
            item, words = split_bullet(part.strip())
            lines.append(Line(words, BlockKind.ITEM if item else BlockKind.PARAGRAPH))
    quality = Quality("converted", note=fonts.note) if fonts.note else Quality()
    return Draft(tidied(lines), quality=quality)


def _texts(stream: bytes, last_edit: int) -> Iterator[tuple[bool, str]]:
    """Yield the texts of the slides in order, each with whether it is a title."""
    places = _places(stream, last_edit)
    document = next((at for at in places.values() if _record(stream, at).kind == _DOCUMENT), None)
    if document is None:
        raise ReadError(_BROKEN)
    seen: set[int] = set()
    for part in _children(stream, _record(stream, document)):
        if part.kind != _SLIDE_LIST or part.instance != 0:
            continue
        slide: int | None = None
        held: list[_Record] = []
        for record in [*_children(stream, part), None]:
            if record is None or record.kind == _SLIDE_PLACE:
                yield from _strings(stream, held)
                if slide is not None and slide not in seen:
                    seen.add(slide)
                    yield from _strings(stream, _walk(stream, _record(stream, slide), 0))
                held = []
                if record is not None:
                    number = struct.unpack_from("<I", stream, record.start)[0]
                    slide = places.get(number)
            else:
                held.append(record)


def _places(stream: bytes, edit: int) -> dict[int, int]:
    """Return where each object of the last save lies, by its number."""
    places: dict[int, int] = {}
    seen: set[int] = set()
    while edit and edit not in seen and len(seen) < _MOST_EDITS:
        seen.add(edit)
        record = _record(stream, edit)
        if record.kind != _USER_EDIT:
            break
        edit, directory = struct.unpack_from("<II", stream, record.start + 8)
        listed = _record(stream, directory)
        if listed.kind != _DIRECTORY:
            break
        at = listed.start
        while at + 4 <= listed.end:
            head = struct.unpack_from("<I", stream, at)[0]
            count = min(head >> 20, (listed.end - at - 4) // 4)
            for index in range(count):
                offset = struct.unpack_from("<I", stream, at + 4 + 4 * index)[0]
                places.setdefault((head & 0xFFFFF) + index, offset)
            at += 4 + 4 * count
    return places


def _record(stream: bytes, at: int) -> _Record:
    head, kind, size = struct.unpack_from("<HHI", stream, at)
    end = min(len(stream), at + 8 + size)
    return _Record(kind, head >> 4, head & 15 == 15, at + 8, end)


def _children(stream: bytes, parent: _Record) -> Iterator[_Record]:
    at = parent.start
    while at + 8 <= parent.end:
        record = _record(stream, at)
        yield record
        at = record.end


def _walk(stream: bytes, parent: _Record, depth: int) -> Iterator[_Record]:
    """Yield all records inside a container that hold no others."""
    for record in _children(stream, parent):
        if not record.is_container:
            yield record
        elif depth < _DEEPEST:
            yield from _walk(stream, record, depth + 1)


def _strings(
    stream: bytes, records: Iterator[_Record] | list[_Record]
) -> Iterator[tuple[bool, str]]:
    kind = -1
    for record in records:
        data = stream[record.start : record.end]
        if record.kind == _KIND and len(data) >= 4:
            kind = struct.unpack_from("<I", data)[0]
        elif record.kind in (_CHARACTERS, _BYTES):
            wide = record.kind == _CHARACTERS
            text = data.decode("utf-16-le", "replace") if wide else windows_1252(data)
            if text.strip() not in ("", "*"):  # a star stands for the number of the slide
                yield kind in _TITLES, text
