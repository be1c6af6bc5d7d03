"""The names in a sentence that tell it from another on the same: persons, posts, units, papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.names import bodies, persons
from assistant.vietnamese.normalise import LOWER, UPPER, fold, lower

__all__ = ["Kind", "Name", "names_in", "says_whose"]


class Kind(Enum):
    """What a name is the name of."""

    PERSON = "person"
    POST = "post"
    UNIT = "unit"
    DOCUMENT = "document"
    BODY = "body"


@dataclass(frozen=True)
class Name:
    """A name in a sentence.

    Attributes:
        kind: What it is the name of.
        start: Where it begins in the sentence.
        end: Where it ends.
        words: The name, of a unit without the word for its level.
    """

    kind: Kind
    start: int
    end: int
    words: str


_UNIT = re.compile(
    rf"(?<!\w)(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hị xã)\s"
    rf"(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*)(?!\w)"
)
_POST = re.compile(
    r"(?<!\w)(?:tổng bí thư|chủ tịch nước|thủ tướng(?: chính phủ)?|phó thủ tướng|"
    r"chủ tịch quốc hội|bí thư (?:thành|tỉnh) ủy|bộ trưởng|chánh văn phòng)(?!\w)"
)


_WHOSE = re.compile(
    r"\b(?:nghi quyet|quyet dinh|ke hoach|chi thi|nghi dinh|thong tu|chuong trinh|chien luoc|de an|"
    r"bao cao|ket luan|cong dien)(?! hanh dong cua)[^,;]{0,40} cua (?:cac )?$"
)
"""What stands before a body that only says whose a paper is: “Nghị quyết 03 của Chính phủ”."""


def says_whose(text: str, start: int) -> bool:
    """Tell whether a body that begins at an offset only says whose a paper is."""
    return _WHOSE.search(fold(text[:start])) is not None


def names_in(text: str) -> Iterator[Name]:
    """Yield the names of a text that may be told apart from others of their kind."""
    people = [(p.start, p.end) for p in persons(text)]
    for start, end in people:
        yield Name(Kind.PERSON, start, end, text[start:end])
    for match in _UNIT.finditer(text):
        yield Name(Kind.UNIT, *match.span(), match["name"])
    posts = [m.span() for m in _POST.finditer(lower(text))]
    for start, end in posts:
        yield Name(Kind.POST, start, end, text[start:end])
    for number in named_documents(text):
        yield Name(Kind.DOCUMENT, number.start, number.end, text[number.start : number.end])
    for start, end in bodies(text):
        if not any(a < end and start < b for a, b in posts) and not says_whose(text, start):
            yield Name(Kind.BODY, start, end, text[start:end])
