"""Word's automatic numbering: "1.", "a)", "Điều 5." that stand in no run of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Numbering", "spell"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST_SPELT = 399
"""Numbers beyond it in letters or roman signs are damage, and would be long."""
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Numbering:
    """Counts the numbered paragraphs of one document, in order.

    Args:
        document: The document; its numbering part and styles are read once.
    """

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._own_levels: dict[str, dict[int, Any]] = {}
        self._used: set[tuple[str, int]] = set()
        self._styles: dict[str, tuple[str, int]] = {}
        self._parents: dict[str, str] = {}
        root = self._numbering_root(document)
        if root is None:
            return
        for abstract in root.findall(f"{_W}abstractNum"):
            key = abstract.get(f"{_W}abstractNumId", "")
            self._levels[key] = {
                int(level.get(f"{_W}ilvl", "0")): level for level in abstract.findall(f"{_W}lvl")
            }
        for number in root.findall(f"{_W}num"):
            linked = number.find(f"{_W}abstractNumId")
            if linked is not None:
                self._abstract[number.get(f"{_W}numId", "")] = linked.get(f"{_W}val", "")
            self._read_overrides(number)
        self._read_styles(document)

    def _read_overrides(self, number: Any) -> None:
        """Read where a list starts anew, or is written otherwise than the one it is made of."""
        key = number.get(f"{_W}numId", "")
        for override in number.findall(f"{_W}lvlOverride"):
            index = _integer(override, f"{_W}ilvl", 0)
            start = override.find(f"{_W}startOverride")
            level = override.find(f"{_W}lvl")
            if start is not None:
                self._overrides.setdefault(key, {})[index] = _integer(start, f"{_W}val", 1)
            if level is not None:
                self._own_levels.setdefault(key, {})[index] = level

    @staticmethod
    def _numbering_root(document: WordDocument) -> Any:
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                return relation.target_part.element
        return None

    def _read_styles(self, document: WordDocument) -> None:
        for style in document.styles.element.findall(f"{_W}style"):
            key = style.get(f"{_W}styleId", "")
            based = style.find(f"{_W}basedOn")
            if based is not None:
                self._parents[key] = based.get(f"{_W}val", "")
            found = self._numbered(style.find(f"{_W}pPr"))
            if found:
                self._styles[key] = found

    @staticmethod
    def _numbered(properties: Any) -> tuple[str, int] | None:
        if properties is None:
            return None
        number = properties.find(f"{_W}numPr/{_W}numId")
        if number is None:
            return None
        level = properties.find(f"{_W}numPr/{_W}ilvl")
        return number.get(f"{_W}val", ""), int(
            level.get(f"{_W}val", "0")
        ) if level is not None else 0

    def mark(self, paragraph: Any) -> str:
        """Count a paragraph and return its number as printed; empty when it has none."""
        properties = paragraph.find(f"{_W}pPr")
        found = self._numbered(properties) or self._from_style(properties)
        if not found or found[0] == "0":
            return ""
        key, index = found
        abstract = self._abstract.get(key, "")
        levels = {**self._levels.get(abstract, {}), **self._own_levels.get(key, {})}
        level = levels.get(index)
        if level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        restart = self._overrides.get(key, {}).get(index)
        if restart is not None and (key, index) not in self._used:
            counts[index] = restart - 1
        self._used.add((key, index))
        counts[index] = counts.get(index, _start(level) - 1) + 1
        for deeper in [one for one in counts if one > index]:
            if _restarts(levels.get(deeper), index):
                del counts[deeper]
        if _format(level) == "bullet":
            return "-"
        template = level.find(f"{_W}lvlText")
        pattern = template.get(f"{_W}val", "") if template is not None else ""
        legal = level.find(f"{_W}isLgl") is not None
        return re.sub(
            r"%(\d)",
            lambda match: self._printed(levels, counts, int(match.group(1)) - 1, legal=legal),
            pattern,
        )

    def _from_style(self, properties: Any) -> tuple[str, int] | None:
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        key = style.get(f"{_W}val", "") if style is not None else ""
        for _ in range(20):
            if key in self._styles:
                return self._styles[key]
            key = self._parents.get(key, "")
        return None

    @staticmethod
    def _printed(levels: dict[int, Any], counts: dict[int, int], index: int, *, legal: bool) -> str:
        level = levels.get(index)
        if level is None:
            return ""
        # “Legal” numbering prints I.1 as 1.1 (ECMA-376, 17.9.4).
        return spell(counts.get(index, _start(level)), "decimal" if legal else _format(level))


def _integer(element: Any, name: str, otherwise: int) -> int:
    value = element.get(name) or ""
    return int(value) if value.isdigit() and len(value) < 7 else otherwise


def _start(level: Any) -> int:
    start = level.find(f"{_W}start")
    return _integer(start, f"{_W}val", 1) if start is not None else 1


def _restarts(level: Any, above: int) -> bool:
    """Tell whether a level counts anew after one above it was counted (17.9.10)."""
    restart = level.find(f"{_W}lvlRestart") if level is not None else None
    return restart is None or above < _integer(restart, f"{_W}val", 0)


def _format(level: Any) -> str:
    form = level.find(f"{_W}numFmt")
    return str(form.get(f"{_W}val", "decimal")) if form is not None else "decimal"


def spell(number: int, form: str) -> str:
    """Return a number the way Word prints it in a numbering format (ECMA-376, 17.18.59).

    Args:
        number: From 1.
        form: Name of the format, such as ``lowerLetter``; unknown ones print as decimal.
    """
    if number < 1 or number > _LARGEST_SPELT:
        return str(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", number
        for value, sign in _ROMAN:
            while rest >= value:
                roman, rest = roman + sign, rest - value
        return roman if form == "lowerRoman" else roman.upper()
    if form == "none":
        return ""
    return f"{number:02d}" if form == "decimalZero" else str(number)
