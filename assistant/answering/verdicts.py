"""What a question of yes or no claims, and the sentence that says whether documents bear it out."""

from __future__ import annotations

import re

from assistant.answering.wording import WORDING
from assistant.schema import AnswerKind, Question
from assistant.vietnamese.dates import dates
from assistant.vietnamese.names import bodies, head_of_post
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.quantities import Quantity, quantities

__all__ = ["asks_of_a_figure", "claims_day", "verdict_on"]

# “Một văn bản năm 2021” names a year and claims nothing of it.
_CLAIMED_DAY = re.compile(
    r"\b(?:vao|tu|den|toi|truoc|sau|ngay|trong|het|la|cuoi|dau|hom|luc|tren|thang|"
    r"ban hanh|ky|thong qua|phe duyet|ra doi|thanh lap)\s+"
    r"(?:ngay |nam )?$"
)
# “Mức 35% có tính cả Hải Dương không?” takes the figure as known.
_OF_A_FIGURE = re.compile(
    r"\bco (?:tinh|gom|bao gom|gop|ke|cong|loai|tru|ap dung|can|phai la|con)\b.*"
    r"\b(?:khong|chua)\W*$"
)
# “… à?”, “… hả?”: they ask and name nothing.
_PARTICLE = re.compile(r"(?:\s+(?:à|ư|hả|nhỉ|nhé|chứ))?\W*$", re.IGNORECASE)


def claims_day(before: str) -> bool:
    """Tell whether a question claims a date of what it asks about, by the words before the date."""
    return _CLAIMED_DAY.search(fold(before)) is not None


def asks_of_a_figure(question: Question) -> bool:
    """Tell whether a question asks what a figure takes in rather than whether it is right."""
    return _OF_A_FIGURE.search(fold(question.query)) is not None


def verdict_on(question: Question, short: str | None, language: str) -> str | None:
    """Return the sentence that opens the answer to a question of yes or no.

    Args:
        question: The question as understood.
        short: The words that answer; None where no single span does.
        language: Language of the sentence, ``vi`` or ``en``.

    Returns:
        The sentence; None where the words found do not settle what the question claims.
    """
    if question.kind is not AnswerKind.YES_NO or not short:
        return None
    words = WORDING[language]
    asked = [q for q in quantities(question.query) if not q.written]
    found = quantities(short)
    if not asked and dates(question.query) and dates(short):
        return _verdict_on_date(question.query, short, words)
    said = _PARTICLE.sub("", question.query)
    claimed = [said[start:end] for start, end in bodies(said)]
    if len(claimed) == 1 and bodies(short):
        same = fold(claimed[0]) in fold(short) or fold(short) in fold(claimed[0])
        posts = (head_of_post(said), head_of_post(short))
        if same and posts[0] and posts[1] and posts[0] != posts[1]:
            return words["no"].format(short, said[fold(said).find(posts[0]) :])
        return words["yes"].format(short) if same else words["no"].format(short, claimed[0])
    if not asked or not found or asks_of_a_figure(question):
        return None
    claim, fact = asked[0], found[0]
    stated = question.query[claim.start : claim.end]
    if _in_one_unit(claim) == _in_one_unit(fact):
        return words["yes"].format(short)
    return words["no"].format(short, stated)


_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}


def _in_one_unit(value: Quantity) -> tuple[float, float | None, str]:
    """Return a value with its upper end and unit; years as the months that they are."""
    months = _MONTHS.get(value.unit)
    if months is None:
        return value.value, value.upper, value.unit
    return value.value * months, value.upper and value.upper * months, "tháng"


def _verdict_on_date(query: str, short: str, words: dict[str, str]) -> str | None:
    """Return whether a claimed date is the one found; what both state must agree."""
    claim, fact = dates(query)[0], dates(short)[0]
    if not claims_day(query[: claim.start]):
        return None
    pairs = ((claim.year, fact.year), (claim.month, fact.month), (claim.day, fact.day))
    if all(one is None or other is None or one == other for one, other in pairs):
        return words["yes"].format(short)
    return words["no"].format(short, query[claim.start : claim.end])
