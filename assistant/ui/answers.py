"""An answer as HTML: the short answer, cited sentences, and a card for each source."""

from __future__ import annotations

import re

from assistant.schema import Answer
from assistant.ui.cards import citation_card
from assistant.ui.escaping import html
from assistant.ui.texts import Texts

__all__ = ["answer_html"]

_MARKER = re.compile(r"\[(\d{1,3})\]")
# A cited sentence ends where its markers end, and is a paragraph.
_AFTER_MARKERS = re.compile(r"(?<=</a>)\s+(?!<a )")

# Longest short answer in characters that is set in the largest and in the middle size.
_LARGE, _MIDDLE = 24, 80


def answer_html(answer: Answer, number: int, texts: Texts) -> str:
    """Return an answer with its sources as HTML.

    Args:
        answer: An answer, full or partial.
        number: Number of the answer in the conversation, which keeps the ids of its cards
            apart from those of other answers.
        texts: Words of the page.
    """
    cited = frozenset(citation.marker for citation in answer.citations)
    paragraphs = "".join(
        f"<p>{sentence}</p>"
        for sentence in _AFTER_MARKERS.split(_linked(answer.text.strip(), number, cited, texts))
    )
    cards = "".join(
        citation_card(citation, _anchor(number, citation.marker), texts)
        for citation in answer.citations
    )
    return (
        f'<div class="cs-answer">{_short(answer.short)}'
        f'<div class="cs-text" lang="vi">{paragraphs}</div>'
        f'<section aria-label="{html(texts.sources)}">'
        f'<p class="cs-label" aria-hidden="true">{html(texts.sources)}</p>{cards}</section></div>'
    )


def _short(short: str | None) -> str:
    if not short:
        return ""
    size = next((name for name, most in (("l", _LARGE), ("m", _MIDDLE)) if len(short) <= most), "s")
    return f'<p class="cs-short cs-short-{size}" lang="vi">{html(" ".join(short.split()))}</p>'


def _linked(text: str, number: int, cited: frozenset[int], texts: Texts) -> str:
    """Return a text whose markers are badges that lead to their cards.

    A number in brackets that no citation has, as a document may quote one, stays as it is.
    """

    def badge(match: re.Match[str]) -> str:
        marker = int(match.group(1))
        if marker not in cited:
            return match.group()
        name = html(texts.source_number.format(marker))
        return (
            f'<a class="cs-badge" href="#{_anchor(number, marker)}" aria-label="{name}"'
            f' target="_self">{marker}</a>'
        )

    return _MARKER.sub(badge, html(text))


def _anchor(number: int, marker: int) -> str:
    return f"nguon-{number}-{marker}"
