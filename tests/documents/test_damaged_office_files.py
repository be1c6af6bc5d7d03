"""Damaged office files: cut anywhere, with bits turned, they are read or refused, in bounded time.

The damage is drawn from a fixed seed.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from io import BytesIO

import pytest
from office_files import IN_TABLE, LISTED, Para, doc, font, ppt, row_end, xls

from assistant.documents.formats import Format
from assistant.documents.office import read_office
from assistant.errors import ReadError

RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}{\f1 .VnTime;}}{\stylesheet{\s1 heading 1;}}"
    rb"\pard\s1\f1 C\'a8n c\'f8 Ngh\'de \'ae\'denh\par\trowd\cellx900\cellx1800\pard\intbl "
    rb"a\cell b\cell\row\pard x{\footnote y}\u7889?{\field{\*\fldinst Z}{\fldrslt 1}}\par}"
)


def _xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["TT", "Việc"], [1, "Họp"], [2, 0.5]):
        book.active.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _files() -> dict[Format, bytes]:
    cell = "\x07"
    paragraphs = [
        Para([("Céng hoµ x· héi chñ nghÜa ViÖt Nam\x02", font(1))], LISTED),
        Para([("TT", b"")], IN_TABLE, cell),
        Para([("Việc", b"")], IN_TABLE, cell),
        Para([], row_end([0, 1000, 2000], [0x60]), cell),
        Para([("Xem \x13 REF \x14 trang\x15", b"")]),
    ]
    fonts = ["Times New Roman", ".VnTime"]
    return {
        Format.DOC: doc(paragraphs, fonts, template="\x00.", notes=[(34, "chú thích")]),
        Format.RTF: RTF,
        Format.XLS: xls({(0, 0): "tt", (0, 1): "viÖc", (1, 0): 1.0, (1, 1): "häp"}, ".VnTime"),
        Format.XLSX: _xlsx(),
        Format.PPT: ppt([("Tiêu đề", "Nội dung\rDòng hai")]),
    }


FILES = _files()


def _damaged(data: bytes, count: int) -> Iterator[bytes]:
    rng = random.Random(len(data))  # noqa: S311 - damage, not secrets
    for _ in range(count):
        yield data[: rng.randrange(1, len(data))]
        turned = bytearray(data)
        for _ in range(rng.choice((1, 4, 30))):
            turned[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        yield bytes(turned)
        numbered = bytearray(data)
        for _ in range(rng.choice((1, 4))):
            at = rng.randrange(len(data) - 4)
            value = rng.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, rng.getrandbits(32)))
            struct.pack_into("<I", numbered, at, value)
        yield bytes(numbered)


@pytest.mark.parametrize("found", list(FILES), ids=[found.value for found in FILES])
def test_a_whole_file_is_read(found: Format) -> None:
    assert len(read_office(FILES[found], found).lines) >= 2


@pytest.mark.parametrize("found", list(FILES), ids=[found.value for found in FILES])
def test_a_damaged_file_is_read_or_refused(found: Format) -> None:
    told: list[str] = []
    for data in _damaged(FILES[found], 60):
        try:
            read_office(data, found)
        except ReadError as error:
            told.append(str(error))
    assert [line for line in told if "\n" in line or "Hãy " not in line] == []
    assert told or found is Format.RTF  # RTF has no part that reading depends on
