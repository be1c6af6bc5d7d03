"""Fonts of Word documents (.docx): text of legacy ones is put into Unicode before it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.documents.word_text import W
from assistant.vietnamese.legacy_fonts import LegacyFonts, Run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["convert_fonts"]

_MOST_BASES = 20
"""Styles that rest on one another; Word allows eleven."""


class _Text(NamedTuple):
    """An element that holds text, and that text with its font."""

    element: Any
    run: Run


def convert_fonts(document: WordDocument, others: Iterable[Any]) -> str | None:
    """Put what is set in TCVN3 and VNI fonts into Unicode, in place.

    Args:
        document: The document.
        others: Elements of its other parts that are read, such as the footnotes.

    Returns:
        What was done, for ``Quality.note``; None when nothing was converted.
    """
    styles = _Styles(document)
    roots = [document.element.body, *others]
    paragraphs = [
        list(_texts(paragraph, styles)) for root in roots for paragraph in root.iter(f"{W}p")
    ]
    levels = list(_templates(document, styles))
    fonts = LegacyFonts(text.run for texts in paragraphs for text in texts)
    for texts in paragraphs:
        for text, words in zip(texts, fonts.convert([t.run for t in texts]), strict=True):
            if words != text.run.text:
                text.element.text = words
    for level in levels:
        level.element.set(f"{W}val", fonts.convert([level.run])[0])
    return fonts.note


def _texts(paragraph: Any, styles: _Styles) -> Iterator[_Text]:
    """Yield the texts of the runs of a paragraph, but not of the text boxes in it."""
    style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is not paragraph:
            continue
        properties = run.find(f"{W}rPr")
        for element in run.findall(f"{W}softHyphen"):
            # A soft hyphen has the code of the letter ư of TCVN3; elsewhere it is not printed.
            element.tag, element.text = f"{W}t", "\xad"
        for element in run.findall(f"{W}t"):
            text = element.text or ""
            if text:
                font = styles.font(properties, style, ascii_only=text.isascii())
                yield _Text(element, Run(text, font))


def _templates(document: WordDocument, styles: _Styles) -> Iterator[_Text]:
    """Yield what automatic numbers are made of, such as “Điều %1.”, where it has a font."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            for level in relation.target_part.element.iter(f"{W}lvl"):
                template = level.find(f"{W}lvlText")
                text = _value(template)
                if text and template is not None:
                    font = styles.font(level.find(f"{W}rPr"), "", ascii_only=text.isascii())
                    yield _Text(template, Run(text, font))


class _Styles:
    """Which font a run is set in: by its own properties, its styles and the defaults."""

    def __init__(self, document: WordDocument) -> None:
        self._fonts: dict[str, tuple[str | None, str | None]] = {}
        self._bases: dict[str, str] = {}
        self._default = ""
        root = document.styles.element
        for style in root.findall(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._fonts[key] = _fonts_of(style.find(f"{W}rPr"))
            self._bases[key] = _value(style.find(f"{W}basedOn"))
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
                self._default = key
        self._plain = _fonts_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def font(self, properties: Any, style: str, *, ascii_only: bool) -> str | None:
        """Return the font of a run.

        Args:
            properties: Its own properties; None where it has none.
            style: Style of its paragraph; empty for the default one.
            ascii_only: Whether it has ASCII characters alone, for which Word keeps a font.
        """
        at = 0 if ascii_only else 1
        found = _fonts_of(properties)[at]
        own = _value(properties.find(f"{W}rStyle")) if properties is not None else ""
        for key in (own, style or self._default):
            for _ in range(_MOST_BASES):
                found = found or self._fonts.get(key, (None, None))[at]
                key = self._bases.get(key, "")
                if found or not key:
                    break
        return found or self._plain[at]


def _fonts_of(properties: Any) -> tuple[str | None, str | None]:
    """Return the fonts of ASCII and of other characters that properties name."""
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    if fonts is None:
        return None, None
    plain = fonts.get(f"{W}ascii")
    return plain, fonts.get(f"{W}hAnsi") or plain


def _value(element: Any) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
