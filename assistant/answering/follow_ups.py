"""What to ask next: the same question of another year, level or place that the document has.

Each is a question as a person would ask it, with one word of the last one put in another's
place. It is offered only after it was asked in silence and answered from the same document.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest

from assistant.errors import AssistantError
from assistant.schema import Answer, AnswerKind, Figure, Question, Status
from assistant.vietnamese.normalise import fold
from assistant.vietnamese.places import same_place

__all__ = ["follow_ups"]

_KINDS = (AnswerKind.FIGURE, AnswerKind.MONEY)
_MERGED = re.compile(r"\b(?:nhap|sap nhap|hop nhat|sau khi|truoc khi)\b")
"""What is said of one place alone, and would be nonsense of another."""
_MOST = 3
_TRIED = 8
"""Questions that are tried at most, however little time each takes."""


def follow_ups(
    found: Answer,
    figures_of: Callable[[str], Sequence[Figure]],
    ask: Callable[[str], Answer],
    seconds: float,
) -> list[str]:
    """Return questions that an answer leads to, each of which is answered.

    Args:
        found: The answer.
        figures_of: Returns the figures of a document by its id.
        ask: Answers a question.
        seconds: How long may be spent; none is begun that would take longer, as far as the
            last one tells.
    """
    if found.status is not Status.FULL or found.question.kind not in _KINDS:
        return []
    if found.sides or not found.figures or not found.short:
        return []
    begun = time.monotonic()
    offered: list[str] = []
    last = 0.0
    for number, (question, figure) in enumerate(_candidates(found, figures_of)):
        before = time.monotonic()
        if number == _TRIED or len(offered) == _MOST or before - begun + last > seconds:
            break
        if _answers(ask, question, figure):
            offered.append(question)
        last = time.monotonic() - before
    return offered


def _answers(ask: Callable[[str], Answer], question: str, figure: Figure) -> bool:
    """Tell whether a question is answered in full, at a glance, and by the figure it is about."""
    try:
        answer = ask(question)
    except AssistantError:
        return False
    # Another document may say the same, and be cited in the place of this one.
    told = any(_says(one) == _says(figure) for one in answer.figures)
    return answer.status is Status.FULL and bool(answer.short) and told


def _candidates(
    found: Answer, figures_of: Callable[[str], Sequence[Figure]]
) -> Iterator[tuple[str, Figure]]:
    """Yield questions with the figure that each is about, one of each sort in turn."""
    question, main = found.question, found.figures[0]
    others = [one for one in figures_of(main.document_id) if main.key and _alike(one, main)]
    seen = {question.query}
    sorts = (
        _of_other_years(question, main, others),
        _of_other_levels(question, main, others),
        _of_other_places(question, main, others),
    )
    for candidate in chain.from_iterable(zip_longest(*sorts)):
        if candidate and candidate[0] not in seen:
            seen.add(candidate[0])
            yield candidate


def _says(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.upper, figure.unit, figure.role, figure.year, figure.level


def _alike(one: Figure, main: Figure) -> bool:
    """Tell whether two figures measure the same, be it at another level."""
    measured = (_without_level(one), one.unit, one.role)
    return measured == (_without_level(main), main.unit, main.role)


def _without_level(figure: Figure) -> str:
    level = fold(figure.level or "").split()
    return " ".join(word for word in figure.key.split() if word not in level)


def _of_other_years(
    question: Question, main: Figure, others: Sequence[Figure]
) -> Iterator[tuple[str, Figure]]:
    asked = {main.year, *question.years}
    for one in sorted(others, key=lambda figure: figure.year or 0):
        if not one.year or one.year in asked or (one.level, one.place) != (main.level, main.place):
            continue
        if not question.years:
            yield f"{question.query.rstrip(' ?.!')} năm {one.year}?", one
        elif len(question.years) == 1:
            yield re.sub(rf"\b{question.years[0]}\b", str(one.year), question.query), one


def _of_other_levels(
    question: Question, main: Figure, others: Sequence[Figure]
) -> Iterator[tuple[str, Figure]]:
    for one in others:
        apart = main.level and one.level and fold(one.level) != fold(main.level)
        if main.level and one.level and apart and (one.year, one.place) == (main.year, main.place):
            yield _with(question.query, main.level, one.level), one


def _of_other_places(
    question: Question, main: Figure, others: Sequence[Figure]
) -> Iterator[tuple[str, Figure]]:
    query = fold(question.query)
    if not main.place or len(question.places) != 1 or _MERGED.search(query):
        return
    # “Thành phố” is not what every other place is.
    if re.search(rf"\b(?:tinh|thanh pho|tp\.?) {re.escape(fold(main.place))}\b", query):
        return
    for one in others:
        apart = one.place and not same_place(one.place, main.place)
        if one.place and apart and (one.year, one.level) == (main.year, main.level):
            yield _with(question.query, main.place, one.place), one


def _with(query: str, told: str, other: str) -> str:
    """Return a question with another name put for one; the same where that is not named."""
    at = re.search(rf"\b{re.escape(fold(told))}\b", fold(query))
    return f"{query[: at.start()]}{other}{query[at.end() :]}" if at else query
