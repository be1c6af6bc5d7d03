"""A build that runs beside the program, and what everyone can see of it.

``chinhsach index`` tells in ``.job.json`` how far it is, several times a second, whoever
started it. The file is replaced whole, so that it never reads half. A build that was killed is
known by its silence: no number of a process is trusted, which another may have by now.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any

from assistant.errors import AssistantError
from assistant.indexing.library import Library
from assistant.indexing.uploads import Uploads

__all__ = [
    "Job",
    "JobState",
    "JobWriter",
    "read_job",
    "recorded_sources",
    "start_job",
    "start_process",
]

_JOB = ".job.json"
_SOURCES = ".sources.json"
_LOG = ".job.log"
_BEAT = 0.5
"""Seconds between two signs of life."""
_SILENCE = 15.0
"""Seconds without one after which a build is taken for dead; a busy machine skips some."""
_DEFECT = "defect"
_PACKAGES = Path(__file__).resolve().parents[2]

_starting = threading.Lock()
_started: dict[str, tuple[subprocess.Popen[bytes], float]] = {}


class JobState(StrEnum):
    """What is known of the last build."""

    NONE = "none"
    STARTING = "starting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Job:
    """The last build of an index, or the one that runs.

    Attributes:
        state: Whether it runs, and how it ended.
        stage: What it does, in words.
        done: Steps of the stage done.
        total: All its steps; 0 when not known.
        began: When it began, in seconds since 1970.
        seen: Its last sign of life.
        error: Name of the class of the error that ended it; empty for none.
        counts: Files added, changed, removed and kept.
    """

    state: JobState = JobState.NONE
    stage: str = ""
    done: int = 0
    total: int = 0
    began: float = 0.0
    seen: float = 0.0
    error: str = ""
    counts: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def runs(self) -> bool:
        """Whether a build is under way."""
        return self.state in (JobState.STARTING, JobState.RUNNING)


class JobWriter:
    """Tells of a build in the folder of its index; a context that a build is run in.

    Nothing is told before the first call, which comes once the build holds the index: one that
    finds it held by another must not write over what the other tells.
    """

    def __init__(self, index: Path) -> None:
        self._index = index
        self._job = Job(JobState.RUNNING, began=time.time())
        self._begun = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> JobWriter:
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note how far the build is; the signs of life carry it on."""
        self._job = replace(self._job, stage=stage, done=done, total=total)
        if not self._begun:
            self._begun = True
            _write(self._index / _JOB, self._job)
            self._thread.start()

    def finish(
        self, counts: tuple[int, int, int, int] = (0, 0, 0, 0), sources: Sequence[Path] = ()
    ) -> None:
        """Note that the work is done.

        Args:
            counts: Files added, changed, removed and kept, of a build.
            sources: What was indexed, for the next build that nobody names sources for.
        """
        self._stop(replace(self._job, state=JobState.DONE, counts=counts))
        if sources:
            noted = [str(source.resolve()) for source in sources]
            _write_json(self._index / _SOURCES, noted)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            return
        if not self._begun and read_job(self._index).state is JobState.RUNNING:
            return  # another build tells of itself
        if isinstance(error, KeyboardInterrupt):
            self._stop(replace(self._job, state=JobState.STOPPED))
            return
        known = type(error).__name__ if isinstance(error, AssistantError) else _DEFECT
        self._stop(replace(self._job, state=JobState.FAILED, error=known))

    def _beat(self) -> None:
        while not self._over.wait(_BEAT):
            _write(self._index / _JOB, self._job)

    def _stop(self, last: Job) -> None:
        self._over.set()
        if self._begun:
            self._thread.join()
        if self._index.is_dir():
            _write(self._index / _JOB, last)


def read_job(index: Path) -> Job:
    """Return what is known of the last build of an index.

    Args:
        index: Folder of the index.
    """
    process, since = _started.get(str(index.resolve()), (None, 0.0))
    alive = process is not None and process.poll() is None
    job = _read(index / _JOB)
    if job.state is JobState.RUNNING:
        silent = not alive and time.time() - job.seen > _SILENCE
        return replace(job, state=JobState.STOPPED) if silent else job
    if alive:
        return Job(JobState.STARTING, began=since)
    if process is not None and process.returncode and job.seen < since:
        return Job(JobState.FAILED, began=since, error=_DEFECT)
    return job


def recorded_sources(index: Path, library: Library | None) -> list[Path]:
    """Return what the index was last built from, without the uploads.

    Args:
        index: Folder of the index.
        library: The open library, from whose files the folders are told where a build left
            no note of them.
    """
    try:
        noted = [Path(str(one)) for one in json.loads((index / _SOURCES).read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        files = library.files().values() if library else ()
        roots = {file.key[: -len(file.path)] for file in files if _ends(file.key, file.path)}
        noted = [Path(root) for root in sorted(roots)]
    uploads = Uploads.of(index).folder
    return [source for source in noted if source != uploads]


def start_job(index: Path, sources: Sequence[Path]) -> bool:
    """Start a build in a process of its own, which outlives this one; False if one runs.

    Args:
        index: Folder of the index.
        sources: What to index besides the uploads.
    """
    named = list(map(str, sources)) or [str(Uploads.of(index).folder)]
    return start_process(index, ["assistant", "index", *named, "--index", str(index.resolve())])


def start_process(folder: Path, arguments: Sequence[str], working: Path | None = None) -> bool:
    """Start a module that tells of itself in a folder; False if one that does so runs.

    Args:
        folder: Where it tells how far it is, made when missing.
        arguments: Name of the module, and its arguments.
        working: Working folder; that of this process when None.
    """
    with _starting:
        if read_job(folder).runs:
            return False
        path = os.pathsep.join(filter(None, [str(_PACKAGES), os.environ.get("PYTHONPATH")]))
        options: dict[str, Any] = {"env": os.environ | {"PYTHONPATH": path}, "cwd": working}
        if sys.platform == "win32":
            options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP
        else:
            options["start_new_session"] = True  # the end of the page is not the end of it
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOG).open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options,
            )  # fmt: skip
        _started[str(folder.resolve())] = (process, time.time())
        return True


def _ends(key: str, path: str) -> bool:
    return key.endswith(path) and len(key) > len(path)


def _read(path: Path) -> Job:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        values["state"] = JobState(values["state"])
        added, changed, removed, kept = map(int, values["counts"])
        return Job(**values | {"counts": (added, changed, removed, kept)})
    except (OSError, ValueError, KeyError, TypeError):
        return Job()


def _write(path: Path, job: Job) -> None:
    _write_json(path, asdict(replace(job, seen=time.time())))


def _write_json(path: Path, value: object) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    # A sign of life that cannot be given, as Windows refuses while somebody reads, is no
    # reason to end a build; the next one comes soon.
    with contextlib.suppress(OSError):
        beside.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
