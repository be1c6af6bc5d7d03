"""Text set in legacy Vietnamese fonts (TCVN3, VNI, VISCII, VPS), found out and converted.

A reader hands over runs: text, and the name of its font where the format has one. The name
alone does not decide, for fonts lie: ``VNSTCVN3`` is not of VNI, and Unicode text may name
.VnTime. So what each encoding would make of the text is compared, word by word, with how
Vietnamese is spelt: first for each font over the whole document, then for each stretch of one
font in a paragraph, since a document may mix encodings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.vietnamese.legacy_capitals import draws_capitals, raise_capitals
from assistant.vietnamese.legacy_spelling import is_spelt
from assistant.vietnamese.legacy_tables import WINDOWS_1252, Encoding, convert

__all__ = ["WINDOWS_1252", "Encoding", "LegacyFonts", "Run", "convert_text", "is_legacy_font"]

_TOKEN = re.compile(r"[^ \t\n\r\f\v\x07\xa0\u2002-\u200b\u3000]+")
_BETWEEN_WORDS = re.compile(r"[\s\d!-/:-@\[-`{-~‘’“”‚„–—…•]+")
_SIGNS = "«»·°²³§©®ª±×÷"
"""Signs of Latin-1 that stand beside words of Unicode text, and are letters in a legacy one."""
_SUBSET = re.compile(r"[A-Z]{6}\+")
_NAMES = (
    (re.compile(r"vni[-\s_]", re.I), Encoding.VNI),
    (re.compile(r"\.vn", re.I), Encoding.TCVN3),
    (re.compile(r"vps[-\s_]", re.I), Encoding.VPS),
)
_CHOICES: tuple[Encoding | None, ...] = (None, *Encoding)
_UNICODE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u0323]")
"""Letters that no legacy font has a code for; every sixth of a Vietnamese text is one."""
_COMMON = (None, Encoding.TCVN3, Encoding.VNI)
_MOST_TOKENS = 20_000
"""Different words of one font that are looked at; a few hundred decide already."""


class Run(NamedTuple):
    """A stretch of text in one font; ``font`` is None where the format does not say."""

    text: str
    font: str | None = None


class _Tally(NamedTuple):
    """How many words each reading (as it is, or by encoding) makes well and badly spelt."""

    good: tuple[int, ...]
    bad: tuple[int, ...]

    def score(self, choice: Encoding | None) -> int:
        at = _CHOICES.index(choice)
        return self.good[at] - self.bad[at]

    def good_of(self, choice: Encoding | None) -> int:
        return self.good[_CHOICES.index(choice)]

    @property
    def words(self) -> int:
        """Words that speak for or against some reading."""
        return max(good + bad for good, bad in zip(self.good, self.bad, strict=True))

    @staticmethod
    def of(tallies: Iterable[tuple[_Tally, int]]) -> _Tally:
        """Add up tallies, each taken a number of times."""
        good, bad = [0] * len(_CHOICES), [0] * len(_CHOICES)
        for tally, times in tallies:
            for at in range(len(_CHOICES)):
                good[at] += tally.good[at] * times
                bad[at] += tally.bad[at] * times
        return _Tally(tuple(good), tuple(bad))


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
            font: _Tally.of((_tally(token), times) for token, times in counts.items())
            for font, counts in words.items()
        }
        self._verdicts = _verdicts(tallies)
        self._known = {verdict for verdict in self._verdicts.values() if verdict}
        self._used: Counter[Encoding] = Counter()

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
        if not self._known and not any(_encoding_named(run.font) for run in runs):
            return texts
        text = "".join(texts)
        owners = [at for at, part in enumerate(texts) for _ in part]
        out = ["" for _ in runs]
        tokens = [_Token(match.start(), match.end()) for match in _TOKEN.finditer(text)]
        converted = self._converted(text, tokens, owners, [run.font for run in runs])
        end = 0
        for token, word in zip(tokens, converted, strict=True):
            for at in range(end, token.start):
                out[owners[at]] += text[at]
            out[owners[token.start]] += word
            end = token.end
        for at in range(end, len(text)):
            out[owners[at]] += text[at]
        return out

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
                made.append(convert(word, encoding) if encoding else word)
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
        tallies = [_tally(word) for word in words]
        whole = _Tally.of((tally, 1) for tally in tallies)
        choice = verdict
        for other in _CHOICES:
            # Another reading of a whole stretch needs two words more in its favour, or six
            # where the document has no other text of that encoding.
            needed = 2 if other is None or other in self._known else 6
            if whole.score(other) >= whole.score(choice) + needed:
                choice = other
        return [self._choice_of(tally, choice) for tally in tallies]

    def _choice_of(self, tally: _Tally, choice: Encoding | None) -> Encoding | None:
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
    return _encoding_named(font) is not None


def convert_text(text: str) -> tuple[str, LegacyFonts]:
    """Return a text without fonts in Unicode, and what was found out about it.

    Args:
        text: A whole text, such as a plain file decoded as Windows-1252.
    """
    lines = text.split("\n")
    unicode = len(_UNICODE.findall(text)) * 50 > len(text)
    fonts = LegacyFonts(() if unicode else (Run(line) for line in lines))
    return "\n".join(fonts.convert([Run(line)])[0] for line in lines), fonts


def _verdicts(tallies: dict[str | None, _Tally]) -> dict[str | None, Encoding | None]:
    """Decide on each font of a document by its name and by what its text makes."""
    families: defaultdict[Encoding, list[tuple[_Tally, int]]] = defaultdict(list)
    for font, tally in tallies.items():
        named = _encoding_named(font)
        if named:
            families[named].append((tally, 1))
    verdicts: dict[str | None, Encoding | None] = {}
    for font, tally in tallies.items():
        named = _encoding_named(font)
        if named and tally.words < 4:
            tally = _Tally.of(families[named])  # too little text: its sister fonts tell
        verdicts[font] = _verdict(tally, named)
    return verdicts


def _verdict(tally: _Tally, named: Encoding | None) -> Encoding | None:
    if named:
        # The name is believed unless another reading is clearly better spelt.
        believed = tally.score(named) + 1 + tally.words // 10
        best = max({*_COMMON, named}, key=lambda choice: (tally.score(choice), str(choice)))
        return best if tally.score(best) > believed else named
    best = max(Encoding, key=tally.score)
    least = 4 if best in _COMMON else 8
    good, plain = tally.good_of(best), tally.score(None)
    sure = good >= max(least, 0.6 * tally.words)
    return best if sure and tally.score(best) >= plain + least + 0.3 * tally.words else None


@lru_cache(maxsize=1024)
def _encoding_named(font: str | None) -> Encoding | None:
    """Return the encoding that the name of a font promises."""
    name = _SUBSET.sub("", font or "", count=1)
    return next((encoding for pattern, encoding in _NAMES if pattern.match(name)), None)


@lru_cache(maxsize=100_000)
def _tally(token: str) -> _Tally:
    """Tell, for each reading of a word, whether what it makes is spelt as Vietnamese is."""
    good, bad = [0] * len(_CHOICES), [0] * len(_CHOICES)
    if not token.isascii():
        proof = _UNICODE.search(token) is not None
        for at, choice in enumerate(_CHOICES):
            if choice and proof:
                bad[at] += 1
                continue
            made = convert(token, choice) if choice else token
            for part in _BETWEEN_WORDS.split(made):
                told = _is_well_made(part, choice)
                good[at] += told is True
                bad[at] += told is False
    return _Tally(tuple(good), tuple(bad))


def _is_well_made(part: str, choice: Encoding | None) -> bool | None:
    """Tell whether a word is well spelt; None when it says nothing."""
    if choice is None:
        part = part.strip(_SIGNS)
    if part.isascii() or (len(part) == 1 and part in "đĐ"):
        return None
    if is_spelt(part.lower()):
        rest = part[1:]
        return choice is Encoding.TCVN3 or rest == rest.lower() or part == part.upper()
    abbreviation = part.isupper() and set(part) - set("ĐƯƠĂÂÊÔ") == set(filter(str.isascii, part))
    return None if abbreviation and part.isalpha() else False


def _capitalised(word: str, fonts: list[str | None]) -> str:
    """Convert a word of TCVN3, in capitals where its font draws them for small letters."""
    parts: list[str] = []
    start = 0
    for end in range(1, len(word) + 1):
        if end < len(word) and draws_capitals(fonts[end]) == draws_capitals(fonts[start]):
            continue
        part = convert(word[start:end], Encoding.TCVN3)
        parts.append(part.upper() if draws_capitals(fonts[start]) else part)
        start = end
    return "".join(parts)
