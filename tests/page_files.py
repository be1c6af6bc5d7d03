"""Small PDF files written by hand, and pages of words for what comes after reading them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from assistant.documents.pages.nouns import Page, Rule, Word

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 538.0
"""Margins of an official page, 30 and 20 mm (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
CHAR = 0.5
"""Of the size: width of a character here."""

PROSE = (
    "Ủy ban nhân dân xã tiếp nhận hồ sơ trong giờ hành chính, trả kết quả đúng hẹn và công khai"
    " thời hạn giải quyết của từng thủ tục tại nơi tiếp nhận."
)


def words(
    text: str, left: float, base: float, size: float = 14.0, confidence: float | None = None
) -> list[Word]:
    """Return the words of a line set from ``left`` on."""
    found: list[Word] = []
    for part in text.split():
        right = left + CHAR * size * len(part)
        found.append(
            Word(part, left, base - 0.8 * size, right, base + 0.2 * size, base, size, "F", False,
                 confidence)
        )  # fmt: skip
        left = right + 0.25 * size
    return found


def column(
    paragraphs: Iterable[str],
    top: float = 80.0,
    *,
    indent: float = 28.0,
    leading: float = 18.0,
    apart: float = 6.0,
    left: float = LEFT,
    right: float = RIGHT,
    confidence: float | None = None,
) -> list[Word]:
    """Return paragraphs set like an official page: first lines set in, lines filled."""
    found: list[Word] = []
    base = top
    for text in paragraphs:
        line: list[str] = []
        start = left + indent
        for part in text.split():
            if words(" ".join([*line, part]), start, base)[-1].right > right and line:
                found += words(" ".join(line), start, base, confidence=confidence)
                line, start, base = [], left, base + leading
            line.append(part)
        found += words(" ".join(line), start, base, confidence=confidence)
        base += leading + apart
    return found


def page(made: Sequence[Word], number: int = 1, rules: Sequence[Rule] = ()) -> Page:
    """Return a page of words."""
    return Page(number, WIDTH, HEIGHT, tuple(made), tuple(rules))


def ruled(columns: Sequence[float], rows: Sequence[float]) -> list[Rule]:
    """Return the lines of a whole table."""
    level = [Rule(columns[0], y, columns[-1], y) for y in rows]
    return level + [Rule(x, rows[0], x, rows[-1]) for x in columns]


def pdf(contents: Sequence[str], turned: str = "") -> bytes:
    """Return a PDF with a page for each stream of operators; ``/F1`` is Helvetica in Latin-1."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count {} /Kids [{}] >>".format(
            len(contents), " ".join(f"{4 + 2 * i} 0 R" for i in range(len(contents)))
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    streams: dict[int, bytes] = {}
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:.0f} {HEIGHT:.0f}]"
            f" /Resources << /Font << /F1 3 0 R >> >> {turned} /Contents {5 + 2 * number} 0 R >>"
        )
        packed = zlib.compress(content.encode("latin-1"))
        streams[len(objects)] = packed
        objects.append(f"<< /Length {len(packed)} /Filter /FlateDecode >>")
    body = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, text in enumerate(objects):
        offsets.append(len(body))
        body += f"{number + 1} 0 obj\n{text}\n".encode("latin-1")
        if number in streams:
            body += b"stream\n" + streams[number] + b"\nendstream\n"
        body += b"endobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    table += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + table + trailer.encode()


def english_page(line: str = "The plan is to plant trees in the parks and to care for it.") -> str:
    """Return operators that print a page of English, which Helvetica has all letters of."""
    return "".join(f"BT /F1 12 Tf 72 {780 - 16 * row} Td ({line}) Tj ET\n" for row in range(6))
