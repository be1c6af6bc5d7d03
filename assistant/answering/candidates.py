"""Candidates: what in a sentence could be the answer, by the kind of thing asked for.

Each kind has its own finder. A candidate carries the exact span that would be the short
answer (or none), the words nearest to it, which say what it belongs to, and a bonus for
signs that the language gives (“do … ban hành”, “X là …”).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.answering.figures_asked import figure_candidates
from assistant.answering.local import Candidate, whole
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import DocumentNumber, named_documents
from assistant.vietnamese.names import bodies, head_of_post, persons
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.sentences import sentences

__all__ = ["Candidate", "find"]

Finder = Callable[[Question, Evidence], Iterator[Candidate]]

_ISSUE = re.compile(r"\b(?:ban hanh|ky|phe duyet|thong qua|ra doi|ngay)\b")
_TERM = re.compile(r"(?:den(?: het)?|dinh huong(?: den)?|tam nhin(?: den)?|giai doan)\s*(?:nam\s*)?$")


def find(question: Question, evidence: Evidence) -> list[Candidate]:
    """Return what in a sentence could answer, in order of the text."""
    return list(_FINDERS.get(question.kind, _texts)(question, evidence))


# --- dates --------------------------------------------------------------------------------


def _dates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    asked = fold(question.query)
    day_wanted = bool(re.search(r"\bngay\b|\bhom\b|\bbuoi\b", asked))
    year_wanted = bool(re.search(r"\bnam (?:nao|may|bao nhieu)", asked))
    issue = bool(question.numbers) and bool(_ISSUE.search(asked)) and not re.search("den nam", asked)
    folded = fold(evidence.text)
    known = {(d.year, d.month, d.day) for d in dates(question.query)}
    for mention in dates(evidence.text):
        if (mention.year, mention.month, mention.day) in known or not _grained(
            mention, day_wanted, year_wanted
        ):
            continue
        term = bool(_TERM.search(folded[: mention.start])) or folded[mention.start :].startswith(
            ("den nam", "tam nhin")
        )
        if issue and (term or not _beside_document(question, evidence, mention)):
            continue
        bonus = 0.05 * bool(mention.day and not year_wanted)
        yield whole(evidence, mention.start, mention.end, bonus)


def _grained(mention: DateMention, day_wanted: bool, year_wanted: bool) -> bool:
    if day_wanted:
        return mention.day is not None
    return not year_wanted or mention.year is not None


def _beside_document(question: Question, evidence: Evidence, mention: DateMention) -> bool:
    """Tell whether a date belongs to the document asked about, by what stands between them."""
    asked = named_documents(question.query)
    named = [n for n in named_documents(evidence.text) if any(n.matches(a) for a in asked)]
    if not named and evidence.document.number:
        named_here = named_documents(evidence.document.number)
        if any(n.matches(a) for n in named_here for a in asked):
            return True
    return any(
        min(abs(mention.start - n.end), abs(n.start - mention.end)) < 110 for n in named
    )


# --- persons, bodies, places --------------------------------------------------------------


def _persons(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text = evidence.document.text
    asked = fold(question.query)
    speech = bool(
        re.search(r"\b(?:noi|cho biet|cho rang|cho hay|phat bieu|nhac|bao|neu|chia se|khang dinh|"
                  r"than phien|nhan xet|danh gia|de nghi|yeu cau|nhan manh)\b", asked)
    )  # fmt: skip
    begin = evidence.span.start
    around = sentences(text, evidence.hit.passage.start, evidence.span.start)
    previous = around[-1] if around else None
    for person in persons(text, previous.start if previous else begin, evidence.span.end):
        if fold(person.name) in asked:
            continue
        here = person.start >= begin
        if not here and not person.speaks:
            continue
        post = text[person.post_start : person.post_end]
        if question.focus and not _holds_post(question.focus, post, person.name, evidence):
            continue
        bonus = (0.12 if speech and person.speaks else 0.0) - (0.0 if here else 0.12)
        near = f"{post} {person.name}" if question.focus and post else ""
        yield Candidate(
            evidence,
            Span(person.start, person.end),
            near or evidence.text,
            bonus,
            None if here else previous,
        )


def _holds_post(focus: str, post: str, name: str, evidence: Evidence) -> bool:
    """Tell whether a person holds the post asked for: “Phó Chủ tịch” is no “Chủ tịch”."""
    if post:
        return head_of_post(post) == focus
    passage = evidence.hit.passage
    for other in persons(evidence.document.text, 0, passage.end):
        if other.name == name and other.post_end > other.post_start:
            return head_of_post(evidence.document.text[other.post_start : other.post_end]) == focus
    return False


_VERB = re.compile(
    r"\b(ban hanh|to chuc|chu tri|phe duyet|thong qua|phoi hop|giao|hoan thien|trien khai|"
    r"xay dung|quan ly|cong bo|thuc hien|cung cap|khai truong|ky)\b"
)


def _bodies(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text, asked = evidence.text, fold(question.query)
    verbs = {match.group(1) for match in _VERB.finditer(asked)}
    for order, (start, end) in enumerate(bodies(text)):
        if fold(text[start:end]) in asked:
            continue
        after = _VERB.search(fold(text[end : end + 40]))
        agent = fold(text[:start]).endswith("do ")
        acts = bool(after and (not verbs or after.group(1) in verbs))
        bonus = 0.15 * acts + 0.1 * (acts and agent) + 0.04 * (order == 0)
        yield whole(evidence, start, end, bonus)


def _places(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text = evidence.text
    asked = set(question.places)
    for match in re.finditer(r"(?<!\w)(?:tại|ở)\s+(?P<place>[^,.;:()“”]{3,80}?)(?=\s+(?:đã|vào|diễn|do|và)\s|[,.;:()]|$)", text):
        if not set(p.name for p in places(match["place"])) & asked or len(match["place"]) > 20:
            yield whole(evidence, match.start("place"), match.end("place"), 0.05)
    for place in places(text):
        if place.name not in asked:
            yield whole(evidence, place.start, place.end, 0.0)


# --- documents ----------------------------------------------------------------------------

_SIGNS = {"nghi quyet": "NQ", "quyet dinh": "QĐ", "ke hoach": "KH", "chi thi": "CT",
          "nghi dinh": "NĐ", "thong tu": "TT", "ket luan": "KL"}  # fmt: skip


def _documents(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    asked = named_documents(question.query)
    wanted = _wanted_sign(fold(question.query))

    def fits(mention: DocumentNumber) -> bool:
        if any(mention.matches(a) for a in asked):
            return False
        return not wanted or not mention.sign or fold(mention.sign) == fold(wanted)

    for mention in named_documents(evidence.text):
        if fits(mention):
            full = 0.04 * bool(mention.body)
            near = evidence.text[max(0, mention.start - 80) : mention.end + 120]
            yield Candidate(
                evidence,
                Span(evidence.span.start + mention.start, evidence.span.start + mention.end),
                near,
                full,
            )
    for mention, offset in evidence.governing_documents()[:1]:
        if fits(mention):
            sentence = _sentence_at(evidence, offset)
            end = offset + len(mention.text)
            yield Candidate(evidence, Span(offset, end), evidence.text, -0.08, sentence)


def _wanted_sign(asked: str) -> str:
    """Return the sign of the kind of document that a question asks for, '' when it names none."""
    match = re.search(
        rf"({'|'.join(_SIGNS)})(?: \S+){{0,6}}? (?:nao|so may|so bao nhieu|so gi|gi)\b", asked
    ) or re.search(rf"({'|'.join(_SIGNS)})\b.*\bso (?:may|bao nhieu)", asked)
    return _SIGNS[match.group(1)] if match else ""


def _sentence_at(evidence: Evidence, offset: int) -> Span | None:
    for span in sentences(evidence.document.text, evidence.before, evidence.span.start):
        if span.start <= offset < span.end:
            return span
    return None


# --- lists, definitions, plain text -------------------------------------------------------


def _lists(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    separators = len(re.findall(r"[,;]|\s-\s", evidence.text))
    opens = bool(re.search(r":|(?<!\w)(?:gồm|là|như)(?!\w)", evidence.text))
    bonus = 0.08 * (separators >= 2) + 0.05 * opens
    yield Candidate(evidence, None, evidence.text, bonus)


def _definitions(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text = evidence.text
    subject = _subject(question)
    folded = fold(text)
    if subject:
        short = re.search(rf"\(\s*{re.escape(subject)}\s*\)", folded)
        if short:
            start = max(
                [0, *(m.end() for m in re.finditer(r"[;:.,]\s|\b(?:va|cua|voi)\s", folded[: short.start()]))]
            )
            named = [b for b in bodies(text[: short.start()]) if b[1] >= short.start() - 2]
            start = named[0][0] if named else start
            yield whole(evidence, start, short.start() - (text[short.start() - 1] == " "), 0.5)
            return
        match = re.search(
            rf"(?:^|\b){re.escape(subject)}\b(?P<gap>.{{0,40}}?)\b(?:la|nghia la|duoc hieu la|giup|chinh la)\b\s*",
            folded,
        )
        if match:
            lead = match.start() == 0
            end = re.search(r"[,;.]", text[match.end() :])
            stop = match.end() + end.start() if end else len(text)
            words = len(text[match.end() : stop].split())
            bonus = 0.25 if lead else 0.15
            span = (match.end(), stop) if words <= 12 and not lead else None
            if span:
                yield whole(evidence, *span, bonus)
            else:
                yield Candidate(evidence, None, text, bonus)
            return
    yield Candidate(evidence, None, text, 0.0)


def _subject(question: Question) -> str:
    """Return what a question asks the meaning of, folded: “X là gì” asks for X."""
    asked = fold(question.query).strip(" ?.")
    match = re.search(
        r"(?:coi |xem |goi |hieu )?(?P<x>[^,;:?]+?) (?:la|nghia la|duoc hieu|duoc dinh nghia|co nghia|giup|viet tat)\b",
        asked,
    )
    subject = match["x"] if match else ""
    coined = re.search(r"(?:coi|xem|goi)\s+(?P<x>.+)$", subject)
    if coined:
        subject = coined["x"]
    return re.sub(r"^(?:giai thich|dinh nghia|ngan gon|the nao la|khai niem|cho biet|vay|the)\s+", "", subject).strip()


def _texts(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text = evidence.text
    if question.focus:
        at = fold(text).find(question.focus)
        quoted = re.compile(r"[^“\"]{0,12}[“\"](?P<said>[^”\"]{4,160})[”\"]")
        match = quoted.match(text, at + len(question.focus)) if at >= 0 else None
        if match:
            yield whole(evidence, match.start("said"), match.end("said"), 0.2)
            return
    yield Candidate(evidence, None, text, 0.0)


# --- yes or no ----------------------------------------------------------------------------


def _claims(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    if any(not q.written for q in quantities(question.query)):
        yield from figure_candidates(question, evidence)
        return
    text = evidence.document.text
    for person in persons(text, evidence.span.start, evidence.span.end):
        if person.name in question.names and person.post_end > person.post_start:
            yield Candidate(
                evidence, Span(person.post_start, person.post_end), evidence.text, 0.1
            )
    best = re.search(r"(?:[^\W\d_]+\s)nhất(?:\s(?:cả nước|toàn quốc|thế giới|khu vực))?", evidence.text)
    if best and re.search(r"\bnhat\b", fold(question.query)):
        yield whole(evidence, best.start(), best.end(), 0.1)
    yield Candidate(evidence, None, evidence.text, 0.0)


_FINDERS: dict[AnswerKind, Finder] = {
    AnswerKind.FIGURE: figure_candidates,
    AnswerKind.MONEY: figure_candidates,
    AnswerKind.RANK: figure_candidates,
    AnswerKind.DATE: _dates,
    AnswerKind.PERSON: _persons,
    AnswerKind.AGENCY: _bodies,
    AnswerKind.DOCUMENT: _documents,
    AnswerKind.PLACE: _places,
    AnswerKind.LIST: _lists,
    AnswerKind.DEFINITION: _definitions,
    AnswerKind.YES_NO: _claims,
    AnswerKind.TEXT: _texts,
}
