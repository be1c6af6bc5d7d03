"""The syllables of a corpus in order, each line once: what all search structures are made of.

Every passage begins with the title and the headings that it stands under, so that a law of a
hundred clauses says its title a hundred times. Here a line is split and stored once, and a
passage is the numbers of its lines.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.lexicon import Lexicon
from assistant.indexing.tables import TokenTable
from assistant.vietnamese.normalise import fold, lower, nfc, place_tones
from assistant.vietnamese.tokens import runs

__all__ = ["BREAK", "Sequences", "ranges"]

BREAK = 0
"""What stands between two syllables that make no bigram, and after each line."""

_PROGRESS_STEP = 500


@dataclass(frozen=True, slots=True)
class Sequences:
    """Passages as lines, lines as numbers of syllables.

    Attributes:
        lexicon: The syllables.
        tokens: Number of each syllable plus 1, and ``BREAK``, line after line, int32.
        line_starts: Start of each line in ``tokens``, and the end of the last, int64.
        lines: Lines of the passages, one passage after another, int32.
        starts: Start of each passage in ``lines``, and the end of the last, int64.
    """

    lexicon: Lexicon
    tokens: NDArray[np.int32]
    line_starts: NDArray[np.int64]
    lines: NDArray[np.int32]
    starts: NDArray[np.int64]

    @classmethod
    def read(
        cls, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Sequences:
        """Split texts.

        Args:
            texts: Text to index of each passage.
            progress: Called now and then with the texts done and their number.
        """
        reading = _Reading()
        for done, text in enumerate(texts):
            if progress and done % _PROGRESS_STEP == 0:
                progress(done, len(texts))
            reading.add(text)
        if progress:
            progress(len(texts), len(texts))
        lexicon, numbers = Lexicon.build(reading.forms)
        renumbered = np.concatenate([[BREAK], numbers + 1]).astype(np.int32)
        return cls(
            lexicon,
            renumbered[np.asarray(reading.tokens, dtype=np.int32)],
            np.asarray(reading.line_starts, dtype=np.int64),
            np.asarray(reading.lines, dtype=np.int32),
            np.asarray(reading.starts, dtype=np.int64),
        )

    @property
    def count(self) -> int:
        """Number of passages."""
        return len(self.starts) - 1

    def stream(self, first: int, last: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Return the tokens of passages, and the passage of each, counted from the first.

        Args:
            first: The first passage.
            last: One past the last.
        """
        lines = self.lines[self.starts[first] : self.starts[last]]
        of_line = np.repeat(np.arange(last - first), np.diff(self.starts[first : last + 1]))
        begins, ends = self.line_starts[lines], self.line_starts[lines + 1]
        return self.tokens[ranges(begins, ends)], np.repeat(of_line, ends - begins)

    def folded_table(self) -> TokenTable:
        """Return the tokens of the passages without tone marks, syllables, then bigrams."""
        groups = self.lexicon.groups().astype(np.int64)
        forms = self.lexicon.forms()
        heads = np.flatnonzero(np.diff(groups, prepend=-1))
        names = [fold(forms[place]) for place in heads.tolist()]
        width = len(names)
        texts: list[NDArray[np.int64]] = []
        codes: list[NDArray[np.int64]] = []
        for passage in range(self.count):
            tokens, _ = self.stream(passage, passage + 1)
            here = np.append(groups, 0)[tokens.astype(np.int64) - 1]
            joined = np.flatnonzero((tokens[:-1] != BREAK) & (tokens[1:] != BREAK))
            codes.append(here[joined] * width + here[joined + 1])
            texts.append(here[tokens != BREAK])
        pairs, numbers = np.unique(np.concatenate([[], *codes]).astype(np.int64),
                                   return_inverse=True)  # fmt: skip
        ends = np.cumsum([len(code) for code in codes])[:-1]
        split = np.split(numbers + width, ends) if codes else []
        tokens_named = names + [f"{names[p // width]}_{names[p % width]}" for p in pairs.tolist()]
        both = [np.concatenate(two) for two in zip(texts, split, strict=True)]
        # Arrays take an eighth of the memory of lists, and are read the same.
        return TokenTable(tokens_named, cast(list[list[int]], both), folded=True)


class _Reading:
    """Texts being split: forms numbered from 1 as they come, lines as they come."""

    def __init__(self) -> None:
        self.tokens = array("i")
        self.line_starts = array("q", [0])
        self.lines = array("i")
        self.starts = array("q", [0])
        self._numbers = _Numbers()
        self._lines: dict[str, int] = {}

    @property
    def forms(self) -> list[str]:
        return list(self._numbers.forms)

    def add(self, text: str) -> None:
        """Add a passage."""
        for line in nfc(text).split("\n"):
            number = self._lines.get(line)
            if number is None:
                number = self._lines[line] = len(self._lines)
                for run in runs(line):
                    self.tokens.extend(map(self._numbers.__getitem__, run))
                    self.tokens.append(BREAK)
                self.line_starts.append(len(self.tokens))
            self.lines.append(number)
        self.starts.append(len(self.lines))


class _Numbers(dict[str, int]):
    """Numbers of syllables as written; those that are one form have one number."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        form = place_tones(lower(written))
        number = self[written] = self.forms.setdefault(form, len(self.forms) + 1)
        return number


def ranges(begins: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the numbers of half-open ranges, one range after another.

    Args:
        begins: First number of each range, (ranges,).
        ends: One past the last of each, (ranges,).
    """
    lengths = ends - begins
    shifts = np.repeat(begins - (np.cumsum(lengths) - lengths), lengths)
    found: NDArray[np.int64] = shifts + np.arange(len(shifts), dtype=np.int64)
    return found
