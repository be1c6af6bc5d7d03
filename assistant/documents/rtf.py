"""RTF documents: paragraphs, tables, footnotes and text boxes in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.documents.lines import Draft
from assistant.documents.office_flow import TOO_LONG, End, Flowing, draft_of
from assistant.documents.office_lines import windows_1252
from assistant.documents.rtf_flow import FlowWriter, RowPlan
from assistant.documents.rtf_tokens import Kind, code_page, tokens
from assistant.errors import ReadError
from assistant.vietnamese.legacy_fonts import is_legacy_font

__all__ = ["read_rtf"]

_BROKEN = "tệp RTF hỏng, không đọc được. Hãy mở bằng Word rồi lưu thành .docx."
_MOST_GROUPS = 2_000
"""Groups in one another; Word writes about twenty."""
_MOST_TOKENS = 10_000_000
"""About twenty seconds of reading."""
_MOST_FONTS = 10_000

# Groups that hold no text of the page. Whatever is marked \* and is not known goes too.
_SKIPPED = frozenset(
    "colortbl info header headerl headerr headerf footer footerl footerr footerf pict fldinst "
    "listtable listoverridetable revtbl rsidtbl generator bkmkstart bkmkend xe tc annotation "
    "atnid atnauthor atndate atnref themedata colorschememapping latentstyles datastore "
    "nonesttables nonshppict shprslt sp objdata objclass template pn pnseclvl ftnsep ftnsepc "
    "ftncn aftnsep aftnsepc aftncn falt panose filetbl userprops xmlnstbl docvar private".split()
)
_KNOWN_STARRED = frozenset(("shpinst", "shptxt", "do", "dptxbxtext", "nesttableprops"))
_DRAWINGS = frozenset(("shpinst", "do"))
_BOXES = frozenset(("shptxt", "dptxbxtext"))
_MARKS = frozenset(("listtext", "pntext"))
_TABLES = {"fonttbl": "fonts", "stylesheet": "styles"}
_SIGNS = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "endash": "–",
    "emdash": "—", "bullet": "•", "tab": " ", "line": "\n", "lbr": "\n", "enspace": " ",
    "emspace": " ", "qmspace": " ", "softline": "\n", "page": "\n", "column": "\n",
}  # fmt: skip
# A soft hyphen stays: in TCVN3 that code is the letter ư.
_SYMBOLS = {"~": "\xa0", "_": "-", "-": "\xad", "{": "{", "}": "}", "\\": "\\"}
_ENDS = {
    "par": End.PARAGRAPH, "sect": End.PARAGRAPH, "cell": End.CELL, "row": End.ROW,
    "nestcell": End.INNER_CELL, "nestrow": End.INNER_ROW,
}  # fmt: skip
_HEADING = re.compile(r"\s*(?:heading|tiêu đề|đề mục)\s*(\d)", re.I)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group and is undone where it closes.

    Attributes:
        take: What text is: ``text``, ``mark``, ``fonts``, ``styles``, ``nothing`` between the
            parts of a drawing, ``inner`` where a row inside a cell ends, or ``skip`` in a
            group that is left out altogether.
        font: Number of the font.
        fallbacks: Characters behind each code by number that are left out.
        hidden: Whether text is hidden, or deleted with changes tracked.
        deleted: See ``hidden``.
        stories: Stories that were open where the group began.
    """

    take: str = "text"
    font: int = 0
    fallbacks: int = 1
    hidden: bool = False
    deleted: bool = False
    stories: int = 1


def read_rtf(data: bytes) -> Draft:
    """Read an RTF file.

    Args:
        data: All its bytes.

    Raises:
        ReadError: Its groups are nested without end, or it is longer than any document.
    """
    return draft_of(_Reader().flow(data))


class _Reader:
    """Follows the control words of a file and writes its flow."""

    def __init__(self) -> None:
        self._state = _State()
        self._groups: list[_State] = []
        self._writer = FlowWriter()
        self._fonts: dict[int, tuple[str, str | None]] = {}
        self._levels: dict[int, int] = {}
        self._default_font = 0
        self._codec = "cp1252"
        self._starred = False
        self._fallbacks = 0  # characters behind a \u that are still to be left out
        self._entry, self._charset, self._name = -1, 0, ""  # of the font or style being defined

    def flow(self, data: bytes) -> list[Flowing]:
        """Return all paragraphs of a file."""
        for count, token in enumerate(tokens(data)):
            if count > _MOST_TOKENS:
                raise ReadError(TOO_LONG)
            if token.kind is Kind.OPEN:
                self._open()
            elif token.kind is Kind.CLOSE:
                self._close()
            elif self._state.take == "skip":
                continue
            elif token.kind is Kind.TEXT:
                self._bytes(token.data)
            elif token.kind is Kind.SIGN:
                self._sign(token.word)
            else:
                self._word(token.word, token.number)
        return self._writer.flow()

    def _open(self) -> None:
        if len(self._groups) >= _MOST_GROUPS:
            raise ReadError(_BROKEN)
        self._groups.append(self._state)
        self._state = replace(self._state, stories=self._writer.depth)
        self._fallbacks = 0

    def _close(self) -> None:
        if not self._groups:
            return
        if self._writer.depth > self._state.stories:
            self._writer.close_story()
        self._state = self._groups.pop()
        self._starred, self._fallbacks = False, 0

    def _set(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._writer.end()
        elif sign in _SYMBOLS:
            self._text(_SYMBOLS[sign])

    def _bytes(self, data: bytes) -> None:
        if self._fallbacks:
            left, data = self._fallbacks, data[self._fallbacks :]
            self._fallbacks = max(0, left - len(data) - left) if not data else 0
        if self._state.take in ("fonts", "styles"):
            self._define(windows_1252(data))
            return
        name, codec = self._fonts.get(self._state.font, ("", None))
        codec = codec or self._codec
        # The character set of a legacy font says nothing of what its codes are drawn as.
        latin = codec == "cp1252" or is_legacy_font(name)
        self._text(windows_1252(data) if latin else data.decode(codec, "replace"))

    def _text(self, text: str) -> None:
        if not text or self._state.hidden or self._state.deleted:
            return
        font = self._fonts.get(self._state.font, (None, None))[0]
        if self._state.take == "text":
            self._writer.add(text, font)
        elif self._state.take == "mark":
            self._writer.add_to_mark(text, font)

    def _define(self, text: str) -> None:
        """Take the name of a font or style; a semicolon ends it."""
        *whole, rest = text.split(";")
        for part in whole:
            name = self._name + part
            if self._state.take == "fonts" and len(self._fonts) < _MOST_FONTS:
                self._fonts[self._entry] = (name.strip(), code_page(self._charset))
            elif self._state.take == "styles" and (match := _HEADING.match(name)):
                self._levels.setdefault(self._entry, min(6, int(match.group(1)) or 1))
            self._name, self._entry = "", -1
        self._name = (self._name + rest)[:200]

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in _SKIPPED or (starred and word not in _KNOWN_STARRED):
            self._set(take="skip")
        elif word in _TABLES:
            self._set(take=_TABLES[word])
        elif word in _DRAWINGS:
            self._set(take="nothing")
        elif word in _MARKS:
            self._set(take="mark")
        elif word == "nesttableprops":
            self._set(take="inner")
        elif word in _BOXES or word == "footnote":
            if self._writer.depth <= len(self._groups):
                self._writer.open_story(is_box=word in _BOXES)
            self._set(take="text")
        elif self._state.take in ("fonts", "styles"):
            self._definition(word, number)
        elif word == "u" and number is not None:
            self._text(chr(number % 0x10000))
            self._fallbacks = self._state.fallbacks
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        elif word in _ENDS:
            if self._state.take in ("text", "inner"):
                self._writer.end(_ENDS[word])
        else:
            self._character(word, number)
            if self._state.take != "inner":  # the cells of a row inside a cell
                self._paragraph(word, number)

    def _definition(self, word: str, number: int | None) -> None:
        """Follow a control word inside the font table or the style sheet."""
        if word == "fcharset":
            self._charset = number or 0
        elif number is not None and word == ("f" if self._state.take == "fonts" else "s"):
            self._entry, self._charset = number, 0

    def _character(self, word: str, number: int | None) -> None:
        if word == "f":
            self._set(font=number or 0)
        elif word == "plain":
            self._set(font=self._default_font, hidden=False, deleted=False)
        elif word == "v":
            self._set(hidden=number != 0)
        elif word == "deleted":
            self._set(deleted=number != 0)
        elif word == "uc":
            self._set(fallbacks=min(10, max(0, number or 0)))
        elif word == "deff":
            self._default_font = number or 0
            self._set(font=self._default_font)
        elif word == "ansicpg":
            self._codec = "cp1258" if number == 1258 else self._codec

    def _paragraph(self, word: str, number: int | None) -> None:
        writer, plan = self._writer, self._writer.plan
        if word == "pard":
            writer.set_depth(0)
            writer.set_level(0)
        elif word == "intbl":
            writer.set_depth(1)
        elif word == "itap":
            writer.set_depth(min(50, max(0, number or 0)))
        elif word == "s":
            writer.set_level(self._levels.get(number or 0, 0))
        elif word == "outlinelevel":
            writer.set_level(number + 1 if number is not None and number < 6 else 0)
        elif word == "trowd":
            writer.plan = RowPlan()
        elif word == "trleft":
            plan.left = number or 0
        elif word == "trhdr":
            plan.header = True
        elif word == "clvmrg":
            plan.next_goes_on = True
        elif word == "clmrg":
            plan.next_swallowed = True
        elif word == "cellx":
            plan.add_cell(number or 0)
