"""A process apart: it answers, it dies, it is silent, and another takes its place."""

from __future__ import annotations

import pytest

from assistant.documents.isolation import Worker, serve
from assistant.errors import ReadError


def handle(request, data, tell):
    import os
    import time

    what = request["what"]
    if what == "die":
        os._exit(11)
    if what == "sleep":
        time.sleep(300)
    if what == "tick":
        for _ in range(200):
            tell({"stage": "x"})
            time.sleep(0.05)
    if what == "refuse":
        raise ReadError("tệp hỏng. Hãy tải lại.")
    if what == "print":
        os.write(1, b"noise\n")
    if what == "hoard":
        raise MemoryError
    return {"size": len(data), "pid": os.getpid()}


@pytest.fixture
def helper(monkeypatch: pytest.MonkeyPatch):
    from pathlib import Path

    folder = str(Path(__file__).parent)
    monkeypatch.setenv("PYTHONPATH", folder)
    worker = Worker("test_isolation")
    yield worker
    worker.close()


def ask(worker: Worker, what: str, data: bytes = b"", silence: float = 120, whole: float = 120):
    return worker.ask({"what": what}, data, lambda _: None, silence, whole)


def test_one_process_answers_request_after_request(helper: Worker) -> None:
    first = ask(helper, "answer", b"x" * 3_000_000)
    assert first["size"] == 3_000_000
    assert ask(helper, "print")["pid"] == first["pid"]
    with pytest.raises(ReadError, match="tệp hỏng"):
        ask(helper, "refuse")
    assert ask(helper, "answer")["pid"] == first["pid"]


@pytest.mark.parametrize(
    ("what", "silence", "whole", "said"),
    [
        ("die", 120, 120, "dừng đột ngột"),
        ("hoard", 120, 120, "bộ nhớ"),
        ("sleep", 0.3, 120, "một trang mất quá 0 giây"),
        ("sleep", 120, 0.4, "đọc tệp mất quá 0 giây"),
        ("tick", 120, 0.6, "đọc tệp mất quá 1 giây"),
    ],
)
def test_whatever_happens_is_one_line_and_the_next_is_answered(
    helper: Worker, what: str, silence: float, whole: float, said: str
) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        ask(helper, what, silence=silence, whole=whole)
    assert "Hãy " in str(caught.value)
    assert ask(helper, "answer", b"ab")["size"] == 2


if __name__ == "__main__":
    serve(handle)
