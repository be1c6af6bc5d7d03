"""Paragraphs out of hard-wrapped lines, and pages without their furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.documents.lines import Line
from assistant.schema import BlockKind

__all__ = ["furniture", "join_wrapped", "opens_paragraph", "wrap_width"]

# What can only stand at the start of a paragraph of an official document.
_OPENERS = re.compile(
    r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+(?:[IVXLC\d]+|thứ)\b"
    r"|(?:Điều)\s+\d+[a-zđ]?\s*[.:]"
    r"|(?:PHỤ LỤC|Phụ lục)\b\s*(?:[IVXLC\d]+\b)?\s*$"
    r"|\d{1,3}(?:\.\d{1,3})*\s*[.)]\s*\D|\d{1,2}-\s+\D|[IVXLC]{1,6}\s*[.)/-]\s*[A-ZĐÀ-Ỹ]"
    r"|[“\"]?[a-zđ]{1,2}\d?\)\s|[-–+•*●○▪■]\s|[“\"]Điều\s+\d"
    r"|Căn cứ\s|CĂN CỨ|Theo đề nghị|Xét đề nghị|Nơi nhận|Số\s?:|TM\.|KT\.|TL\.|Q\.\s"
)
_ENDS = re.compile(r"(?:[.!?…:;]|\./\.|/\.|[.!?]\s?[”\"’)])$")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*", re.I)
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be furniture."""


def opens_paragraph(text: str) -> bool:
    """Tell whether a line can only be the first one of its paragraph."""
    return _OPENERS.match(text) is not None


def wrap_width(lines: Sequence[str]) -> int:
    """Return the width at which a text was wrapped by hand or machine; 0 when it was not.

    A wrapped text has many full lines of nearly one length, none much longer.
    """
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < 4:
        return 0
    widest = lengths[-1 - len(lengths) // 50]
    full = sum(length > 0.8 * widest for length in lengths)
    return widest if 40 <= widest <= 130 and full * 4 >= len(lengths) else 0


def join_wrapped(lines: Sequence[Line], width: int) -> list[Line]:
    """Join the lines of one paragraph, with the page turns inside it.

    A line goes on in the next one when it is nearly full or its sentence is open and the
    next one starts in lower case; never across a blank line or into a structural mark.

    Args:
        lines: Tidied lines in reading order.
        width: Width of a full line, in characters.
    """
    joined: list[Line] = []
    last = ""
    for line in lines:
        previous = joined[-1] if joined else None
        if previous is None or not _continues(previous, last, line, width):
            joined.append(line)
        else:
            hyphen = previous.text.endswith("-") and last[-2:-1].isalpha()
            glue = "" if hyphen and line.text[:1].islower() else " "
            offset = len(previous.text) + len(glue)
            turned = previous.turns[-1][1] if previous.turns else previous.page
            turns = previous.turns
            if line.page and line.page != turned:
                turns = (*turns, (offset, line.page))
            joined[-1] = Line(
                previous.text + glue + line.text,
                previous.kind,
                previous.level,
                page=previous.page,
                turns=turns,
                gap=previous.gap,
            )
        last = line.text
    return joined


def _continues(previous: Line, last: str, line: Line, width: int) -> bool:
    if BlockKind.ROW in (previous.kind, line.kind) or BlockKind.HEADING in (
        previous.kind,
        line.kind,
    ):
        return False
    if opens_paragraph(line.text) or line.kind is BlockKind.ITEM:
        return False
    turned = line.page != (previous.turns[-1][1] if previous.turns else previous.page)
    if line.gap and not turned:
        return False
    capitals = line.text.isupper()
    if capitals != last.isupper() and any(char.isalpha() for char in line.text):
        return False
    if _ENDS.search(last):
        # A full line may end in a full stop by chance; then only its length tells.
        first_word = len(line.text.split(" ", 1)[0])
        return len(last) + 1 + first_word > width * 1.02 and not line.text[:1].isupper()
    if line.text[:1].islower() or last[-1:] in ",-–(":
        return True
    return len(last) >= 0.72 * width


def furniture(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """Return the places of page numbers and repeated running heads in each page.

    A running head is a line near the edge of a page that, digits aside, stands on at least
    three pages and on a quarter of them all.

    Args:
        pages: Lines of each page, from its top to its bottom.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        edges = {_masked(page[i]) for i in _edges(len(page))}
        counts.update(sorted(edges))
    needed = max(3, -(-len(pages) // 4))
    found: list[set[int]] = []
    for page in pages:
        edge = set(_edges(len(page)))
        outer = {0, len(page) - 1}
        found.append(
            {
                i
                for i, line in enumerate(page)
                if (i in outer and _PAGE_NUMBER.fullmatch(line))
                or (i in edge and len(line) <= 120 and counts[_masked(line)] >= needed)
            }
        )
    return found


def _edges(count: int) -> list[int]:
    return sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)})


def _masked(line: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"\d+", "#", line)).casefold()
