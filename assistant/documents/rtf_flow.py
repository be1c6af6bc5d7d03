"""The flow of an RTF file as it is written: stories, paragraphs, cells and rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.documents.office_flow import MOST_PARAGRAPHS, TOO_LONG, End, Flowing
from assistant.documents.office_tables import TableRow
from assistant.errors import ReadError
from assistant.vietnamese.legacy_fonts import Run

__all__ = ["FlowWriter", "RowPlan"]

_MOST_CELLS = 64


@dataclass(slots=True)
class RowPlan:
    """The cells of the rows that follow, as the control words of a row say."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    goes_on: list[bool] = field(default_factory=list)
    swallowed: list[bool] = field(default_factory=list)
    header: bool = False
    next_goes_on: bool = False
    next_swallowed: bool = False

    def add_cell(self, edge: int) -> None:
        """End a cell of the plan at its right edge, in twips."""
        if len(self.edges) < _MOST_CELLS:
            self.edges.append(edge)
            self.goes_on.append(self.next_goes_on)
            self.swallowed.append(self.next_swallowed)
        self.next_goes_on = self.next_swallowed = False

    def row(self) -> TableRow:
        """Return a row of this plan, its words still to come."""
        return TableRow(
            edges=(self.left, *self.edges),
            goes_on=tuple(self.goes_on),
            swallowed=tuple(self.swallowed),
            header=self.header,
        )


@dataclass(slots=True)
class _Story:
    """The body, a footnote or a text box."""

    is_box: bool = False
    done: list[Flowing] = field(default_factory=list)
    current: Flowing = field(default_factory=Flowing)
    mark: list[Run] = field(default_factory=list)
    depth: int = 0
    level: int = 0


class FlowWriter:
    """Writes the flow of a document."""

    def __init__(self) -> None:
        self._stories = [_Story()]
        self._ended = 0
        self.plan = RowPlan()

    @property
    def depth(self) -> int:
        """How many stories are open; 1 in the body."""
        return len(self._stories)

    @property
    def _story(self) -> _Story:
        return self._stories[-1]

    def add(self, text: str, font: str | None) -> None:
        """Add text in a font."""
        _append(self._story.current.runs, text, font)

    def add_to_mark(self, text: str, font: str | None) -> None:
        """Add text of the automatic number of the paragraph that begins."""
        _append(self._story.mark, text, font)

    def set_depth(self, depth: int) -> None:
        """Say how many tables the paragraph stands in, one in the other."""
        self._story.depth = depth

    def set_level(self, level: int) -> None:
        """Say at which level the paragraph is a heading; 0 when it is none."""
        self._story.level = level

    def end(self, end: End = End.PARAGRAPH) -> None:
        """End the paragraph, and with it a cell or a row.

        Raises:
            ReadError: There are more of them than any document has.
        """
        self._ended += 1
        if self._ended > MOST_PARAGRAPHS:
            raise ReadError(TOO_LONG)
        story = self._story
        made = story.current
        inner = end in (End.INNER_CELL, End.INNER_ROW)
        least = 2 if inner else 0 if end is End.PARAGRAPH else 1
        made.depth = max(least, story.depth) if end not in (End.CELL, End.ROW) else 1
        made.level, made.end, made.mark = story.level, end, _mark(story.mark)
        if end is End.ROW:
            made.row = self.plan.row()
        story.done.append(made)
        story.current, story.mark = Flowing(), []

    def open_story(self, *, is_box: bool) -> None:
        """Begin a text box or footnote that hangs on the paragraph being written."""
        self._stories.append(_Story(is_box))

    def close_story(self) -> None:
        """End the innermost story, and hang it on its paragraph."""
        story = self._story
        if story.current.runs:
            self.end()
        self._stories.pop()
        holder = self._story.current
        if story.is_box:
            holder.boxes += story.done
            return
        runs = [run for paragraph in story.done for run in (*paragraph.runs, Run(" "))]
        holder.notes.append(runs)

    def flow(self) -> list[Flowing]:
        """Return all paragraphs; what was open is ended."""
        while self.depth > 1:
            self.close_story()
        if self._story.current.runs or self._story.current.boxes or self._story.current.notes:
            self.end()
        return self._story.done


def _append(runs: list[Run], text: str, font: str | None) -> None:
    """Add text to runs; the file cuts a word at every letter that is not ASCII."""
    if runs and runs[-1].font == font:
        runs[-1] = Run(runs[-1].text + text, font)
    else:
        runs.append(Run(text, font))


def _mark(runs: list[Run]) -> Run | None:
    """Return an automatic number as one run; a bullet, which may be any sign, as a dash."""
    text = "".join(run.text for run in runs).strip()
    if not text:
        return None
    if not any(char.isalnum() for char in text) or (len(text) == 1 and ord(text) > 0x7F):
        return Run("-")
    font = next((run.font for run in runs if run.text.strip()), None)
    return Run(text, font)
