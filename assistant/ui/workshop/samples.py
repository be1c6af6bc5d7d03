"""Sample questions by theme, each tried on the open index before anyone sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice

import streamlit as st

from assistant.errors import AssistantError
from assistant.indexing.library import Card
from assistant.schema import Answer, CitedFigure, Role, Status, document_name
from assistant.ui.opening import Shelf
from assistant.ui.workshop.quiz import tidy
from assistant.vietnamese.normalise import fold

__all__ = ["THEMES", "choose_samples", "samples_of"]

THEMES = ("figures", "unmarked", "compared", "dates", "issuers", "words", "refused")
_SHOWN = 4
# A corpus of thousands of documents must not delay the page.
_TRIED = 24
_LONGEST_INDICATOR = 70

# What the corpus that comes with the program is asked; with other documents most are not
# answered, and so not shown.
_STARTERS: dict[str, tuple[str, ...]] = {
    "figures": (
        "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm bao nhiêu phần trăm GRDP của Hải Phòng?",
        "Năm 2022 kinh tế số đóng góp bao nhiêu phần trăm GRDP của Đà Nẵng?",
    ),
    "unmarked": (
        "cap xa o Hai Phong phai xu ly bao nhieu phan tram ho so tren moi truong mang",
        "nam 2022 kinh te so dong gop bao nhieu phan tram GRDP cua Da Nang",
    ),
    "compared": ("So sánh mục tiêu kinh tế số năm 2025 của Hải Phòng và Hải Dương",),
    "words": ("Kinh tế số là gì?", "“4 không 1 có” của Thừa Thiên Huế gồm những gì?"),
    "refused": (
        "TikTok bị cấm tại Mỹ khi nào?",
        "Giá vàng hôm nay bao nhiêu?",
        "Đội tuyển Brasil vô địch World Cup bao nhiêu lần?",
    ),
}

Ask = Callable[[str], Answer]


@st.cache_resource(max_entries=2 * len(THEMES), show_spinner=False)
def samples_of(_shelf: Shelf, stamp: str, theme: str) -> tuple[str, ...]:
    """Return the questions of a theme, chosen once for each publication of the index.

    Args:
        _shelf: The open index; the underscore keeps Streamlit from hashing it.
        stamp: Its stamp, by which the choice is kept.
        theme: One of ``THEMES``.
    """
    assistant = _shelf.assistant
    figures = [standing.cited for standing in assistant.figures().entries]
    return choose_samples(theme, assistant.ask, _shelf.cards, figures)


def choose_samples(
    theme: str, ask: Ask, cards: Sequence[Card], figures: Sequence[CitedFigure]
) -> tuple[str, ...]:
    """Choose questions of a theme that the open index answers in full, or rightly refuses.

    Args:
        theme: One of ``THEMES``.
        ask: Answers a question.
        cards: What is known of each document.
        figures: Figures of the index.
    """
    wanted = Status.NOT_FOUND if theme == "refused" else Status.FULL
    chosen: list[str] = []
    for question in islice(_candidates(theme, cards, figures), _TRIED):
        if question not in chosen and _status(ask, question) is wanted:
            chosen.append(question)
        if len(chosen) == _SHOWN:
            break
    return tuple(chosen)


def _candidates(theme: str, cards: Sequence[Card], figures: Sequence[CitedFigure]) -> Iterator[str]:
    yield from _STARTERS.get(theme, ())
    if theme == "figures":
        yield from _about_figures(figures)
    elif theme == "unmarked":
        yield from (fold(question) for question in _about_figures(figures))
    elif theme == "compared":
        yield from _comparisons(figures)
    elif theme == "dates":
        yield from (f"{name} được ban hành ngày nào?" for name in _named(cards, "issued"))
    elif theme == "issuers":
        yield from (f"Cơ quan nào ban hành {name}?" for name in _named(cards, "issuer"))


def _named(cards: Sequence[Card], known: str) -> Iterator[str]:
    for card in cards:
        if card.kind and card.number and getattr(card, known):
            yield document_name(card.kind, card.number)


def _about_figures(figures: Sequence[CitedFigure]) -> Iterator[str]:
    """Yield a question about a target of each document in turn."""
    seen: set[str] = set()
    for cited in figures:
        figure = cited.figure
        if cited.source.id not in seen and _speaks(cited) and figure.role is Role.TARGET:
            seen.add(cited.source.id)
            indicator = tidy(figure.indicator)
            indicator = indicator[:1].lower() + indicator[1:]
            yield f"Mục tiêu {indicator} của {figure.place} năm {figure.year} là bao nhiêu?"


def _comparisons(figures: Sequence[CitedFigure]) -> Iterator[str]:
    alike: dict[tuple[str, int | None, str], dict[str, str]] = {}
    for cited in figures:
        figure = cited.figure
        if _speaks(cited) and figure.role is Role.TARGET and figure.key and figure.place:
            places = alike.setdefault((figure.key, figure.year, figure.unit), {})
            places.setdefault(figure.place, tidy(figure.indicator))
    for (_, year, _), places in alike.items():
        for one, other in _pairs(places):
            indicator = min(places[one], places[other], key=len)
            yield f"So sánh mục tiêu {indicator} năm {year} của {one} và {other}"


def _pairs(places: Iterable[str]) -> Iterator[tuple[str, str]]:
    return islice(combinations(sorted(places), 2), 2)


def _speaks(cited: CitedFigure) -> bool:
    """Tell whether a figure can be asked after in a sentence."""
    figure = cited.figure
    length = len(tidy(figure.indicator))
    return bool(
        figure.place
        and figure.year
        and figure.unit
        and figure.upper is None
        and not figure.quoted_from
        and 10 <= length <= _LONGEST_INDICATOR
        and fold(figure.place) not in fold(figure.indicator)
    )


def _status(ask: Ask, question: str) -> Status | None:
    try:
        return ask(question).status
    except AssistantError:
        return None
