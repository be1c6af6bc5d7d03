"""Cards: a document, a place in it, and the passage with the quote marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.schema import Citation, Document, Hit, Row, Span, document_name, rows_of, written_day
from assistant.ui.escaping import html, link
from assistant.ui.quotes import marked, rows_table
from assistant.ui.texts import Texts

__all__ = ["citation_card", "nearest_card"]

# Around a quote, in characters: two or three sentences; the rest is one click away.
_CONTEXT = 280


def citation_card(citation: Citation, anchor: str, texts: Texts) -> str:
    """Return the card of a citation as HTML.

    Args:
        citation: The citation.
        anchor: Id of the card, which the markers of the answer link to.
        texts: Words of the page.
    """
    document, passage = citation.document, citation.passage
    quote = Span(citation.start, citation.end)
    # A quote may run past its passage, as a list does that continues in the next one.
    whole = Span(min(passage.start, quote.start), max(passage.end, quote.end))
    return _card(
        document=document,
        place=[citation.label, *_page(citation.page, texts)],
        confidence=citation.confidence,
        body=_passage(document, whole, quote, citation.label, texts),
        ranks=citation.ranks,
        badge=str(citation.marker),
        name=texts.source_number.format(citation.marker),
        anchor=anchor,
        texts=texts,
    )


def nearest_card(hit: Hit, document: Document, texts: Texts) -> str:
    """Return the card of a passage that is near a question and does not answer it, as HTML.

    Args:
        hit: The hit.
        document: Its document.
        texts: Words of the page.
    """
    passage = hit.passage
    whole = Span(passage.start, passage.end)
    return _card(
        document=document,
        place=[passage.label, *_page(passage.pages[0] if passage.pages else None, texts)],
        confidence=document.confidence(whole),
        body=_passage(document, whole, None, passage.label, texts),
        ranks=hit.ranks,
        badge="",
        name=texts.nearest_number.format(hit.rank),
        anchor="",
        texts=texts,
    )


def _card(
    *,
    document: Document,
    place: Sequence[str],
    confidence: float | None,
    body: str,
    ranks: Sequence[tuple[str, int]],
    badge: str,
    name: str,
    anchor: str,
    texts: Texts,
) -> str:
    number = f'<span class="cs-badge" aria-hidden="true">{html(badge)}</span>' if badge else ""
    identity = f' id="{html(anchor)}"' if anchor else ""
    known = [
        document_name(document.kind, document.number),
        written_day(document.issued) or texts.no_date,
        document.issuer or "",
    ]
    meta = " · ".join(html(part) for part in known if part)
    where = " · ".join(html(part) for part in place if part)
    told = f"{_published(document, texts)}{_why(ranks, texts)}"
    foot = f"<footer>{told}</footer>" if told else ""
    return (
        f'<article class="cs-card"{identity} aria-label="{html(name)}">'
        f'<header>{number}<div><p class="cs-title" lang="vi">{html(document.title)}</p>'
        f'<p class="cs-meta" lang="vi">{meta}</p></div></header>'
        f'<p class="cs-place" lang="vi">{where}</p>'
        f"{body}{_quality(document, confidence, texts)}"
        f"{foot}</article>"
    )


def _passage(document: Document, whole: Span, quote: Span | None, label: str, texts: Texts) -> str:
    """Return the passage with its quote marked; a long one is cut, the whole a click away."""
    text = document.text
    seen = quote or Span(whole.start, whole.start)
    start = _cut_before(text, whole.start, seen.start)
    end = _cut_after(text, seen.end, whole.end)
    rows = rows_of(document, whole)
    if rows:
        near = [row for row in rows if start < row.end and row.start < end]
        shown = _tables(document, near, quote, label)
        full = _tables(document, rows, quote, label) if len(near) < len(rows) else ""
    else:
        before = f"…{_gap(text[start - 1])}" if start > whole.start else ""
        after = f"{_gap(text[end])}…" if end < whole.end else ""
        shown = f"{before}{marked(text, Span(start, end), quote)}{after}"
        full = marked(text, whole, quote) if before or after else ""
    body = f'<blockquote class="cs-passage" lang="vi">{shown}</blockquote>'
    if not full:
        return body
    return (
        f"{body}<details><summary>{html(texts.whole_passage)}</summary>"
        f'<blockquote class="cs-passage" lang="vi">{full}</blockquote></details>'
    )


def _tables(document: Document, rows: Sequence[Row], quote: Span | None, label: str) -> str:
    """Return rows as a table, or as several where they stand in several."""
    return "".join(
        rows_table(document, list(group), label, quote=quote)
        for _, group in groupby(rows, key=lambda row: row.table)
    )


def _cut_before(text: str, start: int, end: int) -> int:
    """Return where to begin, so that at most the context stands before ``end``.

    A cut falls between lines where it can, so that no list begins in mid-sentence.
    """
    if end - start <= _CONTEXT:
        return start
    cut = end - _CONTEXT
    gaps = [text.find(gap, cut - 1, end) for gap in ("\n", " ")]
    return next((gap + 1 for gap in gaps if gap >= 0), cut)


def _cut_after(text: str, start: int, end: int) -> int:
    """Return where to stop, so that at most the context stands after ``start``."""
    if end - start <= _CONTEXT:
        return end
    cut = start + _CONTEXT
    gaps = [text.rfind(gap, start, cut) for gap in ("\n", " ")]
    return next((gap for gap in gaps if gap >= 0), cut)


def _gap(char: str) -> str:
    """Return the gap at which a text was cut: what follows a line break begins a line."""
    return char if char.isspace() else ""


def _page(page: int | None, texts: Texts) -> list[str]:
    return [] if page is None else [texts.page.format(page)]


def _quality(document: Document, confidence: float | None, texts: Texts) -> str:
    """Warn of text that is not the publisher's own characters, and say how surely it was read."""
    origin = {"ocr": texts.ocr, "converted": texts.converted}.get(document.quality.origin)
    if confidence is not None:
        origin = texts.recognised.format(confidence)
    elif document.word_boxes:
        origin = None  # words of a page that was printed, in a file that has scanned ones too
    told = [part for part in (origin, document.quality.note) if part]
    return f'<p class="cs-quality">{html("; ".join(told))}</p>' if told else ""


def _published(document: Document, texts: Texts) -> str:
    parts: list[str] = []
    if document.source.publisher:
        parts.append(f"{html(texts.published_by)} {html(document.source.publisher)}")
    address = link(document.source.url)
    if address:
        parts.append(
            f'<a href="{html(address)}" target="_blank" rel="noopener noreferrer nofollow">'
            f"{html(texts.open_source)}</a>"
        )
    return f"<p>{' · '.join(parts)}</p>" if parts else ""


def _why(ranks: Sequence[tuple[str, int]], texts: Texts) -> str:
    """Say why a passage was found, by its rank in each retriever; a score means nothing."""
    told = [texts.rank.format(texts.retrievers.get(name, name), rank) for name, rank in ranks]
    return f"<p>{html(texts.why)}: {html('; '.join(told))}</p>" if told else ""
