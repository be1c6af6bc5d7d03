"""Footnotes, lifted out of the sentence that the turn of the page cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.pages.nouns import Rule, TextLine, Word
from assistant.documents.pages.rows import by_height

__all__ = ["Foot", "Footnote", "lift"]

_SMALL = 0.93
"""Of the size of the body; footnotes are set two points smaller, 11 or 12 for 14."""
_RAISED = 0.82
"""Of the size of its line; a reference is set at two thirds."""
_MARK = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?")
_RULE_SHARE = 0.55
"""Of the width of the page; the rule over footnotes is a third of it, that of a head is longer."""
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote.

    Attributes:
        mark: Its number, or its stars.
        lines: Its lines, without the mark.
    """

    mark: str
    lines: tuple[TextLine, ...]

    @property
    def shown_mark(self) -> str:
        """The mark as it is printed, raised, so that it is no figure of the text."""
        return self.mark.translate(_SUPERSCRIPTS)


@dataclass(frozen=True, slots=True)
class Foot:
    """A page without its footnotes.

    Attributes:
        body: For each line of the page, the line without references to notes and the marks
            that it referred to; None where the line stands in a note.
        notes: The footnotes of the page, from the top.
        rest: Lines that go on with the last footnote of the page before.
    """

    body: tuple[tuple[TextLine, tuple[str, ...]] | None, ...]
    notes: tuple[Footnote, ...] = ()
    rest: tuple[TextLine, ...] = ()


def lift(lines: Sequence[TextLine], rules: Sequence[Rule], width: float, size: float) -> Foot:
    """Part the footnotes of a page from its body.

    They are smaller lines at the bottom that begin with a mark, below a short rule or with
    the mark raised in the body.

    Args:
        lines: Lines of the page in reading order, without running heads and page numbers.
        rules: Ruling lines of the page.
        width: Width of the page, in points.
        size: Size that most of the document is set in, in points.
    """
    block: list[int] = []
    for index in reversed(by_height(lines)):
        if lines[index].size > _SMALL * size:
            break
        block.insert(0, index)
    ruled = bool(block) and _under_rule(lines, block, rules, width)
    marks = _raised(lines, set(block))
    opening = [place for place, index in enumerate(block) if _mark_of(lines[index], marks)]
    first = _mark_of(lines[block[opening[0]]], marks) if opening else None
    # Sizes of recognised words are a guess, and a raised number is seldom read as one.
    recognised = any(line.words[0].confidence is not None for line in lines)
    if not ruled and (recognised or first not in marks):
        return Foot(tuple((line, ()) for line in lines))
    notes = [
        _note([lines[i] for i in block[start:end]], marks)
        for start, end in zip(opening, [*opening[1:], len(block)], strict=False)
    ]
    before = block[: opening[0]] if opening else block
    lifted = set(block if ruled else block[opening[0] :])
    known = {note.mark for note in notes}
    return Foot(
        tuple(
            None if index in lifted else _without_references(line, known)
            for index, line in enumerate(lines)
        ),
        tuple(notes),
        tuple(lines[index] for index in before) if ruled else (),
    )


def _without_references(line: TextLine, known: set[str]) -> tuple[TextLine, tuple[str, ...]]:
    references = [word for word in line.words if _is_raised(word, line) and _bare(word) in known]
    kept: list[Word] = []
    for before, word in zip((None, *line.words), line.words, strict=False):
        if word in references:
            continue
        # What stood after the reference belongs to the word before it.
        closed = before in references and word.text[0] in ".,;:)”"
        kept.append(word._replace(glued=True) if closed and kept else word)
    if not references or not kept:
        return line, ()
    return TextLine(_healed(kept)), tuple(_bare(word) for word in references)


def _under_rule(
    lines: Sequence[TextLine], block: Sequence[int], rules: Sequence[Rule], width: float
) -> bool:
    top = min(lines[index].box.top for index in block)
    above = [line.base for i, line in enumerate(lines) if i not in set(block)]
    if not above:
        return False  # a page in small print, and no foot of one
    floor = max((base for base in above if base < top + 2), default=0.0)
    return any(
        rule.level
        and rule.right - rule.left <= _RULE_SHARE * width
        and floor - 2 <= rule.top <= top + 4
        for rule in rules
    )


def _raised(lines: Sequence[TextLine], block: set[int]) -> set[str]:
    """Return the marks that stand raised in the body."""
    return {
        _bare(word)
        for index, line in enumerate(lines)
        if index not in block
        for word in line.words
        if _is_raised(word, line) and _MARK.fullmatch(word.text)
    }


def _is_raised(word: Word, line: TextLine) -> bool:
    return (
        word.size <= _RAISED * line.size
        and _MARK.fullmatch(word.text.rstrip(".,;:")) is not None
        and word.base < line.base - 0.1 * line.size
    )


def _bare(word: Word) -> str:
    return word.text.strip("[]().,;:")


def _mark_of(line: TextLine, referred: set[str]) -> str | None:
    """Return the mark that a line of the foot begins with; a plain number must be referred to."""
    first = line.words[0]
    match = _MARK.fullmatch(first.text)
    if match is None or len(line.words) < 2:
        return None
    mark = match.group(1)
    raised = first.size <= _RAISED * max(word.size for word in line.words)
    return mark if raised or mark in referred or first.text != mark else None


def _note(lines: Sequence[TextLine], referred: set[str]) -> Footnote:
    mark = _mark_of(lines[0], referred) or ""
    first = _healed(lines[0].words[1:])
    return Footnote(mark, (TextLine(first), *lines[1:]))


def _healed(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return words of which the first is glued to nothing."""
    if words and words[0].glued:
        return (words[0]._replace(glued=False), *words[1:])
    return tuple(words)
