"""Answers, hits and passages as text for people to read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.schema import (
    Answer,
    Citation,
    Document,
    Hit,
    Method,
    Passage,
    QuotedRow,
    SideFound,
    Skipped,
    Span,
    Status,
    Verdict,
    text_and_rows,
    written_day,
)

if TYPE_CHECKING:
    from assistant.indexing.change_log import Change

__all__ = [
    "answer_text",
    "change_text",
    "converted_text",
    "hits_text",
    "passage_text",
    "say",
    "skipped_text",
    "verdict_text",
]

EXCERPT_CHARS = 240

_WORDS = {
    "vi": {
        "not_found": "KHÔNG TÌM THẤY TRONG TÀI LIỆU",
        "partial": "Mới trả lời được một phần:",
        "nearest": "Gần nhất trong tài liệu (không phải câu trả lời):",
        "no_side": "không có trong tài liệu",
        "in_words": "xem trích dẫn",
        "note": "Lưu ý:",
        "understood": "Hiểu là:",
        "sources": "Nguồn",
        "unchecked": "Không kiểm tra (không có số liệu, ngày hay người ký để đối chiếu)",
        "page": "trang",
        "recognised": "bản quét, độ tin cậy nhận dạng {:.0%}",
        "generative": "(Mô hình viết lại; mọi số liệu đã được đối chiếu với trích dẫn.)",
    },
    "en": {
        "not_found": "NOT FOUND IN THE DOCUMENTS",
        "partial": "Answered in part:",
        "nearest": "Nearest in the documents (not an answer):",
        "no_side": "not in the documents",
        "in_words": "see the quote",
        "note": "Note:",
        "understood": "Understood as:",
        "sources": "Sources",
        "unchecked": "Not checked (no figure, date or signer to hold against the documents)",
        "page": "page",
        "recognised": "scan, recognised with {:.0%} confidence",
        "generative": "(Rewritten by a model; every figure was checked against the quotes.)",
    },
}

_LEGS = {"marked": "có dấu", "folded": "không dấu", "dense": "ngữ nghĩa"}
"""What the retrievers are called to a person."""


def say(text: str) -> None:
    """Print a result, which alone goes to standard output."""
    sys.stdout.write(text + "\n")


def answer_text(
    answer: Answer, nearest: Iterable[tuple[Hit, Document]], language: str = "vi"
) -> str:
    """Return an answer with its sources: first the short answer, then sentences, then quotes.

    A comparison begins with a line for each side in place of the short answer.

    Args:
        answer: The answer.
        nearest: For an answer not found, what comes nearest, each hit with its document.
        language: Language of the words around the quotes, ``vi`` or ``en``.
    """
    words = _WORDS[language]
    if answer.status is Status.NOT_FOUND:
        lines = [words["not_found"]]
        if answer.missing:
            lines.append(f"{answer.missing[0].upper()}{answer.missing[1:]}.")
        lines += _remarks(answer, words)
        near = [_hit_lines(hit, document, words) for hit, document in nearest]
        if near:
            lines += ["", words["nearest"]]
            lines += [line for hit in near for line in hit]
        return "\n".join(lines)
    lines = [answer.short, ""] if answer.short and answer.short != answer.text else []
    if len(answer.sides) > 1:
        lines += [*_side_lines(answer.sides, words), ""]
    for part in text_and_rows(answer.text, answer.citations):
        lines.append(part if isinstance(part, str) else _row_line(part))
    if answer.method is Method.GENERATIVE:
        lines.append(words["generative"])
    if answer.status is Status.PARTIAL and answer.missing:
        lines.append(f"{words['partial']} {answer.missing}.")
    lines += _remarks(answer, words)
    if answer.citations:
        lines += ["", words["sources"]]
        for citation in answer.citations:
            lines += _citation_lines(citation, words)
    return "\n".join(lines)


def verdict_text(verdict: Verdict, language: str = "vi") -> str:
    """Return the note on a claim with its sources, ready to paste.

    Args:
        verdict: The verdict.
        language: Language of the words around the quotes, ``vi`` or ``en``.
    """
    words = _WORDS[language]
    said = [] if verdict.unchecked else [f"“{' '.join(verdict.claim.split())}”", ""]
    lines = [*said, verdict.text]
    if verdict.citations:
        lines += ["", words["sources"]]
        for citation in verdict.citations:
            lines += _citation_lines(citation, words)
    if verdict.unchecked:
        lines += ["", words["unchecked"]]
        lines += [f"- {_excerpt(span.of(verdict.claim))}" for span in verdict.unchecked]
    return "\n".join(lines)


def hits_text(found: Iterable[tuple[Hit, Document]]) -> str:
    """Return hits, each with its document, why it was found, and the id for ``show``."""
    return "\n\n".join(
        "\n".join([*_hit_lines(hit, document, _WORDS["vi"]), f"   {_why(hit)}"])
        for hit, document in found
    )


def passage_text(document: Document, passage: Passage) -> str:
    """Return one passage in full under the name of its document."""
    place = _place(passage, document, _WORDS["vi"])
    head = [document.title + _origin(document), place]
    if document.source.url:
        head.append(document.source.url)
    return "\n".join([*head, "", passage.of(document.text)])


def converted_text(converted: Mapping[str, int]) -> list[str]:
    """Return a line on the documents whose characters were converted; none without any.

    Args:
        converted: Number of documents by what was done, such as “chuyển từ TCVN3”.
    """
    if not converted:
        return []
    told = "; ".join(f"{note or 'không rõ bảng mã'}: {count}" for note, count in converted.items())
    return [f"Chữ bảng mã cũ: {sum(converted.values())} tài liệu ({told})"]


def skipped_text(skipped: Iterable[Skipped]) -> list[str]:
    """Return a line for each file that was not read, with the reason."""
    return [f"  {one.path}: {one.reason}" for one in skipped]


def change_text(change: Change) -> str:
    """Return a line for a change of the library, with nothing that a terminal would obey."""
    told = ", ".join(
        f"{name}: “{change.before.get(name, '')}” → “{change.after.get(name, '')}”"
        for name in change.after | change.before
    )
    line = f"{change.at}  {change.who}  {change.act}  {change.document}  {told}"
    return "".join(char for char in line if char.isprintable()).rstrip()


def _side_lines(sides: Sequence[SideFound], words: dict[str, str]) -> list[str]:
    """Return a line for each side, the answers below each other: ``Đà Nẵng    60% GRDP [2]``."""
    width = max(len(side.label) for side in sides)
    lines = []
    for side in sides:
        found = side.short or words["no_side" if side.marker is None else "in_words"]
        marker = "" if side.marker is None else f" [{side.marker}]"
        lines.append(f"{side.label:<{width}}  {' '.join(found.split())}{marker}")
    return lines


def _row_line(quoted: QuotedRow) -> str:
    """Return a row on one line, each cell after the name of its column: ``Năm: 2025 · …``.

    Without names the cells stand as they are quoted; an empty cell says nothing.
    """
    text, row = quoted.citation.document.text, quoted.row
    names = [" ".join(name.of(text).split()) for name in row.header]
    cells = [" ".join(cell.of(text).split()) for cell in row.cells]
    if names:
        filled = [pair for pair in zip(names, cells, strict=True) if pair[1]]
        line = " · ".join(": ".join(filter(None, pair)) for pair in filled)
    else:
        line = " | ".join(filter(None, cells))
    return f"{line} [{quoted.citation.marker}]"


def _remarks(answer: Answer, words: dict[str, str]) -> list[str]:
    """Return what is said beside an answer: its notes, and how the question was read."""
    lines = [f"{words['note']} {note}" for note in answer.notes]
    if answer.question.read_otherwise:
        lines.append(f"{words['understood']} {answer.question.reading}")
    return lines


def _citation_lines(citation: Citation, words: dict[str, str]) -> list[str]:
    place = [
        citation.label,
        *_page_words(citation.page, words["page"]),
        *_recognised(citation.confidence, words),
    ]
    quote = " ".join(citation.quote.split())
    return [
        f"[{citation.marker}] {citation.document.title}{_origin(citation.document)}; "
        + "; ".join(filter(None, place)),
        f"    “{quote}”",
    ]


def _hit_lines(hit: Hit, document: Document, words: dict[str, str]) -> list[str]:
    place = _place(hit.passage, document, words)
    return [
        f"{hit.rank}. {document.title}{_origin(document)}; {place}",
        f"   {_excerpt(hit.passage.of(document.text))}",
    ]


def _place(passage: Passage, document: Document, words: dict[str, str]) -> str:
    page = _page_words(passage.pages[0] if passage.pages else None, words["page"])
    sure = document.confidence(Span(passage.start, passage.end))
    return "; ".join(filter(None, [passage.label, *page, *_recognised(sure, words)]))


def _recognised(confidence: float | None, words: dict[str, str]) -> list[str]:
    """Return the warning that words were recognised in a scan, and how surely."""
    return [] if confidence is None else [words["recognised"].format(confidence)]


def _why(hit: Hit) -> str:
    ranks = ", ".join(f"{_LEGS.get(name, name)} thứ {rank}" for name, rank in hit.ranks)
    return f"{hit.passage.id}" + (f"  ({ranks})" if ranks else "")


def _origin(document: Document) -> str:
    """Return number, date and issuer as far as they are known: `` — 03-NQ/TU, 26/10/2021``."""
    known = [document.number, written_day(document.issued), document.issuer]
    words = ", ".join(filter(None, known))
    return f" — {words}" if words else ""


def _page_words(page: int | None, page_word: str) -> list[str]:
    return [] if page is None else [f"{page_word} {page}"]


def _excerpt(text: str) -> str:
    """Return the beginning of a text on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= EXCERPT_CHARS:
        return line
    return line[:EXCERPT_CHARS].rsplit(" ", 1)[0] + " …"
