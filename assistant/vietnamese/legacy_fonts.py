"""Text set in legacy Vietnamese fonts (TCVN3, VNI, VISCII, VPS), found out and converted.

A reader hands over runs: text, and the name of its font where the format has one. The name
alone does not decide, for fonts lie: ``VNSTCVN3`` is not of VNI, and Unicode text may name
.VnTime. So what each encoding would make of the text is compared, word by word, with how
Vietnamese is spelt: first for each font over the whole document, then for each stretch of one
font in a paragraph, since a document may mix encodings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.vietnamese.legacy_capitals import draws_capitals, raise_capitals
from assistant.vietnamese.legacy_readings import (
    CHOICES,
    UNICODE_LETTER,
    Tally,
    encoding_named,
    tally_of,
    verdicts,
)
from assistant.vietnamese.legacy_tables import WINDOWS_1252, Encoding, convert

__all__ = [
    "WINDOWS_1252",
    "Encoding",
    "LegacyFonts",
    "Run",
    "convert_text",
    "is_legacy_font",
    "is_legacy_text",
]

_TOKEN = re.compile(r"[^ \t\n\r\f\v\x07\xa0\u2002-\u200b\u3000]+")
_MOST_TOKENS = 20_000
"""Different words of one font that are looked at; a few hundred decide already."""


class Run(NamedTuple):
    """A stretch of text in one font; ``font`` is None where the format does not say."""

    text: str
    font: str | None = None


class LegacyFonts:
    """The fonts of one document: which are legacy ones, and what their text says.

    Args:
        runs: All runs of the document; they are read once, and not kept.
    """

    def __init__(self, runs: Iterable[Run]) -> None:
        words: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for text, font in runs:
            if text.isascii():
                words[font].update(())
                continue
            counts = words[font]
            for match in _TOKEN.finditer(text):
                if not match.group().isascii() and len(counts) < _MOST_TOKENS:
                    counts[match.group()] += 1
        tallies = {
            font: Tally.of((tally_of(token), times) for token, times in counts.items())
            for font, counts in words.items()
        }
        self._verdicts = verdicts(tallies)
        self._known = {verdict for verdict in self._verdicts.values() if verdict}
        self._used: Counter[Encoding] = Counter()

    @classmethod
    def of_text(cls, text: str) -> LegacyFonts:
        """Learn of a text without fonts; one that is plainly Unicode is not looked at further."""
        unicode = len(UNICODE_LETTER.findall(text)) * 50 > len(text)
        return cls(() if unicode else (Run(line) for line in text.split("\n")))

    @property
    def is_legacy(self) -> bool:
        """Whether some font of the document is a legacy one."""
        return bool(self._known)

    @property
    def encodings(self) -> tuple[Encoding, ...]:
        """Encodings that words were converted from so far, the most frequent one first."""
        order = list(Encoding)
        return tuple(sorted(self._used, key=lambda e: (-self._used[e], order.index(e))))

    @property
    def note(self) -> str | None:
        """What was done, for ``Quality.note``; None when nothing was converted."""
        names = [encoding.value for encoding in self.encodings]
        return f"chuyển từ {' và '.join(names)}" if names else None

    def convert(self, runs: Sequence[Run]) -> list[str]:
        """Return the text of the runs of one paragraph, each in Unicode.

        A word that is cut by a change of font stands whole where it starts.

        Args:
            runs: The runs in order; what they say together is what stands on the page.
        """
        texts = [run.text for run in runs]
        if not self._known and not any(encoding_named(run.font) for run in runs):
            return texts
        text = "".join(texts)
        owners = [at for at, part in enumerate(texts) for _ in part]
        out: list[list[str]] = [[] for _ in runs]
        tokens = [_Token(match.start(), match.end()) for match in _TOKEN.finditer(text)]
        converted = self._converted(text, tokens, owners, [run.font for run in runs])
        end = 0
        for token, word in zip(tokens, converted, strict=True):
            for at in range(end, token.start):
                out[owners[at]].append(text[at])
            out[owners[token.start]].append(word)
            end = token.end
        for at in range(end, len(text)):
            out[owners[at]].append(text[at])
        return ["".join(parts) for parts in out]

    def _converted(
        self, text: str, tokens: list[_Token], owners: list[int], fonts: list[str | None]
    ) -> list[str]:
        """Return each word of a paragraph in Unicode."""
        words = [text[token.start : token.end] for token in tokens]
        set_in = [self._font_of(token, text, owners, fonts) for token in tokens]
        chosen = self._chosen(words, set_in)
        made: list[str] = []
        typed: list[bool] = []  # whether capitals could not be typed, so that they may be missing
        for token, word, encoding in zip(tokens, words, chosen, strict=True):
            if encoding is not None and not word.isascii():
                self._used[encoding] += 1
            typed.append(encoding is Encoding.TCVN3)
            if encoding is Encoding.TCVN3:
                letters = [fonts[owner] for owner in owners[token.start : token.end]]
                made.append(_capitalised(word, letters))
            else:
                made.append(_made_of(word, encoding, capital=False) if encoding else word)
        return raise_capitals(made, typed)

    def _font_of(
        self, token: _Token, text: str, owners: list[int], fonts: list[str | None]
    ) -> str | None:
        """Return the font of a word: the legacy one where a letter of it is set in one.

        Word sets a letter that it takes for a sign in a font of signs.
        """
        first = fonts[owners[token.start]]
        for at in range(token.start, token.end):
            font = fonts[owners[at]]
            if font != first and self._verdicts.get(font) and not text[at].isascii():
                return font
        return first

    def _chosen(self, words: list[str], fonts: list[str | None]) -> list[Encoding | None]:
        """Decide on each word, by stretches of words in one font."""
        chosen: list[Encoding | None] = []
        start = 0
        for end in range(1, len(words) + 1):
            if end < len(words) and fonts[end] == fonts[start]:
                continue
            chosen += self._chosen_in(words[start:end], self._verdicts.get(fonts[start]))
            start = end
        return chosen

    def _chosen_in(self, words: list[str], verdict: Encoding | None) -> list[Encoding | None]:
        tallies = [tally_of(word) for word in words]
        whole = Tally.of((tally, 1) for tally in tallies)
        choice = verdict
        for other in CHOICES:
            # Another reading of a whole stretch needs two words more in its favour, or six
            # where the document has no other text of that encoding.
            needed = 2 if other is None or other in self._known else 6
            if whole.score(other) >= whole.score(choice) + needed:
                choice = other
        return [self._choice_of(tally, choice) for tally in tallies]

    def _choice_of(self, tally: Tally, choice: Encoding | None) -> Encoding | None:
        """Return the reading of one word in a stretch of a reading."""
        if tally.score(choice) >= 0:
            return choice
        others = (None, *(encoding for encoding in Encoding if encoding in self._known))
        return next((other for other in others if tally.score(other) > 0), choice)


class _Token(NamedTuple):
    start: int
    end: int


def is_legacy_font(font: str) -> bool:
    """Tell whether the name of a font is that of a legacy one."""
    return encoding_named(font) is not None


def is_legacy_text(text: str) -> bool:
    """Tell whether a text without fonts was typed in a legacy one."""
    return LegacyFonts.of_text(text).is_legacy


def convert_text(text: str) -> tuple[str, LegacyFonts]:
    """Return a text without fonts in Unicode, and what was found out about it.

    Args:
        text: A whole text, such as a plain file decoded as Windows-1252.
    """
    fonts = LegacyFonts.of_text(text)
    lines = text.split("\n") if fonts.is_legacy else []
    return "\n".join(fonts.convert([Run(line)])[0] for line in lines) or text, fonts


def _capitalised(word: str, fonts: list[str | None]) -> str:
    """Convert a word of TCVN3, in capitals where its font draws them for small letters."""
    parts: list[str] = []
    start = 0
    for end in range(1, len(word) + 1):
        if end < len(word) and fonts[end] == fonts[start]:
            continue
        capital = draws_capitals(fonts[start])
        parts.append(_made_of(word[start:end], Encoding.TCVN3, capital=capital))
        start = end
    return parts[0] if len(parts) == 1 else unicodedata.normalize("NFC", "".join(parts))


@lru_cache(maxsize=50_000)
def _made_of(word: str, encoding: Encoding, *, capital: bool) -> str:
    """Return a word in Unicode; a document has few different ones."""
    made = convert(word, encoding)
    return made.upper() if capital else made
