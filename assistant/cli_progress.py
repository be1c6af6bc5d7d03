"""One line of progress on a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import IO

__all__ = ["ProgressLine"]

# Work that is over within a second needs no progress; more than ten drawings a second are
# not seen.
_PATIENCE = 1.0
_INTERVAL = 0.1
_BAR_CELLS = 24
_LINE_CELLS = 79


class ProgressLine:
    """A line that is drawn over itself while work goes on; nothing where nobody looks.

    Args:
        stream: Where to draw; nothing is drawn unless it is a terminal.
        clock: Seconds that pass.
    """

    def __init__(self, stream: IO[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._shown = stream.isatty()
        self._next = clock() + _PATIENCE
        self._drawn = False

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        self._draw("")
        self._drawn = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say how far the work is.

        Args:
            stage: What is being done, in words.
            done: Steps done.
            total: All steps; 0 when not known.
        """
        now = self._clock()
        if not self._shown or now < self._next:
            return
        self._next = now + _INTERVAL
        line = f"{stage} {done}"
        if total:
            cells = _BAR_CELLS * min(done, total) // total
            line = f"{stage} [{'#' * cells}{'.' * (_BAR_CELLS - cells)}] {done}/{total}"
        self._draw(line)

    def _draw(self, line: str) -> None:
        """Draw over the line before; spaces, since older consoles of Windows know no escapes."""
        if line or self._drawn:
            self._stream.write(f"\r{line[:_LINE_CELLS]:<{_LINE_CELLS}}" + ("" if line else "\r"))
            self._stream.flush()
            self._drawn = True
