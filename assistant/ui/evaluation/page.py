"""The page “Đánh giá”, drawn anew at every rerun."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten

import streamlit as st

from assistant.errors import ReadError
from assistant.indexing.jobs import Job, JobState, read_job
from assistant.ui.escaping import clean, markdown
from assistant.ui.evaluation.charts import category_chart, chart_rows
from assistant.ui.evaluation.reports import (
    Asked,
    Report,
    Share,
    failures,
    read_report,
    share_of,
    shares_by,
)
from assistant.ui.evaluation.running import (
    evals_folder,
    report_file,
    results_folder,
    start_evaluation,
)
from assistant.ui.evaluation.texts import EVALUATION_TEXTS, EvaluationTexts
from assistant.ui.numerals import moment_words, number_words
from assistant.ui.opening import Shelf
from assistant.ui.signing.session import visitor
from assistant.ui.switching import ask_elsewhere

__all__ = ["show"]

_EVERY = 1.0
"""Seconds between two looks at an evaluation that runs."""
_LISTED = 30
"""Failures shown at a time."""
_LONGEST = 300
_WATCHED = "evaluation watched"


def show(shelf: Shelf, language: str) -> None:
    """Draw the page.

    Args:
        shelf: The open index.
        language: Language of the frame, a key of ``EVALUATION_TEXTS``.
    """
    texts = EVALUATION_TEXTS[language]
    st.title(texts.title, anchor=False)
    st.markdown(texts.intro)
    may_run = visitor().may_edit
    runs = _show_run(texts, may_run=may_run)
    try:
        report = _read(report_file())
    except ReadError:
        if not runs:
            told = texts.damaged if may_run else texts.damaged_reader
            st.error(told, icon=":material/error:")
        return
    if report is None or not report.asked:
        if not runs:
            none = texts.none if evals_folder() else texts.none_no_evals
            st.info(none if may_run else texts.none_reader, icon=":material/info:")
        return
    day, count = moment_words(report.written), len(report.asked)
    st.caption(texts.written.format(day, number_words(count, language)))
    some = _choose(report, texts)
    _show_shares(some, texts)
    category = _show_categories(some, texts)
    _show_failures(failures(some, category), language, texts)


def _read(path: Path) -> Report | None:
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return None
    return _read_once(str(path), stamp)


@st.cache_resource(max_entries=2, show_spinner=False)
def _read_once(path: str, stamp: int) -> Report | None:
    return read_report(Path(path))


def _show_run(texts: EvaluationTexts, *, may_run: bool) -> bool:
    """Show the evaluation that runs, or the button that starts one; tell whether one runs.

    A run takes the machine for minutes and writes its results anew, so that readers start none.
    """
    if evals_folder() is None:
        return False
    job = read_job(results_folder())
    if job.runs:
        st.session_state[_WATCHED] = True
        st.fragment(run_every=_EVERY)(_watch)(texts)
        return True
    if st.session_state.pop(_WATCHED, False) and job.state is JobState.DONE:
        st.toast(texts.done, icon=":material/check_circle:")
    if not may_run:
        return False
    if job.state is JobState.FAILED:
        st.error(texts.failed, icon=":material/error:")
    elif job.state is JobState.STOPPED:
        st.warning(texts.stopped, icon=":material/pause_circle:")
    label = texts.run_again if report_file().is_file() else texts.run
    if st.button(label, icon=":material/play_arrow:", key="evaluation run", help=texts.run_detail):
        start_evaluation()
        st.rerun()
    return False


def _watch(texts: EvaluationTexts) -> None:
    job = read_job(results_folder())
    if not job.runs:
        st.rerun(scope="app")
    share, words = _progress(job, texts)
    st.progress(share, words)
    st.caption(texts.background)


def _progress(job: Job, texts: EvaluationTexts) -> tuple[float, str]:
    if job.state is JobState.STARTING or not job.stage:
        return 0.0, texts.starting
    stage = texts.stages.get(job.stage, job.stage)
    told = texts.steps.format(stage, job.done, job.total) if job.total > 1 else stage
    return min(1.0, job.done / max(1, job.total)), texts.running.format(told)


def _choose(report: Report, texts: EvaluationTexts) -> list[Asked]:
    """Let a set of documents and a part of its questions be chosen; return its questions."""
    corpora = list(dict.fromkeys(one.corpus for one in report.asked))
    corpus = _pick(texts.corpus, corpora, texts.corpora, "evaluation corpus", texts)
    some = [one for one in report.asked if corpus in (None, one.corpus)]
    parts = [name for name in texts.splits if any(one.split == name for one in some)]
    split = _pick(texts.split, parts, texts.splits, "evaluation split", texts)
    return [one for one in some if split in (None, one.split)]


def _pick(
    label: str, names: Sequence[str], words: dict[str, str], key: str, texts: EvaluationTexts
) -> str | None:
    if len(names) < 2:
        return None

    def named(name: str) -> str:
        return markdown(words.get(name, name)) if name else texts.everything

    chosen = st.segmented_control(
        label,
        ["", *names],
        default="",
        required=True,
        format_func=named,
        key=key,
    )
    return chosen or None


def _show_shares(some: Sequence[Asked], texts: EvaluationTexts) -> None:
    answerable = [one for one in some if one.answerable]
    others = [one for one in some if not one.answerable]
    cited = [one for one in answerable if one.evidence is not None]
    shares = (
        share_of(texts.right, some, lambda one: one.right),
        share_of(texts.evidence, cited, lambda one: bool(one.evidence)),
        share_of(texts.refused_rightly, others, lambda one: one.status == "not_found"),
        share_of(texts.refused_wrongly, answerable, lambda one: one.status == "not_found"),
    )
    with st.container(horizontal=True):
        for share in shares:
            if share:
                _show_share(share, texts)
    times = sorted(one.milliseconds for one in some)
    if times:
        st.caption(texts.seconds.format(round(times[len(times) // 2])))


def _show_share(share: Share, texts: EvaluationTexts) -> None:
    told = f"{share.count} / {share.of}; {texts.interval.format(share.low, share.high)}"
    help_ = f"{texts.right_help} {told}" if share.name == texts.right else told
    st.metric(share.name, f"{share.value:.0%}", border=True, help=help_)


def _show_categories(some: Sequence[Asked], texts: EvaluationTexts) -> str | None:
    """Show the chart, and let a category be chosen."""
    st.header(texts.by_category, anchor=False)
    st.caption(texts.by_category_detail)
    shares = shares_by(some, lambda one: one.category)
    dark = st.context.theme.type == "dark"
    st.altair_chart(
        category_chart(shares, texts, dark=dark), key="evaluation chart", alt=texts.by_category
    )
    with st.expander(texts.as_table, icon=":material/table:"):
        # The same in words, for those who do not see the chart.
        st.dataframe(
            chart_rows(shares, texts),
            column_config={
                "category": texts.category,
                "share": st.column_config.NumberColumn(texts.share, format="percent"),
                "counted": texts.counted,
            },
            column_order=["category", "share", "counted"],
            hide_index=True,
            alt=texts.by_category,
        )
    told = {one.category for one in failures(some, None) if not one.sealed}
    wrong = [share.name for share in shares if share.name in told]
    if not wrong:
        return None

    def named(name: str) -> str:
        return clean(texts.categories.get(name, name))

    return st.selectbox(
        texts.category,
        wrong,
        index=None,
        format_func=named,
        placeholder=texts.everything,
        key="evaluation category",
    )


def _show_failures(wrong: Sequence[Asked], language: str, texts: EvaluationTexts) -> None:
    st.header(texts.failures.format(len(wrong)), anchor=False)
    if not wrong:
        st.success(texts.failures_none, icon=":material/check_circle:")
    shown = [one for one in wrong if not one.sealed]
    if len(shown) < len(wrong):
        st.caption(texts.failures_sealed.format(len(wrong) - len(shown)))
    for one in shown[:_LISTED]:
        with st.container(border=True, key=f"failure {one.corpus} {one.id}"):
            st.markdown(f"**{markdown(one.question)}**")
            for told in _told(one, texts):
                st.caption(told)
            if st.button(
                texts.ask_again,
                icon=":material/chat:",
                key=f"ask {one.corpus} {one.id}",
                help=texts.ask_again_detail,
            ):
                ask_elsewhere(one.question, language)
    if len(shown) > _LISTED:
        st.caption(texts.failures_more.format(len(shown) - _LISTED))


def _told(one: Asked, texts: EvaluationTexts) -> list[str]:
    told = [texts.after.format(markdown(one.history[-1]))] if one.history else []
    expected = texts.expected.format(markdown(_shortened(one.expected)))
    told.append(expected if one.answerable else texts.expected_refusal)
    given = texts.given.format(markdown(_shortened(one.given)))
    told.append(texts.given_refusal if one.status == "not_found" else given)
    kind = texts.categories.get(one.category, one.category)
    return [*told, f"{markdown(kind)} · {markdown(texts.corpora.get(one.corpus, one.corpus))}"]


def _shortened(text: str) -> str:
    return shorten(text, _LONGEST, placeholder=" …")
