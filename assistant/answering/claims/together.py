"""Figures that one sentence of a claim tells together, found in one sentence of a document.

“Tăng hơn 9% so với năm trước” names no subject of its own: what the figure beside it was found in
says of which it is. And what follows from two figures (“132 lên 165 triệu, tức thêm 33 triệu”)
needs no evidence of its own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import permutations

from assistant.answering.claims.compared import Known
from assistant.answering.claims.said import Said
from assistant.answering.claims.stated import Stated
from assistant.answering.claims.values import comparable, match_value
from assistant.schema import Comparator
from assistant.vietnamese.dates import years
from assistant.vietnamese.normalise import lower
from assistant.vietnamese.quantities import Quantity

__all__ = ["follows", "told_beside"]

_THAT_IS = re.compile(
    r"(?<!\w)(?:tức(?: là)?|tính ra|nghĩa là|tương đương|hay là|như vậy|vị chi)(?!\w)[^\d]{0,25}$"
)
_LASTS = re.compile(r"(?<!\w)(?:sau|trong|qua|vòng|suốt)\s$")
"""Words before a span of years, which follows from the years that it lies between."""
_CLOSE = 0.02
"""How far a rounded share may lie from what two figures make, relative."""


def told_beside(
    said: Said, sentence: str, known: Sequence[Known], found: Sequence[Stated]
) -> Stated | None:
    """Return the same value in a sentence that supports another figure of the claim.

    Args:
        said: A figure that nothing settles by itself.
        sentence: The sentence of the claim.
        known: Values of the evidence.
        found: What supports the other figures of the sentence.
    """
    spans = [(one.evidence.document.id, one.evidence.span) for one in found]
    for one in known:
        stated = one.stated
        if (
            (stated.evidence.document.id, stated.evidence.span) in spans
            and said.quantity.unit not in ("", "%")
            and said.quantity.unit == stated.quantity.unit
            and comparable(said, stated)
            and match_value(said, stated, sentence).same
            and not any(stated.span.overlaps(other.span) for other in found)
        ):
            return stated
    return None


def follows(said: Said, sentence: str, others: Sequence[Quantity]) -> bool:
    """Tell whether a figure is said to follow from two others, and does.

    Args:
        said: A figure that nothing settles by itself.
        sentence: The sentence of the claim.
        others: The figures of the sentence that are supported.
    """
    one = said.quantity
    if said.share_of is not None:
        return _is_the_share(said, sentence, said.share_of, others)
    if one.unit == "năm" and _LASTS.search(lower(sentence[: one.start])):
        told = years(sentence)
        return bool(told) and max(told) - min(told) == one.value
    if not _THAT_IS.search(lower(sentence[: one.start])):
        return False
    loose = one.comparator is not Comparator.EQUAL
    for first, second in permutations(others, 2):
        made = [first.value - second.value, first.value + second.value]
        if one.unit == "%":
            made = [100 * first.value / second.value] if second.value else []
        elif one.unit != first.unit and one.unit != second.unit:
            continue
        if any(math.isclose(one.value, value, rel_tol=_CLOSE if loose else 1e-6) for value in made):
            return True
    return any(
        other.of and one.unit == "%" and math.isclose(one.value, 100 * other.value / other.of,
                                                      rel_tol=_CLOSE if loose else 0.005)
        for other in others
    )  # fmt: skip


_SHORT_OF = re.compile(r"(?<!\w)(?:chưa|không) (?:bằng|tới|đạt|đến|đầy|được)(?: nổi)?\s$")


def _is_the_share(said: Said, sentence: str, of: Quantity, others: Sequence[Quantity]) -> bool:
    """Tell whether a figure is the share that the one told before is of the one right behind."""
    before = [one for one in others if one.end <= said.quantity.start and one.unit == of.unit]
    if not before or of not in others or not of.value:
        return False
    made, claimed = 100 * before[-1].value / of.value, said.quantity.value
    if _SHORT_OF.search(lower(sentence[: said.quantity.start])):
        return made < claimed
    if said.quantity.comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return made >= claimed
    if said.quantity.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return made <= claimed
    return math.isclose(made, claimed, rel_tol=_CLOSE)
