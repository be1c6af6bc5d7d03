"""The filters of the page, and what they hold the tables to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

import streamlit as st

from assistant.schema import Role
from assistant.ui.escaping import clean
from assistant.ui.opening import Shelf
from assistant.ui.targets.board import Board, board_of
from assistant.ui.targets.keys import key_for
from assistant.ui.targets.rows import Wanted, bodies, source_name
from assistant.ui.targets.texts import TargetTexts
from assistant.vietnamese.normalise import fold

__all__ = ["choose_wanted", "show_reset"]

_Value = TypeVar("_Value", str, int, Role)

_SEARCH, _IN_FORCE, _AS_OF = "targets words", "targets in force", "targets as of"
_LISTS = ("places", "years", "roles", "units", "agencies", "documents")


def choose_wanted(shelf: Shelf, texts: TargetTexts) -> tuple[Wanted, date | None]:
    """Show the filters; return what they hold to, and the day that documents are counted to."""
    search, toggle = st.columns([3, 2], vertical_alignment="bottom", gap="medium")
    words = search.text_input(
        texts.search,
        key=_SEARCH,
        placeholder=texts.search_hint,
        icon=":material/search:",
        persist_state="session",
    )
    in_force = toggle.toggle(
        texts.in_force, key=_IN_FORCE, help=texts.in_force_detail, persist_state="session"
    )
    # What can be chosen does not change with what is chosen.
    board = board_of(shelf, None)
    names = {row.cited.source.id: source_name(row.cited.source) for row in board.rows}
    names |= {task.cited.source.id: source_name(task.cited.source) for task in board.tasks}
    used = sum(bool(st.session_state.get(_key(name, shelf))) for name in _LISTS)
    used += st.session_state.get(_AS_OF) is not None
    label = texts.filters_set.format(used) if used else texts.filters
    with st.expander(label, icon=":material/filter_list:", key="targets filters"):
        left, middle, right = st.columns(3)
        with left:
            places = _choose("places", _counts(board, "place"), shelf, texts)
            units = _choose("units", _counts(board, "unit"), shelf, texts)
        with middle:
            years = _choose("years", _counts(board, "year"), shelf, texts, newest_first=True)
            agencies = _choose("agencies", _agencies(board), shelf, texts)
        with right:
            roles = _choose("roles", _counts(board, "role"), shelf, texts, texts.role_names)
            documents = _choose("documents", _documents(board), shelf, texts, names)
        as_of: date | None = st.date_input(
            texts.as_of,
            value=None,
            min_value=date(1945, 1, 1),
            max_value=date(2100, 1, 1),
            key=_AS_OF,
            format="DD/MM/YYYY",
            help=texts.as_of_detail,
            width=240,
            persist_state="session",
        )
    wanted = Wanted(
        words.strip(),
        places,
        tuple(map(int, years)),
        tuple(map(Role, roles)),
        units,
        agencies,
        documents,
        in_force,
    )
    return wanted, as_of


def show_reset(shelf: Shelf, texts: TargetTexts, key: str) -> None:
    """Show a button that takes back the search and all filters."""
    st.button(
        texts.reset, key=f"reset {key}", icon=":material/filter_list_off:", on_click=_reset,
        args=(shelf,),
    )  # fmt: skip


def _reset(shelf: Shelf) -> None:
    st.session_state[_SEARCH] = ""
    st.session_state[_IN_FORCE] = False
    st.session_state[_AS_OF] = None
    for name in _LISTS:
        st.session_state[_key(name, shelf)] = []


def _key(name: str, shelf: Shelf) -> str:
    """Return the key of a list; choices made of an earlier index may be gone from this one."""
    return key_for(f"targets {name}", shelf.stamp)


def _choose(
    name: str,
    counts: Mapping[_Value, int],
    shelf: Shelf,
    texts: TargetTexts,
    names: Mapping[str, str] | None = None,
    *,
    newest_first: bool = False,
) -> tuple[_Value, ...]:
    """Show one list, with the number of figures or tasks beside each choice."""

    def told(value: _Value) -> str:
        return names[str(value)] if names else str(value)

    options = sorted(
        counts, key=lambda value: (fold(told(value)), told(value)), reverse=newest_first
    )
    return tuple(
        st.multiselect(
            getattr(texts, name),
            options,
            format_func=lambda value: f"{clean(told(value))} ({counts[value]})",
            key=_key(name, shelf),
            placeholder=texts.any_value,
            select_all=False,
            persist_state="session",
        )
    )


def _counts(board: Board, field: str) -> Counter[_Value]:
    return _told(getattr(row.cited.figure, field) for row in board.rows)


def _agencies(board: Board) -> Counter[str]:
    told = [row.cited.figure.agency for row in board.rows]
    told += [task.cited.task.agency for task in board.tasks]
    return _told(body for agency in told for body in bodies(agency))


def _documents(board: Board) -> Counter[str]:
    told = [row.cited.source.id for row in board.rows]
    return _told(told + [task.cited.source.id for task in board.tasks])


def _told(values: Iterable[_Value | None]) -> Counter[_Value]:
    return Counter(value for value in values if value)
