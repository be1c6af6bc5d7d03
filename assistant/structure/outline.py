"""Where each block of a document stands: its path of rungs, and whether it is a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.schema import Block, BlockKind, Document, Level, Section, Step
from assistant.structure.endings import closes_ending, opens_ending
from assistant.structure.marks import RANKS, Mark, read_mark

__all__ = ["Entry", "Part", "outline"]


class Part(StrEnum):
    """What a block is to the reader of a passage."""

    HEADING = "heading"
    BODY = "body"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Entry:
    """A block with its place.

    Attributes:
        block: The block.
        part: Heading, body, or outside (signature, recipients).
        path: Steps from the document down to it.
        keys: For each step, the index of the block that opened it; tells apart two sections
            of one name.
        opens: Whether the block itself opened the last step of its path.
    """

    block: Block
    part: Part
    path: tuple[Step, ...]
    keys: tuple[int, ...]
    opens: bool = False


@dataclass(slots=True)
class _Rung:
    step: Step
    rank: int
    key: int


_LONGEST_HEADING = 320
_FULL_SENTENCE = re.compile(r"[.;,]$")
_TITLE_RANK = 5


def outline(document: Document) -> tuple[list[Entry], list[Section]]:
    """Give every block of a document its place.

    Args:
        document: The document.

    Returns:
        One entry a block, in order, and the sections, in order of their start; a section
        runs from the line that opens it to the end of its last line.
    """
    return _Outliner(document).run()


class _Outliner:
    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._stack: list[_Rung] = []
        self._entries: list[Entry] = []
        self._heading_ranks: dict[int, int] = {}
        self._last_number: dict[tuple[int, ...], int] = {}
        self._marks = [self._mark_of(block) for block in self._blocks]
        marked = (index for index, mark in enumerate(self._marks) if mark is not None)
        self._first_mark = next(marked, len(self._blocks))
        self._ranked = any(
            mark is not None and mark.rank <= RANKS[Level.DIEU] for mark in self._marks
        )
        self._only_headings = True
        self._article = re.search(r"\bĐiều \d+", document.title) is not None
        self._ending = False
        self._quoted = 0
        self._last_article = -1

    def _mark_of(self, block: Block) -> Mark | None:
        if block.kind is BlockKind.ROW:
            return None
        return read_mark(self._text[block.start : block.end])

    def run(self) -> tuple[list[Entry], list[Section]]:
        for index, block in enumerate(self._blocks):
            self._place(index, block)
        self._name_bare_rungs()
        return self._entries, self._sections()

    def _place(self, index: int, block: Block) -> None:
        text = self._text[block.start : block.end]
        mark = self._marks[index]
        heading = block.kind is BlockKind.HEADING
        row = block.kind is BlockKind.ROW
        quoted = self._in_quotation(text)
        if mark and (quoted or not self._follows(mark)):
            mark = None
        marked = mark is not None and mark.level not in (Level.SO, Level.DIEM)
        if self._ending and closes_ending(text, heading=heading, row=row, marked=marked):
            self._ending = False
            if not marked:
                self._pop(1)
        if not row and not self._ending and opens_ending(text, self._next_text(index)):
            self._ending = True
        if self._ending:
            self._add(block, Part.OUTSIDE)
        elif row:
            self._add(block, Part.HEADING if block.row == 0 else Part.BODY)
        elif mark:
            self._open_mark(index, block, mark, text)
        elif heading:
            self._open_heading(index, block, text)
        else:
            self._add(block, Part.BODY)

    def _next_text(self, index: int) -> str:
        if index + 1 >= len(self._blocks):
            return ""
        following = self._blocks[index + 1]
        return self._text[following.start : following.end]

    def _in_quotation(self, text: str) -> bool:
        """Tell whether a line lies inside a quoted provision of an amending law."""
        if self._quoted:
            self._quoted = 0 if text.rstrip(".;,").endswith(("”", '"')) else self._quoted - 1
            return True
        if text.startswith("“") and text.count("“") > text.count("”"):
            self._quoted = 80
            return True
        return False

    def _follows(self, mark: Mark) -> bool:
        """Tell whether a number can come where it stands: first, or soon after the last."""
        if mark.level is not Level.SO or not mark.number.isdigit():
            return True
        number = int(mark.number)
        parent = tuple(rung.key for rung in self._stack if rung.rank < mark.rank)
        last = self._last_number.get(parent)
        if number != 1 and last is not None and not last < number <= last + 5:
            return False
        self._last_number[parent] = number
        return True

    def _pop(self, rank: int) -> None:
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()

    def _add(self, block: Block, part: Part, *, opens: bool = False) -> None:
        path = tuple(rung.step for rung in self._stack)
        keys = tuple(rung.key for rung in self._stack)
        self._only_headings = self._only_headings and part is Part.HEADING
        self._entries.append(Entry(block, part, path, keys, opens))

    def _open_mark(self, index: int, block: Block, mark: Mark, text: str) -> None:
        self._pop(self._closing_rank(mark))
        level = mark.level
        if level is Level.SO and mark.number.isdigit() and self._inside_article():
            level = Level.KHOAN
        if level is Level.DIEU:
            self._last_article = index
        if block.kind is BlockKind.HEADING:
            self._heading_ranks[block.level] = mark.rank
        body = self._is_body(index, block, mark, text)
        step = Step(level, mark.number, "" if body else mark.rest)
        self._stack.append(_Rung(step, mark.rank, index))
        self._add(block, Part.BODY if body else Part.HEADING, opens=True)

    def _closing_rank(self, mark: Mark) -> int:
        """Return the depth from which a mark closes the rungs above it.

        A decision may set out an attached programme (I., II.) inside its Điều 1; the next
        Điều ends that programme.
        """
        if mark.level is Level.DIEU:
            for rung in self._stack:
                if rung.step.level is Level.LA_MA and self._last_article < rung.key:
                    return RANKS[Level.LA_MA] if self._last_article >= 0 else mark.rank
        return mark.rank

    def _inside_article(self) -> bool:
        return self._article or any(rung.step.level is Level.DIEU for rung in self._stack)

    def _is_body(self, index: int, block: Block, mark: Mark, text: str) -> bool:
        """Tell whether a marked line is itself what is to be quoted, not a mere heading."""
        if len(text) > _LONGEST_HEADING:
            return True
        if mark.rank <= RANKS[Level.TIEU_MUC]:
            return mark.level is Level.LA_MA and len(text) > 150 and text.endswith((".", ";"))
        if block.kind is not BlockKind.HEADING and mark.level is not Level.DIEU:
            return True
        if mark.level is Level.DIEU and mark.rest and _FULL_SENTENCE.search(text):
            return True
        return not self._has_content(index, mark.rank)

    def _has_content(self, index: int, rank: int) -> bool:
        if index + 1 >= len(self._blocks):
            return False
        following, mark = self._blocks[index + 1], self._marks[index + 1]
        if mark is not None:
            return mark.rank > rank
        return (
            following.kind is not BlockKind.HEADING or following.level > self._blocks[index].level
        )

    def _open_heading(self, index: int, block: Block, text: str) -> None:
        """Place a heading without a mark: title, name of the rung above it, or a rung itself."""
        above = self._entries[-1] if self._entries else None
        if above and above.opens and above.part is Part.HEADING and self._stack:
            rung = self._stack[-1]
            if rung.rank <= RANKS[Level.TIEU_MUC] and len(rung.step.heading) < 3:
                self._rename(rung, text)
                self._add(block, Part.HEADING)
                return
        official_head = self._ranked and index < self._first_mark
        below = above is not None and above.part is Part.HEADING and not above.opens
        if text.endswith(":") or (official_head and (text.isupper() or below)):
            # Issuer, kind and "QUYẾT NGHỊ:" at the head of an official document.
            self._add(block, Part.HEADING)
            return
        if self._only_headings and not self._stack and block.level <= 3:
            self._add(block, Part.HEADING)
            return
        known = self._heading_ranks.get(block.level)
        if known is None:
            shallow = block.level <= 3 or self._first_mark == len(self._blocks)
            known = _TITLE_RANK + block.level - 1 if shallow else RANKS[Level.DIEU] + 5
        self._pop(known)
        self._stack.append(_Rung(Step(Level.TIEU_DE, "", text), known, index))
        self._add(block, Part.HEADING, opens=True)

    def _rename(self, rung: _Rung, heading: str) -> None:
        old = rung.step
        rung.step = replace(old, heading=heading)
        last = self._entries[-1]
        self._entries[-1] = replace(last, path=(*last.path[:-1], rung.step))

    def _name_bare_rungs(self) -> None:
        """Take the line in capitals under a bare "Chương II" as its heading."""
        entries = self._entries
        for index, entry in enumerate(entries[:-1]):
            bare = entry.opens and entry.part is Part.HEADING and not entry.path[-1].heading
            if not bare or RANKS.get(entry.path[-1].level, 99) > RANKS[Level.TIEU_MUC]:
                continue
            following = entries[index + 1]
            if following.part is not Part.BODY or following.opens or following.block.cells:
                continue
            text = self._text[following.block.start : following.block.end]
            if len(text) > 250 or not text.isupper():
                continue
            depth, key = len(entry.path) - 1, entry.keys[-1]
            entries[index + 1] = replace(following, part=Part.HEADING)
            for later in range(index, len(entries)):
                found = entries[later]
                if len(found.keys) <= depth or found.keys[depth] != key:
                    break
                step = replace(found.path[depth], heading=text)
                path = (*found.path[:depth], step, *found.path[depth + 1 :])
                entries[later] = replace(found, path=path)

    def _sections(self) -> list[Section]:
        spans: dict[tuple[int, ...], tuple[tuple[Step, ...], int, int]] = {}
        for entry in self._entries:
            if entry.part is Part.OUTSIDE:
                continue
            for depth in range(1, len(entry.keys) + 1):
                key = entry.keys[:depth]
                start = spans[key][1] if key in spans else entry.block.start
                spans[key] = (entry.path[:depth], start, entry.block.end)
        found = [Section(path, start, end) for path, start, end in spans.values()]
        return sorted(found, key=lambda section: (section.start, -section.end))
