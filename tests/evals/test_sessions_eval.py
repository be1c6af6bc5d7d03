"""What is printed of several people asking at once."""

from __future__ import annotations

import pytest

from evals.sessions import Session, main, table


def test_times_of_all_sessions_are_taken_together() -> None:
    one = Session("1", times=[100.0, 200.0])
    other = Session("2", times=[300.0], errors=["no answer"])
    assert table([one, other], [100.4, 110.0, None], ["no answer"], 60) == (
        "sessions 2   seconds 60   answers 3\n"
        "answer as seen, ms: p50 200   p95 290   most 300\n"
        "memory of the server, MiB: start 100   middle 110   end ?\n"
        "errors 1\n"
        "  no answer\n"
    )


def test_sessions_without_an_answer_have_no_times() -> None:
    assert table([Session("1")], [1.0, 1.0, 1.0], [], 60).splitlines() == [
        "sessions 1   seconds 60   answers 0",
        "memory of the server, MiB: start 1   middle 1   end 1",
        "errors 0",
    ]


@pytest.mark.parametrize("given", ["--sessions 0", "--minutes 0", "--minutes -1", "--pause -1"])
def test_nobody_and_no_time_are_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(given.split())
    assert stopped.value.code == 2
    assert "must be above 0" in capsys.readouterr().err
