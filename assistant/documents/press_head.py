"""The head of a press page: headline, byline, and what stands above the lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from assistant.documents import press_lines as press
from assistant.documents.lines import Line
from assistant.schema import BlockKind
from assistant.vietnamese.normalise import fold

__all__ = ["find_title", "is_headline", "published", "without_head"]

_HEAD = 60
"""Lines at the top of a page among which the title is looked for; a menu may fill most."""


def is_headline(text: str) -> bool:
    """Tell whether a line can be a headline: some words, no sentence, no part of the page."""
    return (
        15 <= len(text) <= 220
        and len(text.split()) >= 4
        and not re.search(r"(?<!\.)[.;,:]$", text)
        and not press.is_breadcrumb(text)
        and not press.is_button(text)
        and press.byline_date(text) is None
        and not press.is_image_name(text)
        and not press.is_credit_caption(text)
    )


def find_title(lines: Sequence[Line], hint: str | None) -> int:
    """Return the index of the headline: near the top, by a byline, repeated, or hinted at."""
    repeated = Counter(fold(line.text) for line in lines)
    best, best_score = 0, -1.0
    after_prose = candidates = 0
    for index, line in enumerate(lines[:_HEAD]):
        text = line.text
        if after_prose > 1 or (after_prose and press.tail_marker(text) == "strong"):
            break
        if press.is_prose(text):
            after_prose += 1
            continue
        if line.kind in (BlockKind.ROW, BlockKind.ITEM) or not is_headline(text):
            continue
        score = 2.0 - 0.1 * candidates - 2 * after_prose
        candidates += 1
        folded = fold(text)
        score += 2 * (line.kind is BlockKind.HEADING and line.level == 1)
        score += 3 * (hint is not None and len(folded) > 15 and folded in fold(hint))
        score += 3 * any(fold(other.text).startswith(f"{folded} anh ") for other in lines)
        score += 1.5 * (repeated[folded] > 1)
        near = lines[max(0, index - 2) : index + 4]
        score += 1.5 * any(press.byline_date(other.text) for other in near)
        score += 0.5 * (len(text.split()) >= 7)
        if score > best_score:
            best, best_score = index, score
    if best_score < 0:
        return next((i for i, line in enumerate(lines) if not _is_head_chrome(line.text)), 0)
    return best


def _is_head_chrome(text: str) -> bool:
    return (
        press.is_breadcrumb(text)
        or press.is_button(text)
        or press.byline_date(text) is not None
        or press.is_image_name(text)
    )


def published(lines: Sequence[Line], title_at: int) -> date | None:
    """Return the day of the byline nearest to the headline, before the tail of the page."""
    near = sorted(range(min(len(lines), title_at + 9)), key=lambda i: (abs(i - title_at), i))
    for index in near:
        found = press.byline_date(lines[index].text)
        if found and found[0]:
            return found[0]
    return None


def without_head(lines: Sequence[Line], title_at: int, hint: str | None) -> list[Line]:
    """Drop what stands above the headline, and bylines and names between it and the lead."""
    later = {fold(line.text) for line in lines[title_at + 1 :]}
    kept = [
        line
        for line in lines[:title_at]
        if press.is_prose(line.text) and fold(line.text) not in later
    ]
    below = list(lines[title_at + 1 :])
    lead = next((i for i, line in enumerate(below[:12]) if len(line.text) >= 90), 0)
    for line in below[:lead]:
        text = line.text
        section = len(text.split()) <= 4 and line.kind is not BlockKind.ITEM
        if not (
            _is_head_chrome(text)
            or press.is_person_name(text)
            or section
            or (hint is not None and fold(text) in fold(hint))
        ):
            kept.append(line)
    return [*kept, *below[lead:]]
