"""What was recognised too unsurely to be known of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.lines import Line
from assistant.vietnamese.normalise import fold

__all__ = ["without_doubtful_numbers"]

_NUMBER = re.compile(r"(?:luat\s+)?so\s?:")
_HEAD = 15
"""Lines among which the number of a document stands."""
_SURE = 0.86
"""Confidence; numbers printed or typed were read at .87 and above, handwritten ones below."""


def without_doubtful_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines for reading a letterhead, without a number that may be misread.

    Clerks write it by hand into the printed form, and a wrong number is worse than none. The
    text of the document keeps what was recognised.

    Args:
        lines: Lines of a document, with the boxes of their words where it was recognised.
    """
    head = [
        replace(line, text="Số:", boxes=(), turns=()) if _is_doubtful(line) else line
        for line in lines[:_HEAD]
    ]
    return (*head, *lines[_HEAD:])


def _is_doubtful(line: Line) -> bool:
    match = _NUMBER.match(fold(line.text))
    return match is not None and any(
        box.confidence < _SURE for box in line.boxes if box.end > match.end()
    )
