"""Words that policy Vietnamese and speech share; see synonym_groups, synonym_topics, spoken.

Each line is one idea; its members stand for each other when a question is compared with a
sentence. Folded, since a question may come without tone marks. The lists are general: they
name how people speak of offices, money, growth and work, not what any one document says.
"""

from __future__ import annotations

from functools import cache

from assistant.vietnamese.normalise import fold
from assistant.vietnamese.spoken import SPOKEN
from assistant.vietnamese.synonym_groups import GROUPS
from assistant.vietnamese.synonym_topics import TOPICS

__all__ = ["SYNONYMS", "synonyms"]


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
