"""How near a statement must be to what is claimed to settle it.

The bars were chosen by cross-validation over the documents of the development claims, and of bars
within a standard error of the best the strictest: a wrong verdict is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.claims.compared import Compared, nature, same_base, telling
from assistant.answering.claims.said import Said
from assistant.answering.claims.stated import Stated
from assistant.answering.claims.values import is_share, may_be_one
from assistant.figures.roles import role_in
from assistant.schema import Difference, Role
from assistant.vietnamese.normalise import lower
from assistant.vietnamese.places import NATION

__all__ = [
    "ALL_HELD",
    "REFUTES",
    "SUPPORTS",
    "is_astray",
    "is_of_another_year",
    "refutes",
    "supports",
]

SUPPORTS = 0.55
"""Least score from which a statement of the same value supports."""
SUPPORTS_TELLING = 0.4
"""The same of a value so particular that it is hardly stated of anything else."""
_UNTOLD_SUPPORTS = 0.8
"""The same where nothing tells the year of the statement and the claim has one."""
_BESIDE = 0.35
"""Least score for a value that a claim only compares its own with."""
REFUTES = 0.75
"""Least score from which a statement of another value refutes: it must be on the very subject."""
_VERY_NEAR, _SAME_NUMBER = 0.85, 0.68
"""Least scores of statements that need hold less of a claim's words to refute it."""
_OF_THE_VERY_NEAR = 0.7
"""Least share of a claim's words that those must hold."""
_OF_THE_SUBJECT = 0.85
"""Least share of a claim's words, by weight, that a text must hold somewhere to refute it."""
_HELD_OF_TELLING = 0.45
_HELD_TO_SUPPORT = 0.6
"""Least share of a claim's words that a statement of the same value must hold to support it; less
of a value so particular that it is hardly stated of anything else."""
_OF_ONE_ROW = 0.6
"""Least score, and share of a claim's words, for a row that tells two years apart."""
_PINNED, _HELD_OF_PINNED = 0.45, 0.42
"""The bars for a value of the very place or document, and year, that a claim names."""
_LONG = 4
"""A number of so many digits that count is told of one thing alone."""
ALL_HELD = 0.95
"""Share of a claim's words from which a text holds all that is claimed."""
_IN_YEAR = re.compile(r"\s*(?:trong |tính )?năm (?:19|20)\d\d(?!\d)")
"""How a sentence begins that says what was; what is to be has “đến năm” or “vào năm”."""
_AIMS = re.compile(r"(?<!\w)(?:mục tiêu|chỉ tiêu|phấn đấu)(?!\w)")


def is_of_another_year(one: Compared, compared: Sequence[Compared]) -> bool:
    """Tell whether the value claimed stands in the column of another year of one row.

    The row that gives another value for the year claimed is on the very subject, so that less of
    the claim's words must be held than elsewhere.
    """
    its = one.stated.evidence
    return (
        one.match.same
        and not one.match.rounded
        and one.broken == (Difference.YEAR,)
        and its.header is not None
        and one.score >= _OF_ONE_ROW
        and one.held >= _OF_ONE_ROW
        and any(
            not other.broken
            and other.match.differs == (Difference.VALUE,)
            and not other.allowed
            and other.stated.own_years
            and other.stated.evidence.span == its.span
            and other.stated.evidence.document.id == its.document.id
            for other in compared
        )
    )


def supports(said: Said, one: Compared) -> bool:
    """Tell whether a statement of the value claimed is near enough to support it."""
    if said.is_base:
        return one.score >= _BESIDE
    if _is_pinned(said, one):
        held = _HELD_OF_PINNED if said.part.years else _HELD_TO_SUPPORT
        return one.score >= _PINNED and one.held >= held
    # That a share is told as just that part of a whole is hardly chance.
    particular = telling(said) or is_share(said, one.stated)
    least = SUPPORTS_TELLING if particular else SUPPORTS
    least = _UNTOLD_SUPPORTS if one.untold else least
    held = _HELD_OF_TELLING if particular else _HELD_TO_SUPPORT
    return one.score >= least and one.held >= held


def _is_pinned(said: Said, one: Compared) -> bool:
    """Tell whether a value is of the place or the paper, and of the year, that a claim names.

    Nothing but the subject is left to tell it from others then.
    """
    if not said.part.years:
        return one.named
    years = set(said.part.years) & set(one.stated.years)
    local = said.part.place not in (None, NATION)
    return bool(years) and one.stated.own_years and (local or one.named)


def refutes(said: Said, one: Compared) -> bool:
    """Tell whether a statement of another value is surely on what is claimed."""
    return (
        not one.match.same
        and _sure(said, one)
        and not one.untold
        and may_be_one(said, one.stated)
        and not _of_another_role(said, one)
        and same_base(said, one.stated)
        and not is_share(said, one.stated)
    )


def is_astray(said: Said, one: Compared, *, known_place: bool) -> bool:
    """Tell whether a statement of the very value refutes the one other thing claimed of it.

    Args:
        said: What is claimed.
        one: The statement.
        known_place: Whether documents speak of the place claimed at all.
    """
    return (
        len(one.broken) == 1
        and one.match.same
        and not one.match.rounded
        and not _of_another_role(said, one)
        and one.score >= REFUTES
        and one.held >= _OF_THE_SUBJECT
        and _tells_astray(said, one, known_place)
    )


def _whole_for_part(said: Said, one: Compared) -> bool:
    """Tell whether all of what was only in part done is claimed: 22 for 18/22."""
    stated = one.stated.quantity
    return not said.quantity.of and stated.of == said.quantity.value and not stated.rank


def _is_misquoted(said: Said, one: Compared) -> bool:
    """Tell whether a long number is claimed with one digit wrong: 4.694 for 3.694."""
    claimed, stated = (
        f"{quantity.value:.10g}".replace(".", "").rstrip("0")
        for quantity in (said.quantity, one.stated.quantity)
    )
    apart = sum(a != b for a, b in zip(claimed, stated, strict=False))
    return len(claimed) == len(stated) >= _LONG and apart == 1


def _sure(said: Said, one: Compared) -> bool:
    """Tell whether a statement is near enough to what is claimed to refute it."""
    if one.match.differs == (Difference.VALUE,) and one.allowed:
        return one.score >= REFUTES and one.held >= ALL_HELD
    slip = _whole_for_part(said, one) or _is_misquoted(said, one)
    if one.match.differs == (Difference.VALUE,) and not slip:
        return (one.score >= REFUTES and one.held >= _OF_THE_SUBJECT) or (
            one.score >= _VERY_NEAR and one.held >= _OF_THE_VERY_NEAR
        )
    # The very number in another unit or with another bound, the whole for its part, or a long
    # number but for one digit is hardly of something else.
    return one.score >= _SAME_NUMBER and one.held >= _OF_THE_VERY_NEAR


def _of_another_role(said: Said, one: Compared) -> bool:
    """Tell whether one is a target and the other a result: 15% aimed at denies no 13,2% reached."""
    if one.match.differs not in ((), (Difference.VALUE,)):
        return False
    was = one.stated.evidence.header is None and _IN_YEAR.match(lower(said.near)) is not None
    role = said.part.role or (Role.RESULT if was else None)
    return {role, _role_of(one.stated)} == {Role.TARGET, Role.RESULT}


def _role_of(stated: Stated) -> Role | None:
    told = nature(stated)
    if told is not None or stated.evidence.header is not None:
        return told
    if not _AIMS.search(lower(stated.near)):
        return None
    evidence, year = stated.evidence, max(stated.years, default=None)
    return role_in(evidence.document, evidence.text, stated.quantity, (), year)


def _tells_astray(said: Said, one: Compared, known_place: bool) -> bool:
    """Tell whether a value that is right but for one thing refutes what is claimed of that thing.

    Many places and papers share a round value; a speaker may well have said it as well.
    """
    [broken] = one.broken
    if broken is Difference.PLACE:
        return known_place and (telling(said) or one.named)
    if broken is Difference.DOCUMENT:
        return telling(said) or said.part.place not in (None, NATION)
    return broken in (Difference.YEAR, Difference.SUBJECT)
