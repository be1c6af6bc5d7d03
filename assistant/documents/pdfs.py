"""PDF with a text layer; one without is a scan and is told apart by what its pages hold."""

from __future__ import annotations

import logging
from io import BytesIO

from assistant.documents.formats import marked_share
from assistant.documents.layout import join_wrapped, strip_furniture, wrap_width
from assistant.documents.lines import Draft, Line, split_bullet, tidied, tidy
from assistant.errors import ReadError
from assistant.schema import BlockKind

__all__ = ["is_text_layer", "read_pdf"]

_SCAN = (
    "bản quét, cần nhận dạng chữ (OCR) trước khi đọc. "
    "Hãy tìm bản điện tử có chữ (.docx, .html) của văn bản này."
)
_PAGE_LETTERS = 120
"""Letters that a page of prose has at least; a signature note alone has about 100."""
_MARKED_LEAST = 0.18
"""Share of marked letters below which Vietnamese text is garbage; genuine is 0.28 to 0.30."""


def read_pdf(data: bytes) -> Draft:
    """Read the text layer of a PDF by page.

    Args:
        data: All its bytes.

    Raises:
        ReadError: It is encrypted, damaged, or a scan without a usable text layer.
    """
    pages = _pages_of_pdfium(data)
    if not is_text_layer(pages):
        pages = _pages_of_pypdf(data)
        if not is_text_layer(pages):
            raise ReadError(_SCAN)
    rows = [[tidy(line) for line in page.splitlines()] for page in pages]
    rows = strip_furniture([[line for line in page if line] for page in rows])
    lines: list[Line] = []
    for number, page in enumerate(rows, start=1):
        for text in page:
            item, words = split_bullet(text)
            kind = BlockKind.ITEM if item else BlockKind.PARAGRAPH
            lines.append(Line(words, kind, page=number))
    width = wrap_width([line.text for line in lines]) or 80
    return Draft(tidied(join_wrapped(lines, width)), pages=len(pages))


def is_text_layer(pages: list[str]) -> bool:
    """Tell whether the pages of a PDF hold text that can be quoted.

    A signed scan carries one invisible signature note, and some scans carry what a machine
    took for Latin letters. So pages are counted by the letters on them, never by length
    over all, and the share of marked letters must be that of Vietnamese (or nearly none,
    with the letters of another language).
    """
    if not pages:
        return False
    letters = [sum(char.isalpha() for char in page) for page in pages]
    full = [page for page, count in zip(pages, letters, strict=True) if count >= _PAGE_LETTERS]
    if len(full) * 2 < len(pages) and len(full) < 10:
        return False
    share = marked_share("\n".join(full))
    return share >= _MARKED_LEAST or (share < 0.01 and _reads_as_english(full))


def _reads_as_english(pages: list[str]) -> bool:
    words = "\n".join(pages).casefold().split()
    common = [word for word in words if word in ("the", "of", "and", "to", "in", "a", "is", "for")]
    return len(set(common)) >= 4 and len(common) * 8 >= len(words)


def _pages_of_pdfium(data: bytes) -> list[str]:
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
        pages: list[str] = []
        for index in range(len(document)):
            try:
                page = document[index]
                text = page.get_textpage()
                pages.append(text.get_text_range())
                text.close()
                page.close()
            except pdfium.PdfiumError:
                pages.append("")  # one broken page does not lose the others
        return pages
    finally:
        document.close()


def _is_encrypted(data: bytes) -> bool:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return bool(PdfReader(BytesIO(data)).is_encrypted)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


def _pages_of_pypdf(data: bytes) -> list[str]:
    """Return the text of pages by a second engine, where PDFium finds none."""
    from pypdf import PdfReader

    # A damaged file is reported once, by us, not line by line by the library.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if len(reader.pages) > 400:
            return []
        return [page.extract_text() for page in reader.pages]
    except Exception:  # pypdf lets any defect of a file surface; PDFium's verdict stands then
        return []
