"""Definitions: what a text says that something is, stands for or is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answering.evidence import Evidence
from assistant.answering.local import QUOTED, Candidate, whole
from assistant.answering.terms import Haystack
from assistant.retrieval.subjects import subject_of
from assistant.schema import Question, Span
from assistant.vietnamese.abbreviations import defined_abbreviations, is_syllable
from assistant.vietnamese.names import bodies
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.places import places

__all__ = ["definition_candidates", "role_candidates"]

_LONGEST_MEANING = 30
"""A meaning of more words than this is a passage, not a short answer."""

_SHORT_SUBJECT = 4
"""A subject of up to so many syllables is a term, and must stand in the passage as such."""

_ACTS = re.compile(r"\s+(?:thuc day|tao ra|mang lai|dem lai|gop phan|mo ra|cho phep|se tao ra)\b")
_VIEWED_AS = 1.2
"""Bonus of a sentence that says how somebody sees it (“xác định X là …”)."""

_OF_A_KIND = 0.2
"""Share that a meaning counts less of a longer term than the one asked about."""

_IN_SHORT = re.compile(r"\s*(?:$|(?:co the |nen )?(?:duoc )?(?:hieu|goi|xem|coi|noi|dinh nghia)\b)")

_LEAST_SAID = 3
"""What says less words than this of its subject is a heading."""

_LEADS = 1.0
"""Bonus of a sentence that begins with what a definition is asked of."""

_WHO = re.compile(r"\s+là (?:những )?ai\W*$", re.IGNORECASE)
_TERMS_EXPLAINED = re.compile(r"\bgiai thich (?:tu ngu|thuat ngu)\b")
_EXPLAINED = 0.15
"""Bonus of a meaning given where a text explains its terms."""

# “Đăng ký là bắt buộc” says how it is, not what.
_NO_MEANING = re.compile(
    r"\s+(?:bắt buộc|cần thiết|quan trọng|rất|cần|phải|đủ|đúng|sai)(?!\w)", re.IGNORECASE
)
_CLAUSE_BEGINS = re.compile(
    r"(?:^|[,;:.(“\"]|\b(?:thi|trong do|rang|va|con|nhung|voi|coi|xem|goi|do|vi|boi|nay|khi))\W*$"
)

_TERMED = 0.6
_DEFINED_BY = r"\b(?:la|nghia la|duoc hieu la|giup)\b"


def definition_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the sentence that says what something is, with the words that say it."""
    subject = question.focus
    text = evidence.text
    if not subject:
        yield Candidate(evidence, None, text, 0.0)
        return
    if _SHORTENED.search(fold(question.query)) and not _is_short(subject, question.query):
        yield _short_form(subject, evidence) or Candidate(evidence, None, text, -_SHORT_FORM_OF)
        return
    *head, form = subject.split()
    long = _long_form(form, evidence) if head and not is_syllable(form) else None
    if long:
        # “Doanh nghiệp FDI”: the text writes “doanh nghiệp có vốn … nước ngoài (FDI)”.
        yield _with_head(" ".join(head), long)
        return
    few = len(subject.split()) <= _SHORT_SUBJECT
    spelt = Haystack(subject).padded.strip()  # “e-form” is looked up as two syllables
    if few and not evidence.passage.holds(spelt) and not evidence.frame.holds(spelt):
        return
    said_of_it = re.search(rf"(?<!\w){re.escape(subject)} la\b", fold(text)) is not None
    meaning = (
        _long_form(subject, evidence)
        or (None if said_of_it else _titled(subject, evidence))
        or _stated(subject, evidence)
        or Candidate(evidence, None, text, 0.0)
    )
    explained = meaning.bonus > 0 and any(
        _TERMS_EXPLAINED.search(fold(step.heading)) for step in evidence.hit.passage.path
    )
    yield replace(meaning, bonus=meaning.bonus + _EXPLAINED) if explained else meaning


def role_candidates(question: Question, evidence: Evidence) -> Iterator[Candidate]:
    """Yield what a text says a role is, for “Người trung gian là ai?”: no person, but who may be.

    Only a sentence that begins with the role says so.
    """
    asked = _WHO.sub("", question.query)
    subject = subject_of(f"{asked} là gì") if asked != question.query else ""
    if question.names or len(subject.split()) < 2:
        return
    if re.match(rf"\W*{re.escape(subject)} la\s", fold(evidence.text)):
        yield from definition_candidates(replace(question, focus=subject), evidence)


def _long_form(subject: str, evidence: Evidence) -> Candidate | None:
    """Return the words that an abbreviation stands for, as in “… phần mềm (VINASA)”."""
    text, folded = evidence.text, fold(evidence.text)
    match = re.search(rf"\s*\(\s*{re.escape(subject)}\s*\)", folded)
    if not match:
        spelt = re.search(rf"(?<!\w){re.escape(subject)}\s*\((?P<long>[^()\d]{{8,}})\)", folded)
        return whole(evidence, *spelt.span("long"), 0.5) if spelt else None
    spelt_out = defined_abbreviations(text[: match.end()])
    words = next((long for short, long in spelt_out.items() if fold(short) == subject), "")
    if words and text.endswith(words, 0, match.start()):
        return whole(evidence, match.start() - len(words), match.start(), 0.5)
    body = [span for span in bodies(text[: match.start()]) if span[1] >= match.start() - 2]
    start = body[0][0] if body else _start_of_term(text[: match.start()])
    return whole(evidence, start, match.start(), 0.5)


def _with_head(head: str, found: Candidate) -> Candidate:
    """Return the words of a short form from the noun on that the question calls it by."""
    if found.short is None:
        return found
    evidence = found.evidence
    before = fold(evidence.text[: found.short.end - evidence.span.start])
    at = before.rfind(head)
    if at < 0 or re.search(r"[,;.()]", before[at:]):
        return found
    return replace(found, short=Span(evidence.span.start + at, found.short.end))


def _short_form(subject: str, evidence: Evidence) -> Candidate | None:
    """Return how a text shortens a word: “Thông tri: TT”, “Quyết định (QĐ)”, “viết tắt là QĐ”."""
    folded = fold(evidence.text)
    match = re.search(
        rf"(?<!\w){re.escape(subject)}(?: \([^()]*\))?"
        r"(?:\s*[:–|]\s*|\s*\((?:\S+ ){0,4}?|\s[^.;,]{0,30}viet tat la:?\s*)[“\"]?",
        folded,
    )
    form = _FORM.match(evidence.text, match.end()) if match else None
    return whole(evidence, form.start(), form.end(), _SHORT_FORM_OF) if form else None


# “Viết tắt của khái niệm nào?” asks for the words.
_SHORTENED = re.compile(r"\bviet tat\b(?! (?:cua|cho)(?: (?!la\b)\S+){0,3} (?:nao|gi)\b)")
_FORM = re.compile(rf"[{UPPER}][{UPPER}{LOWER}]{{0,7}}(?:[-&/][{UPPER}]+)?(?=\W*(?:[);.|”\"]|$))")
_SHORT_FORM_OF = 0.5
"""Bonus of the short form of the very word that is asked about."""


def _is_short(subject: str, query: str) -> bool:
    """Tell whether a term is a short form itself: written in capitals, or no Vietnamese word."""
    capitals = {fold(word) for word in re.findall(r"[^\W\d_]+", query) if word[1:].isupper()}
    return any(word in capitals or not is_syllable(word) for word in subject.split())


_TERM_HEAD = re.compile(
    r"(?:[Cc]hỉ số|[Hh]ệ thống|[Cc]hương trình|[Hh]iệp hội|[Ll]iên minh|[Bb]ộ chỉ số|[Tt]rung tâm|"
    r"[Kk]hu vực|[Mm]ạng lưới|[Tt]ổ chức|[Nn]ền tảng)\s"
)


def _start_of_term(before: str) -> int:
    """Return where the term begins that ends a text: at its head or capital, else its clause."""
    heads = list(_TERM_HEAD.finditer(before))
    if heads and not re.search(r"[;:,.()]", before[heads[-1].end() :]):
        return heads[-1].start()
    starts = [m.end() for m in re.finditer(r"[;:,.|]\s|\s(?:và|là|về)\s", before)]
    clause = max([0, *starts])
    named = [place.end for place in places(before)]
    capitals = [
        m.start()
        for m in re.finditer(rf"(?<![\w])[{UPPER}][{LOWER}]+", before)
        if m.start() >= clause and not any(m.start() < end for end in named)
    ]
    return capitals[0] if capitals else clause


def _titled(subject: str, evidence: Evidence) -> Candidate | None:
    """Return the quoted name of a thing: “với chủ đề “…””."""
    head = " ".join(subject.split()[:2])
    at = fold(evidence.text).find(head)
    match = QUOTED.search(evidence.text, at) if at >= 0 else None
    if match is None or match.start() - at - len(head) > 30:
        return None
    return whole(evidence, match.start("said"), match.end("said"), 0.2)


def _stated(subject: str, evidence: Evidence) -> Candidate | None:
    """Return what a sentence says of its subject: “X là …”, “X giúp …”."""
    text, folded = evidence.text, fold(evidence.text)
    termed = re.match(
        rf"\W*(?:\d+[.)]\s*)?[“\"]{re.escape(subject)}[”\"]\s+(?:duoc hieu )?la\s+", folded
    )
    if termed and not text.rstrip().endswith(":"):
        # Laws say so what a term means (“Giải thích từ ngữ”).
        end = _end_of_meaning(text, termed.end(), len(text.rstrip(" .;")))
        return whole(evidence, termed.end(), end, _TERMED)
    spelt = re.search(rf"(?<!\w){re.escape(subject)}\s*:\s*(?:la )?(?P<said>[^;.()]+)", folded)
    if spelt:
        return whole(evidence, spelt.start("said"), _end_of_meaning(text, *spelt.span("said")), 0.5)
    match = re.search(
        rf"(?<!\w){re.escape(subject)}(?!\w)(?P<gap>[^,;.]{{0,40}}?){_DEFINED_BY}", folded
    )
    if match is None or match["gap"].strip():
        match = re.search(rf"(?<!\w){re.escape(subject)}(?P<gap>) la\b", folded) or match
    viewed = re.search(
        rf"\b(?:xac dinh|coi|xem|goi) {re.escape(subject)}(?: cua [^,;.]{{1,20}})? la\s+", folded
    )
    if viewed:
        stop = re.search(r"[;.]|,(?! la\b)", folded[viewed.end() :])
        end = viewed.end() + (stop.start() if stop else len(text) - viewed.end())
        return whole(evidence, viewed.end(), end, _VIEWED_AS)
    if re.match(
        rf"\W*(?:nhom |cac loai )?{re.escape(subject)} (?:(?:bao )?gom|la)\b.*:\W*$", folded
    ):
        return Candidate(evidence, None, text, _LEADS)
    leads = folded.lstrip('“" ').startswith(subject + " ")
    if leads and len(folded.split()) - len(subject.split()) < _LEAST_SAID:
        return None  # a heading such as “Đất vườn khác.”
    if leads:
        no_meaning = match is not None and _NO_MEANING.match(text, match.end())
        if match is None or match.start() > 2 or no_meaning:
            acts = _ACTS.match(folded, len(subject) + folded.index(subject))
            return Candidate(evidence, None, text, _LEADS * (0.8 if acts else 0.25))
        end = _end_of_meaning(text, match.end(), len(text.rstrip(" .;")))
        if len(text[match.end() : end].split()) > _LONGEST_MEANING:
            # “X là … ; chùa theo quy định khác; công trình khác”: the first says what X is.
            part = re.search(r"(?<=\w);", text[match.end() : end])
            end = match.end() + part.start() if part else end
        complete = not text.rstrip().endswith(":")
        if complete and len(text[match.end() : end].split()) <= _LONGEST_MEANING:
            # “Vườn ươm tư nhân là …” says first what a nursery of one kind is.
            told = 1 - _OF_A_KIND * (_IN_SHORT.match(match["gap"]) is None)
            return whole(evidence, match.end() + 1, end, _LEADS * told)
        return Candidate(evidence, None, text, _LEADS)
    if not match:
        return None
    if not _CLAUSE_BEGINS.search(folded[: match.start()]):
        return None  # “Chủ sở hữu quyền tác giả là tổ chức” says not what “quyền tác giả” is
    start = match.end() + 1
    stop = re.search(r"[,;.]", text[start:])
    end = start + (stop.start() if stop else len(text) - start)
    if len(text[start:end].split()) <= 14:
        return whole(evidence, start, end, 0.2 if match["gap"].strip() else 0.35)
    return Candidate(evidence, None, text, 0.15)


# “Bản sao lại nội dung từ bản chính, do cơ quan lưu trữ thực hiện”: who does it is no part.
_DONE_BY = re.compile(
    r",? do (?:\S+ ){1,30}?(?:thuc hien|ban hanh|cap|lap|quan ly|cong bo|to chuc|quyet dinh)\W*$"
)
_LEAST_MEANING = 5
"""Of so many words at least is a meaning that stands without who does it."""


def _end_of_meaning(text: str, start: int, end: int) -> int:
    """Return where a meaning ends that goes on to say by whom the thing is done."""
    done_by = _DONE_BY.search(fold(text[start:end]))
    if done_by is None or len(text[start : start + done_by.start()].split()) < _LEAST_MEANING:
        return end
    return start + done_by.start()
