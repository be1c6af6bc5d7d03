"""What the paragraphs of a .docx say: runs by font, and the text boxes and notes that hang on them.

Tracked changes are taken as accepted; hidden text is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.vietnamese.legacy_fonts import LegacyFonts, Run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["WordTexts"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX = f"{_W}txbxContent"
# What is left out: deleted and moved text, and older forms of what stands beside them.
_LEFT_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_MC}Fallback"))
_SIGNS = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\xad",
}  # fmt: skip
_NOTES = {f"{_W}footnoteReference": "footnote", f"{_W}endnoteReference": "endnote"}
_DEEPEST = 60
"""Elements in one another inside a paragraph; Word writes about twenty."""


@dataclass(slots=True)
class _Content:
    """What one paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str, bool]] = field(default_factory=list)


class WordTexts:
    """The texts of one document, in Unicode whatever font they are set in.

    Args:
        document: The document; its styles and notes are read once, its fonts learnt.
    """

    def __init__(self, document: WordDocument) -> None:
        self._styles = _StyleFonts(document)
        self._notes = _notes_of(document)
        self._numbers: dict[str, int] = {"footnote": 0, "endnote": 0}
        roots = [document.element.body, *self._notes.values()]
        self.fonts = LegacyFonts(
            run
            for root in roots
            for paragraph in root.iter(f"{_W}p")
            for run in self._content(paragraph).runs
        )

    def text(self, paragraph: Any) -> str:
        """Return the words of a paragraph, line breaks as "\\n"."""
        return "".join(self.fonts.convert(self._content(paragraph).runs))

    def mark(self, paragraph: Any, mark: str) -> str:
        """Return the automatic number of a paragraph, which its list may set in its font."""
        runs = self._content(paragraph).runs
        font = runs[0].font if runs else None
        return self.fonts.convert([Run(mark, font)])[0]

    def boxes(self, paragraph: Any) -> Iterator[Any]:
        """Yield the paragraphs of the text boxes that hang on a paragraph."""
        for box in self._content(paragraph).boxes:
            yield from box.iter(f"{_W}p")

    def notes(self, paragraph: Any) -> Iterator[tuple[int, str]]:
        """Yield number and words of the notes of a paragraph; 0 for a sign of its own."""
        for kind, key, automatic in self._content(paragraph).notes:
            note = self._notes.get((kind, key))
            if note is None:
                continue
            self._numbers[kind] += automatic
            words = " ".join(self.text(inside) for inside in note.iter(f"{_W}p"))
            yield self._numbers[kind] if automatic else 0, words

    def _content(self, paragraph: Any) -> _Content:
        content = _Content()
        properties = paragraph.find(f"{_W}pPr")
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        key = style.get(f"{_W}val", "") if style is not None else ""
        for child in paragraph:
            self._collect(child, key, content, 0)
        return content

    def _collect(self, element: Any, style: str, content: _Content, depth: int) -> None:
        tag = element.tag
        if tag in _LEFT_OUT or depth > _DEEPEST:
            return
        if tag == _BOX:
            content.boxes.append(element)
        elif tag == f"{_W}r":
            self._collect_run(element, style, content, depth)
        else:
            for child in element:
                self._collect(child, style, content, depth + 1)

    def _collect_run(self, run: Any, style: str, content: _Content, depth: int) -> None:
        properties = run.find(f"{_W}rPr")
        if properties is not None and _is_on(properties.find(f"{_W}vanish")):
            return
        for child in run:
            words = (child.text or "") if child.tag == f"{_W}t" else _SIGNS.get(child.tag)
            if words:
                font = self._styles.font(properties, style, ascii_only=words.isascii())
                content.runs.append(Run(words, font))
            elif child.tag in _NOTES:
                own_sign = child.get(f"{_W}customMarkFollows", "0") in ("1", "true", "on")
                content.notes.append((_NOTES[child.tag], child.get(f"{_W}id", ""), not own_sign))
            elif child.tag != f"{_W}rPr":
                self._collect(child, style, content, depth + 1)


class _StyleFonts:
    """Which font a run is set in, by its own properties, its styles and the defaults."""

    def __init__(self, document: WordDocument) -> None:
        self._fonts: dict[str, tuple[str | None, str | None]] = {}
        self._bases: dict[str, str] = {}
        self._default_style = ""
        root = document.styles.element
        for style in root.findall(f"{_W}style"):
            key = style.get(f"{_W}styleId", "")
            self._fonts[key] = _fonts_in(style.find(f"{_W}rPr"))
            based = style.find(f"{_W}basedOn")
            if based is not None:
                self._bases[key] = based.get(f"{_W}val", "")
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") == "1":
                self._default_style = key
        self._defaults = _fonts_in(root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))

    def font(self, properties: Any, style: str, *, ascii_only: bool) -> str | None:
        """Return the font of a run.

        Args:
            properties: Its own properties; None where it has none.
            style: Style of its paragraph; empty for the default one.
            ascii_only: Whether it has ASCII characters alone, for which Word keeps a font.
        """
        own = properties.find(f"{_W}rStyle") if properties is not None else None
        keys = [own.get(f"{_W}val", "")] if own is not None else []
        at = 0 if ascii_only else 1
        found = _fonts_in(properties)[at]
        for key in (*keys, style or self._default_style):
            for _ in range(20):
                found = found or self._fonts.get(key, (None, None))[at]
                key = self._bases.get(key, "")
        return found or self._defaults[at]


def _fonts_in(properties: Any) -> tuple[str | None, str | None]:
    """Return the fonts of ASCII and of other characters that properties name."""
    fonts = properties.find(f"{_W}rFonts") if properties is not None else None
    if fonts is None:
        return None, None
    plain = fonts.get(f"{_W}ascii")
    return plain, fonts.get(f"{_W}hAnsi") or plain


def _is_on(flag: Any) -> bool:
    return flag is not None and flag.get(f"{_W}val", "1") not in ("0", "false", "off")


def _notes_of(document: WordDocument) -> dict[tuple[str, str], Any]:
    from docx.oxml import parse_xml

    found: dict[tuple[str, str], Any] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).findall(f"{_W}{kind}"):
                found[kind, note.get(f"{_W}id", "")] = note
    return found
