"""What a document says of itself: who signed it, its number, its day, who issued it.

“Ai ký kế hoạch cải cách hành chính năm 2026 của Lâm Đồng?” names no number; the document is
known by its kind, its place, its year and the words of its title, and the answer stands in its
head or its signature, where no word of the question does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.anchors import carried_out
from assistant.answering.candidates import candidate_at
from assistant.answering.candidates.documents_asked import issuers, own_mention
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import documents_named, gather, numbers_of
from assistant.answering.local import Candidate
from assistant.answering.terms import Haystack, Term, coverage
from assistant.schema import AnswerKind, Document, Hit, PassageRole, Question, Span
from assistant.vietnamese.dates import dates, years
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.names import persons
from assistant.vietnamese.normalise import LOWER, UPPER, fold
from assistant.vietnamese.places import same_place, successor

__all__ = ["asks_of_a_paper", "said_of_itself"]

_KINDS = (
    "nghi quyet|quyet dinh|ke hoach|chi thi|ket luan|nghi dinh|thong tu|huong dan|thong bao|"
    "cong dien|bao cao|de an|luat|phap lenh|quy che|quy dinh"
)
_KIND = re.compile(rf"\b(?P<kind>{_KINDS})\b(?! nao do)")
_SIGNED = re.compile(r"(?<!chu )(?<!nhiem )(?<!thoi )(?<!dinh )\bky\b(?! (?:ket|hop|nhay|tat|so))")
_ISSUED = re.compile(r"\b(?:ban hanh|ky|ra doi|thong qua|ra ngay|phe duyet|co tu|ra)\b")
_LATER = re.compile(r"\b(?:hieu luc|het han|thay the|cham nhat|han|truoc ngay|phai)\b")
_EFFECT = re.compile(
    r"(?<!het )\bhieu luc\b(?!.*\b(?:dieu|khoan|diem|het)\b)(?! (?:thi hanh )?(?:den|toi)\b)"
)
_IN_EFFECT = re.compile(
    r"(?<!\w)này (?:bắt đầu )?có hiệu lực(?: thi hành)? (?P<since>(?:kể )?từ ngày "
    r"(?:(?:ký|ban hành|công bố|được thông qua|đăng Công báo)(?:(?! (?:và|thay) )[^.,;\n]){0,30})?)"
)
_SIGNER = re.compile(
    rf"(?:(?:Đã ký|đã ký)[\])\s*_]*|^\W*)"
    rf"(?P<name>[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}})"
    r"\W*$",
    re.MULTILINE,
)
_IN_WORDS = (AnswerKind.TEXT, AnswerKind.DEFINITION, AnswerKind.LIST)
_ABOUT = re.compile(
    r"\b(?:ve|quy dinh|noi|ket luan|huong dan|ban hanh|phe duyet|dieu chinh|de cap)"
    r"(?: ve)?(?: (?:viec|van de|noi dung|chuyen|linh vuc|nhung|cai))* gi\W*$"
    r"|\bpham vi dieu chinh\b"
)
_RULES = re.compile(
    r"\b(?:nghi dinh|luat|thong tu|quyet dinh|quy che|quy dinh|nghi quyet|phap lenh|huong dan|"
    r"van ban) nay (?:quy dinh|huong dan|ban hanh|phe duyet|sua doi)\b|"
    r"^(?:dieu 1\. )?(?:phe duyet|ban hanh kem theo|thanh lap)\b"
)
_NEXT_DAY = 40
"""How far behind “từ” the day of effect may end, in characters."""

_FIRST = 12
"""How many passages from its start on a document may say what it rules in."""

_OWN_WORDS = 0.6
"""Least share of what a question says of a document that its title and head hold."""

_NEXT = 12
"""How far behind its kind the number of a document may stand, in characters."""

_ANNEX = 0.8
"""How surely a document is meant whose number stands in the name of its file alone."""

_CLEARLY = 0.1
"""How much more than the next document's."""

_SIGNATURE = 300
"""A signature of up to so many characters is quoted whole: post, power of attorney and name."""

_HEAD = 2_500
"""How far from its start and end the date of a document is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class _Paper:
    document: Document
    held: float


def asks_of_a_paper(question: Question) -> bool:
    """Tell whether a question asks who signed a document, for its number or its day."""
    asked = fold(question.query)
    if _KIND.search(asked) is None and not question.numbers:
        return False
    if question.numbers and carried_out(question.query, documents_named(question.numbers)):
        # The plan that carries a resolution out is asked about, not the resolution.
        return False
    if question.kind is AnswerKind.PERSON:
        return _SIGNED.search(asked) is not None
    if question.kind is AnswerKind.DATE:
        if _EFFECT.search(asked):
            return True
        issue = _ISSUED.search(asked) is not None or not question.terms
        return issue and _LATER.search(asked) is None
    if question.kind in _IN_WORDS:
        return _ABOUT.search(asked) is not None
    return question.kind is AnswerKind.DOCUMENT and not question.numbers


def said_of_itself(
    question: Question, hits: Sequence[Hit], terms: Sequence[Term], corpus: Corpus
) -> Candidate | None:
    """Return what the document that a question describes says of itself.

    Args:
        question: One that ``asks_of_a_paper``.
        hits: Passages found for it.
        terms: Its terms.
        corpus: Where documents come from.

    Returns:
        The candidate; None where no one document is meant, or it does not say.
    """
    document = _meant(question, hits, terms, corpus)
    if document is None:
        return None
    if question.kind is AnswerKind.PERSON:
        return _signer(question, document, corpus)
    if question.kind is AnswerKind.DOCUMENT:
        own = own_mention(document)
        return candidate_at(document, Span(own.start, own.end), corpus) if own else None
    if question.kind in _IN_WORDS:
        return _scope(document, corpus)
    if _EFFECT.search(fold(question.query)):
        return _effect(document, corpus)
    return _day(document, corpus)


def _meant(
    question: Question, hits: Sequence[Hit], terms: Sequence[Term], corpus: Corpus
) -> Document | None:
    """Return the one document that a question names or describes."""
    ids = dict.fromkeys(hit.passage.document_id for hit in hits)
    named = named_documents(question.query)
    kind = _KIND.search(fold(question.query))
    # “Kết luận về việc thực hiện Nghị quyết 45” is not Nghị quyết 45.
    asked = [n for n in named[:1] if kind is None or n.start <= kind.end() + _NEXT]
    topics = [n for n in named if n not in asked]
    papers: list[_Paper] = []
    for document_id in ids:
        document = corpus.document(document_id)
        if asked:
            if any_match(numbers_of(document), asked):
                # An annex goes by the number of its document, and bears neither day nor name.
                papers.append(_Paper(document, 1.0 if document.number else _ANNEX))
            continue
        if kind is None or fold(document.kind or "") != kind["kind"]:
            continue
        about = [n for n in named_documents(document.title) if n not in numbers_of(document)]
        if _fits(question, document) and all(any_match(about, [topic]) for topic in topics):
            papers.append(_Paper(document, _held(document, terms)))
    papers.sort(key=lambda paper: (-round(paper.held, 6), paper.document.path))
    if not papers or papers[0].held < _OWN_WORDS:
        return None
    same = {tuple(n.key for n in numbers_of(paper.document)) for paper in papers[:2]}
    clear = len(papers) == 1 or papers[0].held - papers[1].held >= _CLEARLY or len(same) == 1
    return papers[0].document if clear else None


def _fits(question: Question, document: Document) -> bool:
    """Tell whether a document is of the place and year that a question names."""
    own = document.place or ""
    placed = all(
        same_place(place, own) or same_place(successor(place) or place, own)
        for place in question.places
    )
    of_year = {document.issued.year} if document.issued else set()
    signs = issuers(question)
    issued = not signs or all(
        not n.body or fold(n.body).startswith(signs) for n in numbers_of(document)
    )
    return placed and issued and set(question.years) <= {*of_year, *years(document.title)}


def _held(document: Document, terms: Sequence[Term]) -> float:
    """Return how much of what a question says of a document its title and head hold."""
    said = [term for term in terms if not _KIND.search(term.text) and not _ASKING.search(term.text)]
    frame = " ".join(
        part for part in (document.title, document.kind, document.issuer, document.place) if part
    )
    return coverage(said, ((Haystack(frame), 1.0),)) if said else 0.0


_ASKING = re.compile(
    r"\b(?:ky|but|ban hanh|so|hieu|luc|thi hanh|ap dung|ten|ngay|thong qua|ra doi|"
    r"quy|dinh|noi|huong dan|phe duyet)\b"
)


def _signer(question: Question, document: Document, corpus: Corpus) -> Candidate | None:
    """Return the name in the signature of a document."""
    for passage in corpus.passages_of(document.id):
        if passage.role is not PassageRole.SIGNATURE:
            continue
        text = passage.of(document.text)
        found = [(p.start, p.end) for p in persons(text)]
        found += [match.span("name") for match in _SIGNER.finditer(text)]
        if found:
            start, end = max(found, key=lambda span: span[1])
            name = Span(passage.start + start, passage.start + end)
            signer = candidate_at(document, name, corpus)
            if signer and passage.end - passage.start <= _SIGNATURE:
                return replace(signer, cited=Span(passage.start, passage.end))
            return signer
    return None


def _scope(document: Document, corpus: Corpus) -> Candidate | None:
    """Return the sentence in which a document says what it rules."""
    for passage in corpus.passages_of(document.id)[:_FIRST]:
        if passage.role is not PassageRole.CONTENT:
            continue
        for evidence in gather([Hit(passage, 1, 1.0)], {document.id: document}):
            if _RULES.search(fold(evidence.text)):
                return Candidate(evidence, None, evidence.text, 0.0)
    return None


def _day(document: Document, corpus: Corpus) -> Candidate | None:
    """Return the day of a document, where its head or end gives it."""
    text = document.text
    tail = max(0, len(text) - _HEAD)
    for begin, part in ((0, text[:_HEAD]), (tail, text[tail:])):
        for mention in dates(part):
            if document.issued and mention.date == document.issued:
                return candidate_at(
                    document, Span(begin + mention.start, begin + mention.end), corpus
                )
    return None


def _effect(document: Document, corpus: Corpus) -> Candidate | None:
    """Return the day from which a document has effect, where it says so of itself as a whole."""
    for stated in _IN_EFFECT.finditer(document.text):
        if not stated["since"].endswith("ngày "):
            return candidate_at(document, Span(*stated.span("since")), corpus)
        end = stated.end()
        for mention in dates(document.text[end : end + _NEXT_DAY])[:1]:
            return candidate_at(document, Span(end + mention.start, end + mention.end), corpus)
    return None
