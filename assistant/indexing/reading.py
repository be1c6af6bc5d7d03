"""Files into documents with their passages, one at a time or by several processes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from assistant.config import Config
from assistant.documents import SourceFile, read_file
from assistant.errors import AssistantError
from assistant.figures.collecting import Collected, collect
from assistant.schema import Document, Passage
from assistant.structure import passages

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

__all__ = ["Reading", "read_all", "read_one"]

Progress = Callable[[str, int, int], None]

_log = logging.getLogger(__name__)

# Starting processes takes about a second each; fewer files are read in less.
_WORTH_PROCESSES = 16
_WORTH_SHARING = 2_000
"""Documents of one file, of which a process does some 300 a second."""
_SHARE = 100
"""Documents that are handed to a process at a time."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file.

    Attributes:
        documents: Documents with their passages and figures.
        reason: Why there are none; None when the file was read.
    """

    documents: tuple[tuple[Document, tuple[Passage, ...], Collected], ...] = ()
    reason: str | None = None


def read_one(
    file: SourceFile, config: Config, *, jobs: int = 1, progress: Progress | None = None
) -> Reading:
    """Read a file; whatever is wrong with it becomes a reason and no error.

    Args:
        file: The file.
        config: Settings.
        jobs: Pages of a scan to recognise at a time, or processes that share the documents of a
            file with thousands.
        progress: Called with a stage, the pages done and all pages, of a file with pages.
    """
    try:
        documents = read_file(file, config, jobs=jobs, progress=progress)
        return Reading(tuple(_cut_all(documents, config, jobs)))
    except AssistantError as error:
        return Reading(reason=str(error))
    except Exception as error:  # a defect in a reader must not cost the other files
        _log.exception("reading %s", file.path)
        return Reading(
            reason=f"lỗi không lường trước khi đọc ({type(error).__name__}). Hãy mở tệp để kiểm"
            " tra, lưu lại dưới dạng khác rồi lập chỉ mục lại."
        )


def _cut_all(
    documents: Sequence[Document], config: Config, jobs: int
) -> Iterator[tuple[Document, tuple[Passage, ...], Collected]]:
    """Yield documents with what stands in them, in order, whatever the number of processes."""
    cut = partial(_cut, config=config)
    rest = iter(documents)
    if jobs > 1 and len(documents) >= _WORTH_SHARING:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        context = get_context("spawn")
        # What a process that the machine ended for want of memory has not done is done here.
        with suppress(BrokenProcessPool), ProcessPoolExecutor(jobs, mp_context=context) as pool:
            for found in pool.map(cut, documents, chunksize=_SHARE):
                yield next(rest), *found
    for document in rest:
        yield document, *cut(document)


def _cut(document: Document, config: Config) -> tuple[tuple[Passage, ...], Collected]:
    """Return the passages of a document, and the figures and tasks in them."""
    cut = tuple(passages(document, config))
    return cut, collect(document, cut)


def read_all(
    files: Sequence[SourceFile], config: Config, jobs: int, progress: Progress | None = None
) -> Iterator[Reading]:
    """Yield the reading of each file, in order.

    Args:
        files: Files to read.
        config: Settings.
        jobs: Processes to read with; 1 reads here. Few files are read one by one, and the
            pages of a scan are then recognised that many at a time, or the documents of a file
            with thousands are shared.
        progress: Called with a stage, the pages done and all pages, of a file read here.
    """
    if jobs <= 1 or len(files) < _WORTH_PROCESSES:
        for file in files:
            yield read_one(file, config, jobs=jobs, progress=progress)
        return
    yield from _read_in_processes(files, config, jobs)


def _read_in_processes(files: Sequence[SourceFile], config: Config, jobs: int) -> Iterator[Reading]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Started afresh, not forked: the page that calls this has threads and open databases.
    context = get_context("spawn")
    done = 0
    while done < len(files):
        try:
            with ProcessPoolExecutor(jobs, mp_context=context) as pool:
                futures = [pool.submit(read_one, file, config) for file in files[done:]]
                for future in futures:
                    reading = future.result()
                    done += 1
                    yield reading
        except BrokenProcessPool:
            # A library in C took its process down. The file is the first without a result
            # or one beside it: alone in a process, it shows.
            yield _read_alone(files[done], config, context)
            done += 1


def _read_alone(file: SourceFile, config: Config, context: BaseContext) -> Reading:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            return pool.submit(read_one, file, config).result()
    except BrokenProcessPool:
        return Reading(
            reason="trình đọc dừng đột ngột ở tệp này. Hãy lưu lại tệp dưới dạng khác rồi lập"
            " chỉ mục lại."
        )
