"""An answer as HTML: what answers at a glance, and cited sentences that lead to their sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from assistant.schema import Answer, QuotedRow, SideFound, text_and_rows
from assistant.ui.escaping import html
from assistant.ui.quotes import rows_table
from assistant.ui.texts import Texts

__all__ = ["answer_html", "notes_html", "source_anchor"]

_MARKER = re.compile(r"\[(\d{1,3})\]")
# A cited sentence ends where its markers end, or at the full stop after them, and is a paragraph.
_AFTER_MARKERS = re.compile(r"(?:(?<=</a>)|(?<=</a>\.))\s+(?!<a )")
_ENDED = re.compile(r'(?:^|[.!?…:;”"])(?:\s*<a [^>]*>\d+</a>)+$|\.$')

# Longest short answer in characters that is set in the largest and in the middle size.
_LARGE, _MIDDLE = 24, 80


def answer_html(answer: Answer, number: int, texts: Texts, language: str = "vi") -> str:
    """Return an answer as HTML, without its sources.

    Args:
        answer: An answer, full or partial.
        number: Number of the answer in the conversation, which keeps the ids of its cards
            apart from those of other answers.
        texts: Words of the page.
        language: Language of the answer's frame, ``vi`` or ``en``.
    """
    return (
        f'<div class="cs-answer">{_short(answer.short)}{_sides(answer.sides, number, texts)}'
        f'<div class="cs-text" lang="vi">{_sentences(answer, number, texts)}</div>'
        f"{_notes(answer.notes, texts, language)}</div>"
    )


def source_anchor(number: int, marker: int) -> str:
    """Return the id of the card that a marker leads to.

    Args:
        number: Number of the answer in the conversation.
        marker: The marker.
    """
    return f"nguon-{number}-{marker}"


def _sentences(answer: Answer, number: int, texts: Texts) -> str:
    """Return the text: each cited sentence a paragraph, rows of one table under its header."""
    cited = frozenset(citation.marker for citation in answer.citations)
    shown = []
    for _, group in groupby(text_and_rows(_told(answer), answer.citations), key=_table_of):
        parts = list(group)
        rows = [part for part in parts if isinstance(part, QuotedRow)]
        if rows:
            shown.append(_rows(rows, number, texts))
        for words in (part for part in parts if isinstance(part, str)):
            sentences = _paragraphs(_linked(words, number, cited, texts))
            shown += [f"<p>{sentence}</p>" for sentence in sentences]
    return "".join(shown)


def _paragraphs(linked: str) -> list[str]:
    """Return the cited sentences of a text; one may go on after a marker: “… [1] nay là … [2].”."""
    shown: list[str] = []
    for piece in _AFTER_MARKERS.split(linked):
        if shown and piece[:1].islower() and not _ENDED.search(shown[-1]):
            shown[-1] += f" {piece}"
        else:
            shown.append(piece)
    return shown


def _table_of(part: str | QuotedRow) -> tuple[str, int] | None:
    """Return which table of which document a part of a text comes from; None for words."""
    return None if isinstance(part, str) else (part.citation.document.id, part.row.table)


def _rows(quoted: Sequence[QuotedRow], number: int, texts: Texts) -> str:
    """Return rows of one table, each with its marker at the end."""
    first = quoted[0].citation
    return rows_table(
        first.document,
        [one.row for one in quoted],
        first.label,
        badges=[_badge(number, one.citation.marker, texts) for one in quoted],
    )


def _told(answer: Answer) -> str:
    """Return the text without the sentences that say again what the table of sides shows."""
    text = answer.text
    if _has_table(answer.sides):
        for side in answer.sides:
            label = f"{side.label[:1].upper()}{side.label[1:]}"
            text = text.replace(f"{label}: {side.short} [{side.marker}].", "", 1)
    return text.strip()


def notes_html(notes: Sequence[str], texts: Texts, language: str) -> str:
    """Return notes as HTML where there is no answer that they could stand in; "" without any.

    Args:
        notes: What a reader needs to know beside the answer.
        texts: Words of the page.
        language: Language of the notes, ``vi`` or ``en``.
    """
    shown = _notes(notes, texts, language)
    return f'<div class="cs-answer">{shown}</div>' if shown else ""


def _notes(notes: Sequence[str], texts: Texts, language: str) -> str:
    if not notes:
        return ""
    told = "".join(f"<p>{html(' '.join(note.split()))}</p>" for note in notes)
    return (
        f'<aside class="cs-notes" role="note" aria-label="{html(texts.note)}"'
        f' lang="{html(language)}">{told}</aside>'
    )


def _sides(sides: Sequence[SideFound], number: int, texts: Texts) -> str:
    """Return what was found side by side as a table; "" without one."""
    if not _has_table(sides):
        return ""
    columns = "".join(
        f'<th scope="col">{html(name)}</th>'
        for name in (texts.side, texts.side_answer, texts.sources)
    )
    rows = "".join(
        f'<tr><th scope="row" lang="vi">{html(side.label)}</th>'
        f"{_side_answer(side, texts)}<td>{_side_badge(side, number, texts)}</td></tr>"
        for side in sides
    )
    return (
        f'<table class="cs-sides" aria-label="{html(texts.compared)}">'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _has_table(sides: Sequence[SideFound]) -> bool:
    """Tell whether sides stand in a table: one side alone needs none."""
    return len(sides) > 1


def _side_answer(side: SideFound, texts: Texts) -> str:
    if side.short:
        return f'<td class="cs-side" lang="vi">{html(" ".join(side.short.split()))}</td>'
    told = texts.no_side if side.marker is None else texts.in_words
    return f'<td class="cs-no-side">{html(told)}</td>'


def _side_badge(side: SideFound, number: int, texts: Texts) -> str:
    return "" if side.marker is None else _badge(number, side.marker, texts)


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
        return _badge(number, marker, texts) if marker in cited else match.group()

    return _MARKER.sub(badge, html(text))


def _badge(number: int, marker: int, texts: Texts) -> str:
    """Return a marker that leads to its card."""
    name = html(texts.source_number.format(marker))
    return (
        f'<a class="cs-badge" href="#{source_anchor(number, marker)}" aria-label="{name}"'
        f' target="_self">{marker}</a>'
    )
