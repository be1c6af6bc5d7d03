"""How a document acts on others: what it rests on, replaces, amends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.documents.lines import Line
from assistant.schema import Relation, RelationKind
from assistant.vietnamese.document_numbers import document_numbers
from assistant.vietnamese.normalise import fold

__all__ = ["relations"]

_HEAD = 60
"""Lines at the top of a document among which its legal bases stand."""
_REPLACES = re.compile(
    r"\bthay the (?:cho )?(?:cac |mot so )?(?=(?:nghi|quyet|thong|luat|phap|chi|ke|huong|quy|"
    r"chuong|cong|de|dieu le|bo luat|ket luan)\w*\b)(?!quy dinh tai\b)"
)
_NO_PART = re.compile(r"\b(?:cum tu|tu|khoan|diem|dieu \d|bang|mau|phu luc)\b")
_LIST_GAP = 200
"""Characters between two numbers of one list of replaced documents."""
_EXPIRES = re.compile(
    r"\bhet hieu luc(?: thi hanh)? (?:ke )?tu (?:ngay )?(?:ngay )?"
    r"(?:luat|nghi dinh|nghi quyet|quyet dinh|thong tu|phap lenh)\s+nay\b"
    r"|\bhet hieu luc(?: thi hanh)? ke tu ngay (?:luat|nghi|quyet|thong|phap)"
)
_AMENDED_BY = re.compile(
    r"sua doi[^;.]{0,60}?(?:theo|boi|tai)\s+(?:cac )?(?:luat|nghi|phap)[^;.]*$"
)
_ENACTS_AMENDMENT = re.compile(
    r"\bban hanh (?:luat|nghi dinh|nghi quyet|quyet dinh|thong tu|phap lenh) sua doi\b"
)


def relations(lines: Sequence[Line], own: str | None, title: str) -> tuple[Relation, ...]:
    """Return the documents that a document rests on, replaces or amends, by number.

    Args:
        lines: Lines in reading order.
        own: Number of the document itself.
        title: Its title, which names what an amending document amends.

    Returns:
        Relations in order of the text, each once. A document that is merely named, or a few
        words of which are replaced, is none.
    """
    found = [*_bases(lines), *_replaced(lines), *_amended(lines, title)]
    return tuple(dict.fromkeys(relation for relation in found if relation.number != own))


def _bases(lines: Sequence[Line]) -> Iterator[Relation]:
    for line in lines[:_HEAD]:
        if line.text.startswith(("Căn cứ", "CĂN CỨ")):
            for mention in document_numbers(line.text)[:1]:
                yield Relation(RelationKind.CAN_CU, mention.text)


def _replaced(lines: Sequence[Line]) -> Iterator[Relation]:
    for line in lines:
        folded = fold(line.text)
        match = _REPLACES.search(folded)
        if match and ("nay" in folded[: match.start()] or match.start() < 40):
            for number in _listed(line.text, match.end()):
                yield Relation(RelationKind.THAY_THE, number)
        expires = _EXPIRES.search(folded)
        if expires:
            for number in _expiring(line.text[: expires.start()]):
                yield Relation(RelationKind.THAY_THE, number)


def _listed(text: str, start: int) -> Iterator[str]:
    """Yield the numbers of a list of documents that begins right at an offset."""
    last = start
    for mention in document_numbers(text):
        if mention.start < start:
            continue
        gap = text[last : mention.start]
        if len(gap) > _LIST_GAP or "." in gap.rstrip(". ") or _NO_PART.search(fold(gap)):
            return
        if not _AMENDED_BY.search(fold(text[start : mention.start])):
            yield mention.text
        last = mention.end


def _expiring(text: str) -> Iterator[str]:
    """Yield the documents that a sentence lets expire, but for those that amended them."""
    sentence = re.split(r"(?<=[a-zà-ỹ])\.\s+(?=[A-ZĐÀ-Ỹ])", text)[-1]
    for part in sentence.split(";"):
        folded = fold(part)
        for mention in document_numbers(part):
            if not re.search(r"\bsua doi\b|\bban hanh kem\b|sau day goi", folded[: mention.start]):
                yield mention.text


def _amended(lines: Sequence[Line], title: str) -> Iterator[Relation]:
    amended = re.search(r"sua doi", fold(title))
    named = document_numbers(title[amended.end() :]) if amended else []
    for line in lines[:_HEAD] if not named else ():
        # The title of an amending law leaves the number to the line that enacts it.
        match = _ENACTS_AMENDMENT.search(fold(line.text))
        if match:
            named = document_numbers(line.text[match.end() :])[:1]
            break
    for mention in named:
        yield Relation(RelationKind.SUA_DOI, mention.text)
