"""Answers put together: whole sentences, a marker on each, and what is missing in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.corpus import Corpus
from assistant.answering.local import Candidate
from assistant.answering.verdicts import verdict_on
from assistant.answering.wording import WORDING
from assistant.figures import figures_in
from assistant.schema import (
    Answer,
    AnswerKind,
    Block,
    BlockKind,
    Citation,
    Document,
    Figure,
    Method,
    Passage,
    Question,
    Receipt,
    Span,
    Status,
)
from assistant.vietnamese.dates import dates
from assistant.vietnamese.document_numbers import named_documents
from assistant.vietnamese.places import same_place, successor
from assistant.vietnamese.sentences import sentences

__all__ = [
    "cite",
    "compose",
    "figures_of",
    "marked",
    "notes_on",
    "receipt_of",
    "spans_of",
]

_IN_POINTS = frozenset({AnswerKind.LIST, AnswerKind.TEXT, AnswerKind.DEFINITION, AnswerKind.DATE})
"""Kinds of questions that the points below a lead-in answer, past the end of its passage too."""

_LONGEST_SENTENCE = 420
"""A sentence longer than this is cut to the clauses around the answer, in characters."""


def compose(
    question: Question,
    chosen: Sequence[Candidate],
    corpus: Corpus,
    language: str,
    *,
    rivals: Sequence[Candidate] = (),
    listed: bool = False,
    contradicted: str = "",
    actual: str = "",
    told: Sequence[tuple[Candidate, str]] = (),
) -> Answer:
    """Return the answer that the chosen candidates give, best first.

    Args:
        question: The question as understood.
        chosen: What answers.
        corpus: Where passages come from.
        language: Language of the frame around the quotes, ``vi`` or ``en``.
        rivals: What answers as well and states another value; it is said that it does.
        listed: Whether the chosen are items of a list, each an answer of its own.
        contradicted: What the question asserts and the chosen contradict.
        actual: What they say in its stead, where that is not the short answer.
        told: A sentence on how figures stand to each other: for each figure the words that end
            in its marker.
    """
    shown = [*chosen, *rivals]
    given = [*shown, *(one for one, _ in told if all(one is not other for other in shown))]
    spans = [(c, span) for c in given for span in spans_of(question, c, corpus)]
    more, missing = _further(question, chosen[0], language)
    spans += [(chosen[0], span) for span in more if span not in [known for _, known in spans]]
    citations = tuple(
        cite(marker, candidate, span, corpus)
        for marker, (candidate, span) in enumerate(spans, start=1)
    )
    best = chosen[0]
    short = best.answer
    parts = [marked(citation) for citation in citations]
    verdict = verdict_on(question, short, language)
    if best.settles is not None and not short:
        word = "conditional" if best.conditional else "affirmed" if best.settles else "denied"
        short = WORDING[language][word]
        verdict = f"{short}."
    if contradicted:
        missing = [WORDING[language]["premise"].format(contradicted)]
        verdict = WORDING[language]["instead"].format(contradicted, actual or short)
    if verdict:
        parts.insert(0, f"{verdict} [{citations[0].marker}]")
    if listed or rivals:
        parts.insert(0, _side_by_side(shown, spans, WORDING[language], listed=listed))
    if told:
        said = "".join(f"{words} [{_marker_of(one, spans)}]" for one, words in told)
        parts.insert(0, f"{said}.")
    return Answer(
        question=question,
        status=Status.PARTIAL if missing else Status.FULL,
        missing="; ".join(missing),
        short=None if listed else short,
        text=" ".join(parts),
        citations=citations,
        figures=figures_of(citations),
        nearest=(),
        method=Method.EXTRACTIVE,
        receipt=receipt_of(corpus, [citation.passage for citation in citations]),
        notes=notes_on(question, language),
    )


def _side_by_side(
    given: Sequence[Candidate],
    spans: Sequence[tuple[Candidate, Span]],
    words: dict[str, str],
    *,
    listed: bool,
) -> str:
    """Return the line that names several answers, each with the marker of its sentence."""
    markers: dict[str, list[str]] = {}
    for candidate in given:
        marker = f"[{_marker_of(candidate, spans)}]"
        markers.setdefault(candidate.answer or "", []).append(marker)
    said = "; ".join(f"{answer} {' '.join(found)}" for answer, found in markers.items())
    return words["listed" if listed else "differ"].format(said)


def _marker_of(candidate: Candidate, spans: Sequence[tuple[Candidate, Span]]) -> int:
    """Return the marker of the span of a candidate that holds its answer."""
    own = [marker for marker, (one, _) in enumerate(spans, 1) if one is candidate]
    short = candidate.short
    holds = [marker for marker in own if short and spans[marker - 1][1].contains(short)]
    return (holds or own)[-1]


def spans_of(question: Question, candidate: Candidate, corpus: Corpus) -> list[Span]:
    """Return what is cited for a candidate: what governs it, then its sentence or list."""
    governor = [candidate.governor] if candidate.governor else []
    return governor + _by_passage(question, candidate, corpus)


def notes_on(question: Question, language: str) -> tuple[str, ...]:
    """Return which unit each former province that a question names is part of now.

    The rule is Resolution 202/2025/QH15 (Điều 1), for Huế 175/2024/QH15.
    """
    words = WORDING[language]
    found = []
    for place in question.places:
        now = successor(place)
        if now:
            found.append(
                words["renamed" if same_place(place, now) else "merged"].format(place, now)
            )
    return tuple(found)


def figures_of(citations: Sequence[Citation]) -> tuple[Figure, ...]:
    """Return the figures of the cited words."""
    return tuple(
        figure
        for citation in citations
        for figure in figures_in(citation.document, Span(citation.start, citation.end))
    )


def _further(question: Question, best: Candidate, language: str) -> tuple[list[Span], list[str]]:
    """Return the sentences that answer what else a question asks, and what none answers.

    “…, trước khi nào, theo văn bản nào?” is answered by what governs the sentence: the year
    and the document that were named before it.
    """
    evidence, words = best.evidence, WORDING[language]
    spans: list[Span] = []
    missing: list[str] = []
    if AnswerKind.DATE in question.also and not dates(evidence.text):
        governor = evidence.governor()
        spans += [governor] if governor else []
        missing += [] if governor else [words["no_date"]]
    if AnswerKind.DOCUMENT in question.also and not named_documents(evidence.text):
        source = evidence.governing_sentence()
        spans += [source] if source else []
        if not source and not evidence.own_numbers():
            missing.append(words["no_source"])
    return spans, missing


def receipt_of(corpus: Corpus, passages: Sequence[Passage]) -> Receipt:
    """Return what an answer was made from."""
    return Receipt(
        index=corpus.digest,
        config=corpus.config.digest(),
        passages=tuple(dict.fromkeys(passage.id for passage in passages)),
    )


def cite(marker: int, candidate: Candidate, span: Span, corpus: Corpus) -> Citation:
    """Return the citation of a span of a candidate's document."""
    evidence = candidate.evidence
    document, passage = evidence.document, evidence.hit.passage
    if not passage.start <= span.start < passage.end:
        # A heading belongs to no passage: it is shown with the passage that it heads.
        passage = corpus.passage_at(document.id, span.start) or replace(passage, start=span.start)
    return Citation(
        marker=marker,
        document=document,
        passage=passage,
        label=passage.label,
        page=document.page_at(span.start),
        start=span.start,
        end=span.end,
        ranks=evidence.hit.ranks,
    )


def _cited_span(question: Question, candidate: Candidate) -> Span:
    """Return what is quoted: the sentence, the list it opens, or the clauses that answer."""
    if candidate.cited:
        return candidate.cited
    evidence = candidate.evidence
    span, document = evidence.span, evidence.document
    if document.text[span.start : span.end].rstrip().endswith(":"):
        end = _list_end(document, span.end, evidence.hit.passage.end)
        if question.kind in _IN_POINTS:
            end = max(end, evidence.points_end())
        return Span(span.start, end)
    if span.end - span.start <= _LONGEST_SENTENCE or question.kind is AnswerKind.LIST:
        return span
    if candidate.short and span.contains(candidate.short):
        return _clauses_around(document.text, span, candidate.short)
    return span


def _list_end(document: Document, after: int, passage_end: int) -> int:
    """Return the end of the list items that follow a lead-in, inside its passage."""
    end = after
    following: list[Block] = [b for b in document.blocks if after <= b.start < passage_end]
    for block in following:
        if block.kind not in (BlockKind.ITEM, BlockKind.ROW, BlockKind.PARAGRAPH):
            break
        end = min(block.end, passage_end)
    return max(end, min(passage_end, after))


def _clauses_around(text: str, span: Span, short: Span) -> Span:
    """Return the clauses of a long sentence, cut at semicolons, from its subject to the answer."""
    cuts = [span.start + m.end() for m in re.finditer(r";\s+", span.of(text))]
    left = max([span.start, *(cut for cut in cuts if cut <= short.start)])
    right = min([span.end, *(cut for cut in cuts if cut >= short.end)])
    while text[right - 1].isspace():
        right -= 1
    return Span(left, right)


def _by_passage(question: Question, candidate: Candidate, corpus: Corpus) -> list[Span]:
    """Return what is quoted, cut where one passage ends and the next begins."""
    span = _cited_span(question, candidate)
    evidence = candidate.evidence
    if span.end <= evidence.hit.passage.end:
        return [span]
    parts = [
        Span(max(span.start, passage.start), min(span.end, passage.end))
        for passage in corpus.passages_of(evidence.document.id)
        if passage.start < span.end and span.start < passage.end
    ]
    return parts or [Span(span.start, min(span.end, evidence.hit.passage.end))]


def marked(citation: Citation) -> str:
    """Return a quote on one line, for the running text, each sentence of it with its marker."""
    lines = [" ".join(line.split()) for line in citation.quote.splitlines()]
    said = [span.of(line) for line in lines for span in sentences(line, 0, len(line))]
    return " ".join(f"{words} [{citation.marker}]" for words in said)
