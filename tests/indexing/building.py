"""A build in a process of its own: ``python building.py CORPUS INDEX [POINT]``.

POINT names a step before which the process kills itself, as a power cut would.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path
from typing import Any

from factories import HashEncoder, make_passages, read_lines

from assistant.config import Config
from assistant.indexing import arrays, build, library_writer, publish, reading

# By name: what to replace, and the call of it that is the last.
POINTS: dict[str, tuple[Any, str, int]] = {
    "library": (library_writer.LibraryWriter, "finish", 1),
    "fields": (arrays.SparseIndex, "save", 1),
    "vectors": (arrays, "embed", 1),
    "manifest": (build.Manifest, "write", 1),
    "sync": (publish, "_sync", 5),
    "rename": (publish, "_sync_folder", 3),
    "current": (publish, "_name_current", 1),
    "cleaning": (publish.shutil, "rmtree", 2),
}


def die_at(target: Any, name: str, last: int) -> None:
    original, calls = getattr(target, name), count(1)

    def step(*values: Any, **named: Any) -> Any:
        if next(calls) == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*values, **named)

    setattr(target, name, step)


def main(corpus: str, index: str, point: str = "") -> None:
    reading.read_file = read_lines
    reading.passages = make_passages
    if point:
        die_at(*POINTS[point])
    report = build.build_index([Path(corpus)], Path(index), Config(), encoder=HashEncoder())
    sys.stdout.write(report.digest)


if __name__ == "__main__":
    main(*sys.argv[1:])
