"""One file in, its documents out."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import replace

from assistant.config import CORPUS_NAME, Config
from assistant.documents import boilerplate, metadata
from assistant.documents.attribute_pages import attribute_page
from assistant.documents.beir import entries
from assistant.documents.corrections import Stated, with_corrections
from assistant.documents.files import SourceFile, document_id
from assistant.documents.formats import OFFICE, Format, decode, sniff
from assistant.documents.lines import Draft, Line, lay_out, tidy
from assistant.documents.ocr.doubts import without_doubtful_numbers
from assistant.documents.plain import read_text, text_lines
from assistant.errors import ReadError
from assistant.schema import PRESS, BlockKind, Document, Quality, pack_boxes
from assistant.vietnamese.legacy_fonts import convert_text
from assistant.vietnamese.normalise import nfc

__all__ = ["MOST_CORPUS_BYTES", "read_file"]

MOST_CORPUS_BYTES = 2_000_000_000
"""Largest BEIR corpus that is read, in bytes; it is held in memory while it is."""

Progress = Callable[[str, int, int], None]

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#1[6-9]\d|#2[0-5]\d);")
_ERROR = re.compile(
    r"\b(?:40[034]|50[0234])\b.{0,20}(?:not found|error|forbidden|bad|không|lỗi)"
    r"|(?:page|file) (?:or directory )?not found|không tìm thấy trang",
    re.I,
)
_LONGEST_ERROR = 400
"""Characters; a page that says more than that is about something."""
_EMPTY = "tệp rỗng. Hãy nạp tệp có nội dung."
_NO_FULL_TEXT = "trang chỉ có thuộc tính, không có toàn văn"
_NO_TEXT = "không có chữ nào để đọc. Hãy kiểm tra lại nội dung tệp."


def read_file(
    file: SourceFile, config: Config, *, jobs: int = 1, progress: Progress | None = None
) -> list[Document]:
    """Read a file into documents.

    Args:
        file: The file.
        config: Settings; ``max_file_bytes`` bounds what is read, save for a BEIR corpus,
            which holds many documents and is bounded by ``MOST_CORPUS_BYTES``.
        jobs: Pages of a scan to recognise at a time.
        progress: Called with a stage, the pages done and all pages, of a file with pages.

    Returns:
        One document, or one a line for a BEIR corpus.

    Raises:
        ReadError: The file cannot be read; the message is one line that says what to do.
    """
    corpus = file.absolute.name == CORPUS_NAME
    data = _bytes_of(file, MOST_CORPUS_BYTES if corpus else config.max_file_bytes)
    if corpus:
        return _read_corpus(file, decode(data))
    draft = _read(data, file.absolute.suffix.lower(), config, jobs, progress)
    key = document_id(file.path)
    return [_document(key, file.path, _digest(data), draft, file.stated)]


def _bytes_of(file: SourceFile, most: int) -> bytes:
    try:
        size = file.absolute.stat().st_size
        if size > most:
            raise ReadError(
                f"tệp lớn {size / 1e6:.0f} MB, quá mức {most / 1e6:.0f} MB. "
                "Hãy tách tệp, hoặc tăng max_file_bytes trong chinhsach.toml."
            )
        data = file.absolute.read_bytes()
    except OSError as error:
        raise ReadError(
            f"không mở được tệp ({error.strerror}). Hãy kiểm tra quyền đọc tệp."
        ) from error
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadError(_EMPTY)
    return data


def _read(data: bytes, suffix: str, config: Config, jobs: int, progress: Progress | None) -> Draft:
    found = sniff(data, suffix)
    if found in (Format.PDF, Format.IMAGE):
        from assistant.documents.pdf.worker import read_images, read_pdf

        read = read_pdf if found is Format.PDF else read_images
        return read(data, config, jobs=jobs, progress=progress)
    if found is Format.DOCX:
        from assistant.documents.word import read_word

        return read_word(data)
    if found in OFFICE:
        from assistant.documents.office import read_office

        return read_office(data, found)
    text = decode(data, html=found is Format.HTML)
    text, fonts = convert_text(_with_letters(text) if found is Format.HTML else text)
    draft = _read_decoded(text, found)
    if found is Format.HTML and _is_error_page(draft):
        raise ReadError(
            f"tệp {suffix} này thật ra là trang báo lỗi của một trang web. "
            "Hãy tải lại tệp gốc rồi nạp lại."
        )
    quality = Quality("converted", note=fonts.note) if fonts.note else draft.quality
    return replace(draft, quality=quality)


def _read_decoded(text: str, found: Format) -> Draft:
    if found is Format.HTML:
        from assistant.documents.webpages import read_html

        return read_html(text)
    if found is Format.MARKDOWN:
        from assistant.documents.markdown import read_markdown

        return read_markdown(text)
    return read_text(text)


def _is_error_page(draft: Draft) -> bool:
    """Tell whether a page only says that there is nothing where a document once was."""
    words = " ".join(line.text for line in draft.lines)
    return len(words) < _LONGEST_ERROR and _ERROR.search(f"{draft.title or ''} {words}") is not None


def _with_letters(page: str) -> str:
    """Return HTML with the letters of Latin-1 that it writes as entities, such as ``&shy;``.

    Where they are codes of a legacy font, only the letters can be converted.
    """
    return _ENTITY.sub(
        lambda match: (
            char if "\xa1" <= (char := html.unescape(match.group())) <= "\xff" else match.group()
        ),
        page,
    )


def _document(key: str, path: str, digest: str, draft: Draft, stated: Stated = ()) -> Document:
    """Clean a draft, find out what it is, and lay it out as one text with spans."""
    lines = draft.lines
    if not any(line.text or any(line.cells) for line in lines):
        raise ReadError(_NO_TEXT)
    attributes = None if draft.front or draft.pages else attribute_page(lines)
    if attributes:
        known, lines = attributes
        draft = replace(draft, quality=replace(draft.quality, note=_NO_FULL_TEXT))
        known = replace(known, source=metadata.describe_other(draft, lines).source)
    elif boilerplate.is_official(lines):
        lines = lines if draft.pages or draft.front else boilerplate.without_site_tail(lines)
        known = metadata.describe_official(draft, without_doubtful_numbers(lines))
    elif not draft.front and _looks_like_press(draft):
        article = boilerplate.clean_press(lines, draft.title)
        lines = article.lines
        known = _known_of(article, draft)
    else:
        known = metadata.describe_other(draft, lines)
        lines = _with_title_line(lines, known.title)
    known = with_corrections(metadata.with_front_matter(known, draft.front), stated)
    laid = lay_out(lines, draft.pages)
    if not laid.text.strip():
        raise ReadError(_NO_TEXT)
    return Document(
        id=key,
        path=path,
        sha256=digest,
        title=known.title,
        text=laid.text,
        blocks=laid.blocks,
        kind=known.kind,
        number=known.number,
        issuer=known.issuer,
        issued=known.issued,
        effective=known.effective,
        place=known.place,
        source=known.source,
        relations=known.relations,
        page_starts=laid.page_starts,
        quality=_quality(draft),
        word_boxes=pack_boxes(laid.boxes),
    )


def _quality(draft: Draft) -> Quality:
    """Return how the text came to be, with what its author notes of it (``note``)."""
    notes = [draft.quality.note, nfc(str(draft.front.get("note") or "")).strip()]
    return replace(draft.quality, note="; ".join(note for note in notes if note) or None)


def _looks_like_press(draft: Draft) -> bool:
    """Tell whether a text that is not official is a page of the press.

    One sure sign is enough; so is the shape of an article, a headline over prose.
    """
    if draft.pages:
        return False
    if boilerplate.press_signs(draft.lines):
        return True
    return boilerplate.is_article_shaped(draft.lines)


def _known_of(article: boilerplate.Article, draft: Draft) -> metadata.Known:
    known = metadata.describe_other(replace(draft, title=article.title), article.lines)
    published = article.published or known.source.published
    return replace(
        known,
        title=article.title,
        kind=PRESS,
        issued=published,
        source=replace(
            known.source,
            publisher=known.source.publisher or article.publisher,
            published=published,
        ),
    )


def _with_title_line(lines: tuple[Line, ...], title: str) -> tuple[Line, ...]:
    """Mark a first line that is the title as a heading, so that it is not quoted as prose."""
    first = lines[0]
    if first.kind is BlockKind.PARAGRAPH and first.text == title and len(lines) > 1:
        return (replace(first, kind=BlockKind.HEADING, level=1), *lines[1:])
    return lines


def _read_corpus(file: SourceFile, text: str) -> list[Document]:
    """Read a BEIR corpus; its entries are texts already, so only sure press pages are cleaned."""
    documents: list[Document] = []
    for entry in entries(text):
        body = entry.text if entry.text.strip() else entry.title
        lines = text_lines(body)
        if not lines:
            continue
        digest = _digest(entry.raw.encode())
        key = document_id(file.path, entry.id)
        draft = Draft(lines, title=tidy(entry.title) or None)
        if boilerplate.is_official(lines) or not boilerplate.press_signs(lines):
            documents.append(_plain_entry(key, entry.id, digest, draft))
            continue
        found = _document(key, entry.id, digest, draft)
        documents.append(replace(found, title=draft.title or found.title))
    if not documents:
        raise ReadError(_EMPTY)
    return documents


def _plain_entry(key: str, path: str, digest: str, draft: Draft) -> Document:
    known = metadata.describe_other(draft, draft.lines)
    laid = lay_out(draft.lines, 0)
    return Document(
        id=key,
        path=path,
        sha256=digest,
        title=draft.title or known.title,
        text=laid.text,
        blocks=laid.blocks,
        place=known.place,
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
