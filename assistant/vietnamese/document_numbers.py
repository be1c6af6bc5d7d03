"""Numbers and signs of documents: 03-NQ/TU, 749/QĐ-TTg, 30/2020/NĐ-CP, “Nghị quyết 03”.

The forms follow Nghị định 30/2020/NĐ-CP (Điều 8 and Phụ lục III) for the State and Hướng
dẫn 36-HD/VPTW for the Party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.vietnamese.normalise import fold

__all__ = [
    "KIND_SIGNS",
    "DocumentNumber",
    "any_match",
    "document_numbers",
    "named_documents",
    "number_in_file_name",
]

KIND_SIGNS = {
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "CT": "chỉ thị",
    "KL": "kết luận",
    "QC": "quy chế",
    "QYĐ": "quy định",
    "TC": "thông cáo",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTR": "chương trình",
    "CTHĐ": "chương trình hành động",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "TTR": "tờ trình",
    "CĐ": "công điện",
    "CV": "công văn",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "PL": "pháp lệnh",
    "L": "luật",
    "VBHN": "văn bản hợp nhất",
}
"""Abbreviations in document signs (Phụ lục III of 30/2020/NĐ-CP; 36-HD/VPTW)."""

_SIGN_BY_FOLDED = {fold(sign): sign for sign in KIND_SIGNS}
_KIND_BY_FOLDED = {fold(kind): sign for sign, kind in KIND_SIGNS.items()}

_NUMBER = r"(?<![\w.,/-])(?P<number>\d{1,5}[A-Z]?)"
# State: 749/QĐ-TTg, 30/2020/NĐ-CP, 202/2025/QH15, 1314/NQ-UBTVQH15, 2450/VPCP-KGVX; and
# 66.15/2026/NQ-CP, the fifteenth resolution under another.
_STATE = re.compile(
    _NUMBER[:-1] + r"(?:\.\d{1,3}(?=/(?:19|20)\d\d/))?)(?:/(?P<year>(?:19|20)\d\d))?\s?/\s?"
    r"(?P<sign>[A-ZĐ][A-ZĐa-zđ]{0,8}\d{0,2})"
    r"(?:\s?[-–]\s?(?P<body>[A-ZĐ](?:[A-ZĐa-zđ&0-9]|\.(?=\w))*"
    r"(?:[-–][A-ZĐ][A-ZĐa-z&0-9]*)*))?(?![\w])"
)
# Party: 03-NQ/TU, 57-NQ/TW, 36-HD/VPTW; "-NQ/TU" may be set off by spaces.
_PARTY = re.compile(
    _NUMBER
    + r"\s?[-–]\s?(?P<sign>[A-ZĐ][A-ZĐa-zđ]{0,4})\s?/\s?(?P<body>[A-ZĐ][A-ZĐa-z]{0,6})(?!\w)"
)
# Typed in a hurry and without capitals or marks: "03 nq tu", "nq03-nq/tu", "227 kh ubnd".
_LOOSE = re.compile(
    r"(?<![\w.,/])(?:(?:nq|qd|kh|ct|nd)\s?)?(?P<number>\d{1,5})\s?[-/ ]\s?"
    r"(?P<sign>nq|qd|kh|ct|kl|nd|tt|hd|tb|bc)\s?[-/ ]\s?(?P<body>tu|tw|ttg|cp|ubnd|hdnd|vptw)(?!\w)"
)
# Without “số” a number may count instead: a plan of 5 years, a project of 12 km.
_COUNTS = (
    r"(?!\d+ (?:thang|tuan|gio|phut|lan|km|ha|t[yi](?! (?:le|trong)\b)|trieu|nghin|ngan|dong|"
    r"nguoi|phan tram)\b)"
    r"(?!\d+ ngay\b(?! \d))(?!(?:[1-9]|10) nam\b(?! \d{4}(?!\s?[-–])))"
)
_NAMED = re.compile(
    r"(?<!\w)(?P<kind>"
    + "|".join(sorted(_KIND_BY_FOLDED, key=len, reverse=True))
    + r"|chien luoc|de an|nq|qd|kh|nd)"
    r"(?:\s+hanh dong)?(?:\s+so\s*:?\s*|\s*(?!(?:19|20)\d\d(?!\d))" + _COUNTS + ")"
    r"(?P<number>\d{1,5}|(?<=nghi quyet )\d{1,3}\.\d{1,2})(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?![\w%]|[.,/-]\d)"
)
# “Theo 36-HD”, “57-NQ đặt mục tiêu …”: without whose it is.
_SIGN_ALONE = re.compile(
    _NUMBER + r"-(?P<sign>NQ|QĐ|KH|CT|KL|NĐ|TT|HD|TB|QĐi|ĐA|CTr)(?![\w/]|\s?[-–/]\s?[A-ZĐ])"
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A mention of a document by its number.

    Attributes:
        start: First character in the text.
        end: One past the last.
        text: The mention as written.
        number: Digits without leading zeros.
        year: Year inside the number (30/2020/NĐ-CP), else None.
        sign: Abbreviation of the kind (NQ, QĐ, …) or what stands in its place (QH15).
        body: Abbreviation of the issuing body, empty when not given.
    """

    start: int
    end: int
    text: str
    number: str
    year: int | None
    sign: str
    body: str

    @property
    def key(self) -> str:
        """Normal form: ``03-NQ/TU`` and ``NQ 03`` written one way each."""
        year = f"/{self.year}" if self.year else ""
        return "|".join((self.number + year, fold(self.sign), fold(self.body)))

    def matches(self, other: DocumentNumber) -> bool:
        """Tell whether both can name one document: nothing that both state may differ.

        03 never matches 103, and ``Nghị quyết 03`` matches 03-NQ/TU and 03/NQ-CP alike.
        """
        return (
            self.number == other.number
            and (not self.year or not other.year or self.year == other.year)
            and _same_sign(fold(self.sign), fold(other.sign))
            and (not self.body or not other.body or fold(self.body) == fold(other.body))
        )


def any_match(found: Iterable[DocumentNumber], asked: Sequence[DocumentNumber]) -> bool:
    """Tell whether one of the documents found can be one of those asked for."""
    return any(mention.matches(one) for mention in found for one in asked)


def _same_sign(one: str, other: str) -> bool:
    """Tell whether two signs can be of one document, folded; an empty one is of any.

    Laws and resolutions of the National Assembly bear its term in place of their kind: “Luật
    31/2024” is 31/2024/QH15.
    """
    if not one or not other or one == other:
        return True
    terms = [sign for sign in (one, other) if _TERM.fullmatch(sign)]
    return len(terms) == 1 and bool({one, other} & _OF_THE_ASSEMBLY)


_TERM = re.compile(r"(?:ubtv)?qh\d{1,2}")
_OF_THE_ASSEMBLY = {"l", "nq", "pl"}


def _mention(match: re.Match[str], text: str) -> DocumentNumber:
    group = match.groupdict()
    sign = group.get("sign") or ""
    if "kind" in group:
        kind = group["kind"]
        sign = _KIND_BY_FOLDED.get(kind) or _SIGN_BY_FOLDED.get(kind, "")
        if sign in ("CTR", "CTHĐ", "ĐA"):
            sign = ""  # a programme is called by the number of the decision that approves it
    return DocumentNumber(
        start=match.start(),
        end=match.end(),
        text=text[match.start() : match.end()],
        number=group["number"].lstrip("0") or "0",
        year=int(group["year"]) if group.get("year") else None,
        sign=_SIGN_BY_FOLDED.get(fold(sign), sign),
        body=(group.get("body") or "").replace("–", "-"),
    )


def _collect(
    text: str, haystack: str, patterns: tuple[re.Pattern[str], ...]
) -> list[DocumentNumber]:
    found: list[DocumentNumber] = []
    for pattern in patterns:
        for match in pattern.finditer(haystack):
            if not any(f.start < match.end() and match.start() < f.end for f in found):
                found.append(_mention(match, text))
    return sorted(found, key=lambda mention: mention.start)


def document_numbers(text: str) -> list[DocumentNumber]:
    """Find full document numbers in NFC text, in order."""
    return _collect(text, text, (_STATE, _PARTY)) if "/" in text else []


def named_documents(text: str) -> list[DocumentNumber]:
    """Find document numbers in any spelling, in order, not overlapping.

    Besides full numbers this finds “Nghị quyết 03”, “kế hoạch số 227”, “03 nq tu”, with or
    without tone marks and capitals. Where a full number stands right after its kind, the
    full number alone is returned.
    """
    return list(_named_documents(text))


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=8_192)
def _named_documents(text: str) -> tuple[DocumentNumber, ...]:
    if _DIGIT.search(text) is None:
        return ()
    found = document_numbers(text)
    folded = fold(text)
    for pattern, haystack in ((_LOOSE, folded), (_NAMED, folded), (_SIGN_ALONE, text)):
        for mention in _collect(text, haystack, (pattern,)):
            if not any(f.start < mention.end and mention.start < f.end for f in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


# “1187-QD-BNV-bo-chi-so.pdf”: what files of offices are called.
_IN_FILE_NAME = re.compile(
    r"(?P<number>\d{1,5})(?:[-_](?P<year>(?:19|20)\d\d))?[-_. ](?P<sign>"
    + "|".join(sorted((fold(sign) for sign in KIND_SIGNS if len(sign) > 1), key=len, reverse=True))
    + r")(?:[-_. ](?P<body>[a-z]{2,8}\d{0,2}))?(?![a-z\d])"
)
# “NQ03 PL1 chi tieu.md”: an annex, which leaves the number of its document blank.
_SIGN_FIRST = re.compile(
    r"(?P<sign>"
    + "|".join(sorted((fold(sign) for sign in KIND_SIGNS if len(sign) > 1), key=len, reverse=True))
    + r")[-_ ]?(?P<number>(?!(?:19|20)\d\d(?!\d))\d{1,5})(?![\d\w])"
)


def number_in_file_name(stem: str) -> DocumentNumber | None:
    """Return the number that the name of a file begins with, None when it begins otherwise.

    Scans and drafts often leave the number blank in the text and carry it in the name.
    """
    match = _IN_FILE_NAME.match(fold(stem)) or _SIGN_FIRST.match(fold(stem))
    return _mention(match, stem) if match else None
