"""Opening a PDF, or saying in one line why it cannot be opened."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from assistant.errors import ReadError

__all__ = ["opened", "second_opinion"]

_MOST_SECOND = 40
"""Pages that pypdf is asked about; it takes 16 times as long as PDFium for one."""

# What pypdf lets surface when a file is damaged, beside its own errors.
_DEFECTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError,
)  # fmt: skip


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Yield the open ``pypdfium2.PdfDocument``.

    Args:
        data: All bytes of the file.

    Raises:
        ReadError: It needs a password, or is damaged beyond repair, or has no pages.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or _is_encrypted(data):
            raise ReadError(
                "PDF có mật khẩu. Hãy bỏ mật khẩu (in lại thành PDF) rồi nạp lại."
            ) from error
        raise ReadError("tệp PDF hỏng, không mở được. Hãy tải lại tệp gốc.") from error
    try:
        if not len(document):
            raise ReadError("tệp PDF hỏng, không có trang nào. Hãy tải lại tệp gốc.")
        yield document
    finally:
        document.close()


def second_opinion(data: bytes, numbers: Sequence[int]) -> dict[int, str]:
    """Return the text of pages by pypdf, where PDFium found none.

    Args:
        data: All bytes of the file.
        numbers: Pages, from 1; only the first few are read.

    Returns:
        Text by page; nothing for a page that pypdf cannot read either.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    _silence()
    found: dict[int, str] = {}
    try:
        reader = PdfReader(BytesIO(data))
        for number in numbers[:_MOST_SECOND]:
            text = reader.pages[number - 1].extract_text()
            if text.strip():
                found[number] = text
    except (PyPdfError, *_DEFECTS):
        return found
    return found


def _is_encrypted(data: bytes) -> bool:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    _silence()
    try:
        return bool(PdfReader(BytesIO(data)).is_encrypted)
    except (PyPdfError, *_DEFECTS):
        return False


def _silence() -> None:
    """A damaged file is reported once, by us, not line by line by the library."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
