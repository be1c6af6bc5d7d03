"""``python -m evals sessions``: several people ask at once, in windows of a real browser."""

from __future__ import annotations

import argparse
import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.config import Config
from evals.browsing import Served, browsing, served, wait
from evals.questions import load_questions, question_files
from evals.sampling import percentile

__all__ = ["Session", "main", "table"]

_ROOT = Path(__file__).resolve().parents[1]
_ENTER = "\ue007"
_LINE = "[data-testid=stChatInputTextArea]:enabled"
_STILL = "[data-testid=stApp][data-test-script-state=notRunning]"
_SEED = 7
_TURNS = 10
"""Questions of a conversation; the next one begins with the page opened anew."""
_WAIT = 60.0
"""Seconds after which an answer counts as missing."""
_WATCH = """
const shown = () => document.querySelectorAll(
  "[data-testid=stChatMessage] .cs-text, [data-testid=stChatMessage] [data-testid=stAlert]").length;
window.csTimes = [];
document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || !event.target.value) return;
  const since = performance.now(), before = shown();
  const watch = new MutationObserver(() => {
    if (shown() === before) return;
    watch.disconnect();
    // What was just put in place is seen when the browser has drawn it.
    setTimeout(() => window.csTimes.push(performance.now() - since), 0);
  });
  watch.observe(document.body, {childList: true, subtree: true});
}, true);
"""


@dataclass(slots=True)
class Session:
    """What one person sees.

    Attributes:
        window: Handle of the window.
        asked: Questions asked in this conversation.
        since: When the last question was sent; None while none is out.
        free: When the next question may be asked.
        times: Milliseconds from Enter to the answer in the page, of all answers.
        errors: What went wrong.
    """

    window: str
    asked: int = 0
    since: float | None = None
    free: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Have several sessions ask at once, print how they fared, and return 1 if one saw an error."""
    parser = argparse.ArgumentParser(
        prog="python -m evals sessions",
        description="Ask development questions in several windows of a headless Chromium at once.",
    )
    add = parser.add_argument
    add("--sessions", type=int, default=8, help="windows (default 8)")
    add("--minutes", type=float, default=5.0, help="how long (default 5)")
    add("--pause", type=float, default=2.0, help="seconds of reading an answer (default 2)")
    options = parser.parse_args(list(arguments))
    if options.sessions < 1 or options.minutes <= 0 or options.pause < 0:
        parser.error("--sessions and --minutes must be above 0, and --pause not below it")
    from assistant.indexing.build import build_index

    with tempfile.TemporaryDirectory(prefix="chinhsach-") as name, browsing() as browser:
        folder = Path(name)
        build_index([_ROOT / "corpus"], folder / "index", Config())
        with served(folder / "index", folder, os.environ) as pages:
            sessions, memory = _run(browser, pages, options)
            broken = b"Traceback" in pages.log.read_bytes()
    errors = [error for one in sessions for error in one.errors]
    errors += ["the server logged an error"] * broken
    sys.stdout.write(table(sessions, memory, errors, 60 * options.minutes))
    return 1 if errors else 0


def table(
    sessions: Sequence[Session],
    memory: Sequence[float | None],
    errors: Sequence[str],
    seconds: float,
) -> str:
    """Return what is printed.

    Args:
        sessions: The sessions.
        memory: MiB of the server when all pages are open, half way, and at the end.
        errors: What went wrong.
        seconds: How long they asked.
    """
    times = [value for one in sessions for value in one.times]
    lines = [f"sessions {len(sessions)}   seconds {seconds:.0f}   answers {len(times)}"]
    if times:
        shown = (statistics.median(times), percentile(times, 95), max(times))
        lines.append("answer as seen, ms: p50 {:.0f}   p95 {:.0f}   most {:.0f}".format(*shown))
    told = ["?" if one is None else f"{one:.0f}" for one in memory]
    lines.append("memory of the server, MiB: start {}   middle {}   end {}".format(*told))
    lines.append(f"errors {len(errors)}")
    return "\n".join([*lines, *(f"  {error}" for error in errors[:10])]) + "\n"


def _run(
    browser: Any, pages: Served, options: argparse.Namespace
) -> tuple[list[Session], list[float | None]]:
    sessions = []
    for number in range(options.sessions):
        if number:
            browser.switch_to.new_window("window")
        sessions.append(Session(browser.current_window_handle))
        _open(browser, pages.address)
    questions = _questions()
    memory = [pages.memory()]
    begin = time.monotonic()
    end = begin + 60 * options.minutes
    while time.monotonic() < end:
        for session in sessions:
            browser.switch_to.window(session.window)
            _step(browser, session, pages.address, questions, options.pause)
        if len(memory) == 1 and time.monotonic() > (begin + end) / 2:
            memory.append(pages.memory())
        time.sleep(0.02)
    return sessions, [*memory, pages.memory()]


def _questions() -> Iterator[str]:
    """Return development questions that stand by themselves, over and over, in a fixed order."""
    asked = [
        gold.question
        for file in question_files()
        for gold in load_questions(file)
        if gold.corpus == "starter" and gold.split == "dev" and not gold.history
    ]
    random.Random(_SEED).shuffle(asked)  # noqa: S311 - an order, no secret
    return itertools.cycle(asked)


def _open(browser: Any, address: str) -> None:
    browser.get(address)
    wait(lambda: _there(browser, _LINE) and _there(browser, _STILL), "the page")
    browser.execute_script(_WATCH)


def _step(
    browser: Any, session: Session, address: str, questions: Iterator[str], pause: float
) -> None:
    """See whether the answer has come, or ask the next question when it is time."""
    now = time.monotonic()
    if session.since is not None:
        times = browser.execute_script("return window.csTimes")
        if len(times) == session.asked:
            session.times.append(times[-1])
            session.since, session.free = None, now + pause
            session.errors += [
                entry["message"] for entry in browser.get_log("browser") if _grave(entry)
            ]
        elif now - session.since > _WAIT:
            session.errors.append(f"no answer within {_WAIT:.0f} s")
            session.since, session.asked = None, _TURNS
    elif session.asked >= _TURNS:
        session.asked = 0
        _open(browser, address)
    elif now >= session.free and _there(browser, _LINE) and _there(browser, _STILL):
        line = browser.find_element("css selector", _LINE)
        line.send_keys(next(questions), _ENTER)
        session.asked += 1
        session.since = now


def _there(browser: Any, css: str) -> bool:
    return bool(browser.find_elements("css selector", css))


def _grave(entry: dict[str, Any]) -> bool:
    return str(entry["level"]) == "SEVERE"
