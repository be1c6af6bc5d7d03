"""Automatic numbers of a Word 97 file: "1.", "a)", "Điều 5." that stand in no run of text."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from assistant.documents.word97_file import Part, WordFile, u16, u32
from assistant.documents.word97_properties import Styles
from assistant.documents.word_numbering import spell

__all__ = ["Lists"]

_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
_MOST_LISTS = 4_000
_LEVEL_SIZE = 28


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list.

    Attributes:
        start: Its first number.
        restarts: Count of the levels above it after any of which it starts anew.
        legal: Whether the numbers of all levels are printed as plain ones in it.
        form: How its numbers are written.
        template: Text with the numbers of levels as characters below 9.
        changes: Properties of that text.
    """

    start: int
    restarts: int
    legal: bool
    form: str
    template: str
    changes: bytes


@dataclass(frozen=True, slots=True)
class _Use:
    """A list as a paragraph names it, with levels and first numbers of its own."""

    list: int
    starts: dict[int, int]
    levels: dict[int, _Level]


class Lists:
    """Counts the numbered paragraphs of one file, in order.

    Args:
        file: The file.
        styles: Its styles.
    """

    def __init__(self, file: WordFile, styles: Styles) -> None:
        self._styles = styles
        self._levels = _read_lists(file)
        self._uses = _read_uses(file)
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def mark(self, use: int, level: int, style: int) -> tuple[str, int]:
        """Count a paragraph.

        Args:
            use: Number of its list as the paragraph names it, from 1; 0 for none.
            level: Its level, from 0.
            style: Its style.

        Returns:
            Its number as printed and the number of the font that it is set in; the number is
            empty where it has none, and a dash for a bullet, which may be any sign.
        """
        if not 1 <= use <= len(self._uses):
            return "", 0
        found = self._uses[use - 1]
        levels = {**self._levels.get(found.list, {}), **found.levels}
        own = levels.get(level)
        if own is None:
            return "", 0
        counts = self._counts.setdefault(found.list, {})
        if level in found.starts and (use, level) not in self._begun:
            counts[level] = found.starts[level] - 1
        self._begun.add((use, level))
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            if deeper not in levels or level < levels[deeper].restarts:
                del counts[deeper]
        font = self._styles.characters_of_mark(style, own.changes).font
        if own.form == "bullet":
            return "-", font
        printed = "".join(
            self._printed(levels, counts, ord(char), own) if ord(char) < 9 else char
            for char in own.template
        )
        return printed, font

    @staticmethod
    def _printed(
        levels: dict[int, _Level], counts: dict[int, int], at: int, printed_in: _Level
    ) -> str:
        level = levels.get(at)
        if level is None:
            return ""
        return spell(counts.get(at, level.start), "decimal" if printed_in.legal else level.form)


def _read_lists(file: WordFile) -> dict[int, dict[int, _Level]]:
    """Read the lists ([MS-DOC] 2.9.131); their levels lie behind the table itself."""
    start, size = file.place(Part.LISTS)
    table = file.table
    count = min(u16(table, start) if size else 0, _MOST_LISTS)
    levels_at = start + size
    lists: dict[int, dict[int, _Level]] = {}
    for index in range(count):
        at = start + 2 + 28 * index
        simple = at + 26 < len(table) and table[at + 26] & 1
        levels: dict[int, _Level] = {}
        for number in range(1 if simple else 9):
            read = _read_level(table, levels_at)
            if read is None:
                return lists
            levels[number], levels_at = read
        lists[u32(table, at)] = levels
    return lists


def _read_level(table: bytes, at: int) -> tuple[_Level, int] | None:
    """Read a level, and return it with the offset behind it; None where the table ends."""
    if at + _LEVEL_SIZE + 2 > len(table):
        return None
    start, form, flags = struct.unpack_from("<iBB", table, at)
    restarts = table[at + 26] if flags & 0x08 else 9
    characters, paragraph = table[at + 24], table[at + 25]
    at += _LEVEL_SIZE + paragraph
    changes = table[at : at + characters]
    at += characters
    length = u16(table, at)
    template = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "ignore")
    start = start if 0 <= start < 32_767 else 1
    return _Level(
        start, restarts, bool(flags & 0x04), _FORMS.get(form, "decimal"), template, changes
    ), at + 2 + 2 * length


def _read_uses(file: WordFile) -> list[_Use]:
    """Read how paragraphs use the lists ([MS-DOC] 2.9.132)."""
    start, size = file.place(Part.LIST_USES)
    table = file.table
    count = min(u32(table, start) if size else 0, _MOST_LISTS)
    at = start + 4 + 16 * count
    uses: list[_Use] = []
    for index in range(count):
        entry = start + 4 + 16 * index
        if entry + 16 > len(table):
            break
        starts: dict[int, int] = {}
        levels: dict[int, _Level] = {}
        at += 4  # a cp that says nothing
        for _ in range(min(9, table[entry + 12])):
            first, flags = u32(table, at), u32(table, at + 4)
            at += 8
            if flags & 0x20:
                read = _read_level(table, at)
                if read is None:
                    break
                levels[flags & 15], at = read
            if flags & 0x10 and first < 32_767:
                starts[flags & 15] = levels[flags & 15].start if flags & 0x20 else first
        uses.append(_Use(u32(table, entry), starts, levels))
    return uses
