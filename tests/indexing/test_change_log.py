"""The log of changes: only added to, whole lines, newest first."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from assistant.errors import ReadError, UsageError
from assistant.indexing.change_log import Change, ChangeLog, changes_file

NOON = "2026-05-17T05:00:00+00:00"


@pytest.fixture
def log(tmp_path: Path) -> ChangeLog:
    return ChangeLog(changes_file(tmp_path / "index"))


def keep(log: ChangeLog, document: str) -> Change:
    with log.keep(Change("a@b.vn", "upload", document, at=NOON)) as change:
        change.after["sha256"] = "ab"
    return change


def test_it_stands_beside_the_index(tmp_path: Path) -> None:
    assert changes_file(tmp_path / "index") == tmp_path.resolve() / "index-changes.jsonl"


def test_changes_are_kept_newest_first_and_as_lines_to_read(log: ChangeLog, tmp_path: Path) -> None:
    assert log.all() == []
    one, other = keep(log, "một.txt"), keep(log, "hai\n.txt")
    assert log.all() == [other, one]
    lines = (tmp_path / "index-changes.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"at": NOON, "who": "a@b.vn", "act": "upload", "document": name, "before": {},
         "after": {"sha256": "ab"}} for name in ("một.txt", "hai\n.txt")
    ]  # fmt: skip


def test_the_moment_is_in_utc() -> None:
    assert Change("a@b.vn", "remove", "x").at.endswith("+00:00")


def test_what_failed_is_not_logged(log: ChangeLog) -> None:
    with pytest.raises(ReadError), log.keep(Change("a@b.vn", "upload", "x")):
        raise ReadError("tệp rỗng.")
    assert log.all() == []


def test_where_nothing_can_be_logged_nothing_is_done(tmp_path: Path) -> None:
    log, done = ChangeLog(tmp_path / "gone" / "index-changes.jsonl"), False
    with pytest.raises(UsageError, match="nhật ký"), log.keep(Change("a@b.vn", "remove", "x")):
        done = True
    assert not done


def test_a_torn_line_costs_no_other(log: ChangeLog, tmp_path: Path) -> None:
    one = keep(log, "một.txt")
    with (tmp_path / "index-changes.jsonl").open("ab") as file:
        file.write(b'{"at": "2026-05-17T05:00:00+00:00", "who": "a')
    other = keep(log, "hai.txt")
    assert log.all() == [other, one]


@pytest.mark.parametrize("line", ["[]", "1", "{}", '"x"', '{"at": "hôm qua"}', "\\x", ""])
def test_what_is_no_change_is_passed_over(log: ChangeLog, tmp_path: Path, line: str) -> None:
    (tmp_path / "index-changes.jsonl").write_text(f"{line}\n", encoding="utf-8")
    one = keep(log, "một.txt")
    assert log.all() == [one]


def test_half_a_surrogate_in_a_name_is_no_obstacle(log: ChangeLog) -> None:
    keep(log, "a\udcff.txt")
    assert log.all()[0].document == "a\udcff.txt"


def test_sessions_that_write_at_once_lose_nothing(log: ChangeLog) -> None:
    threads = [
        threading.Thread(target=lambda n=n: [keep(log, f"{n}-{m}") for m in range(20)])
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({change.document for change in log.all()}) == 160
