"""A page as positions: words in boxes and ruling lines, whether printed or recognised.

Lengths are in points (1/72 inch) from the top left corner of the page as it is read, so that
what was printed by a program and what was recognised in a picture are laid out by one code.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.schema import WordBox

__all__ = ["Box", "Page", "Rule", "TextLine", "Word"]


class Box(NamedTuple):
    """An upright rectangle in points, ``top`` above ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float


class Word(NamedTuple):
    """Characters without a space between them, in one font and size.

    Attributes:
        text: The characters.
        left: Left edge of the first character.
        top: Top of the font's box.
        right: Right edge of the last character.
        bottom: Bottom of the font's box.
        base: Base line.
        size: Size of the font, in points.
        font: Name of the font, empty when recognised or unnamed.
        glued: Whether it follows the word before without a space.
        confidence: Confidence of recognition in [0, 1]; None when it was printed.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    font: str = ""
    glued: bool = False
    confidence: float | None = None


class Rule(NamedTuple):
    """A straight line, level (``top == bottom``) or upright (``left == right``)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        number: Its number in the file, from 1.
        width: Width in points.
        height: Height in points.
        words: Words in the order of the file or of the recogniser.
        rules: Ruling lines.
        pictured: Whether a picture covers most of the page, as in a scan.
        blank: Whether nothing at all is drawn on it.
        tilt: Degrees, clockwise, by which the page was turned to be read.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictured: bool = False
    blank: bool = False
    tilt: float = 0.0

    @property
    def text(self) -> str:
        """Its words in their order, one space between two."""
        return "".join(("" if word.glued else " ") + word.text for word in self.words).strip()

    def word_box(self, word: Word, start: int) -> WordBox | None:
        """Return where a recognised word stands on the page as it was before it was turned.

        Args:
            word: One of its words.
            start: Offset of the word in a text.

        Returns:
            The box in shares of the page, or None for a word that was printed.
        """
        if word.confidence is None:
            return None
        angle = math.radians(-self.tilt)
        across, down = math.cos(angle), math.sin(angle)
        # A quarter turn swaps the sides of the page; a slight one leaves them.
        sideways = abs(down) > abs(across)
        width, height = (self.height, self.width) if sideways else (self.width, self.height)
        points = [
            (
                (x - self.width / 2) * across - (y - self.height / 2) * down + width / 2,
                (x - self.width / 2) * down + (y - self.height / 2) * across + height / 2,
            )
            for x in (word.left, word.right)
            for y in (word.top, word.bottom)
        ]
        xs, ys = [x / width for x, _ in points], [y / height for _, y in points]
        end = start + len(word.text)
        return WordBox(start, end, self.number, min(xs), min(ys), max(xs), max(ys), word.confidence)


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words of one base line, left to right.

    Attributes:
        words: The words.
        box: What they take up.
        text: The words, one space between two that are not glued.
        size: Size of the font that most of the characters have, in points.
        base: Base line of the largest characters.
    """

    words: tuple[Word, ...]
    box: Box = field(init=False, compare=False)
    text: str = field(init=False, compare=False)
    size: float = field(init=False, compare=False)
    base: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        words = self.words
        set_once = object.__setattr__  # what is asked of a line again and again
        set_once(
            self,
            "box",
            Box(
                min(word.left for word in words),
                min(word.top for word in words),
                max(word.right for word in words),
                max(word.bottom for word in words),
            ),
        )
        parts = [words[0].text]
        for word in words[1:]:
            parts.append(word.text if word.glued else f" {word.text}")
        set_once(self, "text", "".join(parts))
        sizes = {word.size for word in words}
        if len(sizes) == 1:
            set_once(self, "size", words[0].size)
            set_once(self, "base", words[0].base)
            return
        counts = dict.fromkeys(sorted(sizes), 0)
        for word in words:
            counts[word.size] += len(word.text)
        set_once(self, "size", max(counts, key=lambda size: counts[size]))
        set_once(self, "base", max(words, key=lambda word: word.size).base)
