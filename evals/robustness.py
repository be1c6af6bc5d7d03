"""The same questions put otherwise, or asked among documents that have nothing to do with them."""

from __future__ import annotations

import json
import lzma
import random
import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.vietnamese.normalise import nfc, place_tones
from evals.comparing import Difference, compared, outcomes
from evals.questions import Gold
from evals.running import Result

__all__ = [
    "LOSSES",
    "SPELLINGS",
    "Variation",
    "other_tones",
    "put_otherwise",
    "slip",
    "without_marks",
    "write_foreign",
]

LOSSES = ("answer", "evidence", "refused", "missed", "recall@10")
"""Measures whose loss is reported."""

_SYLLABLE = re.compile(r"[^\W\d_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FOREIGN_SEED = 41


@dataclass(frozen=True, slots=True)
class Variation:
    """Results of the same questions under another condition."""

    name: str
    results: Sequence[Result]

    def losses(self, plain: Sequence[Result], split: str = "all") -> dict[str, Difference]:
        """Return how much worse each of ``LOSSES`` that applies is than in the plain run.

        Args:
            plain: Results of the questions as they stand.
            split: The split to look at; ``all`` for every one.

        Returns:
            By measure, the loss in the mean: above 0 where the variation is worse.
        """
        before = outcomes([r for r in plain if split in ("all", r.gold.split)])
        after = outcomes(self.results)
        found = {name: compared(after, before, name) for name in LOSSES}
        return {
            name: one.negated() if one.lower_is_better else one
            for name, one in found.items()
            if one
        }


def put_otherwise(questions: Sequence[Gold], spell: Callable[[str], str]) -> list[Gold]:
    """Return the same questions, and what was asked before them, in another spelling."""
    return [
        replace(gold, question=spell(gold.question), history=tuple(map(spell, gold.history)))
        for gold in questions
    ]


# --- spellings ----------------------------------------------------------------------------


def without_marks(text: str) -> str:
    """Return a text without tone and quality marks, đ as d, in the same case."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def other_tones(text: str) -> str:
    """Return a text with the tone of each open oa, oe and uy on its other vowel.

    Both spellings are in use, hòa and hoà: whichever stands in the text gives way.
    """
    return _SYLLABLE.sub(lambda match: _other_tone(match.group()), nfc(text))


def slip(text: str) -> str:
    """Return a text with two neighbouring letters of one syllable swapped.

    Only a syllable of lower-case letters is chosen, of three at least, by a seed that the
    text alone decides; a text that has none stays as it is.
    """
    chooser = random.Random(text)  # noqa: S311 - a repeatable choice, not a secret
    places = [
        (match.start(), i)
        for match in _SYLLABLE.finditer(text)
        if len(match.group()) >= 3 and match.group().islower()
        for i in range(len(match.group()) - 1)
        if match.group()[i] != match.group()[i + 1]
    ]
    if not places:
        return text
    begin, offset = chooser.choice(places)
    at = begin + offset
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


SPELLINGS: dict[str, Callable[[str], str]] = {
    "no marks": without_marks,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "tone placement": other_tones,
    "upper case": str.upper,
    "typing slip": slip,
}
"""Ways of typing the same question, by the name of their row."""


@cache
def _other_tone(syllable: str) -> str:
    low = syllable.lower()
    moved = place_tones(low)
    if moved == low:
        moved = _old_tone(low)
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(syllable, moved, strict=True)
    )


def _old_tone(syllable: str) -> str:
    """Return the spelling that ``place_tones`` turns into this one: hoà → hòa."""
    if len(syllable) < 2 or syllable.startswith("qu"):  # the u of quý belongs to the q
        return syllable
    last = unicodedata.normalize("NFD", syllable[-1])
    if len(last) != 2 or last[1] not in _TONES:
        return syllable
    old = syllable[:-2] + unicodedata.normalize("NFC", syllable[-2] + last[1]) + last[0]
    return old if len(old) == len(syllable) and place_tones(old) == syllable else syllable


# --- other documents ----------------------------------------------------------------------


def write_foreign(articles: Path, count: int, chars: int, folder: Path) -> Path:
    """Write articles of law as a corpus in BEIR form, each short enough to be one passage.

    Args:
        articles: Titled articles, ``.jsonl.xz`` with ``title`` and ``text`` a line.
        count: How many to take, chosen with a fixed seed; all when there are fewer.
        chars: Longest text, in characters.
        folder: Where to write.

    Returns:
        The corpus.
    """
    with lzma.open(articles, "rt", encoding="utf-8") as file:
        lines = file.readlines()
    chooser = random.Random(_FOREIGN_SEED)  # noqa: S311 - a repeatable choice, not a secret
    taken = sorted(chooser.sample(range(len(lines)), min(count, len(lines))))
    path = folder / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in taken:
            row = json.loads(lines[number])
            # On one line, since each clause of an article would be a passage of its own.
            text = textwrap.shorten(row["text"], chars, placeholder="")
            entry = {"_id": f"foreign-{number}", "title": row["title"], "text": text}
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return path
