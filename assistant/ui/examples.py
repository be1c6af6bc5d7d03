"""Questions to begin with, each tried on the open index before anyone sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import streamlit as st

from assistant.errors import AssistantError
from assistant.indexing.library import Card
from assistant.schema import Answer, Status
from assistant.ui.opening import Shelf
from assistant.vietnamese.dates import dates

__all__ = ["Examples", "choose_examples", "examples_of"]

_SHOWN = 5
# A corpus of thousands of documents must not delay the first screen.
_TRIED = 20

# A figure, a figure asked for without tone marks, a comparison, a list, a definition, …: what
# the corpus that comes with the program is asked for. With other documents most are not
# answered, and so not shown.
_STARTERS = (
    "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm bao nhiêu phần trăm GRDP của Hải Phòng?",
    "cap xa o Hai Phong phai xu ly bao nhieu phan tram ho so tren moi truong mang",
    "So sánh mục tiêu kinh tế số năm 2025 của Hải Phòng và Hải Dương",
    "“4 không 1 có” của Thừa Thiên Huế gồm những gì?",
    "Kinh tế số là gì?",
    "Cơ quan nào ban hành Nghị quyết 03-NQ/TU?",
    "Năm 2022 kinh tế số đóng góp bao nhiêu phần trăm GRDP của Đà Nẵng?",
)
# Ordinary questions of a day that policy documents do not answer.
_REFUSED = (
    "TikTok bị cấm tại Mỹ khi nào?",
    "Giá vàng hôm nay bao nhiêu?",
    "Đội tuyển Brasil vô địch World Cup bao nhiêu lần?",
)


@dataclass(frozen=True, slots=True)
class Examples:
    """Questions for the first screen.

    Attributes:
        answered: Questions that the documents answer.
        refused: A question that they do not answer; None when none was found.
    """

    answered: tuple[str, ...]
    refused: str | None


@st.cache_resource(max_entries=2, show_spinner=False)
def examples_of(_shelf: Shelf, stamp: str) -> Examples:
    """Return the examples of an open index, chosen once for each publication.

    Args:
        _shelf: The open index; the underscore keeps Streamlit from hashing it.
        stamp: Its stamp, by which the choice is kept.
    """
    return choose_examples(_shelf.assistant.ask, _shelf.cards)


def choose_examples(ask: Callable[[str], Answer], cards: Sequence[Card]) -> Examples:
    """Choose questions that the open index answers, and one that it refuses.

    Args:
        ask: Answers a question.
        cards: What is known of each document.
    """
    answered = [question for question in _STARTERS if _is_answered(ask, question)][:_SHOWN]
    for question, day in islice(_about_dates(cards), _TRIED):
        if len(answered) >= _SHOWN:
            break
        answer = _try(ask, question)
        if answer and answer.status is Status.FULL and _days(answer.short) == [day]:
            answered.append(question)
    return Examples(tuple(answered), next((q for q in _REFUSED if _is_refused(ask, q)), None))


def _about_dates(cards: Sequence[Card]) -> Iterator[tuple[str, str]]:
    """Yield what can be asked of any numbered document, with the day that is right."""
    for card in cards:
        if card.kind and card.number and card.issued:
            kind = card.kind[:1].upper() + card.kind[1:]
            yield f"{kind} {card.number} được ban hành ngày nào?", card.issued


def _days(text: str | None) -> list[str]:
    """Return the full dates in a text, in ISO form."""
    return [found.date.isoformat() for found in dates(text or "") if found.date]


def _is_answered(ask: Callable[[str], Answer], question: str) -> bool:
    answer = _try(ask, question)
    return answer is not None and answer.status is Status.FULL


def _is_refused(ask: Callable[[str], Answer], question: str) -> bool:
    answer = _try(ask, question)
    return answer is not None and answer.status is Status.NOT_FOUND


def _try(ask: Callable[[str], Answer], question: str) -> Answer | None:
    try:
        return ask(question)
    except AssistantError:
        return None  # the page says what is wrong when a person asks
