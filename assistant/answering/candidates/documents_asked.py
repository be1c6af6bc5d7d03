"""Documents as answers: the number of the document that sets or says what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.evidence import Evidence, numbers_of
from assistant.answering.local import Candidate, told_of_another
from assistant.schema import PRESS, Document, Question, Span
from assistant.vietnamese.dates import years
from assistant.vietnamese.document_numbers import (
    DocumentNumber,
    any_match,
    document_numbers,
    named_documents,
)
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.stopwords import is_stopword

__all__ = ["document_candidates", "issuers", "own_mention"]

_SAID_BY_IT = 0.05
"""Bonus of the document whose own words answer, where they name no other."""

_HEAD = 3_000
"""How far into a document its own number is looked for, in characters."""

# “Quyết định 12 bị thay thế bởi quyết định nào?” asks for none that it took the place of.
_BY_A_LATER = re.compile(r"\b(?:bi|duoc) (?:thay the|thay|bai bo|huy bo) (?:boi|bang)\b")
_TAKES_PLACE_OF = re.compile(r"\b(?:thay the|thay cho|bai bo|huy bo)\b")

_SIGNS = {"nghi quyet": "NQ", "quyet dinh": "QĐ", "ke hoach": "KH", "chi thi": "CT",
          "nghi dinh": "NĐ", "thong tu": "TT", "ket luan": "KL", "huong dan": "HD",
          "thong bao": "TB", "cong dien": "CĐ", "cong van": "CV"}  # fmt: skip


def document_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the documents that a sentence names, and the one that governs it."""
    asked = named_documents(question.query)
    wanted = _wanted_sign(fold(question.query))

    signs = issuers(question)

    def fits(mention: DocumentNumber) -> bool:
        if any_match([mention], asked):
            return False
        if signs and mention.body and not fold(mention.body).startswith(signs):
            return False
        # Acts of the National Assembly bear its sign in place of their kind: 175/2024/QH15.
        of_assembly = fold(mention.sign).startswith("qh")
        if of_assembly and signs and "qh" not in signs:
            return False
        return not wanted or of_assembly or fold(mention.sign) == fold(wanted)

    folded = fold(question.query)
    topic = _topic(folded)
    mentions = named_documents(evidence.text)
    later = _BY_A_LATER.search(folded)
    ended = bool(asked) and later is not None and asked[0].end <= later.start()
    for place, mention in enumerate(mentions):
        if told_of_another(question, evidence.text, mention.start):
            continue
        before = fold(evidence.text[: mention.start])
        if ended and evidence.is_of(asked) and _TAKES_PLACE_OF.search(before):
            continue
        if fits(mention) and _on_topic(topic, fold(evidence.text[mention.end :])):
            full = (_IN_FULL if _NUMBER_ASKED.search(folded) else 0.04) * bool(mention.body)
            stop = mentions[place + 1].start if place + 1 < len(mentions) else mention.end + 100
            full += _dated(question, evidence.text[mention.end : min(stop, mention.end + 100)])
            near = evidence.text[max(0, mention.start - 80) : mention.end + 120]
            yield Candidate(
                evidence,
                Span(evidence.span.start + mention.start, evidence.span.start + mention.end),
                near,
                full,
            )
    own = own_mention(evidence.document)
    if own and fits(own) and not named_documents(evidence.text):
        line = evidence.sentence_at(own.start)
        governor = None if line and line.overlaps(evidence.span) else line
        yield Candidate(evidence, Span(own.start, own.end), evidence.text, _SAID_BY_IT, governor)
    for mention, offset in evidence.governing_documents()[:1]:
        if fits(mention):
            sentence = evidence.governing_sentence()
            end = offset + len(mention.text)
            yield Candidate(evidence, Span(offset, end), evidence.text, -0.08, sentence)


def own_mention(document: Document) -> DocumentNumber | None:
    """Return where a document first names its own number in full, None when it never does."""
    own = numbers_of(document)
    if not own or document.kind == PRESS:
        return None
    mentions = document_numbers(document.text[:_HEAD])
    return next((m for m in mentions if any_match([m], own)), None)


def _dated(question: Question, after: str) -> float:
    """Return a bonus for a document of a year asked for, by the words behind its number.

    One that is dated in another year there counts less.
    """
    told = _DATE_BEHIND.match(after)
    of = set(years(told.group())) if told else set()
    if question.years and of and not of & set(question.years):
        return -_OF_THE_YEAR
    return _OF_THE_YEAR * bool(set(years(after)) & set(question.years))


_IN_FULL = 0.15
"""Bonus of a number with its body where the number itself is asked for: “số hiệu đầy đủ”."""
_NUMBER_ASKED = re.compile(r"\b(?:so hieu|ky hieu|so ky hieu)\b")
_OF_THE_YEAR = 0.12
_DATE_BEHIND = re.compile(r",? ngày [\d/ ]+(?:tháng \d+ )?(?:năm \d+)?")
_ISSUERS = {"hoi dong nhan dan": ("hdnd",), "uy ban nhan dan": ("ubnd",), "tinh uy": ("tu",),
            "thanh uy": ("tu",), "bo chinh tri": ("tw",), "trung uong": ("tw",),
            "thu tuong": ("ttg",), "chinh phu": ("cp", "ttg"), "quoc hoi": ("qh",),
            "thuong vu quoc hoi": ("ubtvqh",)}  # fmt: skip
_OF_ISSUER = re.compile(rf"\s*(?:cua|do) (?:\S+ ){{0,2}}?(?:{'|'.join(_ISSUERS)})\b")
# “Nghị quyết nào sắp xếp các xã của Huế?” says whose the communes are, not the resolution.
_ITS_DOCUMENT = re.compile(
    rf"\b(?:{'|'.join(_SIGNS)}|van ban|chuong trinh|de an)"
    r"(?: (?!nao (?!ve\b|cua\b|do\b))\S+){0,7}? (?:cua|do)(?: thanh pho| tinh| tp)?\s*$"
)
_LOCAL = ("tu", "ubnd", "hdnd")


def issuers(question: Question) -> tuple[str, ...]:
    """Return the signs, folded, of the bodies whose document a question asks for.

    “Nghị quyết của Đà Nẵng” asks for one of a body of Đà Nẵng, never for one of the Politburo.
    """
    # “Thành phố trực thuộc trung ương” names no body.
    asked = fold(question.query).replace("truc thuoc trung uong", "")
    for mention in reversed(named_documents(question.query)):
        # “Hướng dẫn 36 của Văn phòng Trung ương Đảng thay cho hướng dẫn nào?”: its issuer is told.
        told = _OF_ISSUER.match(asked, mention.end)
        asked = f"{asked[: mention.end]}{asked[told.end() :]}" if told else asked
    if "thuong vu quoc hoi" in asked:
        return _ISSUERS["thuong vu quoc hoi"]
    found = [sign for name, signs in _ISSUERS.items() if name in asked for sign in signs]
    if found:
        return tuple(found)
    for place in places(question.query):
        if _ITS_DOCUMENT.search(asked[: place.start]):
            return _LOCAL
    return ()


def _topic(asked: str) -> set[str]:
    """Return the content words of what a document is said to be about (“về …”)."""
    match = re.search(r"\bve (?P<topic>.+)$", asked)
    words = re.findall(r"[^\W\d_]+", match["topic"]) if match else []
    return {w for w in words if not is_stopword(w, marked=False)}


def _on_topic(topic: set[str], after: str) -> bool:
    """Tell whether the subject that follows a document's number shares a word with a topic."""
    match = re.match(r"(?:[^,;.]{0,60}?)\bve (?P<subject>[^,;.]{4,80})", after)
    if not topic or not match:
        return True
    subject = set(re.findall(r"[^\W\d_]+", match["subject"]))
    return len(topic & subject) * 3 >= min(len(topic), 6)


def _wanted_sign(asked: str) -> str:
    """Return the sign of the kind of document that a question asks for, '' when it names none."""
    match = (
        re.search(rf"({'|'.join(_SIGNS)})\b.*\bso (?:ky )?hieu\b", asked)
        or re.search(
            rf"({'|'.join(_SIGNS)})(?: (?!{'|'.join(_SIGNS)}|van ban)\S+){{0,6}}?"
            r" (?:nao|so may|so bao nhieu|so gi|gi)\b",
            asked,
        )
        or re.search(rf"({'|'.join(_SIGNS)})\b.*\bso (?:may|bao nhieu)", asked)
    )
    return _SIGNS[match.group(1)] if match else ""
