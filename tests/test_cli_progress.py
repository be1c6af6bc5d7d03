"""The line of progress is seen on a terminal, after a second, and nowhere else."""

from __future__ import annotations

import io

from assistant.cli_progress import ProgressLine


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_drawn_into_a_file() -> None:
    stream, clock = io.StringIO(), Clock()
    with ProgressLine(stream, clock) as progress:
        clock.now = 60.0
        progress("Đọc", 1, 2)
    assert stream.getvalue() == ""


def test_work_that_is_over_within_a_second_draws_nothing() -> None:
    stream, clock = Terminal(), Clock()
    with ProgressLine(stream, clock) as progress:
        clock.now = 0.9
        progress("Đọc", 2, 2)
    assert stream.getvalue() == ""


def test_longer_work_is_drawn_and_wiped() -> None:
    stream, clock = Terminal(), Clock()
    with ProgressLine(stream, clock) as progress:
        clock.now = 1.0
        progress("Đọc", 1, 4)
        clock.now = 1.05
        progress("Đọc", 2, 4)  # sooner than anyone can see
        clock.now = 1.2
        progress("Đọc", 3, 4)
    _, first, second, wiped, end = stream.getvalue().split("\r")
    assert first.rstrip() == f"Đọc [{'#' * 6}{'.' * 18}] 1/4"
    assert second.rstrip() == f"Đọc [{'#' * 18}{'.' * 6}] 3/4"
    assert (wiped.strip(), end) == ("", "")
    assert len({len(line) for line in (first, second, wiped)}) == 1


def test_a_total_that_is_not_known_shows_the_count_alone() -> None:
    stream, clock = Terminal(), Clock()
    with ProgressLine(stream, clock) as progress:
        clock.now = 2.0
        progress("Đọc", 7, 0)
    assert "Đọc 7 " in stream.getvalue()
