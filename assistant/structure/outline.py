"""Where each block of a document stands: its path of rungs, and whether it is a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.schema import Block, BlockKind, Document, Level, PassageRole, Section, Step
from assistant.structure.endings import (
    attached_kind,
    closes_ending,
    ending_role,
    is_adoption,
    is_signed_row,
    opens_ending,
)
from assistant.structure.entries import Entry, Part
from assistant.structure.marks import RANKS, Mark, read_mark
from assistant.structure.naming import name_bare_rungs
from assistant.structure.ordinals import is_next, ordinal
from assistant.structure.preambles import decides, front_roles
from assistant.structure.quotations import quoted_lines

__all__ = ["Entry", "Part", "outline"]


@dataclass(slots=True)
class _Rung:
    step: Step
    rank: int
    key: int


_LONGEST_HEADING = 320
_LONGEST_TITLE = 160
_FULL_SENTENCE = re.compile(r"[.;,]$")
_ENDED = re.compile(r"[.;:!?…/”\"’)]$")
_TITLE_RANK = 5
_SEEN_AHEAD = 400
"""Blocks in which the numbering must go on after what looks like a signature block."""


# Passages, then figures are found in one document after the other.
@lru_cache(maxsize=1)
def outline(document: Document) -> tuple[list[Entry], list[Section]]:
    """Give every block of a document its place.

    Args:
        document: The document.

    Returns:
        One entry a block, in order, and the sections, in order of their start; a section
        runs from the line that opens it to the end of its last line. They are the caller's to
        read and not to change.
    """
    return _Outliner(document).run()


class _Outliner:
    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._texts = [document.text[block.start : block.end] for block in document.blocks]
        self._stack: list[_Rung] = []
        self._entries: list[Entry] = []
        self._heading_ranks: dict[int, int] = {}
        self._last_number: dict[tuple[int, ...], tuple[int, str]] = {}
        self._headers: dict[int, str] = {}
        self._quoted = quoted_lines(self._texts)
        self._marks = [self._mark_of(index) for index in range(len(self._blocks))]
        first = self._first_marked()
        self._roles = front_roles(document, self._texts, first)
        for index, role in enumerate(self._roles):
            if role is not PassageRole.CONTENT:
                self._marks[index] = None
        self._first_mark = self._first_marked()
        self._ranked = any(
            mark is not None and mark.rank <= RANKS[Level.DIEU] for mark in self._marks
        )
        self._only_headings = True
        self._article = re.search(r"\bĐiều \d+", document.title) is not None
        self._ending: PassageRole | None = None
        self._signed = False
        self._titled = -1
        self._last_article = -1

    def _mark_of(self, index: int) -> Mark | None:
        if self._blocks[index].kind in (BlockKind.ROW, BlockKind.NOTE) or self._quoted[index]:
            return None
        return read_mark(self._texts[index])

    def _first_marked(self) -> int:
        marked = (index for index, mark in enumerate(self._marks) if mark is not None)
        return next(marked, len(self._blocks))

    def run(self) -> tuple[list[Entry], list[Section]]:
        for index, block in enumerate(self._blocks):
            self._place(index, block)
        name_bare_rungs(self._entries, self._texts)
        return self._entries, self._sections()

    def _place(self, index: int, block: Block) -> None:
        text = self._texts[index]
        heading = block.kind is BlockKind.HEADING
        row = block.kind is BlockKind.ROW
        if block.kind is BlockKind.NOTE:
            self._add(block, Part.BODY, role=PassageRole.NOTE)
            return
        mark = self._marks[index]
        if mark and not self._follows(index, mark):
            mark = None
        self._bound_ending(index, mark)
        if self._ending:
            self._ending = ending_role(text, self._ending)
            self._add(block, Part.OUTSIDE, role=self._ending)
        elif self._opens_attached(index, block):
            pass
        elif self._roles[index] is not PassageRole.CONTENT and not heading:
            part = Part.HEADING if decides(text) else Part.BODY
            self._add(block, part, role=self._roles[index])
        elif row:
            self._add(block, Part.HEADING if self._names_columns(block, text) else Part.BODY)
        elif mark:
            self._open_mark(index, block, mark, text)
        elif heading:
            self._open_heading(index, block, text)
        else:
            if is_adoption(text):
                self._pop(1)  # it speaks of the whole law, not of its last khoản
            self._add(block, Part.BODY)

    def _names_columns(self, block: Block, text: str) -> bool:
        """Tell whether a row is the header of its table, or repeats it on a new page."""
        if block.row == 0:
            self._headers[block.table] = text
        return self._headers.get(block.table) == text

    def _bound_ending(self, index: int, mark: Mark | None) -> None:
        """Find out whether a signature block or list of recipients ends or begins here."""
        block, text = self._blocks[index], self._texts[index]
        heading, row = block.kind is BlockKind.HEADING, block.kind is BlockKind.ROW
        marked = mark is not None and mark.level not in (Level.SO, Level.DIEM)
        if self._ending and closes_ending(text, heading=heading, row=row, marked=marked):
            self._ending = None
            if not marked:
                self._pop(1)
        following = self._texts[index + 1] if index + 1 < len(self._texts) else ""
        signs = is_signed_row(text) if row else opens_ending(text, following)
        begins = self._ending is None and signs
        if begins and not self._goes_on(index):
            self._ending = PassageRole.SIGNATURE
            self._signed = True

    def _goes_on(self, index: int) -> bool:
        """Tell whether the numbering goes on after a line that looks like a signature.

        Then it is an example of one, as in rules on how documents are set out.
        """
        open_rungs = {rung.step.level: rung.step.number for rung in self._stack}
        if Level.PHU_LUC in open_rungs:
            return False
        for later in range(index + 1, min(len(self._blocks), index + _SEEN_AHEAD)):
            mark = self._marks[later]
            if attached_kind(self._texts[later]):
                return False
            if mark is None or mark.level is Level.DIEM:
                continue
            level = Level.KHOAN if Level.KHOAN in open_rungs else mark.level
            known = open_rungs.get(mark.level) or open_rungs.get(level)
            if known and is_next(mark, known):
                return True
            if mark.level is Level.PHU_LUC or ordinal(mark.number) == (1, ""):
                return False
        return False

    def _opens_attached(self, index: int, block: Block) -> bool:
        """Open a rung for a regulation or plan that stands after the signed decision."""
        if index <= self._titled:
            self._add(block, Part.HEADING)
            return True
        kind = attached_kind(self._texts[index]) if self._signed else None
        if kind is None or block.kind is BlockKind.ROW:
            return False
        self._pop(0)
        title = [self._texts[index]]
        for text in self._texts[index + 1 : index + 4]:
            if not text.isupper() or len(text) > 250 or read_mark(text):
                break
            title.append(text)
        rung = _Rung(Step(Level.KEM_THEO, kind, " ".join(title)), RANKS[Level.PHU_LUC], index)
        self._stack.append(rung)
        self._add(block, Part.HEADING, opens=True)
        self._titled = index + len(title) - 1
        self._last_article = -1
        return True

    def _follows(self, index: int, mark: Mark) -> bool:
        """Tell whether a number can come where it stands: first, or after the last.

        A number farther on than the next few opens a rung only after a finished sentence: a
        digest leaves clauses out, and a wrapped line may begin with the number of an article.
        """
        counted = ordinal(mark.number)
        if mark.level not in (Level.SO, Level.DIEU) or counted is None:
            return True
        parent = tuple(rung.key for rung in self._stack if rung.rank < mark.rank)
        if mark.level is Level.DIEU:
            # Articles are counted through all chapters.
            parent = tuple(rung.key for rung in self._stack if rung.rank <= RANKS[Level.PHU_LUC])
            parent = (-1, *parent)
        last = self._last_number.get(parent)
        if counted[0] != 1 and last is not None:
            if counted[0] < last[0] or (counted[0] == last[0] and counted[1] <= last[1]):
                return False
            if counted[0] > last[0] + 5 and not self._after_a_full_stop(index):
                return False
        self._last_number[parent] = counted
        return True

    def _after_a_full_stop(self, index: int) -> bool:
        if index == 0 or self._blocks[index - 1].kind is BlockKind.HEADING:
            return True
        return _ENDED.search(self._texts[index - 1]) is not None

    def _pop(self, rank: int) -> None:
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()

    def _add(
        self,
        block: Block,
        part: Part,
        *,
        opens: bool = False,
        role: PassageRole = PassageRole.CONTENT,
    ) -> None:
        stack = self._stack
        if role is not PassageRole.CONTENT:
            # A signature stands under the document or an appendix, not under the last khoản.
            stack = [rung for rung in stack if rung.rank <= RANKS[Level.PHU_LUC]]
        path = tuple(rung.step for rung in stack)
        keys = tuple(rung.key for rung in stack)
        self._only_headings = self._only_headings and part is Part.HEADING
        self._entries.append(Entry(block, part, path, keys, opens, role))

    def _open_mark(self, index: int, block: Block, mark: Mark, text: str) -> None:
        self._pop(self._closing_rank(mark))
        level = mark.level
        if level is Level.SO and "." not in mark.number and self._inside_article():
            level = Level.KHOAN
        if level is Level.DIEU:
            self._last_article = index
        if block.kind is BlockKind.HEADING:
            self._heading_ranks[block.level] = mark.rank
        body = self._is_body(index, block, mark, text)
        titled = not body or self._is_title(index, mark)
        step = Step(level, mark.number, mark.rest if titled else "")
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

    def _is_title(self, index: int, mark: Mark) -> bool:
        """Tell whether a line that is quoted as text is a title too: “1. Phạm vi điều chỉnh”."""
        short = 0 < len(mark.rest) <= _LONGEST_TITLE and mark.rest[-1] not in ".;,:"
        return short and self._has_content(index, mark.rank)

    def _is_body(self, index: int, block: Block, mark: Mark, text: str) -> bool:
        """Tell whether a marked line is itself what is to be quoted, not a mere heading."""
        if len(text) > _LONGEST_HEADING:
            return True
        if mark.rank <= RANKS[Level.TIEU_MUC]:
            return mark.level is Level.LA_MA and len(text) > 150 and text.endswith((".", ";"))
        if block.kind is not BlockKind.HEADING and mark.level is not Level.DIEU:
            # “2. Cải cách thủ tục hành chính” right above “a) Mục tiêu” says nothing itself.
            below = self._marks[index + 1] if index + 1 < len(self._marks) else None
            return not (self._is_title(index, mark) and below and below.rank > mark.rank)
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

    def _sections(self) -> list[Section]:
        spans: dict[tuple[int, ...], tuple[tuple[Step, ...], int, int]] = {}
        for entry in self._entries:
            if entry.role is not PassageRole.CONTENT:
                continue
            for depth in range(1, len(entry.keys) + 1):
                key = entry.keys[:depth]
                start = spans[key][1] if key in spans else entry.block.start
                spans[key] = (entry.path[:depth], start, entry.block.end)
        found = [Section(path, start, end) for path, start, end in spans.values()]
        return sorted(found, key=lambda section: (section.start, -section.end))
