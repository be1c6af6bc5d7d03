"""Words that policy Vietnamese and speech share; see synonym_groups, synonym_topics, spoken.

Each line is one idea; its members stand for each other when a question is compared with a
sentence. Folded, since a question may come without tone marks. The lists are general: they
name how people speak of offices, money, growth and work, not what any one document says.
``everyday/*.txt`` adds what laws call the things that people name otherwise, by field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.vietnamese.normalise import fold, lower, place_tones
from assistant.vietnamese.spoken import SPOKEN
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.synonym_groups import GROUPS
from assistant.vietnamese.synonym_topics import TOPICS

__all__ = ["SYNONYMS", "Spoken", "everyday", "spoken_among", "synonyms"]


def _members(line: str) -> tuple[str, ...]:
    return tuple(fold(word.strip()) for word in line.split(","))


SYNONYMS: tuple[tuple[str, ...], ...] = tuple(map(_members, GROUPS + TOPICS))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for group in SYNONYMS:
        for word in group:
            table.setdefault(word, {}).update(
                dict.fromkeys(other for other in group if other != word)
            )
    for line in SPOKEN:
        said, written = line.split(">")
        table.setdefault(fold(said.strip()), {}).update(dict.fromkeys(_members(written)))
    return {word: tuple(others) for word, others in table.items()}


def synonyms(term: str) -> tuple[str, ...]:
    """Return what may stand for a folded term, in the table's order; empty for most words."""
    return _table().get(term, ())


def everyday() -> Iterator[str]:
    """Yield the lines of the tables of everyday words, “said > written, written”."""
    folder = files("assistant.vietnamese") / "everyday"
    for table in sorted(folder.iterdir(), key=lambda entry: entry.name):
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line


_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words of everyday speech in a question.

    Attributes:
        start: The first of them, among the words that were given.
        end: One past the last.
        written: What an official text may have in their stead, each word by word.
    """

    start: int
    end: int
    written: tuple[_Words, ...]


def spoken_among(words: Sequence[str], *, marked: bool) -> list[Spoken]:
    """Return the words that official texts write otherwise; of two that overlap the longer.

    Without marks a single syllable may be any of five words, so only longer ones are known.

    Args:
        words: Neighbouring syllables of a question, as written.
        marked: Whether it bears tone marks.
    """
    table = _spoken(marked)
    forms = [_form(word, marked) for word in words]
    found: list[Spoken] = []
    taken = [False] * len(forms)
    for length in range(max(map(len, table)), 0, -1):
        for start in range(len(forms) - length + 1):
            end = start + length
            written = table.get(tuple(forms[start:end]))
            if not written or any(taken[start:end]):
                continue
            if length == 1 and (not marked or is_stopword(words[start], marked=marked)):
                continue
            taken[start:end] = [True] * length
            found.append(Spoken(start, end, written))
    return sorted(found, key=lambda one: one.start)


@cache
def _spoken(marked: bool) -> dict[_Words, tuple[_Words, ...]]:
    table: dict[_Words, dict[_Words, None]] = {}
    for line in (*SPOKEN, *everyday()):
        said, written = line.split(">")
        forms = (tuple(_form(w, marked) for w in part.split()) for part in written.split(","))
        key = tuple(_form(word, marked) for word in said.split())
        table.setdefault(key, {}).update(dict.fromkeys(forms))
    return {said: tuple(written) for said, written in table.items()}


def _form(word: str, marked: bool) -> str:
    return place_tones(lower(word)) if marked else fold(word)
