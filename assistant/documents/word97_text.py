"""The text of a Word 97 file as paragraphs of runs: deleted, hidden and field code left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.documents.office_lines import windows_1252
from assistant.documents.word97_file import Part, WordFile, u16, u32
from assistant.documents.word97_properties import Characters, Paragraph, Properties
from assistant.documents.word97_shapes import BOX_SIZE, box_anchors
from assistant.vietnamese.legacy_fonts import Run

__all__ = ["CELL_END", "Stories", "WordParagraph"]

CELL_END = "\x07"
_ENDS = re.compile("[\r\x07\x0c]")
_CONTROL = re.compile("([\x01-\x0f\x13-\x15\x1e\x1f])")
_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
# A soft hyphen stays: in TCVN3 that code is the letter ư.
_READ_AS = {"\x0b": "\n", "\x0e": "\n", "\t": " ", "\n": "\n", "\x1e": "-", "\x1f": "\xad"}
_MOST_FIELDS = 50
"""Fields in one another; a table of contents needs three."""
_NOTE_SIZE = 2
"""Bytes that the tables of notes hold for each, besides its cp."""


@dataclass(slots=True)
class WordParagraph:
    """A paragraph as it stands on the page.

    Attributes:
        known: Its properties.
        end: The character that ends it.
        runs: Its text by font.
        notes: Its footnotes and endnotes: whether it is an endnote, and number from 0.
        boxes: Text boxes that hang on it: place in the drawing, and number from 0.
    """

    known: Paragraph
    end: str
    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[bool, int]] = field(default_factory=list)
    boxes: list[tuple[int, int]] = field(default_factory=list)


class _Stretch(NamedTuple):
    """Text that lies together: its first cp, its offset, bytes a character, changes."""

    cp: int
    fc: int
    width: int
    text: str
    changes: bytes


class Stories:
    """The stories of a file: its body, footnotes, endnotes and text boxes.

    Args:
        file: The file.
    """

    def __init__(self, file: WordFile) -> None:
        self.properties = Properties(file)
        self._file = file
        self._fonts = _font_names(file)
        self._notes = {
            **_by_cp(file.part(Part.FOOTNOTE_REFS), endnotes=False),
            **_by_cp(file.part(Part.ENDNOTE_REFS), endnotes=True),
        }
        self._boxes, self.loose_boxes = box_anchors(file)

    def font(self, number: int) -> str | None:
        """Return the name of a font."""
        return self._fonts[number] if number < len(self._fonts) else None

    def body(self) -> Iterator[WordParagraph]:
        """Yield the paragraphs of the body."""
        return self._paragraphs(0, self._file.body, anchored=True)

    def note(self, number: int, *, endnote: bool) -> Iterator[WordParagraph]:
        """Yield the paragraphs of a footnote or endnote, by its number from 0."""
        if endnote:
            return self._part(Part.ENDNOTE_TEXTS, self._file.endnotes, number, 0)
        return self._part(Part.FOOTNOTE_TEXTS, self._file.footnotes, number, 0)

    def box(self, number: int) -> Iterator[WordParagraph]:
        """Yield the paragraphs of a text box, by its number from 0."""
        return self._part(Part.BOX_TEXTS, self._file.boxes, number, BOX_SIZE)

    def _part(self, part: int, first: int, number: int, size: int) -> Iterator[WordParagraph]:
        plc = self._file.part(part)
        if not 0 <= number < (len(plc) - 4) // (4 + size):
            return iter(())
        start, end = u32(plc, 4 * number), u32(plc, 4 * number + 4)
        return self._paragraphs(first + start, min(first + end, self._file.length))

    def _paragraphs(
        self, start: int, end: int, *, anchored: bool = False
    ) -> Iterator[WordParagraph]:
        fields: list[bool] = []  # for each open field, whether its result has begun
        held: list[_Stretch] = []
        for cp, fc, count, piece in self._file.stretches(start, end):
            text = _decoded(self._file.main, fc, count, piece.width)
            begin = 0
            for stop in [*(match.end() for match in _ENDS.finditer(text)), count]:
                if begin == stop:
                    continue
                held.append(
                    _Stretch(cp + begin, fc + begin * piece.width, piece.width, text[begin:stop],
                             piece.changes)
                )  # fmt: skip
                begin = stop
                if _ENDS.match(text[stop - 1]):
                    yield self._paragraph(held, fields, anchored=anchored)
                    held = []
        if held:
            yield self._paragraph(held, fields, anchored=anchored)

    def _paragraph(
        self, stretches: list[_Stretch], fields: list[bool], *, anchored: bool
    ) -> WordParagraph:
        """Make a paragraph of its stretches; the mark that ends it knows its properties."""
        last = stretches[-1]
        mark = last.fc + (len(last.text) - 1) * last.width
        known = self.properties.paragraph(mark, last.changes)
        paragraph = WordParagraph(known, last.text[-1])
        for stretch in stretches:
            stop = stretch.fc + len(stretch.text) * stretch.width
            runs = self.properties.runs(stretch.fc, stop, known.style, stretch.changes)
            for begin, end, characters in runs:
                # A run may be said to begin inside a character of two bytes.
                first, behind = (-((stretch.fc - edge) // stretch.width) for edge in (begin, end))
                text = stretch.text[first:behind]
                self._add(paragraph, stretch.cp + first, text, characters, fields, anchored)
        return paragraph

    def _add(
        self,
        paragraph: WordParagraph,
        cp: int,
        text: str,
        known: Characters,
        fields: list[bool],
        anchored: bool,
    ) -> None:
        for part in _CONTROL.split(text):
            if not part:
                continue
            if part in (_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END):
                _turn_field(part, fields)
            elif not all(fields) or known.deleted or known.hidden:
                pass
            elif known.symbol and known.special:
                font, code = known.symbol
                paragraph.runs.append(Run(chr(code), self.font(font)))
            elif part in _READ_AS:
                paragraph.runs.append(self._run(_READ_AS[part], known))
            elif len(part) > 1 or part >= " ":
                paragraph.runs.append(self._run(part, known))
            elif anchored:
                paragraph.notes += self._notes.get(cp, [])
                paragraph.boxes += self._boxes.get(cp, [])
            cp += len(part)

    def _run(self, text: str, known: Characters) -> Run:
        return Run(text, self.font(known.font if text.isascii() else known.other_font))


def _turn_field(mark: str, fields: list[bool]) -> None:
    if mark == _FIELD_BEGIN and len(fields) < _MOST_FIELDS:
        fields.append(False)
    elif mark == _FIELD_SEPARATOR and fields:
        fields[-1] = True
    elif mark == _FIELD_END and fields:
        fields.pop()


def _decoded(stream: bytes, fc: int, count: int, width: int) -> str:
    """Return text with a character for each cp, also where two make a pair of surrogates."""
    data = stream[fc : fc + count * width]
    if width == 1:
        return windows_1252(data)
    text = data.decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(chr(u16(data, 2 * at)) for at in range(count))


def _font_names(file: WordFile) -> list[str]:
    """Read the names of the fonts ([MS-DOC] 2.9.286)."""
    data = file.part(Part.FONTS)
    names: list[str] = []
    at = 4
    while at < len(data) and len(names) < 4_000:
        size = data[at] + 1
        name = data[at + 40 : at + size].decode("utf-16-le", "ignore")
        names.append(name.split("\0", 1)[0])
        at += size
    return names


def _by_cp(plc: bytes, *, endnotes: bool) -> dict[int, list[tuple[bool, int]]]:
    count = max(0, (len(plc) - 4) // (4 + _NOTE_SIZE))
    return {u32(plc, 4 * number): [(endnotes, number)] for number in range(count)}
