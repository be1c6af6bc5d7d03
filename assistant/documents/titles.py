"""Titles of official documents: kind, number and subject (trích yếu) in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.vietnamese.document_numbers import DocumentNumber
from assistant.vietnamese.normalise import fold, lower

__all__ = ["letter_title", "set_title"]

_SUBJECT = re.compile(
    r"(?:ve|v/v|ban hanh|quy dinh|phe duyet|sua doi|huong dan|thuc hien|trien khai)\b"
)
_BODY = re.compile(
    r"(?:can cu|theo de nghi|xet de nghi|dieu \d|quyet (?:nghi|dinh)\s?:|[ia]\s?[.-]|"
    r"chuong [ivx\d]+\b|phan (?:[ivx\d]+\b|thu ))"
)
_HEAD_OF_OFFICE = re.compile(
    r"(?:bo truong|thu tuong|chinh phu|chu tich|u[yi] ban|hoi dong nhan dan|tong giam doc|"
    r"giam doc|cuc truong|thong doc|vien truong|tong (?:thanh tra|kiem toan))\b"
)
_OFFICE_ALONE = re.compile(
    r"chinh phu|thu tuong chinh phu|quoc hoi|u[yi] ban thuong vu quoc hoi|bo chinh tri|"
    r"ban bi thu|ban chap hanh trung uong|van phong (?:trung uong dang|chinh phu)"
)
_SCRAP = re.compile(r"[€¿£§®©¬|~^=<>{}]|--")
"""What recognition makes of a seal or a handwritten number."""

_LONGEST_TOLD = 200
"""Characters of a subject taken from running text."""
_OTHER_PART = re.compile(r"cong hoa xa hoi|doc lap|dang cong san viet nam|(?:^|\s)so\s?:")


def letter_title(texts: Sequence[str], at: int, own: DocumentNumber | None) -> str:
    """Return the title of a letter, which has its subject in a line “V/v …”."""
    words = [texts[at]]
    for text in texts[at + 1 : at + 4]:
        folded = fold(text)
        if folded.startswith("kinh gui") or _OTHER_PART.search(folded) or not text[:1].islower():
            break
        words.append(text)
    number = own.text.replace(" ", "") if own else ""
    return " ".join(part for part in ("Công văn", number, *words) if part)


def set_title(
    texts: Sequence[str],
    kind_at: int | None,
    kind: str | None,
    own: DocumentNumber | None,
    issuer: str | None,
) -> str | None:
    """Return kind, number and subject in one line."""
    appendix = next(
        (i for i, text in enumerate(texts[:6]) if fold(text).startswith("phu luc")), None
    )
    if kind_at is None and appendix is not None:
        return " ".join([texts[appendix], *_subject(texts, appendix + 1, None)])
    if kind_at is None:
        return None
    line = texts[kind_at]
    if not line.isupper() or len(line) > 60:
        told = _told_subject(texts, kind_at, own)
        return f"{line} {told}" if told else line
    number = own.text.replace(" ", "") if own else ""
    name = (kind or lower(line)).capitalize()
    rest = line[len(kind or line) :].strip()
    if own:  # “LUẬT AN NINH MẠNG SỐ 116/2025/QH15”
        rest = re.sub(rf"\s*SỐ:?\s*{re.escape(own.text)}$", "", rest)
    subject = _subject(texts, kind_at + 1, issuer)
    return " ".join(part for part in (name, number, rest, *subject) if part)


def _told_subject(texts: Sequence[str], kind_at: int, own: DocumentNumber | None) -> str | None:
    """Return “về …” from the line that introduces a document whose title is its number alone."""
    line = texts[kind_at]
    if own is None or not line.endswith(own.text) or len(line) > 60:
        return None
    for text in texts[kind_at + 1 : kind_at + 5]:
        at = text.find(own.text)
        match = re.search(r"\bvề [^.;:]{10,}", text[at:]) if at >= 0 else None
        if match:
            words = match.group().strip()
            return words if len(words) <= _LONGEST_TOLD else f"{_cut(words)} …"
    return None


def _cut(words: str) -> str:
    return words[:_LONGEST_TOLD].rsplit(" ", 1)[0].rstrip(" ,")


def _subject(texts: Sequence[str], start: int, issuer: str | None) -> list[str]:
    parts: list[str] = []
    for text in texts[start : start + 6]:
        folded = fold(text).strip(" .:*_-")
        if not folded or _SCRAP.search(text):
            continue
        if parts and text.isupper() and not parts[-1].isupper():
            break  # what a stamp says beside the subject
        if _BODY.match(folded) or folded.startswith("(") or (issuer and folded == fold(issuer)):
            break
        if _OFFICE_ALONE.fullmatch(folded) or _OTHER_PART.search(folded):
            break
        first = not parts and (_SUBJECT.match(folded) or text[-1:] not in ".:;,")
        goes_on = bool(parts) and text[:1].islower() and text[-1:] not in ".:;,"
        if not (text.isupper() or first or goes_on) or len(text) > 500:
            break
        if parts and _HEAD_OF_OFFICE.match(folded):
            break
        parts.append(text)
    return parts
