"""Whether an answer's citations and markers are sound, whatever the question was."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.schema import Answer, Citation, Document, Span, Status
from assistant.vietnamese.sentences import sentences

__all__ = ["MARKER", "citation_fault", "faults", "statements"]

MARKER = re.compile(r"\[(\d+)\]")
"""A marker in the text of an answer; its group is the number."""

_STOP_THEN_MARKERS = re.compile(r"((?<![.!?…])[.!?…][.!?…\"”’)]*)((?:\s*\[\d+\])+)")


def faults(answer: Answer, stored: Callable[[str], Document]) -> tuple[str, ...]:
    """Return what is unsound in an answer's citations and markers, in words.

    A citation must be words of its stored document, inside its passage; every marker must
    have a citation, every citation a marker, and every sentence of an answer a marker. An
    answer that finds nothing needs no markers.

    Args:
        answer: What the assistant said.
        stored: Finds a document of the index by its id.
    """
    broken = ((c.marker, citation_fault(c, stored)) for c in answer.citations)
    found = [f"[{marker}]: {fault}" for marker, fault in broken if fault]
    used = {int(number) for number in MARKER.findall(answer.text)}
    cited = {citation.marker for citation in answer.citations}
    found += [f"[{marker}] has no citation" for marker in sorted(used - cited)]
    if answer.status is not Status.NOT_FOUND:
        found += [f"citation {marker} has no marker" for marker in sorted(cited - used)]
        unmarked = (one for one in statements(answer.text) if not MARKER.search(one))
        found += [f"no marker: {one}" for one in unmarked]
    return tuple(found)


def citation_fault(citation: Citation, stored: Callable[[str], Document]) -> str | None:
    """Return why a citation is not words of its stored document, or None when it is."""
    text = stored(citation.document.id).text
    if not 0 <= citation.start < citation.end <= len(text):
        return "empty or outside its document"
    if text[citation.start : citation.end] != citation.quote:
        return "quote differs from the stored document"
    passage = Span(citation.passage.start, citation.passage.end)
    if not passage.contains(Span(citation.start, citation.end)):
        return "quote reaches outside its passage"
    return None


def statements(text: str) -> list[str]:
    """Split an answer into what must be cited, each with its markers.

    That is its sentences. A marker may follow the full stop of its sentence, and a line that
    ends in a colon is one statement with what it announces.
    """
    text = _STOP_THEN_MARKERS.sub(r"\2\1", text)
    groups: list[str] = []
    for span in sentences(text):
        if groups and groups[-1].endswith(":"):
            groups[-1] += " " + span.of(text)
        else:
            groups.append(span.of(text))
    return groups
