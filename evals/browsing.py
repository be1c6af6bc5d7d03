"""The pages served over an index, and a headless Chromium to look at them with."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import MissingDependencyError

__all__ = ["Served", "browsing", "find_chromium", "served", "wait"]

_ROOT = Path(__file__).resolve().parents[1]
_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic"
    " --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    # Several windows at once, of which one alone is in front: the others go on all the same.
    " --disable-background-timer-throttling --disable-renderer-backgrounding"
    " --disable-backgrounding-occluded-windows"
)
# Seconds; all that comes takes a hundredth of them on an idle machine.
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Served:
    """The pages as a process of their own serves them.

    Attributes:
        address: Where they are.
        process: Number of the process.
        log: File of what it says.
    """

    address: str
    process: int
    log: Path

    def memory(self) -> float | None:
        """Return the memory that the process holds, in MiB; None where it is not told."""
        try:
            lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        except OSError:
            return None
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


@contextmanager
def served(index: Path, folder: Path, environment: Mapping[str, str]) -> Iterator[Served]:
    """Serve the pages until the end of the block.

    Args:
        index: Folder of the index.
        folder: Where the log is kept.
        environment: Environment variables of the process.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(_ROOT / "app.py")]
    command += ["--server.port", str(port), "--server.headless", "true"]
    log = folder / "server.log"
    with log.open("wb") as told:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=_ROOT,
            env={**environment, "CHINHSACH_INDEX": str(index)},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        try:
            health = f"http://127.0.0.1:{port}/_stcore/health"
            wait(lambda: process.poll() is not None or _answers(health), "the server")
            if process.poll() is not None:
                raise AssertionError(f"the server ended: {log.read_text(errors='replace')}")
            yield Served(f"http://127.0.0.1:{port}/", process.pid, log)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


@contextmanager
def browsing() -> Iterator[Any]:
    """Open a headless Chromium, which records every request it makes, until the end of the block.

    Raises:
        MissingDependencyError: There is no Chromium, or nothing to drive it with.
    """
    chromium, driver = find_chromium(), shutil.which("chromedriver")
    if not chromium or not driver:
        raise MissingDependencyError("Chưa có Chromium", "apt install chromium chromium-driver")
    try:
        from selenium import webdriver
    except ImportError as error:
        raise MissingDependencyError("Chưa có selenium", "pip install selenium") from error
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*_FLAGS.split(), "--window-size=1280,900"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    browser.set_script_timeout(_PATIENCE)  # seconds; a script may look over a whole page
    try:
        yield browser
    finally:
        browser.quit()


def find_chromium() -> str | None:
    """Return the path of Chromium or Chrome; None without one."""
    return shutil.which("chromium") or shutil.which("google-chrome")


def wait(ready: Callable[[], object], what: str, patience: float = _PATIENCE) -> None:
    """Wait until something is so.

    Args:
        ready: Tells whether it is.
        what: What is waited for, in words.
        patience: Longest wait, in seconds.

    Raises:
        AssertionError: It did not come to be so.
    """
    deadline = time.monotonic() + patience
    while not ready():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not appear")
        time.sleep(0.1)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=30) as reply:  # noqa: S310 - our own server
            return bool(reply.status == 200)
    except OSError:
        return False
