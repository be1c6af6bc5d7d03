"""Which papers one took the place of: “Trước khi có Hướng dẫn 36 thì theo hướng dẫn nào?”.

A paper names them in its last article, by number, in words that hold next to nothing of what
the paper is about; the paper itself is known by its number or its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.candidates import candidate_at
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import documents_named, numbers_of
from assistant.answering.local import Candidate
from assistant.answering.terms import Haystack, Term, coverage
from assistant.schema import AnswerKind, Document, Hit, Question, Span
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import fold

__all__ = ["former_paper"]

_PAPER = (
    r"(?:van ban|nghi quyet|nghi dinh|quyet dinh|huong dan|thong tu|quy dinh|quy che|ke hoach|"
    r"chi thi|luat|phap lenh)"
)
_WHICH = rf"{_PAPER}(?: \S+){{0,5}}? (?:nao|gi|so may|so bao nhieu)\b"
_ASKED = re.compile(
    rf"\b(?:thay the|thay cho|thay|bai bo|huy bo|bo|xoa bo)(?: (?:cho|nhung|cac|mot so))* {_WHICH}|"
    rf"\btruoc (?:khi (?:co|ra|ban hanh)|do|nghi|quyet|huong|thong|luat)\b.*\b{_WHICH}|"
    rf"\b(?:cu|truoc day|truoc kia)\b.*\b(?:nam (?:o|trong)|o|theo|la|do|cua) (?:\S+ ){{0,2}}?"
    rf"{_WHICH}"
)
# “Bị thay thế bởi văn bản nào?” asks the other way round.
_REPLACED_BY = re.compile(
    r"\bbi (?:thay|bai|huy).*\b(?:boi|bang)\b|\b(?:duoc|bi) thay the (?:boi|bang)"
)
_ENDS = re.compile(
    r"\b(?:thay the|thay cho|bai bo|huy bo)\b(?:(?! quy dinh tai| cum tu)[^.;\n]){0,40}$"
)
_ENDED = re.compile(r"[^.;\n]*?\b(?:het hieu luc|bi bai bo|duoc thay the|het gia tri)\b")
_SUBJECT_WORDS = 0.5
"""Least share of what a question says of a paper that its title holds, where it has no number."""

_REACH = 300
"""How far around the number of a former paper it is said that it ends, in characters."""


def former_paper(
    question: Question, hits: Sequence[Hit], terms: Sequence[Term], corpus: Corpus
) -> Candidate | None:
    """Return the number of the paper that the one a question asks about took the place of.

    Args:
        question: The question.
        hits: Passages found for it.
        terms: Its terms.
        corpus: Where documents come from.

    Returns:
        The first such number, in the sentence that tells of all; None where the question asks
        for no such thing or the paper names none.
    """
    asked = fold(question.query)
    if question.kind not in (AnswerKind.DOCUMENT, AnswerKind.LIST):
        return None
    asks = _ASKED.search(asked)
    if asks is None or _REPLACED_BY.search(asked):
        return None
    found = [corpus.document(one) for one in dict.fromkeys(h.passage.document_id for h in hits)]
    wanted = documents_named(question.numbers)
    if wanted:
        papers = [document for document in found if any_match(numbers_of(document), wanted)]
    else:
        words = Haystack(asks.group())
        about = [term for term in terms if not words.holds(term.text)]
        papers = [d for d in found if coverage(about, ((Haystack(d.title), 1.0),)) > _SUBJECT_WORDS]
    # What was read off a scan misspells numbers.
    for document in sorted(papers, key=lambda paper: paper.quality.origin == "ocr"):
        for span in _ended_by(document):
            return candidate_at(document, span, corpus)
    return None


def _ended_by(document: Document) -> list[Span]:
    """Return where a document names, by number, those whose force it ends."""
    text = document.text
    own = numbers_of(document)
    found = []
    for mention in named_documents(text):
        if any_match([mention], own) or not (mention.body or mention.year):
            continue
        before = fold(text[max(0, mention.start - _REACH) : mention.start])
        after = fold(text[mention.end : mention.end + _REACH])
        if _ENDS.search(before) or _ENDED.match(after):
            found.append(Span(mention.start, mention.end))
    return found
