"""Claims to begin with, each tried on the open index before anyone sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import streamlit as st

from assistant.errors import AssistantError
from assistant.figures.standings import day_of
from assistant.schema import CitedFigure, FigureFilters, Judgement, Role, Verdict
from assistant.ui.opening import Shelf

__all__ = ["choose_examples", "examples_of"]

# What the corpus that comes with the program confirms, and what it refutes.
_STARTERS = (
    "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm 25% GRDP của Hải Phòng vào năm 2025.",
    "Nghị quyết 03-NQ/TU đặt mục tiêu kinh tế số chiếm 30% GRDP của Hải Phòng vào năm 2025.",
)
_WANTED = (Judgement.SUPPORTED, Judgement.REFUTED)
# A corpus of thousands of documents must not delay the page.
_TRIED = 6
_SHORTEST, _LONGEST = 40, 200
"""Characters of a sentence that reads well on a button."""


@st.cache_resource(max_entries=2, show_spinner=False)
def examples_of(_shelf: Shelf, stamp: str) -> tuple[str, ...]:
    """Return the examples of an open index, chosen once for each publication.

    Args:
        _shelf: The open index; the underscore keeps Streamlit from hashing it.
        stamp: Its stamp, by which the choice is kept.
    """
    entries = _shelf.assistant.figures(FigureFilters(roles=(Role.TARGET,), in_force=True)).entries
    return choose_examples(_shelf.assistant.check, (standing.cited for standing in entries))


def choose_examples(
    check: Callable[[str], Verdict], figures: Iterable[CitedFigure]
) -> tuple[str, ...]:
    """Choose a claim that the open index confirms, and one that it refutes, as far as there are.

    Args:
        check: Checks a claim.
        figures: Figures whose sentences are tried where the claims that are known do not do.
    """
    found: dict[Judgement, str] = {}
    tried = islice(_sentences(figures), _TRIED)
    for claim in (*_STARTERS, *(version for pair in tried for version in pair)):
        if len(found) == len(_WANTED):
            break
        judgement = _judge(check, claim)
        if judgement in _WANTED:
            found.setdefault(judgement, claim)
    return tuple(found[judgement] for judgement in _WANTED if judgement in found)


def _sentences(figures: Iterable[CitedFigure]) -> Iterator[tuple[str, str]]:
    """Yield sentences with one share in them, as they are and with another share."""
    for cited in figures:
        figure = cited.figure
        sentence = " ".join(cited.quote.split())
        number = f"{figure.value:g}%"
        if (
            figure.unit == "%"
            and figure.upper is None
            and cited.source.number
            and day_of(cited.source)
            and _SHORTEST <= len(sentence) <= _LONGEST
            and sentence.count(number) == sentence.count("%") == 1
        ):
            told = sentence if figure.place is None or figure.place in sentence else ""
            if told:
                other = f"{figure.value / 2:g}%".replace(".", ",")
                yield told, told.replace(number, other)


def _judge(check: Callable[[str], Verdict], claim: str) -> Judgement | None:
    try:
        return check(claim).judgement
    except AssistantError:
        return None  # the page says what is wrong when a person asks
