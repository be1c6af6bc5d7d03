"""What a file is, by its bytes first and its name second."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

from assistant.errors import ReadError
from assistant.vietnamese.legacy_fonts import WINDOWS_1252, is_legacy_text
from assistant.vietnamese.normalise import fold, lower, nfc

__all__ = ["OFFICE", "READ_SUFFIXES", "ZIP_DEFECTS", "Format", "decode", "marked_share", "sniff"]

READ_SUFFIXES = (
    ".md", ".txt", ".html", ".htm", ".docx", ".doc", ".rtf", ".xlsx", ".xls", ".ppt", ".pdf",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff",
)  # fmt: skip
"""Names of files that are opened at all; what is in them is decided by their bytes."""


ZIP_DEFECTS = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, OSError, NotImplementedError,
    EOFError, RuntimeError, KeyError,
)  # fmt: skip
"""What the standard library lets surface when a container is damaged."""


class Format(StrEnum):
    """A format that can be read."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    XLSX = "xlsx"
    XLS = "xls"
    PPT = "ppt"
    PDF = "pdf"
    IMAGE = "image"


OFFICE = (Format.DOC, Format.RTF, Format.XLSX, Format.XLS, Format.PPT)
"""Formats of office suites besides .docx."""

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("PowerPoint Document", Format.PPT),
    ("Book", Format.XLS),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_TAG = re.compile(r"<(?:p|div|br|table|body|h[1-6]|article|span)\b[^>]*>", re.I)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.I)
_SAVE_AS = "Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx"


def sniff(data: bytes, suffix: str) -> Format:
    """Return the format of a file.

    Args:
        data: All its bytes.
        suffix: Ending of its name, in lower case, with the dot.

    Raises:
        ReadError: The bytes are of a format that cannot be read.
    """
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(data, suffix)
    if data.startswith(_OLE):
        return _sniff_ole(data, suffix)
    if data.startswith(b"{\\rt"):
        return Format.RTF
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return Format.IMAGE
    if suffix in (".pdf", ".docx"):
        return _sniff_text(data, suffix)
    head = _decode_head(data)
    if _HTML.match(head):
        return Format.HTML
    if suffix in (".html", ".htm"):
        return Format.HTML if _TAG.search(head) else Format.TEXT
    return Format.MARKDOWN if suffix == ".md" else Format.TEXT


def _sniff_text(data: bytes, suffix: str) -> Format:
    """Return the format of bytes that a name calls .pdf or .docx and that are neither."""
    try:
        head = decode(data)[:4096]
    except ReadError:
        raise ReadError(
            f"tệp {suffix} hỏng hoặc không đúng định dạng. Hãy tải lại tệp gốc rồi nạp lại."
        ) from None
    return Format.HTML if _HTML.match(head) else Format.TEXT


def _sniff_zip(data: bytes, suffix: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except ZIP_DEFECTS:
        raise ReadError(
            f"tệp {suffix} hỏng (gói nén không mở được). Hãy tải lại tệp gốc rồi nạp lại."
        ) from None
    if "word/document.xml" in names:
        return Format.DOCX
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if any(name.startswith("ppt/") for name in names):
        what = "bản trình chiếu PowerPoint (.pptx)"
    else:
        what = "gói nén (.zip)"
    raise ReadError(
        _named(suffix, what) + f". Hãy chuyển nội dung sang một trong các dạng {_readable()}."
    )


def _sniff_ole(data: bytes, suffix: str) -> Format:
    """Tell what an OLE2 container holds by the streams in its directory (UTF-16 names)."""
    for name, found in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return found
    locked = "EncryptedPackage".encode("utf-16-le") in data
    what = "tài liệu Office có mật khẩu" if locked else "tài liệu Office đời cũ"
    raise ReadError(_named(suffix, what) + f". {_SAVE_AS} và nạp lại.")


def _named(suffix: str, what: str) -> str:
    return f"tệp {suffix} này thật ra là {what}" if suffix in READ_SUFFIXES else f"đây là {what}"


def _readable() -> str:
    return ", ".join(READ_SUFFIXES)


def _decode_head(data: bytes) -> str:
    try:
        return decode(data)[:4096]
    except ReadError:
        return data[:4096].decode("latin-1")


def decode(data: bytes, *, html: bool = False) -> str:
    """Return the text of bytes.

    UTF-8 and UTF-16 with a byte order mark are told for certain. Windows-1258 takes any
    bytes, so it is believed only where what comes out is spelt like Vietnamese. So is text of
    a legacy font, which comes back as it was typed.

    Args:
        data: The bytes.
        html: Whether a ``<meta charset>`` may name the encoding.

    Raises:
        ReadError: The bytes are not text, or in an encoding that cannot be told.
    """
    text: str | None = None
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decode_otherwise(data, html=html)
    if text is None:
        raise ReadError(
            "không nhận ra bảng mã chữ (có thể là tệp nhị phân). Hãy lưu lại tệp với bảng mã UTF-8."
        )
    control = sum(char < " " and char not in "\t\n\r\f\x1c\x1d\x1e" for char in text)
    if control * 200 > len(text):
        raise ReadError("tệp nhị phân, không phải văn bản. Hãy nạp tệp ở dạng " + _readable() + ".")
    return text


def _decode_otherwise(data: bytes, *, html: bool) -> str | None:
    declared = _CHARSET.search(data[:4096]) if html else None
    if declared and declared.group(1).lower() not in (b"utf-8", b"windows-1258"):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return _decode_1258(data) or _decode_legacy(data)


def _decode_legacy(data: bytes) -> str | None:
    """Return text as it was typed in a legacy font, to be converted; None if it is no such."""
    text = data.decode("latin-1").translate(WINDOWS_1252)
    return text if is_legacy_text(text) else None


def _decode_1258(data: bytes) -> str | None:
    try:
        text = nfc(data.decode("windows-1258"))
    except UnicodeDecodeError:
        return None
    foreign = [char for char in text if ord(char) > 127]
    sound = sum(fold(char) != lower(char) or char in "–—“”‘’…•§°×½" for char in foreign)
    plausible = bool(foreign) and sound * 100 >= len(foreign) * 98
    return text if plausible and 0.12 <= marked_share(text) <= 0.45 else None


def marked_share(text: str) -> float:
    """Return the share of letters with a Vietnamese mark; 0.28 to 0.30 in genuine text."""
    letters = marked = 0
    for char in text:
        if char.isalpha():
            letters += 1
            marked += fold(char) != lower(char)
    return marked / letters if letters else 0.0
