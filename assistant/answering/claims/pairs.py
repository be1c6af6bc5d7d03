"""Whether two values stand to each other as a sentence says, each looked for by itself."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from assistant.answering.claims.relations import Measure, Relation
from assistant.answering.corpus import Corpus
from assistant.answering.extractive import look_for
from assistant.answering.local import Candidate
from assistant.schema import AnswerKind, Comparator, Difference, Filters, Judgement, Span
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity, quantities

__all__ = ["Pair", "judge_relation"]

_AS_GOOD = 0.06
"""An answer within this of the best may as well be the one meant."""
_LEAST = 0.5
"""Least coverage of both sides from which a figure between them that is right supports."""
_SURE = 0.65
"""The same for their order alone, which any two values have."""
_REFUTES = 0.7
"""Least coverage from which two values refute what is said of them."""
_ROUGHLY, _EXACTLY = 0.05, 0.005
"""How far what is said (“gần 1,6 lần”, “1,6 lần”) may lie from what is, relative."""
_WELL_OVER = 0.15
"""How far what is may lie above a bound (“hơn 3 lần”), relative."""
_CLEARLY = 0.1
"""How far it must lie from what is said to refute it, relative: “gấp đôi” is said of 1,9 times."""
_LOOSE_UNITS = ("", "người", "điểm")
"""Units that one text names and another leaves out."""
_FROM = re.compile(r"(?<!\w)từ\s(?:mức\s|con số\s)?$", re.IGNORECASE)
_TO = re.compile(
    r"[^,;\d]{0,30}(?<!\w)(?:xuống|lên|còn|thành)(?: còn| mức| tới)?\s$", re.IGNORECASE
)


@dataclass(frozen=True)
class Pair:
    """What became of a relation, and the two values where both were found.

    Attributes:
        judgement: Whether they stand to each other as is said.
        left: The answer for the left side.
        right: The answer for the right side.
        differs: In what the relation differs from what was found.
    """

    judgement: Judgement
    left: Candidate | None = None
    right: Candidate | None = None
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class _Value:
    quantity: Quantity
    candidate: Candidate
    cover: float


def judge_relation(relation: Relation, corpus: Corpus, filters: Filters) -> Pair:
    """Judge a relation by the values that answer for its sides.

    Args:
        relation: What is said.
        corpus: Where passages come from.
        filters: What the search is held to.
    """
    lefts = _values(relation.left, corpus, filters)
    if relation.right:
        rights = _values(relation.right, corpus, filters)
        pairs = [pair for pair in product(lefts, rights) if _comparable(*pair)]
    else:
        pairs = [pair for left in lefts for pair in _changes(left)]
    if not pairs:
        return Pair(Judgement.NOT_ENOUGH)
    sure = min(max(pair[side].cover for pair in pairs) for side in (0, 1))
    holds = [_holds(relation, one.quantity, other.quantity) for one, other in pairs]
    holding = [pair for pair, held in zip(pairs, holds, strict=True) if held]
    of_order = relation.measure is Measure.ORDER
    # Of their order one of two as good answers says nothing.
    enough = len(holding) == len(pairs) if of_order else bool(holding)
    if enough and sure >= (_SURE if of_order else _LEAST):
        left, right = (value.candidate for value in holding[0])
        return Pair(Judgement.SUPPORTED, left, right)
    if all(held is False for held in holds) and sure >= _REFUTES:
        differs = (Difference.TREND if of_order else Difference.VALUE,)
        left, right = (value.candidate for value in pairs[0])
        return Pair(Judgement.REFUTED, left, right, differs)
    return Pair(Judgement.NOT_ENOUGH)


def _values(side: str, corpus: Corpus, filters: Filters) -> list[_Value]:
    """Return the figures that answer for a side, best first, with those that are as good."""
    asks = "bao nhieu" in fold(side)
    question = corpus.understand(f"{side}?" if asks else f"{side} là bao nhiêu?")
    question = replace(question, kind=AnswerKind.FIGURE, sides=(), also=())
    good = look_for(question, corpus, filters).good
    near = [one for one in good if one.score >= good[0].score - _AS_GOOD]
    return [
        _Value(one.candidate.values[0], one.candidate, one.cover)
        for one in near
        if len(one.candidate.values) == 1
    ]


def _comparable(one: _Value, other: _Value) -> bool:
    """Tell whether two values are of one kind, and not one and the same."""
    apart = (one.candidate.evidence.document.id, one.candidate.short) != (
        other.candidate.evidence.document.id,
        other.candidate.short,
    )
    units = (one.quantity.unit, other.quantity.unit)
    alike = units[0] == units[1] or all(unit in _LOOSE_UNITS for unit in units)
    return apart and alike and one.quantity.rank == other.quantity.rank


def _changes(value: _Value) -> Iterator[tuple[_Value, _Value]]:
    """Yield what the sentence of a value says it was before: “giảm từ 63 xuống còn 34”."""
    evidence = value.candidate.evidence
    found = quantities(evidence.text)
    for earlier, later in pairwise(found):
        between = evidence.text[earlier.end : later.start]
        told = _FROM.search(evidence.text[: earlier.start]) and _TO.match(between)
        if told and value.quantity.value in (earlier.value, later.value):
            yield _at(value, later), _at(value, earlier)


def _at(value: _Value, quantity: Quantity) -> _Value:
    """Return another figure of the sentence of a value."""
    offset = value.candidate.evidence.span.start
    short = Span(offset + quantity.start, offset + quantity.end)
    return _Value(quantity, replace(value.candidate, short=short), value.cover)


def _holds(relation: Relation, one: Quantity, other: Quantity) -> bool | None:
    """Tell whether two values stand to each other as is said; None where that is open."""
    way = -relation.way if one.rank else relation.way
    by = relation.by
    if by is None:
        return (one.value - other.value) * way > 0
    if not other.value:
        return None
    if relation.measure is Measure.TIMES:
        times = by.value / 100 if by.unit == "%" else by.value
        return _is(times, one.value / other.value, relation.bound)
    made = (one.value - other.value) * way
    if by.unit == "%" and one.unit != "%":
        made = 100 * made / other.value
    return _is(by.value, made, relation.bound)


def _is(said: float, made: float, bound: Comparator) -> bool | None:
    """Tell whether what two figures make is what is said, as roughly as it is said."""
    if bound in (Comparator.MORE, Comparator.AT_LEAST) and said <= made:
        return True if made <= said * (1 + _WELL_OVER) else None
    if bound in (Comparator.LESS, Comparator.AT_MOST) and made <= said:
        return True
    rough = _ROUGHLY if bound is Comparator.ABOUT else _EXACTLY
    if bound in (Comparator.ABOUT, Comparator.EQUAL) and math.isclose(said, made, rel_tol=rough):
        return True
    clearly = _CLEARLY if bound in (Comparator.ABOUT, Comparator.EQUAL) else _ROUGHLY
    return None if math.isclose(said, made, rel_tol=clearly) else False
