"""Long text cut at the ends of sentences and clauses."""

from __future__ import annotations

from assistant.schema import Span
from assistant.vietnamese.sentences import clauses, sentences

__all__ = ["split_long"]


def split_long(text: str, span: Span, limit: int) -> list[Span]:
    """Cut a span into parts of at most ``limit`` characters, each as long as it can be.

    Args:
        text: The document's text.
        span: What is cut.
        limit: Most characters of a part; only a single word may be longer.

    Returns:
        Spans in order, trimmed of white space; together they hold all that is not white
        space. A span that fits is returned whole.
    """
    start, end = _trimmed(text, span.start, span.end)
    if start >= end:
        return []
    if end - start <= limit:
        return [Span(start, end)]
    atoms: list[Span] = []
    for sentence in sentences(text, start, end):
        for clause in clauses(text, sentence) if _size(sentence) > limit else [sentence]:
            atoms += _words(text, clause, limit) if _size(clause) > limit else [clause]
    parts: list[Span] = []
    for atom in atoms:
        if parts and atom.end - parts[-1].start <= limit:
            parts[-1] = Span(parts[-1].start, atom.end)
        else:
            parts.append(atom)
    return parts


def _size(span: Span) -> int:
    return span.end - span.start


def _words(text: str, span: Span, limit: int) -> list[Span]:
    """Cut a clause that is too long between words, after a comma where there is one."""
    parts: list[Span] = []
    start = span.start
    while span.end - start > limit:
        window = text[start : start + limit]
        cut = window.rfind(", ", limit // 2)
        cut = cut + 1 if cut >= 0 else window.rfind(" ")
        if cut <= 0:
            cut = text.find(" ", start + limit, span.end) - start
            if cut < 0:
                break
        parts.append(Span(*_trimmed(text, start, start + cut)))
        start = _trimmed(text, start + cut, span.end)[0]
    if start < span.end:
        parts.append(Span(start, span.end))
    return parts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
