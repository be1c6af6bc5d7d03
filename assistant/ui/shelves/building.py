"""How the build in the background stands, seen by every session."""

from __future__ import annotations

import streamlit as st

from assistant.errors import NotAllowedError
from assistant.indexing.jobs import Job, JobState, read_job
from assistant.ui.shelves.edits import build
from assistant.ui.shelves.shelving import Shelves
from assistant.ui.shelves.texts import ShelfTexts
from assistant.ui.signing.session import visitor

__all__ = ["progress_words", "show_build", "start_build"]

_EVERY = 1.0
"""Seconds between two looks at a build that runs."""
_WATCHED = "shelves watched"


def show_build(shelves: Shelves, texts: ShelfTexts) -> None:
    """Show the build that runs, or what waits for one, or why the last one failed.

    Args:
        shelves: What the page knows.
        texts: Words of the page.
    """
    job = read_job(shelves.index)
    if job.runs:
        st.session_state[_WATCHED] = True
        st.fragment(run_every=_EVERY)(_watch)(shelves, texts)
        return
    if st.session_state.pop(_WATCHED, False) and job.state is JobState.DONE:
        counts = texts.building.counts.format(*job.counts)
        st.toast(f"{texts.building.done} {counts}", icon=":material/check_circle:")
    if not visitor().may_edit:
        return  # who reads can do nothing about it, and the index answers as it is
    changes = shelves.changes
    if job.state is JobState.FAILED:
        told = texts.building.failed.get(job.error, texts.building.failed["defect"])
        st.error(told, icon=":material/error:")
    elif job.state is JobState.STOPPED:
        st.warning(texts.building.stopped, icon=":material/pause_circle:")
    elif changes:
        st.info(texts.building.waiting.format(changes), icon=":material/pending_actions:")
    else:
        return
    label = (
        texts.building.start
        if job.state not in (JobState.FAILED, JobState.STOPPED)
        else texts.building.again
    )
    if st.button(label, icon=":material/sync:", key="shelves build", type="primary"):
        start_build(shelves, texts)


def start_build(shelves: Shelves, texts: ShelfTexts) -> None:
    """Start a build and draw the page again, or say why none can be started."""
    try:
        started = build(shelves)
    except NotAllowedError:
        st.error(texts.not_allowed, icon=":material/block:")
        return
    if started:
        st.session_state[_WATCHED] = True
        st.rerun()
    st.error(texts.building.sources_gone, icon=":material/folder_off:")


def progress_words(job: Job, texts: ShelfTexts) -> tuple[float, str]:
    """Return how far a build is, in [0, 1] of its stage, and what it does, in words."""
    if job.state is JobState.STARTING or not job.stage:
        return 0.0, texts.building.starting
    stage = texts.building.stages.get(job.stage, job.stage)
    if job.total <= 1:
        return 0.0 if not job.done else 1.0, texts.building.running.format(stage)
    steps = texts.building.steps.format(stage, job.done, job.total)
    return min(1.0, job.done / job.total), texts.building.running.format(steps)


def _watch(shelves: Shelves, texts: ShelfTexts) -> None:
    job = read_job(shelves.index)
    if not job.runs:
        st.rerun(scope="app")  # the new index is opened, and the list is of it
    share, words = progress_words(job, texts)
    st.progress(share, words)
    st.caption(texts.building.background)
