"""Pages of legal databases that give the attributes of a document and not its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.documents.lines import Line
from assistant.documents.metadata import Known
from assistant.schema import BlockKind
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import document_numbers
from assistant.vietnamese.normalise import fold, lower
from assistant.vietnamese.places import NATION

__all__ = ["attribute_page"]

_LABELS = frozenset((
    "so hieu", "loai van ban", "co quan ban hanh", "nganh", "linh vuc", "ngay ban hanh",
    "ngay ky xac thuc", "ngay co hieu luc", "ngay het hieu luc", "chuc danh", "nguoi ky",
    "tinh trang hieu luc", "trich yeu",
))  # fmt: skip
_CENTRAL = ("bo ", "chinh phu", "thu tuong", "quoc hoi", "uy ban thuong vu quoc hoi")
_LEAST = 4
"""Attributes that make a page one of these."""
_PROSE = 400
"""Characters of a line that only the text of a document has."""


def attribute_page(lines: Sequence[Line]) -> tuple[Known, tuple[Line, ...]] | None:
    """Read a page that has only “Số hiệu: …”, “Người ký: …” and the like.

    Args:
        lines: Tidied lines of a web page.

    Returns:
        What is known of the document, and the lines that say so, the title first; None for
        a page that holds a text as well.
    """
    values: dict[str, str] = {}
    kept: list[Line] = []
    for line in lines:
        label, colon, value = line.text.partition(":")
        known = fold(label).strip()
        if not colon or known not in _LABELS or not re.search(r"\w", value):
            continue
        if known not in values:
            values[known] = value.strip()
            kept.append(Line(f"{label.strip()}: {value.strip()}"))
    numbers = document_numbers(values.get("so hieu", ""))
    if len(values) < _LEAST or not numbers or any(len(line.text) > _PROSE for line in lines):
        return None
    number = numbers[0].text.replace(" ", "")
    heading = next((line.text for line in lines if line.kind is BlockKind.HEADING), "")
    kind = values.get("loai van ban")
    title = heading or f"{kind or 'Văn bản'} {number}"
    issued = values.get("ngay ban hanh") or values.get("ngay ky xac thuc") or ""
    found = [
        next((mention.date for mention in dates(text) if mention.date), None)
        for text in (issued, values.get("ngay co hieu luc", ""))
    ]
    issuer = values.get("co quan ban hanh")
    known_of = Known(
        title=title,
        kind=lower(kind) if kind else None,
        number=number,
        issuer=issuer,
        place=NATION if issuer and fold(issuer).startswith(_CENTRAL) else None,
        issued=found[0],
        effective=found[1],
    )
    return known_of, (Line(title, BlockKind.HEADING, 1), *kept)
