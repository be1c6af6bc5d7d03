"""Footnotes and endnotes of Word documents, in the order in which the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from assistant.documents.lines import Line
from assistant.documents.word_text import W, note_marks, paragraph_text
from assistant.schema import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["note_lines", "note_roots"]

_RULES = ("separator", "continuationSeparator", "continuationNotice")


def note_roots(document: WordDocument) -> dict[str, Any]:
    """Return the elements that hold the footnotes and the endnotes, as far as there are any."""
    roots = {kind: _part(document, kind) for kind in ("footnotes", "endnotes")}
    return {kind: root for kind, root in roots.items() if root is not None}


def note_lines(document: WordDocument, roots: Mapping[str, Any]) -> Iterator[Line]:
    """Yield each note as a line of its own, numbered as it is printed.

    They come after the text, so that no note stands inside the sentence that refers to it.

    Args:
        document: The document.
        roots: What ``note_roots`` found.
    """
    notes = {kind: _notes(roots.get(kind), kind) for kind in ("footnotes", "endnotes")}
    number = 0
    seen: set[tuple[str, str]] = set()
    for mark in note_marks(document.element.body):
        kind, key = mark
        text = notes[kind].get(key, "")
        if mark in seen or not text:
            continue
        seen.add(mark)
        number += 1
        yield Line(text, BlockKind.NOTE, number, gap=True)


def _notes(root: Any, kind: str) -> dict[str, str]:
    """Return the text of each note by its id."""
    if root is None:
        return {}
    found: dict[str, str] = {}
    for note in root.iter(f"{W}{kind[:-1]}"):
        if note.get(f"{W}type") not in _RULES:
            words = (paragraph_text(paragraph) for paragraph in note.iter(f"{W}p"))
            found[note.get(f"{W}id", "")] = " ".join(" ".join(words).split())
    return found


def _part(document: WordDocument, kind: str) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            part: Any = relation.target_part
            if hasattr(part, "element"):
                return part.element
            import lxml.etree

            # Parts that python-docx has no class for come as bytes.
            parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
            return lxml.etree.fromstring(part.blob, parser)
    return None
