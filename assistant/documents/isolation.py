"""A process apart in which files are read that may crash, hang or fill the memory.

A library in C takes its process down when it meets a file made to break it, and cannot be
stopped once it loops. One process is kept for file after file, and is ended and replaced when
it has said nothing for too long.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from assistant.errors import ReadError

__all__ = ["HEADER", "Told", "Worker", "limit_memory", "serve"]

HEADER = struct.Struct(">QQ")
"""Lengths of the request (JSON) and of the file that follow, in bytes."""

_CRASHED = (
    "trình đọc dừng đột ngột ở tệp này (tệp hỏng, hoặc cần quá nhiều bộ nhớ)."
    " Hãy mở tệp, lưu lại (in lại thành PDF) rồi nạp lại."
)
_SILENT = (
    "đọc một trang mất quá {} giây, đã dừng. Hãy lưu lại tệp (in lại thành PDF), hoặc tăng"
    " page_seconds trong chinhsach.toml."
)
_LONG = (
    "đọc tệp mất quá {} giây, đã dừng. Hãy tách tệp, hoặc tăng file_seconds trong chinhsach.toml."
)
_PACKAGES = Path(__file__).resolve().parents[2]

Told = Callable[[dict[str, Any]], None]


class Worker:
    """A process that runs a module of ours and answers requests, one at a time.

    Args:
        module: Name of the module; it calls ``serve`` when run.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._messages: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        atexit.register(self.close)

    def ask(
        self, request: dict[str, Any], data: bytes, told: Told, silence: float, whole: float
    ) -> Any:
        """Return the answer to a request.

        Args:
            request: What to do, as JSON.
            data: The file.
            told: Called with each message of progress.
            silence: Seconds without a message after which the process is ended.
            whole: Seconds after which it is ended in any case.

        Raises:
            ReadError: The worker says that the file cannot be read, died, or took too long.
        """
        with self._lock:
            deadline = time.monotonic() + whole
            self._send(json.dumps(request).encode(), data)
            while True:
                left = min(silence, deadline - time.monotonic())
                try:
                    line = self._messages.get(timeout=max(0.0, left))
                except queue.Empty:
                    self.close()
                    over = time.monotonic() >= deadline
                    text = _LONG.format(round(whole)) if over else _SILENT.format(round(silence))
                    raise ReadError(text) from None
                if not line:
                    self.close()
                    raise ReadError(_CRASHED)
                message = json.loads(line)
                if "error" in message:
                    raise ReadError(message["error"])
                if "answer" in message:
                    return message["answer"]
                told(message)

    def close(self) -> None:
        """End the process, with whatever it started; the next request starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(process.pid, 9)  # a program that it waits for goes with it
            else:
                process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def _send(self, request: bytes, data: bytes) -> None:
        process = self._process
        if process is None or process.poll() is not None:
            self.close()
            process = self._process = self._started()
        try:
            if process.stdin is not None:
                process.stdin.write(HEADER.pack(len(request), len(data)) + request)
                process.stdin.write(data)
                process.stdin.flush()
        except OSError:
            self.close()
            raise ReadError(_CRASHED) from None

    def _started(self) -> subprocess.Popen[bytes]:
        paths = [str(_PACKAGES), os.environ.get("PYTHONPATH", "")]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
        # A group of its own, so that what it starts can be ended with it.
        process = subprocess.Popen(  # noqa: S603 - this interpreter, a module of ours
            [sys.executable, "-m", self._module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._messages = queue.SimpleQueue()
        reader = threading.Thread(
            target=_pass_on, args=(process.stdout, self._messages), daemon=True
        )
        reader.start()
        return process


def _pass_on(stream: IO[bytes], messages: queue.SimpleQueue[bytes]) -> None:
    """Hand on lines as they come, and an empty one at the end of the process."""
    with contextlib.suppress(OSError, ValueError):
        for line in stream:
            messages.put(line)
    messages.put(b"")


def limit_memory(most: int) -> None:
    """Bound the memory of this process; Windows has no such bound for a process itself.

    Args:
        most: Bytes.
    """
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def serve(handle: Callable[[dict[str, Any], bytes, Told], Any]) -> None:
    """Answer requests from standard input until it ends; what runs in the process apart.

    Args:
        handle: Called with a request, the file, and where to send messages of progress;
            returns the answer. A ``ReadError`` that it raises is handed on.
    """
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not stand among the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def tell(message: dict[str, Any]) -> None:
        sink.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
        sink.flush()

    while header := source.read(HEADER.size):
        lengths = HEADER.unpack(header)
        request, data = (source.read(length) for length in lengths)
        try:
            tell({"answer": handle(json.loads(request), data, tell)})
        except ReadError as error:
            tell({"error": str(error)})
        except MemoryError:
            tell({"error": _CRASHED})
