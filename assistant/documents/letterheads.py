"""The head of an official document: issuer, number, place and date, kind and subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.documents.lines import Line
from assistant.documents.titles import letter_title, set_title
from assistant.schema import BlockKind
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import KIND_SIGNS, DocumentNumber, document_numbers
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places

__all__ = ["Letterhead", "read_letterhead"]

_HEAD = 30
"""Lines at the top among which the parts of the letterhead are looked for."""
_TAIL = 8
"""Lines at the end among which a converter may have put them (they stood in text boxes)."""
_KINDS = {fold(kind): kind for kind in (*KIND_SIGNS.values(), "hiến pháp", "bộ luật", "báo cáo")}
_NUMBER_LINE = re.compile(r"(?:^|\s)so\s?:")
_DATE_LINE = re.compile(r"(?:^|,\s?|\s)ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+(?:19|20)\d\d$")
_OTHER_DATE = re.compile(r"kem theo|hieu luc|thong qua|^\d{1,2}[.)] |^dieu \d")
_STATE = re.compile(r"cong hoa xa hoi|doc lap|dang cong san viet nam")
_ISSUERS = {
    "chinh phu": "Chính phủ",
    "thu tuong chinh phu": "Thủ tướng Chính phủ",
    "quoc hoi": "Quốc hội",
    "uy ban thuong vu quoc hoi": "Ủy ban Thường vụ Quốc hội",
    "bo chinh tri": "Bộ Chính trị",
    "ban bi thu": "Ban Bí thư",
    "ban chap hanh trung uong": "Ban Chấp hành Trung ương",
    "van phong trung uong dang": "Văn phòng Trung ương Đảng",
    "van phong chinh phu": "Văn phòng Chính phủ",
}
_LOCAL = {
    "uy ban nhan dan": "Ủy ban nhân dân",
    "hoi dong nhan dan": "Hội đồng nhân dân",
    "tinh uy": "Tỉnh ủy",
    "thanh uy": "Thành ủy",
}
_BY_BODY = {
    "cp": "Chính phủ",
    "ttg": "Thủ tướng Chính phủ",
    "vpcp": "Văn phòng Chính phủ",
    "vptw": "Văn phòng Trung ương Đảng",
}
_CENTRAL = frozenset((*_ISSUERS.values(), *_BY_BODY.values()))


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head of a document says; None where it is silent or unclear."""

    kind: str | None
    number: str | None
    issuer: str | None
    issued: date | None
    place: str | None
    central: bool
    title: str | None


def read_letterhead(lines: Sequence[Line]) -> Letterhead:
    """Read the head of an official document.

    Args:
        lines: Tidied lines in reading order.
    """
    head = [(line.text or " ".join(line.cells), line.kind) for line in lines[:_HEAD]]
    texts = [text for text, _ in head]
    kind_at = _kind_line(head)
    own = _own_number(texts, kind_at)
    moved = _moved_head(lines) if own is None else []
    own = own or _own_number(moved, None)
    letter_at = _letter_line(texts) if kind_at is None else None
    kind = "công văn" if letter_at is not None else _kind(texts, kind_at, own)
    issuer, place = _issuer([*moved, *texts], own, [line.text for line in lines])
    title: str | None
    if letter_at is not None:
        title = letter_title(texts, letter_at, own)
    else:
        title = set_title(texts, kind_at, kind, own, issuer)
    return Letterhead(
        kind=kind,
        number=own.text.replace(" ", "") if own else None,
        issuer=issuer,
        issued=_issued([*texts, *moved], own),
        place=place,
        central=issuer in _CENTRAL or (issuer or "").startswith("Bộ "),
        title=title,
    )


def _kind_line(head: Sequence[tuple[str, BlockKind]]) -> int | None:
    """Return the line that is the name of a kind of document, in capitals or as a heading."""
    capitals: list[int] = []
    headings: list[int] = []
    for index, (text, kind) in enumerate(head):
        folded = fold(text).strip(" :.")
        named = next((k for k in _KINDS if folded == k or folded.startswith(f"{k} ")), None)
        if named is None or re.search(r"quyet (?:dinh|nghi)\s?:", fold(text)):
            continue
        if text[: len(named)].isupper():
            capitals.append(index)
        elif kind is BlockKind.HEADING and len(text) < 300:
            headings.append(index)
    return next(iter([*capitals, *headings]), None)


def _own_number(texts: Sequence[str], kind_at: int | None) -> DocumentNumber | None:
    """Return the number of the document itself, never one that it names."""
    for text in texts:
        if len(text) <= 120 and _NUMBER_LINE.search(fold(text)):
            found = document_numbers(text)
            if found:
                return found[0]
    if kind_at is not None:
        found = document_numbers(texts[kind_at])
        # The subject of a document may name another one; its own comes right after its kind.
        if found and found[0].start <= 25:
            return found[0]
    return None


def _moved_head(lines: Sequence[Line]) -> list[str]:
    """Return the lines of a letterhead that a converter put behind the text, else none."""
    texts = [line.text for line in lines[-_TAIL:]]
    if any(_STATE.search(fold(line.text)) for line in lines[:_HEAD]):
        return []
    stated = [i for i, text in enumerate(texts) if _STATE.search(fold(text))]
    if len(stated) != 1:
        return []
    near = texts[max(0, stated[0] - 2) : stated[0] + 3]
    return [part for text in near for part in re.split(r"\s*_+\s*", text) if part]


def _letter_line(texts: Sequence[str]) -> int | None:
    """Return the line “V/v …” of a letter, which has no name of its kind."""
    addressed = any(fold(text).startswith("kinh gui") for text in texts)
    for index, text in enumerate(texts[:15]):
        if addressed and re.match(r"v/v\b|ve viec\b", fold(text)):
            return index
    return None


def _kind(texts: Sequence[str], kind_at: int | None, own: DocumentNumber | None) -> str | None:
    if kind_at is not None:
        folded = fold(texts[kind_at]).strip(" :.")
        matches = [k for k in _KINDS if folded == k or folded.startswith(f"{k} ")]
        return _KINDS[max(matches, key=len)]
    if own and own.sign in KIND_SIGNS:
        return KIND_SIGNS[own.sign]
    return None


def _issuer(
    texts: Sequence[str], own: DocumentNumber | None, body: Sequence[str]
) -> tuple[str | None, str | None]:
    """Return the issuing body in ordinary spelling, and the province that it governs."""
    if own:
        # A letter has its office where other signs have their kind: 2450/VPCP-KGVX.
        by_sign = _BY_BODY.get(fold(own.body)) or _BY_BODY.get(fold(own.sign))
        if by_sign:
            return by_sign, None
        if fold(own.body).startswith("ubtvqh") or fold(own.sign).startswith("ubtvqh"):
            return "Ủy ban Thường vụ Quốc hội", None
    for index, text in enumerate(texts[:12]):
        folded = fold(text).strip(" -_.")
        if not text.isupper() or len(text) > 120:
            continue
        folded = _STATE.split(folded)[0].strip()
        below = texts[index + 1] if index + 1 < len(texts) else ""
        for name in (f"{folded} {fold(below).strip(' -_.')}", folded):
            if name in _ISSUERS:
                return _ISSUERS[name], None
        for name, spelt in _LOCAL.items():
            if folded.startswith(name):
                near = text if places(text) else f"{text} {below}"
                return _local_issuer(spelt, near)
        if folded.startswith(("bo ", "so ", "ban ", "cuc ", "tong cuc ")):
            return _spelt_in(folded, body), None
    if own is None:
        return None, None
    sign, office = fold(own.sign), fold(own.body)
    if sign.startswith("qh"):
        return "Quốc hội", None
    if office == "tw":
        opening = fold(" ".join(body[:6]))
        named = [(opening.find(f"cua {key}"), name) for key, name in _ISSUERS.items()]
        first = min((pair for pair in named if pair[0] >= 0), default=None)
        return (first[1], None) if first else (None, None)
    return None, None


def _local_issuer(body: str, near: str) -> tuple[str, str | None]:
    found = places(near)
    if not found:
        return body, None
    name = found[0].name
    folded = fold(near)
    unit = "thành phố" if "thanh pho" in folded or "tp" in folded.split() else "tỉnh"
    if body in ("Tỉnh ủy", "Thành ủy"):
        return f"{body} {name}", name
    return f"{body} {unit} {name}".replace("thành phố Thành phố", "Thành phố"), name


def _spelt_in(folded: str, body: Sequence[str]) -> str | None:
    """Return a name as the text of the document spells it outside capitals."""
    for text in body:
        at = fold(text).find(folded)
        if at >= 0:
            found = text[at : at + len(folded)]
            if not found.isupper() and found[:1].isupper():
                return found
    return None


def _issued(texts: Sequence[str], own: DocumentNumber | None) -> date | None:
    for text in texts:
        folded = fold(text).strip(" .")
        if folded.startswith(("can cu", "theo de nghi", "xet ")):
            continue  # the days of other documents
        if len(text) <= 110 and _DATE_LINE.search(folded) and not _OTHER_DATE.search(folded):
            found = [mention.date for mention in dates(text) if mention.date]
            return found[0] if found else None
    if own is None:
        return None
    for text in texts[:6]:
        at = text.find(own.text)
        if at < 0:
            continue
        after = at + len(own.text)
        mention = next(iter(dates(text[after : after + 40])), None)
        if mention and mention.date and mention.start <= 8:
            return mention.date
    return None
