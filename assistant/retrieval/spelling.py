"""Typing slips of one letter, mended where the corpus leaves no doubt.

A syllable that no passage holds is replaced by one letter's difference when the result makes
a known pair with a neighbour (“công việt xử lý” stays, since “việt” is a word; “doang nghiệp”
becomes “doanh nghiệp”, since that pair is in the corpus). Of proper names only those of
provinces and cities are touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.schema import Question
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["mend"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG = 5
"""A shorter syllable is mended only where it makes a known pair with both its neighbours."""

_SHORTEST = 3
"""Syllables shorter than this have too many neighbours of one letter's difference."""


def mend(question: Question, frequency: Callable[[str], int]) -> Question:
    """Return the question with its typing slips mended in what is searched and compared.

    Args:
        question: The question as understood.
        frequency: Number of passages that hold a folded sparse token.
    """
    tokens = syllables(question.query)
    forms = [fold(token.text) for token in tokens]
    mended: dict[str, str] = {}
    query = question.query
    for place in range(len(tokens) - 1, -1, -1):
        token, form = tokens[place], forms[place]
        known = frequency(form) or is_stopword(token.text, marked=question.marked)
        if len(form) < _SHORTEST or not form.isalpha() or known:
            continue
        better = _nearest(forms, place, frequency)
        proper = place > 0 and token.text[0].isupper()
        if better and (not proper or _is_place(forms[place - 1], better)):
            mended[form] = forms[place] = better
            query = query[: token.start] + better + query[token.end :]
    if not mended:
        return question
    terms = [
        "_".join(mended.get(part, part) for part in term.split("_")) for term in question.terms
    ]
    focus = " ".join(mended.get(word, word) for word in question.focus.split())
    return replace(question, query=query, terms=tuple(dict.fromkeys(terms)), focus=focus)


def _is_place(before: str, form: str) -> bool:
    return bool(places(f"{before} {form}"))


def _nearest(forms: list[str], place: int, frequency: Callable[[str], int]) -> str | None:
    """Return the syllable of one letter's difference that pairs best with a neighbour."""
    before = forms[place - 1] if place else ""
    after = forms[place + 1] if place + 1 < len(forms) else ""
    best: tuple[int, str] | None = None
    for candidate in _edits(forms[place]):
        if not frequency(candidate):
            continue
        left, right = frequency(f"{before}_{candidate}"), frequency(f"{candidate}_{after}")
        pairs = left + right if len(forms[place]) >= _LONG else min(left, right)
        if pairs and (best is None or (-pairs, candidate) < best):
            best = (-pairs, candidate)
    return best[1] if best else None


def _edits(word: str) -> Iterator[str]:
    """Yield the words at one slip's distance: a letter swapped, dropped, changed or added."""
    for at in range(len(word)):
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[:at] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]
