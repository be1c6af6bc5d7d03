"""The note on a checked text, ready to paste into a message or a report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.schema import Citation, Verdict, document_name, written_day
from assistant.ui.checking.claims import Said
from assistant.ui.checking.texts import CheckTexts
from assistant.ui.escaping import clean

__all__ = ["note_on_text"]

_QUOTED = 300
"""Longest text that a note quotes in full, in characters; of an article it gives the beginning."""


def note_on_text(
    verdict: Verdict, said: Sequence[Said], day: date, documents: int, texts: CheckTexts
) -> str:
    """Return the note: what was said, how it fared by the documents, and where they say it.

    Args:
        verdict: The verdict.
        said: Its sentences.
        day: Day of the check.
        documents: Number of documents it was held against.
        texts: Words of the page.
    """
    claim = " ".join(verdict.claim.split())
    if len(claim) <= _QUOTED:
        head = texts.note_claim.format(claim)
    else:
        head = texts.note_article.format(len(said), claim[:_QUOTED].rsplit(" ", 1)[0] + "…")
    lines = [texts.note_title.format(written_day(day)), head]
    lines += ["", verdict.text]
    if verdict.citations:
        lines += ["", texts.note_sources]
        for citation in verdict.citations:
            lines += _source(citation, texts)
    lines += ["", texts.note_end.format(documents, verdict.receipt.index[:12])]
    return clean("\n".join(lines))


def _source(citation: Citation, texts: CheckTexts) -> list[str]:
    document = citation.document
    named = [
        document_name(document.kind, document.number),
        texts.note_day.format(written_day(document.issued)) if document.issued else "",
        texts.note_issuer.format(document.issuer) if document.issuer else "",
    ]
    known = [
        " ".join(filter(None, named)),
        f"“{document.title}”",
        citation.label,
        texts.note_page.format(citation.page) if citation.page else "",
        texts.speaker.format(citation.passage.speaker) if citation.passage.speaker else "",
    ]
    quote = " ".join(citation.quote.split())
    lines = [f"[{citation.marker}] {', '.join(filter(None, known))}", f"    “{quote}”"]
    return lines + ([f"    {document.source.url}"] if document.source.url else [])
