"""A conversation as a record to take along: what was asked, answered, cited, and from what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.answering.references import reference
from assistant.schema import Answer, Citation, QuotedRow, Status, text_and_rows
from assistant.ui.chatting.texts import ChatTexts
from assistant.ui.conversation import Turn
from assistant.ui.escaping import clean, link
from assistant.ui.numerals import moment_words
from assistant.ui.sidebar import filter_words
from assistant.ui.texts import Texts

__all__ = ["Asking", "Record", "Reference", "record_of"]

_AFTER_MARKERS = re.compile(r"(?:(?<=\])|(?<=\]\.))\s+(?!\[\d)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A source: its marker, its place in the official style, its words, and where it is from."""

    marker: int
    place: str
    quote: str
    remarks: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A question and what came of it, in words without markup.

    Attributes:
        title: Which question it is.
        question: The question as typed.
        remarks: How it was read, what the search was held to, how much was answered.
        short: The words that answer; empty where no single span does.
        paragraphs: The answer, a cited sentence each; or what is missing or went wrong.
        notes: What a reader needs to know beside the answer.
        sources: What the markers stand for.
        receipt: What the answer was made from, a line each.
    """

    title: str
    question: str
    remarks: tuple[str, ...] = ()
    short: str = ""
    paragraphs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Reference, ...] = ()
    receipt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A conversation.

    Attributes:
        title: What it is called.
        remarks: When it was made, and what to mind.
        askings: The questions in order.
        sources_title: What stands above the sources of an answer.
        receipt_title: What stands above a receipt.
        language: Language of the frame around the quotes.
    """

    title: str
    remarks: tuple[str, ...]
    askings: tuple[Asking, ...]
    sources_title: str
    receipt_title: str
    language: str


def record_of(
    turns: Sequence[Turn], now: datetime, texts: Texts, words: ChatTexts, language: str
) -> Record:
    """Return the record of a conversation.

    Args:
        turns: The turns, oldest first.
        now: When it is made.
        texts: Words of the page.
        words: Words of what stands around an answer.
        language: Language of these words.
    """
    return Record(
        title=words.record,
        remarks=(words.exported.format(moment_words(now)), words.caution),
        askings=tuple(
            _asking(turn, words.question.format(number), texts, words)
            for number, turn in enumerate(turns, start=1)
        ),
        sources_title=texts.sources,
        receipt_title=words.receipt,
        language=language,
    )


def _asking(turn: Turn, title: str, texts: Texts, words: ChatTexts) -> Asking:
    question = clean(turn.question)
    answer = turn.answer
    if answer is None:
        return Asking(title, question, paragraphs=(clean(turn.problem),))
    remarks = []
    if answer.question.read_otherwise:
        remarks.append(texts.understood.format(clean(answer.question.reading)))
    scope = filter_words(turn.filters, texts)
    if scope:
        remarks.append(texts.asked_within.format(clean(scope)))
    return Asking(
        title=title,
        question=question,
        remarks=(*remarks, _status(answer, texts, words)),
        short=_line(answer.short or ""),
        paragraphs=_paragraphs(answer, texts),
        notes=tuple(_line(note) for note in answer.notes),
        sources=tuple(_reference(citation, texts) for citation in answer.citations),
        receipt=_receipt(answer, words),
    )


def _status(answer: Answer, texts: Texts, words: ChatTexts) -> str:
    if answer.status is Status.FULL:
        return words.full
    if answer.status is Status.PARTIAL:
        return texts.partial.format(_line(answer.missing))
    return f"{texts.not_found}."


def _paragraphs(answer: Answer, texts: Texts) -> tuple[str, ...]:
    if answer.status is Status.NOT_FOUND:
        return (texts.missing.format(_line(answer.missing)),) if answer.missing else ()
    told: list[str] = []
    for part in text_and_rows(answer.text, answer.citations):
        if isinstance(part, QuotedRow):
            told.append(_row(part))
        else:
            told += [_line(line) for line in _AFTER_MARKERS.split(part) if line.strip()]
    return tuple(told)


def _row(quoted: QuotedRow) -> str:
    """Return a row in words, each cell after the name of its column."""
    text, row = quoted.citation.document.text, quoted.row
    names = [_line(name.of(text)) for name in row.header] or [""] * len(row.cells)
    cells = [
        f"{name}: {cell}" if name else cell
        for name, cell in zip(names, (_line(cell.of(text)) for cell in row.cells), strict=True)
        if cell
    ]
    return f"{'; '.join(cells)} [{quoted.citation.marker}]"


def _reference(citation: Citation, texts: Texts) -> Reference:
    document = citation.document
    remarks = []
    if document.source.publisher:
        remarks.append(f"{texts.published_by} {_line(document.source.publisher)}")
    if citation.confidence is not None:
        remarks.append(texts.recognised.format(citation.confidence))
    elif document.quality.origin == "converted":
        remarks.append(texts.converted)
    if document.quality.note:
        remarks.append(_line(document.quality.note))
    return Reference(
        marker=citation.marker,
        place=_line(reference(document, citation.label, citation.page)),
        quote=clean(citation.quote).strip(),
        remarks=tuple(remarks),
        address=link(document.source.url) or "",
    )


def _receipt(answer: Answer, words: ChatTexts) -> tuple[str, ...]:
    receipt = answer.receipt
    lines = [words.index_code.format(receipt.index), words.settings_code.format(receipt.config)]
    if receipt.passages:
        lines.append(words.passages_used.format(", ".join(map(clean, receipt.passages))))
    return tuple(lines)


def _line(text: str) -> str:
    return " ".join(clean(text).split())
