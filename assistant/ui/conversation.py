"""The conversation: what was asked, and the answers as objects, so that sources are kept."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from uuid import uuid4

import streamlit as st

from assistant.errors import AssistantError, IndexDamagedError, IndexMissingError, UsageError
from assistant.retrieval.questions import MAX_QUESTION_CHARS
from assistant.schema import Answer, Document, Filters, Hit
from assistant.ui.chatting.links import Linked
from assistant.ui.opening import Shelf
from assistant.ui.texts import Texts

__all__ = [
    "Asked",
    "Turn",
    "ask",
    "asked_by_link",
    "clear",
    "keep",
    "link_of",
    "problem",
    "submit",
    "submitted",
    "turns",
]

_TURNS = "turns"
_SUBMITTED = "submitted"
_FOLLOWED = "link followed"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was just asked.

    Attributes:
        question: The question as typed.
        alone: Whether it stands by itself, so that nothing is put into it from earlier ones:
            a reading that somebody has corrected is not to be read into again.
    """

    question: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what came of it.

    Attributes:
        question: The question as typed.
        filters: What the search was held to.
        language: Language of the answer's frame.
        answer: The answer; None when there was a problem.
        nearest: For an answer not found, what comes nearest, each with its document.
        problem: What went wrong, in one line; empty when nothing did.
        id: Tells it apart from every other turn of every session.
    """

    question: str
    filters: Filters
    language: str
    answer: Answer | None = None
    nearest: tuple[tuple[Hit, Document], ...] = ()
    problem: str = ""
    id: str = field(default_factory=lambda: uuid4().hex)


def turns() -> list[Turn]:
    """Return the turns of this session, oldest first; the list itself, to be added to."""
    kept: list[Turn] = st.session_state.setdefault(_TURNS, [])
    return kept


def keep(turn: Turn) -> None:
    """Add a turn to this session, with which its question is no longer one to be asked."""
    turns().append(turn)
    st.session_state.pop(_SUBMITTED, None)


def clear() -> None:
    """Forget the turns of this session, and what is being asked."""
    st.session_state[_TURNS] = []
    st.session_state.pop(_SUBMITTED, None)


def submit(asked: Asked) -> None:
    """Have a question asked as soon as the page is drawn again, as a click on one does."""
    st.session_state[_SUBMITTED] = asked


def submitted() -> Asked | None:
    """Return the question to be asked now; None where there is none.

    It is one until its turn is kept: a click meanwhile ends the run that was about to ask it.
    """
    asked: Asked | None = st.session_state.get(_SUBMITTED)
    return asked


def asked_by_link(question: str) -> Asked | None:
    """Return the question of the address as one to be asked, once in a session.

    Args:
        question: The question; empty when the address has none.
    """
    if not question or st.session_state.get(_FOLLOWED):
        return None
    st.session_state[_FOLLOWED] = True
    return Asked(question, alone=True)


def link_of(turn: Turn) -> Linked:
    """Return what an address asks for that leads to a turn again.

    A question that leans on earlier ones is written out as it was read, as those are not in
    the address; one that could not be asked at all leads nowhere.
    """
    if turn.answer is None:
        return Linked()
    read = turn.answer.question
    return Linked(read.query if read.history else turn.question, turn.filters)


def ask(shelf: Shelf, asked: Asked, filters: Filters, language: str, texts: Texts) -> Turn:
    """Answer a question once and for all: reruns of the page show the turn again.

    Args:
        shelf: The open index.
        asked: The question.
        filters: What the search is held to.
        language: Language of the answer's frame, ``vi`` or ``en``.
        texts: Words of the page in that language.
    """
    assistant, question = shelf.assistant, asked.question
    # Earlier questions as they were read: what “còn năm 2030” leaves out, the reading holds.
    read = [turn.answer.question.reading for turn in turns() if turn.answer]
    history = [] if asked.alone else read
    try:
        answer = assistant.ask(question, history=history, filters=filters, language=language)
        nearest = tuple(
            (hit, assistant.document(hit.passage.document_id)) for hit in answer.nearest
        )
    except Exception as error:
        told = problem(error, texts, question)
        # What was too long to be asked is too long to be kept and sent at every rerun.
        return Turn(question[:MAX_QUESTION_CHARS], filters, language, problem=told)
    return Turn(question, filters, language, answer, nearest)


def problem(error: Exception, texts: Texts, question: str = "") -> str:
    """Return what a user is told of an error, in one line; a defect goes to stderr in full.

    Messages about the index name its folder, which is the business of whoever runs the
    program: the page says the same without it.

    Args:
        error: What was raised.
        texts: Words of the page.
        question: The question that was asked, if one was.
    """
    if isinstance(error, IndexMissingError):
        return texts.no_index
    if isinstance(error, IndexDamagedError):
        _log.error("%s", error)
        return texts.damaged
    if isinstance(error, UsageError) and not any(char.isalnum() for char in question):
        return texts.empty
    if isinstance(error, UsageError) and len(question) > MAX_QUESTION_CHARS:
        return texts.too_long.format(len(question), MAX_QUESTION_CHARS)
    if isinstance(error, AssistantError):
        return str(error)
    _log.error("a question was not answered", exc_info=error)
    return texts.defect
