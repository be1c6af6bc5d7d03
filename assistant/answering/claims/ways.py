"""Which way a claim says that a value moved, without saying by how much.

“Xuất khẩu được 165 triệu đô, tụt so với năm 2023” has one figure and says something of another,
which the same column gives for the year before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.claims.compared import Known
from assistant.answering.claims.said import Said
from assistant.answering.claims.senses import DOWN, UP
from assistant.answering.claims.stated import Stated
from assistant.answering.claims.words import Statement
from assistant.answering.figure_facts import content_words
from assistant.vietnamese.normalise import is_marked, lower

__all__ = ["moved_otherwise"]

_MOVED = re.compile(
    rf"(?<!\w)(?:(?P<up>{UP}|cao hơn|hơn)|(?P<down>{DOWN}|thấp hơn|kém))(?!\w)[^,;.\d]{{0,40}}"
    r"(?:so với |hơn )?(?P<then>năm (?:trước|ngoái|liền trước)|(?:năm )?(?:19|20)\d\d)(?!\w)"
)
_BY = re.compile(
    rf"(?<!\w)(?:(?P<up>{UP})|(?P<down>{DOWN}))\s(?:[\d.,]+\s?)?(?P<of>điểm|bậc|hạng|bước)(?!\w)"
)


def moved_otherwise(
    said: Said, statement: Statement, stated: Stated, known: Sequence[Known]
) -> Stated | None:
    """Return the statement by which a value moved the other way than a claim says; None if none.

    Args:
        said: A figure of the claim.
        statement: Its sentence.
        stated: The statement that supports it.
        known: Values of the evidence.
    """
    text = lower(statement.text)
    if not is_marked(text) or said.quantity.trend is not None:
        return None
    if _row_says_otherwise(text, stated):
        return stated
    match = _MOVED.search(text)
    years = said.part.years or stated.years
    if match is None or len(years) != 1:
        return None
    digits = re.search(r"\d{4}", match["then"])
    then = int(digits[0]) if digits else years[0] - 1
    way = 1 if match["up"] else -1
    before = [one.stated for one in known if _of_the_same(one.stated, stated, then)]
    if stated.quantity.rank:  # a higher place has a lower number
        way = -way
    moves = [stated.quantity.value - one.quantity.value for one in before]
    if then < years[0] and moves and all(move * way < 0 for move in moves):
        return before[0]
    return None


def _row_says_otherwise(text: str, stated: Stated) -> bool:
    """Tell whether the row of a value says of points or places that they moved the other way."""
    if stated.evidence.header is None:
        return False
    claimed = {(bool(match["up"]), match["of"]) for match in _BY.finditer(text)}
    told = {(bool(match["up"]), match["of"]) for match in _BY.finditer(lower(stated.evidence.text))}
    return any((not up, of) in told and (up, of) not in told for up, of in claimed)


def _of_the_same(one: Stated, other: Stated, year: int) -> bool:
    """Tell whether a value is of the same column or words as another, of a certain year."""
    its, own = one.evidence, other.evidence
    if its.document.id != own.document.id or one.years != (year,) or one.place != other.place:
        return False
    same_table = its.header is not None and its.header == own.header
    kind = (one.quantity.unit, one.quantity.rank) == (other.quantity.unit, other.quantity.rank)
    return kind and same_table and _words(one) == _words(other)


def _words(stated: Stated) -> frozenset[str]:
    return frozenset(word for word in content_words(stated.near) if not word.isdigit())
