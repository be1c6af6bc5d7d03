"""A PDF into a draft: each page as text where it has one, recognised where it is a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from assistant.config import Config
from assistant.documents.lines import Draft
from assistant.documents.ocr.pictures import Picture, pictures_of_file
from assistant.documents.ocr.recognition import Recognised, recognise
from assistant.documents.ocr.tesseract import Tesseract, find_tesseract, how_to_install
from assistant.documents.pages.drafts import draft_of
from assistant.documents.pages.nouns import Page, Word
from assistant.documents.pages.spelling import spelt
from assistant.documents.pdf.glyphs import read_page
from assistant.documents.pdf.opening import opened, second_opinion
from assistant.documents.pdf.triage import Verdict, triage
from assistant.errors import ReadError
from assistant.schema import Quality

__all__ = ["Progress", "read_images_here", "read_pages", "read_pdf_here"]

Progress = Callable[[str, int, int], None]

_READS, _RECOGNISES = "Đọc trang", "Nhận dạng chữ"
_LINE, _CHAR = 14.0, 6.0
"""Points of a line and of a character where only a text without places is known."""


def read_pdf_here(data: bytes, config: Config, jobs: int, progress: Progress) -> Draft:
    """Read a PDF in this process.

    Args:
        data: All its bytes.
        config: Settings; ``ocr_dpi`` and the limits of a page.
        jobs: Pages to recognise at a time.
        progress: Called with a stage, the pages done and all pages.

    Raises:
        ReadError: It is encrypted or damaged, has too many pages, or is a scan that cannot be
            recognised here.
    """
    with opened(data) as document:
        count = len(document)
        if count > config.max_pages:
            raise ReadError(
                f"PDF có {count} trang, quá mức {config.max_pages}. Hãy tách tệp, hoặc tăng"
                " max_pages trong chinhsach.toml."
            )
        pages, converted = spelt(list(read_pages(document, progress)))
        verdicts = triage(pages)
        unread = [
            page.number
            for page, verdict in zip(pages, verdicts, strict=True)
            if verdict in (Verdict.BROKEN, Verdict.NOTE, Verdict.PICTURE)
        ]
        pages, unread = _with_second_opinion(data, pages, unread)
        quality = Quality("converted" if converted else "born_digital", None, converted)
        missing = set(unread)
        if unread:
            engine = find_tesseract()
            if engine is None:
                if len(unread) * 2 > count:
                    raise ReadError(f"bản quét, cần OCR: {how_to_install()}")
                quality = Quality(note=f"{_pages_named(unread)} là bản quét, chưa nhận dạng chữ")
            else:
                found = _recognised(document, unread, engine, config, jobs, progress)
                missing = {number for number in unread if number not in found}
                pages = [
                    replace(found[page.number].page, number=page.number)
                    if page.number in found
                    else page
                    for page in pages
                ]
                quality = _quality(found, missing, count)
    kept = [
        page
        for page, verdict in zip(pages, verdicts, strict=True)
        if page.number not in missing and verdict is not Verdict.BLANK
    ]
    if not any(page.words for page in kept):
        if missing:
            raise ReadError(
                "bản quét không nhận dạng được chữ nào. Hãy quét lại rõ hơn, ở 300 dpi."
            )
        raise ReadError("không có chữ nào để đọc. Hãy kiểm tra lại nội dung tệp.")
    return draft_of(kept, count, quality)


def read_images_here(data: bytes, config: Config, jobs: int, progress: Progress) -> Draft:
    """Recognise a picture file in this process.

    Args:
        data: All its bytes.
        config: Settings; ``ocr_dpi`` and the limits of a page.
        jobs: Pages to recognise at a time.
        progress: Called with a stage, the pages done and all pages.

    Raises:
        ReadError: It is damaged or too large, nothing can be read in it, or Tesseract is not
            on this machine.
    """
    engine = find_tesseract()
    if engine is None:
        raise ReadError(f"bản quét, cần OCR: {how_to_install()}")
    count, pictures = pictures_of_file(data, config)
    found: dict[int, Recognised] = {}
    for done, one in enumerate(recognise(pictures, engine, config, jobs), start=1):
        if one.page.words:
            found[one.page.number] = one
        progress(_RECOGNISES, done, count)
    if not found:
        raise ReadError("ảnh không có chữ nào nhận dạng được. Hãy quét lại rõ hơn, ở 300 dpi.")
    missing = set(range(1, count + 1)) - found.keys()
    pages = [one.page for one in found.values()]
    return draft_of(pages, count, _quality(found, missing, count))


def read_pages(document: Any, progress: Progress) -> Iterator[Page]:
    """Yield the pages of an open document; one that is broken is empty and loses no other.

    Args:
        document: A ``pypdfium2.PdfDocument``.
        progress: Called with each page.
    """
    import pypdfium2 as pdfium

    count = len(document)
    for index in range(count):
        try:
            page = document[index]
            try:
                yield read_page(page, index + 1)
            finally:
                page.close()
        except pdfium.PdfiumError:
            yield Page(index + 1, 595.0, 842.0, blank=True)
        progress(_READS, index + 1, count)


def _with_second_opinion(
    data: bytes, pages: list[Page], unread: Sequence[int]
) -> tuple[list[Page], list[int]]:
    """Ask pypdf about pages that hold no picture and no text that PDFium can read."""
    doubtful = [number for number in unread if not pages[number - 1].pictured]
    if not doubtful:
        return pages, list(unread)
    texts = second_opinion(data, doubtful)
    judged = [_page_of_text(pages[number - 1], text) for number, text in texts.items()]
    believed = {
        page.number: page
        for page, verdict in zip(judged, triage(judged), strict=True)
        if verdict is Verdict.TEXT
    }
    return (
        [believed.get(page.number, page) for page in pages],
        [number for number in unread if number not in believed],
    )


def _page_of_text(page: Page, text: str) -> Page:
    """Return a page with words in rows, where only the text of its lines is known."""
    words: list[Word] = []
    for row, line in enumerate(text.splitlines(), start=1):
        left = 0.0
        for part in line.split():
            right = left + _CHAR * len(part)
            base = row * _LINE
            words.append(Word(part, left, base - 10, right, base + 2, base, 12.0))
            left = right + _CHAR
    return replace(page, words=tuple(words), rules=())


def _recognised(
    document: Any,
    numbers: Sequence[int],
    engine: Tesseract,
    config: Config,
    jobs: int,
    progress: Progress,
) -> dict[int, Recognised]:
    def pictures() -> Iterator[Picture]:
        for number in numbers:
            page = document[number - 1]
            try:
                yield Picture.of_pdf_page(page, number, config.ocr_dpi)
            finally:
                page.close()

    found: dict[int, Recognised] = {}
    for done, one in enumerate(recognise(pictures(), engine, config, jobs), start=1):
        if one.page.words:
            found[one.page.number] = one
        progress(_RECOGNISES, done, len(numbers))
    return found


def _quality(found: dict[int, Recognised], missing: set[int], count: int) -> Quality:
    letters = sum(one.characters for one in found.values())
    sure = sum(one.confidence * one.characters for one in found.values())
    told = [f"{_pages_named(sorted(missing))} không nhận dạng được chữ"] if missing else []
    if 0 < len(found) < count - len(missing):
        told.append(f"{_pages_named(sorted(found))} nhận dạng từ bản quét")
    return Quality("ocr" if found else "born_digital", sure / letters if letters else None,
                   "; ".join(told) or None)  # fmt: skip


def _pages_named(numbers: Sequence[int]) -> str:
    """Return pages in words: ``trang 2, 5 và 6``; a long list is cut short."""
    if len(numbers) > 8:
        return f"{len(numbers)} trang (từ trang {numbers[0]})"
    shown = [str(number) for number in numbers]
    return "trang " + (
        " và ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
    )
