"""Words into lines, in the order in which a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.documents.pages.nouns import TextLine, Word
from assistant.vietnamese.normalise import fold

__all__ = ["by_height", "runs_of_words", "same_row", "text_lines"]

_SAME_BASE = 0.5
"""Of the larger size: base lines closer than that are one line, a raised number included."""
_WIDE = 2.0
"""Of the size: a wider gap may part two columns of a letterhead or of a signature block."""
_NATION = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam")
_RECIPIENTS = re.compile(r"noi nhan\s*:?")
_NUMBER_OR_SUBJECT = re.compile(r"(?:luat\s+)?so\s*:|v/v\b|\S{1,4}/[\w-]")
_HEAD_ROWS = 12
"""Rows of a letterhead at most: names of the agency and the state, motto, number, subject."""


def text_lines(words: Sequence[Word]) -> list[TextLine]:
    """Return the lines of words that stand in no table.

    The order of the file is kept, since programs write cell by cell and column by column;
    a letterhead and a signature block are read column by column where they were not written so.

    Args:
        words: Words of a page in the order of the file.
    """
    segments = _in_order(runs_of_words(words))
    for columns in (_head_columns(segments), _foot_columns(segments)):
        if columns is not None:
            first, last, left, right = columns
            segments = _replaced(segments, first, last, [*left, *right])
    return _joined(segments)


def by_height(lines: Sequence[TextLine]) -> list[int]:
    """Return the places of lines in a list, from the top of the page to its bottom."""
    return sorted(range(len(lines)), key=lambda i: (round(lines[i].base), lines[i].box.left))


def same_row(one: TextLine, other: TextLine) -> bool:
    """Tell whether two lines stand side by side."""
    return abs(one.base - other.base) <= _SAME_BASE * max(one.size, other.size)


def runs_of_words(words: Sequence[Word]) -> list[TextLine]:
    """Return words that follow each other on one base line, parted at wide gaps.

    Args:
        words: Words of a page in the order of the file.
    """
    runs: list[list[Word]] = []
    for word in words:
        if runs and _goes_on(runs[-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [TextLine(tuple(part)) for run in runs for part in _nation_apart(run)]


def _nation_apart(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Part the name of the state from that of the agency, however near they stand."""
    text = [fold(word.text) for word in run]
    for at in range(1, len(run) - 3):
        if run[at].text.isupper() and _NATION.match(" ".join(text[at : at + 6])):
            yield run[:at]
            yield run[at:]
            return
    yield run


def _in_order(segments: list[TextLine]) -> list[TextLine]:
    """Return runs in the order of the file, or from the top where that order cannot be.

    Some programs write the frame of a page first and fill it in later, and a recogniser takes
    a seal for a block of its own; a page in two columns of print is left as it is.
    """
    if len(segments) < 2:
        return segments
    rows = _rows(segments)
    beside = sum(len(row) > 1 for row in rows)
    jumps = sum(later.base < earlier.base - earlier.size for earlier, later in pairwise(segments))
    recognised = segments[0].words[0].confidence is not None
    if beside * 5 > len(rows) * 2 or not (recognised or jumps * 5 > len(segments)):
        return segments
    return [segments[index] for row in rows for index in row]


def _goes_on(run: Sequence[Word], word: Word) -> bool:
    last = run[-1]
    size = max(last.size, word.size)
    if abs(last.base - word.base) > _SAME_BASE * size:
        return False
    gap = word.left - last.right
    return -0.6 * size <= gap <= _WIDE * size


def _joined(segments: Sequence[TextLine]) -> list[TextLine]:
    """Join neighbours in order that stand side by side and follow each other from the left."""
    lines: list[TextLine] = []
    for segment in segments:
        last = lines[-1] if lines else None
        if (
            last is not None
            and same_row(last, segment)
            and segment.box.left >= last.box.right - 0.6 * segment.size
            and not _parted(last, segment)
        ):
            lines[-1] = TextLine((*last.words, *segment.words))
        else:
            lines.append(segment)
    return lines


def _parted(left: TextLine, right: TextLine) -> bool:
    """Tell whether two neighbours are parts of a letterhead rather than of one sentence."""
    words = fold(right.text)
    return (
        _NATION.match(words) is not None
        or _NATION.match(fold(left.text)) is not None
        or (_NUMBER_OR_SUBJECT.match(fold(left.text)) is not None and ", ngay" in words)
    )


def _head_columns(
    segments: Sequence[TextLine],
) -> tuple[int, int, list[TextLine], list[TextLine]] | None:
    """Return the letterhead: its first and last place, and its two columns."""
    anchors = [i for i, segment in enumerate(segments) if _NATION.match(fold(segment.text))]
    if not anchors:
        return None
    anchor = segments[anchors[0]]
    rows = [row for row in _rows(segments) if _reaches(row, anchor, segments)][:_HEAD_ROWS]
    beside = [
        segments[i]
        for row in rows
        for i in row
        if segments[i].box.right < anchor.box.left and abs(segments[i].base - anchor.base) < 40
    ]
    if not beside:
        return None
    low, high = max(segment.box.right for segment in beside), anchor.box.left
    return _columns(segments, rows, low, high, _NUMBER_OR_SUBJECT)


def _foot_columns(
    segments: Sequence[TextLine],
) -> tuple[int, int, list[TextLine], list[TextLine]] | None:
    """Return the list of recipients and the signature beside it."""
    anchors = [
        i for i, segment in enumerate(segments) if _RECIPIENTS.fullmatch(fold(segment.text).strip())
    ]
    if not anchors:
        return None
    anchor = segments[anchors[-1]]
    rows = [row for row in _rows(segments) if _reaches(row, anchor, segments)]
    beside = [
        segments[i]
        for row in rows
        for i in row
        if segments[i].box.left > anchor.box.right + _WIDE * anchor.size
        and segments[i].box.left > 1.5 * anchor.box.left
    ]
    if not beside:
        return None
    # Names of recipients are long, signatures are centred: the channel is at the leftmost of them.
    capitals = [segment for segment in beside if segment.text.isupper()] or beside
    high = min(segment.box.left for segment in capitals)
    return _columns(segments, rows, anchor.box.right, high, re.compile(r"[-–+*]|noi nhan"))


def _rows(segments: Sequence[TextLine]) -> list[list[int]]:
    """Return the places of segments by row, from the top."""
    rows: list[list[int]] = []
    for index in by_height(segments):
        if rows and same_row(segments[rows[-1][-1]], segments[index]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def _reaches(row: Sequence[int], anchor: TextLine, segments: Sequence[TextLine]) -> bool:
    """Tell whether a row stands no more than two lines above the anchor, or below it."""
    return segments[row[0]].base >= anchor.base - 2 * anchor.size


def _columns(
    segments: Sequence[TextLine],
    rows: Sequence[Sequence[int]],
    low: float,
    high: float,
    left_alone: re.Pattern[str],
) -> tuple[int, int, list[TextLine], list[TextLine]] | None:
    """Follow the channel between two columns down, as far as no line crosses it.

    Args:
        segments: Runs of words of the page.
        rows: Their places by row, from the first one that may belong to the columns.
        low: Right edge of what is known to stand on the left.
        high: Left edge of what is known to stand on the right.
        left_alone: How a row may begin that has nothing on the right after the last that has.
    """
    left: list[int] = []
    right: list[int] = []
    waiting: list[int] = []
    for row in rows:
        here: list[int] = []
        there: list[int] = []
        for index in row:
            box = segments[index].box
            if box.right <= high and (box.left + box.right) / 2 < (low + high) / 2:
                here.append(index)
            elif box.left >= low:
                there.append(index)
            else:
                here, there = [], []
                break
        if not here and not there:
            break
        low = max([low, *(segments[i].box.right for i in here)])
        high = min([high, *(segments[i].box.left for i in there)])
        if there:
            left += [*waiting, *here]
            right += there
            waiting = []
        elif all(left_alone.match(fold(segments[i].text)) for i in here):
            left += [*waiting, *here]
            waiting = []
        else:
            waiting += here
    if not left or not right:
        return None
    places = [*left, *right]
    return (
        min(places),
        max(places),
        [segments[i] for i in left],
        [segments[i] for i in right],
    )


def _replaced(
    segments: Sequence[TextLine], first: int, last: int, ordered: Sequence[TextLine]
) -> list[TextLine]:
    """Return segments with those of two columns in their order; others between them follow."""
    taken = {id(segment) for segment in ordered}
    between = [segment for segment in segments[first : last + 1] if id(segment) not in taken]
    return [*segments[:first], *ordered, *between, *segments[last + 1 :]]
