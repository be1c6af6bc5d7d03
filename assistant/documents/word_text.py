"""Words of Word paragraphs: runs, breaks and tabs, without what is not read there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["W", "note_marks", "paragraph_text", "text_boxes"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = frozenset((f"{W}txbxContent", f"{W}moveFrom", f"{W}del", _FALLBACK))
"""Text boxes are read after their paragraph; deleted and moved text is not read at all; what is
meant for older programs repeats the rest."""
_MOST_DEPTH = 60
"""Nesting within a paragraph that is followed; real ones stay below ten."""


def paragraph_text(paragraph: Any) -> str:
    """Return the words of a paragraph as they stand after tracked changes are accepted."""
    return "".join(_words(paragraph, 0))


def _words(element: Any, depth: int) -> Iterator[str]:
    for node in element:
        tag = node.tag
        if tag in _APART or depth > _MOST_DEPTH:
            continue
        if tag == f"{W}t":
            yield node.text or ""
        elif tag == f"{W}tab":
            yield " " if element.tag == f"{W}r" else ""
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif not (tag == f"{W}r" and _is_hidden(node)):
            yield from _words(node, depth + 1)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "true") not in ("0", "false")


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the contents of the text boxes anchored in a paragraph, each once."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(
            node.tag in (_FALLBACK, f"{W}txbxContent") for node in _ancestors_within(box, paragraph)
        ):
            yield box


def _ancestors_within(element: Any, top: Any) -> Iterator[Any]:
    for node in element.iterancestors():
        if node is top:
            return
        yield node


def note_marks(paragraph: Any) -> Iterator[tuple[str, str]]:
    """Yield kind and id of the footnotes and endnotes that a paragraph refers to, in order."""
    for node in paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
        kind = "footnotes" if node.tag == f"{W}footnoteReference" else "endnotes"
        yield kind, node.get(f"{W}id", "")
