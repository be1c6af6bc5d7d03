"""The parts of a question that another question can put something else in place of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.names import address_before, persons
from assistant.vietnamese.normalise import fold, has_marks, lower, place_tones
from assistant.vietnamese.places import places
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = [
    "Part",
    "Slot",
    "content_of",
    "cut",
    "parts_of",
    "statement_of",
    "subject_at",
    "tidy",
    "told_apart",
]


class Slot(StrEnum):
    """What a part of a question says: where, when, by which document, who, at which level."""

    PLACE = "place"
    YEAR = "year"
    DOCUMENT = "document"
    PERSON = "person"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question: what it says, and where it stands."""

    slot: Slot
    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part's words."""
        return text[self.start : self.end]


_KIND_BEFORE = re.compile(
    r"(?:nghi quyet|quyet dinh|ke hoach(?: hanh dong)?|chi thi|ket luan|nghi dinh|thong tu|"
    r"huong dan|bao cao|chuong trinh hanh dong|luat)(?: so)?:? $"
)
_TITLE_BEFORE = re.compile(r"(?:(?<!\w)(?:thanh pho|tinh|tp\.?) )$")
_LEVEL = re.compile(
    r"(?<!\w)(?:cap|tuyen) (?:tinh|thanh pho|quan|huyen|xa|phuong|trung uong|bo|co so)(?!\w)|"
    r"(?<!\w)muc do (?:\d|mot|hai|ba|bon)(?!\w)"
)
_PERIOD = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)")


def parts_of(text: str) -> list[Part]:
    """Return the places, times, documents, persons and levels that a question names, in order.

    Each with the words that belong to its name: “thành phố Huế”, “Nghị quyết số 03-NQ/TU”.
    """
    folded = fold(text)
    found: list[Part] = []

    def add(slot: Slot, start: int, end: int) -> None:
        if not any(part.start < end and start < part.end for part in found):
            found.append(Part(slot, start, end))

    for number in named_documents(text):
        kind = _KIND_BEFORE.search(folded[: number.start])
        add(Slot.DOCUMENT, kind.start() if kind else number.start, number.end)
    for period in _PERIOD.finditer(text):
        add(Slot.YEAR, *period.span())
    for date in dates(text):
        add(Slot.YEAR, date.start, date.end)
    for person in persons(text):
        add(Slot.PERSON, address_before(text, person.start), person.end)
    for place in places(text):
        title = _TITLE_BEFORE.search(folded[: place.start])
        add(Slot.PLACE, title.start() if title else place.start, place.end)
    for level in _LEVEL.finditer(folded):
        add(Slot.LEVEL, *level.span())
    return sorted(found, key=lambda part: part.start)


# What every second question holds, and what says nothing of its subject.
_GENERIC = re.compile(
    r"\b(?:ban hanh|phe duyet|thong qua|ky|quy dinh|neu|dat(?: ra)?|chu tri|phoi hop|van ban|"
    r"co quan|don vi|nghi quyet|ke hoach|quyet dinh|so hieu|ngay|thang|nam|(?:muc|chi) tieu|"
    r"thoi (?:han|gian|diem)|hieu luc|phan dau|phan tram|trach nhiem|hoan thanh|phai|tai lieu|"
    r"bai bao|muc|yeu cau|giai doan|t[yi] (?:le|trong)|trich yeu|han chot|chinh xac|"
    r"cu the|den|truoc)\b"
)


def content_of(text: str) -> list[str]:
    """Return the folded syllables that say what a text is about, without what binds it."""
    taken = [(part.start, part.end) for part in parts_of(text)]
    generic = [match.span() for match in _GENERIC.finditer(fold(text))]
    # “Đất” only folds to “đạt” and “đặt”.
    taken += [(start, end) for start, end in generic if lower(text[start:end]) != "đất"]
    marked = has_marks(text)
    return [
        fold(token.text)
        for token in syllables(text)
        if not any(a <= token.start < b for a, b in taken)
        and not is_stopword(token.text, marked=marked)
    ]


def cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text without some of its ranges."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return tidy(text)


def tidy(text: str) -> str:
    """Return a text with single spaces, and none before its punctuation."""
    return re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split())).strip(" ,;:")


_ASKING = re.compile(
    r"\b(?:la )?(?:chiem |dat |duoc )?bao nhieu(?: phan tram| %)?|\bla (?:gi|ai|may)\b|"
    r"\b(?:vao )?(?:khi nao|bao gio|ngay nao|nam nao|luc nao)\b|\bnhu the nao|\bthe nao|\bra sao|"
    r"\b(?:do )?(?:ai|(?:co quan|don vi|so|bo) nao)\b"
    r"(?: (?:chu tri|thuc hien|phu trach|chiu trach nhiem|phoi hop|ban hanh|ky|cong bo))?|"
    r"^(?:theo )?(?:van ban|nghi quyet) nao\b|\bmay\b|"
    r"\b(?:dung|phai) khong\b|\bkhong\W*$|^tai sao|^vi sao|\bnhung (?:gi|nao)\b|\bgi\b|\bnao\b"
)
_FRAME = re.compile(
    r"^(?:(?:xin )?(?:cho|hay cho) (?:toi|minh|em|hoi|biet)(?: (?:toi|minh|em|hoi|biet))*,? |"
    r"(?:thua|da|chao|kinh)\b[^,]{0,20}, )"
)


# Words of asking as they are spelt; a marked text that spells them otherwise means others.
_SPELT = {"may": "mấy", "gi": "gì", "nao": "nào", "sao": "sao", "khong": "không", "ai": "ai",
          "thi": "thì", "tram": "trăm", "chua": "chưa", "the": "thế", "dau": "đâu"}  # fmt: skip


def told_apart(text: str) -> str:
    """Return a text folded, with syllables that only fold to words of asking set apart.

    “Số máy ép” asks for no “mấy”. The length is kept: the first letter of such a syllable
    becomes ``_``.
    """
    folded = fold(text)
    if not has_marks(text):
        return folded
    out = list(folded)
    for token in syllables(text):
        right = _SPELT.get(fold(token.text))
        if right and place_tones(lower(token.text)) != place_tones(right):
            out[token.start] = "_"
    return "".join(out)


def statement_of(question: str) -> str:
    """Return what a question is about: its words without those that ask."""
    folded = told_apart(question)
    spans = [match.span() for match in _ASKING.finditer(folded)]
    frame = _FRAME.match(folded)
    return cut(question, [*spans, *([frame.span()] if frame else [])]).rstrip(" ?.!")


_PERCENT = ("phan", "tram")
_BOUND = re.compile(r"\b(?:toi da|toi thieu|it nhat|nhieu nhat|cham nhat)\b")
# “Theo Luật Đất đai 2024, …” names where to look, which the next question keeps.
_SOURCE = re.compile(r"^(?:theo|trong|tai) [^,?]{3,60}, (?=\S+ \S)")


_COUNTS = re.compile(r"\b(?:bao nhieu|may) $")
_UNITS = frozenset(
    "ty ti trieu nghin dong usd do ha km km2 m2 nguoi tan diem nam thang ngay gio phut lan do_la "
    "kwh mw phan".split()
)


def subject_at(text: str, topic: str) -> tuple[int, int]:
    """Return the noun phrase of a question that a new topic takes the place of.

    It is the one that shares most syllables with the topic, else what is asked “về”, else what
    is counted, else the longest; a phrase ends at a particle, a word of asking or a part that
    binds.
    """
    taken = [(part.start, part.end) for part in parts_of(text)]
    source = _SOURCE.match(fold(text))
    taken += [source.span()] if source else []
    taken += [match.span() for match in _BOUND.finditer(fold(text))]
    marked = has_marks(text)
    runs: list[tuple[int, int, list[str]]] = []
    previous = -1
    for token in syllables(text):
        joined = previous >= 0 and not text[previous : token.start].strip()
        stop = is_stopword(token.text, marked=marked) or told_apart(token.text) in _PERCENT
        # “Số” counts, but for the second half of “kinh tế số”, “chuyển đổi số”.
        stop = stop and not (joined and fold(token.text) == "so")
        if stop or any(a <= token.start < b for a, b in taken):
            previous = -1
            continue
        if joined:
            begin, _, words = runs.pop()
            runs.append((begin, token.end, [*words, fold(token.text)]))
        else:
            runs.append((token.start, token.end, [fold(token.text)]))
        previous = token.end
    if not runs:
        return len(text), len(text)
    wanted = fold(topic).split()
    folded = fold(text)

    def fitness(run: tuple[int, int, list[str]]) -> tuple[int, bool, bool, int, int]:
        begin, _, words = run
        shared = sum(word in words for word in wanted)
        counted = _COUNTS.search(folded[:begin]) is not None and words[0] not in _UNITS
        return shared, folded[:begin].endswith(" ve "), counted, len(words), -begin

    best = max(runs, key=fitness)
    return best[0], best[1]
