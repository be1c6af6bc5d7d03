"""Verdicts on claims: each part of a claim beside what the documents say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.schema.answers import Citation, Receipt
from assistant.schema.figures import Comparator, Role
from assistant.schema.spans import Span

__all__ = [
    "Beside",
    "CheckedPart",
    "CheckedSentence",
    "ClaimPart",
    "Difference",
    "Judgement",
    "PartKind",
    "Verdict",
    "overall",
]


class Judgement(StrEnum):
    """What the documents say of a claim or of a part of it."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH = "not_enough"


class Difference(StrEnum):
    """In what a claim and the documents differ."""

    VALUE = "value"
    UNIT = "unit"
    COMPARATOR = "comparator"
    TREND = "trend"
    YEAR = "year"
    PLACE = "place"
    SUBJECT = "subject"
    ROLE = "role"
    DOCUMENT = "document"
    DATE = "date"
    NAME = "name"
    IN_FORCE = "in force"


class PartKind(StrEnum):
    """What a part of a claim states."""

    FIGURE = "figure"
    RANK = "rank"
    DATE = "date"
    DOCUMENT = "document"
    PERSON = "person"
    BODY = "body"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """One thing that a claim states and that documents can settle.

    Attributes:
        kind: What it states.
        span: The words that state it, in the text of the claim.
        sentence: The sentence of the claim it stands in.
        text: Those words.
        subject: What it is said of, in the claim's words.
        value: The number in units of ``unit``; None for what is no figure.
        upper: Upper end of a range, else None.
        unit: Unit in normal form, empty when there is none.
        comparator: How the value binds.
        role: Target, result, rank … as far as the claim says.
        years: Years that the claim binds it to.
        place: Province or city that the claim says it of; None where it names none.
    """

    kind: PartKind
    span: Span
    sentence: Span
    text: str
    subject: str
    value: float | None = None
    upper: float | None = None
    unit: str = ""
    comparator: Comparator = Comparator.EQUAL
    role: Role | None = None
    years: tuple[int, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another figure that a reader must know of beside the one that settles a part.

    Attributes:
        words: The figure as its document writes it; None where a document was replaced as a
            whole by one that sets no such figure.
        document: Number of its document, else its title.
        issued: Day of the document, where it is known.
        marker: Marker of the citation that carries it; None without words.
    """

    words: str | None
    document: str
    issued: date | None = None
    marker: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A part of a claim with what the documents say of it.

    Attributes:
        part: The part.
        judgement: Whether the documents support or refute it, or do not say.
        differs: In what it differs from what was found.
        found: The words of the document that settle it, or that come nearest; None where
            nothing comes near.
        found_years: Years that the found words speak of.
        found_place: Place that they speak of.
        rounded: Whether the claim rounds what the document gives exactly.
        marker: Marker of the citation that carries ``found``; None where nothing is cited.
        now: What holds today in the place of ``found``, where a later document replaced it.
        against: A figure of another source of the same time that differs from ``found``.
        beside: The figure that the part sets ``found`` beside: “gấp đôi mức của năm 2025”.
    """

    part: ClaimPart
    judgement: Judgement
    differs: tuple[Difference, ...] = ()
    found: str | None = None
    found_years: tuple[int, ...] = ()
    found_place: str | None = None
    rounded: bool = False
    marker: int | None = None
    now: Beside | None = None
    against: Beside | None = None
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of a claim with what became of its parts.

    Attributes:
        span: The sentence in the text of the claim.
        judgement: Refuted where any part is; supported where all parts are; else not enough.
        parts: Its parts in order.
    """

    span: Span
    judgement: Judgement
    parts: tuple[CheckedPart, ...]

    @property
    def mixed(self) -> bool:
        """Whether one part of it is refuted and another supported."""
        return {Judgement.REFUTED, Judgement.SUPPORTED} <= {p.judgement for p in self.parts}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the documents say of a claim, part by part.

    Attributes:
        claim: The claim, NFC.
        judgement: Refuted where any part is; supported where all parts are; else not enough.
        parts: The parts in order of the claim.
        text: The note in words, each sentence of it with its marker.
        citations: What the markers stand for, by marker.
        receipt: What the verdict was made from.
        unchecked: Sentences without anything that documents could settle.
    """

    claim: str
    judgement: Judgement
    parts: tuple[CheckedPart, ...]
    text: str
    citations: tuple[Citation, ...]
    receipt: Receipt
    unchecked: tuple[Span, ...] = ()

    @property
    def sentences(self) -> tuple[CheckedSentence, ...]:
        """The sentences that were checked, in order, each with its own judgement."""
        by_sentence: dict[Span, list[CheckedPart]] = {}
        for part in self.parts:
            by_sentence.setdefault(part.part.sentence, []).append(part)
        return tuple(
            CheckedSentence(span, overall([p.judgement for p in parts]), tuple(parts))
            for span, parts in sorted(by_sentence.items(), key=lambda one: one[0].start)
        )


def overall(judgements: Sequence[Judgement]) -> Judgement:
    """Return the judgement on a whole from those on its parts."""
    if Judgement.REFUTED in judgements:
        return Judgement.REFUTED
    if judgements and all(one is Judgement.SUPPORTED for one in judgements):
        return Judgement.SUPPORTED
    return Judgement.NOT_ENOUGH
