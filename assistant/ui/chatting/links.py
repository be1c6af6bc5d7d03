"""An address that asks a question again: ``?q=…``, with the scope that it was asked within."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from assistant.retrieval.questions import MAX_QUESTION_CHARS
from assistant.schema import Filters
from assistant.ui.escaping import clean

__all__ = ["Linked", "link_values", "linked", "query_of", "read_link", "show_in_address"]

_QUESTION, _KIND, _PLACE, _YEAR, _DAY = "q", "kind", "place", "year", "day"
_OWN = (_QUESTION, _KIND, _PLACE, _YEAR, _DAY)
_LANGUAGE = "lang"
_MOST_VALUES = 40
"""Values of one filter that are taken from an address; nobody chooses as many by hand."""
_LINKED = "linked"


@dataclass(frozen=True, slots=True)
class Linked:
    """What an address asks for.

    Attributes:
        question: The question; empty when there is none.
        filters: What the search is held to.
    """

    question: str = ""
    filters: Filters = field(default_factory=Filters)


def read_link(values: Mapping[str, Sequence[str]]) -> Linked:
    """Return what an address asks for; whatever makes no sense in it is left out.

    Args:
        values: The values of each parameter of the address.
    """
    question = " ".join(clean(" ".join(values.get(_QUESTION, ())[:1])).split())
    years = [int(year) for year in _texts(values, _YEAR) if year.isdecimal() and len(year) == 4]
    try:
        day = date.fromisoformat("".join(_texts(values, _DAY)[:1]))
    except ValueError:
        day = None
    filters = Filters(
        kinds=tuple(_texts(values, _KIND)),
        places=tuple(_texts(values, _PLACE)),
        years=tuple(years),
        as_of=day,
    )
    # One character more than is answered, so that a question that is too long is told to be so.
    question = question[: MAX_QUESTION_CHARS + 1] if any(map(str.isalnum, question)) else ""
    return Linked(question, filters)


def link_values(link: Linked) -> dict[str, list[str]]:
    """Return the parameters of an address that asks a question again."""
    held = link.filters
    values = {
        _QUESTION: [link.question] if link.question else [],
        _KIND: list(held.kinds),
        _PLACE: list(held.places),
        _YEAR: [str(year) for year in held.years],
        _DAY: [held.as_of.isoformat()] if held.as_of else [],
    }
    return {name: given for name, given in values.items() if given}


def query_of(link: Linked, language: str) -> str:
    """Return an address from ``?`` on.

    Args:
        link: What it asks for.
        language: Language of the page.
    """
    return "?" + urlencode({_LANGUAGE: language, **link_values(link)}, doseq=True)


def linked() -> Linked:
    """Return what the address asked for when this session began."""
    if _LINKED not in st.session_state:
        given = {name: st.query_params.get_all(name) for name in _OWN}
        st.session_state[_LINKED] = read_link(given)
    kept: Linked = st.session_state[_LINKED]
    return kept


def show_in_address(link: Linked) -> None:
    """Have the address of the page ask for what was asked last, so that it can be copied."""
    wanted = link_values(link)
    for name in _OWN:
        if st.query_params.get_all(name) == wanted.get(name, []):
            continue
        if name in wanted:
            st.query_params[name] = wanted[name]
        else:
            del st.query_params[name]


def _texts(values: Mapping[str, Sequence[str]], name: str) -> list[str]:
    return [clean(value) for value in values.get(name, ())[:_MOST_VALUES]]
