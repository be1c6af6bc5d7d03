"""Numbers that a browser prints before the items of numbered lists."""

from __future__ import annotations

import re
from typing import Any

from assistant.documents.word_numbering import spell

__all__ = ["ListNumbers"]

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_OWN_MARK = re.compile(r"\s*(?:(?:\d{1,3}(?:\.\d+)*|[a-zđ]{1,2}|[IVXL]+)\s*[.)]|[-–+•])")


class ListNumbers:
    """Counts the items of numbered lists as they are met, in order of the page."""

    def __init__(self) -> None:
        self._next: dict[Any, int] = {}

    def mark(self, item: Any) -> str:
        """Count an item and return its number as printed; empty where none is.

        Args:
            item: An ``li`` element; one that brings its own number, or hangs in a list
                without numbers, has none.
        """
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number = _integer(item.get("value"), self._next.get(parent, 0))
        number = number or _integer(parent.get("start"), 1)
        self._next[parent] = number + 1
        words = item.text_content()
        if "none" in (parent.get("style") or "") or not words.strip() or _OWN_MARK.match(words):
            return ""
        form = _FORMS.get(parent.get("type") or "1", "decimal")
        return spell(number, form) + (")" if form.endswith("Letter") else ".")


def _integer(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdigit() and len(value) < 5 else otherwise
