"""What a claim says without figures, put as the questions that it answers.

A date, a signer, a document, a body or a place is taken out of its sentence and asked for; what
answering finds is then held against what was claimed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.answering.claims.named import says_whose
from assistant.answering.claims.words import Statement
from assistant.answering.terms import Haystack
from assistant.retrieval.parts import Slot, cut, parts_of
from assistant.schema import AnswerKind, ClaimPart, Difference, PartKind
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.names import address_before, bodies, persons
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places, same_place

__all__ = ["Asked", "facts_asked", "names_asked"]

_DATED = re.compile(r"(?i)(?:,\s*)?(?:\b(?:vào|từ|trong|hôm|chậm nhất|trước)\s+)*(?:\bngày\s+)?$")
_ACTED = re.compile(
    r"(?i)\b(?:do|bởi)\s+(?P<who>[^,;]{3,80}?)\s+(?:đã )?(?P<act>ký(?: ban hành)?|trình)(?!\w)"
)
_ACTS = re.compile(r"(?i)^(?P<who>[^,;]{3,60}?)\s+(?:đã )?(?P<act>ký(?: ban hành)?)\s(?P<what>.+)")
_IN_A_ROW = re.compile(r"(?i)(?:[^\W\d_],|(?<!\w)(?:và|hoặc|với|cùng))\s+(?:tỉnh |thành phố )?$")
_ROW_GOES_ON = re.compile(r"(?i)\s*(?:,\s*(?=[^\W\da-zà-ỹ])|(?:và|hoặc|cùng)\s)")
_NOBODY = ("trung uong",)
"""Bodies that are a level rather than one that acts."""
_TITLE = re.compile(r"(?i)(?<!\w)(?:tỉnh|thành phố|tp\.?)\s+$")
_LIMIT = re.compile(r"\b(?:cham nhat|truoc|han|hoan thanh)\b")


@dataclass(frozen=True)
class Asked:
    """A part of a claim with the question that it answers.

    Attributes:
        part: The part.
        question: The sentence with the part asked for.
        kind: What is asked for.
        agrees: Tells whether an answer is what was claimed.
        difference: In what the claim differs where the answer is another.
    """

    part: ClaimPart
    question: str
    kind: AnswerKind
    agrees: Callable[[str], bool]
    difference: Difference


def facts_asked(statement: Statement) -> Iterator[Asked]:
    """Yield the signers, dates and documents that a sentence states."""
    text = statement.text.rstrip(" .!?")
    yield from _signers(statement, text)
    for mention in dates(text):
        if mention.day is None or mention.year is None:
            continue
        lead = _DATED.search(text[: mention.start])
        start = lead.start() if lead else mention.start
        rest = cut(text, [(start, mention.end)])
        limited = _LIMIT.search(fold(text[: mention.start])) is not None
        ask = "chậm nhất ngày nào" if limited else "ngày nào"
        yield Asked(
            _part(statement, PartKind.DATE, mention.start, mention.end, rest),
            f"{rest} {ask}?",
            AnswerKind.DATE,
            _same_day(mention),
            Difference.DATE,
        )
    yield from _documents(statement, text)


def _part(statement: Statement, kind: PartKind, start: int, end: int, rest: str) -> ClaimPart:
    span, said = statement.at(start, end), statement.said(start, end)
    return ClaimPart(kind, span, statement.span, said, rest)


def _signers(statement: Statement, text: str) -> Iterator[Asked]:
    """Yield who is said to have signed: “do ông X ký”, “Ông X ký Nghị quyết …”."""
    match = _ACTED.search(text) or _ACTS.match(text)
    if match is None:
        return
    named = [p for p in persons(text) if match.start("who") <= p.start < match.end("who")]
    if len(named) != 1:
        return
    person = named[0]
    rest = cut(text, [match.span()]) if match.re is _ACTED else match["what"]
    yield Asked(
        _part(statement, PartKind.PERSON, person.start, person.end, rest),
        f"Ai {match['act'].lower()} {rest}?",
        AnswerKind.PERSON,
        lambda answer: fold(person.name) in fold(answer),
        Difference.NAME,
    )


def _same_day(claimed: DateMention) -> Callable[[str], bool]:
    def agrees(answer: str) -> bool:
        return any(
            (d.year in (None, claimed.year), d.month, d.day) == (True, claimed.month, claimed.day)
            for d in dates(answer)
        )

    return agrees


def _documents(statement: Statement, text: str) -> Iterator[Asked]:
    """Yield the one document that a sentence says was issued, where it says by whom and when."""
    parts = parts_of(text)
    numbers = named_documents(text)
    issued = re.search(r"\b(?:ban hanh|ky|phe duyet|thong qua)\b", fold(text))
    dated = [part for part in parts if part.slot is Slot.YEAR]
    if len(numbers) != 1 or not issued or not dated:
        return
    number = numbers[0]
    named = [p for p in parts if p.slot is Slot.DOCUMENT and p.start <= number.start < p.end]
    if not named or fold(text[named[0].start : named[0].end]).startswith("so"):
        return
    start, end = named[0].start, named[0].end
    rest = cut(text, [(start, end)])
    yield Asked(
        _part(statement, PartKind.DOCUMENT, start, end, rest),
        f"{text[:start]}văn bản nào{text[end:]}?",
        AnswerKind.DOCUMENT,
        lambda answer: any_match(named_documents(answer), [number]),
        Difference.DOCUMENT,
    )


def names_asked(statement: Statement) -> Iterator[Asked]:
    """Yield who acts and where by the bodies, persons and places that a sentence names.

    What stands in a row (“Hà Nội, Huế và Cần Thơ”) is no one answer.
    """
    text = statement.text.rstrip(" .!?")
    people = [
        (min(address_before(text, p.start), p.post_start if p.post_end else p.start), p.end)
        for p in persons(text)
    ]
    named = [
        span
        for span in bodies(text)
        if fold(text[slice(*span)]) not in _NOBODY and not says_whose(text, span[0])
    ]
    for start, end in people:
        yield _name(statement, text, start, end, "ai", AnswerKind.PERSON)
    for start, end in [n for n in named if not any(a <= n[0] < b for a, b in people)]:
        yield _name(statement, text, start, end, "cơ quan nào", AnswerKind.AGENCY)
    where = [
        (place.start, place.end)
        for place in places(text)
        if not any(start <= place.start < end for start, end in [*people, *named])
    ]
    for start, end in where[1:]:
        if not _IN_A_ROW.search(text[:start]) and not _ROW_GOES_ON.match(text[end:]):
            title = _TITLE.search(text[:start])
            start = title.start() if title else start
            yield _name(statement, text, start, end, "tỉnh, thành phố nào", AnswerKind.PLACE)


def _name(
    statement: Statement, text: str, start: int, end: int, ask: str, kind: AnswerKind
) -> Asked:
    said = text[start:end]

    def agrees(answer: str) -> bool:
        if kind is AnswerKind.PLACE:
            return any(same_place(a.name, b.name) for a in places(said) for b in places(answer))
        if kind is AnswerKind.PERSON:
            return fold(persons(said)[0].name if persons(said) else said) in fold(answer)
        one, other = Haystack(said).padded, Haystack(answer).padded
        return one in other or other in one

    part_kind = PartKind.PERSON if kind is AnswerKind.PERSON else PartKind.STATEMENT
    difference = Difference.PLACE if kind is AnswerKind.PLACE else Difference.NAME
    part = _part(statement, part_kind, start, end, cut(text, [(start, end)]))
    return Asked(part, f"{text[:start]}{ask}{text[end:]}?", kind, agrees, difference)
