"""Lines on pages into paragraphs: where one ends is told by its place, then by its words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.documents.layout import opens_paragraph
from assistant.documents.lines import Line, split_bullet
from assistant.documents.pages.nouns import Page, TextLine
from assistant.schema import BlockKind, WordBox

__all__ = ["Margins", "Paragraph", "margins"]

_ENDED = re.compile(r"(?:[.!?…:;]|/\.)[”\"’)]?$")
_CUT_WORD = re.compile(r"[^\W_]-$")
_ENUMERATOR = re.compile(r"[-–+•*●○▪■]|\(?[\da-zđ]{1,3}(?:\.\d{1,3})*[.)]|[IVXLC]+[.)]")
_NEAR = 0.75
"""Of the size: edges that close are one edge, with the error of recognition."""
_WIDE_GAP = 1.28
"""Of the leading: a wider gap parts paragraphs; offices set 3 to 6 points before one."""
_PLAY, _RECOGNISED_PLAY = 0.1, 0.5
"""Of the size: by how much a full line may end before the edge."""
_LEAST_RIGHT = 0.75
"""Of the width of the page: the body reaches that far; a margin of 20 mm begins at 0.9."""
_RAGGED = 0.15
"""Of the width of the body: where lines are not set flush, a full one ends that near the edge."""
_OTHER_SIZE = 0.12
"""Of the size: fonts of one paragraph differ by less."""


@dataclass(frozen=True, slots=True)
class Margins:
    """How the body of a document is set, in points.

    Attributes:
        left: Left edge of the body by page.
        right: Right edge of the body by page.
        leading: Distance of base lines within a paragraph, in sizes of the font.
        indented: Whether the first line of a paragraph is set in.
        spaced: Whether paragraphs are set off by space instead, as pages printed from the web.
    """

    left: dict[int, float]
    right: dict[int, float]
    leading: float
    indented: bool
    spaced: bool


def margins(pages: Sequence[tuple[Page, Sequence[TextLine]]]) -> Margins:
    """Return how the pages of a document are set.

    Args:
        pages: Each page with the lines of its body, in reading order.
    """
    lefts: dict[int, float] = {}
    rights: dict[int, float] = {}
    steps: Counter[float] = Counter()
    opened = indented = followed = apart = 0
    every = [line for _, lines in pages for line in lines if len(line.words) > 3]
    usual_left = _usual([line.box.left for line in every])
    usual_right = _far([line.box.right for line in every])
    for page, lines in pages:
        number = page.number
        long = [line for line in lines if len(line.words) > 3]
        own = len(long) >= 8
        lefts[number] = _usual([line.box.left for line in long]) if own else usual_left
        right = _far([line.box.right for line in long]) if own else usual_right
        # Where all lines are short, none of them is full.
        rights[number] = max(right, _LEAST_RIGHT * page.width)
        for one, other in itertools.pairwise(lines):
            step = other.base - one.base
            if one.size <= step <= 3 * one.size and len(other.words) > 3:
                # In twentieths, and by characters: a list in small print is not the body.
                steps[round(step / one.size * 20) / 20] += len(other.text)
        for line in long:
            if opens_paragraph(line.text):
                opened += 1
                indented += line.box.left > lefts[number] + _NEAR * line.size
    leading = _leading(steps)
    for _, lines in pages:
        for one, other in itertools.pairwise(lines):
            if opens_paragraph(other.text):
                followed += 1
                apart += other.base - one.base > _WIDE_GAP * leading * one.size
    inward = opened == 0 or indented * 2 >= opened
    return Margins(lefts, rights, leading, inward, not inward and apart * 2 >= followed)


def _usual(values: Sequence[float]) -> float:
    """Return the leftmost edge that many lines share."""
    if not values:
        return 0.0
    counts = Counter(round(value / 3) for value in values)
    most = max(counts.values())
    shared = min(place for place, count in counts.items() if count * 4 >= most)
    near = [value for value in values if abs(round(value / 3) - shared) <= 1]
    return sum(near) / len(near)


def _far(values: Sequence[float]) -> float:
    """Return the right edge that full lines reach, the few that stick out aside."""
    ordered = sorted(values)
    if not ordered:
        return 0.0
    counts = Counter(round(value / 4) for value in ordered)
    place, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    if count * 4 >= len(ordered):  # set flush: most lines end there
        near = [value for value in ordered if abs(round(value / 4) - place) <= 1]
        return sum(near) / len(near)
    return ordered[int(len(ordered) * 0.95)]


def _leading(steps: Counter[float]) -> float:
    """Return the least distance of lines that is common: that within paragraphs."""
    if not steps:
        return 0.0
    most = max(steps.values())
    return min(step for step, count in steps.items() if count * 4 >= most)


@dataclass
class Paragraph:
    """A paragraph in the making.

    Attributes:
        margins: How the document is set.
        words: All words of the document, lower case, to tell a hyphen that only breaks a line.
        lines: Its lines, each with its page.
        marks: Marks of the footnotes that it refers to, each with its page.
    """

    margins: Margins
    words: frozenset[str]
    lines: list[tuple[int, TextLine]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)

    def add(self, page: int, line: TextLine, marks: Sequence[str] = ()) -> None:
        """Take in a line."""
        self.lines.append((page, line))
        self.marks += [(page, mark) for mark in marks]

    def goes_on_in(self, page: int, line: TextLine) -> bool:
        """Tell whether a line continues the paragraph.

        A line goes on in the next one when no further word had room in it and the next one
        is not set in or set off; a line that could take another word ends its paragraph.
        """
        if not self.lines:
            return True
        before, last = self.lines[-1]
        text, last_text = line.text, last.text
        if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
            return False
        if text.isupper() != last_text.isupper() and any(map(str.isalpha, text)):
            return False
        opener = opens_paragraph(text)
        if _CUT_WORD.search(last_text) and not opener:
            return True
        open_sentence = (text[:1].islower() or last_text[-1:] in ",(") and not opener
        unfinished = open_sentence and not _ENDED.search(last_text)
        step = line.base - last.base if page == before else 0.0
        leading = self.margins.leading * line.size
        if step < 0 or (leading and step > _WIDE_GAP * leading):
            return unfinished and 0 <= step < 2 * leading
        if not self._is_full(before, last, line):
            if not (self.margins.spaced and page == before):
                return unfinished
            ragged = self.margins.right.get(page, 0.0) - self.margins.left.get(page, 0.0)
            short = self.margins.right.get(page, 0.0) - last.box.right > _RAGGED * ragged
            return unfinished or not (opener or short)
        shift = (line.box.left - self.margins.left.get(page, 0.0)) - (
            last.box.left - self.margins.left.get(before, 0.0)
        )
        near = _NEAR * line.size
        if shift > near:
            return unfinished or self._hangs(line)
        if opener and not (self.margins.indented and (shift < -near or len(self.lines) > 1)):
            return False
        set_in = last.box.left > self.margins.left.get(before, 0.0) + near
        if len(self.lines) == 1 and set_in and abs(shift) <= near:
            return unfinished or not _ENDED.search(last_text)
        return True

    def _is_full(self, page: int, last: TextLine, line: TextLine) -> bool:
        """Tell whether the first word of a line had no room at the end of the one before."""
        first = line.words[0]
        room = self.margins.right.get(page, 0.0) - last.box.right
        # Edges of recognised words are only as sure as the ink.
        play = _PLAY if first.confidence is None else _RECOGNISED_PLAY
        return room < first.right - first.left + (0.25 + play) * last.size

    def _hangs(self, line: TextLine) -> bool:
        """Tell whether a line stands under the words that follow a number set out."""
        words = self.lines[0][1].words
        return (
            len(self.lines) == 1
            and len(words) > 1
            and _ENUMERATOR.fullmatch(words[0].text) is not None
            and abs(words[1].left - line.box.left) <= _NEAR * line.size
        )

    def as_line(self, pages: Mapping[int, Page], prefix: str = "") -> Line:
        """Return the paragraph as one line.

        Args:
            pages: Each page by its number.
            prefix: What to print before it, such as the mark of a footnote.
        """
        text = prefix
        turns: list[tuple[int, int]] = []
        boxes: list[WordBox] = []
        here = self.lines[0][0]
        for number, (page, line) in enumerate(self.lines):
            for position, word in enumerate(line.words):
                if position == 0 and number:
                    text, glue = self._broken(text, word.text)
                else:
                    glue = "" if word.glued or not text or position == number == 0 else " "
                text += glue
                if position == 0 and page != here:
                    turns.append((len(text), page))
                    here = page
                box = pages[page].word_box(word, len(text))
                if box is not None:
                    boxes.append(box)
                text += word.text
        item, shown = split_bullet(text)
        cut = len(text) - len(shown)
        return Line(
            shown,
            BlockKind.ITEM if item else BlockKind.PARAGRAPH,
            page=self.lines[0][0],
            turns=tuple((offset - cut, page) for offset, page in turns),
            boxes=tuple(box.moved(-cut) for box in boxes if box.start >= cut),
        )

    def _broken(self, text: str, following: str) -> tuple[str, str]:
        """Return a text and what joins it to the next line, a hyphen at its end weighed.

        The hyphen goes when the document has the whole word elsewhere; it stays, without a
        space, between parts of one name (“NĐ-” and “CP”); after a space it is a dash.
        """
        tail = text.rsplit(" ", 1)[-1]
        if not tail.endswith("-") or not tail[:-1] or not tail[-2].isalnum():
            return text, " "
        head = following.rstrip(".,;:)”")
        if (tail[:-1] + head).casefold() in self.words:
            return text[:-1], ""
        return text, ""
