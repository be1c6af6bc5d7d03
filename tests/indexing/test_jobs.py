from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import write_documents

from assistant.cli import main
from assistant.errors import UsageError
from assistant.indexing import jobs
from assistant.indexing.build import BuildReport, build_index
from assistant.indexing.jobs import JobState, JobWriter, read_job, recorded_sources, start_job
from assistant.indexing.reader import IndexReader
from assistant.indexing.uploads import Uploads

PATIENCE = 300  # seconds; what is waited for takes one on an idle machine


def wait(ready: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Index of a folder, built by the command."""
    (tmp_path / "kho").mkdir()
    documents = write_documents(tmp_path / "kho")
    assert main(["index", str(documents), "--index", str(tmp_path / "index")]) == 0
    return tmp_path / "index"


def test_a_build_by_hand_tells_how_it_went_and_what_it_read(built: Path) -> None:
    job = read_job(built)
    assert job.state is JobState.DONE
    assert job.counts[1:] == (0, 0, 0)
    assert recorded_sources(built, None) == [(built.parent / "kho").resolve()]


def test_what_comes_while_a_build_runs_is_read_and_counted_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kho").mkdir()
    documents, index = write_documents(tmp_path / "kho"), tmp_path / "index"
    files = sum(path.is_file() for path in documents.rglob("*"))

    def slow(*args: Any, **options: Any) -> BuildReport:
        report = build_index(*args, **options)
        if not Uploads.of(index).files():
            Uploads.of(index).add("a.txt", "Chợ mở cửa năm 2024.".encode(), 100)
        return report

    monkeypatch.setattr("assistant.indexing.build.build_index", slow)
    assert main(["index", str(documents), "--index", str(index)]) == 0
    assert f"Thêm {files + 1}, đổi 0, bớt 0, giữ nguyên 0" in capsys.readouterr().out
    assert read_job(index).counts == (files + 1, 0, 0, 0)


def test_sources_are_told_from_the_files_where_no_build_left_a_note(built: Path) -> None:
    (built / ".sources.json").unlink()
    library = IndexReader.open(built).library
    Uploads.of(built).add("a.txt", b"Tin.", 100)
    assert recorded_sources(built, library) == [built.parent / "kho"]


def test_a_job_puts_an_upload_and_a_correction_into_the_index(built: Path) -> None:
    before = len(IndexReader.open(built).library.entries())
    uploads = Uploads.of(built)
    text = "Quyết định về xe buýt điện.\nĐến năm 2030, 60% xe buýt của Đà Nẵng chạy bằng điện."
    uploads.add("xe-buyt.txt", text.encode(), 1_000)
    assert start_job(built, recorded_sources(built, None))
    assert not start_job(built, [])  # one at a time
    wait(lambda: read_job(built).state is JobState.DONE and not read_job(built).runs)
    wait(lambda: len(IndexReader.open(built).library.entries()) == before + 1)
    entry = IndexReader.open(built).library.entries()[-1]
    assert entry.path == "tai-len/xe-buyt.txt"

    uploads.correct(entry.sha256, {"number": "85/QĐ-UBND", "kind": "Quyết định"})
    wait(lambda: not read_job(built).runs)
    digest = IndexReader.open(built).digest
    assert main(["index", str(built.parent / "kho"), "--index", str(built)]) == 0
    reader = IndexReader.open(built)
    corrected = reader.library.entries()[-1]
    assert (corrected.number, corrected.kind) == ("85/QĐ-UBND", "quyết định")
    assert reader.digest != digest
    assert read_job(built).counts == (0, 1, 0, before + 1)  # and a file that cannot be read


def test_a_job_that_went_silent_has_stopped(tmp_path: Path) -> None:
    with JobWriter(tmp_path) as job:
        job("Đọc tệp", 3, 9)
        assert read_job(tmp_path).state is JobState.RUNNING
        assert (read_job(tmp_path).done, read_job(tmp_path).total) == (3, 9)
        job.finish((1, 0, 0, 2), [])
    values = json.loads((tmp_path / ".job.json").read_text())
    values |= {"state": "running", "seen": time.time() - 60}
    (tmp_path / ".job.json").write_text(json.dumps(values))
    assert read_job(tmp_path).state is JobState.STOPPED


def test_a_build_that_finds_another_one_does_not_write_over_it(tmp_path: Path) -> None:
    with JobWriter(tmp_path) as running:
        running("Đọc tệp", 3, 9)
        with pytest.raises(UsageError), JobWriter(tmp_path):
            raise UsageError("một lần lập chỉ mục khác đang chạy. Hãy đợi.")
        assert read_job(tmp_path).state is JobState.RUNNING
        running.finish((0, 0, 0, 0), [])


def test_a_failure_is_told_without_a_word_of_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError), JobWriter(tmp_path):
        raise UsageError("/srv/bí mật: không có. Hãy kiểm tra.")
    assert (read_job(tmp_path).state, read_job(tmp_path).error) == (JobState.FAILED, "UsageError")
    assert "bí mật" not in (tmp_path / ".job.json").read_text()


def test_a_process_that_dies_at_once_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs.sys, "executable", "/bin/false")
    assert start_job(tmp_path, [])
    wait(lambda: not read_job(tmp_path).runs)
    assert read_job(tmp_path).state is JobState.FAILED


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"state": "?"}'])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / ".job.json").write_text(text)
    assert read_job(tmp_path).state is JobState.NONE
