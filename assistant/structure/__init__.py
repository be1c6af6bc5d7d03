"""Documents in, Sections and Passages out."""

from __future__ import annotations

from assistant.schema import Document, Section
from assistant.structure.outline import outline
from assistant.structure.passages import passages

__all__ = ["passages", "sections"]


def sections(document: Document) -> list[Section]:
    """Return the parts of a document, each with its path, in order of their start."""
    return outline(document)[1]
