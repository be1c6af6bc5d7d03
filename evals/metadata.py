"""``python -m evals metadata``: what is known of real documents, field by field.

Gold (``metadata-gold.jsonl``) is what the documents say of themselves; a field that is left out
is one that the document does not give, so that anything found there is wrong. ``subject`` is a
few words of the trích yếu, which the title must hold.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.schema import Document, RelationKind
from assistant.vietnamese.normalise import fold
from evals.document_gold import Share, documents_folder, read

__all__ = ["FIELDS", "GOLD", "main", "measure", "wrong"]

GOLD = Path(__file__).parent / "metadata-gold.jsonl"
_RELATIONS = {
    "can_cu": RelationKind.CAN_CU,
    "thay_the": RelationKind.THAY_THE,
    "sua_doi": RelationKind.SUA_DOI,
}
FIELDS = ("kind", "number", "issuer", "issued", "effective", "place", "subject", *_RELATIONS)
"""Fields in the order in which they are printed."""


def main(arguments: Sequence[str]) -> int:
    """Print precision and recall of each field; with ``--failures`` what is wrong, too.

    Raises:
        UsageError: The documents are not on this machine.
    """
    folder = documents_folder()
    shares = measure(folder)
    out = [f"{len(_gold())} documents".ljust(40) + f" {'precision':>9} {'recall':>9}"]
    out += [shares[field].line(field) for field in FIELDS]
    if "--failures" in arguments:
        out += wrong(folder)
    sys.stdout.write("\n".join(out) + "\n")
    return 0


def measure(folder: Path) -> dict[str, Share]:
    """Return what was found against what is there, by field, over all documents.

    Args:
        folder: Folder of the real documents.
    """
    shares = dict.fromkeys(FIELDS, Share())
    for gold in _gold():
        document = read(folder, gold["document"])
        for field in FIELDS:
            found, there = _values(document, gold, field)
            shares[field] += Share.of(found, there)
    return shares


def wrong(folder: Path) -> list[str]:
    """Return a line for each field of a document that is not as it should be."""
    lines: list[str] = []
    for gold in _gold():
        document = read(folder, gold["document"])
        for field in FIELDS:
            found, there = _values(document, gold, field)
            if sorted(found) != sorted(there):
                lines.append(f"{gold['document']}: {field}: {found} instead of {there}")
    return lines


def _gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def _values(document: Document, gold: Mapping[str, Any], field: str) -> tuple[list[str], list[str]]:
    """Return the values found and those that are there."""
    if field in _RELATIONS:
        kind = _RELATIONS[field]
        found = [relation.number for relation in document.relations if relation.kind is kind]
        return found, list(gold.get(field, []))
    there = [gold[field]] if field in gold else []
    if field == "subject":
        held = bool(there) and fold(there[0]) in fold(document.title)
        return (there if held else [document.title]), there
    value = getattr(document, field)
    return ([str(value)] if value else []), there
