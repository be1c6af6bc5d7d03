"""What a question asks a list of, and the sentences that announce just that.

“Các rào cản gồm …” announces what “bị vướng những gì?” asks for.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.vietnamese.normalise import fold
from assistant.vietnamese.synonyms import synonyms

__all__ = ["announced", "nouns_asked"]

_ASKED = re.compile(
    r"\b(?:nhung|cac|may|hai|ba|bon|nam|sau|bay|tam|\d{1,2}) "
    r"(?P<noun>(?!gi\b|nao\b|ai\b)[a-z]+(?: (?!nao\b|gi\b)[a-z]+)?)"
    r"(?: [^\s,?]+){0,6}? (?:nao|gi)\b|"
    r"\b(?P<verb>[a-z]+(?: [a-z]+)?) (?:o )?nhung (?:gi|dau)\b|"
    r"\b(?P<lone>[a-z]+ [a-z]+) (?:nao|gi)\b"
)
_OPENS = re.compile(r"(?<=\w)(?::(?=\s|$)|\s(?:gồm có|bao gồm|gồm|là|như|sau đây)(?=[\s:]))")
_FARTHEST = 40
"""How far behind its noun a list opens, in characters."""


@lru_cache(maxsize=8)
def nouns_asked(query: str) -> tuple[str, ...]:
    """Return what a question asks a list of, folded, with the words that may stand for it.

    Args:
        query: The question as understood.
    """
    match = _ASKED.search(fold(query))
    if match is None:
        return ()
    words = match["noun"] or match["verb"] or match["lone"]
    parts = [words, *(words.split() if match["verb"] or match["noun"] else ())]
    return tuple(dict.fromkeys(one for part in parts for one in (part, *synonyms(part))))


def announced(nouns: tuple[str, ...], text: str) -> int:
    """Tell how a sentence announces one of some nouns and then lists: “Các rào cản gồm …”.

    Args:
        nouns: Nouns, folded.
        text: The sentence.

    Returns:
        2 where the sentence begins so, 1 where it does so later, 0 where it does not.
    """
    folded = fold(text)
    found = [
        at.start()
        for noun in nouns
        if " " in noun
        for at in re.finditer(
            rf"\b(?:cac|nhung|mot so|hai|ba|bon|nam|sau|bay|tam|\d{{1,2}})(?: nhom| loai)? "
            rf"{re.escape(noun)}\b",
            folded,
        )
        if _OPENS.search(text, at.end(), at.end() + _FARTHEST)
    ]
    return 0 if not found else 2 if min(found) <= _AT_THE_START else 1


_AT_THE_START = 4
"""What stands no farther in, in characters, begins a sentence, behind a dash or a number."""
