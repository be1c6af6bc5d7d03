"""Candidates: what in a sentence could be the answer, by the kind of thing asked for.

Each kind has its own finder. A candidate carries the exact span that would be the short
answer (or none), the words nearest to it, which say what it belongs to, and a bonus for
signs that the language gives (“do … ban hành”, “X là …”).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.answering.evidence import Evidence
from assistant.answering.figures_asked import figure_candidates
from assistant.answering.local import Candidate, segment, whole
from assistant.answering.rows import row_candidates
from assistant.answering.prose import definition_candidates, list_candidates, text_candidates
from assistant.schema import AnswerKind, Question, Span
from assistant.vietnamese.dates import DateMention, dates
from assistant.vietnamese.document_numbers import DocumentNumber, named_documents
from assistant.vietnamese.names import bodies, head_of_post, persons
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import places
from assistant.vietnamese.quantities import quantities
from assistant.vietnamese.sentences import sentences
from assistant.vietnamese.stopwords import is_stopword
from assistant.vietnamese.tokens import syllables

__all__ = ["Candidate", "find"]

_OF_A_PERSON = re.compile(
    r"\bky\b|\bten\b|\b(?:nguoi|ong|ba|vi|chuyen gia|lanh dao|chu tich|giam doc|bi thu|truong)\b"
)
Finder = Callable[[Question, Evidence], Iterator[Candidate]]

_ISSUED = re.compile(
    r"\b(?:ban hanh|ky|phe duyet|thong qua)(?: \w+){0,3} (?:ngay )?$|"
    r"^\W*(?:ngay )?[\d/. ]+,? .*\b(?:ban hanh|ky|thong qua)\b"
)
_ISSUE = re.compile(r"\b(?:ban hanh|ky|phe duyet|thong qua|ra doi|ngay)\b")
_TERM = re.compile(
    r"(?:den(?: het)?|dinh huong(?: den)?|tam nhin(?: den)?|giai doan)\s*(?:nam\s*)?$"
)


def find(question: Question, evidence: Evidence) -> list[Candidate]:
    """Return what in a sentence could answer, in order of the text."""
    if evidence.header is not None:
        return list(row_candidates(question, evidence)) or list(
            _FINDERS[question.kind](question, evidence)
        )
    found = list(_FINDERS[question.kind](question, evidence))
    if (
        not found
        and question.kind is AnswerKind.PERSON
        and not _OF_A_PERSON.search(f"{question.focus} {fold(question.query)}")
    ):
        # “Ai hợp tác với …” may well ask for a body.
        found = [replace(c, bonus=c.bonus - 0.1) for c in _bodies(question, evidence)]
    return found


# --- dates --------------------------------------------------------------------------------


def _dates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    asked = fold(question.query)
    day_wanted = bool(re.search(r"\bngay\b|\bhom\b|\bbuoi\b", asked))
    year_wanted = bool(re.search(r"\bnam (?:nao|may|bao nhieu)", asked))
    until = bool(re.search(r"\b(?:den|toi|keo dai|han|cham nhat|truoc|tam nhin)\b", asked))
    issue = bool(question.numbers) and bool(_ISSUE.search(asked)) and not until
    text = evidence.text
    folded = fold(text)
    if re.search("hieu luc", asked) and "hieu luc" not in folded:
        return
    known = {(d.year, d.month, d.day) for d in dates(question.query)}
    found = dates(text)
    spans = [(d.start, d.end) for d in found]
    if not day_wanted and not issue:
        yield from _dates_above(question, evidence)
    for mention in found:
        if (mention.year, mention.month, mention.day) in known or not _grained(
            mention, day_wanted, year_wanted
        ):
            continue
        lead = folded[: mention.start]
        limit = bool(_TERM.search(lead)) or lead.endswith(("den ", "truoc ", "trong "))
        if issue and (limit or not _beside_document(question, evidence, mention)):
            continue
        bonus = 0.05 * bool(mention.day and not year_wanted) + 0.1 * (until and limit)
        bonus -= 0.1 * (until and not limit)
        start, end = _period(text, mention)
        offset = evidence.span.start
        near = segment(text, mention.start, mention.end, spans) if len(found) > 1 else text
        yield Candidate(evidence, Span(offset + start, offset + end), near, bonus)


def _dates_above(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the year that the lead-in or heading of an item sets for it."""
    governor = evidence.governor() if evidence.in_list else None
    if governor is None or evidence.own_years():
        return
    for mention in dates(governor.of(evidence.document.text)):
        if mention.year is not None and mention.year not in question.years:
            span = Span(governor.start + mention.start, governor.start + mention.end)
            yield Candidate(evidence, span, evidence.text, 0.0, governor)


_PERIOD = re.compile(r"(?:giai đoạn\s+)?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", re.IGNORECASE)


def _period(text: str, mention: DateMention) -> tuple[int, int]:
    """Return a mention's range, or that of the whole period (2021-2025) it is an end of."""
    for match in _PERIOD.finditer(text):
        if match.start() <= mention.start and mention.end <= match.end():
            return match.span()
    return mention.start, mention.end


def _grained(mention: DateMention, day_wanted: bool, year_wanted: bool) -> bool:
    if day_wanted:
        return mention.day is not None
    return not year_wanted or mention.year is not None


def _beside_document(question: Question, evidence: Evidence, mention: DateMention) -> bool:
    """Tell whether a date belongs to the document asked about, by what stands between them."""
    asked = named_documents(question.query)
    named = named_documents(evidence.text)
    if not named:
        before = fold(evidence.text[: mention.start])
        issued = (
            _ISSUED.search(before) if mention.start > 12 else _ISSUED.search(fold(evidence.text))
        )
        return bool(issued) and any(n.matches(a) for n in evidence.own_numbers() for a in asked)
    nearest = min(named, key=lambda n: min(abs(mention.start - n.end), abs(n.start - mention.end)))
    named = [nearest] if any(nearest.matches(a) for a in asked) else []
    return any(min(abs(mention.start - n.end), abs(n.start - mention.end)) < 110 for n in named)


# --- persons, bodies, places --------------------------------------------------------------


def _persons(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text = evidence.document.text
    asked = fold(question.query)
    speech = bool(
        re.search(r"\b(?:noi|cho biet|cho rang|cho hay|phat bieu|nhac|bao|neu|chia se|khang dinh|"
                  r"than phien|nhan xet|danh gia|de nghi|yeu cau|nhan manh)\b", asked)
    )  # fmt: skip
    signs = re.search(r"\b(?:ky|phe duyet)\b", asked)
    if signs and not re.search(r"(?<!chữ )\bký(?! kết)\b|\bphê duyệt\b", evidence.text):
        return
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
    role = re.search(r"\bnao la (?P<role>\S+ \S+)", asked)
    if role and role["role"] not in fold(text):
        return
    documents = named_documents(text)
    wanted = [mention for number in question.numbers for mention in named_documents(number)]
    for order, (start, end) in enumerate(bodies(text)):
        if fold(text[start:end]) in asked:
            continue
        object_of = next((n for n in documents if n.start >= end), None)
        if object_of and wanted and not any(object_of.matches(a) for a in wanted):
            continue
        after = _VERB.search(fold(text[end : end + 40]))
        agent = fold(text[:start]).endswith("do ")
        acts = bool(after and (not verbs or after.group(1) in verbs))
        bonus = 0.15 * acts + 0.1 * (acts and agent) + 0.04 * (order == 0)
        yield whole(evidence, start, end, bonus)


def _places(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    text = evidence.text
    asked = set(question.places)
    for match in re.finditer(
        r"(?<!\w)(?:tại|ở)\s+(?P<place>[^,.;:()“”]{3,80}?)(?=\s+(?:đã|vào|diễn|do|và)\s|[,.;:()]|$)",
        text,
    ):
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

    issuers = _issuers(question)

    def fits(mention: DocumentNumber) -> bool:
        if any(mention.matches(a) for a in asked):
            return False
        if issuers and mention.body and not fold(mention.body).startswith(issuers):
            return False
        return not wanted or not mention.sign or fold(mention.sign) == fold(wanted)

    topic = _topic(fold(question.query))
    for mention in named_documents(evidence.text):
        if fits(mention) and _on_topic(topic, fold(evidence.text[mention.end :])):
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


_ISSUERS = {"hoi dong nhan dan": ("hdnd",), "uy ban nhan dan": ("ubnd",), "tinh uy": ("tu",),
            "thanh uy": ("tu",), "bo chinh tri": ("tw",), "trung uong": ("tw",),
            "thu tuong": ("ttg",), "chinh phu": ("cp", "ttg"), "quoc hoi": ("qh",)}  # fmt: skip
_LOCAL = ("tu", "ubnd", "hdnd")


def _issuers(question: Question) -> tuple[str, ...]:
    """Return the signs, folded, of the bodies whose document a question asks for.

    “Nghị quyết của Đà Nẵng” asks for one of a body of Đà Nẵng, never for one of the Politburo.
    """
    asked = fold(question.query)
    found = [sign for name, signs in _ISSUERS.items() if name in asked for sign in signs]
    if found:
        return tuple(found)
    for place in places(question.query):
        if re.search(r"\b(?:cua|do)(?: thanh pho| tinh| tp)?\s*$", asked[: place.start]):
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
    match = re.search(
        rf"({'|'.join(_SIGNS)})(?: \S+){{0,6}}? (?:nao|so may|so bao nhieu|so gi|gi)\b", asked
    ) or re.search(rf"({'|'.join(_SIGNS)})\b.*\bso (?:may|bao nhieu)", asked)
    return _SIGNS[match.group(1)] if match else ""


def _sentence_at(evidence: Evidence, offset: int) -> Span | None:
    for span in sentences(evidence.document.text, evidence.before, evidence.span.start):
        if span.start <= offset < span.end:
            return span
    return None


# --- yes or no ----------------------------------------------------------------------------


def _denied(question: Question, text: str) -> tuple[int, int] | None:
    """Return the words that deny what is asked: “chưa có mô hình”, “không sáp nhập”."""
    asked = {fold(token.text) for token in syllables(question.query)}
    for match in re.finditer(r"(?<!\w)(?:không|chưa)(?=\s)", text):
        end = 0
        for token in syllables(text[match.end() :]):
            gap = text[match.end() + end : match.end() + token.start]
            word = fold(token.text)
            if gap.strip() or word not in asked or word in ("theo", "cua", "ve"):
                break
            end = token.end
        if len(text[match.end() : match.end() + end].split()) >= 2:
            return match.start(), match.end() + end
    return None


_WHOLE = re.compile(r"\b(?:toan bo|tat ca|het|deu|du|vuot|day du|qua nua|hoan thanh)\b")


def _claims(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    if any(not q.written for q in quantities(question.query)):
        yield from figure_candidates(question, evidence)
        return
    text = evidence.document.text
    for person in persons(text, evidence.span.start, evidence.span.end):
        if person.name in question.names and person.post_end > person.post_start:
            yield Candidate(evidence, Span(person.post_start, person.post_end), evidence.text, 0.1)
    if _WHOLE.search(fold(question.query)):
        for settled in figure_candidates(replace(question, kind=AnswerKind.FIGURE), evidence):
            yield replace(settled, bonus=settled.bonus + 0.15)
    best = re.search(
        r"(?:[^\W\d_]+\s)nhất(?:\s(?:cả nước|toàn quốc|thế giới|khu vực))?", evidence.text
    )
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
    AnswerKind.LIST: list_candidates,
    AnswerKind.DEFINITION: definition_candidates,
    AnswerKind.YES_NO: _claims,
    AnswerKind.TEXT: text_candidates,
}
