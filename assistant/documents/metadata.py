"""What is known of a document: front matter first, then the letterhead, then press cues.

A wrong number or date is worse than a missing one, so each field is taken only from where
officials put it (Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from assistant.documents.letterheads import read_letterhead
from assistant.documents.lines import Draft, Line, tidy
from assistant.documents.relations import relations
from assistant.schema import BlockKind, Relation, RelationKind, Source
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import document_numbers
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import NATION, places

__all__ = ["Known", "describe_official", "describe_other", "dominant_place", "with_front_matter"]

_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Known:
    """Metadata of a document; a field is None where nothing certain is known."""

    title: str
    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    issued: date | None = None
    effective: date | None = None
    place: str | None = None
    source: Source = field(default_factory=Source)
    relations: tuple[Relation, ...] = ()


def describe_official(draft: Draft, lines: Sequence[Line]) -> Known:
    """Return what the letterhead and the set phrases of an official document say."""
    head = read_letterhead(lines)
    place = head.place
    if place is None and head.title:
        named = list(dict.fromkeys(mention.name for mention in places(head.title)))
        place = named[0] if len(named) == 1 else None
    if place is None and head.central:
        place = NATION
    issued = head.issued or _adopted(lines)
    return Known(
        title=(head.title or draft.title or _first_words(lines))[:_LONGEST_TITLE],
        kind=head.kind,
        number=head.number,
        issuer=head.issuer,
        issued=issued,
        effective=_effective(lines, issued),
        place=place,
        source=_source(draft),
        relations=relations(lines, head.number, head.title or ""),
    )


def describe_other(draft: Draft, lines: Sequence[Line]) -> Known:
    """Return what is certain of a text that is neither official nor a press page."""
    heading = next(
        (x.text for x in lines[:8] if x.kind is BlockKind.HEADING and x.level <= 2), None
    )
    title = (heading or draft.title or _first_words(lines))[:_LONGEST_TITLE]
    return Known(title=title, place=dominant_place(title, lines), source=_source(draft))


def _first_words(lines: Sequence[Line]) -> str:
    """Return the first line, cut at a word where it is a whole paragraph."""
    text = next((line.text or " ".join(line.cells) for line in lines), "")
    if len(text) <= 160:
        return text.rstrip(" .;:,") or "Tài liệu không tên"
    return text[:150].rsplit(" ", 1)[0].rstrip(" .;:,") + "…"


def _source(draft: Draft) -> Source:
    return Source(draft.publisher, draft.url, _as_date(draft.published))


def _as_date(value: object) -> date | None:
    """Return the day that a value of front matter or of a page's own data stands for."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    iso = re.match(r"(\d{4})-(\d\d)-(\d\d)", value.strip())
    if iso:
        try:
            return date(*(int(part) for part in iso.groups()))
        except ValueError:
            return None
    return next((mention.date for mention in dates(value) if mention.date), None)


def dominant_place(title: str, lines: Sequence[Line]) -> str | None:
    """Return the one province that a text is about, or None when that is not clear.

    A single place in the title decides; otherwise one named at least twice, and at least
    half as often again as any other.
    """
    named = list(dict.fromkeys(mention.name for mention in places(title)))
    if len(named) == 1:
        return named[0]
    counts = Counter(mention.name for line in lines for mention in places(line.text))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < 2:
        return None
    if len(ranked) > 1 and ranked[0][1] * 2 < ranked[1][1] * 3:
        return None
    return ranked[0][0]


_EFFECTIVE = re.compile(
    r"(?:^|[.;:] )(?:dieu \d+[.:] (?:hieu luc thi hanh[.:]? )?|\d{1,2}[.)] ?|[a-z]\) )?"
    r"(?:quyet dinh|nghi dinh|luat|bo luat|thong tu|nghi quyet|phap lenh|quy che|quy dinh|"
    r"huong dan|chi thi|ke hoach|van ban) nay co hieu luc(?: thi hanh)?"
    r"(?P<after> sau (?P<days>\d{1,3}) ngay,?)?"
    r"(?: ke)? (?:tu|vao) (?:ngay )?"
)
_ADOPTED = re.compile(r"nay (?:da )?duoc (?:quoc hoi|u[yi] ban thuong vu|hoi dong nhan dan)\b")


def _effective(lines: Sequence[Line], issued: date | None) -> date | None:
    """Return the day of effect, when the document states exactly one for the whole of itself."""
    found: list[date] = []
    for line in lines:
        match = _EFFECTIVE.search(fold(line.text))
        if not match:
            continue
        rest = line.text[match.end() :]
        signed = fold(rest).startswith(("ky", "ban hanh", "duoc thong qua", "thong qua"))
        if signed and issued:
            found.append(issued + timedelta(days=int(match["days"] or 0)))
        mention = next(iter(dates(rest[:60])), None)
        if mention and mention.date and mention.start <= 8 and not match["after"]:
            found.append(mention.date)
    return found[0] if len(set(found)) == 1 else None


def _adopted(lines: Sequence[Line]) -> date | None:
    """Return the day on which an assembly passed a law, from the formula below its last article."""
    for line in reversed(lines):
        folded = fold(line.text)
        if len(folded) <= 400 and _ADOPTED.search(folded) and "thong qua" in folded:
            return next((mention.date for mention in dates(line.text) if mention.date), None)
    return None


def with_front_matter(known: Known, front: Mapping[str, object]) -> Known:
    """Return metadata with what the author of the file states put first."""
    if not front:
        return known

    def words(key: str) -> str | None:
        value = front.get(key)
        return tidy(str(value)) or None if isinstance(value, str | int | float) else None

    source = Source(
        words("publisher") or _plain(front.get("source")) or known.source.publisher,
        words("url") or known.source.url,
        _as_date(front.get("published")) or known.source.published,
    )
    stated = tuple(
        Relation(kind, number)
        for key, kind in (
            ("replaces", RelationKind.THAY_THE),
            ("amends", RelationKind.SUA_DOI),
            ("based_on", RelationKind.CAN_CU),
        )
        for number in _listed(front.get(key))
    )
    kind = words("kind")
    return replace(
        known,
        title=words("title") or known.title,
        kind=kind.lower() if kind else known.kind,
        number=words("number") or known.number,
        issuer=words("issuer") or known.issuer,
        issued=_as_date(front.get("issued")) or known.issued,
        effective=_as_date(front.get("effective")) or known.effective,
        place=words("place") or known.place,
        source=source,
        relations=tuple(dict.fromkeys((*stated, *known.relations))),
    )


def _plain(value: object) -> str | None:
    return tidy(value) or None if isinstance(value, str) else None


def _listed(value: object) -> list[str]:
    """Return the document numbers in a string or list of front matter, as written."""
    items = value if isinstance(value, list) else [value]
    numbers: list[str] = []
    for item in items:
        if isinstance(item, str) and item.strip():
            named = [mention.text for mention in document_numbers(tidy(item))]
            numbers += named or [tidy(item)]
    return numbers
