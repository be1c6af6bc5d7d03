"""How an answer was found, for those who want to see it: read, never written to."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.anchors import Anchor, bind
from assistant.answering.corpus import Corpus
from assistant.answering.evidence import gather
from assistant.answering.extractive import look_for
from assistant.answering.terms import Haystack, Term, coverage
from assistant.answering.weighing import NEAR, PASSAGE
from assistant.schema import Document, Filters, Hit, Question, Span

__all__ = ["Considered", "Explanation", "SetAside", "explain"]

_SHOWN = 6
_READ = 12
"""Passages whose sentences are looked through for what was set aside."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A sentence that could answer.

    Attributes:
        document: Its document.
        span: The sentence in the text of the document.
        label: Place of its passage in words.
        rank: Rank of its passage in the search.
        short: The exact words that would be the answer; None where there are none.
        score: What it is ordered by, unitless.
        cover: Share of the question, by weight of its terms, that it covers.
        held: Terms of the question that stand in the sentence.
        lacked: Terms that do not.
        chosen: Whether the answer quotes it.
    """

    document: Document
    span: Span
    label: str
    rank: int
    short: str | None
    score: float
    cover: float
    held: tuple[str, ...]
    lacked: tuple[str, ...]
    chosen: bool

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A sentence that shares words with the question and contradicts what it is bound to."""

    document: Document
    span: Span
    label: str
    broken: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was looked at on the way to an answer.

    Attributes:
        question: The question as understood.
        terms: Its terms with their weights, the heaviest first.
        hits: Passages found, best first.
        weights: Weight of each retriever in the fused score, by its name.
        considered: Sentences that answer well enough, best first.
        set_aside: Sentences that speak of another place, year, document or person.
    """

    question: Question
    terms: tuple[tuple[str, float], ...]
    hits: tuple[Hit, ...]
    weights: tuple[tuple[str, float], ...]
    considered: tuple[Considered, ...]
    set_aside: tuple[SetAside, ...]


def explain(question: Question, corpus: Corpus, filters: Filters) -> Explanation:
    """Return how the answer to a question is found.

    Args:
        question: The question as understood.
        corpus: Where passages come from.
        filters: What the search is held to.
    """
    found = look_for(question, corpus, filters)
    # Candidates differ by what in a sentence answers; a sentence is told once, by its best.
    considered: list[Considered] = []
    for one in found.good:
        evidence, candidate = one.candidate.evidence, one.candidate
        if any(
            seen.document is evidence.document and seen.span == evidence.span for seen in considered
        ):
            continue
        held, lacked = _told_apart(found.terms, evidence.sentence)
        considered.append(
            Considered(
                evidence.document,
                evidence.span,
                evidence.hit.passage.label,
                evidence.hit.rank,
                candidate.answer if candidate.short else None,
                one.score,
                one.cover,
                held,
                lacked,
                any(candidate is chosen for chosen in found.chosen),
            )
        )
    weighed = sorted(
        ((term.text, term.weight) for term in found.terms), key=lambda t: (-t[1], t[0])
    )
    return Explanation(
        found.question,
        tuple(weighed),
        tuple(found.hits),
        corpus.weights(question),
        tuple(considered[:_SHOWN]),
        _set_aside(question, corpus, found.hits, found.terms),
    )


def _told_apart(terms: list[Term], sentence: Haystack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    held = tuple(term.text for term in terms if sentence.match(term))
    return held, tuple(term.text for term in terms if not sentence.match(term))


def _set_aside(
    question: Question, corpus: Corpus, hits: list[Hit], terms: list[Term]
) -> tuple[SetAside, ...]:
    read = hits[:_READ]
    found: list[tuple[float, int, SetAside]] = []
    for number, evidence in enumerate(gather(read, corpus.documents_of(read))):
        broken: tuple[Anchor, ...] = bind(question, evidence).broken
        cover = coverage(terms, ((evidence.sentence, NEAR), (evidence.passage, PASSAGE)))
        if broken and cover:
            place = evidence.hit.passage.label
            names = tuple(anchor.value for anchor in broken)
            aside = SetAside(evidence.document, evidence.span, place, names)
            found.append((-cover, number, aside))
    found.sort(key=lambda one: one[:2])
    return tuple(one for _, _, one in found[:_SHOWN])
