"""How long taking figures takes, beside reading the same documents."""

from __future__ import annotations

import time
from pathlib import Path

from assistant.config import Config
from assistant.documents import discover, read_file
from assistant.errors import AssistantError
from assistant.figures.collecting import collect
from assistant.structure import passages

__all__ = ["speed_lines"]


def speed_lines(folder: Path) -> list[str]:
    """Return lines on reading, cutting and taking figures of all documents of a folder.

    Scans are left out: what recognition takes would hide everything else.

    Args:
        folder: Folder of documents.
    """
    config = Config()
    reading = cutting = taking = 0.0
    documents = figures = tasks = 0
    for file in discover(folder)[0]:
        if "scans" in file.absolute.parts:
            continue
        begin = time.perf_counter()
        try:
            read = read_file(file, config)
        except AssistantError:
            continue
        reading += time.perf_counter() - begin
        for document in read:
            begin = time.perf_counter()
            cut = passages(document, config)
            middle = time.perf_counter()
            found = collect(document, cut)
            cutting += middle - begin
            taking += time.perf_counter() - middle
            documents += 1
            figures += len(found.figures)
            tasks += len(found.tasks)
    return [
        f"{documents} documents: reading {reading:.1f} s, passages {cutting:.1f} s,"
        f" figures {taking:.1f} s ({taking / max(reading, 1e-9):.2f} of reading)",
        f"{figures} figures, {tasks} tasks: {figures / max(taking, 1e-9):,.0f} figures a second",
    ]
