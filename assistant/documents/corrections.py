"""What a person states of a document, in place of what was read from it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assistant.documents.lines import tidy
from assistant.documents.metadata import Known
from assistant.schema import Relation, RelationKind
from assistant.vietnamese.document_numbers import document_numbers

__all__ = ["FIELDS", "RELATION_FIELDS", "Stated", "digest_of", "stated_of", "with_corrections"]

Stated = tuple[tuple[str, str], ...]
"""Fields with their values, in order of ``FIELDS``; an empty value says that none is known."""

RELATION_FIELDS = {
    "replaces": RelationKind.THAY_THE,
    "amends": RelationKind.SUA_DOI,
    "based_on": RelationKind.CAN_CU,
}
"""Fields of relations, as front matter calls them; a value holds numbers between semicolons."""

FIELDS = ("title", "kind", "number", "issuer", "issued", "effective", "place", *RELATION_FIELDS)
"""What may be corrected; days are in ISO form."""

_DAYS = ("issued", "effective")
_LONGEST = 2_000
"""Characters of one value; the longest of titles have a fifth of it."""


def stated_of(values: Mapping[str, object]) -> Stated:
    """Return corrections as they are kept: known fields, tidy values, in order.

    Args:
        values: Values by field; other fields, days that are none and a title that is empty
            are left out.
    """
    found: list[tuple[str, str]] = []
    for name in FIELDS:
        value = values.get(name)
        if not isinstance(value, str) or len(value) > _LONGEST:
            continue
        words = tidy(" ".join(value.split()))
        if (name == "title" and not words) or (name in _DAYS and words and not _day(words)):
            continue
        found.append((name, words.lower() if name == "kind" else words))
    return tuple(found)


def digest_of(stated: Stated) -> str:
    """Return what changes whenever the corrections of a file do; empty where there are none."""
    if not stated:
        return ""
    return hashlib.sha256(json.dumps(stated, ensure_ascii=False).encode()).hexdigest()[:16]


def with_corrections(known: Known, stated: Stated) -> Known:
    """Return metadata with what a person states put before all else, front matter included.

    Args:
        known: What was read.
        stated: What is stated, as ``stated_of`` returns it.
    """
    if not stated:
        return known
    given = dict(stated)

    def words(name: str, read: str | None) -> str | None:
        return (given[name] or None) if name in given else read

    def day(name: str, read: date | None) -> date | None:
        return _day(given[name]) if name in given else read

    kept = [r for r in known.relations if not any(r.kind is RELATION_FIELDS[n] for n in _in(given))]
    told = [
        Relation(RELATION_FIELDS[name], number)
        for name in _in(given)
        for number in _numbers(given[name])
    ]
    return replace(
        known,
        title=given.get("title") or known.title,
        kind=words("kind", known.kind),
        number=words("number", known.number),
        issuer=words("issuer", known.issuer),
        issued=day("issued", known.issued),
        effective=day("effective", known.effective),
        place=words("place", known.place),
        relations=tuple(dict.fromkeys((*told, *kept))),
    )


def _in(given: Mapping[str, str]) -> list[str]:
    return [name for name in RELATION_FIELDS if name in given]


def _numbers(value: str) -> list[str]:
    numbers: list[str] = []
    for part in filter(None, map(str.strip, re.split(r"[;\n]", value))):
        named = [mention.text for mention in document_numbers(part)]
        numbers += named or [part]
    return numbers


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
