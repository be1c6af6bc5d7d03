"""A verdict as HTML: the count, the text marked by result, and each claim with its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.claims import DIFFERENCES
from assistant.schema import (
    Beside,
    CheckedPart,
    Citation,
    Span,
    Verdict,
    document_name,
    rows_of,
    written_day,
)
from assistant.ui.cards import citation_card
from assistant.ui.checking.claims import NOTHING, Said, tally
from assistant.ui.checking.texts import CheckTexts
from assistant.ui.escaping import html
from assistant.ui.quotes import marked, rows_table
from assistant.ui.texts import Texts

__all__ = [
    "claims_html",
    "mark_words",
    "marked_html",
    "sources_html",
    "tally_html",
    "unchecked_html",
]

_KNOWN = frozenset({"supported", "refuted", "not_enough", NOTHING})


def tally_html(said: Sequence[Said], texts: CheckTexts) -> str:
    """Return how many sentences fared how, as a list of badges."""
    counts = tally(said)
    marks = [*texts.tally, *sorted(counts.keys() - texts.tally.keys())]
    items = "".join(
        f'<li class="{_style(mark)}">{_ICON}<b>{counts[mark]}</b> '
        f"{html(texts.tally.get(mark, mark))}</li>"
        for mark in marks
    )
    label = html(texts.summary)
    return f'<div class="cs-check"><ul class="cs-tally" aria-label="{label}">{items}</ul></div>'


def marked_html(verdict: Verdict, said: Sequence[Said], texts: CheckTexts) -> str:
    """Return the checked text, each sentence marked by how it fared and linked to its claim."""
    text = verdict.claim
    shown, end = [], 0
    for one in said:
        shown.append(html(text[end : one.span.start]))
        end = max(end, one.span.end)
        words = html(one.span.of(text))
        if one.mark == NOTHING:
            shown.append(words)
            continue
        name = html(_told(one, texts))
        shown.append(
            f'<a class="cs-said {_style(one.mark)}" href="#{_anchor(one.number)}" target="_self">'
            f'{words}<span class="cs-mark">{_ICON}{name}</span></a>'
        )
    body = "".join([*shown, html(text[end:])])
    return f'<div class="cs-check"><div class="cs-checked" lang="vi">{body}</div></div>'


def claims_html(verdict: Verdict, said: Sequence[Said], texts: CheckTexts, language: str) -> str:
    """Return the claims, each with what it says beside what the documents say, and the quotes.

    Args:
        verdict: The verdict.
        said: The sentences to show, each checked.
        texts: Words of the page.
        language: Language of the frame.
    """
    cited = {citation.marker: citation for citation in verdict.citations}
    shown = "".join(_claim(verdict.claim, one, cited, texts, language) for one in said)
    return f'<div class="cs-answer cs-check">{shown}</div>'


def sources_html(verdict: Verdict, texts: Texts) -> str:
    """Return a card for each source, which the markers of the claims lead to."""
    cards = "".join(
        citation_card(citation, _source_anchor(citation.marker), texts)
        for citation in verdict.citations
    )
    return f'<div class="cs-answer">{cards}</div>'


def mark_words(mark: str, texts: CheckTexts) -> str:
    """Return a mark in words; one of no name as it is."""
    return texts.marks.get(mark, mark)


def unchecked_html(verdict: Verdict, said: Sequence[Said]) -> str:
    """Return the sentences that there was nothing to check in, as a list."""
    items = "".join(
        f"<li>{html(' '.join(one.span.of(verdict.claim).split()))}</li>"
        for one in said
        if one.mark == NOTHING
    )
    return f'<div class="cs-list" lang="vi"><ul>{items}</ul></div>'


def _told(said: Said, texts: CheckTexts) -> str:
    """Return how a sentence fared, in words."""
    if said.mixed:
        return texts.partly
    return texts.replaced if said.replaced else mark_words(said.mark, texts)


_ICON = '<i class="cs-icon" aria-hidden="true"></i>'


def _claim(
    text: str, said: Said, cited: dict[int, Citation], texts: CheckTexts, language: str
) -> str:
    name = _told(said, texts)
    columns = "".join(
        f'<th scope="col">{html(column)}</th>'
        for column in (texts.said, texts.found, texts.differs, texts.source)
    )
    rows = "".join(_row(part, cited, texts, language) for part in said.parts)
    markers = dict.fromkeys(
        marker
        for part in said.parts
        for marker in (part.marker, *(beside for _, beside in _beside(part, texts)))
        if marker is not None and marker in cited
    )
    quotes = "".join(
        _quote(cited[marker], [p for p in said.parts if p.marker == marker], texts)
        for marker in markers
    )
    sentence = _with_parts(text, said)
    return (
        f'<article class="cs-card cs-claim {_style(said.mark)}" id="{_anchor(said.number)}"'
        f' aria-label="{html(texts.claim_number.format(said.number, name))}">'
        f'<p class="cs-mark">{_ICON}{html(name)}</p>'
        f'<p class="cs-title" lang="vi">{sentence}</p>'
        f'<div class="cs-scroll" role="group" tabindex="0" aria-label="{html(texts.claims)}">'
        f'<table class="cs-rows"><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>'
        f"</div>{quotes}</article>"
    )


def _row(part: CheckedPart, cited: dict[int, Citation], texts: CheckTexts, language: str) -> str:
    """Return what a claim states in one place beside what was found."""
    found = html(" ".join((part.found or "").split()))
    around = [part.found_place or "", *(texts.year.format(year) for year in part.found_years)]
    if part.rounded:
        around.append(texts.rounded)
    about = "; ".join(html(one) for one in around if one)
    if not found:
        found = f'<span class="cs-no-side">{html(texts.nothing)}</span>'
    elif part.judgement.value == "not_enough":
        found = f'<span class="cs-no-side">{html(texts.nearest)}:</span> {found}'
    about = f'<span class="cs-meta">{about}</span>' if about and part.found else ""
    about += "".join(
        f'<span class="cs-beside">{html(words)} {_badge(marker, texts) if marker in cited else ""}'
        "</span>"
        for words, marker in _beside(part, texts)
    )
    names = DIFFERENCES.get(language, {})
    differs = ", ".join(str(names.get(one, one.value)) for one in part.differs)
    badge = _badge(part.marker, texts) if part.marker in cited else ""
    return (
        f'<tr class="{_style(part.judgement.value)}">'
        f'<td lang="vi">{_ICON}<b>{html(" ".join(part.part.text.split()))}</b></td>'
        f'<td lang="vi"><b>{found}</b> {about}</td><td>{html(differs)}</td><td>{badge}</td></tr>'
    )


def _beside(part: CheckedPart, texts: CheckTexts) -> list[tuple[str, int | None]]:
    """Return what a reader must know of beside what was found, each with its marker.

    What holds in its place today is told before what another source says.
    """
    told: list[tuple[str, int | None]] = []
    now, against, beside = part.now, part.against, part.beside
    if beside is not None and beside.words:
        told.append((texts.beside.format(beside.words, _named(beside, texts)), beside.marker))
    if now is not None and now.words:
        told.append((texts.now.format(now.words, _named(now, texts)), now.marker))
    elif now is not None:
        told.append((texts.gone.format(_named(now, texts)), now.marker))
    if against is not None and against.words:
        told.append((texts.against.format(against.words, _named(against, texts)), against.marker))
    return told


def _named(beside: Beside, texts: CheckTexts) -> str:
    """Return the name of the document that another figure stands in, and its day."""
    if beside.issued is None:
        return beside.document
    return f"{beside.document} {texts.note_day.format(written_day(beside.issued))}"


def _quote(citation: Citation, parts: Sequence[CheckedPart], texts: CheckTexts) -> str:
    """Return the words of a document that settle a claim, who said them, where and when."""
    document = citation.document
    known = [
        document_name(document.kind, document.number) or document.title,
        document.issuer,
        written_day(document.issued),
        citation.label,
        texts.note_page.format(citation.page) if citation.page else "",
    ]
    meta = " · ".join(html(one) for one in known if one)
    speaker = citation.passage.speaker
    said_by = f"<p>{html(texts.speaker.format(speaker))}</p>" if speaker else ""
    span = Span(citation.start, citation.end)
    found = _place_of([part.found for part in parts], document.text, span)
    rows = rows_of(document, span)
    if rows:
        shown = rows_table(document, rows, citation.label, quote=found)
    else:
        shown = f"“{marked(document.text, span, found)}”"
    return (
        f'<blockquote class="cs-passage" lang="vi">{shown}</blockquote>'
        f'<div class="cs-meta" lang="vi"><p>{meta} {_badge(citation.marker, texts)}</p>'
        f"{said_by}</div>"
    )


def _place_of(found: Sequence[str | None], text: str, quote: Span) -> Span | None:
    """Return where the words that were found stand in a quote, where they stand in one place."""
    for words in found:
        if not words:
            continue
        pattern = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)")
        places = [match.span() for match in pattern.finditer(text, quote.start, quote.end)]
        if len(places) == 1:
            return Span(*places[0])
    return None


def _with_parts(text: str, said: Said) -> str:
    """Return a sentence with the words that were checked set off."""
    shown, end = [], said.span.start
    for part in sorted(said.parts, key=lambda one: (one.part.span.start, one.part.span.end)):
        span = part.part.span
        if span.start < end or span.end > said.span.end or span == said.span:
            continue
        words = html(span.of(text))
        style = _style(part.judgement.value)
        shown += [html(text[end : span.start]), f'<b class="cs-part {style}">{words}</b>']
        end = span.end
    return "".join([*shown, html(text[end : said.span.end])])


def _badge(marker: int | None, texts: CheckTexts) -> str:
    name = html(texts.source_number.format(marker))
    return (
        f'<a class="cs-badge" href="#{_source_anchor(marker)}" aria-label="{name}"'
        f' target="_self">{marker}</a>'
    )


def _style(mark: str) -> str:
    """Return the class of a mark; one of no name looks like what is not settled."""
    return f"cs-{mark.replace('_', '-')}" if mark in _KNOWN else "cs-not-enough"


def _anchor(number: int) -> str:
    return f"nhan-dinh-{number}"


def _source_anchor(marker: int | None) -> str:
    return f"nguon-kiem-chung-{marker}"
