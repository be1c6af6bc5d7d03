"""A claim from end to end: its sentences looked up, their parts judged, the verdict cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.apart import may_answer
from assistant.answering.claims.compared import Known
from assistant.answering.claims.facts import (
    judge_facts,
    judge_names,
    judge_quote,
    judge_statement,
)
from assistant.answering.claims.figures import (
    Judged,
    judge_figure,
    known_in,
    refuted_by,
    supported_by,
)
from assistant.answering.claims.force import Series, judged_by_time
from assistant.answering.claims.notes import note_on
from assistant.answering.claims.pairs import judge_relation
from assistant.answering.claims.particulars import judge_particulars
from assistant.answering.claims.relations import Relation, relations_in
from assistant.answering.claims.remainder import unsupported
from assistant.answering.claims.said import Said, figures_said
from assistant.answering.claims.stated import Stated
from assistant.answering.claims.together import follows, told_beside
from assistant.answering.claims.ways import moved_otherwise
from assistant.answering.claims.worded import judge_words
from assistant.answering.claims.words import (
    LONGEST_SENTENCE,
    Statement,
    look_up,
    place_of_article,
    sentences_of,
)
from assistant.answering.compose import cite, receipt_of
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import Evidence, gather
from assistant.answering.local import Candidate
from assistant.errors import UsageError
from assistant.figures.wording import value_words
from assistant.schema import (
    Beside,
    CheckedPart,
    Citation,
    CitedFigure,
    ClaimPart,
    Difference,
    Filters,
    Judgement,
    PartKind,
    Span,
    Standing,
    Verdict,
    number_or_title,
    overall,
)
from assistant.vietnamese.normalise import nfc
from assistant.vietnamese.quantities import Quantity

__all__ = ["MAX_CLAIM_CHARS", "check"]

MAX_CLAIM_CHARS = 50_000
"""A longer text is a document to index; an article has up to 10,000 characters."""


@dataclass(frozen=True)
class _Part:
    """A part as judged, with what is to be cited for it."""

    checked: CheckedPart
    candidate: Candidate | None
    standing: Standing | None = None
    against: CitedFigure | None = None
    rival: Stated | None = None
    beside: Candidate | None = None


def check(
    text: str,
    corpus: Corpus,
    filters: Filters,
    *,
    language: str = "vi",
    series: Series | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Verdict:
    """Hold a claim against the documents.

    Args:
        text: A sentence, or an article whose sentences are checked one by one.
        corpus: Where passages come from.
        filters: What the search is held to.
        language: Language of the note around the quotes, ``vi`` or ``en``.
        series: What has replaced the figures of the corpus; None where that is of no matter.
        progress: Told the stage, the sentences done and all of them.

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
    unchecked: list[Span] = []
    place = place_of_article(claim, spans)
    for done, span in enumerate(spans, 1):
        statement = look_up(span.of(claim), span, corpus, filters, place=place)
        found = _check_sentence(statement, corpus, filters, series, alone=len(spans) == 1)
        parts += found
        unchecked += [] if found else [span]
        if progress:
            progress("Đang kiểm tra", done, len(spans))
    return _verdict(claim, parts, unchecked, corpus, language)


def _check_sentence(
    statement: Statement,
    corpus: Corpus,
    filters: Filters,
    series: Series | None,
    *,
    alone: bool,
) -> list[_Part]:
    """Judge the parts of one sentence; a plain statement only where it is the whole claim."""
    figures = figures_said(statement, corpus)
    evidence = _evidence(statement, corpus)
    known = known_in(statement, evidence) if figures else []
    judged = _judged_apart(figures, statement, known)
    related = _related(statement, figures, judged, corpus, filters)
    for quantity in related:
        judged = {said: one for said, one in judged.items() if said.quantity != quantity}
    together = list(_together(judged, statement, known, evidence))
    figures = [said for said in figures if not said.of_all or said in dict(together)]
    together = [(said, _by_its_way(said, one, statement, known)) for said, one in together]
    parts = [_judge(said, one, statement, series) for said, one in together]
    parts += related.values()
    facts = judge_facts(statement, corpus, filters)
    settled = [fact for fact in facts if fact.checked.judgement is not Judgement.NOT_ENOUGH]
    # Beside figures a date mostly says which paper is meant; it counts where it is settled.
    # So does the paper that a settled date or signer is told of.
    parts += [
        _Part(fact.checked, fact.candidate)
        for fact in facts
        if fact in settled
        or not (figures or (settled and fact.checked.part.kind is PartKind.DOCUMENT))
    ]
    particular = judge_particulars(statement, evidence, corpus)
    parts += [_Part(fact.checked, fact.candidate) for fact in particular]
    if not parts:
        quoted = judge_quote(statement, evidence)
        parts += [_Part(quoted.checked, quoted.candidate)] if quoted else []
    if not parts:
        named = judge_names(statement, corpus, filters)
        parts += [_Part(fact.checked, fact.candidate) for fact in named]
    if not parts and alone:
        judged_statement = judge_statement(statement, corpus, filters)
        parts.append(_Part(judged_statement.checked, judged_statement.candidate))
    if alone and not figures and not related:
        judgement = overall([part.checked.judgement for part in parts])
        settled_by = [part for part in parts if _is_settled(part)]
        # A day or a signer is asked for by itself; what else the sentence says is left over.
        support = [
            part.candidate.evidence
            for part in settled_by
            if part.candidate
            and judgement is not Judgement.REFUTED
            and part.checked.part.kind is PartKind.STATEMENT
        ]
        by_words = judge_words(statement, evidence, support, settled=bool(settled_by))
        parts = [_Part(by_words.checked, by_words.candidate)] if by_words else parts
    if parts and all(part.checked.judgement is Judgement.SUPPORTED for part in parts):
        support = [part.candidate.evidence for part in parts if part.candidate]
        left = unsupported(statement, support, len(figures))
        if left is not None:
            named = judge_names(statement, corpus, filters) if figures else []
            told = [fact for fact in named if fact.checked.part.span.overlaps(left.part.span)]
            parts += [_Part(f.checked, f.candidate) for f in told] or [_Part(left, None)]
    return parts


def _judged_apart(
    figures: Sequence[Said], statement: Statement, known: Sequence[Known]
) -> dict[Said, Judged]:
    """Judge the figures of a sentence; what supports one says nothing against another.

    Of two figures in one sentence of the documents each stands against the other, since a claim
    may have swapped them.
    """
    judged = {said: judge_figure(said, statement, known) for said in figures}
    settled_by = [
        one.stated for one in judged.values()
        if one.stated and one.checked.judgement is Judgement.SUPPORTED
    ]  # fmt: skip
    taken = {(stated.evidence.document.id, stated.span) for stated in settled_by}
    beside = {(stated.evidence.document.id, stated.evidence.span) for stated in settled_by}
    free = [k for k in known if (k.stated.evidence.document.id, k.stated.span) not in taken]
    for said, one in judged.items():
        if taken and one.checked.judgement is not Judgement.SUPPORTED:
            other = judge_figure(said, statement, free)
            its = other.stated
            if its and (its.evidence.document.id, its.evidence.span) not in beside:
                judged[said] = other
    return judged


def _by_its_way(said: Said, judged: Judged, statement: Statement, known: Sequence[Known]) -> Judged:
    """Return a figure as refuted where its value moved the other way than the claim says."""
    if judged.stated is None or judged.checked.judgement is not Judgement.SUPPORTED:
        return judged
    other = moved_otherwise(said, statement, judged.stated, known)
    return judged if other is None else refuted_by(said, other, Difference.TREND)


def _is_settled(part: _Part) -> bool:
    return part.checked.judgement is not Judgement.NOT_ENOUGH


def _related(
    statement: Statement,
    figures: Sequence[Said],
    judged: Mapping[Said, Judged],
    corpus: Corpus,
    filters: Filters,
) -> dict[Quantity | Relation, _Part]:
    """Return the relations of a sentence that two values settle, by the figure that tells each.

    What documents say themselves (“gấp 1,75 lần năm 2020”) needs no values to be looked for.
    """
    parts: dict[Quantity | Relation, _Part] = {}
    said_of = {said.quantity: said for said in figures}
    for relation in relations_in(statement, list(said_of)):
        said = said_of.get(relation.by) if relation.by else None
        if said and judged[said].checked.judgement is Judgement.SUPPORTED:
            continue
        pair = judge_relation(relation, corpus, filters)
        if pair.left is None and (relation.by or not figures):
            continue
        span = statement.at(relation.start, relation.end)
        words = statement.said(relation.start, relation.end)
        kind = PartKind.FIGURE if said else PartKind.STATEMENT
        part = ClaimPart(kind, span, statement.span, words, relation.left)
        found = pair.left.answer if pair.left else None
        checked = CheckedPart(part, pair.judgement, pair.differs, found)
        parts[relation.by or relation] = _Part(checked, pair.left, beside=pair.right)
    return parts


def _together(
    judged: Mapping[Said, Judged],
    statement: Statement,
    known: Sequence[Known],
    evidence: Sequence[Evidence],
) -> Iterator[tuple[Said, Judged]]:
    """Yield figures as judged beside each other, without those that follow from others."""
    held = {
        said: one.stated
        for said, one in judged.items()
        if one.checked.judgement is Judgement.SUPPORTED and one.stated
    }
    for said, one in judged.items():
        if one.checked.judgement is Judgement.NOT_ENOUGH:
            others = [other.quantity for other in held]
            # Beside figures a word for all is one of them, but for a quote or by itself.
            if follows(said, statement.text, others) or (
                said.of_all and (len(judged) == 1 or judge_quote(statement, evidence))
            ):
                continue
            beside = told_beside(said, statement.text, known, list(held.values()))
            one = supported_by(said, beside) if beside else one
        yield said, one


def _judge(said: Said, judged: Judged, statement: Statement, series: Series | None) -> _Part:
    stated = judged.stated
    if stated is None:
        return _Part(judged.checked, None)
    candidate = Candidate(stated.evidence, stated.span, stated.near, 0.0)
    if series is None or judged.checked.judgement is Judgement.NOT_ENOUGH:
        return _Part(judged.checked, candidate)
    checked, standing, against = judged_by_time(judged.checked, stated, statement, series)
    return _Part(checked, candidate, standing, against, judged.rival)


def _evidence(statement: Statement, corpus: Corpus) -> list[Evidence]:
    hits = [hit for hit in statement.hits if may_answer(statement.question, hit.passage)]
    return list(gather(hits, corpus.documents_of(hits)))


def _verdict(
    claim: str, parts: Sequence[_Part], unchecked: Sequence[Span], corpus: Corpus, language: str
) -> Verdict:
    ordered = sorted(parts, key=lambda p: (p.checked.part.span.start, p.checked.part.kind))
    citations: list[Citation] = []
    checked: list[CheckedPart] = []
    for part in ordered:
        marker = None if part.candidate is None else _cited(part.candidate, citations, corpus)
        now = _now(part.standing, citations, corpus) if part.standing else None
        against = _against(part, citations, corpus)
        beside = _told(part.beside, citations, corpus) if part.beside else None
        checked.append(
            replace(part.checked, marker=marker, now=now, against=against, beside=beside)
        )
    judgement = overall([part.judgement for part in checked])
    verdict = Verdict(
        claim=claim,
        judgement=judgement,
        parts=tuple(checked),
        text="",
        citations=tuple(citations),
        receipt=receipt_of(corpus, [citation.passage for citation in citations]),
        unchecked=tuple(unchecked),
    )
    return replace(verdict, text=note_on(verdict, language))


def _cited(candidate: Candidate, citations: list[Citation], corpus: Corpus) -> int:
    """Return the marker of the citation of a candidate's sentence, made where there is none."""
    evidence = candidate.evidence
    known = _known_marker(evidence.document.id, evidence.span.start, citations)
    if known is not None:
        return known
    span = Span(evidence.span.start, min(evidence.span.end, evidence.hit.passage.end))
    citations.append(cite(len(citations) + 1, candidate, span, corpus))
    return len(citations)


def _now(standing: Standing, citations: list[Citation], corpus: Corpus) -> Beside | None:
    """Return what holds in the place of a replaced figure."""
    if standing.now is not None:
        return _beside(standing.now, citations, corpus)
    source = standing.superseded_by
    return Beside(None, number_or_title(source), source.issued) if source else None


def _against(part: _Part, citations: list[Citation], corpus: Corpus) -> Beside | None:
    """Return what another source says of the same time: as a series tells, else as was found."""
    if part.standing is not None:
        return None
    if part.against is not None:
        return _beside(part.against, citations, corpus)
    rival = part.rival
    if rival is None:
        return None
    return _told(Candidate(rival.evidence, rival.span, rival.near, 0.0), citations, corpus)


def _told(candidate: Candidate, citations: list[Citation], corpus: Corpus) -> Beside:
    """Return what a candidate answers as a figure beside another one, its sentence cited."""
    document = candidate.evidence.document
    marker = _cited(candidate, citations, corpus)
    return Beside(candidate.answer, number_or_title(document), document.issued, marker)


def _beside(cited: CitedFigure, citations: list[Citation], corpus: Corpus) -> Beside:
    source, span = cited.source, cited.figure.sentence_span
    marker = _known_marker(source.id, span.start, citations)
    if marker is None:
        document, passage = corpus.document(source.id), corpus.passage_at(source.id, span.start)
        if passage is not None:
            marker = len(citations) + 1
            page = document.page_at(span.start)
            citations.append(
                Citation(marker, document, passage, cited.label, page, span.start, span.end)
            )
    return Beside(value_words(cited), number_or_title(source), source.issued, marker)


def _known_marker(document_id: str, start: int, citations: Sequence[Citation]) -> int | None:
    for known in citations:
        if known.document.id == document_id and known.start == start:
            return known.marker
    return None
