"""What is said where the documents do not answer: what they lack, and what comes nearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.anchors import Anchor
from assistant.answering.compose import notes_on, receipt_of
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import documents_named, numbers_of
from assistant.answering.terms import Term
from assistant.answering.wording import WORDING
from assistant.schema import Answer, Hit, Method, Question, Status
from assistant.vietnamese.document_numbers import any_match, named_documents
from assistant.vietnamese.normalise import fold

__all__ = ["not_found"]


def _is_read(numbers: tuple[str, ...], hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Tell whether what was found is, or speaks of, a document with one of the numbers."""
    asked = documents_named(numbers)
    for hit in hits:
        document = corpus.document(hit.passage.document_id)
        known = numbers_of(document) + named_documents(document.title)
        known += named_documents(hit.passage.of(document.text))
        if any_match(known, asked):
            return True
    return False


def _unread(names: Sequence[str], hits: Sequence[Hit], corpus: Corpus) -> list[str]:
    """Return the names that no document found holds."""
    if not names:
        return []
    found = dict.fromkeys(hit.passage.document_id for hit in hits)
    read = [fold(corpus.document(document_id).text) for document_id in found]
    return [name for name in names if not any(fold(name) in text for text in read)]


def not_found(
    question: Question,
    hits: Sequence[Hit],
    broken: Sequence[Anchor],
    terms: Sequence[Term],
    corpus: Corpus,
    language: str,
    *,
    other_years: Sequence[int] = (),
) -> Answer:
    """Return the answer that says what the documents lack, and what comes nearest.

    Args:
        question: The question as understood.
        hits: What was found, best first.
        broken: The anchors that the nearest sentence broke.
        terms: Terms of the question.
        corpus: Where passages come from.
        language: Language of the frame around the quotes, ``vi`` or ``en``.
        other_years: Years that the documents do state it for.
    """
    words = WORDING[language]
    reasons: list[str] = []
    if Anchor.PLACE in broken and question.places:
        reasons.append(words["nothing_about"].format(", ".join(question.places)))
    if Anchor.DOCUMENT in broken and question.numbers:
        named = "nothing_about" if _is_read(question.numbers, hits, corpus) else "no_document"
        reasons.append(words[named].format(", ".join(question.numbers)))
    unread = _unread(question.names, hits, corpus)
    if unread:
        reasons.append(words["no_name"].format(", ".join(unread)))
    elif Anchor.NAME in broken and question.names:
        reasons.append(words["nothing_about"].format(", ".join(question.names)))
    if not reasons and question.years and Anchor.YEAR in broken:
        reasons.append(words["no_year"].format(", ".join(map(str, question.years))))
        if other_years:
            reasons.append(words["other_years"].format(", ".join(map(str, other_years))))
    unknown = [term.text for term in terms if not term.known and not term.others]
    if not question.marked and len(unknown) * 2 > len(terms):
        reasons = [words["not_vietnamese"]]
    if not reasons and unknown:
        spelt = _as_typed(question.query, unknown)
        reasons.append(words["no_words"].format(", ".join(f"“{word}”" for word in spelt)))
    missing = "; ".join(reasons) or words["no_sentence"]
    nearest = tuple(hits[:3])
    return Answer(
        question=question,
        status=Status.NOT_FOUND,
        missing=missing,
        short=None,
        text=f"{words['not_found']} {missing[0].upper()}{missing[1:]}.",
        citations=(),
        figures=(),
        nearest=nearest,
        method=Method.EXTRACTIVE,
        receipt=receipt_of(corpus, [hit.passage for hit in nearest]),
        notes=notes_on(question, language),
    )


def _as_typed(query: str, folded: Sequence[str]) -> list[str]:
    """Return words as the question spells them, by their folded form."""
    found: list[str] = []
    for word in folded:
        match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", fold(query))
        if match:
            found.append(query[match.start() : match.end()])
    return found[:4]
