"""Sides: the places, years, documents or levels that one question asks about side by side.

“Mục tiêu của Hải Phòng và Đà Nẵng”, “cao hơn hay thấp hơn”, “năm 2025 và năm 2030”: each side
is a question of its own, so that each gets an answer and a citation of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.retrieval.paired import paired
from assistant.retrieval.parts import (
    Part,
    Slot,
    content_of,
    cut,
    parts_of,
    subject_at,
    tidy,
    told_apart,
)
from assistant.schema import AnswerKind, Side
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import new_or_old
from assistant.vietnamese.quantities import quantities

__all__ = ["compares", "sides_of"]

_HOW = r"(?:cao|thap|lon|nho|nhieu|it|som|muon|dong(?: dan)?|rong|nhanh|cham|tham vong|tot|kem)"
_TIMES = r"gap (?:may|bao nhieu)(?: lan)?"
_THAN = rf"{_HOW} hon(?: (?:hay|hoac)(?: la)? {_HOW} hon)?"
_BY = (
    r"(?: (?:bao nhieu|may)(?: (?:diem phan tram|phan tram|diem|lan|nguoi|don vi|km2|km²))?|"
    r" nhieu)?"
)
_WHICH = r"(?:(?:noi|ben|cho|phia|dia phuong|van ban|thanh pho|tinh|cai|don vi|so|muc) nao|dau|ai)"
_ISSUED = (
    rf"(?:{_WHICH} )?(?:duoc )?(?:ban hanh |ra doi |ra |co )(?:truoc|sau|som hon|muon hon)\b"
    r"(?: hay sau)?|\b(?:duoc )?(?:ban hanh )?cach nhau "
    r"(?:bao lau|(?:may|bao nhieu) (?:nam|thang|ngay))"
)
_MORE_OF = re.compile(r"\b(?:nhieu|it) (?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2}) hon\b")
_WHICH_HAS = re.compile(rf"\b{_WHICH}(?= (?:co |dat |duoc |ra )?bao nhieu\b)")
_COMPARES = re.compile(
    rf"{_ISSUED}|{_MORE_OF.pattern.replace('P<noun>', ':')}|\btang hay giam\b|"
    rf"\bso sanh\b|^so (?=.*\bgiua\b)|\bkhac (?:nhau|gi|biet|the nao|ra sao)|"
    rf"\bgiong (?:hay|va) khac|\b{_HOW} hon\b|"
    rf"\bchenh(?: lech)?\b|\bhon kem\b|\bnang .{{3,80}}\btu .{{1,20}}\blen\b|\b{_TIMES}\b|"
    r"\bphan biet\b|\bkhac\b.*\bo (?:diem|cho) (?:nao|gi)\b|"
    r"\bda vuot\b|\bcon cach\b|\bhay con thieu\b|\bso voi\b.*\b(?:the nao|ra sao)\b|"
    r"^(?:.{0,60}\W)?so voi\b.*\bve\b"
)
_FRAME = re.compile(
    r"\b(?:hay |xin )?so sanh(?: giup (?:toi|minh|em))?(?: giua)?\b|^so (?=.*\bgiua\b)|"
    r"\b(?:giong hay )?khac (?:gi nhau|nhau|gi|biet)"
    r"(?: (?:nhu )?the nao| ra sao| gi| o (?:dau|diem (?:nao|gi)|cho nao))?|"
    rf"{_ISSUED}|\btang hay giam\b|(?<=[,:])\s*{_WHICH}\b|\b{_WHICH}(?= .{{0,60}}{_HOW} hon)|"
    rf"\b(?:{_WHICH} )?{_THAN}{_BY}(?: khong)?|"
    r"\bchenh(?: lech)?(?: nhau)?(?: (?:nhu )?the nao| ra sao| bao nhieu)?|\bhon kem(?: nhau)?|"
    r"\btu bao nhieu len bao nhieu|\btu muc nao len (?:muc nao|bao nhieu)|"
    rf"\bnang(?: len)?(?= (?:yeu cau|muc|ty le))|\b{_TIMES}\b|\bda vuot|\bcon cach\b|\bbao xa\b|"
    r"\bmoi (?:ben|noi|cap|tinh|thanh pho|dia phuong|nam|moc|van ban|ban)\b|"
    r"\bhay con thieu\b|\b(?:tang|giam)(?: so voi|(?= (?:the nao|ra sao)))|\bso voi\b|\bgiua\b|"
    r"(?: nhu)? the nao\b|\bbao nhieu (?:diem phan tram|lan)\b|\bra sao\b|"
    r",? so nao cua van ban nao\b|\bla bao nhieu\b|\b(?:khong|chua)(?=\W*$)"
)
# What asks for the measure itself: “nơi nào rộng hơn?” is about the area.
_MEASURED = ((re.compile(r"\brong hon\b"), "diện tích"), (re.compile(r"\bdong (?:dan )?hon\b"),
             "dân số"))  # fmt: skip
_DAYS = re.compile(_ISSUED)
_JOINTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:da vuot|con cach|{_TIMES})\b",
        r"\bso voi\b",
        r"\b(?:va|voi|hay|hoac)\b",
    )
)
_AND = re.compile(r"^\s*(?:,|,?\s*\b(?P<word>va|voi|hay|hoac|cung)\b)\s*"
                  r"(?:(?:cua|nam|moc|den|o|tai|theo|thanh pho|tinh)\s+)*$")  # fmt: skip
_NATION = re.compile(
    r"(?<=\bva )(?:ca nuoc|toan quoc)|(?<=\bvoi )(?:ca nuoc|toan quoc)|"
    r"(?<=\bhon )(?:ca nuoc|toan quoc)|^(?:ca nuoc|toan quoc)\b"
)
_MERGING = re.compile(r"\b(?:nhap|hop nhat|gop|tach|tu)(?: voi| cua| tinh| thanh pho)*\s*$")
_SMALL = re.compile(r"\b(?:nam|moc|den|trong|cua|tai|o|theo|voi|va)\b|\W")
_PAPER_OF = re.compile(
    r"\b(?:nghi quyet|ke hoach|quyet dinh|chuong trinh|de an)(?: (?!cua\b)[^\W\d_]+){0,6} cua $"
)
_WITH_DOCUMENT = re.compile(r"^\s+(?:(?:cua|nam|ngay)\s+)?$")
_ASKED_OF_EACH = frozenset(
    (AnswerKind.FIGURE, AnswerKind.MONEY, AnswerKind.RANK, AnswerKind.DATE, AnswerKind.DOCUMENT,
     AnswerKind.PERSON, AnswerKind.AGENCY, AnswerKind.TEXT, AnswerKind.COMPARISON)
)  # fmt: skip
_HOW_MUCH = r"(?:bao nhiêu|mấy|thế nào|ra sao)"
_TWICE = re.compile(
    rf"^(?:(?P<topic>[^,:]+):)?\s*(?P<one>[^,:]+?{_HOW_MUCH}[^,:]*),\s*(?:còn|và)\s+"
    rf"(?P<other>[^,:]+?{_HOW_MUCH}[^,:]*)$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"^(?:(?:phân biệt|phan biet|so sánh|so sanh)(?: giúp (?:tôi|em|mình))?\s+)?"
    r"(?P<one>[^,:?]{2,40}?)\s+(?:và|với|khác|va|voi|khac)\s+(?P<other>[^,:?]{2,40}?)"
    r"(?:\s+(?:có\s+)?(?:khác|khac) .*|\s+(?:ở|o)\s.*)?$",
    re.IGNORECASE,
)
# “Huế (Kế hoạch 106)” is one side and not two.
_PLACE_BY_PAPER = re.compile(
    r"(?P<place>cả nước|ca nuoc|(?:[A-ZĐ][^\W\d_]+ ?)+?) \((?:theo )?(?P<paper>(?:Kế hoạch|"
    r"Nghị quyết|Quyết định|Chương trình|Chỉ thị|Ke hoach|Nghi quyet|Quyet dinh)[^()]*)\)",
)
_MOST = 4
"""Most sides of one question."""


def compares(folded: str) -> bool:
    """Tell whether a folded question has the words of a comparison."""
    return _COMPARES.search(folded) is not None


def sides_of(query: str, kind: AnswerKind) -> tuple[Side, ...]:
    """Return the sides of a question, each as a question of its own; none unless two or more.

    Args:
        query: The question with abbreviations written out.
        kind: What it asks for; other than in a comparison, sides must be named together.
    """
    if kind not in _ASKED_OF_EACH:
        return ()
    query = _PLACE_BY_PAPER.sub(r"\g<paper> của \g<place>", query.rstrip(" ?.!"))
    comparing = kind is AnswerKind.COMPARISON
    twice = _asked_twice(query)
    if twice:
        return twice
    parts = _with_their_places([_as_it_is_now(part, query) for part in parts_of(query)], query)
    if comparing:
        parts = _with_the_nation(parts, query)
    for slots in (
        (Slot.DOCUMENT,), (Slot.PLACE,), (Slot.YEAR,), (Slot.LEVEL,), (Slot.PLACE, Slot.DOCUMENT)
    ):  # fmt: skip
        named = _distinct([part for part in parts if part.slot in slots], query)
        if len(slots) > 1:
            named = [_with_its_paper(part, query) for part in named]
        if 2 <= len(named) <= _MOST and (comparing or _together(query, named)):
            return _split(query, named, parts, comparing)
    if not comparing:
        return paired(query)
    return _values(query) or paired(query) or _terms_apart(query)


def _as_it_is_now(part: Part, query: str) -> Part:
    """Return a place with the word that tells it from the one of its name before a merger."""
    if part.slot is not Slot.PLACE:
        return part
    return Part(part.slot, part.start, new_or_old(query, part.end))


def _asked_twice(query: str) -> tuple[Side, ...]:
    """Return the two questions of “X: A đặt bao nhiêu, còn B đặt bao nhiêu?”."""
    asked = _TWICE.match(query)
    if asked is None:
        return ()
    topic = f"{asked['topic']} " if asked["topic"] else ""
    one, other = asked["one"], asked["other"]
    for slot in (Slot.DOCUMENT, Slot.PLACE, Slot.LEVEL, Slot.YEAR):
        first, second = (
            next((part for part in parts_of(half) if part.slot is slot), None)
            for half in (one, other)
        )
        if first is None or second is None or fold(first.of(one)) == fold(second.of(other)):
            continue
        label = second.of(other)
        if not content_of(_stripped(other)):
            other = f"{one[: first.start]}{label}{one[first.end :]}"
        return (Side(first.of(one), f"{topic}{one}?"), Side(label, f"{topic}{other}?"))
    return ()


def _terms_apart(query: str) -> tuple[Side, ...]:
    """Return the questions after the meaning of two things that are to be told apart."""
    apart = _APART.match(query)
    if apart is None:
        return ()
    one, other = apart["one"].strip(), apart["other"].strip()
    return (Side(one, f"{one} là gì?"), Side(other, f"{other} là gì?"))


def _with_their_places(parts: list[Part], query: str) -> list[Part]:
    """Return the parts with “Nghị quyết 05 của Đà Nẵng” and “Kế hoạch 227 năm 2020” as one."""
    joined: list[Part] = []
    folded = fold(query)
    for part in parts:
        last = joined[-1] if joined else None
        if (
            last
            and last.slot is Slot.DOCUMENT
            and part.slot in (Slot.PLACE, Slot.YEAR)
            and _WITH_DOCUMENT.match(folded[last.end : part.start])
        ):
            joined[-1] = Part(Slot.DOCUMENT, last.start, part.end)
        else:
            joined.append(part)
    return joined


def _with_the_nation(parts: list[Part], query: str) -> list[Part]:
    """Return the parts with “cả nước”, where one place is held against it."""
    nation = _NATION.search(fold(query))
    if nation is None or sum(part.slot is Slot.PLACE for part in parts) != 1:
        return parts
    return sorted([*parts, Part(Slot.PLACE, *nation.span())], key=lambda part: part.start)


def _with_its_paper(part: Part, query: str) -> Part:
    """Return a place with the paper of it that a question names without a number."""
    paper = _PAPER_OF.search(fold(query[: part.start])) if part.slot is Slot.PLACE else None
    return Part(part.slot, paper.start(), part.end) if paper else part


def _distinct(parts: list[Part], query: str) -> list[Part]:
    seen: dict[str, Part] = {}
    for part in parts:
        number = named_documents(part.of(query)) if part.slot is Slot.DOCUMENT else []
        seen.setdefault(number[0].key if number else fold(part.of(query)), part)
    return list(seen.values())


def _together(query: str, parts: list[Part]) -> bool:
    """Tell whether parts are named in one breath: “A, B và C”, but not “nhập A và B”."""
    folded = fold(query)
    joints = [_AND.match(folded[one.end : other.start]) for one, other in pairwise(parts)]
    last = joints[-1]
    return all(joints) and bool(last and last["word"]) and not _MERGING.search(
        folded[: parts[0].start]
    )  # fmt: skip


def _split(query: str, named: list[Part], parts: list[Part], comparing: bool) -> tuple[Side, ...]:
    """Return a question for each part: its own words in the place of all of them."""
    folded = fold(query)
    # The “hay” of “cao hơn hay thấp hơn” joins no sides.
    masked = re.sub(_THAN, lambda than: "_" * len(than.group()), folded)
    if comparing and len(named) == 2:
        begin, end = named[0].end, named[1].start
        for strength, pattern in enumerate(_JOINTS):
            joint = pattern.search(masked, begin, end)
            if joint and (strength == 0 or _SMALL.sub("", masked[joint.end() : end])):
                return _halves(query, named, parts, joint, shared=strength > 0)
    found = []
    for part in named:
        text = query
        for other in reversed(named):
            if other is named[0]:
                text = f"{text[: other.start]}{part.of(query)}{text[other.end :]}"
                continue
            lead = re.search(
                r"(?:,\s*|\s+)(?:(?:va|voi|hay|hoac|len|cung)\s+)?"
                r"(?:(?:so voi|cua|nam|muc|moc|den|o|tai|theo)\s+)*$",
                folded[: other.start],
            )
            left = lead.start() if lead else other.start
            text = f"{text[:left]} {text[other.end :]}"
        found.append(Side(part.of(query), _asked(_SINCE.sub("", text))))
    return tuple(found)


# “Từ năm 2030 đến 2045” asks for the two years, not for all since.
_SINCE = re.compile(r"(?<!\w)(?:từ|tu)\s+(?=(?:năm |nam )?(?:19|20)\d\d)", re.IGNORECASE)


def _halves(
    query: str, named: list[Part], parts: list[Part], joint: re.Match[str], *, shared: bool
) -> tuple[Side, ...]:
    """Return two questions where each side has words of its own: “mục tiêu 2025 và kết quả 2022”.

    What binds the whole question but stands in one half is added to the other, and so is the
    subject that the second half leaves out. What follows the second half belongs to both where
    they are ``shared``: “của Đà Nẵng”, but not in “đã vượt chỉ tiêu 2025 của Nghị quyết 03”.
    """
    tail = query[named[1].end :] if shared else ""
    halves = (f"{query[: joint.start()]} {tail}", query[joint.end() :])
    found = []
    for part, text in zip(named, halves, strict=True):
        slots = {p.slot for p in parts_of(text)}
        others = [p for p in parts if p not in named and p.slot not in slots]
        # “Cuối năm 2023 đã vượt chỉ tiêu … chưa?” says when it was reached, not when it is set for.
        rest = [
            p.of(query)
            for p in others
            if shared or (p.end <= joint.start() and p.slot is not Slot.YEAR)
        ]
        if not content_of(_stripped(text)):
            text = f"{_subject(_stripped(halves[0]))} {text}"
        found.append(Side(part.of(query), _asked(" ".join([text, *rest]))))
    return tuple(found)


def _subject(half: str) -> str:
    """Return what a half is about: its first noun phrase that is no mere word of asking."""
    bound = [(part.start, part.end) for part in parts_of(half)]
    begin, end = subject_at(half, " ".join(content_of(half)))
    return half[begin:end] if not any(a < end and begin < b for a, b in bound) else ""


def _values(query: str) -> tuple[Side, ...]:
    """Return a question for each of two values that are asked about (“25% và 35% khác gì?”)."""
    stated = [q for q in quantities(query) if not q.written and not q.rank]
    if not 2 <= len(stated) <= _MOST:
        return ()
    found = []
    for value in stated:
        others = [(q.start, q.end) for q in stated if q is not value]
        text = cut(query, others)
        text = re.sub(r"\b(?:và|va|hay|với|voi)\s+(?=\d)|(?<=\d%)\s+(?:và|va|với|voi)\b", "", text)
        found.append(Side(query[value.start : value.end], f"{_stripped(text)} theo văn bản nào?"))
    return tuple(found)


def _stripped(text: str) -> str:
    """Return words without those that compare, and the joints that these leave open."""
    more = _MORE_OF.search(fold(text))
    if more:
        noun = text[more.start("noun") : more.end("noun")]
        text = f"{text[: more.start()]}bao nhiêu {noun}{text[more.end() :]}"
        text = cut(text, [match.span() for match in _WHICH_HAS.finditer(told_apart(text))])
    spans = [match.span() for match in _FRAME.finditer(told_apart(text))]
    said = tidy(cut(text, spans))
    said = re.sub(r"\s+(?:và|va|với|voi|hay|hoặc)\s*(?=[,:?]|$)", "", said)
    return said.strip(" ,:;?")


def _asked(text: str) -> str:
    """Return a side's words as a question."""
    said = _stripped(text)
    if _DAYS.search(fold(text)):
        return f"{said} ban hành ngày nào?"
    measure = next((noun for sign, noun in _MEASURED if sign.search(fold(text))), "")
    if measure and fold(measure) not in fold(said):
        said = f"{said} {measure}"
    if re.search(r"\bbao nhieu|\bmay\b|\bnao\b|\bai\b|\bgi\b", told_apart(said)):
        return f"{said}?"
    return f"{said} thứ mấy?" if _RANK.search(fold(said)) else f"{said} là bao nhiêu?"


_RANK = re.compile(r"\b(?:dat|thu|xep|giu|len) hang\b")
