"""Claims: a sentence or a pasted article held against the documents, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.apart import may_answer
from assistant.answering.claims_facts import judge_facts, judge_statement
from assistant.answering.claims_figures import judge_figure, known_in
from assistant.answering.claims_notes import note_on
from assistant.answering.claims_words import (
    LONGEST_SENTENCE,
    Statement,
    figures_said,
    look_up,
    sentences_of,
)
from assistant.answering.compose import cite, receipt_of
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence, gather
from assistant.answering.local import Candidate
from assistant.errors import UsageError
from assistant.schema import (
    CheckedPart,
    Citation,
    Filters,
    Judgement,
    PartKind,
    Span,
    Verdict,
)
from assistant.vietnamese.normalise import nfc

__all__ = ["MAX_CLAIM_CHARS", "check"]

MAX_CLAIM_CHARS = 50_000
"""A longer text is a document to index; an article has up to 10,000 characters."""

_Part = tuple[CheckedPart, Candidate | None]


def check(text: str, corpus: Corpus, filters: Filters, *, language: str = "vi") -> Verdict:
    """Hold a claim against the documents.

    Args:
        text: A sentence, or an article whose sentences are checked one by one.
        corpus: Where passages come from.
        filters: What the search is held to.
        language: Language of the note around the quotes, ``vi`` or ``en``.

    Raises:
        UsageError: The claim is empty or far too long.
    """
    claim = nfc(text).strip()
    if not any(char.isalnum() for char in claim):
        raise UsageError("Nhận định trống. Hãy gõ một câu cần kiểm tra.")
    if len(claim) > MAX_CLAIM_CHARS:
        raise UsageError(
            f"Nhận định dài {len(claim)} ký tự, quá {MAX_CLAIM_CHARS}. Hãy chia nhỏ bài viết."
        )
    spans = sentences_of(claim) or [Span(0, min(len(claim), LONGEST_SENTENCE))]
    parts: list[_Part] = []
    for span in spans:
        parts += _check_sentence(claim, span, corpus, filters, alone=len(spans) == 1)
    if not parts:
        statement = look_up(spans[0].of(claim), spans[0], corpus, filters)
        judged = judge_statement(statement, corpus, filters)
        parts.append((judged.checked, judged.candidate))
    return _verdict(claim, parts, corpus, language)


def _check_sentence(
    claim: str, span: Span, corpus: Corpus, filters: Filters, *, alone: bool
) -> list[_Part]:
    """Judge the parts of one sentence; a plain statement only where it is the whole claim."""
    statement = look_up(span.of(claim), span, corpus, filters)
    figures = figures_said(statement, corpus)
    known = known_in(statement, _evidence(statement, corpus)) if figures else []
    parts: list[_Part] = []
    for said in figures:
        judged = judge_figure(said, statement, known)
        stated = judged.stated
        candidate = Candidate(stated.evidence, stated.span, stated.near, 0.0) if stated else None
        parts.append((judged.checked, candidate))
    facts = judge_facts(statement, corpus, filters)
    settled = [fact for fact in facts if fact.checked.judgement is not Judgement.NOT_ENOUGH]
    # Beside figures a date mostly says which paper is meant; it counts where it is settled.
    # So does the paper that a settled date or signer is told of.
    parts += [
        (fact.checked, fact.candidate)
        for fact in facts
        if fact in settled
        or not (figures or (settled and fact.checked.part.kind is PartKind.DOCUMENT))
    ]
    if not parts and alone:
        judged_statement = judge_statement(statement, corpus, filters)
        parts.append((judged_statement.checked, judged_statement.candidate))
    return parts


def _evidence(statement: Statement, corpus: Corpus) -> list[Evidence]:
    hits = [hit for hit in statement.hits if may_answer(statement.question, hit.passage)]
    documents = {hit.passage.document_id: corpus.document(hit.passage.document_id) for hit in hits}
    return list(gather(hits, documents))


def _verdict(claim: str, parts: Sequence[_Part], corpus: Corpus, language: str) -> Verdict:
    ordered = sorted(parts, key=lambda one: (one[0].part.span.start, one[0].part.kind))
    citations: list[Citation] = []
    checked: list[CheckedPart] = []
    for part, candidate in ordered:
        if candidate is None:
            checked.append(part)
            continue
        marker = _cited(candidate, citations, corpus)
        checked.append(replace(part, marker=marker))
    judgement = _overall([part.judgement for part in checked])
    return Verdict(
        claim=claim,
        judgement=judgement,
        parts=tuple(checked),
        text=note_on(judgement, checked, citations, language),
        citations=tuple(citations),
        receipt=receipt_of(corpus, [citation.passage for citation in citations]),
    )


def _cited(candidate: Candidate, citations: list[Citation], corpus: Corpus) -> int:
    """Return the marker of the citation of a candidate's sentence, made where there is none."""
    evidence = candidate.evidence
    for known in citations:
        if known.document.id == evidence.document.id and known.start == evidence.span.start:
            return known.marker
    span = Span(evidence.span.start, min(evidence.span.end, evidence.hit.passage.end))
    citations.append(cite(len(citations) + 1, candidate, span, corpus))
    return len(citations)


def _overall(judgements: Sequence[Judgement]) -> Judgement:
    if Judgement.REFUTED in judgements:
        return Judgement.REFUTED
    if judgements and all(one is Judgement.SUPPORTED for one in judgements):
        return Judgement.SUPPORTED
    return Judgement.NOT_ENOUGH
